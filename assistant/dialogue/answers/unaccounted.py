"""People whom a message counts and no sum takes in: asked about, and never passed over.

18个里头有4个…（not understood）: the sum would be that of all eighteen.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from assistant.dialogue.answers.desk import Answer, Ask
from assistant.dialogue.facts.said import ASKER, HEADCOUNT, HOLDER
from assistant.dialogue.language.quantities import find_people
from assistant.dialogue.matter import HAD_IN_ANOTHER_YEAR, Matter
from assistant.dialogue.models import Session
from assistant.dialogue.people.parts import count_all, names_some, number
from assistant.dialogue.reading import Reading
from assistant.rules.assess import Entitlement
from assistant.rules.facts import FactBook, Facts, Quantity, plain
from assistant.rules.formulas import walk


def ask_whom_it_counts(
    reading: Reading, session: Session, matter: Matter, answer: Answer, book: FactBook
) -> Answer | None:
    """The question who the people are whom a message counts, where a sum would leave them out; else None.

    `matter`: what is known with the message, `session`: before it. A number of people is accounted for where
    it is told of somebody, or makes up such a number with another: 12人，3人没过 are nine.
    """
    due = [told.entitlement for told in answer.featured if _is_per_head(told.entitlement)]
    asked = any(HEADCOUNT in entitlement.missing for entitlement in due)
    of_one = any(HOLDER in facts for facts in (matter.facts, *(own for _, own in matter.groups)))
    of_one |= not matter.groups and number(matter.facts) in (None, 1)
    if not due or asked or of_one or reading.arithmetic or HAD_IN_ANOTHER_YEAR.search(reading.text):
        return None
    mentions = [
        mention
        for mention in find_people(reading.bare, exact=True)
        if mention.quantity.low > 1 or names_some(reading.bare, mention.start)
    ]
    told = {mention.quantity.low for mention in mentions}
    before = set(_counts([book.parse(session.facts), *_facts_of(session, book)]))
    now = before | set(_numbers(matter)) | {Decimal(abs(matter.left_out))}
    now |= {Decimal(len(several)) for several in (matter.groups, answer.featured) if len(several) > 1}
    now |= reading.idle_counts
    others = told | before | {Decimal(1)}  # 我和三个同事 are four
    open_numbers = [
        count
        for count in dict.fromkeys(mention.quantity.low for mention in mentions)
        if count not in now
        and not any({one + count, abs(one - count)} & now for one in others - {count})
        and not any(some < count for some in told & now)  # 31人，其中26人有证: the sum is that of the 26
    ]
    if not open_numbers and _takes_some_for_all(reading, session, matter, book):
        open_numbers = [count for count in told if count == number(matter.facts)]
    if not open_numbers:
        return None
    people = "、".join(f"{plain(count)}人" for count in open_numbers)
    text = (
        f"您说的{people}，我没有分清是哪些人，所以先不算钱。"
        "请把人数和情况连在一起说，例如“一共30人，其中4人没签合同，其余26人都签了”。"
    )
    return Answer("needs_facts", f"**{text}**", asks=(Ask(HEADCOUNT, text),))


def _takes_some_for_all(reading: Reading, session: Session, matter: Matter, book: FactBook) -> bool:
    """10人拿到工资了, of twenty: fewer people, with no word of what that changes."""
    all_of_them, now = number(book.parse(session.facts)), number(matter.facts)
    if session.groups or matter.groups or reading.topics or all_of_them is None or now is None:
        return False
    says_so = reading.corrects or reading.supposes or reading.follows_up or reading.of_fewer or session.asked
    tells = reading.facts.keys() - {HEADCOUNT, ASKER}
    return now < all_of_them and not says_so and not tells


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
