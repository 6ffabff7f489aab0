"""What goes on with what was quoted last: 龙游咧 · 残疾人员的呢 · 其中高级工及以上呢 · 他们要训多少人次."""

import re
from collections.abc import Iterable, Sequence

from assistant.dialogue.answers.clause_words import (
    another,
    opening,
    passage,
    responsible_lines,
    share_said,
    with_heads,
)
from assistant.dialogue.answers.desk import Answer, Cited, Desk, document, quoted
from assistant.dialogue.answers.granted import granted
from assistant.dialogue.answers.kind import ABOUT_MONEY, LOOKUP, VALIDITY
from assistant.dialogue.answers.meant import policies_meant
from assistant.dialogue.answers.says_little import IS_WRITTEN
from assistant.dialogue.answers.selection import begun
from assistant.dialogue.answers.table_answer import answer_superlative
from assistant.dialogue.answers.table_rows import COMPARED, rows_named, side_by_side
from assistant.dialogue.answers.validity_answer import validity_of
from assistant.dialogue.facts.said import ASKER, EVENT
from assistant.dialogue.matter import Matter
from assistant.dialogue.models import Session
from assistant.dialogue.reading import Reading
from assistant.documents.models import Clause
from assistant.documents.quotes import locate_quote
from assistant.documents.tables import find_row, with_unit
from assistant.search.passages import sentences
from assistant.search.tokens import squeeze

_AROUND = re.compile(
    r"^(?:那么?|还有|换成|其中|里面|里头|[,。 ])+"
    r"|(?:那一?块|那?方面|那些)?(?:的?话)?"
    r"(?:[的呢咧嘞哩啊呀吗么,。;!? ]+|的?[要有是占得]?(?:多少|几)[个名人次成]*)$"
)
_OF_THESE = re.compile("其中|里头|里面")
_SHORTEST = 2  # characters of a name
_LONGEST = 16  # of a message that names something and nothing else
_MOST_SENTENCES = 2
# 他们年均要训多少人次，资金安排多少 · 它负责什么: of the row that was quoted.
_OF_THE_SAME = re.compile(
    "^(?:那么?)?(?:[他她它]们?|[这那该](?:个|家)?(?:单位|部门|局|县|区|镇|街道|地方)?|其)?"
    "(?:的|是|又|要|得|需|打算|计划|安排|给|分|摊|定|配|培训|训|年均|每年|一年|全年|一共|总共|了|到|[,。 ])*"
    "(?:(?:人次|任务|计划|指标|资金|经费|人数|名额|钱)(?:[^,。;!?]{0,6}(?:多少|几)|呢|咧)"
    "|(?:多少|几)[^,。;!?]{0,2}(?:人|资金|经费|钱)"
    "|(?:主要|具体|负责|承担|管|做|干|搞)+(?:些|的)?(?:什么|啥|哪些|哪块))"
)
# 2021年呢 · 三年合计多少: another number of the row that was quoted.
_OF_A_YEAR = re.compile(
    r"(?:那么?|还有|换成|[,。 ])*"
    r"(?:(?P<year>20\d\d)年?|[今明后去前三3]年|合计|总共)(?:合计|一共|总共|加起来)?"
    "(?:的|是|要|得|计划|任务|指标|培训|安排|人数|人次|多少|几|个|人|名)*(?:呢|咧|吗|啊|呀|[?。 ])*"
)
_MONEY_ASKED = re.compile("资金|经费|钱")
_OF_MONEY = re.compile("资金|经费|金额|元")
_PAID = re.compile("补[贴助]?|奖|领|享受|报销")
_OF_MONEY_HAD = re.compile("(?:领|报|补|享受|申请|拿)[^,。;!?]{0,4}[几多][少]?[次回趟]")
_OWN_WORDS = 24
# 这两个镇三年加总各是多少 · 两家差几个
_OF_BOTH = re.compile(
    "(?:[这那]?(?:两|2|俩)[个家处行地边]?|俩)[^,。;!?]{0,8}(?:加|总|共|合|比|差|各|分别|都是)|加(?:起来|在?一[起块])"
)
# 写在哪一条 · 那句在哪里 · 依据呢: where what was quoted stands.
_WHERE_IT_STANDS = re.compile(
    "(?:那么?|[这那](?:个|些|条|句|项|话|段|数字?)?|规定|说法|要求|话|数字?|具体|到底|是|请问|有|[,。的 ])*+"
    "(?:(?:写|说|规定|讲|出|列|来)?[在自到于]?(?:哪一?条|第几条|哪里|哪儿|哪|哪个文件|哪份文件|什么地方|什么文件)"
    "(?:里面?|上面?)?(?:写|说|规定|讲|出)?|依据|出处|原文)"
    "(?:是什么|在哪里?|呢|吗|么|嘛|没有?|[的了啊呀?。 ])*+"
)
_OF_ITS_OWN = frozenset(
    ("screening", "validity", "policies", "definition", "compare", "documents", "apply", "period")
)
_OF_THE_FIELD = frozenset(("domain", "training"))
_WHO_AND_WHEN = frozenset((ASKER, EVENT))
_SURE = 0.4  # the share of a question that its sentence must have
_ASKS = re.compile(
    r"[?吗呢么嘛哪谁啥怎咧嘞哩]|什么|多[少久长]|几|如何|是否|([要能会行有是可])[没不]\1|[没不][?。]?$"
)
_LEANS = 12  # characters of a question that leans on what was quoted, where it has no word of the field
_NEAR = 0.2  # the share of a question that another clause must say to be quoted beside
_UNSURE = "不一定正好回答您的问题，接着刚才那一条，条文写的是："


