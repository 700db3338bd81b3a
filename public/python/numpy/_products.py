"""Products of vectors and matrices, and polynomials."""

from pyodide.ffi import jsnull, to_js

from . import _border
from ._array import array, asarray
from ._border import axes, fn, index, number, result, run, to_engine, wrap
from ._shapes import _into


def _out(made, out):
    return made if out is None else _into(out, made)


def dot(a, b, out=None):
    """Sum over the last axis of a and the second last of b."""
    return _out(result(run(fn.dot, to_engine(a), to_engine(b))), out)


def vdot(a, b):
    """Dot product of the flattened arrays, the first conjugated."""
    return result(run(fn.vdot, _border.convert(a), _border.convert(b)))


def inner(a, b):
    """Sums of products over the last axes."""
    return result(run(fn.inner, to_engine(a), to_engine(b)))


def outer(a, b, out=None):
    """Every product of two elements."""
    return _out(wrap(run(fn.outer, _border.convert(a), _border.convert(b))), out)


def tensordot(a, b, axes=2):
    """Sums of products over chosen axes."""
    if hasattr(axes, "__index__"):
        pairs = index(axes)
    else:
        ours, theirs = axes
        pairs = to_js([[index(k) for k in (some if hasattr(some, "__len__") else [some])] for some in (ours, theirs)])
    return result(run(fn.tensordot, _border.convert(a), _border.convert(b), pairs))


def kron(a, b):
    """Every product of a's elements with the whole of b."""
    return wrap(run(fn.kron, _border.convert(a), _border.convert(b)))


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    """Cross product of vectors."""
    options = {"axisa": index(axisa), "axisb": index(axisb), "axisc": index(axisc)}
    if axis is not None:
        options["axis"] = index(axis)
    return result(run(fn.cross, _border.convert(a), _border.convert(b), **options))


def einsum(*operands, out=None, optimize=False, dtype=None, casting="safe", order="K"):
    """Einstein's summation: letters name axes, those missing in the result are summed over."""
    from ._dtypes import optional_name

    options = {"casting": casting}
    if dtype is not None:
        options["dtype"] = optional_name(dtype)
    if operands and isinstance(operands[0], str):
        given = to_js([_border.convert(one) for one in operands[1:]])
        made = run(fn.einsum, operands[0], given, **options)
    else:
        pairs = list(operands)
        output = _labels(pairs.pop()) if len(pairs) % 2 else jsnull
        arrays = to_js([_border.convert(one) for one in pairs[::2]])
        made = run(fn.einsumOfLists, arrays, to_js([_labels(one) for one in pairs[1::2]]), output, **options)
    return _out(result(made), out)


def _labels(labels):
    return to_js(["..." if one is Ellipsis else index(one) for one in labels])


def convolve(a, v, mode="full"):
    """Discrete convolution of two vectors."""
    first, second = asarray(a), asarray(v)
    if first.size == 0 or second.size == 0:
        raise ValueError("a cannot be empty" if first.size == 0 else "v cannot be empty")
    if first.ndim > 1 or second.ndim > 1:
        raise ValueError("object too deep for desired array")
    first, second = first.ravel(), second.ravel()
    if second.size > first.size:
        first, second = second, first
    return _correlated(first, second[::-1], mode)


def correlate(a, v, mode="valid"):
    """Cross-correlation of two vectors."""
    first, second = asarray(a).ravel(), asarray(v).ravel()
    if first.size == 0 or second.size == 0:
        raise ValueError("first array argument cannot be empty" if first.size == 0 else "second array argument cannot be empty")
    if second.dtype.kind == "c":
        second = second.conj()
    if second.size > first.size:
        return _correlated(second[::-1], first[::-1], mode)
    return _correlated(first, second, mode)


