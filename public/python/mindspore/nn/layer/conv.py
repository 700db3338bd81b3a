"""Convolutions. Numbers, checks and geometry: engine/nn/conv2d.ts, engine/ops/conv2d.ts."""

import warnings

from mindspore._checks import check_bool, check_int, check_ints, check_str, kind_name
from mindspore._door import Names, call, engine, items
from mindspore.common import dtype as mstype
from mindspore.common._initial import initial_or_none, shown
from mindspore.nn.layer._twin import Layer

__all__ = ["Conv2d"]

_conv2d = Names("nn", "Conv2d")


def _pair(value, name):
    pair = check_ints(value, name, "Conv2d", "int or a tuple of 2 positive ints")
    return items(pair) if isinstance(pair, list) else pair


def _padding(value):
    sides = check_ints(value, "padding", "Conv2d", "int or a tuple of 4 ints")
    return items(sides) if isinstance(sides, list) else sides


class Conv2d(Layer):
    """Slide a bank of kernels over images: weight [out, in / group, kh, kw], drawn when the layer is made, then bias."""

    def __init__(
        self,
        in_channels,
        out_channels,
        kernel_size,
        stride=1,
        pad_mode="same",
        padding=0,
        dilation=1,
        group=1,
        has_bias=False,
        weight_init=None,
        bias_init=None,
        data_format="NCHW",
        dtype=None,
    ):
        js = call(
            _conv2d.new,
            check_int(in_channels, "in_channels", "Conv2d"),
            check_int(out_channels, "out_channels", "Conv2d"),
            _pair(kernel_size, "kernel_size"),
            stride=_pair(stride, "stride"),
            padMode=check_str(pad_mode, "pad_mode", "Conv2d"),
            padding=_padding(padding),
            dilation=_pair(dilation, "dilation"),
            group=check_int(group, "group", "Conv2d"),
            hasBias=check_bool(has_bias, "has_bias", "Conv2d"),
            weightInit=initial_or_none(weight_init),
            biasInit=initial_or_none(bias_init),
            dataFormat=check_str(data_format, "data_format", "Conv2d"),
            dtype=mstype.key_of(mstype.float32 if dtype is None else dtype, "dtype", "Conv2d"),
            random=engine.random,
        )
        super().__init__(js)
        self.in_channels = in_channels
        self.out_channels = out_channels
        self.kernel_size = tuple(js.kernelSize)
        self.stride = tuple(js.stride)
        self.pad_mode = pad_mode
        self.padding = padding
        self.dilation = tuple(js.dilation)
        self.group = group
        self.has_bias = has_bias
        self.weight_init = shown(weight_init, js.weightInit)
        self.bias_init = shown(bias_init, js.biasInit)
        self.format = data_format
        if not has_bias:
            self.bias = None
            if self.bias_init != "zeros" and bias_init is not None:
                warnings.warn("For 'Conv2d', the 'bias_init' is not used, because 'has_bias' is False.", stacklevel=2)

    def extend_repr(self):
        return self._js.extendRepr(str(self.weight_init), str(self.bias_init))
