"""The operations as plain functions."""

from mindspore.ops import operations as P

__all__ = ["assign"]

assign = P.Assign()
