"""Figures of tensors: `plot.histogram(a, b)`, `plot.heatmap(t)`, `plot.line(y)`, `plot.scatter(x, y)`, `plot.bar(y)`.

Cells have `plot` without importing it. A figure is shown where a value is: as a cell's last line, or by `display`.
The counting is done by the engine, engine/plot/: a figure holds bins, means and outlines, never millions of values.
"""

import json

import _engine
from pyodide.ffi import to_js

__all__ = ["Figure", "bar", "heatmap", "histogram", "line", "scatter"]


class Figure:
    """A Plotly figure as data: `to_dict()` is its JSON, `show()` displays it."""

    def __init__(self, text, content):
        self._text, self._content = text, content

    def to_dict(self):
        """The figure as a dict of `data` and `layout`, to change and to `display`."""
        return json.loads(self._content)

    def show(self):
        from _kernel.showing import display

        display(self)

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"application/vnd.plotly.v1+json": self.to_dict()}

    def __repr__(self):
        return self._text


def histogram(*tensors, names=None, bins=None, density=False, title=None, xlabel=None, ylabel=None):
    """How the values of one or more tensors are distributed, over one another and on the same bins.

    With `density` the areas are 1, so that tensors of different sizes can be compared. Every value is counted.
    """
    return _figure("histogram", _each(tensors), names=_names(names), bins=bins, density=bool(density),
                   title=title, xlabel=xlabel, ylabel=ylabel)


def heatmap(tensor, *, title=None, xlabel=None, ylabel=None):
    """A matrix as colours, the first row at the top.

    Of more than 256 rows or columns, blocks of neighbours become one cell: their mean. The figure says so.
    """
    return _figure("heatmap", _array(tensor), title=title, xlabel=xlabel, ylabel=ylabel)


def line(*tensors, x=None, names=None, title=None, xlabel=None, ylabel=None):
    """Each tensor as a line; `x` is where the values stand. Of very many, the least and greatest of neighbours are drawn."""
    return _figure("line", _each(tensors), x=None if x is None else _array(x), names=_names(names),
                   title=title, xlabel=xlabel, ylabel=ylabel)


def scatter(x, y, *, name=None, title=None, xlabel=None, ylabel=None):
    """Points at x and y. Of more than 50,000 every k-th is drawn, and the figure says so."""
    return _figure("scatter", _array(x), _array(y), name=name, title=title, xlabel=xlabel, ylabel=ylabel)


def bar(values, *, names=None, title=None, xlabel=None, ylabel=None):
    """A bar for each value, with its name below."""
    return _figure("bar", _array(values), names=_names(names), title=title, xlabel=xlabel, ylabel=ylabel)


def _figure(kind, *values, **options):
    given = {name: value for name, value in options.items() if value is not None}
    function = getattr(_engine.engine.plot, kind)
    made = _engine.call(function, *values, to_js(given, dict_converter=_object()))
    return Figure(made.toString(), made.toJson())


def _object():
    from js import Object

    return Object.fromEntries


def _each(tensors):
    """The engine's values of several tensors; a lone list or tuple of tensors stands for them."""
    from mindspore.common.tensor import Tensor
    from numpy import ndarray

    if len(tensors) == 1 and isinstance(tensors[0], (list, tuple)):
        members = tensors[0]
        if members and all(isinstance(member, (Tensor, ndarray)) for member in members):
            tensors = members
    return to_js([_array(tensor) for tensor in tensors])


def _array(value):
    """A tensor or parameter as the engine's own, which knows its name; anything else as an array."""
    from mindspore.common.tensor import Tensor
    from numpy import asarray

    return value._tensor if isinstance(value, Tensor) else asarray(value)._js


def _names(names):
    if names is None:
        return None
    return to_js([str(name) for name in ([names] if isinstance(names, str) else names)])
