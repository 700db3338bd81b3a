"""Layers of the plainest kind. Numbers and checks: engine/nn/dense.ts."""

from mindspore._checks import check_bool, check_int, kind_name
from mindspore._door import Names, call, engine
from mindspore.common._initial import initial_or_none, shown
from mindspore.common.tensor import Tensor, tensor_of
from mindspore.nn.cell import Cell
from mindspore.nn.layer._twin import Layer
from mindspore.nn.layer.activation import get_activation
from mindspore.ops.primitive import Primitive

__all__ = ["Dense"]

_dense = Names("nn", "Dense")


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
                f"but got '{activation}' with type '{kind_name(activation)}'."
            )
        js = call(
            _dense.new,
            check_int(in_channels, "in_channels", "Dense"),
            check_int(out_channels, "out_channels", "Dense"),
            hasBias=check_bool(has_bias, "has_bias", "Dense"),
            weightInit=initial_or_none(weight_init),
            biasInit=initial_or_none(bias_init),
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
