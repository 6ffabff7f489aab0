"""Who is left of those who were counted: who passed, who did not, who went, and who is only described."""

import pytest

from tests.dialogue.talk import what_all_get

Row = tuple[str, str, int, str]  # message, rule, what all get of it, reason

FAILED: list[Row] = [
    (
        "晋江岗前培训，合格12人，未合格3人，补多少",
        "jinjiang-pre-job",
        9600,
        "those who failed are beside the twelve",
    ),
    ("衢州转岗培训通过的有21个、没通过的4个，补多少", "quzhou-pre-job", 6300, "the same in other words"),
    (
        "衢州岗前培训15个，都合格，每个人多少，15个人多少",
        "quzhou-pre-job",
        4500,
        "a rate asked for is no number",
    ),
    (
        "衢州三个中级工，本地人，一个人多少，三个人多少",
        "quzhou-skill-upgrade",
        4500,
        "nor one person's share",
    ),
    ("衢州10个人考技师3个没过", "quzhou-skill-upgrade", 31500, "no comma, and no word for what"),
    ("衢州25个人考高级工，有3个没考过，补多少", "quzhou-skill-upgrade", 66000, "some of them"),
    (
        "晋江岗前训了13个，证都有；不对，有2个没考过",
        "jinjiang-pre-job",
        8800,
        "what was said of all is put right",
    ),
    (
        "衢州岗前培训，20人都拿到合格证了，等等，有三个没通过",
        "quzhou-pre-job",
        5100,
        "the same with another word for it",
    ),
    ("衢州8个人考中级工，挂了2个，补多少", "quzhou-skill-upgrade", 9000, "the failure before its number"),
    (
        "晋江12个人考中级工，4个没考上，合同社保都有，个人能领多少",
        "jinjiang-skill-upgrade-worker",
        8000,
        "eight are left",
    ),
    (
        "晋江企业职工技能提升，20个中级工，3个没考过，合同两年，养老都交，企业领多少",
        "jinjiang-skill-upgrade-firm",
        13600,
        "what is said behind is said of all",
    ),
]
TAKEN_OFF: list[Row] = [
    (
        "鼓楼困难企业30人学目录外工种，5人中途退出，剩下的都拿到人社合格证，补多少",
        "gulou-difficulty",
        12500,
        "who left halfway",
    ),
    (
        "晋江，6个宁夏籍和4个本地的都做了岗前培训，合同都一年，宁夏籍的有2个没拿到合格证，企业补多少",
        "jinjiang-partner-region-firm",
        6000,
        "some of those from Ningxia, named by where they are from",
    ),
    (
        "衢州特种作业，6个新考、4个复审，新考的有1个没过，最多补多少",
        "quzhou-special-operation",
        3300,
        "one of the new ones",
    ),
    (
        "衢州岗前30人，没考过的2个，缺考的1个，其他都有合格证，补多少",
        "quzhou-pre-job",
        8100,
        "failed and missing",
    ),
    (
        "衢州，我们厂12个人，考了高级工的占三分之二，剩下的是中级工，最多多少",
        "quzhou-skill-upgrade",
        30000,
        "a share behind whose it is, and the rest",
    ),
]  # fmt: skip
GONE: list[Row] = [
    (
        "晋江厂里15个新人岗前，合同两年，合格证都有，5个已经离职，公司补多少",
        "jinjiang-pre-job",
        8000,
        "five have resigned",
    ),
    (
        "晋江岗前培训22人，合同两年，证都发了，期间流失3人，公司能报多少",
        "jinjiang-pre-job",
        15200,
        "the number behind",
    ),
    (
        "我们衢州岗前20人，半年后走了5个，合格证都有，补多少",
        "quzhou-pre-job",
        4500,
        "those who are left are counted",
    ),
]
BEHIND: list[Row] = [
    (
        "晋江岗前班四十号人，最后考下来三十五，合同两年，企业能报几多",
        "jinjiang-pre-job",
        28000,
        "without a measure",
    ),
    (
        "晋江我们送了16个人去考，过了11个，都是中级工，合同两年养老都交，企业领多少",
        "jinjiang-skill-upgrade-firm",
        8800,
        "过了 ahead of how many",
    ),
    (
        "晋江10个人考证，6个人过了，4个人没过，过的都是高级，合同一年养老齐，个人领多少",
        "jinjiang-skill-upgrade-worker",
        9000,
        "what is said of those who passed",
    ),
    (
        "衢州创业培训，报名30，结业26，合格证发了24本，补多少",
        "quzhou-entrepreneurship",
        24000,
        "one certificate each",
    ),
    ("衢州一共18个学员，合格证16本，岗前，补多少", "quzhou-pre-job", 4800, "fewer certificates than people"),
    (
        "困难企业，晋江安海的。目录外的工种训了三十个职工，合格证30本，企业补贴？",
        "jinjiang-firm-in-difficulty",
        24000,
        "as many certificates as people",
    ),
    ("衢州岗前22人，除了小李小王，别的都拿了合格证，补多少", "quzhou-pre-job", 6000, "all but two by name"),
    (
        "衢州项目制目录内30课时，报了40人，拿合格证32个，补多少",
        "quzhou-project-training",
        24000,
        "a number behind what it counts is of people",
    ),
    ("晋江岗前，来了40个，领到证书的36个，合同两年，补多少", "jinjiang-pre-job", 28800, "in other words"),
    ("衢州考了合格证的有19个，没考的有2个，岗前，补多少", "quzhou-pre-job", 5700, "both numbers behind"),
    ("晋江岗前50人，合格44个，不合格6个，合同两年，补多少", "jinjiang-pre-job", 35200, "and the whole first"),
    (
        "衢州转岗培训，报名25人，没通过3个，其他都拿了证，补多少",
        "quzhou-pre-job",
        6600,
        "and the rest behind",
    ),
    (
        "晋江11个中级工，合同两年，除了3个别的都交养老，企业补多少",
        "jinjiang-skill-upgrade-firm",
        6400,
        "all but three, who are no 个别",
    ),
]
WHO_THEY_ARE: list[Row] = [
    (
        "衢州30人考了中级工，其中一半是党员，补多少",
        "quzhou-skill-upgrade",
        45000,
        "a share that tells nothing",
    ),
    ("衢州10人，一半男一半女，都考了中级工，补多少", "quzhou-skill-upgrade", 15000, "two shares of all"),
    (
        "衢州岗前培训30人，三分之二是女工，都拿合格证，补多少",
        "quzhou-pre-job",
        9000,
        "two thirds are women, all have passed",
    ),
    (
        "鼓楼20人岗前培训，合同一年，合格证都拿了，五成是外地的，补多少",
        "gulou-pre-job",
        10000,
        "the share behind all that is told",
    ),
    ("衢州12个人考了中级工，其中3个是外包公司的人", "quzhou-skill-upgrade", 18000, "told without a share"),
    ("衢州30人考了中级工，其中10个是女的，补多少", "quzhou-skill-upgrade", 45000, "ten women of thirty"),
    (
        "衢州岗前培训20人，里面5个是党员，3个是女的，证都拿了，补多少",
        "quzhou-pre-job",
        6000,
        "one after the other",
    ),
    ("衢州10人考中级工，其中5个女的考过了，补多少", "quzhou-skill-upgrade", 7500, "five women have passed"),
    ("衢州30人考中级工，其中20人考上了，补多少", "quzhou-skill-upgrade", 30000, "what they got matters"),
]
ROWS = [*FAILED, *TAKEN_OFF, *GONE, *BEHIND, *WHO_THEY_ARE]


