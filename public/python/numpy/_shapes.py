"""Arrays in other shapes, joined, cut, turned and repeated."""

from pyodide.ffi import jsnull, to_js

from . import _border
from ._array import array, asarray
from ._border import axes, fn, index, lengths, number, result, run, wrap
from ._dtypes import name_of, optional_name


def reshape(a, newshape, order="C"):
    """The same elements in another shape; a view where that is possible."""
    return asarray(a).reshape(newshape, order=order)


def ravel(a, order="C"):
    """All elements in one row; a view where that is possible."""
    return asarray(a).ravel(order)


def transpose(a, axes=None):
    """The axes in another order, reversed without one."""
    return asarray(a).transpose(axes)


def swapaxes(a, axis1, axis2):
    """A view with two axes exchanged."""
    return asarray(a).swapaxes(axis1, axis2)


def moveaxis(a, source, destination):
    """Axes moved to new places, the others in their order."""
    return wrap(run(fn.moveaxis, _border.convert(a), axes(source), axes(destination)))


def rollaxis(a, axis, start=0):
    """An axis moved back until it lies before another."""
    made = asarray(a)
    at = axis + made.ndim if axis < 0 else axis
    to = start + made.ndim if start < 0 else start
    return moveaxis(made, at, to - 1 if at < to else to)


def squeeze(a, axis=None):
    """Without the axes of length 1."""
    return asarray(a).squeeze(axis)


def expand_dims(a, axis):
    """With a new axis of length 1."""
    return wrap(run(fn.expandDims, _border.convert(a), axes(axis)))


def broadcast_to(array, shape, subok=False):
    """The array repeated to a larger shape, without copying."""
    return wrap(run(fn.broadcastTo, _border.convert(array), lengths(shape)))


def broadcast_shapes(*args):
    """The common shape of shapes."""
    return tuple(run(fn.shapeTogether, to_js([[index(one) for one in ((s,) if isinstance(s, int) else s)] for s in args])).to_py())


def broadcast_arrays(*args, subok=False):
    """Arrays repeated to their common shape."""
    arrays = [asarray(one) for one in args]
    shape = broadcast_shapes(*(one.shape for one in arrays))
    return [broadcast_to(one, shape) for one in arrays]


def _list(arrays):
    if isinstance(arrays, (int, float)):
        raise TypeError(f"'{type(arrays).__name__}' object is not iterable")
    return to_js([_border.convert(one) for one in arrays])


def concatenate(arrays, axis=0, out=None, dtype=None, casting="same_kind"):
    """Arrays one after the other along an axis; axis None flattens them first."""
    js = run(fn.concatenate, _list(arrays), jsnull if axis is None else index(axis), optional_name(dtype))
    return _into(out, wrap(js))


def _into(out, made):
    if out is None:
        return made
    out[...] = made
    return out


def stack(arrays, axis=0, out=None, *, dtype=None, casting="same_kind"):
    """Arrays of one shape along a new axis."""
    made = wrap(run(fn.stack, _list(arrays), index(axis)))
    return _into(out, made if dtype is None else made.astype(dtype))


def vstack(tup, *, dtype=None, casting="same_kind"):
    """Arrays below each other."""
    return wrap(run(fn.vstack, _list(tup)))


row_stack = vstack


def hstack(tup, *, dtype=None, casting="same_kind"):
    """Arrays beside each other."""
    return wrap(run(fn.hstack, _list(tup)))


def dstack(tup):
    """Arrays behind each other."""
    return wrap(run(fn.dstack, _list(tup)))


def column_stack(tup):
    """Vectors as the columns of a matrix."""
    return wrap(run(fn.columnStack, _list(tup)))


def append(arr, values, axis=None):
    """An array with values behind it."""
    if axis is None:
        return concatenate((ravel(arr), ravel(values)))
    return concatenate((arr, values), axis)


def _places(sections):
    return index(sections) if hasattr(sections, "__index__") else to_js([index(place) for place in sections])


def split(ary, indices_or_sections, axis=0):
    """Cut at places, or into equal parts."""
    return _cut(fn.split, ary, indices_or_sections, axis)


def array_split(ary, indices_or_sections, axis=0):
    """Cut at places, or into parts as equal as possible."""
    return _cut(fn.arraySplit, ary, indices_or_sections, axis)


def _cut(function, ary, sections, axis):
    return [wrap(part) for part in run(function, _border.convert(ary), _places(sections), index(axis))]


def vsplit(ary, indices_or_sections):
    """Split along the first axis."""
    if asarray(ary).ndim < 2:
        raise ValueError("vsplit only works on arrays of 2 or more dimensions")
    return split(ary, indices_or_sections, 0)


def hsplit(ary, indices_or_sections):
    """Split along the second axis, a vector along its only one."""
    ndim = asarray(ary).ndim
    if ndim == 0:
        raise ValueError("hsplit only works on arrays of 1 or more dimensions")
    return split(ary, indices_or_sections, 1 if ndim > 1 else 0)


