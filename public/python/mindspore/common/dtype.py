"""The dtypes of MindSpore, and how they translate to Python's and NumPy's. Rows: engine/dtype.ts."""

import builtins


class Type:
    """Base of every dtype. There is one object a dtype, so that comparing means comparing objects."""

    def __init__(self, label, name, key=None, parents=(), nbytes=0):
        self._label = label
        self._name = name
        self._key = key  # the engine's name for it; None for types that no array has
        self._parents = parents
        self._bytes = nbytes

    def __str__(self):
        return self._label

    def __repr__(self):
        return "mindspore." + self._name

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return (_named, (self._name,))


def _named(name):
    return globals()[name]


def _class(name):
    return builtins.type(name, (Type,), {"__module__": "mindspore._c_expression.typing"})


Number = _class("Number")
Int = builtins.type("Int", (Number,), {"__module__": "mindspore._c_expression.typing"})
UInt = builtins.type("UInt", (Number,), {"__module__": "mindspore._c_expression.typing"})
Float = builtins.type("Float", (Number,), {"__module__": "mindspore._c_expression.typing"})
Complex = builtins.type("Complex", (Number,), {"__module__": "mindspore._c_expression.typing"})
Bool = builtins.type("Bool", (Number,), {"__module__": "mindspore._c_expression.typing"})
String = _class("String")
List = _class("List")
Tuple = _class("Tuple")
TypeNone = _class("TypeNone")
TypeType = _class("TypeType")
Function = _class("Function")


class tensor_type(Type):
    """The type of tensors with one dtype, or of all tensors."""

    def __init__(self, element=None):
        label = "Tensor" if element is None else f"Tensor[{element}]"
        super().__init__(label, "tensor" if element is None else f"tensor[{element!r}]")
        self.element = element

    def __eq__(self, other):
        return isinstance(other, tensor_type) and self.element is other.element

    def __hash__(self):
        return hash((tensor_type, self.element))

    def element_type(self):
        """The dtype of the elements."""
        return self.element


tensor_type.__module__ = "mindspore._c_expression.typing"

number = Number("Number", "number")
int_ = Int("Int", "int_", parents=(number,))
uint = UInt("UInt", "uint", parents=(number,))
float_ = Float("Float", "float_", parents=(number,))
_complex = Complex("Complex", "complex_", parents=(number,))

bool_ = Bool("Bool", "bool_", "bool", (number,), 1)
int8 = byte = Int("Int8", "int8", "int8", (int_, number), 1)
int16 = short = Int("Int16", "int16", "int16", (int_, number), 2)
int32 = intc = Int("Int32", "int32", "int32", (int_, number), 4)
int64 = intp = Int("Int64", "int64", "int64", (int_, number), 8)
uint8 = ubyte = UInt("UInt8", "uint8", "uint8", (uint, number), 1)
uint16 = ushort = UInt("UInt16", "uint16", "uint16", (uint, number), 2)
uint32 = uintc = UInt("UInt32", "uint32", "uint32", (uint, number), 4)
uint64 = uintp = UInt("UInt64", "uint64", "uint64", (uint, number), 8)
float16 = half = Float("Float16", "float16", "float16", (float_, number), 2)
float32 = single = Float("Float32", "float32", "float32", (float_, number), 4)
float64 = double = Float("Float64", "float64", "float64", (float_, number), 8)
complex64 = Complex("Complex64", "complex64", "complex64", (_complex, number), 8)
complex128 = Complex("Complex128", "complex128", "complex128", (_complex, number), 16)

string = String("String", "string_")
string_ = string
list_ = List("List", "list_")
tuple_ = Tuple("Tuple", "tuple_")
type_none = TypeNone("TypeNone", "type_none")
type_type = TypeType("TypeType", "type_type")
function = Function("Func", "function")
tensor = tensor_type()

