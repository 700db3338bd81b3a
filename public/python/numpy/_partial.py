"""What a name of this package does not do, by name; whatever is not named here does all that NumPy documents."""

_LAST_DIGIT = "its last digit may differ from that of NumPy's C library"
_REMEMBERED = "settings are remembered; no floating-point warnings are raised"

__partial__ = {
    **dict.fromkeys(
        """exp exp2 expm1 log log2 log10 log1p sin cos tan sinh cosh tanh arcsin arccos arctan arctan2 arcsinh arccosh
        arctanh power float_power cbrt hypot logaddexp logaddexp2 sinc""".split(),
        _LAST_DIGIT,
    ),
    **dict.fromkeys(["errstate", "seterr", "geterr"], _REMEMBERED),
    **dict.fromkeys(
        ["array", "asarray", "asanyarray", "full", "fromiter", "genfromtxt", "loadtxt"],
        "numbers and bools only, no text or objects",
    ),
    **dict.fromkeys(["percentile", "quantile", "nanpercentile", "nanquantile"], "method='linear' only"),
    **dict.fromkeys(["object_", "str_", "bytes_"], "as a name only"),
    "ufunc": "no where, casting or tuple of outs",
    "einsum": "optimize and order have no effect; float32 sums may differ in the last digits",
    "einsum_path": "the order from left to right",
    "histogram": "no weights, no rules for the bins",
    "interp": "no period",
    "polyfit": "no full, no cov",
    "polyint": "the constant is 0",
    "gradient": "even steps, edge_order 1",
    "pad": "no stat_length, no reflect_type",
    "vectorize": "no excluded, no signature",
    "set_printoptions": "no formatter, no legacy",
    "printoptions": "no formatter, no legacy",
    "array2string": "no formatter, no style",
    "partition": "sorts",
    "argpartition": "sorts",
    "dtype": "numbers and bools, native byte order, no structures",
    "ndarray": "C order; memoryview(a) is a copy that is read-only",
    "frombuffer": "copies",
    "matmul": "float32 and float16 sums run in one documented order, not a BLAS's",
    "dot": "float32 and float16 sums run in one documented order, not a BLAS's",
}
