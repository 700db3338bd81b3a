"""Values on their way between Python and TypeScript cells.

What the engine holds (tensors, parameters, arrays, layers) is one object in both; all else crosses as a copy, written as
JSON in which a dictionary with the key "k" says what JSON cannot. The TypeScript half: workers/typescript/crossing.ts.
"""

import json
import math

from pyodide.ffi import to_js

DEEPEST = 100
EXACT = 2**53  # ints beyond it become bigints

WHAT_CROSSES = (
    "Tensors, parameters, arrays, initializers and layers cross, and numbers, text, bytes, None, lists, tuples, sets and dictionaries of them."
)


class Refusal(Exception):
    """A value that has no form on the other side."""


def encode(value):
    """JSON text and the list of the engine's objects in it, which the text names by number."""
    references = []
    return json.dumps(_plain(value, references, ())), references


def _plain(value, references, above):
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return value
    if kind is int:
        return value if -EXACT <= value <= EXACT else {"k": "int", "v": str(value)}
    if kind is float:
        return value if math.isfinite(value) else {"k": "float", "v": str(value)}
    if (engine := _engine_object(value)) is not None:
        what, js = engine
        if what == "dtype":
            return js  # in TypeScript a dtype is its name
        references.append(js)
        return {"k": what, "v": len(references) - 1}
    if len(above) > DEEPEST or any(value is outer for outer in above):
        raise Refusal("it contains itself, or is nested too deeply")
    inner = (*above, value)
    if isinstance(value, (list, tuple, range)):
        items = [_plain(item, references, inner) for item in value]
        return {"k": "tuple", "v": items} if isinstance(value, tuple) else items
    if isinstance(value, dict):
        pairs = [[_plain(key, references, inner), _plain(item, references, inner)] for key, item in value.items()]
        named = all(isinstance(key, str) for key in value)
        return {"k": "dict" if named else "map", "v": pairs}
    if isinstance(value, (set, frozenset)):
        return {"k": "set", "v": [_plain(item, references, inner) for item in value]}
    if isinstance(value, (bytes, bytearray)):
        return {"k": "bytes", "v": bytes(value).hex()}
    from numpy import generic

    if isinstance(value, complex) and not isinstance(value, generic):
        return {"k": "complex", "v": [_plain(value.real, references, ()), _plain(value.imag, references, ())]}
    if isinstance(value, generic):
        return _plain(value.item(), references, above)
    for base in (int, float, str):
        if isinstance(value, base):
            return _plain(base(value), references, above)
    raise Refusal(f"a Python {_kind_name(value)} has no form there")


def _engine_object(value):
    """What the engine calls it, and its object there; None for what the engine does not hold."""
    from mindspore.common.dtype import Type
    from mindspore.common.initializer import Initializer
    from mindspore.common.parameter import ParameterTuple
    from mindspore.common.tensor import Tensor
    from mindspore.nn import Cell
    from numpy import dtype, ndarray

    if isinstance(value, Tensor):
        return "object", value._tensor
    if isinstance(value, ndarray):
        return "object", value._js
    if isinstance(value, Cell):
        return "cell", value._js
    if isinstance(value, Initializer):
        return "object", value._initializer
    if isinstance(value, ParameterTuple):
        return "object", value._tuple
    if isinstance(value, Type) and value._key is not None:
        return "dtype", value._key
    if isinstance(value, dtype):
        return "dtype", value.name
    return None


def _kind_name(value):
    return "class" if isinstance(value, type) else type(value).__name__


def decode(text, references):
    """The value of such JSON; `references` is what `encode` on the other side gave beside it."""
    return _value(json.loads(text), references)


def _value(plain, references):
    if isinstance(plain, list):
        return [_value(item, references) for item in plain]
    if not isinstance(plain, dict):
        return plain
    content = plain["v"]
    return _kinds[plain["k"]](content, references)


def _tensor(index, references):
    from mindspore.common.tensor import Tensor

    tensor = Tensor._of(references[index])
    tensor._init = None
    return tensor


def _parameter(index, references):
    from mindspore.common.parameter import Parameter

    return Parameter._of(references[index])


def _parameters(items, references):
    from mindspore.common.parameter import ParameterTuple

    return ParameterTuple([_value(item, references) for item in items])


def _array(index, references):
    from numpy._border import wrap

    return wrap(references[index])


def _layer(index, references):
    from mindspore.nn.layer._crossed import layer_of

    return layer_of(references[index])


def _initializer(content, references):
    from mindspore.common import initializer

    name, index = content
    js = references[index]
    base = getattr(initializer, name, initializer.Initializer)
    body = {"_initializer": property(lambda self: js), "_native": lambda self: js, "__module__": base.__module__}
    made = object.__new__(type(name, (base,), body))
    for attribute in getattr(base, "_attributes", ()):
        head, *rest = attribute.split("_")
        setattr(made, attribute, getattr(js, head + "".join(part.capitalize() for part in rest)))
    return made


_kinds = {
    "int": lambda content, _: int(content),
    "float": lambda content, _: float(content),
    "complex": lambda content, references: complex(*(_value(part, references) for part in content)),
    "bytes": lambda content, _: bytes.fromhex(content),
    "tuple": lambda content, references: tuple(_value(item, references) for item in content),
    "set": lambda content, references: {_value(item, references) for item in content},
    "dict": lambda content, references: {_value(key, references): _value(item, references) for key, item in content},
    "map": lambda content, references: {_value(key, references): _value(item, references) for key, item in content},
    "tensor": _tensor,
    "parameter": _parameter,
    "parameters": _parameters,
    "array": _array,
    "cell": _layer,
    "initializer": _initializer,
}


class TypeScriptNames:
    """The variables of TypeScript cells: `ts.name`. Tensors, parameters, arrays and layers are the same objects there."""

    def __init__(self, host):
        object.__setattr__(self, "_host", host)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        answer = self._host.read(name)
        if answer.length == 3:
            raise {"TypeError": TypeError}.get(answer[0], AttributeError)(answer[1])
        return decode(answer[0], answer[1])

    def __setattr__(self, name, value):
        raise AttributeError(f"'ts' only reads: set '{name}' in a TypeScript cell, where this value is py.{name}")

    def __dir__(self):
        return self._host.names().split()

    def __repr__(self):
        names = self._host.names().split()
        return f"<variables of TypeScript cells: {', '.join(names) if names else 'none yet'}>"


class Crossing:
    """Python's names for TypeScript cells. Every answer is a JavaScript list, so that nothing of Python's is kept alive."""

    def __init__(self, names, given):
        self._names = names
        self._given = given

    def read(self, name):
        """[JSON, objects], or [name of an error, its sentence, None]."""
        if name not in self._names:
            return to_js(["ReferenceError", self._missing(name), True])
        try:
            text, references = encode(self._names[name])
        except Refusal as refusal:
            return to_js(["TypeError", f"py.{name} cannot cross to TypeScript: {refusal}. {WHAT_CROSSES}", True])
        return to_js([text, references])

    def write(self, name, text, references):
        """Give a Python variable a value from TypeScript."""
        self._names[name] = decode(text, references)

    def own_names(self):
        """The reader's names, a blank between them."""
        return " ".join(name for name in self._names if name not in self._given and not name.startswith("_"))

    def _missing(self, name):
        own = self.own_names().split()
        return f"Python has no variable '{name}'" + (f"; it has {', '.join(own)}" if own else "")
