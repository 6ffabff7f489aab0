"""People told as so many lots of so many, as shares of a number, or one by one of a list."""

import pytest

from tests.dialogue.talk import answer_to, what_all_get

Row = tuple[str, str, int, str]  # message, rule, what all get of it, reason

LOTS: list[Row] = [
    (
        "衢州三个车间，每个车间派了6个人，岗前，二车间有1个没拿到合格证，其他都有，补多少",
        "quzhou-pre-job",
        5100,
        "sent by each workshop",
    ),
    ("衢州，两个班每班15个，岗前培训合格证都有，企业领多少", "quzhou-pre-job", 9000, "two of 15 each"),
    (
        "鼓楼，三个车间各10人做岗前培训，合同都签了一年，合格证都有，补多少",
        "gulou-pre-job",
        15000,
        "three of ten",
    ),
    ("晋江岗前培训办了三期，每期20人，合同两年，证都拿了，补多少", "jinjiang-pre-job", 48000, "periods"),
    ("衢州四家门店每家店6个新员工岗前培训，都合格，补多少", "quzhou-pre-job", 7200, "shops"),
    ("衢州每班15人，一共两个班，岗前培训，证都有，补多少", "quzhou-pre-job", 9000, "how many behind"),
    ("鼓楼以工代训，两个车间各4个贫困劳动力，都干满3个月，补多少", "gulou-work-based", 4800, "months each"),
    (
        "晋江四家分店各6人做岗前培训，第二分店有2个没拿到合格证，合同两年，企业补多少",
        "jinjiang-pre-job",
        17600,
        "two of one shop are taken off",
    ),
    (
        "晋江困难企业目录外培训，三批，每批10人，第三批没拿到合格证，补多少",
        "jinjiang-firm-in-difficulty",
        16000,
        "one lot is taken off",
    ),
    (
        "衢州项目制清单内，三个班每班10人，第一个班30课时，第二个班40课时，第三个班50课时，合格证全有，补多少",
        "quzhou-project-training",
        27500,
        "each lot its own hours: 7500 and twice 10000",
    ),
    (
        "衢州岗前培训，甲班15人，乙班15人，乙班有2个没合格，补多少",
        "quzhou-pre-job",
        8400,
        "two of one of two classes",
    ),
    (
        "鼓楼岗前培训，A班10人B班10人，A班全过、B班3个没过，合同都一年，补多少",
        "gulou-pre-job",
        8500,
        "all of one, not all of the other",
    ),
    (
        "衢州甲班18人考电工中级工，乙班15人考焊工高级工，乙班3个没过，补多少",
        "quzhou-skill-upgrade",
        63000,
        "of the class named, 18 at 1500 and 12 at 3000",
    ),
    (
        "晋江第一批8人宁夏籍，第二批5人新疆籍，第二批有1个没拿到培训合格证，企业补多少",
        "jinjiang-partner-region-firm",
        18000,
        "one of the second lot: twelve at 1500",
    ),
    (
        "晋江，重点产业紧缺工种培训，四个组，一组6个二组7个三组5个四组8个，合同都一年以上，合格证都拿了，企业补多少",
        "jinjiang-priority-industry",
        26000,
        "four teams are no four people",
    ),
]  # fmt: skip
SHARES: list[Row] = [
    (
        "晋江20人考中级工，合格率九成五，合同两年，社保交了，厂里领多少",
        "jinjiang-skill-upgrade-firm",
        15200,
        "nineteen of twenty",
    ),
    (
        "晋江60人参加岗前，合格率90%，合同两年，补多少",
        "jinjiang-pre-job",
        43200,
        "a rate of those who passed",
    ),
    ("衢州岗前40人，通过率百分之七十五，补多少", "quzhou-pre-job", 9000, "in words"),
    ("衢州岗前50人，拿证率八成，补多少", "quzhou-pre-job", 12000, "in tenths"),
    ("衢州，20个人一半中级工一半高级工，补多少", "quzhou-skill-upgrade", 45000, "ten and ten"),
    (
        "晋江，20个人，中级工高级工各一半，合同一年，社保交，个人领多少",
        "jinjiang-skill-upgrade-worker",
        25000,
        "the share behind the list",
    ),
    ("鼓楼特种作业16个人，一半初次取证，另一半复审，补多少", "gulou-safety", 4000, "the other half"),
    ("衢州，24个人，中级工占一半，剩下一半是高级工", "quzhou-skill-upgrade", 54000, "the half behind"),
    (
        "衢州，30个学员，三分之一考了高级工，其余都是中级工，能补多少",
        "quzhou-skill-upgrade",
        60000,
        "a third and the rest",
    ),
    ("衢州30个学员，三成考了高级工，其余都是中级工", "quzhou-skill-upgrade", 58500, "three tenths"),
    (
        "晋江14个新员工岗前培训，合同两年，有一半没拿到合格证，企业补多少",
        "jinjiang-pre-job",
        5600,
        "half of them lack it",
    ),
]
LISTS: list[Row] = [
    (
        "晋江4人+5人+3人考中级工，合同两年，社保交了，厂里领多少",
        "jinjiang-skill-upgrade-firm",
        9600,
        "a sum with its unit each time",
    ),
    ("晋江四加五加三个人考中级工，合同两年，社保交了", "jinjiang-skill-upgrade-firm", 9600, "in words"),
    ("衢州中级工和高级工各10人，补多少", "quzhou-skill-upgrade", 45000, "so many of each kind"),
    (
        "晋江中级工、高级工、技师各5名，合同两年，社保都交，个人合计多少",
        "jinjiang-skill-upgrade-worker",
        22500,
        "of three kinds",
    ),
    ("衢州，24个人，中级工11人，高级工13人", "quzhou-skill-upgrade", 55500, "24 are the two lots behind"),
    (
        "衢州，特种作业新证和复审分别是4人和6人，都拿证了，补多少",
        "quzhou-special-operation",
        3200,
        "each its number",
    ),
    (
        "晋江，以工代训，零就业家庭成员2个、就业困难人员3个，分别干了5个月和7个月，公司交社保，补多少",
        "jinjiang-work-based",
        5600,
        "each its months: 2 of five and 3 of six at most",
    ),
    (
        "衢州项目制，甲班20人、乙班30人，分别上了36课时和48课时，合格证都有，补多少",
        "quzhou-project-training",
        48000,
        "each its hours",
    ),
]
BESIDE: list[Row] = [
    (
        "晋江岗前培训，招了20个新人，18个拿证，合同都两年，另外5个老员工考了中级工，补多少",
        "jinjiang-pre-job",
        14400,
        "five more are none of the twenty",
    ),
    (
        "衢州，招了20个新员工岗前培训，其中18个拿了合格证，另外5个老员工做转岗也拿了证，补多少",
        "quzhou-pre-job",
        6900,
        "18 of the new ones, and five",
    ),
    (
        "鼓楼，以工代训，3个就业困难人员干了4个月，2个贫困户干了8个月，公司参保，补多少",
        "gulou-work-based",
        4800,
        "what the firm does, it does for all",
    ),
    (
        "鼓楼10个贫困劳动力参加项目制培训，合格证除了一个没拿其他都拿了，今年训了两次，生活费补多少",
        "gulou-living-allowance",
        7200,
        "all but one",
    ),
    (
        "鼓楼。岗前培训10个新员工，合同两年，另外因为我们是困难企业，又给6个老职工做了目录外工种的培训，补多少",
        "gulou-difficulty",
        3000,
        "why they are trained is no group of its own",
    ),
]  # fmt: skip
TOLD_TOGETHER: list[Row] = [
    ("衢州岗前培训两个班共50人，证都有，补多少", "quzhou-pre-job", 15000, "two classes are no two people"),
    ("衢州岗前培训，三个车间一共四十人，证都有", "quzhou-pre-job", 12000, "workshops with a sum"),
    (
        "衢州岗前培训三期班分别有12、15、18人，证都有，补多少",
        "quzhou-pre-job",
        13500,
        "one number for each period",
    ),
    ("衢州岗前培训两个班分别12人和15人，都合格", "quzhou-pre-job", 8100, "each with its measure word"),
    ("衢州一车间8人二车间9人岗前培训，都合格，补多少", "quzhou-pre-job", 5100, "of both what is done"),
    ("衢州岗前培训，一车间8人，二车间9人，证都拿了", "quzhou-pre-job", 5100, "the same, with a comma"),
    (
        "晋江20人岗前培训都拿了合格证，12人合同一年，其余合同半年，企业补多少",
        "jinjiang-pre-job",
        9600,
        "the others have a shorter contract",
    ),
    (
        "晋江20人岗前培训都拿了合格证，15人签了一年，其余合同3个月，企业补多少",
        "jinjiang-pre-job",
        12000,
        "in other words",
    ),
    (
        "晋江，8个人里6个考了中级工，合同都一年，其中2个没社保，个人领多少",
        "jinjiang-skill-upgrade-worker",
        4000,
        "two of the six, and not of the eight",
    ),
]
ONE_BY_ONE: list[Row] = [
    (
        "晋江车间8个仓库5个都是新招的，岗前合格证有，合同两年，补多少",
        "jinjiang-pre-job",
        10400,
        "by where they work",
    ),
    ("鼓楼岗前，男的8个女的7个，都签了一年合同拿了合格证，补多少", "gulou-pre-job", 7500, "men and women"),
    (
        "鼓楼三个班分别12、15、18人，第二个班没考核，岗前，合同一年，合格证有，补多少",
        "gulou-pre-job",
        15000,
        "fifteen of the second class have sat no exam",
    ),
    (
        "鼓楼三个班分别12、15、18人，岗前，合同一年，合格证有，第三个班有2个没过，补多少",
        "gulou-pre-job",
        21500,
        "some of one class",
    ),
    (
        "晋江四个车间分别6、8、10、4人岗前培训，三车间没签合同，其余合同两年，合格证都有，补多少",
        "jinjiang-pre-job",
        14400,
        "a workshop by its number, and the rest",
    ),
    (
        "衢州岗前三批依次10人、12人、9人，第一批缺考，后两批都拿证，补多少",
        "quzhou-pre-job",
        6300,
        "who stayed away from the exam",
    ),
    (
        "鼓楼岗前两个班分别20、25人，合同一年，乙班全部没考过，甲班都有合格证，补多少",
        "gulou-pre-job",
        10000,
        "all of one and none of the other",
    ),
]
ROWS = [*TOLD_TOGETHER, *LOTS, *SHARES, *LISTS, *ONE_BY_ONE, *BESIDE]
OPEN = [
    ("晋江20人考中级工，合格率九五成，合同两年，社保交了，补多少", "a rate of more than all"),
    ("晋江20个人0分之1是中级工，合同两年，社保交了，补多少", "no such part"),
    ("衢州，21个人，中级工高级工各占一半，补多少", "no half of 21 people"),
    ("晋江13个新员工岗前培训，合同两年，有一半没拿到合格证，企业补多少", "nor of 13"),
    ("衢州创业培训办了两期，一期20人，合格证都拿到了，补多少", "the first, or each"),
    ("晋江20个人岗前培训，一半以上没过，补多少", "more than half"),
    ("鼓楼岗前培训20人，大概一半的人拿到合格证，合同一年，补多少", "about half"),
    ("晋江岗前培训30人，合同一年，超过一半拿了合格证，补多少", "more than half"),
    ("晋江岗前培训30人，合同一年，五成以上拿了合格证，补多少", "five tenths or more"),
    ("鼓楼岗前培训30人，合同一年，三分之一多没拿到合格证，补多少", "more than a third, who are not all"),
    ("鼓楼岗前培训30人，合同一年，不到三分之一没拿到合格证，补多少", "fewer than a third"),
    ("衢州岗前20人，合格率93%，补多少", "no whole number of people"),
    (
        "鼓楼岗前三个班分别12、15、18人，另一个班没考核，合同一年，合格证有",
        "which class that is, is not said",
    ),
    ("衢州岗前培训两个班分别12、15、18人，都合格，补多少", "three numbers for two classes"),
    ("晋江岗前，甲乙两个班，甲班10人，乙班比甲班少3人，合同都一年，证都拿了，补多少", "a difference"),
    ("晋江岗前培训三个班，每班二十来个人，合同都一年，合格证有，补多少", "about so many in each"),
]


