"""What belonging to a place says of the place that is asked about.

户口在南安，住南安，工作也在南安     in no way to Jinjiang: no
户口在丽水，这几年一直住衢州         to Quzhou: yes
户口、住的、上班的都不在衢州         to Quzhou: no, wherever they are
在衢州考的，现在晋江上班            of Quzhou nothing, where both are asked about
我金华人，户口在金华               of its own province, so that none of another province's people (outsiders)
"""

import re
from collections.abc import Collection, Sequence
from types import MappingProxyType

from assistant.dialogue.facts.place_ties import Home
from assistant.dialogue.facts.said import Said
from assistant.dialogue.places.asked_places import Places
from assistant.dialogue.places.ties_away import Away, ties_away
from assistant.rules.facts import UNSURE, FactBook, Facts, FactSpec, denied_choice

_PART = re.compile(r"[^,。;!?、]+")
_AFTER_ALL = re.compile("其实|说错|搞错|记错|不对|搬|回[了去]")
_REGISTER = "户籍"
# Of a firm too it is said that it works somewhere: 我们厂在衢州.
_OF_PERSONS = (_REGISTER, "常住")
_AT_WORK = re.compile(
    "^(?!.{0,4}找).{0,4}?(?:就业(?!困难|创业)|工作(?![室方人服量])|上班|打工|务工|做工)(?!登记)"
)


def with_homes(
    text: str,
    said: Sequence[Said],
    places: Places,
    before: Collection[str],
    book: FactBook,
    known: Facts = MappingProxyType({}),
    of_each: Sequence[tuple[int, int]] = (),
) -> list[Said]:
    """What was said, left to right, without what was said of another place.

    `before`: places asked before; `known`: facts told before. Of a yes nothing is known any more where some
    of the ways to it are denied afterwards. `of_each`: where one person after another is told of, each of
    whom has his own ties.

    Who belongs elsewhere in every way that a fact of the place names, and says of none that it is here, has
    denied the fact; who says of one that it is here has said it.
    """
    away = ties_away(text)
    asked = [region.code for region in places.matters] or list(before)
    left = list(said)
    told: list[Said] = []
    for start, end in of_each if len(of_each) > 1 else [(0, len(text) + 1)]:
        own = [item for item in left if start <= item.start < end]
        left = [item for item in left if item not in own]
        homes = [home for home in places.homes if start <= home.start < end]
        ties = [tie for tie in places.ties if start <= tie.start < end]
        told += _of_one(
            text, own, homes, ties, [a for a in away if start <= a.start < end], asked, book, known
        )
    return sorted((*left, *told), key=lambda item: item.start)


def _of_one(
    text: str,
    said: Sequence[Said],
    homes: Sequence[Home],
    all_ties: Sequence[Home],
    away: Sequence[Away],
    asked: Sequence[str],
    book: FactBook,
    known: Facts,
) -> list[Said]:
    denied = [(one.start, one.end) for one in away]
    ties = [tie for tie in all_ties if len(asked) == 1 and not any(a <= tie.start < b for a, b in denied)]
    if not (homes or ties or away or len(asked) > 1):
        return list(said)
    spans = [m.span() for m in _PART.finditer(text)]
    named = (*homes, *(all_ties if len(asked) > 1 else ()))
    elsewhere = [(a, b) for a, b in spans if any(a <= home.start < b for home in named)]
    elsewhere += [(home.since, home.end) for home in named] + denied
    kept = [
        item
        for item in said
        if not book[item.fact].of_place or not any(a <= item.start < b for a, b in elsewhere)
    ]
    kept += _said_here(text, ties, kept, book)
    if homes or away:
        kept += _denied(homes, away, kept, asked, book)
    moved = homes if _AFTER_ALL.search(text) else ()
    return [*kept, *_in_doubt([*away, *moved], kept, known, book)]


def _said_here(text: str, ties: Sequence[Home], kept: Sequence[Said], book: FactBook) -> list[Said]:
    told = {item.fact for item in kept}
    own = [tie for tie in ties if tie.tie in _OF_PERSONS or _AT_WORK.search(text[tie.end :])]
    return [
        Said(spec.id, True, tie.start, tie.start)
        for tie in own[:1]
        for spec in book
        if spec.one_of_many and spec.id not in told and tie.tie in spec.homes
    ]


def _denied(
    homes: Sequence[Home], away: Sequence[Away], kept: Sequence[Said], asked: Sequence[str], book: FactBook
) -> list[Said]:
    ties = {home.tie for home in homes} | {one.tie for one in away}
    start = min([home.start for home in homes] + [one.start for one in away])
    told = {item.fact for item in kept if item.value is True}
    denied = [
        Said(spec.id, False, start, start)
        for spec in book
        if spec.homes and ties >= set(spec.homes) and spec.id not in told
    ]
    registers = {home.region.code[:2] for home in homes if home.tie == _REGISTER}
    if registers & {code[:2] for code in asked}:
        denied += [no for spec in book if (no := _no_outsider(spec, start))]
    return denied


def _in_doubt(away: Sequence[Away | Home], kept: Sequence[Said], known: Facts, book: FactBook) -> list[Said]:
    """其实没户口 · 他其实住在丽水, of whom a tie to the place was told before."""
    told = {item.fact for item in kept}
    return [
        Said(spec.id, UNSURE, away[0].start, away[0].start)
        for spec in book
        if away and spec.one_of_many and known.get(spec.id) is True and spec.id not in told
    ]


def _no_outsider(spec: FactSpec, start: int) -> Said | None:
    """That somebody of the place's own province is none of the groups from elsewhere."""
    none_of = frozenset(map(denied_choice, spec.outsiders))
    return Said(spec.id, none_of, start, start) if none_of else None
