# %% a power, as primitive, function and operator | programming guide, operators 1.3
import mindspore.ops.operations as P
from mindspore.ops import functional as F
input_x = Tensor(np.array([1.0, 2.0, 4.0]), mindspore.float32)
input_y = 3.0
print("output =", P.Pow()(input_x, input_y))
print("output =", F.tensor_pow(input_x, input_y))
print(input_x ** input_y)
print(input_x + input_y)
#> output = [ 1.  8. 64.]
#> output = [ 1.  8. 64.]
#> [ 1.  8. 64.]
#> [4. 5. 7.]

# %% Pow of two tensors | API ops.Pow 1.2
print(ops.Pow()(Tensor(np.array([1.0, 2.0, 4.0]), mindspore.float32), Tensor(np.array([2.0, 4.0, 3.0]), mindspore.float32)))
#> [ 1. 16. 64.]

# %% Mul | programming guide, operators 1.3
x = Tensor(np.array([1.0, 2.0, 3.0]), mindspore.float32)
y = Tensor(np.array([4.0, 5.0, 6.0]), mindspore.float32)
print(ops.Mul()(x, y))
#> [ 4. 10. 18.]

# %% ACos | programming guide, operators 1.3
print(ops.ACos()(Tensor(np.array([0.74, 0.04, 0.30, 0.56]), mindspore.float32)))
#> [0.737726  1.5307857 1.2661036 0.9764105]

# %% Squeeze | programming guide, operators 1.3
print(ops.Squeeze(2)(Tensor(np.ones(shape=[3, 2, 1]), mindspore.float32)))
#> [[1. 1.]
#>  [1. 1.]
#>  [1. 1.]]

# %% MatMul | programming guide, operators 1.3
print(ops.MatMul()(Tensor(np.ones(shape=[1, 3]), mindspore.float32), Tensor(np.ones(shape=[3, 4]), mindspore.float32)))
#> [[3. 3. 3. 3.]]

# %% BroadcastTo | programming guide, operators 1.3
print(ops.BroadcastTo((2, 3))(Tensor(np.array([1, 2, 3]).astype(np.float32))))
#> [[1. 2. 3.]
#>  [1. 2. 3.]]

# %% BroadcastTo with -1 | API ops.BroadcastTo 1.8
print(ops.BroadcastTo((-1, 2))(Tensor(np.array([[1], [2]]).astype(np.float32))))
#> [[1. 1.]
#>  [2. 2.]]

# %% Conv2D of ones | programming guide, operators 1.3
conv2d = ops.Conv2D(out_channel=32, kernel_size=3)
res = conv2d(Tensor(np.ones([2, 32, 8, 8]), mindspore.float32), Tensor(np.ones([32, 32, 3, 3]), mindspore.float32))
print(res.shape, res[0, 0, 0])
#> (2, 32, 6, 6) [288. 288. 288. 288. 288. 288.]

# %% Softmax | programming guide, operators 1.3
print(ops.Softmax()(Tensor(np.array([1, 2, 3, 4, 5]), mindspore.float32)))
#> [0.01165623 0.03168492 0.08612853 0.23412164 0.63640857]

# %% LogSoftmax | API ops.LogSoftmax 1.6
print(ops.LogSoftmax()(Tensor(np.array([1, 2, 3, 4, 5]), mindspore.float32)))
#> [-4.4519143 -3.4519143 -2.4519143 -1.4519144 -0.4519144]

# %% DType, Cast and Shape | programming guide, operators 1.3
print(ops.DType()(Tensor(np.array([[2, 2], [2, 2]]), mindspore.float32)))
print(ops.Cast()(Tensor(np.random.randn(2, 3, 4, 5).astype(np.float32)), mindspore.float16).dtype)
print(ops.Shape()(Tensor(np.ones(shape=[3, 2, 1]), mindspore.float32)))
#> Float32
#> Float16
#> (3, 2, 1)

# %% OnesLike | tutorial, Tensor 1.7
x = Tensor(np.array([[0, 1], [2, 1]]).astype(np.int32))
output = ops.OnesLike()(x)
print(output)
print("input shape:", x.shape)
print("output shape:", output.shape)
#> [[1 1]
#>  [1 1]]
#> input shape: (2, 2)
#> output shape: (2, 2)

