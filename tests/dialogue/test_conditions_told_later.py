"""Conditions that are told, taken back, made good or put right over turns, and what that does to the sum."""

import pytest

from tests.dialogue.talk import Talk, answer_to, what_all_get

Row = tuple[
    tuple[str, ...], str, str, int | None, str
]  # messages, benefit, outcome, most that is paid, reason

PROJECT = "衢州项目制培训，清单里的，20个人都拿合格证了，每天4课时上了8天，补多少"
HOURS = "我们机构在衢州办项目制，在目录清单里，30人拿到合格证，36课时，能补多少"
STUDENTS = "衢州，学生学徒6人，培养1年，签了劳动合同，社保才交2个月"
FIXED_TERM = "晋江公司，新员工10个，合同签6个月，都拿到岗前培训合格证了"
POOR = "晋江贫困劳动力，参加培训拿了合格证，生活费补多少"
MOTHER = "我妈在衢州，户口也在这，考了保育员中级，今年53，能领吗"

ROWS: list[Row] = [
    (
        (PROJECT, "不对，每天改5课时了"),
        "quzhou-project-training",
        "eligible",
        20000,
        "5 × 8 × 25, up to 1000",
    ),
    ((PROJECT, "天数也少算了，是10天"), "quzhou-project-training", "eligible", 20000, "4 × 10"),
    ((PROJECT, "后来砍掉一天"), "quzhou-project-training", "eligible", 14000, "4 × 7"),
    ((HOURS, "课时少算了四个"), "quzhou-project-training", "eligible", 30000, "40 hours, not four"),
    ((HOURS, "多报了6课时"), "quzhou-project-training", "eligible", 22500, "30 hours"),
    ((STUDENTS,), "quzhou-apprentice-student", "ineligible", None, "two months of insurance are no three"),
    ((STUDENTS, "现在交满三个月了"), "quzhou-apprentice-student", "eligible", 18000, "by now three"),
    ((FIXED_TERM,), "jinjiang-pre-job", "ineligible", None, "half a year"),
    ((FIXED_TERM, "又续签了6个月，加起来一年"), "jinjiang-pre-job", "eligible", 8000, "a year as it is told"),
    ((FIXED_TERM, "又续了6个月"), "jinjiang-pre-job", "undetermined", 8000, "whether both count is open"),
    ((POOR, "今年培训了两次都合格"), "jinjiang-living-allowance", "eligible", 1000, "two of three"),
    (
        (POOR, "今年培训了两次都合格", "前面已经领过两次了"),
        "jinjiang-living-allowance",
        "eligible",
        500,
        "one of three is left",
    ),
    ((MOTHER, "其实她56了"), "quzhou-skill-upgrade", "ineligible", None, "a woman of more than 55"),
    (
        ("衢州户口，56岁，考了中级工",),
        "quzhou-skill-upgrade",
        "undetermined",
        1500,
        "man or woman is not told",
    ),
    (("衢州户口，56岁，考了中级工", "男的"), "quzhou-skill-upgrade", "eligible", 1500, "of a man up to 62"),
    (
        ("我衢州户口，考了高级工，已经退休了能领吗", "办了内退，养老金还没开始领"),
        "quzhou-skill-upgrade",
        "eligible",
        3000,
        "no pension is drawn yet",
    ),
    (
        ("我户口在衢州，考高级工，成绩还没出来，能补多少", "出来了，过了"),
        "quzhou-skill-upgrade",
        "eligible",
        3000,
        "the outcome that was to come",
    ),
    (
        ("晋江，我中级工，合同两年，公司没给交社保", "上月开始交了"),
        "jinjiang-skill-upgrade-worker",
        "eligible",
        1000,
        "by its verb",
    ),
    (
        ("晋江，招了2个零就业家庭的，以工代训5个月，我们没参保", "上个月开始参保了"),
        "jinjiang-work-based",
        "eligible",
        2000,
        "the firm's insurance",
    ),
    (
        ("晋江，以工代训，吸纳就业困难人员2人，做了6个月，参没参保我得问财务", "财务说参了"),
        "jinjiang-work-based",
        "eligible",
        2400,
        "what was to be asked",
    ),
    (
        (
            "鼓楼区企业，新招8个人，一年合同，岗前培训完了也拿到合格证，不过证是公司自己印的",
            "后来送人社局认定了",
        ),
        "gulou-pre-job",
        "eligible",
        4000,
        "recognised after all",
    ),
    (
        ("衢州，厂里办比武，3个工种，没在市里计划", "后来增补进计划了"),
        "quzhou-competition",
        "eligible",
        30000,
        "listed after all",
    ),
    (
        ("晋江自己报班考了中级工，户口在泉州丰泽，常住晋江，求职登记没做", "做了登记了"),
        "jinjiang-free-choice",
        "eligible",
        None,
        "registered after all, and no sum in the text",
    ),
    (
        ("衢州本地户口，今年考了电工中级，今年已经领过一次补贴了", "又领了两次呢"),
        "quzhou-skill-upgrade",
        "ineligible",
        None,
        "one and two are three",
    ),
    (
        ("衢州考中级工，户口在这，去年领过三次补贴，今年一次没有",),
        "quzhou-skill-upgrade",
        "eligible",
        1500,
        "none this year",
    ),
    (
        ("衢州户口，考了钳工高级，以前没领过", "哦不对，前年钳工高级领过一次"),
        "quzhou-skill-upgrade",
        "undetermined",
        3000,
        "of which trade was not kept, so that it is asked",
    ),
    (
        ("衢州户籍，今年考了茶艺师四级", "同样的等级好像以前领过，记不清了"),
        "quzhou-skill-upgrade",
        "undetermined",
        1500,
        "the level stays, the money had is open",
    ),
    (
        ("衢州，去年12月招的新人20个，岗前培训合格证都有，补多少",),
        "quzhou-pre-job",
        "eligible",
        6000,
        "the hiring is not what is paid for",
    ),
    (
        ("我在衢州就业，考了焊工中级工",),
        "quzhou-skill-upgrade",
        "eligible",
        1500,
        "working there is one of the four ties",
    ),
    (
        ("衢州的班，项目在清单里，22人合格证都拿到了，30课时", "老师又补了四节课", "补的那四节不算了"),
        "quzhou-project-training",
        "eligible",
        16500,
        "added, and taken off again",
    ),
    (
        ("衢州本地人，电工四级，前年就补过钱了，现在重考了一个四级电工",),
        "quzhou-skill-upgrade",
        "ineligible",
        None,
        "the trade stands behind the level",
    ),
    (
        ("衢州户口 焊工中级去年补过 那我再考个焊工高级能补不",),
        "quzhou-skill-upgrade",
        "eligible",
        3000,
        "of the level that was paid for nothing is asked",
    ),
    (
        ("晋江 员工高级工 合同一年 养老上个月刚停",),
        "jinjiang-skill-upgrade-worker",
        "ineligible",
        None,
        "stopped, with nothing behind",
    ),
    (
        ("晋江，我技师证，合同五年，公司没参保", "参了，我弄错了"),
        "jinjiang-skill-upgrade-worker",
        "eligible",
        2000,
        "said of the firm and of its people",
    ),
    (
        ("晋江 中级工 合同没签 社保有", "昨天签了"),
        "jinjiang-skill-upgrade-worker",
        "undetermined",
        1000,
        "nobody knows for how long",
    ),
    (
        ("鼓楼 新员工6名做岗前培训 合同一年 合格证还在人社局审",),
        "gulou-pre-job",
        "undetermined",
        3000,
        "not refused, and not had yet",
    ),
    (
        ("晋江 新招9人 合同2年 岗前培训 合格证全有 招来多久不记得了",),
        "jinjiang-pre-job",
        "undetermined",
        7200,
        "what 新招 means is not known, where somebody says that he forgot",
    ),
    (
        ("衢州 转岗培训10人合格 今年岗前领过没有记不清", "查到了 没领"),
        "quzhou-pre-job",
        "eligible",
        3000,
        "the money, and not the certificate, was not had",
    ),
    (
        ("衢州 职工学徒8人 两年 合格证有 中级证也有 每人每年花6500", "第二年只花了5000"),
        "quzhou-apprentice-both-certificates",
        "eligible",
        128000,
        "no one cost for both years: only the most is told",
    ),
    (
        ("晋江 宁夏来的12个工人 合格证拿了10个", "又补发了两个"),
        "jinjiang-partner-region-firm",
        "eligible",
        18000,
        "ten certificates, then two more",
    ),
    (
        ("衢州 竞赛 4个工种 报了市里计划还没批", "批了"),
        "quzhou-competition",
        "eligible",
        40000,
        "approved after all",
    ),
    (
        ("晋江 机构开的项目制班 补贴总额20万 能先拨多少 班还没开", "开了"),
        "jinjiang-advance-payment",
        "eligible",
        120000,
        "begun by now",
    ),
    (
        ("衢州 竞赛 列入计划 6个工种", "疫情取消了两个"),
        "quzhou-competition",
        "eligible",
        40000,
        "two fewer, and not two",
    ),
    (
        ("晋江 两后生 免费培训", "后来考上大专了"),
        "jinjiang-free-training",
        "undetermined",
        None,
        "who goes on to a college is none who did not: another group is asked for",
    ),
    (
        ("衢州 生活费补贴 我是低保户 在培训", "低保今年停了"),
        "quzhou-living-allowance",
        "undetermined",
        None,
        "no longer one of these",
    ),
    (
        ("鼓楼 脱胎漆器 5人 签了一年 有合格证 人社还没认定",),
        "gulou-traditional-craft",
        "ineligible",
        None,
        "not recognised yet",
    ),
    (
        ("衢州 我老公 60 刚办退休 还没领到钱 考了中级 户口衢州",),
        "quzhou-skill-upgrade",
        "ineligible",
        None,
        "the right to a pension is enough",
    ),
    (
        ("晋江，新招4个工人，上了两年班才做岗前培训，合同三年，合格证有",),
        "jinjiang-pre-job",
        "ineligible",
        None,
        "上了两年班 is since when they work there",
    ),
]

