"""Several groups and courses in a conversation: whose number, hours and facts are whose, and what all get."""

from decimal import Decimal

import pytest

from tests.dialogue.conftest import Read
from tests.dialogue.talk import answer_to, what_all_get

Row = tuple[tuple[str, ...], str, int, str]  # messages, rule, what all get of it, reason

SUBSETS: list[Row] = [
    (
        (
            "我们晋江做雨伞的，新来17个工人，合同签两年，岗前培训做完都发了培训合格证，公司能拿多少？",
            "等下，里头有3个其实合同只签了8个月",
        ),
        "jinjiang-pre-job",
        11200,
        "three of the seventeen have a shorter contract",
    ),
    (
        (
            "鼓楼一家合作社收了5个建档立卡贫困劳动力，以工代训搞了4个月，没领过岗前，能补多少",
            "不对，其中2个人是做满7个月的，另外3个才是4个月，总数呢？",
        ),
        "gulou-work-based",
        4800,
        "two of six months at most, and three of four",
    ),
    (
        (
            "鼓楼公司新招12人做岗前培训，合同两年，都拿到人社认定的合格证，补多少",
            "里头有3个合同只签了8个月",
            "那3个后来补签成两年了",
        ),
        "gulou-pre-job",
        6000,
        "those who were told apart are named by their number",
    ),
    (
        ("鼓楼以工代训，3个建档立卡的干了7个月，2个就业困难的干了4个月，公司交了社保",),
        "gulou-work-based",
        5200,
        "a firm that pays the insurance is insured",
    ),
    (
        ("鼓楼公司新招12人做岗前培训，合同两年，都拿到合格证，补多少", "另外还有5个没拿到证"),
        "gulou-pre-job",
        6000,
        "others who failed are paid nothing, and take nothing away",
    ),
    (
        ("鼓楼公司新招12人做岗前培训，合同两年，都拿到合格证，补多少", "有两个没拿到证"),
        "gulou-pre-job",
        5000,
        "without 其中: what is denied of two is denied of some",
    ),
    (
        ("鼓楼合作社带6个贫困户以工代训，每人3个月", "更正，其中一个做了6个月"),
        "gulou-work-based",
        4200,
        "one of them",
    ),
    (
        ("晋江以工代训参保企业收了10个就业困难人员，5个月", "错了，有4个是3个月"),
        "jinjiang-work-based",
        8400,
        "another number of months",
    ),
    (
        ("晋江7个中级工，社保合同都齐，公司领多少", "其中2个其实是高级工"),
        "jinjiang-skill-upgrade-firm",
        5600,
        "another level",
    ),
    (
        ("晋江5名中级工2名高级工，合同两年，都交社保，公司领多少", "中级工里有1个没交社保"),
        "jinjiang-skill-upgrade-firm",
        4800,
        "one of a group that was named before",
    ),
    (
        (
            "晋江岗前培训，新招18个人，合同两年，合格证都有，补多少",
            "其中8个不是新招的，是干了三年的老员工，剩下的都是新招的",
        ),
        "jinjiang-pre-job",
        8000,
        "the rest has a number too",
    ),
    (
        ("晋江岗前培训20个新员工，合同一年，合格证都拿了，公司补多少", "其中只有15个拿了合格证"),
        "jinjiang-pre-job",
        12000,
        "of whom nothing else is true are those who are asked about",
    ),
]
STEPS: list[Row] = [
    (
        ("衢州岗前培训，新人14个，转岗6个，新人里2个没拿到合格证，其他都有，公司领多少",),
        "quzhou-pre-job",
        5400,
        "two of those whom they are called by, not of the last",
    ),
    (
        ("鼓楼漆器作坊，7个人学脱胎漆器，合同都一年以上，合格证6个人拿到了，1个没拿到，补多少",),
        "gulou-traditional-craft",
        3000,
        "who failed are no group",
    ),
    (
        (
            "鼓楼岗前培训：报了36个新人，合同都一年以上，30个拿到人社认定的合格证书，"
            "可这30个里有4个是招来一年多以后才训的，企业到底能领多少？",
        ),
        "gulou-pre-job",
        13000,
        "36, of whom 30, less 4",
    ),
    (
        (
            "鼓楼岗前培训，新招20人，合同都一年，18人拿到合格证，这18人里3人是劳务派遣来的，"
            "剩下的都是正式工，公司领多少",
        ),
        "gulou-pre-job",
        7500,
        "20, of whom 18, less 3",
    ),
    (
        (
            "晋江，50人参加岗前培训，44人拿了培训合格证，新招的，44人中有4人合同只签了6个月，"
            "其他都签两年，企业领多少",
        ),
        "jinjiang-pre-job",
        32000,
        "the number told twice, and the rest",
    ),
    (
        ("鼓楼岗前培训新招40人，合同都一年，合格证有，其中6人合同才三个月，再有2人没拿到证，补多少",),
        "gulou-pre-job",
        16000,
        "two parts",
    ),
    (("鼓楼企业以工代训带了12个贫困户，4个月，其中3人带了6个月，一共多少",), "gulou-work-based", 10800, "months"),
]  # fmt: skip
SUBSETS += [
    (
        ("晋江新招20人岗前培训，合同两年，合格证都拿了，公司补多少", "不对，是23人，其中3人合同半年"),
        "jinjiang-pre-job",
        16000,
        "a number corrected, and some of it",
    ),
    (
        ("鼓楼物业公司，9个新保安岗前培训，合同三年，合格证到手，补贴几多", "有一个离职了没拿证"),
        "gulou-pre-job",
        4000,
        "有一个 is one of them",
    ),
    (
        ("晋江5个中级工3个高级工，合同社保齐，公司领多少", "高级工里面一个没签合同"),
        "jinjiang-skill-upgrade-firm",
        5600,
        "no contract, where nothing was said of theirs",
    ),
    (
        (
            "晋江安全技能培训，化工厂，10人初次取证，6人复审，特种作业操作证，公司拿多少",
            "其中初次取证的有2个没考过",
        ),
        "jinjiang-safety",
        6400,
        "who failed, without a word for what",
    ),
]
COURSES: list[Row] = [
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
]
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
PASSED: list[Row] = [
    (
        ("晋江司法局给服刑人员办就业技能培训，今年15个合格，2个不合格，支持多少",),
        "jinjiang-custody",
        12000,
        "who failed are not who is asked about",
    ),
    (
        ("晋江企业，招的西藏籍工人8个，做完技能培训了，企业能拿多少", "3个没通过没拿到证，5个有合格证"),
        "jinjiang-partner-region-firm",
        7500,
        "who failed first",
    ),
    (
        (
            "我是建档立卡贫困户，在鼓楼参加培训，今年去了两回，第一回没拿到证，第二回拿到培训合格证书了，"
            "生活费最多补多少",
        ),
        "gulou-living-allowance",
        400,
        "one of two times",
    ),
    (
        (
            "晋江鞋业急需紧缺工种培训，14个人拿了合格证，其中5个合同只签了四个月，剩下的两年，总共补多少",
        ),
        "jinjiang-priority-industry",
        9000,
        "the rest have another contract",
    ),
    (
        (
            "晋江电子厂，18个新员工岗前培训合格证都拿了，合同两年，公司补多少",
            "更正一下，18个里头有5个其实招进来一年半多了，那剩下能报的是多少",
        ),
        "jinjiang-pre-job",
        10400,
        "told of five alone, though not known of the others",
    ),
    (
        ("衢州岗前培训20人，合格证都拿了，公司领多少", "这20个里2个今年在我们公司已经享受过了，扣掉再算"),
        "quzhou-pre-job",
        5400,
        "the whole in one part with those who are out",
    ),
    (
        ("晋江贫困户，男人在外打工我带2个娃，去培训拿了培训合格证，生活费最多补多少",),
        "jinjiang-living-allowance",
        500,
        "children who are looked after are no trainees",
    ),
    (
        ("我和老公都在晋江企业上班，合同两年，养老保险都交着。我考了三级，他考了五级，都是职业技能等级证书，一共多少",),
        "jinjiang-skill-upgrade-worker",
        2200,
        "a couple is one and one",
    ),
    (
        ("衢州我们厂4个高级工、6个中级工、6个专项能力证书，都在衢州上班，职业培训补贴全加起来最多多少",),
        "quzhou-skill-upgrade",
        25800,
        "three kinds of certificates, and the benefit named at the end",
    ),
    (
        ("晋江20个新人，合同两年，岗前合格证都有，公司多少", "5个没考过"),
        "jinjiang-pre-job",
        12000,
        "fewer than were spoken of, who lack something, are some of them",
    ),
    (
        ("晋江20个新人，合同两年，岗前合格证都有，公司多少", "4个没拿证的扣掉"),
        "jinjiang-pre-job",
        12800,
        "taken out without a word for the rest",
    ),
    (
        ("晋江新招20个做岗前，合同都两年，合格证都拿了，公司多少", "里面6个进厂快两年了才培训的，剩下的能报多少"),
        "jinjiang-pre-job",
        11200,
        "what they did is no name of what is counted",
    ),
    (
        ("我和我姐都在晋江上班，合同两年，养老都交，都考了三级技能等级证书，俩人一共多少",),
        "jinjiang-skill-upgrade-worker",
        3000,
        "both of two",
    ),
    (
        ("晋江岗前，15个人，合同两年，合格证都有，公司多少", "不是15个，是18个"),
        "jinjiang-pre-job",
        14400,
        "a number of people answers no question for months",
    ),
    (
        (
            "晋江企业人事：新疆籍结对帮扶工人5个拿了培训合格证，其中2个还考了职业技能等级证书。"
            "厂里多少，个人有没有说法？",
        ),
        "jinjiang-partner-region-firm",
        7500,
        "two of five have one more certificate, and both are asked about",
    ),
    (
        ("晋江上班，考下高及技师，和同签了三年，养老保险一直有，个人补贴多少",),
        "jinjiang-skill-upgrade-worker",
        3000,
        "misspelled, it still holds a word for a lower level",
    ),
    (
        ("晋江岗前，20个新人合同两年合格证都拿了，公司补多少", "不对，没考过的有5个"),
        "jinjiang-pre-job",
        12000,
        "what they lack stands before their number",
    ),
    (
        ("晋江新招三批，4+5+3人，合同都两年，岗前合格证都有，公司多少",),
        "jinjiang-pre-job",
        9600,
        "a sum as it is written",
    ),
]  # fmt: skip


