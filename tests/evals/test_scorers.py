"""Each scorer passes a good reply and finds fault with a bad one, for the reason that the row gives."""

from datetime import date
from typing import Any

import pytest

from assistant.bootstrap import Assistant
from assistant.dialogue.models import BenefitOut, Citation, QuestionOut, Reply
from assistant.documents.models import Validity
from evals.models import Expect
from evals.scorers import SCORERS, Exchange, score

WORKER = "二（六）2"  # 晋江: 中级工（四级） 1000 元, to the worker
QUOTE = "中级工（四级）每人1000元"
XIAMEN, QUANZHOU, JINJIANG, QUZHOU = "350200", "350500", "350582", "330800"


def amount(low: str | None, high: str | None) -> dict[str, Any]:
    kinds = {(True, True): "unstated", (True, False): "at_most", (False, True): "at_least"}
    return {
        "kind": kinds.get((low is None, high is None), "exact" if low == high else "range"),
        "low": low,
        "high": high,
    }


def benefit(**changes: Any) -> BenefitOut:
    content: dict[str, Any] = {
        "rule_id": "worker", "name": "岗位技能提升", "policy_id": "jinjiang-2019-79", "path": WORKER,
        "recipient": "个人", "outcome": "eligible", "amount": amount("1000", "1000"), "missing_facts": [],
        "reasons": [], "steps": [], "limits": [], "notes": [], "validity": "in_force", "valid_from": None,
        "valid_to": None,
    }  # fmt: skip
    return BenefitOut.model_validate(content | changes)


def cited(policy: str, path: str, quote: str = "x") -> Citation:
    return Citation(
        policy_id=policy, title="", document_number=None, path=path, quote=quote,
        validity=Validity.IN_FORCE, valid_from=date(2019, 1, 1), valid_to=None,
    )  # fmt: skip


def reply(**changes: Any) -> Reply:
    return Reply.model_validate({"session_id": "s", "status": "answered", "text": ""} | changes)


def wanted(**changes: Any) -> dict[str, Any]:
    content = {
        "policy": "jinjiang-2019-79",
        "path": [WORKER],
        "low": 1000,
        "high": 1000,
        "outcome": ["eligible"],
    }
    return {"benefits": [content | changes]}


PAID = reply(benefits=[benefit()])
UP_TO = reply(benefits=[benefit(amount=amount(None, "3000"))])
FROM = reply(benefits=[benefit(amount=amount("1000", None))])
NO_FIGURE = reply(benefits=[benefit(amount=amount(None, None))])
REFUSED = reply(benefits=[benefit(outcome="ineligible", amount=None)])
REFUSES = {"no_benefit": [{"policy": "jinjiang-2019-79", "path": WORKER}]}
EITHER = {"cites": [[["jinjiang-2019-79", WORKER], ["gulou-2020-6", "二（一）3"]]]}
BOTH = {"cites": [[["jinjiang-2019-79", WORKER]], [["gulou-2020-6", "二（一）3"]]]}
ONE_CITED = reply(citations=[cited("gulou-2020-6", "二（一）3")])
ASKED = reply(questions=[QuestionOut(fact="region", text="在哪里？", options=["晋江市"])])

