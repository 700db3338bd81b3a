"""What notebooks import from IPython.display, for content that is at hand: nothing is fetched from addresses."""

import base64
import json as _json
import os

from _kernel.showing import DisplayHandle, clear_output, display, update_display

__all__ = [
    "DisplayHandle", "DisplayObject", "HTML", "Image", "JSON", "Latex", "Markdown", "Math", "Pretty", "SVG",
    "TextDisplayObject", "clear_output", "display", "update_display",
    "display_html", "display_markdown", "display_latex", "display_svg", "display_png", "display_jpeg", "display_json",
]


class DisplayObject:
    """Content of one kind: given as `data`, or read from the file `filename`."""

    _mode = "r"

    def __init__(self, data=None, url=None, filename=None, metadata=None):
        if url is not None or (isinstance(data, str) and data.startswith(("http://", "https://"))):
            raise ValueError(f"{type(self).__name__} cannot be loaded from an address: cells have no network. Give its data, or a file.")
        if isinstance(data, os.PathLike):
            data, filename = None, data
        if data is None and filename is not None:
            with open(filename, self._mode, encoding=None if "b" in self._mode else "utf-8") as file:
                data = file.read()
        self.data = data
        self.filename = None if filename is None else str(filename)
        self.metadata = dict(metadata or {})
        self._check()

    def _check(self):
        pass

    def _content(self):
        return (self.data, self.metadata) if self.metadata else self.data

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__name__} object>"


class TextDisplayObject(DisplayObject):
    """Content that is text."""

    def _check(self):
        if self.data is not None and not isinstance(self.data, str):
            raise TypeError(f"{type(self).__name__} expects text, not {self.data!r}")


class Pretty(TextDisplayObject):
    """Text, shown as it is."""

    def __repr__(self):
        return self.data or ""


class HTML(TextDisplayObject):
    """HTML, shown in a frame of its own where no script runs."""

    def _repr_html_(self):
        return self._content()

    def __html__(self):
        return self.data


class Markdown(TextDisplayObject):
    """Markdown with formulas."""

    def _repr_markdown_(self):
        return self._content()


class Latex(TextDisplayObject):
    """Text with formulas between dollars, or one environment."""

    def _repr_latex_(self):
        return self._content()


class Math(TextDisplayObject):
    """One formula, without the dollars."""

    def _repr_latex_(self):
        text = f"$\\displaystyle {self.data.strip('$')}$"
        return (text, self.metadata) if self.metadata else text


class SVG(TextDisplayObject):
    """A vector picture, shown without its scripts."""

    def _check(self):
        if isinstance(self.data, bytes):
            self.data = self.data.decode()
        super()._check()

    def _repr_svg_(self):
        return self._content()


class JSON(DisplayObject):
    """Data as a tree that can be folded. Text is read as JSON."""

    def __init__(self, data=None, url=None, filename=None, expanded=False, metadata=None, root="root", **more):
        self.expanded = expanded
        super().__init__(data, url, filename, {"expanded": expanded, "root": root, **(metadata or {}), **more})

    def _check(self):
        if isinstance(self.data, str):
            self.data = _json.loads(self.data)
        if not isinstance(self.data, (dict, list, tuple)):
            raise TypeError(f"{type(self).__name__} expects a dict or a list, not {self.data!r}")

    def _repr_json_(self):
        return self._content()


# How a picture begins, and what it then is.
_BEGINNINGS = [
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"RIFF", "webp"),
]


class Image(DisplayObject):
    """A picture: PNG, JPEG, GIF or WebP, as bytes or from a file. Sizes are in CSS pixels; `alt` is said to who cannot see it."""

    _mode = "rb"

    def __init__(self, data=None, url=None, filename=None, format=None, embed=None, width=None, height=None,
                 retina=False, unconfined=False, metadata=None, alt=None):
        if isinstance(data, str) and not data.startswith(("http://", "https://")):
            data, filename = None, data
        self.width, self.height, self.alt = width, height, alt
        self.format = format
        self._is_retina = retina
        super().__init__(data, url, filename, metadata)

    def _check(self):
        if not isinstance(self.data, (bytes, bytearray)):
            raise TypeError(f"Image expects bytes or the name of a file, not {self.data!r}")
        found = next((name for start, name in _BEGINNINGS if self.data.startswith(start)), None)
        self.format = "jpeg" if self.format == "jpg" else self.format or found
        if self.format not in ("png", "jpeg", "gif", "webp"):
            raise ValueError("Image shows PNG, JPEG, GIF and WebP; for SVG take SVG.")
        if self._is_retina and self.format == "png" and self.width is None:
            self.width = int.from_bytes(self.data[16:20], "big") // 2
            self.height = int.from_bytes(self.data[20:24], "big") // 2

    def _repr_mimebundle_(self, include=None, exclude=None):
        about = {name: value for name, value in (("width", self.width), ("height", self.height), ("alt", self.alt)) if value is not None}
        mime = f"image/{self.format}"
        return {mime: base64.b64encode(self.data).decode()}, {mime: {**self.metadata, **about}}


def _of(kind):
    def show(*values, raw=False, **options):
        for value in values:
            display(kind(value) if raw else value, **options)

    show.__doc__ = f"Show the values; with `raw`, each as {kind.__name__}."
    return show


display_html, display_markdown, display_latex, display_svg, display_json = map(_of, (HTML, Markdown, Latex, SVG, JSON))
display_png = display_jpeg = _of(Image)
