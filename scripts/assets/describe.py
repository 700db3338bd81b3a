"""What the editor tells about the packages: every public name with its parameters, its docstring and what it gives.

`describe()` returns JSON; its shape is in components/editor/python/surface.ts.
"""

import builtins
import importlib
import inspect
import json
import pkgutil
import re
import sys
import types

import numpy

ROOTS = ("numpy", "mindspore")
SHOWN_WITH_MEMBERS = (str, bytes, list, tuple, dict, set, int, float, complex, range)  # of Python's own classes

# classes of what calls give; every other function of the owner gives what "*" says
GIVES = {
    "numpy": {
        "*": "numpy.ndarray",
        **dict.fromkeys(
            "allclose array2string array_equal array_equiv array_repr array_str broadcast_shapes can_cast common_type "
            "copyto dtype errstate fill_diagonal format_float_positional format_float_scientific get_printoptions "
            "geterr iscomplexobj isrealobj isscalar issubdtype iterable may_share_memory min_scalar_type ndim ndenumerate "
            "ndindex place printoptions promote_types put putmask result_type save savetxt savez savez_compressed "
            "set_printoptions seterr shape shares_memory size split array_split hsplit vsplit dsplit meshgrid unique "
            "histogram broadcast_arrays nonzero vectorize".split()
        ),
    },
    "numpy.linalg": {"*": "numpy.ndarray", **dict.fromkeys("eig eigh lstsq qr slogdet svd matrix_rank".split())},
    "numpy.random": {"*": "numpy.ndarray", **dict.fromkeys("seed get_state set_state shuffle bytes".split())},
    "numpy.ndarray": {
        "*": "numpy.ndarray",
        **dict.fromkeys(
            "base data dtype fill flags item itemset itemsize nbytes ndim nonzero put shape size sort partition strides "
            "tobytes tofile tolist resize".split()
        ),
    },
    "mindspore.Tensor": {
        "*": "mindspore.Tensor",
        "asnumpy": "numpy.ndarray",
        **dict.fromkeys(
            "dtype flush_from_cache has_init init item itemset itemsize nbytes ndim shape size strides".split()
        ),
    },
    "mindspore.Parameter": {"clone": "mindspore.Parameter", "set_data": "mindspore.Parameter"},
    "mindspore.common.initializer": {"initializer": "mindspore.Tensor"},
    "mindspore.ops": {"*": "mindspore.Tensor"},
    "mindspore.ops.functional": {"*": "mindspore.Tensor"},
}
# calling an object of these classes gives
CALLS = {"mindspore.nn.Cell": "mindspore.Tensor", "mindspore.ops.Primitive": "mindspore.Tensor"}

LONGEST_DOC = 1_500


class Surface:
    def __init__(self):
        self.things = []
        self._known = {}  # index by id of the object
        self._alive = []

    def add(self, value, path):
        """The index of the thing that `value` is."""
        if (known := self._known.get(id(value))) is not None:
            return known
        thing = {}
        index = len(self.things)
        self.things.append(thing)
        self._known[id(value)] = index
        self._alive.append(value)
        thing["kind"] = kind_of(value)
        thing["path"] = path
        if thing["kind"] != "value" and (doc := doc_of(value)):
            thing["doc"] = doc
        if thing["kind"] in ("class", "function") and (params := params_of(value)) is not None:
            thing["params"] = params
        if thing["kind"] == "class" and (params := call_params_of(value)) is not None:
            thing["callParams"] = params
        if thing["kind"] == "module":
            thing["members"] = {name: self.member(value, path, name) for name in public_names(value)}
        elif thing["kind"] == "class":
            self._add_class(thing, value, path)
        elif thing["kind"] == "value":
            thing["text"] = text_of(value)
            kind = type(value)
            if kind.__module__.split(".")[0] in ROOTS:
                thing["gives"] = self.add(kind, f"{kind.__module__}.{kind.__qualname__}")
        return index

    def _add_class(self, thing, cls, path):
        bases = [base for base in cls.__mro__[1:] if base.__module__.split(".")[0] in ROOTS]
        if cls.__module__ == "builtins" and cls not in SHOWN_WITH_MEMBERS:
            return
        thing["bases"] = [self.add(base, f"{base.__module__}.{base.__qualname__}") for base in bases]
        thing["members"] = {
            name: self.own(cls, path, name) for name in sorted(vars(cls)) if not name.startswith("_")
        }

    def own(self, cls, path, name):
        """A member of a class: `self` is not among its parameters."""
        value = vars(cls)[name]
        thing = {"kind": "property" if isinstance(value, (property, types.GetSetDescriptorType)) else "method"}
        function = value.__func__ if isinstance(value, (staticmethod, classmethod)) else value
        if thing["kind"] == "method" and not callable(function):
            thing["kind"] = "property"
        thing["path"] = f"{path}.{name}"
        model = getattr(numpy.ndarray, name, None) if issubclass(cls, numpy.generic) else None
        if doc := doc_of(value) or doc_of(model):  # a number does what an array of it does
            thing["doc"] = doc
        if thing["kind"] == "method" and (params := params_of(function)) is not None:
            thing["params"] = params if isinstance(value, staticmethod) else without_self(params)
        self.give(thing, f"{cls.__module__.split('.')[0]}.{cls.__name__}", name)
        self.things.append(thing)
        return len(self.things) - 1

    def member(self, owner, path, name):
        value = getattr(owner, name)
        inner = f"{path}.{name}"
        if isinstance(value, types.ModuleType):
            inner = value.__name__
        index = self.add(value, inner)
        thing = self.things[index]
        if thing["kind"] == "function":
            self.give(thing, path, name)
        return index

    def give(self, thing, owner, name):
        table = GIVES.get(owner, {})
        if "gives" not in thing and (given := table.get(name, None if name in table else table.get("*"))):
            thing["gives"] = given

    def finish(self, by_path):
        for thing in self.things:
            if isinstance(thing.get("gives"), str):
                thing["gives"] = by_path[thing["gives"]]
        for path, given in CALLS.items():
            self.things[by_path[path]]["calls"] = by_path[given]


