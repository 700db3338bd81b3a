"""urllib.request over https: the browser asks, and only hosts that the reader has named. No sockets, no TLS of our own."""

import importlib.abc
import importlib.machinery
import io
import sys

# what the browser says itself, or what would make it ask the host first whether it may
BROWSERS_OWN = {"accept-encoding", "connection", "content-length", "host", "user-agent"}


def refusal(host):
    return (
        f"{host} could not be reached. Cells reach only the hosts that are named under 'Network of the cells' in the "
        "toolbar, by https, and of those only what lets other sites read it (CORS)"
    )


def teach(request):
    """Let the module urllib.request ask through the browser. Called when a cell first imports it."""
    from email.message import Message
    from email.parser import Parser
    from urllib.error import URLError
    from urllib.response import addinfourl

    class HTTPSHandler(request.BaseHandler):
        def __init__(self, *_, **__):  # a context or a debug level: there is no TLS here to be set
            pass

        def https_open(self, asked):
            import js
            from pyodide.ffi import JsException, to_js

            if not hasattr(js, "XMLHttpRequest"):
                raise URLError("there is no browser here that could ask")
            ask = js.XMLHttpRequest.new()
            data = asked.data.read() if hasattr(asked.data, "read") else asked.data
            if data is not None and not asked.has_header("Content-type"):
                asked.add_unredirected_header("Content-type", "application/x-www-form-urlencoded")
            try:
                ask.open(asked.get_method(), asked.full_url, False)
                ask.responseType = "arraybuffer"
                if isinstance(asked.timeout, (int, float)):
                    ask.timeout = asked.timeout * 1000
                for name, value in asked.header_items():
                    if name.lower() not in BROWSERS_OWN:
                        ask.setRequestHeader(name, value)
                ask.send(None if data is None else to_js(bytes(data)))
            except JsException as error:
                raise URLError(refusal(asked.host)) from error
            headers = Parser(Message).parsestr(ask.getAllResponseHeaders(), headersonly=True)
            answer = addinfourl(io.BytesIO(ask.response.to_bytes()), headers, ask.responseURL, ask.status)
            answer.msg = ask.statusText
            return answer

    class HTTPHandler(request.BaseHandler):
        def __init__(self, *_, **__):
            pass

        def http_open(self, asked):
            raise URLError(refusal(asked.host))

    request.HTTPHandler = HTTPHandler
    request.HTTPSHandler = HTTPSHandler


class Taught(importlib.abc.Loader):
    """Loads a module as it is, then teaches it."""

    def __init__(self, loader):
        self.loader = loader

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        self.loader.exec_module(module)
        teach(module)


class Finder:
    """Asked before all others, for one module."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        spec = importlib.machinery.PathFinder.find_spec(name, path) if name == "urllib.request" else None
        if spec and spec.loader:
            spec.loader = Taught(spec.loader)
        return spec


def install():
    if Finder in sys.meta_path:
        return
    sys.meta_path.insert(0, Finder)
    if "urllib.request" in sys.modules:  # a snapshot may hold it
        teach(sys.modules["urllib.request"])
