"""A number put right that no word names: of people, hours, or money."""

from decimal import Decimal

import pytest

from tests.dialogue.talk import answer_to, what_all_get

Row = tuple[tuple[str, ...], str, int, str]  # messages, rule, what all get of it, reason

CORRECTIONS: list[Row] = [
    (
        (
            "鼓楼公司去年工资薪金总额3000万，职工教育经费花了210万，能不能全部税前扣？",
            "啊记错了，是花了260万，那今年扣多少，剩的怎么办",
        ),
        "gulou-education-fund-tax",
        2400000,
        "what was spent",
    ),
    (
        ("鼓楼公司去年工资总额3000万，职工教育经费210万，扣多少", "说错了，不是210万，是260万"),
        "gulou-education-fund-tax",
        2400000,
        "the old number names it",
    ),
    (
        ("项目制目录内的班，衢州，30课时，20人拿了合格证，机构能得多少", "不是30课时，是32课时"),
        "quzhou-project-training",
        16000,
        "hours",
    ),
]

CORRECTIONS += [
    (
        (
            "衢州职技院校培训收入扣成本后结余200万，绩效工资基准总量800万，最多拿多少发劳务报酬",
            "基准总量说错了，是1200万，结余不变",
        ),
        "quzhou-school-income",
        1400000,
        "whose number it is stands ahead of what was wrong",
    ),
    (
        ("鼓楼全年工资总额六百万，教育经费花了五十五万，能抵多少税", "我报错了，经费是四十万"),
        "gulou-education-fund-tax",
        400000,
        "called by less than its name",
    ),
    (
        ("晋江困难企业，目录外工种，21个人有合格证，补多少钱", "不是21，是24"),
        "jinjiang-firm-in-difficulty",
        19200,
        "a bare number is of what had the old one",
    ),
    (
        ("晋江困难企业，目录外工种，12个人取得合格证，补多少", "数错了，不是12，9个才对"),
        "jinjiang-firm-in-difficulty",
        7200,
        "the new number has a unit",
    ),
    (
        ("衢州项目制，清单内的，35个人拿了合格证，每人48课时，补多少", "人数也改成30"),
        "quzhou-project-training",
        30000,
        "也 before what it becomes",
    ),
    (
        ("鼓楼公司工资薪金总额2000万，职工教育经费花了100万，能税前扣多少", "那要是花了180万呢"),
        "gulou-education-fund-tax",
        1600000,
        "another sum supposed",
    ),
    (
        ("晋江20人考中级工，厂里领多少", "再加5个"),
        "jinjiang-skill-upgrade-firm",
        20000,
        "added people are no answer to how long the contract is",
    ),
    (
        ("晋江20人考中级工，厂里领多少", "再加5个", "不对，是加了3个"),
        "jinjiang-skill-upgrade-firm",
        18400,
        "nor is their number put right",
    ),
    (
        ("鼓楼，贫困劳动力，今年培训去了4次，次次都有合格证，生活费一年顶格多少", "不是4次，我数错了，是2次"),
        "gulou-living-allowance",
        800,
        "times put right are the same times",
    ),
    (
        (
            "我是建档立卡贫困劳动力，鼓楼培训完拿到合格证，饭钱车费补多少",
            "一年去上五次呢，次次合格",
            "晋江呢，只上一次，也有合格证",
        ),
        "jinjiang-living-allowance",
        500,
        "只上一次 is once, and no 上一次",
    ),
    (
        (
            "鼓楼，困难企业，组织职工训目录外的工种，拿到人社认定合格证的有14个，补多少",
            "不对，名单里有2个没拿到证，我多算了",
        ),
        "gulou-difficulty",
        6000,
        "the number behind the certificate that they got",
    ),
    (
        ("衢州本地人，考了高级工，补多少", "我师兄不过是五级的"),
        "quzhou-skill-upgrade",
        1000,
        "不过 denies nothing",
    ),
]


@pytest.mark.parametrize(
    ("messages", "rule", "amount", "reason"), CORRECTIONS, ids=[row[-1] for row in CORRECTIONS]
)
def test_the_new_number_counts(messages: tuple[str, ...], rule: str, amount: int, reason: str) -> None:
    assert what_all_get(rule, *messages) == amount, reason


def test_a_corrected_sum_is_no_claim() -> None:
    first = "鼓楼公司去年工资薪金总额3000万，职工教育经费花了210万，能不能全部税前扣？"
    assert "您说的数额与条文不一致" not in answer_to(first, "啊记错了，是花了260万，那扣多少").text


def test_of_two_sums_of_money_none_is_changed_by_a_guess() -> None:
    first = "鼓楼公司去年工资总额3000万，职工教育经费210万，扣多少"
    answer = answer_to(first, "记错了，是250万")
    assert not any(e.amount and e.amount.high == Decimal(200000) for e in answer.entitlements)
