"""Expressions to compare with real NumPy: made by a fixed seed, so that both sides make the same ones.

The operations are those whose results are defined to the bit: no functions whose last digit is the C library's choice.
"""

import hashlib
import warnings

import numpy as np

warnings.simplefilter("ignore")
DTYPES = ("bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float16", "float32", "float64")
SHAPES = ("()", "(1,)", "(3,)", "(4,)", "(2, 3)", "(3, 1)", "(1, 4)", "(3, 4)", "(2, 3, 4)", "(2, 1, 3)", "(0,)", "(2, 0)")


class Chance:
    """A small generator of our own: Python's may change between versions."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n

    def one(self, choices):
        return choices[self.below(len(choices))]


def literal(chance, dtype):
    if dtype == "bool":
        return chance.one(("True", "False"))
    if dtype.startswith("float"):
        return chance.one(
            (
                str(chance.below(40) - 20),
                str((chance.below(800) - 400) / 8),
                str((chance.below(20000) - 10000) / 1000),
                f"{(chance.below(20000) + 1)}e-{chance.below(9)}",
                chance.one(("0.0", "-0.0", "1e10", "float('nan')", "float('inf')", "-float('inf')", "0.1", "65504.0")),
            )
        )
    low = 0 if dtype.startswith("u") else -30
    top = {"int8": 127, "uint8": 255, "int16": 32767, "uint16": 65535, "int32": 2**31 - 1, "uint32": 2**32 - 1}
    if chance.below(12) == 0:
        return str(top.get(dtype, 2**62))
    return str(low + chance.below(60))


def array(chance, dtype=None, shape=None, plain=False):
    dtype = dtype or chance.one(DTYPES)
    shape = shape or chance.one(SHAPES)
    count = 1
    for length in eval(shape):
        count *= length
    values = []
    while len(values) < count:
        value = literal(chance, dtype)
        if not (plain and ("nan" in value or "inf" in value)):
            values.append(value)
    return f"np.array([{', '.join(values)}], dtype='{dtype}').reshape({shape})"


def operand(chance):
    kind = chance.below(8)
    if kind == 0:
        return str(chance.below(400) - 100)
    if kind == 1:
        return str((chance.below(800) - 400) / 16)
    if kind == 2:
        dtype = chance.one(DTYPES)
        return f"np.{'bool_' if dtype == 'bool' else dtype}({literal(chance, dtype)})"
    return array(chance)


OPERATORS = ("+", "-", "*", "/", "//", "%", "&", "|", "^", "<<", ">>", "==", "!=", "<", "<=", ">", ">=")
BINARY = ("maximum", "minimum", "fmax", "fmin", "fmod", "copysign", "logical_and", "logical_or", "logical_xor", "heaviside")
UNARY = (
    "negative", "positive", "abs", "sign", "square", "sqrt", "floor", "ceil", "trunc", "rint", "isnan", "isinf",
    "isfinite", "signbit", "logical_not", "invert", "fabs", "conjugate",
)  # fmt: skip
REDUCTIONS = ("sum", "prod", "max", "min", "mean", "all", "any", "argmax", "argmin", "var", "std", "ptp", "cumsum", "cumprod")
INDICES = (
    "0", "-1", "1", "...", "None", "::2", "::-1", "1:", ":-1", "[0]", "[0, -1]", "..., 0", "0, ...", "None, ..., None",
    "..., ::-1", "[[0], [-1]]", ":, 0", "0, 0", "[True, False, True]", "..., None, 0:2", "5", "0, [0, 1]", "[0, 1], 0",
    "np.array([0, 1])", "1:1", "-3:3:2", "3:0:-1", "True", "False", "1.5", "'a'", "()", "0, ..., 0", "..., ...",
)  # fmt: skip
SHAPING = (
    "reshape(-1)", "reshape(2, -1)", "reshape((3, 2))", "T", "transpose()", "ravel()", "flatten()", "squeeze()",
    "copy()", "swapaxes(0, -1)", "tolist()", "tobytes()", "nonzero()", "repeat(2)", "size", "ndim", "nbytes",
    "astype('float32')", "astype('int32')", "astype('float16')", "astype('uint8')", "astype('int64')", "astype(bool)",
    "astype('int8')", "item()", "dtype", "shape", "transpose(1, 0)", "reshape(6)", "round(1)", "round()", "diagonal()",
    "trace()", "clip(-1, 2)", "clip(0.5, 1.5)", "sort()", "argsort(kind='stable')", "view('uint8')", "take([0, -1])",
)  # fmt: skip
FUNCTIONS = (
    "np.concatenate([{a}, {b}])", "np.concatenate([{a}, {b}], axis=-1)", "np.stack([{a}, {a}])", "np.stack([{a}, {a}], axis=-1)",
    "np.vstack([{a}, {b}])", "np.hstack([{a}, {b}])", "np.where({a} > 1, {a}, {b})", "np.where({a})", "np.split({a}, 2)",
    "np.array_split({a}, 3)", "np.tile({a}, 2)", "np.tile({a}, (2, 1))", "np.roll({a}, 1)", "np.flip({a})", "np.unique({a})",
    "np.sort({a}, axis=None)", "np.expand_dims({a}, 0)", "np.broadcast_to({a}, (3, 4))", "np.diff({a})", "np.outer({i}, {j})",
    "np.dot({i}, {j})", "np.matmul({i}, {j})", "np.inner({i}, {j})", "np.triu({a})", "np.tril({a})", "np.diag({a})",
    "np.allclose({a}, {b})", "np.array_equal({a}, {b})", "np.isclose({a}, {b})", "np.count_nonzero({a})", "np.eye(3, 4, {k})",
    "np.arange({k}, {m}, {s})", "np.arange({m})", "np.linspace({k}, {m}, 7)", "np.full((2, 3), {k})", "np.zeros_like({a})",
    "np.ones_like({a})", "np.array2string({a}, precision=3)", "np.pad({a}, 1)", "np.pad({a}, 1, mode='edge')",
    "np.median({a})", "np.average({a})", "np.clip({a}, -2, 5)", "np.take({a}, 0)", "np.searchsorted(np.arange(5), {a})",
    "np.array_repr({a})", "np.swapaxes({a}, 0, 1)", "np.moveaxis({a}, 0, -1)", "np.squeeze({a}, 0)", "np.nan_to_num({a})",
    "np.argwhere({a})", "np.bincount(abs({i}))", "np.cumsum({a}, axis=0)", "np.kron({i}, {j})", "np.ravel({a})",
    "np.result_type({a}, {b})", "np.promote_types({a}.dtype, {b}.dtype)", "np.can_cast({a}.dtype, {b}.dtype)",
    "np.isin({a}, [1, 2, 3])", "np.around({a}, 2)", "np.array([{k}, {m}])", "np.array([[{k}], [{s}]], dtype='float32')",
    "np.meshgrid({i}, {j})", "np.percentile({f}, 30)", "np.min_scalar_type({k})", "np.asarray({a}).tolist()", "np.trace({a})", "np.gcd({i}.astype(int), {k})", "np.lcm({i}.astype(int), 6)",
)  # fmt: skip


def small(chance):
    """Small whole numbers, whose products and sums are exact in any order."""
    dtype = chance.one(("int8", "int32", "int64", "float32", "float64"))
    count = chance.one((3, 3, 3, 4))
    return f"np.array({[chance.below(9) - 4 for _ in range(count)]}, dtype='{dtype}')"


def expression(chance):
    kind = chance.below(10)
    if kind <= 2:
        return f"{operand(chance)} {chance.one(OPERATORS)} {array(chance)}" if chance.below(2) else f"{array(chance)} {chance.one(OPERATORS)} {operand(chance)}"
    if kind == 3:
        call = f"np.{chance.one(BINARY)}({array(chance)}, {operand(chance)})"
        return call.replace("-0.0", "0.0")  # of equal zeros NumPy's vector loops keep either
    if kind == 4:
        return f"np.{chance.one(UNARY)}({array(chance)})"
    if kind == 5:
        options = chance.one(("", "axis=0", "axis=-1", "axis=1", "axis=None", "keepdims=True", "axis=0, keepdims=True"))
        name = chance.one(REDUCTIONS)
        if "keepdims" in options and name in ("cumsum", "cumprod"):
            options = "axis=0"
        return f"{array(chance, plain=name in ('argmax', 'argmin'))}.{name}({options})"
    if kind == 6:
        return f"{array(chance)}[{chance.one(INDICES)}]"
    if kind == 7:
        return f"{array(chance, plain=True)}.{chance.one(SHAPING)}"
    parts = {
        "a": array(chance), "b": array(chance), "i": small(chance), "j": small(chance), "f": array(chance, "float64", "(4,)", True),
        "k": str(chance.below(9) - 4), "m": str(chance.below(20) - 2), "s": chance.one(("1", "2", "-1", "0.5", "0.3", "3")),
    }  # fmt: skip
    call = chance.one(FUNCTIONS).format(**parts)
    return call.replace("-0.0", "0.0") if "unique" in call else call


def expressions(count=2000, seed=20211):
    chance = Chance(seed)
    return [expression(chance) for _ in range(count)]


def shown(made):
    """The text and the bytes of a result."""
    if isinstance(made, (np.ndarray, np.generic)):
        same = np.where(np.isnan(made), np.array(np.nan, made.dtype), made) if made.dtype.kind == "f" else made  # NaN has no set sign
        digest = hashlib.sha256(same.tobytes()).hexdigest()[:16]
        return f"{type(made).__name__} {made.dtype} {made.shape} {digest} {made!r} | {made!s}"
    if isinstance(made, (tuple, list)) and any(isinstance(one, (np.ndarray, np.generic)) for one in made):
        return f"{type(made).__name__} of " + "; ".join(map(shown, made))
    return f"dtype {made}" if isinstance(made, np.dtype) else f"{type(made).__name__} {made!r}"


def evaluated(text):
    try:
        return shown(eval(text))
    except Exception as error:
        return f"raises {type(error).__name__}: {error}"


def results(count=2000, seed=20211):
    return [evaluated(text) for text in expressions(count, seed)]


if __name__ == "__main__":
    import json
    import sys

    json.dump(results(*map(int, sys.argv[1:])), sys.stdout)
