"""Bytes as Chinese text: which encoding they are in, or that this cannot be told.

A byte order mark decides; then strict UTF-8, which hardly any other text passes; then what the file declares
and GB18030, if the result reads as Chinese; then what charset-normalizer finds, under the same condition.
A wrong guess would be worse than none.
"""

import codecs
import re
from collections.abc import Iterator

from assistant.documents.faults import Fault

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_ELSEWHERE = ("utf-16-le", "utf-16-be", "big5hkscs")
_HANZI = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ue000-\uf8ff\ufffd]")
# Shares of a text: everyday characters among the 汉字 of Chinese; of wrongly decoded bytes some 20%.
_FEWEST_EVERYDAY = 0.8
_MOST_STRANGE = 0.001
_UTF8_WITH_FAULTS = 0.02


def decode(content: bytes, declared: str | None = None) -> str:
    """The text of a file without its byte order mark; `declared`: the encoding that the file itself names.

    Raises Fault where the encoding cannot be told, where the bytes are damaged, or are no text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding)
    try:
        return _checked(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        damaged_at = error.start
    for encoding in _candidates(content, declared):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if _reads_as_chinese(text):
            return text
    if len(_HANZI.findall(lenient := content.decode("utf-8", "replace"))) and (
        lenient.count("\ufffd") <= max(2, _UTF8_WITH_FAULTS * len(lenient))
    ):
        raise Fault(f"UTF-8 文本在第 {damaged_at} 字节处损坏", "请重新取得完整的文件")
    raise Fault("看不出文字编码，或者不是文本文件", "请用记事本打开，另存为 UTF-8 编码的文本")


def _candidates(content: bytes, declared: str | None) -> Iterator[str]:
    if declared:
        # GB2312 and GBK are named by habit; GB18030 contains them.
        yield "gb18030" if declared.lower().replace("_", "-") in ("gb2312", "gbk", "x-gbk") else declared
    yield "gb18030"
    yield from _ELSEWHERE

    from charset_normalizer import from_bytes

    best = from_bytes(content[:100_000]).best()
    if best:
        yield best.encoding


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return _checked(content.decode(encoding))
    except UnicodeDecodeError as error:
        raise Fault(
            f"{encoding.upper()} 文本在第 {error.start} 字节处损坏", "请重新取得完整的文件"
        ) from error


def _checked(text: str) -> str:
    if len(_NO_TEXT.findall(text)) > _MOST_STRANGE * len(text):
        raise Fault("里面是二进制数据，不是文本", "请核对是不是选错了文件，或者扩展名不对")
    return text


def _reads_as_chinese(text: str) -> bool:
    """Whether most 汉字 are everyday ones, simplified or traditional, and hardly anything is no text."""
    hanzi = _HANZI.findall(text)
    if not hanzi or len(_NO_TEXT.findall(text)) > _MOST_STRANGE * len(text):
        return False
    return sum(map(_is_everyday, hanzi)) >= _FEWEST_EVERYDAY * len(hanzi)


def _is_everyday(character: str) -> bool:
    """Whether a 汉字 is of the first level of GB 2312 or of Big5."""
    return any(
        first <= character.encode(encoding, "replace")[:1] <= last
        for encoding, first, last in (("gb2312", b"\xb0", b"\xd7"), ("big5", b"\xa4", b"\xc6"))
    )
