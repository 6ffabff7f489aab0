"""Plain text."""

from assistant.documents.encodings import decode


def read(content: bytes) -> str:
    """The text as it stands. Raises Fault where its encoding cannot be told."""
    return decode(content)
