"""Several courses, lots and groups in a conversation: whose number and facts are whose, and what all get."""

from decimal import Decimal

import pytest

from tests.dialogue.conftest import Read
from tests.dialogue.talk import answer_to, what_all_get

Row = tuple[tuple[str, ...], str, int, str]  # messages, rule, what all get of it, reason

COURSES: list[Row] = [
    (
        ("晋江10人拿证，合同两年，养老交着，其中6人中级，其余初级，个人领多少",),
        "jinjiang-skill-upgrade-worker",
        8800,
        "levels by their short names, and the rest",
    ),
    (
        ("晋江14人取证，7人初级，其余中级，合同一年，养老都交，企业领多少",),
        "jinjiang-skill-upgrade-firm",
        11200,
        "as many of one level as of the other",
    ),
    (
        ("晋江18人拿到证书，合同两年社保都齐，其中高级5人，剩下中级，个人一共领多少",),
        "jinjiang-skill-upgrade-worker",
        20500,
        "a short name ahead of its number",
    ),
    (
        ("晋江困难企业，8个转岗的和6个新招的都拿了合格证，目录外，补多少",),
        "jinjiang-firm-in-difficulty",
        11200,
        "what the firm is, it is for both",
    ),
    (
        ("鼓楼企业参保，以工代训：3个就业困难的做满半年，4个零就业家庭的才2个月，没领岗前，总额",),
        "gulou-work-based",
        5200,
        "what was not had is no training of theirs",
    ),
    (
        ("晋江参保企业以工代训，吸纳了6个贫困劳动力和4个就业困难人员，都干了8个月，一共补多少",),
        "jinjiang-work-based",
        12000,
        "the six are named in the same part of the sentence as the four",
    ),
    (
        (
            "衢州项目制目录内办了两个班：甲班24课时，25个人报名18个人拿合格证；乙班60课时，12个人拿合格证。"
            "两个班补助加起来是多少？",
        ),
        "quzhou-project-training",
        22800,
        "each course its own hours, people and ceiling",
    ),
    (
        ("衢州我们是培训机构，项目制目录里的，一个班20课时10人，另一个班30课时20人，合格证都拿了，一共多少",),
        "quzhou-project-training",
        20000,
        "the list is said ahead of both",
    ),
    (
        ("衢州项目制目录内，电工班32课时15人拿证，焊工班44课时8人拿证，总共多少补助",),
        "quzhou-project-training",
        20000,
        "in one sentence",
    ),
    (
        (
            "晋江，岗前培训分两批，第一批10人，第二批15人，都是新招的，合同都两年，合格证都拿到了，一共多少",
        ),
        "jinjiang-pre-job",
        20000,
        "two lots alike",
    ),
    (
        (
            "我们鼓楼的参保企业，收了3个零就业家庭的，以工代训带了4个月；又收了俩就业困难人员，带了9个月。"
            "岗前的钱没领过，总共给多少？",
        ),
        "gulou-work-based",
        4800,
        "the second lot is in the same training",
    ),
    (
        (
            "鼓楼的公司，新进7人（合同三年，岗前培训，人社认定的合格证都有），另外3个老职工考了技能等级证书"
            "（合同、养老保险齐全，是岗位技能提升培训），能申请的有哪些，分别多少？",
        ),
        "gulou-pre-job",
        3500,
        "齐全 does not speak of all",
    ),
    (("衢州公司岗前培训8个新人，转岗培训5个人，都有合格证，给公司多少",), "quzhou-pre-job", 3900, "two of one kind"),
    (
        ("晋江，4个中级工、3个高级工、1个技师，合同社保都齐，个人合计能领多少",),
        "jinjiang-skill-upgrade-worker",
        10500,
        "four are not the three and the one",
    ),
    (
        ("我厂三个西藏籍、两个新疆籍的来晋江务工人员培训合格证都有了，合起来企业领多少？",),
        "jinjiang-partner-region-firm",
        7500,
        "都有 is said of all",
    ),
    (
        (
            "工地上的，福州鼓楼区。公司组织安全技能培训，头一回考下特种作业操作证的11个，"
            "头一回拿特种设备作业人员证的2个，另外3个是老证复审。公司一共能补多少",
        ),
        "gulou-safety",
        6500,
        "头一回 is said of each, the training of all",
    ),
    (
        ("晋江厂里2个工人，一个考了高级工，一个还考了中级工，合同两年社保都交，个人领多少",),
        "jinjiang-skill-upgrade-worker",
        2500,
        "one and one",
    ),
]  # fmt: skip

