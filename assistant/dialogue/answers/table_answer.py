"""Which row of an annex's table has the most or the least: 人次最多的是哪个局; and what the annexes come to.

The best of a table is computed over its rows; a search would find the row that has most of the words.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from assistant.dialogue.answers.clause_words import with_heads
from assistant.dialogue.answers.desk import Answer, Cited, document
from assistant.dialogue.answers.validity_answer import validity_lines
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Clause, Policy
from assistant.documents.quotes import locate_quote
from assistant.documents.tables import Table
from assistant.search.tokens import squeeze, terms

_MOST, _LEAST = (
    re.compile("最[多高大重]|(?<!倒数)第一|前[二两三四五]"),
    re.compile("最[少低小轻]|垫底|倒数第一"),
)
_ENDS: tuple[tuple[str, Callable[[Iterable[Decimal]], Decimal], re.Pattern[str]], ...] = (
    ("最多", max, _MOST),
    ("最少", min, _LEAST),
)
# What a row stands for, as people ask for it and as the head of the column has it.
_ROWS = (
    (
        re.compile(
            "(?:哪|什么|[两二三四五]|前[两二三四五])[一几个家些名的]{0,2}(?:市直|牵头|主管|责任)?(局|单位|部门)"
        ),
        re.compile("单位|部门"),
    ),
    (
        re.compile(
            "(?:哪|什么|[两二三四五]|前[两二三四五])[一几个些名的]{0,2}(乡镇|镇街|镇|街道|乡|县|区|地区|地方)"
        ),
        re.compile("镇|街道|乡|县|地区|区域"),
    ),
)
# 人次最少的镇是哪个
_MOST_OR_LEAST = "最[多高大重少低小轻]的[一几个那]{0,2}"
_ROWS_BEHIND = (
    (re.compile(f"{_MOST_OR_LEAST}(?:市直|牵头|主管|责任)?(局|单位|部门)"), _ROWS[0][1]),
    (re.compile(f"{_MOST_OR_LEAST}(乡镇|镇街|镇|街道|乡|县|区|地区|地方)"), _ROWS[1][1]),
)
# 各县市区里，哪几个最少: the rows are named ahead of the question.
_WHICH = re.compile("[哪谁]")
_ROWS_AHEAD = (
    (re.compile("(?:[各所有全][个家]?(?:市直|牵头|主管|责任)?|市直)(局|单位|部门)"), _ROWS[0][1]),
    (re.compile("(局|单位|部门)(?:里面?|里头|当?中)"), _ROWS[0][1]),
    (re.compile("[各所有全][个家]?(乡镇|镇街|镇|街道|乡|县市区|县|市区|区|地区|地方|地)"), _ROWS[1][1]),
    (re.compile("(乡镇|镇|街道|县|区)(?:里面?|里头|当?中)"), _ROWS[1][1]),
)
# The sums of more than one table, one beside the other: 两个附件的合计一样吗.
_SUM = re.compile(
    "合计|总计|总数|总量|加起来|一共|总共|对不上|对不拢|(?:数|人次)[^,。;!?]{0,4}(?:不一致|不相等|不相符|不一样|矛盾)"
)
_SEVERAL = re.compile(
    "(?:两|2|二|各|这几|几)[个张份]?(?:附件|附表|表)|附件[1一]?[和与跟、]附件|(?:附件|表)[^,。;!?]{0,6}分别"
)
_ANY_PLACE = re.compile("^(?:地|地区|地方)$")
_OWN_SHARE = re.compile("[省市县区本]级$")
_SEVERAL_ROWS = re.compile("(?:前|最[多少大小高低重轻]的?)([一二两三四五])[名个位]?")
# Money that is paid out stands in no plan: 哪个单位补贴最高.
_PAID, _PLANNED = re.compile("补贴|补助|奖"), re.compile("人次|任务|计划|指标|资金|经费")
_OF_PEOPLE = re.compile("人次|人数")
_IN_ALL = re.compile("三年|[一总]共|合计|总计|总数|加起来|加总")
_SHORT = 12  # characters of 最少的呢 and the like
_TOTAL = re.compile("^(?:合计|总计|小计|共计)|(?:合计|总计)$")


@dataclass(frozen=True)
class _Column:
    """A table's column of numbers beside the column that names its rows."""

    policy: Policy
    clause: Clause
    head: str
    rows: tuple[tuple[str, Decimal, tuple[str, ...]], ...]  # name, number, the whole row


