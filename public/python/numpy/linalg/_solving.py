"""Linear equations, inverses, powers and products of matrices."""

import warnings

from pyodide.ffi import to_js

from .._border import index, result, run, to_engine
from ._calls import la


def solve(a, b):
    """x with a @ x = b."""
    return result(run(la.solve, to_engine(a), to_engine(b)))


def inv(a):
    """The inverse of square matrices."""
    return result(run(la.inv, to_engine(a)))


def pinv(a, rcond=1e-15, hermitian=False):
    """The Moore-Penrose inverse; singular values up to rcond times the greatest count as 0."""
    return result(run(la.pinv, to_engine(a), to_engine(rcond), bool(hermitian)))


def lstsq(a, b, rcond="warn"):
    """(x, residuals, rank, singular values): the x of least norm that minimizes the norm of b - a @ x."""
    if rcond == "warn":
        warnings.warn(
            "`rcond` parameter will change to the default of machine precision times ``max(M, N)`` where M and N are the "
            "input matrix dimensions.\nTo use the future default and silence this warning we advise to pass "
            "`rcond=None`, to keep using the old, explicitly pass `rcond=-1`.",
            FutureWarning,
            stacklevel=2,
        )
        rcond = -1
    limit = None if rcond is None else float(rcond)
    x, residuals, rank, singular = run(la.lstsq, to_engine(a), to_engine(b), limit)
    return result(x), result(residuals), rank, result(singular)


def matrix_power(a, n):
    """a times itself n times; powers of the inverse for n below 0."""
    array = to_engine(a)
    if not hasattr(n, "__index__"):
        run(la.matrixPower, array, 1)  # what is wrong with a comes first
        raise TypeError("exponent must be an integer")
    return result(run(la.matrixPower, array, n.__index__()))


def multi_dot(arrays, *, out=None):
    """The product of two or more matrices, in the order that costs least."""
    made = result(run(la.multiDot, to_js([to_engine(array) for array in arrays])))
    if out is None:
        return made
    out[...] = made
    return out


def tensorinv(a, ind=2):
    """The inverse in the sense of tensordot over the first `ind` axes."""
    return result(run(la.tensorinv, to_engine(a), index(ind)))


def tensorsolve(a, b, axes=None):
    """x with tensordot(a, x, x.ndim) = b."""
    places = () if axes is None else (to_js([index(axis) for axis in axes]),)
    return result(run(la.tensorsolve, to_engine(a), to_engine(b), *places))
