"""Subscripts of a tensor, written as the engine reads them: each part's kind, then what it needs. Rules: engine/ops/subscript.ts."""

from mindspore._checks import got, kind_name
from mindspore._door import items
from mindspore.common import dtype as mstype


def is_tensor(value):
    """Whether a value is a Tensor, asked where the class itself is not there yet."""
    return hasattr(value, "_tensor")


HUGE = 2**53  # beyond it JavaScript does not count exactly
_INT, _SLICE, _ELLIPSIS, _NEWAXIS, _OTHER = range(5)  # the engine's tokens of a subscript


def has_tensor(index):
    return is_tensor(index) or (isinstance(index, tuple) and any(is_tensor(part) for part in index))


def tokens_of(index, owner):
    """A subscript as the engine reads it."""
    tokens = []
    for part in index if type(index) is tuple else (index,):
        if isinstance(part, bool):
            tokens += (_OTHER, part)
        elif isinstance(part, int):
            if not -HUGE < part < HUGE:
                raise IndexError("cannot fit 'int' into an index-sized integer")
            tokens += (_INT, int(part))
        elif isinstance(part, slice):
            tokens += (_SLICE, _edge(part.start), _edge(part.stop), _edge(part.step))
        elif part is Ellipsis:
            tokens.append(_ELLIPSIS)
        elif part is None:
            tokens.append(_NEWAXIS)
        elif is_tensor(part):
            tokens += (_OTHER, part._tensor)
        elif isinstance(part, (list, tuple)):
            tokens += (_OTHER, items([_list_index(one, owner) for one in part]))
        else:
            raise IndexError(
                f"For '{owner}', the index must be one of int, bool, None, Ellipsis, slice, list, tuple and Tensor, "
                f"{got(part)}."
            )
    return tokens


def _list_index(value, owner):
    if isinstance(value, (bool, int)) and -HUGE < value < HUGE:
        return value
    if is_tensor(value) and value.size == 1 and value.dtype in mstype.int_type:
        return value.__index__()
    raise IndexError(f"For '{owner}', a list index must hold ints or bools, but got '{value}'.")


def _edge(value):
    """An end of a slice."""
    if value is None or type(value) is int:
        return value
    try:
        return value.__index__()
    except (AttributeError, ValueError):
        raise TypeError(f"slice indices must be integers or None, but got '{kind_name(value)}'") from None
