"""Calls every public name of the packages with random, often wrong, arguments and keeps what nobody should ever see.

`run(seed, count)` returns how many calls returned and raised, and a list of complaints: an exception that is none of
Python's or NumPy's own, or a message in which the engine's JavaScript shows through.
"""

import inspect
import random
import types
import warnings

import mindspore
import mindspore.common.initializer
import mindspore.nn
import mindspore.ops
import numpy as np
from mindspore import Parameter, ParameterTuple, Tensor
from mindspore import dtype as mstype

NAMED = (
    ValueError,
    TypeError,
    IndexError,
    KeyError,
    AttributeError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
    ZeroDivisionError,
    MemoryError,
    StopIteration,
    BufferError,
    OSError,
    EOFError,
    AssertionError,
    np.linalg.LinAlgError,
)
# a sentence with one of these was written by JavaScript, not for the reader
LEAKS = (
    "undefined",
    "is not a function",
    "Cannot read",
    "Cannot set",
    "Cannot convert",
    "Cannot mix BigInt",
    "call stack",
    "JsProxy",
    "JsException",
    "pyodide",
    "[object",
    "is not iterable",  # replaced below where Python says it itself
    "is not a constructor",
    "invalid array length",
    "Invalid typed array length",
    "Array buffer allocation",
    "cannot be used here",  # the door's word for an argument that slipped through every check
    "engine failed",
)
# names that read files, print or change the session for all later calls
LEFT_OUT = {"set_reference", "set_printoptions", "printoptions", "input", "print"}


def targets():
    """(label, callable) for all public functions and classes of the packages."""
    modules = [
        np,
        np.random,
        np.linalg,
        mindspore,
        mindspore.nn,
        mindspore.ops,
        mindspore.common.initializer,
        mindspore.common.dtype,
        mindspore.context,
    ]
    found = {}
    for module in modules:
        for name in getattr(module, "__all__", dir(module)):
            value = getattr(module, name)
            if name.startswith("_") or name in LEFT_OUT or isinstance(value, types.ModuleType) or not callable(value):
                continue
            if isinstance(value, type) and issubclass(value, BaseException):
                continue
            found[f"{module.__name__}.{name}"] = value
    return sorted(found.items())


