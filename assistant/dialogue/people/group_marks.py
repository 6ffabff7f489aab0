"""Where the groups of people in a message begin, and with what: numbers, levels, kinds, topics."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from assistant.dialogue.facts.said import HEADCOUNT, Said, facts_of
from assistant.dialogue.language.crowd_words import BESIDE, REST, THE_REST, WITHIN
from assistant.dialogue.language.lot_names import lots_named
from assistant.dialogue.language.sentence import ITEM_END, PHRASE_END, SENTENCE_END, phrase_at
from assistant.dialogue.language.words import Found
from assistant.dialogue.people.parts import are_said_to_be, is_among, names_some, number
from assistant.rules.facts import Value, is_lack

_REFERS_BACK = re.compile("(?:[这那他她]|[他她]们)$")
_OF_THEM = re.compile(WITHIN)
_EVERY_ONE = re.compile("(?:人|员工|职工|工人|学员)?(?:[都全均]|[合加]起来|[一总]共|合计)")
_BESIDE = re.compile("还|另|又|再|和|跟|加|、")
_BESIDES = re.compile("[^,。;!?]{0,2}?(?:还|也|又|同时|另外)(?!没|不|未)")
# 证都有；不对，有2个没考过: of those who were said to have it
_PUT_RIGHT = re.compile("(?:不对|不是|等等|[说记看搞]错)[了啦哈]?[,;。!](?:还|是)?有$")
# 40人，第一次拿证的就26人: fewer than were counted, so some of them
_NO_MORE_THAN = re.compile("[的们人,、](?:其实|实际|真正)?(?:就|只|才|仅|光)(?:有|是)?$")
# 25人都有证，不过有4个人合同半年
_BUT_SOME = re.compile("(?:但是?|不过|可是?|只是|就是)(?:里面|里头|其中)?还?有$")
_REST_AHEAD = re.compile(f"{REST}$")
_DENIED = re.compile("(?:没有?|未|不是)[^,。;!?、]{0,4}$")
_APART = re.compile("[,。;](?:另外|此外)(?:还有?|有)?$")
_MORE_OF_THEM = re.compile(BESIDE)
_JOINS = re.compile("[和跟与及]")  # 8人转岗的|和6人新招的
_BECAUSE = re.compile("因为|由于")
_LABELLED = re.compile("证?书?[的有是]{0,2}")
_NEAR = 4  # characters between a topic and its number: 岗前培训一共有10人


@dataclass
class OpenGroup:
    """A group of people that is being read."""

    start: int
    topics: list[str] = field(default_factory=list)
    named: list[Found[str]] = field(default_factory=list)  # where they are, each time
    anchors: list[Said] = field(default_factory=list)
    more: list[Said] = field(default_factory=list)  # what else is said of them alone
    is_part: bool = False  # 其中5人: of those named before
    is_apart: bool = False  # 另外6个: beside those named before
    is_rest: bool = False  # 其余11人: all who were not told of
    have_more: bool = False  # 其中2个还考了等级证: beside what all have
    unit: str = ""  # 甲班, 第一批: people who are counted by themselves

    @property
    def number(self) -> Said | None:
        """How many they are, as it was said."""
        return next((item for item in self.anchors if item.fact == HEADCOUNT), None)

    @property
    def lacks(self) -> set[str]:
        """What it is said to lack."""
        return {fact for fact, value in self.facts.items() if is_lack(value)}

    def told_at_once(self, text: str) -> set[str]:
        """The facts that stand in one part of the sentence with the number: 8人签了合同."""
        said = (*self.anchors, *self.more)
        start = -1 if self.number is None else _part_start(text, self.number.start)
        return {item.fact for item in said if _part_start(text, item.start) == start}

    @property
    def facts(self) -> dict[str, Value]:
        """What is said of the group alone, in the order of the message."""
        return facts_of(sorted((*self.anchors, *self.more), key=lambda item: item.start))


def begin(text: str, anchors: Sequence[Said], topics: Sequence[Found[str]]) -> list[OpenGroup]:
    """The groups with what they begin with: numbers, levels, topics."""
    marks: list[Said | Found[str]] = sorted(
        (*anchors, *topics), key=lambda mark: (mark.start, mark.start < mark.end, isinstance(mark, Said))
    )
    groups: list[OpenGroup] = []
    for index, mark in enumerate(marks):
        following = marks[index + 1] if index + 1 < len(marks) else None
        between = text[marks[index - 1].end : mark.start] if groups else ""
        # 其中6人合同才3个月，再有2人没拿到证
        counted = bool(groups) and groups[-1].is_part and isinstance(mark, Said)
        more = counted and _goes_on(between, text, mark, groups[-1])
        is_part = bool(is_among(between) or _PUT_RIGHT.search(between) or more)
        is_part |= _is_some_of(mark, groups[-1].number if groups else None, text)
        if not groups or is_part or _conflicts(groups[-1], text, mark, following):
            is_apart = not is_part and _APART.search(between) is not None
            groups.append(OpenGroup(_begins_at(mark, text, groups), is_part=is_part, is_apart=is_apart))
        if isinstance(mark, Said):
            group = groups[-1]
            if not group.anchors and SENTENCE_END.search(text, group.start, mark.start):
                group.start = _part_start(text, mark.start)  # 做以工代训。贫困户3个: who they are, is theirs
            group.anchors.append(mark)
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
        group.is_rest = (
            group.number is not None and _REST_AHEAD.search(text[: group.number.start]) is not None
        )
        group.have_more = any(_BESIDES.match(text, a.end) for a in group.anchors if a.fact == HEADCOUNT)
        units = (lot for anchor in group.anchors for lot in lots_named(phrase_at(text, anchor.start))[:1])
        group.unit = next((unit[0] for unit in units), "")
    for index, group in enumerate(groups):
        # 甲班18人学电工，乙班15人学焊工，乙班3个没过
        group.is_part |= bool(group.unit) and any(one.unit == group.unit for one in groups[:index])
    return groups


def _goes_on(between: str, text: str, mark: Said | Found[str], part: OpenGroup) -> bool:
    """Whether some more of them are counted: 其中6人合同才3个月，再有2人没拿到证，其余都好."""
    if _MORE_OF_THEM.search(between):
        return True
    listed = _is_count(mark) and part.number is not None and not SENTENCE_END.search(between)
    return listed and not THE_REST.search(between) and THE_REST.search(text, mark.end) is not None


def _is_some_of(mark: Said | Found[str], whole: Said | None, text: str) -> bool:
    """Whether a number counts some of those counted last: 20人，有3个是派遣的 · 40人，新考的就26人."""
    if whole is None or not isinstance(mark, Said) or mark.fact != HEADCOUNT:
        return False
    some, everybody = number({HEADCOUNT: mark.value}), number({HEADCOUNT: whole.value})
    if some is None or everybody is None or some >= everybody:
        return False
    are = names_some(text, mark.start) and are_said_to_be(text, mark.end)
    between = text[whole.end : mark.start]
    return are or any(words.search(between) for words in (_NO_MORE_THAN, _BUT_SOME))


def names_again(item: Said, said: Sequence[Said], topics: Sequence[Found[str]], text: str) -> bool:
    """30人合格，这30个里有4个 · 新招30人，结业30人: the second 30 are those of before."""
    again = any(one.fact == HEADCOUNT and one.value == item.value and one.end <= item.start for one in said)
    if item.fact != HEADCOUNT or not again or item.start == item.end:  # put there: told of each of a list
        return False
    start = _part_start(text, item.start)
    end = start + len(phrase_at(text, item.start))
    marks: tuple[Said | Found[str], ...] = (*said, *topics)
    beside = any(mark is not item and start <= mark.start < end for mark in marks)
    if _EVERY_ONE.match(text, item.end):
        return True  # 组织30名工人培训,30人都拿到了操作证
    apart = beside or lots_named(text[start:end]) or _BESIDE.search(text, start, item.start)
    return not apart or bool(_REFERS_BACK.search(text[: item.start]) or _OF_THEM.match(text, item.end))


def _conflicts(
    group: OpenGroup, text: str, mark: Said | Found[str], following: Said | Found[str] | None
) -> bool:
    """Whether a mark cannot belong to the group that is being read."""
    between = text[group.start : mark.start]
    facts = {item.fact: item.value for item in group.anchors}
    if isinstance(mark, Found):
        if mark.meaning in group.topics:
            return False
        if HEADCOUNT in facts and _DENIED.search(between):
            return False  # 2人以工代训，没做过岗前
        if HEADCOUNT not in facts and group.named and _BECAUSE.search(phrase_at(text, group.named[-1].start)):
            return False  # 因为我们是困难企业，给6个职工培训
        other_part = bool(group.topics) and bool(PHRASE_END.search(between))
        return other_part or (HEADCOUNT in facts and _is_number_of(mark, following, text))
    if mark.fact == HEADCOUNT:
        of_another = following is None or (following.start - mark.end > 0 and not _is_count(following))
        told_last = group.anchors[-1].end if group.anchors else group.start  # 技能提升班。中级工|3个
        other_sentence = bool(group.topics) and bool(SENTENCE_END.search(text, told_last, mark.start))
        return HEADCOUNT in facts or (other_sentence and of_another)
    if group.anchors and SENTENCE_END.search(text, group.anchors[-1].end, mark.start):
        return facts.get(mark.fact) != mark.value  # 18人；乙班60课时: of the next
    if HEADCOUNT in facts and mark.fact not in facts and _is_label(mark, following, text):
        # 来了30人，技师1个: the thirty are not them
        return ITEM_END.search(between) is not None or _is_labelled(group)
    return facts.get(mark.fact, mark.value) != mark.value


def _is_label(mark: Said, following: Said | Found[str] | None, text: str) -> bool:
    """技师1个、宁夏籍的7个: what kind of people the next number counts stands right ahead of it."""
    if not isinstance(following, Said) or following.fact != HEADCOUNT:
        return False
    return _LABELLED.fullmatch(text, mark.end, following.start) is not None


def _is_labelled(group: OpenGroup) -> bool:
    """岗前18人|转岗7人: who they are stands right ahead of the first number too."""
    ahead = [topic.end for topic in group.named]
    ahead += [anchor.end for anchor in group.anchors if anchor.fact != HEADCOUNT]
    return group.number is not None and group.number.start in ahead


def _is_count(mark: Said | Found[str]) -> bool:
    return isinstance(mark, Said) and mark.fact == HEADCOUNT


def _is_number_of(topic: Found[str], following: Said | Found[str] | None, text: str) -> bool:
    """岗前培训10人、以工代训8人: the next number is that of the topic."""
    if not isinstance(following, Said) or following.fact != HEADCOUNT:
        return False
    between = text[topic.end : following.start]
    if is_among(between):
        return False  # 25人,岗前培训完其中20人
    return len(between) <= _NEAR and ITEM_END.search(between) is None and _JOINS.search(between) is None


def _begins_at(mark: Said | Found[str], text: str, groups: Sequence[OpenGroup]) -> int:
    """Where a group begins: with the part of the sentence, unless a number there is of those before.

    以工代训，6个贫困劳动力和4个就业困难人员: what stands before 和 is said of the six.
    """
    begin = _part_start(text, mark.start, groups)
    counted = any(anchor.fact == HEADCOUNT and anchor.start >= begin for g in groups for anchor in g.anchors)
    if groups and _is_count(mark) and _is_labelled(groups[-1]):
        ahead = [topic.start for topic in groups[-1].named if topic.end == mark.start]
        begin = min((begin, *ahead)) if begin == mark.start else begin  # 岗前18人|转岗7人
        return begin
    return mark.start if _is_count(mark) and counted else begin


def _part_start(text: str, start: int, groups: Sequence[OpenGroup] = ()) -> int:
    """Where the part of the sentence begins that holds the anchor: 新招的6个人 begins with 新招."""
    begin = max((text.rfind(mark, 0, start) + 1 for mark in ",。;!?、:"), default=0)
    return begin if not groups or begin > groups[-1].start else start
