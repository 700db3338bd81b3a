"""The class `RandomState`, and the one state that the functions of `numpy.random` share with MindSpore."""

from operator import index as whole
from types import NoneType

import _engine
from pyodide.ffi import JsProxy, jsnull, to_js

from .._array import convert
from .._border import index, lengths, ndarray, result, run, wrap
from .._dtypes import name_of


class RandomState:
    """One Mersenne Twister and the distributions of NumPy's legacy interface."""

    __module__ = "numpy.random.mtrand"

    def __init__(self, seed=None):
        self._js = _engine.engine.NumpyRandom.new()
        self.seed(seed)

    def seed(self, seed=None):
        """Start anew from an int or a list of ints, 0 to 2**32 - 1 each, or without one from an unpredictable place."""
        if seed is None:
            run(self._js.seed)
        elif hasattr(seed, "__index__") and not isinstance(seed, ndarray):
            run(self._js.seed, whole(seed))
        else:
            run(self._js.seed, to_js(_seed_list(seed)))

    def get_state(self, legacy=True):
        """The state as a tuple, or as a dict: name, key, position, and the normal that is left over."""
        state = self._js.getState()
        has_gauss = int(state.spareNormal is not jsnull)
        gauss = float(state.spareNormal) if has_gauss else 0.0
        key = wrap(_engine.engine.numpy.fromBuffer(state.key, "uint32", to_js([624])))
        if legacy:
            return "MT19937", key, state.position, has_gauss, gauss
        return {
            "bit_generator": "MT19937",
            "state": {"key": key, "pos": state.position},
            "has_gauss": has_gauss,
            "gauss": gauss,
        }

    def set_state(self, state):
        """Go on from what `get_state` returned."""
        name, key, position, has_gauss, gauss = _state_parts(state)
        if name != "MT19937":
            raise ValueError("set_state can only be used with legacy MT19937 state instances.")
        words = to_js([int(word) for word in key])
        run(self._js.setState, key=words, position=index(position), spareNormal=float(gauss) if has_gauss else jsnull)

    def random_sample(self, size=None):
        """Floats in [0, 1)."""
        return _floats(self._js.randomSample, size)

    def random(self, size=None):
        """Floats in [0, 1)."""
        return self.random_sample(size)

    def rand(self, *args):
        """Floats in [0, 1); the arguments are the lengths of the axes."""
        return self.random_sample(args if args else None)

    def standard_normal(self, size=None):
        """Normals with mean 0 and deviation 1."""
        return _floats(self._js.standardNormal, size)

    def randn(self, *args):
        """Normals with mean 0 and deviation 1; the arguments are the lengths of the axes."""
        return self.standard_normal(args if args else None)

    def uniform(self, low=0.0, high=1.0, size=None):
        """Floats from low up to high, high left out."""
        return _floats(self._js.uniform, size, _parameter(low), _parameter(high))

    def normal(self, loc=0.0, scale=1.0, size=None):
        """Normals with mean loc and deviation scale."""
        return _floats(self._js.normal, size, _parameter(loc), _parameter(scale))

    def randint(self, low, high=None, size=None, dtype=int):
        """Whole numbers from low up to high - 1; with one bound, from 0 up to low - 1."""
        low = _bound(low)
        high = None if high is None else _bound(high)
        if size is None and (dtype is int or dtype is bool) and type(low) is int and type(high) in (int, NoneType):
            return dtype(run(self._js.randint, low, high, None, name_of(dtype)))
        arrays = isinstance(low, JsProxy) or isinstance(high, JsProxy)
        shape = None if arrays and size is None else lengths(() if size is None else size)
        drawn = run(self._js.randint, low, high, shape, name_of(dtype))
        return wrap(drawn) if arrays or size is not None else result(drawn)

    def bytes(self, length):
        """Random bytes."""
        count = (index(length) - 1) // 4 + 1
        if count >= 1 << 28:
            raise MemoryError(f"cannot hold {length} random bytes")
        return self.randint(0, 1 << 32, count, "uint32").tobytes()[:length]

    def shuffle(self, x):
        """Put the items along the first axis of an array, or of a list, in random order, in place."""
        if isinstance(x, ndarray):
            run(self._js.shuffle, x._js)
            return
        order = self._js.stream.order(len(x)).to_py()
        items = [x[place] for place in order]
        for place, item in enumerate(items):
            x[place] = item

    def permutation(self, x):
        """0 to x - 1 in random order, or a copy of an array with its first axis in random order."""
        if hasattr(x, "__index__") and not isinstance(x, ndarray):
            return wrap(run(self._js.permutation, whole(x)))
        return wrap(run(self._js.permutation, convert(x)))

    def choice(self, a, size=None, replace=True, p=None):
        """Items of a 1-D array, or of range(a). p holds the chance of each."""
        chances = None if p is None else convert(p)
        shape = lengths(() if size is None else size)
        if hasattr(a, "__index__") and not isinstance(a, ndarray):
            drawn = run(self._js.choice, whole(a), shape, bool(replace), chances)
            return int(result(drawn)) if size is None else wrap(drawn)
        if isinstance(a, (str, dict)) or a is None:
            raise ValueError("a must be 1-dimensional or an integer")
        if size is None and isinstance(a, (list, tuple)) and any(isinstance(item, str) for item in a):
            return a[self.choice(len(a), None, replace, p)]
        items = convert(a)
        if not items.shape.length:
            raise ValueError("a must be 1-dimensional or an integer")
        drawn = run(self._js.choice, items, shape, bool(replace), chances)
        return result(drawn) if size is None else wrap(drawn)

    def __reduce__(self):
        return _restored, (self.get_state(),)

    def __str__(self):
        return "RandomState(MT19937)"

    def __repr__(self):
        return f"RandomState(MT19937) at 0x{id(self):X}"


