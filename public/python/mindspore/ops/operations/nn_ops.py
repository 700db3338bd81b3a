"""Operations that layers are made of. Numbers: engine/ops/activation.ts, conv2d.ts, pool.ts."""

from mindspore._checks import check_int, check_ints, check_number, check_str, got
from mindspore._door import call, items, ops
from mindspore.common.tensor import _tensor
from mindspore.ops.operations._base import primitive, tensor, unary
from mindspore.ops.primitive import Primitive


def _activation(name, function, doc):
    def compute(x):
        return _tensor(call(ops.activate, function, tensor(x, "x", name)))

    return primitive(name, doc, compute)


ReLU = unary("ReLU", "relu", "max(x, 0).")
ReLU6 = _activation("ReLU6", "ReLU6", "min(max(x, 0), 6).")
Sigmoid = _activation("Sigmoid", "Sigmoid", "1 / (1 + exp(-x)).")
Tanh = _activation("Tanh", "Tanh", "The hyperbolic tangent.")
GeLU = _activation("GeLU", "GELU", "x times the share of a normal distribution below x, by the tanh approximation.")
HSwish = _activation("HSwish", "HSwish", "x * relu6(x + 3) / 6.")
HSigmoid = _activation("HSigmoid", "HSigmoid", "relu6(x + 3) / 6.")
Softplus = _activation("Softplus", "Softplus", "log(1 + exp(x)).")
Softsign = _activation("Softsign", "Softsign", "x / (1 + abs(x)).")
Mish = _activation("Mish", "Mish", "x * tanh(softplus(x)).")


class Elu(Primitive):
    """x, or exp(x) - 1 below zero."""

    def __init__(self, alpha=1.0):
        super().__init__()
        if check_number(alpha, "alpha", "Elu") != 1.0:
            raise ValueError(f"For 'Elu', the 'alpha' must be 1.0, {got(alpha)}.")
        self.alpha = alpha

    def __call__(self, x):
        return _tensor(call(ops.elu, tensor(x, "input_x", "Elu")))


class Softmax(Primitive):
    """exp(x) over their sum along an axis."""

    def __init__(self, axis=-1):
        super().__init__()
        self.axis = check_int(axis, "axis", "Softmax")

    def __call__(self, x):
        return _tensor(call(ops.softmax, tensor(x, "logits", "Softmax"), self.axis))


class LogSoftmax(Primitive):
    """The logarithm of Softmax."""

    def __init__(self, axis=-1):
        super().__init__()
        self.axis = check_int(axis, "axis", "LogSoftmax")

    def __call__(self, x):
        return _tensor(call(ops.logSoftmax, tensor(x, "logits", "LogSoftmax"), self.axis))


class BiasAdd(Primitive):
    """x plus one number for each channel."""

    def __init__(self, data_format="NCHW"):
        super().__init__()
        if data_format != "NCHW":
            raise ValueError(f"For 'BiasAdd', the 'data_format' must be 'NCHW' on CPU, {got(data_format)}.")

    def __call__(self, x, bias):
        x, bias = tensor(x, "input_x", "BiasAdd"), tensor(bias, "bias", "BiasAdd")
        if bias.ndim != 1 or x.ndim < 2 or x.shape[1] != bias.shape[0] or x.dtype != bias.dtype:
            raise ValueError(
                f"For 'BiasAdd', the 'bias' must have one number a channel of 'input_x' and its dtype, but got shapes "
                f"{tuple(bias.shape)} and {tuple(x.shape)}."
            )
        return _tensor(call(ops.biasAdd, x, bias, 1))


def _pair(value, name, owner):
    pair = check_ints(value, name, owner, "int or a tuple of 2 positive ints")
    pair = pair if isinstance(pair, list) else [pair, pair]
    if len(pair) == 4 and name != "kernel_size":
        pair = pair[2:]
    if len(pair) != 2:
        raise TypeError(f"For '{owner}', the '{name}' must be int or a tuple of 2 positive ints, {got(value)}.")
    if min(pair) <= 0:
        raise ValueError(f"For '{owner}', the '{name}' must be int or a tuple of 2 positive ints, {got(value)}.")
    return pair


