"""Parameter and ParameterTuple: tensors with a name, which a network learns. Rules: engine/parameter.ts."""

from weakref import WeakValueDictionary

import numpy
from mindspore._checks import check_bool, check_int, got, kind_name
from mindspore._door import Names, call, engine, items, scalar
from mindspore.common import dtype as mstype
from mindspore.common._initial import initial
from mindspore.common.tensor import Tensor

__all__ = ["Parameter", "ParameterTuple"]

_class = Names("Parameter")
_tuple_class = Names("ParameterTuple")
_by_id = WeakValueDictionary()  # the one Python object of each engine parameter


class Parameter(Tensor):
    """A tensor with a name. An int becomes Int32, a float Float32; pending data are drawn at once.

    Every Parameter is of the class `ParameterTensor`, which is both a Parameter and a Tensor.
    """

    def __new__(cls, *args, **kwargs):
        return object.__new__(ParameterTensor if cls is Parameter else cls)

    def __init__(
        self, default_input, name=None, requires_grad=True, layerwise_parallel=False, parallel_optimizer=True
    ):
        data = _data(default_input)
        _check_name(name)
        self._adopt(
            call(
                _class.new,
                data,
                name=name,
                requiresGrad=check_bool(requires_grad, "requires_grad", "Parameter"),
                layerwiseParallel=check_bool(layerwise_parallel, "layerwise_parallel", "Parameter"),
                parallelOptimizer=check_bool(parallel_optimizer, "parallel_optimizer", "Parameter"),
                random=engine.random,
            )
        )

    def _adopt(self, js):
        self._tensor = js
        _by_id[js.js_id] = self

    @staticmethod
    def _of(js):
        """The Parameter of an engine parameter; asking again gives the same object."""
        parameter = _by_id.get(js.js_id)
        if parameter is None:
            parameter = object.__new__(ParameterTensor)
            parameter._adopt(js)
        return parameter

    @property
    def name(self):
        """What the parameter is called; a network puts its own names in front."""
        return self._tensor.name

    @name.setter
    def name(self, value):
        call(setattr, self._tensor, "name", _check_name(value))

    @property
    def data(self):
        """The parameter itself."""
        return self

    @property
    def inited_param(self):
        """None: data are drawn as soon as the parameter is made."""
        return None

    @property
    def init_mode(self):
        """None: data are drawn as soon as the parameter is made."""
        return None

    @property
    def param_info(self):
        """The settings of the parameter in one object."""
        return ParamInfo(self)

    @property
    def cache_shape(self):
        """The shape of the cache of an embedding table."""
        return getattr(self, "_cache_shape", [])

    @cache_shape.setter
    def cache_shape(self, value):
        if not isinstance(value, (tuple, list)):
            raise TypeError(
                "For 'Parameter', the 'cache_shape' must be one of ['tuple', 'list'], "
                f"{got(value)}."
            )
        self._cache_shape = value

    @property
    def comm_fusion(self):
        """How communication is fused on several devices; remembered, of no effect here."""
        return self._tensor.commFusion

    @comm_fusion.setter
    def comm_fusion(self, value):
        call(setattr, self._tensor, "commFusion", check_int(value, "comm_fusion", "Parameter"))

    def init_data(self, layout=None, set_sliced=False):
        """On a single device the data are there already."""
        call(self._tensor.initData)
        return self

    def set_data(self, data, slice_shape=False):
        """Put other data into the parameter, and return it. Its dtype stays; its shape only with `slice_shape`."""
        if not isinstance(data, (Tensor, int, float)):
            raise TypeError(
                "For 'set_data', the 'data' must be one of ['Tensor', 'int', 'float'], "
                f"{got(data)}."
            )
        value = data._tensor if isinstance(data, Tensor) else scalar(data)
        call(self._tensor.setData, value, check_bool(slice_shape, "slice_shape", "set_data"))
        self.sliced = slice_shape
        return self

    def clone(self, init="same"):
        """An independent parameter with the same name, and the same values or those that `init` gives."""
        return Parameter._of(call(self._tensor.clone, initial(init)))

    def set_dtype(self, dtype):
        """Cast the data in place."""
        call(self._tensor.setDtype, mstype.key_of(dtype, "dtype", "set_dtype"))
        return self

    def set_param_ps(self, init_in_server=False):
        """For a parameter server; of no effect here."""
        call(self._tensor.setParamPs, bool(init_in_server))

    def set_param_fl(self, push_to_server=False, pull_from_server=False, requires_aggr=True):
        """For federated learning; of no effect here."""
        call(self._tensor.setParamFl, bool(push_to_server), bool(pull_from_server), bool(requires_aggr))

    def add_pipeline_stage(self, stage):
        """For training on several devices; remembered, of no effect here."""
        if isinstance(stage, bool) or not isinstance(stage, int) or stage < 0:
            raise TypeError(
                f"For 'add_pipeline_stage', the 'stage' must be a non-negative int, but got '{stage}'."
            )
        call(self._tensor.addPipelineStage, int(stage))

    def set_cast_dtype(self, dtype=None):
        """Of no effect here."""
        self._cast_dtype = dtype

    def __copy__(self):
        return self.clone()

    def __deepcopy__(self, memo):
        twin = self.clone()
        memo[id(self)] = twin
        return twin

    def __str__(self):
        return self._tensor.repr()

    __repr__ = __str__


