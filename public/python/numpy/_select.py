"""Elements chosen, ordered, counted and compared."""

from pyodide.ffi import to_js

from . import _border
from ._array import array, asarray
from ._border import axes, fn, index, number, result, run, to_engine, wrap
from ._dtypes import optional_name
from ._shapes import _into, concatenate
from ._ufuncs import NO_VALUE


def where(condition, x=NO_VALUE, y=NO_VALUE):
    """Elements of x where the condition holds, of y elsewhere; without them the places where it holds."""
    if x is NO_VALUE and y is NO_VALUE:
        return nonzero(condition)
    if x is NO_VALUE or y is NO_VALUE:
        raise ValueError("either both or neither of x and y should be given")
    return wrap(run(fn.where, _border.convert(condition), to_engine(x), to_engine(y)))


def nonzero(a):
    """Places of the elements that are not zero, one array for each axis."""
    return tuple(wrap(one) for one in run(fn.nonzero, _border.convert(a)))


def flatnonzero(a):
    """Flat indices of the elements that are not zero."""
    return nonzero(asarray(a).ravel())[0]


def argwhere(a):
    """Places of the elements that are not zero, one row each."""
    return wrap(run(fn.argwhere, _border.convert(a)))


def clip(a, a_min=NO_VALUE, a_max=NO_VALUE, out=None, *, dtype=None, **kwargs):
    """Every element brought between two bounds."""
    low = None if a_min is None or a_min is NO_VALUE else to_engine(a_min)
    high = None if a_max is None or a_max is NO_VALUE else to_engine(a_max)
    options = {}
    if out is not None:
        if not isinstance(out, _border.ndarray):
            raise TypeError("return arrays must be of ArrayType")
        options["out"] = out._js
    if dtype is not None:
        options["dtype"] = optional_name(dtype)
    made = run(fn.clip, to_engine(a), low, high, **options)
    return out if out is not None else result(made)


def take(a, indices, axis=None, out=None, mode="raise"):
    """Entries of an axis by place."""
    if mode not in ("raise", "wrap", "clip"):
        raise ValueError("clipmode not understood")
    made = run(fn.take, _border.convert(a), to_engine(indices), None if axis is None else index(axis), mode)
    return result(made) if out is None else _into(out, wrap(made))


def take_along_axis(arr, indices, axis):
    """For each line of an axis, the entries at the places a line of `indices` gives."""
    made = asarray(arr)
    places = asarray(indices)
    if places.dtype.kind not in "iu":
        raise IndexError("`indices` must be an integer array")
    if axis is None:
        made, axis = made.ravel(), 0
    return wrap(run(fn.takeAlongAxis, made._js, places._js, index(axis)))


def put(a, ind, v, mode="raise"):
    """Overwrite places of the flattened array."""
    run(fn.put, a._js, to_engine(ind), to_engine(v))


def choose(a, choices, out=None, mode="raise"):
    """For each element the array whose number it is."""
    return wrap(run(fn.choose, _border.convert(a), to_js([_border.convert(one) for one in choices])))


def compress(condition, a, axis=None, out=None):
    """Entries of an axis where a condition holds."""
    return wrap(run(fn.compress, _border.convert(condition), _border.convert(a), None if axis is None else index(axis)))


def extract(condition, arr):
    """Elements where a condition holds."""
    return take(asarray(arr).ravel(), flatnonzero(condition))