# %% Ones and Zeros | tutorial, Tensor 1.7
print(ops.Ones()((2, 2), mstype.float32))
print(ops.Zeros()((2, 2), mstype.float32))
#> [[1. 1.]
#>  [1. 1.]]
#> [[0. 0.]
#>  [0. 0.]]

# %% Concat | tutorial, Tensor 1.7
data1 = Tensor(np.array([[0, 1], [2, 3]]).astype(np.float32))
data2 = Tensor(np.array([[4, 5], [6, 7]]).astype(np.float32))
output = ops.Concat()((data1, data2))
print(output)
print("shape:\n", output.shape)
#> [[0. 1.]
#>  [2. 3.]
#>  [4. 5.]
#>  [6. 7.]]
#> shape:
#>  (4, 2)

# %% Concat along axis 1 | API ops.Concat 1.6
x = Tensor(np.array([[0, 1], [2, 1]]).astype(np.float32))
print(ops.Concat(1)((x, x)))
#> [[0. 1. 0. 1.]
#>  [2. 1. 2. 1.]]

# %% Stack | tutorial, Tensor 1.7
data1 = Tensor(np.array([[0, 1], [2, 3]]).astype(np.float32))
data2 = Tensor(np.array([[4, 5], [6, 7]]).astype(np.float32))
output = ops.Stack()([data1, data2])
print(output)
print("shape:\n", output.shape)
#> [[[0. 1.]
#>   [2. 3.]]
#>
#>  [[4. 5.]
#>   [6. 7.]]]
#> shape:
#>  (2, 2, 2)

# %% Split gives a tuple of tensors | API ops.Split 1.6
print(ops.Split(1, 2)(Tensor(np.array([[1, 1, 1, 1], [2, 2, 2, 2]]), mindspore.int32)))
#> (Tensor(shape=[2, 2], dtype=Int32, value=
#> [[1, 1],
#>  [2, 2]]), Tensor(shape=[2, 2], dtype=Int32, value=
#> [[1, 1],
#>  [2, 2]]))

# %% BatchMatMul | API ops.BatchMatMul 1.2
x = Tensor(np.ones(shape=[2, 4, 3, 1]), mindspore.float32)
y = Tensor(np.ones(shape=[2, 4, 3, 4]), mindspore.float32)
output = ops.BatchMatMul(transpose_a=True)(x, y)
print(output.shape, output[0, 0])
#> (2, 4, 1, 4) [[3. 3. 3. 3.]]

# %% CumSum | API ops.CumSum 1.2
x = Tensor(np.array([[3, 4, 6, 10], [1, 6, 7, 9], [4, 3, 8, 7], [1, 3, 7, 9]]).astype(np.float32))
print(ops.CumSum()(x, 1))
#> [[ 3.  7. 13. 23.]
#>  [ 1.  7. 14. 23.]
#>  [ 4.  7. 15. 22.]
#>  [ 1.  4. 11. 20.]]

# %% AddN in a cell | API ops.AddN 1.2
class NetAddN(nn.Cell):
    def __init__(self):
        super().__init__()
        self.addN = ops.AddN()
    def construct(self, *z):
        return self.addN(z)
x = Tensor(np.array([1, 2, 3]), mindspore.float32)
y = Tensor(np.array([4, 5, 6]), mindspore.float32)
print(NetAddN()(x, y, x, y))
#> [10. 14. 18.]

# %% AssignAdd in a cell | API ops.AssignAdd 1.2
class Net(nn.Cell):
    def __init__(self):
        super().__init__()
        self.AssignAdd = ops.AssignAdd()
        self.variable = Parameter(initializer(1, [1], mindspore.int64), name="global_step")
    def construct(self, x):
        self.AssignAdd(self.variable, x)
        return self.variable
net = Net()
print(net(Tensor(np.ones([1]).astype(np.int64) * 100)).asnumpy())
#> [101]

# %% Neg | API ops.Neg 1.6
print(ops.Neg()(Tensor(np.array([1, 2, -1, 2, 0, -3.5]), mindspore.float32)))
#> [-1.  -2.   1.  -2.  -0.   3.5]

