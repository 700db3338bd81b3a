# %% Parameters of float and int | tutorial, Parameter 1.8
x = Parameter(default_input=2.0, name="x")
y = Parameter(default_input=5.0, name="y")
z = Parameter(default_input=5, name="z", requires_grad=False)
print(type(x))
print(x, "value:", x.asnumpy())
print(y, "value:", y.asnumpy())
print(z, "value:", z.asnumpy())
#> <class 'mindspore.common.parameter.ParameterTensor'>
#> Parameter (name=x, shape=(), dtype=Float32, requires_grad=True) value: 2.0
#> Parameter (name=y, shape=(), dtype=Float32, requires_grad=True) value: 5.0
#> Parameter (name=z, shape=(), dtype=Int32, requires_grad=False) value: 5

# %% Parameter of a Tensor | tutorial, Parameter 1.8
my_tensor = Tensor(np.arange(2 * 3).reshape((2, 3)))
print(Parameter(default_input=my_tensor, name="tensor"))
#> Parameter (name=tensor, shape=(2, 3), dtype=Int64, requires_grad=True)

# %% Parameter of an initializer | tutorial, Parameter 1.8
print(Parameter(default_input=initializer("ones", [1, 2, 3], ms.float32), name="x"))
#> Parameter (name=x, shape=(1, 2, 3), dtype=Float32, requires_grad=True)

# %% data is the Parameter | tutorial, Parameter 1.8
x = Parameter(default_input=Tensor(np.arange(2 * 3).reshape((2, 3))), name="x")
print("x: ", x)
print("x.data: ", x.data)
#> x:  Parameter (name=x, shape=(2, 3), dtype=Int64, requires_grad=True)
#> x.data:  Parameter (name=x, shape=(2, 3), dtype=Int64, requires_grad=True)

# %% attributes | programming guide, Parameter 1.5
x = Parameter(default_input=Tensor(np.arange(2 * 3).reshape((2, 3))), name="x")
for name in ["name", "sliced", "is_init", "inited_param", "requires_grad", "layerwise_parallel", "data"]:
    print(name + ": ", getattr(x, name))
#> name:  x
#> sliced:  False
#> is_init:  False
#> inited_param:  None
#> requires_grad:  True
#> layerwise_parallel:  False
#> data:  Parameter (name=x, shape=(2, 3), dtype=Int64, requires_grad=True)

# %% clone, init_data and set_data | programming guide, Parameter 1.5
x = Parameter(default_input=initializer("ones", [1, 2, 3], mstype.float32))
print(x)
x_clone = x.clone()
x_clone.name = "x_clone"
print(x_clone)
print(x.init_data())
print(x.set_data(data=Tensor(np.arange(2 * 3).reshape((1, 2, 3)))))
#> Parameter (name=Parameter, shape=(1, 2, 3), dtype=Float32, requires_grad=True)
#> Parameter (name=x_clone, shape=(1, 2, 3), dtype=Float32, requires_grad=True)
#> Parameter (name=Parameter, shape=(1, 2, 3), dtype=Float32, requires_grad=True)
#> Parameter (name=Parameter, shape=(1, 2, 3), dtype=Float32, requires_grad=True)

# %% set_data with slice_shape | tutorial, Parameter 1.8
x = Parameter(Tensor(np.ones((1, 2)), ms.float32), name="x", requires_grad=True)
print(x, x.asnumpy())
y = x.set_data(Tensor(np.zeros((1, 2)), ms.float32))
print(y, y.asnumpy())
z = x.set_data(Tensor(np.ones((1, 4)), ms.float32), slice_shape=True)
print(z, z.asnumpy())
#> Parameter (name=x, shape=(1, 2), dtype=Float32, requires_grad=True) [[1. 1.]]
#> Parameter (name=x, shape=(1, 2), dtype=Float32, requires_grad=True) [[0. 0.]]
#> Parameter (name=x, shape=(1, 4), dtype=Float32, requires_grad=True) [[1. 1. 1. 1.]]

