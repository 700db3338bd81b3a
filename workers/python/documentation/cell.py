# %% parameters_dict | programming guide, Cell 1.5
class Net(nn.Cell):
    def __init__(self, in_channels=10, out_channels=20, kernel_size=3):
        super().__init__()
        self.conv2d = ops.Conv2D(out_channels, kernel_size)
        self.bias_add = ops.BiasAdd()
        self.weight = Parameter(initializer("normal", [out_channels, in_channels, kernel_size, kernel_size]))
    def construct(self, x):
        return self.bias_add(self.conv2d(x, self.weight), self.bias)
result = Net().parameters_dict()
print(result.keys())
print(result["weight"])
#> odict_keys(['weight'])
#> Parameter (name=weight, shape=(20, 10, 3, 3), dtype=Float32, requires_grad=True)

# %% cells_and_names | programming guide, Cell 1.6
class Net1(nn.Cell):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 64, 3, has_bias=False, weight_init="normal")
    def construct(self, x):
        return self.conv(x)
names = []
for m in Net1().cells_and_names():
    print(m)
    names.append(m[0]) if m[0] else None
print("-------names-------")
print(names)
#> ('', Net1<
#>   (conv): Conv2d<input_channels=3, output_channels=64, kernel_size=(3, 3), stride=(1, 1), pad_mode=same, padding=0, dilation=(1, 1), group=1, has_bias=False, weight_init=normal, bias_init=zeros, format=NCHW>
#>   >)
#> ('conv', Conv2d<input_channels=3, output_channels=64, kernel_size=(3, 3), stride=(1, 1), pad_mode=same, padding=0, dilation=(1, 1), group=1, has_bias=False, weight_init=normal, bias_init=zeros, format=NCHW>)
#> -------names-------
#> ['conv']

# %% set_train | programming guide, Cell 1.5
net = nn.Dropout()
net.set_train()
print(net.training)
net.set_train(False)
print(net.training)
#> True
#> False

# %% SequentialCell | API nn.SequentialCell 1.6
conv = nn.Conv2d(3, 2, 3, pad_mode="valid", weight_init="ones")
seq = nn.SequentialCell([conv, nn.ReLU()])
print(seq(Tensor(np.ones([1, 3, 4, 4]), dtype=mindspore.float32)))
#> [[[[27. 27.]
#>    [27. 27.]]
#>
#>   [[27. 27.]
#>    [27. 27.]]]]

# %% SequentialCell.append | API nn.SequentialCell 1.6
seq = nn.SequentialCell([nn.Conv2d(3, 2, 3, pad_mode="valid", weight_init="ones"), nn.BatchNorm2d(2)])
seq.append(nn.ReLU())
print(seq(Tensor(np.ones([1, 3, 4, 4]), dtype=mindspore.float32)))
#> [[[[26.999865 26.999865]
#>    [26.999865 26.999865]]
#>
#>   [[26.999865 26.999865]
#>    [26.999865 26.999865]]]]

# %% CellList | API nn.CellList 1.6
cell_ls = nn.CellList([nn.BatchNorm2d(20)])
cell_ls.insert(0, nn.Conv2d(100, 20, 3))
cell_ls.append(nn.ReLU())
print(cell_ls)
#> CellList<
#>   (0): Conv2d<input_channels=100, output_channels=20, kernel_size=(3, 3), stride=(1, 1), pad_mode=same, padding=0, dilation=(1, 1), group=1, has_bias=False, weight_init=normal, bias_init=zeros, format=NCHW>
#>   (1): BatchNorm2d<num_features=20, eps=1e-05, momentum=0.09999999999999998, gamma=Parameter (name=1.gamma, shape=(20,), dtype=Float32, requires_grad=True), beta=Parameter (name=1.beta, shape=(20,), dtype=Float32, requires_grad=True), moving_mean=Parameter (name=1.moving_mean, shape=(20,), dtype=Float32, requires_grad=False), moving_variance=Parameter (name=1.moving_variance, shape=(20,), dtype=Float32, requires_grad=False)>
#>   (2): ReLU<>
#>   >

# %% names that are only in later releases | API 2.x
ms.set_reference("2.x")
print(nn.SequentialCell([nn.Dense(2, 2), nn.ReLU()]))
print(ms.get_context("mode") == ms.PYNATIVE_MODE, ms.COOTensor.__name__)
print(nn.Dense(3, 4, dtype=ms.float16).weight.dtype, nn.Conv2d(3, 4, 3, dtype=ms.float16).weight.dtype)
ms.set_reference("1.6")
#> SequentialCell(
#>   (0): Dense(input_channels=2, output_channels=2, has_bias=True)
#>   (1): ReLU()
#> )
#> True COOTensor
#> Float16 Float16

