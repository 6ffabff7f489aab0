"""What a body has to do, in the texts' words."""

from datetime import date

import pytest

from tests.dialogue.talk import JUNE_2020, answer_to

JUNE_2025 = date(2025, 6, 1)


@pytest.mark.parametrize(
    ("message", "on", "words", "why"),
    [
        ("我厂里工会的，福建2024年那个职业技能提升工程方案里，工会要做些什么", JUNE_2025, "形成职工培训需求清单", "of two"),
        ("福建2024方案 国资部门 职责", JUNE_2025, "各级国资部门要引导国有企业", "in few words"),
        ("福建教育部门要干什么", JUNE_2025, "各级教育部门要组织动员", "spoken"),
        ("衢州财政部门的职责", JUNE_2020, "资金的保障工作", "not the preface"),
        ("衢州市残联负责什么", JUNE_2020, "协调组织残疾人的职业技能培训工作", "a row of an annex"),
        ("鼓楼区应急管理局要做些什么", JUNE_2020, "高危行业领域安全技能培训", "one of several named together"),
    ],
)  # fmt: skip
def test_the_sentence_with_the_body_as_its_subject_is_quoted(
    message: str, on: date, words: str, why: str
) -> None:
    answer = answer_to(message, on=on)
    assert any(words in cited.quote for cited in answer.cited), why
    assert all(cited.policy.about.issued_on <= on for cited in answer.cited), "no text to come"


def test_two_places_are_both_quoted_where_it_is_asked_whether_both_say_so() -> None:
    answer = answer_to("高危企业每年至少训一次这个要求，鼓楼和晋江是不是都有？两边点名的行业一样不一样")
    assert {cited.policy.id for cited in answer.cited} == {"gulou-2020-6", "jinjiang-2019-79"}


def test_a_second_question_is_answered_beside_the_first() -> None:
    answer = answer_to("晋江搞技能提升行动，钱从哪几个口子筹？是不是要单独开账")
    assert "多种渠道筹集" in answer.text and "专账" in answer.text
