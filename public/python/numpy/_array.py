"""How Python's lists, buffers and numbers become engine arrays: shape and type are found here, elements cross in one buffer."""

from array import array as buffer

from pyodide.ffi import JsProxy, to_js

from . import _border
from ._border import fn, number, run
from ._dtypes import name_of, optional_name, scalar_types
from ._scalars import generic

MAX_DIMS = 32
_formats = {
    "?": "bool", "b": "int8", "B": "uint8", "h": "int16", "H": "uint16", "i": "int32", "I": "uint32", "l": "int64",
    "L": "uint64", "q": "int64", "Q": "uint64", "e": "float16", "f": "float32", "d": "float64", "c": "uint8",
}  # fmt: skip
_codes = {"int64": "q", "uint64": "Q", "float64": "d", "bool": "B"}


def convert(value, dtype=None):
    """An engine array of anything array-like; shared if it is one already and has the dtype."""
    js = _js_or_none(value)
    if js is None:
        return _from_python(value, dtype)
    if dtype is None or fn.dtypeOf(js) == dtype:
        return js
    return run(fn.astype, js, dtype)


_border.convert = convert


def _js_or_none(value):
    if isinstance(value, _border.ndarray):
        return value._js
    if isinstance(value, generic):
        return value.__array__()._js
    if isinstance(value, (list, tuple, int, float, complex, str)):
        return None
    if isinstance(value, JsProxy) and getattr(value, "storage", None) is not None:
        return value
    if hasattr(value, "__array__") and not isinstance(value, type):
        array = value.__array__()
        if not isinstance(array, _border.ndarray):
            raise ValueError("object __array__ method not producing an array")
        return array._js
    if hasattr(value, "__array_interface__"):
        return _from_interface(value.__array_interface__)
    if isinstance(value, (bytes, bytearray)):
        raise TypeError("arrays of bytes objects are not available in Sporebook: use numpy.frombuffer")
    try:
        view = memoryview(value)
    except TypeError:
        return None
    return from_view(view)


def from_view(view):
    """An engine array with a copy of what a memoryview shows."""
    code = view.format
    if len(code) == 2 and code[0] in "@=<":
        code = code[1]
    name = _formats.get(code)
    if name is None:
        raise TypeError(f"a buffer of format '{view.format}' is not available in Sporebook: only numbers and bools")
    if name in ("int64", "uint64") and view.itemsize == 4:
        name = "int32" if name == "int64" else "uint32"
    data = view.tobytes()
    return run(fn.fromBytes, to_js(data), name, to_js(list(view.shape)))


def _from_interface(interface):
    data = interface["data"]
    if isinstance(data, tuple):
        raise TypeError("an __array_interface__ has to give its data as a buffer here, not as an address")
    return run(fn.fromBytes, to_js(bytes(data)), name_of(interface["typestr"]), to_js(list(interface["shape"])))


def _from_python(value, dtype=None):
    plain = number(value)
    if plain is not None:
        return run(fn.array, plain, dtype)
    if not isinstance(value, (list, tuple)):
        return _from_other(value, dtype)
    shape, leaves = _flatten(value)
    if leaves is None:
        return _from_parts(value, dtype)
    return _from_leaves(leaves, shape, dtype)


def _from_other(value, dtype):
    if isinstance(value, str) and dtype is not None and dtype[0] != "c":
        return _from_leaves([value], [], dtype)
    if isinstance(value, range):
        return _from_leaves(list(value), [len(value)], dtype)
    if isinstance(value, (int, float)):
        return _from_python(value + 0, dtype)
    if hasattr(value, "__index__"):
        return _from_python(value.__index__(), dtype)
    if hasattr(value, "__float__") and dtype is not None:
        return _from_python(float(value), dtype)
    if hasattr(value, "__len__") and hasattr(value, "__getitem__") and not isinstance(value, (str, dict, bytes)):
        return _from_python(list(value), dtype)
    raise TypeError(
        f"arrays of '{type(value).__name__}' objects are not available in Sporebook: only numbers and bools"
    )


def _flatten(nested):
    """Shape and leaves of nested lists; leaves None if arrays stand among them."""
    depth = 0
    first = nested
    while isinstance(first, (list, tuple)):
        depth += 1
        if depth > MAX_DIMS:
            raise ValueError(
                "setting an array element with a sequence. The requested array would exceed the maximum number of "
                f"dimension of {MAX_DIMS}."
            )
        if not first:
            break
        first = first[0]
    shape = []
    level = nested
    while True:
        shape.append(len(level) if not shape else len(level[0]))
        if shape[1:]:
            length = shape[-1]
            if any(len(item) != length for item in level):
                raise _ragged(shape[:-1])
            level = [leaf for item in level for leaf in item]
        if not level:
            return shape, level
        kinds = set(map(type, level))
        if kinds <= _leaf_types:
            return shape, level
        nests = [isinstance(item, (list, tuple)) for item in level]
        if all(nests):
            continue
        if any(_is_array(item) for item in level):
            return shape, None
        if any(nests):
            raise _ragged(shape)
        if any(hasattr(item, "__len__") and not isinstance(item, (str, bytes, dict)) for item in level):
            return shape, None
        return shape, level


