"""NumPy's scalar types. `float64` is a float and `complex128` a complex, as in NumPy; the others are numbers of their own."""

import struct

from . import _border
from ._border import fn, result, run, to_engine
from ._dtypes import ROWS, dtype, scalar_types


def _rounded(code, value):
    """A float as the nearest one of a narrower format; beyond its range an infinity."""
    try:
        return struct.unpack(code, struct.pack(code, value))[0]
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


class generic:
    """The base of all NumPy scalars: what an array has, of one element."""

    __slots__ = ()
    __module__ = "numpy"
    __array_priority__ = -1000000.0

    def __new__(cls, *args):
        raise TypeError(f"cannot create 'numpy.{cls.__name__}' instances")

    ndim = 0
    shape = ()
    size = 1
    strides = ()
    base = None

    @property
    def dtype(self):
        return dtype(self._dtype_name)

    @property
    def itemsize(self):
        return ROWS[self._dtype_name][2]

    nbytes = itemsize

    @property
    def T(self):
        return self

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return type(self)(0)

    @property
    def flat(self):
        return _array_of(self).flat

    @property
    def data(self):
        return memoryview(self.tobytes())

    def __array__(self, dtype=None):
        array = _border.wrap(_js_of(self))
        return array if dtype is None else array.astype(dtype)

    def __getattr__(self, name):
        # the methods of arrays, on a 0-d array of this value
        if name.startswith("_") or not hasattr(_border.ndarray, name):
            raise AttributeError(f"'numpy.{type(self).__name__}' object has no attribute '{name}'")
        return getattr(_array_of(self), name)

    def item(self, *args):
        return self._plain()

    def tolist(self):
        return self._plain()

    def astype(self, dtype, *args, **kwargs):
        return _array_of(self).astype(dtype)[()]

    def copy(self, order="C"):
        return self

    def conjugate(self):
        return self

    conj = conjugate

    def view(self, dtype=None, type=None):
        return _array_of(self).view(dtype)[()] if dtype is not None else self

    def round(self, decimals=0, out=None):
        return _array_of(self).round(decimals)[()]

    def tobytes(self, order="C"):
        return _array_of(self).tobytes()

    __iter__ = None

    def __getitem__(self, index):
        if index == () or index is Ellipsis:
            return self if index == () else _array_of(self)
        if index is None:
            return _array_of(self)[None]
        raise IndexError("invalid index to scalar variable.")

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return type(self), (self._plain(),)

    def __str__(self):
        return fn.scalarTextOf(_js_of(self))

    __repr__ = __str__

    def __format__(self, spec):
        plain = self._plain()
        return str(self) if not spec else format(plain, spec)

    def __bool__(self):
        return bool(self._plain())

    def __int__(self):
        return int(self._plain())

    def __float__(self):
        return float(self._plain())

    def __complex__(self):
        return complex(self._plain())

    def __hash__(self):
        return hash(self._plain())

    def __round__(self, ndigits=None):
        if ndigits is None:
            return round(self._plain())
        return self.round(ndigits)


def _array_of(scalar):
    return _border.wrap(_js_of(scalar))


def _js_of(scalar):
    """A 0-d engine array of the scalar."""
    name = scalar._dtype_name
    plain = scalar._plain()
    if name[0] == "c":
        return fn.scalar(name, plain.real, plain.imag)
    return fn.scalar(name, plain)


class number(generic):
    __slots__ = ()
    __module__ = "numpy"


class integer(number):
    __slots__ = ()
    __module__ = "numpy"

    @property
    def numerator(self):
        """The integer itself."""
        return self

    @property
    def denominator(self):
        """1: an integer is itself over one."""
        return type(self)(1)

    def __index__(self):
        return self._value

    def is_integer(self):
        """True."""
        return True

    def bit_count(self):
        """How many bits of the absolute value are 1."""
        return abs(self._value).bit_count()


class signedinteger(integer):
    __slots__ = ()
    __module__ = "numpy"


class unsignedinteger(integer):
    __slots__ = ()
    __module__ = "numpy"


class inexact(number):
    __slots__ = ()
    __module__ = "numpy"


class floating(inexact):
    __slots__ = ()
    __module__ = "numpy"

    def is_integer(self):
        """Whether the number has no fraction."""
        return self._plain().is_integer()

    def as_integer_ratio(self):
        """Two integers whose ratio is exactly this number."""
        return self._plain().as_integer_ratio()

    def __trunc__(self):
        return self._plain().__trunc__()

    def __floor__(self):
        return self._plain().__floor__()

    def __ceil__(self):
        return self._plain().__ceil__()


