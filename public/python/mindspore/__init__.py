"""MindSpore's names for what Sporebook covers: tensors, parameters, cells, initializers. Numbers: the engine."""

from mindspore import common, context, nn, ops
from mindspore._checks import absent
from mindspore._door import engine as _engine
from mindspore.common import *
from mindspore.common import dtype
from mindspore.context import GRAPH_MODE, PYNATIVE_MODE, get_context, set_context

__all__ = [*common.__all__, "nn", "ops", "common", "context", "set_reference", "get_reference"]

_absent = absent("mindspore")
_versions = {"1.6": "1.6.1", "2.x": "2.6.0"}


def set_reference(reference):
    """Choose whose numbers, defaults and behaviour hold from now on: "1.6" (1.2 to 1.8) or "2.x" (1.9 to 2.7)."""
    if reference not in _versions:
        raise ValueError(
            f"For 'set_reference', the 'reference' must be one of {list(_versions)}, but got {reference!r}."
        )
    _engine.random.setReference(reference)


def get_reference():
    """Whose numbers and behaviour hold: "1.6" or "2.x"."""
    return _engine.random.reference


def __getattr__(name):
    if name == "__version__":
        return _versions[get_reference()]
    if name == "COOTensor":  # SparseTensor since 1.7
        return common.sparse_tensor.COOTensor
    return _absent(name)
