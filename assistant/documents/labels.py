"""The labels that Chinese documents count with, as they stand at the start of a line.

附件1   附件 1   附 件   附表2      annex, alone on its line or before its title
第一部分   第二编                  part
第二章   第一节   第三条            chapter, section, article; 第三条规定的补贴 is none
一、   一．                        heading
（一）   (一)   （一）、   ㈠        item; （一）、（二）项所列 is none
A.   A、                           letter; A、B类 is none
1.   1．   1、   ⒈                 point; 1.8万人次 is none
（1）   (1)   ⑴   1）   ①   a.   a）  lower points

What needs its neighbours to be told from a plain number (1.1, 1 总则) is read in numbering.py.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

_NUMERALS = "零〇一二三四五六七八九十百"
_SCALES = {"十": 10, "百": 100, "千": 1000}
# Numbers that are one character, by what they stand for.
_SIGNS = {
    "①": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "（1）": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "1.": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "（一）": "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
}
_CIRCLED = _SIGNS["①"]
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FIRST_CHARACTERS = frozenset("附第（(" + _NUMERALS + _LETTERS + _LETTERS.lower() + "".join(_SIGNS.values()))
_TITLE_LENGTH = 60
# What makes a number the name of another clause: 第三条规定的, 第一条至第三条, （一）、（二）项.
_REFERRED = rf"(?!\s*(?:[、和至及或与]?\s*第[{_NUMERALS}\d]|规定|所[列称述指]|[之的中，,、和至及]))"
_REFERRED_ITEM = rf"(?!\s*(?:[、和至及或与]\s*[（(][{_NUMERALS}]|项(?!目)|所[列称述指]))"


class Rank(IntEnum):
    """How high a label stands; a clause lies within the nearest one above it of a smaller rank."""

    ANNEX = 0
    PART = 1
    CHAPTER = 2
    SECTION = 3
    ARTICLE = 4
    HEADING = 5
    ITEM = 6
    LETTER = 7  # A
    POINT = 8
    SECOND_POINT = 9  # 1.1
    THIRD_POINT = 10  # 1.1.1
    FOURTH_POINT = 11  # 1.1.1.1
    BRACKETED_POINT = 12
    HALF_BRACKETED_POINT = 13
    CIRCLED_POINT = 14
    SMALL_LETTER = 15  # a
    BRACKETED_LETTER = 16  # a）


@dataclass(frozen=True)
class Label:
    """A label: `text` is how a path writes it, `length` the characters that it takes in its line.

    `level` says what lies in what, as a rank does; only a document that nests otherwise sets it apart.
    """

    rank: Rank
    number: int
    text: str
    length: int
    level: int = -1

    def __post_init__(self) -> None:
        if self.level < 0:
            object.__setattr__(self, "level", int(self.rank))


# Each form captures the number; the template says how a path writes it.
_ORDINAL = rf"第\s*([{_NUMERALS}]+|\d{{1,3}})\s*"
_FORMS: tuple[tuple[Rank, re.Pattern[str], str], ...] = (
    (Rank.PART, re.compile(rf"{_ORDINAL}部分{_REFERRED}[：:、]?\s*"), "第{}部分"),
    (Rank.PART, re.compile(rf"{_ORDINAL}编{_REFERRED}\s*"), "第{}编"),
    (Rank.CHAPTER, re.compile(rf"{_ORDINAL}章{_REFERRED}\s*"), "第{}章"),
    (Rank.SECTION, re.compile(rf"{_ORDINAL}节{_REFERRED}\s*"), "第{}节"),
    (Rank.ARTICLE, re.compile(rf"{_ORDINAL}条{_REFERRED}\s*"), "第{}条"),
    (Rank.HEADING, re.compile(rf"([{_NUMERALS}]+)\s*[、.．]\s*"), "{}"),
    (Rank.ITEM, re.compile(rf"[（(]\s*([{_NUMERALS}]+)\s*[）)]{_REFERRED_ITEM}\s*、?\s*"), "（{}）"),
    (Rank.ITEM, re.compile(rf"([{_SIGNS['（一）']}])\s*、?\s*"), "（{}）"),
    (Rank.POINT, re.compile(r"(\d{1,2})\s*[.．、](?!\d)\s*"), "{}"),
    (Rank.POINT, re.compile(rf"([{_SIGNS['1.']}])\s*"), "{}"),
    (Rank.BRACKETED_POINT, re.compile(r"[（(]\s*(\d{1,2})\s*[）)]\s*、?\s*"), "（{}）"),
    (Rank.BRACKETED_POINT, re.compile(rf"([{_SIGNS['（1）']}])\s*"), "（{}）"),
    (Rank.HALF_BRACKETED_POINT, re.compile(r"(\d{1,2})[）)]\s*"), "{}）"),
    (Rank.CIRCLED_POINT, re.compile(rf"([{_CIRCLED}])\s*"), "{}"),
    (Rank.LETTER, re.compile(r"([A-Z])\s*[.．、](?![A-Za-z\d])\s*"), "{}"),
    (Rank.SMALL_LETTER, re.compile(r"([a-z])\s*[.．、](?![A-Za-z\d])\s*"), "{}"),
    (Rank.BRACKETED_LETTER, re.compile(r"[（(]?\s*([a-z])\s*[）)]\s*"), "{}）"),
)
NOTE = re.compile(r"(?:备?注|说明)\s*\d*\s*[:：.．]")  # begins what stands below a table
_ANNEX = re.compile(
    rf"附\s*([件表录])\s*(\d{{1,2}}(?:[-－—]\d{{1,2}})?(?!\d)|[{_NUMERALS}]{{1,3}}(?=[\s:：]|$)|[A-Z](?![A-Za-z]))?"
    r"\s*([:：]?)\s*"
)


def read_label(line: str) -> Label | None:
    """The label that a line begins with; None where it has none, or is the row of a table."""
    if "\t" in line or not line:
        return None

    # Most lines are prose: a look at the first character spares them a dozen patterns.
    first = line[0]
    if first not in _FIRST_CHARACTERS and not first.isdecimal():
        return None
    if first == "附":
        return _read_annex(line)
    for rank, form, template in _FORMS:
        if match := form.match(line):
            printed = _plainly_written(match[1])
            return Label(rank, number_of(printed), template.format(printed), match.end())
    return None


def is_title(text: str) -> bool:
    """Whether words can be a title: short, and without the marks of a sentence."""
    return 0 < len(text) <= _TITLE_LENGTH and not re.search(r"[。；！？，,;：:\t]", text)


def number_of(numeral: str) -> int:
    """The value of 十二, ③, 12 or c; 0 for no numeral at all."""
    if numeral.isdecimal():
        return int(numeral)
    if len(numeral) == 1 and numeral.upper() in _LETTERS:
        return _LETTERS.index(numeral.upper()) + 1
    if numeral and numeral in _CIRCLED:
        return _CIRCLED.index(numeral) + 1
    total, digit = 0, 0
    for character in numeral:
        if character in _SCALES:
            total += max(digit, 1) * _SCALES[character]
            digit = 0
        else:
            digit = max("零一二三四五六七八九".find(character), 0)
    return total + digit


def _read_annex(line: str) -> Label | None:
    """附件1 with its title or alone; 附件：… lists attachments and 附件1所列工种按…执行。 is prose."""
    match = _ANNEX.match(line)
    if match is None:
        return None
    kind, number, colon, rest = match[1], match[2] or "", match[3], line[match.end() :]
    stands_alone = not rest and not (colon and not number)
    if not stands_alone and not (number and is_title(rest)):
        return None
    printed = re.sub("[－—]", "-", str(int(number)) if number.isdecimal() else number)
    return Label(Rank.ANNEX, number_of(printed), f"附{kind}{printed}", match.end())


def _plainly_written(numeral: str) -> str:
    """03 as 3, ⒊ as 3 and ㈢ as 三; ③ is how a path writes ③."""
    if numeral.isdecimal():
        return str(int(numeral))
    for sample, signs in _SIGNS.items():
        if numeral in signs and sample != "①":
            value = signs.index(numeral) + 1
            return "一二三四五六七八九十"[value - 1] if sample == "（一）" else str(value)
    return numeral
