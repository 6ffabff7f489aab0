"""Where a phrase counts people, or points to one: 其中3个, 俩, 有2个证没下来, 那个."""

import re
from dataclasses import dataclass

from assistant.dialogue.language.for_each import EACH_TOLD
from assistant.dialogue.language.numerals import NUMERAL, whole_number
from assistant.dialogue.language.quantities import find_people

_ONE = re.compile(
    "(?:(?<![第每哪某几\\d没])[1一](?:个人|[个名位])|(?<=有)个(?=[^,。;!?]{0,6}[没未不])|(?<=有)个人(?=[^,。;!?]{0,8}过?了))"
    "(?![月半多]|工种|项目|事|情况|消息|原因|证|[课学小]时|班|级|年|企业|公司|厂|政策|问题|补|工作日|星期|礼拜|[^,。;!?]{0,6}[都也](?:还|从)?[没不])"
)
_RATE = re.compile(
    "[一1]个?人(?:实际|都|各|也|一年|每年)*(?:花|补(?![考签交缴办上齐训录])|发|给|领|收)"
)  # 一人花7000
# 零就业家庭2个: who they are stands ahead
_AT_THE_END = re.compile(rf"(?<![第每哪某几\d])(?P<count>{NUMERAL})个(?=[了的呢啊吧]*$)")
# 有两个证还没发下来, 那5个的证也下来了: as many people, each of whom lacks his own, or has it
_CERTIFICATES = re.compile(
    rf"(?<![第每哪某几\d])(?:(?P<count>{NUMERAL})[个张本份]|(?P<pair>俩))(?=的?(?:合格|资格|等级)?证书?(?:都|还|也|全|已经?|刚|终于|后来|[上这]周|[昨今]天)*(?:[没未]|不?是|才|过期|丢|作废|下来|到手|发下|拿到))"
)
# 第三个人只去了一次: one of those counted
_IN_ORDER = re.compile("第[一二三四五六七八九](?:个人|[位名])")
_THAT_ONE = re.compile(
    "[那这]个(?:人(?![补领能可拿得有])|(?![月人班批厂证工项公企单政条钱]|补[贴助]|$))|(?<![其吉])[他她](?!们)"
)


@dataclass(frozen=True)
class Number:
    """Where people are counted, or pointed to (那个, 他)."""

    start: int
    end: int
    count: int
    points: bool = False
    in_order: bool = False  # 第三个人: one of those known


def numbers_in(text: str, *, ones: bool) -> list[Number]:
    """Where a phrase counts people; `ones`: one was told apart, to whom 那个 may point."""
    rates = {found.start() for words in (_RATE, EACH_TOLD) for found in words.finditer(text)}
    people = [m for m in find_people(text, exact=True) if m.start not in rates]
    numbers = [Number(m.start, m.end, int(m.quantity.low)) for m in people]
    for found in re.finditer("(?P<count>[俩仨])(?!人|口)", text):
        numbers.append(Number(found.start(), found.end(), 2 if found[0] == "俩" else 3))
    for found in _AT_THE_END.finditer(text):
        count = whole_number(found["count"])
        if count is not None and not any(n.start <= found.start() < n.end for n in numbers):
            numbers.append(Number(found.start(), found.end(), count))
    for found in _CERTIFICATES.finditer(text):
        count = 2 if found["pair"] else whole_number(found["count"])
        nobody = count == 1 and text.find("都", found.end()) >= 0  # 一个证都没考到
        taken = any(n.start < found.end() and found.start() < n.end for n in numbers)
        if count is not None and not (taken or nobody):
            numbers.append(Number(found.start(), found.end(), count))
    for words, points in ((_ONE, False), (_IN_ORDER, False), *(((_THAT_ONE, True),) if ones else ())):
        for found in words.finditer(text):
            taken = any(n.start < found.end() and found.start() < n.end for n in numbers)
            if not taken and found.start() not in rates:
                numbers.append(Number(found.start(), found.end(), 1, points, words is _IN_ORDER))
    return sorted(numbers, key=lambda number: number.start)
