"""Whether a word is said, denied or only asked about, by the part of the sentence around it.

said      交了社保 · 养老保险没断过 · 不但签了合同 · 派遣工没交社保 says that they are 派遣工
denied    没交社保 · 公司从来没给我缴过养老保险 · 不是残疾人 · 资格证一个都没考出来 · 合同、社保都没有
asked     要不要交社保 · 需要合格证吗 · 有没有证都行吗 · 社保交没交有关系吗
unsure    社保不清楚 · 不知道交没交社保 · 可能没交社保; 不知道中级工能补多少 says 中级工
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from assistant.dialogue.lexicon import Lexicon
from assistant.dialogue.words import BLANK, Found

PART_END = re.compile(r"[,。;!?、]|但|而且|另外|还有|以及")
_LINK_BEFORE = re.compile(r"(?:、|和|跟|与|及|以及|或者?)也?$")
_LINK_AFTER = re.compile(r"(?:、|和|跟|与|及|以及|或者?)?也?$")
_A_NOT_A = r"(?:有没有|是不是|是否|能不能|要不要|会不会|可不可以|算不算|用不用|([^,。;!?、])[不没]\1)"
_ASKED_BEFORE = re.compile(rf"{_A_NOT_A}[^,。;!?、]{{0,5}}$")
_ASKED_AFTER = re.compile(
    r"^(?:到底|究竟)?(?:([交缴签买办上考拿取参])[不没]\1|有没有(?:$|[都也关影无])|(?:要不要|用不用|需不需要|一定要|必须|需要|要|得)[交缴签买上办考])"
)
_DEMANDED = re.compile(r"(?:要不要|用不用|需不需要|是否需要|需要|必须|要求)[^,。;!?、]{0,4}$")
_OPEN = re.compile(
    r"有没有|了没|没有?$|算不算|是不是|是否|多久|多长|几[年个级次]|什么|哪|([^,。;!?、])[不没]\1"
)
_ABOUT_MONEY = re.compile("补|领|拿|多少钱|能|怎么|申请|报销")
_TO_BE_DONE = re.compile("要|得|需要|应该|应当")
_HEDGED = re.compile("(?:(?<!不)可能|也许|或许|说不定|没准|好像|似乎)[^,。;!?、]{0,6}$")
_WHOM = (
    "(?:[给帮跟和与替为同把对](?:任何|哪)?(?:一?[个名位])?"
    "(?:我们?|你们?|他们?|她们?|咱们?|员工|职工|工人|大家|人家|人|公司|厂里|单位|企业)?)?"
)
_DOING = (
    "(?:缴纳|缴|交|买|上|办理|办|签订|签|拿到|拿|取得|取|考取|考出|考|领取|领|享受|被|遴选|评选|评|选|认定|列|授予|为|成|上|发放|发给|颁发|核发|发|去|跑|找|做|搞|就业机构|公共就业服务机构|就业中心|人社局|社区|街道|参加|加入|申请|列入|纳入|属于|有|是|在|到|过|了|齐"
    "|全|够|满|这|那|什么|任何|书面|正式|劳动)*"
)
# 没人取得, 没有一个学员拿到.
_NOBODY = "(?:(?:哪?一[个名位])?(?:学员|员工|职工|工人|学徒|人|谁))?"
_DENIED_BEFORE = re.compile(
    rf"(?:没有|没|未曾|未|不|并非|无|非)(?:按时|按规定|按月|正式|再)?{_NOBODY}{_WHOM}{_DOING}$"
)
_STILL = r"^(?:的)?(?:一[个本张次份样]|谁|哪个|[这那]个|也|都|还|一直|从来|从|根本|全|就|则|却|又|公司|厂里|单位|老板|他们|证|书|费)*(?:没有|没(?!有)|未|不)"
_DENIED_AFTER = re.compile(
    _STILL
    + _WHOM
    + r"(?P<doing>$|缴纳|交|签订|签|缴|拿到|拿|取得|取|买|办|参加|领|享受|考|有|过|满|通过|到手|下来|在|属于|符合)"
)
# Of people: 高级工没考上; but 高级工没签合同 denies the contract.
_FAILED_AFTER = re.compile(
    _STILL + r"(?:能|有)?(?:$|考|拿|取得|评|通过|合格|沾|搭|挨|算|属于)"
    r"|^[^,。;!?]{0,4}(?:落选|落榜|(?:没|没有|未)[被能]?(?:选|评|入选|列入|遴选))"
)
_LONGEST_CHAIN = 3
# Two noes are a yes: 没断过, 不是没交.
_AFFIRMED_BEFORE = re.compile(
    r"(?:没有?(?:哪|一)?[个名位]?(?:员工|职工|工人|学员|人)?(?:不|没)|不但|不仅|不光|不只|不是没有?|不是没|不可能没有?)[^,]{0,3}$"
)


class Stance(Enum):
    """How a word is meant."""

    SAID = "said"
    DENIED = "denied"
    ASKED = "asked"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Around:
    """The part of the sentence before and behind a word; words that are joined to it (合同和社保) count as it.

    `denied_behind`: what is denied behind it is the word itself (社保没交) and not what follows (没交社保).
    """

    before: str
    after: str
    denied_behind: bool


def around(text: str, words: Sequence[Found[Any]], index: int) -> Around:
    """What stands around one of the words of a text, which are in order."""
    first = last = index
    while first and _LINK_BEFORE.fullmatch(text[words[first - 1].end : words[first].start]):
        first -= 1
    while last + 1 < len(words) and _is_linked(text, words[last], words[last + 1]):
        last += 1
    before, after = PART_END.split(text[: words[first].start])[-1], PART_END.split(text[words[last].end :])[0]
    # Names that were taken out stand between nothing: 没·户口 for 没福州户口.
    return Around(before.replace(BLANK, ""), after.replace(BLANK, ""), _owns_denial(text, words, last))


def is_asked(before: str, lexicon: Lexicon) -> bool:
    """Whether what stands behind `before` is asked about and not said."""
    part = PART_END.split(before)[-1]
    return bool(_ASKED_BEFORE.search(part)) or any(word in part[-5:] for word in lexicon.file.asking)


def stance_of(place: Around, lexicon: Lexicon, *, of_people: bool) -> Stance:
    """How a word is meant. `of_people`: it says who somebody is (残疾人, 高级工) and not what he has."""
    before, after = place.before, place.after
    if _is_unsure(before, after, lexicon, of_people=of_people):
        return Stance.UNSURE
    if is_asked(before, lexicon) or _ASKED_AFTER.search(after):
        return Stance.ASKED
    if not of_people and _HEDGED.search(before):
        return Stance.UNSURE
    if place.denied_behind and (_FAILED_AFTER if of_people else _DENIED_AFTER).search(after):
        return Stance.DENIED
    if _DENIED_BEFORE.search(before) and not _AFFIRMED_BEFORE.search(before):
        return Stance.DENIED
    return Stance.SAID


def _is_unsure(before: str, after: str, lexicon: Lexicon, *, of_people: bool) -> bool:
    """不知道交没交社保, 社保不清楚; but not 不知道要不要交社保, 不知道中级工能补多少."""
    if _DEMANDED.search(before) or _TO_BE_DONE.match(after) or _ABOUT_MONEY.search(after):
        return False
    unsure = "|".join(map(re.escape, lexicon.file.unsure))
    asked = _ASKED_BEFORE.search(before)
    if asked and (re.search(unsure, before) or re.search(unsure, after)):
        return True
    if of_people:
        return False
    if re.match(rf"[^,。;!?、]{{0,8}}?(?:{unsure})", after):
        return True
    return bool(re.search(rf"(?:{unsure})[^,。;!?、]{{0,3}}$", before) and _OPEN.search(after))


def _is_linked(text: str, word: Found[Any], following: Found[Any]) -> bool:
    between = text[word.end : following.start]
    if between:
        return _LINK_AFTER.fullmatch(between) is not None
    # 合同社保都没有: both; 没签合同社保交了: each for itself.
    return re.match("[都均全]", text[following.end :]) is not None


def _owns_denial(text: str, words: Sequence[Found[Any]], index: int, depth: int = 0) -> bool:
    """Whether what is denied behind a word is that word: 社保没交, 社保没交合同没签, not 派遣工没交社保."""
    following = next((i for i in range(index + 1, len(words)) if words[i].start >= words[index].end), None)
    if following is None or depth == _LONGEST_CHAIN:
        return True
    between = text[words[index].end : words[following].start]
    denied = _DENIED_AFTER.search(between)
    if denied is None or PART_END.search(between) or between[denied.end() :].strip("过了着到成"):
        return True
    behind = PART_END.split(text[words[following].end :])[0]
    return bool(_DENIED_AFTER.search(behind)) and _owns_denial(text, words, following, depth + 1)
