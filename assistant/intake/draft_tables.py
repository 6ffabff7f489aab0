"""The amounts of a clause's table, cell by cell, grouped by what makes them one benefit.

等级     | 补贴标准（元/人）          each row a level: one benefit, a table by level
工种     | 中级工（元） | 高级工（元）   each column a level: a benefit a row
类别 | 等级 | 课时 | 补贴标准         a benefit a category, a table by level
镇（街道）| 所需资金（万元）           a budget: the column is set aside
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile

from assistant.documents.models import Clause, SetAside
from assistant.documents.tables import Table
from assistant.intake.phrases import Amount, read_amounts
from assistant.intake.purposes import purpose_of_head
from assistant.intake.vocabulary import Choice, Vocabulary
from assistant.rules.figures import find_figures, is_figure

_YUAN = re.compile(r"(?P<multiple>[万亿])?元")
_PER_IN_HEAD = re.compile(
    r"元\s*[/／每·]\s*(?P<first>[一-鿿]{1,3})(?:\s*[·/／.]\s*(?P<second>[一-鿿]{1,3}))?"
)
_COUNTER = re.compile(r"序号|编号|课时|学时|人次|人数|天数|次数")
_TOTAL = re.compile(r"[合总小]\s*计")
MOST_CELLS = 120


@dataclass(frozen=True)
class Cell:
    """An amount in a table: its row's labels, its column's head, the choice that tells it from others."""

    amount: Amount
    words: tuple[str, ...]  # the labels that do not name the choice
    choice: Choice | None
    head: str
    head_line: str
    quote: str  # the row as it stands
    row: int


@dataclass(frozen=True)
class TableDraft:
    """What a table holds: groups of cells, each a benefit; columns that are none; doubts."""

    groups: tuple[tuple[Cell, ...], ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    doubts: tuple[str, ...] = ()


def read_tables(clause: Clause, words: Vocabulary) -> Iterator[TableDraft]:
    """The tables of a clause, the columns set aside with the first; nothing for a clause without tables."""
    budget = _set_aside_columns(clause) if clause.tables else []
    lines = [line for line in clause.text.splitlines() if "\t" in line]
    for at, table in enumerate(clause.tables):
        own, lines = _lines_of(table, lines)
        cells = list(_cells(table, own, {entry.text for entry in budget}, words))
        doubts: tuple[str, ...] = ()
        if len(cells) > MOST_CELLS:
            doubts = (f"表里有{len(cells)}个金额，只起草了前{MOST_CELLS}个",)
            cells = cells[:MOST_CELLS]
        yield TableDraft(tuple(_grouped(cells)), tuple(budget if at == 0 else ()), doubts)


def _lines_of(table: Table, lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines of a table as they are printed, its head and rows, and those that come after them."""
    squeezed = ["".join(line.split()) for line in lines]
    end = 0
    for row in table[1:]:
        words = "".join("".join(row).split())
        end = next((at + 1 for at in range(end, len(lines)) if squeezed[at] == words), end)
    return lines[:end], lines[end:]


def _set_aside_columns(clause: Clause) -> list[SetAside]:
    """The heads of columns of money that are a plan or a budget, each as often as it is printed."""
    title = clause.heading or clause.text.split("\n", maxsplit=1)[0]
    heads: dict[str, str] = {}
    for figure in find_figures(clause.text):
        if figure.head is not None:
            head = clause.text[figure.head.start : figure.head.end].strip()
            reason = purpose_of_head(head, title)
            if reason and head not in heads:
                heads[head] = reason
    return [
        SetAside(clause=clause.path, text=head, reason=reason, draft=True) for head, reason in heads.items()
    ]


def _cells(table: Table, lines: list[str], budget: set[str], words: Vocabulary) -> Iterator[Cell]:
    head, *body = table
    if not body:
        return
    squeezed = {"".join(line.split()): line for line in lines}
    first_row = "".join("".join(body[0]).split())
    head_line = "\n".join(takewhile(lambda line: "".join(line.split()) != first_row, lines)) or lines[0]
    set_aside = {"".join(text.split()) for text in budget}
    columns = [
        at
        for at in range(len(head))
        if _is_money(at, head, body) and "".join(head[at].split()) not in set_aside
    ]
    labels = [at for at in range(len(head)) if at not in columns and not _COUNTER.search(head[at])]
    for number, row in enumerate(body):
        line = squeezed.get("".join("".join(row).split()))
        if line is None or any(_TOTAL.search(cell) for cell in row[:2]):
            continue
        named = [row[at] for at in labels if at < len(row) and row[at] and not is_figure(row[at])]
        for column in (at for at in columns if at < len(row)):
            amount = _amount(row[column], head[column])
            if amount is not None:
                own = words.choices(head[column])
                by_row = [(text, choice) for text in named for choice in words.choices(text)[:1]]
                choice = own[0] if own else by_row[0][1] if by_row else None
                rest = [text for text in named if own or not by_row or text != by_row[0][0]]
                column_words = () if own or len(columns) == 1 else (_bare(head[column]),)
                yield Cell(
                    amount, (*rest, *column_words), choice, head[column], head_line, line.strip(), number
                )


def _is_money(at: int, head: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether a column holds sums: its head says 元, or its cells do."""
    cells = [row[at] for row in body if at < len(row) and row[at]]
    if not cells or (_COUNTER.search(head[at]) and not _YUAN.search(head[at])):
        return False
    return any(_amount(cell, head[at]) for cell in cells)


def _amount(cell: str, head: str) -> Amount | None:
    """The sum of a cell, in 元 by its own words or by its head."""
    per = tuple(unit for match in [_PER_IN_HEAD.search(head)] if match for unit in match.groups() if unit)
    in_head = _YUAN.search(head)
    if in_head and is_figure(cell.strip()):
        value = Decimal(re.sub("[,，]", "", cell.strip())) * {"万": 10_000, "亿": 100_000_000}.get(
            in_head["multiple"] or "", 1
        )
        return Amount(0, len(cell), value, value, per=per)
    found = [amount for amount in read_amounts(cell) if not amount.percent]
    return replace(found[0], per=found[0].per or per) if found else None


def _grouped(cells: Sequence[Cell]) -> Iterator[tuple[Cell, ...]]:
    """Cells with the same labels that differ in the choice make one benefit; others stand alone."""
    groups: dict[tuple[object, ...], list[Cell]] = {}
    for cell in cells:
        key = (cell.words, cell.choice.fact) if cell.choice else (cell.words, cell.head, cell.row)
        groups.setdefault(key, []).append(cell)
    for group in groups.values():
        distinct = {cell.choice.value: cell for cell in group if cell.choice}
        if len(distinct) == len(group) or len(group) == 1:
            yield tuple(group)
        else:  # 不分等级 twice under one label: each row for itself
            yield from ((cell,) for cell in group)


def _bare(head: str) -> str:
    return re.sub(r"[（(][^（()）]*元[^（()）]*[）)]", "", head).strip()
