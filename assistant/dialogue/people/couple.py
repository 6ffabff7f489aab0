"""Several persons told of one by one: each is one, with what is said of him alone.

我考了三级，媳妇考了五级，合同都两年        → two groups of one each, the contract is both's
我和老婆都考了中级工，社保就我交了         → one who is insured, one who is not
我和老公都考了高级工，我连合同也没有       → one without a contract, the other's is left open
中级工，我没考过，小李过了                 → one without the certificate, one with it
我没过，同事过了，中级工，他能领多少        → of him alone
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from assistant.dialogue.facts.said import (
    ASKER,
    CERTIFICATE,
    HEADCOUNT,
    HOLDER,
    ONE_PERSON,
    PLACE,
    Said,
    facts_of,
    gender_beside_age,
    is_of_exam,
)
from assistant.dialogue.language.crowd_words import PERSON, WITHIN
from assistant.dialogue.language.persons import (
    AND,
    ANOTHER,
    ME,
    Known,
    Person,
    Stretch,
    persons_of,
    stretches,
)
from assistant.dialogue.people.groups import Groups
from assistant.dialogue.people.one_apart import one_apart
from assistant.dialogue.people.one_holder import of_one_person
from assistant.dialogue.people.parts import Group
from assistant.rules.facts import UNSURE, FactBook, Quantity, Value

_Own: TypeAlias = dict[Person, list[Said]]

_MOST = 6  # more are a list of something else
_BOTH = re.compile(
    "[都全俩各](?!在|是)[^,。;!?]{0,6}(?:考|拿|取得|参加|合格|去训|去学|训)|两个[^,。;!?]{0,3}都"
    "|[1一]人(?:考|拿|取|[1一][本个张])|[每各]人[^,。;!?]{0,3}(?:考|拿|取)|[都全]是[^,。;!?]{0,4}(?:[级证]|技师)|(?:一起|一块|一道|同时|同一?[天年批次])[^,。;!?]{0,4}(?:考|拿)"
)
_ONLY = re.compile("(?:只有|只是|就|仅|光|单|只)(?:我|俺|他|她|[^,。;!?没不]{1,3}(?=[交缴签买办有]))")
_THE_REST = re.compile("其余|别的|其他|其它|剩下|剩余|另外的?人|旁的")
_AMONG = re.compile(f"{PERSON}?{WITHIN}")
_WITH = re.compile("[跟同](?!事|学|乡)")
_LACKS = re.compile("(?:就|却|还|也|一直)?没(?:有|交|缴|签|买|办|上|参加)?(?:过|了)?$")
_ALSO = re.compile(
    "(?:[考拿学证]的?)?"
    "(?:今年|去年|后来|自己|也|同样)*(?:也|同样)(?:是|考|拿|取得|交|缴|签|有|一样)|(?:跟|和)[我他她]一样|一样"
)
_HAS = re.compile(
    "(?:他|她|倒|反而|才|是|却|那边|那里|就|都|也)*(?:有|[交缴买签])(?:着|了|的|过)*(?:呀|啊|呢)?"
)
_FAILED = re.compile(
    "(?:没有?|未|不)(?:能|考)?(?:(?<!不)过(?!期)|(?<=不)过(?=[,。;!?了的]|$)|合格|及格|通过|考[上到过出]|拿到|拿上|拿证|拿下)|挂了|落榜|考砸"
    "|没(?:有)?(?:去)?(?:参加)?考(?:试|成|证)?(?=[,。;!?]|$)|缺考|弃考|没去(?:成|学|参加)(?=[,。;!?]|$)"
)
_PASSED = re.compile(
    "(?<![没未不])(?:(?<![领补拿受报])(?:考|通)?过了(?!期)|考过|[合及]格了?|通过|考[上到]|考(?:出来|下来)|拿到|拿下|拿证)(?!吗|没)|(?<!不是)考出?的$"
)
_HOW_MUCH = re.compile(
    "多少|几[块个]?钱|[领拿补](?:得到|得了)?(?:吗|么|不|点)|有(?:我|他|她)?的?份|呢$|怎么[领补算]"
)


@dataclass
class _Told:
    """What is said of each person alone, and of all."""

    own: _Own
    shared: list[Said]


def has_passed(words: str) -> bool | None:
    """Whether somebody has passed, as a piece of a folded message says; None: it does not say."""
    return False if _FAILED.search(words) else True if _PASSED.search(words) else None


def one_each(text: str, said: Sequence[Said], groups: Groups, book: FactBook, known: Known = ()) -> Groups:
    """The groups of a folded message, with one person for each of several who are told of one by one.

    `said`: all that the message says; `known`: who was spoken of before. Where it asks what one of them
    gets, what is said of the others is left out.
    """
    pieces = stretches(text, known)
    persons = persons_of(text, pieces)
    counted = {item.value for item in said if item.fact == HEADCOUNT}
    fitting = {Quantity.exactly(n) for n in (1, 2, len(persons))}
    matters = {topics for topics, _ in groups.groups if topics}
    if (apart := one_apart(pieces, persons, said, book)) is not None and not matters:
        return apart
    if (few := _named_among_many(text, pieces, persons, said, book)) is not None and not matters:
        return few
    if not 2 <= len(persons) <= _MOST or counted - fitting or len(matters) > 1:
        return of_one_person(text, pieces, said, groups)
    told = _tell(text, pieces, persons, said, book)
    if _are_of_several_kinds(told.shared, book):
        return _unclear_whose(groups, told, len(persons))
    examined = [person for person in persons if any(is_of_exam(item, book) for item in told.own[person])]
    of_all = [item for item in told.shared if is_of_exam(item, book)]
    of_others = ME not in persons and all(piece.who in ((), tuple(persons)) for piece in pieces)
    if of_all and (
        of_others or _BOTH.search(text) or any(_tells_of_all(text, p, of_all, persons) for p in pieces)
    ):
        examined = list(persons)
    if not examined and _is_unclear_whose(told, book):
        return Groups((), (*told.shared, Said(HOLDER, UNSURE, 0, 0)))
    telling = [person for person in persons if told.own[person]]
    if len(examined) < 2 and known and len(telling) > 1:
        examined = telling  # what they took part in, was told before
    if len(examined) < 2 and known and len(telling) == 1 and not told.shared and not groups.groups:
        return Groups((), (*told.own[telling[0]], Said(HOLDER, telling[0].key, 0, 0)))
    if len(examined) < 2:
        return groups
    own = {person: facts_of(told.own[person]) for person in examined}
    shared = tuple(item for item in told.shared if item.fact != HEADCOUNT)
    if (asked := _asked_about(text, pieces)) in own:
        another = (Said(HOLDER, asked.key, 0, 0), Said(HEADCOUNT, ONE_PERSON, 0, 0))
        whole = facts_of(item for item in shared if item.fact != ASKER)
        aside = tuple(((), {**whole, **own[one], HOLDER: one.key}) for one in examined if one != asked)
        return Groups((), (*shared, *(() if asked == ME else another), *told.own[asked]), aside)
    matter = next(iter(matters), ())
    if any(_are_of_several_kinds(told.own[person], book) for person in examined):
        each = tuple((matter, one) for one in _certificates(told, examined, book))
        return Groups(each, (*shared, Said(HEADCOUNT, ONE_PERSON, 0, 0)))
    alike = _alike(own)
    if len(alike) == 1:
        everybody = (Said(fact, value, 0, 0) for fact, value in _who(examined).items())
        return Groups((), (*shared, *told.own[examined[0]], *everybody))
    return Groups(tuple((matter, {**_who(same), **own[same[0]]}) for same in alike), shared)


def without_places(groups: Groups) -> Groups:
    """The groups, where a place is a person's own, and is of nobody else."""
    shared = tuple(item for item in groups.shared if item.fact != PLACE)
    each = tuple(
        (topics, own if HOLDER in own else {fact: v for fact, v in own.items() if fact != PLACE})
        for topics, own in groups.groups
    )
    return Groups(each, shared, groups.aside)


