"""`progress`: how far a loop is, as a bar in the cell's output."""

import time

from . import showing

MIME = "application/vnd.sporebook.progress+json"
DRAW_EVERY = 0.1  # seconds
FAST = 0.003  # seconds an item; the clock is read at every item of a slower loop, and at every 16th of a faster one
STRIDE = 16

_open = []  # the bars under way, the outermost first


class progress:
    """A bar for a loop, or one moved by hand.

        for x in progress(range(1000)): ...
        for x in progress(lines, total=2000, label="reading"): ...
        with progress(total=100) as bar: bar.update(5)

    A bar inside of another's loop takes the place of the one that stood there in the round before.
    """

    def __init__(self, iterable=None, *, total=None, label=None):
        if iterable is None and total is None:
            total = 0
        if total is None:
            try:
                total = len(iterable)
            except (TypeError, OverflowError, NotImplementedError):
                total = None  # not known before the end
        elif isinstance(total, bool) or not isinstance(total, (int, float)):
            raise TypeError(f"total must be a number, but got {total!r}")
        elif not 0 <= total < float("inf"):
            raise ValueError(f"total must be a finite number from 0 on, but got {total!r}")
        self._iterable = iterable
        self._total = total
        self._label = None if label is None else str(label)
        self._done = 0
        self._state = "new"
        self._started = self._drawn = 0.0
        self._slot = None
        self._steps = None  # the loop, if there is one

    def __len__(self):
        return len(self._iterable)

    def __iter__(self):
        if self._iterable is None:
            raise TypeError("this bar has nothing to go through: give it an iterable, or call update()")
        self._steps = self._go()
        return self._steps

    def _go(self):
        self._start()
        clock = time.perf_counter
        done, check, last = 0, 1, clock()
        draw_at = last + DRAW_EVERY
        try:
            for item in self._iterable:
                yield item
                done += 1
                if done >= check:
                    now = clock()
                    check = done + (STRIDE if now - last < FAST * STRIDE else 1)
                    last = now
                    if now >= draw_at:
                        draw_at = now + DRAW_EVERY
                        self._done = done
                        self._draw(now)
            self._done = done
            if self._total is None:
                self._total = done
            self._end("done")
        finally:
            self._done = done
            self._end("stopped")

    def update(self, count=1):
        """So many more are done."""
        if self._state == "new":
            self._start()
        self._done += count
        now = time.perf_counter()
        if self._state == "running" and self._total and self._done >= self._total:
            self._end("done")
        elif self._state == "running" and now - self._drawn >= DRAW_EVERY:
            self._draw(now)

    @property
    def done(self):
        return self._done

    @property
    def total(self):
        return self._total

    @property
    def label(self):
        """What stands before the bar; it may change on the way."""
        return self._label

    @label.setter
    def label(self, label):
        self._label = None if label is None else str(label)

    def close(self):
        """No more will come."""
        if self._state == "new":
            self._start()
        self._end("done" if not self._total or self._done >= self._total else "stopped")

    def __enter__(self):
        if self._state == "new":
            self._start()
        return self

    def __exit__(self, kind, error, traceback):
        self.close() if kind is None else self._end("stopped")

    def _start(self):
        self._state = "running"
        self._done = 0
        self._started = time.perf_counter()
        self._slot = f"{_open[0]._slot}.{len(_open)}" if _open else f"progress-{id(self)}-{self._started}"
        _open.append(self)
        self._draw(self._started)

    def _end(self, state):
        if self._state != "running":
            return
        self._state = state
        self._draw(time.perf_counter())
        if self in _open:  # an interrupt in the line above leaves it there, for `end_all`
            _open.remove(self)

    def _draw(self, now):
        self._drawn = now
        elapsed = now - self._started
        content = {"done": self._done, "elapsedMs": round(elapsed * 1000), "state": self._state}
        if self._total is not None:
            content["total"] = self._total
        if self._label is not None:
            content["label"] = self._label
        showing.send_if_open({"text/plain": _text(content), MIME: content}, self._slot)

    def __repr__(self):
        return f"<progress {self._done} of {'?' if self._total is None else self._total}>"


def end_all():
    """The cell has ended: what still stands open was left, by an error or by Stop."""
    for bar in reversed(_open[:]):
        if (steps := bar._steps) is not None and steps.gi_frame is not None:
            bar._done = steps.gi_frame.f_locals.get("done", bar._done)
        if bar._state == "running":
            bar._state = "stopped"
        bar._draw(time.perf_counter())
    _open.clear()


def _text(content):
    """The bar for who has only text."""
    done, total, seconds = content["done"], content.get("total"), content["elapsedMs"] / 1000
    label = f"{content['label']}: " if "label" in content else ""
    part = f"{100 * done / total:.0f}% ({done:g}/{total:g})" if total else f"{done:g}"
    rate = f", {done / seconds:.3g}/s" if seconds > 0 and done else ""
    return f"{label}{part}, {seconds:.1f} s{rate}"
