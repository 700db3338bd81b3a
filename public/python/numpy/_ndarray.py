"""The class `ndarray`: a thin handle on an engine array. How values cross is told in `_border.py`."""

import _engine
from pyodide.ffi import JsException, JsProxy, to_js

from . import _border
from ._border import axes, fn, index, lengths, number, result, run, solid, to_engine, whole_float, wrap
from ._dtypes import dtype as dtype_class
from ._dtypes import name_of, optional_name
from ._scalars import COMPARISONS, OPERATORS, UNARY, generic
from ._scalars import _from_engine as from_engine

INT, SLICE, ELLIPSIS, NEWAXIS, BOOL, ARRAY = range(6)  # the engine's tokens of a subscript
NOT_GIVEN = object()

_INDEX_KINDS = (
    "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid "
    "indices"
)


def _part(part, tokens):
    """Append one part of a subscript as tokens."""
    kind = type(part)
    if kind is int:
        tokens += (INT, part)
    elif kind is slice:
        tokens += (SLICE, _bound(part.start), _bound(part.stop), _bound(part.step))
    elif part is Ellipsis:
        tokens.append(ELLIPSIS)
    elif part is None:
        tokens.append(NEWAXIS)
    elif kind is bool:
        tokens += (BOOL, part)
    elif isinstance(part, (ndarray, list, tuple, generic)) or hasattr(part, "__array__"):
        tokens += (ARRAY, _index_array(part))
    elif hasattr(part, "__index__"):
        tokens += (INT, part.__index__())
    else:
        raise IndexError(_INDEX_KINDS)


def _index_array(part):
    if isinstance(part, (list, tuple)) and len(part) == 0:
        return fn.zeros(to_js([0]), "int64")
    try:
        return _border.convert(part)
    except TypeError:
        raise IndexError(_INDEX_KINDS) from None


def _bound(value):
    if value is None or type(value) is int:
        return value
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError("slice indices must be integers or None or have an __index__ method") from None


def _tokens(subscript):
    tokens = []
    if type(subscript) is tuple:
        for part in subscript:
            _part(part, tokens)
    else:
        _part(subscript, tokens)
    return tokens


def _operand(value):
    """The other operand of an operator, or NotImplemented."""
    kind = type(value)
    if kind is ndarray:
        return value._js
    if kind is int:
        return value
    if kind is float:
        return whole_float(value) if value.is_integer() else value
    if kind is bool or kind is complex:
        return number(value)
    if isinstance(value, (ndarray, generic, list, tuple, int, float, complex)):
        return to_engine(value)
    if value is None or isinstance(value, (str, bytes, dict, set)):
        return NotImplemented
    if getattr(value, "__array_ufunc__", NOT_GIVEN) is None or getattr(value, "__array_priority__", -1) > 0:
        return NotImplemented
    if hasattr(value, "__array__"):
        return to_engine(value)
    return NotImplemented