_leaf_types = {int, float, bool, complex, *scalar_types.values()}


def _is_array(item):
    return isinstance(item, _border.ndarray) or hasattr(item, "__array__") and not isinstance(item, generic)


def _ragged(shape):
    detected = f"({shape[0]},)" if len(shape) == 1 else f"({', '.join(map(str, shape))})"
    return ValueError(
        "setting an array element with a sequence. The requested array has an inhomogeneous shape after "
        f"{len(shape)} dimensions. The detected shape was {detected} + inhomogeneous part."
    )


def _from_parts(items, dtype):
    """Lists with arrays in them: each item becomes an array, all of one shape."""
    parts = [convert(item) for item in items]
    shapes = {tuple(part.shape.to_py()) for part in parts}
    if len(shapes) > 1:
        raise _ragged([len(items)])
    js = run(fn.stack, to_js(parts))
    return js if dtype is None else run(fn.astype, js, dtype)


def _from_leaves(leaves, shape, dtype):
    kinds = set(map(type, leaves))
    if kinds <= {float}:
        name = "float64"
    elif kinds <= {int}:
        name = "int64"
    elif kinds <= {bool}:
        name = "bool"
    elif kinds <= {int, float, bool}:
        name = "float64" if float in kinds else "int64"
    elif kinds <= {int, float, bool, complex}:
        name = "complex128"
    else:
        return _from_mixed(leaves, shape, kinds, dtype)
    if not leaves:
        name = dtype or "float64"
        return run(fn.zeros, to_js(shape), name)
    if dtype is not None and dtype != name and name == "float64" and dtype[0] in "iu":
        _check_whole(leaves)
    return _cross(leaves, shape, name, dtype)


def _check_whole(leaves):
    for leaf in leaves:
        if leaf != leaf:
            raise ValueError("cannot convert float NaN to integer")
        if leaf in (float("inf"), float("-inf")):
            raise OverflowError("cannot convert float infinity to integer")


def _cross(leaves, shape, name, dtype):
    """Leaves of one Python type (or bool, int and float mixed) into the engine."""
    target = dtype or name
    if name == "complex128":
        flat = buffer("d", [part for leaf in leaves for part in (complex(leaf).real, complex(leaf).imag)])
        js = run(fn.fromBuffer, to_js(flat), name, to_js(shape))
    elif len(leaves) <= 24 and name == "float64":
        js = run(fn.fromNumbers, target, len(shape), *shape, *leaves)
        return js
    else:
        try:
            flat = buffer(_codes[name], leaves)
        except OverflowError:
            name, flat = _wide(leaves, dtype)
        js = run(fn.fromBuffer, to_js(flat), name, to_js(shape))
    return js if target == name or dtype is None else run(fn.astype, js, target)


def _wide(leaves, dtype):
    """Ints beyond int64."""
    if dtype is not None and dtype[0] in "fc":
        return "float64", buffer("d", [float(leaf) for leaf in leaves])
    try:
        return "uint64", buffer("Q", leaves)
    except OverflowError:
        raise OverflowError("Python int too large to convert to C long") from None


def _from_mixed(leaves, shape, kinds, dtype):
    """NumPy scalars among plain numbers, or text to be read as numbers."""
    names = set()
    plain = []
    for leaf in leaves:
        if isinstance(leaf, generic):
            names.add(leaf._dtype_name)
            plain.append(leaf._plain())
        elif type(leaf) in (int, float, bool, complex):
            names.add({int: "int64", float: "float64", bool: "bool", complex: "complex128"}[type(leaf)])
            plain.append(leaf)
        elif dtype is not None and isinstance(leaf, str):
            plain.append(_parsed(leaf, dtype))
            names.add(dtype if dtype[0] in "fc" else "int64")
        elif dtype is not None and leaf is None and dtype[0] == "f":
            plain.append(float("nan"))
            names.add("float64")
        elif hasattr(leaf, "__index__"):
            plain.append(leaf.__index__())
            names.add("int64")
        elif isinstance(leaf, float):
            plain.append(float(leaf))
            names.add("float64")
        elif dtype is not None:
            target = "int" if dtype[0] in "iu" else "float"
            raise TypeError(f"{target}() argument must be a string or a real number, not '{type(leaf).__name__}'")
        else:
            raise TypeError(
                f"arrays of '{type(leaf).__name__}' objects are not available in Sporebook: only numbers and bools"
            )
    name = None
    for one in names:
        name = one if name is None else fn.promoteTypes(name, one)
    wide = "complex128" if name[0] == "c" else "float64" if name[0] == "f" else "bool" if name == "bool" else "int64"
    if name == "uint64":
        wide = "uint64"
    return _cross(plain, shape, wide, dtype or name)