def test_different_benefits_of_one_clause_are_summed_where_each_group_gets_one() -> None:
    answer = answer_to(
        "衢州职工学徒15人，学制一年，每人实际花费1万。7人合格证和职业资格证书都有，8人只有培训合格证，一共最多多少"
    )
    assert "合计88000元" in answer.text


def test_lots_of_which_something_is_told_apart_are_not_summed() -> None:
    answer = answer_to("鼓楼以工代训，第一批贫困户8个做了4个月，第二批贫困户5个做了2个月，一共多少")
    [total] = [one.entitlement for one in answer.totals]
    assert total.amount is not None and total.amount.high == Decimal(8400)


@pytest.mark.parametrize(
    ("messages", "rule", "amount", "reason"),
    [*SUBSETS, *STEPS, *COURSES, *CORRECTIONS, *LOTS, *PASSED],
    ids=[row[-1] for row in (*SUBSETS, *STEPS, *COURSES, *CORRECTIONS, *LOTS, *PASSED)],
)
def test_what_all_get(messages: tuple[str, ...], rule: str, amount: int, reason: str) -> None:
    assert what_all_get(rule, *messages) == amount, reason


def test_a_corrected_sum_is_no_claim() -> None:
    first = "鼓楼公司去年工资薪金总额3000万，职工教育经费花了210万，能不能全部税前扣？"
    assert "您说的数额与条文不一致" not in answer_to(first, "啊记错了，是花了260万，那扣多少").text


