"""What a value looks like: the same content by mime type, as IPython's display protocol offers it."""

import base64
import json

FORMS = {
    "text/html": "_repr_html_",
    "text/markdown": "_repr_markdown_",
    "text/latex": "_repr_latex_",
    "image/svg+xml": "_repr_svg_",
    "image/png": "_repr_png_",
    "image/jpeg": "_repr_jpeg_",
    "application/json": "_repr_json_",
}


def bundle_of(value):
    """The value's forms as JSON text; its repr is always one of them."""
    bundle = {"text/plain": repr(value)}
    kind = type(value)  # asked like Python's own special methods: an instance's __getattr__ has no say
    for mime, method in FORMS.items():
        if (form := getattr(kind, method, None)) is not None and (content := form(value)) is not None:
            bundle[mime] = _as_text(content)
    if (whole := getattr(kind, "_repr_mimebundle_", None)) is not None:
        content = whole(value, include=None, exclude=None)
        bundle |= {mime: _as_text(part) for mime, part in (content[0] if isinstance(content, tuple) else content).items()}
    return json.dumps(bundle)


def _as_text(content):
    return base64.b64encode(content).decode() if isinstance(content, bytes) else content


def displayer(host):
    """The session's `display`."""

    def display(*values):
        """Show the values below the cell, each as a result would be shown."""
        for value in values:
            host.show("display", bundle_of(value))

    return display
