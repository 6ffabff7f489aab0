"""Looking up: filters narrow what is found, and are known to the answer."""

from datetime import date

import pytest

from assistant.bootstrap import Assistant
from assistant.dialogue.language.admit import admit_question
from assistant.documents.models import Validity
from assistant.errors import BadInput
from tests.ui.console.conftest import JUNE_2020
from ui.console.finding import Filters, benefits, groups, levels, look_up

TODAY = date(2026, 11, 21)


def test_without_filters_a_question_finds_its_clause_and_its_answer(assistant: Assistant) -> None:
    finding = look_up(assistant, "晋江中级工能领多少", Filters(), today=JUNE_2020)
    assert (finding.hits[0].policy_id, finding.hits[0].path) == ("jinjiang-2019-79", "二（六）2")
    assert "1000元" in finding.reply.text
    assert finding.session.topics == ("skill_upgrade",)
    assert finding.day == JUNE_2020


def test_what_is_not_held_here_shows_no_clause_that_shares_a_word(assistant: Assistant) -> None:
    assert look_up(assistant, "今天天气怎么样", Filters(), today=JUNE_2020).hits == ()


def test_the_place_is_that_of_the_answer_and_of_every_clause(assistant: Assistant) -> None:
    finding = look_up(assistant, "中级工能领多少", Filters(place="晋江市"), today=JUNE_2020)
    assert "1000元" in finding.reply.text
    assert {hit.policy_id.partition("-")[0] for hit in finding.hits} <= {"jinjiang", "fujian"}


def test_a_level_is_known_to_the_answer(assistant: Assistant) -> None:
    finding = look_up(assistant, "晋江证书补贴能领多少", Filters(level="三级"), today=JUNE_2020)
    assert "1500元" in finding.reply.text
    assert finding.session.facts["certificate_level"] == "三级"
    assert all(
        "高级工" in _text(assistant, hit.policy_id, hit.path)
        for hit in finding.hits
        if hit.path == "二（六）2"
    )


def test_a_group_narrows_to_the_clauses_that_speak_of_it(assistant: Assistant) -> None:
    finding = look_up(assistant, "有什么补贴", Filters(place="衢州市", group="退役军人"), today=JUNE_2020)
    assert finding.hits
    assert all("退役军人" in _text(assistant, hit.policy_id, hit.path) for hit in finding.hits)


def test_who_asks_is_a_group_too(assistant: Assistant) -> None:
    finding = look_up(assistant, "晋江中级工能领多少", Filters(group="企业"), today=JUNE_2020)
    assert finding.session.facts["asker"] == "企业"


def test_a_benefit_is_asked_for_where_the_question_does_not_name_it(assistant: Assistant) -> None:
    finding = look_up(assistant, "晋江企业能领多少", Filters(benefit="pre_job_training"), today=JUNE_2020)
    assert "岗前" in finding.question
    assert [one.rule_id for one in finding.reply.benefits][:1] == ["jinjiang-pre-job"]
    named = look_up(assistant, "晋江岗前培训补多少", Filters(benefit="pre_job_training"), today=JUNE_2020)
    assert named.question == "晋江岗前培训补多少"


def test_filters_alone_are_a_question(assistant: Assistant) -> None:
    filters = Filters(place="晋江市", benefit="skill_upgrade", level="四级")
    finding = look_up(assistant, "", filters, today=JUNE_2020)
    assert "1000元" in finding.reply.text


@pytest.mark.parametrize(
    "topic", ["pre_job_training", "work_based_training", "safety_training", "competition"]
)
def test_a_benefit_s_name_is_understood_as_that_benefit(assistant: Assistant, topic: str) -> None:
    finding = look_up(assistant, "", Filters(place="衢州市", benefit=topic), today=JUNE_2020)
    assert finding.session.topics == (topic,)


def test_only_what_is_in_force_today(assistant: Assistant) -> None:
    finding = look_up(assistant, "晋江技能提升补贴", Filters(valid=True), today=TODAY)
    assert {hit.validity for hit in finding.hits} == {Validity.IN_FORCE}


def test_a_year_is_answered_as_of_its_end_and_finds_what_ran_in_it(assistant: Assistant) -> None:
    finding = look_up(assistant, "福建技能提升补贴", Filters(year=2021), today=TODAY)
    assert finding.day == date(2021, 12, 31)
    assert {hit.policy_id for hit in finding.hits}.isdisjoint({"fujian-2024-41", "fujian-2025-skills"})
    this_year = look_up(assistant, "福建技能提升补贴", Filters(year=2026), today=TODAY)
    assert this_year.day == TODAY


def test_the_next_question_of_a_call_knows_what_was_said(assistant: Assistant) -> None:
    first = look_up(assistant, "晋江中级工能领多少", Filters(), today=JUNE_2020)
    going_on = look_up(assistant, "那高级工呢", Filters(), today=JUNE_2020, session_id=first.reply.session_id)
    assert "1500元" in going_on.reply.text
    another_call = look_up(assistant, "那高级工呢", Filters(), today=JUNE_2020)
    assert "1500元" not in another_call.reply.text


@pytest.mark.parametrize(
    ("typed", "filters"),
    [("", Filters()), ("😀", Filters()), ("补贴", Filters(place="大西洋")), ("补贴", Filters(year=1900))],
)
def test_what_cannot_be_asked_is_told(assistant: Assistant, typed: str, filters: Filters) -> None:
    with pytest.raises(BadInput):
        look_up(assistant, typed, filters, today=TODAY)


def test_every_choice_of_the_filters_can_be_asked(assistant: Assistant) -> None:
    book = assistant.rulebook.book
    for group in groups(book):
        assert look_up(assistant, "晋江有什么补贴", Filters(group=group), today=JUNE_2020).reply.text
    for level in levels(book):
        assert look_up(assistant, "", Filters(place="晋江市", level=level), today=JUNE_2020).reply.text
    for topic in benefits(assistant.rulebook):
        assert admit_question(look_up(assistant, "", Filters(benefit=topic), today=JUNE_2020).question)


def _text(assistant: Assistant, policy: str, path: str) -> str:
    clause = assistant.library.clause(policy, path)
    assert clause is not None
    return clause.text
