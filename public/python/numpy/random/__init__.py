"""NumPy's legacy random interface, bit for bit. Numbers: engine/random/numpyRandom.ts."""

import _engine

from ._state import RandomState, global_state as _state

__all__ = [
    "RandomState",
    "bytes",
    "choice",
    "get_state",
    "normal",
    "permutation",
    "rand",
    "randint",
    "randn",
    "random",
    "random_sample",
    "ranf",
    "sample",
    "seed",
    "set_state",
    "shuffle",
    "standard_normal",
    "uniform",
]

bytes = _state.bytes
choice = _state.choice
get_state = _state.get_state
normal = _state.normal
permutation = _state.permutation
rand = _state.rand
randint = _state.randint
randn = _state.randn
random = _state.random
random_sample = ranf = sample = _state.random_sample
seed = _state.seed
set_state = _state.set_state
shuffle = _state.shuffle
standard_normal = _state.standard_normal
uniform = _state.uniform


def __getattr__(name):
    raise _engine.absent("numpy.random", name)
