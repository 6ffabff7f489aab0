"""What a body has to do, in the texts' words: 工会要做些什么 · 国资部门的职责 · 市残联负责什么."""

import re
from collections.abc import Iterator, Sequence

from assistant.dialogue.answers.clause_words import with_heads
from assistant.dialogue.answers.desk import AFTER_A_CLAUSE, Answer, Cited, document
from assistant.dialogue.answers.selection import begun
from assistant.dialogue.answers.validity_answer import validity_of
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Clause, Policy
from assistant.documents.quotes import locate_quote
from assistant.search.passages import sentences
from assistant.search.tokens import squeeze

_ASKED = re.compile(
    "(?:要|得|该|需要?|应该?)(?:去|来)?(?:做|干)(?:些|点|的(?:是|有))?(?:什么|啥|哪些|哪几)"
    "|(?:负责|承担|管)(?:些|的(?:是|有)?)?(?:什么|啥|哪些|哪几|哪块)|职责|分工|(?:责任|任务)(?:是什么|是啥|有哪些)"
)
# 各级国资部门要引导国有企业…: who has to do something stands ahead of these words.
_DUTY = re.compile("^(?P<who>[^,，。；;:：]{2,60}?)(?:要(?![素点求领闻])|应当?(?!急)|负责|承担)")
_BETWEEN = re.compile("[、和与及]|以及|会同|等")
_RANK = re.compile("^(?:各级|各|全|本|市|区|县|省|总)+")
_KIND = re.compile("(?:部门单位|部门|单位|群团组织|组织|系统|局|厅|委员会|委)+$")
_HUMAN_RESOURCES = re.compile("人力(?:资源)?和?社(?:会)?保(?:障)?")
_SHORTEST = 2
_MOST = 3


def answer_duties(reading: Reading, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """The sentences that say what the body a message names has to do; None where it asks for none."""
    if not _ASKED.search(reading.text):
        return None
    cited = [
        one
        for policy in begun(policies, matter.latest)
        for clause in policy.clauses
        for one in _duties(policy, clause, reading)
    ]
    cited = cited[:_MOST]
    if not cited:
        return None
    lines = []
    for one in cited:
        lines += [f"**{document(one.policy)} {one.path}**写的是：", "", f"> {one.quote}"]
        clause = next(c for c in one.policy.clauses if c.path == one.path)
        lines += [*with_heads(clause, one.quote), ""]
    lines += validity_of(cited, matter.on)
    return Answer("answered", "\n".join(lines), tuple(cited), suggestions=AFTER_A_CLAUSE)


def _duties(policy: Policy, clause: Clause, reading: Reading) -> Iterator[Cited]:
    """The sentences of a clause, or the rows of its table, whose subject the message names."""
    if clause.kind not in ("body", "annex"):
        return
    said = sentences(clause.text) if not clause.tables else []
    subjects = ((sentence, found["who"]) for sentence in said if (found := _DUTY.search(squeeze(sentence))))
    rows = (("".join(row), cell) for table in clause.tables for row in table[1:] for cell in row[:2])
    for words, who in (*subjects, *rows):
        named = any(name in reading.text for name in _names(who))
        if named and (quote := locate_quote(clause.text, words.strip())) is not None:
            yield Cited(policy, clause.path, quote)


def _names(who: str) -> list[str]:
    """工会 of 各级工会组织, 住建 of 市住建局, 人社 of 人力社保部门."""
    who = _HUMAN_RESOURCES.sub("人社", squeeze(who))
    bodies = (_RANK.sub("", squeeze(part)) for part in _BETWEEN.split(squeeze(who)))
    return [name for body in bodies if len(name := _KIND.sub("", body)) >= _SHORTEST and not name.isdigit()]
