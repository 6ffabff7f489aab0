"""The answer card: the conclusion first, in words, the same wherever it is shown."""

import re
from datetime import date

import pytest

from assistant.bootstrap import Assistant
from assistant.dialogue.models import Reply
from ui.card import Card, card
from ui.render import render_card

IN_ITS_TIME, TODAY = date(2020, 6, 15), date(2026, 3, 1)
WORKER = "我在晋江一家鞋厂上班，签了两年劳动合同，一直交养老保险，今年考下了中级工证书，我个人能领多少？"


def made(assistant: Assistant, question: str, on: date = TODAY) -> Card:
    return card(assistant.ask(question, as_of=on))


@pytest.mark.parametrize(
    ("question", "on", "word", "why"),
    [
        (
            WORKER,
            IN_ITS_TIME,
            "符合",
            "every condition of 晋政办〔2019〕79号 二（六）2 is met, in its period",
        ),
        (WORKER, TODAY, "可能符合", "the title's period is over; whether it still runs nobody has written"),
        ("我在晋江上班，考了中级工能领多少", IN_ITS_TIME, "可能符合", "contract and insurance are unknown"),
        (
            "我在晋江上班，没交养老保险，考了中级工能领多少",
            IN_ITS_TIME,
            "不符合",
            "the clause asks for insurance",
        ),
        ("福建省考高级工补多少", date(2025, 3, 1), "政策未规定", "no sum in 闽人社文〔2024〕41号 三（三）"),
        ("衢州企业岗前培训补多少", TODAY, "政策已过期", "期限至 2021 年 12 月 31 日止"),
        ("成都考中级工补多少", TODAY, "未收录", "no policy of the place is held"),
    ],
)
def test_the_answer_in_a_word(assistant: Assistant, question: str, on: date, word: str, why: str) -> None:
    verdict = made(assistant, question, on).verdict
    assert verdict is not None
    assert verdict.text == word, why


@pytest.mark.parametrize("question", ["你好", "晋江的政策现在还有效吗", "以工代训是什么意思"])
def test_what_judges_nothing_bears_no_verdict(assistant: Assistant, question: str) -> None:
    assert made(assistant, question).verdict is None


def test_a_benefit_in_words(assistant: Assistant) -> None:
    told = made(assistant, WORKER, IN_ITS_TIME).benefits[0]
    assert (told.amount, told.payee, told.open) == ("1000元", "付给：个人", ())
    assert [line.word for line in told.conditions] == ["符合", "符合", "符合", "没有另说，按符合算"]
    assert told.tally == "3项符合、1项没有另说，按符合算"
    assert told.steps == ("四级：1000元",)
    assert told.clause.label == "晋政办〔2019〕79号 二（六）2"
    assert "中级工（四级）每人 1000 元" in told.clause.quote


@pytest.mark.parametrize(
    ("question", "amount", "why"),
    [
        ("鼓楼企业新型学徒制培训补贴多少", "不低于4000元", "每人每年不低于 4000元"),
        ("鼓楼区贫困劳动力参加培训，生活费补贴多少", "最多400元", "最高不超过 400 元"),
        ("鼓楼企业职工岗位技能提升培训，补企业多少", "500元至3000元", "500 元至 3000 元"),
    ],
)
def test_how_exact_a_sum_is_stands_with_it(
    assistant: Assistant, question: str, amount: str, why: str
) -> None:
    told = made(assistant, question, IN_ITS_TIME)
    assert any(amount == one.amount for one in told.benefits), why


def test_a_sum_of_a_policy_that_no_longer_runs_is_what_was_paid(assistant: Assistant) -> None:
    told = made(assistant, WORKER)
    assert told.benefits[0].amount == "当时的标准：1000元"
    assert told.validity[0].text == "标题期间2019—2021年已过"
    assert "先问清楚现在是否还办理" in told.next_step


def test_unknown_conditions_are_named_with_the_sum_and_one_is_asked_for(assistant: Assistant) -> None:
    told = made(assistant, "我在晋江上班，考了中级工能领多少", IN_ITS_TIME)
    assert told.benefits[0].open == ("还要看：与企业签订1年以上期限劳动合同；缴纳基本养老保险费。",)
    assert told.question is not None
    assert told.question.fact == "contract_months"


