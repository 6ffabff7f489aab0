"""The place that a document holds in: by the names of its issuers and title, and by the code of its 文号.

晋江市人民政府办公室 → 晋江市      鼓政办〔2020〕6号 → 鼓楼区, where a 鼓楼区 is named      榕政办 → 福州市
"""

from collections import Counter
from collections.abc import Collection, Sequence

from assistant.documents.regions import Region, RegionTree
from assistant.intake.models import Derived, Doubt
from assistant.search.tokens import fold

# How a 文号 begins where it is not the first character of the place's own name. The province first: in the
# code of a city's office its own character follows (浙人社 is the province, 杭人社 the city).
_PROVINCES = {
    "京": "110000", "津": "120000", "冀": "130000", "晋": "140000", "蒙": "150000", "辽": "210000",
    "吉": "220000", "黑": "230000", "沪": "310000", "苏": "320000", "浙": "330000", "皖": "340000",
    "闽": "350000", "赣": "360000", "鲁": "370000", "豫": "410000", "鄂": "420000", "湘": "430000",
    "粤": "440000", "桂": "450000", "琼": "460000", "渝": "500000", "川": "510000", "黔": "520000",
    "贵": "520000", "滇": "530000", "云": "530000", "藏": "540000", "陕": "610000", "甘": "620000",
    "青": "630000", "宁": "640000", "新": "650000",
}  # fmt: skip
_CITIES = {
    "榕": "350100", "鹭": "350200", "穗": "440100", "蓉": "510100", "甬": "330200", "婺": "330700",
    "禾": "330400", "洪": "360100", "浔": "360400", "邕": "450100", "筑": "520100", "镐": "610100",
    "青": "370200", "济": "370100",
}  # fmt: skip


def derive_region(
    issuers: Sequence[str], title: str, number: str | None, text: str, regions: RegionTree
) -> Derived:
    """The code of the place; "" with a doubt where neither names nor 文号 tell."""
    named = _narrowest(_candidates([*issuers, title], regions), regions)
    whole = fold(text)
    if len(named) > 1:
        named = _of_the_places_named(named, whole, regions)
    by_code = _by_code(number, regions)
    doubts: list[Doubt] = []
    if not named:
        named = _mentioned_most(whole, by_code, regions)
        reason = "发文机关和标题里没有地名，" + (
            "按全文提到的地名推断" if named else "请写明地区（--region）"
        )
        doubts.append(Doubt("地区", reason))
    if len(named) > 1:
        fitting = [code for code in named if code in by_code] or named
        names = "、".join(regions.full_name(code) for code in named[:5])
        doubts.append(Doubt("地区", f"叫这个名字的有好几个：{names}，取了{regions.full_name(fitting[0])}"))
        named = fitting
    if not named:
        return Derived("", "", tuple(doubts))
    if number and by_code and named[0] not in by_code and not _fits(number, named[0], regions):
        doubts.append(Doubt("地区", f"文号{number}的代字与{regions.full_name(named[0])}对不上，请核对"))
    return Derived(named[0], regions.full_name(named[0]), tuple(doubts))


def _candidates(names: Sequence[str], regions: RegionTree) -> list[str]:
    """The codes of the places that names begin with, a name that several places share with all of them.

    A name that elsewhere is a common word (城关区, 新县) is a place where that of an office begins with it.
    """
    codes: list[str] = []
    for name in names:
        mentions = regions.mentions(fold(name))
        if mentions and mentions[0].start <= 4:
            codes += [region.code for region in mentions[0].regions]
        else:
            codes += [region.code for region in regions.regions if fold(name).startswith(region.name)]
    return list(dict.fromkeys(codes))


def _narrowest(codes: Sequence[str], regions: RegionTree) -> list[str]:
    """Those that hold no other of them."""
    return [c for c in codes if not any(c != other and regions.contains(c, other) for other in codes)]


def _of_the_places_named(codes: Sequence[str], text: str, regions: RegionTree) -> list[str]:
    """Of places of one name, those whose city or province the document speaks of."""
    mentioned = {region.code for mention in regions.mentions(text, codes) for region in mention.regions}
    scored = [(sum(above.code in mentioned for above in regions.ancestors(code)), code) for code in codes]
    best = max(score for score, _ in scored)
    return [code for score, code in scored if score == best]


def _mentioned_most(text: str, by_code: Collection[str], regions: RegionTree) -> list[str]:
    counted = Counter(
        mention.regions[0].code for mention in regions.mentions(text) if len(mention.regions) == 1
    )
    fitting = {code: times for code, times in counted.items() if not by_code or code in by_code}
    ranked = Counter(fitting or counted).most_common(1)
    return [ranked[0][0]] if ranked else list(by_code)[:1]


def _by_code(number: str | None, regions: RegionTree) -> tuple[str, ...]:
    """The places that the first character of a 文号 may stand for."""
    if not number:
        return ()
    first = number[0]
    found = [code for code in (_PROVINCES.get(first), _CITIES.get(first)) if code]
    found += [region.code for region in regions.regions if _spells(region, first)]
    return tuple(dict.fromkeys(found))


def _fits(number: str, code: str, regions: RegionTree) -> bool:
    """Whether the agency's code has a character of the place's name: 衢市人社发, 浔政办发 for 南浔区."""
    agency = number.split("〔")[0]
    return any(character in agency[:3] for character in regions.region(code).name[:-1])


def _spells(region: Region, character: str) -> bool:
    return region.name.startswith(character)
