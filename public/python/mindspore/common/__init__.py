"""What everything else stands on: dtypes, tensors, parameters, initializers, seeds."""

from mindspore.common import api, dtype, initializer, parameter, seed, sparse_tensor, tensor
from mindspore.common.api import jit, ms_class, ms_function
from mindspore.common.dtype import *
from mindspore.common.parameter import Parameter, ParameterTuple
from mindspore.common.seed import get_seed, set_seed
from mindspore.common.sparse_tensor import CSRTensor, RowTensor, SparseTensor
from mindspore.common.tensor import Tensor

__all__ = [
    *dtype.__all__,
    "Tensor",
    "RowTensor",
    "SparseTensor",
    "CSRTensor",
    "Parameter",
    "ParameterTuple",
    "ms_function",
    "ms_class",
    "jit",
    "set_seed",
    "get_seed",
    "dtype",
]
