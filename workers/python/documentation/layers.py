# %% Softmax of half floats | API nn.Softmax 1.6
print(nn.Softmax()(Tensor(np.array([-1, -2, 0, 2, 1]), mindspore.float16)))
#> [0.03168 0.01166 0.0861  0.636   0.2341 ]

# %% LogSoftmax | API nn.LogSoftmax 1.6
print(nn.LogSoftmax()(Tensor(np.array([[-1.0, 4.0, -8.0], [2.0, -5.0, 9.0]]), mindspore.float32)))
#> [[-5.00672150e+00 -6.72150636e-03 -1.20067215e+01]
#>  [-7.00091219e+00 -1.40009127e+01 -9.12250078e-04]]

# %% ELU | API nn.ELU 1.6
print(nn.ELU()(Tensor(np.array([-1, -2, 0, 2, 1]), mindspore.float32)))
#> [-0.63212055 -0.86466473  0.          2.          1.        ]

# %% ReLU and ReLU6 | API nn.ReLU, nn.ReLU6 1.6
print(nn.ReLU()(Tensor(np.array([-1, 2, -3, 2, -1]), mindspore.float16)))
print(nn.ReLU6()(Tensor(np.array([-1, -2, 0, 2, 1]), mindspore.float16)))
#> [0. 2. 0. 2. 0.]
#> [0. 0. 0. 2. 1.]

# %% LeakyReLU | API nn.LeakyReLU 1.6
print(nn.LeakyReLU()(Tensor(np.array([[-1.0, 4.0, -8.0], [2.0, -5.0, 9.0]]), mindspore.float32)))
#> [[-0.2  4.  -1.6]
#>  [ 2.  -1.   9. ]]

# %% Tanh and Sigmoid of half floats | API nn.Tanh, nn.Sigmoid 1.6
print(nn.Tanh()(Tensor(np.array([1, 2, 3, 2, 1]), mindspore.float16)))
print(nn.Sigmoid()(Tensor(np.array([-1, -2, 0, 2, 1]), mindspore.float16)))
#> [0.7617 0.964  0.995  0.964  0.7617]
#> [0.269  0.1192 0.5    0.881  0.731 ]

# %% GELU | API nn.GELU 1.6
print(nn.GELU()(Tensor(np.array([[-1.0, 4.0, -8.0], [2.0, -5.0, 9.0]]), mindspore.float32)))
#> [[-1.5880801e-01  3.9999297e+00 -3.1077830e-21]
#>  [ 1.9545977e+00 -2.2917962e-07  9.0000000e+00]]

# %% PReLU | API nn.PReLU 1.6
print(nn.PReLU()(Tensor(np.array([[[[0.1, 0.6], [0.9, 0.9]]]]), mindspore.float32)))
#> [[[[0.1 0.6]
#>    [0.9 0.9]]]]

# %% LogSigmoid | API nn.LogSigmoid 1.6
print(nn.LogSigmoid()(Tensor(np.array([1.0, 2.0, 3.0]), mindspore.float32)))
#> [-0.31326166 -0.12692806 -0.04858734]

# %% HSwish and HSigmoid | API nn.HSwish, nn.HSigmoid 1.6
x = Tensor(np.array([-1, -2, 0, 2, 1]), mindspore.float16)
print(nn.HSwish()(x))
print(nn.HSigmoid()(x))
#> [-0.3333 -0.3333  0.      1.667   0.6665]
#> [0.3333 0.1666 0.5    0.8335 0.6665]

# %% SoftShrink and HShrink | API nn.SoftShrink, nn.HShrink 1.6
print(nn.SoftShrink()(Tensor(np.array([[0.5297, 0.7871, 1.1754], [0.7836, 0.6218, -1.1542]]), mindspore.float16)))
print(nn.HShrink()(Tensor(np.array([[0.5, 1, 2.0], [0.0533, 0.0776, -2.1233]]), mindspore.float32)))
#> [[ 0.02979  0.287    0.676  ]
#>  [ 0.2837   0.1216  -0.6543 ]]
#> [[ 0.      1.      2.    ]
#>  [ 0.      0.     -2.1233]]

# %% Flatten | API nn.Flatten 1.6
print(nn.Flatten()(Tensor(np.array([[[1.2, 1.2], [2.1, 2.1]], [[2.2, 2.2], [3.2, 3.2]]]), mindspore.float32)))
#> [[1.2 1.2 2.1 2.1]
#>  [2.2 2.2 3.2 3.2]]

# %% Dropout keeps the shape | API nn.Dropout 1.6
net = nn.Dropout(keep_prob=0.8)
print(net.set_train())
print(net(Tensor(np.ones([2, 2, 3]), mindspore.float32)).shape)
#> Dropout<keep_prob=0.8>
#> (2, 2, 3)

# %% Dense | API nn.Dense 1.6
print(nn.Dense(3, 4)(Tensor(np.array([[180, 234, 154], [244, 48, 247]]), mindspore.float32)).shape)
#> (2, 4)

# %% Conv2d | API nn.Conv2d 1.6
net = nn.Conv2d(12, 24, 4, has_bias=False, weight_init="normal")
print(net(Tensor(np.ones([1, 12, 64, 40]), mindspore.float32)).shape)
#> (1, 24, 64, 40)

