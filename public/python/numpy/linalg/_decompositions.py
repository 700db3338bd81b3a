"""Matrices taken apart: triangles, orthogonal factors, singular values, eigenvalues."""

import warnings

from .._border import result, run, to_engine
from ._calls import la, results


def cholesky(a):
    """The lower triangular L with a = L @ L.conj().T, of positive definite matrices a."""
    return result(run(la.cholesky, to_engine(a)))


def qr(a, mode="reduced"):
    """a = q @ r, q with orthonormal columns and r upper triangular.

    mode: 'reduced' (q, r), 'complete' (q and r as large as they get), 'r' (only r), 'raw' (reflectors, factors).
    """
    if mode in ("f", "full"):
        warnings.warn(
            "The 'full' option is deprecated in favor of 'reduced'.\nFor backward compatibility let mode default.",
            DeprecationWarning,
            stacklevel=2,
        )
        mode = "reduced"
    elif mode in ("e", "economic"):
        warnings.warn("The 'economic' option is deprecated.", DeprecationWarning, stacklevel=2)
        return results(la.qr, to_engine(a), "raw")[0].swapaxes(-1, -2)
    elif mode not in ("reduced", "complete", "r", "raw"):
        raise ValueError(f"Unrecognized mode '{mode}'")
    parts = results(la.qr, to_engine(a), mode)
    return parts[0] if mode == "r" else parts


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    """(u, s, vh) with a = u @ diag(s) @ vh, s descending; only s if not `compute_uv`."""
    if not compute_uv:
        return result(run(la.singularValues, to_engine(a), bool(hermitian)))
    return results(la.svd, to_engine(a), fullMatrices=bool(full_matrices), hermitian=bool(hermitian))


def eig(a):
    """Eigenvalues and right eigenvectors (columns) of square matrices."""
    return results(la.eig, to_engine(a))


def eigvals(a):
    """The eigenvalues of square matrices."""
    return result(run(la.eigvals, to_engine(a)))


def eigh(a, UPLO="L"):
    """Eigenvalues, ascending, and eigenvectors (columns) of symmetric or Hermitian matrices; one triangle is read."""
    UPLO = UPLO.upper()
    return results(la.eigh, to_engine(a), UPLO)


def eigvalsh(a, UPLO="L"):
    """The eigenvalues, ascending, of symmetric or Hermitian matrices."""
    UPLO = UPLO.upper()
    return result(run(la.eigvalsh, to_engine(a), UPLO))
