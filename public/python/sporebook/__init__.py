"""What cells of this notebook have beside Python: showing things, progress, and plots."""

from IPython.display import HTML, JSON, SVG, Image, Latex, Markdown, Math
from _kernel.progress import progress
from _kernel.showing import clear_output, display, update_display

from . import plot

__all__ = [
    "HTML", "JSON", "SVG", "Image", "Latex", "Markdown", "Math", "clear_output", "display", "plot", "progress",
    "update_display",
]
