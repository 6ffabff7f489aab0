"""Some of those who were counted, of whom something else is true: they and the others."""

import pytest

from assistant.rules.facts import Quantity
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
        ("晋江新招20人岗前，合格证都有，合同两年，有5个没签合同，补多少", "是6个没签"),
        "jinjiang-pre-job",
        11200,
        "the number of those who lack something is put right, not that of all",
    ),
    (
        ("晋江新招16人岗前，合同三年，合格证都有，其中3个没签合同，补多少", "应该是4个没签"),
        "jinjiang-pre-job",
        9600,
        "in other words",
    ),
    (
        ("衢州26个新人岗前，有三个没拿到培训合格证，剩下的都有，公司领多少", "不对，是四个没拿到"),
        "quzhou-pre-job",
        6600,
        "the rest were told of as well",
    ),
    (
        ("晋江岗前新招8人签了合同两年，有5个没签合同，合格证都有，补多少",),
        "jinjiang-pre-job",
        6400,
        "who have what others lack are beside them",
    ),
    (
        (
            "鼓楼新招20人岗前培训，合同两年，合格证都有，其中8个就业困难人员还做了以工代训4个月，公司参保，一共多少",
        ),
        "gulou-pre-job",
        10000,
        "some who did more are no more people",
    ),
    (
        ("鼓楼企业快倒闭了，目录外培训30人，合格证有，里面12个是转岗的，补多少",),
        "gulou-difficulty",
        15000,
        "what the firm is, it is for the twelve as well",
    ),
    (
        ("晋江岗前培训20个新员工，合同一年，合格证都拿了，公司补多少", "其中只有15个拿了合格证"),
        "jinjiang-pre-job",
        12000,
        "of whom nothing else is true are those who are asked about",
    ),
]

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

STEPS: list[Row] = [
    (
        ("衢州职工学徒10人，学制一年，每人花费8000，8个合格证和职业资格证都拿了，2个只有合格证，一共最多多少",),
        "quzhou-apprentice-both-certificates",
        64000,
        "eight who have both certificates",
    ),
    (
        ("晋江安全培训，30人拿了特种作业证，其中12个是复审换证的，化工厂，补多少",),
        "jinjiang-safety",
        14400,
        "twelve of whom it is told are not those of whom it is not",
    ),
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
    (("鼓楼困难企业组织9个人目录外培训，1个没合格",), "gulou-difficulty", 4000, "what the firm is keeps none from being one of nine"),
    (("晋江困难企业目录外培训30人，4人没合格证",), "jinjiang-firm-in-difficulty", 20800, "the same without 有"),
    (("衢州10人考了中级工，1人在领养老金，都本地户口",), "quzhou-skill-upgrade", 13500, "三5 bars who draws a pension"),
    (("衢州8个女的考了初级工，都本地户口，2个58岁",), "quzhou-skill-upgrade", 6000, "and women over 55"),
    (("衢州10人考了高级工，都本地户口，其中3个男的64岁",), "quzhou-skill-upgrade", 21000, "and men over 62"),
    (("晋江岗前20人合格证都有，只有15个签了合同",), "jinjiang-pre-job", 12000, "five have signed none"),
    (("晋江岗前20人合格证都有，合同都两年，只有15个签了两年合同",), "jinjiang-pre-job", 12000, "others may have another contract"),
    (("衢州10人考了中级养老护理员，1人在领养老金，都本地户口",), "quzhou-skill-upgrade", 13500, "a trade that another text is about"),
]  # fmt: skip


# More of them told apart, turn by turn.
LATER: list[Row] = [
    (
        ("鼓楼新招18人岗前培训，合同都签了两年，都拿了合格证", "里面4个没合格证", "还有3个只签了半年"),
        "gulou-pre-job",
        5500,
        "three more of the others",
    ),
    (
        ("鼓楼新招25人岗前培训，合同一年，合格证都有，公司拿多少", "有5个没签合同", "又有2个没拿到合格证"),
        "gulou-pre-job",
        9000,
        "又有 counts more of the others",
    ),
    (
        ("晋江厂里15人中级工5人高级工，合同两年社保全有，厂里一共拿多少", "有3个中级工的社保没交"),
        "jinjiang-skill-upgrade-firm",
        13600,
        "three of the fifteen of their kind; what was said of all stays so of the five",
    ),
    (
        (
            "晋江厂里15人中级工5人高级工，合同两年社保全有，厂里一共拿多少",
            "有3个中级工的社保没交",
            "再更正：高级工里还有1个只签了半年",
        ),
        "jinjiang-skill-upgrade-firm",
        12800,
        "one of the five of the other kind",
    ),
    (
        ("晋江6个中级工2个高级工，合同两年社保都齐，厂里拿多少", "高级工里一个没交社保"),
        "jinjiang-skill-upgrade-firm",
        5600,
        "one counts a person where he is one of a kind",
    ),
    (
        ("衢州12个中级工、6个高级工都考出来了，都是本地户口，最多多少", "中级工里有2个在领养老金"),
        "quzhou-skill-upgrade",
        33000,
        "what bars two of them (三 的限制) bars nobody else",
    ),
    (
        ("衢州10人高级工本地户口，最多多少", "其中3个已经在领养老金"),
        "quzhou-skill-upgrade",
        21000,
        "what some are, and nobody tries for, is not said of the others",
    ),
    (
        ("衢州10人高级工本地户口，最多多少", "有2个是外地户口但在衢州上班"),
        "quzhou-skill-upgrade",
        30000,
        "三5: one tie is as good as another, so that nothing changes",
    ),
    (
        ("晋江新招30人岗前，上个月招的，合同三年都有合格证", "里面5个是派遣的"),
        "jinjiang-pre-job",
        24000,
        "those of whom more is told do not make the others go",
    ),
    (
        (
            "鼓楼公司新招12人做岗前培训，合同两年，都拿到合格证，补多少",
            "有2个没拿到证",
            "另外还有5个没拿到证",
        ),
        "gulou-pre-job",
        5000,
        "others who lack it: of those before it is not said",
    ),
]  # fmt: skip


