"""Cell: a part of a network. Names, paths and texts: engine/nn/cell.ts; here is what Python's attributes do."""

import inspect
import warnings
from collections import OrderedDict
from weakref import WeakValueDictionary

import numpy
from mindspore._checks import check_bool, check_str, kind_name
from mindspore._door import Names, call, engine, items
from mindspore.common import dtype as mstype
from mindspore.common._ordered import _Pairs
from mindspore.common.parameter import Parameter, ParameterTuple
from mindspore.common.tensor import Tensor

__all__ = ["Cell", "GraphKernel"]

_plain = Names("nn", "Cell")
_texts = Names("nn")
_by_id = WeakValueDictionary()  # the one Python object of each engine cell


class Cell:
    """Base of all networks: a subclass makes its parts in `__init__` and computes in `construct`.

    An attribute that is set to a Parameter or a Cell is registered and named after the attribute.
    """

    def __init__(self, auto_prefix=True, flags=None):
        self._start(_plain.new(autoPrefix=bool(auto_prefix), clsName=type(self).__name__))
        if flags:
            self.add_flags(**flags)

    def _start(self, js):
        """Begin as the twin of an engine cell, with what that has registered already."""
        state = self.__dict__
        state["_js"] = js
        state["_params"] = OrderedDict()
        state["_cells"] = OrderedDict()
        state["_flags"] = {}
        _by_id[js.js_id] = self
        for pair in js.ownParams.entries():
            state["_params"][pair[0]] = Parameter._of(pair[1])

    # Attributes

    def __getattr__(self, name):
        state = self.__dict__
        if "_params" in state:
            if name in state["_params"]:
                return state["_params"][name]
            if name in state["_cells"]:
                return state["_cells"][name]
        raise AttributeError(f"The '{type(self).__name__}' object has no attribute '{name}'.")

    def __setattr__(self, name, value):
        state = self.__dict__
        if isinstance(value, Parameter):
            self._set_param(name, value)
        elif isinstance(value, Cell):
            self._set_cell(name, value)
        elif name in state.get("_params", ()):
            self._replace_param(name, value)
        elif name in state.get("_cells", ()):
            self._empty_cell(name, value)
        else:
            if isinstance(value, ParameterTuple):
                self._set_tuple(value)
            elif isinstance(value, (list, tuple)) and value and all(isinstance(item, Parameter) for item in value):
                self._started("parameters")
                call(self._js.nameUnnamed, items([item._tensor for item in value]))
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        for registered in (self.__dict__.get("_params", {}), self.__dict__.get("_cells", {})):
            if name in registered:
                del registered[name]
                call(self._js.unregister, name)
                return
        object.__delattr__(self, name)

    def __dir__(self):
        return sorted({*object.__dir__(self), *self._params, *self._cells})

    def _started(self, what):
        if "_cells" not in self.__dict__:
            raise AttributeError(
                f"For 'Cell', the function 'super().__init__()' should be called first before setting {what}."
            )

    def _set_param(self, name, param):
        self._started("parameters")
        if self.__dict__.get(name) is not None:
            raise TypeError(
                f"For 'Cell', the attribute '{name}' can not be Parameter, "
                f"it holds a '{kind_name(self.__dict__[name])}' already."
            )
        if name in self._cells:
            raise TypeError(f"For 'Cell', the attribute '{name}' must be Cell, but got Parameter.")
        self.__dict__.pop(name, None)
        self.insert_param_to_cell(name, param)

    def _set_cell(self, name, cell):
        self._started("cells")
        if name in self._params:
            raise TypeError(f"For 'Cell', the attribute '{name}' must be Parameter, but got Cell.")
        self.__dict__.pop(name, None)
        call(self._js.putCell, name, cell._js)
        self._cells[name] = cell

    def _set_tuple(self, params):
        self._started("parameters")
        if any(param.name == "Parameter" for param in params):
            warnings.warn("The parameters of a ParameterTuple that have no name are named 'Parameter$n'.", stacklevel=4)
        call(self._js.nameUnnamed, items([param._tensor for param in params]))
        for param in params:
            self.insert_param_to_cell(param.name, param, check_name_contain_dot=False)

    def _replace_param(self, name, value):
        param = self._params[name]
        if isinstance(value, Tensor) and param is not None:
            param.set_data(value)
        elif value is None:
            call(self._js.putParam, name, None)
            self._params[name] = None
        else:
            raise TypeError(
                f"For 'Cell', the type of attribute '{name}' must be Parameter or Tensor, but got {kind_name(value)}."
            )

    def _empty_cell(self, name, value):
        if value is not None:
            raise TypeError(f"For 'Cell', the type of attribute '{name}' must be Cell, but got {kind_name(value)}.")
        call(self._js.emptyCell, name)
        self._cells[name] = None

    def insert_param_to_cell(self, param_name, param, check_name_contain_dot=True):
        """Register a parameter under a name that is no attribute yet."""
        name = check_str(param_name, "param_name", "insert_param_to_cell")
        if not name:
            raise KeyError("For 'insert_param_to_cell', the 'param_name' can not be empty.")
        if check_name_contain_dot and "." in name:
            raise KeyError(f"For 'insert_param_to_cell', the 'param_name' can not contain '.', but got '{name}'.")
        self._started("parameters")
        if name not in self._params and hasattr(self, name):
            raise KeyError(f"For 'insert_param_to_cell', the '{name}' already exists as an attribute.")
        if param is not None and not isinstance(param, Parameter):
            raise TypeError(
                f"For 'insert_param_to_cell', the 'param' must be 'Parameter' if not None, but got {kind_name(param)}."
            )
        call(self._js.putParam, name, None if param is None else param._tensor)
        self._params[name] = param

    def insert_child_to_cell(self, child_name, child_cell):
        """Register a child under a name that is no attribute yet; nothing is renamed."""
        name = check_str(child_name, "child_name", "insert_child_to_cell")
        if not name or "." in name:
            raise KeyError(f"For 'insert_child_to_cell', the 'child_name' must be text without '.', but got '{name}'.")
        if hasattr(self, name):
            raise KeyError(f"For 'insert_child_to_cell', the child cell '{name}' already exists.")
        if not isinstance(child_cell, Cell):
            raise TypeError(f"For 'insert_child_to_cell', the 'child_cell' must be Cell, but got {kind_name(child_cell)}.")
        call(self._js.insertChildToCell, name, child_cell._js)
        self._cells[name] = child_cell

    # Computing

    def construct(self, *inputs, **kwargs):
        """What the network computes; a subclass says it."""
        warnings.warn(f"The cell '{type(self).__name__}' has no 'construct'.", stacklevel=3)

    def __call__(self, *inputs, **kwargs):
        for value in (*inputs, *kwargs.values()):
            if isinstance(value, numpy.ndarray):
                raise TypeError(
                    f"For '{type(self).__name__}', the inputs of a cell should not be numpy arrays, "
                    "but got 'numpy.ndarray': make a Tensor of it."
                )
            if isinstance(value, Tensor) and value.has_init:
                value.init_data()
        if type(self).construct is not Cell.construct:
            self._check_inputs(inputs, kwargs)
        casts = self._flags.get("to_float")
        if casts is None:
            return self.construct(*inputs, **kwargs)
        return self.construct(*(_lowered(value, casts) for value in inputs), **kwargs)

    def _check_inputs(self, inputs, kwargs):
        """Too few or too many inputs for `construct` are a TypeError that says how many it takes."""
        code = getattr(type(self).construct, "__code__", None)
        if code is None or kwargs or code.co_flags & inspect.CO_VARARGS:
            return
        most = code.co_argcount - 1
        least = most - len(type(self).construct.__defaults__ or ())
        if not least <= len(inputs) <= most:
            wanted = str(most) if least == most else f"{least} to {most}"
            raise TypeError(
                f"For '{type(self).__name__}', the function construct requires {wanted} positional argument(s), "
                f"but got {len(inputs)}."
            )

    # Parameters and cells below

    def parameters_and_names(self, name_prefix="", expand=True):
        """Every parameter once with its path of attributes, which may differ from its name."""
        for pair in call(self._js.parametersAndNames, name_prefix, bool(expand)):
            yield pair[0], Parameter._of(pair[1])

    def get_parameters(self, expand=True):
        """The parameters of this cell and, with expand, of those inside of it."""
        for _, param in self.parameters_and_names(expand=expand):
            yield param

    def trainable_params(self, recurse=True):
        """The parameters that require a gradient."""
        return [param for param in self.get_parameters(recurse) if param.requires_grad]

    def untrainable_params(self, recurse=True):
        """The parameters that require no gradient."""
        return [param for param in self.get_parameters(recurse) if not param.requires_grad]

    def parameters_dict(self, recurse=True):
        """The parameters by name."""
        return _Pairs((param.name, param) for param in self.get_parameters(recurse))

    def parameters_broadcast_dict(self, recurse=True):
        """The parameters by name; all of them, on one device."""
        kept = _Pairs(
            (param.name, param) for param in self.get_parameters(recurse) if not param.layerwise_parallel
        )
        return kept or None

    def cells_and_names(self, cells=None, name_prefix=""):
        """This cell and every one below it once, each with its path."""
        for pair in call(self._js.cellsAndNames, name_prefix):
            yield pair[0], _by_id[pair[1].js_id]

    def name_cells(self):
        """The children by attribute, each once."""
        found = _Pairs()
        for name, cell in self._cells.items():
            if cell is not None and cell not in found.values():
                found[name] = cell
        return found

    def cells(self):
        """The cells directly inside of this one."""
        return self.name_cells().values()

    def check_names(self):
        """Raise if two parameters have one name."""
        call(self._js.checkNames)

    def update_parameters_name(self, prefix="", recurse=True):
        """Rename every parameter to prefix + path."""
        call(self._js.updateParametersName, check_str(prefix, "prefix", "update_parameters_name"), bool(recurse))

    def init_parameters_data(self, auto_parallel_mode=False):
        """On one device every parameter stands for itself."""
        return {param: param.init_data() for param in self.get_parameters()}

    # State

    @property
    def cls_name(self):
        """The name of the class."""
        return type(self).__name__

    @property
    def param_prefix(self):
        """What stands before the names of this cell's parameters."""
        return self._js.paramPrefix

    @property
    def training(self):
        """Whether the cell is in training mode."""
        return self._js.training

    @training.setter
    def training(self, value):
        self._js.training = check_bool(value, "training", "Cell")

    @property
    def requires_grad(self):
        """Whether gradients are wanted."""
        return self._js.requiresGrad

    @requires_grad.setter
    def requires_grad(self, value):
        self._js.requiresGrad = check_bool(value, "requires_grad", "Cell")

    @property
    def phase(self):
        """'train' or 'predict', with the cell's own number."""
        return self._js.phase

    @phase.setter
    def phase(self, value):
        self._js.phase = check_str(value, "phase", "Cell")

    def set_train(self, mode=True):
        """Switch this cell and all inside of it to training, or back, and return it."""
        call(self._js.setTrain, check_bool(mode, "mode", "set_train"))
        return self

    def set_grad(self, requires_grad=True):
        """Say whether gradients are wanted, and return the cell."""
        call(self._js.setGrad, check_bool(requires_grad, "requires_grad", "set_grad"))
        return self

    def to_float(self, dst_type):
        """Compute in Float16 or Float32 from now on; the parameters stay what they are."""
        if dst_type is not mstype.float16 and dst_type is not mstype.float32:
            raise ValueError(
                "For 'to_float', the 'dst_type' must be mindspore.float32 or mindspore.float16, "
                f"but got {dst_type!r}."
            )
        for _, cell in self.cells_and_names():
            cell._flags["to_float"] = dst_type
            cell._js.computeDtype = dst_type._key
        return self

    def add_flags(self, **flags):
        """Set flags on this cell."""
        self._flags.update(flags)
        return self

    def add_flags_recursive(self, **flags):
        """Set flags on this cell and all cells inside of it."""
        for _, cell in self.cells_and_names():
            cell.add_flags(**flags)
        return self

    def get_flags(self):
        """The flags that were set on this cell, by name."""
        return self._flags

    # Text

    def extend_repr(self):
        """What stands between the angle brackets."""
        return ""

    def __repr__(self):
        children = [(name, repr(cell)) for name, cell in self._cells.items()]
        return _texts.cellText(type(self).__name__, self.extend_repr(), items(children), engine.random.reference)


class GraphKernel(Cell):
    """A cell whose operations are fused; here it is a cell."""


def _lowered(value, dtype):
    if isinstance(value, Tensor) and value.dtype in (mstype.float16, mstype.float32, mstype.float64):
        return value.astype(dtype)
    return value
