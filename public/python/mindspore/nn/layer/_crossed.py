"""Layers that TypeScript cells have made, as Python's."""

from mindspore._door import call
from mindspore.common.tensor import Tensor, tensor_of
from mindspore.nn import cell as cells


class TypeScriptCell(cells.Cell):
    """A cell made in TypeScript: the same parameters, the same `construct`."""

    def __init__(self, js):
        self._start(js)
        for pair in js.ownCells.entries():
            self._cells[pair[0]] = None if pair[1] is None else layer_of(pair[1])

    def construct(self, *inputs):
        out = call(self._js.construct, *(tensor_of(x, "x", self._js.clsName) for x in inputs))
        return Tensor._of(out)

    def extend_repr(self):
        return self._js.extendRepr()

    def __getattr__(self, name):
        try:
            return super().__getattr__(name)
        except AttributeError:
            head, *rest = name.split("_")
            value = getattr(self._js, head + "".join(part.capitalize() for part in rest), None)
            if isinstance(value, (int, float, str, bool)):
                return value
            raise


def layer_of(js):
    """The Python cell of an engine cell; asking again gives the same object."""
    known = cells._by_id.get(js.js_id)
    if known is None:
        kind = type(js.clsName, (TypeScriptCell,), {"__module__": "__main__"})
        known = kind(js)
    return known
