"""What a text itself defines: X（以下称“Y”）, or counts up: 化工、金属冶炼、…等高危行业企业."""

import re
from collections.abc import Iterator, Sequence

from assistant.dialogue.answers.desk import Answer, Cited, label, quoted, unique
from assistant.dialogue.answers.validity_answer import validity_of
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Policy
from assistant.search.passages import sentences
from assistant.search.tokens import squeeze

_TERM = re.compile(r"([^。；;（(]{2,60})[（(]以下简?称[“\"]([^”\"]+)[”\"][）)]")


# 建筑施工、道路运输等高危行业企业
_MEMBER = "[^，,。；;：:（）()、\\s]"
_COUNTED_UP = re.compile(
    f"(?P<members>{_MEMBER}{{2,14}}(?:、[^，,。；;：:（）()、]{{2,60}}?)+)等(?P<kind>{_MEMBER}{{2,12}})"
)
# 哪些算高危 · 高危行业包括哪些
_WHICH_ARE = re.compile(
    "(?:哪些|什么样?的?|啥样?的?|哪几[类种])(?:企业|行业|单位|人|厂|公司)?(?:才)?(?:算|属于|叫)(?:是|作|做)?"
    "(?P<behind>[^,。;!?]{2,8}?)(?:[的呢啊呀吗?。]|行业|企业)*$"
    "|(?P<ahead>[^,。;!?的]{2,10}?)(?:企业|行业)?(?:都|具体)?(?:包括|有|是指|指|是)(?:的是)?(?:哪些|哪几[个类种])"
)
_MOST = 2


def answer_counted_up(reading: Reading, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """What a text counts up as being of a kind: 哪些算高危; None where none is asked for, or counted up."""
    asked = _WHICH_ARE.search(reading.bare)
    if asked is None:
        return None
    term = squeeze(asked["behind"] or asked["ahead"])
    told = [
        (found["kind"], Cited(policy, clause.path, sentence))
        for policy in policies
        for clause in policy.clauses
        if clause.kind == "body"
        for sentence in sentences(clause.text)
        for found in _COUNTED_UP.finditer(squeeze(sentence))
        if found["kind"].startswith(term)
    ]
    nearest = [(kind, cited) for kind, cited in told if cited.policy is told[0][1].policy][:_MOST]
    if not nearest:
        return None
    cited = unique(one for _, one in nearest)
    lines = [f"**条文列举了“{term}”有哪些，后面有“等”字，没有列完：**", ""]
    lines += [*map(quoted, cited), "", *validity_of(cited, matter.on)]
    return Answer("answered", "\n".join(lines), cited)


def answer_definition(reading: Reading, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """The meaning of a term that the message names and a policy defines; None where none does."""
    found = list(_defined(reading.text, policies))
    if not found:
        return None
    cited = unique(c for *_, c in found)
    term, meaning, _ = found[0]
    lines = [f"**“{term}”指{meaning}。**", ""]
    lines += [f"> {c.quote.strip()} ——{label(c.policy)} {c.path}" for c in cited]
    lines += ["", *validity_of(cited, matter.on)]
    return Answer("answered", "\n".join(lines), cited)


def meaning_of(text: str, policies: Sequence[Policy]) -> list[str]:
    """The words with which the policies define the terms in a text."""
    return list(dict.fromkeys(meaning for _, meaning, _ in _defined(text, policies)))


def _defined(text: str, policies: Sequence[Policy]) -> Iterator[tuple[str, str, Cited]]:
    """The terms of a text that policies define, with their meaning and the words that define them."""
    for policy in policies:
        for clause in policy.clauses:
            for match in _TERM.finditer(clause.text):
                if match[2] in text:
                    meaning = re.split(r"[，,、：:]", match[1])[-1]
                    yield match[2], meaning.strip(), Cited(policy, clause.path, match[0])
