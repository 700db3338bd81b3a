"""What the live names know: completions and descriptions for the editor. Offsets count characters.

Nothing of the reader's runs here: names are looked up and plain attributes read, but no property, no `__getattr__` and no
`__repr__` of their own classes is called.
"""

import builtins
import inspect
import re
import types
from reprlib import Repr

MOST = 400  # completions
LONGEST = 400  # characters of a value's text
READ = ("shape", "dtype", "ndim", "size", "name", "T")  # properties of the packages' own classes that cost nothing
_dotted = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*\.?$")
_name = re.compile(r"[^\W\d]\w*")
_nothing = object()

OURS = ("numpy", "mindspore", "builtins")
_plain = (int, float, complex, bool, str, bytes, type(None), list, tuple, dict, set, frozenset, range)

_short = Repr()
_short.maxstring = _short.maxother = 200
_short.maxlist = _short.maxtuple = _short.maxdict = _short.maxset = 8
_short.maxlevel = 3


def complete(names, source, offset):
    """The border's Completion, a dictionary each, for what may stand at the offset."""
    before = source[max(0, offset - 2_000) : offset]
    if (found := _dotted.search(before)) is None or found.start() > 0 and before[found.start() - 1] in ".)]}\"'":
        return []
    *owners, prefix = found.group().split(".")
    start = _utf16(source[: offset - len(prefix)])
    if owners:
        owner = _look_up(names, owners)
        found = () if owner is _nothing else _attributes(owner)
    else:
        found = names
    fitting = sorted(name for name in found if _fits(name, prefix))[:MOST]
    read = (lambda name: _attribute(owner, name)) if owners else names.get
    return [_completion(name, read(name), start) for name in fitting]


def inspect_name(names, source, offset):
    """The border's Inspection, a dictionary, of the name at the offset; None where there is none."""
    begin = offset
    while begin > 0 and (source[begin - 1] == "_" or source[begin - 1].isalnum()):
        begin -= 1
    word = _name.match(source, begin)
    if word is None:
        return None
    dotted = _dotted.search(source[max(0, word.end() - 2_000) : word.end()])
    if dotted is None:
        return None
    path = dotted.group()
    before = source[word.end() - len(path) - 1 : word.end() - len(path)]
    value = _nothing if before and before in ".)]}\"'" else _look_up(names, path.split("."))
    if value is _nothing:
        return None
    start = _utf16(source[: word.start()])
    shown = {"name": path, "from": start, "to": start + _utf16(word.group()), "signature": _headline(word.group(), value)}
    if (doc := _doc(value)) is not None:
        shown["documentation"] = doc
    if (text := _text(value)) is not None:
        shown["value"] = text
    return shown


def _utf16(text):
    """How many units the page counts for a text."""
    return len(text) + sum(character > "\uffff" for character in text)


def _fits(name, prefix):
    return name.lower().startswith(prefix.lower()) and (prefix.startswith("_") or not name.startswith("_"))


def _look_up(names, path):
    value = names.get(path[0], _nothing)
    if value is _nothing:
        value = vars(builtins).get(path[0], _nothing)
    for name in path[1:]:
        if value is _nothing:
            break
        value = _attribute(value, name)
    return value


# a metaclass of the reader's could answer these questions about its classes
_name_of = type.__dict__["__name__"].__get__
_module_of = type.__dict__["__module__"].__get__
_mro_of = type.__dict__["__mro__"].__get__
_dict_of = type.__dict__["__dict__"].__get__
_slots = (types.GetSetDescriptorType, types.MemberDescriptorType)  # SimpleNamespace has the second
_data = (property, *_slots)


def _is(value, *kinds):
    """isinstance, without asking the value or its metaclass."""
    mro = _mro_of(type(value))
    return any(kind in mro for kind in kinds)


def _state(owner):
    """An object's own attributes; none where its class makes something else of them."""
    if not _is(owner, types.ModuleType) and not _is(_in_classes(type(owner), "__dict__"), *_slots):
        return {}
    state = object.__getattribute__(owner, "__dict__")
    return state if type(state) is dict else {}


def _in_classes(cls, name):
    for each in _mro_of(cls):
        if name in (held := _dict_of(each)):
            return held[name]
    return _nothing


def _static(owner, name):
    """An attribute as it is kept: on the object, or in its classes."""
    if _is(owner, type):
        return _in_classes(owner, name)
    found = _in_classes(type(owner), name)
    return found if _is(found, *_data) else _state(owner).get(name, found)


def _is_ours(value):
    """Whether an object's class is one of the packages: reading its attributes runs nothing of the reader's."""
    return all(str(_module_of(cls)).split(".")[0] in OURS for cls in _mro_of(type(value)))


def _parts(owner):
    """What a network has registered under a name: its layers and parameters."""
    if not any(_module_of(cls) == "mindspore.nn.cell" for cls in _mro_of(type(owner))):
        return {}
    state = _state(owner)
    return {name: part for kept in ("_cells", "_params") for name, part in state.get(kept, {}).items()}


