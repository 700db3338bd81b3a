"""What all layers of the engine share on the Python side."""

from mindspore._door import call
from mindspore.common.tensor import Tensor, tensor_of
from mindspore.nn.cell import Cell


class Layer(Cell):
    """A cell that computes in the engine."""

    def __init__(self, js):
        self._start(js)

    def construct(self, x):
        return Tensor._of(call(self._js.construct, tensor_of(x, "x", type(self).__name__)))
