"""Several benefits of one claimant in words: what must be chosen between, what all of it comes to."""

from collections.abc import Sequence
from decimal import Decimal

from assistant.dialogue.answers.benefit_lines import is_unstated
from assistant.dialogue.answers.desk import Cited, label
from assistant.rules.amount import money, show
from assistant.rules.assess import Entitlement
from assistant.rules.combine import Choice, choices
from assistant.rules.facts import FactBook


def choice_lines(entitlements: Sequence[Entitlement], book: FactBook) -> list[str]:
    """A line for each choice: the options with their amounts, the clause, and which surely pays more."""
    return [_choice_line(choice, book) for choice in choices(entitlements) if choice.is_free]


def choice_quotes(entitlements: Sequence[Entitlement]) -> list[Cited]:
    """The words that allow only one of them."""
    options = (e for choice in choices(entitlements) if choice.is_free for e in choice.options)
    return [
        Cited(e.rule.policy, e.rule.benefit.exclusion.clause, e.rule.benefit.exclusion.quote)
        for e in options
        if e.rule.benefit.exclusion is not None
    ]


def together_lines(entitlements: Sequence[Entitlement]) -> list[str]:
    """What each payee gets in all by the best combination, if what is settled may be had together.

    Only exact sums of benefits whose conditions are met; never over payees. Of benefits that exclude each
    other those of the best combination count; where none is surely the best, their payee has no sum.
    """
    settled = [e for e in entitlements if e.outcome == "eligible"]
    among = choices(settled)
    left_out = {id(e) for c in among if len(c.best) == 1 for e in c.options if e not in c.best[0]}
    undecided = {id(e) for c in among if len(c.best) != 1 for e in c.options}
    payees: dict[tuple[str, ...], list[Entitlement]] = {}
    for e in settled:
        if e.rule.benefit.recipients and not is_unstated(e) and id(e) not in left_out:
            payees.setdefault(e.rule.benefit.recipients, []).append(e)
    without = "、".join(e.rule.benefit.name for e in settled if id(e) in left_out)
    return [
        _together(parts, without)
        for parts in payees.values()
        if len(parts) > 1
        and all(e.amount is not None and e.amount.kind == "exact" for e in parts)
        and not undecided & {id(e) for e in parts}
    ]


def _choice_line(choice: Choice, book: FactBook) -> str:
    names = "、".join(
        f"{e.rule.benefit.name}{show(e.amount)}" for e in choice.options if e.amount is not None
    )
    office = choice.options[0].rule.policy.about.office
    words = next((e.rule.benefit.exclusion for e in choice.options if e.rule.benefit.exclusion), None)
    clause = (
        ""
        if words is None
        else f"，条文写明“{words.quote}”（{label(choice.options[0].rule.policy)} {words.clause}）"
    )
    return f"**不能同时享受：**{names}{clause}。{_verdict(choice, book)}；选哪一项，请向{office}确认。"


def _verdict(choice: Choice, book: FactBook) -> str:
    if not choice.comparable:
        return "付给的人不同，金额不放在一起比"
    if len(choice.best) > 1:
        return "金额一样"
    if choice.best:
        best = choice.best[0]
        condition = "" if all(e.outcome == "eligible" for e in choice.options) else "条件都符合的话，"
        return f"{condition}按金额，{'加'.join(e.rule.benefit.name for e in best)}较多"
    if choice.hangs_on:
        return f"哪项多，要看{'、'.join(book[fact].label for fact in choice.hangs_on)}"
    return "按现在知道的情况，分不出哪项多"


def _together(parts: Sequence[Entitlement], without: str) -> str:
    total = sum(
        (e.amount.low for e in parts if e.amount is not None and e.amount.low is not None), Decimal(0)
    )
    limits = dict.fromkeys(say for e in parts for say in e.limits)
    shared = [say for say in limits if sum(say in e.limits for e in parts) > 1]
    apart = f"（不含{without}）" if without else ""
    return (
        f"{'、'.join(e.rule.benefit.name for e in parts)}能不能同时享受，条文没有写明；如果都能享受，"
        f"付给{parts[0].rule.benefit.recipient}的{apart}合计{money(total)}。"
        + (f"（{'；'.join(shared)}）" if shared else "")
    )
