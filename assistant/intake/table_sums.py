"""Totals of tables: against their own rows and columns, and against what the text says."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.documents.models import Clause
from assistant.rules.facts import plain
from assistant.rules.figures import is_figure

_TOTAL = re.compile(r"(?:合|总|小|共)\s*计|总\s*数")
_PERSONS = re.compile(r"人\s*次|人\s*数")
_YEARLY = re.compile("每年|年均|年度")
_GOAL = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<times>万)?\s*人次")
_PLAN = re.compile("计划|任务|分解|指标")

Rows = Sequence[Sequence[str]]


def wrong_totals(rows: Rows) -> Iterator[str]:
    """Columns whose total is not their sum, and rows whose 合计 is not the sum of the cells before it."""
    totals = [row for row in rows[1:] if _is_total(row)]
    body = [row for row in rows[1:] if not _is_total(row)]
    if len(totals) == 1 and len(body) > 1:
        for at, head in enumerate(rows[0]):
            numbers = [_number(row, at) for row in body]
            stated = _number(totals[0], at)
            if stated is not None and all(n is not None for n in numbers):
                added = sum((n for n in numbers if n is not None), Decimal(0))
                if added != stated:
                    yield f"表里“{head}”一列合计写{plain(stated)}，各行相加是{plain(added)}"
    for at, head in enumerate(rows[0]) if rows else ():
        if _TOTAL.search(head):
            yield from _wrong_rows(rows[0], body, at)


def totals_against_text(clauses: Sequence[Clause], years: int) -> Iterator[tuple[str, str]]:
    """Totals of plans (人次) that are not what the text sets as its goal, be it a year or over all years."""
    goals = list(_goals(clauses))
    if not goals:
        return
    for clause in clauses:
        if clause.kind != "annex" or not _PLAN.search(clause.heading + clause.text[:60]):
            continue
        for head, total in (found for table in clause.tables for found in _person_totals(table)):
            yearly = _YEARLY.search(clause.heading + clause.text[:80] + head)
            whole = total * years if yearly else total
            if not any(goal in (total, whole) for goal, _, _ in goals):
                goal, path, words = goals[0]
                over = f"，{years}年共{plain(whole)}" if yearly and years > 1 else ""
                yield (
                    clause.path,
                    f"“{head}”合计{plain(total)}{over}，与{path}写的“{words}”（{plain(goal)}）对不上",
                )


def _wrong_rows(head: Sequence[str], body: Rows, at: int) -> Iterator[str]:
    for row in body:
        parts = [
            n
            for column in range(at)
            if (n := _number(row, column)) is not None and "序号" not in head[column]
        ]
        stated = _number(row, at)
        if stated is not None and len(parts) > 1 and sum(parts, Decimal(0)) != stated:
            yield f"表里“{row[0]}”一行合计写{plain(stated)}，各项相加是{plain(sum(parts, Decimal(0)))}"


def _goals(clauses: Sequence[Clause]) -> Iterator[tuple[Decimal, str, str]]:
    """The numbers of 人次 that the body names, the first of each clause being its goal."""
    for clause in clauses:
        if clause.kind == "body":
            for match in _GOAL.finditer(clause.text):
                value = Decimal(match["number"]) * (10_000 if match["times"] else 1)
                if value >= 100:
                    yield value, clause.path, match[0]


def _person_totals(rows: Rows) -> Iterator[tuple[str, Decimal]]:
    """The grand totals of persons: of the 合计 column where there is one, else of each column of persons."""
    totals = [row for row in rows[1:] if _is_total(row)]
    if len(totals) != 1:
        return
    columns = [at for at, head in enumerate(rows[0]) if _TOTAL.search(head)]
    of_persons = any(_PERSONS.search(head) for head in rows[0])
    if not columns:
        columns = [at for at, head in enumerate(rows[0]) if _PERSONS.search(head)]
    for at in columns if of_persons else ():
        if (total := _number(totals[0], at)) is not None:
            yield rows[0][at], total


def _is_total(row: Sequence[str]) -> bool:
    return any(_TOTAL.search(cell) for cell in row[:2])


def _number(row: Sequence[str], at: int) -> Decimal | None:
    cell = row[at].strip() if at < len(row) else ""
    return Decimal(re.sub("[,，]", "", cell)) if is_figure(cell) else None