def answer_going_on(desk: Desk, reading: Reading, session: Session, matter: Matter) -> Answer | None:
    """What the clause that was quoted last says of what a short message names; None where it goes not on.

    Another row of a table, or the same one; of a text, which must have been looked up and grant nothing of
    what the message tells, the sentences with the words.
    """
    clause = _quoted_last(desk, matter)
    if clause is None or reading.corrects:
        return None
    if session.quote and _WHERE_IT_STANDS.fullmatch(reading.text):
        return _quoting(desk, clause, [session.quote], matter)
    name = _AROUND.sub("", _AROUND.sub("", IS_WRITTEN.sub("", reading.text))).strip()
    quotes: list[str] = []
    if clause.tables:
        quotes = _row(clause, name) or _same_row(clause, session.quote, reading)
        both = [row for row in (session.quoted_before, session.quote) if row and "\t" in row]
        other = [*rows_named(clause, reading.text), *both[-1:]] if COMPARED.search(reading.text) else []
        if len(other) == 2:
            return _rows_of_both(desk, clause, other, reading, matter)
        if not quotes and len(both) > 1 and _OF_BOTH.search(reading.text):
            return _rows_of_both(desk, clause, both, reading, matter)
        if (
            not quotes
            and session.quote
            and (more := answer_superlative(reading, matter, [desk.policy_of(clause)], clause))
        ):
            return more
    elif session.kind == LOOKUP and not reading.regions:
        # 学徒制的呢, after what is left out of something: it stands in the words that were quoted.
        is_there = len(name) >= _SHORTEST and name.replace("的", "") in squeeze(session.quote or "")
        if is_there and session.quote and reading.follows_up and not (reading.facts or reading.intents):
            return _quoting(desk, clause, [session.quote], matter)
        if _grants(desk, clause, reading):
            return None
        quoted = not reading.topics or is_there
        leans = reading.follows_up or IS_WRITTEN.search(reading.text) or _OF_THESE.match(reading.text)
        short = leans and quoted and len(reading.text) <= _LONGEST
        quotes = _sentences(clause, name) if short else []
        # 严重的呢: as the text says it, 涉嫌犯罪.
        words = desk.searcher.added(name).split() if leans and quoted and not quotes else []
        quotes = quotes or next((said for word in words if (said := _sentences(clause, word))), [])
    if quotes:
        ahead = _number_asked(clause, quotes[0], reading.text) if clause.tables else []
        return _quoting(desk, clause, quotes, matter).behind(ahead)
    return None if clause.tables else _asked_of_it(desk, clause, session, reading, matter)


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


def _quoting(
    desk: Desk,
    clause: Clause,
    quotes: Sequence[str],
    matter: Matter,
    beside: Sequence[Cited] = (),
    reading: Reading | None = None,
) -> Answer:
    policy = desk.policy_of(clause)
    cited = (*(Cited(policy, clause.path, quote) for quote in dict.fromkeys(quotes)), *beside)
    lines = [f"**{document(policy)} {clause.path}**写的是：", "", *(f"> {quote}" for quote in quotes)]
    lines += with_heads(clause, quotes[0])
    lines += ["", "相关的条文：", *map(quoted, beside)] if beside else []
    lines += ["", *validity_of(cited, matter.on)]
    rules = desk.rulebook.of_policy(policy.id)
    benefits = granted(desk, reading, matter, cited, rules) if reading else ()
    return Answer("answered", "\n".join(lines), cited, benefits)


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
    of_money = _PAID.search(reading.text)
    if quote is None or "\t" not in quote or _names_a_matter(reading) or of_money:
        return []
    same = _OF_THE_SAME.search(reading.text) or _OF_A_YEAR.fullmatch(reading.text)
    return _located(clause, [quote]) if same else []


