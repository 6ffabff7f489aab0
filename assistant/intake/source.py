"""A file → its text and clauses, read as the library will read it."""

from dataclasses import replace
from pathlib import Path

from assistant.documents.mend import mend
from assistant.documents.outline import outline
from assistant.documents.sandbox import MEGABYTE, GivenFile, Limits, take_file, text_of
from assistant.errors import BadInput
from assistant.intake.models import Source
from assistant.settings import Settings

_FEWEST_CHARACTERS = 40


def read_document(document: Path | GivenFile, policy_id: str, settings: Settings) -> Source:
    """Read a document, in a process of its own. Raises AssistantError, in Chinese, where that fails."""
    limits = limits_of(settings)
    given = document if isinstance(document, GivenFile) else take_file(document, limits)
    return replace(as_source(text_of(given, limits), policy_id), original=given)


def limits_of(settings: Settings) -> Limits:
    """What the settings let the reading of a file cost."""
    return Limits(
        file_bytes=settings.intake_file_mb * MEGABYTE,
        text_bytes=settings.intake_text_mb * MEGABYTE,
        memory_bytes=settings.intake_memory_mb * MEGABYTE,
        processor_seconds=settings.intake_processor_seconds,
        wall_seconds=settings.intake_wall_seconds,
    )


def as_source(raw: str, policy_id: str) -> Source:
    """The text of a document as clauses. Raises BadInput where there is next to no text."""
    text = mend(raw)
    if len("".join(text.split())) < _FEWEST_CHARACTERS:
        raise BadInput("文件里几乎没有文字。请核对文件；扫描件要先做文字识别。")
    return Source(raw, text, outline(policy_id, text))
