"""Tables printed without ruled lines: columns that stay free of words over several lines, below a head.

Prose is never taken for one. A table has a head without figures or marks of a sentence, a cell of it over
every column, and below it lines with a figure in one and the same column: each is of another row, and
lines without a figure there go on with the cells of a row. A table without figures has three columns or more,
a head in the words that heads have (责任单位, 时限), and rows that stand apart.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.documents.labels import NOTE, read_label
from assistant.documents.printed_characters import line_of, segments
from assistant.documents.printed_lines import ENDS, Grid, Line, joined
from assistant.documents.table_heads import CONTINUED, FIGURE, head_of, is_head_cell
from assistant.documents.tables import Cell

_NARROWEST = 0.5  # characters: what parts two columns
_FARTHEST = 4.0  # characters, from one line to the next
_TIGHT = 1.7  # characters, from one line of a cell to the next
_CLEARLY = 1.15  # times the nearest lines: how far apart two rows are
_HEAD_LINES = 3
_MOSTLY = 0.8  # of a column's cells
_HEAD_WORD = re.compile(
    "序号|名称|单位|部门|机构|地区|项目|内容|任务|措施|要求|事项|类别|类型|等级|工种|职业|对象|条件|标准|方式|材料|时限|时间|期限|进度"
    "|依据|备注|姓名|电话|地址"
)

Span = tuple[float, float]


@dataclass
class _Printed:
    """Lines that may be of one table, with what stands in each of its columns."""

    lines: list[Line]
    cells: list[list[str]]

    def step(self, at: int) -> float | None:
        """How far the next line is; None where the page, or a column of it, ends between them."""
        upper, lower = self.lines[at], self.lines[at + 1]
        return lower.top - upper.top if _is_below(upper, lower) else None


def with_plain_tables(flow: Sequence[Line | Grid]) -> list[Line | Grid]:
    """What is printed, in its order, with the lines that make a table put together to it."""
    found: list[Line | Grid] = []
    at = 0
    while at < len(flow):
        grid, taken = _table(*_candidate(flow, at))
        found.append(grid or flow[at])
        at += taken or 1
    return found


def heads_a_table(line: Line, below: Line | Grid) -> bool:
    """Whether a line that every page begins with is no running head: a row of a table stands below it."""
    if isinstance(below, Grid) or not _is_head(line) or len(segments(below)) != len(segments(line)):
        return False
    return all(_free(gap, below) for gap in _gaps(line))


def _candidate(flow: Sequence[Line | Grid], at: int) -> tuple[list[Line], list[Span]]:
    """The lines from a place on that leave the same gaps free, and these gaps; none below what is no head."""
    opening: list[Line] = []
    for each in flow[at : at + _HEAD_LINES + 1]:
        if isinstance(each, Grid):
            break
        opening.append(each)
    if not opening or not _is_head(opening[0]):
        return [], []
    widest = max(opening, key=lambda line: len(segments(line)))
    gaps = _gaps(widest)
    lines: list[Line] = []
    for each in flow[at:]:
        if isinstance(each, Grid) or not _goes_on(lines, each):
            break
        free = [part for gap in gaps for part in _free(gap, each)]
        below = widest in lines or each is widest
        if below and not CONTINUED.fullmatch(each.text):
            if len(free) != len(gaps):
                break
            gaps = free
        lines.append(each)
    return lines, gaps


def _is_head(line: Line) -> bool:
    cells = ["".join(c["text"] for c in group) for group in segments(line)]
    return len(cells) > 1 and all(map(is_head_cell, cells))


def _goes_on(lines: Sequence[Line], line: Line) -> bool:
    if not lines:
        return True
    last = lines[-1]
    alike = (line.column is None) == (last.column is None) and abs(line.size - lines[0].size) < 1.5
    near = (
        line.top - last.top <= _FARTHEST * line.size if _is_below(last, line) else line.page - last.page < 2
    )
    return alike and near and read_label(line.text) is None and not NOTE.match(line.text)


def _is_below(upper: Line, lower: Line) -> bool:
    return upper.page == lower.page and lower.top > upper.top


def _gaps(line: Line) -> list[Span]:
    return [(left[-1]["x1"], right[0]["x0"]) for left, right in pairwise(segments(line))]


def _free(gap: Span, line: Line) -> list[Span]:
    """The parts of a gap in which a line has no words."""
    edges = [gap[0]]
    for group in segments(line):
        x0, x1 = group[0]["x0"], group[-1]["x1"]
        if x0 < gap[1] and x1 > gap[0]:
            edges += [max(x0, gap[0]), min(x1, gap[1])]
    edges.append(gap[1])
    parts = zip(edges[::2], edges[1::2], strict=True)
    return [(low, high) for low, high in parts if high - low >= _NARROWEST * line.size]


def _table(lines: list[Line], gaps: list[Span]) -> tuple[Grid | None, int]:
    """The table that lines begin with, and how many of them it takes; None and 0 where they are none."""
    edges = [(low + high) / 2 for low, high in gaps]
    printed = _without_repeated_heads(_Printed(lines, [_cells(line, edges) for line in lines]))
    anchors = (_anchors(printed.cells) or _complete_lines(printed)) if len(printed.lines) > 2 else []
    if len(anchors) < (3 if len(edges) == 1 else 2):
        return None, 0
    begins = [_begin(printed, above, anchor) for above, anchor in pairwise((0, *anchors))]
    end = _end(printed, anchors[-1])
    head = head_of(printed.lines[: begins[0]], edges, printed.lines[begins[0] : end])
    if head is None:
        return None, 0
    body = [_row(printed.cells[start:stop]) for start, stop in pairwise((*begins, end))]
    last = printed.lines[end - 1]
    taken = next(at for at, line in enumerate(lines, 1) if line is last)
    x0, x1 = min(line.x0 for line in lines[:taken]), max(line.x1 for line in lines[:taken])
    notes = tuple(note for line in lines[:taken] for note in line.notes)
    return Grid([*head, *body], x0, x1, lines[0].top, lines[0].page, last.page, notes), taken


def _cells(line: Line, edges: Sequence[float]) -> list[str]:
    cells = []
    for low, high in pairwise((float("-inf"), *edges, float("inf"))):
        inside = [c for c in line.characters if low < (c["x0"] + c["x1"]) / 2 <= high]
        cells.append(line_of(inside, line.page).text if inside else "")
    return cells


def _row(lines: Sequence[Sequence[str]]) -> list[Cell]:
    return [Cell(joined(column)) for column in zip(*lines, strict=True)]


def _without_repeated_heads(printed: _Printed) -> _Printed:
    """Without the head where it is printed again on the next page, and without 续表."""
    kept = _Printed([], [])
    again: int | None = None  # the line of the head that may come again next
    for line, cells in zip(printed.lines, printed.cells, strict=True):
        if CONTINUED.fullmatch(line.text):
            continue
        if kept.lines and not _is_below(kept.lines[-1], line) and again is None:
            again = 0
        if again is not None and again < len(kept.cells) and _squeezed(cells) == _squeezed(kept.cells[again]):
            again += 1
            continue
        again = None
        kept.lines.append(line)
        kept.cells.append(cells)
    return kept


def _squeezed(cells: Sequence[str]) -> list[str]:
    return ["".join(cell.split()) for cell in cells]


def _anchors(cells: Sequence[Sequence[str]]) -> list[int]:
    """The lines that begin rows or stand in their middle: those with a cell in the column of most figures."""
    best: list[int] = []
    for column in zip(*cells, strict=True):
        figures = [at for at, cell in enumerate(column) if FIGURE.fullmatch(cell)]
        if not figures or figures[0] == 0:
            continue
        filled = [at for at in range(figures[0], len(column)) if column[at]]
        if len(figures) >= _MOSTLY * len(filled) and len(filled) >= len(best):
            best = filled
    return best


def _complete_lines(printed: _Printed) -> list[int]:
    """Of a table without figures: the lines that begin rows, those with a cell in every column."""
    head, *body = printed.cells
    if len(head) < 3 or not all(map(_HEAD_WORD.search, head)):
        return []
    found = [at for at, cells in enumerate(body, 1) if all(cells)]
    if len(found) < 3 or found[0] != 1:
        return []
    # A row with an empty cell would be taken into the row above.
    apart = [at for at in range(2, len(printed.lines)) if at not in found and not _is_near(printed, at)]
    return [at for at in found if not apart or at < apart[0]]


def _is_near(printed: _Printed, at: int) -> bool:
    step = printed.step(at - 1)
    return not printed.cells[at][0] if step is None else step <= _TIGHT * printed.lines[at].size


def _begin(printed: _Printed, above: int, anchor: int) -> int:
    """The first line of a row: where the lines between it and the row above, or the head, are apart."""
    steps = [printed.step(at) for at in range(above, anchor)]
    known = [step for step in steps if step is not None]
    size = printed.lines[anchor].size
    if len(steps) > 1 and known and max(known) > _CLEARLY * min(*known, _TIGHT * size):
        return above + 1 + steps.index(max(known))
    return anchor


def _end(printed: _Printed, anchor: int) -> int:
    """Behind the last line of the last row: its cells go on while the lines are near."""
    end = anchor + 1
    while end < len(printed.lines):
        if not _is_near(printed, end) or ENDS.search(printed.lines[end].text):
            break
        end += 1
    return end
