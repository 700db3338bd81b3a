"""The reader's names as the list of variables shows them. Nothing of the reader's runs: only known kinds are looked into."""

from types import ModuleType


def variables(names):
    """The border's Variable, a dictionary each, in the order in which the names came."""
    return [
        {"name": name, "language": "python", "type": type(value).__name__}
        for name, value in names.items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    ]
