"""Acts that a clause asks for: denied they refuse, silence takes them as done, 不清楚 leaves them open."""

from datetime import date
from typing import Any

import pytest

from assistant.dialogue.language.instead import WhatHappened
from assistant.errors import CorpusError
from assistant.rules.facts import FactBook, FactSpec
from tests.dialogue.conftest import Read
from tests.dialogue.talk import Talk, answer_to

UNSURE = "不清楚"
FUJIAN_2025 = date(2025, 8, 1)

# (message, fact, value; None: nothing is said of it, reason)
SAID: list[tuple[str, str, Any, str]] = [
    ("没有开展以工代训", "work_based_held", False, "denied before"),
    ("就是正常上班，没有搞以工代训", "work_based_held", False, "in spoken words"),
    ("以工代训根本没搞", "work_based_held", False, "denied behind"),
    ("以工代训没有真正开展", "work_based_held", False, "not really"),
    ("以工代训嘴上说说，实际没搞过", "work_based_held", False, "denied in the next part"),
    ("没给新员工搞岗前培训", "pre_job_held", False, "with the people in between"),
    ("新人直接上岗了", "pre_job_held", False, "without naming it"),
    ("新员工从来不做岗前培训", "pre_job_held", False, "as a habit"),
    ("岗前培训一次都没组织", "pre_job_held", False, "not once"),
    ("没参加过什么培训，直接去考的", "training_held", False, "the plainer of two words for it"),
    ("这帮人没上过技能提升的课", "training_held", False, "a course of it"),
    ("员工私下考的，公司压根没掺和", "organised_by_firm", False, "no hand in it"),
    ("学徒制没搞起来", "apprenticeship_held", False, "begun and not brought about"),
    ("没跟任何学校合作", "taught_with_school", False, "with no school"),
    ("公司没组织，师傅自己跑去考的", "organised_by_firm", False, "the firm did not"),
    ("不是公司组织的", "organised_by_firm", False, "not by the firm"),
    ("公司从来没组织过职工考证", "organised_by_firm", False, "whatever was not organised"),
    ("证是厂里自己发的，人社没认定", "recognised_certificate", False, "the firm's own paper"),
    ("还没有培训资质", "qualified_institution", False, "a quality that is not there yet is not there"),
    ("我没有创业的打算", "wants_business", False, "no plans"),
    ("只给自家正式工培训，上下游的小厂一个没带", "assists_small_firms", False, "its own people only"),
    ("建在没什么高危企业的镇，不是集中地区", "in_high_risk_area", False, "few such firms"),
    ("学徒中途退出了", "course_completed", False, "left early"),
    ("竞赛是工会主办的", "run_by_firm", False, "somebody else's"),
    ("工人不是宁夏、西藏、新疆籍的", "partner_region_native", False, "none of a list of places"),
    ("名是报了，课一节没上", "training_held", False, "entered and never came"),
    ("厂里从来不开班，啥也不教", "training_held", False, "a firm that teaches nothing"),
    ("新人头一天就直接上流水线", "pre_job_held", False, "straight to work"),
    ("师傅谁也没带，一个徒弟都没收", "apprenticeship_held", False, "nobody to teach"),
    ("工作室是学校出面设的，跟企业无关", "run_by_firm", False, "somebody else's"),
    ("操作证在应急系统里查不到", "issued_by_authority", False, "not of the authority"),
    ("今年只教全日制学生，对外没招", "social_training", False, "nobody from outside"),
    ("创业班的门我都没踏进去过", "training_held", False, "never through the door"),
    ("培训课的门朝哪开都不晓得", "training_held", False, "does not know where the door is"),
    ("你们办的班我连老师姓啥都不知道", "training_held", False, "does not know the teacher's name"),
    ("报了名，可是从头到尾我没听过一堂课", "training_held", False, "not one lesson"),
    ("讲座啊课程啊我一次没听过", "training_held", False, "how little, with nobody in between"),
    ("三年来办班的次数是零", "training_held", False, "none is a number too"),
    ("培训这一步整个跳过去了", "training_held", False, "left out"),
    ("厂里办班我在老家，去上课的是同组阿明", "training_held", False, "somebody else went"),
    ("说是学徒，谁也没教过我一样东西", "training_held", False, "nobody taught anything: of any training"),
    ("岗前那几天我们全免了", "pre_job_held", False, "spared"),
    ("一个师傅一个徒弟都没配", "apprenticeship_held", False, "none of either"),
    ("学徒和学校那边八竿子打不着", "taught_with_school", False, "nothing to do with it"),
    ("职校技校我们一所都没联系过", "taught_with_school", False, "never spoke to one"),
    ("技能课全是派遣公司在自己那边办的", "organised_by_firm", False, "held by another firm"),
    ("给他们上技能课的是外地那家派遣公司", "organised_by_firm", False, "the same the other way round"),
    ("班由妇联一手操办，我们事后才知道", "organised_by_firm", False, "by others and unknown to the firm"),
    ("安全培训是工人自己花钱去学的", "organised_by_firm", False, "each for himself"),
    ("厂里一概没过问", "organised_by_firm", False, "none of its business"),
    ("合格证人社局听都没听说过", "recognised_certificate", False, "unheard of"),
    ("应急局网站上根本查无此证", "issued_by_authority", False, "unknown on the authority's own pages"),
    ("职工教育经费那一栏空白", "education_funds_spent", False, "an empty column"),
    (
        "去年跟职工学习有关的开销一笔都没有发生",
        "education_funds_spent",
        False,
        "the year is over, and asked about",
    ),
    ("教材自己一本也没写过", "develops_courses", False, "not one"),
    ("原定的比武最后黄了", "competition_held", False, "came to naught"),
    ("课上到一半我就跑去外地打工了", "course_completed", False, "broken off"),
    ("开店这事我想都没想过", "wants_business", False, "the verb ahead of itself"),
    ("老师想到哪讲到哪，跟项目计划对不上号", "by_project_plan", False, "does not agree with it"),
    (
        "职工教育经费那个科目一年到头没动过一分钱",
        "education_funds_spent",
        False,
        "with its sum behind the verb",
    ),
    ("社保这块公司一直没替我掏过", "pension_insured", False, "not one of the usual verbs"),
    ("求职登记那张表我一个字都没填", "job_seeker_registered", False, "not a word on the form"),
    ("哪称得上头部企业", "head_firm", False, "a question that asks nothing"),
    ("不按项目计划上课", "by_project_plan", False, "not by it"),
    ("没走政府购买", "by_government_purchase", False, "its own verb"),
    ("我们作坊一直没参保", "firm_insured", False, "whose part it is"),
    ("只带本厂", "assists_small_firms", False, "only its own"),
    ("课程计划改成下个月开", "by_project_plan", None, "another time is no other plan"),
    ("民办机构跟公办一样吗", "private_institution", None, "the other kind is only compared with"),
    ("在家没人教，想去学门手艺", "training_held", None, "a wish"),
    ("什么班都没有，我去哪学", "training_held", None, "none is offered"),
    ("没去过福州，想在鼓楼学", "works_in_town", None, "a journey is no work"),
    ("培训的都是晋江本地人", "partner_region_native", False, "where they come from instead"),
    ("宁夏和新疆籍的工人", "partner_region_native", True, "each of a list of places"),
    ("职工教育经费一分都没支出", "education_funds_spent", False, "not a cent"),
    ("去年没发生职工教育经费", "education_funds_spent", False, "the year that is settled"),
    ("去年没组织培训", "training_held", None, "another year than the one asked about"),
    ("派遣工来了从来没培过训", "training_held", False, "a verb taken apart"),
    ("操作证不是应急局发的", "issued_by_authority", False, "whoever else it was"),
    ("操作证应急管理局不认", "issued_by_authority", False, "not acknowledged"),
    ("应急管理局发的操作证没丢", "issued_by_authority", None, "something else is denied of it"),
    ("我们是街道下属的公办培训学校", "private_institution", False, "the other kind, of oneself"),
    ("学校性质是公办的", "private_institution", False, "the same"),
    ("我们不是公办的", "private_institution", None, "neither kind is named"),
    ("我们是民办学校跟公办一样吗", "private_institution", None, "compared with what one is"),
    # left open
    ("还没办岗前培训，打算下个月办", "pre_job_held", UNSURE, "not yet"),
    ("岗前培训这回没来得及搞", "pre_job_held", UNSURE, "no time for it yet"),
    ("有没有参加过培训我不清楚", "training_held", UNSURE, "not known"),
    ("其中2个没参加岗前培训", "pre_job_held", UNSURE, "some of them: what of the others?"),
    ("那职工自己跑去考的呢", "organised_by_firm", UNSURE, "nobody said what the firm did"),
    # nothing
    ("岗前培训没花公司一分钱", "pre_job_held", None, "something else is denied of it"),
    ("培训班没请外面老师", "training_held", None, "who taught it"),
    ("新员工做完岗前培训，没一个人离职", "pre_job_held", None, "what came after it"),
    ("8人做了岗前培训，另外这4人没做岗前培训", "pre_job_held", None, "done by some and not by others"),
    ("有我这号人的培训没有", "training_held", None, "有…没有 asks"),
    ("我们不是中小微企业", "assists_small_firms", None, "what the firm is, not whom it helps"),
    ("我们搞了以工代训", "work_based_held", None, "what goes without saying need not be said"),
    ("没有培训合格证书", "training_held", None, "a word that holds another"),
    ("培训没通过", "training_held", None, "held, and failed"),
    ("没领过岗前培训补贴", "pre_job_held", None, "the money, not the training"),
    ("来了没到俩月就岗前培训", "pre_job_held", None, "how soon it was held"),
    ("司法局没插手，是我们自己办的", "justice_organised", False, "whose part it would have been"),
    ("我们是个体户没参保", "firm_insured", False, "of a trader"),
    ("发证的是培训学校不是应急局", "issued_by_authority", False, "who issued it"),
    ("师傅自己带，没跟技校签协议", "taught_with_school", False, "no agreement with a school"),
    ("招来不到十天就搞岗前培训", "pre_job_held", None, "the same"),
    ("岗前培训的补贴，一直没办", "pre_job_held", None, "the claim, not the training"),
    ("没有搞以工代训补贴申请", "work_based_held", None, "the claim again"),
    ("要不要参加培训", "training_held", None, "asked"),
    ("是不是没组织培训就不能领", "training_held", None, "asked with a no in it"),
    ("公司有没有组织过", "organised_by_firm", None, "asked, with the words of a denial in it"),
    ("之前没参加过培训，这次训了", "training_held", None, "of another time"),
    ("人社局没有组织，是公司自己办的", "training_held", None, "of somebody else"),
    ("做了岗前培训，没有签劳动合同", "pre_job_held", None, "something else is denied in the next part"),
    ("没有哪个员工没参加培训", "training_held", None, "two noes"),
    ("课没什么意思，但我都去了", "training_held", None, "what it was like"),
    ("一节课都没落下", "training_held", None, "missed none"),
    ("没参加过别的班，就上了这个电工班", "training_held", None, "other ones"),
    ("同事没去上课，我去了", "training_held", None, "somebody else"),
    ("老师没到齐，课还是照上了", "training_held", None, "some teachers"),
    ("班里没几个女的", "training_held", None, "who was in it"),
    ("培训费没交", "training_held", None, "the fee"),
    ("课本没发", "training_held", None, "a longer word"),
    ("我们不是培训机构", "training_held", None, "what one is"),
    ("公司没人教我申请", "training_held", None, "to claim, not to work"),
    ("培训完直接上岗", "pre_job_held", None, "after it"),
    ("师傅带徒弟没收一分钱", "apprenticeship_held", None, "no fee"),
    ("培训不是派遣公司办的，是我们自己办的", "organised_by_firm", None, "not the other one"),
    ("员工中途没有一个退出", "course_completed", None, "nobody left"),
    ("培训我们一次都没缺席", "training_held", None, "never missing"),
    ("补贴没到账", "education_funds_spent", None, "money that is to come"),
    ("社保没到账", "pension_insured", True, "what was had and has not come"),
    ("进没进计划不好说", "by_project_plan", None, "half of a question"),
    ("没上过班", "training_held", None, "work, not a class"),
    ("培训没有花一分钱", "training_held", None, "free of charge"),
    ("岗前培训委托派遣公司办的", "organised_by_firm", None, "held on the firm's behalf"),
    ("公司没安排住宿", "organised_by_firm", None, "something else was not arranged"),
    ("证是员工自己花钱考的", "organised_by_firm", UNSURE, "the examination, not the training"),
]


