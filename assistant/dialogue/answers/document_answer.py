"""What a document itself is: the day it bears, who issued it, and after which others it was made."""

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

_IT = "(?:方案|办法|文件|通知)[^,。;!?标准]{0,4}?"
_DONE = "(?:印发|发布|出台|下发|发文|公布|制定|颁布|发|出)(?:出来|下来)?(?:的|了)?[呢啊呀吗?]*$"
_WHICH = "(?:谁|(?:哪[几个些一]*|什么|啥|几个)(?:部门|单位|局|机关|政府|厅)?)"
_ISSUED_WHEN = re.compile(
    f"{_IT}(?:什么时候|啥时候|何时|几时|哪一?[天日年月]|哪个月|几月几?[号日]?|几号){_DONE}"
    f"|{_IT}(?:落款|印发|发文|发布)(?:的)?(?:日期|时间|日子)"
)
_ISSUED_BY = re.compile(f"{_IT}(?:由|联合|一起)?{_WHICH}(?:联合|一起|共同)?{_DONE}")
_MADE_AFTER = re.compile(
    f"{_IT}(?:根据|依据|按照|依照|照)(?:的?是?)(?:哪|什么|啥)[几个些份一]*(?:上级)?(?:的)?(?:文件|通知|精神)"
)


def answer_document(reading: Reading, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """The day, the issuers or the foundation of the documents meant; None where none of them is asked."""
    text = reading.bare
    if reading.topics or STANDARD_BY.search(text) or not (matter.regions or reading.policies):
        return None
    lines: list[str] = []
    cited: list[Cited] = []
    held = begun(policies, matter.latest) or tuple(policies)
    for policy in (p for p in held if reading.policies or p.about.region == held[0].about.region):
        about = policy.about
        if _MADE_AFTER.search(text):
            told, words = f"依据的文件：{'、'.join(about.based_on)}" if about.based_on else "", about.based_on
        elif _ISSUED_WHEN.search(text):
            told, words = f"落款日期是{day(about.issued_on)}", (day(about.issued_on),)
        elif _ISSUED_BY.search(text):
            told, words = f"由{'、'.join(about.issuers)}印发", ("关于印发", "印发给")
        else:
            return None
        if found := _saying(policy, words):
            lines += [f"**{document(policy)}：{told}。**", "", f"> {found[0].quote}", ""]
            cited += found[:1]
    if not cited:
        return None
    lines += validity_of(cited, matter.on)
    return Answer("answered", "\n".join(lines), tuple(cited), suggestions=AFTER_A_CLAUSE)


def _saying(policy: Policy, words: Sequence[str]) -> list[Cited]:
    """The sentences of the preamble with any of the words; of a day, the day alone."""
    found = [
        Cited(policy, clause.path, quote)
        for clause in policy.clauses
        if clause.kind == "preamble"
        for sentence in sentences(clause.text)
        if any(word in "".join(sentence.split()) for word in words)
        and (quote := locate_quote(clause.text, sentence)) is not None
    ]
    return found
