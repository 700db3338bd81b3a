# %% Tensor of float zeros | API mindspore.Tensor 1.8
t = Tensor(np.zeros([1, 2, 3]), ms.float32)
print(t)
print(type(t))
print(t.shape)
print(t.dtype)
#> [[[0. 0. 0.]
#>   [0. 0. 0.]]]
#> <class 'mindspore.common.tensor.Tensor'>
#> (1, 2, 3)
#> Float32

# %% Tensor of a float | API mindspore.Tensor 1.8
t = Tensor(0.1)
print(t, t.shape, t.dtype)
#> 0.1 () Float32

# %% Tensor of a tuple | API mindspore.Tensor 1.8
t = Tensor((1, 2))
print(t, t.shape, t.dtype)
#> [1 2] (2,) Int64

# %% Tensor with an initializer | API mindspore.Tensor 1.8
t = Tensor(shape=(1, 3), dtype=ms.float32, init=One())
print(t)
print(t.shape, t.dtype)
#> [[1. 1. 1.]]
#> (1, 3) Float32

# %% Tensors of many kinds | programming guide, Tensor 1.5
x = Tensor(np.array([[1, 2], [3, 4]]), mstype.int32)
y = Tensor(1.0, mstype.int32)
z = Tensor(2, mstype.int32)
m = Tensor(True, mstype.bool_)
n = Tensor((1, 2, 3), mstype.int16)
p = Tensor([4.0, 5.0, 6.0], mstype.float64)
q = Tensor(p, mstype.float64)
print(x, y, z, m, n, p, q, sep="\n\n")
#> [[1 2]
#>  [3 4]]
#>
#> 1
#>
#> 2
#>
#> True
#>
#> [1 2 3]
#>
#> [4. 5. 6.]
#>
#> [4. 5. 6.]

