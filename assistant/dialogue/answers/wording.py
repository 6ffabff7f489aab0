"""How several texts word one thing: “两后生”在福建2024年的方案里，跟衢州的办法里，差在哪个字眼上."""

import re
from collections.abc import Sequence

from assistant.dialogue.answers.clause_words import passage
from assistant.dialogue.answers.definition_answer import meaning_of
from assistant.dialogue.answers.desk import Answer, Cited, Desk, quoted
from assistant.dialogue.answers.validity_answer import validity_lines
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Policy, Validity
from assistant.search.tokens import query_terms

_WORDS = "说法|写法|措辞|表述|字眼|用词|用语|叫法|提法|字面|原话|哪个字|哪几个字"
_DIFFER = "差|不同|不一样|区别|出入|对比|一样|一致|相同"
_ASKS = re.compile(f"(?:{_WORDS})[^。;!?]{{0,30}}(?:{_DIFFER})|(?:{_DIFFER})[^。;!?]{{0,10}}(?:{_WORDS})")
_QUOTED = re.compile(r"[“\"「『']([^”\"」』']{2,20})[”\"」』']")
_ASKING = re.compile(
    f"(?:{_WORDS}|{_DIFFER}|20\\d\\d年?|方案|办法|文件|[那这]个|哪个|上头?|[在跟和与对里的中有啥什么])"
)
_NEAR = 0.3  # the share of what is asked for that a text must speak of


def answer_wording(desk: Desk, reading: Reading, matter: Matter, policies: Sequence[Policy]) -> Answer | None:
    """What each of the texts says of it, word for word, one below the other; None where that is not asked.

    A text that uses another name for what one of them defines is searched for the definition's words.
    """
    held = [
        p for p in policies if p.validity(matter.today) is not Validity.NOT_YET or p.id in reading.policies
    ]
    if len(held) < 2 or not _ASKS.search(reading.text):
        return None
    named = _QUOTED.search(reading.text)
    term = named[1] if named else _ASKING.sub(" ", reading.bare.replace("·", " "))
    words = " ".join((term, *meaning_of(term, held)))
    cited = []
    for policy in held:
        for hit in desk.searcher.search(words, policies=[policy.id], limit=1):
            if hit.coverage >= _NEAR and query_terms(term):
                cited.append(Cited(policy, hit.clause.path, passage(desk, hit.clause, words)))
    if len(cited) < 2:
        return None
    lines = ["**各份文件的原文是：**", "", *map(quoted, cited), "", *validity_lines(held, matter.on)]
    return Answer("answered", "\n".join(lines), tuple(cited))
