"""The parts that networks are built from."""

from mindspore._checks import absent
from mindspore.nn import cell, layer, wrap
from mindspore.nn.cell import *
from mindspore.nn.layer import *
from mindspore.nn.wrap import *

__all__ = [*cell.__all__, *layer.__all__, *wrap.__all__]

__getattr__ = absent("mindspore.nn")

__partial__ = {
    "Dropout": "which elements fall out is Sporebook's own choice, repeatable for a seed",
    "Conv2d": "NCHW only, as on a CPU",
    "MaxPool2d": "NCHW only",
    "AvgPool2d": "NCHW only",
    "GELU": "the last digit may differ from a GPU's",
    "FastGelu": "the last digit may differ from a GPU's",
}