ROWS: list[tuple[str, dict[str, Any], Reply, bool, str]] = [
    ("status", {"status": ["answered"]}, reply(), True, "the status allowed"),
    ("status", {"status": ["not_found", "out_of_scope"]}, reply(), False, "another status"),
    ("status", {}, reply(status="not_found"), True, "nothing asked of it"),
    ("benefits", wanted(), PAID, True, "clause, outcome and amount agree"),
    ("benefits", wanted(), reply(), False, "no benefit at all"),
    ("amounts", wanted(low=900, high=900), PAID, False, "another amount"),
    ("benefits", wanted(path=["二（六）3"]), PAID, False, "another clause"),
    ("benefits", wanted(path=["*"]), PAID, True, "any clause of the policy"),
    ("benefits", wanted(path=["二、(六) 2."]), PAID, True, "a path is its labels, however they are written"),
    ("benefits", wanted(policy="gulou-2020-6", path=["*"]), PAID, False, "another policy"),
    ("benefits", wanted(outcome=["undetermined"]), PAID, False, "another outcome"),
    ("payees", wanted(recipient="企业|单位"), PAID, False, "money for another"),
    ("payees", wanted(recipient="个人|职工"), PAID, True, "money for whom it is meant"),
    ("amounts", wanted(low=None, high=3000), UP_TO, True, "最多: the upper bound alone is judged"),
    ("amounts", wanted(low=3000, high=3000), UP_TO, False, "最多 3000 is not 3000"),
    ("amounts", wanted(high=None), FROM, True, "不低于: nothing above it"),
    ("amounts", wanted(high=None), PAID, False, "不低于 1000 is not 1000"),
    ("amounts", wanted(low=None, high=None), NO_FIGURE, True, "a benefit without a figure"),
    ("benefits", wanted(), REFUSED, False, "nothing is paid"),
    ("amounts", wanted(), reply(benefits=[benefit(amount=amount("900", "900")), benefit()]), True, "one of two of a clause"),
    ("refusals", {"status": ["not_found"]}, reply(status="out_of_scope"), True, "refused, in one way or the other"),
    ("refusals", {"status": ["not_found"]}, reply(), False, "answered"),
    ("refusals", {"status": ["not_found"]}, PAID.model_copy(update={"status": "not_found"}), False, "money in a refusal"),
    ("refusals", {"status": ["not_found", "answered"]}, reply(), True, "an answer would do as well"),
    ("validity", {}, reply(benefits=[benefit(validity="period_over")], text="可领1000元"), False, "a past period as if it ran"),
    ("validity", {}, reply(benefits=[benefit(validity="period_over")], text="期间已过"), True, "said"),
    ("validity", {}, reply(benefits=[benefit(validity="not_yet")], text="现在可领"), False, "a policy that has not begun"),
    ("validity", {}, PAID, True, "it runs"),
    ("wording", {}, reply(text="可领1000元。"), True, "plain words"),
    ("wording", {}, reply(text="请补充 certificate_level"), False, "the name of a fact"),
    ("wording", {}, reply(text="可领None元"), False, "a value of the program"),
    ("wording", {}, reply(text="长" * 1801), False, "more than anybody reads"),
    ("no_benefit", REFUSES, REFUSED, True, "refused as it must be"),
    ("no_benefit", REFUSES, reply(), True, "not spoken of"),
    ("no_benefit", REFUSES, PAID, False, "called eligible"),
    ("cites", EITHER, ONE_CITED, True, "one of two alternatives"),
    ("cites", BOTH, ONE_CITED, False, "one of two that are both needed"),
    ("cites", {"cites": [[["gulou-2020-6", "*"]]]}, ONE_CITED, True, "any clause of the policy"),
    ("must", {"must": ["11000元"]}, reply(text="**11,000.00** 元"), True, "marks, spaces and separators are none of it"),
    ("must", {"must": ["11000元"]}, reply(text="1100元"), False, "another figure"),
    ("must", {"must": ["（四级）"]}, reply(text="中级工(四级)"), True, "brackets of either width"),
    ("must", {"must": ["1000元", "个人"]}, reply(text="1000元"), False, "one of two is missing"),
    ("mustnot", {"mustnot": ["失效"]}, reply(text="期间已过"), True, "not said"),
    ("mustnot", {"mustnot": ["失效"]}, reply(text="已 失 效"), False, "said, with spaces"),
    ("asks", {"asks": ["地区|哪里"]}, ASKED, True, "in the wording"),
    ("asks", {"asks": ["^.*region"]}, ASKED, True, "by the fact"),
    ("asks", {"asks": ["人数", "晋江"]}, ASKED, True, "by an option"),
    ("asks", {"asks": ["等级"]}, ASKED, False, "something else is asked"),
    ("asks", {"asks": ["等级"]}, reply(), False, "nothing is asked"),
    ("quotes", {}, reply(citations=[cited("jinjiang-2019-79", WORKER, QUOTE)]), True, "word for word, spaces aside"),
    ("quotes", {}, reply(citations=[cited("jinjiang-2019-79", WORKER, "中级工（四级）每人1001元")]), False, "a changed figure"),
    ("quotes", {}, reply(citations=[cited("jinjiang-2019-79", "二（六）3", QUOTE)]), False, "from another clause"),
    ("quotes", {}, reply(citations=[cited("gulou-2020-6", WORKER, QUOTE)]), False, "from another policy"),
    ("quotes", {}, reply(citations=[cited("jinjiang-2019-79", WORKER, "")]), False, "an empty quote shows nothing"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("scorer", "expect", "given", "passes", "reason"), ROWS, ids=[f"{row[0]}: {row[-1]}" for row in ROWS]
)
def test_scorer(
    assistant: Assistant, scorer: str, expect: dict[str, Any], given: Reply, passes: bool, reason: str
) -> None:
    found = SCORERS[scorer](Exchange(Expect.model_validate(expect), given, assistant))
    assert (found == []) is passes, f"{reason}: {found}"


PROVINCIAL = reply(benefits=[benefit(policy_id="fujian-2024-41", path="三（一）")])
PLACES = [
    ((JINJIANG,), {}, PAID, True, "the place itself"),
    ((QUANZHOU,), {}, PAID, True, "晋江 lies in 泉州"),
    ((JINJIANG,), {}, PROVINCIAL, True, "晋江 lies in 福建"),
    ((XIAMEN,), {}, PROVINCIAL, True, "so does 厦门"),
    ((XIAMEN,), {}, PAID, False, "晋江's figure for 厦门"),
    ((QUZHOU,), {}, PROVINCIAL, False, "福建's figure for a place in 浙江"),
    ((QUZHOU, JINJIANG), {}, PAID, True, "a comparison names both"),
    ((QUZHOU,), wanted(), PAID, True, "what is expected is meant, whatever is named"),
    ((), {}, PAID, True, "nobody named a place"),
    (
        (),
        EITHER,
        reply(benefits=[benefit(policy_id="quzhou-2019-141")]),
        False,
        "none is named, and another expected",
    ),
    ((XIAMEN,), {}, NO_FIGURE, True, "without a figure nobody is misled"),
    (
        (XIAMEN,),
        {},
        reply(citations=[cited("jinjiang-2019-79", WORKER, QUOTE)]),
        False,
        "a figure in a quote",
    ),
    (
        (XIAMEN,),
        {},
        reply(citations=[cited("jinjiang-2019-79", WORKER, "中级工（四级）")]),
        True,
        "a quote without one",
    ),
]


@pytest.mark.parametrize(
    ("places", "expect", "given", "passes", "reason"), PLACES, ids=[row[-1] for row in PLACES]
)
def test_figures_come_from_the_place_that_is_meant(
    assistant: Assistant,
    places: tuple[str, ...],
    expect: dict[str, Any],
    given: Reply,
    passes: bool,
    reason: str,
) -> None:
    found = SCORERS["places"](Exchange(Expect.model_validate(expect), given, assistant, places))
    assert (found == []) is passes, f"{reason}: {found}"


def test_every_scorer_has_a_reply_that_passes_and_one_that_fails() -> None:
    judged = {(row[0], row[3]) for row in ROWS} | {("places", row[3]) for row in PLACES}
    assert judged == {(scorer, passes) for scorer in SCORERS for passes in (True, False)}


def test_a_fault_names_its_scorer_and_what_it_found(assistant: Assistant) -> None:
    expect = Expect.model_validate({"status": ["not_found"], "must": ["1000元"]})
    faults = score(Exchange(expect, reply(text="无"), assistant))
    assert [(one.scorer, one.reason) for one in faults] == [
        ("status", "status is answered, not not_found"),
        ("refusals", "not refused: answered"),
        ("must", "text lacks /1000元/"),
    ]
