"""The reader's names as the list of variables shows them. Nothing of the reader's runs: only known kinds are looked into."""

from types import BuiltinFunctionType, FunctionType, ModuleType


def variables(names):
    """The border's Variable, a dictionary each, in the order in which the names came."""
    return [
        {"name": name, "language": "python", **_about(value)}
        for name, value in names.items()
        if not name.startswith("_") and not _is_imported(value)
    ]


def _is_imported(value):
    if isinstance(value, ModuleType):
        return True
    return isinstance(value, (type, FunctionType, BuiltinFunctionType)) and value.__module__ != "__main__"


def _about(value):
    """The kind of a value, and how large it is where that says something."""
    from mindspore.common.tensor import Tensor
    from mindspore.nn import Cell
    from numpy import generic, ndarray

    kind = type(value)
    about = {"type": "class" if isinstance(value, type) else kind.__name__}
    if isinstance(value, Tensor):  # by the class's own properties, which a subclass of the reader's may override
        js = value._tensor
        return about | {"shape": list(js.shape), "dtype": str(Tensor.dtype.fget(value)), "bytes": js.nbytes}
    if isinstance(value, ndarray):
        js = value._js
        return about | {"shape": list(js.shape), "dtype": js.dtype, "bytes": js.nbytes}
    if kind.__module__ == "numpy" and isinstance(value, generic):
        return about | {"shape": [], "dtype": value.dtype.name, "bytes": value.dtype.itemsize}
    if isinstance(value, Cell) and "_js" in value.__dict__:
        return about | {"bytes": sum(param.nbytes for param in value._js.getParameters())}
    if kind in (list, tuple, dict, set, frozenset, range):
        return about | {"shape": [len(value)]}
    if kind in (bytes, bytearray):
        return about | {"bytes": len(value)}
    return about
