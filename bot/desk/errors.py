"""Why something that people asked for was not done."""


class RefusedError(Exception):
    """The change was not made; the message says why, in Thai, for the person to read."""


class InvalidInputError(RefusedError):
    """What was written cannot be taken as it is: whoever wrote it may write something else."""
