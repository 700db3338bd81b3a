"""Arrays in files of the session: `.npy`, `.npz` and text."""

import io
import os
import zipfile

from pyodide.ffi import to_js

from ._array import array, asarray
from ._border import convert, fn, run, wrap  # noqa: F401
from . import _border
from ._dtypes import dtype as dtype_class
from ._dtypes import name_of


def _opened(file, mode):
    """A file object, and whether it is ours to close."""
    if hasattr(file, "write" if "w" in mode else "read"):
        return file, False
    return open(os.fspath(file), mode), True


def _npy(arr):
    return run(fn.encodeNpy, _border.convert(arr)).to_bytes()


def save(file, arr, allow_pickle=True, fix_imports=True):
    """Write an array to a `.npy` file; the name gets `.npy` if it lacks it."""
    if not hasattr(file, "write"):
        file = os.fspath(file)
        if not file.endswith(".npy"):
            file += ".npy"
    stream, ours = _opened(file, "wb")
    try:
        stream.write(_npy(arr))
    finally:
        if ours:
            stream.close()


def savez(file, *args, **kwds):
    """Write several arrays to one `.npz` file."""
    _save_zip(file, args, kwds, zipfile.ZIP_STORED)


def savez_compressed(file, *args, **kwds):
    """Write several arrays to one compressed `.npz` file."""
    _save_zip(file, args, kwds, zipfile.ZIP_DEFLATED)


def _save_zip(file, args, kwds, compression):
    named = dict(kwds)
    for i, one in enumerate(args):
        if f"arr_{i}" in named:
            raise ValueError(f"Cannot use un-named variables and keyword arr_{i}")
        named[f"arr_{i}"] = one
    if not hasattr(file, "write"):
        file = os.fspath(file)
        if not file.endswith(".npz"):
            file += ".npz"
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, one in named.items():
            archive.writestr(f"{name}.npy", _npy(one))


class NpzFile:
    """The arrays of a `.npz` file by name, read when asked for."""

    def __init__(self, file):
        self.zip = zipfile.ZipFile(file)
        self.files = [name.removesuffix(".npy") for name in self.zip.namelist()]

    def __getitem__(self, key):
        if key not in self.files:
            raise KeyError(f"{key} is not a file in the archive")
        return _decoded(self.zip.read(f"{key}.npy"))

    def __contains__(self, key):
        return key in self.files

    def __iter__(self):
        return iter(self.files)

    def __len__(self):
        return len(self.files)

    def keys(self):
        return list(self.files)

    def values(self):
        return [self[key] for key in self.files]

    def items(self):
        return [(key, self[key]) for key in self.files]

    def close(self):
        self.zip.close()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def __repr__(self):
        return f"NpzFile with keys: {', '.join(self.files)}"


def _decoded(data):
    return wrap(run(fn.decodeNpy, to_js(data)))


def load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding="ASCII", *, max_header_size=10000):
    """The array of a `.npy` file, or the arrays of a `.npz` file by name."""
    stream, ours = _opened(file, "rb")
    try:
        data = stream.read()
    finally:
        if ours:
            stream.close()
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return NpzFile(io.BytesIO(data))
    if not data:
        raise EOFError("No data left in file")
    if data[:6] != b"\x93NUMPY":
        raise ValueError("Cannot load file containing pickled data when allow_pickle=False")
    return _decoded(data)


def _text_stream(fname, mode, encoding):
    if hasattr(fname, "write") or hasattr(fname, "read"):
        return fname, False
    if isinstance(fname, (list, tuple)) or hasattr(fname, "__next__"):
        return fname, False
    return open(os.fspath(fname), mode, encoding=encoding or "latin1"), True


def savetxt(fname, X, fmt="%.18e", delimiter=" ", newline="\n", header="", footer="", comments="# ", encoding=None):
    """Write a vector or matrix as text, one row a line."""
    values = asarray(X)
    if values.ndim == 0 or values.ndim > 2:
        raise ValueError(f"Expected 1D or 2D array, got {values.ndim}D array instead")
    rows = values.reshape(-1, 1) if values.ndim == 1 else values
    columns = rows.shape[1]
    if isinstance(fmt, (list, tuple)):
        if len(fmt) != columns:
            raise AttributeError(f"fmt has wrong shape.  {fmt}")
        form = delimiter.join(fmt)
    elif fmt.count("%") == 1:
        one = f" ({fmt}+{fmt}j)" if values.dtype.kind == "c" else fmt
        form = delimiter.join([one] * columns)
    elif fmt.count("%") == columns * (2 if values.dtype.kind == "c" else 1):
        form = fmt
    else:
        raise ValueError(f"fmt has wrong number of % formats:  {fmt}")
    stream, ours = _text_stream(fname, "w", encoding)
    try:
        lines = []
        if header:
            lines.append(comments + header.replace("\n", "\n" + comments) + newline)
        for row in rows.tolist():
            if values.dtype.kind == "c":
                row = [part for one in row for part in (one.real, one.imag)]
            try:
                line = form % tuple(row) + newline
            except TypeError:
                raise TypeError(
                    f"Mismatch between array dtype ('{values.dtype}') and format specifier ('{form}')"
                ) from None
            lines.append(line.replace("+-", "-"))
        if footer:
            lines.append(comments + footer.replace("\n", "\n" + comments) + newline)
        text = "".join(lines)
        try:
            stream.write(text)
        except TypeError:
            stream.write(text.encode(encoding or "latin1"))
    finally:
        if ours:
            stream.close()