class ndarray:
    """An array of numbers of one dtype. Made by `array`, `zeros` and the like; slices of it share its elements."""

    __slots__ = ("_js", "_solid", "__weakref__")
    __module__ = "numpy"
    __hash__ = None
    __array_priority__ = 0.0

    def __new__(cls, shape, dtype=float, buffer=None, offset=0, strides=None, order=None):
        name = name_of(dtype)
        if buffer is None:
            return wrap(run(fn.zeros, lengths(shape), name))
        from ._array import frombuffer

        count = 1
        for length in shape if hasattr(shape, "__iter__") else (shape,):
            count *= index(length)
        return frombuffer(buffer, dtype, count, offset).reshape(shape)

    # what it is

    @property
    def dtype(self):
        """The type of the elements."""
        return dtype_class(fn.dtypeOf(self._js))

    @property
    def shape(self):
        """The length of each axis."""
        return tuple(self._js.shape.to_py())

    @shape.setter
    def shape(self, shape):
        js = run(fn.reshape, self._js, lengths(shape))
        if not fn.sharesStorage(js, self._js):
            raise AttributeError(
                "Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape."
            )
        self._js = js
        self._solid = False

    @property
    def ndim(self):
        """The number of axes."""
        return fn.ndimOf(self._js)

    @property
    def size(self):
        """The number of elements."""
        return fn.sizeOfArray(self._js)

    @property
    def itemsize(self):
        """Bytes of one element."""
        return self._js.itemsize

    @property
    def nbytes(self):
        """Bytes of all elements."""
        return self._js.nbytes

    @property
    def strides(self):
        """Bytes from one element to the next along each axis."""
        return tuple(fn.byteStrides(self._js).to_py())

    @property
    def base(self):
        """The array whose memory this view shares; None for an array of its own."""
        base = self._js.base
        return wrap(base) if isinstance(base, JsProxy) and hasattr(base, "storage") else None

    @property
    def T(self):
        """A view with the axes in reverse order."""
        return wrap(fn.transpose(self._js))

    @property
    def real(self):
        """A view of the real parts."""
        return wrap(fn.real(self._js))

    @real.setter
    def real(self, value):
        fn.assign(fn.real(self._js), to_engine(value))

    @property
    def imag(self):
        """A view of the imaginary parts."""
        return wrap(fn.imag(self._js))

    @imag.setter
    def imag(self, value):
        if self.dtype.kind != "c":
            raise TypeError("cannot set imaginary part of a non-complex array")
        fn.assign(fn.imag(self._js), to_engine(value))

    @property
    def flat(self):
        """All elements in one row, to iterate over or to index."""
        from ._flat import flatiter

        return flatiter(self)

    @property
    def flags(self):
        """How the elements lie in memory."""
        from ._flat import flagsobj

        return flagsobj(self)

    @property
    def data(self):
        """A read-only memoryview of the elements."""
        return memoryview(self)

    # exchange with Python

    def tobytes(self, order="C"):
        """The elements in row-major order as little-endian bytes."""
        js = fn.transpose(self._js) if order == "F" else self._js
        return fn.bytesOf(js).to_bytes()

    def __buffer__(self, flags):
        """Python's buffer protocol: a read-only copy, because Python's memory and the engine's are apart."""
        if flags & 1:
            raise BufferError("the elements live outside of Python's memory: a writable buffer is not available")
        view = memoryview(self.tobytes())
        shape = self.shape
        code = {"int64": "q", "uint64": "Q"}.get(self.dtype.name, self.dtype.char)
        if self.dtype.kind == "c":
            raise BufferError("a buffer of complex numbers is not available")
        if 0 in shape:
            return view.cast(code)
        return view.cast(code, shape) if shape else view.cast(code, ())

    @property
    def __array_interface__(self):
        return {
            "version": 3,
            "shape": self.shape,
            "typestr": self.dtype.str,
            "data": self.tobytes(),
            "descr": [("", self.dtype.str)],
            "strides": None,
        }

    def __array__(self, dtype=None):
        return self if dtype is None or self.dtype == dtype else self.astype(dtype)

    def tolist(self):
        """Python numbers in nested lists."""
        from ._lists import to_list

        return to_list(self)

    def item(self, *args):
        """One element as a Python number."""
        if len(args) == 1 and type(args[0]) is tuple:
            args = args[0]
        js = self._js
        if not args:
            if self.size != 1:
                raise ValueError("can only convert an array of size 1 to a Python scalar")
            picked = fn.itemOf(js)
        elif len(args) == 1:
            place = index(args[0])
            size = self.size
            if not -size <= place < size:
                raise IndexError(
                    f"index {place} is out of bounds for " + (f"axis 0 with size {size}" if self.ndim == 1 else f"size {size}")
                )
            picked = fn.itemAt(js, place % size)
        else:
            if len(args) != self.ndim:
                raise ValueError("incorrect number of indices for array")
            return self[tuple(map(index, args))].item()
        return from_engine(fn.dtypeOf(js), picked)._plain()

    def itemset(self, *args):
        """Set one element: itemset(*index, value)."""
        *place, value = args
        if len(place) == 1 and type(place[0]) is tuple:
            place = place[0]
        if len(place) == 1 and self.ndim != 1:
            self.flat[place[0]] = value
        else:
            self[tuple(place)] = value

    def tofile(self, fid, sep="", format="%s"):
        """Write the elements to a file, as bytes or, with sep, as text."""
        data = self.tobytes() if sep == "" else sep.join(map(str, self.ravel().tolist())).encode()
        if hasattr(fid, "write"):
            fid.write(data)
        else:
            with open(fid, "wb") as file:
                file.write(data)

    def __reduce__(self):
        from ._array import frombuffer

        return _rebuild, (self.tobytes(), self.dtype.name, self.shape)

    def __copy__(self):
        return self.copy()

    def __deepcopy__(self, memo):
        return self.copy()

    def __index__(self):
        if self.ndim == 0 and self.dtype.kind in "iu":
            return self.item()
        raise TypeError("only integer scalar arrays can be converted to a scalar index")

    def _single(self):
        if self.size != 1:
            raise TypeError("only size-1 arrays can be converted to Python scalars")
        return self.item()

    def __int__(self):
        return int(self._single())

    def __float__(self):
        return float(self._single())

    def __complex__(self):
        return complex(self._single())

    def __bool__(self):
        size = self.size
        if size == 1:
            return bool(self.item())
        if size == 0:
            return False
        raise ValueError(
            "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
        )

    def __len__(self):
        if self.ndim == 0:
            raise TypeError("len() of unsized object")
        return self.shape[0]

    def __iter__(self):
        if self.ndim == 0:
            raise TypeError("iteration over a 0-d array")
        return (self[i] for i in range(self.shape[0]))

    def __contains__(self, value):
        return bool((self == value).any())

    # text

    def __str__(self):
        from ._printing import array_str

        return array_str(self)

    def __repr__(self):
        from ._printing import array_repr

        return array_repr(self)

    def __format__(self, spec):
        if self.ndim == 0:
            return format(self[()], spec)
        if spec:
            raise TypeError("unsupported format string passed to numpy.ndarray.__format__")
        return str(self)

    # parts

    def __getitem__(self, subscript):
        js = self._js
        if type(subscript) is int:
            item = run(fn.getAt, js, subscript)
        else:
            item = run(fn.getByTokens, js, *_tokens(subscript))
        if isinstance(item, JsProxy):
            if hasattr(item, "re"):
                return from_engine(fn.dtypeOf(js), item)
            return wrap(item)
        return from_engine(fn.dtypeOf(js), item)

    def __setitem__(self, subscript, value):
        given = number(value)
        if given is None:
            given = _border.convert(value)
        run(fn.setByTokens, self._js, given, *_tokens(subscript))

    def __delitem__(self, subscript):
        raise ValueError("cannot delete array elements")

    # methods that are one engine call

    def astype(self, dtype, order="K", casting="unsafe", subok=True, copy=True):
        """The elements cast to another dtype."""
        name = name_of(dtype)
        if casting != "unsafe" and not run(fn.canCastBy, fn.dtypeOf(self._js), name, casting):
            raise TypeError(
                f"Cannot cast array data from dtype('{self.dtype}') to dtype('{name}') according to the rule '{casting}'"
            )
        if not copy and fn.dtypeOf(self._js) == name:
            return self
        return wrap(run(fn.astype, self._js, name))

    def reshape(self, *shape, order="C"):
        """The same elements in another shape; a view where that is possible. One length may be -1."""
        if len(shape) == 1:
            shape = shape[0]
        if order == "F":
            flipped = shape[::-1] if isinstance(shape, (tuple, list)) else shape
            return wrap(fn.transpose(run(fn.reshape, fn.transpose(self._js), lengths(flipped))))
        return wrap(run(fn.reshape, self._js, lengths(shape)))

    def resize(self, *new_shape, refcheck=True):
        """Change the shape in place; new elements are zeros."""
        from ._shapes import resize

        shape = new_shape[0] if len(new_shape) == 1 else new_shape
        grown = resize(self, shape, fill=0)
        self._js = grown._js

    def ravel(self, order="C"):
        """All elements in one row; a view where that is possible."""
        return wrap(fn.ravel(fn.transpose(self._js) if order == "F" else self._js))

    def flatten(self, order="C"):
        """All elements in one row, copied."""
        return wrap(fn.flatten(fn.transpose(self._js) if order == "F" else self._js))

    def transpose(self, *axes_):
        """A view with the axes in another order, by default in reverse."""
        if len(axes_) == 1 and (axes_[0] is None or isinstance(axes_[0], (tuple, list))):
            axes_ = axes_[0]
        return wrap(run(fn.transpose, self._js, lengths(axes_) if axes_ else None))

    def swapaxes(self, axis1, axis2):
        """A view with two axes exchanged."""
        return wrap(run(fn.swapaxes, self._js, index(axis1), index(axis2)))

    def squeeze(self, axis=None):
        """A view without the axes of length 1."""
        return wrap(run(fn.squeeze, self._js, axes(axis)))

    def copy(self, order="C"):
        """A copy with memory of its own."""
        return wrap(fn.copy(self._js))

    def view(self, dtype=None, type=None):
        """The same memory as another dtype."""
        if dtype is None or isinstance(dtype, __builtins_type__) and issubclass(dtype, ndarray):
            return wrap(fn.viewAs(self._js, fn.dtypeOf(self._js)))
        return wrap(run(fn.viewAs, self._js, name_of(dtype)))

    def fill(self, value):
        """Set every element to one value."""
        run(fn.assign, self._js, to_engine(value))

    def byteswap(self, inplace=False):
        """The elements with their bytes in reverse order."""
        raise NotImplementedError("ndarray.byteswap is not available in Sporebook")

    def __pow__(self, other, modulo=None):
        right = _operand(other)
        if right is NotImplemented:
            return right
        return result(run(fn.power, self._js, right))

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self