def test_of_which_of_several_groups_some_are_is_asked() -> None:
    answer = answer_to("晋江5名中级工2名高级工，合同两年，都交社保，公司领多少", "里面有1个没交社保")
    assert answer.status == "needs_facts"
    assert "中级工" in answer.text or "四级" in answer.text


def test_of_two_sums_of_money_none_is_changed_by_a_guess() -> None:
    first = "鼓楼公司去年工资总额3000万，职工教育经费210万，扣多少"
    answer = answer_to(first, "记错了，是250万")
    assert not any(e.amount and e.amount.high == Decimal(200000) for e in answer.entitlements)


def test_two_numbers_that_nothing_explains_are_asked_for() -> None:
    answer = answer_to("鼓楼岗前培训，车间里23人，仓库那边31人是主管，合同都一年，补多少")
    assert all(e.amount is None or e.amount.high in (None, 500) for e in answer.entitlements)


def test_others_with_a_certificate_of_their_own_are_beside_those_before() -> None:
    """衢市人社发〔2019〕141号 四11: ten at 8000元 in full, six more at half of it."""
    text = answer_to(
        "衢州职工学徒10个，一年，合格证都有，中级工证也都拿了；另外6个只有合格证。一共最高多少"
    ).text
    assert "最多80000元" in text
    assert "最多24000元" in text


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
    "told",
    [
        "没考过高级工，考过了中级工",
        "考过了中级工，没考过高级工",
        "高级工没考过，中级工考过了",
        "高级工没通过，但中级工通过了",
    ],
)
def test_a_level_that_was_not_got_is_not_granted(told: str) -> None:
    message = f"晋江，{told}，合同两年，社保交了，我个人能领多少"
    assert what_all_get("jinjiang-skill-upgrade-worker", message) == 1000


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("我和同事小王一起去考中级工，他没过，我过了", "another has failed"),
        ("同事没考过，我考过了中级工", "told first"),
        ("我考过中级工了，小李没过", "told behind, by name"),
        ("我考过了中级工，除了我没有人交社保", "the others have none"),
        ("我考过了中级工，除了我别人都没交社保", "in other words"),
    ],
)
def test_what_others_lack_the_speaker_has(told: str, reason: str) -> None:
    answer = answer_to(f"晋江，{told}，我合同两年，我个人能领多少")
    outcomes = {
        e.outcome for e in answer.entitlements if e.rule.benefit.id == "jinjiang-skill-upgrade-worker"
    }
    assert outcomes and "ineligible" not in outcomes, reason


def test_what_the_speaker_lacks_is_lacking() -> None:
    answer = answer_to("晋江，我和小王去考中级工，小王过了，我没考过，我合同两年社保交了，我能领多少")
    assert answer.entitlements and {e.outcome for e in answer.entitlements} == {"ineligible"}


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
