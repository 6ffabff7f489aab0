"""A fact that was said in a message, and what keeps a word or a number from saying it."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from assistant.dialogue.language.listed import are_listed, is_total
from assistant.dialogue.language.person_words import PARENTS
from assistant.dialogue.language.persons import ME, find_persons
from assistant.dialogue.language.sentence import PART_END, part_before
from assistant.dialogue.models import Session
from assistant.errors import BadInput
from assistant.rules.facts import UNSURE, FactBook, FactSpec, Quantity, Value

# The facts that reading knows by name: who asks, whose things are told, how many people it is about, whether
# they have passed, whether they draw a pension, and what they had before.
ASKER, HOLDER, HEADCOUNT = "asker", "holder", "headcount"
PLACE = "place"  # the code of the region whose rule one of several persons goes by
ONE_PERSON = Quantity.exactly(1)
EVENT = "event_date"  # the day of what is paid for
CERTIFICATE, PENSIONER = "certificate_obtained", "drawing_pension"
PASSED = "pass_certificate"
TIMES_THIS_YEAR = "times_this_year"
AGE, GENDER = "age", "gender"
LEVEL_HAD = "level_had_before"  # for which level money was had
HISTORY = frozenset((TIMES_THIS_YEAR, "same_level_before"))  # what one person had before
_FIRM = re.compile("公司|企业|厂|单位")
_PERSON = re.compile("人|员工|职工|师傅|他|她|学员|我(?!们)")
_AND = re.compile("(?:、|和|跟|加上?|以及|另外|还有|又)(?:有|的)?$")
_OF_A_KIND = re.compile("籍|老员工|新招|新员工|普通")
_WITHIN = re.compile(
    "其中|里头|里面|中间|剩|只有|最后|不是|不对|改|应该|错|每|总共|一共|合计|合起来|加起来|到|分"
)
_HAD = re.compile("人?[^,。;!?]{0,3}(?:合格|通过|取得|拿|考|取证|签|交|缴)")
_LACK = re.compile("人?[^,。;!?]{0,3}[没未](?!有?问题)")
_PAST = re.compile(
    "(?:去年|前年|往年|以前|之前|原来|早先|上次|上回|本来|过去)"
    "(?!.*(?:现在|如今|今年|这[次回]|还[能可想]|[能可想]再|又[考拿]))"
    r"|(?:19|20)\d\d年[^,。;!?]*过$"
)
# 领过初级工的补贴 · 初级工的补贴去年领了: what money was had for before.
_HAD_FOR_BEFORE = re.compile(
    "(?:领|拿|享受|申请|补)(?:过|了)(?:[^,。;!?]{0,3}[次回])?(?:[^,。;!?、]{0,2}的)?$"
)
_HAD_FOR_BEHIND = re.compile(
    "(?:证书?)?的?(?:那[笔份个])?(?:补贴|补助|奖励|钱)[^,。;!?、]{0,4}?(?:领|拿|享受|申请|补)(?:过|了)"
    "|(?:证书?)?的?(?:那次|已经?|早就?|就|都|去年|前年|以前|之前|原来)*(?:领|享受|补)过(?!没|吗|么|关)"
)
_MONEY_BEHIND = re.compile("(?:证书?)?的?(?:那[笔份个])?(?:补贴|补助|奖励|钱)")
_NOT = re.compile("(?:不是|并非)$")
_OF_PARENTS = re.compile(f"{PARENTS}[^,。;!?、我]{{0,6}}$")
_OF_MYSELF = re.compile(
    "我(?:自己|本人)?(?:的)?(?:今年|户口|户籍|考|拿了|学|(?:是|在)(?!替|帮|给|代|想|问|来问)|\\d\\d岁|想考|有个?[^,。;!?]{0,3}证)"
)
_IT_IS = re.compile("的?(?:其实|本来|人|都)?是")
_I_MYSELF = re.compile("我(?:自己|本人|个人|呢|没|不|也不|又不|倒|身体|能|可以)|[那而]我")
_OTHER_YEAR = re.compile(r"去年|前年|往年|上一年|以前|之前|(?:19|20)\d\d年")


@dataclass(frozen=True)
class Said:
    """A fact that was said, and where."""

    fact: str
    value: Value
    start: int
    end: int
    adds: bool = False  # 再加2个工种: to be added to what was said before
    follows: bool = False  # from another fact, and gives way to what is said of this one itself


def facts_of(said: Iterable[Said]) -> dict[str, Value]:
    """The facts; where one is said twice the last stands, and of groups of people all."""
    facts: dict[str, Value] = {}
    for item in said:
        earlier = facts.get(item.fact)
        if isinstance(earlier, frozenset) and isinstance(item.value, frozenset):
            facts[item.fact] = earlier | item.value
        else:
            facts[item.fact] = item.value
    return facts


def gender_beside_age(gender: str | None, told: Sequence[Said]) -> list[Said]:
    """Whether somebody of an age is a man or a woman, where no more than the word for him tells: 我妈56岁."""
    aged = any(item.fact == AGE for item in told) and not any(item.fact == GENDER for item in told)
    return [Said(GENDER, gender, 0, 0)] if gender and aged else []


def is_of_exam(item: Said, book: FactBook) -> bool:
    """Whether it tells what somebody took part in or passed, not who he is."""
    if item.fact in (ASKER, HOLDER, HEADCOUNT):
        return False
    spec = book[item.fact]
    return spec.scope == "case" and spec.kind not in ("choices", "date")


def counted_together(text: str, said: Iterable[Said]) -> Value | None:
    """9人初次取证，另外4人也是 are 13: all where each number adds to the one before; None for one number.

    Where something of each is said beside it (两个西藏籍和三个晋江籍), nobody knows who is meant: UNSURE.
    """
    said = list(said)
    counts = [item for item in said if item.fact == HEADCOUNT]
    if len(counts) < 2 or not all(isinstance(c.value, Quantity) and c.value.is_exact for c in counts):
        return None
    kinds = any(isinstance(item.value, frozenset) for item in said)
    if not kinds and are_listed(text, [(count.start, count.end) for count in counts]):
        first, others = counts[0], counts[1:]
        of_all = is_total(text, [(count.start, count.end) for count in counts])
        of_all = of_all and first.value == _sum(others)
        return first.value if of_all else _sum(counts)
    between = [(one.end, other.start) for one, other in pairwise(counts)]
    if all(text.endswith("籍", 0, count.start) for count in counts):
        # 宁夏籍4个西藏籍3个: together, where what the places mean is true of both.
        origins = [item for item in said if item.start == item.end]
        together = bool(origins) and all(item.value is True for item in origins)
        return _sum(counts) if together else UNSURE
    if any(_is_unexplained(one, other, text) for one, other in pairwise(counts)):
        return UNSURE
    if not all(_AND.search(text[a:b]) and not _WITHIN.search(text[a:b]) for a, b in between):
        return None
    if _OF_A_KIND.search(text) or kinds:
        return UNSURE
    return _sum(counts)


def _sum(counts: Iterable[Said]) -> Quantity:
    return Quantity.exactly(sum((c.value.low for c in counts if isinstance(c.value, Quantity)), Decimal(0)))


def _is_unexplained(one: Said, other: Said, text: str) -> bool:
    """Whether a second number of people neither adds to the first, nor corrects it, nor is of them."""
    between = text[one.end : other.start]
    of_them = re.search("[人个名位]?[里中]有?$", between)
    had = _HAD.match(text, other.end) or _HAD.search(PART_END.split(between)[-1])
    told = _AND.search(between) or _WITHIN.search(between) or of_them or had
    return one.value != other.value and not told


def not_of_some(text: str, said: Iterable[Said]) -> list[Said]:
    """What was said, without what stands beside a second number of people and so is not said of all."""
    said = list(said)
    counts = [item for item in said if item.fact == HEADCOUNT]
    apart = [_part_around(text, count) for count in counts if count.value != counts[0].value]
    return [item for item in said if not any(a <= item.start < b for a, b in apart)]


def _part_around(text: str, item: Said) -> tuple[int, int]:
    end = PART_END.search(text, item.end)
    return item.start - len(part_before(text, item.start)), end.start() if end else len(text)


def lack_of_more(text: str, count: Said, everybody: Value | None, *, corrects: bool) -> bool:
    """4个没考过, where twenty were spoken of: four of them, unless their number is what is corrected."""
    fewer = (
        isinstance(everybody, Quantity)
        and everybody.is_exact
        and isinstance(count.value, Quantity)
        and count.value.is_exact
        and count.value.low < everybody.low
    )
    return fewer and not corrects and _LACK.match(text, count.end) is not None


def speaks_now(spec: FactSpec, topics: Collection[str]) -> bool:
    """Whether a fact can be said while these topics are talked about."""
    return not spec.topics or bool(set(spec.topics) & set(topics))


def is_of_others(spec: FactSpec, text: str, start: int) -> bool:
    """Whether it is of another year or of the firm: 去年领了两次, 公司领过5次."""
    before = part_before(text, start)
    of_the_firm = _FIRM.search(before) is not None and _PERSON.search(before) is None
    return spec.this_year and (of_the_firm or _OTHER_YEAR.search(before) is not None)


def is_of_kin(text: str, start: int) -> bool:
    """Whether it is of somebody's parents while he speaks of himself as well: 我妈领养老金，我考了高级工."""
    return _OF_PARENTS.search(part_before(text, start)) is not None and _OF_MYSELF.search(text) is not None


