"""How much of each name of the surface is there: "exact", "absent", or a sentence that says what is missing.

A package says what it does only in part in `__partial__`, a dict beside the names themselves.
"""

import importlib
import json

import mindspore
import numpy
from mindspore import nn

# attributes that only an instance shows
SAMPLES = {
    "numpy.ndarray": lambda: numpy.zeros(3),
    "mindspore.Tensor": lambda: mindspore.Tensor([1.0]),
    "mindspore.Parameter": lambda: mindspore.Parameter(1.0),
    "mindspore.nn.Cell": nn.Cell,
}


def resolve(path):
    parts = path.split(".")
    owner = importlib.import_module(parts[0])
    for depth, part in enumerate(parts[1:], start=2):
        owner = getattr(owner, part, None) or importlib.import_module(".".join(parts[:depth]))
    return owner


def statuses(path, names):
    owner = resolve(path)
    sample = SAMPLES[path]() if path in SAMPLES else owner
    listed = {*dir(owner), *dir(sample)}  # reading an attribute may refuse, or cost a draw
    partial = getattr(owner, "__partial__", {})
    is_there = lambda name: name in listed or hasattr(owner, name)
    return {name: partial.get(name, "exact") if is_there(name) else "absent" for name in names}


def table(names):
    return json.dumps({path: statuses(path, group) for path, group in json.loads(names).items()})