class Conv2D(Primitive):
    """Slide a bank of kernels over images: called with images and weights."""

    def __init__(
        self,
        out_channel,
        kernel_size,
        mode=1,
        pad_mode="valid",
        pad=0,
        stride=1,
        dilation=1,
        group=1,
        data_format="NCHW",
    ):
        super().__init__()
        self.out_channel = check_int(out_channel, "out_channel", "Conv2D")
        self.kernel_size = tuple(_pair(kernel_size, "kernel_size", "Conv2D"))
        self.stride = tuple(_pair(stride, "stride", "Conv2D"))
        self.dilation = tuple(_pair(dilation, "dilation", "Conv2D"))
        self.group = check_int(group, "group", "Conv2D")
        self.pad_mode = check_str(pad_mode, "pad_mode", "Conv2D").lower()
        sides = check_ints(pad, "pad", "Conv2D", "int or a tuple of 4 ints")
        self.pad = tuple(sides) if isinstance(sides, list) else (sides,) * 4
        if self.group <= 0 or self.out_channel <= 0:
            raise ValueError("For 'Conv2D', the 'out_channel' and 'group' must be > 0.")
        if self.pad_mode not in ("same", "valid", "pad"):
            raise ValueError(f"For 'Conv2D', the 'pad_mode' must be one of ['same', 'valid', 'pad'], {got(pad_mode)}.")
        if len(self.pad) != 4 or min(self.pad) < 0 or (self.pad_mode != "pad" and any(self.pad)):
            raise ValueError(
                "For 'Conv2D', the 'pad' must be >= 0, 4 ints if it is a tuple, and zero when 'pad_mode' is not 'pad', "
                f"{got(pad)}."
            )

    def __call__(self, x, weight):
        x, weight = tensor(x, "x", "Conv2D"), tensor(weight, "weight", "Conv2D")
        wanted = (self.out_channel, weight.shape[1] if weight.ndim == 4 else 0, *self.kernel_size)
        if tuple(weight.shape) != wanted:
            raise ValueError(f"For 'Conv2D', the shape of 'weight' must be {wanted}, but got {tuple(weight.shape)}.")
        return _tensor(
            call(
                ops.conv2d,
                x,
                weight,
                stride=items(list(self.stride)),
                padMode=self.pad_mode,
                padding=items(list(self.pad)),
                dilation=items(list(self.dilation)),
                group=self.group,
            )
        )


class _Pool(Primitive):
    def __init__(self, kernel_size=1, strides=1, pad_mode="valid", data_format="NCHW"):
        super().__init__()
        self.kernel_size = tuple(_pair(kernel_size, "kernel_size", self.name))
        self.strides = tuple(_pair(strides, "strides", self.name))
        self.pad_mode = check_str(pad_mode, "pad_mode", self.name).lower()
        if self.pad_mode not in ("same", "valid"):
            raise ValueError(f"For '{self.name}', the 'pad_mode' must be one of ['same', 'valid'], {got(pad_mode)}.")

    def __call__(self, x):
        return _tensor(
            call(
                getattr(ops, type(self)._function),
                tensor(x, "x", self.name),
                kernelSize=items(list(self.kernel_size)),
                stride=items(list(self.strides)),
                padMode=self.pad_mode,
            )
        )


class MaxPool(_Pool):
    """The greatest number of each window."""

    _function = "maxPool2d"


class AvgPool(_Pool):
    """The mean of each window."""

    _function = "avgPool2d"


__all__ = [
    name
    for name, value in list(globals().items())
    if isinstance(value, type) and issubclass(value, Primitive) and not name.startswith("_") and value is not Primitive
]
