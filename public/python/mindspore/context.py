"""Where and how a program runs. There is one device here; what is set is remembered and read back."""

from mindspore._checks import check_int, kind_name
from mindspore._door import engine

__all__ = ["GRAPH_MODE", "PYNATIVE_MODE", "set_context", "get_context", "reset_context"]

GRAPH_MODE = 0
PYNATIVE_MODE = 1

_devices = ("CPU", "GPU", "Ascend", "Davinci")
_defaults = {
    "mode": None,  # the reference release's own
    "device_target": "CPU",
    "device_id": 0,
    "save_graphs": False,
    "save_graphs_path": ".",
    "enable_sparse": False,
    "max_call_depth": 1000,
    "variable_memory_max_size": "0GB",
    "enable_graph_kernel": False,
    "precompile_only": False,
    "runtime_num_threads": 1,
}
_values = dict(_defaults)


def set_context(**kwargs):
    """Remember settings, such as `mode=context.GRAPH_MODE` and `device_target="CPU"`."""
    for name, value in kwargs.items():
        if name == "mode" and value not in (GRAPH_MODE, PYNATIVE_MODE):
            raise ValueError(
                "For 'context.set_context', the argument 'mode' must be context.GRAPH_MODE (0) or "
                f"context.PYNATIVE_MODE (1), but got {value}."
            )
        if name == "device_target" and value not in _devices:
            raise ValueError(
                f"For 'context.set_context', the argument 'device_target' must be one of {list(_devices)}, "
                f"but got {value}."
            )
        if name == "device_id" and not 0 <= check_int(value, "device_id", "context.set_context") < 4096:
            raise ValueError(f"For 'context.set_context', the 'device_id' must be in range [0, 4095], but got {value}.")
    _values.update(kwargs)


def get_context(attr_key):
    """A setting."""
    if not isinstance(attr_key, str):
        raise TypeError(f"For 'get_context', the 'attr_key' must be str, but got '{kind_name(attr_key)}'.")
    if attr_key not in _values:
        raise ValueError(f"For 'get_context', the argument '{attr_key}' is not supported.")
    if attr_key == "mode" and _values["mode"] is None:
        return PYNATIVE_MODE if engine.random.reference == "2.x" else GRAPH_MODE
    return _values[attr_key]


def reset_context():
    """All settings as they were at the start."""
    _values.clear()
    _values.update(_defaults)