# %% parameters_dict and name_cells print pairs | API nn.Cell 1.6
net = nn.SequentialCell([nn.Dense(2, 2, has_bias=False)])
print(net.parameters_dict())
print(net.parameters_dict().keys(), type(net.parameters_dict()))
print(net.name_cells())
print(net.cells())
#> OrderedDict([('0.weight', Parameter (name=0.weight, shape=(2, 2), dtype=Float32, requires_grad=True))])
#> odict_keys(['0.weight']) <class 'collections.OrderedDict'>
#> OrderedDict([('0', Dense<input_channels=2, output_channels=2>)])
#> odict_values([Dense<input_channels=2, output_channels=2>])

# %% parameters_dict, get_parameters and trainable_params | tutorial, Cell 1.7
class Net(nn.Cell):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(10, 20, 3, has_bias=True, weight_init="normal")
    def construct(self, x):
        return self.conv(x)
net = Net()
print("parameters_dict of result:\n", net.parameters_dict())
for m in net.get_parameters():
    print(m)
print("trainable_params of result:\n", net.trainable_params())
#> parameters_dict of result:
#>  OrderedDict([('conv.weight', Parameter (name=conv.weight, shape=(20, 10, 3, 3), dtype=Float32, requires_grad=True)), ('conv.bias', Parameter (name=conv.bias, shape=(20,), dtype=Float32, requires_grad=True))])
#> Parameter (name=conv.weight, shape=(20, 10, 3, 3), dtype=Float32, requires_grad=True)
#> Parameter (name=conv.bias, shape=(20,), dtype=Float32, requires_grad=True)
#> trainable_params of result:
#>  [Parameter (name=conv.weight, shape=(20, 10, 3, 3), dtype=Float32, requires_grad=True), Parameter (name=conv.bias, shape=(20,), dtype=Float32, requires_grad=True)]

# %% a network of dense layers shows its structure | tutorial, Model 1.8
class Network(nn.Cell):
    def __init__(self):
        super().__init__()
        self.flatten = nn.Flatten()
        self.dense_relu_sequential = nn.SequentialCell(
            nn.Dense(28 * 28, 512), nn.ReLU(), nn.Dense(512, 512), nn.ReLU(), nn.Dense(512, 10))
    def construct(self, x):
        return self.dense_relu_sequential(self.flatten(x))
model = Network()
print(repr(model))
print(model(ops.ones((1, 28, 28), mindspore.float32)).shape)
for name, param in model.parameters_and_names():
    print(f"Layer: {name} Size: {param.shape}")
print(model.dense_relu_sequential[0].bias[:2])
#> Network<
#>   (flatten): Flatten<>
#>   (dense_relu_sequential): SequentialCell<
#>     (0): Dense<input_channels=784, output_channels=512, has_bias=True>
#>     (1): ReLU<>
#>     (2): Dense<input_channels=512, output_channels=512, has_bias=True>
#>     (3): ReLU<>
#>     (4): Dense<input_channels=512, output_channels=10, has_bias=True>
#>     >
#>   >
#> (1, 10)
#> Layer: dense_relu_sequential.0.weight Size: (512, 784)
#> Layer: dense_relu_sequential.0.bias Size: (512,)
#> Layer: dense_relu_sequential.2.weight Size: (512, 512)
#> Layer: dense_relu_sequential.2.bias Size: (512,)
#> Layer: dense_relu_sequential.4.weight Size: (10, 512)
#> Layer: dense_relu_sequential.4.bias Size: (10,)
#> [0. 0.]

# %% what Dense computes in, by to_float | tutorial, Cell 1.7
x = Tensor(np.ones([2, 2, 3]), ms.float32)
print(nn.Dense(3, 2)(x).dtype)
net1 = nn.Dense(3, 2)
net1.to_float(ms.float16)
print(net1(x).dtype)
#> Float32
#> Float16

# %% Dropout keeps its input when it does not train | tutorial, Cell 1.7
net = nn.Dropout(keep_prob=0.7)
net.set_train()
kept = net(Tensor(np.ones([20, 20]), ms.float32))
print(sorted(set(kept.asnumpy().ravel().tolist()))[0], kept.max())
net.set_train(mode=False)
print(net(Tensor(np.ones([2, 2, 3]), ms.float32)))
#> 0.0 1.4285715
#> [[[1. 1. 1.]
#>   [1. 1. 1.]]
#>
#>  [[1. 1. 1.]
#>   [1. 1. 1.]]]

# %% a network of operations, x² + w | tutorial, Cell 1.7
class Net(nn.Cell):
    def __init__(self):
        super().__init__()
        self.mul = ops.Mul()
        self.add = ops.Add()
        self.weight = Parameter(Tensor(np.array([2, 2, 2]), ms.float32))
    def construct(self, x):
        return self.add(self.mul(x, x), self.weight)
