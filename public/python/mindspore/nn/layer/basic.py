"""Layers of the plainest kind. Numbers and checks: engine/nn/dense.ts."""

from mindspore._checks import check_bool, check_int, check_number, got
from mindspore._door import Names, call, engine, scalar
from mindspore.common import dtype as mstype
from mindspore.common._initial import initial_or_none, shown
from mindspore.common.tensor import Tensor, tensor_of
from mindspore.nn.cell import Cell
from mindspore.nn.layer._twin import Layer
from mindspore.nn.layer.activation import get_activation
from mindspore.ops.primitive import Primitive

__all__ = ["Dense", "Dropout", "Flatten"]

_layers = Names("nn")


class Dense(Layer):
    """A fully connected layer, x · weightᵀ + bias: weight [out, in], bias [out], drawn when it is made, weight first."""

    def __init__(
        self,
        in_channels,
        out_channels,
        weight_init=None,
        bias_init=None,
        has_bias=True,
        activation=None,
        dtype=None,
    ):
        if activation is not None and not isinstance(activation, (str, Cell, Primitive)):
            raise TypeError(
                "For 'Dense', the 'activation' must be str or Cell or Primitive, "
                f"{got(activation)}."
            )
        js = call(
            _layers.Dense.new,
            check_int(in_channels, "in_channels", "Dense"),
            check_int(out_channels, "out_channels", "Dense"),
            hasBias=check_bool(has_bias, "has_bias", "Dense"),
            weightInit=initial_or_none(weight_init),
            biasInit=initial_or_none(bias_init),
            dtype=mstype.key_of(mstype.float32 if dtype is None else dtype, "dtype", "Dense"),
            random=engine.random,
        )
        super().__init__(js)
        self.in_channels = in_channels
        self.out_channels = out_channels
        self.has_bias = has_bias
        if not has_bias:
            self.bias = None
        self.activation = get_activation(activation, "Dense") if isinstance(activation, str) else activation
        self.activation_flag = self.activation is not None

    def construct(self, x):
        out = Tensor._of(call(self._js.linear, tensor_of(x, "x", "Dense")))
        return self.activation(out) if self.activation is not None else out

    def extend_repr(self):
        text = f"input_channels={self.in_channels}, output_channels={self.out_channels}"
        if self.has_bias:
            text += f", has_bias={self.has_bias}"
        if self.activation is not None:
            text += f", activation={self.activation}"
        return text


class Dropout(Layer):
    """While training, sets elements to zero at random and scales the others; else hands its input on.

    `keep_prob` is the share that stays; MindSpore 2.x takes `p`, the share that goes.
    """

    def __init__(self, keep_prob=0.5, p=None, dtype=None):
        later = engine.random.reference == "2.x"
        if p is not None:
            keep = 1 - check_number(p, "p", "Dropout")
            if not 0 <= p < 1:
                raise ValueError(f"For 'Dropout', the 'p' must be a number in range [0, 1), but got {p}.")
        else:
            keep = check_number(keep_prob, "keep_prob", "Dropout")
        super().__init__(call(_layers.Dropout.new, scalar(keep), random=engine.random))
        self.keep_prob = keep
        self.p = p if p is not None else 1 - keep
        self._shows_p = later and p is not None

    def construct(self, x):
        tensor_of(x, "x", "Dropout")
        return super().construct(x) if self.training else x

    def extend_repr(self):
        return f"p={self.p}" if self._shows_p else f"keep_prob={self.keep_prob}"


class Flatten(Layer):
    """Keeps the first axis and puts all others into one."""

    def __init__(self):
        super().__init__(call(_layers.Flatten.new))