# %% Conv2d with the string Normal | programming guide, Parameter 1.5
set_seed(1)
net = nn.Conv2d(3, 64, 3, weight_init="Normal")
output = net(Tensor(np.ones([1, 3, 16, 50], dtype=np.float32)))
print(output[:, ::63])
#> [[[[ 3.10382620e-02  4.38603461e-02  4.38603461e-02 ...  4.38603461e-02
#>      4.38603461e-02  1.38719045e-02]
#>    [ 3.26051228e-02  3.54298912e-02  3.54298912e-02 ...  3.54298912e-02
#>      3.54298912e-02 -5.54019120e-03]
#>    [ 3.26051228e-02  3.54298912e-02  3.54298912e-02 ...  3.54298912e-02
#>      3.54298912e-02 -5.54019120e-03]
#>    ...
#>    [ 3.26051228e-02  3.54298912e-02  3.54298912e-02 ...  3.54298912e-02
#>      3.54298912e-02 -5.54019120e-03]
#>    [ 3.26051228e-02  3.54298912e-02  3.54298912e-02 ...  3.54298912e-02
#>      3.54298912e-02 -5.54019120e-03]
#>    [ 9.66199022e-03  1.24104535e-02  1.24104535e-02 ...  1.24104535e-02
#>      1.24104535e-02 -1.38977719e-02]]
#>
#>   [[ 3.98553275e-02 -1.35465711e-03 -1.35465711e-03 ... -1.35465711e-03
#>     -1.35465711e-03 -1.00310734e-02]
#>    [ 4.38403059e-03 -3.60766202e-02 -3.60766202e-02 ... -3.60766202e-02
#>     -3.60766202e-02 -2.95619294e-02]
#>    [ 4.38403059e-03 -3.60766202e-02 -3.60766202e-02 ... -3.60766202e-02
#>     -3.60766202e-02 -2.95619294e-02]
#>    ...
#>    [ 4.38403059e-03 -3.60766202e-02 -3.60766202e-02 ... -3.60766202e-02
#>     -3.60766202e-02 -2.95619294e-02]
#>    [ 4.38403059e-03 -3.60766202e-02 -3.60766202e-02 ... -3.60766202e-02
#>     -3.60766202e-02 -2.95619294e-02]
#>    [ 1.33139016e-02  6.74417242e-05  6.74417242e-05 ...  6.74417242e-05
#>      6.74417242e-05 -2.27325838e-02]]]]

# %% Conv2d with Normal(0.2) | programming guide, Parameter 1.5
set_seed(1)
net = nn.Conv2d(3, 64, 3, weight_init=Normal(0.2))
output = net(Tensor(np.ones([1, 3, 16, 50], dtype=np.float32)))
for channel, row, column in [(0, 0, 0), (0, 0, 1), (0, 0, 49), (0, 1, 0), (0, 1, 1), (0, 1, 49),
                             (0, 15, 0), (0, 15, 1), (0, 15, 49), (63, 0, 0), (63, 0, 1), (63, 1, 0), (63, 1, 1)]:
    print("%.7e" % output.asnumpy()[0, channel, row, column])
#> 6.2076533e-01
#> 8.7720710e-01
#> 2.7743810e-01
#> 6.5210247e-01
#> 7.0859784e-01
#> -1.1080378e-01
#> 1.9323981e-01
#> 2.4820906e-01
#> -2.7795550e-01
#> 7.9710668e-01
#> -2.7093157e-02
#> 8.7680638e-02
#> -7.2153252e-01

# %% MaxPool2d | API nn.MaxPool2d 1.1
x = Tensor(np.array([[[[1, 5, 5, 1], [0, 3, 4, 8], [4, 2, 7, 6], [4, 9, 0, 1]],
                      [[3, 6, 2, 6], [4, 4, 7, 8], [0, 0, 4, 0], [1, 8, 7, 0]]]]), mindspore.float32)
output = nn.MaxPool2d(kernel_size=3, stride=1)(x)
print(output.shape)
print(output)
#> (1, 2, 2, 2)
#> [[[[7. 8.]
#>    [9. 9.]]
#>
#>   [[7. 8.]
#>    [8. 8.]]]]

# %% AvgPool2d | API nn.AvgPool2d 1.1
x = Tensor(np.array([[[[5, 5, 9, 9], [8, 4, 3, 0], [2, 7, 1, 2], [1, 8, 3, 3]],
                      [[6, 8, 2, 4], [3, 0, 2, 1], [0, 8, 9, 7], [2, 1, 4, 9]]]]), mindspore.float32)
print(nn.AvgPool2d(kernel_size=3, stride=1)(x))
#> [[[[4.888889  4.4444447]
#>    [4.111111  3.4444444]]
#>
#>   [[4.2222223 4.5555553]
#>    [3.2222223 4.5555553]]]]

# %% BatchNorm2d | API nn.BatchNorm2d 1.6
print(nn.BatchNorm2d(num_features=3)(Tensor(np.ones([1, 3, 2, 2]).astype(np.float32))))
#> [[[[0.999995 0.999995]
#>    [0.999995 0.999995]]
#>
#>   [[0.999995 0.999995]
#>    [0.999995 0.999995]]
#>
#>   [[0.999995 0.999995]
#>    [0.999995 0.999995]]]]

# %% LayerNorm | API nn.LayerNorm 1.6
x = Tensor(np.ones([20, 5, 10, 10]), mindspore.float32)
print(nn.LayerNorm(x.shape[1:], begin_norm_axis=1, begin_params_axis=1)(x).shape)
#> (20, 5, 10, 10)

# %% Embedding | API nn.Embedding 1.6
net = nn.Embedding(20000, 768, True)
print(net(Tensor(np.ones([8, 128]), mindspore.int32)).shape)
#> (8, 128, 768)