def _number_reader(name):
    kind = dtype_class(name).kind
    if kind == "c":
        return lambda text: complex(text.replace("+-", "-").strip("()"))
    if kind in "iu":
        return lambda text: int(text) if text.strip().lstrip("+-").isdigit() else int(float(text))
    return float


def loadtxt(
    fname, dtype=float, comments="#", delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False, ndmin=0,
    encoding="bytes", max_rows=None, *, quotechar=None, like=None,
):  # fmt: skip
    """A matrix of numbers from text, one row a line."""
    name = name_of(dtype)
    read = _number_reader(name)
    stream, ours = _text_stream(fname, "r", None if encoding == "bytes" else encoding)
    marks = [comments] if isinstance(comments, str) else list(comments or ())
    columns = None if usecols is None else [usecols] if hasattr(usecols, "__index__") else list(usecols)
    rows = []
    try:
        for number, line in enumerate(stream):
            if number < skiprows:
                continue
            if isinstance(line, bytes):
                line = line.decode("latin1")
            for mark in marks:
                line = line.split(mark, 1)[0]
            line = line.strip("\r\n ") if delimiter is None else line.strip("\r\n")
            if not line.strip():
                continue
            parts = line.split(delimiter)
            if columns is not None:
                try:
                    parts = [parts[column] for column in columns]
                except IndexError:
                    raise ValueError(f"invalid column index at row {len(rows)} with {len(parts)} columns") from None
            if rows and len(parts) != len(rows[0]):
                raise ValueError(
                    f"the number of columns changed from {len(rows[0])} to {len(parts)} at row {len(rows) + 1}; "
                    "use `usecols` to select a subset and avoid this error"
                )
            row = []
            for column, part in enumerate(parts):
                convert_ = converters.get(column, read) if isinstance(converters, dict) else converters or read
                try:
                    row.append(convert_(part.strip()))
                except ValueError:
                    raise ValueError(
                        f"could not convert string '{part.strip()}' to {name} at row {len(rows)}, column {column + 1}."
                    ) from None
            rows.append(row)
            if max_rows is not None and len(rows) >= max_rows:
                break
    finally:
        if ours:
            stream.close()
    values = array(rows, dtype=name) if rows else array([], dtype=name).reshape(0, 0 if columns is None else len(columns))
    if not rows and ndmin < 2:
        values = values.ravel()
    if rows and ndmin < 2:
        if values.shape[0] == 1 or values.shape[1] == 1:
            values = values.reshape(-1) if values.size > 1 or ndmin == 1 else values.reshape(())
    return values.T if unpack else values


def genfromtxt(fname, dtype=float, comments="#", delimiter=None, skip_header=0, usecols=None, unpack=False, **options):
    """`loadtxt`, with NaN where a value is missing."""
    if set(options) - {"encoding", "max_rows", "filling_values", "autostrip"}:
        raise NotImplementedError(f"genfromtxt with {sorted(options)} is not available in Sporebook")
    filling = options.get("filling_values", float("nan"))

    def read(text):
        try:
            return float(text)
        except ValueError:
            return filling

    return loadtxt(
        fname, dtype, comments, delimiter, read, skip_header, usecols, unpack, max_rows=options.get("max_rows")
    )


def fromfile(file, dtype=float, count=-1, sep="", offset=0, *, like=None):
    """The numbers in a file, bytes or text."""
    from ._array import frombuffer, fromstring

    stream, ours = _opened(file, "rb")
    try:
        if offset:
            stream.seek(offset, 1)
        data = stream.read()
    finally:
        if ours:
            stream.close()
    if sep:
        return fromstring(data, dtype, count, sep=sep)
    size = dtype_class(dtype).itemsize
    whole = len(data) // size if count < 0 else min(count, len(data) // size)
    return frombuffer(data[: whole * size], dtype)


__all__ = [
    "fromfile", "genfromtxt", "load", "loadtxt", "save", "savetxt", "savez", "savez_compressed",
]  # fmt: skip