@pytest.mark.parametrize(("message", "rule", "amount", "reason"), ROWS, ids=[row[-1] for row in ROWS])
def test_what_all_get(message: str, rule: str, amount: int, reason: str) -> None:
    assert what_all_get(rule, message) == amount, reason


@pytest.mark.parametrize(("message", "reason"), OPEN, ids=[row[-1] for row in OPEN])
def test_nobody_is_counted(message: str, reason: str) -> None:
    answer = answer_to(message)
    assert [ask.fact for ask in answer.asks] == ["headcount"] and not answer.entitlements, reason


def test_the_multiplication_is_told() -> None:
    assert "按3 × 10人 = 30人算" in answer_to("鼓楼，三个车间各10人做岗前培训，合同一年，补多少").text


def test_a_class_held_together_is_no_sum_of_money() -> None:
    assert "数额与条文不一致" not in answer_to("衢州，我们和隔壁公司一块办的班，岗前培训20人，能领多少").text


def test_who_trained_nobody_has_no_group_of_one() -> None:
    answer = answer_to(
        "晋江的厂，签一年以上合同的工人有50个，学徒制今年一个徒弟都没开始带，一人一年4000今年拿得到吗"
    )
    assert {e.outcome for e in answer.entitlements if "apprenticeship" in e.rule.benefit.id} == {"ineligible"}


