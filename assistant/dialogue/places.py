"""Which places a message is about, and which only say where somebody comes from or lives."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.dialogue.lexicon import Lexicon
from assistant.dialogue.negation import PART_END
from assistant.documents.regions import Mention, Region, RegionTree

_DENIED = ("不是", "不在", "并非", "而不是")
# 没福州户口: whose register one is not in is no place to ask about.
_LACKS, _REGISTER = ("没有", "没", "无", "非"), ("市户", "区户", "户口", "户籍")
# 晋江那个助学金, 衢州的补贴: the place whose money is asked about, wherever else somebody lives.
_PAYS = re.compile(r"[^,。;!?]{0,12}?(?:补贴|补助|奖补|奖励|资助|助学金|政策|标准|的钱|那笔钱|那份钱)")
# A register is where one comes from; one may live and work in the place that is asked about.
_COMES_FROM = "户籍"
# 宁夏、新疆、西藏来的
_JOINING = ("", "、", "和", "跟", "或", "或者")
# How far before its name a place's tie may stand: 工作也在南安.
_NEAR = 5


@dataclass(frozen=True)
class Home:
    """A way of belonging (of lexicon.yaml) to a place that the message does not ask about: 户口在南安."""

    tie: str
    start: int  # of the place's name
    end: int


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


def read_places(text: str, regions: RegionTree, held: tuple[str, ...], lexicon: Lexicon) -> Places:
    """The places of a folded message. A shared name means the place that the corpus holds, if any."""
    every = regions.mentions(text, held)
    named = [m for m in every if not _names_a_rank(text, m)]
    denied = _denied(text, named)
    mentions = [m for m in named if m not in denied]
    origins = _origins(text, mentions, lexicon)
    strangers = _origins(text, denied, lexicon)
    homes = _homes(text, mentions, regions, lexicon)
    matters: list[Region] = []
    for mention in mentions:
        if mention in origins or any(home.start == mention.start for home in homes):
            continue
        region = _choose(mention, regions, held)
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
    )


def _denied(text: str, named: Sequence[Mention]) -> list[Mention]:
    """The places that are denied; of 不是宁夏、西藏、新疆籍 all three."""
    denied: list[Mention] = []
    for mention in named:
        joined = denied and text[denied[-1].end : mention.start] in _JOINING
        if joined or _is_denied(text[: mention.start], text[mention.end :]):
            denied.append(mention)
    return denied


def _is_denied(before: str, after: str) -> bool:
    return before.endswith(_DENIED) or (before.endswith(_LACKS) and after.startswith(_REGISTER))


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


def _homes(text: str, mentions: Sequence[Mention], regions: RegionTree, lexicon: Lexicon) -> tuple[Home, ...]:
    """Where somebody belongs, beside another place that is asked about.

    A register elsewhere is none of the matter; where one lives and works is, unless another place's money is
    what is asked for.
    """
    ties = {m: _tie(text, m, mentions, lexicon) for m in mentions}
    paying = [m for m in mentions if _PAYS.match(text, m.end) and ties[m] is None]
    found = []
    for mention, tie in ties.items():
        asked = [m for m in mentions if ties[m] != _COMES_FROM] if tie == _COMES_FROM else paying
        if tie is not None and any(_lie_apart(mention, other, regions) for other in asked):
            found.append(Home(tie, mention.start, mention.end))
    return tuple(found)


def _tie(text: str, mention: Mention, mentions: Sequence[Mention], lexicon: Lexicon) -> str | None:
    """How somebody belongs to the place, in the words before or right behind its name."""
    behind = max((m.end for m in mentions if m.end <= mention.start), default=0)
    before = PART_END.split(text[max(behind, mention.start - _NEAR) : mention.start])[-1]
    after = text[mention.end :]
    for tie, words in lexicon.file.homes.items():
        if after.startswith(words):
            return tie
    return next((tie for tie, words in lexicon.file.homes.items() if any(w in before for w in words)), None)


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
