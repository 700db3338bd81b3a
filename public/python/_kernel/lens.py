"""What a value shows of numbers, beside its text: the page draws it. Which numbers, and how: workers/look/looks.ts."""

import json

from pyodide.ffi import to_js

MIME = "application/vnd.sporebook.tensor+json"

_host = None  # of the session; nothing here runs before `open`


def open(host):
    """Forms come from this host from now on."""
    global _host
    _host = host


def form_of(value):
    """The form of a tensor, an array, a list or tuple of them, or a network's parameters; None for all else."""
    if _host is None or (question := _question(value)) is None:
        return None
    members, *kind = question
    form = _host.look(to_js(members, depth=1), *kind)
    return json.loads(form) if form else None


def _question(value):
    """The engine's objects, and of several what holds them: its kind and the name of its class."""
    from mindspore.common.parameter import ParameterTuple
    from mindspore.nn import Cell

    if (js := _engine_object(value)) is not None:
        return ([js],)
    if isinstance(value, Cell) and "_js" in value.__dict__:
        return list(value._js.getParameters()), "cell", type(value).__name__
    kind = type(value)
    if kind not in (list, tuple, ParameterTuple):
        return None
    members = [_engine_object(item) for item in value]
    if not members or None in members:
        return None
    return members, "list" if kind is list else "tuple", kind.__name__


def _engine_object(value):
    from mindspore.common.tensor import Tensor
    from numpy import ndarray

    if isinstance(value, Tensor):
        return value.__dict__.get("_tensor")
    return value._js if isinstance(value, ndarray) else None