class complexfloating(inexact):
    __slots__ = ()
    __module__ = "numpy"


class bool_(generic):
    __slots__ = ("_value",)
    __module__ = "numpy"
    _dtype_name = "bool"

    def __new__(cls, value=False):
        return bool_true if _single(value, bool) else bool_false

    def _plain(self):
        return self._value

    def __bool__(self):
        return self._value

    def __index__(self):
        return int(self._value)

    def __str__(self):
        return "True" if self._value else "False"

    __repr__ = __str__


def _single(value, plain):
    """The Python number in a constructor's argument; arrays raise `_IsArray`."""
    if isinstance(value, generic):
        value = value._plain()
    elif isinstance(value, _border.ndarray):
        if value.ndim:
            raise _IsArray
        value = value.item()
    elif isinstance(value, (list, tuple)):
        raise _IsArray
    if value is None and plain is float:
        return float("nan")
    return plain(value)


class _IsArray(Exception):
    """The argument has axes: the constructor gives an array, as NumPy's do."""


def _to_array(cls, value):
    return _border.wrap(fn.astype(_border.convert(value), cls._dtype_name))


bool_true = object.__new__(bool_)
bool_true._value = True
bool_false = object.__new__(bool_)
bool_false._value = False


def _bool_new(cls, value=False):
    try:
        return bool_true if _single(value, bool) else bool_false
    except _IsArray:
        return _to_array(cls, value)


bool_.__new__ = staticmethod(_bool_new)


def _make_int(name, base, bits):
    low = 0 if base is unsignedinteger else -(1 << (bits - 1))
    high = low + (1 << bits)

    def __new__(cls, value=0):
        try:
            plain = _single(value, int)
        except _IsArray:
            return _to_array(cls, value)
        if not low <= plain < high:
            if bits == 64:
                raise OverflowError("Python int too large to convert to C long")
            plain = (plain - low) % (1 << bits) + low
        self = object.__new__(cls)
        self._value = plain
        return self

    body = {
        "__slots__": ("_value",),
        "__module__": "numpy",
        "_dtype_name": name,
        "__new__": __new__,
        "_plain": lambda self: self._value,
        "__str__": lambda self: str(self._value),
        "__repr__": lambda self: str(self._value),
        "__doc__": f"A {bits}-bit {'unsigned' if base is unsignedinteger else 'signed'} integer.",
    }
    return type(name, (base,), body)


int8 = _make_int("int8", signedinteger, 8)
int16 = _make_int("int16", signedinteger, 16)
int32 = _make_int("int32", signedinteger, 32)
int64 = _make_int("int64", signedinteger, 64)
uint8 = _make_int("uint8", unsignedinteger, 8)
uint16 = _make_int("uint16", unsignedinteger, 16)
uint32 = _make_int("uint32", unsignedinteger, 32)
uint64 = _make_int("uint64", unsignedinteger, 64)


def _make_narrow_float(name, code, bits):
    def __new__(cls, value=0.0):
        try:
            plain = _single(value, float)
        except _IsArray:
            return _to_array(cls, value)
        self = object.__new__(cls)
        self._value = _rounded(code, plain)
        return self

    body = {
        "__slots__": ("_value",),
        "__module__": "numpy",
        "_dtype_name": name,
        "__new__": __new__,
        "_plain": lambda self: self._value,
        "__doc__": f"A float of {bits} bits.",
    }
    return type(name, (floating,), body)


float16 = _make_narrow_float("float16", "e", 16)
float32 = _make_narrow_float("float32", "f", 32)


class float64(floating, float):
    """A float of 64 bits; it is a Python float too."""

    __slots__ = ()
    __module__ = "numpy"
    _dtype_name = "float64"

    def __new__(cls, value=0.0):
        try:
            return float.__new__(cls, _single(value, float))
        except _IsArray:
            return _to_array(cls, value)

    def _plain(self):
        return float.__float__(self)

    __hash__ = float.__hash__
    __bool__ = float.__bool__
    __float__ = float.__float__
    __int__ = float.__int__
    is_integer = float.is_integer
    as_integer_ratio = float.as_integer_ratio


def _with_imaginary(value, imag):
    return value + complex(0, imag) if imag else value  # adding nothing would lose a negative zero


