"""Money had before for the level that is told again: 焊工中级去年补过，这回又考了焊工中级.

补过 · 领了 · 拿过       had; 好像补过 · 补没补过不记得   nobody knows; 没补过   not had
焊工中级 · 电工中级      two trades, of which nothing follows
换个工种再考中级         another trade, for which nothing was had
钳工高级前年领过 after 考了高级工      of what trade that is, is not known any more: nobody knows
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.dialogue.lexicon import Lexicon
from assistant.dialogue.negation import is_hedged
from assistant.dialogue.said import Said
from assistant.dialogue.sentence import PART_END, part_before, part_behind
from assistant.rules.facts import UNSURE, Facts, Value

_LEVEL, _SAME_LEVEL = "certificate_level", "same_level_before"
_GET = "(?:补|领|拿|享受|申请)"
_HAD = re.compile(f"(?<![没未有]){_GET}(?:贴|助)?过(?!关)")
_NOT_HAD = re.compile(f"(?:没有?|未){_GET}(?:贴|助)?过")
_HAD_OR_NOT = re.compile(rf"(补|领|拿|享受)没\1过|(?:有没有|是不是){_GET}过")
_AGAIN = re.compile("又|再|重新|重考|还是|这[次回]|今年|现在")
_EARLIER = re.compile(r"去年|前年|以前|之前|早就|早先|原来|上次|(?:19|20)\d\d年")
_TRADE_BEHIND = re.compile("(?!证|工[,。;!?]|补|领|享)[^,。;!?、的了过证没不能]{1,2}[工师员]")
_TRADE = re.compile("[^,。;!?、又再了个回次遍的张本份考拿取得学是还和跟年月今去前后这那]{2}$")
# 换个工种, 不同的工种, 另一个职业; but 没换工种
_OTHER_TRADE = re.compile(
    "(?:(?<![没不未])换(?:了|成|到|一?个|别的|其他|另)*|(?:不是|不同|不一样|不属于|别的|其他|其它|另外?|两个?)"
    "(?:同一?|相同|一样)?的?(?:一|那)?个?)的?(?:工种|职业|行当|专业)"
)


def had_for_same_level(text: str, said: Sequence[Said], lexicon: Lexicon, known: object = None) -> list[Said]:
    """Whether money was had before for the level told again in a message; UNSURE where nobody knows.

    `known`: the level that was told before.
    """
    if other := _OTHER_TRADE.search(text):
        return [Said(_SAME_LEVEL, False, *other.span())]
    levels = sorted((item for item in said if item.fact == _LEVEL), key=lambda item: item.start)
    found = []
    for before, again in pairwise(levels):
        between = text[before.end : again.start]
        *parts, last = PART_END.split(between)
        part = ",".join(parts) or last
        if before.value != again.value or not _AGAIN.search(last):
            continue
        if _trade(text, before) != _trade(text, again) and _trade(text, before) and _trade(text, again):
            continue
        told = _told(part, lexicon)
        if told is not None:
            found.append(Said(_SAME_LEVEL, told, again.start, again.end))
    if not found and len(levels) == 1 and levels[0].value == known:
        [level] = levels
        part = part_before(text, level.start) + part_behind(text, level.end)
        if _EARLIER.search(part) and _HAD.search(part):
            found.append(Said(_SAME_LEVEL, UNSURE, level.start, level.end))
    return found[:1]


def without_had_for_another(said: Sequence[Said], had: Sequence[Said]) -> list[Said]:
    """What words say, without 再考一次 where it is said to be another trade's."""
    of_another = any(item.fact == _SAME_LEVEL and item.value is False for item in had)
    return [item for item in said if not (of_another and item.fact == _SAME_LEVEL)]


def without_other_level(before: Facts, told: Facts) -> dict[str, Value]:
    """What was known, without the money had for one level where a message tells of another: 那考高级呢."""
    level = told.get(_LEVEL)
    other = level is not None and before.get(_LEVEL) not in (None, level)
    return {fact: value for fact, value in before.items() if not (other and fact == _SAME_LEVEL)}


def _told(part: str, lexicon: Lexicon) -> Value | None:
    """Whether it was had, UNSURE where nobody knows, None where nothing is said of it."""
    unsure = any(word in part for word in lexicon.file.unsure)
    asked = _HAD_OR_NOT.search(part) is not None
    had, not_had = _HAD.search(part), _NOT_HAD.search(part) is not None
    if asked or (had and (unsure or not_had or is_hedged(part[: had.start()]))):
        return UNSURE
    return None if not (had or not_had) else not not_had


def _trade(text: str, item: Said) -> str:
    """What is named beside the level: 焊工|中级, or 四级|电工."""
    found = _TRADE.search(part_before(text, item.start)) or _TRADE_BEHIND.match(text, item.end)
    return found[0] if found else ""
