"""The little Markdown that answers are written in, as HTML: nothing in a text can become markup."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from markupsafe import Markup, escape

_HEADING = re.compile(r"#{1,6}\s+")
_BULLET = re.compile(r"\s*[-*•]\s+")
_NUMBER = re.compile(r"\s*(\d{1,9})[.)]\s+")
_QUOTE = re.compile(r"\s*>\s?")
_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULE_LINE = re.compile(r":?-+:?$")
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def to_html(text: str) -> Markup:
    """Headings, paragraphs, lists, quotes, tables and **bold**; every other sign stays what it is.

    CommonMark would not do: beside Chinese punctuation it takes `**请留意：**晋江` for asterisks.
    """
    lines, made = text.splitlines(), Markup()
    while lines:
        block = next((block for block in _BLOCKS if block.starts.match(lines[0])), None)
        if block is None:
            del lines[0]
            continue
        taken = list(takewhile(lambda line, block=block: _block_of(line) is block, lines))  # type: ignore[misc]
        del lines[: len(taken)]
        made += block.build(taken)
    return made


def bold(text: str) -> Markup:
    """One line of it: **bold** and nothing else."""
    parts = _BOLD.split(text)
    return Markup().join(
        Markup("<strong>{}</strong>").format(part) if index % 2 else escape(part)
        for index, part in enumerate(parts)
    )


def _block_of(line: str) -> "_Block | None":
    return next((block for block in _BLOCKS if block.starts.match(line)), None)


def _headings(lines: Sequence[str]) -> Markup:
    return Markup().join(
        Markup("<h3>{}</h3>").format(bold(_HEADING.sub("", line, count=1))) for line in lines
    )


def _items(mark: re.Pattern[str], lines: Sequence[str]) -> Markup:
    return Markup().join(Markup("<li>{}</li>").format(bold(mark.sub("", line, count=1))) for line in lines)


def _bullets(lines: Sequence[str]) -> Markup:
    return Markup("<ul>{}</ul>").format(_items(_BULLET, lines))


def _numbers(lines: Sequence[str]) -> Markup:
    first = _NUMBER.match(lines[0])
    start = int(first[1]) if first else 1
    return Markup('<ol start="{}">{}</ol>').format(start, _items(_NUMBER, lines))


def _quote(lines: Sequence[str]) -> Markup:
    return Markup("<blockquote>{}</blockquote>").format(_broken([_QUOTE.sub("", line, 1) for line in lines]))


def _table(lines: Sequence[str]) -> Markup:
    rows = [[cell.strip() for cell in line.strip()[1:-1].split("|")] for line in lines]
    rows = [cells for cells in rows if not all(map(_RULE_LINE.match, cells))]
    head, body = (_rows(rows[:1], "th"), _rows(rows[1:], "td"))
    return Markup('<div class="scroll"><table><thead>{}</thead><tbody>{}</tbody></table></div>').format(
        head, body
    )


def _rows(rows: Sequence[Sequence[str]], tag: str) -> Markup:
    cell = Markup(f"<{tag}>{{}}</{tag}>")
    return Markup().join(
        Markup("<tr>{}</tr>").format(Markup().join(cell.format(bold(text)) for text in cells))
        for cells in rows
    )


def _paragraph(lines: Sequence[str]) -> Markup:
    return Markup("<p>{}</p>").format(_broken(lines))


def _broken(lines: Sequence[str]) -> Markup:
    return Markup("<br>").join(bold(line) for line in lines)


@dataclass(frozen=True)
class _Block:
    """Lines that begin in one way, and what is made of those that follow each other."""

    starts: re.Pattern[str]
    build: Callable[[Sequence[str]], Markup]


_BLOCKS = (
    _Block(_HEADING, _headings),
    _Block(_BULLET, _bullets),
    _Block(_NUMBER, _numbers),
    _Block(_QUOTE, _quote),
    _Block(_ROW, _table),
    _Block(re.compile(r".*\S"), _paragraph),
)
