"""Every formula, on facts that are known, unknown, and known in part."""

from decimal import Decimal
from typing import Any

import pytest

from assistant.rules.amount import Amount
from assistant.rules.formulas import Situation, Valued, parse_formula, walk
from tests.rules.book import BOOK

Bounds = tuple[int | str | None, int | str | None]
RATE = {"each": "persons", "of": 800}
TABLE = {"table": "level", "rows": {"四级": 1000, "三级": 1500}}
BY_MONTH = {"each": "months", "of": 200, "up_to": 6}
BY_HOUR = {"cap": 1000, "of": {"each": "hours", "of": 25}}
NET = {"given": "payroll", "less": "cost"}
TAX = {
    "lesser": [{"given": "cost"}, {"percent": 8, "of": {"given": "payroll"}}],
    "rest": "可结转以后年度扣除",
}
CASES = {
    "choose": [
        {"when": {"signed": True}, "then": 1000},
        {"when": {"insured": True}, "then": 500},
        {"then": 100},
    ]
}

# operator: (formula, facts, the bounds of the amount, missing, reason)
FORMULAS: dict[str, list[tuple[Any, dict[str, Any], Bounds, tuple[str, ...], str]]] = {
    "fixed": [
        (500, {}, (500, 500), (), "a number is itself"),
        ("0.5", {}, ("0.5", "0.5"), (), "a decimal"),
        ({"fixed": 500}, {}, (500, 500), (), "written out"),
    ],
    "at_least": [
        ({"at_least": 4000}, {}, (4000, None), (), "不低于4000元: no upper bound"),
        ({"at_least": TABLE}, {}, (1000, None), ("level",), "a floor that hangs on a fact"),
    ],
    "at_most": [
        ({"at_most": 400}, {}, (None, 400), (), "不超过400元: no lower bound"),
        ({"at_most": TABLE}, {"level": "三级"}, (None, 1500), (), "a ceiling that hangs on a fact"),
    ],
    "range": [({"range": [500, 3000]}, {}, (500, 3000), (), "500元至3000元")],
    "unstated": [({"unstated": "按规定"}, {}, (None, None), (), "no figure in the text")],
    "table": [
        (TABLE, {"level": "四级"}, (1000, 1000), (), "the row"),
        (TABLE, {}, (1000, 1500), ("level",), "unknown: the whole range"),
        (TABLE, {"level": "不清楚"}, (1000, 1500), ("level",), "不清楚 is unknown"),
        (TABLE, {"level": "专项"}, (None, None), (), "no row for it: no figure, not zero"),
        (
            {"table": "level", "rows": {"四级": RATE, "三级": BY_MONTH}},
            {},
            (200, 1200),
            ("level", "persons", "months"),
            "what the rows hang on is missing too",
        ),
    ],
    "each": [
        (RATE, {"persons": 12}, (9600, 9600), (), "800 × 12"),
        (RATE, {}, (800, 800), ("persons",), "nobody said how many: for one"),
        (RATE, {"persons": [10, 12]}, (8000, 9600), ("persons",), "十到十二个人"),
        (RATE, {"persons": {"at_least": 10}}, (8000, None), ("persons",), "十个人以上"),
        (BY_MONTH, {"months": 3}, (600, 600), (), "200 × 3"),
        (BY_MONTH, {"months": 6}, (1200, 1200), (), "just as many as count"),
        (BY_MONTH, {"months": 8}, (1200, 1200), (), "at most six count"),
        (BY_MONTH, {"months": {"at_least": 8}}, (1200, 1200), (), "eight or more: six count, nothing to ask"),
        (BY_MONTH, {"months": [5, 8]}, (1000, 1200), ("months",), "the range ends at six"),
        (BY_MONTH, {}, (200, 1200), ("months",), "unknown: from one month to six"),
        ({"each": "months", "of": 200}, {}, (200, None), ("months",), "unknown and without a limit"),
        (
            {"each": "persons", "of": {"at_least": 4000}},
            {"persons": 3},
            (12000, None),
            (),
            "a floor for each",
        ),
        ({"each": "persons", "of": {"at_most": 400}}, {"persons": 3}, (None, 1200), (), "a ceiling for each"),
        (
            {"each": "persons", "of": {"unstated": "按规定"}},
            {},
            (None, None),
            (),
            "no figure, nothing to count",
        ),
        ({"each": "persons", "of": BY_MONTH}, {"persons": 2, "months": 4}, (1600, 1600), (), "two counts"),
    ],
    "cap": [
        (BY_HOUR, {"hours": 36}, (900, 900), (), "below"),
        (BY_HOUR, {"hours": 40}, (1000, 1000), (), "at the cap"),
        (BY_HOUR, {"hours": 41}, (1000, 1000), (), "above"),
        (BY_HOUR, {}, (25, 1000), ("hours",), "the cap bounds what is unknown"),
        (BY_HOUR, {"hours": {"at_least": 40}}, (1000, 1000), (), "40 or more: the cap, nothing to ask"),
        ({"cap": 1000, "of": {"unstated": "按规定"}}, {}, (None, 1000), (), "a cap is a ceiling on its own"),
    ],
    "percent": [
        ({"percent": 50, "of": 8000}, {}, (4000, 4000), (), "half"),
        ({"percent": 30, "of": TABLE}, {}, (300, 450), ("level",), "a share of a range"),
        ({"percent": 8, "of": {"given": "payroll"}}, {}, (None, None), ("payroll",), "of an unknown amount"),
    ],
    "given": [
        ({"given": "cost"}, {"cost": "123.45"}, ("123.45", "123.45"), (), "what the person names"),
        ({"given": "cost"}, {"cost": {"at_most": 900}}, (0, 900), ("cost",), "named in part"),
        ({"given": "cost"}, {}, (None, None), ("cost",), "not named"),
        (NET, {"payroll": 200, "cost": 50}, (150, 150), (), "less what is named beside it"),
        (NET, {"payroll": 200}, (200, 200), (), "nothing is taken off that nobody names"),
        (NET, {"payroll": 200, "cost": [50, 80]}, (120, 150), (), "the least spent leaves the most"),
        (NET, {"payroll": 200, "cost": {"at_least": 250}}, (0, 0), (), "never below nothing"),
        (NET, {"cost": 50}, (None, None), ("payroll",), "a cost alone says nothing"),
    ],
    "lesser": [
        (TAX, {"cost": 70, "payroll": 1000}, (70, 70), (), "the first is less"),
        (TAX, {"cost": 80, "payroll": 1000}, (80, 80), (), "both are equal"),
        (TAX, {"cost": 90, "payroll": 1000}, (80, 80), (), "the second is less"),
        (TAX, {"cost": 90}, (None, 90), ("payroll",), "one side alone is a ceiling"),
        (TAX, {"payroll": 1000}, (None, 80), ("cost",), "so is the other"),
        (TAX, {}, (None, None), ("cost", "payroll"), "neither is known"),
        (TAX, {"cost": [70, 90], "payroll": 1000}, (70, 80), ("cost",), "a range is cut"),
    ],
    "as_spent": [
        ({"as_spent": "cost", "up_to": 8000}, {"cost": 7999}, (7999, 7999), (), "below: what was spent"),
        ({"as_spent": "cost", "up_to": 8000}, {"cost": 8000}, (8000, 8000), (), "at the limit"),
        ({"as_spent": "cost", "up_to": 8000}, {"cost": 8001}, (8000, 8000), (), "above: the limit"),
        ({"as_spent": "cost", "up_to": 8000}, {"cost": {"at_least": 9000}}, (8000, 8000), (), "surely above"),
        (
            {"as_spent": "cost", "up_to": 8000},
            {"cost": [7000, 9000]},
            (7000, 8000),
            ("cost",),
            "in part above",
        ),
        ({"as_spent": "cost", "up_to": 8000}, {}, (None, 8000), ("cost",), "unknown: at most the limit"),
    ],
    "choose": [
        (CASES, {"signed": True}, (1000, 1000), (), "the first case that holds"),
        (CASES, {"signed": False, "insured": True}, (500, 500), (), "the second"),
        (CASES, {"signed": False, "insured": False}, (100, 100), (), "the rest"),
        (CASES, {}, (100, 1000), ("signed", "insured"), "all are open"),
        (CASES, {"insured": True}, (500, 1000), ("signed",), "what comes after a case that holds is closed"),
        (CASES, {"signed": False}, (100, 500), ("insured",), "a case that fails is closed"),
        ({"choose": CASES["choose"][:1]}, {"signed": False}, (None, None), (), "no case holds: no figure"),
        (
            {"choose": [{"when": {"signed": True}, "then": RATE}, {"then": BY_HOUR}]},
            {},
            (25, 1000),
            ("signed", "persons", "hours"),
            "what the open cases hang on is missing too",
        ),
    ],
}


