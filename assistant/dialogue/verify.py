"""The last look at an answer: every quote stands in its clause, every sum of money comes from somewhere.

A fault here is a fault of the program; the person then gets no figure rather than a wrong one.
"""

import re
from collections.abc import Iterator

from assistant.dialogue.answers.desk import HOTLINE, Answer
from assistant.documents.quotes import locate_quote
from assistant.documents.tables import find_row, with_unit
from assistant.rules.amount import show

_MONEY = re.compile(r"\d+(?:\.\d+)?万?元")


def faults(answer: Answer) -> list[str]:
    """What is wrong with an answer; [] where nothing is."""
    return [*_quotes(answer), *_figures(answer)]


def safe_answer() -> Answer:
    """What a person gets in place of an answer that has a fault."""
    return Answer("not_found", f"**这个问题暂时给不出可靠的答案。**请拨打{HOTLINE}咨询。")


def _quotes(answer: Answer) -> Iterator[str]:
    for cited in answer.cited:
        stands = any(
            c.path == cited.path and locate_quote(c.text, cited.quote) is not None
            for c in cited.policy.clauses
        )
        if not stands:
            yield f"{cited.policy.id} {cited.path}: {cited.quote}"


def _figures(answer: Answer) -> Iterator[str]:
    sources = [cited.quote for cited in answer.cited]
    # A number of a table has its unit in the head: 20 under 资金(万元).
    tables = (
        (cited, c.tables) for cited in answer.cited for c in cited.policy.clauses if c.path == cited.path
    )
    rows = (found for cited, of_clause in tables if (found := find_row(of_clause, cited.quote)) is not None)
    sources += [with_unit(head, cell) for row in rows for head, cell in zip(*row, strict=False)]
    sources += [show(p.gain) for p in answer.prospects if p.gain is not None]
    for entitlement in (*answer.entitlements, *(p.then for p in answer.prospects)):
        sources += entitlement.steps
        sources += [entitlement.rule.clause.text, *entitlement.limits, *entitlement.notes]
        if entitlement.amount is not None:
            sources.append(show(entitlement.amount))
    known = set(_MONEY.findall(re.sub(r"\s", "", "；".join(sources))))
    totals = re.findall(r"合计(\S+?)(?:；|。|$)", answer.text)
    for figure in _MONEY.findall(re.sub(r"[\s*]", "", answer.text)):
        if figure not in known and not any(_names(total, figure) for total in totals):
            yield f"figure without a source: {figure}"


def _names(total: str, figure: str) -> bool:
    """Whether a sum is told whole, not as the end of a longer number: 600元 in 9600元."""
    return re.search(rf"(?<![\d.]){re.escape(figure)}", total) is not None