def dsplit(ary, indices_or_sections):
    """Split along the third axis."""
    if asarray(ary).ndim < 3:
        raise ValueError("dsplit only works on arrays of 3 or more dimensions")
    return split(ary, indices_or_sections, 2)


def flip(m, axis=None):
    """Elements in reverse order along axes. A view."""
    return result(run(fn.flip, _border.convert(m), axes(axis)))


def flipud(m):
    """The rows in reverse order."""
    return flip(m, 0)


def fliplr(m):
    """The columns in reverse order."""
    if asarray(m).ndim < 2:
        raise ValueError("Input must be >= 2-d.")
    return flip(m, 1)


def rot90(m, k=1, axes=(0, 1)):
    """A plane of the array turned by a quarter, k times."""
    made = asarray(m)
    first, second = axes
    if first % made.ndim == second % made.ndim:
        raise ValueError("Axes must be different.")
    turn = k % 4
    if turn == 0:
        return made[:]
    if turn == 2:
        return flip(flip(made, first), second)
    if turn == 1:
        return swapaxes(flip(made, second), first, second)
    return flip(swapaxes(made, first, second), second)


def roll(a, shift, axis=None):
    """Elements moved along an axis, those that leave come in at the other end."""
    return wrap(run(fn.roll, _border.convert(a), axes(shift), axes(axis)))


def repeat(a, repeats, axis=None):
    """Each element several times."""
    if isinstance(repeats, int):
        counts = index(repeats)
    else:
        counts = to_js([index(one) for one in asarray(repeats).ravel().tolist()])
    along = None if axis is None else index(axis)
    return wrap(run(fn.repeat, _border.convert(a), counts, along))


def tile(A, reps):
    """The whole array several times along each axis."""
    return wrap(run(fn.tile, _border.convert(A), lengths(reps)))


def resize(a, new_shape, fill=None):
    """The elements, repeated or cut, in a new shape; `fill` in place of repetition."""
    flat = asarray(a).ravel()
    shape = (new_shape,) if isinstance(new_shape, int) else tuple(new_shape)
    size = 1
    for length in shape:
        if length < 0:
            raise ValueError("all elements of `new_shape` must be non-negative")
        size *= length
    if fill is not None or flat.size == 0:
        grown = wrap(run(fn.zeros, size, flat.dtype.name))
        count = min(size, flat.size)
        grown[:count] = flat[:count]
        return grown.reshape(shape)
    from ._creation import arange

    return flat[arange(index(size)) % flat.size].reshape(shape)


def atleast_1d(*arys):
    """Each argument as an array of at least one axis."""
    return _each(fn.atleast1d, arys)


def atleast_2d(*arys):
    """Each argument as an array of at least two axes; new ones come first."""
    return _each(fn.atleast2d, arys)


def atleast_3d(*arys):
    """Each argument as an array of at least three axes."""
    return _each(fn.atleast3d, arys)


def _each(function, arrays):
    made = [wrap(function(_border.convert(one))) for one in arrays]
    return made[0] if len(made) == 1 else made


def _pairs(widths, ndim, name):
    """NumPy's short forms of a pair for each axis."""
    if isinstance(widths, (int, float)) or hasattr(widths, "__index__"):
        return [(widths, widths)] * ndim
    listed = [list(one) if isinstance(one, (list, tuple)) else one for one in array_to_list(widths)]
    if len(listed) == 1 and not isinstance(listed[0], list):
        return [(listed[0], listed[0])] * ndim
    if len(listed) == 2 and not isinstance(listed[0], list):
        return [tuple(listed)] * ndim
    pairs = [tuple(one) * 2 if len(one) == 1 else tuple(one) for one in listed]
    if len(pairs) == 1:
        return pairs * ndim
    if len(pairs) != ndim:
        raise ValueError(f"operands could not be broadcast together with remapped shapes: {name} for {ndim} axes")
    return pairs


def array_to_list(value):
    return value.tolist() if hasattr(value, "tolist") else list(value)


_PAD_OPTIONS = {
    "constant": {"constant_values"}, "edge": set(), "empty": set(), "wrap": set(), "linear_ramp": {"end_values"},
    "maximum": {"stat_length"}, "mean": {"stat_length"}, "median": {"stat_length"}, "minimum": {"stat_length"},
    "reflect": {"reflect_type"}, "symmetric": {"reflect_type"},
}  # fmt: skip


