"""Printed lines put together to paragraphs, by where they stand on the page.

A line goes on with the one above where the one above is full (the next word had no room in it) and it is not
indented itself.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

from assistant.documents.labels import read_label
from assistant.documents.paragraphs import INDENT, note_line
from assistant.documents.tables import Cell, print_table

_BOLDER = 1.12  # a title's size over that of the text
_LEADER = re.compile(r"[.．·…]{4,}\s*\d*$")  # of a table of contents
_OFFICE = re.compile(r"(?:局|厅|委|委员会|办公室|政府|会议|总会|总工会|院|文件)$")
# What is not parted at a line's end: a number, a bracket and what it opens, a mark and what it ends.
_TOKEN = re.compile(r"[（《“〔(]*(?:[0-9A-Za-z.%]+|.)[，。、；：！？）》”〕)]*")
ENDS = re.compile(r"[。！？；：!?;:][”’）)》】]*$")
_SEVERAL_LEVELS = re.compile(r"\d{1,2}(?:[.．]\d{1,2})+(?![\d%万亿元倍])")


@dataclass
class Line:
    """A printed line, or a row of a table."""

    text: str
    x0: float
    x1: float
    top: float
    size: float  # of its characters, in points; 0 for a table's row
    page: int
    at_edge: bool = False  # where running heads and feet stand
    column: float | None = (
        None  # of a page in two columns: how far the line was moved, to stand in the left one
    )
    characters: tuple[Any, ...] = ()  # as pdfplumber gives them
    notes: tuple[str, ...] = ()  # footnotes whose marks stand in it


@dataclass
class Grid:
    """A table on a page: its places, each with the cell that covers it."""

    rows: list[list[Cell]]
    x0: float
    x1: float
    top: float
    page: int  # where it begins
    last_page: int
    notes: tuple[str, ...] = ()  # footnotes whose marks stand in it


def write_lines(printed: Sequence[Line | Grid]) -> str:
    """The paragraphs of all pages, each on a line and marked as whole, and the rows of tables."""
    lines = [line for each in printed for line in (_rows(each) if isinstance(each, Grid) else [each])]
    prose = [line for line in lines if line.size]
    if not prose:
        return "".join(f"{line.text}\n" for line in lines)
    in_columns, across = _measures(prose)
    paragraphs: list[list[Line]] = []
    for line in lines:
        last = paragraphs[-1][-1] if paragraphs else None
        alike = last and line.size and last.size and (last.column is None) == (line.column is None)
        if alike and (across if line.column is None else in_columns).goes_on(paragraphs[-1], line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    texts: list[str] = []
    for paragraph in paragraphs:
        texts.append(joined(line.text for line in paragraph))
        texts += [note_line(note) for line in paragraph for note in line.notes]
    return "".join(f"{text}\n" if "\t" in text else f"{INDENT}{text}\n" for text in texts)


def _rows(grid: Grid) -> list[Line]:
    rows = [Line(row, grid.x0, grid.x1, grid.top, 0, grid.page) for row in print_table(grid.rows)]
    return [*rows[:-1], *(replace(row, notes=grid.notes) for row in rows[-1:])]


def _measures(lines: Sequence[Line]) -> tuple["_Measure", "_Measure"]:
    """How the columns of a document are set, and how what stands across pages is."""
    size = Counter(round(line.size) for line in lines for _ in line.text).most_common(1)[0][0]
    columns = [line for line in lines if line.column is not None]
    across = [line for line in lines if line.column is None]
    if not columns:
        return (own := _Measure.of(across, size)), own
    in_columns = _Measure.of(columns, size)
    if len(across) > len(columns):
        return in_columns, _Measure.of(across, size)
    # A title and a table's notes do not show the margins of the page: the columns do.
    return in_columns, replace(in_columns, right=in_columns.right + max(line.column or 0 for line in columns))


@dataclass(frozen=True)
class _Measure:
    """How a document is set: its margins, and the size and the distance of its lines."""

    left: float
    right: float
    size: float
    leading: float

    @classmethod
    def of(cls, lines: Sequence[Line], size: float) -> "_Measure":
        """What lines tell that are set alike; `size` is that of most of the document."""
        body = [line for line in lines if abs(line.size - size) < 1] or list(lines)
        starts = Counter(round(line.x0 / 2) for line in body)
        common = [start * 2 for start, count in starts.items() if count >= max(2, 0.03 * len(body))]
        ends = sorted(line.x1 for line in body)
        steps = [b.top - a.top for a, b in pairwise(body) if a.page == b.page and b.top > a.top]
        return cls(
            left=min(common, default=min(line.x0 for line in body)),
            right=ends[int(0.95 * (len(ends) - 1))],
            size=size,
            leading=median(steps) if steps else 2 * size,
        )

    def goes_on(self, paragraph: Sequence[Line], line: Line) -> bool:
        """Whether a line goes on with the paragraph above it."""
        last = paragraph[-1]
        if abs(last.size - line.size) > 0.08 * line.size + 0.5 or _LEADER.search(last.text):
            return False
        if last.page == line.page and line.top - last.top > 1.6 * max(self.leading, line.size):
            return False
        if self._is_title(last) and self._is_title(line):
            return not _OFFICE.search(last.text) and not line.text.startswith(("（", "("))
        em = line.size
        if paragraph[0].x0 > self.left + 5 * em:
            return False  # a signature, at the right
        token = _TOKEN.match(line.text)
        wide = sum(0.5 if c.isascii() else 1 for c in token[0]) * em if token else em
        if last.x1 + wide < self.right - 0.6 * em:
            return False  # the next word had room there: the paragraph ended
        if line.x0 <= self.left + 0.6 * em or em < paragraph[0].x0 - line.x0 < 3.5 * em:
            indented_first = paragraph[0].x0 > self.left + em
            return indented_first or not (ENDS.search(last.text) and _is_labelled(line.text))
        # A block that is indented as a whole.
        return (
            abs(line.x0 - last.x0) < 0.6 * em and not ENDS.search(last.text) and not _is_labelled(line.text)
        )

    def _is_title(self, line: Line) -> bool:
        middle = (line.x0 + line.x1) / 2 - (self.left + self.right) / 2
        return line.size >= _BOLDER * self.size and abs(middle) < 1.5 * line.size


def joined(parts: Iterable[str]) -> str:
    """Lines of one paragraph: a number that was cut (80/0元) is whole again, Latin words keep a space."""
    text = ""
    for part in parts:
        latin = text[-1:].isascii() and text[-1:].isalpha() and part[:1].isascii() and part[:1].isalpha()
        text += f" {part}" if latin else part
    return text


def _is_labelled(text: str) -> bool:
    return bool(read_label(text) or _SEVERAL_LEVELS.match(text))
