"""Several rows of an annex's table that a message names: 龙游跟江山加一块每年多少人次 · 陈埭比池店多多少."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.dialogue.answers.clause_words import with_heads
from assistant.dialogue.answers.desk import Answer, Cited, document
from assistant.dialogue.answers.table_answer import is_total, number_in
from assistant.dialogue.answers.validity_answer import validity_lines
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Clause, Policy
from assistant.documents.quotes import locate_quote
from assistant.documents.tables import Table
from assistant.search.tokens import squeeze

# What stands in a plan, and not what is paid.
_PLANNED = re.compile(
    "人次|任务|计划|指标|资金|经费|名额|(?:训|摊|分|定|安排)[^,。;!?]{0,4}(?:多少|几)|(?:多少|几)个?(?:人|名额)"
)
_HOW_MUCH = re.compile("多少|几|[好偌]多")
_OF_PEOPLE = re.compile("人次|任务|计划|指标")
_ASKED = re.compile("多少|几|[好偌]多|合计|总|加|共|[谁哪]|差|比|各|分别")
_PAID = re.compile("补贴|补助|奖|领|补")
_ADDED = re.compile(
    "加起来|加总|加一[起块]|加在一[起块]|相加|一共|总共|合计|总计|总数|总量|合起来|合在一起|共(?!同)"
)
COMPARED = re.compile("[多少高低差]出?(?:多少|几)|差(?:好多|几多)|相差|差距")
_OF_EACH = re.compile("各(?:是|有|自)?(?:多少|几)|分别")
_KIND = re.compile("(?:街道办事处|街道办|街道|管委会|镇|乡|县|区|委)$")
_LEFT_OUT = re.compile("管理|事务|服务")
_SHORTEST = 2


def answer_rows(reading: Reading, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """The rows that a message names, with their sum or difference where it is asked for.

    None where it names no row of a table, or asks for no number of a plan.
    """
    tables = list(_tables_named(reading.text, policies))
    if not tables:
        return None
    return side_by_side(*max(tables, key=lambda found: len(found[-1])), reading.text, matter)


def asks_for_plan(text: str) -> bool:
    """Whether a message asks how much a plan has for somebody: 要训多少人次."""
    return bool(_PLANNED.search(text) and _HOW_MUCH.search(text))


def asks_for_row(text: str, policies: Sequence[Policy]) -> bool:
    """Whether a message asks for a number of a row that an annex of the policies has: 龙游一年摊多少人."""
    return any(_tables_named(text, policies))


def _tables_named(
    text: str, policies: Sequence[Policy]
) -> Iterator[tuple[Policy, Clause, Table, list[tuple[str, ...]]]]:
    """The tables of annexes of which a message names a row, or for a sum several, and asks for its number."""
    of_a_plan = _PLANNED.search(text) and _ASKED.search(text)
    if not (of_a_plan or _ADDED.search(text) or COMPARED.search(text)) or (
        _PAID.search(text) and not _OF_PEOPLE.search(text)
    ):
        return
    # 经费从哪出 asks for no number.
    alone = of_a_plan and _HOW_MUCH.search(text)
    for policy in policies:
        for clause in policy.clauses:
            for table in clause.tables if clause.kind == "annex" else ():
                if (rows := _named(table, text)) and (len(rows) > 1 or alone):
                    yield policy, clause, table, rows


def side_by_side(
    policy: Policy, clause: Clause, table: Table, rows: Sequence[tuple[str, ...]], text: str, matter: Matter
) -> Answer:
    """Rows of a table, each quoted with its heads, and what they come to where the text asks for that."""
    quotes = [quote for row in rows if (quote := locate_quote(clause.text, "".join(row))) is not None]
    lines = [*_computed(table, rows, text), f"**{document(policy)} {clause.path}**写的是：", ""]
    for quote in quotes:
        lines += [f"> {quote}", *with_heads(clause, quote), ""]
    lines += validity_lines((policy,), matter.on)
    return Answer("answered", "\n".join(lines), tuple(Cited(policy, clause.path, quote) for quote in quotes))


def rows_named(clause: Clause, text: str) -> list[str]:
    """The rows of a clause's tables that a text names."""
    return ["".join(row) for table in clause.tables for row in _named(table, text)]


def _named(table: Table, text: str) -> list[tuple[str, ...]]:
    """The rows whose name stands in the text, as people call them: 陈埭 for 陈埭镇, 住建局 for 市住建局."""
    rows = [row for row in table[1:] if not is_total(row)]
    return [row for row in rows if any(name in text for name in _names(row))]


def _names(row: tuple[str, ...]) -> list[str]:
    cell = next((cell for cell in row if number_in(cell) is None), "")
    whole = squeeze(cell).removeprefix("市")
    # 应急局 for 应急管理局
    names = [whole, _KIND.sub("", whole), _LEFT_OUT.sub("", whole)]
    names += ["本级"] if squeeze(cell).endswith("级") else []
    return [name for name in names if len(name) >= _SHORTEST]


def _computed(table: Table, rows: Sequence[tuple[str, ...]], text: str) -> list[str]:
    """The sum, or of two rows the difference, of each column of numbers; nothing where none is asked for."""
    # 这两个镇三年加总各是多少: of each alone.
    added = _ADDED.search(text) and not _OF_EACH.search(text)
    compared = COMPARED.search(text) and len(rows) == 2
    if not (added or compared):
        return []
    told = []
    for at, head in enumerate("".join(head.split()) for head in table[0]):
        numbers = [number for row in rows if (number := number_in(row[at])) is not None]
        if head != "序号" and len(numbers) == len(rows):
            result = abs(numbers[0] - numbers[1]) if compared else sum(numbers, Decimal(0))
            told.append(f"{head} {result}")
    how = "相差" if compared else f"这{len(rows)}行相加"
    return [f"**{how}：{'；'.join(told)}。**", ""] if told else []
