"""What says which values a new parameter gets: an alias, a number, an initializer, a tensor with the values."""

from mindspore._checks import kind_name
from mindspore._door import scalar
from mindspore.common.tensor import Tensor


def initial(init):
    """`init` as the engine takes it."""
    from mindspore.common.initializer import Initializer

    if isinstance(init, str):
        return str(init)
    if isinstance(init, Tensor):
        return init._tensor
    if isinstance(init, Initializer):
        return init._initializer
    if isinstance(init, (bool, int, float, complex)):
        return scalar(init)
    raise TypeError(
        "For 'initializer', the type of the 'init' argument should be 'Tensor', 'number', 'string' or 'initializer', "
        f"but got '{init}' with type '{kind_name(init)}'."
    )


def initial_or_none(init):
    """The same, None for a layer's default."""
    return None if init is None else initial(init)


def shown(init, default):
    """What a layer keeps as its `weight_init`: what it was given, or its default."""
    if init is not None:
        return init
    return default if isinstance(default, str) else default.toString()
