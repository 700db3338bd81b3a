"""Walking over arrays, and Python functions made elementwise."""

import contextlib

from . import _border
from ._array import array, asarray
from ._border import index
from ._shapes import broadcast_arrays


class ndenumerate:
    """Pairs of place and element, in row-major order."""

    __module__ = "numpy"

    def __init__(self, arr):
        made = asarray(arr)
        self.iter = made.flat
        self._places = iter(ndindex(*made.shape))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._places), next(self.iter)


class ndindex:
    """The places of a shape, in row-major order."""

    __module__ = "numpy"

    def __init__(self, *shape):
        import itertools

        if len(shape) == 1 and isinstance(shape[0], (tuple, list)):
            shape = shape[0]
        lengths = [index(length) for length in shape]
        if any(length < 0 for length in lengths):
            raise ValueError("negative dimensions are not allowed")
        self._places = itertools.product(*map(range, lengths))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._places)


class vectorize:
    """A Python function called for every element."""

    __module__ = "numpy"

    def __init__(self, pyfunc, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        if excluded or signature:
            raise NotImplementedError("vectorize with excluded or signature is not available in Sporebook")
        self.pyfunc = pyfunc
        self.otypes = otypes
        self.__doc__ = doc or pyfunc.__doc__
        self.__name__ = getattr(pyfunc, "__name__", "vectorize")

    def __call__(self, *args):
        arrays = broadcast_arrays(*args)
        if not arrays[0].size and self.otypes is None:
            raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
        rows = [self.pyfunc(*elements) for elements in zip(*(one.ravel() for one in arrays))]
        shape = arrays[0].shape
        if rows and isinstance(rows[0], tuple):
            return tuple(array([row[i] for row in rows]).reshape(shape) for i in range(len(rows[0])))
        kind = None if self.otypes is None else self.otypes[0]
        made = array(rows, dtype=kind).reshape(shape)
        return made if shape else made[()]


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """A function of each line along an axis."""
    from ._shapes import moveaxis, stack

    made = moveaxis(asarray(arr), axis, -1)
    if made.ndim == 1:
        return func1d(made, *args, **kwargs)
    if 0 in made.shape[:-1]:
        raise ValueError("Cannot apply_along_axis when any iteration dimensions are 0")
    rows = [asarray(func1d(made[place], *args, **kwargs)) for place in ndindex(*made.shape[:-1])]
    joined = stack(rows).reshape(made.shape[:-1] + rows[0].shape)
    return moveaxis(joined, -1, axis) if rows[0].ndim else joined


def apply_over_axes(func, a, axes):
    """A reduction over several axes, one after the other."""
    made = asarray(a)
    for axis in (axes,) if hasattr(axes, "__index__") else axes:
        folded = asarray(func(made, axis))
        made = folded if folded.ndim == made.ndim else folded.reshape(made.shape[:axis] + (1,) + made.shape[axis + 1 :])
    return made


def piecewise(x, condlist, funclist, *args, **kw):
    """Functions by condition."""
    at = asarray(x)
    conditions = [asarray(one).astype(bool) for one in condlist]
    made = at * 0
    if len(funclist) == len(conditions) + 1:
        rest = ~conditions[0]
        for one in conditions[1:]:
            rest = rest & ~one
        conditions.append(rest)
    for flags, function in zip(conditions, funclist):
        made[flags] = function(at[flags], *args, **kw) if callable(function) else function
    return made


def select(condlist, choicelist, default=0):
    """Elements of the first array whose condition holds."""
    from ._select import where

    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    made = default
    for flags, choice in zip(reversed(condlist), reversed(choicelist)):
        made = where(flags, choice, made)
    return made


def shape(a):
    """The shape of anything array-like."""
    return a.shape if hasattr(a, "shape") else asarray(a).shape


def ndim(a):
    """The number of axes."""
    return a.ndim if hasattr(a, "ndim") else asarray(a).ndim


def size(a, axis=None):
    """How many elements there are, in all or along an axis."""
    return asarray(a).size if axis is None else asarray(a).shape[axis]


def iterable(y):
    """Whether `iter()` takes the object."""
    try:
        iter(y)
    except TypeError:
        return False
    return True


def may_share_memory(a, b, max_work=None):
    """Whether two arrays lie in one storage."""
    return _border.fn.sharesStorage(_border.convert(a), _border.convert(b))


shares_memory = may_share_memory

_errors = {"divide": "ignore", "over": "ignore", "under": "ignore", "invalid": "ignore"}


def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    """Remembered; there are no floating-point warnings here."""
    before = dict(_errors)
    for name, value in (("divide", divide), ("over", over), ("under", under), ("invalid", invalid)):
        if value or all:
            _errors[name] = value or all
    return before


def geterr():
    """The settings for floating-point errors."""
    return dict(_errors)


class errstate(contextlib.ContextDecorator):
    """`with errstate(divide="ignore"): …`"""

    def __init__(self, **kwargs):
        self._given = {name: kwargs[name] for name in kwargs if name != "call"}

    def __enter__(self):
        self._before = seterr(**self._given)

    def __exit__(self, *error):
        seterr(**self._before)


__all__ = [
    "apply_along_axis", "apply_over_axes", "errstate", "geterr", "iterable", "may_share_memory", "ndenumerate",
    "ndim", "ndindex", "piecewise", "select", "seterr", "shape", "shares_memory", "size", "vectorize",
]  # fmt: skip
