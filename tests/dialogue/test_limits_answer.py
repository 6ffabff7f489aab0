"""Whether again: what was said is held against the limits first. A figure that is right is not put right."""

import pytest

from tests.dialogue.talk import answer_to

MET = [
    ("鼓楼 去年领过同等级同工种，今年再考能领吗", "**不能再领：同一职业同一等级已经享受过", "四（八）"),
    ("鼓楼 我公司员工今年已享受三次，再培训一次公司还能拿吗", "**对职工本人：今年已享受3次", "a firm asks"),
]


@pytest.mark.parametrize(("message", "words", "why"), MET, ids=[row[-1] for row in MET])
def test_a_limit_that_is_met_is_said_first(message: str, words: str, why: str) -> None:
    answer = answer_to(message)
    assert answer.text.startswith(words), why
    assert {one.policy.id for one in answer.cited} == {"gulou-2020-6"}, "a text to come limits nothing yet"


LEFT = [
    ("衢州 今年领过两次补贴了，还能领几次", "今年已享受2次，还可以享受1次", "of three"),
    ("衢州今年考过中级工补贴领过1次，今年还能领几次", "今年已享受1次，还可以享受2次", "beside a level"),
    ("晋江 我今年补过一回了，还剩几回", "今年已享受1次，还可以享受2次", "in other words"),
]


@pytest.mark.parametrize(("message", "words", "why"), LEFT, ids=[row[-1] for row in LEFT])
def test_how_often_it_is_left_is_said_first(message: str, words: str, why: str) -> None:
    assert answer_to(message).text.startswith(f"**原则上每人每年可享受不超过3次：{words}"), why


def test_what_was_had_for_one_level_does_not_bar_another() -> None:
    first = "衢州 去年领过焊工中级的补贴，今年又考了一遍焊工中级，衢州还能给吗"
    assert [e.outcome for e in answer_to(first).entitlements] == ["ineligible"]
    assert [e.outcome for e in answer_to(first, "那考焊工高级呢").entitlements] == ["undetermined"]
    assert [e.outcome for e in answer_to(first, "我户口在衢州").entitlements] == ["ineligible"], (
        "the same level"
    )


def test_a_limit_that_a_range_leaves_open_is_asked_about() -> None:
    for told, fact in (("我舅六十多了", "age"), ("今年领过两三次了", "times_this_year")):
        answer = answer_to(f"{told}，衢州户口，考了高级工，能补吗")
        assert [e.outcome for e in answer.entitlements] == ["undetermined"], told
        assert answer.asks[0].fact == fact


def test_what_no_text_says_of_firms_is_said() -> None:
    text = answer_to("鼓楼 我公司员工今年已享受三次，再培训一次公司还能拿吗").text
    assert "发给企业的补贴是否计入职工本人的次数，条文没有写明" in text


RIGHT = [
    (
        "晋江，我一人有中级车工、高级焊工两本证，合同三年社保齐，能领2500吗",
        "二（六）2: 1000 and 1500 together",
    ),
    ("晋江市级工作室已经领过15万，评上省级还能领吗", "二（二）1 prints 15万"),
    ("衢州 竞赛没列进全市计划，3个工种，能拿3万吗", "四13: a condition fails, no figure"),
]


@pytest.mark.parametrize(("message", "why"), RIGHT, ids=[row[-1] for row in RIGHT])
def test_a_figure_that_is_right_is_not_put_right(message: str, why: str) -> None:
    assert "数额与条文不一致" not in answer_to(message).text, why


WRONG = [
    ("晋江高级工领了1000对吗，合同三年社保有", "二（六）2: 1500 for 高级工"),
    ("晋江中级工个人能领2000吗，合同三年社保齐", "二（六）2: 1000 for 中级工"),
]


@pytest.mark.parametrize(("message", "why"), WRONG, ids=[row[-1] for row in WRONG])
def test_a_figure_that_is_wrong_is_put_right(message: str, why: str) -> None:
    assert "数额与条文不一致" in answer_to(message).text, why


AFTER = [
    (("衢州，我今年二月考的三级，电子商务的，已经补过了", "一年总共能几回"), "3 次", "总共 asks for no sum"),
    (("衢州，我今年二月考的三级，能补多少", "一年最多能补几次"), "3次", "of the benefit told"),
    (("衢州，我今年二月考的三级，已经补过了", "同一个工种同一个三级再考一本，还有没有"), "同一等级", "the same again"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "words", "why"), AFTER, ids=[row[-1] for row in AFTER])
def test_how_often_is_asked_of_the_benefit_told(messages: tuple[str, ...], words: str, why: str) -> None:
    cited = answer_to(*messages).cited
    assert [one.path for one in cited][:1] == ["六18"], why
    assert any(words.replace(" ", "") in "".join(one.quote.split()) for one in cited), why
