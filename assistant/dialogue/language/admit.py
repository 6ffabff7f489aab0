"""Admitting what people type: text that can be read, days that a policy can have. Nothing else gets in."""

import re
import unicodedata
from datetime import date

from assistant.errors import BadInput

LONGEST_QUESTION = 2000
FIRST_YEAR, LAST_YEAR = 2000, 2100
_KEYCAP = re.compile("[0-9#*]\ufe0f?\u20e3")  # the emoji 1️⃣ is made of a digit
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def admit_question(text: str) -> str:
    """The question, with white space at its ends dropped.

    Raises BadInput where it is empty, too long, damaged, or holds neither a letter nor a digit.
    """
    admit_text(text)
    if not text.strip():
        raise BadInput("请先输入您的问题。")
    if len(text) > LONGEST_QUESTION:
        raise BadInput(f"问题太长了：最多 {LONGEST_QUESTION} 个字，您输入了 {len(text)} 个字。请分几次问。")
    if not any(unicodedata.category(sign)[0] in "LN" for sign in _KEYCAP.sub("", text)):
        raise BadInput("没有看到文字，请用文字说说您想问什么。")
    return text.strip()


def admit_text(text: str) -> str:
    """Text that can be stored and sent. Raises BadInput for half a character (a lone surrogate)."""
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise BadInput("文字里有损坏的字符，请重新输入。")
    return text


def admit_day(written: str) -> date:
    """A day written YYYY-MM-DD. Raises BadInput where there is no such day or it lies outside 2000–2100."""
    try:
        day = date.fromisoformat(written) if _DAY.fullmatch(written) else None
    except ValueError:
        day = None
    if day is None:
        raise BadInput("日期不对：请写成 2020-06-15 这样，并确认有这一天。")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadInput(f"日期超出了范围：应在 {FIRST_YEAR} 年到 {LAST_YEAR} 年之间。")
    return day
