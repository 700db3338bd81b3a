"""Activations. Numbers: engine/ops/activation.ts, engine/nn/activations.ts."""

from mindspore._checks import check_int, check_number
from mindspore._door import Names, call, engine, scalar
from mindspore.common._initial import initial
from mindspore.nn.layer._twin import Layer

_layers = Names("nn")


class _Plain(Layer):
    """An activation without settings; the engine's class has its name."""

    def __init__(self):
        super().__init__(call(getattr(_layers, type(self)._engine_name).new))


class ReLU(_Plain):
    """max(x, 0)."""

    _engine_name = "ReLU"


class ReLU6(_Plain):
    """min(max(x, 0), 6)."""

    _engine_name = "ReLU6"


class Sigmoid(_Plain):
    """1 / (1 + exp(-x))."""

    _engine_name = "Sigmoid"


class Tanh(_Plain):
    """The hyperbolic tangent."""

    _engine_name = "Tanh"


class GELU(_Plain):
    """x times the share of a normal distribution below x, by the tanh approximation."""

    _engine_name = "GELU"

    def __init__(self, approximate=True):
        super().__init__()
        self.approximate = approximate


class FastGelu(_Plain):
    """A cheaper GELU."""

    _engine_name = "FastGelu"


class HSwish(_Plain):
    """x * relu6(x + 3) / 6."""

    _engine_name = "HSwish"


class HSigmoid(_Plain):
    """relu6(x + 3) / 6."""

    _engine_name = "HSigmoid"


class LogSigmoid(_Plain):
    """log(sigmoid(x))."""

    _engine_name = "LogSigmoid"


class LeakyReLU(Layer):
    """x, or alpha * x below zero."""

    def __init__(self, alpha=0.2):
        super().__init__(call(_layers.LeakyReLU.new, scalar(check_number(alpha, "alpha", "LeakyReLU"))))
        self.alpha = alpha


class ELU(Layer):
    """x, or alpha * (exp(x) - 1) below zero."""

    def __init__(self, alpha=1.0):
        super().__init__(call(_layers.ELU.new, scalar(check_number(alpha, "alpha", "ELU"))))
        self.alpha = alpha


class SoftShrink(Layer):
    """x brought towards zero by lambd, and zero within it."""

    def __init__(self, lambd=0.5):
        super().__init__(call(_layers.SoftShrink.new, scalar(check_number(lambd, "lambd", "SoftShrink"))))
        self.lambd = lambd


class HShrink(Layer):
    """x, and zero within lambd."""

    def __init__(self, lambd=0.5):
        super().__init__(call(_layers.HShrink.new, scalar(check_number(lambd, "lambd", "HShrink"))))
        self.lambd = lambd


class Softmax(Layer):
    """exp(x) over their sum along an axis."""

    def __init__(self, axis=-1):
        super().__init__(call(_layers.Softmax.new, check_int(axis, "axis", "Softmax")))
        self.axis = axis


class LogSoftmax(Layer):
    """The logarithm of Softmax."""

    def __init__(self, axis=-1):
        super().__init__(call(_layers.LogSoftmax.new, check_int(axis, "axis", "LogSoftmax")))
        self.axis = axis


class PReLU(Layer):
    """x, or w * x below zero, with a parameter w for all channels or one each."""

    def __init__(self, channel=1, w=0.25):
        channels = check_int(channel, "channel", "PReLU")
        super().__init__(call(_layers.PReLU.new, channels, initial(w), engine.random))
        self.channel = channel


_by_name = {
    "softmax": Softmax,
    "logsoftmax": LogSoftmax,
    "relu": ReLU,
    "relu6": ReLU6,
    "tanh": Tanh,
    "gelu": GELU,
    "fast_gelu": FastGelu,
    "elu": ELU,
    "sigmoid": Sigmoid,
    "prelu": PReLU,
    "leakyrelu": LeakyReLU,
    "hswish": HSwish,
    "hsigmoid": HSigmoid,
    "logsigmoid": LogSigmoid,
    "softshrink": SoftShrink,
    "hshrink": HShrink,
}
__all__ = [*(layer.__name__ for layer in _by_name.values()), "get_activation"]


def get_activation(name, prim_name=None):
    """The activation of a name; None for None."""
    if name is None:
        return None
    if name not in _by_name:
        raise KeyError(f"For '{prim_name}', the 'activation' must be one of {list(_by_name)}, but got '{name}'.")
    return _by_name[name]()