class _GlobalState(RandomState):
    """The session's state, which belongs to the engine."""

    __module__ = "numpy.random.mtrand"

    def __init__(self):
        self._owner = self._found = None

    @property
    def _js(self):
        if self._owner is not _engine.engine:
            self._owner = _engine.engine
            self._found = self._owner.random.numpy
        return self._found


global_state = _GlobalState()


def _restored(state):
    """A RandomState that goes on from a state."""
    random = RandomState()
    random.set_state(state)
    return random


def _floats(draw, size, *parameters):
    """What a distribution draws: a Python float without a size, else an array."""
    if size is None:
        drawn = run(draw, *parameters)
        return float(drawn) if isinstance(drawn, (int, float)) else result(drawn)
    return wrap(run(draw, *parameters, lengths(size)))


def _parameter(value):
    """A parameter of a distribution: a float, or an array of them."""
    if isinstance(value, (int, float, str)) or value is None:
        return float(value)
    array = wrap(convert(value))
    if array.dtype.kind == "c":
        raise _unsafe("array data", array.dtype, "float64")
    return array._js if array.ndim else float(array)


def _unsafe(what, have, want):
    return TypeError(f"Cannot cast {what} from dtype('{have}') to dtype('{want}') according to the rule 'safe'")


def _bound(value):
    """A bound of randint: an int, or an array of them; floats are cut."""
    if isinstance(value, (list, tuple)):
        value = wrap(convert(value))
    return value._js if isinstance(value, ndarray) and value.ndim else int(value)


def _seed_list(seed):
    js = convert(seed)
    array = wrap(js)
    if array.size == 0:
        raise ValueError("Seed must be non-empty")
    if array.dtype.kind not in "iub":
        what = "array data" if array.ndim else "scalar"
        raise _unsafe(what, array.dtype, "int64")
    if array.ndim != 1:
        raise ValueError("Seed array must be 1-d")
    return array.tolist()


def _state_parts(state):
    if isinstance(state, dict):
        if "bit_generator" not in state or "state" not in state:
            raise ValueError("state dictionary is not valid.")
        inner = state["state"]
        return state["bit_generator"], inner["key"], inner["pos"], state.get("has_gauss", 0), state.get("gauss", 0.0)
    if not isinstance(state, (tuple, list)):
        raise TypeError("state must be a dict or a tuple.")
    if len(state) not in (3, 5):
        raise ValueError("set_state can only be used with legacy MT19937 state instances.")
    return (*state, 0, 0.0)[:5]
