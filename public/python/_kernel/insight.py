"""What the live names know: completions and descriptions for the editor. Offsets count characters."""


def complete(names, source, offset):
    """The border's Completion, a dictionary each, for what may stand at the offset."""
    return []


def inspect_name(names, source, offset):
    """The border's Inspection, a dictionary, of the name at the offset; None where there is none."""
    return None
