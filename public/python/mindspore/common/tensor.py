"""Tensor: what MindSpore computes with. Numbers and rules: engine/tensor.ts, engine/ops."""

import numpy
from mindspore._checks import kind_name
from mindspore._door import Names, call, engine, items, ops, scalar
from mindspore.common import dtype as mstype
from numpy._border import convert, wrap

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
        return tuple(self._tensor.shape)

    @property
    def dtype(self):
        return mstype.by_key[self._tensor.dtype]

    @property
    def ndim(self):
        return self._tensor.ndim

    @property
    def size(self):
        return self._tensor.size

    @property
    def itemsize(self):
        return self._tensor.itemsize

    @property
    def nbytes(self):
        return self._tensor.nbytes

    @property
    def strides(self):
        return tuple(self._tensor.strides)

    @property
    def has_init(self):
        return self._tensor.hasInit

    @property
    def init(self):
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

    # Text

    def __str__(self):
        return str(self.asnumpy())

    def __repr__(self):
        return self._tensor.repr()


def tensor_of(value, name, owner):
    """The engine's tensor of an argument."""
    if isinstance(value, Tensor):
        return value._tensor
    raise TypeError(f"For '{owner}', the '{name}' must be a Tensor, but got '{value}' with type '{kind_name(value)}'.")


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
        f"but got '{data}' with type '{kind_name(data)}'."
    )


def _array_of(values):
    """What NumPy makes of a list; a list without a numeric dtype is of a wrong type."""
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
    return [int(length) for length in shape]
