"""The report as a page: what it shows, what it keeps to itself, and that nothing in it is taken for HTML."""

from typing import Any

from assistant.bootstrap import Assistant
from evals.coverage import Coverage, cover, lines
from evals.effort import Effort
from evals.html_report import html_report
from evals.models import Case, Threshold
from evals.run import FileResult, run_cases

QUESTION = "我在晋江考了中级工<script>，个人能领多少？"
WORKER = "jinjiang-skill-upgrade-worker"


def file(assistant: Assistant, *, set_aside: bool = False, **expect: Any) -> FileResult:
    turn = {"question": QUESTION, "expect": expect}
    case = Case.model_validate({"id": "a1", "category": "amount", "as_of": "2020-06-15", "turns": [turn]})
    return FileResult("some", Threshold(passed=1.0, set_aside=set_aside), run_cases(assistant, [case]))


def test_what_fails_is_shown_with_its_reason_and_escaped(assistant: Assistant) -> None:
    page = html_report([file(assistant, must=["1001元"])], {"some": {"a1": True}}, None, None)
    assert "text lacks /1001元/" in page and "0 of 1 cases passed" in page
    assert "some: lost 1: a1" in page
    assert "考了中级工&lt;script&gt;" in page and "<script" not in page


def test_single_cases_that_are_set_aside_are_not_shown(assistant: Assistant) -> None:
    page = html_report([file(assistant, set_aside=True, must=["1001元"])], {}, None, None)
    assert "0 / 1" in page and "中级工" not in page


def test_coverage_and_effort_are_shown(assistant: Assistant) -> None:
    reached = Coverage({"often": 6, "seldom": 1}, {("seldom", "签合同"): 0})
    page = html_report([], {}, reached, [Effort("often", 1, 2), Effort("seldom", None, None)])
    assert "1 of 2" in page and "seldom: 签合同" in page and "seldom: never" in page


def expecting(assistant: Assistant, **expect: Any) -> Coverage:
    return cover(assistant, [file(assistant, **expect)])


def test_a_case_reaches_the_benefit_of_a_clause_that_it_expects_something_of(assistant: Assistant) -> None:
    reached = expecting(assistant, cites=[[["jinjiang-2019-79", "二（六）2"]]])
    assert reached.benefits[WORKER] == 1
    assert expecting(assistant, must=["1000元"]).benefits[WORKER] == 0, "told, but nothing expected of it"
    assert set(reached.benefits) == {rule.benefit.id for rule in assistant.rulebook.rules}


def test_a_condition_decides_where_it_is_open(assistant: Assistant) -> None:
    reached = expecting(assistant, cites=[[["jinjiang-2019-79", "二（六）2"]]])
    mine = {wording: cases for (rule, wording), cases in reached.conditions.items() if rule == WORKER}
    assert mine and set(mine.values()) == {0, 1}, "contract and insurance are open, the certificate is there"


def test_what_falls_short_is_named() -> None:
    told = list(lines(Coverage({"often": 6, "seldom": 5}, {("often", "签合同"): 1, ("often", "参保"): 0})))
    assert told == [
        "benefits reached by 6 cases or more: 1 / 2",
        "  seldom: 5",
        "conditions that decide a case: 1 / 2",
        "  often: 参保",
    ]
