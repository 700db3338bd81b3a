"""Tensor: what MindSpore computes with. Numbers and rules: engine/tensor.ts, engine/ops."""

import numpy
from _engine import HANDLES, python_error
from mindspore._checks import check_bool, check_int, check_str, got, kind_name
from mindspore._door import Names, call, engine, items, ops, scalar
from mindspore.common import dtype as mstype
from mindspore.common._arguments import axes_of, axis_of, bound_of, cast_key, ints_of, lengths_of, number_of, place_of
from mindspore.common._index import HUGE, has_tensor, tokens_of
from numpy._border import convert, wrap
from pyodide.ffi import JsException

__all__ = ["Tensor"]

_class = Names("Tensor")
_make = object.__new__
_data_kinds = "['Tensor', 'numpy.ndarray', 'str_', 'list', 'tuple', 'float', 'int', 'bool', 'complex']"


class Tensor:
    """A multi-dimensional array that operations read and never change.

    Without `dtype` a Python int is Int64, a float Float32; a NumPy array keeps its dtype. With `shape`, `dtype` and
    `init` the data are drawn when they are first needed.
    """

    def __init__(self, input_data=None, dtype=None, shape=None, init=None):
        if init is None and shape is None and input_data is not None:
            self._tensor = _from_data(input_data, _key_or_none(dtype))
        else:
            self._tensor = _from_init(input_data, dtype, shape, init)
            self._init = init

    @staticmethod
    def _of(js):
        """The Tensor on an engine tensor."""
        tensor = _make(Tensor)
        tensor._tensor = js
        return tensor

    @staticmethod
    def from_numpy(array):
        """A tensor that shares an array's memory."""
        if not isinstance(array, numpy.ndarray):
            raise TypeError(f"For 'from_numpy', the 'array' must be a numpy.ndarray, but got '{kind_name(array)}'.")
        return Tensor._of(call(_class.fromNumpy, array._js))

    # What it is

    @property
    def shape(self):
        """The length of each axis."""
        return tuple(self._tensor.shape)

    @property
    def dtype(self):
        """The type of the elements: mindspore.float32 and so on."""
        return mstype.by_key[self._tensor.dtype]

    @property
    def ndim(self):
        """The number of axes."""
        return self._tensor.ndim

    @property
    def size(self):
        """The number of elements."""
        return self._tensor.size

    @property
    def itemsize(self):
        """Bytes of one element."""
        return self._tensor.itemsize

    @property
    def nbytes(self):
        """Bytes of all elements."""
        return self._tensor.nbytes

    @property
    def strides(self):
        """Bytes from one element to the next along each axis."""
        return tuple(self._tensor.strides)

    @property
    def has_init(self):
        """Whether an initializer is set and its data are still to be drawn."""
        return self._tensor.hasInit

    @property
    def init(self):
        """The initializer that will draw the data, if one is set."""
        return self._init if self._tensor.hasInit else None

    # Data

    def init_data(self, slice_index=None, shape=None, opt_shard_group=None):
        """Draw the pending data."""
        call(self._tensor.initData)
        return self

    def to_tensor(self, slice_index=None, shape=None, opt_shard_group=None):
        """The old name of `init_data`."""
        return self.init_data(slice_index, shape, opt_shard_group)

    def asnumpy(self):
        """An array that shares the tensor's memory."""
        return wrap(call(self._tensor.asnumpy))

    def assign_value(self, value):
        """Take over another tensor's storage, shape and dtype."""
        call(self._tensor.assignValue, tensor_of(value, "value", "assign_value"))
        return self

    def flush_from_cache(self):
        """Nothing is cached here."""

    def __array__(self, dtype=None, copy=None):
        array = self.asnumpy()
        return array if dtype is None else array.astype(dtype)

    def __len__(self):
        shape = self._tensor.shape
        if not shape.length:
            raise TypeError("Not support len of a 0-D tensor")
        return shape[0]

    # Methods. Each gives a new tensor; numbers and rules: engine/ops.

    def astype(self, dtype, copy=True):
        """The elements cast as C casts. dtype: MindSpore's, Python's, NumPy's, or a name such as "float32"."""
        key = cast_key(dtype)
        if not check_bool(copy, "copy", "astype") and key == self._tensor.dtype:
            return self
        return _tensor(call(ops.astypeTensor, self._tensor, key))

    def reshape(self, *shape):
        """The same elements in another shape; one length may be -1."""
        return _tensor(call(ops.reshape, self._tensor, items(lengths_of(shape, "reshape", (list, tuple))), "reshape"))

    def view(self, *shape):
        """The same elements in another shape."""
        if not shape:
            raise ValueError("For 'view', the shape must not be empty.")
        return _tensor(call(ops.reshape, self._tensor, items(lengths_of(shape, "view", tuple)), "view"))

    def ravel(self):
        """All elements in one row."""
        return _tensor(call(ops.flatten, self._tensor))

    def flatten(self, order="C"):
        """All elements in one row."""
        if check_str(order, "order", "flatten") not in ("C", "F"):
            raise ValueError(f"For 'flatten', the 'order' must be one of ['C', 'F'], but got '{order}'.")
        return _tensor(call(ops.flatten, self._tensor, order))

    def transpose(self, *axes):
        """The axes in another order, reversed when none is given."""
        if not axes or axes == (None,):
            return _tensor(call(ops.transpose, self._tensor))
        if len(axes) == 1 and not isinstance(axes[0], (list, tuple)) and self.ndim != 1:
            raise TypeError(f"For 'transpose', the 'axes' must be a tuple or list of ints, but got '{axes[0]}'.")
        return _tensor(call(ops.transpose, self._tensor, items(lengths_of(axes, "transpose", (list, tuple)))))

    @property
    def T(self):
        """The tensor with its axes in reverse order."""
        return _tensor(call(ops.transpose, self._tensor))

    def swapaxes(self, axis1, axis2):
        """The tensor with two axes exchanged."""
        one = check_int(axis1, "axis1", "swapaxes")
        return _tensor(call(ops.swapaxes, self._tensor, one, check_int(axis2, "axis2", "swapaxes")))

    def squeeze(self, axis=None):
        """The tensor without its axes of length 1."""
        return _tensor(call(ops.squeeze, self._tensor, axes_of(axis, "squeeze")))

    def expand_dims(self, axis):
        """The tensor with a new axis of length 1."""
        return _tensor(call(ops.expandDims, self._tensor, check_int(axis, "axis", "expand_dims")))

    def expand_as(self, x):
        """The tensor broadcast to the shape of another."""
        return _tensor(call(ops.expandAs, self._tensor, tensor_of(x, "x", "expand_as")))

    def repeat(self, repeats, axis=None):
        """Each element, or each entry of an axis, several times over."""
        if isinstance(repeats, (list, tuple)):
            counts = items([check_int(count, "repeats", "repeat") for count in repeats])
        else:
            counts = check_int(repeats, "repeats", "repeat")
        return _tensor(call(ops.repeat, self._tensor, counts, axis_of(axis, "repeat")))

    def abs(self):
        """The absolute value of each element."""
        return _tensor(call(ops.abs, self._tensor))

    def all(self, axis=(), keep_dims=False):
        """Whether all elements along the axes are true."""
        return self._fold(ops.reduceAll, axis, keep_dims, "all")

    def any(self, axis=(), keep_dims=False):
        """Whether any element along the axes is true."""
        return self._fold(ops.reduceAny, axis, keep_dims, "any")

    def mean(self, axis=(), keep_dims=False):
        """The mean in the tensor's dtype: that of integers is cut towards zero."""
        return self._fold(ops.reduceMean, axis, keep_dims, "mean")

    def prod(self, axis=(), keep_dims=False):
        """The product of the elements along the axes."""
        return self._fold(ops.reduceProd, axis, keep_dims, "prod")

    def ptp(self, axis=None, keepdims=False):
        """The greatest element minus the least."""
        return self._fold(ops.ptp, axis, keepdims, "ptp", "keepdims")

    def _fold(self, function, axis, keep_dims, owner, flag="keep_dims"):
        return _tensor(call(function, self._tensor, axes_of(axis, owner), check_bool(keep_dims, flag, owner)))

    def sum(self, axis=None, dtype=None, keepdims=False, initial=None):
        """The sum along an axis or of all elements."""
        return _tensor(
            call(
                ops.sum,
                self._tensor,
                axis=axes_of(axis, "sum"),
                dtype=None if dtype is None else cast_key(dtype),
                keepdims=check_bool(keepdims, "keepdims", "sum"),
                initial=number_of(initial, "initial", "sum"),
            )
        )

    def max(self, axis=None, keepdims=False, initial=None, where=True):
        """The greatest element, along an axis or of all."""
        return self._extreme(ops.max, axis, keepdims, initial, where, "max")

    def min(self, axis=None, keepdims=False, initial=None, where=True):
        """The least element, along an axis or of all."""
        return self._extreme(ops.min, axis, keepdims, initial, where, "min")

    def _extreme(self, function, axis, keepdims, initial, where, owner):
        return _tensor(
            call(
                function,
                self._tensor,
                axis=axes_of(axis, owner),
                keepdims=check_bool(keepdims, "keepdims", owner),
                initial=number_of(initial, "initial", owner),
                where=where._tensor if isinstance(where, Tensor) else check_bool(where, "where", owner),
            )
        )

    def argmax(self, axis=None):
        """Where the greatest element is, along an axis or in the flattened tensor."""
        return _tensor(call(ops.argmax, self._tensor, axis_of(axis, "argmax")))

    def argmin(self, axis=None):
        """Where the least element is, along an axis or in the flattened tensor."""
        return _tensor(call(ops.argmin, self._tensor, axis_of(axis, "argmin")))

    def var(self, axis=None, ddof=0, keepdims=False):
        """The variance along an axis or of all elements."""
        return self._spread(ops.variance, axis, ddof, keepdims, "var")

    def std(self, axis=None, ddof=0, keepdims=False):
        """The standard deviation along an axis or of all elements."""
        return self._spread(ops.std, axis, ddof, keepdims, "std")

    def _spread(self, function, axis, ddof, keepdims, owner):
        return _tensor(
            call(
                function,
                self._tensor,
                axes_of(axis, owner),
                check_int(ddof, "ddof", owner),
                check_bool(keepdims, "keepdims", owner),
            )
        )

    def cumsum(self, axis=None, dtype=None):
        """The running sums along an axis, or of the flattened tensor."""
        key = None if dtype is None else cast_key(dtype)
        return _tensor(call(ops.cumsum, self._tensor, axis_of(axis, "cumsum"), key))

    def clip(self, xmin, xmax, dtype=None):
        """Every element brought between two bounds."""
        low, high = bound_of(xmin, "xmin"), bound_of(xmax, "xmax")
        clipped = _tensor(call(ops.clip, self._tensor, low, high))
        return clipped if dtype is None else clipped.astype(dtype)

    def fill(self, value):
        """A new tensor with one number everywhere; None means NaN."""
        number = None if value is None else number_of(value, "value", "fill")
        return _tensor(call(ops.fillTensor, self._tensor, number))

    def masked_fill(self, mask, value):
        """The tensor with a value where the mask is true."""
        number = number_of(value, "value", "masked_fill")
        if number is None:
            raise TypeError("For 'masked_fill', the 'value' must be int or float, but got None.")
        return _tensor(call(ops.maskedFill, self._tensor, tensor_of(mask, "mask", "masked_fill"), number))

    def copy(self):
        """A tensor with the same elements and memory of its own."""
        return _tensor(call(ops.copyTensor, self._tensor))

    def take(self, indices, axis=None, mode="clip"):
        """The elements at indices, along an axis or of the flattened tensor."""
        return _tensor(
            call(
                ops.take,
                self._tensor,
                tensor_of(indices, "indices", "take"),
                axis_of(axis, "take"),
                check_str(mode, "mode", "take"),
            )
        )

    def diagonal(self, offset=0, axis1=0, axis2=1):
        """The elements on a diagonal of two axes."""
        return _tensor(call(ops.diagonal, self._tensor, *ints_of("diagonal", offset=offset, axis1=axis1, axis2=axis2)))

    def trace(self, offset=0, axis1=0, axis2=1, dtype=None):
        """The sum of a diagonal."""
        found = _tensor(call(ops.trace, self._tensor, *ints_of("trace", offset=offset, axis1=axis1, axis2=axis2)))
        return found if dtype is None else found.astype(dtype)

    def choose(self, choices, mode="clip"):
        """For each element the choice whose number it is."""
        if not isinstance(choices, (list, tuple)):
            raise TypeError(f"For 'choose', the 'choices' must be a list or tuple, but got '{kind_name(choices)}'.")
        if check_str(mode, "mode", "choose") not in ("raise", "wrap", "clip"):
            raise ValueError(f"For 'choose', the 'mode' must be one of ['raise', 'wrap', 'clip'], but got '{mode}'.")
        given = [choice if isinstance(choice, Tensor) else Tensor(choice) for choice in choices]
        return _tensor(call(ops.choose, self._tensor, items([choice._tensor for choice in given]), mode))

    def searchsorted(self, v, side="left", sorter=None):
        """Where values would have to be put to keep a sorted tensor sorted."""
        values = v if isinstance(v, Tensor) else Tensor(v)
        row = self if sorter is None else self.take(sorter)
        return _tensor(call(ops.searchsorted, row._tensor, values._tensor, check_str(side, "side", "searchsorted")))

    def resize(self, *new_shape):
        """Another shape: cut off, or filled up with zeros."""
        if not new_shape:
            return self
        return _tensor(call(ops.resize, self._tensor, items(lengths_of(new_shape, "resize", (list, tuple)))))

    def narrow(self, axis, start, length):
        """`length` entries of an axis, from `start` on."""
        return _tensor(call(ops.narrow, self._tensor, *ints_of("narrow", axis=axis, start=start, length=length)))

    def item(self, index=None):
        """One element: a tensor; in MindSpore 2.x a Python number."""
        place = place_of(index, "item")
        if engine.random.reference == "2.x":
            if index is None and self.size != 1:
                raise ValueError(f"For 'item', the tensor must have one element, but got the shape {self.shape}.")
            place = 0 if index is None else place
        found = call(ops.item, self._tensor, place)
        if engine.random.reference == "2.x":
            return _tensor(found).asnumpy().item()
        return self if index is None else _tensor(found)

    def itemset(self, *args):
        """A new tensor with one element replaced."""
        if not 1 <= len(args) <= 2:
            raise ValueError(f"For 'itemset', there must be a value, or an index and a value, but got {len(args)}.")
        value = args[-1]
        if not isinstance(value, (bool, int, float)):
            raise TypeError(f"For 'itemset', the value must be a number, but got '{kind_name(value)}'.")
        place = place_of(args[0], "itemset") if len(args) == 2 else None
        return _tensor(call(ops.itemset, self._tensor, place, scalar(value)))

    # Reading and assigning by index

    def __getitem__(self, index):
        if type(index) is int and -HUGE < index < HUGE:
            return _tensor(call(ops.getAt, self._tensor, index))
        if index == () and type(index) is tuple:
            return self
        later = engine.random.reference == "2.x" if has_tensor(index) else False
        return _tensor(call(ops.getByTokens, self._tensor, later, *tokens_of(index, "getitem")))

    def __setitem__(self, index, value):
        if isinstance(value, Tensor):
            given = value._tensor
        elif isinstance(value, (bool, int, float)):
            given = scalar(value)
        elif isinstance(value, (list, tuple)):
            try:
                given = convert(value)
            except TypeError as error:
                raise ValueError(f"For 'setitem', the value {value!r} is not supported: {error}") from None
        else:
            raise ValueError(
                "For 'setitem', the value must be one of int, float, bool, list, tuple and Tensor, "
                f"{got(value)}."
            )
        call(ops.setByTokens, self._tensor, given, *tokens_of(index, "setitem"))

    def __iter__(self):
        if not self._tensor.ndim:
            raise TypeError("iteration over a 0-d tensor")
        return (self[place] for place in range(len(self)))

    # As a Python value

    __array_priority__ = 100.0  # a NumPy array beside a tensor leaves the operator to the tensor
    __hash__ = object.__hash__

    def _single(self, what):
        """The one element of a tensor of shape () or (1,)."""
        if self._tensor.size != 1 or self._tensor.ndim > 1:
            raise ValueError(f"{what} is only for a tensor of shape () or (1,), but got the shape {self.shape}.")
        return self.asnumpy().item()

    def __bool__(self):
        if self._tensor.size != 1 or self._tensor.ndim > 1:
            raise ValueError(
                "The truth value of an array with several elements is ambiguous: "
                f"use all() or any(), the shape is {self.shape}."
            )
        return bool(self.asnumpy().item())

    def __index__(self):
        if self._tensor.dtype[:3] not in ("int", "uin", "boo"):
            raise ValueError(f"Only an integer tensor of one element can be an index, but got {self.dtype}.")
        return int(self._single("An index"))

    def __int__(self):
        if engine.random.reference == "1.6":
            return self.__index__()
        return int(self._single("int()"))

    def __float__(self):
        if engine.random.reference == "1.6":
            raise TypeError("float() argument must be a string or a number, not 'Tensor'")
        return float(self._single("float()"))

    def __abs__(self):
        if engine.random.reference == "1.6":
            raise TypeError("bad operand type for abs(): 'Tensor'")
        return self.abs()

    def __copy__(self):
        return _tensor(call(ops.astypeTensor, self._tensor, self._tensor.dtype))

    def __deepcopy__(self, memo):
        twin = memo[id(self)] = self.__copy__()
        return twin

    # Text

    def __str__(self):
        return str(self.asnumpy())

    def __repr__(self):
        return self._tensor.repr()

    # Operators

    def __neg__(self):
        return _tensor(call(ops.neg, self._tensor))

    def __pos__(self):
        return self

    def __invert__(self):
        return _tensor(call(ops.logicalNot, self._tensor))

    def __eq__(self, other):
        if not isinstance(other, (int, float, Tensor)):
            return False
        return _tensor(call(ops.equal, self._tensor, _operand(other, "==")))

    def __ne__(self, other):
        if not isinstance(other, (int, float, Tensor)):
            return True
        return _tensor(call(ops.notEqual, self._tensor, _operand(other, "!=")))

    def __rpow__(self, other):
        _later("** or pow()", self, other)
        return _tensor(call(ops.pow, _operand(other, "**"), self._tensor))

    def __matmul__(self, other):
        _later("@", self, other)
        return _tensor(call(ops.matmul, self._tensor, tensor_of(other, "other", "@")))

    def __and__(self, other):
        _later("&", self, other)
        return _tensor(call(ops.bitwiseAnd, self._tensor, _operand(other, "&")))

    def __or__(self, other):
        _later("|", self, other)
        return _tensor(call(ops.bitwiseOr, self._tensor, _operand(other, "|")))

    def __xor__(self, other):
        _later("^", self, other)
        return _tensor(call(ops.bitwiseXor, self._tensor, _operand(other, "^")))


