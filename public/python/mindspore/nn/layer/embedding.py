"""Tables of vectors. Numbers and checks: engine/nn/embedding.ts."""

from mindspore._checks import check_bool, check_int
from mindspore._door import Names, call, engine
from mindspore.common import dtype as mstype
from mindspore.common._initial import initial
from mindspore.nn.layer._twin import Layer

__all__ = ["Embedding"]

_layers = Names("nn")


class Embedding(Layer):
    """Looks up rows of a table: ids of any shape give vectors."""

    def __init__(
        self,
        vocab_size,
        embedding_size,
        use_one_hot=False,
        embedding_table="normal",
        dtype=mstype.float32,
        padding_idx=None,
    ):
        super().__init__(
            call(
                _layers.Embedding.new,
                check_int(vocab_size, "vocab_size", "Embedding"),
                check_int(embedding_size, "embedding_size", "Embedding"),
                useOneHot=check_bool(use_one_hot, "use_one_hot", "Embedding"),
                embeddingTable=initial(embedding_table),
                dtype=mstype.key_of(dtype, "dtype", "Embedding"),
                paddingIdx=None if padding_idx is None else check_int(padding_idx, "padding_idx", "Embedding"),
                random=engine.random,
            )
        )
        self.vocab_size = vocab_size
        self.embedding_size = embedding_size
        self.use_one_hot = use_one_hot
        self.dtype = dtype
        self.padding_idx = padding_idx

    def extend_repr(self):
        return self._js.extendRepr()
