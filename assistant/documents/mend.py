"""Raw text → mended text: one paragraph a line; white space, markup, page numbers and contents go, no more.

Two kinds of break are mended. A text that was wrapped on paper has lines of nearly one width: a full
line runs on into the next. A text of whole paragraphs is broken only by the page: a line of prose
without an end (个人补 / 贴。) runs on. A label, a 责任单位 line and a table's row start a line of their own.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import reduce
from unicodedata import east_asian_width

from assistant.documents.labels import Label, Rank
from assistant.documents.numbering import read_labels
from assistant.documents.signs import read_sign

_PAGE_NUMBER = re.compile(r"\s*(?:[-–—－―]\s*\d{1,4}\s*[-–—－―]|第\s*\d+\s*页[\s,，/]*(?:共\s*\d+\s*页)?)\s*")
_RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*")
_HEADING_MARK = re.compile(r"^\s*#{1,6}\s+", re.MULTILINE)
_CONTENTS = re.compile(r"\s*目\s*[录次]\s*")
_PAGE_OF_ENTRY = re.compile(r"[\s.．·…⋯—_-]*\d{0,3}\s*$")
_LEADER = re.compile(r"[.．·…⋯]{3,}\s*\d{0,3}\s*$")
_END = "。！？；：!?;:"
_CLOSERS = "”’）)》】\"'"
_OPEN_ENDED = re.compile(r"(?:[、，,（(《“〔]|关于(?:印发)?|[的和及与或为对在将按第])$")
_LAST_BRACKET = re.compile(r"[（(][^（()）]*[）)]$")
_CLAUSE_MARK = re.compile("[，。；,;]")
_LONGEST_HEADING = 40
_LONGEST_CONTENTS = 200  # lines
_FIRST_LINE_INDENT = 4  # columns: a paragraph's first line is two characters shorter on paper
_NARROWEST_WRAP = 30
_FEWEST_WRAPPED_LINES = 8


def mend(raw: str) -> str:
    """The text with every paragraph and table row on one line, each ended by a line feed."""
    return reduce(lambda text, step: step(text), STEPS, raw)


def even_line_ends(text: str) -> str:
    """Every kind of line and page end becomes a line feed."""
    return "\n".join(text.splitlines())


def drop_markup(text: str) -> str:
    """Markdown's ** and leading # go, and so do lines that only draw a rule."""
    kept = (line for line in text.split("\n") if not _RULE.fullmatch(line))
    return _HEADING_MARK.sub("", "\n".join(kept).replace("**", ""))


def drop_page_numbers(text: str) -> str:
    """Lines such as - 11 - or 第 3 页 go."""
    return "\n".join(line for line in text.split("\n") if not _PAGE_NUMBER.fullmatch(line))


def drop_contents(text: str) -> str:
    """A table of contents goes: the lines behind 目录 that lead to a page, or begin a later line again."""
    lines = text.split("\n")
    begin = next((at for at, line in enumerate(lines) if _CONTENTS.fullmatch(line)), len(lines))
    end = begin + 1
    while end < min(len(lines), begin + _LONGEST_CONTENTS) and _is_entry(lines[end], lines[end + 1 :]):
        end += 1
    return "\n".join(lines[:begin] + lines[end:]) if end > begin + 1 else text


def join_broken_lines(text: str) -> str:
    """Lines that belong to one paragraph become one line; blank lines go."""
    raw_lines = [line for line in text.split("\n") if line.strip()]
    wrap = wrap_width([line.strip() for line in raw_lines if "\t" not in line])
    # A table's row keeps the tab of an empty first or last cell.
    lines = [line.strip(" \u3000\xa0") if "\t" in line else line.strip() for line in raw_lines]
    paragraphs: list[list[str]] = []
    opened_by: Label | None = None  # the label of the last paragraph
    counted: dict[Rank, int] = {}
    for raw_line, line, label in zip(raw_lines, lines, read_labels(lines), strict=True):
        indented = raw_line.startswith("\u3000\u3000")
        if paragraphs and not indented and _continues(paragraphs[-1], opened_by, line, label, counted, wrap):
            paragraphs[-1].append(line)
            continue
        paragraphs.append([line])
        opened_by = label
        if label:
            counted[label.rank] = label.number
    return "".join(reduce(_glue, paragraph) + "\n" for paragraph in paragraphs)


