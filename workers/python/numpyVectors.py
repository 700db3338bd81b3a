"""Run every case of the golden vectors through the package and return what differs, as text."""

import json
import struct

import numpy as np

CODES = {"float16": ">e", "float32": ">f", "float64": ">d"}


def number(value, dtype):
    if dtype in CODES:
        return struct.unpack(CODES[dtype], bytes.fromhex(value))[0]
    return bool(value) if dtype == "bool" else int(value)


def array(nd):
    made = np.array([number(value, nd["dtype"]) for value in nd["values"]], dtype=nd["dtype"]).reshape(nd["shape"])
    return made if nd["shape"] else made[()]


def argument(one):
    if one is None:
        return None
    if "nd" in one:
        return array(one["nd"])
    if "py" in one:
        return one["py"]
    if "float" in one:
        return number(one["float"], "float64")
    if "slice" in one:
        return slice(*one["slice"])
    if "ellipsis" in one:
        return Ellipsis
    if "tuple" in one:
        return tuple(map(argument, one["tuple"]))
    return list(map(argument, one["list"]))


def call(case):
    args = [argument(one) for one in case["args"]]
    kwargs = {name: argument(one) for name, one in case["kwargs"].items()}
    op = case["op"]
    if op == "getitem":
        return args[0][args[1]]
    if op == "setitem":
        made = args[0].copy()
        made[args[1]] = args[2]
        return made
    if op == "astype":
        return args[0].astype(args[1])
    return getattr(np, op)(*args, **kwargs)


def same(made, out, rtol):
    wanted = np.array([number(value, out["dtype"]) for value in out["values"]], dtype=out["dtype"]).reshape(out["shape"])
    if out["scalar"] != isinstance(made, np.generic):
        return f"a scalar: {isinstance(made, np.generic)}, wanted {out['scalar']}"
    if made.dtype != out["dtype"] or made.shape != tuple(out["shape"]):
        return f"{made.dtype} {made.shape}, wanted {out['dtype']} {out['shape']}"
    if made.tobytes() == wanted.tobytes():
        return None
    if rtol is not None and wanted.dtype.kind == "f":
        pairs = zip(np.ravel(made).tolist(), wanted.ravel().tolist())
        if all(abs(a - b) <= rtol * abs(b) for a, b in pairs):
            return None
    return f"{made!r}, wanted {wanted!r}"


def check_operations(text):
    failures = []
    for i, case in enumerate(json.loads(text)["cases"]):
        try:
            made = call(case)
            pairs = list(zip(made, case["out"]["list"], strict=True)) if "list" in case["out"] else [(made, case["out"])]
            wrong = [one for one in (same(*pair, case.get("rtol")) for pair in pairs) if one]
        except Exception as error:
            wrong = [f"{type(error).__name__}: {error}"]
        if wrong:
            failures.append(f"case {i} {case['op']}: {wrong[0]}")
    return "\n".join(failures)


def check_printing(text):
    vectors = json.loads(text)
    failures = []
    for i, row in enumerate(vectors["arrays"]):
        made = np.array([number(value, row["dtype"]) for value in row["values"]], dtype=row["dtype"]).reshape(row["shape"])
        with np.printoptions(**row["options"]):
            if str(made) != row["str"] or repr(made) != row["repr"]:
                failures.append(f"array {i}: {made!r}, wanted {row['repr']}")
    for i, row in enumerate(vectors["scalars"]):
        made = array(row)
        texts = [str(made), repr(made)] + ([format(made, ".4f")] if row["format_.4f"] is not None else [])
        wanted = [row["str"], row["repr"]] + ([row["format_.4f"]] if row["format_.4f"] is not None else [])
        if texts != wanted:
            failures.append(f"scalar {i}: {texts}, wanted {wanted}")
    return "\n".join(failures)
