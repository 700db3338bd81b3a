"""Sums of products whose arguments come in many forms; numpy itself shows them. Numbers: engine/numpy/linalg."""

from pyodide.ffi import to_js

from .._border import fn, index, result, run, to_engine, unwrap
from .._dtypes import optional_name

_whole = "must specify the einstein sum subscripts string and at least one operand"


def _subscripts(symbols):
    """A list of ints and Ellipsis as the engine takes it."""
    try:
        symbols = list(symbols)
    except TypeError:
        raise TypeError("the subscripts for each operand must be a list or a tuple") from None
    try:
        return ["..." if symbol is Ellipsis else symbol.__index__() for symbol in symbols]
    except (AttributeError, TypeError):
        raise TypeError("each subscript must be either an integer or an ellipsis") from None


def einsum(*operands, out=None, optimize=False, **kwargs):
    """Sums of products in Einstein's notation: einsum('ij,jk->ik', a, b), or einsum(a, [0, 1], b, [1, 2], [0, 2])."""
    options = {}
    for name, value in kwargs.items():
        if name not in ("dtype", "order", "casting"):
            raise TypeError(f"'{name}' is an invalid keyword for einsum")
        if name == "dtype" and value is not None:
            options["dtype"] = optional_name(value)
        if name == "order" and value not in ("C", "F", "A", "K"):
            raise ValueError(f"order must be one of 'C', 'F', 'A', or 'K' (got '{value}')")
        if name == "casting":
            options["casting"] = value
    if out is not None:
        if not hasattr(out, "_js"):
            raise TypeError("keyword parameter out must be an array for einsum")
        options["out"] = unwrap(out)
    if not operands:
        raise ValueError(f"{_whole}, or at least one operand and its corresponding subscripts list")
    if isinstance(operands[0], str):
        if len(operands) == 1:
            raise ValueError(_whole)
        arrays = to_js([to_engine(operand) for operand in operands[1:]])
        made = run(fn.einsum, operands[0], arrays, **options)
    else:
        if len(operands) < 2:
            raise ValueError("must provide at least an operand and a subscripts list to einsum")
        pairs = len(operands) // 2
        arrays = to_js([to_engine(operand) for operand in operands[: 2 * pairs : 2]])
        inputs = to_js([_subscripts(symbols) for symbols in operands[1 : 2 * pairs : 2]])
        output = to_js(_subscripts(operands[-1])) if len(operands) % 2 else None
        made = run(fn.einsumOfLists, arrays, inputs, output, **options)
    return result(made) if out is None else out


def tensordot(a, b, axes=2):
    """Sums of products over pairs of axes: the last of a and the first of b, or those that are listed for each."""
    try:
        iter(axes)
    except TypeError:
        return result(run(fn.tensordot, to_engine(a), to_engine(b), index(axes)))
    axes_a, axes_b = axes
    pair = [[index(axis) for axis in (some if hasattr(some, "__len__") else [some])] for some in (axes_a, axes_b)]
    return result(run(fn.tensordot, to_engine(a), to_engine(b), to_js(pair)))


__all__ = ["einsum", "tensordot"]
