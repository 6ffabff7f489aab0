"""Amounts of money as intervals: exact, a range, at least, at most, or without a figure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from assistant.rules.facts import Quantity, plain

Kind = Literal["exact", "range", "at_least", "at_most", "unstated"]


@dataclass(frozen=True)
class Amount:
    """元 between two bounds. `low` None: the text sets no lower bound; `high` None: no upper bound."""

    low: Decimal | None
    high: Decimal | None

    @classmethod
    def exactly(cls, value: Decimal) -> "Amount":
        """One figure."""
        return cls(value, value)

    @property
    def kind(self) -> Kind:
        """How the bounds are to be read."""
        if self.low is None:
            return "unstated" if self.high is None else "at_most"
        if self.high is None:
            return "at_least"
        return "exact" if self.low == self.high else "range"

    def times(self, count: Quantity) -> "Amount":
        """The amount for so many."""
        low = None if self.low is None else self.low * count.low
        high = None if self.high is None or count.high is None else self.high * count.high
        return Amount(low, high)

    def plus(self, other: "Amount") -> "Amount":
        """Both together; one bound missing in either is missing in the sum."""
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Amount(low, high)

    def share(self, percent: Decimal) -> "Amount":
        """So many percent of it."""
        return self.times(Quantity.exactly(percent / 100))

    def capped(self, limit: "Amount") -> "Amount":
        """The lesser of the two."""
        lows = [bound for bound in (self.low, limit.low) if bound is not None]
        low = min(lows) if len(lows) == 2 else None
        # A cap bounds from above even what has no upper bound of its own.
        highs = [bound for bound in (self.high, limit.high) if bound is not None]
        return Amount(low, min(highs, default=None))

    def raised(self, percent: Decimal, *, at_most: bool) -> "Amount":
        """So many percent more; `at_most`: up to so many."""
        factor = 1 + percent / 100
        low = self.low if at_most or self.low is None else self.low * factor
        return Amount(low, None if self.high is None else self.high * factor)

    def gain(self, other: "Amount") -> "Amount | None":
        """How much more the other is; None unless both are figures, or both ceilings, and it is more."""
        if self.kind != other.kind or self.kind not in ("exact", "at_most"):
            return None
        assert self.high is not None and other.high is not None
        return Amount.exactly(other.high - self.high) if other.high > self.high else None


UNSTATED = Amount(None, None)


def hull(amounts: Iterable[Amount]) -> Amount:
    """The narrowest interval that holds them all; one bound missing in any is missing in the hull."""
    options = list(amounts)
    lows = [option.low for option in options if option.low is not None]
    highs = [option.high for option in options if option.high is not None]
    return Amount(
        min(lows) if len(lows) == len(options) else None,
        max(highs) if len(highs) == len(options) else None,
    )


def money(value: Decimal) -> str:
    """元 as people read it: 9600元, 27000元（2.7万元）, 333.33元."""
    cents = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    ten_thousands = cents / 10000
    if cents >= 10000 and ten_thousands == ten_thousands.quantize(Decimal("0.0001")):
        return f"{plain(cents)}元（{plain(ten_thousands)}万元）"
    return f"{plain(cents)}元"


def names_figure(text: str, figure: Decimal) -> bool:
    """Whether a text names a sum, as 元 or as 万: 150000 stands in 15 万元."""
    squeezed = "".join(text.split())
    forms = (f"{plain(figure)}元", f"{plain(figure / 10000)}万")
    return any(re.search(rf"(?<![\d.]){re.escape(form)}", squeezed) for form in forms)


def show(amount: Amount) -> str:
    """An amount in words, with what kind of figure it is."""
    match amount.kind:
        case "exact":
            assert amount.low is not None
            return money(amount.low)
        case "at_most":
            assert amount.high is not None
            return f"最多{money(amount.high)}"
        case "at_least":
            assert amount.low is not None
            return f"不低于{money(amount.low)}"
        case "range":
            assert amount.low is not None and amount.high is not None
            return _span(amount.low, amount.high)
        case "unstated":
            return "条文没有写明金额"


def _span(low: Decimal, high: Decimal) -> str:
    if low >= 10000 and high >= 10000:
        return f"{plain(low / 10000)}万元至{plain(high / 10000)}万元"
    return f"{plain(low)}元至{plain(high)}元"