@pytest.mark.parametrize(("message", "fact", "value", "reason"), SAID, ids=[row[-1] for row in SAID])
def test_what_is_said_of_an_act(read: Read, message: str, fact: str, value: Any, reason: str) -> None:
    assert read(message).facts.get(fact) == value, reason


def test_what_was_denied_can_be_said_to_be_done(read: Read) -> None:
    said = read("搞了以工代训的", facts={"work_based_held": False}).facts
    assert said["work_based_held"] is True
    assert "work_based_held" not in read("那以工代训补贴呢", facts={"work_based_held": False}).facts


# (message, day, rule, outcome, reason)
DECIDED: list[tuple[str, date | None, str, str, str]] = [
    (
        "鼓楼，招了四个就业困难人员，我们参保的，就是正常上班，没有开展以工代训，每月200还有吗",
        None,
        "gulou-work-based",
        "ineligible",
        "并开展以工代训的",
    ),
    (
        "鼓楼，参保企业，四个就业困难人员，以工代训3个月，能领多少",
        None,
        "gulou-work-based",
        "eligible",
        "nobody says that it is carried out",
    ),
    (
        "晋江没参保的小公司，招了两个零就业家庭的以工代训，能领吗",
        None,
        "jinjiang-work-based",
        "ineligible",
        "参保企业吸纳就业困难人员、零就业家庭成员",
    ),
    (
        "晋江没参保的小公司，招了两个建档立卡贫困户以工代训3个月，能领吗",
        None,
        "jinjiang-work-based",
        "eligible",
        "各类生产经营主体吸纳建档立卡贫困户家庭劳动者",
    ),
    (
        "晋江没参保的公司，招了两个残疾人以工代训，能领吗",
        None,
        "jinjiang-work-based",
        "undetermined",
        "a disabled person may be of a poor household",
    ),
    (
        "福建，公司没组织，一个师傅自己跑去考了高级工证，见证补贴能直补给公司吗",
        FUJIAN_2025,
        "fujian-2024-witness",
        "ineligible",
        "企业组织职工培训获取",
    ),
    (
        "我们机构在晋江还没有培训资质，能不能承接项目制",
        None,
        "jinjiang-project-training",
        "ineligible",
        "有培训资质的培训机构",
    ),
    (
        "晋江，学徒制就厂里师傅带，没跟任何学校合作，4000有没有",
        None,
        "jinjiang-apprenticeship",
        "ineligible",
        "企校双制、工学一体",
    ),
    (
        "鼓楼，安全培训厂里没安排，工人自己掏钱考的焊工操作证，500归厂里吗",
        None,
        "gulou-safety",
        "ineligible",
        "no training, so none that the firm organised",
    ),
    (
        "衢州，没参加任何培训，考的中级工，1500能领不",
        None,
        "quzhou-skill-upgrade",
        "ineligible",
        "参加培训",
    ),
    (
        "衢州，有没有参加过培训我不清楚，中级工证有了，我是衢州户口",
        None,
        "quzhou-skill-upgrade",
        "undetermined",
        "who does not know is not refused",
    ),
    (
        "个人想在福建开一家培训机构，没有企业背景，支持举办技工院校和培训机构的算我吗",
        FUJIAN_2025,
        "fujian-2025-firm-school",
        "ineligible",
        "支持企业举办",
    ),
    (
        "福建我们不是头部企业，给上下游小厂培养产业技工，支持吗",
        FUJIAN_2025,
        "fujian-2024-chain-training",
        "undetermined",
        "头部等有条件的企业: others with the means too",
    ),
    (
        "鼓楼学的不是新职业新技能，能按新职业培训补吗",
        None,
        "gulou-new-occupation",
        "ineligible",
        "what was denied is only named then",
    ),
    (
        "鼓楼，贫困户，培训合格证是机构自己发的，人社局不认，生活费补贴能给吗",
        None,
        "gulou-living-allowance",
        "ineligible",
        "取得人社部门认定的培训合格证书",
    ),
]


