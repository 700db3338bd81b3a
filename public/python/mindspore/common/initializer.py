"""Initializers: what puts the first values into a tensor. Numbers: engine/initializers, one class a file."""

import numbers
from weakref import WeakValueDictionary

import numpy
from mindspore._checks import kind_name
from mindspore._door import call, engine
from mindspore.common import dtype as mstype
from mindspore.common.tensor import Tensor
from numpy._border import to_engine, unwrap, wrap
from pyodide.ffi import create_proxy, jsnull

__all__ = [
    "Initializer",
    "initializer",
    "TruncatedNormal",
    "Normal",
    "Uniform",
    "HeUniform",
    "HeNormal",
    "XavierUniform",
    "One",
    "Zero",
    "Constant",
    "Identity",
    "Sparse",
    "Dirac",
    "Orthogonal",
    "VarianceScaling",
]


class Initializer:
    """The base of all initializers. Subclass it, and override `_initialize(self, arr)` to fill an array in place."""

    _seed = None

    def __init__(self, **kwargs):
        self._kwargs = kwargs

    @property
    def seed(self):
        """The two seeds of the next draw. Without a seed of its own, each reading advances the session's counter."""
        if self._seed is None:
            return tuple(engine.random.nextNormalSeeds())
        return self._seed + 1, 0

    @seed.setter
    def seed(self, value):
        self._seed = value

    def _initialize(self, *kwargs):
        raise NotImplementedError("Must be overridden!")

    def __call__(self, arr):
        return self._initialize(arr)

    @property
    def _initializer(self):
        """The engine's initializer that does what this one does."""
        return _hosted(self)


class _BuiltIn(Initializer):
    """An initializer of the engine: `_engine_name` names its class, `_attributes` what that takes, in order."""

    _engine_name = ""
    _attributes = ()

    def _initialize(self, arr):
        if not isinstance(arr, numpy.ndarray):
            raise TypeError(
                f"For '{self._engine_name}', the 'arr' must be a numpy.ndarray, "
                f"but got '{arr}' with type '{kind_name(arr)}'."
            )
        call(self._native().fill, unwrap(arr), engine.random)

    @property
    def _initializer(self):
        overridden = type(self)._initialize is not _BuiltIn._initialize
        return _hosted(self) if overridden else self._native()

    def _native(self):
        values = [_crossing(getattr(self, name), name, self._engine_name) for name in self._attributes]
        native = call(getattr(engine, self._engine_name).new, *values)
        if self._seed is not None:
            native.seed = self._seed
        return native


_texts = ("mode", "nonlinearity", "distribution")  # the engine says which texts it knows


def _crossing(value, name, owner):
    """An attribute as the engine takes it."""
    if name in _texts:
        return str(value)
    if name == "negative_slope" and (value is None or isinstance(value, (bool, str))):
        return jsnull if value is None else value
    if name == "groups" and isinstance(value, int):
        return int(value)
    if name != "groups" and hasattr(value, "__float__"):
        return float(value)
    kinds = "int" if name == "groups" else "int or float"
    raise TypeError(f"For '{owner}', the '{name}' must be {kinds}, but got '{value}' with type '{kind_name(value)}'.")


_alive = WeakValueDictionary()  # initializers written in Python, by the number the engine knows them by
_fill_proxy = None


def _fill(number, js_array):
    _alive[number](wrap(js_array))


def _hosted(init):
    global _fill_proxy
    if _fill_proxy is None:
        _fill_proxy = create_proxy(_fill)
    _alive[id(init)] = init
    return engine.HostInitializer.new(id(init), _fill_proxy)


class Zero(_BuiltIn):
    """Zeros."""

    _engine_name = "Zero"


class One(_BuiltIn):
    """Ones."""

    _engine_name = "One"


class Constant(_BuiltIn):
    """One number everywhere, or the elements of an array."""

    _engine_name = "Constant"

    def __init__(self, value):
        super().__init__(value=value)
        self.value = value

    def _native(self):
        return call(engine.Constant.new, to_engine(self.value))


class Identity(_BuiltIn):
    """Ones on the main diagonal of a matrix, zeros elsewhere."""

    _engine_name = "Identity"


class Dirac(_BuiltIn):
    """Convolution kernels that pass their input channels through."""

    _engine_name = "Dirac"
    _attributes = ("groups",)

    def __init__(self, groups=1):
        super().__init__(groups=groups)
        self.groups = groups


class Uniform(_BuiltIn):
    """Uniform in [-scale, scale)."""

    _engine_name = "Uniform"
    _attributes = ("scale",)

    def __init__(self, scale=0.07):
        super().__init__(scale=scale)
        self.scale = scale


class Normal(_BuiltIn):
    """Normal with mean and deviation sigma."""

    _engine_name = "Normal"
    _attributes = ("sigma", "mean")

    def __init__(self, sigma=0.01, mean=0.0):
        super().__init__(sigma=sigma, mean=mean)
        self.sigma = sigma
        self.mean = mean


class TruncatedNormal(_BuiltIn):
    """Normal without its far ends. mean and the bounds a and b are MindSpore 2.x's; 1.x cuts at two sigma."""

    _engine_name = "TruncatedNormal"
    _attributes = ("sigma", "mean", "a", "b")

    def __init__(self, sigma=0.01, mean=0.0, a=-2.0, b=2.0):
        super().__init__(sigma=sigma, mean=mean, a=a, b=b)
        self.sigma = sigma
        self.mean = mean
        self.a = a
        self.b = b


class XavierUniform(_BuiltIn):
    """Uniform in [-b, b), b = gain * sqrt(6 / (fan_in + fan_out))."""

    _engine_name = "XavierUniform"
    _attributes = ("gain",)

    def __init__(self, gain=1):
        super().__init__(gain=gain)
        self.gain = gain