def _named_among_many(
    text: str, pieces: Sequence[Stretch], persons: Sequence[Person], said: Sequence[Said], book: FactBook
) -> Groups | None:
    """我们厂20个人，小张考了中级工，别的都是初级工: one, and nineteen others; None where it is not so."""
    if not 1 <= len(persons) <= _MOST:
        return None
    rest = next((piece for piece in pieces if _THE_REST.search(text, piece.start, piece.end)), None)
    behind = len(text) if rest is None else rest.end
    counts = [item for item in said if item.fact == HEADCOUNT]
    told = _tell(text, pieces, persons, said, book, of_more=rest is not None)
    examined = [person for person in persons if any(is_of_exam(item, book) for item in told.own[person])]
    left = _how_many_left(text, pieces, counts, rest, len(examined), is_of_me=ME in persons)
    unnamed = [piece for piece in pieces if not piece.is_named and piece is not rest]
    if any(p.start <= i.start < p.end for p in unnamed for i in said if is_of_exam(i, book)):
        return None  # 小张负责报名，都考了中级工
    of_rest = (
        [] if rest is None else [i for i in said if rest.start <= i.start < rest.end and i not in counts]
    )
    alone = all(told.own[person] for person in persons) and len(examined) == len(persons)
    if not left or not alone or any(is_of_exam(i, book) for i in told.shared if i not in of_rest):
        return None
    own = {p: facts_of(i for i in told.own[p] if i not in of_rest and i.start < behind) for p in examined}
    of_all = [item for item in said if item.start >= behind and item not in told.shared]
    shared = tuple(item for item in (*told.shared, *of_all) if item not in (*counts, *of_rest))
    each: list[Group] = [
        ((), {**own[same[0]], HEADCOUNT: Quantity.exactly(len(same))}) for same in _alike(own)
    ]
    if of_rest:
        each.append(((), {**facts_of(of_rest), HEADCOUNT: Quantity.exactly(left)}))
    if len(each) > 1:
        return Groups(tuple(each), shared)
    first = told.own[examined[0]]
    return Groups((), (*shared, *first, Said(HEADCOUNT, Quantity.exactly(len(examined)), 0, 0)))


