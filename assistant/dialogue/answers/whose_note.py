"""Of whom an answer speaks, where that is not the speaker; and that several certificates are one person's."""

from collections.abc import Sequence

from assistant.dialogue.answers.benefit_lines import is_unstated
from assistant.dialogue.answers.totals import Case
from assistant.dialogue.facts.certificates import tells_of_several
from assistant.dialogue.facts.said import CERTIFICATE, HEADCOUNT, HOLDER, ONE_PERSON
from assistant.dialogue.language.persons import AND, ANOTHER, ME, ONESELF, person_called
from assistant.dialogue.matter import Matter
from assistant.dialogue.people.one_by_one import asks_for_a_sum
from assistant.rules.amount import show
from assistant.rules.assess import Entitlement
from assistant.rules.facts import UNSURE

_PERSON = "个人"
_LEVEL = "certificate_level"
_CALLED = {"爱人": "您爱人", "子女": "您的孩子", "父母": "您的父亲或母亲", ANOTHER: "持证的那一位"}


def called(key: str) -> str:
    """Somebody as the speaker is told of him: 您的大儿子, 小张."""
    person = person_called(key)
    if person == ME:
        return "您本人"
    by_name = person.relation == ANOTHER and key != ANOTHER
    return key if by_name else _CALLED.get(key, f"您的{key}")


def whose_notes(text: str, matter: Matter, cases: Sequence[Case]) -> list[str]:
    """What to say beside an answer on these cases; `text`: the message, folded."""
    paid = [
        e for case in cases for e in case.entitlements if e.outcome != "ineligible" and not is_unstated(e)
    ]
    return [
        line
        for note in (_of_another(matter, paid), _of_several(text, matter, paid))
        for line in ("", note)
        if note
    ]


def _of_another(matter: Matter, paid: Sequence[Entitlement]) -> str:
    """您爱人的: the money is not the speaker's."""
    holder = matter.facts.get(HOLDER, ONESELF)
    if holder in (ONESELF, UNSURE) or matter.asker not in (None, _PERSON):
        return ""
    keys = str(holder).split(AND)
    if ONESELF in keys:
        return ""
    who = "和".join(map(called, keys))
    is_paid = any(_PERSON in e.rule.benefit.askers for e in paid)
    payee = f"付给个人的，付给{who}本人，不付给您；" if is_paid else ""
    return f"**以上说的是{who}，不是您自己。**{payee}条件也要看{who}自己的情况。"


def _all_of_them(paid: Sequence[Entitlement]) -> str:
    """What all certificates of one person come to, where all of them are paid for to him."""
    own = [e for e in paid if e.rule.benefit.askers == (_PERSON,)]
    amounts = [e.amount for e in own if e.amount is not None]
    if len({e.rule.benefit.id for e in own}) != 1 or not 2 <= len(amounts) <= 3:
        return ""
    total = amounts[0]
    for amount in amounts[1:]:
        total = total.plus(amount)
    return f"各本都符合条件的，{' + '.join(map(show, amounts))}，合计{show(total)}"


def _of_several(text: str, matter: Matter, paid: Sequence[Entitlement]) -> str:
    """One person's certificates, each with its own sum, and what the text says of several."""
    alone = matter.facts.get(HEADCOUNT) in (None, ONE_PERSON)
    uncounted = all(HEADCOUNT not in own for _, own in matter.groups)
    got = (own for _, own in matter.groups if own.get(CERTIFICATE) is not False)
    levels = {own.get(_LEVEL) for own in got} - {None}
    if len({own.get(HOLDER) for _, own in matter.groups}) > 1:
        return ""
    if matter.groups:
        several = matter.facts.get(HEADCOUNT) == ONE_PERSON and uncounted and len(levels) > 1
    else:
        several = alone and _LEVEL in matter.facts and tells_of_several(text)
    if not several or not paid:
        return ""
    counted = "各本按各自的等级算，没有相加" if matter.groups else "上面是一本的数额"
    if matter.groups and asks_for_a_sum(text) and (both := _all_of_them(paid)):
        counted = f"各本按各自的等级算；{both}"
    limits = tuple(dict.fromkeys(limit for e in paid for limit in e.limits))
    policy = paid[0].rule.policy
    says = (
        f"条文的限制是：{'；'.join(limits)}。"
        if limits
        else (f"几本能不能都领，条文没有写明，请向{policy.about.office}核实。")
    )
    return f"**按一个人的几本证书算，不是几个人：**{counted}。{says}"
