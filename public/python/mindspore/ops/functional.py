"""The operations as plain functions. What each does: mindspore.ops.operations."""

from mindspore.ops import operations as P

_plain = {
    "abs": P.Abs,
    "absolute": P.Abs,
    "neg": P.Neg,
    "sign": P.Sign,
    "square": P.Square,
    "sqrt": P.Sqrt,
    "rsqrt": P.Rsqrt,
    "reciprocal": P.Reciprocal,
    "exp": P.Exp,
    "expm1": P.Expm1,
    "log": P.Log,
    "log1p": P.Log1p,
    "sin": P.Sin,
    "cos": P.Cos,
    "tan": P.Tan,
    "asin": P.Asin,
    "acos": P.ACos,
    "atan": P.Atan,
    "sinh": P.Sinh,
    "cosh": P.Cosh,
    "tanh": P.Tanh,
    "sigmoid": P.Sigmoid,
    "relu": P.ReLU,
    "floor": P.Floor,
    "ceil": P.Ceil,
    "rint": P.Rint,
    "logical_not": P.LogicalNot,
    "isnan": P.IsNan,
    "isinf": P.IsInf,
    "isfinite": P.IsFinite,
    "add": P.Add,
    "tensor_add": P.Add,
    "sub": P.Sub,
    "tensor_sub": P.Sub,
    "mul": P.Mul,
    "tensor_mul": P.Mul,
    "div": P.RealDiv,
    "tensor_div": P.RealDiv,
    "floor_div": P.FloorDiv,
    "floordiv": P.FloorDiv,
    "tensor_floordiv": P.FloorDiv,
    "mod": P.FloorMod,
    "floormod": P.FloorMod,
    "tensor_mod": P.FloorMod,
    "pow": P.Pow,
    "tensor_pow": P.Pow,
    "maximum": P.Maximum,
    "minimum": P.Minimum,
    "equal": P.Equal,
    "not_equal": P.NotEqual,
    "less": P.Less,
    "tensor_lt": P.Less,
    "less_equal": P.LessEqual,
    "le": P.LessEqual,
    "tensor_le": P.LessEqual,
    "greater": P.Greater,
    "gt": P.Greater,
    "tensor_gt": P.Greater,
    "greater_equal": P.GreaterEqual,
    "ge": P.GreaterEqual,
    "tensor_ge": P.GreaterEqual,
    "logical_and": P.LogicalAnd,
    "logical_or": P.LogicalOr,
    "zeros_like": P.ZerosLike,
    "ones_like": P.OnesLike,
    "zeros": P.Zeros,
    "ones": P.Ones,
    "fill": P.Fill,
    "eye": P.Eye,
    "shape": P.Shape,
    "rank": P.Rank,
    "size": P.Size,
    "dtype": P.DType,
    "cast": P.Cast,
    "reshape": P.Reshape,
    "transpose": P.Transpose,
    "expand_dims": P.ExpandDims,
    "gather": P.Gather,
    "select": P.Select,
    "tile": P.Tile,
    "one_hot": P.OneHot,
    "reduce_sum": P.ReduceSum,
    "reduce_mean": P.ReduceMean,
    "reduce_max": P.ReduceMax,
    "reduce_min": P.ReduceMin,
    "reduce_prod": P.ReduceProd,
    "addn": P.AddN,
    "assign": P.Assign,
    "assign_add": P.AssignAdd,
    "assign_sub": P.AssignSub,
}
globals().update({name: make() for name, make in _plain.items()})


def matmul(x1, x2):
    """The product of the matrices in the last two axes; leading axes broadcast."""
    return P.BatchMatMul()(x1, x2)


def concat(input_x, axis=0):
    """Tensors end to end along an axis."""
    return P.Concat(axis)(input_x)


def stack(input_x, axis=0):
    """Tensors side by side along a new axis."""
    return P.Stack(axis)(input_x)


def split(input_x, axis=0, output_num=1):
    """Equal parts along an axis."""
    return P.Split(axis, output_num)(input_x)


def squeeze(input_x, axis=()):
    """Without axes of length 1."""
    return P.Squeeze(axis)(input_x)


def broadcast_to(x, shape):
    """The tensor repeated along axes so that it has a shape."""
    return P.BroadcastTo(shape)(x)


def softmax(x, axis=-1):
    """exp(x) over their sum along an axis."""
    return P.Softmax(axis)(x)


def argmax(x, axis=-1):
    """Where the greatest element stands along an axis."""
    return P.Argmax(axis)(x)


def stop_gradient(value):
    """The value itself; nothing flows back through it."""
    return value


__all__ = [
    *_plain,
    "matmul",
    "concat",
    "stack",
    "split",
    "squeeze",
    "broadcast_to",
    "softmax",
    "argmax",
    "stop_gradient",
]
