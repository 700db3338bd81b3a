"""The methods of arrays that are functions of the package too: the array is the first argument."""

from . import _products, _reductions, _select, _shapes
from ._border import fn, run
from ._ndarray import ndarray

_TABLE = {
    _reductions: (
        "all", "any", "argmax", "argmin", "cumprod", "cumsum", "max", "mean", "min", "prod", "ptp", "std", "sum",
        "trace", "var",
    ),
    _select: (
        "argsort", "clip", "compress", "choose", "diagonal", "nonzero", "put", "round", "searchsorted", "take",
        "argpartition",
    ),
    _shapes: ("repeat",),
    _products: ("dot",),
}  # fmt: skip

for _module, _names in _TABLE.items():
    for _name in _names:
        setattr(ndarray, _name, getattr(_module, _name))


def _clip(self, min=None, max=None, out=None, **kwargs):
    """Every element brought between two bounds."""
    return _select.clip(self, min, max, out, **kwargs)


def _choose(self, choices, out=None, mode="raise"):
    """For each element the array whose number it is."""
    return _select.choose(self, choices, out, mode)


def _compress(self, condition, axis=None, out=None):
    """Entries of an axis where a condition holds."""
    return _select.compress(condition, self, axis, out)


def _sort(self, axis=-1, kind=None, order=None):
    """Sort in place."""
    run(fn.sortInPlace, self._js, axis)


def _partition(self, kth, axis=-1, kind="introselect", order=None):
    """Sort in place (so every kth is in its place)."""
    _sort(self, axis)


def _conj(self):
    """The complex conjugate."""
    return _conjugate(self)


def _round(self, ndigits=None):
    """The number rounded, as `round()` asks for it."""
    return _select.round(self, ndigits or 0)


from ._ufuncs import conjugate as _conjugate  # noqa: E402

ndarray.clip = _clip
ndarray.choose = _choose
ndarray.compress = _compress
ndarray.sort = _sort
ndarray.partition = _partition
ndarray.conj = ndarray.conjugate = _conj