def _correlated(long, short, mode):
    n, m = long.size, short.size
    before, after = {"full": (m - 1, m - 1), "valid": (0, 0), "same": (m // 2, (m - 1) // 2)}.get(mode, (None, None))
    if before is None:
        raise ValueError(f"mode must be one of 'valid', 'same', or 'full' (got '{mode}')")
    if mode == "same":
        before, after = m - 1 - (m - 1) // 2, (m - 1) // 2
    name = fn.promoteTypes(long.dtype.name, short.dtype.name)
    padded = wrap(run(fn.pad, fn.astype(long._js, name), to_js([[before, after]])))
    total = n + before + after - m + 1
    windows = [padded[i : i + total] * short[i] for i in range(m)]
    made = windows[0]
    for one in windows[1:]:
        made = made + one
    return made


def polyval(p, x):
    """A polynomial's value: coefficients from the highest power down."""
    coefficients = asarray(p)
    at = asarray(x) if not hasattr(x, "_js") else x
    made = at * 0
    for coefficient in coefficients:
        made = made * at + coefficient
    return made if not hasattr(made, "ndim") or made.ndim else made[()]


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """The polynomial of least squares through points."""
    if full or cov:
        raise NotImplementedError("polyfit with full or cov is not available in Sporebook")
    if deg < 0:
        raise ValueError("expected deg >= 0")
    from . import linalg
    from ._creation import vander

    at, values = asarray(x) + 0.0, asarray(y) + 0.0
    if at.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if at.size == 0:
        raise TypeError("expected non-empty vector for x")
    if values.ndim < 1 or values.ndim > 2:
        raise TypeError("expected 1D or 2D array for y")
    if at.shape[0] != values.shape[0]:
        raise TypeError("expected x and y to have same length")
    matrix = vander(at, index(deg) + 1)
    if w is not None:
        weights = asarray(w) + 0.0
        matrix = matrix * weights[:, None]
        values = values * (weights[:, None] if values.ndim == 2 else weights)
    scale = wrap(run(fn.sqrt, (matrix * matrix).sum(axis=0)._js))
    limit = at.size * 2.220446049250313e-16 if rcond is None else rcond
    solved = linalg.lstsq(matrix / scale, values, limit)[0]
    return (solved.T / scale).T


def polyadd(a1, a2):
    """Sum of two polynomials."""
    first, second = asarray(a1), asarray(a2)
    size = max(first.size, second.size)
    return _widened(first, size) + _widened(second, size)


def polysub(a1, a2):
    """Difference of two polynomials."""
    first, second = asarray(a1), asarray(a2)
    size = max(first.size, second.size)
    return _widened(first, size) - _widened(second, size)


def _widened(made, size):
    return wrap(run(fn.pad, made._js, to_js([[size - made.size, 0]])))


def polymul(a1, a2):
    """Product of two polynomials."""
    return convolve(a1, a2)


def polyder(p, m=1):
    """Derivative of a polynomial."""
    made = asarray(p)
    if m < 0:
        raise ValueError("Order of derivative must be positive (see polyint)")
    for _ in range(min(m, made.size)):
        powers = array(list(range(made.size - 1, 0, -1)), dtype=int)
        made = made[:-1] * powers
    return made


def polyint(p, m=1, k=None):
    """Integral of a polynomial, with 0 as its constant."""
    made = asarray(p)
    if m < 0:
        raise ValueError("Order of integral must be positive (see polyder)")
    if m > 10000:
        raise MemoryError(f"a polynomial of more than {m} coefficients is refused")
    for _ in range(m):
        powers = array(list(range(made.size, 0, -1)), dtype=float)
        made = wrap(run(fn.pad, (made / powers)._js, to_js([[0, 1]])))
    return made


def roots(p):
    """The zeros of a polynomial."""
    from . import linalg
    from ._creation import zeros

    values = asarray(p).tolist()
    while values and values[-1] == 0:
        values.pop()
    tail = asarray(p).size - len(values)
    while values and values[0] == 0:
        values.pop(0)
    count = len(values) - 1
    if count < 1:
        return zeros(tail if values else 0)
    companion = zeros((count, count))
    if isinstance(values[0], complex):
        companion = companion.astype(complex)
    for i in range(count - 1):
        companion[i + 1, i] = 1.0
    companion[0] = -asarray(values[1:]) / values[0]
    found = linalg.eigvals(companion)
    if not tail:
        return found
    return wrap(run(fn.pad, found._js, to_js([[0, tail]])))


def gradient(f, *varargs, axis=None, edge_order=1):
    """Differences between neighbours, central inside, one-sided at the ends."""
    values = asarray(f)
    values = values + 0.0 if values.dtype.kind in "iub" else values
    along = range(values.ndim) if axis is None else [axis] if hasattr(axis, "__index__") else list(axis)
    steps = list(varargs) or [1.0]
    steps = steps * len(along) if len(steps) == 1 else steps
    if len(steps) != len(along):
        raise TypeError("invalid number of arguments")
    if edge_order != 1:
        raise NotImplementedError("gradient with edge_order 2 is not available in Sporebook")
    made = []
    for one, step in zip(along, steps):
        moved = wrap(run(fn.moveaxis, values._js, index(one), 0))
        if moved.shape[0] < 2:
            raise ValueError(
                "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required."
            )
        if hasattr(step, "__len__"):
            raise NotImplementedError("gradient with uneven steps is not available in Sporebook")
        slope = moved.copy()
        slope[1:-1] = (moved[2:] - moved[:-2]) / (2.0 * step)
        slope[0] = (moved[1] - moved[0]) / step
        slope[-1] = (moved[-1] - moved[-2]) / step
        made.append(wrap(run(fn.moveaxis, slope._js, 0, index(one))))
    return made[0] if len(made) == 1 else made


def trapz(y, x=None, dx=1.0, axis=-1):
    """Area under points, by trapezoids."""
    from ._reductions import diff

    values = wrap(run(fn.moveaxis, _border.convert(y), index(axis), -1))
    steps = dx if x is None else diff(asarray(x))
    return (steps * (values[..., 1:] + values[..., :-1]) / 2.0).sum(-1)


__all__ = [
    "convolve", "correlate", "cross", "dot", "einsum", "gradient", "inner", "kron", "outer", "polyadd", "polyder",
    "polyfit", "polyint", "polymul", "polysub", "polyval", "roots", "tensordot", "trapz", "vdot",
]  # fmt: skip
