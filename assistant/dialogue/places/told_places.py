"""Places that are only told of, beside the one whose rule is asked for.

以前在厦门上班 · 在温州干过          where somebody was before
公司总部在上海 · 爸妈在安徽老家      where a firm's head, or somebody's parents, are
衢州隔壁金华                        beside which another place lies
我在杭州办的婚礼，衢州上班           whatever is told beside a place that is held, and not asked about
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.dialogue.facts.place_ties import PAYS
from assistant.dialogue.language.sentence import PHRASE_END
from assistant.documents.regions import Mention

_FORMERLY = (
    "(?:以前|从前|当初|原来|原先|之前|先前|曾经?|过去|早先|早[几些]?年|[前头][几些两]年|当年"
    "|[几\\d一二三四五六七八九十]+年前)"
)
_WAS_THERE = re.compile(f"{_FORMERLY}(?:(?!现在|如今|目前)[^,。;!?没不未])*$")
_HAS_BEEN = re.compile(
    "(?:那边|那里|这边)?[^,。;!?没不未]{0,4}?(?<!登记)(?<!手续)(?:[干待呆做住读]|打工|上班|工作|务工)过(?![吗没么])"
)
_OF_ANOTHER = re.compile(
    "(?:总部|总公司|母公司|集团公司|注册地?|客户|爸妈|父母|爸爸|妈妈|爹娘|家里?人|老人)"
    "[^,。;!?我]{0,3}?(?:在|是|住)?[在于到]?$"
)
# 我对象在深圳打工，我在晋江做鞋
_KIN = re.compile(
    "(?:对象|老公|老婆|爱人|媳妇|丈夫|妻子|儿子|女儿|闺女|[哥弟姐妹]|朋友|同学|同事)[^,。;!?我]{0,3}?(?:在|是|住)?[在于到]?$"
)
_AND_I = re.compile("[^,。;!?读念学]{0,8}[,。;!?](?:但|不过|而|可)?(?:我|俺|本人)")
_ASKS_BEHIND = re.compile(
    "(?:市|省|那边|这边|那里|当地)?的?[也又还]?(?:呢|补|给|发(?!的)|领|拿|多少|几|什么|怎么|哪|认不|能|可以|行不|管)"
)
_BESIDE = "(?:隔壁|旁边|边上|附近|周边|邻近|相邻|挨着|靠着|对面)的?(?:那个)?(?:邻?[市县区]|城市)?的?"
_ASKS_AHEAD = re.compile(f"(?:那|那么|换成|换作|如果在|要是在|改成|改到|[想要]去|{_BESIDE}|邻[市县区])$")
# 衢州隔壁金华: of 金华 is asked, and of 衢州 nothing is told
_IS_LANDMARK = re.compile(f"[市县区]?(?:那边|这边|那里)?的?{_BESIDE}")
_JOINED = re.compile("[市省]?(?:和|跟|与|、|还是|或者?|比|[ ,])(?:在|是)?")


def told_of_another_time(text: str, mentions: Sequence[Mention], *, goes_on: bool) -> list[Mention]:
    """The places of a folded text where somebody was before, or where others are; never all that it names.

    `goes_on`: another place was asked about before, so that a message may name no other.
    """
    told = [m for m in mentions if _is_told(text, m)]
    return told if goes_on or len(told) < len(mentions) else []


def landmarks(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The places that only say where another one lies: 衢州隔壁金华岗前给多少."""
    return [m for m, following in pairwise(mentions) if _IS_LANDMARK.fullmatch(text, m.end, following.start)]


def not_asked_about(
    text: str, others: Sequence[Mention], mentions: Sequence[Mention], at_work: Sequence[Mention]
) -> list[Mention]:
    """Those of the `others`, places beside one that is held, of which the rule is not asked for.

    It is of what is joined to another place (厦门和晋江), of what somebody asks about (厦门呢), and of where
    he works (`at_work`), unless he works at the place that is held.
    """
    works_here = any(m not in others for m in at_work)
    return [m for m in others if not (_is_asked(text, m, mentions) or (m in at_work and not works_here))]


def _is_told(text: str, mention: Mention) -> bool:
    if PAYS.match(text, mention.end):
        return False
    before = PHRASE_END.split(text[: mention.start])[-1]
    if _WAS_THERE.search(before) or _HAS_BEEN.match(text, mention.end) or _OF_ANOTHER.search(before):
        return True
    return bool(_KIN.search(before) and _AND_I.match(text, mention.end))


def _is_asked(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    if PAYS.match(text, mention.end) or _ASKS_BEHIND.match(text, mention.end):
        return True
    if _ASKS_AHEAD.search(text, 0, mention.start):
        return True
    gaps = [text[mention.end : m.start] for m in mentions if m.start >= mention.end]
    gaps += [text[m.end : mention.start] for m in mentions if m.end <= mention.start]
    return any(_JOINED.fullmatch(gap) for gap in gaps)