# %% operators of float tensors | programming guide, Tensor 1.5
x = Tensor(np.array([1, 2, 3]), mstype.float32)
y = Tensor(np.array([4, 5, 6]), mstype.float32)
print("add:", x + y)
print("sub:", x - y)
print("mul:", x * y)
print("div:", y / x)
print("mod:", x % y)
print("pow:", x ** 2)
print("floordiv:", y // x)
#> add: [5. 7. 9.]
#> sub: [-3. -3. -3.]
#> mul: [ 4. 10. 18.]
#> div: [4.  2.5 2. ]
#> mod: [1. 2. 3.]
#> pow: [1. 4. 9.]
#> floordiv: [4. 2. 2.]

# %% operators of int tensors | tutorial, Tensor 1.7
x = Tensor(np.array([1, 2, 3]), mstype.int32)
y = Tensor(np.array([4, 5, 6]), mstype.int32)
print("add:", x + y)
print("sub:", x - y)
print("mul:", x * y)
print("div:", y / x)
print("mod:", y % x)
print("floordiv:", y // x)
#> add: [5 7 9]
#> sub: [-3 -3 -3]
#> mul: [ 4 10 18]
#> div: [4 2 2]
#> mod: [0 1 0]
#> floordiv: [4 2 2]

# %% comparisons | programming guide, Tensor 1.5
a = Tensor(np.array([2, 2, 2]), mstype.int32)
b = Tensor(np.array([1, 2, 3]), mstype.int32)
print("equal:", a == b)
print("not equal:", a != b)
print("greater than:", a > b)
print("greater or equal:", a >= b)
print("less than:", a < b)
print("less or equal:", a <= b)
#> equal: [False  True False]
#> not equal: [ True False  True]
#> greater than: [ True False False]
#> greater or equal: [ True  True False]
#> less than: [False False  True]
#> less or equal: [False  True  True]

# %% attributes | programming guide, Tensor 1.5
x = Tensor(np.array([[1, 2], [3, 4]]), mstype.int32)
for name in ["shape", "dtype", "T", "itemsize", "nbytes", "ndim", "size", "strides"]:
    print(f"x_{name}:", getattr(x, name))
#> x_shape: (2, 2)
#> x_dtype: Int32
#> x_T: [[1 3]
#>  [2 4]]
#> x_itemsize: 4
#> x_nbytes: 16
#> x_ndim: 2
#> x_size: 4
#> x_strides: (8, 4)

# %% len, str and repr | programming guide, Tensor 1.5
t = Tensor(np.array([1, 2, 3]), mstype.int32)
print("t_len:", len(t))
print("t_str:", str(t))
print("t_repr:", repr(t))
#> t_len: 3
#> t_str: [1 2 3]
#> t_repr: Tensor(shape=[3], dtype=Int32, value= [1, 2, 3])

# %% all, any and sum | programming guide, Tensor 1.5
x = Tensor(np.array([[True, True], [False, False]]), mstype.bool_)
y = Tensor(np.array([[1., 2.], [3., 4.]]), mstype.float32)
print("x_all:", x.all())
print("x_any:", x.any())
print("x_array:", x.asnumpy())
print("y_sum_tensor:", y.sum())
#> x_all: False
#> x_any: True
#> x_array: [[ True  True]
#>  [False False]]
#> y_sum_tensor: 10.0

# %% types of array and tensor | tutorial, Tensor 1.7
arr = np.array([1, 0, 1, 0])
print(type(arr))
print(type(Tensor(arr)))
#> <class 'numpy.ndarray'>
#> <class 'mindspore.common.tensor.Tensor'>

# %% One and Normal | tutorial, Tensor 1.7
set_seed(1)
tensor1 = Tensor(shape=(2, 2), dtype=mstype.float32, init=One())
tensor2 = Tensor(shape=(2, 2), dtype=mstype.float32, init=Normal())
print("tensor1:\n", tensor1)
print("tensor2:\n", tensor2)
#> tensor1:
#>  [[1. 1.]
#>  [1. 1.]]
#> tensor2:
#>  [[-0.00128023 -0.01392901]
#>  [ 0.0130886  -0.00107818]]

# %% rows and columns | tutorial, Tensor 1.7
tensor = Tensor(np.array([[0, 1], [2, 3]]).astype(np.float32))
print("First row: {}".format(tensor[0]))
print("value of bottom right corner: {}".format(tensor[1, 1]))
print("Last column: {}".format(tensor[:, -1]))
print("First column: {}".format(tensor[..., 0]))
#> First row: [0. 1.]
#> value of bottom right corner: 3.0
#> Last column: [1. 3.]
#> First column: [0. 2.]

# %% asnumpy gives an array | tutorial, Tensor 1.7
output = ops.Zeros()((2, 2), mstype.float32)
print("output: {}".format(type(output)))
print("n_output: {}".format(type(output.asnumpy())))
#> output: <class 'mindspore.common.tensor.Tensor'>
#> n_output: <class 'numpy.ndarray'>

# %% CSRTensor.astype | tutorial, Tensor 1.7
indptr = Tensor([0, 1, 2])
indices = Tensor([0, 1])
values = Tensor([1, 2], dtype=ms.float32)
print(CSRTensor(indptr, indices, values, (2, 4)).astype(ms.float64).dtype)
#> Float64

# %% RowTensor in a cell | programming guide, Tensor 1.5
class Net(nn.Cell):
    def __init__(self, dense_shape):
        super().__init__()
        self.dense_shape = dense_shape
    def construct(self, indices, values):
        x = RowTensor(indices, values, self.dense_shape)
        return x.values, x.indices, x.dense_shape
for part in Net((3, 2))(Tensor([0]), Tensor([[1, 2]], dtype=ms.float32)):
    print(part)
#> [[1. 2.]]
#> [0]
#> (3, 2)

# %% SparseTensor in a cell | programming guide, Tensor 1.5
class Net(nn.Cell):
    def __init__(self, dense_shape):
        super().__init__()
        self.dense_shape = dense_shape
    def construct(self, indices, values):
        x = SparseTensor(indices, values, self.dense_shape)
        return x.values, x.indices, x.dense_shape
for part in Net((3, 4))(Tensor([[0, 1], [1, 2]]), Tensor([1, 2], dtype=ms.float32)):
    print(part)
#> [1. 2.]
#> [[0 1]
#>  [1 2]]
#> (3, 4)

# %% from_numpy | API mindspore.Tensor 1.8
print(Tensor.from_numpy(np.array([1, 2])))
#> [1 2]

# %% item | API mindspore.Tensor 1.6
print(Tensor(np.array([[1, 2, 3], [4, 5, 6]], dtype=np.float32)).item((0, 1)))
#> 2.0

# %% itemset | API mindspore.Tensor 1.6
x = Tensor(np.array([[1, 2, 3], [4, 5, 6]], dtype=np.float32))
print(x.itemset((0, 1), 4))
print(x)
#> [[1. 4. 3.]
#>  [4. 5. 6.]]
#> [[1. 2. 3.]
#>  [4. 5. 6.]]

# %% asnumpy shares its memory | API mindspore.Tensor 1.8
x = Tensor(np.array([1, 2], dtype=np.float32))
y = x.asnumpy()
y[0] = 11
print(x)
print(y)
#> [11.  2.]
#> [11.  2.]

# %% flush_from_cache | API mindspore.Tensor 1.8
print(Tensor(np.array([1, 2], dtype=np.float32)).flush_from_cache())
#> None

# %% all and any | API mindspore.Tensor 1.6
a = Tensor([True, True, False])
print(a.all())
print(a.any())
#> False
#> True

# %% view | API mindspore.Tensor 1.6
print(Tensor(np.array([[1, 2, 3], [2, 3, 4]], dtype=np.float32)).view((3, 2)))
#> [[1. 2.]
#>  [3. 2.]
#>  [3. 4.]]

# %% expand_as | API mindspore.Tensor 1.6
x = Tensor([1, 2, 3], dtype=mstype.float32)
print(x.expand_as(Tensor(np.ones((2, 3)), dtype=mstype.float32)))
#> [[1. 2. 3.]
#>  [1. 2. 3.]]

# %% abs | API mindspore.Tensor 1.6
print(Tensor([1.1, -2.1]).astype("float32").abs())
#> [1.1 2.1]

# %% mean | API mindspore.Tensor 1.6
print(Tensor(np.array([1, 2, 3], dtype=np.float32)).mean())
#> 2.0

# %% transpose | API mindspore.Tensor 1.6
print(Tensor(np.ones((1, 2, 3), dtype=np.float32)).transpose().shape)
#> (3, 2, 1)

# %% reshape | API mindspore.Tensor 1.6
print(Tensor([[-0.1, 0.3, 3.6], [0.4, 0.5, -3.2]], dtype=mstype.float32).reshape((3, 2)))
#> [[-0.1  0.3]
#>  [ 3.6  0.4]
#>  [ 0.5 -3.2]]

# %% ravel and flatten | API mindspore.Tensor 1.6
x = Tensor(np.ones((2, 3, 4), dtype=np.float32))
print(x.ravel().shape)
print(x.flatten().shape)
#> (24,)
#> (24,)

# %% narrow | API mindspore.Tensor 1.6
x = Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]], mindspore.int32)
print(x.narrow(0, 0, 2))
print(x.narrow(1, 1, 2))
#> [[1 2 3]
#>  [4 5 6]]
#> [[2 3]
#>  [5 6]
#>  [8 9]]

