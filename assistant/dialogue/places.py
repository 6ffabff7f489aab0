"""Which places a message is about, and which only say where somebody comes from."""

from dataclasses import dataclass

from assistant.dialogue.lexicon import Lexicon
from assistant.documents.regions import Mention, Region, RegionTree

_DENIED = ("不是", "不在", "并非", "而不是")
# 没福州户口: whose register one is not in is no place to ask about.
_LACKS, _REGISTER = ("没有", "没", "无", "非"), ("市户", "区户", "户口", "户籍")


@dataclass(frozen=True)
class Places:
    """`matters`: the regions that the message asks about, in order; `origins`: where people come from."""

    matters: tuple[Region, ...]
    origins: tuple[tuple[int, Region], ...]  # with the offset where it is named
    spans: tuple[tuple[int, int], ...]


def read_places(text: str, regions: RegionTree, held: tuple[str, ...], lexicon: Lexicon) -> Places:
    """The places of a folded message. A shared name means the place that the corpus holds, if any."""
    named = [m for m in regions.mentions(text, held) if not _names_a_rank(text, m)]
    mentions = [m for m in named if not _is_denied(text[: m.start], text[m.end :])]
    origins = [m for m in mentions if _is_origin(text, m, lexicon, alone=len(mentions) == 1)]
    matters: list[Region] = []
    for mention in mentions:
        if mention in origins:
            continue
        region = _choose(mention, regions, held)
        # 泉州 … 晋江: the narrower place is the one that is meant.
        matters = [r for r in matters if not regions.contains(r.code, region.code)]
        if not any(regions.contains(region.code, r.code) for r in matters):
            matters.append(region)
    return Places(
        tuple(matters),
        tuple((mention.start, mention.regions[0]) for mention in origins),
        tuple((m.start, m.end) for m in named),
    )


def _is_denied(before: str, after: str) -> bool:
    return before.endswith(_DENIED) or (before.endswith(_LACKS) and after.startswith(_REGISTER))


def _names_a_rank(text: str, mention: Mention) -> bool:
    """泉州市级 is a rank of workshops, not the place that the question is about."""
    return text.startswith("级", mention.end)


def _is_origin(text: str, mention: Mention, lexicon: Lexicon, *, alone: bool) -> bool:
    before, after = text[: mention.start], text[mention.end :]
    if after.startswith(lexicon.file.origin_after):
        return True
    if alone:
        return False
    return before.endswith(lexicon.file.origin_before) or after.startswith("人")


def _choose(mention: Mention, regions: RegionTree, held: tuple[str, ...]) -> Region:
    own = [r for r in mention.regions if r.code in held]
    near = [r for r in mention.regions if any(regions.contains(outer, r.code) for outer in held)]
    return (own or near or list(mention.regions))[0]
