"""The primitives: classes whose objects are operations, made once with their settings and called with tensors."""

from mindspore.ops.operations import array_ops, math_ops, nn_ops
from mindspore.ops.operations.array_ops import *
from mindspore.ops.operations.math_ops import *
from mindspore.ops.operations.nn_ops import *

__all__ = [*array_ops.__all__, *math_ops.__all__, *nn_ops.__all__]
