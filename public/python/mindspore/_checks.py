"""What arguments must be, where only Python can tell: a bool from an int, a list from a tuple, a float from an int."""

import _engine


def kind_name(value):
    """How an error names a value's type."""
    return type(value).__name__


def got(value):
    """What came, as an error tells it: the type, and the value where that is short."""
    kind = f"type '{kind_name(value)}'"
    try:
        text = str(value)
    except Exception:
        return f"but got {kind}"
    return f"but got {kind}" if len(text) > 60 or "\n" in text else f"but got '{text}' with {kind}"


def check_bool(value, name, owner):
    if isinstance(value, bool):
        return value
    raise TypeError(f"For '{owner}', the '{name}' must be bool, {got(value)}.")


def check_int(value, name, owner):
    """An int that is no bool."""
    if isinstance(value, int) and not isinstance(value, bool):
        return _countable(int(value), name, owner)
    raise TypeError(f"For '{owner}', the '{name}' must be int, {got(value)}.")


def _countable(value, name, owner):
    """An int that a length or a place can be; the engine counts in float64."""
    if -(2**53) <= value <= 2**53:
        return value
    raise OverflowError(f"For '{owner}', the '{name}' is an int too large to count with, {got(value)}.")


def absent(module):
    """A module's `__getattr__` for names that are not here: says so, and where the names that are can be found."""

    def __getattr__(name):
        raise _engine.absent(module, name)

    return __getattr__


def check_number(value, name, owner):
    """An int or a float, no bool."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    raise TypeError(
        f"For '{owner}', the '{name}' must be int or float, {got(value)}."
    )


def check_str(value, name, owner):
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"For '{owner}', the '{name}' must be str, {got(value)}.")


def check_ints(value, name, owner, what):
    """An int, or a tuple of ints, as an int or a list; `what` says in words what it must be."""
    members = value if isinstance(value, tuple) else (value,)
    if all(isinstance(member, int) and not isinstance(member, bool) for member in members):
        counts = [_countable(int(member), name, owner) for member in members]
        return counts if isinstance(value, tuple) else counts[0]
    raise TypeError(f"For '{owner}', the '{name}' must be {what}, {got(value)}.")
