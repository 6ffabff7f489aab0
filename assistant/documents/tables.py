"""Tables as lines whose cells stand between tabs, and such lines as rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

Table = tuple[tuple[str, ...], ...]  # rows of cells, the head first

_COUNTED_HEAD = re.compile(
    r"(?:标准|金额|资金|经费|人数|人次|课时|学时|名额|比例|数|计|号)\s*$|[（(][^（()）\d]+[）)]$"
)
_UNIT = re.compile(r"[（(](万?元|人次|人|名|个|家|课时|学时|天)[）)]$")
_NUMBER = re.compile(r"\d[\d,.]*")
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


def read_tables(lines: Sequence[str]) -> tuple[Table, ...]:
    """The tables among a clause's lines, each with its head first and once.

    A head of two lines, where the upper spans columns of the lower, is one head: 补贴标准 over 高级工 is
    补贴标准高级工. A head that is printed again after a page break is dropped, also where it is spaced or
    bracketed otherwise; a line break within a cell of the head (年计划 培训) is mended. Other cells stay as
    printed.
    """
    return tuple(_with_one_head(rows) for rows in _parted(lines))


def find_row(tables: Sequence[Table], words: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The head and the row that words are, white space aside; None for none, or for rows under two heads."""
    squeezed = "".join(words.split())
    found = {
        table[0]: row for table in tables for row in table[1:] if "".join("".join(row).split()) == squeezed
    }
    return next(iter(found.items())) if len(found) == 1 else None


def with_unit(head: str, cell: str) -> str:
    """A cell behind its head, a number with the unit that the head has: 年均所需资金(万元)：20万元."""
    unit = _UNIT.search("".join(head.split()))
    return f"{head}：{cell}{unit[1] if unit and _NUMBER.fullmatch(cell.strip()) else ''}"


def _with_one_head(rows: Sequence[tuple[str, ...]]) -> Table:
    deep = 1
    while deep < len(rows) and _spans(rows[deep - 1], rows[deep]):
        deep += 1
    heads = [_folded(row) for row in rows[:deep]]
    body = (row for row in rows[deep:] if _folded(row) not in heads)
    return (_joined_head(rows[:deep]), *body)


def _parted(lines: Sequence[str]) -> Iterator[list[tuple[str, ...]]]:
    """The rows of each table. What stands apart goes on with a table where it fits and begins no new one."""
    rows: list[tuple[str, ...]] = []
    apart = False
    for line in lines:
        if "\t" not in line:
            apart = True
            continue
        row = tuple(cell.strip() for cell in line.split("\t"))
        if rows and not _goes_on(rows, row, apart=apart):
            yield rows
            rows = []
        rows.append(row)
        apart = False
    if rows:
        yield rows


def _goes_on(rows: Sequence[tuple[str, ...]], row: tuple[str, ...], *, apart: bool) -> bool:
    """Whether a row is one more of a table: not of another width, and no head of its own."""
    if _folded(row) == _folded(rows[0]):
        return True
    if len(row) != len(rows[0]):
        return False
    if apart:
        return any(map(_is_figure, row))
    # 补贴标准（元） or 人数 in every place where the row above has a figure: a head.
    counted = [at for at, cell in enumerate(rows[-1]) if _is_figure(cell)]
    return not counted or not all(_COUNTED_HEAD.search(row[at]) for at in counted)


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
