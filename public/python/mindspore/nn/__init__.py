"""The parts that networks are built from."""

from mindspore._checks import absent
from mindspore.nn import cell, layer, wrap
from mindspore.nn.cell import *
from mindspore.nn.layer import *
from mindspore.nn.wrap import *

__all__ = [*cell.__all__, *layer.__all__, *wrap.__all__]

__getattr__ = absent("mindspore.nn")
