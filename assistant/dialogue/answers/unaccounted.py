"""People whom a message counts and no sum takes in: asked about, and never passed over.

18个里头有4个…（not understood）: the sum would be that of all eighteen.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from assistant.dialogue.answers.desk import Answer, Ask, Cited, quoted, unique
from assistant.dialogue.answers.own_places import counted_in_places, own_places
from assistant.dialogue.facts.said import ASKER, HEADCOUNT, HOLDER
from assistant.dialogue.language.crowd_words import BESIDE, IN_ALL, LACK, PASSED, PERSON, REST, STEPS
from assistant.dialogue.language.listed import are_listed
from assistant.dialogue.language.lot_names import lots_named
from assistant.dialogue.language.quantities import Mention, find_loose_numbers, find_people
from assistant.dialogue.language.sentence import PHRASE_END, phrase_at
from assistant.dialogue.matter import HAD_IN_ANOTHER_YEAR, Matter
from assistant.dialogue.models import Session
from assistant.dialogue.people.parts import are_among, count_all, names_some, number, without_number
from assistant.dialogue.reading import Reading
from assistant.documents.models import Validity
from assistant.rules.assess import Entitlement
from assistant.rules.facts import FactBook, Facts, Quantity, plain
from assistant.rules.formulas import walk

_DONE = re.compile(f"{PASSED}|{STEPS}|证|考上|过了|(?<!没)[签交缴]|[剩留]下")
_BESIDE_OTHERS = re.compile(f"(?:{BESIDE}|另外)[^,。;!?]{{0,3}}$")
_LACKS = re.compile(f"{PERSON}?(?:都|还|也)*{LACK}")
_REST_AHEAD = re.compile(f"{REST}$")
_ONESELF = re.compile("[我俺咱](?!们|厂|公司|单位|司|店)|自己|本人|老板")
_SHORT = 8  # 改一下 35个: characters of a message that tells a number and no more
_SEVERAL_OF_ONE = 3  # certificates that one person may have
# 公司30人规模, 职工总数50人: how large the firm is
_SIZE = re.compile(
    "规模|总数|总人数|在册|编制|^(?:我们?|咱们?)?[^,。;!?]{0,4}(?:厂里?|公司|单位|企业)(?:里)?(?:一?共|总共|现有|有)?$"
)
_ADDED = re.compile("[、和跟与及加]|[还另又再]|[批班期组队科室店厂]|车间|以及|后来|来的|籍")

_TELL_TOGETHER = (
    "我没有分清是哪些人，所以先不算钱。"
    "请把人数和情况连在一起说，例如“一共30人，其中4人没签合同，其余26人都签了”。"
)


def ask_whom_it_counts(
    reading: Reading, session: Session, matter: Matter, answer: Answer, book: FactBook
) -> Answer | None:
    """The question who the people are whom a message counts, where a sum would leave them out; else None.

    `matter`: what is known with the message, `session`: before it. A number of people is accounted for where
    it is told of somebody, or makes up such a number with another: 12人，3人没过 are nine.
    """
    due = [told.entitlement for told in answer.featured if _is_per_head(told.entitlement)]
    of_one = any(HOLDER in facts for facts in (matter.facts, *(own for _, own in matter.groups)))
    of_one |= matter.facts.get(ASKER) == "个人" and HEADCOUNT not in matter.facts
    unknown = any(HEADCOUNT in entitlement.missing for entitlement in due)
    had = not unknown and HAD_IN_ANOTHER_YEAR.search(reading.text)
    mentions = [
        mention
        for mention in find_people(reading.bare, exact=True)
        if mention.quantity.low > 1 or names_some(reading.bare, mention.start)
    ]
    of_one |= not matter.groups and number(matter.facts) == 1 and session.asked != HEADCOUNT
    if not due or of_one or reading.arithmetic or had:
        return None
    places = own_places(reading)
    apart = counted_in_places(reading)
    if len(session.regions) > 1 and reading.bare != reading.text:
        apart = apart or mentions  # 衢州厂那20个里有5个领过, behind 晋江厂10人、衢州厂20人
    if not places and apart:
        counts = [m.quantity.low for m in apart if m.quantity.low in reading.named_counts]
        return _ask(counts, "不在同一个地方，各地的标准不一样。请一个地方一个地方地问。", due)
    before = set(_counts([book.parse(session.facts), *_facts_of(session, book)]))
    now = before | set(_numbers(matter)) | {Decimal(abs(matter.left_out))}
    now |= {Decimal(len(several)) for several in (matter.groups, answer.featured) if len(several) > 1}
    now |= reading.idle_counts
    open_numbers = (
        _taken_by_nobody(reading, mentions, before, now)
        or (_not_even_read(reading, now) if unknown else [])
        or _some_for_all(reading, session, matter, book)
        or _all_for_some(reading, session, matter, book)
        or _some_as_all(reading, session, matter, mentions, before)
        or ([] if places else _not_told_apart(reading, mentions, before))
        or _only_the_others(reading, mentions)
        or _rest_counted_twice(reading, mentions)
    )
    if reading.named_counts:
        # 25人,22人有证,其中4人…: what the others come to is nobody's word
        open_numbers = [count for count in open_numbers if count in reading.named_counts]
    return _ask(open_numbers, _TELL_TOGETHER, due) if open_numbers else None


def _ask(counts: Iterable[Decimal], why: str, due: Sequence[Entitlement]) -> Answer:
    """The question, with the words of the clauses that pay for each of them."""
    people = "、".join(f"{plain(count)}人" for count in dict.fromkeys(counts))
    text = f"您说的{people}，{why}"
    rules = [e.rule for e in due if e.validity is Validity.IN_FORCE]
    cited = unique(Cited(rule.policy, rule.clause.path, rule.benefit.quote) for rule in rules)
    lines = [f"**{text}**", *dict.fromkeys(map(quoted, cited))]
    return Answer("needs_facts", "\n\n".join(lines), cited=cited, asks=(Ask(HEADCOUNT, text),))


def _taken_by_nobody(
    reading: Reading, mentions: Sequence[Mention], before: set[Decimal], now: set[Decimal]
) -> list[Decimal]:
    """Numbers of people that are nobody's, and make up nobody's number with another."""
    mentions = [mention for mention in mentions if not _is_size(reading.bare, mention)]
    if sum(mention.quantity.low for mention in mentions) in now and _are_listed(reading, mentions):
        return []  # 缝纫工12人、裁剪5人、包装3人
    told = {mention.quantity.low for mention in mentions}
    got = {m.quantity.low for m in mentions if m.quantity.low in now and _have_got(reading.bare, m)}
    others = told | before
    if _ONESELF.search(reading.text):
        others = others | {Decimal(1)}  # 我和三个同事 are four
    return [
        count
        for count in dict.fromkeys(mention.quantity.low for mention in mentions)
        if count not in now
        and not any({one + count, abs(one - count)} & now for one in others - {count})
        and not any(some < count for some in got)  # 31人，其中26人有证: the sum is that of the 26
    ]


def _are_listed(reading: Reading, mentions: Sequence[Mention]) -> bool:
    return are_listed(reading.bare, [(mention.start, mention.end) for mention in mentions])


def _is_size(text: str, people: Mention) -> bool:
    """Whether a number tells how many a firm has in all."""
    ahead = PHRASE_END.split(text[: people.start])[-1]
    return _SIZE.search(ahead) is not None or text.startswith("规模", people.end)


def _not_even_read(reading: Reading, now: set[Decimal]) -> list[Decimal]:
    """Numbers that may count people, where no number of people is known: 20份合格证."""
    loose = (one.quantity.low for one in find_loose_numbers(reading.bare))
    sizes = {m.quantity.low for m in find_people(reading.bare) if _is_size(reading.bare, m)}
    named = [count for count in reading.named_counts if count not in now | sizes]
    least = _SEVERAL_OF_ONE if _ONESELF.search(reading.text) else 1  # 我考了两个证
    return named or [count for count in loose if count > least and count not in now | {*reading.figures}]


def _some_as_all(
    reading: Reading, session: Session, matter: Matter, mentions: Sequence[Mention], before: set[Decimal]
) -> list[Decimal]:
    """没考过的里面2个后来过了, where it was asked how many there are."""
    if before or matter.groups or session.asked != HEADCOUNT:
        return []
    some = (mention.quantity.low for mention in mentions if are_among(reading.bare, mention.start))
    return [count for count in some if count == number(matter.facts)]


def without_people(matter: Matter) -> Matter:
    """The matter with what is known of everybody, and nothing of those who were not told apart."""
    topics = dict.fromkeys((*matter.topics, *(topic for own, _ in matter.groups for topic in own)))
    facts = {fact: value for fact, value in matter.facts.items() if fact != HEADCOUNT}
    return replace(matter, facts=facts, groups=(), topics=tuple(topics), of_a_whole=False, left_out=0)


def _have_got(text: str, people: Mention) -> bool:
    """Whether they are told of by what they have done or got, and are none beside others: 其中26人有证."""
    phrase = phrase_at(text, people.start)
    if _LACKS.match(text, people.end):
        return False  # 2个没过没拿到
    return _DONE.search(phrase) is not None and _BESIDE_OTHERS.search(text[: people.start]) is None


def _not_told_apart(reading: Reading, mentions: Sequence[Mention], before: set[Decimal]) -> list[Decimal]:
    """Numbers of groups that differ in nothing else, and are not counted together: 26人, 2人, 24人都签了."""
    groups = [(group.topics, without_number(group.facts), number(group.facts)) for group in reading.groups]
    alike = [count for topics, own, count in groups if (topics, own) == groups[0][:2] and count is not None]
    if before or not len(alike) == len(groups) > 1 or _are_listed(reading, mentions):
        return []
    lots = [lot[0] for lot in lots_named(reading.bare) if lot[0][0] not in "一另"]
    if len(set(lots)) < len(lots):
        return alike  # A班16人B班14人，B班差两个
    spans = [mention for mention in mentions if mention.quantity.low in alike]
    between = [reading.bare[one.end : other.start] for one, other in pairwise(spans)]
    return [] if all(_ADDED.search(words) for words in between) else alike


def _only_the_others(reading: Reading, mentions: Sequence[Mention]) -> list[Decimal]:
    """40人有合格证，另外20人考了中级工, where twenty alone are paid for."""
    count = number(reading.facts)
    ahead = [mention.quantity.low for mention in mentions if mention.quantity.low != count]
    own = [mention for mention in mentions if mention.quantity.low == count]
    beside = len(own) == 1 and _BESIDE_OTHERS.search(reading.bare[: own[0].start]) is not None
    return [*ahead, own[0].quantity.low] if beside and ahead and ahead[0] == mentions[0].quantity.low else []


def _rest_counted_twice(reading: Reading, mentions: Sequence[Mention]) -> list[Decimal]:
    """32人，取消5个，其余27人, where both the 32 and the 27 are paid for."""
    counts = [number(group.facts) for group in reading.groups]
    rest = [m.quantity.low for m in mentions if _REST_AHEAD.search(reading.bare[: m.start])]
    whole = max((mention.quantity.low for mention in mentions), default=Decimal(0))
    twice = bool(rest) and whole in counts and rest[0] in counts and whole - rest[0] not in (0, rest[0])
    return [whole, *rest] if twice and whole - rest[0] in reading.named_counts else []


def _some_for_all(reading: Reading, session: Session, matter: Matter, book: FactBook) -> list[Decimal]:
    """10人拿到工资了, of twenty: fewer people, with no word of what that changes."""
    all_of_them, now = number(book.parse(session.facts)), number(matter.facts)
    if session.groups or matter.groups or reading.topics or all_of_them is None or now is None:
        return []
    says_so = (
        len(reading.bare) <= _SHORT
        or reading.corrects
        or reading.supposes
        or reading.follows_up
        or reading.of_fewer
        or session.asked == HEADCOUNT
    )
    tells = reading.facts.keys() - {HEADCOUNT, ASKER}
    return [now] if now < all_of_them and not says_so and not tells else []


def _all_for_some(reading: Reading, session: Session, matter: Matter, book: FactBook) -> list[Decimal]:
    """一共有50人参加, of 60 of whom 45 had passed: how many of the fifty have, is nobody's word."""
    some, now = number(book.parse(session.facts)), number(matter.facts)
    if session.left_out <= 0 or reading.corrects or reading.groups or some is None or now is None:
        return []
    return [now] if some < now and IN_ALL.search(reading.text) else []


def _is_per_head(entitlement: Entitlement) -> bool:
    """Whether it tells what so many people come to, or that they come to nothing."""
    if entitlement.amount is not None and entitlement.amount.kind == "unstated":
        return False
    return any(HEADCOUNT in formula.facts for formula in walk(entitlement.rule.benefit.amount))


def _facts_of(session: Session, book: FactBook) -> Iterator[Facts]:
    return (book.parse(group.facts) for group in (*session.groups, *session.earlier))


def _counts(people: Iterable[Facts]) -> Iterator[Decimal]:
    """How many each of them are, where that is one number."""
    return (count for facts in people if (count := number(facts)) is not None)


def _numbers(matter: Matter) -> Iterator[Decimal]:
    """Every number that is told of somebody: 6个季度 are no people, whatever they looked like."""
    for facts in (matter.facts, *(own for _, own in (*matter.groups, *matter.earlier))):
        for value in facts.values():
            if isinstance(value, Quantity):
                yield from {value.low, value.low if value.high is None else value.high}
    together = count_all(matter.groups)
    if together is not None:
        yield Decimal(together)
