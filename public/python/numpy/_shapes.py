"""Arrays in other shapes, joined, cut and turned."""

from pyodide.ffi import to_js

from . import _border
from ._array import asarray
from ._border import axes, fn, index, lengths, run, wrap


def reshape(a, newshape, order="C"):
    """The same elements in another shape; a view where that is possible."""
    return asarray(a).reshape(newshape, order=order)


def ravel(a, order="C"):
    return asarray(a).ravel(order)


def transpose(a, axes=None):
    """The axes in another order, reversed without one."""
    return asarray(a).transpose(axes)


def swapaxes(a, axis1, axis2):
    return asarray(a).swapaxes(axis1, axis2)


def squeeze(a, axis=None):
    """Without the axes of length 1."""
    return asarray(a).squeeze(axis)


def expand_dims(a, axis):
    """With a new axis of length 1."""
    return wrap(run(fn.expandDims, _border.convert(a), axes(axis)))


def concatenate(arrays, axis=0, out=None, dtype=None, casting="same_kind"):
    """Arrays one after the other along an axis."""
    from ._dtypes import optional_name

    js = run(fn.concatenate, _list(arrays), jsnull if axis is None else index(axis), optional_name(dtype))
    made = wrap(js)
    if out is None:
        return made
    out[...] = made
    return out


def _list(arrays):
    if isinstance(arrays, (int, float)):
        raise TypeError(f"'{type(arrays).__name__}' object is not iterable")
    return to_js([_border.convert(array) for array in arrays])


def stack(arrays, axis=0, out=None):
    """Arrays of one shape along a new axis."""
    return wrap(run(fn.stack, _list(arrays), index(axis)))


def vstack(tup):
    return wrap(run(fn.vstack, _list(tup)))


row_stack = vstack


def hstack(tup):
    return wrap(run(fn.hstack, _list(tup)))


def dstack(tup):
    return wrap(run(fn.dstack, _list(tup)))


def column_stack(tup):
    return wrap(run(fn.columnStack, _list(tup)))


try:
    from pyodide.ffi import jsnull
except ImportError:
    jsnull = None


__all__ = ["column_stack", "concatenate", "dstack", "expand_dims", "hstack", "ravel", "reshape", "row_stack", "squeeze", "stack", "swapaxes", "transpose", "vstack"]
