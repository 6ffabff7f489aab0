"""Several groups of people in one message, each with its own number, level or training.

新招10人做岗前培训，5名职工考了中级工，还有2名高级工。合同都一年以上   → three groups
中级工和高级工分别多少                                         → two groups
30人里头10人初次取证，20人复审                                 → two groups, 30 is all of them
12人做了岗前培训，又做以工代训，能一起领吗                       → one matter with two topics
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from assistant.dialogue.each import each_its_own
from assistant.dialogue.parts import AMONG, Group, is_otherwise, number, part_off
from assistant.dialogue.said import ASKER, HEADCOUNT, Said, facts_of
from assistant.dialogue.words import Found
from assistant.rules.facts import FactBook, Facts, Quantity, Value

_PART_END = re.compile(r"[,。;!?]")
_ANY_PART_END = re.compile(r"[,。;!?、]")
_PART_OR_LIST = re.compile(r"[,。;!?:]")
_SENTENCE_END = re.compile(r"[。!?;]")
_REFERS_BACK = re.compile("[这那]$")
_OF_THEM = re.compile("里|中|当中|之中")
_ALL = re.compile("[都均]|(?<![齐安健完])全(?![年日职省市区])|一律|统一")
_UNIT = re.compile(
    "(?:第[一二三四五六七八九\\d]{1,2}|另一?|另外一?|[甲乙丙丁戊a-e一二三])个?(?:批|期|班|组|车间|分店|分厂)"
)
_BESIDE = re.compile("还|另|又|再|和|跟|加|、")
_BESIDES = re.compile("[^,。;!?]{0,2}?(?:还|也|又|同时|另外)(?!没|不|未)")
# 证都有；不对，有2个没考过: of those who were said to have it
_PUT_RIGHT = re.compile("(?:不对|不是|等等|[说记看搞]错)[了啦哈]?[,;。!](?:还|是)?有$")
_APART = re.compile("[,。;](?:另外|此外)(?:还有?|有)?$")
_MORE_OF_THEM = re.compile("(?:再|还|另|又|也)有|另外")
# 3个就业困难人员干了4个月，2个贫困户干了8个月，公司参保: what the firm is or does, it is for all
_OF_THE_FIRM = re.compile("[,。;!?](?:我们|咱们?)?(?:公司|单位|厂里?|企业|店里?)(?!里)")
_BECAUSE = re.compile("因为|由于")
_MOST = 20  # more are a list of something else
_LISTED = re.compile("[、和跟与及]")
_NEAR = 4  # characters between a topic and its number: 岗前培训一共有10人


@dataclass
class _Group:
    start: int
    topics: list[str] = field(default_factory=list)
    named: list[Found[str]] = field(default_factory=list)  # where they are, each time
    anchors: list[Said] = field(default_factory=list)
    more: list[Said] = field(default_factory=list)  # what else is said of them alone
    is_part: bool = False  # 其中5人: of those named before
    is_apart: bool = False  # 另外6个: beside those named before
    have_more: bool = False  # 其中2个还考了等级证: beside what all have
    unit: str = ""  # 甲班, 第一批: people who are counted by themselves

    @property
    def facts(self) -> dict[str, Value]:
        """What is said of the group alone, in the order of the message."""
        return facts_of(sorted((*self.anchors, *self.more), key=lambda item: item.start))


@dataclass(frozen=True)
class Groups:
    """The groups, (topics, facts) each, and what is said of all. No groups: everything is shared."""

    groups: tuple[Group, ...]
    shared: tuple[Said, ...]


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
    said = [item for item in said if not _names_again(item, said, topics, text)]
    anchors = [item for item in said if item.fact == HEADCOUNT or book[item.fact].splits]
    groups = _begin(text, anchors, topics)
    if not 2 <= sum(bool(group.anchors) for group in groups) <= _MOST:
        return Groups((), tuple(said))
    shared: list[Said] = []
    for item in said:
        if item not in anchors:
            owner = _owner(item, groups, text)
            (shared if owner is None else owner.more).append(item)
    _tell_lists(groups, text)
    for index, group in enumerate(groups):
        # 6个宁夏籍和4个本地的，宁夏籍的有2个没拿到证
        kind = _kind_of(group)
        wholes = [one for one in groups[:index] if kind and kind.items() <= one.facts.items()]
        lacking = False in group.facts.values() and not group.unit
        group.is_part |= lacking and len(wholes) == 1 and _is_fewer(group, wholes[0])
    _ask_about_all(groups, text)
    if (apart := _part_exceptions_off(groups, {**(before or {}), **facts_of(shared)}, book)) is not None:
        return Groups(apart, tuple(shared))
    if _is_total(groups):
        for group in groups[1:]:
            group.topics = group.topics or list(groups[0].topics)
        shared += _given_up(groups.pop(0))
    told = [group for group in groups if _tells(group, groups, book, telling)]
    if len(told) < 2:
        return Groups((), tuple(said))
    for ahead, group in pairwise(told):
        if not group.topics and not any(fact in telling for fact in group.facts):
            group.topics = list(ahead.topics)  # 3人以工代训4个月，又收了2人，带了9个月
    shared += [item for group in groups if group not in told for item in _given_up(group)]
    return Groups(tuple((tuple(group.topics), group.facts) for group in told), tuple(shared))


def _names_again(item: Said, said: Sequence[Said], topics: Sequence[Found[str]], text: str) -> bool:
    """30人合格，这30个里有4个 · 新招30人，结业30人: the second 30 are those of before."""
    again = any(one.fact == HEADCOUNT and one.value == item.value and one.end <= item.start for one in said)
    if item.fact != HEADCOUNT or not again or item.start == item.end:  # put there: told of each of a list
        return False
    start = _part_start(text, item.start, ())
    end = start + len(_part(text, item.start))
    marks: tuple[Said | Found[str], ...] = (*said, *topics)
    beside = any(mark is not item and start <= mark.start < end for mark in marks)
    apart = beside or _UNIT.search(text, start, end) or _BESIDE.search(text, start, item.start)
    return not apart or bool(_REFERS_BACK.search(text[: item.start]) or _OF_THEM.match(text, item.end))


def _begin(text: str, anchors: Sequence[Said], topics: Sequence[Found[str]]) -> list[_Group]:
    """The groups with what they begin with: numbers, levels, topics."""
    marks: list[Said | Found[str]] = sorted(
        (*anchors, *topics), key=lambda mark: (mark.start, mark.start < mark.end, isinstance(mark, Said))
    )
    groups: list[_Group] = []
    for index, mark in enumerate(marks):
        following = marks[index + 1] if index + 1 < len(marks) else None
        between = text[marks[index - 1].end : mark.start] if groups else ""
        # 其中6人合同才3个月，再有2人没拿到证
        more = groups and groups[-1].is_part and isinstance(mark, Said) and _MORE_OF_THEM.search(between)
        is_part = bool(AMONG.search(between) or _PUT_RIGHT.search(between) or more)
        if not groups or is_part or _conflicts(groups[-1], text, mark, following):
            is_apart = not is_part and _APART.search(between) is not None
            groups.append(_Group(_begins_at(mark, text, groups), is_part=is_part, is_apart=is_apart))
        if isinstance(mark, Said):
            groups[-1].anchors.append(mark)
        else:
            groups[-1].named.append(mark)
            groups[-1].topics = list(dict.fromkeys((*groups[-1].topics, mark.meaning)))
    for before, group in reversed(list(pairwise(groups))):
        # 初次考操作证的11人，初次拿叉车证的2人: what stands before the second number is said of them.
        moved = [s for s in before.anchors if s.start >= group.start and s.fact not in group.facts]
        before.anchors = [item for item in before.anchors if item not in moved]
        group.anchors = [*moved, *group.anchors]
        # 岗前培训8人，转岗培训5人: one topic, and another kind of it
        own = {
            mark.meaning
            for mark in before.named
            if mark.start >= group.start and mark not in before.named[:1]
        }
        group.topics = group.topics or [topic for topic in before.topics if topic in own]
    for group in groups:
        group.have_more = any(_BESIDES.match(text, a.end) for a in group.anchors if a.fact == HEADCOUNT)
        units = (_UNIT.search(_part(text, anchor.start)) for anchor in group.anchors)
        group.unit = next((unit[0] for unit in units if unit), "")
    for index, group in enumerate(groups):
        # 甲班18人学电工，乙班15人学焊工，乙班3个没过
        group.is_part |= bool(group.unit) and any(one.unit == group.unit for one in groups[:index])
    return groups


def _ask_about_all(groups: Sequence[_Group], text: str) -> None:
    """6人考出高级工、3人考了专项，职业培训补贴一共多少: the benefit asked for at the end is that of all."""
    last = groups[-1]
    end = max((anchor.end for anchor in last.anchors), default=len(text))
    asked = [mark for mark in last.named if mark.start >= end and _PART_END.search(text, end, mark.start)]
    if not asked or len(asked) < len(last.named):
        return
    last.topics = []
    if any(group.topics for group in groups):
        for group in groups:
            group.topics = list(dict.fromkeys((*group.topics, *(mark.meaning for mark in asked))))


def _conflicts(
    group: _Group, text: str, mark: Said | Found[str], following: Said | Found[str] | None
) -> bool:
    """Whether a mark cannot belong to the group that is being read."""
    between = text[group.start : mark.start]
    facts = {item.fact: item.value for item in group.anchors}
    if isinstance(mark, Found):
        if mark.meaning in group.topics:
            return False
        if HEADCOUNT not in facts and group.named and _BECAUSE.search(_part(text, group.named[-1].start)):
            return False  # 因为我们是困难企业，给6个职工培训
        other_part = bool(group.topics) and bool(_PART_END.search(between))
        return other_part or (HEADCOUNT in facts and _is_number_of(mark, following, text))
    if mark.fact == HEADCOUNT:
        of_another = following is None or (following.start - mark.end > 0 and not _is_count(following))
        other_sentence = bool(group.topics) and bool(_SENTENCE_END.search(between))
        return HEADCOUNT in facts or (other_sentence and of_another)
    if group.anchors and _SENTENCE_END.search(text, group.anchors[-1].end, mark.start):
        return facts.get(mark.fact) != mark.value  # 18人；乙班60课时: of the next
    return facts.get(mark.fact, mark.value) != mark.value


def _is_count(mark: Said | Found[str]) -> bool:
    return isinstance(mark, Said) and mark.fact == HEADCOUNT


def _is_number_of(topic: Found[str], following: Said | Found[str] | None, text: str) -> bool:
    """岗前培训10人、以工代训8人: the next number is that of the topic."""
    if not isinstance(following, Said) or following.fact != HEADCOUNT:
        return False
    between = text[topic.end : following.start]
    return len(between) <= _NEAR and _ANY_PART_END.search(between) is None


def _begins_at(mark: Said | Found[str], text: str, groups: Sequence[_Group]) -> int:
    """Where a group begins: with the part of the sentence, unless a number there is of those before.

    以工代训，6个贫困劳动力和4个就业困难人员: what stands before 和 is said of the six.
    """
    begin = _part_start(text, mark.start, groups)
    counted = any(anchor.fact == HEADCOUNT and anchor.start >= begin for g in groups for anchor in g.anchors)
    return mark.start if _is_count(mark) and counted else begin


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
    if group is groups[0] and group.anchors and _PART_OR_LIST.search(text, item.end, group.anchors[0].start):
        return None  # 办了目录内的培训，甲班24课时18人，乙班: said ahead of all
    last = max((anchor.end for anchor in group.anchors), default=group.start)
    if group is groups[-1] and (firm := _OF_THE_FIRM.search(text, last, item.end)):
        of_all = _ALL.search(_part(text, item.start)) or not _PART_END.search(text, firm.end(), item.start)
        return None if of_all else group
    if item.fact in group.facts and _PART_END.search(text, last, item.start):
        return None  # 6个贵州来的，结对帮扶能拿多少: of them it has been said already
    if group is groups[-1]:
        of_all = _ALL.search(_part(text, item.start)) is not None
        if _PART_END.search(text, last, item.start):
            # 5名中级工，2名高级工，合同两年: of all, unless each group was told about by itself.
            each = any(more.start > other.start for other in before[:-1] for more in other.more)
            return None if of_all or not each else group
        if of_all and not any(item.fact in other.facts for other in before[:-1]):
            return None  # 三个西藏籍、两个新疆籍的合格证都有了
    return group


def _tell_lists(groups: Sequence[_Group], text: str) -> None:
    """8个中级工、3个高级工，合同两年，另外6个派遣工: what stands behind a list is said of each in it."""
    for ahead, group in reversed(list(pairwise(groups))):
        if not (ahead.anchors and group.anchors) or ahead.more or ahead.topics != group.topics:
            continue
        last = max(anchor.end for anchor in group.anchors)
        listed = text[max(anchor.end for anchor in ahead.anchors) : group.anchors[0].start]
        if group.is_part or group.unit or _PART_END.search(listed) or not _LISTED.search(listed):
            continue
        behind = (item for item in group.more if _PART_END.search(text, last, item.start))
        ahead.more = [item for item in behind if item.fact not in ahead.facts]


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
    if first.unit or any(
        first.facts.get(s.fact, s.value) != s.value for g in others for s in g.anchors if s.fact != HEADCOUNT
    ):
        return False  # 4个中级工、3个高级工、1个技师: four are not the three and one
    numbers = [group.facts.get(HEADCOUNT) for group in groups]
    counts = [number.low for number in numbers if isinstance(number, Quantity) and number.is_exact]
    return others[0].is_part or (len(counts) == len(groups) > 2 and counts[0] == sum(counts[1:]))


def _part_exceptions_off(groups: Sequence[_Group], shared: Facts, book: FactBook) -> tuple[Group, ...] | None:
    """The groups, each without those of it who lack something or of whom else is true; None without such.

    10人，其中3人没拿到证: seven others, of whom that is not said.
    """
    untold = [g for g in groups if not (g.topics or g.unit) and g.facts.keys() == {HEADCOUNT}]
    if len(untold) > 1 or (untold and untold[0] is not groups[0]):
        return None
    told = [(tuple(group.topics), group.facts) for group in groups]
    if all(_lacks(group, groups[0], book) for group in groups[1:]):
        return part_off(told[0], told[1:], shared, book)
    parts: dict[int, list[int]] = {}  # of which group others are some
    for index, group in enumerate(groups):
        whole = _whole_of(group, groups[:index])
        if whole is not None and _is_exception(group, groups[whole], shared, book):
            parts.setdefault(whole, []).append(index)
    parted = {
        whole: apart
        for whole, some in parts.items()
        if (apart := part_off(told[whole], [told[index] for index in some], shared, book)) is not None
    }
    if not parted:
        return None
    gone = {index for whole in parted for index in parts[whole]}
    for whole, some in parts.items():
        rest = _told_rest(parted.get(whole, ()), some, told)
        if (
            rest is not None
        ):  # 44人中有4人合同半年，其余40人都签两年: the forty are told of, and not once more
            gone.add(rest)
            (topics, own), *others = parted[whole]
            parted[whole] = ((topics, {**own, **told[rest][1]}), *others)
    left = (parted.get(index, (group,)) for index, group in enumerate(told) if index not in gone)
    return tuple(group for some in left for group in some)


def _told_rest(parted: Sequence[Group], some: Sequence[int], told: Sequence[Group]) -> int | None:
    """Which group behind the parts of a whole are all the others of it, if one is."""
    if len(parted) <= len(some):
        return None  # none are left
    behind = range(some[-1] + 1, len(told))
    return next((i for i in behind if number(told[i][1]) == number(parted[0][1])), None)


def _whole_of(group: _Group, before: Sequence[_Group]) -> int | None:
    """Which of the groups before it a group is some of: the one it is called by (新人里2个), or the last."""
    wholes = [index for index, one in enumerate(before) if not one.is_part]
    units = [i for i in wholes if group.unit and before[i].unit == group.unit]
    if len(units) == 1:
        return units[0]
    kind = _kind_of(group)
    called = [i for i in wholes if kind and kind.items() <= before[i].facts.items()]
    return called[0] if len(called) == 1 else wholes[-1] if wholes else None


def _kind_of(group: _Group) -> Facts:
    """What is said of a group ahead of its number, or is its level: 新人14个."""
    number = next((item.start for item in group.anchors if item.fact == HEADCOUNT), group.start)
    return facts_of(item for item in (*group.anchors, *group.more) if item.start < number)


def _is_fewer(group: _Group, whole: _Group) -> bool:
    some, everybody = number(group.facts), number(whole.facts)
    return some is not None and everybody is not None and some < everybody


def _is_exception(group: _Group, whole: _Group, shared: Facts, book: FactBook) -> bool:
    """Whether a group is some of another who lack something, or of whom else is true: 其中3人合同半年."""
    if not group.is_part or set(group.topics) - set(whole.topics):
        return False
    known = {**shared, **whole.facts}
    more = group.have_more and bool(group.facts.keys() - known.keys())
    return more or _lacks(group, whole, book) or is_otherwise(group.facts, known)


def _lacks(group: _Group, whole: _Group, book: FactBook) -> bool:
    """Whether a group is told of only by what it lacks, and the whole is not said to have it."""
    facts = group.facts
    has_its_own = any(value is not False for fact, value in facts.items() if fact != HEADCOUNT)
    if (
        (group.is_apart and has_its_own)
        or group.topics
        or any(book[fact].splits for fact in facts)
        or False not in facts.values()
    ):
        return False
    return group.is_part or not any(fact in whole.facts for fact, value in facts.items() if value is False)


def _given_up(group: _Group) -> list[Said]:
    """What was said of a group that is none, and so of all; what some lack, is not lacked by all."""
    counted = HEADCOUNT in group.facts
    said = (item for item in (*group.anchors, *group.more) if item.fact != HEADCOUNT)
    return [item for item in said if not (counted and item.value is False)]


def _tells(group: _Group, groups: Sequence[_Group], book: FactBook, telling: Collection[str]) -> bool:
    """Whether a group differs in more than its number."""
    if group.topics or group.unit:
        return True
    facts = {fact: value for fact, value in group.facts.items() if fact != HEADCOUNT}
    if any(fact in telling or book[fact].splits for fact in facts):
        return True
    others = [other.facts for other in groups if other is not group and HEADCOUNT in other.facts]
    return any(other.get(fact, value) != value for fact, value in facts.items() for other in others)
