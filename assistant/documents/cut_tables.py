"""Ruled tables that a page break cuts, whole again: the head once, and a row that was cut as one row."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.documents.printed_lines import Grid, Line, joined
from assistant.documents.table_heads import CONTINUED
from assistant.documents.tables import Cell

_SAME_EDGE = 6.0  # points
_FIGURE = re.compile(r"[\d.,，%％万元/／—－-]+")

Row = list[Cell]


def joined_tables(flow: Sequence[Line | Grid]) -> list[Line | Grid]:
    """What is printed, a table at the head of a page put to the one of its shape at the foot of the last."""
    found: list[Line | Grid] = []
    for at, each in enumerate(flow):
        goes_on = at + 1 < len(flow) and isinstance(each, Line) and CONTINUED.fullmatch(each.text)
        if goes_on and found and isinstance(found[-1], Grid) and isinstance(flow[at + 1], Grid):
            continue
        last = found[-1] if found else None
        if isinstance(each, Grid) and isinstance(last, Grid) and _are_one(last, each):
            rows, notes = _joined_rows(last.rows, each.rows), last.notes + each.notes
            found[-1] = replace(last, rows=rows, last_page=each.last_page, notes=notes)
        else:
            found.append(each)
    return found


def _are_one(upper: Grid, lower: Grid) -> bool:
    same_edges = abs(upper.x0 - lower.x0) < _SAME_EDGE and abs(upper.x1 - lower.x1) < _SAME_EDGE
    return lower.page == upper.last_page + 1 and same_edges and len(upper.rows[0]) == len(lower.rows[0])


def _joined_rows(upper: list[Row], lower: list[Row]) -> list[Row]:
    again = 0
    while again < min(len(upper), len(lower)) and _words(upper[again]) == _words(lower[again]):
        again += 1
    rest = lower[again:]
    if not rest:
        return upper
    if _is_cut(upper, rest[0]):
        whole = {
            above: Cell(joined((above.text, below.text)))
            for above, below in zip(upper[-1], rest[0], strict=True)
            if below.text
        }
        # A cell that is merged with those above it goes on in all of its places.
        return [*([whole.get(cell, cell) for cell in row] for row in upper), *rest[1:]]
    return [*upper, *_with_merged(upper[-1], rest)]


def _is_cut(upper: list[Row], row: Row) -> bool:
    """Whether a row goes on with the one above: it lacks a cell that every row has, and adds no figure."""
    above = upper[-1]
    if any(_is_figure(a) and _is_figure(b) for a, b in zip(above, row, strict=True)):
        return False
    lacking = [at for at, cell in enumerate(row) if not cell.text and all(other[at].text for other in upper)]
    led = next((at for at, cell in enumerate(row) if cell.text), len(row))
    counted = all(_is_figure(other[0]) for other in upper[1:])
    return any(at >= led for at in lacking) or (0 in lacking and counted and len(upper) > 1)


def _with_merged(above: Row, rows: list[Row]) -> list[Row]:
    """Rows whose first cells are empty, for they are merged with those before the page break."""
    led = next((at for at, cell in enumerate(rows[0]) if cell.text), 0)
    empty = set(rows[0][:led])
    filled: list[Row] = []
    for row in rows:
        if empty and not empty.issuperset(row[:led]):
            empty = set()
        filled.append([*above[:led], *row[led:]] if empty else row)
    return filled


def _is_figure(cell: Cell) -> bool:
    return bool(_FIGURE.fullmatch(cell.text))


def _words(row: Row) -> list[str]:
    return ["".join(cell.text.split()) for cell in row]