def _how_many_left(
    text: str,
    pieces: Sequence[Stretch],
    counts: Sequence[Said],
    rest: Stretch | None,
    named: int,
    *,
    is_of_me: bool,
) -> int | None:
    """How many there are beside those who are named: 20个人 less one, 其余8个; None where it is not said."""
    numbers = [item.value.low for item in counts if isinstance(item.value, Quantity) and item.value.is_exact]
    of_rest = rest is not None and bool(counts) and rest.start <= counts[-1].start < rest.end
    if not counts or len(numbers) != len(counts) or len(counts) > 1 + of_rest:
        return None
    if of_rest and len(counts) == 2 and numbers[0] != numbers[1] + named:
        return None
    of_them = of_rest or _AMONG.match(text, counts[0].end) is not None  # 20人里面我考了高级工
    among = next((piece for piece in pieces if piece.start <= counts[0].start < piece.end), None)
    if (is_of_me or (among is not None and among.who)) and not of_them:
        return None
    return max(0, int(numbers[-1]) - (0 if of_rest else named))


def _certificates(told: _Told, persons: Sequence[Person], book: FactBook) -> Iterator[dict[str, Value]]:
    """Each certificate of persons of whom some have several, uncounted: 我考了中级又考了高级，老公初级."""
    for person in persons:
        own = told.own[person]
        for level in [item for item in own if book[item.fact].splits]:
            rest = facts_of(i for i in own if not book[i.fact].splits)
            yield {HOLDER: person.key, **rest, level.fact: level.value}
        if not any(book[item.fact].splits for item in own):
            yield {HOLDER: person.key, **facts_of(own)}


def _who(persons: Sequence[Person]) -> dict[str, Value]:
    """Who they are of whom the same is said, and how many."""
    return {HOLDER: AND.join(p.key for p in persons), HEADCOUNT: Quantity.exactly(len(persons))}


def _tell(
    text: str,
    pieces: Sequence[Stretch],
    persons: Sequence[Person],
    said: Sequence[Said],
    book: FactBook,
    *,
    of_more: bool = False,
) -> _Told:
    """What is said of whom; `of_more`: others are told of too, so that the persons are not all of them."""
    told = _Told({person: [] for person in persons}, [])
    last: list[Said] = []
    for piece in pieces:
        items = [item for item in said if piece.start <= item.start < piece.end and item.fact != ASKER]
        who = tuple(person for person in piece.who if person in told.own)
        facts = [item for item in items if item.fact != HEADCOUNT]
        if not who or (len(who) == len(persons) > 1 and not of_more):
            _share(told, facts, piece)
            last = facts or last
            continue
        words = text[piece.start : piece.end]
        if has_passed(words) is not False and _another_failed(text, piece, pieces):
            facts = [item for item in facts if item.fact != CERTIFICATE or item.value is not False]
        if not facts and piece.is_named:
            facts = list(_echo(text[piece.named_to : piece.end], last))
        facts += _outcome(words, piece, facts)
        for person in who:
            told.own[person] += facts
        if _ONLY.search(words):
            for other in persons:
                told.own[other] += [] if other in who else _opposite(facts)
        last = facts or last
    for person, own in told.own.items():
        own += gender_beside_age(person.gender, own)
    told.shared += [item for item in said if item.fact in (ASKER,)]
    _complete(told, book)
    return told


