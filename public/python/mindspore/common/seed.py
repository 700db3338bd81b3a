"""The global seed. What it restarts: engine/random/state.ts."""

from mindspore._checks import check_int
from mindspore._door import call, engine
from pyodide.ffi import jsnull

__all__ = ["set_seed", "get_seed"]


def set_seed(seed):
    """Seed every generator: MindSpore's own, whose draw counters start anew, and NumPy's global one."""
    call(engine.random.setSeed, check_int(seed, "seed", "set_seed"))


def get_seed():
    """What `set_seed` was last called with, or None."""
    seed = engine.random.seed
    return None if seed is jsnull else seed
