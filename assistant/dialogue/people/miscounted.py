"""Numbers that are put right by how far they were off, or by what they become.

七个人 → 九个，我少算两个 · 多报了两个 · 两个不参加了 · 再添三个          nine, five, five, ten
三十课时改三十六 · 不是三十课时，是三十六                              36课时
课时少算了四个 · 多报了一次                                         so many more, so many fewer
那四次里头有两次没合格 · 三次培训，其中一次没拿到证                 two, two: what is paid for is passed

The message is rewritten before anything else reads it.
"""

import re
from decimal import Decimal

from assistant.dialogue.language.crowd_words import MEASURE, PERSON, WITHIN
from assistant.dialogue.language.numerals import NUMERAL, read_numeral, whole_number
from assistant.dialogue.language.quantities import find_quantities
from assistant.dialogue.language.sentence import MARK
from assistant.rules.facts import FactBook, Facts, FactSpec, Quantity

_UNIT_KINDS = {"months": "time", "hours": "hour", "money": "money", "count": "times"}

_TOLD = "(?:算|报|数|记|写|说|讲|填|登|统计|打)"
_OFF = "(?:了|掉|进去|进来|出来|出去)*"
_COUNTED = f"(?:{MEASURE}|个)(?:{PERSON}|工种|项目)?"
_ENDS = f"[了的呢啊呀吧嘛]*(?=[{MARK}]|$)"
_AHEAD = f"(?:^|(?<=[{MARK}]))(?:刚才|刚刚|前面|之前|上次|名单|其实|应该|我们?|人事|又|还|再|要|就|得)*"
# 再加5个 is added up as it is read; of 又加了一个 no number is read.
_ONE_MORE = f"(?:加|来|招|增加)(?={_OFF}[一1]个(?:{PERSON}|工种|项目)?{_ENDS})"
_MORE = f"(?:[少漏]{_TOLD}|漏|多(?!{_TOLD})|添|{_ONE_MORE})"
_FEWER = (
    rf"(?:多{_TOLD}|减少?|扣|去|砍|裁(?![剪缝切])|(?:[^{MARK}\d没不]{{0,4}})(?:取消|撤|停办)|少(?!{_TOLD}))"
)
_NOT_THERE = (
    "(?:没(?:来|参加|到|报上|办成|搞成|比成|开成|办起来)|不(?:来|参加|学|训|干|做|算|去|报)|退(?:出|学|训)"
    "|取消|弃权|不符合(?:条件)?)"
)
_DIFFERENCE = re.compile(
    f"{_AHEAD}(?:{_MORE}{_OFF}(?P<more>{NUMERAL}){_COUNTED}|{_FEWER}{_OFF}(?P<fewer>{NUMERAL}){_COUNTED}"
    f"|有?(?P<out>{NUMERAL}){_COUNTED}(?:又|都|临时|后来|最后|说)*{_NOT_THERE}){_ENDS}"
)
_UNITS = "课时|学时|个?小时|节课?|个?月|年|次|回|元|块钱?|个"
# 补的那四节不算了
_NOT_COUNTED = re.compile(
    rf"[^{MARK}没不]{{0,8}}?[那这](?P<number>{NUMERAL})(?P<unit>{_UNITS})[^{MARK}没不]{{0,4}}?(?:不算|不作数|取消|作废|没上){_ENDS}"
)
# 基准总量说错了,是1200万,结余不变: of what it is the right sum, stands in the phrase ahead
_NAMED_WRONG = re.compile(
    f"(?P<what>(?:(?!刚才|前面|我)[^{MARK}])(?:[^{MARK}]){{1,11}}?)(?:数|那块|那个)?(?:也|又)?{_TOLD}错了?[{MARK}](?:应该|其实|实际)?是?"
    rf"(?=(?:{NUMERAL}|[\d.]+)[万亿元])"
)
# 课时少算了四个 · 多报了一次 · 少写了两个月 · 成本多算了500块
_AMOUNT_OFF = re.compile(
    rf"(?P<name>[^{MARK}没不]{{0,8}}?)(?:(?P<more>[少漏]{_TOLD}|漏)|(?P<fewer>多{_TOLD})){_OFF}"
    rf"(?P<number>{NUMERAL})(?P<unit>{_UNITS})?{_ENDS}"
)
_A_TIME = "[次回期]"
_NOT_PASSED = (
    "(?:没|未|不|无)有?(?:能|算)?(?:考?过|通过|合格|及格|(?:拿|领|取|考)?(?:到|得|上)?(?:培训|合格)*证书?"
    "|拿到|取得|发证|下来|考上)了?"
)
_TIMES_FAILED = re.compile(
    rf"[哎唉诶,]*(?P<who>[我他她])?(?:(?:[那这])?(?P<whole>{NUMERAL}){_A_TIME}(?:培训)?(?:[里中]头?面?|当中))?"
    "(?:其中|里头|里面|当中)?(?:还|又|只)?有?"
    rf"(?:(?<![第每哪某几\d])(?P<out>{NUMERAL})|第{NUMERAL}|最[后末][一1]|[头前后][一1]){_A_TIME}"
    "(?:培训|考试|考核|结业|合格|证书?|成绩|其实|实际|也|都|的|是|还|就|后来|最后)*"
    rf"{_NOT_PASSED}(?:[,、](?:也|都|就|还)*{_NOT_PASSED})*"
)
# 第一次和第二次没合格 are two times
_AND_THAT_TIME = re.compile(f"第{NUMERAL}{_A_TIME}?[和跟、及]")
_TIMES_LISTED = re.compile(f"(?:{_AND_THAT_TIME.pattern})+$")
# 其中一个人2次没合格: of one of several, whose times are not theirs
_SOMEBODY = re.compile(
    f"(?:其中|里头|里面|有)的?[一1两二2]个人?[^{MARK}]{{0,4}}$|第[一二三四五]个人?[^{MARK}]{{0,4}}$"
)
# 两次合格,一次不合格: the first are those that were passed.
_TIMES_BEFORE = re.compile(
    rf"(?<![第每哪某几\d])(?<![领补拿])(?<![领补拿享][了过受])(?P<number>{NUMERAL})"
    rf"(?={_A_TIME}(?P<passed>(?:都|全)?(?:合格|及格|通过|过))?)"
)
_ANY_COUNT = re.compile(f"(?P<number>{NUMERAL}){_COUNTED}")
_UNIT = "(?P<unit>课时|学时|个?小时|节课?|个?月|年|个?人|[个名位次])"
_OF_THOSE = re.compile(
    rf"(?:^|(?<=[{MARK}]))(?:[^\d{MARK}]{{0,6}}?)[那这](?P<those>{NUMERAL})(?:个人|[个名位人]){WITHIN}(?=有?{NUMERAL}[个名位人])"
)
_OF_PEOPLE = ("人", "个人", "个", "名", "位", "次")
_BECOMES = re.compile(
    rf"(?:不是|并非)?(?P<old>{NUMERAL}){_UNIT},?(?:(?:要|得|想)?(?:改|变|换|增|减|加|提|降)(?:成|为|到|作|至)?|而?(?:其实|实际)?应?该?是)"
    rf"(?P<new>{NUMERAL})(?:(?P=unit))?(?=[了呢吧啊的]*(?:[{MARK}]|$))"
)