def pad(array, pad_width, mode="constant", **kwargs):
    """An array with entries added at both ends of its axes."""
    made = asarray(array)
    if mode not in _PAD_OPTIONS:
        raise ValueError(f"mode '{mode}' is not supported")
    unsupported = set(kwargs) - _PAD_OPTIONS[mode]
    if unsupported:
        raise ValueError(f"unsupported keyword arguments for mode '{mode}': {unsupported}")
    if kwargs.get("stat_length") is not None or kwargs.get("reflect_type", "even") != "even":
        raise NotImplementedError("stat_length and reflect_type are not available in Sporebook")
    widths = _pairs(pad_width, made.ndim, "pad_width")
    for pair in widths:
        if any(isinstance(one, float) for one in pair):
            raise TypeError("`pad_width` must be of integral type.")
    options = {}
    for ours, theirs in (("constants", "constant_values"), ("ends", "end_values")):
        if theirs in kwargs:
            values = _pairs(kwargs[theirs], made.ndim, theirs)
            options[ours] = to_js([[number(_plain(one)) for one in pair] for pair in values])
    return wrap(run(fn.pad, made._js, to_js([list(map(index, pair)) for pair in widths]), mode, **options))


def _plain(value):
    return value.item() if hasattr(value, "item") else value


def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    """Coordinates on a grid: one array for each axis."""
    return [wrap(one) for one in run(fn.meshgrid, _list(xi), indexing, sparse)]


def indices(dimensions, dtype=int, sparse=False):
    """For each axis of a shape the place along it of every element."""
    made = wrap(run(fn.indices, lengths(tuple(dimensions)), name_of(dtype)))
    if not sparse:
        return made
    return tuple(
        made[i][tuple(slice(None) if k == i else slice(0, 1) for k in range(made.ndim - 1))]
        for i in range(made.shape[0])
    )


def insert(arr, obj, values, axis=None):
    """Values put in before places of an axis."""
    made = asarray(arr)
    if axis is None:
        made, axis = made.ravel(), 0
    axis = range(made.ndim)[axis]
    length = made.shape[axis]
    single = hasattr(obj, "__index__")
    if isinstance(obj, slice):
        places = list(range(*obj.indices(length)))
    else:
        places = [index(obj)] if single else [index(one) for one in array_to_list(obj)]
    for place in places:
        if not -length <= place <= length:
            raise IndexError(f"index {place} is out of bounds for axis {axis} with size {length}")
    places = [place + length if place < 0 else place for place in places]
    fresh = array(values, dtype=made.dtype, ndmin=made.ndim)
    if len(places) == 1:
        fresh = moveaxis(fresh, 0, axis) if single else fresh
        targets = [places[0] + i for i in range(fresh.shape[axis])]
    else:
        order = sorted(range(len(places)), key=places.__getitem__)
        targets = [0] * len(places)
        for shift, i in enumerate(order):
            targets[i] = places[i] + shift
    shape = list(made.shape)
    shape[axis] += len(targets)
    grown = wrap(run(fn.zeros, to_js(shape), made.dtype.name))
    before = (slice(None),) * axis
    grown[before + (targets,)] = fresh
    kept = sorted(set(range(shape[axis])) - set(targets))
    grown[before + (kept,)] = made
    return grown


def delete(arr, obj, axis=None):
    """An array without some places of an axis."""
    made = asarray(arr)
    if axis is None:
        made, axis = made.ravel(), 0
    axis = range(made.ndim)[axis]
    length = made.shape[axis]
    if isinstance(obj, slice):
        gone = set(range(*obj.indices(length)))
    else:
        listed = array_to_list(obj) if not hasattr(obj, "__index__") else [obj]
        if listed and all(isinstance(one, bool) for one in listed):
            gone = {i for i, flag in enumerate(listed) if flag}
        else:
            for one in listed:
                if not -length <= one < length:
                    raise IndexError(f"index {one} is out of bounds for axis {axis} with size {length}")
            gone = {index(one) % length for one in listed}
    kept = [i for i in range(length) if i not in gone]
    return made[(slice(None),) * axis + (kept,)]


def at(function, a, indices, b=None):
    """`ufunc.at`: in place at places, repeated ones again and again."""
    places = asarray(indices).ravel().tolist() if not isinstance(indices, tuple) else None
    if places is None:
        places = list(zip(*(asarray(one).ravel().tolist() for one in indices)))
    values = None if b is None else broadcast_to(asarray(b), (len(places),) + asarray(a)[places[0]].shape if places else (0,))
    for i, place in enumerate(places):
        a[place] = function(a[place]) if values is None else function(a[place], values[i])


__all__ = [
    "append", "array_split", "atleast_1d", "atleast_2d", "atleast_3d", "broadcast_arrays", "broadcast_shapes",
    "broadcast_to", "column_stack", "concatenate", "delete", "dsplit", "dstack", "expand_dims", "flip", "fliplr",
    "flipud", "hsplit", "hstack", "indices", "insert", "meshgrid", "moveaxis", "pad", "ravel", "repeat", "reshape",
    "resize", "roll", "rollaxis", "rot90", "row_stack", "split", "squeeze", "stack", "swapaxes", "tile", "transpose",
    "vsplit", "vstack",
]  # fmt: skip
