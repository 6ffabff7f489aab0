"""Drafted limits, exclusions, points for the reviewer, and examples: what bounds a benefit beside its amount."""

from datetime import date
from typing import Any

import pytest

from assistant.bootstrap import open_calculator
from assistant.documents.models import Policy, PolicyFile
from assistant.intake.draft_bounds import Bounds, draft_bounds
from assistant.intake.draft_examples import draft_examples
from assistant.intake.draft_rules import draft_rules
from assistant.intake.vocabulary import Vocabulary
from assistant.rules.check import check_corpus, drafts_waiting
from assistant.rules.examples import Trial, mismatches, missing_examples, run_example
from assistant.rules.models import TO_REVIEW, Benefit, Limit
from assistant.rules.rulebook import Rule, Rulebook
from assistant.settings import Settings
from tests.intake.conftest import copied
from tests.intake.documents import METHOD_ID, Taken, source

BENEFITS = (
    "二、标准\n（一）岗前培训。企业组织职工参加岗前培训的，按每人600元给予企业补贴。\n"
    "（二）以工代训。企业开展以工代训的，按每人每月300元给予企业补贴。\n"
    "（三）生活费。困难家庭学员参加培训的，给予每人每天20元生活费补贴。\n"
)


def document(body: str) -> Any:
    return source(f"甲市补贴办法\n这是一份测试用的文件，前面这一段只是为了够长，没有金额。\n{body}\n")


def bounded(body: str, words: Vocabulary) -> tuple[Bounds, dict[str, dict[str, Any]]]:
    """The bounds of a text that follows the benefits, and the drafts by their topic."""
    clauses = document(f"{BENEFITS}三、管理\n{body}").clauses
    drafts = draft_rules("some-policy", clauses, words).benefits
    bounds = draft_bounds(clauses, drafts, words)
    return bounds, {draft["topic"]: draft for draft in drafts}


@pytest.mark.parametrize(
    ("sentence", "blocked", "bound"),
    [
        # As people write it elsewhere, each in other words than the policies that are held.
        ("每名劳动者每年最多可申领3次补贴。", {"times_this_year": {"at_least": 3}}, 3),
        ("同一职工每年度享受培训补贴不得超过两次。", {"times_this_year": {"at_least": 2}}, 3),
        ("每人每年限享受 1 次。", {"times_this_year": {"at_least": 1}}, 3),
        ("生活费补贴每人每年不超过4次。", {"living_allowance_times": {"at_least": 4}}, 1),  # of one topic
        ("同一职业、同一等级的证书不得重复享受补贴。", {"same_level_before": True}, 3),
        ("同一职业同一等级只能享受一次补贴。", {"same_level_before": True}, 3),
        ("但同一工种同一等级不予重复补贴。", {"same_level_before": True}, 3),
        ("每年安排资金300万元。", None, 0),  # a budget is no limit
        ("每年开展检查不少于2次。", None, 0),  # a floor, of somebody's duty
        ("补贴期限为2年。", None, 0),  # 期限 says how long, not how often
    ],
)
def test_a_limit_by_a_fact(
    sentence: str, blocked: dict[str, Any] | None, bound: int, vocabulary: Vocabulary
) -> None:
    bounds, drafts = bounded(f"（一）{sentence}", vocabulary)
    assert [limit["blocked_when"] for limit in bounds.limits] == ([blocked] if blocked else [])
    for limit in bounds.limits:
        assert limit["draft"] is True and limit["quote"] in sentence
        Limit.model_validate(limit)
    assert sum("limits" in draft for draft in drafts.values()) == bound


@pytest.mark.parametrize(
    "sentence",
    [
        "岗前培训补贴和以工代训补贴不得同时享受。",
        "已开展以工代训的，岗前培训补贴与以工代训补贴不可兼得。",
        "以工代训补贴、岗前培训补贴只能享受其一。",
    ],
)
def test_one_or_the_other(sentence: str, vocabulary: Vocabulary) -> None:
    bounds, drafts = bounded(f"（一）{sentence}", vocabulary)
    first, second = drafts["pre_job_training"], drafts["work_based_training"]
    assert first["excludes"] == [second["id"]] and second["excludes"] == [first["id"]]
    assert first["exclusion"]["quote"] in sentence and bounds.limits == ()
    assert "excludes" not in drafts["living_allowance"]


