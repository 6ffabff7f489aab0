"""Source files as text."""

from pathlib import Path

import pytest

from assistant.documents import read_source
from assistant.errors import CorpusError

ENCODED = [
    ("一、目标".encode(), "plain UTF-8"),
    (b"\xef\xbb\xbf" + "一、目标".encode(), "with a byte order mark"),
]


@pytest.mark.parametrize(("content", "reason"), ENCODED)
def test_text(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes(content)
    assert read_source(path) == "一、目标", reason


def test_line_ends_are_left_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "source.TXT"
    path.write_bytes("一\r\n二".encode())
    assert read_source(path) == "一\r\n二"


BROKEN = [
    ("source.txt", "一、目标".encode("gb18030"), "UTF-8", "another encoding"),
    ("source.xyz", b"", "格式", "no reader for the format"),
    ("source.txt", None, "读不出来", "no such file"),
]


@pytest.mark.parametrize(("name", "content", "says", "reason"), BROKEN)
def test_what_cannot_be_read(
    tmp_path: Path, name: str, content: bytes | None, says: str, reason: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CorpusError, match=says) as error:
        read_source(path)
    assert name in str(error.value), reason
