"""Small companions of an array: its elements in a row, and the flags of its layout."""

from . import _border
from ._border import fn


class flatiter:
    """The elements in row-major order, by iteration or by place."""

    __module__ = "numpy"
    __hash__ = None

    def __init__(self, array):
        self.base = array
        self._at = 0

    @property
    def index(self):
        """The flat index of the next element."""
        return self._at

    def __len__(self):
        return self.base.size

    def __iter__(self):
        return self

    def __next__(self):
        if self._at >= self.base.size:
            raise StopIteration
        self._at += 1
        return self[self._at - 1]

    def __getitem__(self, place):
        return self.base.ravel()[place]

    def __setitem__(self, place, value):
        flat = self.base.ravel()
        flat[place] = value
        if not fn.sharesStorage(flat._js, self.base._js):
            self.base[...] = flat.reshape(self.base.shape)

    def copy(self):
        """All elements, copied into a row."""
        return self.base.flatten()

    def __array__(self, dtype=None):
        return self.base.flatten() if dtype is None else self.base.flatten().astype(dtype)

    def __eq__(self, other):
        return self.base.flatten() == other


class flagsobj:
    """How an array lies in memory."""

    __module__ = "numpy"

    def __init__(self, array):
        js = array._js
        self.c_contiguous = fn.isContiguous(js)
        self.f_contiguous = fn.isContiguous(fn.transpose(js))
        self.owndata = array.base is None
        self.writeable = True
        self.aligned = True
        self.writebackifcopy = False
        self.contiguous = self.c_contiguous

    _names = ("C_CONTIGUOUS", "F_CONTIGUOUS", "OWNDATA", "WRITEABLE", "ALIGNED", "WRITEBACKIFCOPY")

    def __getitem__(self, name):
        return getattr(self, name.lower())

    def __repr__(self):
        return "".join(f"  {name} : {self[name]}\n" for name in self._names)


_border.flatiter = flatiter
