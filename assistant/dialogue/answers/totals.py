"""What several groups of people come to together, benefit by benefit: 5500元 + 1000元 = 6500元."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.dialogue.answers.benefit_lines import is_unstated
from assistant.dialogue.facts.said import HEADCOUNT, HOLDER
from assistant.rules.amount import show
from assistant.rules.assess import Entitlement
from assistant.rules.conditions import Reason
from assistant.rules.facts import Quantity, plain
from assistant.rules.formulas import walk


@dataclass(frozen=True)
class Case:
    """The entitlements of one group of people in one place."""

    region: str
    who: str  # 四级、5人; empty where there is one group only
    entitlements: tuple[Entitlement, ...]
    is_counted: bool = True  # whether the group has a number of people of its own


@dataclass(frozen=True)
class Total:
    """A benefit as all groups together get it that are not refused it."""

    region: str
    parts: tuple[Entitlement, ...]  # two or more, of one clause and payee
    together: Entitlement

    @property
    def is_mixed(self) -> bool:
        """Whether it is settled for some of the groups only."""
        return len({part.outcome for part in self.parts}) > 1

    @property
    def who(self) -> str:
        """共13人."""
        people = self.together.facts.get(HEADCOUNT)
        return f"共{plain(people.low)}人" if isinstance(people, Quantity) else ""

    @property
    def line(self) -> str:
        """The total in a sentence of the conclusion."""
        benefit, amount = self.together.rule.benefit, self.together.amount
        assert amount is not None
        settled = self.together.outcome == "eligible"
        condition = "" if settled else "若还没有确定的条件也都符合，" if self.is_mixed else "若条件都符合，"
        payee = benefit.recipient if benefit.recipients else "（付给谁，条文没有写明）"
        return f"**{benefit.name}**（{self.who}）：{condition}{payee}{benefit.verb}**合计{show(amount)}**"


def totals_of(cases: Sequence[Case]) -> tuple[Total, ...]:
    """A total for each benefit that two or more groups of a place get by the head, each of them counted.

    Groups that are refused it are no part of it. Where it is settled for some and open for others, those for
    whom it is settled have a total of their own. Where one has no number of people or no figure, nobody knows
    what all come to, and there is none.
    """
    found: dict[tuple[str, str], list[Entitlement]] = {}
    uncounted = set()
    for case in cases:
        for entitlement in case.entitlements:
            if entitlement.outcome != "ineligible":
                benefit = case.region, entitlement.rule.benefit.id
                found.setdefault(benefit, []).append(entitlement)
                if not (case.is_counted and _is_by_the_head(entitlement)):
                    uncounted.add(benefit)
    return tuple(
        Total(region, parts, _together(parts))
        for (region, rule), everybody in found.items()
        if (region, rule) not in uncounted
        for parts in _counted_together(everybody)
        if len(parts) > 1
    )


def line_of_all(cases: Sequence[Case]) -> str | None:
    """What all groups of a place come to who get different benefits of one clause: 双证12人，只有合格证8人.

    Only where each group gets exactly one benefit that is not refused, all of them exclude each other, and
    each is settled by the head; else None.
    """
    granted = [[e for e in case.entitlements if e.outcome != "ineligible"] for case in cases]
    parts = [some[0] for some in granted if len(some) == 1]
    rules = {part.rule.benefit.id: part.rule for part in parts}
    one_place = len({case.region for case in cases}) == 1 and all(case.is_counted for case in cases)
    if not (one_place and len(rules) > 1 and all(len(some) < 2 for some in granted)):
        return None
    exclusive = all(
        other in rule.benefit.excludes for id_, rule in rules.items() for other in rules if other != id_
    )
    one_clause = len({rule.clause.id for rule in rules.values()}) == 1
    if not (exclusive and one_clause and all(map(_is_by_the_head, parts))):
        return None
    together = _together(parts)
    assert together.amount is not None
    condition = "" if together.outcome == "eligible" else "若条件都符合，"
    people = _people(parts)
    return f"**各组一起**（共{plain(people.low)}人）：{condition}**合计{show(together.amount)}**"


def line_of_persons(cases: Sequence[Case], place: Callable[[str], str]) -> str | None:
    """What several persons get together who get different benefits, or in several places each by its rule.

    Only where each gets exactly one benefit that goes to persons and is settled by the head, or is refused
    it; else None.
    """
    if len({case.who for case in cases}) < max(2, len(cases)):
        return None
    paid = [[e for e in case.entitlements if _may_go_to_persons(e)] for case in cases]
    due = [[e for e in some if e.outcome != "ineligible"] for some in paid]
    parts = [(case, some[0]) for case, some in zip(cases, due, strict=True) if some]
    regions = dict.fromkeys(case.region for case, _ in parts)
    rules = {part.rule.benefit.id for _, part in parts}
    if not all(paid) or any(len(some) > 1 for some in due) or len(rules) < 2:
        return None
    if not all(_is_by_the_head(part) for _, part in parts):
        return None
    together = _together([part for _, part in parts])
    assert together.amount is not None
    several = len(regions) > 1
    summed = " + ".join(
        f"{show(part.amount)}（{f'{place(case.region)}，' if several else ''}{case.who}）"
        for case, part in parts
        if part.amount is not None
    )
    condition = "" if together.outcome == "eligible" else "若条件都符合，"
    where = "；各按当地的文件算，分别向当地申请" if several else ""
    whose = "两处一起" if several else "几个人一起"
    return f"**{whose}**：{condition}{summed}，**合计{show(together.amount)}**{where}"


def line_of_lump_sums(told: Sequence[tuple[Case, Sequence[Entitlement]]]) -> str | None:
    """What one payee gets for several things that are paid in one sum each: a base and a studio.

    `told`: each group with what is told of it in full. Only where each of that is a settled, exact sum, which
    no number of people makes, in one place; else None.
    """
    parts = [(case, e) for case, some in told for e in some]
    places = {(case.region, e.rule.benefit.recipients) for case, e in parts}
    if len(parts) < 2 or len(places) != 1 or not all(_is_lump_sum(e) for _, e in parts):
        return None
    rules = [e.rule.benefit for _, e in parts]
    if any(one.id in other.excludes for one in rules for other in rules):
        return None
    sums = [part.amount for _, part in parts if part.amount is not None]
    total = sums[0]
    for amount in sums[1:]:
        total = total.plus(amount)
    summed = " + ".join(
        f"{show(amount)}（{'，'.join(filter(None, (e.rule.benefit.name, case.who.removesuffix('、1人'))))}）"
        for (case, e), amount in zip(parts, sums, strict=True)
    )
    return (
        f"**{len(parts)}项一起**：能不能都享受，条文没有写明；如果都能享受，{summed}，**合计{show(total)}**"
    )


def _is_lump_sum(part: Entitlement) -> bool:
    amount = part.amount
    counted = any(HEADCOUNT in formula.facts for formula in walk(part.rule.benefit.amount))
    settled = part.outcome == "eligible" and not is_unstated(part)
    return settled and not counted and amount is not None and amount.kind == "exact"


def _may_go_to_persons(part: Entitlement) -> bool:
    to_others = any(re.search("企业|单位|机构|院校|主体", to) for to in part.rule.benefit.recipients)
    return not to_others and not is_unstated(part)


def _counted_together(parts: Sequence[Entitlement]) -> list[tuple[Entitlement, ...]]:
    """Those for whom it is settled, where that is not everybody, and everybody."""
    settled = tuple(part for part in parts if part.outcome == "eligible")
    return [tuple(parts)] if len(settled) == len(parts) else [settled, tuple(parts)]


def _is_by_the_head(part: Entitlement) -> bool:
    """Whether it is so much for each of a known number of people; under a cap over all there is no sum."""
    formula = part.rule.benefit.amount
    people = part.facts.get(HEADCOUNT)
    by_the_head = formula.operator == "each" and formula.facts == (HEADCOUNT,)
    counted = isinstance(people, Quantity) and people.is_exact
    return by_the_head and counted and part.amount is not None and not is_unstated(part)


def _together(parts: Sequence[Entitlement]) -> Entitlement:
    """The parts as one entitlement: what any of them hangs on, their arithmetic, and the sum."""
    amounts = [part.amount for part in parts if part.amount is not None]
    total = amounts[0]
    for amount in amounts[1:]:
        total = total.plus(amount)
    steps = [step for part in parts for step in part.steps]
    facts = {fact: value for fact, value in parts[0].facts.items() if _is_shared(fact, parts)}
    return replace(
        parts[0],
        outcome="eligible" if all(part.outcome == "eligible" for part in parts) else "undetermined",
        amount=total,
        missing=_each_once(part.missing for part in parts),
        missing_for_amount=_each_once(part.missing_for_amount for part in parts),
        reasons=_met_by_all(parts),
        steps=(*dict.fromkeys(steps), f"合计：{' + '.join(map(show, amounts))} = {show(total)}"),
        facts={**facts, HEADCOUNT: _people(parts)},
    )


def _is_shared(fact: str, parts: Sequence[Entitlement]) -> bool:
    return all(part.facts.get(fact) == parts[0].facts.get(fact) for part in parts)


def _people(parts: Sequence[Entitlement]) -> Quantity:
    """How many they are; who holds several certificates is one."""
    each = {str(part.facts.get(HOLDER, at)): part.facts[HEADCOUNT] for at, part in enumerate(parts)}
    return Quantity.exactly(sum(count.low for count in each.values() if isinstance(count, Quantity)))


def _met_by_all(parts: Sequence[Entitlement]) -> tuple[Reason, ...]:
    """Each condition: met where every group meets it, else open."""
    met: dict[str, list[bool | None]] = {}
    for reason in (reason for part in parts for reason in part.reasons):
        met.setdefault(reason.wording, []).append(reason.truth)
    return tuple(Reason(wording, True if all(truths) else None) for wording, truths in met.items())


def _each_once(facts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact for some in facts for fact in some))
