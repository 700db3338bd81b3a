"""Operations on tensors, as primitives (`ops.Assign()`) and as functions (`ops.assign`)."""

from mindspore._checks import absent
from mindspore.ops import functional, operations, primitive
from mindspore.ops.functional import *
from mindspore.ops.operations import *
from mindspore.ops.primitive import Primitive

__all__ = ["Primitive", *operations.__all__, *functional.__all__]

__getattr__ = absent("mindspore.ops")

__partial__ = dict.fromkeys(
    ["Exp", "Log", "Sin", "Cos", "Tanh", "Sigmoid", "Softmax", "Pow"],
    "the last digit may differ from pages made on a GPU or Ascend",
)
