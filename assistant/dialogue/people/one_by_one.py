"""Persons, or lots of people, told of one after another, and in the end asked about together.

我考了五级，多少 → 那我老婆呢，她四级 → 两个人合起来多少 → 那我自己呢
特种作业新证七个人，多少 → 复审的四个呢 → 一共
"""

import re
from collections.abc import Mapping, Sequence

from assistant.dialogue.facts.said import ASKER, HEADCOUNT, HOLDER, ONE_PERSON
from assistant.dialogue.language.crowd_words import BESIDE, IN_ALL
from assistant.dialogue.language.numerals import NUMERAL, whole_number
from assistant.dialogue.language.persons import AND, ONESELF, find_persons, person_called
from assistant.dialogue.people.parts import Group, number
from assistant.dialogue.reading import Reading, Together
from assistant.rules.facts import FactBook, Facts, Value

_SUM = (
    f"(?:{IN_ALL.pattern}|加(?:在)?(?:起来|[一1](?:起|块)|埋)|[合凑](?:起来|(?:在)?[一1](?:起|块))"
    "|[一1](?:起|块)(?=多少|最多|能))"
)
_EVERYBODY = (
    f"(?:(?:[我咱他她]们)?(?:(?P<number>{NUMERAL}|俩)(?:个?人|口子|[拨批组样项笔块]|个(?![月半]))?|全家)"
    "|夫妻(?:俩|2个)?|大家)"
)
_OTHERS = re.compile(BESIDE)
# 我两个徒弟都考了: not the speaker himself
_OTHERS_OF_MINE = re.compile(
    f"[我俺他她](?:的|家|带的|手下)*(?:那|这|有)?{NUMERAL}[个名位]"
    "(?:徒弟|同事|工友|朋友|亲戚|儿子|女儿|孩子|兄弟|姐妹|老乡|邻居|学员|室友|同学)"
)
# 总共是15个人 tells how many there are.
_ASKS_TOGETHER = re.compile(
    f"(?:{_EVERYBODY}(?:的|都|全)?)?{_SUM}(?!(?:就|只|才)?[是有]?{NUMERAL})(?:的|是|有|能)*"
)

_OUT = re.compile(
    "(?:[那这][个份本笔]|[的他她就先也])*(?:不算(?!数?多|少|高|贵|晚|早|是|什么|不)|不(?:要|用|能)算|别算|不作数|不计|去掉|剔除|除外|划掉|拿掉)"
    "(?:数|在内|进去|进来|上|了)*(?=[,。;!?他她我就只]|$)"
)
_ASKS_FOR_ONE = re.compile("呢[?]?$|[领拿补得](?:到)?(?:多少|几|不|吗|么)|多少|能[领拿补]|怎么[算领补]")
_ONLY_TOGETHER = re.compile(
    rf"那?,?{_ASKS_TOGETHER.pattern}(?:[领拿补给])*(?:多少|几)?(?:块?钱|元)?[呢啊呀?]*"
)


def without_asking_together(
    text: str, told_of: Sequence[Facts], before: Sequence[Facts] = ()
) -> tuple[str, Together]:
    """A folded message without the words that ask for all told of, and for whom it asks.

    `told_of`: what is known of each of those spoken of now, `before`: of those told of before them. The text
    stays as it is where it tells of one only. Where it counts others than those (三个人加起来, of two who are
    known), nobody is summed up or counted by it.
    """
    found = _ASKS_TOGETHER.search(text)
    counts = [number({HEADCOUNT: ONE_PERSON, **facts}) for facts in (*told_of, *before)]
    if found is None or None in counts:
        return text, Together.NOBODY
    known = {key for facts in (*before, *told_of) for key in str(facts.get(HOLDER, ONESELF)).split(AND)}
    named = {mention.person.key for mention in find_persons(text, [tuple(map(person_called, known))])}
    others = len(named - known)
    people = [int(count) for count in counts if count is not None]
    lots = [len(str(facts.get(HOLDER, "")).split(AND)) for facts in (*told_of, *before)]
    counted = 2 if found["number"] == "俩" else whole_number(found["number"]) if found["number"] else None
    if sum(lots) + others < 2:
        return text, Together.NOBODY
    rest = f"{text[: found.start()].rstrip(',')},{text[found.end() :]}".strip(",")
    if counted in (None, sum(lots) + others, sum(people) + others):
        return rest, Together.ALL
    now = counted in (sum(lots[: len(told_of)]) + others, sum(people[: len(told_of)]) + others)
    return rest, Together.THOSE if now else Together.OTHERS


def asks_only_together(text: str) -> bool:
    """Whether a folded message asks what all get together and nothing else: 一共多少, 那加起来呢."""
    return _ONLY_TOGETHER.fullmatch(text) is not None


def turns_to_others(reading: Reading, before: Facts, book: FactBook) -> bool:
    """Whether a message goes on to another lot of people: 复审的四个呢."""
    now = reading.facts
    if reading.groups or reading.corrects or reading.supposes or not before or HOLDER in now:
        return False
    if HEADCOUNT not in now or reading.adds:
        return False
    if before.get(HEADCOUNT, ONE_PERSON) == ONE_PERSON and _OTHERS_OF_MINE.search(reading.text):
        return any(book[fact].splits or book[fact].awarded for fact in before)
    if HEADCOUNT not in before:
        return False
    kinds = [(before.get(fact), value) for fact, value in now.items() if book[fact].splits]
    if _OTHERS.search(reading.text):
        return any(first != value for first, value in kinds)  # 另外5个高级工, after 9人岗前
    # 20人都考了中级工呢 is told of the same people.
    return reading.follows_up and any(first is not None and first != value for first, value in kinds)


def leaves_out(text: str, end: int) -> bool:
    """Whether a folded message leaves out whom it names up to `end`: 我老婆|那个不算."""
    return _OUT.match(text, end) is not None


def asks_for_one(text: str, facts: Facts) -> bool:
    """Whether a folded message asks about those alone whom it names: 那我自己呢, 他能领多少."""
    tells = facts.keys() - {HOLDER, HEADCOUNT, ASKER}
    return _ASKS_FOR_ONE.search(text) is not None or not tells


def put_aside(earlier: Sequence[Group], topics: tuple[str, ...], before: Facts) -> tuple[Group, ...]:
    """Those told of so far, with the lot of people spoken of last as it is known by now."""
    own = {fact: value for fact, value in before.items() if fact != ASKER}
    alone = own.get(HEADCOUNT, ONE_PERSON) == ONE_PERSON
    return (*earlier, (topics, {HOLDER: ONESELF, **own} if alone else own))


def all_together(
    earlier: Sequence[Group], topics: tuple[str, ...], facts: Facts
) -> tuple[tuple[Group, ...], dict[str, Value]]:
    """All lots of people told of as groups of one matter, and what is true of all of them."""
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


def _count(own: Mapping[str, Value]) -> dict[str, Value]:
    return {HEADCOUNT: own.get(HEADCOUNT, ONE_PERSON)}