def answer_superlative(
    reading: Reading, matter: Matter, policies: Sequence[Policy], beside: Clause | None = None
) -> Answer | None:
    """The rows with the most or the least in the column that the question is nearest to.

    None where the question asks for none, or where no table has such rows. `beside`: the annex that was
    quoted last, whose rows are meant where the question names none (最少的呢).
    """
    text = reading.text
    ends = [(word, best) for word, best, asked in _ENDS if asked.search(text)]
    named = (*_ROWS, *_ROWS_BEHIND, *(_ROWS_AHEAD if _WHICH.search(text) else ()))
    asked = next(((match[1], head) for rows, head in named if (match := rows.search(text))), None)
    if asked is None and beside is not None and len(text) <= _SHORT:
        heads = [squeeze(head) for table in beside.tables for head in table[0]]
        asked = next((("", head) for _, head in _ROWS if any(map(head.search, heads))), None)
    else:
        beside = None
    of_money = _PAID.search(text) and not _PLANNED.search(text)
    if asked is None or of_money or not ends:
        return None
    wanted = set(terms(reading.bare or text))
    lines: list[str] = []
    cited: list[Cited] = []
    for policy in policies:
        columns = [
            column
            for clause in ((beside,) if beside else policy.clauses)
            for table in clause.tables
            for column in _columns(policy, clause, table, *asked)
        ]
        if columns:
            column = _nearest(columns, wanted, in_all=bool(_IN_ALL.search(text)))
            where = f"{document(policy)} {column.clause.path}"
            for word, best_of in ends:
                ends_at = _how_many(text)
                numbers = sorted({number for _, number, _ in column.rows}, reverse=best_of is max)
                best = [found for end in numbers for found in column.rows if found[1] == end]
                best = [found for found in best if found[1] in [number for _, number, _ in best[:ends_at]]]
                told = "；".join(
                    f"{'、'.join(name for name, number, _ in best if number == end)}：{end}"
                    for end in dict.fromkeys(number for _, number, _ in best)
                )
                lines += [*([""] if lines else []), f"**{where}里，{column.head}{word}的是{told}。**"]
                quotes = (locate_quote(column.clause.text, "".join(row)) for *_, row in best)
                cited += [Cited(policy, column.clause.path, quote) for quote in quotes if quote]
    if not lines:
        return None
    lines += ["", *(f"> {c.quote}" for c in cited), ""]
    lines += validity_lines(dict.fromkeys(c.policy for c in cited), matter.on)
    return Answer("answered", "\n".join(lines), tuple(cited))


