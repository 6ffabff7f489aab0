"""What a message is about: a word of other matters, a place or a register beside a case changes nothing."""

from datetime import date

import pytest

from tests.dialogue.talk import JUNE_2020, answer_to


def outcome_of(message: str, path: str, recipient: str) -> str:
    """What comes of the benefit of a clause that is paid to somebody."""
    [outcome] = {
        e.outcome
        for e in answer_to(message).entitlements
        if e.rule.clause.path == path and recipient in e.rule.benefit.recipient
    }
    return outcome


@pytest.mark.parametrize(
    ("message", "path", "recipient", "outcome", "why"),
    [
        (
            "晋江，我只交了医保没交养老，合同两年，中级工",
            "二（六）2",
            "个人",
            "ineligible",
            "医保 is only told",
        ),
        (
            "晋江 医保社保都交了，合同三年，高级工，多少",
            "二（六）2",
            "个人",
            "eligible",
            "多少 is of the benefit",
        ),
        (
            "晋江 还在试用期，没签合同，考了初级工，社保交了",
            "二（六）2",
            "个人",
            "ineligible",
            "so is 试用期",
        ),
        ("晋江 高级工，合同三年社保齐，一天加班两小时，能领吗", "二（六）2", "个人", "eligible", "and 加班"),
        (
            "衢州 女54岁已办退休，中级工本地户口",
            "三5",
            "城乡劳动者",
            "ineligible",
            "the retired draw a pension",
        ),
        ("衢州 我姐办完退休了，本地户口，高级工", "三5", "城乡劳动者", "ineligible", "in other words"),
        (
            "晋江 中级工成绩出来了，证书下周才发，合同两年社保有",
            "二（六）2",
            "个人",
            "undetermined",
            "not issued",
        ),
        (
            "晋江 技师考过了，证书下个月才拿到，合同社保都有",
            "二（六）2",
            "个人",
            "undetermined",
            "not in hand",
        ),
        (
            "衢州上半年复审领过200了，下半年又考了低压电工新证，能领吗",
            "三7",
            "人员",
            "undetermined",
            "a 操作证",
        ),
        (
            "衢州去年复审过，今年考了高压电工新证，补多少",
            "三7",
            "人员",
            "undetermined",
            "another trade of them",
        ),
        (
            "鼓楼 我没在公共就业服务机构登记过，自己考了中级工，能领吗",
            "三（五）",
            "劳动者",
            "ineligible",
            "registers",
        ),
        (
            "鼓楼 我没办过求职登记，考了高级工，能领不",
            "三（五）",
            "劳动者",
            "ineligible",
            "are what both clauses ask",
        ),
        (
            "晋江宁夏籍工人6个拿到合格证，公司补多少？",
            "二（六）10",
            "企业",
            "eligible",
            "晋江 is asked about",
        ),
        (
            "晋江新疆来的员工8个都有合格证，公司补多少",
            "二（六）10",
            "企业",
            "eligible",
            "and none comes from it",
        ),
        (
            "晋江公司有6个西藏老乡拿到培训合格证，补多少",
            "二（六）10",
            "企业",
            "eligible",
            "whose people they are",
        ),
        (
            "衢州 我不住衢州，在杭州上班，高级工，能领吗",
            "三5",
            "城乡劳动者",
            "undetermined",
            "杭州 is no matter",
        ),
        ("衢州，我在宁波打工，考了技师，能领吗", "三5", "城乡劳动者", "undetermined", "nor is 宁波"),
    ],
)
def test_what_is_told_beside_a_case_leaves_its_benefit(
    message: str, path: str, recipient: str, outcome: str, why: str
) -> None:
    assert outcome_of(message, path, recipient) == outcome, why


@pytest.mark.parametrize(
    ("message", "why"),
    [
        ("衢州 高级工本地户口，怎么办医保", "the insurance is what is asked"),
        ("晋江 中级工，合同两年，社保怎么转", "a case beside it answers nothing"),
        ("晋江办退休要什么手续", "to retire is what is asked"),
    ],
)
def test_what_is_asked_and_not_held_is_still_said_not_to_be(message: str, why: str) -> None:
    assert answer_to(message).status == "out_of_scope", why


@pytest.mark.parametrize(
    ("message", "paths", "why"),
    [
        ("衢州骗补会被追回吗", ["六19"], "严肃查处 is what it says"),
        ("衢州骗取补贴怎么处理", ["六19"], "in full words"),
        ("鼓楼骗补什么后果", ["四（九）"], "依法依纪严惩"),
        ("晋江骗补会怎样", [], "its text has no such sentence, and the province's had not begun"),
    ],
)
def test_what_becomes_of_deceit_is_what_the_place_says(message: str, paths: list[str], why: str) -> None:
    answer = answer_to(message)
    assert [cited.path for cited in answer.cited] == paths, why
    assert "追回" not in answer.text, "no text of these says so"


@pytest.mark.parametrize(
    "message", ["晋江这破政策骗人的吧，说好1500不给我", "鼓楼你们是不是骗子，说好的500呢"]
)
def test_who_feels_deceived_is_not_told_not_to_deceive(message: str) -> None:
    assert "冒领" not in answer_to(message).text


@pytest.mark.parametrize(
    ("message", "on", "until", "why"),
    [
        ("衢州 实施日期哪天", JUNE_2020, "印发之日起 30 日后", "文末 says from when"),
        ("衢州施行日期是哪天", JUNE_2020, "2021 年 12 月 31 日", "and until when"),
        ("福建2024年政策什么时候到期", date(2025, 6, 1), "2025 年 12 月 31 日", "of the policy of that year"),
        ("福建2025年方案什么时候到期", date(2025, 6, 1), "2025-2027", "its title alone says it"),
    ],
)
def test_a_policy_s_time_is_no_other_matter(message: str, on: date, until: str, why: str) -> None:
    assert until in answer_to(message, on=on).text, why
