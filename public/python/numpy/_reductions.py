"""Sums, means, extremes and the like: over all elements or along axes."""

from pyodide.ffi import to_js

from . import _border
from ._border import axes, fn, index, number, result, run, to_engine, wrap
from ._dtypes import optional_name
from ._ufuncs import NO_VALUE, _into, _reduced


def sum(a, axis=None, dtype=None, out=None, keepdims=NO_VALUE, initial=NO_VALUE, where=NO_VALUE):
    """Sum of the elements, in NumPy's order of additions."""
    return _reduced("sum", a, axis, dtype, out, keepdims, initial, where)


def prod(a, axis=None, dtype=None, out=None, keepdims=NO_VALUE, initial=NO_VALUE, where=NO_VALUE):
    """Product of the elements."""
    return _reduced("prod", a, axis, dtype, out, keepdims, initial, where)


def max(a, axis=None, out=None, keepdims=NO_VALUE, initial=NO_VALUE, where=NO_VALUE):
    """The greatest element; NaN if there is one."""
    return _reduced("max", a, axis, None, out, keepdims, initial, where)


def min(a, axis=None, out=None, keepdims=NO_VALUE, initial=NO_VALUE, where=NO_VALUE):
    """The smallest element; NaN if there is one."""
    return _reduced("min", a, axis, None, out, keepdims, initial, where)


amax = max
amin = min


def all(a, axis=None, out=None, keepdims=NO_VALUE, *, where=NO_VALUE):
    """Whether no element is zero."""
    return _reduced("all", a, axis, None, out, keepdims, None, where)


def any(a, axis=None, out=None, keepdims=NO_VALUE, *, where=NO_VALUE):
    """Whether an element is not zero."""
    return _reduced("any", a, axis, None, out, keepdims, None, where)


def mean(a, axis=None, dtype=None, out=None, keepdims=NO_VALUE, *, where=NO_VALUE):
    """Sum divided by number; float64 for integers."""
    return _reduced("mean", a, axis, dtype, out, keepdims, None, where)


def _spread(function, a, axis, dtype, out, ddof, keepdims, where):
    options = {"ddof": ddof}
    if axis is not None:
        options["axis"] = axes(axis)
    if dtype is not None:
        options["dtype"] = optional_name(dtype)
    if keepdims is not NO_VALUE and keepdims:
        options["keepdims"] = True
    if where is not NO_VALUE and where is not True:
        options["where"] = _border.convert(where)
    return _out(result(run(getattr(fn, function), _border.convert(a), **options)), out)


def _out(made, out):
    return made if out is None else _into(out, made)


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=NO_VALUE, *, where=NO_VALUE):
    """Mean of the squared distances from the mean."""
    return _spread("variance", a, axis, dtype, out, ddof, keepdims, where)


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=NO_VALUE, *, where=NO_VALUE):
    """Square root of the variance."""
    return _spread("std", a, axis, dtype, out, ddof, keepdims, where)


def ptp(a, axis=None, out=None, keepdims=NO_VALUE):
    """Greatest minus smallest."""
    return _reduced("ptp", a, axis, None, out, keepdims, None, True)