def kind_of(value):
    if isinstance(value, types.ModuleType):
        return "module"
    if isinstance(value, type):
        return "class"
    return "function" if callable(value) and not hasattr(value, "__mro__") and is_function(value) else "value"


def without_self(params):
    return [] if params[1:] == ["/"] else params[1:]


def is_function(value):
    return inspect.isroutine(value) or type(value).__name__ == "ufunc"


def public_names(module):
    """What a module offers: its `__all__`, else everything without underscore that is ours."""
    names = {*(getattr(module, "__all__", None) or vars(module)), *submodules(module)}
    if module is builtins:
        return sorted(name for name in names if not name.startswith("_"))
    shown = []
    for name in sorted(name for name in names if not name.startswith("_")):
        value = getattr(module, name, None)
        home = value.__name__ if isinstance(value, types.ModuleType) else getattr(value, "__module__", None)
        if isinstance(value, types.ModuleType) and (home.split(".")[0] not in ROOTS or home.split(".")[-1].startswith("_")):
            continue
        if home is not None and isinstance(home, str) and home.split(".")[0] not in ROOTS:
            continue
        shown.append(name)
    return shown


def submodules(module):
    """The names of the modules inside of a package, imported."""
    found = [each.name for each in pkgutil.iter_modules(getattr(module, "__path__", ())) if not each.name.startswith("_")]
    for name in found:
        importlib.import_module(f"{module.__name__}.{name}")
    return found


def doc_of(value):
    try:
        doc = inspect.getdoc(value)
    except Exception:
        return None
    if doc and type(value).__name__ == "ufunc":
        doc = doc.split("\n\n", 1)[-1]  # its signature is told by itself
    if not doc or doc == inspect.getdoc(type(value)) or doc == object.__doc__:
        return None
    doc = re.sub(r"\s*\b(Numbers|Rules): engine/[^\n]*", "", doc).strip()  # for who reads the source
    return doc if len(doc) <= LONGEST_DOC else doc[:LONGEST_DOC].rsplit("\n", 1)[0] + "\n…"


def params_of(value):
    if type(value).__name__ == "ufunc":
        names = ["x"] if value.nin == 1 else ["x1", "x2"]
        return [*names, "/", "out=None", "*", "where=True", "dtype=None"]
    if isinstance(value, type) and inspect.isfunction(value.__init__) and value.__init__ is not object.__init__:
        return without_self(signature_of(value.__init__))
    return signature_of(value)


def call_params_of(cls):
    """The parameters that an object of the class is called with: those of `construct` where that is what runs."""
    function = vars(cls).get("construct") or vars(cls).get("__call__")
    if not inspect.isfunction(function) or function.__module__.split(".")[0] not in ROOTS:
        return None
    for cell, name in zip(function.__closure__ or (), function.__code__.co_freevars):
        if name == "compute":  # the operations that a table makes
            return signature_of(cell.cell_contents)
    params = without_self(signature_of(function))
    return None if params and params[0].startswith("*") else params


def signature_of(function):
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return None
    shown = []
    last = None
    for param in signature.parameters.values():
        if last == param.POSITIONAL_ONLY != param.kind:
            shown.append("/")
        if param.kind == param.KEYWORD_ONLY and last not in (param.KEYWORD_ONLY, param.VAR_POSITIONAL):
            shown.append("*")
        prefix = {param.VAR_POSITIONAL: "*", param.VAR_KEYWORD: "**"}.get(param.kind, "")
        default = "" if param.default is param.empty else f"={text_of(param.default)}"
        shown.append(f"{prefix}{param.name}{default}")
        last = param.kind
    return [*shown, "/"] if last == inspect.Parameter.POSITIONAL_ONLY else shown


def text_of(value):
    """A value as one would write it, briefly."""
    if isinstance(value, type):
        return value.__name__
    try:
        text = repr(value)
    except Exception:
        text = f"<{type(value).__name__}>"
    if text.startswith("<") and " at 0x" in text:
        text = f"<{type(value).__name__}>"
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"


def describe():
    surface = Surface()
    roots = {name: surface.add(importlib.import_module(name), name) for name in (*ROOTS, "builtins")}
    by_path = {}

    def walk(index, path, seen):
        by_path.setdefault(path, index)
        if len(path) < len(surface.things[index]["path"]):
            surface.things[index]["path"] = path
        if index in seen:
            return
        seen.add(index)
        for name, member in surface.things[index].get("members", {}).items():
            walk(member, f"{path}.{name}", seen)

    for name, index in roots.items():
        walk(index, name, set())
    surface.finish(by_path)
    library = sorted(name for name in sys.stdlib_module_names if not name.startswith("_"))
    return json.dumps(
        {"roots": roots, "things": surface.things, "modules": [*ROOTS, *library]},
        ensure_ascii=False,
        separators=(",", ":"),
    )