class XavierNormal(_BuiltIn):
    """Normal with sigma = gain * sqrt(2 / (fan_in + fan_out)). In MindSpore since 2.0."""

    _engine_name = "XavierNormal"
    _attributes = ("gain",)

    def __init__(self, gain=1):
        super().__init__(gain=gain)
        self.gain = gain


class HeUniform(_BuiltIn):
    """Uniform in [-b, b), b = sqrt(3) * gain / sqrt(fan); for leaky_relu gain = sqrt(2 / (1 + negative_slope ** 2))."""

    _engine_name = "HeUniform"
    _attributes = ("negative_slope", "mode", "nonlinearity")

    def __init__(self, negative_slope=0, mode="fan_in", nonlinearity="leaky_relu"):
        super().__init__(negative_slope=negative_slope, mode=mode, nonlinearity=nonlinearity)
        self.negative_slope = negative_slope
        self.mode = mode
        self.nonlinearity = nonlinearity


class HeNormal(_BuiltIn):
    """Normal with sigma = gain / sqrt(fan); for leaky_relu gain = sqrt(2 / (1 + negative_slope ** 2))."""

    _engine_name = "HeNormal"
    _attributes = ("negative_slope", "mode", "nonlinearity")

    def __init__(self, negative_slope=0, mode="fan_in", nonlinearity="leaky_relu"):
        super().__init__(negative_slope=negative_slope, mode=mode, nonlinearity=nonlinearity)
        self.negative_slope = negative_slope
        self.mode = mode
        self.nonlinearity = nonlinearity


class VarianceScaling(_BuiltIn):
    """Random with variance scale / max(1, fan). The default distribution is uniform, as in every MindSpore release."""

    _engine_name = "VarianceScaling"
    _attributes = ("scale", "mode", "distribution")

    def __init__(self, scale=1.0, mode="fan_in", distribution="truncated_normal"):
        super().__init__(scale=scale, mode=mode, distribution=distribution)
        self.scale = scale
        self.mode = mode
        self.distribution = distribution
        self._native()  # raises for what it can't take


class Orthogonal(_BuiltIn):
    """A matrix with orthogonal rows or columns of length gain."""

    _engine_name = "Orthogonal"
    _attributes = ("gain",)

    def __init__(self, gain=1.0):
        super().__init__(gain=gain)
        self.gain = gain


class Sparse(_BuiltIn):
    """A normal matrix with a share of each column's entries, chosen at random, set to zero."""

    _engine_name = "Sparse"
    _attributes = ("sparsity", "sigma")

    def __init__(self, sparsity, sigma=0.01):
        super().__init__(sparsity=sparsity, sigma=sigma)
        self.sparsity = sparsity
        self.sigma = sigma


_aliases = {
    "zero": Zero,
    "zeros": Zero,
    "one": One,
    "ones": One,
    "uniform": Uniform,
    "normal": Normal,
    "truncatednormal": TruncatedNormal,
    "xavieruniform": XavierUniform,
    "xavier_uniform": XavierUniform,
    "heuniform": HeUniform,
    "he_uniform": HeUniform,
    "henormal": HeNormal,
    "he_normal": HeNormal,
    "variancescaling": VarianceScaling,
    "identity": Identity,
    "dirac": Dirac,
    "orthogonal": Orthogonal,
    "sparse": Sparse,
    "xaviernormal": XavierNormal,
    "xavier_normal": XavierNormal,
}


def _by_alias(name):
    """A new initializer by one of its names. The engine refuses the names that the reference release lacks."""
    lower = name.lower()
    if lower != "sparse":
        call(engine.initializerByName, lower, engine.random.reference)
    return _aliases[lower]()


def initializer(init, shape=None, dtype=mstype.float32):
    """A tensor whose data `init` draws when they are first needed.

    `init` is a name such as "normal", a number, an Initializer, or a Tensor of that shape, which comes back itself.
    """
    if not isinstance(init, (Tensor, numbers.Number, numpy.generic, str, Initializer)):
        raise TypeError(
            "For 'initializer', the type of the 'init' argument should be 'Tensor', 'number', 'string' or "
            f"'initializer', but got '{init}' with type '{kind_name(init)}'."
        )
    if isinstance(init, Tensor):
        return _checked(init, shape)
    if isinstance(shape, list):
        shape = tuple(shape)
    elif isinstance(shape, (numbers.Number, numpy.generic)):
        shape = (shape,)
    for length in shape if shape is not None else ():
        if not isinstance(length, int) or length <= 0:
            raise ValueError(
                "For 'initializer', the argument 'shape' is invalid, the value of 'shape' must be positive integer, "
                f"but got {shape}."
            )
    if isinstance(init, str):
        init = _by_alias(init)
    elif not isinstance(init, Initializer):
        init = Constant(init)
    if shape is None and not hasattr(init, "shape"):
        raise AttributeError(
            f"'{type(init).__name__}' object has no attribute 'shape': for 'initializer', the argument 'shape' must be "
            "given."
        )
    shape = shape if shape is not None else init.shape
    return Tensor(dtype=dtype, shape=shape, init=init)


def _checked(tensor, shape):
    """The tensor itself, if it has the shape."""
    wanted = tuple(shape) if isinstance(shape, (tuple, list)) else (shape,)
    if tensor.shape != wanted:
        raise ValueError(
            "For 'initializer', the shape of the 'init' argument should be same as the argument 'shape', but got the "
            f"'init' shape {tensor.shape} and the 'shape' {shape}."
        )
    return tensor
