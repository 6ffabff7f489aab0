"""What is wrong with a file, said by the module that reads its format."""


class Fault(Exception):
    """A file's content cannot be read: `what` is wrong, and what a person can do. Both end without a stop."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy
