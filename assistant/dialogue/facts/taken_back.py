"""What a message itself takes back, makes good or leaves between two, of what its words say.

我们不是困难企业，困难企业那条能领吗   denied before, only named now: no
社保断了两个月，后来补缴了             denied, and made good: yes
以前没交社保，去年才给交的             the same: yes
社保原先是交的，现在停掉了             said, and given up: no; a contract's length, nothing
从中级工升到高级工                   the second is meant
是头次拿还是复审，我得回去问           either of two: none yet
省级没评上，市级评上了                what was got stands beside what was not
不是公共实训基地也不是产学融合的       neither of two values
办了家培训机构，没办技校               of several ways to a yes one is enough, and to deny one denies no other
产业实训基地，是市级的                of what 市级 may mean, what an 产业实训基地 can be
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from assistant.dialogue.facts.said import ASKER, Said
from assistant.dialogue.language.doubt import Doubt, doubt_of
from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.language.put_off import is_still_to_be
from assistant.dialogue.language.quantities import find_people
from assistant.dialogue.language.sentence import LIST_END, PART_END, SENTENCE_END, part_before
from assistant.rules.facts import (
    CHOICES,
    NONE_OF_THESE,
    UNSURE,
    FactBook,
    FactSpec,
    Value,
    denied_choice,
    is_lack,
)

# 从中级工升到高级工, 中级工换成高级工: the second is meant.
_BECOMES = re.compile(r"[^,。;!?、]{0,4}?(?:升|晋升|提升|换成|改成|改为|变成)[^,。;!?、]{0,3}")
# 不是木雕那种手艺 denies them all.
_FOR_INSTANCE = re.compile("[那这][种类些样]|之类|什么的|等")
_EITHER = re.compile(r"[^,。;!?]{0,4}还是[^,。;!?]{0,3}")
# What tells that something has changed since it was denied.
_ANEW = re.compile("现在|目前|后来|今年|其实|已|刚|又|补(?=[缴交签办齐上考])|了|过")
_NOT_YET = "没不未要能可想会"
# 公司明年才给交社保: not yet.
_TO_COME = re.compile(
    "(?:明年|后年|下个?月|下半年|下周|以后|将来)[^,。;!?、]{0,4}(?:才|再|会|要|开始)[^,。;!?、]{0,4}$"
)
# From when on it is otherwise than it was.
_SINCE = (
    "(?:现在|目前|如今|眼下|今年|去年|前年|上个?月|这个?月|后来|之后|以后|最近|近来|这两年|这几年|疫情|开始|到期|才|起|又|已经"
    r"|\d+月份?|[一二三四五六七八九十]+月份?|这[边里])"
)
_ENDS = "$|[,。;!?]|[能还可算行也都]|社保|合同"
_STOPPED = "(?:断|停)(?:了|掉|缴|保|交|着)+(?!吗|没|怎|几|过)|(?:断|停)(?=$|[,。;!?])|(?:没|未)(?:有)?续"
_RESUMED = re.compile("(?<![没未不])(?:续|补|接)(?:上|缴|交|齐|签)")
_AGAIN_NOT = re.compile("又(?:断|停|没)|(?:后来|现在|目前|最近)[^,;]{0,6}?(?:断|停|没)")


def what_stands(
    text: str, said: Sequence[Said], book: FactBook, lexicon: Lexicon, before: Mapping[str, Value]
) -> list[Said]:
    """What the words of a folded message say in the end, left to right; `before`: what was said before."""
    items = _not_ruled_out(sorted(said, key=lambda item: item.start), before)
    told = [item for item in items if not item.follows]
    items = [item for item in items if not (item.follows and _is_told(text, item, told, items))]
    items = by_now(text, items, items, book, lexicon)
    items = without_only_named(text, items, book, lexicon)
    items = _without_alternatives(text, items)
    items = _without_lists_denied(text, items, book)
    items = _denied_together(text, items, book)
    items = _of_one_of_two(items, book)
    items = _by_ways(text, items, book)
    got = {item.fact for item in items if book[item.fact].kind == "choice" and item.value != NONE_OF_THESE}
    items = [item for item in items if item.value != NONE_OF_THESE or item.fact not in got]
    return [item for item in items if not _is_given_up(text, item, items, book)]


def _is_told(text: str, item: Said, told: Sequence[Said], items: Sequence[Said]) -> bool:
    """Whether what follows from a word is told, and not of another value: 高级工没考过，中级工考过了."""
    own = [one for one in items if (one.start, one.end) == (item.start, item.end) and one is not item]
    others = [one for one in items for mine in own if one.fact == mine.fact and one.value != mine.value]
    return any(
        one.fact == item.fact and not any(_in_one_part(text, one, other) for other in others) for one in told
    )


def _in_one_part(text: str, one: Said, other: Said) -> bool:
    first, second = sorted((one, other), key=lambda item: item.start)
    return PART_END.search(text, first.start, second.start) is None


def _without_lists_denied(text: str, items: Sequence[Said], book: FactBook) -> list[Said]:
    """What was said but for lists of which none holds: 退役军人、残疾人、监测对象，哪类我都不是."""
    kept = list(items)
    for none in items:
        spec = book[none.fact]
        if spec.kind == "choices" and none.value == frozenset({NONE_OF_THESE}):
            listed = range(_list_start(text, none.start), none.start)
            if find_people(text[listed.start : listed.stop]):
                continue  # 零就业家庭2个、普通工人6个: others are none of these
            kept = [i for i in kept if i.fact != none.fact or i.start not in listed or not _affirms(i, spec)]
            kept = [
                replace(i, value=False) if i.start in listed and i.value is True and i.fact != ASKER else i
                for i in kept
                if not (i.start in listed and i.value is True and book[i.fact].ways)
            ]
    return kept


def _affirms(item: Said, spec: FactSpec) -> bool:
    return isinstance(item.value, frozenset) and item.value <= set(spec.choices)


def _list_start(text: str, end: int) -> int:
    """Where the list begins that ends before a position, in its part of the sentence or the one before."""
    *_, before, own = [0, 0, *(match.end() for match in LIST_END.finditer(text, 0, end))]
    return before if "、" in text[before:own] and text[own - 1] in ",:" else own


def _not_ruled_out(items: Sequence[Said], before: Mapping[str, Value]) -> list[Said]:
    """Of the values that one word may mean, the first that was not denied, here or before."""
    kept: list[Said] = []
    for (fact, _, _), group in groupby(items, lambda item: (item.fact, item.start, item.end)):
        meanings = list(group)
        if len(meanings) > 1 and all(isinstance(item.value, str) for item in meanings):
            told = [item.value for item in items if item.fact == fact] + [before.get(fact)]
            denied = frozenset[str]().union(*(value for value in told if isinstance(value, frozenset)))
            open_ones = [item for item in meanings if denied_choice(str(item.value)) not in denied]
            meanings = (open_ones or meanings)[:1]
        kept += meanings
    return kept


def by_now(
    text: str, items: Sequence[Said], every: Sequence[Said], book: FactBook, lexicon: Lexicon
) -> list[Said]:
    """The items as they stand by now, in a text that says `every` item."""
    return [new for item in items if (new := _by_now(text, item, every, book, lexicon)) is not None]


def _by_now(text: str, item: Said, items: Sequence[Said], book: FactBook, lexicon: Lexicon) -> Said | None:
    """社保断过但补上了: a yes; 合同没签，后来补签了: nothing, the new one's length is not said."""
    spec = book[item.fact]
    following = (other.start for other in items if other.start >= item.end and other.fact != ASKER)
    behind = SENTENCE_END.split(text[item.end : next(following, len(text))])[0]
    # What is said behind 合同 is not said of 社保.
    others = (
        name for other in book if other.verbs and other is not spec for name in (*other.names, *other.words)
    )
    behind = behind[: min((at for name in others if (at := behind.find(name)) >= 0), default=None)]
    if is_lack(item.value):
        mended = "|".join(map(re.escape, lexicon.file.made_good))
        good = re.search(f"(?<![{_NOT_YET}])(?:{mended})(?!不|钱|\\d+(?:元|块))", behind)
        if good and is_still_to_be(behind[: good.start()]):
            good = None
        if not (good or _is_begun(spec, behind)):
            return item
        return replace(item, value=True) if spec.kind == "yes_no" else None
    match doubt_of(_ahead(text, item), behind, spec.verbs, lexicon) if item.value != UNSURE else None:
        case Doubt.DENIED:
            return replace(item, value=False) if spec.kind == "yes_no" else None
        case Doubt.OPEN:
            return _left_open(item, spec)
    changes = spec.verbs and item.value != UNSURE
    if changes and (_TO_COME.search(part_before(text, item.start)) or _is_over(spec, behind)):
        return replace(item, value=False) if spec.kind == "yes_no" else None
    return item