# Some who had the money, are of no kind that is paid for, or left earlier.
FEWER: list[Row] = [
    (
        ("我们公司以工代训了5个就业困难人员8个月，晋江，参了保", "其中2个岗前补贴已经领过了"),
        "jinjiang-work-based",
        3600,
        "二（六）7: who had the other subsidy is out, the three others are not",
    ),
    (
        ("衢州岗前培训40人里面有5个今年已经在我们厂领过了，40人都有合格证",),
        "quzhou-pre-job",
        10500,
        "四12: once a year in a firm; all told again are the same forty",
    ),
    (
        ("衢州岗前30人里有4个领过岗前补贴了，合格证都有",),
        "quzhou-pre-job",
        7800,
        "the same in other words",
    ),
    (
        ("鼓楼以工代训20人，4个是贫困户，16个是普通工人，3个月",),
        "gulou-work-based",
        2400,
        "普通工人 are none of those paid for; the months are those of all",
    ),
    (
        ("鼓楼以工代训9人5个月，3个贫困户，6个普通员工",),
        "gulou-work-based",
        3000,
        "the months ahead",
    ),
    (
        ("鼓楼以工代训4个月，5人，其中2人只干了1个月就走了，都是贫困户",),
        "gulou-work-based",
        2800,
        "paid by the month: one month is paid for",
    ),
    (
        ("鼓楼以工代训6个贫困户5个月，其中1个做了3个月就离职了",),
        "gulou-work-based",
        5600,
        "the same of one",
    ),
    (
        ("鼓楼以工代训7个贫困户，跑了2个，剩下的都干满4个月",),
        "gulou-work-based",
        4000,
        "who left without a month is out as before",
    ),
    (
        ("晋江以工代训，3个贫困户各6个月，1个干了2个月就走了，一共4个人，多少",),
        "jinjiang-work-based",
        4000,
        "three and one are the four",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("messages", "rule", "amount", "reason"),
    [*SUBSETS, *STEPS, *LATER, *FEWER],
    ids=[row[-1] for row in (*SUBSETS, *STEPS, *LATER, *FEWER)],
)
def test_some_and_the_others(messages: tuple[str, ...], rule: str, amount: int, reason: str) -> None:
    assert what_all_get(rule, *messages) == amount, reason


def test_others_with_a_certificate_of_their_own_are_beside_those_before() -> None:
    """衢市人社发〔2019〕141号 四11: ten at 8000元 in full, six more at half of it."""
    text = answer_to(
        "衢州职工学徒10个，一年，合格证都有，中级工证也都拿了；另外6个只有合格证。一共最高多少"
    ).text
    assert "最多80000元" in text
    assert "最多24000元" in text


def test_of_which_of_several_groups_some_are_is_asked() -> None:
    answer = answer_to("晋江5名中级工2名高级工，合同两年，都交社保，公司领多少", "里面有1个没交社保")
    assert answer.status == "needs_facts"
    assert "中级工" in answer.text or "四级" in answer.text


def test_how_many_count_is_asked_where_it_is_not_known_what_some_are() -> None:
    answer = answer_to("鼓楼新招18人岗前，合同一年，证都有，补多少", "其中4个是去年招的")
    assert "这4人，哪一项和其他人不一样" in answer.text and not answer.entitlements


def test_what_only_some_have_the_others_lack(read: Read) -> None:
    groups = read("衢州职工学徒10人，学完都拿了合格证，只有6个拿到职业资格证书").groups
    told = [(group.facts["headcount"], group.facts["vocational_certificate"]) for group in groups]
    # 四11 pays half for those who have only the certificate of training.
    assert told == [(Quantity.exactly(6), True), (Quantity.exactly(4), False)]


def test_old_staff_are_none_of_the_new() -> None:
    """鼓政办〔2020〕6号 二（一）1: of twenty new ones, though 老员工里 fifteen follow."""
    message = (
        "鼓楼的公司，今年新招20人，合同一年半，岗前培训有人社认定的合格证；"
        "老员工里15人参加安全培训，初次取得特种作业操作证书，能拿哪些钱"
    )
    assert what_all_get("gulou-pre-job", message) == 10000


def test_those_who_failed_may_be_told_again() -> None:
    message = "衢州岗前培训去了17个，过了15个，这15个拿的是合格证，没过的两个就算了，能领多少"
    assert what_all_get("quzhou-pre-job", message) == 4500


@pytest.mark.parametrize(
    ("told", "amount"),
    [
        ("岗前20人，紧缺目录的有8人", 11200),
        ("岗前培训20人，有8人是紧缺工种", 11200),
        ("岗前20人，另外紧缺目录的有8人", 15200),
    ],
)
def test_whose_trade_is_in_the_catalogue_is_one_of_those_counted(told: str, amount: int) -> None:
    """鼓政办〔2020〕6号 三（五） raises what 二（一）1 pays, and pays nothing of its own."""
    assert what_all_get("gulou-pre-job", f"鼓楼，{told}，合同两年，都合格") == amount
