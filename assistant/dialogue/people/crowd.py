"""The people told of so far by their numbers: how many they are, and how many with some more or fewer."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from assistant.dialogue.facts.said import HEADCOUNT
from assistant.dialogue.people.parts import Group, number, without_number
from assistant.dialogue.people.which_group import People, Unclear
from assistant.rules.facts import Facts, Quantity


def with_more(people: People, more: Mapping[int, Decimal]) -> People:
    """The people with so many more in some groups. Raises Unclear where too few are left."""
    for index, some in more.items():
        count = count_of(people, index) + some
        if count < 0:
            raise Unclear
        topics, own = people.groups[index]
        people = with_group(people, index, (topics, {**own, HEADCOUNT: Quantity.exactly(count)}))
    return people


def count_every(people: People) -> Decimal:
    """How many they all are."""
    return sum((count_of(people, i) for i in range(len(people.groups))), Decimal(0))


def count_of(people: People, index: int) -> Decimal:
    """How many a group counts."""
    return number(people.groups[index][1]) or Decimal(0)


def with_group(people: People, index: int, group: Group) -> People:
    """The people with a group in the stead of one."""
    groups = list(people.groups)
    groups[index] = group
    return replace(people, groups=tuple(groups))


def together(people: People) -> People:
    """The people without empty groups, and those of whom the same is known as one group."""
    groups: list[Group] = []
    recent = None
    for index, (topics, own) in enumerate(people.groups):
        own = {f: v for f, v in own.items() if people.common.get(f) != v}
        if not number(own):
            continue
        same = next((i for i, (t, o) in enumerate(groups) if t == topics and _same(o, own)), len(groups))
        if same == len(groups):
            groups.append((topics, own))
        else:
            count = (number(groups[same][1]) or Decimal(0)) + (number(own) or Decimal(0))
            groups[same] = (topics, {**groups[same][1], HEADCOUNT: Quantity.exactly(count)})
        if index == people.recent:
            recent = same
    if not groups:
        raise Unclear
    of_a_whole = people.of_a_whole and len(groups) > 1
    return replace(people, groups=tuple(groups), recent=recent, of_a_whole=of_a_whole)


def _same(one: Facts, other: Facts) -> bool:
    return without_number(one) == without_number(other)
