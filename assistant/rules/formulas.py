"""Formulas: how much. Each evaluates to an interval, the arithmetic line by line, and what is missing.

500 or {fixed: 500}              so much
{at_least: F} {at_most: F}       a floor, a ceiling
{range: [500, 3000]}             between
{unstated: 为什么}                the text gives no figure; the words say where it points
{table: FACT, rows: {值: F}}      by a fact
{each: FACT, of: F, up_to: N}    times a count, of which at most N count
  with had: FACT                   of those N, less what was had of them before
{cap: N, of: F}                  never more than N
{percent: N, of: F}              a share of another amount
{given: FACT, less: FACT}        an amount that the person names; less another one, where that is named
{lesser: [F, F], rest: 怎么办}     the lesser; what is left of the first, and what becomes of it
{as_spent: FACT, up_to: N}       what was spent, at most N (按实)
{choose: [{when: C, then: F}, …, {then: F}]}
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import BeforeValidator

from assistant.rules.amount import UNSTATED, Amount, hull, money, show
from assistant.rules.conditions import ConditionNode, judge, parse_condition
from assistant.rules.facts import UNSURE, FactBook, Facts, Quantity, denied_choice, plain


@dataclass(frozen=True)
class Valued:
    """What a formula comes to."""

    amount: Amount
    steps: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Situation:
    """What a formula is evaluated on."""

    facts: Facts
    book: FactBook

    def number(self, fact: str) -> Quantity | None:
        """A counted fact, None where it is unknown."""
        value = self.facts.get(fact)
        return value if isinstance(value, Quantity) else None


@dataclass(frozen=True)
class Formula:
    """A formula, open to those who check the data: what it is made of beside how it evaluates."""

    operator: str
    evaluate: Callable[[Situation], Valued]
    facts: tuple[str, ...] = ()
    parts: tuple["Formula", ...] = ()
    conditions: tuple[ConditionNode, ...] = ()
    boundary: tuple[str, Decimal] | None = None  # the number of a fact beyond which no more counts
    figures: tuple[Decimal, ...] = ()  # numbers that must stand in the text
    rows: tuple[str, ...] = ()  # the choices of a table


def parse_formula(raw: Any) -> Formula:
    """A formula from YAML. Raises ValueError that names what is wrong."""
    if isinstance(raw, Formula):
        return raw
    if isinstance(raw, int | float | str) and not isinstance(raw, bool):
        return _fixed(raw)
    if not isinstance(raw, dict) or not raw:
        raise ValueError(f"公式应为数或者映射：{raw!r}")
    operator = next(iter(raw))
    builder = _BUILDERS.get(operator)
    if builder is None:
        raise ValueError(f"不认识的公式：{operator}")
    try:
        return builder(**{("fact" if key == operator else key): value for key, value in raw.items()})
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"公式 {operator} 的写法不对：{raw!r}") from error


FormulaField = Annotated[Formula, BeforeValidator(parse_formula)]


def walk(formula: Formula) -> Iterator[Formula]:
    """A formula and every formula inside it."""
    yield formula
    for part in formula.parts:
        yield from walk(part)


def _figure(raw: Any) -> Decimal:
    """A number that a clause names. Raises ValueError where it is none, or is negative."""
    try:
        figure = Decimal(str(raw))
    except InvalidOperation:
        figure = Decimal(-1)
    if not (figure.is_finite() and figure >= 0):
        raise ValueError(f"应为不小于 0 的数：{raw!r}")
    return figure


def _fixed(fact: Any) -> Formula:
    value = _figure(fact)
    return Formula("fixed", lambda s: Valued(Amount.exactly(value)), figures=(value,))


def _bound(operator: str, words: str) -> Callable[..., Formula]:
    def build(fact: Any) -> Formula:
        inner = parse_formula(fact)

        def evaluate(situation: Situation) -> Valued:
            value = inner.evaluate(situation)
            low, high = value.amount.low, value.amount.high
            amount = Amount(low, None) if operator == "at_least" else Amount(None, high)
            stated = show(amount) if amount.kind != "unstated" else value.steps[-1]
            return Valued(amount, (*value.steps, f"条文只给{words}：{stated}"), value.missing)

        return Formula(operator, evaluate, parts=(inner,))

    return build


def _range(fact: Any) -> Formula:
    low, high = map(_figure, fact)
    if low > high:
        raise ValueError(f"区间的下限大于上限：{fact!r}")
    amount = Amount(low, high)
    return Formula("range", lambda s: Valued(amount, (f"条文只给区间：{show(amount)}",)), figures=(low, high))


def _unstated(fact: Any) -> Formula:
    return Formula("unstated", lambda s: Valued(UNSTATED, (str(fact),)))


def _table(fact: Any, rows: dict[str, Any]) -> Formula:
    formulas = {str(key): parse_formula(row) for key, row in rows.items()}
    if not formulas:
        raise ValueError(f"表 {fact} 没有一行")

    def evaluate(situation: Situation) -> Valued:
        chosen = situation.facts.get(fact)
        if isinstance(chosen, str) and chosen in formulas:
            value = formulas[chosen].evaluate(situation)
            return Valued(value.amount, (*value.steps, f"{chosen}：{show(value.amount)}"), value.missing)
        if chosen not in (None, UNSURE) and not isinstance(chosen, frozenset):
            return Valued(UNSTATED, (f"条文的标准里没有“{chosen}”这一档",))
        denied = chosen if isinstance(chosen, frozenset) else frozenset()
        left = {key: row for key, row in formulas.items() if denied_choice(key) not in denied} or formulas
        values = [row.evaluate(situation) for row in left.values()]
        steps = tuple(f"{key}：{show(value.amount)}" for key, value in zip(left, values, strict=True))
        inner = (name for value in values for name in value.missing)
        return Valued(hull(v.amount for v in values), steps, (fact, *inner))

    return Formula("table", evaluate, facts=(fact,), parts=tuple(formulas.values()), rows=tuple(formulas))


def _each(fact: Any, of: Any, up_to: Any = None, had: Any = None) -> Formula:
    inner = parse_formula(of)
    limit = None if up_to is None else _figure(up_to)

    def evaluate(situation: Situation) -> Valued:
        value = inner.evaluate(situation)
        spec = situation.book[fact]
        said = situation.number(fact)
        if value.amount.kind == "unstated":
            return value
        if said is None and spec.assume_one:
            return Valued(value.amount, value.steps, (*value.missing, fact))
        count = said or Quantity(Decimal(1), None)
        gone = situation.number(had) if had else None
        most = limit if limit is None or gone is None else max(limit - gone.low, Decimal(0))
        if spec.kind == "years":
            count = _whole_years(count)
        if most is not None:
            count = Quantity(min(count.low, most), most if count.high is None else min(count.high, most))
        missing = value.missing if count.is_exact else (*value.missing, fact)
        amount = value.amount.times(count)
        note = ""
        if said is not None and most is not None and said.low > most:
            note = f"（{_counted(said)}{spec.unit}，最多按{plain(most)}{spec.unit}算）"
        if count.high is None:
            line = f"每{spec.unit}{show(value.amount)}，{spec.label}还不知道"
        else:
            line = f"{show(value.amount)} × {_counted(count)}{spec.unit}{note} = {show(amount)}"
        return Valued(amount, (*value.steps, line), missing)

    boundary = None if limit is None else (fact, limit)
    figures = () if limit is None else (limit,)
    return Formula("each", evaluate, facts=(fact,), parts=(inner,), boundary=boundary, figures=figures)


def _whole_years(years: Quantity) -> Quantity:
    """每人每年: how the rest of a year counts, no text tells."""
    high = None if years.high is None else years.high.to_integral_value(ROUND_CEILING)
    return Quantity(years.low.to_integral_value(ROUND_FLOOR), high)


def _cap(fact: Any, of: Any) -> Formula:
    inner, limit = parse_formula(of), _figure(fact)

    def evaluate(situation: Situation) -> Valued:
        value = inner.evaluate(situation)
        amount = value.amount.capped(Amount.exactly(limit))
        if value.amount.low is not None and value.amount.low > limit:
            step = f"超过上限，按上限{money(limit)}算"
        else:
            step = f"上限{money(limit)}{_reached(inner, limit, situation.book)}"
        # At the limit, whatever is still unknown can add nothing.
        missing = () if amount.low == limit else value.missing
        return Valued(amount, (*value.steps, step), missing)

    return Formula("cap", evaluate, parts=(inner,), figures=(limit,))


def _reached(inner: Formula, limit: Decimal, book: FactBook) -> str:
    """How many of what is counted reach the limit: （满40课时到上限）; "" where each has no fixed amount."""
    if inner.operator != "each" or inner.parts[0].operator != "fixed":
        return ""
    [unit] = inner.parts[0].figures
    if not unit:
        return ""
    return f"（满{plain((limit / unit).to_integral_value(ROUND_CEILING))}{book[inner.facts[0]].unit}到上限）"


def _percent(fact: Any, of: Any) -> Formula:
    inner, percent = parse_formula(of), _figure(fact)

    def evaluate(situation: Situation) -> Valued:
        value = inner.evaluate(situation)
        amount = value.amount.share(percent)
        if value.amount.kind == "unstated":
            return Valued(amount, (*value.steps, f"按{plain(percent)}%算，基数还不知道"), value.missing)
        line = f"{show(value.amount)} × {plain(percent)}% = {show(amount)}"
        return Valued(amount, (*value.steps, line), value.missing)

    return Formula("percent", evaluate, parts=(inner,), figures=(percent,))


def _given(fact: Any, less: Any = None) -> Formula:
    def evaluate(situation: Situation) -> Valued:
        said, spec = situation.number(fact), situation.book[fact]
        if said is None:
            return Valued(UNSTATED, (f"{spec.label}还不知道",), (fact,))
        amount = Amount(said.low, said.high)
        step = f"{spec.label}：{show(amount)}"
        spent = situation.number(less) if less is not None else None
        if spent is not None:
            # The most is left where the least was spent.
            low = Decimal(0) if spent.high is None else max(said.low - spent.high, Decimal(0))
            high = None if said.high is None else max(said.high - spent.low, Decimal(0))
            gross, cost, amount = amount, Amount(spent.low, spent.high), Amount(low, high)
            label = spec.label.partition("（")[0]  # whatever it says of what was taken off is said here
            step = f"{label}{show(gross)} - {situation.book[less].label}{show(cost)} = {show(amount)}"
        return Valued(amount, (step,), () if said.is_exact else (fact,))

    return Formula("given", evaluate, facts=(fact,) if less is None else (fact, less))


def _lesser(fact: Any, rest: str | None = None) -> Formula:
    first, second = map(parse_formula, fact)

    def evaluate(situation: Situation) -> Valued:
        a, b = first.evaluate(situation), second.evaluate(situation)
        steps, missing = (*a.steps, *b.steps), (*a.missing, *b.missing)
        if "unstated" in (a.amount.kind, b.amount.kind):
            # One side alone is still a ceiling: the lesser can never be more than it.
            return Valued(Amount(None, a.amount.capped(b.amount).high), steps, missing)
        amount = a.amount.capped(b.amount)
        steps = (*steps, f"取较小者：{show(amount)}")
        if rest and a.amount.kind == b.amount.kind == "exact" and a.amount.low > b.amount.low:  # type: ignore[operator]
            left = a.amount.low - b.amount.low  # type: ignore[operator]
            steps = (*steps, f"超过的部分{money(left)}，{rest}")
        return Valued(amount, steps, missing)

    return Formula("lesser", evaluate, parts=(first, second))


def _as_spent(fact: Any, up_to: Any) -> Formula:
    limit = _figure(up_to)

    def evaluate(situation: Situation) -> Valued:
        spent, spec = situation.number(fact), situation.book[fact]
        if spent is None:
            return Valued(Amount(None, limit), (f"最多{money(limit)}，低于的按{spec.label}据实补",), (fact,))
        amount = Amount(spent.low, spent.high).capped(Amount.exactly(limit))
        step = f"{spec.label}{show(Amount(spent.low, spent.high))}，上限{money(limit)}，按{show(amount)}算"
        return Valued(amount, (step,), () if amount.kind == "exact" else (fact,))

    return Formula("as_spent", evaluate, facts=(fact,), boundary=(fact, limit), figures=(limit,))


def _choose(fact: Any) -> Formula:
    options = [(parse_condition(o["when"]) if "when" in o else None, parse_formula(o["then"])) for o in fact]

    def evaluate(situation: Situation) -> Valued:
        open_options: list[Valued] = []
        missing: list[str] = []
        for condition, formula in options:
            judgement = judge(condition, situation.facts, situation.book)
            if judgement.truth is False:
                continue
            open_options.append(formula.evaluate(situation))
            if judgement.truth is True:
                break
            missing.extend(judgement.missing)
        if not open_options:
            return Valued(UNSTATED, ("条文没有写这种情况的标准",))
        if len(open_options) == 1 and not missing:
            return open_options[0]
        steps = tuple(step for option in open_options for step in option.steps)
        inner = [fact for option in open_options for fact in option.missing]
        return Valued(hull(o.amount for o in open_options), steps, (*missing, *inner))

    conditions = tuple(c for c, _ in options if c is not None)
    return Formula("choose", evaluate, parts=tuple(f for _, f in options), conditions=conditions)


def _counted(quantity: Quantity) -> str:
    if quantity.high is None:
        return f"{plain(quantity.low)}以上"
    return plain(quantity.low) if quantity.is_exact else f"{plain(quantity.low)}至{plain(quantity.high)}"


_BUILDERS: dict[str, Callable[..., Formula]] = {
    "fixed": _fixed,
    "at_least": _bound("at_least", "下限"),
    "at_most": _bound("at_most", "上限"),
    "range": _range,
    "unstated": _unstated,
    "table": _table,
    "each": _each,
    "cap": _cap,
    "percent": _percent,
    "given": _given,
    "lesser": _lesser,
    "as_spent": _as_spent,
    "choose": _choose,
}