def _another_failed(text: str, piece: Stretch, pieces: Sequence[Stretch]) -> bool:
    """我老婆和我妹都考了中级工|我没考: whether it is another who has not passed."""
    others = (other for other in pieces if other.is_named and other.who != piece.who)
    return any(has_passed(text[other.start : other.end]) is False for other in others)


def _share(told: _Told, facts: Sequence[Said], piece: Stretch) -> None:
    """What stands behind persons who were told of one by one: of all, but of the last what the first has."""
    for item in facts:
        owners = [person for person, own in told.own.items() if any(one.fact == item.fact for one in own)]
        of_last = owners and not piece.is_of_all and len(piece.before) == 1 and piece.before[0] not in owners
        (told.own[piece.before[0]] if of_last else told.shared).append(item)


def _echo(words: str, last: Sequence[Said]) -> Iterator[Said]:
    """我交了社保，他没交 · 我考了中级工，小李也考了."""
    if _LACKS.search(words):
        yield from _opposite(last)
    elif _HAS.fullmatch(words):
        yield from (replace(item, value=True) for item in last if isinstance(item.value, bool))
    elif _ALSO.match(words) and not _FAILED.search(words):
        yield from last


def _outcome(words: str, piece: Stretch, facts: Sequence[Said]) -> Iterator[Said]:
    """他过了 · 我没考上: what of, is told elsewhere."""
    passed = has_passed(words)
    if passed is not None and piece.is_named and not any(item.fact == CERTIFICATE for item in facts):
        yield Said(CERTIFICATE, passed, piece.start, piece.end)


def _complete(told: _Told, book: FactBook) -> None:
    """中级工我没过，他过了: of the one level that is told, whoever it is told of."""
    levels = [item for own in told.own.values() for item in own if book[item.fact].splits]
    if len({(item.fact, item.value) for item in levels}) != 1:
        return
    for own in told.own.values():
        if any(item.fact == CERTIFICATE for item in own) and not any(book[item.fact].splits for item in own):
            own.append(levels[0])


def _are_of_several_kinds(said: Sequence[Said], book: FactBook) -> bool:
    """一个中级一个高级: of two persons, it is not said which is whose; of one, they are two certificates."""
    kinds: dict[str, set[Value]] = {}
    for item in said:
        if book[item.fact].splits:
            kinds.setdefault(item.fact, set()).add(item.value)
    return any(len(values) > 1 for values in kinds.values())


def _unclear_whose(groups: Groups, told: _Told, people: int) -> Groups:
    """The groups, without what is said of one of the persons: of which of them, nobody knows."""
    of_one = {item for own in told.own.values() for item in own}
    shared = tuple(item for item in groups.shared if item not in of_one and item.fact != HEADCOUNT)
    if len(groups.groups) != people:
        return groups
    each = tuple((topics, {**facts, HEADCOUNT: ONE_PERSON}) for topics, facts in groups.groups)
    return Groups(each, shared)


def _tells_of_all(text: str, piece: Stretch, items: Sequence[Said], persons: Sequence[Person]) -> bool:
    """老王老李考了中级工; but 我跟我爸学，考了中级工 is told of one."""
    everybody = piece.is_named and len(piece.who) == len(persons)
    told = any(piece.start <= item.start < piece.end for item in items)
    return everybody and told and _WITH.search(text, piece.start, piece.named_to) is None


def _is_unclear_whose(told: _Told, book: FactBook) -> bool:
    """高级工证考下来了，我签了合同，老公没签: whether one of several has the certificate, and not which."""
    own = [person for person, items in told.own.items() if any(book[i.fact].scope == "person" for i in items)]
    return ME in told.own and len(own) > 1 and any(is_of_exam(item, book) for item in told.shared)


def _asked_about(text: str, pieces: Sequence[Stretch]) -> Person:
    """The one of whom alone it is asked what he gets, if there is one; else nobody whom it tells of."""
    asked = [p for p in pieces if not p.is_of_all and _HOW_MUCH.search(text, p.start, p.end)]
    who = {piece.who if piece.is_named else () for piece in asked}
    [one] = who if len(who) == 1 else [()]
    return one[0] if len(one) == 1 else Person(ANOTHER, "?")


def _alike(own: Mapping[Person, Mapping[str, Value]]) -> list[list[Person]]:
    """The persons, those of whom the same is said together."""
    alike: list[list[Person]] = []
    for person, facts in own.items():
        same = next((some for some in alike if own[some[0]] == facts), None)
        if same is None:
            alike.append([person])
        else:
            same.append(person)
    return alike


def _opposite(items: Sequence[Said]) -> list[Said]:
    return [replace(item, value=not item.value) for item in items if isinstance(item.value, bool)]
