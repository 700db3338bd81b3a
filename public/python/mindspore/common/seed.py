"""The global seed. What it restarts: engine/random/state.ts."""

from mindspore._checks import kind_name
from mindspore._door import call, engine
from pyodide.ffi import jsnull

__all__ = ["set_seed", "get_seed"]


def set_seed(seed):
    """Seed every generator: MindSpore's own, whose draw counters start anew, and NumPy's global one."""
    if not isinstance(seed, int) or isinstance(seed, bool):
        raise TypeError(f"For 'set_seed', the 'seed' must be int, but got '{seed}' with type '{kind_name(seed)}'.")
    call(engine.random.setSeed, int(seed))  # of any size: the engine refuses what NumPy refuses


def get_seed():
    """What `set_seed` was last called with, or None."""
    seed = engine.random.seed
    return None if seed is jsnull else seed