print(Net()(Tensor(np.array([1, 2, 3]), ms.float32)))
#> [ 3.  6. 11.]

# %% a block of layers prints them | tutorial, Cell 1.7
class ConvBNReLU(nn.Cell):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 64, 3)
        self.bn = nn.BatchNorm2d(64)
        self.relu = nn.ReLU()
    def construct(self, x):
        return self.relu(self.bn(self.conv(x)))
print(ConvBNReLU())
#> ConvBNReLU<
#>   (conv): Conv2d<input_channels=3, output_channels=64, kernel_size=(3, 3), stride=(1, 1), pad_mode=same, padding=0, dilation=(1, 1), group=1, has_bias=False, weight_init=normal, bias_init=zeros, format=NCHW>
#>   (bn): BatchNorm2d<num_features=64, eps=1e-05, momentum=0.09999999999999998, gamma=Parameter (name=bn.gamma, shape=(64,), dtype=Float32, requires_grad=True), beta=Parameter (name=bn.beta, shape=(64,), dtype=Float32, requires_grad=True), moving_mean=Parameter (name=bn.moving_mean, shape=(64,), dtype=Float32, requires_grad=False), moving_variance=Parameter (name=bn.moving_variance, shape=(64,), dtype=Float32, requires_grad=False)>
#>   (relu): ReLU<>
#>   >

# %% a network in a CellList | tutorial, Cell 1.7
class ConvBNReLU(nn.Cell):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 64, 3)
        self.bn = nn.BatchNorm2d(64)
        self.relu = nn.ReLU()
    def construct(self, x):
        return self.relu(self.bn(self.conv(x)))
class MyNet(nn.Cell):
    def __init__(self):
        super().__init__()
        self.build_block = nn.CellList([ConvBNReLU()])
        self.build_block.append(nn.Conv2d(64, 4, 4))
        self.build_block.append(nn.ReLU())
        self.build_block.insert(-1, nn.BatchNorm2d(4))
    def construct(self, x):
        for layer in self.build_block:
            x = layer(x)
        return x
net = MyNet()
print(net)
print(net(Tensor(np.ones([1, 3, 64, 32]), ms.float32)).shape)
#> MyNet<
#>   (build_block): CellList<
#>     (0): ConvBNReLU<
#>       (conv): Conv2d<input_channels=3, output_channels=64, kernel_size=(3, 3), stride=(1, 1), pad_mode=same, padding=0, dilation=(1, 1), group=1, has_bias=False, weight_init=normal, bias_init=zeros, format=NCHW>
#>       (bn): BatchNorm2d<num_features=64, eps=1e-05, momentum=0.09999999999999998, gamma=Parameter (name=build_block.0.bn.gamma, shape=(64,), dtype=Float32, requires_grad=True), beta=Parameter (name=build_block.0.bn.beta, shape=(64,), dtype=Float32, requires_grad=True), moving_mean=Parameter (name=build_block.0.bn.moving_mean, shape=(64,), dtype=Float32, requires_grad=False), moving_variance=Parameter (name=build_block.0.bn.moving_variance, shape=(64,), dtype=Float32, requires_grad=False)>
#>       (relu): ReLU<>
#>       >
#>     (1): Conv2d<input_channels=64, output_channels=4, kernel_size=(4, 4), stride=(1, 1), pad_mode=same, padding=0, dilation=(1, 1), group=1, has_bias=False, weight_init=normal, bias_init=zeros, format=NCHW>
#>     (2): BatchNorm2d<num_features=4, eps=1e-05, momentum=0.09999999999999998, gamma=Parameter (name=build_block.2.gamma, shape=(4,), dtype=Float32, requires_grad=True), beta=Parameter (name=build_block.2.beta, shape=(4,), dtype=Float32, requires_grad=True), moving_mean=Parameter (name=build_block.2.moving_mean, shape=(4,), dtype=Float32, requires_grad=False), moving_variance=Parameter (name=build_block.2.moving_variance, shape=(4,), dtype=Float32, requires_grad=False)>
#>     (3): ReLU<>
#>     >
#>   >
#> (1, 4, 64, 32)

# %% a network in a SequentialCell | tutorial, Cell 1.7
class ConvBNReLU(nn.Cell):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 64, 3)
        self.bn = nn.BatchNorm2d(64)
        self.relu = nn.ReLU()
    def construct(self, x):
        return self.relu(self.bn(self.conv(x)))
class MyNet(nn.Cell):
    def __init__(self):
        super().__init__()
        layers = [ConvBNReLU()]
        layers.extend([nn.Conv2d(64, 4, 4), nn.BatchNorm2d(4), nn.ReLU()])
        self.build_block = nn.SequentialCell(layers)
    def construct(self, x):
        return self.build_block(x)
