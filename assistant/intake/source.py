"""A file → its text and clauses, read as the library will read it."""

from pathlib import Path

from assistant.documents.mend import mend
from assistant.documents.outline import outline
from assistant.documents.sandbox import read_safely
from assistant.errors import BadInput
from assistant.intake.models import Source

_FEWEST_CHARACTERS = 40


def read_document(path: Path, policy_id: str) -> Source:
    """Read a document, in a process of its own. Raises AssistantError, in Chinese, where that fails."""
    return as_source(read_safely(path), policy_id)


def as_source(raw: str, policy_id: str) -> Source:
    """The text of a document as clauses. Raises BadInput where there is next to no text."""
    text = mend(raw)
    if len("".join(text.split())) < _FEWEST_CHARACTERS:
        raise BadInput("文件里几乎没有文字。请核对文件；扫描件要先做文字识别。")
    return Source(raw, text, outline(policy_id, text))
