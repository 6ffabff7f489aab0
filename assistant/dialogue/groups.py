"""Several groups of people in one message, each with its own number, level or training.

新招10人做岗前培训，5名职工考了中级工，还有2名高级工。合同都一年以上   → three groups
中级工和高级工分别多少                                         → two groups
12人做了岗前培训，又做以工代训，能一起领吗                       → one matter with two topics
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from assistant.dialogue.fact_reader import Said
from assistant.dialogue.words import Found
from assistant.rules.facts import FactBook, Quantity, Value

_PART_END = re.compile(r"[,。;!?]")
_SENTENCE_END = re.compile(r"[。!?;]")


@dataclass
class _Group:
    start: int
    topics: list[str] = field(default_factory=list)
    facts: dict[str, Value] = field(default_factory=dict)


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
    marks = sorted(
        [(s.start, "", s) for s in said if _is_anchor(s, book)]
        + [(t.start, t.meaning, None) for t in topics],
        key=lambda mark: (mark[0], mark[2] is not None),
    )
    groups: list[_Group] = []
    for start, topic, item in marks:
        if not groups or _conflicts(groups[-1], text, start, topic, item, book):
            groups.append(_Group(_part_start(text, start, groups)))
        if item is not None:
            groups[-1].facts[item.fact] = item.value
        elif topic not in groups[-1].topics:
            groups[-1].topics.append(topic)
    if sum(bool(group.facts) for group in groups) < 2:
        return Groups((), tuple(said))
    shared = [item for item in said if not _is_anchor(item, book) and not _attach(item, groups, text)]
    if _is_total(groups[0], groups[1:]):
        total = groups.pop(0)
        shared += [item for item in said if item.fact in total.facts and item.fact != "headcount"]
        for group in groups:
            group.topics = group.topics or list(total.topics)
    named = [g for g in groups if g.topics or any(f in telling or book[f].splits for f in g.facts)]
    if len(named) < 2:
        return Groups((), tuple(said))
    return Groups(tuple((tuple(g.topics), g.facts) for g in named), tuple(shared))


def _is_total(first: _Group, others: Sequence[_Group]) -> bool:
    """来了30人，22人初次取证，8人复审: the first number is all of them."""
    if any(topic not in first.topics for group in others for topic in group.topics):
        return False
    numbers = [g.facts.get("headcount") for g in (first, *others)]
    counts = [n.low for n in numbers if isinstance(n, Quantity) and n.is_exact]
    return len(counts) == len(numbers) > 2 and counts[0] == sum(counts[1:])


def _is_anchor(item: Said, book: FactBook) -> bool:
    return item.fact == "headcount" or book[item.fact].splits


def _conflicts(group: _Group, text: str, start: int, topic: str, item: Said | None, book: FactBook) -> bool:
    """Whether an anchor cannot belong to the group that is being read."""
    between = text[group.start : start]
    if item is None:
        return bool(group.topics) and topic not in group.topics and bool(_PART_END.search(between))
    if item.fact == "headcount":
        return "headcount" in group.facts or (bool(group.topics) and bool(_SENTENCE_END.search(between)))
    return item.fact in group.facts and group.facts[item.fact] != item.value


def _part_start(text: str, start: int, groups: Sequence[_Group]) -> int:
    """Where the part of the sentence begins that holds the anchor: 新招的6个人 begins with 新招."""
    begin = max((text.rfind(mark, 0, start) + 1 for mark in ",。;!?、:"), default=0)
    return begin if not groups or begin > groups[-1].start else start


def _attach(item: Said, groups: Sequence[_Group], text: str) -> bool:
    """Give a fact to the group in whose sentence it stands; False where it is said of all."""
    before = [group for group in groups if group.start <= item.start]
    if not before or _SENTENCE_END.search(text, before[-1].start, item.start):
        return False
    group = before[-1]
    if (
        re.search(r"[都均全]", text[max(0, item.start - 3) : item.start])
        and group is groups[-1]
        and "," in text[group.start : item.start]
    ):
        return False
    earlier = group.facts.get(item.fact)
    both = isinstance(earlier, frozenset) and isinstance(item.value, frozenset)
    group.facts[item.fact] = earlier | item.value if both else item.value  # type: ignore[operator]
    return True
