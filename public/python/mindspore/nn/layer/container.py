"""Cells that hold cells in a row. Naming: engine/nn/sequentialCell.ts, engine/nn/cellList.ts."""

from collections import OrderedDict

from mindspore._checks import kind_name
from mindspore._door import Names, call, items
from mindspore.nn.cell import Cell

__all__ = ["SequentialCell", "CellList"]

_layers = Names("nn")


class _Row(Cell):
    """What both containers share: members by place, in Python and in the engine's twin."""

    def _put_all(self, cells):
        """Other members in place of all, named 0, 1, …"""
        call(self._js.setMembers, items([cell._js for cell in cells]))
        self._cells.clear()
        self._cells.update((str(place), cell) for place, cell in enumerate(cells))

    def _members(self):
        return list(self._cells.values())

    def _check_cell(self, cell):
        if isinstance(cell, Cell):
            return cell
        raise TypeError(f"For '{self.cls_name}', each cell must be subclass of 'Cell', but got {kind_name(cell)}.")

    def _place(self, index):
        """A place counted from the front."""
        length = len(self._cells)
        if isinstance(index, bool) or not isinstance(index, int):
            raise TypeError(f"For '{self.cls_name}', the type of 'index' must be int, but got {kind_name(index)}.")
        if not -length <= index < length:
            raise IndexError(
                f"For '{self.cls_name}', the value of 'index' must be a number in range [{-length}, {length}), "
                f"but got {index}."
            )
        return index % length

    def __len__(self):
        return len(self._cells)

    def __bool__(self):
        return len(self._cells) != 0

    def __iter__(self):
        return iter(self._members())

    def __setitem__(self, index, cell):
        members = self._members()
        members[self._place(index)] = self._check_cell(cell)
        self._renumber(members)

    def __delitem__(self, index):
        members = self._members()
        if isinstance(index, slice):
            del members[index]
        else:
            del members[self._place(index)]
        self._put_all(members)

    def _renumber(self, members):
        self._put_all(members)

    def append(self, cell):
        """One more cell at the end."""
        self._put_all([*self._members(), self._check_cell(cell)])
        return self

    def set_grad(self, requires_grad=True):
        """Say whether gradients are wanted, in every cell, and return the row."""
        for cell in self._members():
            cell.set_grad(requires_grad)
        return super().set_grad(requires_grad)


class SequentialCell(_Row):
    """Cells that hand their results on to each other, named 0, 1, … or by the keys of an OrderedDict."""

    def __init__(self, *args):
        self._start(call(_layers.SequentialCell.new))
        if len(args) == 1 and isinstance(args[0], OrderedDict):
            for name, cell in args[0].items():
                call(self._js.putCell, str(name), self._check_cell(cell)._js)
                self._cells[str(name)] = cell
            return
        if len(args) == 1 and not isinstance(args[0], list):
            raise TypeError(
                "For 'SequentialCell', the argument must be list or OrderedDict if there is one, "
                f"but got {kind_name(args[0])}."
            )
        self._put_all([self._check_cell(cell) for cell in (args[0] if len(args) == 1 else args)])

    def __getitem__(self, index):
        if isinstance(index, slice):
            part = _bare(type(self))
            for name, cell in list(self._cells.items())[index]:
                call(part._js.keepCell, name, cell._js)
                part._cells[name] = cell
            return part
        return self._members()[self._place(index)]

    def __setitem__(self, index, cell):
        place = self._place(index)
        self._put(list(self._cells)[place], cell)

    def append(self, cell):
        """One more cell at the end."""
        self._put(str(len(self._cells)), cell)
        return self

    def _put(self, name, cell):
        call(self._js.put, name, self._check_cell(cell)._js)
        self._cells[name] = cell

    def construct(self, input_data):
        for cell in self._members():
            input_data = cell(input_data)
        return input_data


def _bare(cls):
    """An empty sequence of a class, whatever its own `__init__` wants."""
    cell = cls.__new__(cls)
    cell._start(call(_layers.SequentialCell.new))
    return cell


class CellList(_Row):
    """A list of cells, named 0, 1, …; it computes nothing itself."""

    def __init__(self, *args, **kwargs):
        self._start(call(_layers.CellList.new, items([]), autoPrefix=bool(kwargs.get("auto_prefix", True))))
        if len(args) == 1 and isinstance(args[0], (list, tuple)):
            args = args[0]
        self._put_all([self._check_cell(cell) for cell in args])

    def __getitem__(self, index):
        if isinstance(index, slice):
            return type(self)(self._members()[index])
        return self._members()[self._place(index)]

    def __iadd__(self, cells):
        self.extend(cells)
        return self

    def extend(self, cells):
        """More cells at the end."""
        if not isinstance(cells, list):
            raise TypeError(f"For 'CellList', the 'cells' must be a list of cells, but got {kind_name(cells)}.")
        self._put_all([*self._members(), *(self._check_cell(cell) for cell in cells)])
        return self

    def insert(self, index, cell):
        """One more cell before the one at a place; all are named anew."""
        members = self._members()
        members.insert(self._place(index), self._check_cell(cell))
        self._put_all(members)

    def construct(self, *inputs):
        raise NotImplementedError("CellList can not be called: call its cells.")
