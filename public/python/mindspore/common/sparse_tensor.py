"""Tensors that keep only what is not zero: their parts, without operations."""

from mindspore._checks import kind_name
from mindspore.common.tensor import Tensor

__all__ = ["RowTensor", "SparseTensor", "COOTensor", "CSRTensor"]


def _check_parts(owner, **parts):
    for name, part in parts.items():
        if not isinstance(part, Tensor):
            raise TypeError(f"For '{owner}', the '{name}' must be a Tensor, but got '{kind_name(part)}'.")


class RowTensor:
    """Some rows of a dense tensor, and which ones."""

    def __init__(self, indices, values, dense_shape):
        _check_parts("RowTensor", indices=indices, values=values)
        self.indices = indices
        self.values = values
        self.dense_shape = tuple(dense_shape)


class SparseTensor:
    """Some elements of a dense tensor, and where they are."""

    def __init__(self, indices, values, shape):
        _check_parts(type(self).__name__, indices=indices, values=values)
        self.indices = indices
        self.values = values
        self.shape = tuple(shape)

    @property
    def dense_shape(self):
        """The name of `shape` up to 1.5."""
        return self.shape

    @property
    def dtype(self):
        """The dtype of the values."""
        return self.values.dtype

    def astype(self, dtype):
        """The same with values of another dtype."""
        return type(self)(self.indices, self.values.astype(dtype), self.shape)


class COOTensor(SparseTensor):
    """The later name of SparseTensor."""


class CSRTensor:
    """The elements of a matrix row by row, their columns, and where each row begins."""

    def __init__(self, indptr, indices, values, shape):
        _check_parts("CSRTensor", indptr=indptr, indices=indices, values=values)
        self.indptr = indptr
        self.indices = indices
        self.values = values
        self.shape = tuple(shape)

    @property
    def dtype(self):
        """The dtype of the values."""
        return self.values.dtype

    def astype(self, dtype):
        """The same with values of another dtype."""
        return CSRTensor(self.indptr, self.indices, self.values.astype(dtype), self.shape)
