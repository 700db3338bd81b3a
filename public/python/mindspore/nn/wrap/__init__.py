"""Cells around cells and parameters."""

from mindspore.nn.wrap.cell_wrapper import ParameterUpdate

__all__ = ["ParameterUpdate"]
