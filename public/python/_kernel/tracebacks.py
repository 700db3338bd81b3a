"""An exception as the user should read it: the lines of their own cells, none of ours."""

from traceback import TracebackException

OURS = ("/lib/", "<frozen ")  # the standard library, Pyodide and our packages all live here

DEEPEST = 2_000  # frames; twice the usual recursion limit. Who raises that limit would wait minutes for a million frames


def describe(error):
    """Name, message and traceback; the traceback has one line of text an entry."""
    shown = TracebackException.from_exception(error, limit=DEEPEST, compact=True)
    _keep_own_frames(shown)
    try:
        message = str(error)
    except BaseException:
        message = "<exception str() failed>"
    return type(error).__name__, message, "".join(shown.format()).rstrip("\n")


def _keep_own_frames(shown):
    if shown.stack:
        shown.stack[:] = [frame for frame in shown.stack if not frame.filename.startswith(OURS)]
    if not shown.stack:
        shown.stack = None  # no frame, no "Traceback" headline
    for link in ("__cause__", "__context__"):
        earlier = getattr(shown, link)
        if earlier is None:
            continue
        happened_in_ours = bool(earlier.stack)
        _keep_own_frames(earlier)
        if happened_in_ours and earlier.stack is None:
            setattr(shown, link, None)  # began and ended inside a package: no news for the user
    for member in shown.exceptions or ():
        _keep_own_frames(member)
