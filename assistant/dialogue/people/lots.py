"""People who came in several lots that nothing tells apart: 第一期20人、第二期35人 are 55.

The message is rewritten before anything else reads it. Lots of which something is said apart stay.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from assistant.dialogue.language.crowd_words import (
    ALL,
    CERTIFICATE,
    ITEM,
    PASSED,
    PERSON,
    RESPECTIVELY,
    THE_REST,
    WITHIN,
)
from assistant.dialogue.language.lot_names import (
    LOT,
    MONTH,
    UNIT,
    are_counted_apart,
    is_told_of_all,
    lots_named,
    some_of_them,
    which_of_them,
)
from assistant.dialogue.language.numerals import NUMERAL, read_numeral
from assistant.dialogue.language.persons import find_persons
from assistant.dialogue.language.quantities import Mention, find_loose_numbers, find_people
from assistant.dialogue.language.words import BLANK
from assistant.rules.facts import Quantity

_CAME = "(?:有|是|共|为|[新又再还]?(?:招|来|进|收|训|办|开|录)(?:了|进|来|的|到)*)?"
# What may stand between the numbers of two lots, or of a bare list: 6个、9个、4个.
_NEXT = f"{PERSON}?[,、;]?(?:和|跟|加上?|以及|后来|接着|另外|还有|又|再)?"
_NEXT_LOT = re.compile(f"{_NEXT}{LOT}{_CAME}")
_IN_MONTH = f"(?:[去今前]年)?{MONTH}"
_NEXT_MONTH = re.compile(f"{_NEXT}{_IN_MONTH}(?:我们|公司)?{_CAME}")
_NEXT_OF_LIST = re.compile(f"{PERSON}?、")
_LOT_AHEAD = re.compile(f"{LOT}{_CAME}$")
_MONTH_AHEAD = re.compile(f"{_IN_MONTH}(?:我们|公司)?{_CAME}$")
_TRAINED = "(?:一起|一块儿?)?(?:做|参加|搞|上)了?(?:岗前|转岗|培训|以工)|岗前|转岗|培训|以工代训"
_OF_ALL_BEHIND = re.compile(rf"{PERSON}?(?=[,。;!?]|{ALL}|{_TRAINED}|人人|一共|总共|合计|加起来|$)")
_PASSED = re.compile(f"{PERSON}?{ALL}?{PASSED}{CERTIFICATE}?了?")
_APART = re.compile("分别|各(?!项|类|种)|每[批期班](?!都[发有拿考过合取])")
_MOST = 20  # lots told one by one
_EACH = "[人名位个]"
# 三期班分别有12、15、18人, where nothing else is told of each
_ONE_BY_ONE = re.compile(
    rf"(?<![第每\d])(?P<lots>{NUMERAL})(?:个|家|条)?{UNIT}(?:[^,。;!?、\d]{{0,4}}?(?P<apart>分别|依次)|{PERSON}?[,:]?)"
    rf"(?:招了?|来了?|有|是|为)?(?P<parts>\d{{1,4}}{_EACH}?(?:[、,和]\d{{1,4}}{_EACH}?){{1,{_MOST}}}?)(?<={_EACH})(?![、和]\d|,\d+{_EACH})"
)
# 车间8个仓库5个: where people work, and men and women, counted together
_PLACE = "(?:车间|仓库|门店|食堂|后厨|前厅|前台|办公室|工地|生产线|产线|外勤|总部|[男女](?:的|工|员工|生)?)"
_SOME_THERE = rf"{_PLACE}有?\d{{1,4}}(?:个人|[个人名位])"
_BY_PLACE = re.compile(f"{_SOME_THERE}(?:[、,和加]?{_SOME_THERE})+")
# 第二期里5个其实就是第一期那几个又来上了一遍: they were counted already
_THOSE_AGAIN = re.compile(
    rf"(?:其实|实际上?|本来|原来|[就也都还])*(?:是|跟|和){LOT}{WITHIN}?(?:那|的|那些|那几)个?[些批几]?个?人?{ITEM}{{0,8}}"
    rf"|(?:其实|实际上?|本来|[就也都])*(?:在)?{LOT}{WITHIN}?(?:就|也|都|已经)*来?(?:上过|来过|参加过|训过|算过|有过)了?"
)
_MEN_AND_WOMEN = re.compile(
    r"(\d{1,4})[个名位]?男[的工生]?[、,和]?(\d{1,4})[个名位]?女[的工生]?(?=[,。;!?、]|$)"
)
# 5新3复审 · 新证5复审3: people by whether they come for the first time
_MANY, _NEW, _RENEWED = (
    r"(?<![\d第月日])(\d{1,3}|[一两二三四五六七八九十]{1,2})",
    "新(?:的|办|[考取]?证?)(?![^,。;、\\d]{0,2}[招来进员])",
    "(复[审训]|年审|换证)",
)
_AND = "[,、和跟加]?"
_NEW_AND_RENEWED = (
    (re.compile(rf"{_MANY}[个人名]?{_NEW}{_AND}{_MANY}[个人名]?{_RENEWED}"), r"\1人新证,\2人\3"),
    (re.compile(rf"{_MANY}[个人名]?{_RENEWED}{_AND}{_MANY}[个人名]?{_NEW}"), r"\1人\2,\3人新证"),
    (re.compile(rf"{_NEW}{_MANY}[个人名]?{_AND}{_RENEWED}{_MANY}[个人名]?"), r"\1人新证,\3人\2"),
    (re.compile(rf"{_RENEWED}{_MANY}[个人名]?{_AND}{_NEW}{_MANY}[个人名]?"), r"\2人\1,\3人新证"),
)
# 一个参加2次,一个4次: people told of by how often each was trained
_SO_OFTEN = re.compile(
    rf"(?<![每第哪那这没\d])另?[一1]个人?(?:今年|一年)?(?:去|参加|上|学|培训|训)?(?:了|过)?(?P<times>{NUMERAL})[次回](?:培训)?(?=[,、;。!和]|$)"
)
# 一个2个月,一个干了4个月: and by how long, or how many hours
_SO_LONG = rf"{NUMERAL}(?:个半?月|年半?|课时|学时)"
_EACH_SO_LONG = re.compile(
    rf"(?<![每第哪那这没\d])另?(?:外[有是]?)?[一1](?:个人?|人)(?:是|只)?(?P<did>(?:合同)?(?:签|干|做|训|带|学)?[了满]?)(?P<long>{_SO_LONG}|半年)(?=[,、;。!?和]|另|[一1][个人]|$)"
)
# 3个人分别干了2个月、4个月、9个月
_OF_EACH = re.compile(
    rf"(?<!\d)(?P<many>{NUMERAL})(?P<who>[个名位人][^。;!?\d]{{0,12}}?)(?:{RESPECTIVELY.pattern})"
    rf"(?P<did>[^,。;!?、\d]{{0,5}}?)(?P<parts>{_SO_LONG}(?:(?:[、,和跟]|以及){_SO_LONG}){{1,{_MOST}}})"
)
_WITH_ME = re.compile("(?:跟|和|同|与)(?:我|俺|咱)(?:们)?(?:一道|一起|一块儿?|同去|同班)的?[^,。;!?]{0,4}$")


def count_lots(text: str) -> str:
    """The folded message with one number for the lots of people that nothing tells apart."""
    text = _with_units(_by_first_time(_each_so_long(_each_so_often(text))))
    text = _one_by_one(_by_place(_with_companions(_THOSE_AGAIN.sub("重复参加", text))))
    people = find_people(text, exact=True)
    for run in _runs(text, people):
        if _are_alike(text, run):
            first, last = run[0], run[-1]
            total = int(sum(m.quantity.low for m in run))
            start = _start(text, first)
            blank = BLANK * (last.start - start)
            return f"{text[:start]}{blank}{total}{last.unit}{some_of_them(text[last.end :])}"
    return text


def _each_so_often(text: str) -> str:
    """The text with a number of people for each of several told of by how often they were trained."""
    if len(_SO_OFTEN.findall(text)) < 2:
        return text
    return _SO_OFTEN.sub(r"1人参加培训\g<times>次", text)


def _each_so_long(text: str) -> str:
    """The text with a number of people for each of several told of by how long they did something.

    Where there are not as many times as people, nobody knows whose they are, and none is told.
    """
    people = find_people(text, exact=True)
    told = _OF_EACH.search(text)
    if told and people and people[0].start == told.start():
        parts = [found[0] for found in re.finditer(_SO_LONG, told["parts"])]
        each = "".join(f",1人{told['did']}{part}" for part in parts)
        each = each if len(parts) == people[0].quantity.low else BLANK
        return f"{text[: told.start()]}{told['many']}{told['who'].rstrip(',')}{each}{text[told.end() :]}"
    # 4个干了5个月,一个干了3个月: one of the four, or a fifth
    others = any(one.quantity.low > 1 for one in people) and THE_REST.search(text)
    if len(_EACH_SO_LONG.findall(text)) < (1 if others else 2):
        return text
    if len({mention.person for mention in find_persons(text)}) > 1:
        return _EACH_SO_LONG.sub(BLANK, text)  # 小张和小李,一个3个月一个5个月: whose is which, is not said
    return _EACH_SO_LONG.sub(r",1人\g<did>\g<long>", text).replace(",,", ",")


def _by_first_time(text: str) -> str:
    """The text with people for bare numbers of those who come for the first time, and of the others."""
    for both, apart in _NEW_AND_RENEWED:
        text = both.sub(apart, text)
    return text


def _with_units(text: str) -> str:
    """The text with people for bare numbers: 100人,签一年的60,签半年的40 · 头批15,二批20."""
    bare = [loose for loose in find_loose_numbers(text) if not loose.unit]
    counted = {mention.quantity for mention in find_people(text)}
    of_lots = [loose for loose in bare if _LOT_AHEAD.search(text[: loose.start])]
    sums_up = {Quantity.exactly(sum((loose.quantity.low for loose in bare), Decimal(0)))} == counted
    for loose in reversed(bare if sums_up else of_lots if len(of_lots) > 1 else []):
        text = f"{text[: loose.end]}人{text[loose.end :]}"
    return text


def _by_place(text: str) -> str:
    """The sum of those who are told of by where they work, unless more is said of one place."""
    text = _MEN_AND_WOMEN.sub(lambda told: f"{int(told[1]) + int(told[2])}人", text)
    told = _BY_PLACE.search(text)
    if told is None or any(place in text[told.end() :] for place in re.findall(_PLACE, told[0])):
        return text
    return f"{text[: told.start()]}{sum(map(int, re.findall(r'[0-9]+', told[0])))}人{text[told.end() :]}"


def _one_by_one(text: str) -> str:
    """三个班分别12、15、18人 are 45; nobody, where something else is said of one lot alone."""
    told = _ONE_BY_ONE.search(text)
    if told is None:
        return text
    counts = [int(count) for count in re.findall(r"\d+", told["parts"])]
    ahead, behind = RESPECTIVELY.sub("", text[: told.start("parts")]), text[told.end() :]
    if len(counts) != read_numeral(told["lots"])[0]:
        return f"{ahead}{BLANK}{behind}" if told["apart"] else text
    if _APART.search(behind):  # 分别上了36课时和48课时: each its own
        return f"{ahead}{'、'.join(f'{count}人' for count in counts)}{behind}"
    sizes = {number: f"{count}人" for number, count in enumerate(counts, 1)}

    def size(lot: re.Match[str]) -> str | None:
        return sizes.get(which_of_them(lot))

    if not is_told_of_all(behind, size):
        return f"{ahead}{BLANK}{behind}"
    return f"{ahead}{BLANK}共{sum(counts)}人{some_of_them(behind, size)}"


def _runs(text: str, people: Sequence[Mention]) -> list[list[Mention]]:
    """Numbers that follow each other with nothing between them but the name of the next lot."""
    runs: list[list[Mention]] = [[mention] for mention in people[:1]]
    for one, other in pairwise(people):
        between = text[one.end : other.start]
        named = [lot[0] for lot in lots_named(text[: other.start])]
        again = named and named[-1] in named[:-1] and named[-1] in between
        if again and not _MONTH_AHEAD.search(text[: other.start]):  # 3月那期12人,9月那期18人
            runs.append([other])  # 甲班15人,乙班15人,乙班有2个: some of one before
        elif _follows(text, one, other):
            runs[-1].append(other)
        else:
            runs.append([other])
    return [lots for run in runs if len(lots := _without_their_sum(run)) > 1]


def _follows(text: str, one: Mention, other: Mention) -> bool:
    """Whether nothing stands between two numbers but the name of the next lot."""
    between = text[one.end + len(_told_of_each(text, one, other)) : other.start]
    months = _NEXT_MONTH.fullmatch(between) and _MONTH_AHEAD.search(text[: one.start])
    return bool(months or _NEXT_LOT.fullmatch(between) or _NEXT_OF_LIST.fullmatch(between))


def _told_of_each(text: str, one: Mention, other: Mention) -> str:
    """What is told of two lots alike behind their numbers: 上半年13人合格,下半年19人合格."""
    told = _PASSED.match(text, one.end)
    return told[0] if told and text.startswith(told[0], other.end) else ""


def _without_their_sum(run: list[Mention]) -> list[Mention]:
    """30人，第一批10人，第二批20人: thirty are all of them."""
    counts = [mention.quantity.low for mention in run]
    return run[1:] if len(run) > 2 and counts[0] == sum(counts[1:]) else run


def _start(text: str, first: Mention) -> int:
    ahead = _LOT_AHEAD.search(text[: first.start]) or _MONTH_AHEAD.search(text[: first.start])
    return ahead.start() if ahead else first.start


def _are_alike(text: str, run: Sequence[Mention]) -> bool:
    """Whether nothing is said of one of the lots alone, nor asked of each."""
    last = run[-1].end + len(_told_of_each(text, run[-2], run[-1]))
    if _APART.search(text) or not _OF_ALL_BEHIND.match(text, last):
        return False
    months = [
        found[0].split("月")[0].split("年")[-1]
        for m in run
        if (found := _MONTH_AHEAD.search(text[: m.start]))
    ]
    behind = text[run[-1].end :]
    return is_told_of_all(behind) and are_counted_apart(behind, months)


def _with_companions(text: str) -> str:
    """跟我一道的还有三个，四个人: the three are among the four."""
    people = find_people(text, exact=True)
    for one, other in pairwise(people):
        if _WITH_ME.search(text[: one.start]) and other.quantity.low == one.quantity.low + 1:
            return text[: one.start] + BLANK * (one.end - one.start) + text[one.end :]
    return text
