"""How somebody belongs to the places of a message: where they live, work, study or are registered."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.language.negation import is_asked
from assistant.dialogue.language.sentence import part_behind
from assistant.documents.regions import Mention, Region, RegionTree

# 晋江那个助学金, 衢州的补贴: the place whose money is asked about, wherever else somebody lives.
PAYS = re.compile(
    r"(?:这边|那边|市里|区里|政府)?[还也]?(?:给不给|给|发|认|管|补|能领|领得到)(?:吗|么|不|$)|"
    r"[^,。;!?]{0,16}?(?:补贴|补助|奖补|奖励|资助|助学金|学费|政策|标准|的钱|那笔钱|那份钱|给不给|补不补|给补|能拿|能领|拿多少|领多少|补多少)"
)
# A register is where one comes from; one may live and work in the place that is asked about.
_COMES_FROM = "户籍"
_CLAUSE_END = re.compile("[,。;!?]|但|不过|而且|另外|还有|以及")
# 在厦门的职业院校读书
_STUDIES, _WORKS, _LIVES = "就学", "就业", "常住"
_ROOTS = frozenset((_COMES_FROM, _LIVES))
_ALL_AT = re.compile("(?:都|全|全部|统统|均|一律)?在$")
_AT = re.compile("[在去到]$")
_IS_THERE = re.compile("(?<![本外的])人[也都还就全现]*在$")
_NO_TIE = re.compile("(?:没有?|未|不(?![过但光只]))[^,。;!?、]{0,4}$")
# 想去衢州上班: who would like to belong there does not yet.
_WISHED = re.compile(
    "(?:想|打算|准备|计划|考虑)(?:要|以后|明年|今后|将来|过完?年)*(?:[去来到在回搬][^,。;!?、没不未]{0,6})?$"
)
_OF_THE_NEXT = re.compile("(?:也|都|就|还|又)?在")
# 晋江户口是四川的
_TO_THE_NEXT = re.compile("(?:也|都|就|还|又)?(?:是|属于|落在?)")
# 晋江住建局: no one lives there
_HOUSING_OFFICE = re.compile("住(?:建|房)[^,。;!?、]{0,7}?[局委部厅]")
# 住衢州才行吗
_ASKS = re.compile("[吗么]$|行不|才[能行可]|必须|算不|是不是|有没有")
# 衢州，我在杭州上班: what stands ahead of everything is what is asked about.
_HEADS = re.compile("[ ,:。]")
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


def homes_of(
    text: str,
    mentions: Sequence[Mention],
    regions: RegionTree,
    lexicon: Lexicon,
    before: tuple[str, ...],
    held: tuple[str, ...],
    denied: Collection[str] = (),
) -> tuple[Home, ...]:
    """Where somebody belongs, beside another place that is asked about, or was (`before`).

    `denied`: codes of places that it is not, so that one around them is another: 不在晋江，在泉州读的.

    A register elsewhere is none of the matter; where one lives and works is, unless another place's money is
    what is asked for, or one works at a place that is held: 我住南安，在晋江的厂上班.
    """
    ties = {m: _ties(text, m, mentions, lexicon) for m in mentions}
    pays = {m: PAYS.match(text, m.end) is not None for m in mentions}
    paying = [m for m in mentions if pays[m] and not ties[m]]
    of_held = {m for m in mentions if any(r.code in held for r in m.regions)}
    heading = [m for m in mentions if m in of_held and m.start == 0 and _HEADS.match(text, m.end)]
    at_work = [m for m in mentions if m in of_held and not ties[m].keys() - {_WORKS}]
    found = []
    for mention, own in ties.items():
        if heading and mention.regions == heading[0].regions:
            continue  # 衢州，我儿子户口在衢州，女儿户口在温州: of one it is told to be here
        asked = paying
        if _COMES_FROM in own and not paying:
            asked = [m for m in mentions if _COMES_FROM not in ties[m]]
        if mention not in of_held and not asked:
            asked = [m for m in of_held if m.start == 0 and not ties[m]]  # 衢州,…人在上海打工
        if mention not in of_held and _WORKS not in own:
            # Who only comes from, studies or was examined elsewhere may live at the other place as well.
            asked = asked or (
                at_work if _LIVES in own else [m for m in of_held if _COMES_FROM not in ties[m]]
            )
        elif mention not in of_held:
            asked = asked or heading
        if mention not in of_held and not asked:
            # 在衢州报班考的，户口金华，人住金华，班也在金华上: all of it is at the other place.
            there = {tie for m in mentions if m.regions == mention.regions for tie in ties[m]}
            rooted = len(there) > 1 and there & _ROOTS
            asked = [m for m in of_held if rooted and not ties[m].keys() & {_WORKS, *_ROOTS}]
        beside = any(_lie_apart(mention, other, regions) for other in asked)
        away = not pays[mention] and any(_lies_outside(mention, code, regions, denied) for code in before)
        if beside or away:
            region = mention.regions[0]
            found += [Home(tie, mention.start, mention.end, since, region) for tie, since in own.items()]
    return tuple(found)


def said_ties(
    text: str, mention: Mention, mentions: Sequence[Mention], region: Region, lexicon: Lexicon
) -> list[Home]:
    """How somebody is said to belong to a place that is asked about; none where it is denied or asked."""
    before, behind = text[: mention.start], part_behind(text, mention.end)
    if _NO_TIE.search(before) or is_wished(before) or is_asked(before, lexicon) or _ASKS.search(behind):
        return []
    own = _ties(text, mention, mentions, lexicon)
    return [Home(tie, mention.start, mention.end, since, region) for tie, since in own.items()]


def is_wished(before: str) -> bool:
    """Whether what stands behind `before` is where somebody would like to be."""
    return _WISHED.search(before) is not None


def at_work(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """The places where somebody is said to work."""
    return [m for m in mentions if _WORKS in _ties(text, m, mentions, lexicon)]


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
        beyond = behind + len(word or "")
        leads = any(_TO_THE_NEXT.fullmatch(text, beyond, m.start) for m in mentions if m.start > beyond)
        if word and not (leads or _OF_THE_NEXT.match(text, beyond)):
            there = _IS_THERE.search(text[: mention.start])  # 人也在杭州上班
            return {tie: mention.end, **({_LIVES: there.start()} if there else {})}
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


def _lies_outside(mention: Mention, code: str, regions: RegionTree, denied: Collection[str]) -> bool:
    """Whether a place is another than the region; one around it is where the region itself is denied."""
    if code in denied:
        return not any(regions.contains(code, r.code) for r in mention.regions)
    return not is_near(mention, code, regions)


def _lie_apart(one: Mention, other: Mention, regions: RegionTree) -> bool:
    return not any(
        regions.contains(a.code, b.code) or regions.contains(b.code, a.code)
        for a in one.regions
        for b in other.regions
    )


def is_near(mention: Mention, code: str, regions: RegionTree) -> bool:
    """Whether a place is a region, lies in it or around it."""
    return any(regions.contains(r.code, code) or regions.contains(code, r.code) for r in mention.regions)
