"""Arrays as nested lists of Python numbers."""

from ._border import fn

_CODES = {"int64": "q", "uint64": "Q", "bool": "?"}


def to_list(array):
    dtype = array.dtype
    if array.ndim == 0:
        return array.item()
    js = array._js
    name = dtype.name
    if name == "float16":
        js, name = fn.astype(js, "float32"), "float32"
    if name == "complex64":
        js, name = fn.astype(js, "complex128"), "complex128"
    data = memoryview(fn.bytesOf(js).to_bytes())
    shape = array.shape
    if name == "complex128":
        parts = data.cast("d").tolist() if data else []
        return _nest(list(map(complex, parts[::2], parts[1::2])), shape)
    if 0 in shape:
        return _nest([], shape)
    code = _CODES.get(name, dtype.char if dtype.name != "float16" else "f")
    return data.cast(code, shape).tolist()


def _nest(flat, shape):
    if len(shape) == 1:
        return flat
    step = len(flat) // shape[0] if shape[0] else 0
    return [_nest(flat[i * step : (i + 1) * step], shape[1:]) for i in range(shape[0])]
