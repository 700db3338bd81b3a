"""What compiles functions in MindSpore. Everything runs eagerly here, so they stay as they are."""

__all__ = ["ms_function", "ms_class", "jit"]


def ms_function(fn=None, obj=None, input_signature=None):
    """The function itself; also usable as `@ms_function(input_signature=…)`."""
    return fn if fn is not None else lambda function: function


def jit(fn=None, **options):
    """The later name of `ms_function`."""
    return fn if fn is not None else lambda function: function


def ms_class(cls):
    """The class itself."""
    return cls
