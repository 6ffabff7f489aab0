"""Whether a word is said, denied or only asked about, by the part of the sentence around it.

said      交了社保 · 养老保险没断过 · 不但签了合同
denied    没交社保 · 公司从来没给我缴过养老保险 · 不是残疾人 · 合同没签 · 资格证一个都没考出来
asked     要不要交社保 · 需要合格证吗 · 有没有证都行吗
unsure    社保不清楚 · 好像忘了交没交
"""

import re

from assistant.dialogue.lexicon import Lexicon

PART_END = re.compile(r"[,。;!?、]|但|而且|另外|还有|以及")
_QUESTION = re.compile(
    r"(?:有没有|是不是|能不能|要不要|会不会|可不可以|算不算|用不用|(.)[不没]\1)[^,。;!?、]{0,3}$"
)
_WHOM = "(?:[给帮跟和与替为同把对](?:我们?|你们?|他们?|她们?|咱们?|员工|职工|工人|大家|人家|公司|厂里|单位|企业)?)?"
_DOING = "(?:缴纳|缴|交|买|上|办理|办|签订|签|拿到|拿|取得|取|考取|考出|考|领取|领|享受|参加|加入|申请|列入|纳入|属于|有|是|在|到|过|了|齐|全|够|满|这|那|什么|任何)*"
_DENIED_BEFORE = re.compile(
    rf"(?:没有|没|未曾|未|不|并非|无|非)(?:按时|按规定|按月|正式|再)?{_WHOM}{_DOING}$"
)
_DENIED_AFTER = re.compile(
    r"^(?:的)?(?:一[个本张次份]|[这那]个|也|都|还|一直|从来|从|根本|全|就|则|却|又|公司|厂里|单位|老板|他们|证|书|费)*"
    r"(?:没有?|未|不)" + _WHOM + r"(?:$|交|签|缴|拿|取|买|办|参加|领|享受|考|有|过|满|通过|到手|下来)"
)
# Two noes are a yes: 没断过, 不是没交.
_AFFIRMED_BEFORE = re.compile(r"(?:不但|不仅|不光|不只|不是没有?|不是没)[^,]{0,3}$")


def is_asked(before: str, lexicon: Lexicon) -> bool:
    """Whether the word behind `before` is asked about and not said."""
    part = PART_END.split(before)[-1]
    return bool(_QUESTION.search(part)) or any(word in part[-5:] for word in lexicon.file.asking)


def is_unsure(before: str, after: str, lexicon: Lexicon) -> bool:
    """Whether the person says that she does not know."""
    near = PART_END.split(before)[-1][-6:], PART_END.split(after)[0][:6]
    return any(word in part for word in lexicon.file.unsure for part in near)


def is_denied(before: str, after: str) -> bool:
    """Whether the word between the two is denied."""
    ahead, behind = PART_END.split(before)[-1], PART_END.split(after)[0]
    if _DENIED_AFTER.search(behind):
        return True
    return bool(_DENIED_BEFORE.search(ahead)) and not _AFFIRMED_BEFORE.search(ahead)