def is_of_another(text: str, end: int) -> bool:
    """Whether what ends here is another's, and the speaker goes on of himself: 退伍的是我哥，我没当过兵."""
    led = _IT_IS.match(text, end)
    whose = [m for m in find_persons(text) if led and m.person != ME and m.start == led.end()]
    return any(_I_MYSELF.search(text, m.end) for m in whose)


def present(text: str, said: Sequence[Said], book: FactBook, *, every_one: bool = False) -> list[Said]:
    """What was said, without what it was before: 以前是中级工，今年考高级工 · 不是30课时，是32课时.

    `every_one`: what somebody got before is asked about too: 去年考了技师，今年又考高级工，两个都能领吗.
    """
    past = {
        item
        for item in said
        if book[item.fact].splits and (_is_had_for(text, item) or (_is_past(text, item) and not every_one))
    }
    past |= {item for item in said if is_not_so_many(text, item)}
    now = {item.fact for item in said if item not in past}
    # With 以前没考上中级工 goes what follows from it.
    gone = {(item.start, item.end) for item in past if item.fact in now}
    return [item for item in said if (item.start, item.end) not in gone]


def is_not_so_many(text: str, item: Said) -> bool:
    """不是4次: a number that is told to be wrong."""
    return isinstance(item.value, Quantity) and _NOT.search(text[: item.start]) is not None


def _is_past(text: str, item: Said) -> bool:
    return _PAST.search(part_before(text, item.start)) is not None


def _is_had_for(text: str, item: Said) -> bool:
    """领过初级工的补贴: money was had for it."""
    had = _HAD_FOR_BEFORE.search(part_before(text, item.start)) and _MONEY_BEHIND.match(text, item.end)
    return bool(had or _HAD_FOR_BEHIND.match(text, item.end))


def can_be(book: FactBook, fact: str, value: Value) -> bool:
    """Whether the next turn can read the value back: no number beyond all that can be."""
    try:
        book.parse(book.store({fact: value}))
    except BadInput:
        return False
    return True


def open_question(book: FactBook, session: Session) -> FactSpec | None:
    """The fact that the last reply asked for."""
    return book[session.asked] if session.asked is not None and session.asked in book else None
