"""Finding the amounts that a text names.

800 元    100~500 万元    500 万、30 万、20 万元    8%    一千元    百分之六十
the numbers in a table's column whose head says 元: 年均所需资金 (万元)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.documents.labels import number_of

_NUMBER = r"\d+(?:[,，]\d{3})*(?:\.\d+)?"
_TIMES = {"": 1, "万": 10_000, "亿": 100_000_000}

# In a list or a range only the last number carries its unit: 分别给予 500 万、100~500 万、20 万元.
_WITH_UNIT = re.compile(
    rf"(?<![\d.])(?P<number>{_NUMBER})"
    rf"(?=\s*[万亿]?(?:\s*[、和及或至到~～—–\-]+\s*{_NUMBER}\s*[万亿]?)*\s*[元%％])"
)
_IN_CHINESE = re.compile(r"[一二两三四五六七八九十百千万亿]{2,}\s*元|百分之[一二三四五六七八九十百点\d]+")
_HEAD_IN_YUAN = re.compile(r"[（(][^（()）]*元[^（()）]*[）)]")
_ANY_NUMBER = re.compile(rf"(?<![\d.])({_NUMBER})\s*([万亿]?)")
_NUMERAL = re.compile("[一二三四五六七八九十百]+")


@dataclass(frozen=True)
class Span:
    """Where words stand in a text: text[start:end]."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Whether the other lies inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True)
class Figure:
    """An amount in a text; in a table also the head of its column."""

    span: Span
    head: Span | None = None

    def inside(self, words: Span) -> bool:
        """Whether words hold the amount, or the head that speaks for its column."""
        return words.holds(self.span) or (self.head is not None and words.holds(self.head))


def is_figure(cell: str) -> bool:
    """Whether a cell of a table holds a number and nothing else."""
    return re.fullmatch(_NUMBER, cell) is not None


def find_figures(text: str) -> tuple[Figure, ...]:
    """Every amount of money and every share (%) that a text names, numbers of persons and dates aside."""
    matches = (match for form in (_WITH_UNIT, _IN_CHINESE) for match in form.finditer(text))
    inline = (Figure(Span(match.start(), match.end())) for match in matches)
    return tuple(sorted((*inline, *_column_figures(text)), key=lambda figure: figure.span.start))


def values_in(text: str) -> frozenset[Decimal]:
    """Every number of a text, as it stands and with its 万; in a list 万 may stand at the last one only."""
    values = {Decimal(number_of(numeral)) for numeral in _NUMERAL.findall(text)}
    for number, unit in _ANY_NUMBER.findall(text):
        value = Decimal(re.sub("[,，]", "", number))
        values |= {value, value * _TIMES[unit], *([value * 10_000] if "万" in text else [])}
    return frozenset(values)


def _column_figures(text: str) -> Iterator[Figure]:
    heads: dict[int, Span] = {}
    start = 0
    for line in text.splitlines(keepends=True):
        if "\t" in line:
            cells = _cells(line, start)
            # A head may be printed again after a page break, spaced or bracketed otherwise.
            heads = {at: span for at, (cell, span) in cells.items() if _HEAD_IN_YUAN.search(cell)} or heads
            for column, head in heads.items():
                cell, span = cells.get(column, ("", head))
                if is_figure(cell):
                    yield Figure(span, head)
        start += len(line)


def _cells(line: str, start: int) -> dict[int, tuple[str, Span]]:
    """The cells of a row by column, each with where it stands in the text."""
    cells: dict[int, tuple[str, Span]] = {}
    for column, cell in enumerate(line.rstrip("\n").split("\t")):
        cells[column] = (cell.strip(), Span(start, start + len(cell)))
        start += len(cell) + 1
    return cells
