"""How this package calls the engine's linear algebra: `la.inv(array)`, names in camelCase."""

import _engine

from .._border import result, run


class LinAlgError(Exception):
    """What linear algebra raises: a singular matrix, a shape that is none of a matrix, no convergence."""


LinAlgError.__module__ = "numpy.linalg"
_engine.RAISED_AS["LinAlgError"] = LinAlgError


class _Functions:
    """The engine's functions, each fetched once."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        function = getattr(_engine.engine.numpy.linalg, name)
        setattr(self, name, function)
        return function


la = _Functions()


def results(function, *args, **options):
    """The arrays of a function that gives several, as a tuple."""
    return tuple([result(array) for array in run(function, *args, **options)])
