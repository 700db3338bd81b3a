"""The part of IPython that notebooks use to show things. There is no IPython behind it: no magics, no shell.

What is here: IPython.display. `get_ipython()` is None, as outside of IPython.
"""

from . import display
from .display import display as _display


def get_ipython():
    """None: the session is no IPython shell."""
    return None


__all__ = ["display", "get_ipython"]
