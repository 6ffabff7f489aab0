"""The rows of a table whose cells stand between tabs."""

import re
from unicodedata import normalize

_BROKEN_CELL = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")


def read_rows(lines: list[str]) -> tuple[tuple[str, ...], ...]:
    """The table rows among a clause's lines, the head first and once.

    A head that is printed again after a page break is dropped, also where it is spaced or bracketed
    otherwise; a line break within a cell of the head (年计划 培训) is mended. Other cells stay as printed.
    """
    rows = [tuple(cell.strip() for cell in line.split("\t")) for line in lines if "\t" in line]
    if not rows:
        return ()
    head = rows[0]
    body = (row for row in rows[1:] if _folded(row) != _folded(head))
    return (tuple(_BROKEN_CELL.sub("", cell) for cell in head), *body)


def _folded(row: tuple[str, ...]) -> str:
    return "|".join("".join(normalize("NFKC", cell).split()) for cell in row)
