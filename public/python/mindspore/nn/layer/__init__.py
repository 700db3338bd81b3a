"""The layers."""

from mindspore.nn.layer import activation, basic, container, conv, embedding, normalization, pooling
from mindspore.nn.layer.activation import *
from mindspore.nn.layer.basic import *
from mindspore.nn.layer.container import *
from mindspore.nn.layer.conv import *
from mindspore.nn.layer.embedding import *
from mindspore.nn.layer.normalization import *
from mindspore.nn.layer.pooling import *

__all__ = [
    name
    for module in (activation, basic, container, conv, embedding, normalization, pooling)
    for name in module.__all__
]