int_type = (int8, int16, int32, int64)
uint_type = (uint8, uint16, uint32, uint64)
float_type = (float16, float32, float64)
number_type = int_type + uint_type + float_type + (complex64, complex128)
implicit_conversion_seq = {
    dtype: rank
    for rank, dtype in enumerate(
        (bool_, int8, uint8, int16, int32, int64, float16, float32, float64, complex64, complex128)
    )
}

by_key = {dtype._key: dtype for dtype in (bool_, *number_type)}


def key_of(dtype, name, owner):
    """The engine's name of a dtype that tensors can have."""
    if isinstance(dtype, Type) and dtype._key is not None:
        return dtype._key
    if dtype is string:
        raise TypeError(f"For '{owner}', the '{name}' mindspore.string_ is not available in Sporebook.")
    raise TypeError(
        f"For '{owner}', the '{name}' must be one of {[str(one) for one in (*number_type, bool_)]} of mindspore, "
        f"but got '{dtype}' with type '{builtins.type(dtype).__name__}'."
    )


_python_types = {
    bool_: bool,
    **{dtype: int for dtype in (int_, *int_type, *uint_type)},
    **{dtype: float for dtype in (float_, *float_type)},
    complex64: complex,
    complex128: complex,
    list_: list,
    tuple_: tuple,
    string: str,
    type_none: builtins.type(None),
}
_from_python = {
    int: int64,
    float: float64,
    bool: bool_,
    complex: complex128,
    str: string,
    list: list_,
    tuple: tuple_,
    builtins.type(None): type_none,
}


def _numpy_name(dtype):
    return dtype._key + "_" if dtype is bool_ else dtype._key


def dtype_to_nptype(type_):
    """The NumPy scalar class of a MindSpore dtype."""
    import numpy

    if not isinstance(type_, Type) or type_._key is None:
        raise KeyError(type_)
    return getattr(numpy, _numpy_name(type_))


def dtype_to_pytype(type_):
    """The Python class of a MindSpore dtype."""
    return _python_types[type_]


def pytype_to_dtype(obj):
    """The MindSpore dtype of a Python type, a NumPy scalar class or a NumPy dtype: Python's float is Float64."""
    import numpy

    if isinstance(obj, numpy.dtype):
        obj = obj.type
    if isinstance(obj, Type):
        return obj
    if not isinstance(obj, builtins.type):
        raise TypeError(f"For 'pytype_to_dtype', the 'obj' must be a python type object, but got {obj!r}.")
    if obj in _from_python:
        return _from_python[obj]
    for dtype in (bool_, *number_type):
        if obj is getattr(numpy, _numpy_name(dtype)):
            return dtype
    raise NotImplementedError(f"Unsupported convert python type {obj} to MindSpore type.")


def get_py_obj_dtype(obj):
    """The type that MindSpore gives to a Python value: a tensor has a tensor type, a cell is a function."""
    from mindspore.common.tensor import Tensor
    from mindspore.nn.cell import Cell
    from mindspore.ops.primitive import Primitive

    if isinstance(obj, Tensor):
        return tensor_type(obj.dtype)
    if isinstance(obj, (Cell, Primitive)):
        return function
    if isinstance(obj, Type):
        return type_type
    if isinstance(obj, builtins.type):
        return pytype_to_dtype(obj)
    return pytype_to_dtype(builtins.type(obj))


def issubclass_(type_, dtype):
    """Whether a dtype is another one or of its kind: int32 is an int_ and a number."""
    if not isinstance(type_, Type) or not isinstance(dtype, Type):
        return False
    return type_ == dtype or dtype in type_._parents


__all__ = [
    name
    for name, value in list(globals().items())
    if isinstance(value, Type) and not name.startswith("_")
] + [
    "Type",
    "Int",
    "tensor_type",
    "number_type",
    "int_type",
    "uint_type",
    "float_type",
    "implicit_conversion_seq",
    "dtype_to_nptype",
    "dtype_to_pytype",
    "pytype_to_dtype",
    "get_py_obj_dtype",
    "issubclass_",
]