SO_OFTEN = [
    (
        "晋江三个建档立卡的贫困劳动力，今年参加项目制培训，一个参加2次，一个4次，一个1次，次次都有合格证，"
        "生活费补贴三个人合起来最多多少",
        3000,
        "the four are three by the cap, and the three are told again",
    ),
    ("晋江2个贫困劳动力参加项目制培训，一个2次，一个1次，每次都有合格证，生活费补贴一共多少", 1500, "two"),
]


@pytest.mark.parametrize(("message", "amount", "why"), SO_OFTEN, ids=[row[-1] for row in SO_OFTEN])
def test_each_is_paid_for_as_often_as_he_was_trained(message: str, amount: int, why: str) -> None:
    assert f"合计最多{amount}元" in answer_to(message).text, why


@pytest.mark.parametrize(
    ("told", "amount"),
    [
        ("8个人考电工证，5新3复审", 3100),
        ("电工证8人，复审3新取证5", 3100),
        ("焊工操作证，六个新的四个复审", 3800),
        ("叉车和电工操作证新证5复审3", 3100),
        ("电工操作证，3复审，5新考", 3100),
    ],
)
def test_new_and_renewed_are_counted_by_bare_numbers(told: str, amount: int) -> None:
    answer = answer_to(f"衢州，{told}，都拿到操作证了，一共最多多少")
    assert [one.entitlement.amount.high for one in answer.totals if one.entitlement.amount] == [amount]


@pytest.mark.parametrize(
    ("told", "amount"),
    [
        ("以工代训3个人分别干了2个月、4个月、9个月，都是贫困户", 2400),
        ("我们以工代训3个贫困户，一个2个月，一个4个月，一个9个月", 2400),
        ("吸纳2个贫困劳动力以工代训，分别3个月和5个月", 1600),
        ("以工代训的贫困户三个，一人2个月，一人3个月，另一人7个月", 2200),
        ("3个贫困户以工代训，一个半年，一个8个月，一个1个月", 2600),
        ("5个贫困户以工代训，一个2个月，其余6个月", 5200),
    ],
)
def test_each_of_several_has_a_time_of_his_own(told: str, amount: int) -> None:
    assert what_all_get("jinjiang-work-based", f"晋江，{told}") == amount


@pytest.mark.parametrize(
    "told", ["3个贫困户以工代训分别干了2个月、4个月", "贫困户小张和小李以工代训，一个3个月一个5个月"]
)
def test_whose_time_is_not_said_is_nobodys(told: str) -> None:
    answer = answer_to(f"晋江，{told}")
    assert answer.entitlements
    assert all("training_months" not in told.facts for told in answer.entitlements)