HANDLES[Tensor] = "_tensor"


def _tensor(js):
    """A Tensor on an engine tensor."""
    tensor = _make(Tensor)
    tensor._tensor = js
    return tensor


def _later(symbol, left, right):
    """An operator that came after MindSpore 1.6."""
    if engine.random.reference == "1.6":
        raise TypeError(
            f"unsupported operand type(s) for {symbol}: '{kind_name(left)}' and '{kind_name(right)}' in MindSpore 1.6"
        )


def _operator(method, function, symbol, reflected=False):
    """An arithmetic or ordering operator. It is the package's most travelled road, so it takes no detour for ints."""

    def operate(self, other):
        if type(other) is not int:
            other = other._tensor if isinstance(other, Tensor) else _operand(other, symbol)
        tensor = _make(Tensor)
        try:
            if reflected:
                tensor._tensor = getattr(ops, function)(other, self._tensor)
            else:
                tensor._tensor = getattr(ops, function)(self._tensor, other)
        except JsException as error:
            raise python_error(error) from None
        return tensor

    operate.__name__ = method
    operate.__qualname__ = f"Tensor.{method}"
    setattr(Tensor, method, operate)


for _name, _function, _symbol in (
    ("add", "add", "+"),
    ("sub", "sub", "-"),
    ("mul", "mul", "*"),
    ("truediv", "div", "/"),
    ("floordiv", "floorDiv", "//"),
    ("mod", "floorMod", "%"),
):
    _operator(f"__{_name}__", _function, _symbol)
    _operator(f"__r{_name}__", _function, _symbol, reflected=True)
