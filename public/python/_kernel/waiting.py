"""time.sleep and input as calls that Stop can end."""

import math


def sleeper(host):
    """time.sleep over the host's wait, which is true when it was interrupted."""

    def sleep(seconds, /):
        if isinstance(seconds, (str, bytes)) or not hasattr(seconds, "__float__") and not hasattr(seconds, "__index__"):
            raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer or float")
        duration = float(seconds)
        if math.isnan(duration):
            raise ValueError("Invalid value NaN (not a number)")
        if duration < 0:
            raise ValueError("sleep length must be non-negative")
        if host.sleep(duration * 1000):
            raise KeyboardInterrupt

    return sleep


def asker(host):
    """input over the host's question, which is answered with None when it was interrupted."""

    def input(prompt="", /):
        """Show the prompt, wait for a line typed into the page, and return it."""
        answer = host.ask(str(prompt))
        if answer is None:
            raise KeyboardInterrupt
        return answer

    return input