# %% Add and Sub | API ops.Add, ops.Sub 1.2
print(ops.Add()(Tensor(np.array([1, 2, 3]).astype(np.float32)), Tensor(np.array([4, 5, 6]).astype(np.float32))))
print(ops.Sub()(Tensor(np.array([1, 2, 3]), mindspore.int32), Tensor(np.array([4, 5, 6]), mindspore.int32)))
#> [5. 7. 9.]
#> [-3 -3 -3]

# %% Square, Sqrt, Rsqrt and Reciprocal | API ops 1.2
print(ops.Square()(Tensor(np.array([1.0, 2.0, 3.0]), mindspore.float32)))
print(ops.Sqrt()(Tensor(np.array([1.0, 4.0, 9.0]), mindspore.float32)))
print(ops.Rsqrt()(Tensor([[4, 4], [9, 9]], mindspore.float32)))
print(ops.Reciprocal()(Tensor(np.array([1.0, 2.0, 4.0]), mindspore.float32)))
#> [1. 4. 9.]
#> [1. 2. 3.]
#> [[0.5        0.5       ]
#>  [0.33333334 0.33333334]]
#> [1.   0.5  0.25]

# %% Exp, Expm1, Log and Log1p | API ops 1.2
x = Tensor(np.array([1.0, 2.0, 4.0]), mindspore.float32)
print(ops.Exp()(x))
print(ops.Expm1()(Tensor(np.array([0.0, 1.0, 2.0, 4.0]), mindspore.float32)))
print(ops.Log()(x))
print(ops.Log1p()(x))
#> [ 2.7182817  7.389056  54.59815  ]
#> [ 0.         1.7182819  6.389056  53.59815  ]
#> [0.        0.6931472 1.3862944]
#> [0.6931472 1.0986123 1.609438 ]

# %% Minimum and Maximum | API ops 1.2
x = Tensor(np.array([1.0, 5.0, 3.0]), mindspore.float32)
y = Tensor(np.array([4.0, 2.0, 6.0]), mindspore.float32)
print(ops.Minimum()(x, y))
print(ops.Maximum()(x, y))
#> [1. 2. 3.]
#> [4. 5. 6.]

# %% RealDiv, Div and Mod | API ops 1.2
print(ops.RealDiv()(Tensor(np.array([1.0, 2.0, 3.0]), mindspore.float32), Tensor(np.array([4.0, 5.0, 6.0]), mindspore.float32)))
x = Tensor(np.array([-4.0, 5.0, 6.0]), mindspore.float32)
y = Tensor(np.array([3.0, 2.0, 3.0]), mindspore.float32)
print(ops.Div()(x, y))
print(ops.Mod()(x, y))
#> [0.25 0.4  0.5 ]
#> [-1.3333334  2.5        2.       ]
#> [-1.  1.  0.]

# %% FloorDiv and FloorMod | API ops 1.2
x = Tensor(np.array([2, 4, -1]), mindspore.int32)
y = Tensor(np.array([3, 3, 3]), mindspore.int32)
print(ops.FloorDiv()(x, y))
print(ops.FloorMod()(x, y))
#> [ 0  1 -1]
#> [2 1 2]

# %% Floor and Ceil | API ops 1.2
x = Tensor(np.array([1.1, 2.5, -1.5]), mindspore.float32)
print(ops.Floor()(x))
print(ops.Ceil()(x))
#> [ 1.  2. -2.]
#> [ 2.  3. -1.]

# %% hyperbolic functions | API ops 1.2
print(ops.Acosh()(Tensor(np.array([1.0, 1.5, 3.0, 100.0]), mindspore.float32)))
print(ops.Cosh()(Tensor(np.array([0.24, 0.83, 0.31, 0.09]), mindspore.float32)))
print(ops.Asinh()(Tensor(np.array([-5.0, 1.5, 3.0, 100.0]), mindspore.float32)))
print(ops.Sinh()(Tensor(np.array([0.62, 0.28, 0.43, 0.62]), mindspore.float32)))
#> [0.        0.9624236 1.7627472 5.298292 ]
#> [1.0289385 1.364684  1.048436  1.0040528]
#> [-2.3124382  1.1947632  1.8184465  5.298342 ]
#> [0.6604918  0.28367305 0.44337422 0.6604918 ]