class Source:
    """Random arguments: mostly small and sensible, now and then absurd."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.initializers = [
            value
            for name, value in vars(mindspore.common.initializer).items()
            if isinstance(value, type) and not name.startswith("_")
        ]
        self.dtypes = [mstype.float32, mstype.float64, mstype.int32, mstype.int64, mstype.bool_, mstype.uint8, mstype.float16]
        self.npdtypes = [np.float32, np.float64, np.int32, np.int64, np.bool_, np.uint8, np.float16, np.int8, np.uint64]
        self.names = ["normal", "zeros", "ones", "float32", "int", "same", "valid", "pad", "relu", "foo", "", "a-b", "C", "F", "名"]

    def integer(self):
        pick = self.random
        return pick.choice([0, 1, 2, 3, 4, -1, -2, 5, 7, pick.randint(-9, 9), pick.choice([1000, 2**31, 2**40, -(2**63), 2**64, 10**30])])

    def number(self):
        pick = self.random
        return pick.choice([0.0, 1.0, -1.5, 3.0, 0.1, 1e-5, 1e30, float("nan"), float("inf"), -0.0, pick.uniform(-3, 3)])

    def shape(self):
        return tuple(self.random.choice([1, 2, 3, 3, 4, 0, 5]) for _ in range(self.random.randint(0, 4)))

    def array(self):
        shape = self.shape()
        base = np.arange(int(np.prod(shape)) if shape else 1).reshape(shape) - self.random.randint(0, 5)
        array = base.astype(self.random.choice(self.npdtypes))
        return array.T if self.random.random() < 0.3 else array

    def tensor(self):
        array = self.array()
        while array.size == 0:
            array = self.array()
        return Tensor(array)

    def value(self, depth=0):
        pick = self.random
        kind = pick.randint(0, 15)
        if kind <= 2:
            return self.integer()
        if kind == 3:
            return self.number()
        if kind <= 5:
            return self.array()
        if kind <= 7:
            return self.tensor()
        if kind == 8:
            return self.shape()
        if kind == 9 and depth < 2:
            items = [self.value(depth + 1) for _ in range(pick.randint(0, 3))]
            return pick.choice([list, tuple])(items)
        if kind == 10:
            return pick.choice(self.names)
        if kind == 11:
            return pick.choice(self.dtypes + self.npdtypes + [int, float, bool, complex, str, dict])
        if kind == 12:
            return pick.choice([None, True, False, ..., slice(None), slice(0, 2), slice(3, None, -1), slice(1, 1), b"x", {}, 1 + 2j, object()])
        if kind == 13:
            return Parameter(self.tensor(), name=pick.choice(["w", "b", "Parameter"]))
        if kind == 14:
            try:
                return pick.choice(self.initializers)()
            except TypeError:
                return pick.choice(self.names)
        return pick.choice(
            [mindspore.nn.Dense(2, 3), mindspore.nn.ReLU(), ParameterTuple([Parameter(1.0, name="a")]), np.float32(1.5), np.int64(-3), np.bool_(True)]
        )


OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "==", "!=", "<", "<=", ">", ">=", "@", "&", "|", "^", "<<", ">>"]


def a_call(source, functions):
    """A label and a function of no arguments that makes one random call."""
    pick = source.random
    style = pick.random()
    if style < 0.45:
        label, function = pick.choice(functions)
    elif style < 0.8:
        owner = pick.choice([source.array, source.tensor, lambda: Parameter(source.tensor(), name="p"), lambda: mindspore.nn.Conv2d(2, 3, 2), lambda: np.float32(source.number()), lambda: np.random.RandomState(3)])()
        names = [name for name in dir(owner) if not name.startswith("_") and name not in LEFT_OUT]
        name = pick.choice(names)
        label, function = f"{type(owner).__name__}.{name}", lambda *args, **options: call_or_read(owner, name, args, options)
    elif style < 0.9:
        left, right, operator = source.value(), pick.choice([source.array, source.tensor])(), pick.choice(OPERATORS)
        if pick.random() < 0.5:
            left, right = right, left
        return f"{describe(left)} {operator} {describe(right)}", lambda: eval(f"left {operator} right", {"left": left, "right": right})
    elif style < 0.96:
        owner, index = pick.choice([source.array, source.tensor])(), pick.choice([source.value(), (source.value(), source.value())])
        return f"{describe(owner)}[{describe(index)}]", lambda: owner[index]
    else:
        owner, index, value = pick.choice([source.array, source.tensor])(), source.value(), source.value()
        return f"{describe(owner)}[{describe(index)}] = {describe(value)}", lambda: owner.__setitem__(index, value)
    args = [source.value() for _ in range(pick.choice([0, 1, 1, 1, 2, 2, 2, 3, 4]))]
    options = {}
    try:
        keywords = [p.name for p in inspect.signature(function).parameters.values() if p.kind in (p.KEYWORD_ONLY, p.POSITIONAL_OR_KEYWORD)]
    except (TypeError, ValueError):
        keywords = []
    if keywords and pick.random() < 0.4:
        options[pick.choice(keywords)] = source.value()
    text = ", ".join([describe(arg) for arg in args] + [f"{name}={describe(value)}" for name, value in options.items()])
    return f"{label}({text})", lambda: function(*args, **options)


def call_or_read(owner, name, args, options):
    attribute = getattr(owner, name)
    return attribute(*args, **options) if callable(attribute) else attribute


def describe(value):
    if isinstance(value, np.ndarray):
        return f"<{value.dtype} array {value.shape}>"
    if isinstance(value, Tensor):
        return f"<{value.dtype} {type(value).__name__} {value.shape}>"
    if isinstance(value, (list, tuple)):
        return type(value).__name__ + "(" + ", ".join(map(describe, value)) + ")"
    return repr(value)[:60]


def run(seed, count):
    functions = targets()
    source = Source(seed)
    returned = raised = 0
    complaints = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for number in range(count):
            try:
                label, function = a_call(source, functions)
            except Exception as error:  # making the arguments must never fail
                complaints.append(f"#{number} arguments: {type(error).__name__}: {error}")
                continue
            try:
                result = function()
                repr(result)
                str(result)
                returned += 1
            except NAMED as error:
                raised += 1
                message = str(error)
                if isinstance(error, RecursionError) or type(error).__module__.startswith("pyodide"):
                    complaints.append(f"{label}: {type(error).__name__}: {message}")
                elif any(leak in message for leak in LEAKS) and "object is not iterable" not in message:
                    complaints.append(f"{label}: {type(error).__name__}: {message}")
            except BaseException as error:
                complaints.append(f"{label}: {type(error).__name__}: {error}")
    return returned, raised, complaints
