"""One cell at a time, in the session's names: compile, run, show the last expression, report what it raised."""

import ast
import asyncio
import inspect
import json
import linecache
import sys

from pyodide.code import CodeRunner
from pyodide.ffi import ConversionError

from . import showing
from .crossing import Crossing
from .insight import complete, inspect_name
from .progress import end_all
from .tracebacks import describe
from .variables import variables


class Cells:
    """Runs cells in one set of names, so that what one defines the next can use."""

    def __init__(self, host, names):
        self._host = host
        self._names = names
        self._given = set(names)  # what the session began with; all else is the reader's
        self.crossing = Crossing(names, self._given)
        self._task = None  # of the cell that awaits

    def run(self, source, count):
        """Run a whole cell and return whether it ended well; a cell that awaits gives a task that returns it.

        A cell without `await` runs straight through: an interrupt that lands in the event loop's own frames is lost.
        """
        name = f"<cell {count}>"
        linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
        self._names.pop("__warningregistry__", None)  # a cell that runs again warns again
        try:
            runner = CodeRunner(source, filename=name, flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True).compile()
        except BaseException as error:
            return self._fail(error)
        if runner.code.co_flags & inspect.CO_COROUTINE:
            self._task = asyncio.ensure_future(self._run_awaiting(runner))
            return self._task
        self._host.arm(True)
        try:
            return self._show(runner.run(self._names))
        except BaseException as error:
            return self._fail(error)
        finally:
            self._host.arm(False)
            self._end()

    def cancel(self):
        """Cancel the cell that awaits; false when none does."""
        return self._task is not None and self._task.cancel()

    def complete(self, source, offset):
        """What may stand at an offset, as JSON: a list of the border's Completion."""
        return _in_time(lambda: complete(self._names, source, offset), [])

    def inspect(self, source, offset):
        """What is known of the name at an offset, as JSON: the border's Inspection or null."""
        return _in_time(lambda: inspect_name(self._names, source, offset), None)

    def variables(self):
        """The reader's names, as JSON: a list of the border's Variable."""
        return _in_time(
            lambda: variables({name: value for name, value in self._names.items() if name not in self._given}), []
        )

    async def _run_awaiting(self, runner):
        try:
            return self._show(await _Steps(runner.run_async(self._names), self._host))
        except BaseException as error:
            return self._fail(error)
        finally:
            self._task = None
            self._end()

    def _end(self):
        """Send on what was written below sys.stdout and sys.stderr, as bytes, and close the bars that are still open."""
        end_all()
        sys.__stdout__.flush()
        sys.__stderr__.flush()

    def _show(self, value):
        if value is not None:
            self._names["_"] = value
            showing.show("result", value)
        return True

    def _fail(self, error):
        self._host.arm(False)
        if self._host.interrupted() and isinstance(error, (asyncio.CancelledError, ConversionError)):
            error = KeyboardInterrupt().with_traceback(error.__traceback__)  # how an interrupt of an await, or of a crossing, looks
        self._host.fail(*describe(error))
        return False


def _in_time(answer, otherwise):
    """An answer as JSON; `otherwise` when its time is over. An interrupt that leaves Python is printed into the next cell."""
    try:
        return json.dumps(answer())
    except KeyboardInterrupt:
        return json.dumps(otherwise)


class _Steps:
    """Awaits a coroutine and tells the host when its frames are running: only then may an interrupt be raised."""

    def __init__(self, coroutine, host):
        self._coroutine = coroutine
        self._host = host

    def __await__(self):
        step, value = self._coroutine.send, None
        while True:
            self._host.arm(True)
            try:
                waiting = step(value)
            except StopIteration as end:
                return end.value
            finally:
                self._host.arm(False)
            try:
                step, value = self._coroutine.send, (yield waiting)
            except BaseException as error:
                step, value = self._coroutine.throw, error