def evaluated(formula: Any, facts: dict[str, Any]) -> Valued:
    return parse_formula(formula).evaluate(Situation(BOOK.parse(facts), BOOK))


@pytest.mark.parametrize(
    ("operator", "formula", "facts", "bounds", "missing", "reason"),
    [(operator, *case) for operator, cases in FORMULAS.items() for case in cases],
)
def test_a_formula(
    operator: str, formula: Any, facts: dict[str, Any], bounds: Bounds, missing: tuple[str, ...], reason: str
) -> None:
    assert parse_formula(formula).operator == operator
    valued = evaluated(formula, facts)
    low, high = (None if bound is None else Decimal(bound) for bound in bounds)
    assert valued.amount == Amount(low, high), reason
    assert valued.missing == missing, reason


# (formula, facts, the last line of arithmetic)
STEPS: list[tuple[Any, dict[str, Any], str]] = [
    (RATE, {"persons": 12}, "800元 × 12人 = 9600元"),
    (BY_MONTH, {"months": 8}, "200元 × 6个月（8个月，最多按6个月算） = 1200元"),
    (TABLE, {"level": "四级"}, "四级：1000元"),
    (TABLE, {"level": "专项"}, "条文的标准里没有“专项”这一档"),
    (BY_HOUR, {"hours": 41}, "超过上限，按上限1000元算"),
    ({"percent": 50, "of": 8000}, {}, "8000元 × 50% = 4000元"),
    (TAX, {"cost": 100, "payroll": 1000}, "超过的部分20元，可结转以后年度扣除"),
    (BY_HOUR, {"hours": 30}, "上限1000元（满40课时到上限）"),
    ({"cap": 1000, "of": {"each": "hours", "of": 30}}, {"hours": 1}, "上限1000元（满34课时到上限）"),
    ({"cap": 1000, "of": {"unstated": "按规定"}}, {}, "上限1000元"),
    ({"at_least": 4000}, {}, "条文只给下限：不低于4000元"),
    ({"range": [500, 3000]}, {}, "条文只给区间：500元至3000元"),
    ({"unstated": "按规定"}, {}, "按规定"),
]


@pytest.mark.parametrize(("formula", "facts", "line"), STEPS)
def test_arithmetic_is_shown(formula: Any, facts: dict[str, Any], line: str) -> None:
    assert evaluated(formula, facts).steps[-1] == line


def test_a_formula_names_its_numbers_and_thresholds() -> None:
    formula = parse_formula({"cap": 1000, "of": BY_MONTH})
    assert [figure for part in walk(formula) for figure in part.figures] == [1000, 6, 200]
    assert [part.boundary for part in walk(formula)] == [None, ("months", Decimal(6)), None]
    assert parse_formula(TABLE).rows == ("四级", "三级")
