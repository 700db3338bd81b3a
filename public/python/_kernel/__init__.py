"""Python's half of the kernel: runs cells, streams what they print, shows results and errors.

`host` is the TypeScript half (workers/python/session.ts): print, flush, show, look, clear, fail, sleep, ask, arm, ts. This package is part
of the memory snapshot, so nothing here may touch it before `open` is called.
"""

import builtins
import importlib
import random
import sys
import time

import __main__

from . import lens, missing, showing, web
from .cells import Cells
from .crossing import TypeScriptNames
from .progress import progress
from .streams import Stream
from .waiting import asker, sleeper


def open(host):
    """Start the session: take over the streams and the blocking calls, and give back what runs its cells."""
    random.seed()  # the snapshot froze its state
    sys.stdout = Stream("stdout", host, sys.__stdout__)
    sys.stderr = Stream("stderr", host, sys.__stderr__)
    time.sleep = sleeper(host)
    builtins.input = asker(host)
    showing.open(host)
    lens.open(host)
    builtins.display = showing.display
    builtins.progress = progress
    builtins.plot = importlib.import_module("sporebook.plot")
    missing.install()
    web.install()
    names = __main__.__dict__
    names["mindspore"] = importlib.import_module("mindspore")  # the tutorial's own cells use the name without importing it
    names["ts"] = TypeScriptNames(host.ts)
    return Cells(host, names)
