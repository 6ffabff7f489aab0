"""What was asked back: an answer is understood, or the question is put again and nothing is lost."""

import pytest

from tests.dialogue.talk import Talk, answer_to, conversation

ASKING = (
    "晋江考了中级工",
    "晋江以工代训补多少",
    "衢州学徒补多少",
    "衢州考高级工多少",
    "衢州研修多少",
    "晋江有哪些补贴",
    "晋江技能大师工作室补多少",
    "晋江生活费补贴多少",
    "鼓楼自选培训补多少",
    "晋江 补贴",
    "岗前培训补多少",
)


@pytest.mark.parametrize("question", ASKING)
def test_every_answer_that_is_offered_is_understood(question: str) -> None:
    """What a chip says, sent back, settles the question: it is not asked again."""
    opening = Talk()
    asked = opening.say(question).asks[0]
    assert asked.options
    for option in asked.options:
        answer, session = conversation().turn(option, opening.session, today=opening.today)
        assert asked.fact not in [ask.fact for ask in answer.asks], (question, option)
        settled = asked.fact in session.facts or session.regions or session.topics
        assert settled, (question, option)


def test_only_the_groups_that_make_a_difference_are_offered() -> None:
    """晋江 二（五）3 pays 贫困劳动力: the other groups of the corpus need not be read through."""
    [asked] = [ask for ask in answer_to("晋江生活费补贴多少").asks if ask.fact == "trainee_group"]
    assert asked.options == ("贫困劳动力", "都不是", "不清楚")


@pytest.mark.parametrize("message", ["是", "对"])
def test_a_yes_that_answers_no_question_puts_it_again(message: str) -> None:
    talk = Talk()
    asked = talk.say("晋江考了中级工能领吗").asks[0].fact
    again = talk.say(message)
    assert (again.status, again.asks[0].fact) == ("needs_facts", asked)
    assert "1000元" in talk.say("签了2年").text, "nothing was forgotten"


def test_thanks_are_no_answer() -> None:
    answer = answer_to("晋江考了中级工能领吗", "谢谢")
    assert answer.text.startswith("不客气")


def test_money_for_a_training_that_nobody_named_asks_which() -> None:
    answer = answer_to("晋江 补贴")
    assert (answer.status, answer.asks[0].fact) == ("needs_facts", "topic")
    assert "200元" in answer_to("晋江 补贴", "以工代训").text