def answer_sums(reading: Reading, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """The row of the sum of every annex's table, one beside the other; None where no two are asked about."""
    if not (_SUM.search(reading.text) and _SEVERAL.search(reading.text)):
        return None
    lines: list[str] = []
    cited: list[Cited] = []
    for policy in policies:
        sums = [one for clause in policy.clauses for table in clause.tables for one in _sums(clause, table)]
        if len(sums) < 2:
            continue
        told = "；".join(f"{clause.path} {number}" for clause, _, _, number in sums)
        alike = "一样" if len({number for *_, number in sums}) == 1 else "不一样"
        heads = "，".join(f"{clause.path}是“{head}”" for clause, _, head, _ in sums)
        lines += [*([""] if lines else []), f"**{document(policy)}各附件的合计{alike}：{told}。**"]
        lines += [f"数字出自的栏目：{heads}；各附件怎么对应，条文没有写明。"]
        quotes = ((clause, locate_quote(clause.text, "".join(row))) for clause, row, _, _ in sums)
        cited += [Cited(policy, clause.path, quote) for clause, quote in quotes if quote]
    if not cited:
        return None
    lines += ["", *(f"> {c.quote}" for c in cited), ""]
    lines += validity_lines(dict.fromkeys(c.policy for c in cited), matter.on)
    return Answer("answered", "\n".join(lines), tuple(cited))


def answer_total(reading: Reading, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """The row that adds up the rows that are named together (各部门一年总共多少人次); None where none are."""
    text = reading.text
    asked = next((head for rows, head in _ROWS_AHEAD if rows.search(text)), None)
    of_money = _PAID.search(text) and not _OF_PEOPLE.search(text)
    if asked is None or of_money or not (_IN_ALL.search(text) and _PLANNED.search(text)):
        return None
    lines: list[str] = []
    cited: list[Cited] = []
    for policy in policies:
        for clause in policy.clauses:
            for table in clause.tables:
                total = next((row for row in table[1:] if is_total(row)), None)
                quote = locate_quote(clause.text, "".join(total)) if total else None
                if quote is not None and any(asked.search(squeeze(head)) for head in table[0]):
                    cited.append(Cited(policy, clause.path, quote))
                    lines += [f"**{document(policy)} {clause.path}**写的是：", "", f"> {quote}"]
                    lines += [*with_heads(clause, quote), ""]
    if not cited:
        return None
    lines += validity_lines(dict.fromkeys(c.policy for c in cited), matter.on)
    return Answer("answered", "\n".join(lines), tuple(cited))


def _sums(clause: Clause, table: Table) -> Iterator[tuple[Clause, tuple[str, ...], str, Decimal]]:
    """The row that adds up a table, with the head and the number of the sum of all, or else of the people."""
    heads = ["".join(head.split()) for head in table[0]]
    for row in table[1:]:
        columns = [
            (head, n) for head, cell in zip(heads, row, strict=False) if (n := number_in(cell)) is not None
        ]
        if not is_total(row) or not columns:
            continue
        people = [column for column in columns if _OF_PEOPLE.search(column[0])]
        whole = [column for column in columns if _TOTAL.search(column[0])]
        yield clause, row, *(whole or people or columns)[-1]


def _how_many(text: str) -> int:
    """How many rows are asked for: 最重的两个镇, 前三."""
    asked = _SEVERAL_ROWS.search(text)
    return "一二三四五".index(asked[1].replace("两", "二")) + 1 if asked else 1


def _columns(
    policy: Policy, clause: Clause, table: Table, noun: str, named: re.Pattern[str]
) -> Iterator[_Column]:
    """The columns of numbers of a table whose rows are what was asked for: of 街道 and 镇 only the 街道."""
    heads = [squeeze(head) for head in table[0]]
    name = next((i for i, head in enumerate(heads) if named.search(head)), None)
    if name is None:
        return
    body = [row for row in table[1:] if len(row) == len(heads)]
    every = [row for row in body if not is_total(row)]
    rows = [row for row in every if noun and noun in row[name]]
    if not rows and not _ANY_PLACE.search(noun):
        # Of 县 and 区 that are named without the word, the town's own share (市级) is none.
        rows = [row for row in every if not _OWN_SHARE.search(row[name])]
    rows = rows or every
    for i, head in enumerate(heads):
        numbers = [number_in(row[i]) for row in rows]
        if i == name or head == "序号" or len(rows) < 2 or None in numbers:
            continue
        told = tuple(
            (row[name], number, row) for row, number in zip(rows, numbers, strict=True) if number is not None
        )
        yield _Column(policy, clause, head, told)


def _nearest(columns: Sequence[_Column], wanted: set[str], *, in_all: bool) -> _Column:
    """The column whose head and table share most with the question; a sum of others before its parts.

    `in_all`: the sum is asked for.
    """

    def rank(column: _Column) -> tuple[bool, int, int, bool]:
        return (
            in_all and bool(_TOTAL.search(column.head)),
            len(wanted & set(terms(column.head))),
            len(wanted & set(terms(column.clause.heading))),
            bool(_TOTAL.search(column.head)),
        )

    return max(columns, key=rank)


def is_total(row: Sequence[str]) -> bool:
    """Whether a row adds up others."""
    return any(_TOTAL.search("".join(cell.split())) for cell in row)


def number_in(cell: str) -> Decimal | None:
    """The number that a cell is; None for words."""
    try:
        return Decimal(cell.replace(",", "").strip())
    except InvalidOperation:
        return None
