"""Source files as text; one function per format, each noted under its suffix."""

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from assistant.documents.faults import Fault
from assistant.documents.file_kinds import unknown_suffix
from assistant.documents.radicals import whole_characters
from assistant.errors import UnreadableFile

# Suffix → the module whose `read` takes a file's content; imported only where such a file is read.
READERS = {
    ".txt": "text_file",
    ".md": "markdown_file",
    ".markdown": "markdown_file",
    ".docx": "docx_file",
    ".pdf": "pdf_file",
    ".html": "html_file",
    ".htm": "html_file",
}

# What nobody sees: zero-width characters, marks of direction, soft hyphens, control characters.
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\x00-\x08\x0e-\x1f\x7f]"
)


def read_source(path: Path) -> str:
    """The raw text of a source file, for `mend`: a line a paragraph or printed line, a table's cells by tabs.

    Numbers that a program prints by itself (Word's lists, HTML's <ol>) are written out. A paragraph that is
    known to be whole begins with two wide spaces, so that nothing is joined to it.

    Raises UnreadableFile where the file is missing, of a format without a reader, damaged, or without text.
    The file is read in this process: what comes from outside goes through `read_safely` first.
    """
    try:
        return parse(path.suffix.lower(), path.read_bytes())
    except OSError as error:
        raise UnreadableFile(path.name, "文件不存在或者打不开", "请核对路径和读取权限") from error
    except Fault as fault:
        raise UnreadableFile(path.name, fault.what, fault.remedy) from fault


def parse(suffix: str, content: bytes) -> str:
    """The raw text of a file's content, by its suffix in lower case. Raises Fault as `read_source`."""
    if suffix not in READERS:
        raise unknown_suffix(suffix)
    read: Callable[[bytes], str] = import_module(f"assistant.documents.{READERS[suffix]}").read
    text = whole_characters(_INVISIBLE.sub("", read(content)))
    if not text.strip():
        raise Fault("里面没有文字", "请核对是不是选错了文件")
    return text
