# %% a dtype prints its name | programming guide, dtype 1.3
print(mstype.int32)
#> Int32

# %% conversions between the three kinds of types | programming guide, dtype 1.3
print(mstype.dtype_to_nptype(mstype.int32))
print(mstype.pytype_to_dtype(int))
print(mstype.dtype_to_pytype(mstype.float64))
#> <class 'numpy.int32'>
#> Int64
#> <class 'float'>

# %% the same names at the top of the package | tutorial, Parameter 1.8
print(ms.int32)
print(ms.dtype_to_nptype(ms.int32))
print(ms.pytype_to_dtype(int))
print(ms.dtype_to_pytype(ms.float64))
#> Int32
#> <class 'numpy.int32'>
#> Int64
#> <class 'float'>
