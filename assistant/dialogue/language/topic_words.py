"""Which topics a message names, by the words of `topics.yaml`.

words         wherever they stand: 岗前培训
local words   where the place in question has a rule on the topic: 培训评价补贴, 带小微企业
people        where nothing else is named, and nothing said that means another: 徒弟
hints         where nothing else is named or being talked about: 想学手艺
denied        没建实训基地，就是送人学特种作业: no topic beside another; 没做岗前培训，能领吗 is about it
"""

import re
from collections.abc import Collection, Sequence

from assistant.dialogue.language.sentence import part_before
from assistant.dialogue.language.words import Found, WordList
from assistant.rules.models import Topic

_DENIED = re.compile(
    "(?:(?<!有)没有?|未|(?<!是)不是|(?<!算)不算|并非)(?:被|再|另外)?(?:组织|开展|举办|参加|参与|安排|建|办|搞|做|弄|设立|设|开|上)?(?:过|了|成)?"
    "(?:什么|啥|任何|哪个|所谓的?)?(?:高技能人才|职业技能|企业|技能)?$"
)
# 我不想创业，就想考高级工: what nobody wants is no topic, even alone.
_UNWANTED = re.compile("(?:不想|不打算|没打算|没想过?|不考虑)(?:去|要|再|自己|搞|做|参加|报|学)*$")
# What was had, or is to be had with another: 没领过岗前培训补贴.
_MONEY = re.compile("^(?:的|培训)*(?:补贴|补助|钱|奖)")


class TopicWords:
    """Finds the topics that a folded message names."""

    def __init__(self, topics: Collection[Topic]) -> None:
        self._words = WordList((word, topic.id) for topic in topics for word in topic.words)
        self._local = WordList((word, topic.id) for topic in topics for word in topic.local_words)
        self._people = WordList((word, topic.id) for topic in topics for word in topic.people_words)
        self._hints = WordList((word, topic.id) for topic in topics for word in topic.hint_words)

    def named(self, text: str, here: Collection[str]) -> list[Found[str]]:
        """The topics named, left to right; `here`: the topics on which the place in question has a rule."""
        named = self._words.find(text)
        local = [found for found in self._local.find(text) if found.meaning in here]
        # 帮助中小微企业 is named; 企业 in it is none of one's own.
        more = [one for one in local if not any(n.start <= one.start and one.end <= n.end for n in named)]
        every = sorted(_wanted(text, (*named, *more)), key=lambda found: found.start)
        return _without_denied(text, every)

    def hinted(self, text: str, here: Collection[str] | None) -> list[Found[str]]:
        """The topics hinted at, of those `here`; None: of all."""
        return [one for one in _wanted(text, self._hints.find(text)) if here is None or one.meaning in here]

    def of_people(self, text: str) -> list[Found[str]]:
        """The topics of which people are named: 徒弟."""
        return _wanted(text, self._people.find(text))


def _wanted(text: str, named: Sequence[Found[str]]) -> list[Found[str]]:
    return [found for found in named if not _UNWANTED.search(part_before(text, found.start))]


def _without_denied(text: str, named: Sequence[Found[str]]) -> list[Found[str]]:
    """The topics that are not denied; all of them where each is."""
    stand = [found for found in named if not _is_denied(text, found)]
    kept = {found.meaning for found in stand}
    return [found for found in named if found.meaning in kept] if stand else list(named)


def _is_denied(text: str, found: Found[str]) -> bool:
    before = part_before(text, found.start)
    return bool(_DENIED.search(before)) and not _MONEY.match(text[found.end :])
