"""Holding places against each other, like with like: who is paid, and what kind of figure."""

from collections.abc import Sequence
from decimal import Decimal

from assistant.dialogue.answers.desk import Desk, label
from assistant.rules.amount import show
from assistant.rules.assess import Entitlement


def compare_places(desk: Desk, places: Sequence[tuple[str, Sequence[Entitlement]]]) -> list[str]:
    """A line for each place's first benefit, and which pays more where that can be said; [] for one place.

    不超过3000元 is not more than 1500元: a ceiling says nothing about what is paid.
    """
    if len({region for region, _ in places}) < 2:
        return []
    lines = ["", "**对比：**"]
    first: list[tuple[str, Entitlement]] = []
    for region, entitlements in places:
        place = desk.place(region)
        if not entitlements:
            lines.append(f"- {place}：收录的文件没有这一项的规定")
            continue
        e = entitlements[0]
        first.append((place, e))
        figure = "不符合条件" if e.amount is None else show(e.amount)
        benefit = e.rule.benefit
        lines.append(
            f"- {place}：{figure}｜付给：{benefit.recipient}｜{benefit.name}（{label(e.rule.policy)}）"
        )
    return [*lines, "", _verdict(first)]


def _verdict(first: Sequence[tuple[str, Entitlement]]) -> str:
    amounts = [(place, e.amount) for place, e in first if e.amount is not None]
    kinds = {amount.kind for _, amount in amounts}
    payees = {e.rule.benefit.recipients for _, e in first}
    if (
        len(amounts) < 2
        or len(amounts) < len(first)
        or len(payees) > 1
        or kinds not in ({"exact"}, {"at_most"})
    ):
        return "各地付给的人或者数额的写法（固定、最多、不低于、区间）不一样，不能直接比高低。"
    ranked = sorted(((amount.high or Decimal(0), place) for place, amount in amounts), reverse=True)
    if ranked[0][0] == ranked[-1][0]:
        return "各地的数额一样。"
    if kinds == {"at_most"}:
        return f"写的都是上限，**{ranked[0][1]}**的上限较高；实际给多少，条文没有写明。"
    return f"按条文的数额，**{ranked[0][1]}**的较高。"