for _name, _function, _symbol in (
    ("pow", "pow", "**"),
    ("lt", "less", "<"),
    ("le", "lessEqual", "<="),
    ("gt", "greater", ">"),
    ("ge", "greaterEqual", ">="),
):
    _operator(f"__{_name}__", _function, _symbol)


def _operand(value, symbol):
    """What stands beside a tensor, as the engine takes it; a list takes the tensor's dtype there."""
    if isinstance(value, Tensor):
        return value._tensor
    if isinstance(value, (bool, int, float)):
        return scalar(value)
    if isinstance(value, (list, tuple)):
        return _array_of(value)
    raise TypeError(
        f"For '{symbol}', the operands of a Tensor must be Tensor, number, list or tuple, "
        f"{got(value)}."
    )


def tensor_of(value, name, owner):
    """The engine's tensor of an argument."""
    if isinstance(value, Tensor):
        return value._tensor
    raise TypeError(f"For '{owner}', the '{name}' must be a Tensor, {got(value)}.")


def _key_or_none(dtype):
    return None if dtype is None else mstype.key_of(dtype, "dtype", "Tensor")


def _from_data(data, key):
    """An engine tensor with the data of a value."""
    if isinstance(data, Tensor):
        return call(_class.new, data._tensor, key)
    if isinstance(data, numpy.ndarray):
        return call(_class.new, data._js, key)
    if isinstance(data, numpy.generic):
        return call(_class.new, convert(data), key)
    if isinstance(data, (list, tuple)):
        return call(_class.fromList, _array_of(data), key)
    if isinstance(data, (bool, int, float, complex)):
        return call(_class.new, scalar(data), key)
    raise TypeError(
        f"For 'Tensor', the 'input_data' must be one of {_data_kinds}, "
        f"{got(data)}."
    )


