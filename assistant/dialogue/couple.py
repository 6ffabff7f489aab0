"""Two people who speak for each other: me and my wife, me and a colleague.

我考了三级，媳妇考了五级                  → two groups of one each
我和老婆都考了中级工，社保就我交了         → one who is insured, one who is not
我和老公都考了高级工，我连合同也没有       → one without a contract, the other's is left open
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.dialogue.groups import Groups
from assistant.dialogue.said import ASKER, HEADCOUNT, Said
from assistant.rules.facts import FactBook, Quantity, Value

_KIN = (
    "老公|老婆|媳妇|爱人|丈夫|妻子|对象|男人|那口子|先生|太太|弟弟?|哥哥?|姐姐?|妹妹?|儿子|女儿|闺女|侄子|外甥"
    "|朋友|同事|工友|同学"
)
_COUPLE = re.compile(
    f"两口子|夫妻|夫妇|(?:我|俺|咱)(?:和|跟|与|同)(?:我|俺)?(?:家)?(?:的)?(?:一个|个)?(?:{_KIN})"
)
# 我自己高级工，我老婆初级工，俩人
_ONE_BY_ONE = re.compile(
    f"(?:我|俺)(?:自己|本人)?(?![们家俩和跟与同])(?!的?(?:{_KIN}))[^,。;!?]{{1,12}}[,;、](?:我|俺)?家?的?(?:{_KIN})(?!们)"
)
_BOTH = re.compile("[都全俩](?!在|是)[^,。;!?]{0,6}(?:考|拿|取得|参加|合格|去训|去学|训)")
_BOTH_OF_A_KIND = re.compile("[^,。;!?]{0,3}[都全俩][^,。;!?]{1,6}[级工师证]")
_THIRD = re.compile(f"[^,。;!?]{{0,4}}(?:{_KIN})")
_ONE, _TWO = Quantity.exactly(1), Quantity.exactly(2)

_PART = re.compile("[^,。;!?]+")
_ME = re.compile(f"(?:我|俺)(?![们俩家和跟与同])(?!的?(?:{_KIN}))")
_OTHER = re.compile(f"他(?!们)|她(?!们)|对方|{_KIN}")
_TOGETHER = re.compile("[都全均俩]|两[个人口]|我们|他们|一起")
_ONLY = re.compile(f"(?:只有|只是|就|仅|光|单|只)(?:我|俺|他|她|{_KIN})")
_NOT = re.compile("(?:就|却|还|也|一直)?没(?:有|交|缴|签|买|办|上|参加)?(?:过|了)?$")


def one_each(text: str, groups: Groups, book: FactBook) -> Groups:
    """The groups of a folded message, with one person for each of two who are told of one by one."""
    told = groups.groups
    couple = _COUPLE.search(text)
    if len(told) == 2:
        groups = _told_of_one(text, groups)
        told = groups.groups
    if couple is None and len(told) == 2 and any(facts.get(HEADCOUNT) == _TWO for _, facts in told):
        couple = _ONE_BY_ONE.search(text)
    if couple is None:
        return groups
    if not told:
        return _two(text, couple.end(), groups, book) if _BOTH.search(text, couple.end()) else groups
    if len(told) != 2 or {facts.get(HEADCOUNT) for _, facts in told} - {None, _ONE, _TWO}:
        return groups
    first: Value = _ONE
    if _BOTH_OF_A_KIND.match(text, couple.end()):
        if not _THIRD.search(text, couple.end()):
            return groups
        first = _TWO  # 两口子都考了中级工，儿子考了高级工
    counts = (first, _ONE)
    each = tuple((topics, {**facts, HEADCOUNT: n}) for n, (topics, facts) in zip(counts, told, strict=True))
    return replace(groups, groups=each, shared=tuple(i for i in groups.shared if i.fact != HEADCOUNT))


def _told_of_one(text: str, groups: Groups) -> Groups:
    """我考了三级，媳妇考了五级，社保就我交了: what only one of the two has is no more said of both."""
    me, other = _ME.search(text), _OTHER.search(text)
    if me is None or other is None:
        return groups
    own: list[dict[str, Value]] = [dict(facts) for _, facts in groups.groups]
    parts = [part for part in _PART.finditer(text) if _ONLY.search(part[0])]
    gone: list[Said] = []
    for part in parts:
        whose = _subject(part[0], None)
        items = [i for i in groups.shared if part.start() <= i.start < part.end() and i.fact != ASKER]
        if whose is not None:
            index = whose if me.start() < other.start() else 1 - whose
            own[index].update({item.fact: item.value for item in items})
            own[1 - index].update(_opposite(items))
            gone += items
    told = tuple((topics, facts) for (topics, _), facts in zip(groups.groups, own, strict=True))
    return replace(groups, groups=told, shared=tuple(item for item in groups.shared if item not in gone))


def _two(text: str, since: int, groups: Groups, book: FactBook) -> Groups:
    """Both of one matter: together where nothing is told of one alone, else each by himself."""
    counted = next((item.value for item in groups.shared if item.fact == HEADCOUNT), None)
    if counted not in (None, _TWO):
        return groups
    shared, mine, others = _parted(text, since, groups.shared, book)
    if not (mine or others):
        return groups if counted else replace(groups, shared=(*groups.shared, Said(HEADCOUNT, _TWO, 0, 0)))
    each = (((), {HEADCOUNT: _ONE, **mine}), ((), {HEADCOUNT: _ONE, **others}))
    return replace(groups, groups=each, shared=tuple(item for item in shared if item.fact != HEADCOUNT))


def _parted(
    text: str, since: int, said: Sequence[Said], book: FactBook
) -> tuple[list[Said], dict[str, Value], dict[str, Value]]:
    """What is said of both, of me, and of the other."""
    of_both: list[Said] = [item for item in said if item.start < since]
    own: tuple[dict[str, Value], dict[str, Value]] = ({}, {})  # mine, and the other's
    whose: int | None = None
    last: list[Said] = []
    for part in _PART.finditer(text, since):
        items = [item for item in said if part.start() <= item.start < part.end() and item.start >= since]
        whose = _subject(part[0], whose)
        facts = [item for item in items if item.fact != ASKER and not book[item.fact].splits]
        of_both += [item for item in items if whose is None or item not in facts]
        if whose is None:
            last = facts
            continue
        if not facts and _NOT.search(part[0]):
            own[whose].update(_opposite(last))  # 我交了社保，他没交
        own[whose].update({item.fact: item.value for item in facts})
        if _ONLY.search(part[0]):
            own[1 - whose].update(_opposite(facts))
        last = facts or last
    return of_both, *own


def _subject(part: str, before: int | None) -> int | None:
    """Of whom a part of the sentence speaks: 0 of me, 1 of the other, None of both."""
    mine, others = _ME.search(part), _OTHER.search(part)
    if _ONLY.search(part) and bool(mine) != bool(others):
        return 0 if mine else 1
    if _TOGETHER.search(part) or (mine and others):
        return None
    return 0 if mine else 1 if others else before


def _opposite(items: Sequence[Said]) -> dict[str, Value]:
    return {item.fact: not item.value for item in items if isinstance(item.value, bool)}
