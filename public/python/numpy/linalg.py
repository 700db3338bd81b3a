"""Linear algebra: numpy.linalg. Numbers: engine/numpy/linalg."""

import _engine
from pyodide.ffi import JsException, jsnull, to_js

from . import _border
from ._border import axes, index, number, result, to_engine, wrap


class LinAlgError(ValueError):
    """A matrix that a decomposition cannot handle."""

    __module__ = "numpy.linalg"


_engine.RAISED_AS["LinAlgError"] = LinAlgError


def _run(name, *args, **options):
    try:
        return getattr(_engine.engine.numpy.linalg, name)(*args, **options)
    except JsException as error:
        raise _engine.python_error(error) from None


def _array(a):
    return _border.convert(a)


def norm(x, ord=None, axis=None, keepdims=False):
    """A norm of vectors or matrices."""
    options = {"keepdims": bool(keepdims)}
    if ord is not None:
        options["ord"] = ord
    if axis is not None:
        options["axis"] = axes(axis)
    return result(_run("norm", _array(x), **options))


def inv(a):
    """The inverse of square matrices."""
    return wrap(_run("inv", _array(a)))


def solve(a, b):
    """The x of a @ x = b."""
    return wrap(_run("solve", _array(a), _array(b)))


def det(a):
    """The determinant of square matrices."""
    return result(_run("det", _array(a)))


def slogdet(a):
    """Sign and logarithm of the determinant."""
    return tuple(result(one) for one in _run("slogdet", _array(a)))


def qr(a, mode="reduced"):
    """Orthogonal times upper triangular."""
    made = [wrap(one) for one in _run("qr", _array(a), mode)]
    return made[0] if mode == "r" else tuple(made)


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    """Singular values with their vectors: u, s, vh."""
    if not compute_uv:
        return wrap(_run("singularValues", _array(a), bool(hermitian)))
    made = _run("svd", _array(a), fullMatrices=bool(full_matrices), hermitian=bool(hermitian))
    return tuple(wrap(one) for one in made)


def eig(a):
    """Eigenvalues and eigenvectors."""
    return tuple(wrap(one) for one in _run("eig", _array(a)))


def eigvals(a):
    """Eigenvalues."""
    return wrap(_run("eigvals", _array(a)))


def eigh(a, UPLO="L"):
    """Eigenvalues and eigenvectors of symmetric matrices."""
    return tuple(wrap(one) for one in _run("eigh", _array(a), UPLO))


def eigvalsh(a, UPLO="L"):
    """Eigenvalues of symmetric matrices."""
    return wrap(_run("eigvalsh", _array(a), UPLO))


def cholesky(a):
    """The lower triangle whose product with its transpose is a."""
    return wrap(_run("cholesky", _array(a)))


def pinv(a, rcond=1e-15, hermitian=False):
    """The pseudo-inverse."""
    return wrap(_run("pinv", _array(a), to_engine(rcond), bool(hermitian)))


def lstsq(a, b, rcond="warn"):
    """The x of least squares: x, residuals, rank, singular values."""
    limit = -1 if rcond == "warn" else jsnull if rcond is None else float(rcond)
    x, residuals, rank, singular = _run("lstsq", _array(a), _array(b), limit)
    return wrap(x), wrap(residuals), int(rank), wrap(singular)


def matrix_rank(A, tol=None, hermitian=False):
    """How many singular values are not zero."""
    return result(_run("matrixRank", _array(A), jsnull if tol is None else to_engine(tol), bool(hermitian)))


def matrix_power(a, n):
    """A square matrix to a whole power."""
    if not hasattr(n, "__index__"):
        raise TypeError("exponent must be an integer")
    return wrap(_run("matrixPower", _array(a), index(n)))


def cond(x, p=None):
    """The condition number."""
    return result(_run("cond", _array(x), jsnull if p is None else p))


def multi_dot(arrays, *, out=None):
    """The product of several matrices in the cheapest order."""
    made = result(_run("multiDot", to_js([_array(one) for one in arrays])))
    if out is None:
        return made
    out[...] = made
    return out


def tensorsolve(a, b, axes=None):
    """The x of tensordot(a, x) = b."""
    return wrap(_run("tensorsolve", _array(a), _array(b), jsnull if axes is None else to_js(list(axes))))


def tensorinv(a, ind=2):
    """The inverse for tensordot."""
    return wrap(_run("tensorinv", _array(a), index(ind)))


__all__ = [
    "LinAlgError", "cholesky", "cond", "det", "eig", "eigh", "eigvals", "eigvalsh", "inv", "lstsq", "matrix_power",
    "matrix_rank", "multi_dot", "norm", "pinv", "qr", "slogdet", "solve", "svd", "tensorinv", "tensorsolve",
]  # fmt: skip
