"""What somebody has still to try for: it may be had one day, and is not had yet.

正在考高级工 · 打算让员工考中级工 · 高级工下个月才考 · 高级工报了名，还没去考     still to come
想问一下考高级工补多少 · 去年考的，明年换证 · 要考过才有吗                      nothing of the kind
"""

import re
from collections.abc import Sequence

from assistant.dialogue.language.sentence import PART_END, part_before, part_behind

_SOON = (
    r"(?:下+个?(?:月|周|星期|礼拜)[一二三四五六日天\d]?|(?:明|后)[年天]|[年月]底|下半年|[秋冬][天季]|[寒暑]假"
    "|过[几两][天个]月?|过阵子|过段时间|将来|接下来|马上|即将|快要|就要)"
)
_SITS = "(?:报考|备考|补考|重考|考|报名|报|学|读|评|申报|参评)"
# Who 考过了, 考上了 or asks 考什么 plans nothing.
_NOT_YET_SAT = "(?![过上完了的得什哪几多]|试中|试场)"
_WISH = "(?:(?<![需只主不必是还])(?:想|要)(?!问|知|了解|咨询|请|打听|查|看|领|申|求|是))"
_PLANS = (
    "(?:打算|准备|预约|计划|考虑|争取|筹划|有意|(?<![人现店厂])正在?|(?<![现人就存还])在备?(?=考)"
    f"|{_WISH}|报了?名|{_SOON}(?:[才就再要去]|开始)*)"
)
_WHOM = (
    r"(?:要|去|了|再|也|先|才|自己|让|叫|送|派|给|组织|安排|[我他她你咱]们?|员工|职工|工人|师傅|儿子|女儿|今年|明年|继续"
    r"|接着|参加|准备|\d+个?人?名?|[一几]个)*"
)
_PLANNED_BEFORE = re.compile(
    f"(?:{_PLANS}{_WHOM}{_SITS}{_NOT_YET_SAT}|(?:正在|还在)(?:参加|上|学|读)+)(?:个|一个|试|取|到|下|出来?)*的?$"
)
_NOT_SAT = (
    "(?:还没有?|还未|尚未|没来得及)(?:开始|轮到|到时间|正式|真)*去?(?:参加)?(?:考试?|报考|报名|评|报)"
    "(?![上过到出下取中成完核]|合格)"
)
# 正在培训, 在考了, 报上名了: under way.
_UNDER_WAY = (
    "(?:(?:正在|还在)(?:参加|上|学|读|培训|上课)+|(?<![现人就存])在考了|报(?:上|好)了?名了?|报名了$|报了名$)"
)
# 证书下周才发 · 下个月才拿证
_ISSUED_LATER = f"证书?(?:要|得)?{_SOON}[才就再要能]*(?:发|拿|领|下|到手)"
_NOT_ISSUED = f"(?:{_ISSUED_LATER}|{_SOON}[才就再要能]*(?:发|拿|领)(?:到|下来?)?证)"
_OF_IT_LATER = re.compile(f"(?<=[,。;!?]){_ISSUED_LATER}")
_PLAN = f"(?:{_NOT_SAT}|{_NOT_ISSUED}|{_PLANS}{_WHOM}{_SITS}{_NOT_YET_SAT}试?|{_UNDER_WAY})"
_PLAN_ENDS = re.compile(f"{_PLAN}$")
_PLANNED_BEHIND = re.compile(f"^[^,。;!?没不]{{0,4}}?{_PLAN}")
# In a part of its own only what leads to it may stand before: 但是我还没考, not 合同下个月才签.
_PLANNED_ALONE = re.compile(
    f"^(?:但是?|可是?|不过|就是|现在|目前|今年|今天|我们?|他们?|她|人|都|也|证书?|考试|这会儿|最近|还){{0,3}}{_PLAN}(?!核)"
)
_HAD = re.compile(
    "(?<!在)(?:考|拿|取|评)(?:到|上|下来?|出来?|取|得)?(?:[了过]|的(?!是|话))|已经?有|有了|到手"
)

# 报了名，上个月考过了
_PASSED = re.compile(
    "(?<![没未不能会可])(?:考|评)(?:过|上|出来|下来)了(?![吗没])|(?<![没未])通过了(?![吗没])|(?:证书?|本本)也?(?:都|已经)?(?:拿到|到手|下来|发下来)了(?![吗没])"
)
# 打算让5个人去考中级工、3个考高级工: one plan for both.
_JOINED = re.compile(r"(?:证书?)?(?:、|和|跟|与|及|或者?|还有|还是)(?:\d+个?人?名?)?(?:去?考)?")

Span = tuple[int, int]


def is_to_come(text: str, span: Span, others: Sequence[Span]) -> bool:
    """Whether a word of a folded text names what somebody has still to try for.

    `others`: where other such words stand; what is said beyond them is said of those.
    """
    start, end = span
    before, behind = part_before(text, start), part_behind(text, end)
    following = min((other for other in others if other[0] >= end), default=None)
    # 中级工考过了，证书下周才发: the certificate that is spoken of next is its own.
    if following and _OF_IT_LATER.match(text, following[0]):
        return True
    if _PASSED.search(text[end : following[0] if following else len(text)]):
        return False
    if _PLANNED_BEFORE.search(before) or _PLANNED_BEHIND.search(behind):
        return True
    # 下个月才考试: the word itself is what is done.
    if text[start] == "考" and _PLAN_ENDS.search(before + text[start:end]):
        return True
    if _HAD.search(before) or _HAD.search(behind):
        return False
    ahead = max((other for other in others if other[1] <= start), default=None)
    if ahead and _JOINED.fullmatch(text[ahead[1] : start]):
        return is_to_come(text, ahead, others)
    parts_ahead = PART_END.split(text[ahead[1] if ahead else 0 : start])[:-1]
    parts_beyond = PART_END.split(text[end : following[0] if following else len(text)])[1:]
    # What begins behind another word, or ends before it, is its part.
    own = (*parts_ahead[1 if ahead else 0 :], *parts_beyond[: -1 if following else None])
    return any(_PLANNED_ALONE.search(part) for part in own)