def put_right(text: str, counted: int | None) -> str:
    """The folded message with the right number where it tells how far one was off, or what one becomes.

    `counted`: how many people, or other things counted in 个, were told before; None where that is not one
    number. A number that is told as well (九个，我少算两个) stands, and the difference goes.
    """
    if counted is not None:
        text = _OF_THOSE.sub(lambda told: _among(told, counted), text)
    text = _BECOMES.sub(lambda told: _new(told, counted), text)
    found = _DIFFERENCE.search(text)
    if counted is None or found is None:
        return text
    ahead, behind = text[: found.start()], text[found.end() :]
    some = whole_number(found["more"] or found["fewer"] or found["out"])
    others = {whole_number(other["number"]) for other in _ANY_COUNT.finditer(f"{ahead};{behind}")}
    if some is None or some in others:
        return text  # 有2个是去年的,减掉2个
    if others:
        return f"{ahead.rstrip(',')}{behind}" if ahead else behind.lstrip(",")
    right = counted + some if found["more"] else counted - some
    return text if right < 1 else f"{ahead}不对,是{right}个{behind}"


def put_amount_right(text: str, before: Facts, book: FactBook) -> str:
    """The folded message with the right amount where it tells how far one was off that counts no people.

    It is the fact told before that is named (课时) or that alone is counted in that unit.
    """
    text = _NAMED_WRONG.sub(r"不对,\g<what>是", _without_failed_times(text, before, book))
    found = _AMOUNT_OFF.search(text) or _NOT_COUNTED.search(text)
    if found is None:
        return text
    meant = [
        spec
        for spec in book
        if isinstance(was := before.get(spec.id), Quantity) and was.is_exact and _is_meant(spec, found)
    ]
    off = read_numeral(found["number"])[0]
    if len(meant) != 1:
        return text
    [spec] = meant
    was = before[spec.id]
    right = (
        was.low + (off if found.groupdict().get("more") else -off)
        if isinstance(was, Quantity)
        else Decimal(0)
    )
    if right < 0:
        return text
    told = f"不对,{spec.label if spec.kind == 'count' else ''}是{right.normalize():f}{spec.unit}"
    return text[: found.start()] + told + text[found.end() :]


