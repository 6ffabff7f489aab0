"""A further row of the table that was quoted last: 柯城每年多少人次 — 龙游咧."""

import re

from assistant.dialogue.clause_words import with_heads
from assistant.dialogue.desk import Answer, Cited, Desk, document
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.dialogue.validity_answer import validity_lines
from assistant.documents.models import Clause
from assistant.documents.quotes import locate_quote
from assistant.search.tokens import fold

_AROUND = re.compile(r"^(?:那么?|还有|换成)|(?:的?话)?[的呢咧嘞哩啊呀吗么,。;!? ]+$")
_SHORTEST = 2  # characters of a row's name


def answer_row(desk: Desk, reading: Reading, matter: Matter) -> Answer | None:
    """The row that the message names and nothing else; None where no table was quoted or no row is meant."""
    clause = _quoted_last(desk, matter)
    name = _AROUND.sub("", _AROUND.sub("", reading.text)).strip()
    if clause is None or len(name) < _SHORTEST:
        return None
    body = (row for table in clause.tables for row in table[1:])
    rows = [row for row in body if any(_is_called(cell, name) for cell in row[:2])]
    quote = locate_quote(clause.text, "".join(rows[0])) if len(rows) == 1 else None
    if quote is None:
        return None
    policy = desk.policy_of(clause)
    cited = Cited(policy, clause.path, quote)
    lines = [
        f"**{document(policy)} {clause.path}**写的是：",
        "",
        f"> {quote}",
        *with_heads(clause, quote),
        "",
    ]
    return Answer("answered", "\n".join((*lines, *validity_lines((policy,), matter.on))), (cited,))


def _quoted_last(desk: Desk, matter: Matter) -> Clause | None:
    """The table that the last answer quoted first."""
    policy = desk.library.get(matter.policy) if matter.policy else None
    clauses = policy.clauses if policy else ()
    return next((c for c in clauses if c.tables and c.path == matter.path), None)


def _is_called(cell: str, name: str) -> bool:
    """Whether a cell is the name of what is asked for: 陈埭镇 for 陈埭, 龙游 for 龙游县."""
    cell = fold("".join(cell.split()))
    long_enough = len(cell) >= _SHORTEST and not cell.isdigit()
    return long_enough and (
        cell.removeprefix("市").startswith(name.removeprefix("市")) or name == f"{cell}县"
    )
