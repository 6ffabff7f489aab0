"""Which places a message is about, and which only say where somebody comes from or lives."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.dialogue.firm_names import only_in_firm_names
from assistant.dialogue.lexicon import Lexicon
from assistant.dialogue.negation import is_asked, part_behind
from assistant.documents.regions import Mention, Region, RegionTree

_DENIED = ("不是", "不在", "并非", "而不是")
# 除了晋江还有哪, 晋江的我知道了，鼓楼呢: it is not asked about.
_EXCEPT = re.compile("(?:除了|除|不算|不要|撇开)$")
_KNOWN = re.compile(
    "(?:以外|之外|除外)|(?:那边|这边|那里)?的?(?:我|俺)?(?:已经?|都)?(?:知道|问过|清楚|查过|了解|问清)了"
)
# 没福州户口: whose register one is not in is no place to ask about.
_LACKS, _REGISTER = ("没有", "没", "无", "非"), ("市户", "区户", "户口", "户籍")
# 晋江那个助学金, 衢州的补贴: the place whose money is asked about, wherever else somebody lives.
_PAYS = re.compile(
    r"(?:这边|那边|市里|区里|政府)?(?:给不给|给|发|认|管|能领|领得到)(?:吗|么|不|$)|"
    r"[^,。;!?]{0,16}?(?:补贴|补助|奖补|奖励|资助|助学金|政策|标准|的钱|那笔钱|那份钱|给不给|补不补|给补|能拿|能领|拿多少|领多少|补多少)"
)
# A register is where one comes from; one may live and work in the place that is asked about.
_COMES_FROM = "户籍"
# 宁夏、新疆、西藏来的
_JOINING = ("", "、", "和", "跟", "或", "或者")
_CLAUSE_END = re.compile("[,。;!?]|但|不过|而且|另外|还有|以及")
# 新疆工人, 贵州的务工人员: whose people they are
_PEOPLE = re.compile(
    "的?(?:工人|员工|职工|务工|民工|农民工|打工|建档立卡|贫困|脱贫|低收入|学员|学徒|毕业生|师傅)"
)
# 在厦门的职业院校读书
_STUDIES = "就学"
_ALL_AT = re.compile("(?:都|全|全部|统统|均|一律)?在$")
_AT = re.compile("[在去到]$")
_NO_TIE = re.compile("(?:没有?|未|不(?![过但光只]))[^,。;!?、]{0,4}$")
_OF_THE_NEXT = re.compile("(?:也|都|就|还|又)?在")
# 晋江住建局: no one lives there
_HOUSING_OFFICE = re.compile("住(?:建|房)[^,。;!?、]{0,7}?[局委部厅]")
# 住衢州才行吗
_ASKS = re.compile("[吗么]$|行不|才[能行可]|必须|算不|是不是|有没有")
# 衢州人，在上海考的: where the examination was, beside the place that is held.
_EXAMINED = re.compile("(?:那边|那里|这边|这里)?(?:考|拿的?证|取的?证|培训|上的课|学的)")
# 衢州，建档立卡，湖北恩施的
_FROM_THERE = re.compile("来?的?人?(?=[,。;!?]|$)")
_PEOPLE_OF = re.compile("人|的|来的")  # of a place that is named alone: 我江西人
_PART_START = re.compile(
    "(?:^|[,。;!?])(?:我|俺|我们|俺们|咱|侬|阿拉|他|她|人)?(?:本来|原来|其实)?是?(?:从)?$"
)
# How far before its name a place's tie may stand: 工作也在南安.
_NEAR = 8
# How far behind its name, over what lies there.
_LONGEST_SPOT = 12


@dataclass(frozen=True)
class Home:
    """A way of belonging (of lexicon.yaml) to a place that the message does not ask about: 户口在南安."""

    tie: str
    start: int  # of the place's name
    end: int
    since: int  # where the words for it begin: 户籍、常住都在杭州
    region: Region


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
    every = regions.mentions(text, held)
    named = [m for m in every if not _names_a_rank(text, m)]
    denied = _denied(text, named)
    in_names = only_in_firm_names(text, named, held)
    mentions = _put_right(text, [m for m in named if m not in denied and m not in in_names], lexicon)
    elsewhere = _examined_elsewhere(text, mentions, regions, held)
    mentions = [m for m in mentions if m not in elsewhere]
    origins = _origins(text, mentions, lexicon)
    origins += [m for m in _whose_people(text, mentions, regions, held, talk) if m not in origins]
    strangers = _origins(text, denied, lexicon)
    homes = _homes(text, mentions, regions, lexicon, _is_told_of(mentions, held, talk))
    matters: list[Region] = []
    ties: list[Home] = []
    for mention in mentions:
        if mention in origins or any(home.start == mention.start for home in homes):
            continue
        region = _choose(mention, regions, held)
        ties += _said_ties(text, mention, mentions, region, lexicon)
        # 泉州 … 晋江: the narrower place is the one that is meant.
        matters = [r for r in matters if not regions.contains(r.code, region.code)]
        if not any(regions.contains(region.code, r.code) for r in matters):
            matters.append(region)
    ranks = (_choose(m, regions, held) for m in every if m not in named)
    return Places(
        tuple(matters) if named else regions.around(text),
        tuple((mention.start, mention.regions[0]) for mention in origins),
        tuple((mention.start, mention.regions[0]) for mention in strangers),
        tuple((m.start, m.end) for m in named),
        homes,
        tuple(region for region in ranks if region.code in held),
        tuple(ties),
        tuple(_choose(m, regions, held) for m in denied if _is_excepted(text[: m.start], text[m.end :])),
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


def _examined_elsewhere(
    text: str, mentions: Sequence[Mention], regions: RegionTree, held: tuple[str, ...]
) -> list[Mention]:
    """The places, none of them held, where an examination was, beside one that is held."""
    near = [m for m in mentions if any(_is_near(m, code, regions) for code in held)]
    others = [m for m in mentions if m not in near] if near else []
    return [m for m in others if _AT.search(text[: m.start]) and _EXAMINED.match(text, m.end)]


def _denied(text: str, named: Sequence[Mention]) -> list[Mention]:
    """The places that are denied; of 不是宁夏、西藏、新疆籍 all three."""
    denied: list[Mention] = []
    for mention in named:
        joined = denied and text[denied[-1].end : mention.start] in _JOINING
        if joined or _is_denied(text[: mention.start], text[mention.end :]):
            denied.append(mention)
    return denied


def _is_denied(before: str, after: str) -> bool:
    lacks = before.endswith(_LACKS) and after.startswith(_REGISTER)
    return before.endswith(_DENIED) or lacks or _is_excepted(before, after)


def _is_excepted(before: str, after: str) -> bool:
    return _EXCEPT.search(before) is not None or _KNOWN.match(after) is not None


def _names_a_rank(text: str, mention: Mention) -> bool:
    """泉州市级 is a rank of workshops, not the place that the question is about."""
    return text.startswith("级", mention.end)


def _origins(text: str, mentions: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """Where people come from; of 宁夏、新疆、西藏来的 all three."""
    origins: list[Mention] = []
    for mention in reversed(mentions):
        joined = origins and text[mention.end : origins[0].start] in _JOINING
        if joined or _is_origin(text, mention, lexicon, alone=len(mentions) == 1):
            origins.insert(0, mention)
    return origins


def _is_origin(text: str, mention: Mention, lexicon: Lexicon, *, alone: bool) -> bool:
    before, after = text[: mention.start], text[mention.end :]
    if after.startswith(lexicon.file.origin_after):
        return True
    if alone:
        return False
    return before.endswith(lexicon.file.origin_before) or after.startswith("人")


def _whose_people(
    text: str, mentions: Sequence[Mention], regions: RegionTree, held: tuple[str, ...], talk: Talk
) -> list[Mention]:
    """Where people come from is talked of: 湖南不在结对帮扶的地区里, where 晋江 is what is asked about."""
    near = [m for m in mentions if any(_is_near(m, code, regions) for code in held)]
    if not (near or talk.regions):
        return []
    others = [m for m in mentions if m not in near and not _PAYS.match(text, m.end)]
    return [
        m
        for m in others
        if talk.of_origins
        or _PEOPLE.match(text, m.end)
        or ((near or _PEOPLE_OF.match(text, m.end)) and _says_where_from(text, m))
    ]


def _says_where_from(text: str, mention: Mention) -> bool:
    return bool(_FROM_THERE.match(text, mention.end) and _PART_START.search(text[: mention.start]))


def _is_near(mention: Mention, code: str, regions: RegionTree) -> bool:
    """Whether a place is a region, lies in it or around it."""
    return any(regions.contains(r.code, code) or regions.contains(code, r.code) for r in mention.regions)


def _is_told_of(mentions: Sequence[Mention], held: tuple[str, ...], talk: Talk) -> tuple[str, ...]:
    """The places asked about before, where a message may tell of another that somebody belongs to it.

    It does where that was asked, or where it names several places or ties and none of them is held.
    """
    foreign = len(mentions) > 1 and not any(r.code in held for m in mentions for r in m.regions)
    return talk.regions if talk.of_homes or foreign else ()


def _homes(
    text: str, mentions: Sequence[Mention], regions: RegionTree, lexicon: Lexicon, before: tuple[str, ...]
) -> tuple[Home, ...]:
    """Where somebody belongs, beside another place that is asked about, or was (`before`).

    A register elsewhere is none of the matter; where one lives and works is, unless another place's money is
    what is asked for.
    """
    ties = {m: _ties(text, m, mentions, lexicon) for m in mentions}
    pays = {m: _PAYS.match(text, m.end) is not None for m in mentions}
    paying = [m for m in mentions if pays[m] and not ties[m]]
    found = []
    for mention, own in ties.items():
        asked = [m for m in mentions if _COMES_FROM not in ties[m]] if _COMES_FROM in own else paying
        beside = any(_lie_apart(mention, other, regions) for other in asked)
        away = not pays[mention] and any(not _is_near(mention, code, regions) for code in before)
        if beside or away:
            region = mention.regions[0]
            found += [Home(tie, mention.start, mention.end, since, region) for tie, since in own.items()]
    return tuple(found)


def _said_ties(
    text: str, mention: Mention, mentions: Sequence[Mention], region: Region, lexicon: Lexicon
) -> list[Home]:
    """How somebody is said to belong to a place that is asked about; none where it is denied or asked."""
    before, behind = text[: mention.start], part_behind(text, mention.end)
    if _NO_TIE.search(before) or is_asked(before, lexicon) or _ASKS.search(behind):
        return []
    own = _ties(text, mention, mentions, lexicon)
    return [Home(tie, mention.start, mention.end, since, region) for tie, since in own.items()]


def _ties(text: str, mention: Mention, mentions: Sequence[Mention], lexicon: Lexicon) -> dict[str, int]:
    """How somebody belongs to the place, with where it is said: before its name or right behind it.

    Of 户籍、常住、工作都在杭州 all three.
    """
    homes = lexicon.file.homes
    for tie, words in homes.items():
        behind = mention.end + text.startswith("的", mention.end)
        word = next((word for word in words if text.startswith(word, behind)), None)
        # 住金华上班也在义乌: what is at the next place is said of that.
        if _HOUSING_OFFICE.match(text, behind):
            return {}
        if word and not _OF_THE_NEXT.match(text, behind + len(word)):
            return {tie: mention.end}
    if _AT.search(text[: mention.start]):
        part = _CLAUSE_END.split(text[mention.end :])[0][:_LONGEST_SPOT]
        if any(word in part for word in homes[_STUDIES]):
            return {_STUDIES: mention.start}
    behind = max((m.end for m in mentions if m.end <= mention.start), default=0)
    clause = _CLAUSE_END.split(text[behind : mention.start])[-1]
    parts = clause.split("、")
    # 户口、人、班都在金华: 在 is said of each.
    each = [f"{part}在" for part in _ALL_AT.sub("", clause).split("、")] if _ALL_AT.search(clause) else parts
    while parts[1:] and not any(word in each[0] for words in homes.values() for word in words):
        parts, each = parts[1:], each[1:]
    said = "、".join(parts) if parts[1:] else parts[0][-_NEAR:]
    first = mention.start - len(said)
    told = (said, *each) if parts[1:] else (said,)
    return {tie: first for tie, words in homes.items() if any(w in one for one in told for w in words)}


def _lie_apart(one: Mention, other: Mention, regions: RegionTree) -> bool:
    return not any(
        regions.contains(a.code, b.code) or regions.contains(b.code, a.code)
        for a in one.regions
        for b in other.regions
    )


def _choose(mention: Mention, regions: RegionTree, held: tuple[str, ...]) -> Region:
    own = [r for r in mention.regions if r.code in held]
    near = [r for r in mention.regions if any(regions.contains(outer, r.code) for outer in held)]
    return (own or near or list(mention.regions))[0]
