"""What a value looks like: the same content by mime type, as IPython's display protocol offers it."""

import base64
import json
import math

from . import lens

FORMS = {
    "text/html": "_repr_html_",
    "text/markdown": "_repr_markdown_",
    "text/latex": "_repr_latex_",
    "image/svg+xml": "_repr_svg_",
    "image/png": "_repr_png_",
    "image/jpeg": "_repr_jpeg_",
    "application/json": "_repr_json_",
}


def forms_of(value):
    """The value's forms and their metadata, each by mime type; its repr is always among the forms."""
    bundle, metadata = {"text/plain": repr(value)}, {}
    if (numbers := lens.form_of(value)) is not None:
        bundle[lens.MIME] = numbers
    kind = type(value)  # asked like Python's own special methods: an instance's __getattr__ has no say
    if kind is type:
        return bundle, metadata  # a class describes its instances, not itself
    if (figure := _figure(value)) is not None:
        bundle[PLOTLY] = figure
    for mime, method in FORMS.items():
        if (form := getattr(kind, method, None)) is not None:
            _add(bundle, metadata, mime, form(value))
    if (whole := getattr(kind, "_repr_mimebundle_", None)) is not None:
        content = whole(value, include=None, exclude=None)
        parts, about = content if isinstance(content, tuple) else (content, {})
        for mime, part in (parts or {}).items():
            _add(bundle, metadata, mime, (part, about.get(mime)))
    return bundle, metadata


PLOTLY = "application/vnd.plotly.v1+json"
PARTS = {"data", "layout", "config", "frames"}


def _figure(value):
    """A Plotly figure as data, if it is one: a dict of traces and their layout, or an object that says it has such."""
    if isinstance(value, dict):
        traces = value.get("data")
        is_figure = isinstance(traces, (list, tuple)) and len(traces) > 0 and PARTS.issuperset(value)
        return value if is_figure and all(isinstance(trace, dict) and "type" in trace for trace in traces) else None
    to_json = getattr(type(value), "to_plotly_json", None)
    return to_json(value) if to_json is not None else None


def _add(bundle, metadata, mime, content):
    """A form may come alone or with its metadata: `(content, metadata)`."""
    about = None
    if isinstance(content, tuple) and len(content) == 2:
        content, about = content
    if content is None:
        return
    bundle[mime] = base64.b64encode(content).decode() if isinstance(content, (bytes, bytearray)) else content
    if about:
        metadata[mime] = about


def as_json(value):
    """JSON text for the page. What JSON has no form for is shown by its repr; so are numbers that are none."""
    try:
        return json.dumps(value, default=_plain, allow_nan=False)
    except ValueError:
        return json.dumps(_finite(value), default=_plain)


def _plain(value):
    if (listed := getattr(value, "tolist", None)) is not None:
        return listed()
    return repr(value)


def _finite(value):
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {key: _finite(part) for key, part in value.items()}
    return [_finite(part) for part in value] if isinstance(value, (list, tuple)) else value
