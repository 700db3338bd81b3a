"""Pooling. Numbers and checks: engine/nn/pools.ts, engine/ops/pool.ts."""

from mindspore._checks import check_ints, check_str
from mindspore._door import Names, call, items
from mindspore.nn.layer._twin import Layer

__all__ = ["MaxPool2d", "AvgPool2d"]

_layers = Names("nn")


class _Pool(Layer):
    def __init__(self, kernel_size=1, stride=1, pad_mode="valid", data_format="NCHW"):
        owner = type(self)._engine_name
        super().__init__(
            call(
                getattr(_layers, owner).new,
                kernelSize=_pair(kernel_size, "kernel_size", owner),
                stride=_pair(stride, "stride", owner),
                padMode=check_str(pad_mode, "pad_mode", owner),
                dataFormat=check_str(data_format, "data_format", owner),
            )
        )
        self.kernel_size = kernel_size
        self.stride = stride
        self.pad_mode = pad_mode.upper()
        self.format = data_format

    def extend_repr(self):
        return self._js.extendRepr()


def _pair(value, name, owner):
    pair = check_ints(value, name, owner, "int or a tuple of 2 positive ints")
    return items(pair) if isinstance(pair, list) else pair


class MaxPool2d(_Pool):
    """The greatest number of each window."""

    _engine_name = "MaxPool2d"


class AvgPool2d(_Pool):
    """The mean of each window."""

    _engine_name = "AvgPool2d"
