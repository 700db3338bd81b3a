"""The dtype objects: `np.dtype('float32')` prints `float32`, and equals the scalar type and every name of it."""

# name: kind, type character, bytes, number, other names
ROWS = {
    "bool": ("b", "?", 1, 0, ("bool_", "bool8", "b1")),
    "int8": ("i", "b", 1, 1, ("byte", "i1")),
    "uint8": ("u", "B", 1, 2, ("ubyte", "u1")),
    "int16": ("i", "h", 2, 3, ("short", "i2")),
    "uint16": ("u", "H", 2, 4, ("ushort", "u2")),
    "int32": ("i", "i", 4, 5, ("intc", "i4")),
    "uint32": ("u", "I", 4, 6, ("uintc", "u4")),
    "int64": ("i", "l", 8, 7, ("int", "int_", "intp", "long", "longlong", "i8", "q", "p", "int0")),
    "uint64": ("u", "L", 8, 8, ("uint", "uintp", "ulong", "ulonglong", "u8", "Q", "P", "uint0")),
    "float16": ("f", "e", 2, 23, ("half", "f2")),
    "float32": ("f", "f", 4, 11, ("single", "f4")),
    "float64": ("f", "d", 8, 12, ("float", "float_", "double", "f8")),
    "complex64": ("c", "F", 8, 14, ("csingle", "singlecomplex", "c8")),
    "complex128": ("c", "D", 16, 15, ("complex", "complex_", "cdouble", "cfloat", "c16")),
}

_names = {}
for _name, (_kind, _char, _size, _number, _others) in ROWS.items():
    for _alias in (_name, _char, *_others):
        _names[_alias] = _name
_builtin = {bool: "bool", int: "int64", float: "float64", complex: "complex128"}
_instances = {}
scalar_types = {}  # name → NumPy scalar class, filled by _scalars


def name_of(spec):
    """The engine's dtype name for anything that names a dtype. Raises TypeError as NumPy does."""
    if type(spec) is dtype:
        return spec.name
    if isinstance(spec, str):
        text = spec[1:] if spec[:1] in "<=|>" and spec[1:] else spec
        name = _names.get(text)
        if name is None:
            raise TypeError(f"data type {spec!r} not understood")
        if spec[:1] == ">" and ROWS[name][2] > 1:
            raise TypeError(f"data type {spec!r} is big-endian, which Sporebook does not have")
        return name
    if spec is None:
        return "float64"
    if isinstance(spec, type):
        name = _builtin.get(spec) or getattr(spec, "_dtype_name", None)
        if name:
            return name
        generic = {"floating": "float64", "inexact": "float64", "integer": "int64", "signedinteger": "int64",
                   "unsignedinteger": "uint64", "complexfloating": "complex128"}.get(spec.__name__)
        if generic and spec.__module__ == "numpy":
            return generic
        if spec in (str, bytes, object):
            raise TypeError(f"arrays of '{spec.__name__}' are not available in Sporebook: only numbers and bools")
    inner = getattr(spec, "dtype", None)
    if isinstance(inner, dtype):
        return inner.name
    raise TypeError(f"Cannot interpret '{spec!r}' as a data type")


def optional_name(spec):
    """The same, None for None."""
    return None if spec is None else name_of(spec)


class dtype:
    """An element type. `dtype(x)` gives the one object there is for the type that x names."""

    __slots__ = {"name": "The name: 'float32'."}
    __module__ = "numpy"

    def __new__(cls, spec=None, align=False, copy=False):
        name = name_of(spec)
        instance = _instances.get(name)
        if instance is None:
            instance = object.__new__(cls)
            object.__setattr__(instance, "name", name)
            _instances[name] = instance
        return instance

    def __setattr__(self, key, value):
        raise AttributeError(f"attribute '{key}' of 'numpy.dtype' objects is not writable")

    @property
    def type(self):
        """The class of its elements."""
        return scalar_types[self.name]

    @property
    def kind(self):
        """'b' bool, 'i' int, 'u' unsigned int, 'f' float, 'c' complex."""
        return ROWS[self.name][0]

    @property
    def char(self):
        """The one letter that stands for the dtype."""
        return ROWS[self.name][1]

    @property
    def itemsize(self):
        """Bytes of one element."""
        return ROWS[self.name][2]

    @property
    def alignment(self):
        """Bytes that an element is aligned to."""
        size = self.itemsize
        return size // 2 if self.kind == "c" else size

    @property
    def num(self):
        """NumPy's number for the dtype."""
        return ROWS[self.name][3]

    @property
    def byteorder(self):
        """'=' for the machine's own order, '|' where order means nothing."""
        return "|" if self.itemsize == 1 else "="

    @property
    def str(self):
        """The dtype as text, with its byte order: '<f4'."""
        return ("|" if self.itemsize == 1 else "<") + self.kind + f"{self.itemsize}"

    @property
    def names(self):
        """None: there are no structures."""
        return None

    @property
    def shape(self):
        """(): there are no sub-arrays."""
        return ()

    @property
    def ndim(self):
        """0: there are no sub-arrays."""
        return 0

    @property
    def isnative(self):
        """True: every dtype here has the machine's byte order."""
        return True

    @property
    def hasobject(self):
        """False: no dtype here holds Python objects."""
        return False

    @property
    def base(self):
        """The dtype itself: there are no sub-arrays."""
        return self

    def newbyteorder(self, new_order="S"):
        """The dtype itself: there is one byte order here."""
        return self

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"dtype('{self.name}')"

    def __eq__(self, other):
        if other is self:
            return True
        try:
            return name_of(other) == self.name if other is not None else False
        except TypeError:
            return False

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(("dtype", self.name))

    def __reduce__(self):
        return dtype, (self.name,)
