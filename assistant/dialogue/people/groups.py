"""Several groups of people in one message, each with its own number, level or training.

新招10人做岗前培训，5名职工考了中级工，还有2名高级工。合同都一年以上   → three groups
中级工和高级工分别多少                                         → two groups
30人里头10人初次取证，20人复审                                 → two groups, 30 is all of them
12人做了岗前培训，又做以工代训，能一起领吗                       → one matter with two topics
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.dialogue.facts.each import each_its_own
from assistant.dialogue.facts.said import ASKER, HEADCOUNT, Said, facts_of
from assistant.dialogue.language.crowd_words import REST
from assistant.dialogue.language.listed import are_listed
from assistant.dialogue.language.sentence import LIST_END, PHRASE_END, SENTENCE_END, phrase_at
from assistant.dialogue.language.words import Found
from assistant.dialogue.people.exceptions import has_what_is_lacked, is_fewer, kind_of, part_exceptions_off
from assistant.dialogue.people.group_marks import OpenGroup, begin, names_again
from assistant.dialogue.people.parts import Group, names_some, without_number
from assistant.rules.facts import FactBook, Facts, FactSpec, Quantity, Value, is_lack

_ALL = re.compile("[都均]|(?<![齐安健完])全(?![年日职省市区])|一律|统一")
# 3个就业困难人员干了4个月，2个贫困户干了8个月，公司参保: what the firm is or does, it is for all
_KIND_OF_ALL = re.compile("[,。;!?](?:他们|大家)?(?:全部?|[都均])(?:是|考|报|拿|取得|学)?(?:了|的|出|到)?$")
_OF_THE_FIRM = re.compile("[,。;!?](?:我们|咱们?)?(?:公司|单位|厂里?|企业|店里?)(?!里)")
_MOST = 20  # more are a list of something else
_LISTED = re.compile("[、和跟与及]")
_ANOTHER = re.compile("[还另又再也外]有?$")
_OTHERS = re.compile(f"(?:{REST}|普通|一般|别)的?[^,。;!?、\\d]{{0,4}}$")  # 残疾人3个、其他的12个


@dataclass(frozen=True)
class Groups:
    """The groups, (topics, facts) each, and what is said of all. No groups: everything is shared."""

    groups: tuple[Group, ...]
    shared: tuple[Said, ...]
    aside: tuple[Group, ...] = ()  # persons of whom it tells, and does not ask


def split_groups(
    text: str,
    said: Sequence[Said],
    topics: Sequence[Found[str]],
    book: FactBook,
    telling: Collection[str],
    before: Facts | None = None,
) -> Groups:
    """Read the groups of a folded message from left to right.

    A new group begins where a second number of people, another value of a fact that splits, or, in another
    part of the sentence, another topic comes. What is said before the first group, or in a sentence of its
    own, is said of all. `telling`: facts that tell one matter from another (a certificate, an origin).
    `before`: what was said before of the same matter.
    """
    said = each_its_own(text, said, topics, book)
    said = [item for item in said if not names_again(item, said, topics, text)]
    of_all = _kind_of_all(text, said, book)
    said = [item for item in said if item not in of_all]
    anchors = [item for item in said if item.fact == HEADCOUNT or book[item.fact].splits]
    of_firm = _topics_of_the_firm(said, topics, book, telling)
    groups = begin(text, anchors, [topic for topic in topics if topic not in of_firm])
    if not 2 <= sum(bool(group.anchors) for group in groups) <= _MOST:
        return Groups((), tuple(sorted((*said, *of_all), key=lambda item: item.start)))
    shared: list[Said] = [*of_all]
    for item in said:
        if item not in anchors:
            owner = _owner(item, groups, text, book, telling)
            (shared if owner is None else owner.more).append(item)
    _tell_lists(groups, text)
    for index, group in enumerate(groups):
        # 6个宁夏籍和4个本地的，宁夏籍的有2个没拿到证
        kind = kind_of(group)
        wholes = [one for one in groups[:index] if kind and kind.items() <= one.facts.items()]
        if group.lacks and not group.unit:
            group.is_part |= len(wholes) == 1 and is_fewer(group, wholes[0])
            group.is_part |= index == 1 and _is_some_of(group, groups[0], text)
        group.is_part |= index == 1 and _are_of_an_age(group, groups[0], book)
        if index == 1 and _are_in_a_list(group, groups[0], book, telling):
            group.is_part, group.topics = True, []
    _ask_about_all(groups, text)
    firm = [topic.meaning for topic in of_firm]
    for group in groups if firm else ():
        if (
            group is groups[0] or group.topics or not group.lacks
        ):  # 困难企业9人，1个没合格: no training of its own
            group.topics = list(_with(firm, group.topics))
    if (apart := part_exceptions_off(groups, {**(before or {}), **facts_of(shared)}, book, text)) is not None:
        return Groups(tuple((_with(firm, own_topics), own) for own_topics, own in apart), tuple(shared))
    for group in groups if firm else ():
        group.topics = list(_with(firm, group.topics))
    # 20人双证,15人只有合格证,5人没证: the first are not the others together
    lack = [g for g in groups[1:] if not g.is_part and has_what_is_lacked(groups[0], g, text, book)]
    if _is_total(groups) and not lack:
        for group in groups[1:]:
            group.topics = group.topics or list(groups[0].topics)
        shared += _given_up(groups.pop(0))
    told = [group for group in groups if _tells(group, groups, book, telling) or _are_others(group, text)]
    numbers = [group.number for group in groups if group.number is not None]
    if len(numbers) == len(groups) and are_listed(text, [(n.start, n.end) for n in numbers]):
        if all(_is_like(group, groups[0]) for group in groups[1:]):
            return Groups((), tuple(said))
        if any(book[item.fact].kind == "choices" for group in groups for item in group.more):
            told = groups  # 6名大学生、5名农民: nothing is known of the kind of the five
            shared += _told_of_the_list(groups[-1], numbers[-1], book)
    if len(told) < 2:
        return Groups((), tuple(said))
    counts = sum(item.fact == HEADCOUNT for item in said)
    if counts == len(told) == 2 and _may_be_one_of_them(told[0], told[1], text, book):
        for group in told:  # how many of which, is asked for
            group.anchors = [anchor for anchor in group.anchors if anchor.fact != HEADCOUNT]
    for ahead, group in pairwise(told):
        if not group.topics and not any(fact in telling for fact in group.facts):
            group.topics = list(ahead.topics)  # 3人以工代训4个月，又收了2人，带了9个月
    shared += [item for group in groups if group not in told for item in _given_up(group)]
    return Groups(tuple((tuple(group.topics), group.facts) for group in told), tuple(shared))


def _kind_of_all(text: str, said: Sequence[Said], book: FactBook) -> list[Said]:
    """20人,其中3个没拿到证,都考中级工: of which kind they all are, told behind some of them."""
    kinds = [item for item in said if book[item.fact].splits]
    counts = [item.start for item in said if item.fact == HEADCOUNT]
    told = [
        item
        for item in kinds
        if _KIND_OF_ALL.search(text[: item.start]) and min(counts, default=0) < item.start
    ]
    alone = len({(item.fact, item.value) for item in kinds}) == 1
    return told if alone and len(told) == len(kinds) and len(counts) > 1 else []


def _topics_of_the_firm(
    said: Sequence[Said], topics: Sequence[Found[str]], book: FactBook, telling: Collection[str]
) -> list[Found[str]]:
    """困难企业，8个转岗的，6个新招的: what the firm is ahead of all numbers, it is for all of them."""
    first = next((item.start for item in said if item.fact == HEADCOUNT), 0)
    is_so = [item for item in said if item.fact in telling and book[item.fact].scope == "person"]
    return [
        topic
        for topic in topics
        if topic.end <= first and any(i.start < topic.end and topic.start < i.end for i in is_so)
    ]


def _with(firm: Sequence[str], topics: Sequence[str]) -> tuple[str, ...]:
    """The topics of a group behind those that the firm has for all."""
    return tuple(dict.fromkeys((*firm, *topics)))


def _is_some_of(group: OpenGroup, whole: OpenGroup, text: str) -> bool:
    """20人，合同两年，有5个没签 are twenty, 8人签了合同，有5个没签 are thirteen."""
    named = group.number is not None and names_some(text, group.number.start)
    return named and is_fewer(group, whole) and not group.lacks & whole.told_at_once(text)


def _are_of_an_age(group: OpenGroup, whole: OpenGroup, book: FactBook) -> bool:
    """10人考了中级工，1人在领养老金: what bars some is told of no others than those who were counted."""
    bars = {
        fact for fact, value in group.facts.items() if book[fact].of_some or _is_none_of(value, book[fact])
    }
    of_a_kind = group.topics or group.unit or any(book[fact].splits for fact in group.facts)
    return bool(bars) and not (of_a_kind or bars & whole.facts.keys()) and is_fewer(group, whole)


def _are_in_a_list(group: OpenGroup, whole: OpenGroup, book: FactBook, telling: Collection[str]) -> bool:
    """岗前20人，紧缺目录的有8人: what the trade of some is, and no training of their own."""
    of_place = [item for item in (*group.anchors, *group.more) if book[item.fact].of_place]
    are_so = [item for item in of_place if item.value is True and item.fact not in telling]
    in_words = all(any(i.start < m.end and m.start < i.end for i in are_so) for m in group.named)
    apart = group.unit or group.is_apart or any(item.fact in whole.facts for item in are_so)
    return bool(are_so) and in_words and not apart and is_fewer(group, whole)


def _is_none_of(value: Value, spec: FactSpec) -> bool:
    """5人，3个不是困难人员 · 3个不是贫困户: who belongs to none of the kinds, or not to one."""
    return spec.kind == "choices" and (is_lack(value) or spec.is_denied(value))


def _ask_about_all(groups: Sequence[OpenGroup], text: str) -> None:
    """6人考出高级工、3人考了专项，职业培训补贴一共多少: the benefit asked for at the end is that of all."""
    last = groups[-1]
    end = max((anchor.end for anchor in last.anchors), default=len(text))
    asked = [mark for mark in last.named if mark.start >= end and PHRASE_END.search(text, end, mark.start)]
    if not asked or len(asked) < len(last.named):
        return
    last.topics = []
    if any(group.topics for group in groups):
        for group in groups:
            group.topics = list(dict.fromkeys((*group.topics, *(mark.meaning for mark in asked))))


def _owner(
    item: Said, groups: Sequence[OpenGroup], text: str, book: FactBook, telling: Collection[str]
) -> OpenGroup | None:
    """The group of which alone a fact is said; None where it is said of all."""
    before = [group for group in groups if group.start <= item.start]
    if item.fact == ASKER or not before or SENTENCE_END.search(text, before[-1].start, item.start):
        return None
    group = before[-1]
    if group is groups[0] and group.anchors and LIST_END.search(text, item.end, group.anchors[0].start):
        return None  # 办了目录内的培训，甲班24课时18人，乙班: said ahead of all
    last = max((anchor.end for anchor in group.anchors), default=group.start)
    if group is groups[-1] and (firm := _OF_THE_FIRM.search(text, last, item.end)):
        apart = PHRASE_END.search(text, firm.end(), item.start)
        if _ALL.search(phrase_at(text, item.start)) or not apart:
            return None
    if item.fact in group.facts and PHRASE_END.search(text, last, item.start):
        return None  # 6个贵州来的，结对帮扶能拿多少: of them it has been said already
    if group is groups[-1]:
        of_all = _ALL.search(phrase_at(text, item.start)) is not None
        if PHRASE_END.search(text, last, item.start):
            # 5名中级工，2名高级工，合同两年: of all, unless each group was told about by itself.
            # What kind of people they are (16个是普通工人), tells who they are and no more.
            told = [more for other in before[:-1] for more in other.more if more.start > other.start]
            # 肉燕的4个,漆器的3个,证都有: what they learn tells who they are
            told = [more for more in told if more.fact not in telling or book[more.fact].kind != "yes_no"]
            each = any(book[more.fact].kind != "choices" for more in told)
            of_all = of_all or _keeps_nobody_out(item, told, book)
            return None if of_all or not each else group
        if is_lack(item.value) and len(before) > 1 and PHRASE_END.search(text, before[-2].start, group.start):
            return group  # 乙组8人，丙组5人全没过
        if of_all and not group.is_part and not any(item.fact in other.facts for other in before[:-1]):
            return None  # 三个西藏籍、两个新疆籍的合格证都有了
    return group


def _keeps_nobody_out(item: Said, told: Sequence[Said], book: FactBook) -> bool:
    """没领过岗前补贴 behind several groups: none had what keeps people out, unless one is told apart."""
    spec = book[item.fact]
    bars = bool(spec.had) or spec.of_some
    return item.value is False and bars and all(more.fact != item.fact for more in told)


def _tell_lists(groups: Sequence[OpenGroup], text: str) -> None:
    """8个中级工、3个高级工，合同两年，另外6个派遣工: what stands behind a list is said of each in it."""
    for ahead, group in reversed(list(pairwise(groups))):
        if not (ahead.anchors and group.anchors) or ahead.more or ahead.topics != group.topics:
            continue
        last = max(anchor.end for anchor in group.anchors)
        listed = text[max(anchor.end for anchor in ahead.anchors) : group.anchors[0].start]
        if group.is_part or group.unit or PHRASE_END.search(listed) or not _LISTED.search(listed):
            continue
        behind = (item for item in group.more if PHRASE_END.search(text, last, item.start))
        ahead.more = [item for item in behind if item.fact not in ahead.facts]


def _is_like(group: OpenGroup, other: OpenGroup) -> bool:
    return without_number(group.facts) == without_number(other.facts) and group.topics == other.topics


def _told_of_the_list(last: OpenGroup, number: Said, book: FactBook) -> list[Said]:
    """What stands behind a list of people, and is told of all; it is taken off the last of them."""
    of_all = [s for s in last.more if s.start >= number.end and book[s.fact].kind != "choices"]
    last.more = [item for item in last.more if item not in of_all]
    return of_all


def _is_total(groups: Sequence[OpenGroup]) -> bool:
    """来了30人，22人初次取证，8人复审 · 30人里头5个中级工: the first number is all of them."""
    first, others = groups[0], groups[1:]
    if HEADCOUNT not in first.facts:
        return False
    if any(topic not in first.topics for group in others for topic in group.topics):
        return False
    if (
        first.unit
        or _are_alike(groups)
        or any(
            first.facts.get(s.fact, s.value) != s.value
            for g in others
            for s in g.anchors
            if s.fact != HEADCOUNT
        )
    ):
        return False  # 4个中级工、3个高级工、1个技师: four are not the three and one
    numbers = [group.facts.get(HEADCOUNT) for group in groups]
    counts = [number.low for number in numbers if isinstance(number, Quantity) and number.is_exact]
    return others[0].is_part or (len(counts) == len(groups) > 2 and counts[0] == sum(counts[1:]))


def _are_alike(groups: Sequence[OpenGroup]) -> bool:
    """宁夏籍7个、西藏籍2个、新疆籍5个: told of in one way, so that seven are not the two and five."""
    common = set.intersection(*({item.fact for item in group.more} for group in groups))
    return bool(common) and not any(group.is_part for group in groups)


def _are_others(group: OpenGroup, text: str) -> bool:
    """Whether a group of which nothing is told are those who are none of the others."""
    return group.number is not None and _OTHERS.search(text[: group.number.start]) is not None


def _may_be_one_of_them(whole: OpenGroup, one: OpenGroup, text: str, book: FactBook) -> bool:
    """4个贫困户干了5个月，一个干了3个月: one of the four, or a fifth; 还有一个 would be a fifth.

    In 高级工2个，中级工1个 the one is of another kind, and so no one of the two.
    """
    if one.number is None or one.is_part or one.is_apart or one.lacks or not is_fewer(one, whole):
        return False
    own = one.facts.keys() - {HEADCOUNT}
    if any(book[fact].splits or book[fact].kind == "choices" for fact in own):
        return False
    otherwise = bool(own) and all(whole.facts.get(f, one.facts[f]) != one.facts[f] for f in own)
    alone = text[one.number.start : one.number.end] in ("一个", "1个")
    return otherwise and alone and _ANOTHER.search(text[: one.number.start]) is None


def _given_up(group: OpenGroup) -> list[Said]:
    """What was said of a group that is none, and so of all; what some lack, is not lacked by all."""
    counted = HEADCOUNT in group.facts
    said = (item for item in (*group.anchors, *group.more) if item.fact != HEADCOUNT)
    return [item for item in said if not (counted and is_lack(item.value))]


def _tells(group: OpenGroup, groups: Sequence[OpenGroup], book: FactBook, telling: Collection[str]) -> bool:
    """Whether a group differs in more than its number."""
    if group.topics or group.unit:
        return True
    facts = without_number(group.facts)
    if any(fact in telling or book[fact].splits for fact in facts):
        return True
    others = [other.facts for other in groups if other is not group and HEADCOUNT in other.facts]
    return any(other.get(fact, value) != value for fact, value in facts.items() for other in others)
