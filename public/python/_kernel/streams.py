"""sys.stdout and sys.stderr of a session. The host batches the text and limits its amount."""

import io


class Stream(io.TextIOBase):
    """Text for the running cell's output, on its way while the cell still runs."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, name, host, below):
        self.name = f"<{name}>"
        self._print = getattr(host, name)
        self._flush = host.flush
        self._below = below  # the stream of the file descriptor, for those who write bytes

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._print(text)
        return len(text)

    def flush(self):
        self._below.flush()
        self._flush()

    def writable(self):
        return True

    def fileno(self):
        return self._below.fileno()

    @property
    def buffer(self):
        return self._below.buffer