# %% swapaxes | API mindspore.Tensor 1.6
print(Tensor(np.ones((2, 3, 4), dtype=np.float32)).swapaxes(0, 2).shape)
#> (4, 3, 2)

# %% squeeze | API mindspore.Tensor 1.6
x = Tensor(np.ones((1, 2, 2), dtype=np.float32))
print(x.squeeze())
print(x.squeeze(axis=0).shape)
#> [[1. 1.]
#>  [1. 1.]]
#> (2, 2)

# %% expand_dims | API mindspore.Tensor 1.6
y = Tensor(np.ones((2, 2), dtype=np.float32)).expand_dims(axis=0)
print(y)
print(y.shape)
#> [[[1. 1.]
#>   [1. 1.]]]
#> (1, 2, 2)

# %% astype | API mindspore.Tensor 1.6
print(Tensor(np.ones((1, 2, 2, 1), dtype=np.float32)).astype("int32").dtype)
#> Int32

# %% argmax, argmin, max and min | API mindspore.Tensor 1.6
a = Tensor(np.arange(10, 16).reshape(2, 3).astype("float32"))
print(a.argmax())
print(a.argmin())
b = Tensor(np.arange(4).reshape((2, 2)).astype("float32"))
print(b.max())
print(b.min())
#> 5
#> 0
#> 3.0
#> 0.0

# %% cumsum | API mindspore.Tensor 1.6
print(Tensor(np.ones((3, 3)).astype("float32")).cumsum(axis=0))
#> [[1. 1. 1.]
#>  [2. 2. 2.]
#>  [3. 3. 3.]]

# %% copy | API mindspore.Tensor 1.6
print(Tensor(np.ones((3, 3)).astype("float32")).copy())
#> [[1. 1. 1.]
#>  [1. 1. 1.]
#>  [1. 1. 1.]]

