"""Money had before for the level that is told again: 焊工中级去年补过，这回又考了焊工中级.

补过 · 领了钱 · 拿过     had; 好像补过 · 补没补过不记得   nobody knows; 没补过   not had
焊工中级 · 电工中级      two trades, of which nothing follows
要是考的还是四级呢，after 前年考过四级领过钱，今年考三级      nobody knows
领过了，再考一遍呢       behind 考了初级工: had
今年考了四级，去年也考了四级      told twice by one person: nobody knows
换个工种再考中级         another trade, for which nothing was had
钳工高级前年领过 after 考了高级工      of what trade that is, is not known any more: nobody knows
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.dialogue.facts.said import LEVEL_HAD, Said
from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.language.negation import is_hedged
from assistant.dialogue.language.persons import find_persons
from assistant.dialogue.language.quantities import find_people
from assistant.dialogue.language.sentence import MARK, PART_END, SENTENCE_END, part_before, part_behind
from assistant.rules.facts import UNSURE, Facts, Value

_LEVEL, _SAME_LEVEL = "certificate_level", "same_level_before"
_GET = "(?:补|领|拿|享受|申请)"
_MONEY = "(?:的?(?:补贴|补助|奖励|钱))"
_HAD = re.compile(
    f"(?<![没未有]){_GET}(?:贴|助)?(?:过(?!关)|[了到]+{_MONEY})|[也都](?:已经)?{_GET}(?:贴|助)?[了到]+$"
    f"|{_MONEY}[也都已经]*(?:领|拿|到)(?:了|到手|手|过)"
)
_NOT_HAD = re.compile(f"(?:没有?|未){_GET}(?:贴|助)?过")
_NEVER = re.compile(f"[没未](?:有|曾)?{_GET}")
_HAD_OR_NOT = re.compile(rf"(补|领|拿|享受)没\1过|(?:有没有|是不是){_GET}过")
# 她那个去年领过了 · 这个证我前年就考过一次也领了钱: of the level that was spoken of
_THAT_ONE = re.compile(
    f"(?:[那这](?:个|份|本|笔|张|级|个证|本证|张证)|同样的?证){_MONEY}?[我他她也就都]*"
    f"(?:[去前]年|以前|之前|已经|早就?|原来)+[^,。;!?没不]{{0,8}}?(?:{_GET}(?:贴|助)?[过了]+|{_HAD.pattern})(?![吗么没])"
)
_SAME_TRADE = re.compile("(?:同|相同|一样)(?:样|[一1]个?)?的?(?:工种|职业|行当|专业)")
# 再考一遍初级: the same examination
_ONCE_MORE = re.compile("(?:[再又]|重新)(?:去|来)?考[一1二三两]?(?:遍|回|次)|重考")
_ASKS = re.compile("[吗么没?]$|[能可]不?[能可以]*[再领补拿]|多少")
_AGAIN = re.compile("又|再|重新|重考|还是|这[次回]|今年|现在")
_EARLIER = re.compile(r"去年|前年|以前|之前|早就|早先|原来|上[次回]|前面|那[\d一两二三]次|(?:19|20)\d\d年")
_TRADE_BEHIND = re.compile("(?!证|工[,。;!?]|补|领|享)[^,。;!?、的了过证没不能]{1,2}[工师员]")
_TRADE = re.compile("[^,。;!?、又再了过同个回次遍的张本份考拿取得学是还和跟年月今去前后这那]{2}$")
# 换个工种, 不同的工种, 另一个职业; but 没换工种
_OTHER_TRADE = re.compile(
    "(?:(?<![没不未])换(?:了|成|到|一?个|别的|其他|另)*|(?:不是|不同|不一样|不属于|别的|其他|其它|另外?|两个?)"
    "(?:同一?|相同|一样)?的?(?:一|那)?个?)的?(?:工种|职业|行当|专业)"
)

_NOT_DONE = re.compile("[没未不](?:有|再|曾|去)?$")


def had_for_same_level(text: str, said: Sequence[Said], lexicon: Lexicon, known: object = None) -> list[Said]:
    """Whether money was had before for the level told again in a message; UNSURE where nobody knows.

    It may be told behind (我考了中级工，中级工去年领过). `known`: the level that was told before.
    """
    other = _OTHER_TRADE.search(text)
    if other and not _NOT_DONE.search(text[: other.start()]):
        # 换过工种,中级工前年领过: for which of the two, is not told
        told_behind = _HAD.search(text, other.end()) is not None
        return [Said(_SAME_LEVEL, UNSURE if told_behind else False, *other.span())]
    levels = sorted((item for item in said if item.fact == _LEVEL), key=lambda item: item.start)
    found = []
    for first, again in pairwise(levels):
        between = text[first.end : again.start]
        *parts, last = PART_END.split(between)
        part = ",".join(parts) or last
        if first.value != again.value:
            continue
        if _trade(text, first) != _trade(text, again) and _trade(text, first) and _trade(text, again):
            continue
        is_again = _AGAIN.search(last) is not None
        around = part_before(text, first.start) + part
        told = _told(around, lexicon) if is_again else _told_beside(text, again, lexicon)
        if told is None and _in_two_years(text, first, again):
            told = UNSURE
        if told is not None:
            found.append(Said(_SAME_LEVEL, told, again.start, again.start))
    if not found and len(levels) == 1 and levels[0].value == known:
        [level] = levels
        part = part_before(text, level.start) + part_behind(text, level.end)
        ahead = text[: level.start].removesuffix(part_before(text, level.start)).rstrip(MARK)
        if _AGAIN.search(part) and _told(ahead, lexicon) is True:
            # 补贴已经领了,再考一遍初级呢, behind 考了初级工: of which trade 再考个初级 is, nobody knows
            once_more = _ONCE_MORE.search(text) or _SAME_TRADE.search(text)
            return [Said(_SAME_LEVEL, True if once_more else UNSURE, level.start, level.start)]
        same = _SAME_TRADE.search(text) is not None
        sentence = SENTENCE_END.split(text[: level.start])[-1] + part_behind(text, level.end)
        if _EARLIER.search(sentence if same else part) and (same or _HAD.search(part)):
            value: Value = _NEVER.search(sentence) is None if same else UNSURE
            found.append(Said(_SAME_LEVEL, value, level.start, level.start))
    anew = _ONCE_MORE.search(text) if not levels and known is not None else None
    if anew and _told(text[: anew.start()].rstrip(MARK), lexicon) is True:
        return [Said(_SAME_LEVEL, True, anew.start(), anew.start())]
    if not levels and known is not None and (that := _THAT_ONE.search(text)):
        told = _told(PART_END.split(text[that.start() :])[0], lexicon)
        found += [Said(_SAME_LEVEL, told, that.start(), that.start())] if told is not None else []
    return found[:1]


def level_had(text: str, said: Sequence[Said]) -> list[Said]:
    """For which level a message tells that money was had before, whatever it asks for: 前年考过四级领过钱."""
    found = []
    for item in said:
        part = part_before(text, item.start) + part_behind(text, item.end)
        own = item.fact == _LEVEL and isinstance(item.value, str) and item.value != UNSURE
        if own and _EARLIER.search(part) and _HAD.search(part) and not _NEVER.search(part):
            found.append(Said(LEVEL_HAD, item.value, item.start, item.start))
    return found[:1]


def had_by_now(facts: Facts) -> dict[str, Value]:
    """The facts, with what is not known of a level for which money was had before: of which trade it was."""
    level = facts.get(_LEVEL)
    again = isinstance(level, str) and level == facts.get(LEVEL_HAD) and _SAME_LEVEL not in facts
    return {**facts, _SAME_LEVEL: UNSURE} if again else dict(facts)


def without_had_for_another(said: Sequence[Said], had: Sequence[Said]) -> list[Said]:
    """What words say, without 再考一次 where it is said to be another trade's."""
    of_another = any(item.fact == _SAME_LEVEL and item.value is False for item in had)
    return [item for item in said if not (of_another and item.fact == _SAME_LEVEL)]


def _told_beside(text: str, item: Said, lexicon: Lexicon) -> Value | None:
    """中级工去年领过 · 去年领过中级工的补贴; nothing, where it is asked (中级工领过还能领吗)."""
    behind = part_behind(text, item.end)
    if _ASKS.search(behind):
        return None
    return _told(behind if _told(behind, lexicon) is not None else part_before(text, item.start), lexicon)


def _in_two_years(text: str, first: Said, again: Said) -> bool:
    """今年考了四级，去年也考了四级: whether one person, who is nobody of many, tells of two years."""
    parts = [part_before(text, item.start) for item in (first, again)]
    years = any(map(_EARLIER.search, parts)) and any(map(_AGAIN.search, parts))
    several = any(mention.quantity.low > 1 for mention in find_people(text))
    return years and not several and len({mention.person.key for mention in find_persons(text)}) < 2


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
