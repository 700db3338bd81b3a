"""The door to the engine: the one place where Python's values cross into TypeScript and errors come back.

Packages are imported before the engine is there (they are part of the memory snapshot), so nothing may touch `engine`
while a module is being imported; functions read it when they are called.
"""

import gc

from pyodide.ffi import JsException, create_proxy, to_js

engine = None  # the TypeScript engine; `random` on it is this session's random state


def bind(js_engine):
    """Give the packages their engine. The kernel calls it once, after Python has started."""
    global engine
    engine = js_engine
    engine.speakFor(create_proxy(held))


HANDLES = {}  # packages add their classes of handles, and the attribute that the engine's object is in


def held():
    """The engine's objects that Python's variables hold: the engine asks when memory is short."""
    kinds = tuple(HANDLES)
    found = []
    for one in gc.get_objects():
        if issubclass(type(one), kinds):
            name = next(HANDLES[kind] for kind in type(one).__mro__ if kind in HANDLES)
            if (js := getattr(one, name, None)) is not None:
                found.append(js)
    return to_js(found)


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


# what JavaScript itself says of arguments that slipped through every check, in words for the reader
UNCHECKED = {
    "TypeError": TypeError("an argument is of a type that cannot be used here"),
    "SyntaxError": ValueError("an argument has a value that cannot be used here"),  # a text that is no whole number
    "RangeError": ValueError("a number is beyond the range that can be used here"),
}


def python_error(error: JsException):
    """The Python exception for an engine error, by its name."""
    if getattr(error, "isOfEngine", False):
        return RAISED_AS.get(error.name, RuntimeError)(error.message)
    known = UNCHECKED.get(error.name)
    if known is None:
        return RuntimeError(f"Sporebook's engine failed: {error.name}")
    return type(known)(*known.args)


def call(function, *args):
    """`function(*args)` in the engine, its errors as Python's own."""
    try:
        return function(*args)
    except JsException as error:
        raise python_error(error) from None


def absent(module, name):
    """The exception for a name that the original has and this package has not."""
    return AttributeError(f"module '{module}' has no attribute '{name}' in Sporebook; see the list of names at names/")
