"""The labels that Chinese documents count with, as they stand at the start of a line.

附件1   附件 1   附 件              annex, alone on its line or before its title
第二章   第一节   第三条            chapter, section, article
一、                              heading
（一）   (一)                      item
1.   1．   1、                     point; 1.8万人次 is none
（1）   (1)   1）   ①              lower points
"""

import re
from dataclasses import dataclass
from enum import IntEnum

_NUMERALS = "零〇一二三四五六七八九十百"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_TITLE_LENGTH = 60


class Rank(IntEnum):
    """How high a label stands; a clause lies within the nearest one above it of a smaller rank."""

    ANNEX = 0
    CHAPTER = 1
    SECTION = 2
    ARTICLE = 3
    HEADING = 4
    ITEM = 5
    POINT = 6
    BRACKETED_POINT = 7
    HALF_BRACKETED_POINT = 8
    CIRCLED_POINT = 9


@dataclass(frozen=True)
class Label:
    """A label: `text` is how a path writes it, `length` the characters that it takes in its line."""

    rank: Rank
    number: int
    text: str
    length: int


# Each form captures the number; the template says how a path writes it.
_FORMS: tuple[tuple[Rank, re.Pattern[str], str], ...] = (
    (Rank.CHAPTER, re.compile(rf"第\s*([{_NUMERALS}]+|\d{{1,3}})\s*章\s*"), "第{}章"),
    (Rank.SECTION, re.compile(rf"第\s*([{_NUMERALS}]+|\d{{1,3}})\s*节\s*"), "第{}节"),
    (Rank.ARTICLE, re.compile(rf"第\s*([{_NUMERALS}]+|\d{{1,3}})\s*条\s*"), "第{}条"),
    (Rank.HEADING, re.compile(rf"([{_NUMERALS}]+)\s*、\s*"), "{}"),
    (Rank.ITEM, re.compile(rf"[（(]\s*([{_NUMERALS}]+)\s*[）)]\s*"), "（{}）"),
    (Rank.POINT, re.compile(r"(\d{1,2})\s*[.．、](?!\d)\s*"), "{}"),
    (Rank.BRACKETED_POINT, re.compile(r"[（(]\s*(\d{1,2})\s*[）)]\s*"), "（{}）"),
    (Rank.HALF_BRACKETED_POINT, re.compile(r"(\d{1,2})[）)]\s*"), "{}）"),
    (Rank.CIRCLED_POINT, re.compile(rf"([{_CIRCLED}])\s*"), "{}"),
)
_ANNEX = re.compile(rf"附\s?件\s*(\d{{1,2}}(?!\d)|[{_NUMERALS}]{{1,3}}(?=[\s:：]|$))?\s*([:：]?)\s*")


def read_label(line: str) -> Label | None:
    """The label that a line begins with; None where it has none, or is the row of a table."""
    if "\t" in line or not line:
        return None

    # Most lines are prose: a look at the first character spares them ten patterns.
    first = line[0]
    if not (first in "附第（(" or first in _NUMERALS or first in _CIRCLED or first.isdecimal()):
        return None
    if first == "附":
        return _read_annex(line)
    for rank, form, template in _FORMS:
        if match := form.match(line):
            printed = _plain_digits(match[1])
            return Label(rank, number_of(printed), template.format(printed), match.end())
    return None


def is_title(text: str) -> bool:
    """Whether words can be a title: short, and without the marks of a sentence."""
    return 0 < len(text) <= _TITLE_LENGTH and not re.search(r"[。；！？，,;：:\t]", text)


def number_of(numeral: str) -> int:
    """The value of 十二, ③ or 12; 0 for no numeral at all."""
    if numeral.isdecimal():
        return int(numeral)
    if numeral and numeral in _CIRCLED:
        return _CIRCLED.index(numeral) + 1
    total, digit = 0, 0
    for character in numeral:
        if character in "十百":
            total += max(digit, 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = max("零一二三四五六七八九".find(character), 0)
    return total + digit


def _read_annex(line: str) -> Label | None:
    """附件1 with its title or alone; 附件：… lists attachments and 附件1所列工种按…执行。 is prose."""
    match = _ANNEX.match(line)
    if match is None:
        return None
    number, colon, rest = match[1] or "", match[2], line[match.end() :]
    stands_alone = not rest and not (colon and not number)
    if not stands_alone and not (number and is_title(rest)):
        return None
    printed = _plain_digits(number)
    return Label(Rank.ANNEX, number_of(printed), f"附件{printed}", match.end())


def _plain_digits(numeral: str) -> str:
    return str(int(numeral)) if numeral.isdecimal() else numeral
