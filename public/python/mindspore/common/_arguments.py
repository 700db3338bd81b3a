"""Arguments of Tensor's methods as the engine takes them."""

import numpy
from mindspore._checks import check_int, got
from mindspore._door import items, scalar
from mindspore.common import dtype as mstype
from numpy._border import convert


def number_of(value, name, owner):
    """A number or None."""
    if value is None:
        return None
    if isinstance(value, (bool, int, float)):
        return scalar(value)
    raise TypeError(f"For '{owner}', the '{name}' must be int or float, {got(value)}.")


def bound_of(value, name):
    """A bound of `clip`: a number, a tensor or None."""
    if hasattr(value, "_tensor"):
        return value._tensor
    if isinstance(value, (list, tuple)):
        return convert(value)
    return number_of(value, name, "clip")


def axis_of(axis, owner):
    return None if axis is None else check_int(axis, "axis", owner)


def axes_of(axis, owner):
    """An int, a tuple or list of ints, or None, as the engine takes it."""
    if axis is None:
        return None
    if isinstance(axis, (list, tuple)):
        return items([check_int(one, "axis", owner) for one in axis])
    return check_int(axis, "axis", owner)


def ints_of(owner, **values):
    return [check_int(value, name, owner) for name, value in values.items()]


def lengths_of(given, owner, containers):
    """Ints given one by one or in one list or tuple."""
    if len(given) == 1 and isinstance(given[0], containers):
        given = given[0]
    return [check_int(length, "shape", owner) for length in given]


def place_of(index, owner):
    """An index of `item`: an int, a tuple of ints, or None."""
    if index is None:
        return None
    if isinstance(index, tuple):
        return items([check_int(one, "index", owner) for one in index])
    return check_int(index, "index", owner)


_cast_names = {
    "int": "int64",
    "float": "float64",
    "bool_": "bool",
    "half": "float16",
    "single": "float32",
    "double": "float64",
}


def cast_key(dtype):
    """The engine's name of what `astype` takes for a dtype."""
    if isinstance(dtype, mstype.Type):
        return mstype.key_of(dtype, "dtype", "astype")
    if isinstance(dtype, str):
        key = _cast_names.get(dtype.lower(), dtype.lower())
        if key in mstype.by_key:
            return key
    elif isinstance(dtype, (type, numpy.dtype)):
        try:
            return mstype.key_of(mstype.pytype_to_dtype(dtype), "dtype", "astype")
        except NotImplementedError:
            pass
    raise TypeError(f"For 'astype', the 'dtype' {dtype!r} is not understood as a data type.")
