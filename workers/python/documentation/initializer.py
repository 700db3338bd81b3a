# %% Tensor as init | programming guide, Initializer 1.6
weight = initializer(Tensor(np.ones([32, 3, 4, 3, 3]), dtype=mstype.float32), shape=[32, 3, 4, 3, 3])
print(weight.shape, weight.dtype, weight.sum())
#> (32, 3, 4, 3, 3) Float32 3456.0

# %% an initializer for each class of the documentation | API mindspore.common.initializer 1.6
from mindspore.common import initializer as init
for made in [init.One(), init.Zero(), init.Constant(3), init.XavierUniform(), init.HeUniform(), init.HeNormal(),
             init.Uniform(), init.Normal(), init.TruncatedNormal(), init.Orthogonal(gain=2.), init.VarianceScaling(),
             "ones", "zeros", "xavier_uniform", "he_uniform", "he_normal", "uniform", "normal", "truncatedNormal", "orthogonal"]:
    assert initializer(made, [1, 2, 3], mindspore.float32).init_data().shape == (1, 2, 3)
print(initializer(init.Identity(), [2, 3], mindspore.float32))
print(initializer("identity", [2, 3], mindspore.float32).dtype)
print(initializer(init.Dirac(groups=2), [6, 4, 3, 3], mindspore.float32).sum())
print(initializer(init.Sparse(sparsity=0.1, sigma=0.01), [5, 8], mindspore.float32).shape)
#> [[1. 0. 0.]
#>  [0. 1. 0.]]
#> Float32
#> 6.0
#> (5, 8)

# %% an initializer of one's own | tutorial, Initializer 2.0
class Twice(Initializer):
    def __init__(self, gain=1):
        super().__init__()
        self.gain = gain
    def _initialize(self, arr):
        arr[:] = self.gain * 2
net = nn.Conv2d(3, 64, 3, weight_init=Twice(3))
print(net.weight.asnumpy()[0, 0])
#> [[6. 6. 6.]
#>  [6. 6. 6.]
#>  [6. 6. 6.]]

# %% a net's parameters set one by one | tutorial, Initializer 2.0
net = nn.Conv2d(3, 64, 3, has_bias=True)
for name, param in net.parameters_and_names():
    if "weight" in name:
        param.set_data(initializer(One(), param.shape, param.dtype))
    if "bias" in name:
        param.set_data(initializer("zeros", param.shape, param.dtype))
print(net.weight.asnumpy().sum(), net.bias.asnumpy().sum())
#> 1728.0 0.0
