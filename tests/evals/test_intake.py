"""`python -m evals intake`: what is measured, and that the five documents reach what is asked of them."""

from typing import Any

import pytest

from assistant.documents.outline import outline
from assistant.settings import Settings
from evals.intake.command import measure, tell
from evals.intake.documents import Asked, TakenIn
from evals.intake.kinds import ADJUSTMENT, MISSING, NO_BENEFIT, Account, kinds_of


@pytest.mark.parametrize(
    ("amount", "kind"),
    [
        (500, "fixed"),
        ({"each": "headcount", "of": 500}, "fixed"),  # paid per head like nearly all
        ({"each": "training_months", "of": 500}, "each"),
        ({"at_most": 500}, "at_most"),
        ({"at_least": 500}, "at_least"),
        ({"range": [500, 900]}, "range"),
        ({"at_most": {"table": "level", "rows": {"a": 500}}}, "table"),
        ({"cap": 500, "of": {"each": "hours", "of": 25}}, "cap"),
        ({"cap": 900, "of": {"each": "hours", "of": 500}}, "each"),
        ({"as_spent": "cost", "up_to": 500}, "as_spent"),
        ({"lesser": [{"given": "x"}, {"percent": 500, "of": {"given": "y"}}]}, "share"),
    ],
)
def test_the_kind_of_a_figure(amount: Any, kind: str) -> None:
    clauses = outline("p", "一、每人500元。\n")
    benefit = {"clause": "一", "quote": "每人500元", "amount": amount}
    assert [found.kind for found in kinds_of(clauses, Account((benefit,), (), ()))] == [kind]


def test_what_is_no_benefit_and_what_is_missing() -> None:
    clauses = outline("p", "一、预算500元，提高30%，另外900元。\n")
    account = Account((), ({"clause": "一", "quote": "提高30%"},), (("一", "预算500元"),))
    assert [found.kind for found in kinds_of(clauses, account)] == [NO_BENEFIT, ADJUSTMENT, MISSING]


def test_the_five_documents_are_derived_as_people_wrote_them() -> None:
    measured = measure(Settings())
    assert [one.wrong_fields for one in measured] == [()] * 5
    figures = sum(one.figures for one in measured)
    wrong = [pair for one in measured for pair in one.wrong_figures]
    assert figures > 90 and len(wrong) <= 0.05 * figures, wrong


@pytest.mark.parametrize(
    ("leaked", "fits", "printed"),
    [((), True, "feet: 0 (of 2 strings)"), (("首页 → p 一",), False, "feet: 1 (of 2 strings)")],
)
def test_one_leak_fails_the_command(
    leaked: tuple[str, ...], fits: bool, printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = (Asked("多少", "一", ("一",), says=True, answer="500元"),)
    assert tell((TakenIn("p", (), (), asked, 2, leaked),)) is fits
    assert printed in capsys.readouterr().out