def place(arr, mask, vals):
    """Overwrite the elements where a mask holds."""
    count = int(asarray(mask).astype(bool).sum())
    if count:
        flat = asarray(vals).ravel()
        arr[asarray(mask).astype(bool)] = concatenate((flat,) * -(-count // flat.size))[:count]


def putmask(a, mask, values):
    """Put values where a mask is True, repeated as often as needed."""
    flags = asarray(mask).astype(bool)
    full = wrap(run(fn.broadcastTo, _border.convert(values), to_js(list(a.shape))))
    a[flags] = full[flags]


def copyto(dst, src, casting="same_kind", where=True):
    """Overwrite an array."""
    source = asarray(src)
    if not run(fn.canCastBy, source.dtype.name, dst.dtype.name, casting):
        raise TypeError(
            f"Cannot cast array data from dtype('{source.dtype}') to dtype('{dst.dtype}') according to the rule '{casting}'"
        )
    if where is True:
        dst[...] = source
    else:
        putmask(dst, wrap(run(fn.broadcastTo, _border.convert(where), to_js(list(dst.shape)))), source)


def diagonal(a, offset=0, axis1=0, axis2=1):
    """A diagonal of two axes."""
    return wrap(run(fn.diagonal, _border.convert(a), index(offset), index(axis1), index(axis2)))


def diag(v, k=0):
    """A matrix with a vector on its diagonal, or the diagonal of a matrix."""
    return wrap(run(fn.diag, _border.convert(v), index(k)))


def diagflat(v, k=0):
    """A matrix with the flattened values on its k-th diagonal."""
    return diag(asarray(v).ravel(), k)


def fill_diagonal(a, val, wrap=False):
    """Overwrite the main diagonal."""
    if a.ndim < 2:
        raise ValueError("array must be at least 2-d")
    run(fn.assign, run(fn.diagonal, a._js), to_engine(val))


def tril(m, k=0):
    """What lies at and below a diagonal."""
    return wrap(run(fn.tril, _border.convert(m), index(k)))


def triu(m, k=0):
    """What lies at and above a diagonal."""
    return wrap(run(fn.triu, _border.convert(m), index(k)))


def tril_indices(n, k=0, m=None):
    """Row and column indices of the lower triangle of an n by m matrix."""
    return nonzero(wrap(run(fn.tri, index(n), None if m is None else index(m), index(k), "bool")))


def triu_indices(n, k=0, m=None):
    """Row and column indices of the upper triangle of an n by m matrix."""
    return nonzero(~wrap(run(fn.tri, index(n), None if m is None else index(m), index(k) - 1, "bool")))


def sort(a, axis=-1, kind=None, order=None):
    """Sorted along an axis, NaN last."""
    return wrap(run(fn.sort, _border.convert(a), _along(axis)))


def _along(axis):
    from pyodide.ffi import jsnull

    return jsnull if axis is None else index(axis)


_KINDS = {None: "quicksort", "quicksort": "quicksort", "heapsort": "quicksort", "stable": "stable", "mergesort": "stable"}


def argsort(a, axis=-1, kind=None, order=None):
    """The places that would sort an axis."""
    if kind not in _KINDS:
        raise ValueError(f"sort kind must be one of 'quick', 'heap', or 'stable' (got {kind!r})")
    return wrap(run(fn.argsort, _border.convert(a), _along(axis), _KINDS[kind]))


def lexsort(keys, axis=-1):
    """The places that sort by several keys, the last one first."""
    rows = [asarray(key) for key in keys]
    order = list(range(rows[0].size))
    for key in rows:
        values = key.ravel().tolist()
        order.sort(key=values.__getitem__)
    return array(order, dtype=int)


def partition(a, kth, axis=-1, kind="introselect", order=None):
    """Sorted, which is a partition at every place."""
    return sort(a, axis)


def argpartition(a, kth, axis=-1, kind="introselect", order=None):
    """Indices that sort along an axis (so every kth is in its place)."""
    return argsort(a, axis)


def searchsorted(a, v, side="left", sorter=None):
    """Where values would go into a sorted array."""
    row = asarray(a) if sorter is None else asarray(a)[sorter]
    return result(run(fn.searchsorted, row._js, to_engine(v), side))


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True):
    """The different values, sorted."""
    made = asarray(ar)
    if axis is not None:
        return _unique_along(made, axis, return_index, return_inverse, return_counts)
    if not (return_index or return_inverse or return_counts):
        return wrap(run(fn.unique, made._js))
    found = run(fn.uniqueAll, made._js)
    wanted = [wrap(found.values)]
    if return_index:
        wanted.append(wrap(found.index))
    if return_inverse:
        wanted.append(wrap(found.inverse))
    if return_counts:
        wanted.append(wrap(found.counts))
    return wanted[0] if len(wanted) == 1 else tuple(wanted)


def _unique_along(made, axis, return_index, return_inverse, return_counts):
    moved = wrap(run(fn.moveaxis, made._js, index(axis), 0))
    rows = [tuple(row) for row in moved.reshape(moved.shape[0], -1).tolist()]
    first = {}
    for i, row in enumerate(rows):
        first.setdefault(row, i)
    ordered = sorted(first)
    rank = {row: i for i, row in enumerate(ordered)}
    kept = [first[row] for row in ordered]
    wanted = [wrap(run(fn.moveaxis, moved[kept]._js, 0, index(axis)))]
    if return_index:
        wanted.append(array(kept, dtype=int))
    if return_inverse:
        wanted.append(array([rank[row] for row in rows], dtype=int))
    if return_counts:
        counts = [0] * len(ordered)
        for row in rows:
            counts[rank[row]] += 1
        wanted.append(array(counts, dtype=int))
    return wanted[0] if len(wanted) == 1 else tuple(wanted)


def in1d(ar1, ar2, assume_unique=False, invert=False):
    """Which elements of one array are in the other."""
    return isin(asarray(ar1).ravel(), ar2, invert=invert)


def isin(element, test_elements, assume_unique=False, invert=False):
    """Which elements are among others."""
    made = asarray(element)
    others = unique(test_elements)
    if not others.size:
        found = wrap(run(fn.zeros, to_js(list(made.shape)), "bool"))
        return ~found if invert else found
    places = asarray(searchsorted(others, made))
    found = asarray(take(others, places, mode="clip") == made)
    return ~found if invert else found


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    """The values that are in both."""
    first = unique(ar1)
    return first[isin(first, ar2)]


def union1d(ar1, ar2):
    """The values that are in one of two."""
    return unique(concatenate((asarray(ar1).ravel(), asarray(ar2).ravel())))


def setdiff1d(ar1, ar2, assume_unique=False):
    """The values of one that are not in the other."""
    first = unique(ar1)
    return first[isin(first, ar2, invert=True)]


def setxor1d(ar1, ar2, assume_unique=False):
    """The values that are in one of two only."""
    return union1d(setdiff1d(ar1, ar2), setdiff1d(ar2, ar1))


def _tolerance(rtol, atol, equal_nan):
    return {"rtol": float(rtol), "atol": float(atol), "equalNan": bool(equal_nan)}


def isclose(a, b, rtol=1.0e-5, atol=1.0e-8, equal_nan=False):
    """Where |a - b| <= atol + rtol * |b|."""
    return result(run(fn.isclose, to_engine(a), to_engine(b), **_tolerance(rtol, atol, equal_nan)))


def allclose(a, b, rtol=1.0e-5, atol=1.0e-8, equal_nan=False):
    """Whether all elements are close."""
    return run(fn.allclose, to_engine(a), to_engine(b), **_tolerance(rtol, atol, equal_nan))


def array_equal(a1, a2, equal_nan=False):
    """Whether two arrays have one shape and equal elements."""
    try:
        first, second = _border.convert(a1), _border.convert(a2)
    except (TypeError, ValueError):
        return False
    return run(fn.arrayEqual, first, second, bool(equal_nan))


def array_equiv(a1, a2):
    """Whether two arrays broadcast to equal elements."""
    try:
        return bool((asarray(a1) == asarray(a2)).all())
    except ValueError:
        return False


def around(a, decimals=0, out=None):
    """To the nearest multiple of 10**-decimals, halves to the even one."""
    made = result(run(fn.around, to_engine(a), index(decimals)))
    return made if out is None else _into(out, made)


round = around
round_ = around


def fix(x, out=None):
    """Towards zero."""
    made = asarray(x)
    kept = result(run(fn.trunc, made._js)) if made.dtype.kind == "f" else result(run(fn.trunc, fn.astype(made._js, "float64")))
    return kept if out is None else _into(out, kept)


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    """NaN and infinities as numbers: zero and the limits unless told."""
    made = array(x)
    if made.dtype.kind not in "fc":
        return made if made.ndim else made[()]
    from ._types import finfo

    limits = finfo(made.dtype)
    kinds = made.dtype.kind
    parts = [made.real, made.imag] if kinds == "c" else [made]
    for part in parts:
        missing, high, low = (result(run(one, part._js)) for one in (fn.isnan, fn.isinf, fn.signbit))
        low = wrap(run(fn.logicalAnd, to_engine(high), to_engine(low)))
        high = wrap(run(fn.logicalAnd, to_engine(high), fn.logicalNot(low._js)))
        for flags, value in (
            (missing, nan),
            (high, float(limits.max) if posinf is None else posinf),
            (low, float(limits.min) if neginf is None else neginf),
        ):
            part[asarray(flags)] = value
    if not copy and hasattr(x, "_js"):
        x[...] = made
    return made if made.ndim else made[()]


def real(val):
    """The real parts of the elements."""
    return result(fn.real(_border.convert(val)))


def imag(val):
    """The imaginary parts of the elements."""
    return result(fn.imag(_border.convert(val)))


def angle(z, deg=False):
    """The angle of complex numbers."""
    js = _border.convert(z)
    made = run(fn.arctan2, fn.imag(js), fn.real(js))
    return result(run(fn.degrees, made) if deg else made)


def bincount(x, weights=None, minlength=0):
    """How often each int from 0 on comes."""
    return wrap(run(fn.bincount, _border.convert(x), None if weights is None else _border.convert(weights), index(minlength)))


def digitize(x, bins, right=False):
    """Into which interval each element falls."""
    return result(run(fn.digitize, to_engine(x), _border.convert(bins), bool(right)))


def histogram(a, bins=10, range=None, density=None, weights=None):
    """How many elements fall into each interval."""
    if weights is not None:
        raise NotImplementedError("histogram with weights is not available in Sporebook")
    if isinstance(bins, str):
        raise NotImplementedError("histogram with a rule for its bins is not available in Sporebook")
    parts = bins if isinstance(bins, int) else _border.convert(bins)
    bounds = None
    if range is not None:
        first, last = range
        bounds = to_js([float(first), float(last)])
    made = run(fn.histogram, _border.convert(a), parts, bounds, bool(density))
    return wrap(made.counts), wrap(made.edges)


def interp(x, xp, fp, left=None, right=None, period=None):
    """Values between known points, by straight lines."""
    if period is not None:
        raise NotImplementedError("interp with a period is not available in Sporebook")
    return result(run(fn.interp, to_engine(x), _border.convert(xp), _border.convert(fp), number(left), number(right)))


__all__ = [
    "allclose", "angle", "argpartition", "argsort", "argwhere", "around", "array_equal", "array_equiv", "bincount",
    "choose", "clip", "compress", "copyto", "diag", "diagflat", "diagonal", "digitize", "extract", "fill_diagonal",
    "fix", "flatnonzero", "histogram", "imag", "in1d", "interp", "intersect1d", "isclose", "isin", "lexsort",
    "nan_to_num", "nonzero", "partition", "place", "put", "putmask", "real", "round", "round_", "searchsorted",
    "setdiff1d", "setxor1d", "sort", "take", "take_along_axis", "tril", "tril_indices", "triu", "triu_indices",
    "union1d", "unique", "where",
]  # fmt: skip