def _flag(name, js_name, doc):
    """A property that must be bool."""

    def read(self):
        return getattr(self._tensor, js_name)

    def write(self, value):
        setattr(self._tensor, js_name, check_bool(value, name, "Parameter"))

    return property(read, write, doc=doc)


def _attribute(js_name, doc):
    """A property that takes anything; what is not bool stays in Python."""

    def read(self):
        kept = self.__dict__.get("_attributes")
        return kept[js_name] if kept and js_name in kept else getattr(self._tensor, js_name)

    def write(self, value):
        if isinstance(value, bool):
            self.__dict__.get("_attributes", {}).pop(js_name, None)
            setattr(self._tensor, js_name, value)
        else:
            self.__dict__.setdefault("_attributes", {})[js_name] = value

    return property(read, write, doc=doc)


for _name, _js_name, _doc in (
    ("requires_grad", "requiresGrad", "Whether it is trained: an optimizer changes only those that require a gradient."),
    ("layerwise_parallel", "layerwiseParallel", "For training on several devices; of no effect here."),
    ("parallel_optimizer", "parallelOptimizer", "For training on several devices; of no effect here."),
    ("cache_enable", "cacheEnable", "Whether an embedding table is cached; of no effect here."),
    ("parallel_optimizer_comm_recompute", "parallelOptimizerCommRecompute", "For training on several devices; of no effect here."),
):
    setattr(Parameter, _name, _flag(_name, _js_name, _doc))
for _name, _js_name, _doc in (
    ("sliced", "sliced", "Whether the data are one slice of several devices."),
    ("is_init", "isInit", "Whether the data are there."),
    ("init_flag", "initFlag", "Whether the data were initialized."),
    ("is_default_input_init", "isDefaultInputInit", "Whether it was made from an initializer."),
    ("unique", "unique", "Whether the parameter is the only one of its kind."),
    ("requires_aggr", "requiresAggr", "For federated learning; of no effect here."),
    ("is_param_ps", "isParamPs", "For a parameter server; of no effect here."),
    ("init_in_server", "initInServer", "For a parameter server; of no effect here."),
    ("push_weight_to_server", "pushWeightToServer", "For federated learning; of no effect here."),
    ("pull_weight_from_server", "pullWeightFromServer", "For federated learning; of no effect here."),
):
    setattr(Parameter, _name, _attribute(_js_name, _doc))

ParameterTensor = type("ParameterTensor", (Parameter, Tensor), {"__module__": __name__})


class ParamInfo:
    """What MindSpore keeps beside a parameter's data."""

    def __init__(self, parameter):
        self.obj = parameter

    def __getattr__(self, name):
        return getattr(self.obj, name)


def _check_name(name):
    if name is None or isinstance(name, str):
        return name
    raise ValueError(
        f"For 'Parameter', the type of the 'name' must be 'str' or 'None', {got(name)}."
    )


def _data(value):
    """What a Parameter is made from, as the engine takes it."""
    if isinstance(value, bool):
        raise ValueError("For 'Parameter', the 'default_input' can not be bool, but got bool.")
    if isinstance(value, Tensor):
        return value._tensor
    if isinstance(value, numpy.ndarray):
        return Tensor(value)._tensor
    if isinstance(value, list):
        return Tensor(value)._tensor
    if isinstance(value, (int, float)):
        return scalar(value)
    if value is None:
        raise TypeError(
            "For 'Parameter', the 'default_input' and the 'init' of its data can not be None at the same time."
        )
    raise TypeError(
        "For 'Parameter', the 'default_input' must be one of ['Tensor', 'ndarray', 'list', 'int', 'float', "
        f"'Parameter'], {got(value)}."
    )


class ParameterTuple(tuple):
    """Parameters that belong together. Different ones of one name are renamed `name_0`, `name_1`, …"""

    def __new__(cls, iterable):
        if isinstance(iterable, Parameter):
            raise TypeError(f"For 'ParameterTuple', the 'iterable' must be a collection, but got {kind_name(iterable)}.")
        members = tuple(iterable)
        for member in members:
            if not isinstance(member, Parameter):
                raise TypeError(
                    "For 'ParameterTuple', the type of each element of the 'iterable' must be 'Parameter', "
                    f"but got '{kind_name(member)}' in a '{kind_name(iterable)}'."
                )
        self = tuple.__new__(cls, members)
        self._tuple = call(_tuple_class.new, items([member._tensor for member in members]), engine.random.reference)
        return self

    def clone(self, prefix, init="same"):
        """Independent copies named `prefix.name`; with `init` each draws anew, in order."""
        if not isinstance(prefix, str):
            raise TypeError(f"For 'ParameterTuple.clone', the 'prefix' must be str, but got '{kind_name(prefix)}'.")
        twins = call(self._tuple.clone, str(prefix), initial(init))
        self = tuple.__new__(ParameterTuple, [Parameter._of(twin) for twin in twins])
        self._tuple = twins
        return self

    def __reduce__(self):
        return (ParameterTuple, (tuple(self),))
