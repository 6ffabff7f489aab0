"""还差什么: what would unlock or raise a benefit, in two lines at most."""

from collections.abc import Iterable

from assistant.dialogue.answers.desk import label
from assistant.dialogue.facts.said import HEADCOUNT
from assistant.dialogue.matter import Matter
from assistant.documents.models import Validity
from assistant.rules.amount import show
from assistant.rules.assess import Entitlement
from assistant.rules.attain import Prospect, prospect
from assistant.rules.facts import FactBook, Month, Quantity, Year

MOST = 2


def prospects_of(entitlements: Iterable[Entitlement], matter: Matter, book: FactBook) -> tuple[Prospect, ...]:
    """What is within reach of whoever asks, by policies that run today; nothing mends what is past."""
    if matter.on < matter.today or isinstance(matter.on, Month | Year):
        return ()
    found = (
        prospect(e, book)
        for e in entitlements
        if e.rule.policy.validity(matter.today) is Validity.IN_FORCE
        and (matter.asker is None or matter.asker in e.rule.benefit.askers)
        and (e.outcome == "ineligible" or not _of_several(e))
    )
    told = [
        p for p in found if p is not None and p.then.amount is not None and p.then.amount.kind != "unstated"
    ]
    return tuple(told[:MOST])


def prospect_line(found: Prospect) -> str:
    """The change, what it brings, and the clause."""
    then, benefit = found.then, found.then.rule.benefit
    assert then.amount is not None
    where = f"（{label(then.rule.policy)} {then.rule.clause.path}）"
    change = "，并且".join(found.changes)
    if found.now.amount is None:
        met = "全部条件符合" if then.outcome == "undetermined" else "符合"
        return f"**还差：**{change}；{met}后的数额：{show(then.amount)}，付给：{benefit.recipient}{where}。"
    more = f"，多{show(found.gain)}" if found.gain is not None and then.amount.kind == "exact" else ""
    return f"**再进一步：**{change}，{show(found.now.amount)}变为{show(then.amount)}{more}{where}。"


def _of_several(entitlement: Entitlement) -> bool:
    """Whether it is for more than one person, who will not all take the next step together."""
    said = entitlement.facts.get(HEADCOUNT)
    return isinstance(said, Quantity) and said.high != 1
