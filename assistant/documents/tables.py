"""Tables as lines whose cells stand between tabs, and such lines as rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import normalize

_BROKEN_CELL = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")


@dataclass(frozen=True, eq=False)
class Cell:
    """A cell of a printed table; merged over several places of the grid it is one and the same object."""

    text: str


def print_table(grid: Sequence[Sequence[Cell]]) -> list[str]:
    """The lines of a table: a row a line, tabs between its cells, at every place the words of its cell.

    So a cell that is merged over three rows stands in each of them, and every row can be read by itself.
    A cell as wide as the table is a title above it or a note below, and a line without tabs; within the
    table it heads a group of rows, and stands in the first column. A table of one column is no table.
    """
    width = max(map(len, grid), default=0)
    rows = [list(row) + [Cell("") for _ in range(width - len(row))] for row in grid]
    rows = [row for row in rows if any(cell.text.strip() for cell in row)]
    wide = [width > 1 and len(set(row)) == 1 for row in rows]
    first = wide.index(False) if False in wide else len(rows)
    last = len(rows) - wide[::-1].index(False) if False in wide else 0
    lines = []
    for at, row in enumerate(rows):
        words = [_on_one_line(cell.text) for cell in row]
        if wide[at] and first <= at < last:
            words[1:] = [""] * (width - 1)
        lines.append(words[0] if wide[at] and not first <= at < last else "\t".join(words))
    return lines


def read_rows(lines: list[str]) -> tuple[tuple[str, ...], ...]:
    """The rows of the first table among a clause's lines, the head first and once.

    A head of two lines, where the upper spans columns of the lower, is one head: 补贴标准 over 高级工 is
    补贴标准高级工. A head that is printed again after a page break is dropped, also where it is spaced or
    bracketed otherwise; a line break within a cell of the head (年计划 培训) is mended. Other cells stay as
    printed.
    """
    rows = _first_table(lines)
    if not rows:
        return ()
    deep = 1
    while deep < len(rows) and _spans(rows[deep - 1], rows[deep]):
        deep += 1
    heads = [_folded(row) for row in rows[:deep]]
    body = (row for row in rows[deep:] if _folded(row) not in heads)
    return (_joined_head(rows[:deep]), *body)


def _first_table(lines: list[str]) -> list[tuple[str, ...]]:
    """Rows up to those that stand apart and are of another table: they have a head of their own."""
    rows: list[tuple[str, ...]] = []
    apart = False
    for line in lines:
        if "\t" not in line:
            apart = True
            continue
        row = tuple(cell.strip() for cell in line.split("\t"))
        goes_on = not apart or not rows or _folded(row) == _folded(rows[0])
        if not goes_on and (len(row) != len(rows[0]) or not any(map(_is_figure, row))):
            break
        rows.append(row)
        apart = False
    return rows


def _spans(upper: tuple[str, ...], lower: tuple[str, ...]) -> bool:
    """Whether a row has a cell over several columns, which the next row tells apart and else repeats."""
    if len(upper) != len(lower):
        return False
    spanned = {
        at
        for at, cell in enumerate(upper)
        if cell and cell in (upper[at - 1] if at else "", upper[at + 1] if at + 1 < len(upper) else "")
    }
    told_apart = {lower[at] for at in spanned}
    return (
        bool(spanned)
        and len(told_apart) > 1
        and "" not in told_apart
        and all(at in spanned or upper[at] in ("", lower[at]) for at in range(len(upper)))
        and not any(_is_figure(lower[at]) for at in spanned)
    )


def _is_figure(cell: str) -> bool:
    return bool(re.fullmatch(r"[\d.,，%％万元/—－-]+", cell))


def _joined_head(rows: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    columns = (
        dict.fromkeys(_BROKEN_CELL.sub("", cell) for cell in column) for column in zip(*rows, strict=True)
    )
    return tuple("".join(column) for column in columns)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _folded(row: tuple[str, ...]) -> str:
    return "|".join("".join(normalize("NFKC", cell).split()) for cell in row)
