"""Some of the people who were counted before, of whom something else is true: 里头有3个合同只签了8个月.

Those before are then the others, less by so many, and the some; what is not said of these is as with all.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from assistant.dialogue.facts.said import CERTIFICATE, HEADCOUNT, Said
from assistant.dialogue.language.crowd_words import (
    ALL,
    AMONG,
    ENDS,
    FAILED,
    ITEM,
    LACK,
    LEVEL,
    MEASURE,
    OF_A_LEVEL,
    PERSON,
    REST,
    THE_REST,
)
from assistant.dialogue.language.quantities import Mention
from assistant.dialogue.language.sentence import ITEM_END, part_before
from assistant.rules.assess import with_implied
from assistant.rules.facts import UNSURE, FactBook, Facts, Quantity, Value, denied_choice, is_lack

Group: TypeAlias = tuple[tuple[str, ...], dict[str, Value]]  # topics and facts of a group of people

_AMONG = re.compile(f"{AMONG}|里有|中有|[人个名位][里中]$|(?:级工|技师|[初中高]级|[一二三四五]级)[的们]?里$")
_SOME = re.compile("^(?:那|要是|如果|假如|假设|万一)*[^我们一共总还另又这那]{0,3}有$")
# 1个签了合同但没考过
_FAILED = re.compile(
    f"{PERSON}?(?:(?:(?![没未不\\d]){ITEM}){{1,8}}但是?)?{ALL}?都?{FAILED}(?:[也还]?{FAILED})?{ENDS}"
)
_LACKS_IT = re.compile(f"{PERSON}?的?{ALL}?[还也]?[没未]有?(?P<verb>签|续|交|缴|买)(?:上|过)?{ENDS}")
_HAVE_NOT = re.compile(f"{PERSON}?{ALL}?都?还?没有?{ENDS}")
_THE_REST = re.compile(
    f"(?!剩(?![下余])){REST}{PERSON}?的?(?=[都全均也才是没有签交拿半头初首新复一两二三四五六七八九\\d]|以前|早就|已经|原[来先]|[干做训待学][满了够]|合同|社保|养老|{LEVEL})"
)
_AS_WELL = re.compile("(?<=[里中])(?:还|又|也|再)有$")
_NOTHING_AHEAD = re.compile(f"[,。;!?、:](?:{AMONG}|另外|此外|还|又|再|也|有|查[出到]?)*$")
_LACK_OR_ONLY = re.compile(f"{PERSON}?的?[^,。;!?、\\d]{{0,5}}?(?:{LACK}|[只才仅]|不到|不满)")
# Where 其中 may be put for 有 or for nothing, ahead of a number of some of those counted before.
SOME_AHEAD = re.compile("(?<=[,。;!?、:])有?$")
_ARE = re.compile(f"[名位]?{PERSON}?(?:其实|实际上?|后来|原来|本来|都|全)*(?:是|[考拿领取评][的出到上得])")
_COUNTED_BY_ITSELF = re.compile(rf"(?:\d+|[一两二三四五六七八九十几]+){MEASURE}")


def names_some(text: str, start: int) -> bool:
    """Whether the number at a place of the text counts some of those spoken of: 其中3个, 但有3个."""
    part = part_before(text, start)
    return are_among(text, start) or _SOME.search(part) is not None


def have_failed(text: str, end: int) -> bool:
    """Whether those whose number ends there are said to have failed, without a word for what: 2个没考过."""
    return _FAILED.match(text, end) is not None


def with_failures(text: str, said: Sequence[Said]) -> list[Said]:
    """What is said, with what 3个没过 says of some of more people who were counted before."""
    counts = [item for item in said if item.fact == HEADCOUNT]
    failed = [
        Said(CERTIFICATE, False, some.end, some.end)
        for more, some in pairwise(counts)
        if _is_fewer(some, more) or THE_REST.search(part_before(text, some.start))
        if (words := _FAILED.match(text, some.end) or _have_no_certificate(text, more, some))
        if not any(some.end <= item.start < words.end() for item in said)
    ]
    return sorted((*said, *failed), key=lambda item: item.start) if failed else list(said)


def with_lacks(text: str, said: Sequence[Said], book: FactBook) -> list[Said]:
    """What is said, with what others have not of whom no name tells it: 18个签了两年合同，2个没签."""
    counts = [item for item in said if item.fact == HEADCOUNT]
    told = {item.fact for item in said if book[item.fact].verbs and not is_lack(item.value)}
    lacks = []
    for some in counts[1:]:
        lack = _LACKS_IT.match(text, some.end)
        for spec in (book[fact] for fact in sorted(told)) if lack else ():
            if lack and lack["verb"] in spec.verbs:
                none: Value = Quantity.exactly(0) if spec.kind == "months" else False
                lacks.append(Said(spec.id, none, some.end, some.end))
    return sorted((*said, *lacks), key=lambda item: item.start)


def _have_no_certificate(text: str, more: Said, some: Said) -> re.Match[str] | None:
    """合格证就退伍的都有，残疾的2个没有."""
    return _HAVE_NOT.match(text, some.end) if "证" in text[more.end : some.start] else None


def _is_fewer(some: Said, more: Said) -> bool:
    one, other = number({HEADCOUNT: some.value}), number({HEADCOUNT: more.value})
    return one is not None and other is not None and one < other


def are_among(text: str, start: int) -> bool:
    """The same beyond doubt: 有3个贫困户 may be people of another kind, 其中3个 are not."""
    ahead = _AS_WELL.sub("有", text[:start])  # 高级工里还有1个
    return is_among(part_before(ahead, len(ahead)))


def is_among(part: str) -> bool:
    """Whether a part of a folded text speaks of some of those counted before it."""
    return _AMONG.search(part) is not None


def are_said_to_be(text: str, end: int) -> bool:
    """Whether those whose number ends there are known from before: 有3个是中级, but not 有3个中级工."""
    return _ARE.match(text, end) is not None


def is_otherwise(own: Facts, known: Facts) -> bool:
    """Whether something is said of some people that contradicts what is known of all, or denies it."""
    return any(
        fact != HEADCOUNT and value != UNSURE and (is_lack(value) or _contradicts(value, known.get(fact)))
        for fact, value in own.items()
    )


def _contradicts(value: Value, known: Value | None) -> bool:
    if known is None or known == UNSURE:
        return isinstance(value, Quantity)  # 里头5个招进来一年半了: it is told of them alone
    if isinstance(value, frozenset) and isinstance(known, frozenset):
        return bool({denied_choice(one) for one in known} & value) or not (value & known)
    if isinstance(value, Quantity) and isinstance(known, Quantity):
        below = value.high is not None and value.high < known.low
        return below or (known.high is not None and value.low > known.high)
    return value != known


def number(facts: Facts) -> Decimal | None:
    """How many people a group counts, where that is one number."""
    count = facts.get(HEADCOUNT)
    return count.low if isinstance(count, Quantity) and count.is_exact else None


def without_number(facts: Facts) -> dict[str, Value]:
    """What people are, but for how many they are."""
    return {fact: value for fact, value in facts.items() if fact != HEADCOUNT}


def count_all(groups: Sequence[Group]) -> int | None:
    """How many people the groups are together, where each has one number."""
    counts = [number(own) for _, own in groups]
    known = [count for count in counts if count is not None]
    return int(sum(known, Decimal(0))) if known and len(known) == len(counts) else None


def part_off(whole: Group, parts: Sequence[Group], known: Facts, book: FactBook) -> tuple[Group, ...] | None:
    """The others of a whole, if any are left, and its parts; `known`: what is said of all.

    None where a number is missing, or the parts are more than the whole.
    """
    topics, facts = whole
    counts = [number(own) for _, own in parts]
    all_of_them = number(facts)
    if all_of_them is None or None in counts:
        return None
    left = all_of_them - sum((count for count in counts if count is not None), Decimal(0))
    if left < 0:
        return None
    told = {fact for _, own in parts for fact in own}
    common = {**{fact: value for fact, value in known.items() if fact in told}, **facts}
    others = (topics, {**common, HEADCOUNT: Quantity.exactly(left)})
    return (
        *([others] if left else []),
        *((own_topics or topics, put_over(common, own, book)) for own_topics, own in parts),
    )


def put_over(before: Facts, now: Facts, book: FactBook) -> dict[str, Value]:
    """The facts of before with those of now, and none that these rule out: 没拿到证 after 合格证都有."""
    ruled_out = with_implied(now, book)
    stand = {fact: value for fact, value in before.items() if ruled_out.get(fact, value) == value}
    return {**stand, **now}


def _are_of_levels(text: str, people: Sequence[Mention], rest: re.Match[str]) -> bool:
    """来了30人，技师1个，高级工4个，其他的都是中级工: all but the first number are told by their level."""
    items = ITEM_END.split(text[: rest.start()])
    counted = [len(ITEM_END.split(text[: mention.start])) - 1 for mention in people]
    levels = [OF_A_LEVEL.search(items[at]) is not None for at in counted]
    told = OF_A_LEVEL.match(text, rest.end()) or _FAILED.match(text, rest.end())
    return not levels[0] and all(levels[1:]) and told is not None


def _are_told_by_what_they_lack(text: str, people: Sequence[Mention]) -> bool:
    """20人拿了证:4个没签合同,另外3个合同只签了半年,其余两年: all but the first are told by that alone."""
    return all(
        _NOTHING_AHEAD.search(text[: mention.start]) and _LACK_OR_ONLY.match(text, mention.end)
        for mention in people
    )


def count_the_rest(text: str, people: Sequence[Mention], headcount: int | None) -> str:
    """The folded message with a number where the rest of some people is told of without one.

    20人，有5人中级工，其余是初级工 → 20人，其中5人中级工，其余15人是初级工. `people`: whom it
    counts, each number once, in order; `headcount`: how many were spoken of before.
    """
    found = _THE_REST.search(text)
    if found is None or _COUNTED_BY_ITSELF.match(text, found.end()):
        return text
    counts = [mention.quantity.low for mention in people]
    whole = None if headcount is None else Decimal(headcount)
    if len(counts) > 1 and counts[0] > sum(counts[1:]):
        told = (_are_of_levels(text, people, found), _are_told_by_what_they_lack(text, people[1:]))
        if len(counts) > 2 and not (names_some(text, people[1].start) or any(told)):
            return text  # 新人14个，转岗6个，新人里2个没证，其他都有: of which of them, is not said
        whole, counts = counts[0], counts[1:]
    left = Decimal(0) if whole is None or not counts else whole - sum(counts)
    if left <= 0:
        return text
    ahead = text[: found.start()]
    if len(people) > len(counts) and (some := SOME_AHEAD.search(text[: people[1].start])):
        ahead = f"{ahead[: some.start()]}其中{ahead[people[1].start :]}"
    return f"{ahead}其余{left}人{text[found.end() :]}"
