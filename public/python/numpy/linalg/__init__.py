"""numpy.linalg: linear algebra as NumPy 1.24 has it. Numbers: engine/numpy/linalg."""

import _engine

from ._calls import LinAlgError
from ._decompositions import cholesky, eig, eigh, eigvals, eigvalsh, qr, svd
from ._norms import cond, det, matrix_rank, norm, slogdet
from ._solving import inv, lstsq, matrix_power, multi_dot, pinv, solve, tensorinv, tensorsolve

__all__ = [
    "LinAlgError", "cholesky", "cond", "det", "eig", "eigh", "eigvals", "eigvalsh", "inv", "lstsq", "matrix_power",
    "matrix_rank", "multi_dot", "norm", "pinv", "qr", "slogdet", "solve", "svd", "tensorinv", "tensorsolve",
]  # fmt: skip

for _name in __all__:
    globals()[_name].__module__ = "numpy.linalg"


def __getattr__(name):
    raise _engine.absent("numpy.linalg", name)


__partial__ = {
    **dict.fromkeys(["svd", "eigh", "eig"], "from order 26 on, vectors may differ from LAPACK's in sign or order"),
    **dict.fromkeys(["det", "slogdet", "norm"], "the last digit may differ from LAPACK's"),
}
