"""Source files as text; one function per format, each noted under its suffix."""

from collections.abc import Callable
from pathlib import Path

from assistant.errors import CorpusError


def read_source(path: Path) -> str:
    """The raw text of a source file.

    Raises CorpusError where the file is missing, of a format without a reader, or not UTF-8.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise CorpusError(str(path), f"不认识的文件格式；现有：{'、'.join(READERS)}")
    try:
        return reader(path)
    except OSError as error:
        raise CorpusError(str(path), "文件读不出来") from error
    except UnicodeDecodeError as error:
        raise CorpusError(str(path), f"不是 UTF-8 文本（第 {error.start} 字节）") from error


def _read_text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig")


READERS: dict[str, Callable[[Path], str]] = {".txt": _read_text}
