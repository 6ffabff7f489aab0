"""What goes on with what was quoted last: 龙游咧 · 残疾人员的呢 · 其中高级工及以上呢 · 他们要训多少人次."""

import re
from collections.abc import Iterable

from assistant.dialogue.clause_words import with_heads
from assistant.dialogue.desk import Answer, Cited, Desk, document
from assistant.dialogue.kind import ABOUT_MONEY, LOOKUP
from assistant.dialogue.matter import Matter
from assistant.dialogue.models import Session
from assistant.dialogue.reading import Reading
from assistant.dialogue.says_little import IS_WRITTEN
from assistant.dialogue.table_rows import side_by_side
from assistant.dialogue.validity_answer import validity_lines
from assistant.documents.models import Clause
from assistant.documents.quotes import locate_quote
from assistant.documents.tables import find_row
from assistant.search.passages import sentences
from assistant.search.tokens import squeeze

_AROUND = re.compile(
    r"^(?:那么?|还有|换成|其中|里面|里头|[,。 ])+"
    r"|(?:那一?块|那?方面|那些)?(?:的?话)?[的呢咧嘞哩啊呀吗么,。;!? ]+$"
)
_SHORTEST = 2  # characters of a name
_LONGEST = 16  # of a message that names something and nothing else
_MOST_SENTENCES = 2
# 他们年均要训多少人次，资金安排多少: of the row that was quoted.
_OF_THE_SAME = re.compile(
    "^(?:那么?)?(?:[他她它]们?|[这那该](?:个|家)?(?:单位|部门|局|县|区|镇|街道|地方)?|其)?"
    "(?:的|是|又|要|得|需要?|打算|计划|安排|培训|训|年均|每年|一年|全年|[,。 ])*"
    "(?:(?:人次|任务|计划|指标|资金|经费|人数|名额)[^,。;!?]{0,6}(?:多少|几)|(?:多少|几)[^,。;!?]{0,2}(?:人|资金|经费))"
)
_OWN_WORDS = 24
# 这两个镇三年加总各是多少 · 两家差几个
_OF_BOTH = re.compile(
    "(?:[这那]?(?:两|2|俩)[个家处行地边]?|俩)[^,。;!?]{0,8}(?:加|总|共|合|比|差|各)|加(?:起来|在?一[起块])"
)
# 写在哪一条 · 那句在哪里: where what was quoted stands.
_WHERE_IT_STANDS = re.compile(
    "(?:那么?|[这那](?:个|条|句|项|话|段)|规定|说法|要求|话|具体|到底|是|请问|[,。的 ])*"
    "(?:写|说|规定|讲|出|列|来)?[在自到于]?(?:哪一?条|第几条|哪里|哪儿|哪个文件|哪份文件|什么地方|什么文件)"
    "(?:写|说|规定|讲)?[的了呢啊吗呀?。 ]*"
)


def answer_going_on(desk: Desk, reading: Reading, session: Session, matter: Matter) -> Answer | None:
    """What the clause that was quoted last says of what a short message names; None where it goes not on.

    Another row of a table, or the same one; of a text, which must have been looked up and grant nothing of
    what the message tells, the sentences with the words.
    """
    clause = _quoted_last(desk, matter)
    if clause is None or reading.corrects:
        return None
    name = _AROUND.sub("", _AROUND.sub("", IS_WRITTEN.sub("", reading.text))).strip()
    quotes: list[str] = []
    if clause.tables:
        quotes = _row(clause, name) or _same_row(clause, session.quote, reading)
        both = [row for row in (session.quoted_before, session.quote) if row and "\t" in row]
        if not quotes and len(both) > 1 and _OF_BOTH.search(reading.text):
            return _rows_of_both(desk, clause, both, reading, matter)
    elif session.kind == LOOKUP and not (reading.regions or _grants(desk, clause, reading)):
        # 学徒制的呢, after what is left out of something: it stands in the words that were quoted.
        quoted = not reading.topics or name in squeeze(session.quote or "")
        leans = reading.follows_up or IS_WRITTEN.search(reading.text)
        if session.quote and _WHERE_IT_STANDS.fullmatch(reading.text):
            return _quoting(desk, clause, [session.quote], matter)
        short = leans and quoted and len(reading.text) <= _LONGEST
        quotes = _sentences(clause, name) if short else []
        # 严重的呢: as the text says it, 涉嫌犯罪.
        words = desk.searcher.added(name).split() if leans and quoted and not quotes else []
        quotes = quotes or next((said for word in words if (said := _sentences(clause, word))), [])
    return _quoting(desk, clause, quotes, matter) if quotes else None