@pytest.mark.parametrize(("message", "rule", "amount", "reason"), ROWS, ids=[row[-1] for row in ROWS])
def test_those_who_are_left_count(message: str, rule: str, amount: int, reason: str) -> None:
    assert what_all_get(rule, message) == amount, reason


def test_those_taken_off_later_are_counted_once() -> None:
    messages = "衢州岗前培训15个人都有合格证补多少", "哦不对，有2个是去年的，不能算，减掉2个"
    assert what_all_get("quzhou-pre-job", *messages) == 3900


def test_those_who_leave_later_are_taken_off() -> None:
    messages = "衢州岗前20人，合格证都有，补多少", "后来跑了3个", "又辞职2个"
    assert what_all_get("quzhou-pre-job", *messages) == 4500


@pytest.mark.parametrize(
    ("messages", "rule", "amount", "reason"),
    [
        (
            ("鼓楼新招20人岗前，跑了4个没训完，剩下的都签了一年合同，合格证也有", "不对，跑了3个"),
            "gulou-pre-job",
            8500,
            "how many went: seventeen of twenty are left",
        ),
        (
            ("衢州岗前45人参加，40人拿了合格证", "不对，是3人没拿到证"),
            "quzhou-pre-job",
            12600,
            "who failed, of the 45",
        ),
        (
            ("晋江20人岗前，合同两年，合格证都有，其中5个去年领过了，剩下的补多少", "弄错了，领过的是4个"),
            "jinjiang-pre-job",
            12800,
            "who had it already",
        ),
        (
            ("晋江20人岗前，合同两年，合格证都有，其中5个没签合同，扣掉再算", "是6个没签"),
            "jinjiang-pre-job",
            11200,
            "no word says that something was wrong",
        ),
        (
            ("衢州岗前30人，合格证有，走了4个", "不对，一共是32人"),
            "quzhou-pre-job",
            8400,
            "how many they all are",
        ),
        (("衢州岗前20人合格证都有", "再加5个人", "不对，是加了3个"), "quzhou-pre-job", 6900, "how many came"),
        (("衢州岗前30人，合格证有，走了4个", "不对，合同是两年"), "quzhou-pre-job", 7800, "another fact"),
        (
            ("衢州岗前45人参加，40人拿了合格证", "不对，是42人拿了合格证"),
            "quzhou-pre-job",
            12600,
            "who passed",
        ),
    ],
)
def test_who_is_left_is_put_right_of_all(
    messages: tuple[str, ...], rule: str, amount: int, reason: str
) -> None:
    assert what_all_get(rule, *messages) == amount, reason
