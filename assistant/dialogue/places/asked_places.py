"""Which places a message is about, and which only say where somebody comes from or lives."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from assistant.dialogue.facts.place_ties import PAYS, Home, at_work, homes_of, is_near, said_ties
from assistant.dialogue.language.crowd_words import COUNT
from assistant.dialogue.language.firm_names import only_in_firm_names
from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.language.sentence import ITEM_END
from assistant.dialogue.places.told_places import landmarks, not_asked_about, told_of_another_time
from assistant.documents.regions import Mention, Region, RegionTree

_DENIED = re.compile("(?:(?<!是)不是|(?<!在)不在|并非)$")
# 籍贯是不是宁夏、新疆那边的: nothing is told of where they come from.
_ASKED = re.compile("(?:是不是|是否|有没有|有无|算不算)[^,。;!?]{0,6}$")
# 除了晋江还有哪, 晋江的我知道了，鼓楼呢: it is not asked about.
_EXCEPT = re.compile("(?:除了|除|不算|不要|撇开)$")
_KNOWN = re.compile(
    "(?:以外|之外|除外)|(?:那边|这边|那里)?的?(?:我|俺)?(?:已经?|都)?(?:知道|问过|清楚|查过|了解|问清)了"
)
# 没福州户口: whose register one is not in is no place to ask about.
_LACKS, _REGISTER = ("没有", "没", "无", "非"), ("市户", "区户", "户口", "户籍")
# 宁夏、新疆、西藏来的
_JOINING = ("", "、", "和", "跟", "或", "或者")
# 新疆工人, 贵州的务工人员: whose people they are
_PEOPLE = re.compile(
    "的?(?:老乡|籍|工人|员工|职工|务工|民工|农民工|打工|建档立卡|贫困|脱贫|低收入|学员|学徒|毕业生|师傅)"
)
_COUNTED = re.compile(COUNT)
_SOME_THERE = re.compile(f"(?:那边|那里|[里的籍])*有?{COUNT}")
_AT = re.compile("[在去到]$")
# 籍贯好像是宁夏那边，又好像是贵州
_FROM_WHERE = re.compile(
    "(?:来自|老家(?!的?(?:[表堂]?[弟哥姐妹兄叔]|[亲朋老]))|籍贯|原籍|祖籍)[^,。;!?没不未]{0,6}$"
)
_OR_ELSE = re.compile("(?:那边|那里|这边)?,?(?:又|也|还|或者?|要么)(?:好像|可能|也许|似乎|说不定)?(?:是|在)?")
# 衢州，建档立卡，湖北恩施的
_FROM_THERE = re.compile("来?的?人?(?=[,。;!?]|$)")
_PEOPLE_OF = re.compile("人|的|来的")  # of a place that is named alone: 我江西人
_PART_START = re.compile(
    "(?:^|[,。;!?])(?:我|俺|我们|俺们|咱|侬|阿拉|他|她|人)?(?:本来|原来|其实)?是?(?:从)?$"
)


@dataclass(frozen=True)
class Places:
    """The places of a message.

    `matters`: the regions that it asks about, in order; `origins`: where people come from, `homes`: where
    else they live and work; `ranks`: the held ones of which only a rank is named (福建省级).
    """

    matters: tuple[Region, ...]
    origins: tuple[tuple[int, Region], ...]  # with the offset where it is named
    strangers: tuple[tuple[int, Region], ...]  # the same of places that they do not come from: 不是新疆籍
    spans: tuple[tuple[int, int], ...]
    homes: tuple[Home, ...] = ()
    ranks: tuple[Region, ...] = ()
    ties: tuple[Home, ...] = ()  # the same of those that it asks about: 一直住衢州
    excluded: tuple[Region, ...] = ()  # 除了晋江还有哪
    asked: tuple[tuple[int, Region], ...] = ()  # those that it asks about, each time one is named


@dataclass(frozen=True)
class Talk:
    """What tells that a place is where somebody comes from or belongs, not the one that is asked about."""

    regions: tuple[str, ...] = ()  # codes of those that were asked about before
    of_origins: bool = False  # where people come from is what it is about
    of_homes: bool = False  # where somebody belongs was asked


def read_places(
    text: str, regions: RegionTree, held: tuple[str, ...], lexicon: Lexicon, talk: Talk = Talk()
) -> Places:
    """The places of a folded message. A shared name means the place that the corpus holds, if any."""
    # Of a province much is held, and nothing of a town in it: 福建龙岩人，在晋江上班.
    local = tuple(code for code in held if not code.endswith("0000"))
    every = regions.mentions(text, held)
    named = [m for m in every if not _names_a_rank(text, m)]
    denied = _denied(text, named)
    in_names = only_in_firm_names(text, named, held)
    mentions = _put_right(text, [m for m in named if m not in denied and m not in in_names], lexicon)
    elsewhere = _asked_whether(text, mentions, regions, local, talk)
    near_another = landmarks(text, mentions)
    mentions = [m for m in mentions if m not in elsewhere and m not in near_another]
    told = told_of_another_time(text, mentions, goes_on=bool(talk.regions))
    mentions = [m for m in mentions if m not in told]
    near = [m for m in mentions if any(is_near(m, code, regions) for code in local)]
    origins = _origins(text, mentions, lexicon, near, goes_on=bool(talk.regions))
    origins += [m for m in _whose_people(text, mentions, regions, local, talk) if m not in origins]
    strangers = _origins(text, denied, lexicon)
    not_here = {_choose(m, regions, held).code for m in denied}
    told_of = _is_told_of(text, mentions, not_here, held, talk)
    others = [m for m in mentions if m not in origins]
    homes = homes_of(text, others, regions, lexicon, told_of, held, not_here)
    at_home = {home.start for home in homes}
    strange = [m for m in others if m not in near and m.start not in at_home]
    # 福建那份方案 厦门的: a town of the province that is named is narrower, and no other place.
    strange = [m for m in strange if not any(_lies_in(m, other, regions) for other in near)]
    if near:
        told += not_asked_about(text, strange, mentions, at_work(text, mentions, lexicon))
    homes += tuple(Home("", m.start, m.end, m.start, m.regions[0]) for m in told)
    if all(m in origins or m in told or m.start in at_home for m in mentions):
        origins = [m for m in origins if m not in near]  # 衢州人，在上海考的
    matters: list[Region] = []
    kept: list[Mention] = []
    for mention in mentions:
        if mention in origins or mention in told or mention.start in at_home:
            continue
        region = _choose(mention, regions, held)
        kept.append(mention)
        # 泉州 … 晋江: the narrower place is the one that is meant.
        matters = [r for r in matters if not regions.contains(r.code, region.code)]
        if not any(regions.contains(region.code, r.code) for r in matters):
            matters.append(region)
    homes += _around(text, mentions, matters, regions, held)
    ties = [
        tie
        for mention in kept
        if (region := _choose(mention, regions, held)) in matters or region.code in held
        for tie in said_ties(text, mention, mentions, region, lexicon)
    ]
    ranks = (_choose(m, regions, held) for m in every if m not in named)
    return Places(
        tuple(matters) if named else regions.around(text),
        tuple((mention.start, mention.regions[0]) for mention in origins),
        tuple((mention.start, mention.regions[0]) for mention in strangers),
        tuple((m.start, m.end) for m in named),
        homes,
        tuple(region for region in ranks if region.code in held),
        tuple(ties),
        tuple(_choose(m, regions, held) for m in _excepted(text, denied)),
        tuple((m.start, region) for m in kept if (region := _choose(m, regions, held)) in matters),
    )


def _lies_in(mention: Mention, other: Mention, regions: RegionTree) -> bool:
    return any(regions.contains(outer.code, r.code) for outer in other.regions for r in mention.regions)


def _around(
    text: str,
    mentions: Sequence[Mention],
    matters: Sequence[Region],
    regions: RegionTree,
    held: tuple[str, ...],
) -> tuple[Home, ...]:
    """The places around one that is asked about, apart from it: 在泉州读，晋江给吗 tells nothing of it."""
    chosen = [(m, _choose(m, regions, held)) for m in mentions]
    return tuple(
        Home("", m.start, m.end, m.start, region)
        for m, region in chosen
        for matter in matters
        if region != matter
        and regions.contains(region.code, matter.code)
        and all(
            ITEM_END.search(text, min(m.end, o.end), max(m.start, o.start))
            for o, other in chosen
            if other == matter
        )
    )


def _put_right(text: str, mentions: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """The places without those that are taken back: 晋江，哦不，鼓楼的."""
    taken_back = _taken_back(lexicon.file.relation["correction"])
    for index in range(len(mentions) - 1, 0, -1):
        if taken_back.fullmatch(text, mentions[index - 1].end, mentions[index].start):
            return mentions[index:]
    return mentions


@cache
def _taken_back(corrections: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, corrections))
    return re.compile(
        f"[的吧吗呢]?[,。;!?. ]*[哦噢喔啊呃嗯哎]*(?:不|不是|错了|(?:{words})了?)[,。;!?. ]+"
        "(?:我说的?|应该)?[是在]?"
    )


def _asked_whether(
    text: str, mentions: Sequence[Mention], regions: RegionTree, held: tuple[str, ...], talk: Talk
) -> list[Mention]:
    """The places, none of them held, of which it is asked whether people come from there."""
    near = [m for m in mentions if any(is_near(m, code, regions) for code in held)]
    asked: list[Mention] = []
    for mention in mentions if near or talk.regions else ():
        joined = asked and text[asked[-1].end : mention.start] in _JOINING
        if mention not in near and (joined or _ASKED.search(text[: mention.start])):
            asked.append(mention)
    return asked


def _denied(text: str, named: Sequence[Mention]) -> list[Mention]:
    """The places that are denied; of 不是宁夏、西藏、新疆籍 all three."""
    denied: list[Mention] = []
    for mention in named:
        joined = denied and text[denied[-1].end : mention.start] in _JOINING
        if joined or _is_denied(text[: mention.start], text[mention.end :]):
            denied.append(mention)
    return denied


def _excepted(text: str, denied: Sequence[Mention]) -> list[Mention]:
    """Those of the denied places besides which is asked; of 除了晋江和鼓楼 both."""
    excepted: list[Mention] = []
    for mention in denied:
        joined = excepted and text[excepted[-1].end : mention.start] in _JOINING
        if joined or _is_excepted(text[: mention.start], text[mention.end :]):
            excepted.append(mention)
    return excepted


def _is_denied(before: str, after: str) -> bool:
    lacks = before.endswith(_LACKS) and after.startswith(_REGISTER)
    return _DENIED.search(before) is not None or lacks or _is_excepted(before, after)


def _is_excepted(before: str, after: str) -> bool:
    return _EXCEPT.search(before) is not None or _KNOWN.match(after) is not None


def _names_a_rank(text: str, mention: Mention) -> bool:
    """泉州市级 is a rank of workshops, not the place that the question is about."""
    return text.startswith("级", mention.end)


def _origins(
    text: str,
    mentions: list[Mention],
    lexicon: Lexicon,
    near: Sequence[Mention] = (),
    *,
    goes_on: bool = False,
) -> list[Mention]:
    """Where people come from; of 宁夏、新疆、西藏来的 all three, of 晋江宁夏来的 not what is `near`.

    `goes_on`: another place was asked about before.
    """
    origins: list[Mention] = []
    for mention in reversed(mentions):
        between = text[mention.end : origins[0].start] if origins else None
        heads = mention in near and not between
        joined = between in _JOINING and not heads
        alone = len(mentions) == 1 and (not goes_on or mention in near)
        if joined or _is_origin(text, mention, lexicon, alone=alone):
            origins.insert(0, mention)
    for mention in mentions:
        ends = [origin.end for origin in origins if origin.end <= mention.start]
        if mention not in near and ends and _OR_ELSE.fullmatch(text, ends[-1], mention.start):
            origins.append(mention)
    known = {mention.regions for mention in origins if mention not in near}
    for mention in mentions:
        if mention.regions in known and mention not in origins and _SOME_THERE.match(text, mention.end):
            origins.append(mention)  # 新疆籍8个,新疆的有3个没证
    return origins


def _is_origin(text: str, mention: Mention, lexicon: Lexicon, *, alone: bool) -> bool:
    before, after = text[: mention.start], text[mention.end :]
    if after.startswith(lexicon.file.origin_after):
        return True
    if alone:
        return False
    named = before.endswith(lexicon.file.origin_before) or _FROM_WHERE.search(before)
    return bool(named) or after.startswith("人")


def _whose_people(
    text: str, mentions: Sequence[Mention], regions: RegionTree, held: tuple[str, ...], talk: Talk
) -> list[Mention]:
    """Where people come from is talked of: 湖南不在结对帮扶的地区里, where 晋江 is what is asked about."""
    near = [m for m in mentions if any(is_near(m, code, regions) for code in held)]
    others = [m for m in mentions if m not in near and not PAYS.match(text, m.end)]
    if not (near or talk.regions):
        # 结对帮扶的:西藏6个,宁夏9个
        return [m for m in others if talk.of_origins and _COUNTED.match(text, m.end)]
    return [
        m
        for m in others
        if talk.of_origins
        or (_PEOPLE.match(text, m.end) and not _AT.search(text, 0, m.start))  # 在上海打工 is where
        or ((near or _PEOPLE_OF.match(text, m.end)) and _says_where_from(text, m))
    ]


def _says_where_from(text: str, mention: Mention) -> bool:
    return bool(_FROM_THERE.match(text, mention.end) and _PART_START.search(text[: mention.start]))


_TELLS_REGISTER = re.compile("户[口籍]")


def _is_told_of(
    text: str, mentions: Sequence[Mention], denied: AbstractSet[str], held: tuple[str, ...], talk: Talk
) -> tuple[str, ...]:
    """The places asked about before, where a message may tell of another that somebody belongs to it.

    It does where that was asked, where the place before is denied (不在晋江，在泉州读的), or where it names
    several places, or one and whose register is there (她户口在杭州), and none of them is held.
    """
    several = len(mentions) > 1 or _TELLS_REGISTER.search(text)
    foreign = several and not any(r.code in held for m in mentions for r in m.regions)
    elsewhere = not denied.isdisjoint(talk.regions)
    return talk.regions if talk.of_homes or foreign or elsewhere else ()


def _choose(mention: Mention, regions: RegionTree, held: tuple[str, ...]) -> Region:
    own = [r for r in mention.regions if r.code in held]
    near = [r for r in mention.regions if any(regions.contains(outer, r.code) for outer in held)]
    return (own or near or list(mention.regions))[0]