class complex64(complexfloating):
    """A complex number of two 32-bit floats."""

    __slots__ = ("_value",)
    __module__ = "numpy"
    _dtype_name = "complex64"

    def __new__(cls, value=0, imag=0):
        try:
            plain = _with_imaginary(_single(value, complex), imag)
        except _IsArray:
            return _to_array(cls, value)
        self = object.__new__(cls)
        self._value = complex(_rounded("f", plain.real), _rounded("f", plain.imag))
        return self

    def _plain(self):
        return self._value

    @property
    def real(self):
        return float32(self._value.real)

    @property
    def imag(self):
        return float32(self._value.imag)

    def conjugate(self):
        return type(self)(self._value.conjugate())

    conj = conjugate


class complex128(complexfloating, complex):
    """A complex number of two 64-bit floats; it is a Python complex too."""

    __slots__ = ()
    __module__ = "numpy"
    _dtype_name = "complex128"

    def __new__(cls, value=0, imag=0):
        try:
            return complex.__new__(cls, _with_imaginary(_single(value, complex), imag))
        except _IsArray:
            return _to_array(cls, value)

    def _plain(self):
        return complex.__complex__(self)

    @property
    def real(self):
        return float64(complex.real.__get__(self))

    @property
    def imag(self):
        return float64(complex.imag.__get__(self))

    __hash__ = complex.__hash__
    __bool__ = complex.__bool__
    __complex__ = complex.__complex__

    def conjugate(self):
        return complex128(complex.conjugate(self))

    conj = conjugate


for _type in (
    bool_, int8, int16, int32, int64, uint8, uint16, uint32, uint64,
    float16, float32, float64, complex64, complex128,
):  # fmt: skip
    scalar_types[_type._dtype_name] = _type


def _from_engine(name, value, js=None):
    """A scalar from an element as it crosses: a number, a bool, or for complex the engine's pair."""
    kind = name[0]
    if kind == "f":
        if name == "float64":
            return float.__new__(float64, value)
        self = object.__new__(scalar_types[name])
        self._value = float(value)
        return self
    if kind == "b":
        return bool_true if value else bool_false
    if kind == "c":
        return scalar_types[name](complex(float(value.re), float(value.im)))
    self = object.__new__(scalar_types[name])
    self._value = int(value)
    return self


_border.from_engine_scalar = _from_engine

# what Python calls → the engine's name
OPERATORS = {
    "add": "add", "sub": "subtract", "mul": "multiply", "truediv": "divide", "floordiv": "floorDivide",
    "mod": "remainder", "pow": "power", "and": "bitwiseAnd", "or": "bitwiseOr", "xor": "bitwiseXor",
    "lshift": "leftShift", "rshift": "rightShift", "matmul": "matmul",
}  # fmt: skip
COMPARISONS = {
    "eq": "equal", "ne": "notEqual", "lt": "less", "le": "lessEqual", "gt": "greater", "ge": "greaterEqual",
}
UNARY = {"neg": "negative", "pos": "positive", "abs": "absolute", "invert": "invert"}


def _operand(value):
    """The other operand of a scalar's operator, or NotImplemented for what NumPy leaves to it."""
    if isinstance(value, generic):
        return _js_of(value)
    if isinstance(value, (list, tuple, _border.ndarray)) or type(value) in (int, float, bool, complex):
        return to_engine(value)
    if isinstance(value, (int, float, complex)):
        return to_engine(value + 0)
    return NotImplemented


def _operator(engine_name):
    def forward(self, other):
        right = _operand(other)
        if right is NotImplemented:
            return NotImplemented
        return result(run(getattr(fn, engine_name), _js_of(self), right))

    def reflected(self, other):
        left = _operand(other)
        if left is NotImplemented:
            return NotImplemented
        return result(run(getattr(fn, engine_name), left, _js_of(self)))

    return forward, reflected


def _unary(engine_name):
    return lambda self: result(run(getattr(fn, engine_name), _js_of(self)))


def _install(cls):
    for python, engine_name in OPERATORS.items():
        if python == "matmul":
            continue
        forward, reflected = _operator(engine_name)
        setattr(cls, f"__{python}__", forward)
        setattr(cls, f"__r{python}__", reflected)
    for python, engine_name in COMPARISONS.items():
        setattr(cls, f"__{python}__", _operator(engine_name)[0])
    for python, engine_name in UNARY.items():
        setattr(cls, f"__{python}__", _unary(engine_name))
    cls.__divmod__ = lambda self, other: (self // other, self % other)
    cls.__rdivmod__ = lambda self, other: (other // self, other % self)


_install(generic)
for _type in (float64, complex128):
    _hash = _type.__hash__
    _install(_type)  # Python's own number would come first for these names otherwise
    _type.__hash__ = _hash