net = MyNet()
print(net)
print(net(Tensor(np.ones([1, 3, 64, 32]), ms.float32)).shape)
#> MyNet<
#>   (build_block): SequentialCell<
#>     (0): ConvBNReLU<
#>       (conv): Conv2d<input_channels=3, output_channels=64, kernel_size=(3, 3), stride=(1, 1), pad_mode=same, padding=0, dilation=(1, 1), group=1, has_bias=False, weight_init=normal, bias_init=zeros, format=NCHW>
#>       (bn): BatchNorm2d<num_features=64, eps=1e-05, momentum=0.09999999999999998, gamma=Parameter (name=build_block.0.bn.gamma, shape=(64,), dtype=Float32, requires_grad=True), beta=Parameter (name=build_block.0.bn.beta, shape=(64,), dtype=Float32, requires_grad=True), moving_mean=Parameter (name=build_block.0.bn.moving_mean, shape=(64,), dtype=Float32, requires_grad=False), moving_variance=Parameter (name=build_block.0.bn.moving_variance, shape=(64,), dtype=Float32, requires_grad=False)>
#>       (relu): ReLU<>
#>       >
#>     (1): Conv2d<input_channels=64, output_channels=4, kernel_size=(4, 4), stride=(1, 1), pad_mode=same, padding=0, dilation=(1, 1), group=1, has_bias=False, weight_init=normal, bias_init=zeros, format=NCHW>
#>     (2): BatchNorm2d<num_features=4, eps=1e-05, momentum=0.09999999999999998, gamma=Parameter (name=build_block.2.gamma, shape=(4,), dtype=Float32, requires_grad=True), beta=Parameter (name=build_block.2.beta, shape=(4,), dtype=Float32, requires_grad=True), moving_mean=Parameter (name=build_block.2.moving_mean, shape=(4,), dtype=Float32, requires_grad=False), moving_variance=Parameter (name=build_block.2.moving_variance, shape=(4,), dtype=Float32, requires_grad=False)>
#>     (3): ReLU<>
#>     >
#>   >
#> (1, 4, 64, 32)

# %% a network in a SequentialCell with names | tutorial, Cell 1.7
class ConvBNReLU(nn.Cell):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 64, 3)
        self.bn = nn.BatchNorm2d(64)
        self.relu = nn.ReLU()
    def construct(self, x):
        return self.relu(self.bn(self.conv(x)))
from collections import OrderedDict
class MyNet(nn.Cell):
    def __init__(self):
        super().__init__()
        layers = OrderedDict()
        layers["ConvBNReLU"] = ConvBNReLU()
        layers["conv"] = nn.Conv2d(64, 4, 4)
        layers["norm"] = nn.BatchNorm2d(4)
        layers["relu"] = nn.ReLU()
        self.build_block = nn.SequentialCell(layers)
    def construct(self, x):
        return self.build_block(x)
net = MyNet()
print(net)
#> MyNet<
#>   (build_block): SequentialCell<
#>     (ConvBNReLU): ConvBNReLU<
#>       (conv): Conv2d<input_channels=3, output_channels=64, kernel_size=(3, 3), stride=(1, 1), pad_mode=same, padding=0, dilation=(1, 1), group=1, has_bias=False, weight_init=normal, bias_init=zeros, format=NCHW>
#>       (bn): BatchNorm2d<num_features=64, eps=1e-05, momentum=0.09999999999999998, gamma=Parameter (name=build_block.ConvBNReLU.bn.gamma, shape=(64,), dtype=Float32, requires_grad=True), beta=Parameter (name=build_block.ConvBNReLU.bn.beta, shape=(64,), dtype=Float32, requires_grad=True), moving_mean=Parameter (name=build_block.ConvBNReLU.bn.moving_mean, shape=(64,), dtype=Float32, requires_grad=False), moving_variance=Parameter (name=build_block.ConvBNReLU.bn.moving_variance, shape=(64,), dtype=Float32, requires_grad=False)>
#>       (relu): ReLU<>
#>       >
#>     (conv): Conv2d<input_channels=64, output_channels=4, kernel_size=(4, 4), stride=(1, 1), pad_mode=same, padding=0, dilation=(1, 1), group=1, has_bias=False, weight_init=normal, bias_init=zeros, format=NCHW>
#>     (norm): BatchNorm2d<num_features=4, eps=1e-05, momentum=0.09999999999999998, gamma=Parameter (name=build_block.norm.gamma, shape=(4,), dtype=Float32, requires_grad=True), beta=Parameter (name=build_block.norm.beta, shape=(4,), dtype=Float32, requires_grad=True), moving_mean=Parameter (name=build_block.norm.moving_mean, shape=(4,), dtype=Float32, requires_grad=False), moving_variance=Parameter (name=build_block.norm.moving_variance, shape=(4,), dtype=Float32, requires_grad=False)>
#>     (relu): ReLU<>
#>     >
#>   >
