"""`display` and what belongs to it, as IPython offers them."""

import itertools

from . import results

_host = None  # of the session; nothing here runs before `open`
_numbers = itertools.count(1)


def open(host):
    """Shown from now on through this host."""
    global _host
    _host = host


def show(kind, value, slot=None):
    """One value, as "display" or "result"."""
    bundle, metadata = results.forms_of(value)
    send(kind, bundle, metadata, slot)


def send(kind, bundle, metadata, slot=None):
    if _host is None:
        raise RuntimeError("display works only in a notebook's session")
    about = results.as_json(metadata) if metadata else ""
    if slot is None:
        _host.show(kind, results.as_json(bundle), about)
    else:
        _host.show(kind, results.as_json(bundle), about, slot)


def send_if_open(bundle, slot):
    """Something in its slot, or nothing where there is no page."""
    if _host is not None:
        send("display", bundle, {}, slot)


def display(*values, include=None, exclude=None, metadata=None, transient=None, display_id=None, raw=False, clear=False):
    """Show the values below the cell, each as a result would be shown.

    With `display_id` (a name, or True for a new one) the handle that is given back can show another value in the same
    place: `handle.update(value)`. With `raw`, values are dicts of content by mime type. `include` and `exclude` name mime types.
    """
    if clear:
        clear_output(wait=True)
    handle = None
    if display_id is not None:
        handle = DisplayHandle(None if display_id is True else display_id)
    for value in values:
        _show_some(value, include, exclude, metadata, raw, handle)
    return handle


def update_display(value, *, display_id, include=None, exclude=None, metadata=None, raw=False, **_):
    """Show the value in the place of what was displayed under this name."""
    _show_some(value, include, exclude, metadata, raw, DisplayHandle(display_id))


def clear_output(wait=False):
    """Take away what the cell has shown; with `wait`, only when the next thing is shown."""
    if _host is None:
        raise RuntimeError("clear_output works only in a notebook's session")
    _host.clear(bool(wait))


class DisplayHandle:
    """The place of a display in its cell's output."""

    def __init__(self, display_id=None):
        self.display_id = str(display_id) if display_id is not None else f"display-{next(_numbers)}"

    def display(self, value, **options):
        display(value, display_id=self.display_id, **options)

    def update(self, value, **options):
        update_display(value, display_id=self.display_id, **options)

    def __repr__(self):
        return f"<DisplayHandle display_id={self.display_id}>"


def _show_some(value, include, exclude, metadata, raw, handle):
    if raw:
        bundle, about = {"text/plain": "", **value}, {}
    else:
        bundle, about = results.forms_of(value)
    if include is not None:
        bundle = {mime: part for mime, part in bundle.items() if mime in include or mime == "text/plain"}
    if exclude is not None:
        bundle = {mime: part for mime, part in bundle.items() if mime not in exclude or mime == "text/plain"}
    send("display", bundle, {**about, **(metadata or {})}, handle.display_id if handle else None)
