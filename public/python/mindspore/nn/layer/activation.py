"""Activations. Numbers: engine/nn/activations.ts."""

from mindspore._door import Names, call
from mindspore.nn.layer._twin import Layer

_layers = Names("nn")


class ReLU(Layer):
    """max(x, 0)."""

    def __init__(self):
        super().__init__(call(_layers.ReLU.new))


class Sigmoid(Layer):
    """1 / (1 + exp(-x))."""

    def __init__(self):
        super().__init__(call(_layers.Sigmoid.new))


class Tanh(Layer):
    """The hyperbolic tangent."""

    def __init__(self):
        super().__init__(call(_layers.Tanh.new))


_by_name = {"relu": ReLU, "sigmoid": Sigmoid, "tanh": Tanh}
__all__ = ["ReLU", "Sigmoid", "Tanh", "get_activation"]


def get_activation(name, prim_name=None):
    """The activation of a name; None for None."""
    if name is None:
        return None
    if name not in _by_name:
        raise KeyError(f"For '{prim_name}', the 'activation' must be one of {list(_by_name)}, but got '{name}'.")
    return _by_name[name]()
