"""Ordinary sentences that look like denials and are none: one denial too many refuses somebody their money."""

import pytest

from assistant.dialogue.facts.acts import Acts
from assistant.dialogue.language.lexicon import Lexicon
from assistant.rules.facts import FactBook
from tests.dialogue.conftest import Read

# (message, reason)
NOTHING_DENIED: list[tuple[str, str]] = [
    ("新员工来了就上岗前培训班，8人都有合格证", "上岗前 is no 上岗"),
    ("新员工一来就派去参加岗前培训", "sent to be trained"),
    ("第一天就上机了，第二周才岗前培训", "trained later"),
    ("新人头一天就干活，晚上上岗前培训课", "trained in the evening"),
    ("新来的进厂就派到技校培训去了", "sent to a school"),
    ("一到厂就上岗培训了五天", "上岗培训 is the training"),
    ("第一天直接发教材上课", "straight to class"),
    ("课是我们厂和劳务公司一起上的", "together"),
    ("课是我们自己老师上的，人是派遣公司派来上的", "the people are theirs, the lessons ours"),
    ("我公司请妇联来组织，课是妇联老师上的", "at the firm's request"),
    ("培训委托给街道，课都是街道办的", "on the firm's behalf"),
    ("我们厂联合残联办的班，课是残联老师教的", "jointly"),
    ("员工自己报名学的，公司后来也组织了培训", "the firm held one too"),
    ("工人自己花钱学过，厂里今年又安排了培训", "the same in other words"),
    ("员工自己报的班", "who entered, not who held it"),
    ("新型学徒制，师傅没带过徒弟，10个学徒合同两年", "the master is new to it"),
    ("师傅以前没带过学徒，这回带3个", "the same"),
    ("公司跟学校没关系，学徒制10人", "who owns it"),
    ("以工代训，就是正常上班时师傅带着教", "taught at work"),
    ("以工代训就是正常上班，师傅边上带", "the same in two parts"),
    ("老板说只上班不用考试", "of the examination"),
    ("后面的课都没再上，因为提前考过了中级工", "had no more need of them"),
    ("剩下的课没去，提前结业了", "finished early"),
    ("公司每个月扣我养老金", "pays for a pension"),
    ("养老金每月从工资里扣", "the same"),
    ("我靠养老金的妈妈支持去培训", "her mother's"),
    ("班是我们出钱让街道办的", "at the firm's expense"),
    ("课是残联派老师来我们厂上的", "in the firm"),
    ("员工自费学的，费用公司报销了", "the firm paid in the end"),
    ("学费公司报销了", "paid back, not come to naught"),
    ("带徒师傅都是头一回，没带过徒弟", "new to it, in two parts"),
    ("我们不是光干活", "not only work"),
    ("我妈每月领养老金，我考了高级工", "another's pension"),
    ("我爸退休金按月领，我户口衢州", "the same"),
    ("培训完第二天直接上岗", "after it"),
    ("课没什么难的", "what it was like"),
    ("不是只有公司组织的才补吧", "asked"),
    ("老师没我师傅讲得好", "compared"),
    ("上课的地方不在厂里", "where"),
    ("我们没少组织培训", "two noes"),
]


@pytest.mark.parametrize(("message", "reason"), NOTHING_DENIED, ids=[row[0] for row in NOTHING_DENIED])
def test_nothing_is_denied(read: Read, message: str, reason: str) -> None:
    facts = read(message).facts
    assert [fact for fact, value in facts.items() if value is False] == [], reason
    assert "drawing_pension" not in facts, reason


# (message, fact, value; None: nothing is said of it, reason)
TOLD: list[tuple[str, str, bool | None, str]] = [
    ("新员工当天就派上机台", "pre_job_held", False, "to a job at once"),
    ("一来就上岗，没做岗前培训", "pre_job_held", False, "what is told later is denied as well"),
    ("新人进厂就直接上流水线，这样岗前培训补贴能领吗", "pre_job_held", False, "the money is asked for"),
    ("培训班是街道办的，我们没出面", "organised_by_firm", False, "somebody else's"),
    ("课是劳务公司上的", "organised_by_firm", False, "the same"),
    ("员工自己掏钱学的", "organised_by_firm", False, "each for himself"),
    ("我自己报的班学的，没上过公司培训", "organised_by_firm", False, "only the firm's"),
    ("我自己报的班学的，没上过公司培训", "training_held", None, "there was another one"),
    ("我没参加过任何培训", "training_held", False, "none at all"),
    ("公司没给培训，直接考的", "training_held", False, "none at all"),
    ("一个徒弟都没带过", "apprenticeship_held", False, "nobody was taught"),
    ("学徒跟学校没什么关系", "taught_with_school", False, "of the apprentices"),
    ("招了5个人，就是正常上班", "work_based_held", False, "nothing but work"),
    ("进来光干活，没培训", "work_based_held", False, "the same"),
    ("上到一半就不去了", "course_completed", False, "broken off"),
    ("没交养老金", "pension_insured", False, "not paid"),
    ("公司给我交着养老金", "pension_insured", True, "paid"),
    ("领工资的时候扣了养老金", "pension_insured", True, "taken off the wage"),
    ("合同社保都有", "pension_insured", True, "both"),
    ("我妈每月领养老金，她考了高级工", "drawing_pension", True, "it is about her"),
    ("我是替我妈问的，我妈每月领养老金", "drawing_pension", True, "he asks for her"),
    ("我每月领三千块养老金", "drawing_pension", True, "drawn"),
    ("我每个月退休金两千多", "drawing_pension", True, "nobody pays for a 退休金"),
    ("我在家靠养老金过日子", "drawing_pension", True, "lives on it"),
    ("养老金我每月拿2000", "drawing_pension", True, "turned"),
]


@pytest.mark.parametrize(("message", "fact", "value", "reason"), TOLD)
def test_what_is_told_beside_it(read: Read, message: str, fact: str, value: bool | None, reason: str) -> None:
    assert read(message).facts.get(fact) == value, reason


@pytest.mark.parametrize(
    "message",
    [
        "我从没参加过这种补贴申报，领多少",
        "没参加过类似申报，第一次报",
        "没参加过申报工作",
        "没参加培训，自己考的证，能领吗",
        "那天没上课，还能不能领",
    ],
)
def test_who_never_claimed_is_no_fraud(read: Read, message: str) -> None:
    assert "fraud_act" not in read(message).flags


@pytest.mark.parametrize("message", ["有几个没参加培训也报上去了", "不上课直接领行不行", "人没来照领补贴"])
def test_who_claims_without_training_is_one(read: Read, message: str) -> None:
    assert "fraud_act" in read(message).flags


def test_a_book_without_the_fact_reads_on(lexicon: Lexicon) -> None:
    assert Acts(FactBook({}), lexicon).read("新人直接上岗，课是街道办的，证是厂里自己发的", ()) == []
