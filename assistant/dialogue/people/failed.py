"""How many passed and failed: a number put ahead of what it counts, and those who failed left out.

没考过的有5个 → 有5个没考过        合格证发了24本 → 24人拿合格证        28个合格，4个没合格 → 28个都合格
"""

import re
from itertools import pairwise

from assistant.dialogue.language.crowd_words import (
    ALL,
    BESIDE,
    CERTIFICATE,
    COUNT,
    ENDS,
    FAILED,
    FLUNKED,
    LEFT,
    OF_A_LEVEL,
    PART,
    PASSED,
    PERSON,
    SOME,
    STEPS,
)
from assistant.dialogue.language.numerals import NUMERAL, whole_number
from assistant.dialogue.language.quantities import find_people, find_quantities
from assistant.dialogue.language.sentence import PART_END
from assistant.dialogue.language.words import BLANK

# 拿到人社认定的合格证的有14个
_GOT_WHICH = r"(?:拿到?|取得|领到?)[^,。;!?、\d没未不级]{1,10}?(?=(?:培训)?合格证)"
_NUMBER_BEHIND = re.compile(
    rf"(?<![没不未次审了新])(?P<what>(?P<failed>{FAILED})|(?P<left>(?:(?:第[一二三]|头一?)年)?{LEFT})|{_GOT_WHICH}|{PASSED}|(?<=[,。;!?、人名位])过)(?:{CERTIFICATE}|考核|考试|[了的])*人?(?P<has>一?共有?|总共|[有是])?{SOME}"
    rf"(?:{ENDS}|(?=(?:每|人均|各)))"
)
# 做3个月的有1个,做5个月的有3个
_SO_LONG = re.compile(
    rf"(?<=[,。;:])(?P<what>(?:合同)?[签做干训带学]了?[满够]?{NUMERAL}(?:个半?月|年半?))的[有是]?"
    f"(?P<count>{COUNT}){ENDS}"
)
_SEVERAL_OF_ONE = 3  # certificates that one person may have come for
_OF_ONE = re.compile(f"[我他她](?!们){PART}*$")
# 8个合格证和等级证都拿了 counts people
_HAVE_CERTIFICATES = re.compile(
    r"(?<=[,。;!?、])(?P<number>\d{1,4}|[三四五六七八九十]{1,3})个"
    f"(?=(?:培训|合格|职业|资格|技能|等级|证书?|[和跟与、])+证书?{ALL}[有拿考取齐])"
)
# 合格证和等级证两个都有: two certificates, and not two people
_BOTH_CERTIFICATES = re.compile("(?<=证)(?P<book>书?)(?:这|那)?[两俩2](?:[个样本张种项])?(?=[都全均])")
_NUMERAL = r"(?P<number>\d{1,4}|[二三四五六七八九]?十[一二三四五六七八九]?)"
# 最后考下来三十五, a number without its measure
_BARE = re.compile(
    rf"(?P<what>(?<![没不未我])(?:合格|及格|通过|考过|考下来|考出来|拿证|取证|持证|领证|发证)了?|(?<=[,。;!?])(?:最[后终])?过了){_NUMERAL}{ENDS}"
)
# 报名40，来了36: how many there were at each step of a training, where one falls below the other
_STEP = re.compile(rf"(?P<what>(?<![没不未我])(?:{STEPS})[了的]?){_NUMERAL}{ENDS}")
# 合格证发了24本 · 拿合格证35个: one for each who passed
_ISSUED = re.compile(
    rf"(?:(?<![没不未])(?:拿|领|取得|发|办)(?:[到了出]|下来?)?)?(?P<what>(?:特种(?:作业|设备)|操作|作业人员|职业资格|技能等级)*{CERTIFICATE})"
    rf"(?:一?共|总共|只|就|才|仅|都|也|[考发领拿办出下有了到来是])*(?P<number>\d{{1,5}})(?:[本张份]|个(?={ENDS})){ENDS}"
)
# 考出来19个合格证, of 22 people: one for each
_CERTIFICATES = re.compile(
    rf"(?P<verb>(?<![没未不])(?:[考拿领取发办](?:[到出下得][来去]?|了|证)*|得[到了]?))(?P<number>{NUMERAL})[个本张份]"
    f"(?P<what>(?:人社|培训|合格|职业|资格|技能|等级|特种|作业|操作|的)*证书?){ENDS}"
)
# 3个成绩还没出来, of more people: they have no certificate yet
_STILL_OUT = re.compile(
    r"(?:其中|里头|里面|还有|另有|有)*(?P<number>\d{1,4})[个人名位]人?的?(?:考试)?(?:成绩|结果|分数|证书?|本子)"
    "(?:都|全|还|暂时|至今|一直)*(?:没|未)有?(?:出来?|下来?|公布|发下?来?|拿到|领到|到手|查到)了?"
)
# 两次合格，一次不合格: paid for are those that were passed
_TIMES_FAILED = re.compile(
    rf"(?P<passed>{NUMERAL}[次回趟](?:都|全)?(?:合格|及格|通过|过)了?)[,、]?(?:还有|另外|有|另)?{NUMERAL}[次回趟](?:{FAILED})了?"
)
_OTHERS = re.compile(f"{BESIDE}|另外?|有|")
_FAILS = re.compile(f"{PERSON}?[都全是]*{FAILED}(?!{OF_A_LEVEL.pattern})")
_PASSES = re.compile(f"{PERSON}?[都全]*有?{PASSED}(?!{OF_A_LEVEL.pattern})[^没不未]*$")
_FLUNKED = re.compile(rf"(?<=[个人名位])[都全]*{FLUNKED}{ENDS}")
_MISSES = "(?:挂了?|没(?:考?过|通过|合格|及格|拿证|拿到证)|不(?:合格|及格))"
# 挂了三个,补考过了一个
_PASSED_SINCE = re.compile(
    rf"(?:{_MISSES}的?(?:那|这|有)?(?P<failed>{NUMERAL})[个人名位]人?|(?P<missed>{NUMERAL})[个人名位]人?{_MISSES}),?"
    rf"(?:后来|其中|里面|里头|里|又|去|有)*补考(?:又|再|后|也|的|里头|里面|里|,)*(?:(?:考?过|通过|合格)了(?P<since>{NUMERAL})[个人名位]人?"
    rf"|有?(?P<later>{NUMERAL})[个人名位]人?(?:又|也|考)*(?:过|通过|合格)了?)(?=[,。;!?]|$)"
)
_EACH_TIME = re.compile("(?:第[一二三四五六七八九1-9]|头一?|前一|上一?|首|后一?|这一?)(?:次|回|趟)")
_MISSED = re.compile(f"{FAILED}|证书?[没未]")