def _ahead(text: str, item: Said) -> str:
    """The part of the sentence before an item, and the one before that."""
    sentence = SENTENCE_END.split(text[: item.start])[-1]
    return ",".join(LIST_END.split(sentence)[-2:])


def _left_open(item: Said, spec: FactSpec) -> Said | None:
    """What nobody knows; of a choice or a group nothing is said."""
    return None if spec.kind in CHOICES else replace(item, value=UNSURE)


def _is_begun(spec: FactSpec, behind: str) -> bool:
    """去年开始交了 · 今年才给签的; but 明年开始交 is still to come, and 交的是农保 is something else."""
    if not spec.verbs:
        return False
    done = f"(?:{'|'.join(map(re.escape, spec.verbs))})(?:上|起来|起|齐|全|着|过)*(?:了|的|着)(?={_ENDS})"
    begun = re.search(f"{_SINCE}[^,;没不未别明]{{0,10}}?{done}", behind)
    return begun is not None and not _AGAIN_NOT.search(behind, begun.end())


def _is_over(spec: FactSpec, behind: str) -> bool:
    """后来没再交了 · 现在断了 · 到期以后没续; but 没断过 · 去年断过，又续上了."""
    verbs = "|".join(map(re.escape, spec.verbs))
    no_more = f"(?:没(?:有)?|不)(?:再|怎么|给|让|帮|[我他她你]们?|继续|接着){{0,4}}(?:{verbs})(?!过|错)"
    ends = [m.end() for m in re.finditer(f"{_SINCE}[^,;没不未]{{0,10}}?(?:{no_more}|{_STOPPED})", behind)]
    if not ends:
        return False
    since = behind[ends[-1] :]
    return not _is_begun(spec, since) and not _RESUMED.search(since)