SOME: list[tuple[tuple[str, ...], str, int, str]] = [
    (
        ("晋江，公司组织20人考中级工，合同都两年，社保也交，挂了一半",),
        "jinjiang-skill-upgrade-firm",
        8000,
        "half",
    ),
    (
        ("衢州 10个人考高级工 户口都在衢州 挂了三个 补考过了一个",),
        "quzhou-skill-upgrade",
        24000,
        "10 - 3 + 1",
    ),
    (
        ("晋江，新招20人，合同都签两年，岗前培训，其中10人合格证没拿到",),
        "jinjiang-pre-job",
        8000,
        "合格证没拿到 is none who passed",
    ),
    (
        (
            "晋江工厂，10个员工都考了中级工，合同一年以上，养老都交，其中3个没交养老保险",
            "那3个也补缴了",
        ),
        "jinjiang-skill-upgrade-firm",
        8000,
        "made good for those who lacked it",
    ),
    (
        ("晋江 10人 中级工 合同三年 社保全有", "4个人的合同上月到期了"),
        "jinjiang-skill-upgrade-firm",
        8000,
        "of four it is open, and of six it stays: at most as much as before",
    ),
]


@pytest.mark.parametrize(("messages", "benefit", "most", "why"), SOME, ids=[row[-1] for row in SOME])
def test_what_some_of_them_lack(messages: tuple[str, ...], benefit: str, most: int, why: str) -> None:
    assert what_all_get(benefit, *messages) == most, why


