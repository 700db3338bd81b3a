"""What cells of this notebook have beside Python: showing things, and progress."""

from IPython.display import HTML, JSON, SVG, Image, Latex, Markdown, Math
from _kernel.progress import progress
from _kernel.showing import clear_output, display, update_display

__all__ = [
    "HTML", "JSON", "SVG", "Image", "Latex", "Markdown", "Math", "clear_output", "display", "progress", "update_display",
]
