"""People told by their share of a number: 20个人一半中级工一半高级工 are ten and ten.

The message is rewritten before anything else reads it. A share that is no whole number of people, or not
told exactly (超过一半), counts nobody: then the whole is not told either, so that it is asked for.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from assistant.dialogue.language.crowd_words import ALL, AMONG, LACK, PASSED, PERSON, REST
from assistant.dialogue.language.numerals import NUMERAL, read_numeral
from assistant.dialogue.language.quantities import Mention, find_people
from assistant.dialogue.language.sentence import PART_END, PHRASE_END, SENTENCE_END
from assistant.dialogue.language.words import BLANK

_DIGIT = "[一二两三四五六七八九十\\d]{1,2}"
_SHARE = re.compile(
    rf"(?P<each>各自?占?了?)?(?P<has>占了?|是|有)?(?P<other>另外?|{REST})?"
    r"(?P<around>超过了?|不到|不足|不止|多于|少于|大于|小于|高于|低于|至少|最多|起码|快|将近|接近|大概|大约|差不多|约|近)?"
    rf"(?:(?P<half>一半(?!以上|多|左右|不到)|半数)|(?P<below>{_DIGIT})分之(?P<above>{_DIGIT})|(?P<tenths>{_DIGIT})成|(?P<percent>\d{{1,3}}(?:\.\d)?)%(?=的人))"
    "(?P<about>及?以[上下]|多(?!少)|左右|上下|不到|出头|半)?"
    f"(?P<people>的?{PERSON})?"
    "(?!的?(?:钱|费|补|课|工资|时|标准|金额|资金)|[元天年月小])"
)
# 九成五
_TENTHS_AND_MORE = re.compile(
    "(?P<rate>率[是为有达在到]*)?(?P<tenths>[一二三四五六七八九])成(?P<more>[一二三四五六七八九半])"
)
# 合格率90%
_RATE = re.compile(
    rf"(?P<what>合格|及格|通过|取证|拿证)率(?P<is>[是为有达在到]*)(?:(?P<percent>\d{{1,3}}(?:\.\d)?)%|百分之(?P<hundredths>{NUMERAL})|(?P<tenths>{_DIGIT}成))"
)
# 合格率90%,20人岗前: ahead of whom it is a share
_RATED = re.compile("其中[^,。;!?]{1,8}?的人(?:合格|及格|通过|取证|拿证)(?=[,。;])")
# 挂了一半, told behind
_DONE_BY_SHARE = re.compile(
    rf"(?:(?P<failed>挂|没(?:考)?过|没通过|没及格|没合格|不合格)|(?<![没不未])(?:考过|通过|合格|及格|过))(?:了|的有?)?"
    rf"(?P<share>一半|半数|{_DIGIT}分之{_DIGIT}|[一二三四五六七八九]成)(?=[,。;!?]|$)"
)
_HALVES = re.compile("对半开?|五五开|一半对一半")
# Where a share counts people: where a part begins, behind their number, behind what others of them are.
# 大部分没过, 大概一半的人有证: no number.
_ABOUT = re.compile(
    "(?:一半(?:以上|多|左右|不到)|(?:大概|大约|差不多|将近|接近|约|近)(?:一半|半数)|一?[大小]半|大部分|大多数?|小部分|少数|(?<![\\d一二两三四五六七八九十])个别)"
    f"的?{PERSON}?(?:还|就|{ALL})?(?:{LACK}|{PASSED}|过了|[考签交])"
)
_PLACE = re.compile("(?:^|[,、。;:!?人个名位工员里头面中有占各是级师证训审过完班外余下后算只仅才就果])$")
_AMONG = re.compile(f"{AMONG}|[里中](?:就?只|才|就)?$")
_LACK = re.compile(LACK)


def count_shares(text: str, headcount: int | None) -> str:
    """The folded message with numbers for shares. `headcount`: how many were spoken of before."""
    text = _DONE_BY_SHARE.sub(_share_first, text)
    text = _RATE.sub(_rated, _HALVES.sub("各一半", _TENTHS_AND_MORE.sub(_in_percent, text)))
    text = _rate_behind(text)
    found = [
        share
        for share in _SHARE.finditer(text)
        if share["has"] in ("占", "占了") or _PLACE.search(text[: share.start()])
    ]
    people = find_people(text, exact=True)
    people = [one for one in people if not any(s.start() <= one.start < s.end() for s in found)]  # 一半人
    if not found and (about := _ABOUT.search(text)):
        ahead = [mention for mention in people if mention.end <= about.start()]
        return _uncounted(text, ahead[0]) if len(ahead) == 1 else text
    if not found:
        return text
    ahead = [mention for mention in people if mention.end <= found[0].start()]
    whole = ahead[-1] if ahead else None
    if whole is None and (headcount is None or people):
        return text
    if whole is not None and SENTENCE_END.search(text, whole.end, found[0].start()):
        return text
    number = headcount if whole is None else int(whole.quantity.low)
    counts = [_fraction(share) * (number or 0) for share in found]
    inexact = any(share["around"] or share["about"] for share in found)
    if inexact or any(count.denominator != 1 or not 1 <= count <= (number or 0) for count in counts):
        return _uncounted(_without_denials(text, found), whole)
    for share, count in reversed(list(zip(found, counts, strict=True))):
        alone = len(found) == 1 and not share["other"]
        text = f"{text[: share.start()]}{_ahead(text, share, alone=alone)}{count}人{text[share.end() :]}"
    return text


def _rate_behind(text: str) -> str:
    """其中90%的人合格,20人岗前: the number ahead of its share."""
    rated, people = _RATED.search(text), find_people(text)
    if rated is None or len(people) != 1 or people[0].start < rated.end():
        return text
    phrase_end = PHRASE_END.search(text, people[0].end)
    end = phrase_end.start() if phrase_end else len(text)
    return f"{text[: rated.start()]}{text[rated.end() + 1 : end]},{rated[0]}{text[end:]}"


def _share_first(told: re.Match[str]) -> str:
    return f"{told['share']}的人{'没考过' if told['failed'] else '考过了'}"


def _in_percent(told: re.Match[str]) -> str:
    more = 5 if told["more"] == "半" else read_numeral(told["more"])[0]
    percent = read_numeral(told["tenths"])[0] * 10 + more
    return f"{told['rate'] or ''}{percent}%{'' if told['rate'] else '的人'}"


def _rated(told: re.Match[str]) -> str:
    """其中90%的人合格."""
    if told["tenths"]:
        return f"其中{told['tenths']}的人{told['what']}"
    return f"其中{told['percent'] or read_numeral(told['hundredths'])[0]}%的人{told['what']}"


def _ahead(text: str, share: re.Match[str], *, alone: bool) -> str:
    """What the number needs before it: 中级工高级工|各10人, 一半中级工|,10人高级工, 20人|,其中10人没过."""
    if share["each"]:
        return "各"
    told_behind = share.end() < len(text) and text[share.end()] not in ",、。;:!?"
    if not told_behind or _AMONG.search(text[: share.start()]):
        return "有" if share["has"] == "有" and text.endswith("只", 0, share.start()) else ""
    comma = "" if share.start() == 0 or text[share.start() - 1] in ",、。;:!?" else ","
    return f"{comma}其中" if alone else comma


def _fraction(share: re.Match[str]) -> Fraction:
    if share["half"]:
        return Fraction(1, 2)
    if share["percent"]:
        return Fraction(share["percent"]) / 100
    if share["tenths"]:
        return Fraction(int(read_numeral(share["tenths"])[0]), 10)
    below = int(read_numeral(share["below"])[0])
    return Fraction(int(read_numeral(share["above"])[0]), below) if below else Fraction(0)


def _without_denials(text: str, shares: Sequence[re.Match[str]]) -> str:
    """The text without what a share of nobody knows how many lacks: it is not lacked by all."""
    for share in shares:
        end = PART_END.search(text, share.end())
        behind = end.start() if end else len(text)
        if _LACK.search(text, share.end(), behind):
            text = text[: share.start()] + BLANK * (behind - share.start()) + text[behind:]
    return text


def _uncounted(text: str, whole: Mention | None) -> str:
    if whole is None:
        return text
    return text[: whole.start] + BLANK + text[whole.end :]
