"""How arrays print. The text itself is made by the engine (`engine/format`); the options live here."""

import contextlib

from . import _border
from ._border import fn, index, run

_DEFAULTS = {
    "edgeitems": 3, "threshold": 1000, "floatmode": "maxprec", "precision": 8, "suppress": False, "linewidth": 75,
    "nanstr": "nan", "infstr": "inf", "sign": "-", "formatter": None, "legacy": False,
}  # fmt: skip
_options = dict(_DEFAULTS)
_changed = {}  # what differs from the engine's defaults
_SIGNS = ("-", "+", " ")
_MODES = ("fixed", "unique", "maxprec", "maxprec_equal")


def _checked(given):
    """The options that were given (None stands for not given), or NumPy's refusal."""
    options = {name: value for name, value in given.items() if value is not None}
    if "sign" in options and options["sign"] not in _SIGNS:
        raise ValueError("sign option must be one of ' ', '+', or '-'")
    if "floatmode" in options and options["floatmode"] not in _MODES:
        raise ValueError(f"floatmode option must be one of {', '.join(repr(mode) for mode in sorted(_MODES))}")
    threshold = options.get("threshold", 0)
    if isinstance(threshold, bool) or not isinstance(threshold, (int, float)):
        raise TypeError("threshold must be numeric")
    if threshold != threshold:
        raise ValueError("threshold must be non-NAN, try sys.maxsize for untruncated representation")
    for name in ("precision", "edgeitems", "linewidth"):
        if name in options:
            if isinstance(options[name], float) and options[name] == float("inf"):
                continue
            try:
                options[name] = _border.index(options[name])
            except TypeError:
                raise TypeError(f"{name} must be an integer") from None
    if options.get("precision", 0) < 0:
        raise ValueError("precision must be non-negative")
    if "suppress" in options:
        options["suppress"] = bool(options["suppress"])
    if options.get("formatter"):
        raise NotImplementedError("print options with a formatter are not available in Sporebook")
    return options


def _apply(options):
    global _changed
    _options.update(options)
    _changed = {
        name: value
        for name, value in _options.items()
        if name in _ENGINE and value != _DEFAULTS[name]
    }


_ENGINE = {"edgeitems", "threshold", "floatmode", "precision", "suppress", "linewidth", "nanstr", "infstr", "sign"}


def set_printoptions(
    precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None, infstr=None,
    formatter=None, sign=None, floatmode=None, *, legacy=None,
):  # fmt: skip
    """Set how arrays print from now on; what is not given stays."""
    given = locals()
    if legacy not in (None, False, "1.24", "1.25"):
        raise ValueError("legacy print modes are not available in Sporebook: text is NumPy 1.24's")
    given.pop("legacy")
    _apply(_checked(given))


def get_printoptions():
    """The print options as a dict."""
    return dict(_options)


@contextlib.contextmanager
def printoptions(*args, **kwargs):
    """`with printoptions(precision=3): …`: options for a while."""
    before = dict(_options)
    try:
        set_printoptions(*args, **kwargs)
        yield get_printoptions()
    finally:
        _options.clear()
        _apply(before)


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    """The text of `print(a)`."""
    js = _border.convert(a)
    extra = _given(max_line_width, precision, suppress_small)
    return run(fn.strText, js, **_changed, **extra)


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    """The text of `repr(arr)`."""
    js = _border.convert(arr)
    extra = _given(max_line_width, precision, suppress_small)
    return run(fn.reprText, js, **_changed, **extra)


def _given(linewidth, precision, suppress):
    return _checked({"linewidth": linewidth, "precision": precision, "suppress": suppress})


def array2string(
    a, max_line_width=None, precision=None, suppress_small=None, separator=" ", prefix="", style=None, formatter=None,
    threshold=None, edgeitems=None, sign=None, floatmode=None, suffix="", *, legacy=None,
):  # fmt: skip
    """The text of an array without a name around it, with a separator and room for a prefix and a suffix."""
    options = _checked(
        {
            "linewidth": max_line_width, "precision": precision, "suppress": suppress_small, "threshold": threshold,
            "edgeitems": edgeitems, "sign": sign, "floatmode": floatmode, "formatter": formatter,
        }
    )  # fmt: skip
    for name, text in (("separator", separator), ("prefix", prefix), ("suffix", suffix)):
        if not isinstance(text, str):
            raise TypeError(f"array2string: {name} must be str, but got '{type(text).__name__}'")
    js = _border.convert(a)
    return run(fn.bodyText, js, **{**_changed, **options, "separator": separator, "prefix": prefix, "suffix": suffix})


def _float_string(x, exponential, precision, unique, trim, sign):
    value = float(x)
    if value != value or value in (float("inf"), float("-inf")):
        return ("+" if sign and value > 0 else "") + str(value)
    name = x.dtype.name if hasattr(x, "dtype") and x.dtype.kind == "f" else "float64"
    options = {"exponential": exponential, "unique": bool(unique), "trim": trim}
    digits = None if precision is None else _digits(precision)
    if digits is not None:
        options["precision"] = digits
    text = run(fn.floatString, value, name, **options)
    return "+" + text if sign and value >= 0 else text


def _digits(precision):
    digits = index(precision)
    if digits < 0:
        return None  # NumPy's word for no limit
    if digits > 16384:
        raise ValueError(f"precision must be at most 16384 digits, but got {digits}")
    return int(digits)


def format_float_positional(
    x, precision=None, unique=True, fractional=True, trim="k", sign=False, pad_left=None, pad_right=None, min_digits=None
):
    """A float written out, shortest digits unless a precision is given."""
    return _float_string(x, False, precision, unique, trim, sign)


def format_float_scientific(
    x, precision=None, unique=True, trim="k", sign=False, pad_left=None, exp_digits=None, min_digits=None
):
    """A float with an exponent, shortest digits unless a precision is given."""
    return _float_string(x, True, precision, unique, trim, sign)