def average(a, axis=None, weights=None, returned=False, *, keepdims=NO_VALUE):
    """Mean with weights."""
    array = _border.wrap(_border.convert(a))
    weighted = None if weights is None else _border.convert(weights)
    if weighted is not None and not any(_border.wrap(weighted)):
        raise ZeroDivisionError("Weights sum to zero, can't be normalized")
    made = result(run(fn.average, array._js, axes(axis), weighted))
    if not returned:
        return made
    count = array.size / made.size if weights is None else sum(_border.wrap(weighted), axis=axis)
    return made, made * 0 + count


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The middle element, or the mean of the two middle ones."""
    return _out(result(run(fn.median, _border.convert(a), axes(axis), keepdims)), out)


def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, interpolation=None):
    """The value below which a part q of the elements lies."""
    if method != "linear" or interpolation not in (None, "linear"):
        raise NotImplementedError("only method='linear' is available in Sporebook")
    return _out(result(run(fn.quantile, _border.convert(a), to_engine(q), axes(axis), keepdims)), out)


def percentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, interpolation=None):
    """The value below which q percent of the elements lie."""
    part = result(run(fn.divide, to_engine(q), 100))
    try:
        return quantile(a, part, axis, out, overwrite_input, method, keepdims, interpolation=interpolation)
    except ValueError as error:
        if "Quantiles" in str(error):
            raise ValueError("Percentiles must be in the range [0, 100]") from None
        raise


def argmax(a, axis=None, out=None, *, keepdims=NO_VALUE):
    """The place of the greatest element."""
    return _extreme(fn.argmax, a, axis, out, keepdims)


def argmin(a, axis=None, out=None, *, keepdims=NO_VALUE):
    """The place of the smallest element."""
    return _extreme(fn.argmin, a, axis, out, keepdims)


def _extreme(function, a, axis, out, keepdims):
    along = None if axis is None else index(axis)
    return _out(result(run(function, _border.convert(a), along, keepdims is not NO_VALUE and bool(keepdims))), out)


def cumsum(a, axis=None, dtype=None, out=None):
    """Running sum; without an axis, of the flattened array."""
    return _out(wrap(run(fn.cumsum, _border.convert(a), axis=axes(axis), dtype=optional_name(dtype))), out)


def cumprod(a, axis=None, dtype=None, out=None):
    """Running product; without an axis, of the flattened array."""
    return _out(wrap(run(fn.cumprod, _border.convert(a), axis=axes(axis), dtype=optional_name(dtype))), out)


def diff(a, n=1, axis=-1):
    """Differences of neighbours, n times."""
    return wrap(run(fn.diff, _border.convert(a), index(n), index(axis)))


def count_nonzero(a, axis=None, *, keepdims=False):
    """How many elements are not zero."""
    flags = _border.wrap(run(fn.astype, _border.convert(a), "bool"))
    made = sum(flags, axis=axis, keepdims=keepdims)
    return int(made) if axis is None and not keepdims else made


def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    """Sum of a diagonal."""
    made = result(run(fn.trace, _border.convert(a), index(offset), index(axis1), index(axis2), optional_name(dtype)))
    return _out(made, out)


def _without_nan(a, replacement):
    """The array with its NaNs replaced, and where they were."""
    array = _border.wrap(_border.convert(a))
    if array.dtype.kind not in "fc":
        return array, None
    missing = _border.wrap(run(fn.isnan, array._js))
    return _border.wrap(run(fn.where, missing._js, number(replacement), array._js)), missing


def nansum(a, axis=None, dtype=None, out=None, keepdims=NO_VALUE, initial=NO_VALUE, where=NO_VALUE):
    """Sum of what is not NaN."""
    return sum(_without_nan(a, 0)[0], axis, dtype, out, keepdims, initial, where)


def nanprod(a, axis=None, dtype=None, out=None, keepdims=NO_VALUE, initial=NO_VALUE, where=NO_VALUE):
    """Product of what is not NaN."""
    return prod(_without_nan(a, 1)[0], axis, dtype, out, keepdims, initial, where)


def nanmax(a, axis=None, out=None, keepdims=NO_VALUE, initial=NO_VALUE, where=NO_VALUE):
    """The greatest element that is not NaN."""
    return _reduced("nanmax", a, axis, None, out, keepdims, initial, where)


def nanmin(a, axis=None, out=None, keepdims=NO_VALUE, initial=NO_VALUE, where=NO_VALUE):
    """The smallest element that is not NaN."""
    return _reduced("nanmin", a, axis, None, out, keepdims, initial, where)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=NO_VALUE, *, where=NO_VALUE):
    """Mean of what is not NaN."""
    array, missing = _without_nan(a, 0)
    if missing is None:
        return mean(array, axis, dtype, out, keepdims)
    present = _border.wrap(run(fn.logicalNot, missing._js))
    total = sum(array, axis, dtype, None, keepdims)
    count = sum(present, axis, None, None, keepdims)
    return _out(result(run(fn.divide, to_engine(total), to_engine(count), dtype=total.dtype.name)), out)


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=NO_VALUE, *, where=NO_VALUE):
    """Variance of what is not NaN."""
    array, missing = _without_nan(a, 0)
    if missing is None:
        return var(array, axis, dtype, out, ddof, keepdims)
    present = _border.wrap(run(fn.logicalNot, missing._js))
    count = sum(present, axis, None, None, True)
    center = sum(array, axis, None, None, True) / count
    distance = (array - center) * present
    total = sum(distance * distance, axis, dtype, None, keepdims)
    return _out(total / (sum(present, axis, None, None, keepdims) - ddof), out)


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=NO_VALUE, *, where=NO_VALUE):
    """Standard deviation of what is not NaN."""
    return _out(result(run(fn.sqrt, to_engine(nanvar(a, axis, dtype, None, ddof, keepdims)))), out)


def cov(m, y=None, rowvar=True, bias=False, ddof=None):
    """Covariance of variables: the rows, or the columns without `rowvar`."""
    array = _rows(m, rowvar)
    if y is not None:
        array = _border.wrap(run(fn.vstack, to_js([array._js, _rows(y, rowvar)._js])))
    correction = ddof if ddof is not None else (0 if bias else 1)
    return result(run(fn.cov, array._js, index(correction)))


def _rows(m, rowvar):
    array = _border.wrap(_border.convert(m))
    return array if rowvar or array.ndim < 2 else array.T


def corrcoef(x, y=None, rowvar=True):
    """Correlation of variables."""
    c = cov(x, y, rowvar)
    if not c.ndim:
        return c / c
    spread = _border.wrap(run(fn.sqrt, fn.diagonal(c._js)))
    made = c / spread[:, None] / spread[None, :]
    return _border.wrap(run(fn.clip, made._js, -1, 1))


__all__ = [
    "all", "amax", "amin", "any", "argmax", "argmin", "average", "corrcoef", "count_nonzero", "cov", "cumprod",
    "cumsum", "diff", "max", "mean", "median", "min", "nanmax", "nanmean", "nanmin", "nanprod", "nanstd", "nansum",
    "nanvar", "percentile", "prod", "ptp", "quantile", "std", "sum", "trace", "var",
]  # fmt: skip