def _parsed(text, dtype):
    try:
        return complex(text) if dtype[0] == "c" else float(text) if dtype[0] == "f" else int(text)
    except ValueError:
        if dtype[0] in "iu":
            raise ValueError(f"invalid literal for int() with base 10: {text!r}") from None
        raise ValueError(f"could not convert string to float: {text!r}") from None


def array(object, dtype=None, *, copy=True, order="K", subok=False, ndmin=0, like=None):
    """An array of the numbers in `object`: nested lists, an array, a buffer, a number."""
    name = optional_name(dtype)
    js = _js_or_none(object)
    if js is None:
        js = _from_python(object, name)
    elif copy or (name is not None and fn.dtypeOf(js) != name):
        js = run(fn.astype, js, name or fn.dtypeOf(js))
    made = _border.wrap(js)
    if ndmin > made.ndim:
        if ndmin > MAX_DIMS:
            raise ValueError(f"ndmin bigger than allowable number of dimensions NPY_MAXDIMS (={MAX_DIMS})")
        made = made.reshape((1,) * (ndmin - made.ndim) + made.shape)
    return made


def asarray(a, dtype=None, order=None, *, like=None):
    """The same array if `a` is one and has the dtype, else a new one."""
    if isinstance(a, _border.ndarray) and (dtype is None or a.dtype == dtype):
        return a
    return _border.wrap(convert(a, optional_name(dtype)))


def asanyarray(a, dtype=None, order=None, *, like=None):
    """An array of anything array-like; an array passes through as it is."""
    return asarray(a, dtype)


def ascontiguousarray(a, dtype=None, *, like=None):
    """A row-major array of at least one axis."""
    made = asarray(a, dtype)
    if made.ndim == 0:
        made = made.reshape(1)
    return made if fn.isContiguous(made._js) else made.copy()


def copy(a, order="K", subok=False):
    """A copy with storage of its own."""
    return array(a, copy=True)


def frombuffer(buffer, dtype=float, count=-1, offset=0, *, like=None):
    """The bytes of a buffer read as numbers. A copy: Python's memory and the engine's are apart."""
    name = name_of(dtype)
    data = memoryview(buffer).cast("B")
    size = dtype_size(name)
    if offset < 0 or offset > len(data):
        raise ValueError(f"offset must be non-negative and no greater than buffer length ({len(data)})")
    data = data[offset:]
    if count < 0:
        if len(data) % size:
            raise ValueError("buffer size must be a multiple of element size")
        count = len(data) // size
    if len(data) < count * size:
        raise ValueError("buffer is smaller than requested size")
    return _border.wrap(run(fn.fromBytes, to_js(bytes(data[: count * size])), name, to_js([count])))


def dtype_size(name):
    from ._dtypes import ROWS

    return ROWS[name][2]


def fromstring(string, dtype=float, count=-1, *, sep, like=None):
    """Numbers read from text, with a separator between them."""
    name = name_of(dtype)
    if sep == "":
        raise ValueError("The binary mode of fromstring is removed, use frombuffer instead")
    text = string.decode("latin1") if isinstance(string, bytes) else string
    pieces = text.split() if sep.isspace() else [piece.strip() for piece in text.split(sep.strip())]
    values = [_parsed(piece, name) for piece in pieces if piece]
    if count >= 0:
        if len(values) < count:
            raise ValueError("string is smaller than requested size")
        values = values[:count]
    return _border.wrap(_from_leaves(values, [len(values)], name))


def fromiter(iter, dtype, count=-1, *, like=None):
    """An array of what an iterator gives."""
    values = []
    for value in iter:
        if 0 <= count <= len(values):
            break
        values.append(value)
    if len(values) < count:
        raise ValueError(f"iterator too short: Expected {count} but iterator had only {len(values)} items.")
    return array(values, dtype)


def fromfunction(function, shape, *, dtype=float, like=None, **kwargs):
    """What a function makes of the arrays of places."""
    from ._shapes import indices

    return function(*indices(shape, dtype=dtype), **kwargs)
