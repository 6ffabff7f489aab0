"""The head of a printed table: which words can be one, and which columns its cells stand over."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from assistant.documents.labels import read_label
from assistant.documents.printed_characters import line_of, segments
from assistant.documents.printed_lines import Line, joined
from assistant.documents.tables import Cell

_LONGEST_HEAD = 24
FIGURE = re.compile(
    r"(?!(?:19|20)\d\d年)(?=.*\d)[\d.,，%％万亿元约至每人次天月年课时学个/／()（）—–\-－~～ ]{1,16}"
)
_SENTENCE = re.compile(r"[。；;：:，？！…]")
# What is printed above the part of a table on a further page.
CONTINUED = re.compile(r"[（(]?\s*续上?表.{0,20}|.{0,20}[（(]续表?[）)]")


def is_head_cell(words: str) -> bool:
    """Whether words can stand over a column: few, no figure, no label, no marks of a sentence."""
    is_words = not _SENTENCE.search(words) and not FIGURE.fullmatch(words) and read_label(words) is None
    return 0 < len(words) <= _LONGEST_HEAD and is_words


def head_of(lines: Sequence[Line], edges: Sequence[float], body: Sequence[Line]) -> list[list[Cell]] | None:
    """The rows of the head, two where a cell stands over several columns; None where a column has no head."""
    middles = _middles(body, edges)
    cells = [
        _HeadCell(line_of(group, line.page).text, at, _columns_below(group, edges, middles))
        for at, line in enumerate(lines)
        for group in segments(line)
    ]
    _spread(cells, middles, len(lines) - 1)
    over = [cell for cell in cells if len(cell.columns) > 1]
    spanned = {at for cell in over for at in cell.columns}
    upper = [
        [c.words for c in (over if at in spanned else cells) if at in c.columns] for at in range(len(middles))
    ]
    tops = _spanning([joined(words) for words in upper], spanned)
    if not all(is_head_cell(cell.text) for cell in tops):
        return None
    if not spanned:
        return [tops]
    lower = [[c.words for c in cells if c not in over and at in c.columns] for at in range(len(middles))]
    bottoms = [Cell(joined(lower[at])) if at in spanned else top for at, top in enumerate(tops)]
    return [tops, bottoms] if all(cell.text for cell in bottoms) else None


@dataclass
class _HeadCell:
    """Words in a line of the head, and the columns that they stand over."""

    words: str
    line: int
    columns: set[int]


def _columns_below(group: Sequence[Any], edges: Sequence[float], middles: Sequence[float]) -> set[int]:
    x0, x1, size = group[0]["x0"], group[-1]["x1"], group[0]["size"]
    crossed = {at + side for at, edge in enumerate(edges) if x0 + size < edge < x1 - size for side in (0, 1)}
    covered = {at for at, middle in enumerate(middles) if x0 <= middle <= x1}
    nearest = min(range(len(middles)), key=lambda at: abs(middles[at] - (x0 + x1) / 2))
    return crossed | covered or {nearest}


def _spread(cells: Sequence[_HeadCell], middles: Sequence[float], last: int) -> None:
    """What has no head above its own in the last line stands below the nearest that has one below it, too."""
    lowest = {at for cell in cells if cell.line == last for at in cell.columns}
    above = [cell for cell in cells if cell.line < last]
    led = {at for cell in above for at in cell.columns}
    for at in sorted(lowest - led):
        heads = [cell for cell in above if cell.columns & lowest]
        if heads:
            nearest = min(heads, key=lambda cell: min(abs(middles[at] - middles[c]) for c in cell.columns))
            nearest.columns.add(at)


def _spanning(words: Sequence[str], spanned: set[int]) -> list[Cell]:
    """The cells of a head's upper row, one and the same where it stands over several columns."""
    cells: list[Cell] = []
    for at, text in enumerate(words):
        same = at in spanned and at - 1 in spanned and cells[-1].text == text
        cells.append(cells[-1] if same else Cell(text))
    return cells


def _middles(body: Sequence[Line], edges: Sequence[float]) -> list[float]:
    """The middle of what stands in each column of the rows."""
    middles = []
    for low, high in pairwise((float("-inf"), *edges, float("inf"))):
        inside = [c for line in body for c in line.characters if low < (c["x0"] + c["x1"]) / 2 <= high]
        inside = [c for c in inside if c["text"].strip()]
        middles.append((min(c["x0"] for c in inside) + max(c["x1"] for c in inside)) / 2 if inside else 0.0)
    return middles
