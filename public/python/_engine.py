"""The door to the engine: the one place where Python's values cross into TypeScript and errors come back.

Packages are imported before the engine is there (they are part of the memory snapshot), so nothing may touch `engine`
while a module is being imported; functions read it when they are called.
"""

from pyodide.ffi import JsException

engine = None  # the TypeScript engine; `random` on it is this session's random state


def bind(js_engine):
    """Give the packages their engine. The kernel calls it once, after Python has started."""
    global engine
    engine = js_engine


RAISED_AS = {
    error.__name__: error
    for error in (
        ValueError,
        TypeError,
        IndexError,
        KeyError,
        AttributeError,
        RuntimeError,
        NotImplementedError,
        OverflowError,
        ZeroDivisionError,
        MemoryError,
    )
}  # packages add the classes they own, such as numpy.AxisError


def python_error(error: JsException):
    """The Python exception for an engine error, by its name; anything unnamed is a fault of ours: RuntimeError."""
    return RAISED_AS.get(error.name, RuntimeError)(error.message)


def call(function, *args):
    """`function(*args)` in the engine, its errors as Python's own."""
    try:
        return function(*args)
    except JsException as error:
        raise python_error(error) from None