def without_only_named(text: str, items: Sequence[Said], book: FactBook, lexicon: Lexicon) -> list[Said]:
    """The items but for what was denied before them and is only named again."""
    return [item for item in items if not _is_only_named(text, item, items, book, lexicon)]


def _is_only_named(text: str, item: Said, items: Sequence[Said], book: FactBook, lexicon: Lexicon) -> bool:
    """Whether what was denied before is only named here, and not said to be so by now."""
    way = book[item.fact].way_of(text[item.start : item.end])
    ways = {None, way} if way else set(book[item.fact].ways) | {None}
    before = [
        other.value
        for other in items
        if other.fact == item.fact
        and other.end <= item.start
        and book[item.fact].way_of(text[other.start : other.end]) in ways
    ]
    if item.value is True:
        denied = False in before
    elif isinstance(item.value, frozenset):
        noes = {denied_choice(value) for value in item.value}
        denied = any(isinstance(value, frozenset) and noes <= value for value in before)
    else:
        return False
    end = PART_END.search(text, item.end)
    part = part_before(text, item.start) + text[item.start : end.start() if end else len(text)]
    is_anew = _ANEW.search(part) is not None or part in lexicon.relation["correction"]
    return denied and not is_anew


def _without_alternatives(text: str, said: Sequence[Said]) -> list[Said]:
    """是头次拿还是复审，我得回去问: either of two values is none yet."""
    either = {
        item
        for one in said
        for other in said
        if one.fact == other.fact and one.value != other.value and one.end <= other.start
        if _EITHER.fullmatch(text[one.end : other.start])
        for item in (one, other)
    }
    return [item for item in said if item not in either]


def _denied_together(text: str, items: Sequence[Said], book: FactBook) -> list[Said]:
    """不是公共实训基地也不是产学融合的: one value of a choice, and none where another choice is said.

    What is said of other people (26人是新证，14人不是新证) says nothing of these.
    """
    kept: list[Said] = []
    for item in items:
        others = [one for one in items if one.fact == item.fact and one is not item]
        if book[item.fact].kind != "choice" or not isinstance(item.value, frozenset):
            kept.append(item)
            continue
        between = ((one, text[min(one.end, item.end) : max(one.start, item.start)]) for one in others)
        others = [one for one, words in between if not find_people(words)]
        if not any(isinstance(one.value, str) or one.start > item.start for one in others):
            denied = [one.value for one in (*others, item) if isinstance(one.value, frozenset)]
            kept.append(replace(item, value=frozenset().union(*denied)))
    return kept


def _of_one_of_two(items: Sequence[Said], book: FactBook) -> list[Said]:
    """不困难 is said of somebody who denies other groups too (不困难不残疾), and else of the firm."""
    denied = [i for i in items if isinstance(i.value, frozenset) and i.value.isdisjoint(book[i.fact].choices)]
    kept: list[Said] = []
    for item in items:
        span = (item.start, item.end)
        beside = {one.fact for one in items if (one.start, one.end) == span and one.value is False}
        groups = {one.fact for one in denied if (one.start, one.end) == span}
        of_people = any(one.fact in groups and (one.start, one.end) != span for one in denied)
        if not (beside and groups) or of_people == (item.fact in groups):
            kept.append(item)
    return kept


def _by_ways(text: str, items: Sequence[Said], book: FactBook) -> list[Said]:
    """Of one way denied: nothing where another is told, open where the others are not spoken of.

    Of one of many (户口不在这儿) nothing either, until all of them are denied.
    """
    kept: list[Said] = []
    for item in items:
        spec, way = book[item.fact], book[item.fact].way_of(text[item.start : item.end])
        way = None if _FOR_INSTANCE.match(text, item.end) else way
        if way is None or item.value is not False:
            kept.append(item)
            continue
        own = [one for one in items if one.fact == item.fact and not one.follows]
        told = {spec.way_of(text[one.start : one.end]) for one in own if one.value is True}
        denied = {spec.way_of(text[one.start : one.end]) for one in own if one.value is False}
        if told - {way} or (spec.one_of_many and not denied >= set(spec.homes)):
            continue
        every = spec.one_of_many or spec.loosely or None in denied or len(denied) > 1
        kept.append(item if every else replace(item, value=UNSURE))
    return kept


def _is_given_up(text: str, item: Said, said: Sequence[Said], book: FactBook) -> bool:
    """Whether a value gives way to the next one of the same fact."""
    if not book[item.fact].splits:
        return False
    following = next((s for s in said if s.fact == item.fact and s.start >= item.end), None)
    return following is not None and _BECOMES.fullmatch(text[item.end : following.start]) is not None