def _number_asked(clause: Clause, quote: str, text: str) -> list[str]:
    """The number of a row for a year that is named; a word ahead where the table has none, or no money."""
    found = find_row(clause.tables, quote)
    if found is None:
        return []
    head, row = found
    name = next((cell for cell in row if not cell.strip().isdigit()), "")
    if _MONEY_ASKED.search(text) and not any(_OF_MONEY.search(cell) for cell in head):
        return [f"**这张表没有写{name}的资金，写的是人次。**\n"]
    year = _OF_A_YEAR.fullmatch(text)
    # 每年 stands above a table whose heads name no year.
    if year is None or year["year"] is None or not re.search(r"20\d\d", "".join(head)):
        return []
    told = [
        with_unit("".join(title.split()), cell)
        for title, cell in zip(head, row, strict=True)
        if (years := re.findall(r"20\d\d", title)) and years[0] <= year["year"] <= years[-1]
    ]
    return [
        f"**{name}：{'；'.join(told)}。**\n" if told else f"**这张表没有写{name}{year['year']}年的数。**\n"
    ]


def _names_a_matter(reading: Reading) -> bool:
    """Whether a message names a matter of its own, or says more than a question."""
    named = reading.regions or reading.policies or reading.topics or reading.groups or reading.requirements
    return bool(named or reading.facts.keys() - _WHO_AND_WHEN) or len(reading.text) > _OWN_WORDS


def _asked_of_it(
    desk: Desk, clause: Clause, session: Session, reading: Reading, matter: Matter
) -> Answer | None:
    """What a clause that was quoted says to a short question that names no matter: its sentence on that.

    Where this is what was quoted already, another one beside it. A question without a word of the field still
    leans on this one where another clause comes nearer to it: all of this one is quoted then, and the other.
    """
    told, text = session.quote, reading.bare
    grants = any(rule.clause.id == clause.id for rule in desk.rulebook.rules)
    if not _ASKS.search(reading.text):
        return None
    if told is None or session.kind == VALIDITY or _names_a_matter(reading) or reading.intents & _OF_ITS_OWN:
        return None
    if (grants or session.topics) and reading.intents & ABOUT_MONEY:
        return None
    whose = responsible_lines(desk, clause) if "responsible" in reading.intents else []
    # A text that had not begun by then answers only where it is the one that was quoted.
    meant = policies_meant(desk, reading, matter)
    searched = {desk.policy_of(clause).id, *(policy.id for policy in begun(meant, matter.latest))}
    hits = desk.searcher.search(text, policies=sorted(searched), limit=1)
    words = passage(desk, clause, text)
    if hits and hits[0].clause.id == clause.id:
        if share_said(desk, text, words) < _SURE:
            quotes = _all_of(clause, told, words)
        else:
            quotes = [words] if words not in told else [words, another(desk, clause, text, told)]
        return _quoting(desk, clause, quotes, matter, whose, reading=reading)
    if len(reading.text) > _LEANS or reading.flags & _OF_THE_FIELD or _OF_MONEY_HAD.search(reading.text):
        return None
    near = [hit.clause for hit in hits if hit.coverage >= _NEAR]
    beside = [Cited(desk.policy_of(other), other.path, passage(desk, other, text)) for other in near]
    return _quoting(desk, clause, _all_of(clause, told, words), matter, [*whose, *beside]).behind([_UNSURE])


def _all_of(clause: Clause, told: str, words: str) -> list[str]:
    """All of a clause that fits on a screen; of a longer one what was told, and the words nearest to it."""
    whole = opening(clause)
    return [whole] if told in whole else [told, words]


def _sentences(clause: Clause, name: str) -> list[str]:
    """The sentences of a clause with a name in them, where they are few."""
    if len(name) < _SHORTEST:
        return []
    # 高级工以上: as the text says it, 高级工及以上
    plain = name.replace("及以上", "以上")
    said = [s for s in sentences(clause.text) if plain in squeeze(s).replace("及以上", "以上")]
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
