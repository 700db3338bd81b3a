"""Eleven results whose bits must be the same on every machine and in every browser, with kernels and without."""

import hashlib

import mindspore
import numpy as np
from mindspore import Tensor, nn, ops
from mindspore.common.initializer import HeUniform, Normal, Uniform, initializer


def draw(kind, *shape):
    return initializer(kind, shape, mindspore.float32).init_data()


mindspore.set_reference("1.6")
mindspore.set_seed(1)
np.random.seed(1)
results = {}
image = draw(Normal(1), 2, 3, 40, 50)
results["conv2d"] = nn.Conv2d(3, 64, 3, weight_init=Normal(0.2))(image)
results["conv2d by two, dilated, padded, in groups"] = nn.Conv2d(
    6, 9, (3, 5), stride=2, pad_mode="pad", padding=2, dilation=2, group=3, has_bias=True, bias_init="normal"
)(draw(Normal(1), 2, 6, 33, 31))
results["matmul"] = ops.matmul(draw(Normal(1), 130, 150), draw(Normal(1), 150, 170))
results["dense"] = nn.Dense(300, 70, bias_init="normal")(draw(Normal(1), 40, 300))
results["normal of 1.6"] = draw(Normal(0.1), 100_003)
results["uniform of 1.6"] = draw(Uniform(0.1), 100_003)
results["numpy normals"] = np.random.randn(20_011)
line = draw(Normal(3), 90_001)
results["functions"] = nn.Sigmoid()(ops.Exp()(line) - ops.Log()(ops.Abs()(line)) * ops.Tanh()(line))
results["folds"] = np.stack([line.asnumpy().sum(), line.asnumpy().mean(), line.asnumpy().max(), line.asnumpy().var()])
mindspore.set_reference("2.x")
mindspore.set_seed(1)
results["uniform of 2.x"] = draw(HeUniform(), 300, 400)
results["normal of 2.x"] = draw(Normal(0.1), 100_003)
mindspore.set_reference("1.6")


def digest(result):
    array = result.asnumpy() if isinstance(result, Tensor) else result
    return hashlib.sha256(array.tobytes()).hexdigest()


"\n".join(f"{name}: {digest(result)}" for name, result in results.items())
