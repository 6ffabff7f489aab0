"""Numbers with a unit in a folded message, with what was said about their exactness.

12人 · 俩人 · 三四个人 · 3到5个人 · 十多个人 · 上百号人 · 5个中级工 · 工种5个
半年 · 一年半 · 两年多 · 快两年 · 一年以上 · 不到半年 · 一年零三个月 · 半年到一年
36课时 · 1.5万元 · 两万五 · 补800 · 62岁 · 3次 · 一次都没
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal

from assistant.dialogue.language.dates import date_spans
from assistant.dialogue.language.lot_names import IS_NAMED_AHEAD
from assistant.dialogue.language.numerals import NUMERAL, read_numeral, smallest_place
from assistant.dialogue.language.sentence import ITEM_END
from assistant.rules.facts import Quantity

_LESS = ("不到", "不满", "不足", "不够", "少于", "低于", "小于")
_AT_MOST = ("不超过", "没超过", "没有超过", "不高于", "不大于", "不多于", "最多", "至多", "顶多")
_MORE = ("超过", "多于", "大于", "高于", "不止")
_AT_LEAST = ("至少", "不少于", "不低于", "最少", "少说", "起码")
_NEARLY = ("快要", "快到", "快", "将近", "接近", "差不多", "近")
_LESS_BEHIND, _AT_MOST_BEHIND = ("不到",), ("以下", "以内", "之内", "内")
_AT_LEAST_BEHIND, _MORE_BEHIND = ("及以上", "以上"), ("不止",)
_BEFORE = (
    f"(?P<before>{'|'.join((*_LESS, *_AT_MOST, *_MORE, *_AT_LEAST, *_NEARLY))}"
    r"|上(?=[百千])|近|[大小](?=半)|(?:差(?!不多)|没|未)[^,。;!?、]{0,4}?[到满够足]|(?:没有?|未)签(?:订|过)?)?"
)
_AFTER = rf"(?P<after>{'|'.join((*_LESS_BEHIND, *_AT_LEAST_BEHIND, *_AT_MOST_BEHIND))}|{_MORE_BEHIND[0]}(?!{NUMERAL})|多(?![少半])|出头|半(?![年个月天日途路道]))?"
# 第三次, 每人, 哪一个: an ordinal, a rate and a question are no counts.
_NOT_BEFORE = r"(?<![第每哪某几\d.〔])(?<!(?<!岁)数)(?<!\d,(?=\d{3}))"

# What a bare 个 counts beside people. Verbs end the name of a thing: 3个[省级基地], 3个|考了证.
_NAME = "(?:(?!参加)[^,。;!?、今年在我们进入来考拿取得领评做是没有签交想要过了人员都跟和与给]){0,6}?"
_THING = (
    rf"(?:{_NAME}(?:证|项|工种|基地|工作室|班(?!长)|部门|级别|等级|企业|公司|厂|单位|机构|补[贴助]|政策|问题|赛|小时|学时|课时|标准|文件"
    r"|条件|方案|中心|名额|名单|目录(?![以之]?[内外里])|星期|礼拜|方面|办法|渠道|品牌|奖|岗位|车间|街道|元|店|(?<!就业)(?<!贫困)(?<!困难)家庭(?!成员|的)|百分)|年(?![纪龄轻])|[月周季省市区县镇])"
)
_PERSON = (
    r"(?:[男女][的性工]|[年岁][纪数龄][大小轻]|[^级区市县省国月共\d一二两三四五六七八九十,。;!?、]{0,4}?(?:(?<![没别])人|员|(?<!施)工(?!作室|种|程|厂|业|地|会|商|艺|坊)|户|师傅|技师|徒弟|学徒|学生|毕业生|军人|籍|子女|兵|孩子|司机|骑手|阿姨|月嫂|保安|保姆|同事|伙计|小伙|兄弟|姐妹)"
    r"|(?:[初中高]级|[一二三四五1-5]级|新)(?:技?工)?证?|在[职岗编]|复[审训]|[换补]证|新考|初次|首次|专项(?:职业)?(?:能力)?证?(?=[,。;!?、和跟与\d一二两三四五六七八九十]|$|(?:的|[一总]共|考|拿|都|全|还|也|就|能|补|领)))"
)
# 打了三个电话都没人理, 跑了两个窗口
_ERRAND = "(?:电话|短信|微信|窗口|地方|热线|部门(?!的?(?:人|员工|职工|[工师])))"
_PEOPLE_AHEAD = r"[学训练]的|[^,。;!?]{0,12}?的(?:在[职岗编])?(?:[职员]工|工人|学员|师傅|人)|[^,。;!?、]{1,5}来的(?=[,。;!?、]|$)"
_UNITS = {
    "trade": "个?竞赛工种|个?比赛工种|个?工种|个赛项|个项目",
    "hour": "个?课时|个?学时|节课|节|个小时|小时",
    "time": "个半月|个多月|个月|周年|整年|年|个?季度",
    "age": "周岁|岁",
    "money": "万元|万块|元|块(?!儿|[办上去学做干考参搞])",
    "person": rf"人次|号人|口人|人|名|位|个(?!{_ERRAND})(?={_PERSON}|{_PEOPLE_AHEAD})|个(?!{_ERRAND}|{_THING}|小?组(?![长员])|队(?![长员]))|[本张份]",
    "times": "次|回|期|趟",
}
_PATTERN = re.compile(
    rf"{_BEFORE}{_NOT_BEFORE}(?P<first>{NUMERAL})(?P<more>多(?!少)|[余来几])?"
    rf"(?:(?:到|至|-|~|—|–)(?P<second>{NUMERAL})|、(?P<next>[\d一二三四五六七八九](?!\d)))?"
    rf"(?:{'|'.join(f'(?P<{kind}>{units})' for kind, units in _UNITS.items())})(?![级度代性事])钱?{_AFTER}"
)
_ONE_AMONG = re.compile(
    rf"(?:(?:其中|里头|里面|当中|[里中](?:还|又|也|再)?有|的有)(?:有|的)?(?P<one>[一1]个)(?!{_THING})(?=[^,。;!?、])"
    rf"|(?:级工|技师|[初中高]级|[一二三四五]级)[的们]?里(?P<lacks>[一1]个)(?!{_THING})(?=[^,。;!?]{{0,5}}[没未不才只])"
    rf"|(?:^|[,。;!?])有(?P<lacking>[一1]个)(?:(?={_PERSON})|(?!{_THING}))(?=[^,。;!?]{{0,5}}[没未不才只]))"
)
# 其中2个岗前补贴已经领过了: people, of whom money was had
_SOME_HAD = re.compile(
    rf"(?:其中|里头|里面|当中)有?(?P<some>{NUMERAL})个(?=[^,。;!?、\d]{{1,8}}补[贴助][^,。;!?]{{0,4}}(?:领|享受|拿)过)"
)
_ONE_OF_THEM = re.compile(
    r"(?<![一每哪第没\d])(?<!没有)[一1]个(?=(?:还|也|又|只|刚|已经)?(?:考|拿|取得|做|干了|带了|[代培]?训了|签|[交缴](?!代|通)|参加|复审|初次|[是属](?!不是)))"
    rf"|另外?[一1]个(?!{_THING})(?=[^,。;!?、])"
)
# 9人，1个没合格; written out (一个没合格) it is nobody
_ONE_LACKS = re.compile(r"(?:(?<=[,。;!?])|(?<=还有))1个(?=(?:\([^()]*\))?[没未不])")
# 3个建档立卡的,1个残疾的: one item of a list in which kinds of people are counted
_KIND = r"[^,。;!?、\d]{1,8}的?(?<![没未不])"
_JOINED = "(?:[,、和跟]{1,2}|[,、]?(?:还有|外加|加上?))"
_NEXT_OF_LIST = re.compile(rf"{_KIND}{_JOINED}{NUMERAL}[个名位](?!{_THING}|半?月)")
_LAST_OF_LIST = re.compile(rf"{NUMERAL}[个名位](?!{_THING}|半?月){_KIND}{_JOINED}$")
_ITEM_OF_LIST = re.compile(rf"{_KIND}(?=[,、。;]|$)")
# 20份合格证, 一班二十五, 宁夏来的7: may count people
_LOOSE_NUMBER = re.compile(
    r"(?<![第每哪某几之\d.〔/年月日满于元级a-z一二三四五六七八九十百])(?P<number>\d{1,4}|[二三四五六七八九]?十[一二三四五六七八九]?|[两三四五六七八九])"
    r"(?:(?P<unit>[个名位份本张]|号人|户)|(?<![^\d十][两三四五六七八九])(?=[,。;!?、]|$|[都全]))"
)
_MOST_LOOSE = 300  # larger ones are sums of money
_THING_BEHIND = re.compile(rf"(?!{_NAME}证(?!明)){_THING}|半?[月多]")
_INTO_A_LIST = re.compile("[进入在](?:了|到)?[那这前]$")
_NONE = re.compile("没有?(?=$|[,。;!?领拿享])")
_NOBODY = re.compile("[^,。;!?]{0,5}[都也](?:还|从)?(?:没|未|不(?!少))")
# 初级工3个，技师1个: who they are stands ahead, and nothing behind
_KIND_AHEAD = re.compile(
    "(?:[级技]工|技师|[人成]员|[职员]工|人|户|籍|学徒|徒弟|毕业生|学生|子女|家庭|新证|复审|复训|换证)的?有?$"
)
_ENDS_OR_DOES = re.compile(f"{ITEM_END.pattern}|干|做[了满]|训[了满]|考|拿|签")
_RATE = re.compile("[一每](?:年|个?月)\\d|\\d{3}")
_SUM_AHEAD = re.compile("(?:元|块钱?)[/每]?$")
_EACH_TIME = re.compile(r"(?:就|都)?[补给按是发]?\d{2,}")
_SUM_BEHIND = re.compile(r"(?:就?[补给按是])?\d+(?:元|块)")
# 发合格证24本 · 发了24张合格证: one for each who passed. Who was given two himself is one.
_ISSUED = re.compile(
    "(?<!给我)(?<!给他)(?<!给她)发(?:了|出|放)?(?P<what>[^,。;!?、]{0,6}证书?)?(?:一?共|有)?$"
)
_CERTIFICATES = re.compile("[^,。;!?、]{0,6}证")
_THAT_TIME = re.compile("[下这那头前首末]$|(?<![只就才仅光再又能会想要去])上$")  # 上一次, but 只上一次
_THAN = re.compile("比[^,。;!?]{1,8}[多少]了?$")
_CARED_FOR = re.compile("(?:带|养|拉扯|抚养|照顾|照看|看|生|家里有)(?:着|了)?$")
_IS_FAMILY = re.compile("(?:家里?(?:面)?|全家|一家|家庭)(?:一?共|总共|有|是)?$")
_PUPILS_AHEAD, _PUPILS = re.compile("带(?:了|着|过)?$"), re.compile("徒弟|学徒|学生|学员")
_I_MYSELF = re.compile("我(?:自己|本人)")
_FAMILY = re.compile("小?(?:娃|孩|儿子|女儿|闺女|丫头|老人)")
# 问了五个同事: who is asked for advice is no trainee; 问了5个中级工的补贴 is about them
_CONSULTED = re.compile("(?:问|请教|咨询|打听|求|联系)(?:了|过)(?:[好前]|差不多)?$")
_ADVISERS = re.compile(
    "(?:人(?!的)|同事|朋友|亲戚|邻居|熟人|老乡|工友|同学|领导|办事员|工作人员|客服|经办)(?!的?(?:补|钱|事|情况))"
)
_THING_AHEAD = re.compile(
    rf"(?!.*(?:公司|企业|厂|单位|机构|店)有$)(?:(?P<trade>工种|赛项|项目)|{_THING})(?:有|共|一共|总共|设|设了|是|为)?$"
)
_NUMBER = re.compile(
    rf"{_NOT_BEFORE}(?P<first>{NUMERAL})(?P<more>多(?!少)|[余来])?(?![人名个位号元块级次课月年天日分条%岁周项期回\d.a-z])"
)
_SHORT_SUM = re.compile(r"[千k][一二三四五六七八九1-9]$")
_PAID = re.compile(
    r"(?:[给补领拿发奖贴得报花]|花费|费用|成本|到手|标准是|补[贴助]是|每人|人均|每月|[每一]年|每次)(?:了|到|过|个)?$"
)
_LEAST_BARE_SUM = 100
_WINDOW = 16  # characters before a number that may name what it counts
_SPANS = ("到", "至", "-", "~", "—", "–")
_WHOLE = ("person", "times", "trade", "hour", "age")


@dataclass(frozen=True)
class Mention:
    """A quantity as it stands in the message, time in months.

    `kind`: trade hour time age money person times.
    """

    quantity: Quantity
    kind: str
    unit: str
    start: int
    end: int


def find_quantities(text: str) -> list[Mention]:
    """Every number with a unit, left to right. Dates (2020年8月) are none."""
    dates = date_spans(text)
    mentions = [m for match in _PATTERN.finditer(text) if (m := _read(match)) and _clear(m, dates)]
    taken = [*dates, *((m.start, m.end) for m in mentions)]
    mentions += _ones_of_them(text, mentions)
    mentions += [some for some in _some_had(text) if _clear(some, taken)]
    taken += [(one.start, one.end) for one in mentions]
    mentions += (sum_of_money for sum_of_money in _bare_sums(text) if _clear(sum_of_money, taken))
    return _joined(sorted(mentions, key=lambda mention: mention.start), text)


def find_people(text: str, *, exact: bool = False) -> list[Mention]:
    """Where a folded text counts people; `exact`: in one number each, no 三四个."""
    people = (mention for mention in find_quantities(text) if mention.kind == "person")
    return [mention for mention in people if mention.quantity.is_exact or not exact]


def find_loose_numbers(text: str) -> list[Mention]:
    """Numbers that count nothing which is read here, and may count people: 20份合格证, 一班二十五,二班二十."""
    taken = [*date_spans(text), *((m.start, m.end) for m in find_quantities(text))]
    loose = (
        Mention(Quantity(*read_numeral(found["number"])), "person", found["unit"] or "", *found.span())
        for found in _LOOSE_NUMBER.finditer(text)
        if not (found["unit"] and _THING_BEHIND.match(text, found.end()))
    )
    return [one for one in loose if 1 < one.quantity.low <= _MOST_LOOSE and _clear(one, taken)]


def _ones_of_them(text: str, mentions: list[Mention]) -> list[Mention]:
    """2个工人，一个考了高级工，一个还考了中级工: one is a count of people where several were counted before."""
    several = [m.end for m in mentions if m.kind == "person" and m.quantity.low > 1]
    spans = [one.span(one.lastgroup or 0) for one in _ONE_AMONG.finditer(text)]
    among = (_ONE_OF_THEM, _ONE_LACKS) if several else ()
    spans += [one.span() for words in among for one in words.finditer(text, min(several))]
    ones = (Mention(Quantity.exactly(1), "person", "个", start, end) for start, end in dict.fromkeys(spans))
    return [one for one in ones if _clear(one, [(m.start, m.end) for m in mentions])]


def _some_had(text: str) -> Iterator[Mention]:
    """People told apart of whom it is said what money they had."""
    for had in _SOME_HAD.finditer(text):
        yield Mention(Quantity(*read_numeral(had["some"])), "person", "个", had.start("some"), had.end())


def _counts_certificates(ahead: str, behind: str) -> bool:
    """Whether what stands around a number of 本 says that so many certificates were issued."""
    issued = _ISSUED.search(ahead)
    return issued is not None and bool(issued["what"] or _CERTIFICATES.match(behind))


def _clear(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    return not any(start < mention.end and mention.start < end for start, end in spans)


def _read(match: re.Match[str]) -> Mention | None:
    kind = next(kind for kind in _UNITS if match[kind])
    unit, first, start = match[kind], match["first"], match.start()
    ahead, behind = match.string[max(0, start - _WINDOW) : start], match.string[match.end() :]
    one = first in ("一", "1") and match["second"] is None
    if one and kind == "person" and ahead.endswith(("没", "没有")):
        return None  # 没一个人不合格 counts nobody
    if one and unit == "人" and _RATE.match(behind):
        return None  # 一人一年4000 is a rate
    if one and kind == "hour" and (_SUM_AHEAD.search(ahead) or _SUM_BEHIND.match(behind)):
        return None  # 25块一课时 is one too
    if one and kind == "times" and _EACH_TIME.match(behind):
        return None  # and 一期500
    if unit == "个" and re.search("[百千万][一1]$", first):
        return None  # 五百一个, 8百1个人 is what each is paid
    if kind == "person" and _THAN.search(ahead):
        return None  # 比甲班少3人 counts a difference
    if one and kind in ("person", "hour") and _NOBODY.match(behind):
        return None  # nor does 一个徒弟都没带, nor 一节都没上
    if one and kind == "times" and not ahead.endswith(("过", "了")) and (none := _NONE.match(behind)):
        # 今年一次没有; 领过一次没有 asks
        return Mention(Quantity.exactly(0), kind, unit, start, match.end() + none.end())
    if kind == "person" and _CARED_FOR.search(ahead) and _FAMILY.match(behind):
        return None  # 带2个娃: who is looked after is no trainee
    family = unit == "口人" and _IS_FAMILY.search(ahead) and not behind.startswith(("都", "全", "每", "一"))
    if kind == "person" and (family or _are_my_pupils(match.string, ahead, behind)):
        return None  # 家里5口人; 我带了3个徒弟，我自己考了技师
    if kind == "person" and _CONSULTED.search(ahead) and _ADVISERS.match(unit[unit != "人" :] + behind):
        return None
    if unit in "本张份" and (one or not _counts_certificates(ahead, behind)):
        return None
    if unit == "个" and _INTO_A_LIST.search(ahead):
        return None  # 没进那30个 is a list's length
    if unit == "个" and not re.match(rf"{_PERSON}|{_PEOPLE_AHEAD}", match.string[match.end("person") :]):
        # 今年15个合格 counts no years
        of_a_lot = IS_NAMED_AHEAD.search(ahead) is not None
        years = ahead.endswith(tuple("年月季周"))
        thing = None if years or of_a_lot else _THING_AHEAD.search(ahead)
        # 报一个准数: one is seldom a count of people unless people are named, or lack something.
        lacks = of_a_lot and behind.startswith(("没", "未", "不"))
        of_a_kind = _KIND_AHEAD.search(ahead) is not None and _ENDS_OR_DOES.match(f"{behind}。") is not None
        listed = _NEXT_OF_LIST.match(behind) or (_LAST_OF_LIST.search(ahead) and _ITEM_OF_LIST.match(behind))
        thing = None if of_a_kind else thing
        if (one and not (lacks or of_a_kind or listed)) or (thing and not thing["trade"]):
            return None
        kind, unit = ("trade", "个工种") if thing else (kind, unit)
    if kind == "times" and one and _THAT_TIME.search(ahead):
        return None
    if kind == "times" and one and re.match("[都也](?:没|不)", behind):
        return Mention(Quantity.exactly(0), kind, unit, start, match.end())
    low, high = read_numeral(first)
    if match["next"]:
        # 3、4个人 lies between the two, in 第3、4人 the second stands alone.
        second = read_numeral(match["next"])[1]
        start, low = (start, low) if second == high + 1 else (match.start("next"), second)
        high = second
    elif match["second"]:
        high = read_numeral(match["second"])[1]
        low = min(low, high)
    elif match["more"]:
        low, high = _more(low, whole=kind in _WHOLE)
    low, high = _in_unit(low, high, kind, unit, match["after"])
    return Mention(
        _qualified(low, high, kind, match["before"], match["after"]), kind, unit, start, match.end()
    )


def _are_my_pupils(text: str, ahead: str, behind: str) -> bool:
    """Whether who is counted are pupils of somebody who tells of himself."""
    taught = _PUPILS_AHEAD.search(ahead) and _PUPILS.match(behind)
    return taught is not None and _I_MYSELF.search(text) is not None


def _more(value: Decimal, *, whole: bool) -> tuple[Decimal, Decimal]:
    """十多个, 120多人: more, and less than one more of the last place that was named."""
    place = smallest_place(value)
    return (value + 1, value + place - 1) if whole and place > 1 else (value, value + place)


def _in_unit(low: Decimal, high: Decimal, kind: str, unit: str, after: str | None) -> tuple[Decimal, Decimal]:
    """The bounds in people, 元 or months, with what is said behind the number: 一年半, 3个半月, 两年多."""
    if unit.startswith("万"):
        return low * 10_000, high * 10_000
    if (after == "半" and kind != "age") or "半" in unit:  # who is 五十五岁半 is 55
        low, high = low + Decimal("0.5"), high + Decimal("0.5")
    if "季" in unit:
        low, high = low * 3, high * 3
    more = "多" in unit or after in ("多", "出头")
    if kind == "time" and "年" in unit:
        more_than, low, high = Decimal(12) if low >= 1 else Decimal(6), low * 12, high * 12
    else:
        more_than = Decimal(1)
    if kind == "time" and more:
        return low + _step(low, kind), high + more_than - _step(low, kind)
    return low, high


def _qualified(low: Decimal, high: Decimal, kind: str, before: str | None, after: str | None) -> Quantity:
    before = before or ""
    if before in _NEARLY:
        return Quantity(_nearly(low, kind), high)
    # 没签一年合同: for less, if at all
    unmet = before.endswith(("到", "满", "够", "足")) or before.startswith(("没", "未"))
    if before in _LESS or unmet or after in _LESS_BEHIND:
        return Quantity(Decimal(0), max(Decimal(0), high - _step(high, kind)))
    if before in _AT_MOST or after in _AT_MOST_BEHIND:
        return Quantity(Decimal(0), high)
    if before in _MORE or after in _MORE_BEHIND:
        return Quantity(low + _step(low, kind), None)
    if before in _AT_LEAST or before == "上" or after in _AT_LEAST_BEHIND:
        return Quantity(low, None)
    if before in ("大", "小"):  # 大半年, 小半年
        return Quantity(low, low * 2 - _step(low, kind)) if before == "大" else Quantity(low / 2, low)
    return Quantity(low, high)


def _nearly(value: Decimal, kind: str) -> Decimal:
    if kind in _WHOLE:
        return (value * Decimal("0.9")).to_integral_value(ROUND_CEILING)
    return value * Decimal("0.75" if kind == "time" else "0.9")


def _step(value: Decimal, kind: str) -> Decimal:
    """How far "less than" or "more than" so much is from it: of a few months the tenths are told."""
    return Decimal("0.1") if kind == "time" and value <= 3 else Decimal(1)


def _bare_sums(text: str) -> Iterator[Mention]:
    """Money without a unit: 100万, 两万五, 补800."""
    for match in _NUMBER.finditer(text):
        low, high = read_numeral(match["first"])
        if match["more"]:
            low, high = _more(low, whole=False)
        # 一千二 counts neither people nor time without a unit.
        large = any(scale in match["first"] for scale in "万亿w") or _SHORT_SUM.search(match["first"])
        if large or (
            low >= _LEAST_BARE_SUM and _PAID.search(text[max(0, match.start() - _WINDOW) : match.start()])
        ):
            yield Mention(Quantity(low, high), "money", "", match.start(), match.end())


def _joined(mentions: list[Mention], text: str) -> list[Mention]:
    """一年零三个月 is one time, 半年到一年 and 10人到20人 are one range."""
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        between = text[last.end : mention.start] if last else None
        if last is None or last.kind != mention.kind or mention.kind not in ("time", "person"):
            joined.append(mention)
        elif between in _SPANS and last.quantity.low <= mention.quantity.low:
            joined[-1] = replace(
                mention, quantity=replace(mention.quantity, low=last.quantity.low), start=last.start
            )
        elif between in ("", "零", "又", "加") and "年" in last.unit and _is_rest(mention, text):
            joined[-1] = replace(mention, quantity=_sum(last.quantity, mention.quantity), start=last.start)
        else:
            joined.append(mention)
    return joined


def _is_rest(mention: Mention, text: str) -> bool:
    """The months of 一年三个月, and not those of 合同一年三个月试用期."""
    return (
        "月" in mention.unit
        and mention.quantity.low < 12
        and not text.startswith(("试用", "实习"), mention.end)
    )


def _sum(one: Quantity, other: Quantity) -> Quantity:
    high = None if one.high is None or other.high is None else one.high + other.high
    return Quantity(one.low + other.low, high)
