"""Numbers that say something about matrices: norms, determinants, ranks."""

from pyodide.ffi import to_js

from .._border import index, result, run, to_engine
from ._calls import la, results


def _order(ord):
    """A norm's order as the engine takes it."""
    if ord is None or isinstance(ord, (str, float)):
        return ord
    try:
        return float(ord)  # whole or not, bools too: the engine has one kind of number
    except TypeError:
        raise ValueError("Invalid norm order for matrices.") from None


def _axes(axis):
    refusal = "'axis' must be None, an integer or a tuple of integers"
    try:
        if isinstance(axis, tuple):
            return to_js([index(one) for one in axis])
        return axis if axis is None else index(int(axis))
    except Exception as error:
        raise TypeError(refusal) from error


def norm(x, ord=None, axis=None, keepdims=False):
    """The norm of vectors or matrices: ord is a number, inf, -inf, 'fro', 'nuc', or None for the 2-norm of all."""
    options = {"keepdims": True} if keepdims else {}
    if ord is not None:
        options["ord"] = _order(ord)
    if axis is not None:
        options["axis"] = _axes(axis)
    return result(run(la.norm, to_engine(x), **options))


def cond(x, p=None):
    """The condition number: of p None by singular values, else norm(x, p) * norm(inv(x), p)."""
    return result(run(la.cond, to_engine(x), *(() if p is None else (_order(p),))))


def det(a):
    """The determinants of square matrices."""
    return result(run(la.det, to_engine(a)))


def slogdet(a):
    """Sign and natural logarithm of the magnitude of determinants."""
    return results(la.slogdet, to_engine(a))


def matrix_rank(A, tol=None, hermitian=False):
    """How many singular values are above tol."""
    array = to_engine(A)
    rank = result(run(la.matrixRank, array, None if tol is None else to_engine(tol), bool(hermitian)))
    return int(rank) if getattr(array, "ndim", 0) < 2 else rank