def number_first(text: str, headcount: int | None = None) -> str:
    """The folded message with how many passed, failed or left ahead of that.

    `headcount`: how many were spoken of before; without any, 及格60 may be a mark.
    """
    text = _PASSED_SINCE.sub(_still_failed, text)
    text = _STILL_OUT.sub(lambda told: _without_one_yet(told, headcount), text)
    text = _BOTH_CERTIFICATES.sub(r"\g<book>", text)
    if _STEP.search(text) and (find_people(text) or len(_STEP.findall(text) + _BARE.findall(text)) > 1):
        text = _STEP.sub(r"\g<what>\g<number>人", text)
    if headcount or find_people(text):
        counted = bool(headcount)
        text = _CERTIFICATES.sub(lambda told: _one_for_each(told, headcount), text)
        text = _BARE.sub(lambda told: _of_people(told, counted=counted), text)
    text = _HAVE_CERTIFICATES.sub(r"\g<number>人", text)
    if len(_SO_LONG.findall(text)) > 1:
        text = _SO_LONG.sub(r"\g<count>\g<what>", text)
    return _NUMBER_BEHIND.sub(_turned, _ISSUED.sub(_given, text))


def _without_one_yet(told: re.Match[str], headcount: int | None) -> str:
    before = find_people(told.string[: told.start()], exact=True)
    whole = max([headcount or 0, *(int(people.quantity.low) for people in before)])
    return f"有{told['number']}个没拿到证" if int(told["number"]) < whole else told[0]


