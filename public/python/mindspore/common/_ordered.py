"""Ordered dicts that print as those of MindSpore's Pythons do."""

from collections import OrderedDict
from reprlib import recursive_repr


class _Pairs(OrderedDict):
    """An OrderedDict that prints its pairs in a list, as Python did up to 3.11 and MindSpore's documentation shows."""

    @recursive_repr()
    def __repr__(self):
        return f"OrderedDict({list(self.items())!r})" if self else "OrderedDict()"


_Pairs.__name__ = _Pairs.__qualname__ = "OrderedDict"
_Pairs.__module__ = "collections"
