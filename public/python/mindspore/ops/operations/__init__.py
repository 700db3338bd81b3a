"""The primitives: classes whose objects are operations. Numbers and rules: engine/ops."""

from mindspore._checks import kind_name
from mindspore._door import call, ops, scalar
from mindspore.common.parameter import Parameter
from mindspore.common.tensor import Tensor
from mindspore.ops.primitive import Primitive

__all__ = ["Assign"]


class Assign(Primitive):
    """Puts a value into a parameter, and returns the parameter."""

    def __call__(self, variable, value):
        if not isinstance(variable, Parameter):
            raise TypeError(
                f"For 'Assign', the 'variable' must be a Parameter, but got '{variable}' with type "
                f"'{kind_name(variable)}'."
            )
        if not isinstance(value, (Tensor, int, float)):
            raise TypeError(f"For 'Assign', the 'value' must be a Tensor, but got '{value}' with type '{kind_name(value)}'.")
        call(ops.assign, variable._tensor, value._tensor if isinstance(value, Tensor) else scalar(value))
        return variable
