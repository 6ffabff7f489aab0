"""What a document is: the day it bears, who issued and who explains it, after which others it was made."""

import re
from collections.abc import Sequence

from assistant.dialogue.answers.desk import AFTER_A_CLAUSE, Answer, Cited, document
from assistant.dialogue.answers.kind import STANDARD_BY
from assistant.dialogue.answers.selection import begun
from assistant.dialogue.answers.validity_answer import day, validity_of
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Policy
from assistant.documents.quotes import locate_quote
from assistant.search.passages import sentences

_WHICH = "(?:谁|(?:哪[几个些一]*|什么|啥|几个)(?:部门|单位|局|机关|政府|厅)?)"
_TIME = "(?:什么时候|啥时候|何时|几时|哪一?[天日年月]|哪个月|几月几?[号日]?|几号)"
_DONE = "(?:印发|发布|出台|下发|发文|公布|制定|颁布|发|出)(?:出来|下来)?"
_ASKED = re.compile(
    f"(?P<when>{_TIME}{_DONE}|落款的?是?{_TIME}|(?:落款|印发|发文|发布)的?(?:日期|时间|日子))"
    f"|(?P<by>{_WHICH}(?:联合|一起|共同)*{_DONE})"
    "|(?P<after>(?:根据|依据|按照|依照|照)的?是?(?:哪|什么|啥)[几个些份一]*(?:上级)?的?(?:文件|通知|精神)?"
    f"(?:来|去)?(?:{_DONE}|定)?)"
    f"|(?P<explained>{_WHICH}(?:来|去|负责|有权)*解释|解释(?:权|机关|单位|部门)(?:[归是在属于]{{0,3}}{_WHICH})?)"
)
# 41号文是谁发的: of what is called a document; 标准 has foundations of its own.
_NAMED = re.compile(r"^.*(?:方案|办法|文件|通知|\d号文?)(?![^标]{0,4}标准)")
_PREAMBLE = "前言"
# What may stand around what is asked, and makes it no other question.
_AROUND = re.compile(
    "(?:以及|请问|另外|还有|联合|一起|共同|到底|具体|什么|多少"
    "|[·的了是由归都又还在和跟、它那这份个呢啊呀吗吧? ])*+"
)


def answer_document(reading: Reading, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """The day, issuers, foundation or interpreter of the documents meant; None where none is asked."""
    if reading.topics or STANDARD_BY.search(reading.bare) or not (matter.regions or reading.policies):
        return None
    asked, named = _asked(reading.bare, of_it=matter.path == _PREAMBLE)
    if not asked:
        return None
    cited: list[Cited] = []
    lines: list[str] = []
    for policy in _meant(reading, matter, policies, named=named):
        for told, quotes in (_told(policy, aspect) for aspect in asked):
            lines += [f"**{document(policy)}：{told}。**", "", *(f"> {one.quote}\n" for one in quotes[:1])]
            cited += quotes[:1]
    lines += validity_of(cited, matter.on)
    return Answer(
        "answered" if cited else "not_found", "\n".join(lines), tuple(cited), suggestions=AFTER_A_CLAUSE
    )


def _asked(text: str, *, of_it: bool) -> tuple[list[str], bool]:
    """What is asked of a document, in order, and whether one is named; `of_it`: whether one is spoken of."""
    asked: dict[str, None] = {}
    named = False
    for part in re.split("[,。;!?]", text):
        if found := _NAMED.match(_ASKED.sub(_without_names, part)):
            named = True
        rest = part[found.end() :] if found else part
        aspects = [match.lastgroup or "" for match in _ASKED.finditer(rest)]
        # Who explains is asked of nothing else.
        if _AROUND.fullmatch(_ASKED.sub("", rest)) and (named or of_it or aspects == ["explained"]):
            asked.update(dict.fromkeys(aspects))
    return list(asked), named


def _without_names(found: re.Match[str]) -> str:
    """根据哪些文件 names no document; as long as before."""
    return "·" * len(found[0])


def _meant(reading: Reading, matter: Matter, policies: Sequence[Policy], *, named: bool) -> list[Policy]:
    """The documents that are named; that which is spoken of; else those of the place."""
    last = [policy for policy in policies if policy.id == matter.policy]
    if last and not reading.policies and not reading.regions and (not named or matter.path == _PREAMBLE):
        return last
    held = begun(policies, matter.latest) or tuple(policies)
    return [p for p in held if reading.policies or p.about.region == held[0].about.region]


def _told(policy: Policy, aspect: str) -> tuple[str, list[Cited]]:
    """What the text has of an aspect, with the sentences that say so."""
    about = policy.about
    if aspect == "when":
        return f"落款日期是{day(about.issued_on)}", _saying(policy, (day(about.issued_on),))
    if aspect == "by":
        return f"由{'、'.join(about.issuers)}印发", _saying(policy, ("关于印发", "印发给"))
    if aspect == "after":
        if quotes := _saying(policy, about.based_on):
            return f"依据的文件：{'、'.join(about.based_on)}", quotes
        return f"条文没有写明依据的文号，请向{about.office}核实", []
    if quotes := _saying(policy, ("负责解释",), kinds=("closing", "body")):
        return f"条文写的是{quotes[0].quote.rstrip('。')}", quotes
    return f"条文没有写由谁解释，有疑问请问{about.office}", []


def _saying(policy: Policy, words: Sequence[str], kinds: Sequence[str] = ("preamble",)) -> list[Cited]:
    """The sentences of the preamble, or of other kinds of clauses, with any of the words."""
    return [
        Cited(policy, clause.path, quote)
        for clause in policy.clauses
        if clause.kind in kinds
        for sentence in sentences(clause.text)
        if any(word in "".join(sentence.split()) for word in words)
        and (quote := locate_quote(clause.text, sentence)) is not None
    ]
