"""Operations as objects: made once with their settings, called with tensors."""


class Primitive:
    """An operation. `name` is what it is called in MindSpore's graphs."""

    def __init__(self, name=None):
        self.name = name or type(self).__name__

    def __repr__(self):
        return f"Prim[{self.name}]"
