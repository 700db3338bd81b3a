"""What notebooks import and these pages have not: the error says what there is instead."""

import sys

INSTEAD = {
    "matplotlib": "use plot.line(y), plot.histogram(t), plot.heatmap(t), plot.scatter(x, y) or plot.bar(y), which cells have without importing",
    "seaborn": "use plot.histogram(t) or plot.heatmap(t), which cells have without importing",
    "plotly": "display(...) draws a figure given as a dict of 'data' and 'layout', and plot.line(y) makes one",
}
for name in ("requests", "httpx", "aiohttp", "urllib3"):
    INSTEAD[name] = (
        "use urllib.request.urlopen(url) or await pyodide.http.pyfetch(url), which reach the hosts that are named under "
        "'Network of the cells' in the toolbar"
    )
INSTEAD["pylab"] = INSTEAD["matplotlib"]


class Missing:
    """The last finder that is asked: it knows the packages that others have not found."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        top = name.partition(".")[0]
        if top in INSTEAD:
            raise ModuleNotFoundError(f"No module named {top!r}: {INSTEAD[top]}.", name=name)
        return None


def install():
    if Missing not in sys.meta_path:
        sys.meta_path.append(Missing)
