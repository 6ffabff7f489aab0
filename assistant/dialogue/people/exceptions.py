"""Groups of people that are some of another: 10人，其中3人没拿到证 are seven others and three."""

from collections.abc import Sequence

from assistant.dialogue.facts.said import HEADCOUNT, facts_of
from assistant.dialogue.people.group_marks import OpenGroup
from assistant.dialogue.people.parts import Group, count_all, is_otherwise, number, part_off
from assistant.rules.facts import FactBook, Facts, is_lack


def part_exceptions_off(
    groups: Sequence[OpenGroup], shared: Facts, book: FactBook, text: str
) -> tuple[Group, ...] | None:
    """The groups, each without those of it who lack something or of whom else is true; None without such.

    10人，其中3人没拿到证: seven others, of whom that is not said.
    """
    untold = [g for g in groups[1:] if not (g.topics or g.unit) and g.facts.keys() == {HEADCOUNT}]
    if untold and number(groups[0].facts) != count_all([((), g.facts) for g in groups[1:]]):
        return None
    told = [(tuple(group.topics), group.facts) for group in groups]
    if all(_lacks(group, groups[0], book, text) for group in groups[1:]):
        return part_off(told[0], told[1:], shared, book)
    parts: dict[int, list[int]] = {}  # of which group others are some
    for index, group in enumerate(groups):
        whole = _whole_of(group, groups[:index])
        if whole is not None and _is_exception(group, groups[whole], shared, book, text):
            parts.setdefault(whole, []).append(index)
    parted = {
        whole: apart
        for whole, some in parts.items()
        if (
            apart := part_off(
                told[whole], [_within(told[index], told[whole]) for index in some], shared, book
            )
        )
        is not None
    }
    if not parted:
        return None
    gone = {index for whole in parted for index in parts[whole]}
    for whole, some in parts.items():
        rest = _told_rest(parted.get(whole, ()), some, told)
        if rest is not None:  # 44人中有4人合同半年，其余40人都签两年: the forty are not counted once more
            gone.add(rest)
            (topics, own), *others = parted[whole]
            parted[whole] = ((topics, {**own, **told[rest][1]}), *others)
    left = (parted.get(index, (group,)) for index, group in enumerate(told) if index not in gone)
    return tuple(group for some in left for group in some)


def _within(some: Group, whole: Group) -> Group:
    """Some with the topics of all, and their own."""
    (topics, own), (every, _) = some, whole
    return tuple(dict.fromkeys((*every, *topics))), own


def _told_rest(parted: Sequence[Group], some: Sequence[int], told: Sequence[Group]) -> int | None:
    """Which group behind the parts of a whole are all the others of it, if one is."""
    if len(parted) <= len(some):
        return None  # none are left
    behind = range(some[-1] + 1, len(told))
    return next((i for i in behind if number(told[i][1]) == number(parted[0][1])), None)


def _whole_of(group: OpenGroup, before: Sequence[OpenGroup]) -> int | None:
    """Which of the groups before it a group is some of: the one it is called by (新人里2个), or the last."""
    wholes = [index for index, one in enumerate(before) if not one.is_part]
    units = [i for i in wholes if group.unit and before[i].unit == group.unit]
    if len(units) == 1:
        return units[0]
    kind = kind_of(group)
    called = [i for i in wholes if kind and kind.items() <= before[i].facts.items()]
    return called[0] if len(called) == 1 else wholes[-1] if wholes else None


def kind_of(group: OpenGroup) -> Facts:
    """What is said of a group ahead of its number, or is its level: 新人14个."""
    number = next((item.start for item in group.anchors if item.fact == HEADCOUNT), group.start)
    return facts_of(item for item in (*group.anchors, *group.more) if item.start < number)


def is_fewer(group: OpenGroup, whole: OpenGroup) -> bool:
    """Whether a group counts fewer people than another."""
    some, everybody = number(group.facts), number(whole.facts)
    return some is not None and everybody is not None and some < everybody


def _is_exception(group: OpenGroup, whole: OpenGroup, shared: Facts, book: FactBook, text: str) -> bool:
    """Whether a group is some of another who lack something, or of whom else is true: 其中3人合同半年."""
    if not group.is_part:
        return False
    if set(group.topics) - set(whole.topics):
        return bool(whole.topics)  # 20人岗前培训，其中8人还做了以工代训
    known = {**shared, **whole.facts}
    if any(book[f].awarded is True for f in whole.facts) and any(
        book[f].splits and f not in known for f in group.facts.keys() - {HEADCOUNT}
    ):
        return True  # 30人拿了操作证，其中12个是复审的: of the others it is not known
    more = group.have_more and bool(group.facts.keys() - known.keys())
    more |= any(book[fact].of_some and fact not in known for fact in group.facts)  # 其中1人在领养老金
    more |= any(book[fact].is_denied(value) for fact, value in group.facts.items())  # 其中3个不是贫困户
    return more or _lacks(group, whole, book, text) or is_otherwise(group.facts, known)


def _lacks(group: OpenGroup, whole: OpenGroup, book: FactBook, text: str) -> bool:
    """Whether a group is told of only by what it lacks, and the whole is not said to have it."""
    facts = group.facts
    has_its_own = any(not is_lack(value) for fact, value in facts.items() if fact != HEADCOUNT)
    if (
        (group.is_apart and has_its_own)
        or group.is_rest
        or group.topics
        or any(book[fact].splits or _is_of_another_kind(fact, group, whole, book, text) for fact in facts)
        or not group.lacks
    ):
        return False
    return group.is_part or not (
        group.lacks & whole.facts.keys() or has_what_is_lacked(whole, group, text, book)
    )


def has_what_is_lacked(one: OpenGroup, other: OpenGroup, text: str, book: FactBook) -> bool:
    """12人双证,6人无证: whether some are told at once to have a certificate, and others to have none."""
    has = any(one.facts[f] is True and book[f].awarded is True for f in one.told_at_once(text))
    return has and any(v is False and book[f].awarded is True for f, v in other.facts.items())


def _is_of_another_kind(fact: str, group: OpenGroup, whole: OpenGroup, book: FactBook, text: str) -> bool:
    """3个建档立卡的，2个零就业家庭的: who are of a kind of their own are no two of three.

    5个残疾人没考过 are, where nothing is known of the kind of the others: what they lack is told at once.
    """
    own, others = group.facts[fact], whole.facts.get(fact)
    if book[fact].kind != "choices" or is_lack(own) or book[fact].is_denied(own) or own == others:
        return False
    return others is not None or not (group.is_part or group.lacks & group.told_at_once(text))