@pytest.mark.parametrize(
    ("addition", "quoted"),
    [
        ("应当在培训结束之日起6个月内申请。", "应当在培训结束之日起6个月内申请"),  # a deadline
        ("以上补贴不包括离退休返聘人员。", "以上补贴不包括离退休返聘人员"),  # who is left out
        (
            "已享受其他财政补助的，不予补贴。",
            "已享受其他财政补助的，不予补贴",
        ),  # with the words that say of whom
        ("每个班次不超过50人。", "每个班次不超过50人"),  # a number of persons
        ("同一企业只能享受一次。", "同一企业只能享受一次"),  # no fact says it
    ],
)
def test_what_no_fact_says_is_left_to_the_reviewer(
    addition: str, quoted: str, vocabulary: Vocabulary
) -> None:
    clauses = document(f"一、标准\n（一）企业组织岗前培训的，按每人600元给予企业补贴。{addition}").clauses
    [draft] = draft_rules("some-policy", clauses, vocabulary).benefits
    draft_bounds(clauses, [draft], vocabulary)
    assert draft["open_points"] == [f"{TO_REVIEW}条文写“{quoted}”，草稿没有算进去"]


def test_what_belongs_to_no_draft_is_a_doubt(vocabulary: Vocabulary) -> None:
    bounds, _ = bounded("（一）申请材料应当在30日内提交。", vocabulary)
    assert [doubt.about for doubt in bounds.doubts] == ["三（一）"]


@pytest.mark.parametrize(
    "sentence",
    [
        "按每人每月200元给予企业以工代训补贴，最长6个月。",  # up_to of the formula
        "给予每人不超过2000元岗前培训补贴。",  # a ceiling of the amount
        "每人每课时25元，最多不超过1000元的项目制培训补贴。",  # a cap
    ],
)
def test_what_the_formula_holds_is_said_once(sentence: str, vocabulary: Vocabulary) -> None:
    clauses = document(f"一、标准\n（一）{sentence}").clauses
    [draft] = draft_rules("some-policy", clauses, vocabulary).benefits
    draft_bounds(clauses, [draft], vocabulary)
    assert "open_points" not in draft and "limits" not in draft


ABOUT = PolicyFile(
    title="甲市补贴办法", short_title="甲市补贴办法", issuers=("甲市人力资源和社会保障局",), region="350582",
    issued_on=date(2024, 5, 6), validity_basis="unstated", office="甲市人力资源和社会保障局",
)  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        "（一）企业新招用职工签订1年以上劳动合同并取得培训合格证书的，按每人600元给予企业岗前培训补贴。",
        "（一）取得中级工、高级工证书的，分别给予个人每人1000元、1500元补贴。",
        "（一）对参加以工代训的，按每人每月200元给予企业补贴，最长6个月。",
        "（一）对参加岗前培训的企业，按每人600元给予补贴。每人每年最多享受3次。",
    ],
    ids=["conditions", "a table", "a bound of a count", "a limit"],
)
def test_drafted_examples_are_what_a_review_asks_for(
    body: str, vocabulary: Vocabulary, rulebook: Rulebook
) -> None:
    """Every case that `assistant check` asks of a reviewed rule is there, and says what the rule gives."""
    read = document(f"一、标准\n{body}")
    [entry] = draft_rules("some-policy", read.clauses, vocabulary).benefits
    bounds = draft_bounds(read.clauses, [entry], vocabulary)
    policy = Policy("some-policy", ABOUT, read.text, read.clauses, refers_to=())
    entry["examples"] = draft_examples(entry, bounds.limits, policy, rulebook.book)
    benefit = Benefit.model_validate(entry)
    clause = policy.clause(benefit.clause)
    assert clause is not None
    limits = tuple(map(Limit.model_validate, bounds.limits))
    rule = Rule(benefit, policy, clause, benefit.quote, limits, ())
    trials = [run_example(rule, example, rulebook.book) for example in benefit.examples]
    run = [trial for trial in trials if isinstance(trial, Trial)]
    assert len(run) == len(trials) >= 2
    assert [problem for trial in run for problem in mismatches(trial)] == []
    assert list(missing_examples(rule, run, rulebook.book)) == []
    assert not limits or any(trial.entitlement.blocked_by for trial in run)


def test_a_draft_limit_bounds_nothing_that_is_reviewed_and_is_named(taken: Taken, tmp_path: Any) -> None:
    settings: Settings = copied(taken.folder, tmp_path)
    path = settings.corpus / "policies" / "jinjiang-2019-79" / "benefits.yaml"
    written = path.read_text(encoding="utf-8")
    path.write_text(
        written.replace("- id: three-a-year\n", "- id: three-a-year\n  draft: true\n", 1), "utf-8"
    )
    calculator = open_calculator(settings)
    rule = calculator.rulebook.rule("jinjiang-pre-job")
    assert rule is not None and "three-a-year" not in [limit.id for limit in rule.limits]
    found = [
        f.what for f in check_corpus(calculator.library, calculator.rulebook) if "jinjiang-pre-job" in f.where
    ]
    assert "限制 three-a-year 还是草稿，没有起作用" in found
    notes = [note.what for note in drafts_waiting(calculator.library, calculator.rulebook)]
    assert any("three-a-year" in note for note in notes) and any(METHOD_ID in note for note in notes)