LOTS: list[Row] = [
    (
        (
            "晋江新招了两批人，第一批4个，第二批6个，合同都签了两年，岗前培训合格证都拿了，"
            "一个月内做完的，公司一共能补多少",
        ),
        "jinjiang-pre-job",
        8000,
        "two lots that nothing tells apart",
    ),
    (
        (
            "鼓楼酒店，春天招了18个，秋天招了12个，合同全是两年，入职当月就做了岗前培训，"
            "人社认可的合格证都发了，公司一共能拿多少",
        ),
        "gulou-pre-job",
        15000,
        "seasons",
    ),
    (
        (
            "晋江服装厂，先后招了5个、4个、6个工人，合同都签一年，入职一个月内做完岗前培训，合格证人人都有，多少",
        ),
        "jinjiang-pre-job",
        12000,
        "a bare list",
    ),
    (
        (
            "晋江鞋厂开急需紧缺工种培训。第一批26个，第二批19个，都拿了培训合格证书，合同一年以上；"
            "就第二批里有4个只签了三个月的临时合同。重点产业那个补贴按两批总数是多少？",
        ),
        "jinjiang-priority-industry",
        41000,
        "some of one lot",
    ),
    (
        (
            "鼓楼，困难企业，15个人学的是补贴目录外的工种，合格证都拿到了，厂里能领多少",
            "漏了第二批8个，不过第二批里2个没考过没证，两批一起重新算一下",
        ),
        "gulou-difficulty",
        10500,
        "a lot added, and some of it",
    ),
    (
        (
            "鼓楼新来9个人，6个合同一年，3个合同四个月，做岗前培训都在进门一个月之内，合格证都到手了，公司拿多少",
        ),
        "gulou-pre-job",
        3000,
        "told apart by their contracts",
    ),
    (
        ("衢州本地人，考出专项能力证书，跟我一道的还有三个，四个人最多补多少",),
        "quzhou-skill-upgrade",
        3200,
        "three with me are four",
    ),
]


@pytest.mark.parametrize(
    ("messages", "rule", "amount", "reason"), [*COURSES, *LOTS], ids=[row[-1] for row in (*COURSES, *LOTS)]
)
def test_what_all_get(messages: tuple[str, ...], rule: str, amount: int, reason: str) -> None:
    assert what_all_get(rule, *messages) == amount, reason


def test_different_benefits_of_one_clause_are_summed_where_each_group_gets_one() -> None:
    answer = answer_to(
        "衢州职工学徒15人，学制一年，每人实际花费1万。7人合格证和职业资格证书都有，8人只有培训合格证，一共最多多少"
    )
    assert "合计88000元" in answer.text


def test_lots_of_which_something_is_told_apart_are_not_summed() -> None:
    answer = answer_to("鼓楼以工代训，第一批贫困户8个做了4个月，第二批贫困户5个做了2个月，一共多少")
    [total] = [one.entitlement for one in answer.totals]
    assert total.amount is not None and total.amount.high == Decimal(8400)


def test_two_numbers_that_nothing_explains_are_asked_for() -> None:
    answer = answer_to("鼓楼岗前培训，车间里23人，仓库那边31人是主管，合同都一年，补多少")
    assert all(e.amount is None or e.amount.high in (None, 500) for e in answer.entitlements)


def test_what_all_have_may_stand_behind_what_the_firm_does() -> None:
    """鼓政办〔2020〕6号 二（一）6: six people, five months each, 200元."""
    text = answer_to(
        "鼓楼，收了4名就业困难人员和2名零就业家庭成员，公司参保的，以工代训都是5个月，能拿多少"
    ).text
    assert "合计6000元" in text


def test_a_class_of_the_women_s_federation_is_one_of_departments() -> None:
    """晋政办〔2019〕79号 二（六）9."""
    assert "20800元" in answer_to("晋江市妇联开的月嫂班，26个姐妹合格证到手，一共能补多少？").text


@pytest.mark.parametrize(
    ("message", "of_first", "why"),
    [
        ("晋江，5个中级工、2个技师，合同三年，养老交着，另外4个新招的做了岗前培训", True, "behind a list"),
        ("晋江6名初级工和3名高级工，合同两年，社保没断，还有2个派遣工考了证", True, "joined by 和"),
        ("晋江，4个中级工、3个高级工交了养老保险，另外2个技师合同两年", False, "in the part of the second"),
    ],
)
def test_what_stands_behind_a_list_is_said_of_each_in_it(
    read: Read, message: str, of_first: bool, why: str
) -> None:
    first, second, *_ = read(message).groups
    assert second.facts["pension_insured"] is True, why
    assert first.facts.get("pension_insured", False) is of_first, why


@pytest.mark.parametrize(
    "message",
    [
        "晋江，5个徒弟考了高级工，合同两年养老都交，企业领多少",
        "晋江老师傅的4个徒弟都考过中级工了，合同一年，养老交着，企业领多少",
    ],
)
def test_apprentices_who_reached_a_level_are_in_no_apprenticeship_by_that(message: str) -> None:
    told = {e.rule.benefit.topic for e in answer_to(message).entitlements}
    assert "skill_upgrade" in told and "apprenticeship" not in told


def test_apprentices_of_whom_nothing_else_is_said_are_in_one() -> None:
    told = {e.rule.benefit.topic for e in answer_to("晋江，徒弟8个，合同一年，公司能补多少").entitlements}
    assert told == {"apprenticeship"}
