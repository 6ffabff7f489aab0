"""One person, month or year named for each of them, and none of them counted by it.

三个中级工，一个人多少 · 10个学徒，一个人花了5000 · 500块一个人        每人
一年花六千 · 九千一年                                                   每年
一个月津贴300                                                             每月

The message is rewritten before anything else reads it.
"""

import re

from assistant.dialogue.language.quantities import find_people
from assistant.dialogue.language.sentence import MARK

# 三个中级工，一个人多少: what each gets
_PER = "[一每1](?:年|个?月|期)"
_EACH_ASKED = re.compile(
    "[一1]个?人头?(?=(?:大概|大约)?(?:最[多高少]|至少|能|可以|可|是|给|补|拿|领|得|到手){0,4}(?:多少|好多|几多|几块|几个钱|什么钱|啥子?钱))"
)
# 10个学徒,一个人实际花5000: what is told of one of them holds for each
EACH_TOLD = re.compile(
    rf"(?<![\d十百千没每就我只有是了里中另外])[一1]个?人(?:头上?)?(?=(?:{_PER}|[^,。;!?\d领拿没未不得过]){{0,10}}?"
    r"(?:\d+(?:\.\d+)?(?:万|千)?|[一二两三四五六七八九十]+[百千万][一二三四五六七八九]?百?)(?:多|左右)?(?:元|块|个?(?:课时|学时|小时)|节|[,。;!?]|$))"
)
_ANOTHER_ONE = re.compile("(?:另外?|还有)[一1]个|[一1]个.*[,、][一1]个人?")
# 500块一个人, 一千五一个人: a rate, whoever else is counted
_RATE = re.compile(
    r"(?P<sum>(?:\d[\d.]*[千百万]|\d{3,}|\d[\d.]*[千百万]?(?=[元块])"
    r"|[一二两三四五六七八九][一二三四五六七八九十百千]*[百千][一二三四五六七八九]?)(?:元|块)?钱?)"
    r"[一1]个?人(?=[,。;!?能可给对吗么呢的吧]|$)"
)
_SUM = (
    r"(?:\d[\d.]*[千百万]?|[一二两三四五六七八九][一二三四五六七八九十百千]*[百千万][一二三四五六七八九]?)"
    "(?:元|块)?钱?"
)
# 一年花六千, 九千一年; but 带一年花六千 says how long
_A_YEAR = re.compile(
    f"(?<![学带培训搞办干做读了教养签同满第每])[一1]年(?=(?:大概|差不多|实际|都|就|要|得)*(?:花|付|掏|出|用)[费掉了去的]?{_SUM})"
)
# 一个月给300, 津贴一个月发三百; but 干了一个月能领200 says how long
_A_MONTH = re.compile(
    f"(?<![学带培训搞办干做读教养签同满第每了过足够共\\d])[一1]个月(?=[^{MARK}、后内里前以之就\\d]{{0,8}}?{_SUM}(?![个名位人年月天次回课小%\\d十]))"
)
_FOR_A_YEAR = re.compile(r"(?<=[百千万元块])[一1]年(?=[,。;!?能可给吗么呢的吧]|$)")


def for_each(text: str, headcount: int | None = None) -> str:
    """The folded message with 每人 where one person stands for each, and 每年 where a year does.

    `headcount`: how many were spoken of before.
    """
    text = _FOR_A_YEAR.sub(",每年", _A_YEAR.sub("每年", _A_MONTH.sub("每月", text)))
    text = _RATE.sub(r"\g<sum>每人", text)
    several = len({m.quantity for m in find_people(text)}) > 1
    if several:
        text = _EACH_ASKED.sub("每人", text)
    if several or (headcount or 1) > 1:
        text = text if _ANOTHER_ONE.search(text) else EACH_TOLD.sub("每人", text)
    return text