def _rows_of_both(
    desk: Desk, clause: Clause, quotes: list[str], reading: Reading, matter: Matter
) -> Answer | None:
    """The two rows that were quoted last, with what they come to."""
    found = [row for quote in quotes if (row := find_row(clause.tables, quote)) is not None]
    if len(found) < len(quotes):
        return None
    table = next(table for table in clause.tables if table[0] == found[0][0])
    return side_by_side(
        desk.policy_of(clause), clause, table, [row for _, row in found], reading.text, matter
    )


def _quoting(desk: Desk, clause: Clause, quotes: list[str], matter: Matter) -> Answer:
    policy = desk.policy_of(clause)
    lines = [f"**{document(policy)} {clause.path}**写的是：", "", *(f"> {quote}" for quote in quotes)]
    lines += [*with_heads(clause, quotes[0]), "", *validity_lines((policy,), matter.on)]
    return Answer("answered", "\n".join(lines), tuple(Cited(policy, clause.path, quote) for quote in quotes))


def _quoted_last(desk: Desk, matter: Matter) -> Clause | None:
    """The clause that the last answer quoted first."""
    policy = desk.library.get(matter.policy) if matter.policy else None
    return next((c for c in policy.clauses if c.path == matter.path), None) if policy else None


def _row(clause: Clause, name: str) -> list[str]:
    """The only row that is called by a name, or else has it in a cell: 残疾人员培训."""
    if len(name) < _SHORTEST:
        return []
    body = [row for table in clause.tables for row in table[1:]]
    called = [row for row in body if any(_is_called(cell, name) for cell in row[:2])]
    rows = called or [row for row in body if any(name in squeeze(cell) for cell in row)]
    return _located(clause, ["".join(row) for row in rows]) if len(rows) == 1 else []


def _same_row(clause: Clause, quote: str | None, reading: Reading) -> list[str]:
    """The row that was quoted, where its numbers are asked for and no other matter is named."""
    names = reading.regions or reading.policies or reading.topics or reading.facts or reading.groups
    of_money = reading.intents & ABOUT_MONEY
    if quote is None or "\t" not in quote or names or of_money or len(reading.text) > _OWN_WORDS:
        return []
    return _located(clause, [quote]) if _OF_THE_SAME.search(reading.text) else []


def _sentences(clause: Clause, name: str) -> list[str]:
    """The sentences of a clause with a name in them, where they are few."""
    if len(name) < _SHORTEST:
        return []
    said = [sentence for sentence in sentences(clause.text) if name in squeeze(sentence)]
    return _located(clause, said) if len(said) <= _MOST_SENTENCES else []


def _grants(desk: Desk, clause: Clause, reading: Reading) -> bool:
    """Whether a clause grants what is named, or what facts that are told decide: that is no look-up."""
    here = [rule for rule in desk.rulebook.rules if rule.clause.id == clause.id]
    return bool(reading.facts and here) or any(rule.benefit.topic in reading.topics for rule in here)


def _located(clause: Clause, said: Iterable[str]) -> list[str]:
    return [quote for words in said if (quote := locate_quote(clause.text, words)) is not None]


def _is_called(cell: str, name: str) -> bool:
    """Whether a cell is the name of what is asked for: 陈埭镇 for 陈埭, 龙游 for 龙游县."""
    cell = squeeze(cell)
    long_enough = len(cell) >= _SHORTEST and not cell.isdigit()
    return long_enough and (
        cell.removeprefix("市").startswith(name.removeprefix("市")) or name == f"{cell}县"
    )
