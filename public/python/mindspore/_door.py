"""How this package reaches the engine: its functions, fetched once each, and the values that go in."""

import _engine
from numpy._border import number, run as call
from pyodide.ffi import to_js as items  # lists and tuples, nested or not, as JavaScript arrays

__all__ = ["Names", "call", "engine", "items", "ops", "scalar"]




class Names:
    """The names of one part of the engine. Each is fetched once, because fetching costs more than calling."""

    def __init__(self, *path):
        self.__dict__["_path"] = path

    def __getattr__(self, name):
        part = _engine.engine
        for step in self._path:
            part = getattr(part, step)
        value = getattr(part, name)
        self.__dict__[name] = value
        return value


engine = Names()
ops = Names("ops")


def scalar(value):
    """A Python number, of a subclass too, as the engine takes it: a whole float is marked, or it would pass for an int."""
    plain = number(value)
    if plain is not None:
        return plain
    for kind in (int, float, complex):
        if isinstance(value, kind):
            return number(kind(value))
    raise TypeError(f"a number is needed, but got '{type(value).__name__}'")
