"""Remarks on people told of before: who came to them, of which lot they are, who is pointed to."""

import pytest

from tests.dialogue.talk import answer_to, what_all_get

PERSONAL, PRE_JOB, GULOU = "jinjiang-skill-upgrade-worker", "jinjiang-pre-job", "gulou-pre-job"
HOURS, WORK_BASED, CHANGED = "quzhou-project-training", "gulou-work-based", "quzhou-pre-job"
SAFETY = "jinjiang-safety"

LEVELS = "晋江一家厂，中级工5人，高级工3人，合同三年，养老保险都缴，个人一共能领多少"
TWENTY = "晋江岗前20人，合同两年，合格证都有，补多少"
TEN = "鼓楼新招10个人做岗前培训，合同两年，都拿到人社认定的合格证，公司能补多少"
SEVEN = "晋江高危企业7个人安全培训，初次拿到培训合格证书，补多少"
BOTH = "衢州岗前7人，转岗4人，都有合格证，补多少"
CLASS = "衢州项目制清单内，第一个班36课时，12名学员拿了合格证，补多少"

Row = tuple[tuple[str, ...], str, int, str]  # messages, rule, what all get of it, reason

ROWS: list[Row] = [
    # others who came
    ((LEVELS, "车间又补来4个初级工的名单，条件都一样"), PERSONAL, 12300, "who sent them stands ahead"),
    ((LEVELS, "分厂那边还送来2个技师，合同社保都有"), PERSONAL, 13500, "sent by another"),
    ((TEN, "人事刚报来3个，也签了两年，证也有"), GULOU, 6500, "reported just now"),
    (
        ("鼓楼8个在职职工搞新型学徒制，学一年，起码补多少", "后来又报进来三个正式工，也是学一年"),
        "gulou-apprentice",
        0,
        "nothing is news of them: no three of the eight",
    ),
    # how many they are
    (
        (LEVELS, "高级工多报了一个，实际只有2人"),
        PERSONAL,
        8000,
        "whose number was off is told in the phrase ahead",
    ),
    ((LEVELS, "中级工少算了两个，应该是7个"), PERSONAL, 11500, "or too few"),
    ((SEVEN, "有2人没过", "没过的2人中，1人补考过了"), SAFETY, 4800, "1人补考 is no rate"),
    ((SEVEN, "有2个证没下来", "今天一个下来了，还差一个"), SAFETY, 4800, "who is lacking still"),
    # whom they mean
    ((TWENTY, "还有一个情况，里头有一个考试没去，合格证没拿到"), PRE_JOB, 15200, "一个情况 is nobody"),
    ((TEN, "有个人领了以工代训"), GULOU, 4500, "one of them"),
    ((TEN, "第三个人没考过"), GULOU, 4500, "the third of them"),
    ((TEN, "其中1人没拿到证", "搞错了，这个人有证的，10个都齐了"), GULOU, 5000, "this one, and all of them"),
    ((BOTH, "转岗里面有一个，今年三月份已经领过岗前的了"), CHANGED, 3000, "what is so of one stands behind"),
    ((BOTH, "转岗里厢有一个，今年已经领过岗前的了"), CHANGED, 3000, "in a dialect"),
    (
        (BOTH, "转岗里面有一个，今年三月份已经领过岗前的了", "记岔了，不是一个，是两个"),
        CHANGED,
        2700,
        "the others of those who changed are one fewer",
    ),
    (
        (TEN, "又进来5个，合同一样，但合格证还没到手", "那5个的证上周也下来了。在职的加上这5个总共多少"),
        GULOU,
        7500,
        "the same five, asked about with all",
    ),
    # what is said besides
    ((TWENTY, "其中3个只签了半年，公司合同都是两年"), PRE_JOB, 13600, "the others' contracts"),
    ((TWENTY, "合同专员反馈，其中3个只签了半年"), PRE_JOB, 13600, "whose office it is"),
    # how long
    (
        ("鼓楼招了8个贫困户做以工代训，干满6个月，补多少", "有3个第4个月走了"),
        WORK_BASED,
        8400,
        "three months or four",
    ),
    (
        ("鼓楼收了3个贫困户和2个零就业的搞以工代训，都是4个月，厂里参保", "零就业的那俩不止4个月，是8个月"),
        WORK_BASED,
        4800,
        "不止 is said of the months, not of the two",
    ),
    # lots
    ((CLASS, "第二个班28课时，10名学员也都取得证书，两个班合计多少"), HOURS, 17800, "another class"),
    (
        (CLASS, "第二个班28课时，10名学员也都取得证书", "第二个班名单有误，有2人没有取得合格证书"),
        HOURS,
        16400,
        "two of the second class",
    ),
    (
        ("晋江岗前一班12人，合同两年合格证都有，补多少", "一班有2个合同才半年"),
        PRE_JOB,
        8000,
        "two of the lot that was told of",
    ),
    (
        ("晋江岗前第一批20人，合同两年，合格证都有，补多少", "第二批15人合同两年，合格证都有"),
        PRE_JOB,
        28000,
        "a second lot beside a first one",
    ),
]


@pytest.mark.parametrize(("messages", "rule", "amount", "reason"), ROWS, ids=[row[-1] for row in ROWS])
def test_all_get_what_the_remark_makes_of_it(
    messages: tuple[str, ...], rule: str, amount: int, reason: str
) -> None:
    assert what_all_get(rule, *messages) == (amount or None), reason


def test_a_lot_that_may_be_known_is_asked_about() -> None:
    answer = answer_to("晋江岗前第一批20人，第二批15人，合同两年，补多少", "第二批15人也都拿到合格证了")
    assert "和前面说的对不上" in answer.text


def test_as_many_more_pay_for_themselves() -> None:
    text = answer_to(
        "鼓楼8个在职职工搞新型学徒制，学一年，起码补多少", "后来又报进来三个正式工，也是学一年"
    ).text
    assert "44000元" in text


def test_the_others_of_whom_nothing_is_read_stay_as_they_were() -> None:
    firm = "鼓楼困难企业，组织10名职工参加目录以外工种的培训，均取得培训合格证书，能补多少"
    some = "有3人的证书是公司自己发的，人社部门不认，另外7人的是人社部门认定的"
    assert what_all_get("gulou-difficulty", firm, some) == 3500
    assert "和前面说的对不上" in answer_to(TEN, "有2个合同只签了半年，另外5个是临时工").text


def test_who_asks_is_not_told_by_one_of_the_people() -> None:
    text = answer_to(TEN, "其中1人没拿到证", "这个人合格证拿到了").text
    assert "5000元" in text and "付给**企业**" not in text