# %% init_data | tutorial, Parameter 1.8
x = Parameter(Tensor(np.ones((1, 2)), ms.float32), name="x", requires_grad=True)
print(x.init_data(), x.init_data().asnumpy())
#> Parameter (name=x, shape=(1, 2), dtype=Float32, requires_grad=True) [[1. 1.]]

# %% ParameterTuple and its clone | programming guide, Parameter 1.5
x = Parameter(default_input=Tensor(np.arange(2 * 3).reshape((2, 3))), name="x")
y = Parameter(default_input=initializer("ones", [1, 2, 3], mstype.float32), name="y")
z = Parameter(default_input=2.0, name="z")
params = ParameterTuple((x, y, z))
print(params, "\n")
print(params.clone("params_copy"))
#> (Parameter (name=x, shape=(2, 3), dtype=Int64, requires_grad=True), Parameter (name=y, shape=(1, 2, 3), dtype=Float32, requires_grad=True), Parameter (name=z, shape=(), dtype=Float32, requires_grad=True)) 
#>
#> (Parameter (name=params_copy.x, shape=(2, 3), dtype=Int64, requires_grad=True), Parameter (name=params_copy.y, shape=(1, 2, 3), dtype=Float32, requires_grad=True), Parameter (name=params_copy.z, shape=(), dtype=Float32, requires_grad=True))

# %% ParameterUpdate after a seed and a convolution | tutorial, Parameter 1.8
set_seed(1)
nn.Conv2d(3, 64, 3, weight_init="Normal")
network = nn.Dense(3, 4)
param = network.parameters_dict()["weight"]
print("Parameter:\n", param.asnumpy())
update = nn.ParameterUpdate(param)
output = update(Tensor(np.arange(12).reshape((4, 3)), ms.float32))
print("Parameter update:\n", output)
#> Parameter:
#>  [[-0.0164615  -0.01204428 -0.00813806]
#>  [-0.00270927 -0.0113328  -0.01384139]
#>  [ 0.00849093  0.00351116  0.00989969]
#>  [ 0.00233028  0.00649209 -0.0021333 ]]
#> Parameter update:
#>  [[ 0.  1.  2.]
#>  [ 3.  4.  5.]
#>  [ 6.  7.  8.]
#>  [ 9. 10. 11.]]

# %% a cell's weight is set | API mindspore.Parameter 1.6
class Net(nn.Cell):
    def __init__(self):
        super().__init__()
        self.matmul = ops.MatMul()
        self.weight = Parameter(Tensor(np.ones((1, 2)), mindspore.float32), name="w", requires_grad=True)
    def construct(self, x):
        return self.matmul(self.weight, x)
net = Net()
x = Tensor(np.ones((2, 1)), mindspore.float32)
print(net(x))
net.weight.set_data(Tensor(np.zeros((1, 2)), mindspore.float32))
print(net(x))
#> [[2.]]
#> [[0.]]

# %% names of parameters in a list | API mindspore.Parameter 1.8
class Net(nn.Cell):
    def __init__(self):
        super().__init__()
        self.param_a = Parameter(Tensor([1], ms.float32), name="name_a")
        self.param_b = Parameter(Tensor([2], ms.float32))
        self.param_list = [Parameter(Tensor([3], ms.float32)), Parameter(Tensor([4], ms.float32))]
net = Net()
print(net.param_a.name, net.param_b.name, *(p.name for p in net.param_list))
#> name_a param_b Parameter$1 Parameter$2

# %% shapes of weights and biases | programming guide, Parameter 1.5
conv_net = nn.Conv2d(in_channels=120, out_channels=240, kernel_size=4, has_bias=True, weight_init="normal")
dense_net = nn.Dense(in_channels=3, out_channels=4, weight_init="normal", bias_init="zeros", has_bias=True)
print(conv_net.weight.shape, conv_net.bias.shape)
print(dense_net.weight.shape, dense_net.bias.shape)
#> (240, 120, 4, 4) (240,)
#> (4, 3) (4,)
