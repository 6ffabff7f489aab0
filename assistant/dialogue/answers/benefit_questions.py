"""What is asked back on benefits: the facts that decide most, the most telling first."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.dialogue.answers.desk import Ask
from assistant.dialogue.answers.told_in_full import IN_DETAIL
from assistant.dialogue.facts.said import ASKER, HEADCOUNT, HOLDER
from assistant.dialogue.matter import Matter
from assistant.rules.assess import Entitlement
from assistant.rules.conditions import values_of
from assistant.rules.facts import UNSURE, FactBook

MOST_QUESTIONS = 4
ASKED_BACK = "**还想知道：**"
_LEFT_OPEN = 3  # the rank of what the person said he does not know, behind every other question


def questions_on(entitlements: Sequence[Entitlement], matter: Matter, book: FactBook) -> tuple[Ask, ...]:
    """What to ask, the most telling first: what moves the amount, then the conditions, then how many.

    Of several benefits each has its first condition asked before any has its second.
    Of whom a message speaks is asked first, where it is one of several and it does not say which.
    What somebody says of himself that he does not know is asked last, and once: with who can tell him.
    """
    asker = matter.facts.get(ASKER)
    asked = [e for e in entitlements if asker is None or asker in e.rule.benefit.askers] or list(entitlements)
    open_facts: dict[str, tuple[int, int]] = {}
    for entitlement in asked[:IN_DETAIL]:
        # A person who asks for himself is one.
        alone = asker == "个人" or entitlement.rule.benefit.askers == ("个人",)
        for place, fact in enumerate(entitlement.missing):
            unsure = entitlement.facts.get(fact) == UNSURE
            if (unsure and fact not in matter.left_open) or (alone and fact == HEADCOUNT):
                continue
            if unsure:
                rank = _LEFT_OPEN
            else:
                rank = 2 if book[fact].assume_one else 0 if fact in entitlement.missing_for_amount else 1
            open_facts[fact] = min((rank, place), open_facts.get(fact, (rank, place)))
    ranked = sorted(open_facts, key=lambda fact: open_facts[fact])
    first = [HOLDER] if HOLDER in matter.left_open and matter.facts.get(HOLDER) == UNSURE else []
    whose = [ask_for(fact, asked, book) for fact in first]
    asks = (ask_for(fact, asked, book) for fact in ranked[: MOST_QUESTIONS - len(whose)])
    return *whose, *(
        _to_find_out(ask, asked[0], book) if open_facts[ask.fact][0] == _LEFT_OPEN else ask for ask in asks
    )


def _to_find_out(ask: Ask, entitlement: Entitlement, book: FactBook) -> Ask:
    """The question, with who knows what the person does not."""
    who = book[ask.fact].known_by or entitlement.rule.policy.about.office
    return replace(ask, text=f"{ask.text}这一项您还不清楚，请向{who}核实后告诉我。")


def ask_for(fact: str, entitlements: Sequence[Entitlement], book: FactBook) -> Ask:
    """A question back; of a long list of groups only those that make a difference here are offered."""
    spec = book[fact]
    if spec.kind != "choices":
        return Ask(fact, spec.question, spec.options)
    telling = {value for e in entitlements for value in values_of(e.rule.benefit.when, fact)}
    options = (option for option in spec.options if option in telling or option not in spec.choices)
    return Ask(fact, spec.question, tuple(options))


def next_question(asks: Sequence[Ask]) -> list[str]:
    """The first question back, where there is one."""
    return ["", f"{ASKED_BACK}{asks[0].text}"] if asks else []
