"""Normalisation. Numbers and checks: engine/nn/batchNorm2d.ts, engine/nn/layerNorm.ts."""

from mindspore._checks import check_bool, check_int, check_number, got
from mindspore._door import Names, call, engine, items
from mindspore.common._initial import initial
from mindspore.nn.layer._twin import Layer

__all__ = ["BatchNorm2d", "LayerNorm"]

_layers = Names("nn")


class BatchNorm2d(Layer):
    """Brings every channel of a batch of images to mean 0 and variance 1, then scales and shifts it."""

    def __init__(
        self,
        num_features,
        eps=1e-5,
        momentum=0.9,
        affine=True,
        gamma_init="ones",
        beta_init="zeros",
        moving_mean_init="zeros",
        moving_var_init="ones",
        use_batch_statistics=None,
        data_format="NCHW",
    ):
        if use_batch_statistics is not None:
            check_bool(use_batch_statistics, "use_batch_statistics", "BatchNorm2d")
        if data_format != "NCHW":
            raise ValueError(f"For 'BatchNorm2d', the 'data_format' must be 'NCHW' on CPU, {got(data_format)}.")
        super().__init__(
            call(
                _layers.BatchNorm2d.new,
                check_int(num_features, "num_features", "BatchNorm2d"),
                eps=float(check_number(eps, "eps", "BatchNorm2d")),
                momentum=float(check_number(momentum, "momentum", "BatchNorm2d")),
                affine=check_bool(affine, "affine", "BatchNorm2d"),
                gammaInit=initial(gamma_init),
                betaInit=initial(beta_init),
                movingMeanInit=initial(moving_mean_init),
                movingVarInit=initial(moving_var_init),
                useBatchStatistics=use_batch_statistics,
                random=engine.random,
            )
        )
        self.num_features = num_features
        self.eps = eps
        self.momentum = self._js.momentum
        self.use_batch_statistics = use_batch_statistics

    def extend_repr(self):
        return self._js.extendRepr()


class LayerNorm(Layer):
    """Brings the trailing axes of each sample to mean 0 and variance 1, then scales and shifts them."""

    def __init__(
        self,
        normalized_shape,
        begin_norm_axis=-1,
        begin_params_axis=-1,
        gamma_init="ones",
        beta_init="zeros",
        epsilon=1e-7,
    ):
        if not isinstance(normalized_shape, (tuple, list)):
            raise TypeError(f"For 'LayerNorm', the 'normalized_shape' must be tuple or list, {got(normalized_shape)}.")
        lengths = [check_int(length, "normalized_shape", "LayerNorm") for length in normalized_shape]
        super().__init__(
            call(
                _layers.LayerNorm.new,
                items(lengths),
                beginNormAxis=check_int(begin_norm_axis, "begin_norm_axis", "LayerNorm"),
                beginParamsAxis=check_int(begin_params_axis, "begin_params_axis", "LayerNorm"),
                gammaInit=initial(gamma_init),
                betaInit=initial(beta_init),
                epsilon=float(check_number(epsilon, "epsilon", "LayerNorm")),
                random=engine.random,
            )
        )
        self.normalized_shape = tuple(normalized_shape)
        self.begin_norm_axis = begin_norm_axis
        self.begin_params_axis = begin_params_axis
        self.epsilon = epsilon

    def extend_repr(self):
        return self._js.extendRepr()