@pytest.mark.parametrize(
    ("message", "day", "rule", "outcome", "reason"), DECIDED, ids=[row[-1] for row in DECIDED]
)
def test_what_the_clause_asks_for_decides(
    message: str, day: date | None, rule: str, outcome: str, reason: str
) -> None:
    answer = answer_to(message, on=day) if day else answer_to(message)
    assert [e.outcome for e in answer.entitlements if e.rule.benefit.id == rule] == [outcome], reason


def test_what_is_taken_as_met_is_told_apart() -> None:
    text = answer_to("鼓楼，参保企业，四个就业困难人员，以工代训3个月，能领多少").text
    assert "您没有另说，按符合算的条件：开展以工代训" in text


def test_not_insured_after_all() -> None:
    """鼓政办〔2020〕6号 二（一）6: 参保企业吸纳就业困难人员."""
    talk = Talk()
    talk.say("鼓楼，3个就业困难人员，以工代训5个月，我们参保的，没领过岗前")
    [refused] = talk.say("要是我们没参保呢").entitlements
    assert refused.outcome == "ineligible"


def test_a_total_is_of_what_was_counted() -> None:
    """鼓政办〔2020〕6号 二（三）: 每次不超过400元, 不超过3次; 一共四次 are trainings, not payments."""
    talk = Talk()
    talk.say("贫困劳动力生活费补贴鼓楼怎么个说法", "我今年训了两次都有人社认的证")
    assert "最多1200元" in talk.say("又训了两次，一共四次了").text


def test_words_for_what_happened_instead_are_data() -> None:
    """A fact gets them without code, and a kind of words that nobody lists is named."""
    kinds = {"others": ("街道", "妇联")}
    told = {
        "id": "by_us",
        "label": "我们办的",
        "kind": "yes_no",
        "instead": [{"words": ["班…{others}办的|"]}],
    }
    book = FactBook({"by_us": FactSpec.model_validate(told)})
    found = [(one.meaning, one.word) for one in WhatHappened(book, kinds).find("这个班是妇联办的,我去了")]
    assert found == [("by_us", "班是妇联办的")]
    assert not list(WhatHappened(book, kinds).find("这个班不是妇联办的"))
    with pytest.raises(CorpusError, match="others"):
        WhatHappened(book, {})