def _array_of(values):
    """What NumPy makes of a list; one that it cannot make numbers of is of a wrong type."""
    try:
        return convert(values)
    except ValueError as error:
        reason = str(error)
    except TypeError as error:
        reason = str(error)
    raise TypeError(
        f"For 'Tensor', the 'input_data' {values!r} is a {kind_name(values)} with unsupported elements: {reason}"
    )


def _from_init(data, dtype, shape, init):
    """An engine tensor whose data `init` will draw; refuses arguments that do not go together."""
    if data is not None and shape is not None:
        raise ValueError("For 'Tensor', if 'input_data' is not None, the 'shape' must be None, but got both.")
    if init is not None and (shape is None or dtype is None):
        raise ValueError(
            "For 'Tensor', 'init', 'dtype' and 'shape' must have values at the same time, "
            f"but got dtype {dtype} and shape {shape}."
        )
    if (data is None) == (init is None):
        got = "neither" if init is None else "both"
        raise TypeError(
            f"For 'Tensor', exactly one of 'input_data' and 'init' must be given (they can not be None at the same "
            f"time), but got {got}."
        )
    from mindspore.common.initializer import Initializer

    if not isinstance(init, Initializer):
        raise TypeError(f"For 'Tensor', the 'init' must be an Initializer, but got '{kind_name(init)}'.")
    return call(
        _class.pending,
        items(_shape_of(shape)),
        _key_or_none(dtype),
        init._initializer,
        engine.random,
    )


def _shape_of(shape):
    """A shape as a list of ints."""
    if isinstance(shape, int):
        shape = (shape,)
    if not isinstance(shape, (list, tuple)) or not all(isinstance(length, int) for length in shape):
        raise TypeError(f"For 'Tensor', the 'shape' must be an int, a list or a tuple of ints, but got '{shape}'.")
    return [check_int(int(length), "shape", "Tensor") for length in shape]