def _without_failed_times(text: str, before: Facts, book: FactBook) -> str:
    """The text with how often a training was passed, where it tells how many of the times it was not."""
    found = _TIMES_FAILED.search(text)
    if found is None:
        return text
    out = whole_number(found["out"]) if found["out"] else 1
    ahead, behind = text[: found.start()], text[found.end() :]
    if listed := _TIMES_LISTED.search(ahead):
        out, ahead = 1 + len(_AND_THAT_TIME.findall(listed[0])), ahead[: listed.start()]
    if _SOMEBODY.search(ahead):
        return text
    told = [] if found["whole"] else list(_TIMES_BEFORE.finditer(ahead))
    known = [was for spec in book if (was := _times_known(spec, before)) is not None]
    if told:
        if told[-1]["passed"]:
            return text
        whole = whole_number(told[-1]["number"])
    else:
        whole = whole_number(found["whole"]) if found["whole"] else known[0] if len(known) == 1 else None
    if out is None or whole is None or whole <= out:
        return text
    if told:
        return f"{ahead[: told[-1].start()]}{whole - out}{ahead[told[-1].end() :]}{behind}"
    return f"{ahead.rstrip(',')},不对,{found['who'] or ''}是{whole - out}次{behind}".lstrip(",")


def _times_known(spec: FactSpec, before: Facts) -> int | None:
    """How often somebody was trained, as it was told before."""
    was = before.get(spec.id)
    counts = spec.kind == "count" and spec.unit == "次" and not spec.this_year
    return int(was.low) if counts and isinstance(was, Quantity) and was.is_exact else None


def _is_meant(spec: FactSpec, found: re.Match[str]) -> bool:
    if spec.kind == "count" and not spec.this_year:
        return False  # people and trades are told in 个, and put right above
    name = found.groupdict().get("name") or ""
    named = any(word in name for word in (*spec.cues, spec.label, spec.unit))
    counted = find_quantities(f"{found['number']}{found['unit']}") if found["unit"] else []
    fit = bool(counted) and counted[0].kind == _UNIT_KINDS.get(spec.kind)
    return fit or (named and found["unit"] in (None, "个"))


def _among(told: re.Match[str], counted: int) -> str:
    """宁夏那4个里面有1个没合格, of ten: how many those are of whom he is one, does not matter."""
    those = whole_number(told["those"])
    return "其中" if those is not None and those < counted else told[0]


def _new(told: re.Match[str], counted: int | None) -> str:
    """What a number becomes; of people 不是4个，是3个 may be some of them, and is left as it is."""
    changes = re.search("[改变换增减加提降]", told[0]) is not None
    if told["unit"] in _OF_PEOPLE:
        becomes = changes and counted is not None
    else:
        becomes = changes or told[0].startswith(("不是", "并非"))
    return f"是{told['new']}{told['unit']}" if becomes else told[0]