# %% sine, cosine, tangent and back | API ops 1.6
print(ops.Sin()(Tensor(np.array([0.62, 0.28, 0.43, 0.62]), mindspore.float32)))
print(ops.Cos()(Tensor(np.array([0.24, 0.83, 0.31, 0.09]), mindspore.float32)))
print(ops.Tan()(Tensor(np.array([-1.0, 0.0, 1.0]), mindspore.float32)))
print(ops.Asin()(Tensor(np.array([0.74, 0.04, 0.30, 0.56]), mindspore.float32)))
print(ops.Atan()(Tensor(np.array([1.0, 0.0]), mindspore.float32)))
#> [0.58103514 0.27635565 0.4168708  0.58103514]
#> [0.971338   0.6748758  0.95233357 0.9959527 ]
#> [-1.5574077  0.         1.5574077]
#> [0.8330704  0.04001067 0.30469266 0.5943858 ]
#> [0.7853982 0.       ]

# %% Equal with a number and with a tensor | API ops.Equal 1.2
print(ops.Equal()(Tensor(np.array([1, 2, 3]), mindspore.float32), 2.0))
print(ops.Equal()(Tensor(np.array([1, 2, 3]), mindspore.int32), Tensor(np.array([1, 2, 4]), mindspore.int32)))
#> [False  True False]
#> [ True  True False]

# %% logic | API ops 1.6
x = Tensor(np.array([True, False, True]), mindspore.bool_)
y = Tensor(np.array([True, True, False]), mindspore.bool_)
print(ops.LogicalAnd()(x, y))
print(ops.LogicalOr()(x, y))
print(ops.LogicalNot()(x))
#> [ True False False]
#> [ True  True  True]
#> [False  True False]

# %% ExpandDims | API ops.ExpandDims 1.2
print(ops.ExpandDims()(Tensor(np.array([[2, 2], [2, 2]]), mindspore.float32), 0))
#> [[[2. 2.]
#>   [2. 2.]]]

# %% Reshape | API ops.Reshape 1.2
print(ops.Reshape()(Tensor(np.array([[-0.1, 0.3, 3.6], [0.4, 0.5, -3.2]]), mindspore.float32), (3, 2)))
#> [[-0.1  0.3]
#>  [ 3.6  0.4]
#>  [ 0.5 -3.2]]

# %% Transpose | API ops.Transpose 1.2
x = Tensor(np.array([[[1, 2, 3], [4, 5, 6]], [[7, 8, 9], [10, 11, 12]]]), mindspore.float32)
print(ops.Transpose()(x, (0, 2, 1)))
#> [[[ 1.  4.]
#>   [ 2.  5.]
#>   [ 3.  6.]]
#>
#>  [[ 7. 10.]
#>   [ 8. 11.]
#>   [ 9. 12.]]]

# %% GatherV2 | API ops.GatherV2 1.2
x = Tensor(np.array([[1, 2, 7, 42], [3, 4, 54, 22], [2, 2, 55, 3]]), mindspore.float32)
print(ops.GatherV2()(x, Tensor(np.array([1, 2]), mindspore.int32), 1))
#> [[ 2.  7.]
#>  [ 4. 54.]
#>  [ 2. 55.]]

# %% Gather with indices of two axes | API Tensor.gather 1.8
x = Tensor(np.array([1, 2, 3, 4, 5, 6, 7]), mindspore.float32)
print(ops.Gather()(x, Tensor(np.array([0, 2, 4, 2, 6]), mindspore.int32), 0))
print(ops.Gather()(x, Tensor(np.array([[0, 2], [2, 6]]), mindspore.int32), 0))
#> [1. 3. 5. 3. 7.]
#> [[1. 3.]
#>  [3. 7.]]

# %% OneHot | API ops.OneHot 1.6
on, off = Tensor(1.0, mindspore.float32), Tensor(0.0, mindspore.float32)
print(ops.OneHot()(Tensor(np.array([0, 1, 2]), mindspore.int32), 3, on, off))
#> [[1. 0. 0.]
#>  [0. 1. 0.]
#>  [0. 0. 1.]]