STEPS: tuple[Callable[[str], str], ...] = (
    even_line_ends,
    drop_markup,
    drop_page_numbers,
    drop_contents,
    join_broken_lines,
)


def wrap_width(lines: list[str]) -> int | None:
    """The width, in columns, that a text was wrapped at; None where its lines are whole paragraphs."""
    widths = [width for width in map(_columns, lines) if width >= _NARROWEST_WRAP]
    if len(widths) < _FEWEST_WRAPPED_LINES:
        return None
    common = Counter(widths).most_common(1)[0][0]
    full = sum(abs(width - common) <= 2 for width in widths)
    near = sum(abs(width - common) <= _FIRST_LINE_INDENT + 2 for width in widths)
    wider = sum(width > common + 2 * _FIRST_LINE_INDENT for width in widths)
    # Short paragraphs have few full lines, yet whole paragraphs never have so many of one width.
    many = near >= 0.6 * len(widths) or full >= 0.4 * len(widths)
    return common if many and wider <= 0.05 * len(widths) else None


def _is_entry(line: str, following: list[str]) -> bool:
    if not line.strip() or _LEADER.search(line):
        return True
    entry = "".join(_PAGE_OF_ENTRY.sub("", line).split())
    return bool(entry) and any("".join(other.split()).startswith(entry) for other in following)


def _continues(
    paragraph: list[str],
    opened_by: Label | None,
    line: str,
    label: Label | None,
    counted: dict[Rank, int],
    wrap: int | None,
) -> bool:
    """Whether a line goes on with the paragraph before it, which `opened_by` labels."""
    if "\t" in line or "\t" in paragraph[0] or read_sign(line):
        return False
    runs_on = _runs_on_wrapped(paragraph, line, wrap) if wrap else _runs_on(paragraph, opened_by)
    if label is None or not runs_on:
        return runs_on

    # 按第 / （一）项 is a reference that the page broke off, not a heading: its number is not the next one.
    # But what follows a title is always a heading.
    text = "".join(paragraph)
    if opened_by and _is_bare_heading(opened_by, text):
        return False
    is_next = label.number == counted.get(label.rank, 0) + 1
    return not is_next or (label.number == 1 and _lacks_its_end(text))


def _runs_on_wrapped(paragraph: list[str], line: str, wrap: int) -> bool:
    last = paragraph[-1]
    narrowest_first_line = wrap - _FIRST_LINE_INDENT - 2
    if _lacks_its_end("".join(paragraph)):
        return True
    if _columns(last) < (narrowest_first_line if len(paragraph) == 1 else wrap - 3):
        return False

    # A full line that ends a sentence may end its paragraph: then the next one is indented on paper, so
    # a little narrower, or it is a signature without a full stop.
    if not _ends_sentence(last):
        return True
    width = _columns(line)
    return width > wrap - 2 or (width < narrowest_first_line and _ends_sentence(line))


def _runs_on(paragraph: list[str], label: Label | None) -> bool:
    text = "".join(paragraph)
    if _lacks_its_end(text):
        return True
    if _ends_sentence(text) or read_sign(text):
        return False
    return not _is_bare_heading(label, text) if label else bool(_CLAUSE_MARK.search(text))


def _lacks_its_end(text: str) -> bool:
    """Whether a text cannot end here: an open bracket, or a word that needs another."""
    if text[-1] in _END:
        return False
    if _OPEN_ENDED.search(text):
        return True
    round_open = sum(map(text.count, "（(")) > sum(map(text.count, "）)"))
    return round_open or text.count("《") > text.count("》")


def _ends_sentence(text: str) -> bool:
    """Whether a text ends with a full stop or the like, brackets after it aside (…。（责任单位：…）)."""
    while shorter := _LAST_BRACKET.sub("", text):
        if shorter == text:
            break
        text = shorter
    return text.rstrip(_CLOSERS)[-1:] in tuple(_END)


def _is_bare_heading(label: Label, text: str) -> bool:
    """Whether a labelled text is only a title; a heading may have a comma, a point or an article not."""
    if label.rank <= Rank.ITEM and label.rank is not Rank.ARTICLE:
        return "。" not in text
    return not _CLAUSE_MARK.search(text) and len(text) <= _LONGEST_HEADING


def _glue(left: str, right: str) -> str:
    """Chinese joins without a space, two Latin words or numbers with one."""
    return f"{left} {right}" if _is_latin(left[-1]) and _is_latin(right[0]) else left + right


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _columns(line: str) -> int:
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in line)
