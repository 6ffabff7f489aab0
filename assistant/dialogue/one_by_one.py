"""Persons, or lots of people, told of one after another, and in the end asked about together.

我考了五级，多少 → 那我老婆呢，她四级 → 两个人合起来多少 → 那我自己呢
特种作业新证七个人，多少 → 复审的四个呢 → 一共
"""

import re
from collections.abc import Mapping, Sequence

from assistant.dialogue.crowd_words import BESIDE, IN_ALL
from assistant.dialogue.numerals import NUMERAL, whole_number
from assistant.dialogue.parts import Group, number
from assistant.dialogue.persons import ANOTHER, ONESELF, find_persons
from assistant.dialogue.reading import Reading
from assistant.dialogue.said import ASKER, HEADCOUNT, HOLDER
from assistant.rules.facts import FactBook, Facts, Quantity, Value

_ONE = Quantity.exactly(1)
_SUM = (
    f"(?:{IN_ALL.pattern}|加(?:在)?(?:起来|[一1](?:起|块))|[合凑](?:起来|(?:在)?[一1](?:起|块))"
    "|[一1](?:起|块)(?=多少|最多|能))"
)
_EVERYBODY = (
    f"(?:(?:[我咱他她]们)?(?:(?P<number>{NUMERAL}|俩)(?:个?人|口子|[拨批组样项笔块]|个(?![月半]))?|全家)"
    "|夫妻(?:俩|2个)?|大家)"
)
_OTHERS = re.compile(BESIDE)
# 总共是15个人 tells how many there are.
_ASKS_TOGETHER = re.compile(
    f"(?:{_EVERYBODY}(?:的|都|全)?)?{_SUM}(?!(?:就|只|才)?[是有]?{NUMERAL})(?:的|是|有|能)*"
)

_ONLY_TOGETHER = re.compile(
    rf"那?,?{_ASKS_TOGETHER.pattern}(?:[领拿补给])*(?:多少|几)?(?:块?钱|元)?[呢啊呀?]*"
)


def without_asking_together(text: str, told_of: Sequence[Facts]) -> tuple[str, bool]:
    """A folded message without the words that ask for all told of, and whether it asks for just those.

    `told_of`: what is known of each of them. The text stays as it is where it tells of one only. Where it
    counts others than those (三个人加起来, of two who are known), nobody is summed up or counted by it.
    """
    found = _ASKS_TOGETHER.search(text)
    counts = [number({HEADCOUNT: _ONE, **facts}) for facts in told_of]
    if found is None or None in counts:
        return text, False
    known = {facts.get(HOLDER, ONESELF) for facts in told_of}
    others = {mention.person for mention in find_persons(text) if mention.person.relation not in known}
    lots = len(told_of) + len(others)
    people = sum(count for count in counts if count is not None) + len(others)
    counted = 2 if found["number"] == "俩" else whole_number(found["number"]) if found["number"] else lots
    if lots < 2:
        return text, False
    return f"{text[: found.start()].rstrip(',')},{text[found.end() :]}".strip(","), counted in (lots, people)


def asks_only_together(text: str) -> bool:
    """Whether a folded message asks what all get together and nothing else: 一共多少, 那加起来呢."""
    return _ONLY_TOGETHER.fullmatch(text) is not None


def turns_to_others(reading: Reading, before: Facts, book: FactBook) -> bool:
    """Whether a message goes on to another person (那我老婆呢) or to another lot of people (复审的四个呢)."""
    now = reading.facts
    if reading.groups or reading.corrects or reading.supposes or not before:
        return False
    if now.get(HOLDER) == ANOTHER and HOLDER not in before and before.get(HEADCOUNT) == _ONE:
        return False  # 后来又接着带了他5个月: the one who was counted
    if HOLDER in now:
        return now[HOLDER] != before.get(HOLDER, ONESELF)
    if HEADCOUNT not in now or HEADCOUNT not in before or reading.adds:
        return False
    kinds = [(before.get(fact), value) for fact, value in now.items() if book[fact].splits]
    if _OTHERS.search(reading.text):
        return any(first != value for first, value in kinds)  # 另外5个高级工, after 9人岗前
    # 20人都考了中级工呢 is told of the same people.
    return reading.follows_up and any(first is not None and first != value for first, value in kinds)


def put_aside(earlier: Sequence[Group], topics: tuple[str, ...], before: Facts) -> tuple[Group, ...]:
    """Those told of so far, with the one who was spoken of last as he is known by now."""
    own = _own(before)
    return (*without(earlier, own.get(HOLDER, "")), (topics, own))


def without(earlier: Sequence[Group], whose: Value | None) -> tuple[Group, ...]:
    """Those told of so far but for one person."""
    return tuple(group for group in earlier if whose is None or group[1].get(HOLDER) != whose)


def known_of(earlier: Sequence[Group], whose: Value | None) -> Facts | None:
    """What was told of a person before others were spoken of; None where he was not."""
    return next((own for _, own in earlier if whose is not None and own.get(HOLDER) == whose), None)


def all_together(
    earlier: Sequence[Group], topics: tuple[str, ...], facts: Facts
) -> tuple[tuple[Group, ...], dict[str, Value]]:
    """Everybody told of as groups of one matter, and what is true of all of them."""
    everybody = put_aside(earlier, topics, facts)
    shared = {
        fact: value
        for fact, value in facts.items()
        if fact not in (HOLDER, HEADCOUNT) and all(own.get(fact) == value for _, own in everybody)
    }
    return tuple(
        (topics, {fact: value for fact, value in own.items() if fact not in shared} | _count(own))
        for topics, own in everybody
    ), {**shared, **({ASKER: facts[ASKER]} if ASKER in facts else {})}


def _own(facts: Facts) -> dict[str, Value]:
    """What is told of one person, or of one lot of people, and who that is."""
    own = {fact: value for fact, value in facts.items() if fact != ASKER}
    return own if own.get(HEADCOUNT, _ONE) != _ONE else {HOLDER: ONESELF, **own}


def _count(own: Mapping[str, Value]) -> dict[str, Value]:
    return {HEADCOUNT: own.get(HEADCOUNT, _ONE)}