# %% fill | API mindspore.Tensor 1.6
print(Tensor(np.arange(4).reshape((2, 2)).astype("float32")).fill(1.0))
#> [[1. 1.]
#>  [1. 1.]]

# %% masked_fill | API mindspore.Tensor 1.6
a = Tensor(np.arange(4)).astype("float32")
print(a)
print(a.masked_fill(Tensor([False, False, True, True]), 0.0))
#> [0. 1. 2. 3.]
#> [0. 1. 0. 0.]

# %% ptp | API mindspore.Tensor 1.6
x = Tensor([[4.0, 9.0, 2.0, 10.0], [6.0, 9.0, 7.0, 12.0]]).astype("float32")
print(x.ptp(axis=1))
print(x.ptp(axis=0))
#> [8. 6.]
#> [2. 0. 5. 2.]

# %% clip | API mindspore.Tensor 1.6
x = Tensor([1, 2, 3, -4, 0, 3, 2, 0]).astype("float32")
print(x.clip(0, 2))
print(x.clip(Tensor([1, 1, 1, 1, 1, 1, 1, 1]), 2))
#> [1. 2. 2. 0. 0. 2. 2. 0.]
#> [1. 2. 2. 1. 1. 2. 2. 1.]

# %% init_data | API mindspore.Tensor 1.8
print(initializer(Constant(1), [2, 2], ms.float32).init_data())
#> [[1. 1.]
#>  [1. 1.]]

# %% to_tensor | API mindspore.Tensor 1.8
print(initializer(Constant(1), [2, 2], ms.float32).to_tensor())
#> [[1. 1.]
#>  [1. 1.]]

# %% resize | API mindspore.Tensor 1.6
x = Tensor(np.array([[1, 2, 3], [4, 5, 6]], dtype=np.float32))
print(x.resize(3, 3))
print(x.resize(2, 2))
#> [[1. 2. 3.]
#>  [4. 5. 6.]
#>  [0. 0. 0.]]
#> [[1. 2.]
#>  [3. 4.]]

# %% diagonal and trace | API mindspore.Tensor 1.6
print(Tensor(np.arange(4).reshape(2, 2)).diagonal())
print(Tensor(np.eye(3, dtype=np.float32)).trace())
#> [0 3]
#> 3.0

# %% take | API mindspore.Tensor 1.6
print(Tensor(np.array([4, 3, 5, 7, 6, 8])).take(Tensor(np.array([0, 1, 4]))))
#> [4 3 6]

# %% choose | API mindspore.Tensor 1.6
choices = [[0, 1, 2, 3], [10, 11, 12, 13], [20, 21, 22, 23], [30, 31, 32, 33]]
print(Tensor(np.array([2, 3, 1, 0])).choose(choices))
#> [20 31 12  3]

# %% searchsorted | API mindspore.Tensor 1.6
print(Tensor(np.array([1, 2, 3, 4, 5])).searchsorted(3))
#> 2

# %% var and std | API mindspore.Tensor 1.6
x = Tensor(np.array([1., 2., 3., 4.], np.float32))
print(x.var())
print(x.std())
#> 1.25
#> 1.118034

# %% sum | API mindspore.Tensor 1.6
print(Tensor(np.array([-1, 0, 1]).astype(np.float32)).sum())
print(Tensor(np.arange(10).reshape(2, 5).astype(np.float32)).sum(axis=1))
#> 0.0
#> [10. 35.]

# %% repeat | API mindspore.Tensor 1.6
print(Tensor(np.array(3)).repeat(4))
x = Tensor(np.array([[1, 2], [3, 4]]))
print(x.repeat(2))
print(x.repeat(3, axis=1))
print(x.repeat([1, 2], axis=0))
#> [3 3 3 3]
#> [1 1 2 2 3 3 4 4]
#> [[1 1 1 2 2 2]
#>  [3 3 3 4 4 4]]
#> [[1 2]
#>  [3 4]
#>  [3 4]]

# %% COOTensor | tutorial, Tensor 1.7
coo_tensor = ms.COOTensor(Tensor([[0, 1], [1, 2]], dtype=ms.int32), Tensor([1, 2], dtype=ms.float32), (3, 4))
print(coo_tensor.values)
print(coo_tensor.indices)
print(coo_tensor.shape)
print(coo_tensor.astype(ms.float64).dtype)
#> [1. 2.]
#> [[0 1]
#>  [1 2]]
#> (3, 4)
#> Float64
