"""Amounts in the words of a sentence: how much, of what kind, per what, up to what.

每人800元   800元/人·年   每人每月200元，最长6个月   不超过400元   不低于4000元   500元至3000元   50~500万元
每课时25元，最多不超过1000元      按实补贴，不高于8000元      提高30%      按50%支付
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from assistant.intake.dates import number_in
from assistant.rules.figures import Figure, find_figures

_MULTIPLES = {"": 1, "万": 10_000, "亿": 100_000_000}
_UNIT_BEHIND = re.compile(r"\s*(?P<multiple>[万亿]?)\s*(?P<unit>元|%|％)?")
_TO = re.compile(r"\s*(?:[万亿]?元?|%)?\s*(?:至|到|[-~～—–]+)\s*")
_AT_MOST = re.compile(
    r"(?:不得?超过|不得?高于|不得?多于|最高(?:可达|可|为|给予|补助|补贴|奖励|支持|限额)*|最多(?:可|为)?|至多|上限(?:为)?|封顶|控制在|限额)"
    r"(?:人民币)?(?:[每按]\S{0,6})?\s*$"
)
_AT_LEAST = re.compile(r"(?:不得?低于|不得?少于|最低(?:为|给予)?|至少|起点为)(?:人民币)?\s*$")
_BEHIND_AT_MOST = re.compile(r"\s*(?:[万亿]?元|%)?(?:/\S{1,4})?\s*(?:以内|以下|封顶|为限|的?上限)")
_BEHIND_AT_LEAST = re.compile(r"\s*(?:[万亿]?元|%)?\s*(?:以上|起)")
_CAP = re.compile(r"(?:最多|最高|累计|合计|总额|总计|单个|全年|上限|封顶|限额)[^。；]{0,14}$|不超过\s*$")
_LISTED_AT_MOST = re.compile(
    r"(?:不超过|不高于|最高|上限)[^，。；：]{0,8}(?:下列|以下|如下|下表)[^。；]{0,6}标准"
)
_PER = re.compile(
    r"每\s*(?:1|一)?\s*(?P<unit>(?:个|名|位|家|期|门|户|项)?[一-鿿]{1,5}?)(?=每|\d|[一二三四五六七八九十]+[万千百元]|按|补|给|奖|最|不|一次|发|支|可|资|，|,|$|标准|培训|津|\s)"
)
_PER_BEHIND = re.compile(
    r"\s*[万亿]?元\s*(?:[/／每·]\s*(?P<first>[一-鿿]{1,3}))(?:\s*[·/／.]\s*(?P<second>[一-鿿]{1,3}))?"
)
_LENGTH = re.compile(
    r"(?:最长|最多|不超过|不得超过|累计)[^，。；\d一二三四五六七八九十]{0,6}(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?P<unit>个?[月天日次年]|课时|学时|期)"
)
ONLY_SEPARATED = re.compile(r"\s*[万亿]?\s*元?(?:[/／·][一-鿿]{1,2})*\s*(?:[、，,和及或]|以及)\s*")
_AS_SPENT = re.compile("按实|据实|实报|实际(?:发生|支出|费用|培训费)")
_RAISED = re.compile(r"(?:提高|上浮|增加|上调|上涨|加发|增发)(?:幅度)?[^，。；\d]{0,8}$")
_RAISED_BEHIND = re.compile(
    r"\s*[%％]?\s*(?:的(?:比例|幅度|标准))?(?:予以|给予)?(?:上浮|提高|增加|上调|加发)"
)


@dataclass(frozen=True)
class Amount:
    """An amount as a sentence names it: sentence[start:end]."""

    start: int
    end: int
    low: Decimal | None  # None: the text sets no lower bound
    high: Decimal | None
    percent: bool = False
    raises: bool = False  # 提高30%: it changes other amounts
    per: tuple[str, ...] = ()  # 人, 月, 课时 …: as printed behind 每
    caps: bool = False  # the most that the amount before it can come to
    again: bool = False  # the amount before it, named once more: 低于8000元的，按实补贴

    @property
    def value(self) -> Decimal:
        """Its one number, or the upper of two."""
        value = self.high if self.high is not None else self.low
        assert value is not None
        return value

    @property
    def bound(self) -> str:
        """exactly, range, at_most or at_least."""
        if self.low is None:
            return "at_most"
        if self.high is None:
            return "at_least"
        return "exactly" if self.low == self.high else "range"


def read_amounts(sentence: str) -> tuple[Amount, ...]:
    """The amounts of a sentence without tables, left to right."""
    figures = [figure for figure in find_figures(sentence) if figure.head is None]
    found: list[Amount] = []
    at = 0
    while at < len(figures):
        first = figures[at]
        last = (
            figures[at + 1]
            if at + 1 < len(figures) and _is_range(sentence, first, figures[at + 1])
            else first
        )
        amount = _amount(sentence, first, last, figures, found)
        if amount is not None:
            found.append(amount)
        at += 1 if last is first else 2
    return tuple(found)


def longest(sentence: str, unit: str) -> Decimal | None:
    """How many of a unit count at most: 最长6个月, 每年不超过3次."""
    for match in _LENGTH.finditer(sentence):
        if match["unit"].lstrip("个").replace("日", "天") == unit.lstrip("个").replace("日", "天"):
            return Decimal(number_in(match["number"]))
    return None


def is_as_spent(sentence: str) -> bool:
    """Whether what was spent is paid."""
    return _AS_SPENT.search(sentence) is not None


def _is_range(sentence: str, first: Figure, second: Figure) -> bool:
    return _TO.fullmatch(sentence[first.span.end : second.span.start]) is not None


def _amount(
    sentence: str, first: Figure, last: Figure, figures: Sequence[Figure], before: Sequence[Amount]
) -> Amount | None:
    end = last.span.end
    low, high = _value(sentence, first, figures), _value(sentence, last, figures)
    if low is None or high is None:
        return None
    # What stands before it, from the amount before on.
    since = before[-1].end if before else 0
    lead = sentence[since : first.span.start]
    behind = sentence[end : end + 16]
    percent = "%" in _unit(sentence, last, figures) or sentence[first.span.start : end].startswith("百分之")
    phrase = re.split("[，,；;：:]", lead)[-1]
    raises = percent and bool(
        _RAISED.search(phrase) or _RAISED_BEHIND.match(behind) or _raised_in(lead, phrase)
    )
    per = _per(lead, behind) or _per_shared(before, lead)
    at_most = bool(
        _AT_MOST.search(lead)
        or _BEHIND_AT_MOST.match(behind)
        or _LISTED_AT_MOST.search(sentence[: first.span.start])
    )
    at_least = not at_most and bool(
        _AT_LEAST.search(lead) or (_BEHIND_AT_LEAST.match(behind) and not percent)
    )
    if before and ONLY_SEPARATED.fullmatch(lead):  # in a bare list the bound stands before the first
        at_most = at_most or (before[-1].low is None and not at_least)
        at_least = at_least or (before[-1].high is None and not at_most)
    again = (
        bool(before)
        and before[-1].value == high
        and re.search(r"(?:低于|不足|超过|高于|达不到)\s*$", lead) is not None
    )
    caps = bool(before) and not percent and at_most and bool(_CAP.search(phrase)) and not before[-1].percent
    return Amount(
        first.span.start,
        end,
        None if at_most and low == high else low,
        None if at_least else high,
        percent=percent,
        raises=raises,
        per=per,
        caps=caps,
        again=again,
    )


def _raised_in(lead: str, phrase: str) -> bool:
    """适当上浮，上浮幅度不超过 30%."""
    return "幅度" in phrase and re.search("上浮|提高", lead) is not None


def _value(sentence: str, figure: Figure, figures: Sequence[Figure]) -> Decimal | None:
    words = sentence[figure.span.start : figure.span.end]
    if words.startswith("百分之"):
        return _chinese(words[3:])
    if words[-1:] == "元":
        return _chinese(words.rstrip("元").strip())
    try:
        number = Decimal(re.sub("[,，]", "", words))
    except InvalidOperation:
        return None
    unit = _unit(sentence, figure, figures)
    return number * _MULTIPLES["万" if "万" in unit else "亿" if "亿" in unit else ""]


def _unit(sentence: str, figure: Figure, figures: Sequence[Figure]) -> str:
    """万元, 元 or %: what stands behind the number, or behind the last number of its list."""
    match = _UNIT_BEHIND.match(sentence, figure.span.end)
    if match is None or match["unit"] or sentence[figure.span.end - 1] == "元":
        return match[0] if match else ""
    if match["multiple"]:
        return match[0]
    following = next((f for f in figures if f.span.start > figure.span.start), None)
    return _unit(sentence, following, figures) if following else match[0]


def _chinese(numeral: str) -> Decimal | None:
    """一千五百, 两万, 六十, 10."""
    if re.fullmatch(r"\d+(?:\.\d+)?", numeral):
        return Decimal(numeral)
    total, part, digit = 0, 0, 0
    for character in numeral.replace("两", "二"):
        if (value := "零一二三四五六七八九".find(character)) >= 0:
            digit = value
        elif character in "十百千":
            part += max(digit, 1) * 10 ** ("十百千".index(character) + 1)
            digit = 0
        elif character in "万亿":
            total += (part + digit) * _MULTIPLES[character]
            part = digit = 0
        else:
            return None
    return Decimal(total + part + digit)


def _per(lead: str, behind: str) -> tuple[str, ...]:
    """The units of 每人每月200元 and of 800元/人·年, as printed."""
    phrase = re.split("[；;。]", lead)[-1]
    named = (match["unit"] for match in _PER.finditer(phrase))
    units = ["年" if unit.startswith("年") else unit for unit in named]  # 每年安排, 每年补助
    if match := _PER_BEHIND.match(behind):
        units += [unit for unit in (match["first"], match["second"]) if unit]
    return tuple(dict.fromkeys(units))


def _per_shared(before: Sequence[Amount], lead: str) -> tuple[str, ...]:
    """In a list 每人 stands before the first amount only: 按每人1500元、2000元的标准."""
    return before[-1].per if before and not re.search("[。；;]", lead) else ()
