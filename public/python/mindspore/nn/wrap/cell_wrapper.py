"""Cells around parameters. Rules: engine/ops/assign.ts."""

from mindspore._checks import got
from mindspore._door import ops, call, scalar
from mindspore.common.parameter import Parameter
from mindspore.common.tensor import Tensor
from mindspore.nn.cell import Cell

__all__ = ["ParameterUpdate"]


class ParameterUpdate(Cell):
    """Puts a tensor into a parameter when it is called, and returns the tensor."""

    def __init__(self, param):
        super().__init__(auto_prefix=False)
        if not isinstance(param, Parameter):
            raise TypeError(
                f"For 'ParameterUpdate', the 'param' must be 'Parameter', {got(param)}."
            )
        self.__dict__["_param"] = param  # not an attribute: the parameter is not this cell's

    def construct(self, x):
        if not isinstance(x, (Tensor, int, float)):
            raise TypeError(f"For 'ParameterUpdate', the 'x' must be a Tensor, {got(x)}.")
        value = x._tensor if isinstance(x, Tensor) else scalar(x)
        call(ops.assign, self._param._tensor, value, "ParameterUpdate")
        return x
