"""The layers."""

from mindspore.nn.layer import activation, basic, container, conv
from mindspore.nn.layer.activation import *
from mindspore.nn.layer.basic import *
from mindspore.nn.layer.container import *
from mindspore.nn.layer.conv import *

__all__ = [*activation.__all__, *basic.__all__, *container.__all__, *conv.__all__]