def test_the_words_of_a_clause_are_found_where_the_card_leads(assistant: Assistant) -> None:
    reply = assistant.ask(WORKER, as_of=IN_ITS_TIME)
    for cited in reply.citations:
        policy = assistant.library.get(cited.policy_id)
        assert policy is not None
        assert policy.text[cited.start : cited.end] == cited.quote or (
            "".join(policy.text[cited.start : cited.end].split()) == "".join(cited.quote.split())
        )
        assert f"?q={cited.start}-{cited.end}#" in render_card(card(reply))


@pytest.mark.parametrize(
    "question",
    [
        WORKER,
        "鼓楼有哪些补贴，各多少？",
        "以工代训是什么意思",
        "晋江5名中级工2名高级工，公司能领多少",
        "晋江和鼓楼岗前培训哪个多",
        "厦门考高级工补多少",
        "我的补贴什么时候到账",
        "衢州的培训补贴现在还有效吗？",
    ],
)
def test_before_the_details_a_card_fits_a_telephone(assistant: Assistant, question: str) -> None:
    """A screen of 320 × 568 px holds some 19 lines of 15 Chinese characters; buttons take the rest."""
    conclusion = render_card(made(assistant, question)).split('<div class="folds">')[0]
    conclusion = conclusion.split('<p class="ask-back">')[0]
    text = re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", conclusion))
    assert 10 < len(text) <= 300, text


def test_other_groups_and_payees_are_told_too(assistant: Assistant) -> None:
    told = made(assistant, "晋江5名中级工2名高级工，公司能领多少", IN_ITS_TIME)
    assert [one.name.split("）（")[-1] for one in told.benefits] == ["共7人）", "四级、5人）", "三级、2人）"]
    assert [one.amount for one in told.benefits] == ["5600元", "4000元", "1600元"], "all together first"


def test_what_ran_then_and_is_over_now_is_not_shown_as_current(assistant: Assistant) -> None:
    told = made(assistant, "我2020年6月在晋江考了中级工，签了两年合同，一直交养老保险，个人能领多少？")
    assert told.validity[0].text == "当时在执行期间内，现在标题期间2019—2021年已过"
    assert told.validity[0].tone == "maybe", "not green"
    assert told.benefits[0].amount == "当时的标准：1000元"
    assert told.benefits[0].clause.validity == told.validity[0]


def test_a_list_of_benefits_opens_with_sums(assistant: Assistant) -> None:
    told = made(assistant, "鼓楼有哪些补贴，各多少？")
    assert [line.amount for line in told.lines[:2]] == ["500元", "500元至3000元"]
    assert len(told.lines_more) > 20
    assert [one.path for one in told.clauses] == ["二（一）6"], (
        "what bars two at once; each line leads to its own"
    )


def test_everything_in_a_card_is_escaped() -> None:
    sharp = "<img src=x onerror=alert(1)>"
    reply = Reply(session_id="x", status="answered", text=sharp, notices=[sharp], suggestions=[sharp])
    html = render_card(card(reply), interactive=True)
    assert "<img" not in html
    assert "&lt;img" in html


def test_why_a_benefit_cannot_be_had_stands_in_its_place(assistant: Assistant) -> None:
    told = made(assistant, "我在晋江上班，没交养老保险，考了中级工能领多少", IN_ITS_TIME)
    assert told.benefits[0].amount == ""
    assert told.benefits[0].open == ("因为不符合“缴纳基本养老保险费”这一条件。",)


def test_a_benefit_without_a_sum_says_what_the_text_says_instead(assistant: Assistant) -> None:
    told = made(assistant, "福建省考高级工补多少", date(2025, 3, 1))
    assert any("闽人社文〔2024〕3号" in text or "将制定" in text for text in told.benefits[0].open)


def test_a_clause_that_is_the_answer_begins_at_once(assistant: Assistant) -> None:
    told = made(assistant, "晋政办〔2019〕79号二（六）2写的什么")
    assert "企业职工岗位技能提升培训" in told.text
    assert told.text.endswith("……")
    assert "高级技师（一级）每人 3000 元" in told.text_more