def _of_people(told: re.Match[str], *, counted: bool) -> str:
    if not (counted or find_people(told.string[: told.start()])):
        return told[0]
    # 发证30
    return f"{told['number']}人拿证" if "证" in told["what"] else f"{told['what']}{told['number']}人"


def _one_for_each(told: re.Match[str], headcount: int | None) -> str:
    """The people of several certificates, where more people are spoken of, or as many."""
    before = find_people(told.string[: told.start()], exact=True)
    whole = max([headcount or 0, *(int(people.quantity.low) for people in before)])
    many = whole_number(told["number"])
    if many is None or not 2 < many <= whole or _OF_ONE.search(told.string[: told.start()]):
        return told[0]
    return f"{told['number']}人拿{told['what'].removeprefix('的')}"


def _given(told: re.Match[str]) -> str:
    one = "考" in told[0] and int(told["number"]) <= _SEVERAL_OF_ONE
    if one or _OF_ONE.search(told.string[: told.start()]):
        return told[0]  # 我拿了等级证2本
    return f"{told['number']}人拿{told['what'].removeprefix('的')}"


def _turned(told: re.Match[str]) -> str:
    if _OF_ONE.search(told.string[: told.start()]):
        return told[0]  # 我考过了2个 counts certificates
    what = told[0][: told.start("has" if told["has"] else "count") - told.start()].removesuffix("人")
    what = what.removesuffix("的")
    if told["failed"]:
        return f"有{told['count']}{what if what[0] in '没未不' else '没考过'}"
    return f"{'有' if told['left'] else ''}{told['count']}{what}"


def _still_failed(told: re.Match[str]) -> str:
    failed, since = (
        whole_number(told["failed"] or told["missed"]),
        whole_number(told["since"] or told["later"]),
    )
    return told[0] if failed is None or since is None or since >= failed else f"挂了{failed - since}个"


def without_failures(text: str) -> str:
    """The folded message of those who passed; 头一次没拿证，第二次有证, of two times, of one."""
    text = _FLUNKED.sub("没考过", _times_passed(_TIMES_FAILED.sub(r"\g<passed>", text)))
    people = find_people(text, exact=True)
    for one, other in pairwise(people):
        told, *between = PART_END.split(text[one.end : other.start])
        later = PART_END.split(text[other.end :])[0]
        if not between or not all(_OTHERS.fullmatch(words.strip()) for words in between):
            continue
        if _FAILS.match(told) and _PASSES.match(later):
            return text[: one.start] + BLANK * (other.start - one.start) + text[other.start :]
        if _PASSES.match(told) and _FAILS.match(later):
            end = other.end + len(later)
            text = text[: other.start] + BLANK * (end - other.start) + text[end:]
            of_a_whole = any(whole.end == one.start for whole in people)  # 20人18人合格,2人不合格
            all_of_them = told.startswith("合格") and not of_a_whole
            return f"{text[: one.end]}都{text[one.end :]}" if all_of_them else text
    return text


def _times_passed(text: str) -> str:
    times = [m for m in find_quantities(text) if m.kind == "times" and m.quantity.is_exact]
    whole = next((m for m in times if m.quantity.low > 1), None)
    each = [] if whole is None else [found.start() for found in _EACH_TIME.finditer(text, whole.end)]
    if whole is None or len(each) != whole.quantity.low:
        return text
    failed = [(a, b) for a, b in pairwise((*each, len(text))) if _MISSED.search(text[a:b])]
    if not failed or len(failed) == len(each) or failed[-1][1] == len(text):
        return text
    for start, end in failed:
        text = text[:start] + BLANK * (end - start) + text[end:]
    left = int(whole.quantity.low) - len(failed)
    return f"{text[: whole.start]}{left}{whole.unit}{text[whole.end :]}"