def _rebuild(data, name, shape):
    from ._array import frombuffer

    return frombuffer(data, name).reshape(shape)


__builtins_type__ = type
_border.ndarray = ndarray
_engine.HANDLES[ndarray] = "_js"


def _forward(name):
    def operator(self, other):
        right = other._js if type(other) is ndarray else _operand(other)
        if right is NotImplemented:
            return right
        try:
            js = getattr(fn, name)(self._js, right)
        except JsException as error:
            raise _engine.python_error(error) from None
        return solid(js) if self._solid and name != "matmul" else result(js)

    return operator


def _reflected(name):
    def operator(self, other):
        left = _operand(other)
        if left is NotImplemented:
            return left
        js = run(getattr(fn, name), left, self._js)
        return solid(js) if self._solid and name != "matmul" else result(js)

    return operator


def _in_place(name):
    def operator(self, other):
        right = _operand(other)
        if right is NotImplemented:
            return right
        run(getattr(fn, name), self._js, right, out=self._js)
        return self

    return operator


def _comparison(name):
    def operator(self, other):
        right = _operand(other)
        if right is NotImplemented:
            if name in ("equal", "notEqual") and (other is None or isinstance(other, (str, bytes))):
                return wrap(fn.full(fn.shapeList(self._js), name == "notEqual", "bool"))
            return right
        try:
            js = run(getattr(fn, name), self._js, right)
        except ValueError:
            if name in ("equal", "notEqual"):
                return name == "notEqual"  # NumPy 1.x: shapes that do not fit are not equal
            raise
        return solid(js) if self._solid else result(js)

    return operator


for _python, _name in OPERATORS.items():
    if _python != "pow":
        setattr(ndarray, f"__{_python}__", _forward(_name))
    setattr(ndarray, f"__r{_python}__", _reflected(_name))
    if _python != "matmul":
        setattr(ndarray, f"__i{_python}__", _in_place(_name))
for _python, _name in COMPARISONS.items():
    setattr(ndarray, f"__{_python}__", _comparison(_name))
for _python, _name in UNARY.items():
    setattr(ndarray, f"__{_python}__", lambda self, _name=_name: result(run(getattr(fn, _name), self._js)))
ndarray.__hash__ = None
