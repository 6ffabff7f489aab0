"""Several groups of people in one message, each with its own number, level or training.

新招10人做岗前培训，5名职工考了中级工，还有2名高级工。合同都一年以上   → three groups
中级工和高级工分别多少                                         → two groups
30人里头10人初次取证，20人复审                                 → two groups, 30 is all of them
12人做了岗前培训，又做以工代训，能一起领吗                       → one matter with two topics
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from assistant.dialogue.said import ASKER, HEADCOUNT, Said, facts_of
from assistant.dialogue.words import Found
from assistant.rules.facts import FactBook, Quantity, Value

_PART_END = re.compile(r"[,。;!?]")
_ANY_PART_END = re.compile(r"[,。;!?、]")
_SENTENCE_END = re.compile(r"[。!?;]")
_AMONG = re.compile("其中|里头|里面|当中|里有|中有")
_ALL = re.compile("[都均全]|一律|统一")
_MOST = 20  # more are a list of something else
_NEAR = 4  # characters between a topic and its number: 岗前培训一共有10人


@dataclass
class _Group:
    start: int
    topics: list[str] = field(default_factory=list)
    anchors: list[Said] = field(default_factory=list)
    more: list[Said] = field(default_factory=list)  # what else is said of them alone
    is_part: bool = False  # 其中5人: of those named before

    @property
    def facts(self) -> dict[str, Value]:
        """What is said of the group alone, in the order of the message."""
        return facts_of(sorted((*self.anchors, *self.more), key=lambda item: item.start))


@dataclass(frozen=True)
class Groups:
    """The groups, (topics, facts) each, and what is said of all. No groups: everything is shared."""

    groups: tuple[tuple[tuple[str, ...], dict[str, Value]], ...]
    shared: tuple[Said, ...]


def split_groups(
    text: str, said: Sequence[Said], topics: Sequence[Found[str]], book: FactBook, telling: Collection[str]
) -> Groups:
    """Read the groups of a folded message from left to right.

    A new group begins where a second number of people, another value of a fact that splits, or, in another
    part of the sentence, another topic comes. What is said before the first group, or in a sentence of its
    own, is said of all. `telling`: facts that tell one matter from another (a certificate, an origin).
    """
    anchors = [item for item in said if item.fact == HEADCOUNT or book[item.fact].splits]
    groups = _begin(text, anchors, topics)
    if not 2 <= sum(bool(group.anchors) for group in groups) <= _MOST:
        return Groups((), tuple(said))
    shared: list[Said] = []
    for item in said:
        if item not in anchors:
            owner = _owner(item, groups, text)
            (shared if owner is None else owner.more).append(item)
    if _are_without(groups, book):
        # 10人，其中3人没拿到证: seven others, of whom that is not said.
        return Groups(tuple((tuple(g.topics), g.facts) for g in _others_first(groups)), tuple(shared))
    if _is_total(groups):
        for group in groups[1:]:
            group.topics = group.topics or list(groups[0].topics)
        shared += _given_up(groups.pop(0))
    told = [group for group in groups if _tells(group, groups, book, telling)]
    if len(told) < 2:
        return Groups((), tuple(said))
    shared += [item for group in groups if group not in told for item in _given_up(group)]
    return Groups(tuple((tuple(group.topics), group.facts) for group in told), tuple(shared))


def _begin(text: str, anchors: Sequence[Said], topics: Sequence[Found[str]]) -> list[_Group]:
    """The groups with what they begin with: numbers, levels, topics."""
    marks: list[Said | Found[str]] = sorted((*anchors, *topics), key=lambda m: (m.start, isinstance(m, Said)))
    groups: list[_Group] = []
    for index, mark in enumerate(marks):
        following = marks[index + 1] if index + 1 < len(marks) else None
        is_part = bool(groups) and bool(_AMONG.search(text[marks[index - 1].end : mark.start]))
        if not groups or is_part or _conflicts(groups[-1], text, mark, following):
            groups.append(_Group(_part_start(text, mark.start, groups), is_part=is_part))
        if isinstance(mark, Said):
            groups[-1].anchors.append(mark)
        elif mark.meaning not in groups[-1].topics:
            groups[-1].topics.append(mark.meaning)
    return groups


def _conflicts(
    group: _Group, text: str, mark: Said | Found[str], following: Said | Found[str] | None
) -> bool:
    """Whether a mark cannot belong to the group that is being read."""
    between = text[group.start : mark.start]
    facts = {item.fact: item.value for item in group.anchors}
    if isinstance(mark, Found):
        if mark.meaning in group.topics:
            return False
        other_part = bool(group.topics) and bool(_PART_END.search(between))
        return other_part or (HEADCOUNT in facts and _is_number_of(mark, following, text))
    if mark.fact == HEADCOUNT:
        return HEADCOUNT in facts or (bool(group.topics) and bool(_SENTENCE_END.search(between)))
    return facts.get(mark.fact, mark.value) != mark.value


def _is_number_of(topic: Found[str], following: Said | Found[str] | None, text: str) -> bool:
    """岗前培训10人、以工代训8人: the next number is that of the topic."""
    if not isinstance(following, Said) or following.fact != HEADCOUNT:
        return False
    between = text[topic.end : following.start]
    return len(between) <= _NEAR and _ANY_PART_END.search(between) is None


def _part_start(text: str, start: int, groups: Sequence[_Group]) -> int:
    """Where the part of the sentence begins that holds the anchor: 新招的6个人 begins with 新招."""
    begin = max((text.rfind(mark, 0, start) + 1 for mark in ",。;!?、:"), default=0)
    return begin if not groups or begin > groups[-1].start else start


def _owner(item: Said, groups: Sequence[_Group], text: str) -> _Group | None:
    """The group of which alone a fact is said; None where it is said of all."""
    before = [group for group in groups if group.start <= item.start]
    if item.fact == ASKER or not before or _SENTENCE_END.search(text, before[-1].start, item.start):
        return None
    group = before[-1]
    last = max((anchor.end for anchor in group.anchors), default=group.start)
    if group is groups[-1] and _PART_END.search(text, last, item.start):
        # 5名中级工，2名高级工，合同两年: of all, unless each group was told about by itself.
        each = any(more.start > other.anchors[0].start for other in before[:-1] for more in other.more)
        if not each or _ALL.search(_part(text, item.start)):
            return None
    return group


def _part(text: str, position: int) -> str:
    start = max(text.rfind(mark, 0, position) for mark in ",。;!?") + 1
    end = _PART_END.search(text, position)
    return text[start : end.start() if end else len(text)]


def _is_total(groups: Sequence[_Group]) -> bool:
    """来了30人，22人初次取证，8人复审 · 30人里头5个中级工: the first number is all of them."""
    first, others = groups[0], groups[1:]
    if HEADCOUNT not in first.facts:
        return False
    if any(topic not in first.topics for group in others for topic in group.topics):
        return False
    numbers = [group.facts.get(HEADCOUNT) for group in groups]
    counts = [number.low for number in numbers if isinstance(number, Quantity) and number.is_exact]
    return others[0].is_part or (len(counts) == len(groups) > 2 and counts[0] == sum(counts[1:]))


def _are_without(groups: Sequence[_Group], book: FactBook) -> bool:
    """Whether all groups behind the first are some of it who lack something: 3个没拿到证."""
    if not all(isinstance(group.facts.get(HEADCOUNT), Quantity) for group in groups):
        return False
    numbers = [item for group in groups if isinstance(item := group.facts[HEADCOUNT], Quantity)]
    some = all(number.is_exact for number in numbers) and numbers[0].low > sum(n.low for n in numbers[1:])
    return some and all(_lacks(group, groups[0], book) for group in groups[1:])


def _lacks(group: _Group, whole: _Group, book: FactBook) -> bool:
    """Whether a group is told of only by what it lacks, and the whole is not said to have it."""
    facts = group.facts
    if group.topics or any(book[fact].splits for fact in facts) or False not in facts.values():
        return False
    return group.is_part or not any(fact in whole.facts for fact, value in facts.items() if value is False)


def _others_first(groups: Sequence[_Group]) -> list[_Group]:
    """The groups with the first one's number less those of the others, who are of its topics too."""
    lacking = Decimal(0)
    for group in groups[1:]:
        group.topics = list(groups[0].topics)
        number = group.facts[HEADCOUNT]
        lacking += number.low if isinstance(number, Quantity) else 0
    first = groups[0]
    first.anchors = [
        replace(item, value=Quantity.exactly(item.value.low - lacking))
        if item.fact == HEADCOUNT and isinstance(item.value, Quantity)
        else item
        for item in first.anchors
    ]
    return list(groups)


def _given_up(group: _Group) -> list[Said]:
    """What was said of a group that is none, and so of all."""
    return [item for item in (*group.anchors, *group.more) if item.fact != HEADCOUNT]


def _tells(group: _Group, groups: Sequence[_Group], book: FactBook, telling: Collection[str]) -> bool:
    """Whether a group differs in more than its number."""
    if group.topics:
        return True
    facts = {fact: value for fact, value in group.facts.items() if fact != HEADCOUNT}
    if any(fact in telling or book[fact].splits for fact in facts):
        return True
    others = [other.facts for other in groups if other is not group and HEADCOUNT in other.facts]
    return any(other.get(fact, value) != value for fact, value in facts.items() for other in others)