# %% Select | API ops.Select 1.6
print(ops.Select()(Tensor([True, False]), Tensor([2, 3], mindspore.float32), Tensor([1, 2], mindspore.float32)))
#> [2. 2.]

# %% Tile | API ops.Tile 1.6
print(ops.Tile()(Tensor(np.array([[1, 2], [3, 4]]), mindspore.float32), (2, 3)))
#> [[1. 2. 1. 2. 1. 2.]
#>  [3. 4. 3. 4. 3. 4.]
#>  [1. 2. 1. 2. 1. 2.]
#>  [3. 4. 3. 4. 3. 4.]]

# %% Fill and Eye | API ops 1.6
print(ops.Fill()(mindspore.float32, (2, 2), 1))
print(ops.Eye()(2, 2, mindspore.int32))
#> [[1. 1.]
#>  [1. 1.]]
#> [[1 0]
#>  [0 1]]

# %% Argmax | API ops.Argmax 1.6
x = Tensor(np.array([[1, 20, 5], [67, 8, 9], [130, 24, 15]]).astype(np.float32))
print(ops.Argmax(output_type=mindspore.int32)(x))
#> [1 0 0]

# %% reductions keep their axes | API ops.ReduceMean, ops.ReduceSum 1.2
x = Tensor(np.random.randn(3, 4, 5, 6).astype(np.float32))
print(ops.ReduceMean(keep_dims=True)(x, 1).shape)
print(ops.ReduceSum(keep_dims=True)(x, 1).shape)
#> (3, 1, 5, 6)
#> (3, 1, 5, 6)

# %% ReduceSum of everything and of an axis | API ops.ReduceSum 1.6
x = Tensor(np.arange(1, 10).reshape(3, 3, 1).repeat(6, 2), mindspore.float32)
op = ops.ReduceSum(keep_dims=True)
print(op(x))
print(op(x, 0))
print(op(x, 2))
#> [[[270.]]]
#> [[[12. 12. 12. 12. 12. 12.]
#>   [15. 15. 15. 15. 15. 15.]
#>   [18. 18. 18. 18. 18. 18.]]]
#> [[[ 6.]
#>   [12.]
#>   [18.]]
#>
#>  [[24.]
#>   [30.]
#>   [36.]]
#>
#>  [[42.]
#>   [48.]
#>   [54.]]]

# %% ReLU, ReLU6 and Elu | API ops 1.6
x = Tensor(np.array([[-1.0, 4.0, -8.0], [2.0, -5.0, 9.0]]), mindspore.float32)
print(ops.ReLU()(x))
print(ops.ReLU6()(x))
print(ops.Elu()(x))
#> [[0. 4. 0.]
#>  [2. 0. 9.]]
#> [[0. 4. 0.]
#>  [2. 0. 6.]]
#> [[-0.63212055  4.         -0.99966455]
#>  [ 2.         -0.99326205  9.        ]]

# %% Tanh and Sigmoid | API ops 1.6
x = Tensor(np.array([1, 2, 3, 4, 5]), mindspore.float32)
print(ops.Tanh()(x))
print(ops.Sigmoid()(x))
#> [0.7615942 0.9640276 0.9950548 0.9993293 0.9999092]
#> [0.7310586  0.880797   0.95257413 0.98201376 0.9933072 ]

# %% MaxPool and AvgPool | API ops 1.6
x = Tensor(np.arange(1 * 3 * 3 * 4).reshape((1, 3, 3, 4)), mindspore.float32)
print(ops.MaxPool(pad_mode="VALID", kernel_size=2, strides=1)(x))
print(ops.AvgPool(pad_mode="VALID", kernel_size=2, strides=1)(x))
#> [[[[ 5.  6.  7.]
#>    [ 9. 10. 11.]]
#>
#>   [[17. 18. 19.]
#>    [21. 22. 23.]]
#>
#>   [[29. 30. 31.]
#>    [33. 34. 35.]]]]
#> [[[[ 2.5  3.5  4.5]
#>    [ 6.5  7.5  8.5]]
#>
#>   [[14.5 15.5 16.5]
#>    [18.5 19.5 20.5]]
#>
#>   [[26.5 27.5 28.5]
#>    [30.5 31.5 32.5]]]]