def _attribute(owner, name):
    """An attribute without a call of anything of the reader's."""
    if name in (parts := _parts(owner)):
        return parts[name]
    found = _static(owner, name)
    if _is(found, staticmethod, classmethod):
        return found.__func__
    if not _is(found, *_data):
        return found
    if not _is(found, property) or not _is_ours(owner) or name not in READ:
        return _nothing
    try:
        return getattr(owner, name)
    except Exception:
        return _nothing


def _attributes(owner):
    """The names of an object's attributes, read from dictionaries alone."""
    classes = _mro_of(owner if _is(owner, type) else type(owner))
    holders = [_parts(owner), {} if _is(owner, type) else _state(owner)]
    if not _is(owner, types.ModuleType):
        holders.extend(_dict_of(cls) for cls in classes)
    return {name for holder in holders for name in holder if type(name) is str}


def _completion(name, value, start):
    shown = {"text": name, "from": start, "kind": _kind(value)}
    if value is not _nothing:
        shown["detail"] = _headline(name, value)
        if (doc := _doc(value)) is not None:
            shown["documentation"] = doc
    return shown


def _kind(value):
    if value is _nothing:
        return "property"
    if _is(value, type):
        return "class"
    if _is(value, types.ModuleType):
        return "module"
    if _is(value, types.FunctionType, types.BuiltinFunctionType, types.MethodDescriptorType):
        return "function"
    return "variable"


def _headline(name, value):
    """A signature, or the name with its class."""
    if _is(value, types.ModuleType):
        return f"module {value.__name__}"
    if _is(value, type):
        init = _in_classes(value, "__init__")
        return f"class {name}({_parameters(init, 1)})" if _is(init, types.FunctionType) else f"class {name}"
    if _is(value, types.FunctionType):
        return f"{name}({_parameters(value)})"
    if _is(value, types.MethodType):
        return f"{name}({_parameters(value.__func__, 1)})" if _is(value.__func__, types.FunctionType) else name
    shape = _attribute(value, "shape") if _is_ours(value) else _nothing
    dtype = _attribute(value, "dtype") if _is_ours(value) else _nothing
    about = [str(part) for part in (shape, dtype) if part is not _nothing and _is(shape, tuple)]
    return f"{name}: {_name_of(type(value))}" + (f" {' '.join(about)}" if about else "")


def _parameters(function, skipped=0):
    """A function's parameters as one writes them; of defaults, those that print without the reader's code."""
    code = function.__code__
    count, only = code.co_argcount, code.co_kwonlyargcount
    names = code.co_varnames
    defaults = dict(zip(names[count - len(function.__defaults__ or ()) : count], function.__defaults__ or ()))
    defaults |= function.__kwdefaults__ or {}
    shown = []
    for place, name in enumerate(names[:count]):
        shown.append(_parameter(name, defaults))
        if place + 1 == code.co_posonlyargcount:
            shown.append("/")
    rest = list(names[count + only :])
    if code.co_flags & inspect.CO_VARARGS:
        shown.append("*" + rest.pop(0))
    elif only:
        shown.append("*")
    shown.extend(_parameter(name, defaults) for name in names[count : count + only])
    if code.co_flags & inspect.CO_VARKEYWORDS:
        shown.append("**" + rest.pop(0))
    return ", ".join(shown[skipped:])[:LONGEST]


def _parameter(name, defaults):
    return f"{name}={_text(defaults[name]) or '…'}" if name in defaults else name


def _doc(value):
    """The docstring of a function, class or module; of other objects their class's, if it is the reader's own."""
    is_itself = _is(value, type, types.FunctionType, types.BuiltinFunctionType, types.ModuleType, types.MethodType)
    holder = value if is_itself else type(value)
    if _is(holder, type) and _module_of(holder) == "builtins":
        return None
    doc = _in_classes(holder, "__doc__") if _is(holder, type) else holder.__doc__
    return inspect.cleandoc(doc)[:1_500] if _is(doc, str) and doc.strip() else None


def _text(value):
    """The value as it would print, cut; nothing where printing would run the reader's code or cost a draw."""
    try:
        if type(value) in _plain and _is_all_plain(value, 3):
            return _short.repr(value)[:LONGEST]
        if _is_ours(value) and _name_of(type(value)) == "ndarray" and value.size <= 1_000:
            return _cut(repr(value))
        if _is_ours(value) and _name_of(type(value)) in ("Tensor", "ParameterTensor") and not value.has_init and value.size <= 1_000:
            return _cut(str(value))
    except BaseException:
        pass
    return None


def _is_all_plain(value, depth):
    if type(value) not in _plain:
        return False
    if depth == 0 or _is(value, str, bytes, range) or not hasattr(value, "__len__"):
        return True
    parts = [*value.items()] if _is(value, dict) and len(value) <= 1_000 else value
    if len(parts) > 1_000:
        return False
    return all(_is_all_plain(part, depth - 1) for part in parts)


def _cut(text):
    lines = text.split("\n")
    shown = "\n".join(lines[:12])[:LONGEST]
    return shown if shown == text else shown + "…"
