"""Numbers with a unit in a folded message, with what was said about their exactness.

12人 · 一百二十人 · 俩人 · 三四个人 · 3到5个人 · 十多个人 · 半年 · 一年半 · 两年多 · 快两年 · 一年以上 · 不到半年 ·
36课时 · 1.5万元 · 100万 · 62岁 · 3次
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.rules.facts import Quantity

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "俩": 2, "仨": 3, "〇": 0}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_NUMERAL = r"(?:\d+(?:\.\d+)?(?:[百千万亿wk])?|[零〇一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]*|[俩仨半])"
# "第三次", "每人", "二级": an ordinal, a rate and a level are no counts.
_NOT_BEFORE = r"(?<![第每几\d.〔(])"
_BEFORE = r"(?P<before>不到|未满|不满|不足|少于|低于|不超过|最多|至多|超过|多于|大于|高于|至少|不少于|不低于|快要|快|将近|接近|差不多)?"
_RANGE = rf"(?:(?:到|至|-|~|—|–)(?P<second>{_NUMERAL}))?"
_PEOPLE = r"[^级区市县省国月,。;!?、]{0,4}?(?:人|员|工(?!作室|种)|户|师傅|技师|徒弟|学徒|学生|大学生|毕业生|军人|子女|兵|孩子)"
_THINGS = (
    r"[^,。;!?、]{0,5}?(?:证|项|工种|基地|工作室|班|部门|[省市区县镇级月年周]|企业|公司|厂|单位|机构|补[贴助]|政策|问题|赛|小时|学时|课时"
    r"|标准|文件|条件|方案|中心|名额|星期|礼拜|方面|办法|渠道|品牌|奖|岗位|车间|街道|元|店|家|都)"
)
_UNIT = (
    r"(?P<unit>个?竞赛工种|个?比赛工种|个?工种|个赛项|个项目|个?课时|个?学时|节课|节|个小时|小时|"
    r"个半月|个多月|个月|(?<=[俩仨])月|周年|年|周岁|岁|万元|万块|元|块钱|块|人次|号人|口人|人|名|位|"
    # A bare 个 counts people unless it is followed by something else that is counted.
    rf"个(?={_PEOPLE}|[^,。;!?]{{0,12}}?的(?:职工|工人|员工|学员|师傅|人))|个(?!{_THINGS})|"
    r"次|回|期)"
)
_AFTER = r"(?P<after>以上|及以上|以下|以内|之内|内|多|出头|半|左右)?"
_PATTERN = re.compile(
    rf"{_BEFORE}{_NOT_BEFORE}(?P<first>{_NUMERAL})(?P<more>多|余|来|几)?{_RANGE}{_UNIT}(?!级|度|代)(?:钱)?{_AFTER}"
)
_BARE_MONEY = re.compile(
    rf"{_NOT_BEFORE}(?P<first>(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)[万w][一二三四五六七八九]?)(?![人元块级\d])"
)
_KINDS = (
    ("trade", ("工种", "赛项", "项目")),
    ("hour", ("课时", "学时", "节课", "节", "小时")),
    ("month", ("月",)),
    ("year", ("年",)),
    ("age", ("岁",)),
    ("money", ("元", "块", "万", "w")),
    ("person", ("人次", "人", "名", "位", "个")),
    ("times", ("次", "回", "期")),
)


@dataclass(frozen=True)
class Mention:
    """A quantity as it stands in the message. `kind`: trade hour month year age money times person."""

    quantity: Quantity
    kind: str
    start: int
    end: int


def spell_out(text: str) -> str:
    """俩 and 仨 hold their measure word: 俩工种 is 两个工种, 俩月 两个月."""
    return re.sub("俩个?", "两个", re.sub("仨个?", "三个", text))


def find_quantities(text: str) -> list[Mention]:
    """Every number with a unit, left to right. Dates (2020年8月) are none."""
    mentions = [mention for match in _PATTERN.finditer(text) if (mention := _read(match)) is not None]
    taken = [(m.start, m.end) for m in mentions]
    for match in _BARE_MONEY.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            value = _value(match["first"])
            mentions.append(Mention(Quantity.exactly(value), "money", match.start(), match.end()))
    return sorted(mentions, key=lambda mention: mention.start)


def read_number(text: str) -> Decimal | None:
    """A message that is a number and nothing else: 3, 三, 1.5万."""
    return _value(text) if re.fullmatch(_NUMERAL, text) else None


def _read(match: re.Match[str]) -> Mention | None:
    unit, kind = match["unit"], _kind(match["unit"])
    first = match["first"]
    # 报一个准数, 一个证: one is seldom a count of people unless people are named.
    if unit == "个" and first in ("一", "1") and not re.match(_PEOPLE, match.string[match.end("unit") :]):
        return None
    if kind == "year" and re.fullmatch(r"\d{4}", first):
        return None
    low, high = _bounds(first, match["more"], match["second"])
    half = Decimal("0.5") if "半月" in unit or match["after"] == "半" else Decimal(0)
    low, high = low + half, high + half
    if "万" in unit:
        low, high = low * 10_000, high * 10_000
    vague = "多" in unit or match["after"] in ("多", "出头")
    if vague:
        low, high = low + _step(low), high + 1
    return Mention(_qualified(low, high, match["before"], match["after"]), kind, match.start(), match.end())


def _bounds(first: str, more: str | None, second: str | None) -> tuple[Decimal, Decimal]:
    if second is not None:
        low, high = _value(first), _value(second)
        return (low, high) if low <= high else (high, high)
    # 三四个人: two neighbouring digits are a range, unlike 三十四.
    if len(first) == 2 and all(c in _DIGITS for c in first) and _DIGITS[first[1]] == _DIGITS[first[0]] + 1:
        return Decimal(_DIGITS[first[0]]), Decimal(_DIGITS[first[1]])
    value = _value(first)
    if more:
        scale = Decimal(10) ** value.adjusted()
        return value, value + scale
    return value, value


def _qualified(low: Decimal, high: Decimal, before: str | None, after: str | None) -> Quantity:
    if before in ("不到", "未满", "不满", "不足", "少于", "低于"):
        return Quantity(Decimal(0), max(Decimal(0), high - _step(high)))
    if before in ("不超过", "最多", "至多") or after in ("以下", "以内", "之内", "内"):
        return Quantity(Decimal(0), high)
    if before in ("快", "快要", "将近", "接近", "差不多"):
        return Quantity(low * Decimal("0.75"), high)
    if before in ("超过", "多于", "大于", "高于"):
        return Quantity(low + _step(low), None)
    if before in ("至少", "不少于", "不低于") or after in ("以上", "及以上"):
        return Quantity(low, None)
    return Quantity(low, high)


def _step(value: Decimal) -> Decimal:
    """How far "less than" or "more than" so many is from it: years are told in tenths, the rest in ones."""
    return Decimal("0.1") if value <= 3 else Decimal(1)


def _kind(unit: str) -> str:
    return next(kind for kind, endings in _KINDS if any(unit.endswith(ending) for ending in endings))


def _value(numeral: str) -> Decimal:
    if numeral == "半":
        return Decimal("0.5")
    if numeral[0].isdigit():
        scale = {"百": 100, "千": 1000, "k": 1000, "万": 10_000, "w": 10_000, "亿": 100_000_000}
        return Decimal(numeral[:-1]) * scale[numeral[-1]] if numeral[-1] in scale else Decimal(numeral)
    return Decimal(_chinese(numeral))


def _chinese(numeral: str) -> int:
    """一百二十 → 120, 两千五 → 2500, 一二〇 → 120."""
    if all(c in _DIGITS for c in numeral):
        return int("".join(str(_DIGITS[c]) for c in numeral))
    total = section = digit = 0
    last_scale = 1
    for character in numeral:
        if character in _DIGITS:
            digit = _DIGITS[character]
            continue
        scale = _SCALES[character]
        if scale >= 10_000:
            section = (section + digit) * scale
            total, section = total + section, 0
        else:
            section += (digit or 1) * scale
        digit, last_scale = 0, scale
    # 两千五 means 2500: a bare last digit counts the next smaller scale.
    if digit and last_scale > 10 and numeral[-2] != "零":
        digit *= last_scale // 10
    return total + section + digit
