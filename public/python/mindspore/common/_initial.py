"""What says which values a new parameter gets: an alias, a number, an initializer, a tensor with the values."""

from mindspore._checks import got
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
        f"{got(init)}."
    )


def initial_or_none(init):
    """The same, None for a layer's default."""
    return None if init is None else initial(init)


def shown(init, default):
    """What a layer keeps as its `weight_init`: what it was given, or the default of the reference release."""
    from mindspore.common.initializer import HeUniform, Uniform

    if init is not None or isinstance(default, str):
        return default if init is None else init
    slope = getattr(default, "negativeSlope", None)
    return Uniform(default.scale) if slope is None else HeUniform(slope)