@pytest.mark.parametrize(("messages", "benefit", "outcome", "most", "why"), ROWS, ids=[r[-1] for r in ROWS])
def test_what_a_condition_told_later_does(
    messages: tuple[str, ...], benefit: str, outcome: str, most: int | None, why: str
) -> None:
    [own] = [one for one in answer_to(*messages).entitlements if one.rule.benefit.id == benefit]
    assert own.outcome == outcome, why
    assert (own.amount.high if own.amount else None) == most, why


@pytest.mark.parametrize("told", ["公示了5天了，还要等多久", "结业已经20天了，能领多少"])
def test_days_that_are_no_lessons_change_no_hours(told: str) -> None:
    talk = Talk()
    talk.say(
        "衢州，我们培训机构做城镇失业人员的项目制培训，20个人，每天4课时，上了10天，都拿了合格证，能领多少"
    )
    before = talk.session.facts["class_hours"]
    talk.say(told)
    assert talk.session.facts["class_hours"] == before == "40"


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("以前在厂里换工种，中级工前年领过", "undetermined"),  # for which of the two, is not told
        ("我没有换工种，又考了中级工，以前领过中级工", "ineligible"),
        ("以前领过中级工，这次换了工种又考的中级工", "eligible"),
    ],
)
def test_another_trade_told_beside_money_had(told: str, outcome: str) -> None:
    due = answer_to(f"晋江，我考了中级工，合同两年，有养老保险，{told}").entitlements
    assert {e.outcome for e in due if e.rule.benefit.id == "jinjiang-skill-upgrade-worker"} == {outcome}
