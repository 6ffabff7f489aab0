"""What is told and then doubted, or denied without a "no" beside it: never read as a yes."""

from typing import Any

import pytest

from assistant.rules.facts import FactBook
from tests.dialogue.conftest import Read

UNSURE = "不清楚"

# (message, fact, value, reason)
DOUBTED: list[tuple[str, str, Any, str]] = [
    ("社保公司讲交了，可到底上没上不知道", "pension_insured", UNSURE, "hearsay, and nobody knows"),
    ("人事说社保给我上了，但我查不到记录", "pension_insured", UNSURE, "hearsay that has left no trace"),
    (
        "会计讲养老险给我们缴着呢，缴没缴进去我心里没底",
        "pension_insured",
        UNSURE,
        "the same, of another verb",
    ),
    ("听工友讲我们厂是规上企业，我没核实过", "leading_firm", UNSURE, "heard and not looked up"),
    (
        "校长说主管部门点头了，批文在哪我没见过",
        "training_authority_consent",
        UNSURE,
        "a paper nobody has seen",
    ),
    ("合同听老板说签了两年，签没签我没见过", "contract_months", UNSURE, "of a number"),
    (
        "以工代训的补贴领没领过，得翻去年的账",
        "received_work_based",
        UNSURE,
        "half of a question is no denial",
    ),
    ("学徒期满以后合同签了没有，得问分厂", "signed_after_training", UNSURE, "X了没有 asks"),
    ("我们厂那边高危企业多不多，我没去看过", "in_high_risk_area", UNSURE, "X不X asks"),
    ("合同签没签满一年我得回去翻", "contract_months", UNSURE, "who has to look does not know"),
    ("合同有的说一年有的说半年", "contract_months", UNSURE, "either of two is told"),
    ("社保只给管理岗交", "pension_insured", UNSURE, "of some alone"),
    ("社保只给老员工交", "pension_insured", UNSURE, "the same"),
    ("合同满一年没有", "contract_months", UNSURE, "asked, or denied, and no year is told"),
    ("合格证说是下个月发", "pass_certificate", UNSURE, "still to come"),
    ("合格证上个月发的", "pass_certificate", True, "it has come"),
    ("我朋友厂是困难企业，我厂不是", "firm_in_difficulty", False, "another's firm"),
    ("我朋友厂是困难企业，他能领吗", "firm_in_difficulty", True, "the one that is asked about"),
    ("户口迁没迁过来自己也糊涂了", "local_tie", UNSURE, "who is confused does not know"),
    ("厂里给交的新农保", "pension_insured", UNSURE, "whether this insurance counts is not for us to say"),
    ("没交农保，交的是城镇职工养老", "pension_insured", True, "that one is not what was paid"),
    ("吃不准这个班符不符合职业技能提升相关培训条件", "training_plan_reviewed", None, "asked, not denied"),
    ("社保只交了一部分人的", "pension_insured", UNSURE, "the same"),
    ("合格证只有一部分人拿到", "pass_certificate", UNSURE, "the same"),
    ("合同只跟骨干员工签了三年", "contract_months", UNSURE, "of a number"),
    ("公司只给我交了社保", "pension_insured", True, "of whoever asks"),
    ("只有合格证没有等级证", "pass_certificate", True, "the only certificate, not the only one who has it"),
    ("合同到没到一年手头没有，要查档案", "contract_months", UNSURE, "the same, of a number"),
    ("社保交没交得问会计", "pension_insured", UNSURE, "who has to ask does not either"),
    ("老板到底上没上养老保险我打听一下再说", "pension_insured", UNSURE, "in other words"),
    ("户口是不是本地的得回家翻户口本", "local_tie", UNSURE, "the paper to look into says nothing"),
    ("那30个作用突出的推荐名单里有没有我们还不晓得", "outstanding_studio", UNSURE, "who is listed"),
    ("今年领军人才遴选没选上", "trainee_group", frozenset({"非高技能领军人才"}), "遴选没选 is no question"),
    ("养老保险说是交了，其实一个月都没交", "pension_insured", False, "denied in the next part"),
    ("说是给我们上了社保，结果根本没上", "pension_insured", False, "the same"),
    ("老板说登记过失业了，其实没登", "registered", False, "of another fact"),
    ("大家都说我们是困难企业，其实不算", "firm_in_difficulty", False, "said of what one is"),
    ("查了社保app，真的没交", "pension_insured", False, "what was looked up, denied in the next part"),
    ("养老保险我上网查过，没缴", "pension_insured", False, "the same, with nothing that says so besides"),
    ("社保查到有交的", "pension_insured", True, "looked up, and there"),
    ("社保交了，真的没骗你", "pension_insured", True, "another thing is denied"),
    ("社保交了，到底能补多少不知道", "pension_insured", True, "the money is not known"),
    ("社保交着，能不能报不确定", "pension_insured", True, "the same"),
    ("社保公司说交了，我查过，确实交了", "pension_insured", True, "hearsay that was looked up"),
    ("派遣工，社保是派遣公司交的，补给谁不知道", "dispatched", True, "who gets it is not known"),
]


@pytest.mark.parametrize(("message", "fact", "value", "reason"), DOUBTED, ids=[row[0] for row in DOUBTED])
def test_doubted(read: Read, message: str, fact: str, value: Any, reason: str) -> None:
    assert read(message).facts.get(fact) == value, reason


# (message, fact, value; None: nothing is said of it, reason)
OTHERWISE: list[tuple[str, str, Any, str]] = [
    ("亏损那是我们姐妹公司的事", "firm_in_difficulty", False, "another's"),
    ("那个高危企业是我们隔壁的，我们做面包", "high_risk_industry", False, "the neighbour's"),
    ("龙头企业是对面那家，不是我们", "leading_firm", False, "the one over there"),
    ("高技能人才培训基地是市里职业学院的，我们只是合作单位", "skilled_talent_base", False, "whose it is"),
    ("表面上是参保企业，实际没参保", "firm_insured", False, "in name only"),
    ("挂的是安全培训的横幅，其实讲的是推销", "safety_training", False, "a label"),
    ("养老险那一列空着", "pension_insured", False, "an empty column"),
    ("学的是烘焙，和非遗、老手艺半点关系没有", "traditional_craft", False, "nothing to do with a whole list"),
    ("我们做豆腐，跟化工、危化品一点边都不沾", "high_risk_industry", UNSURE, "one of the dangerous trades"),
    ("我们做豆腐，跟化工、运输公司一点边都不沾", "high_risk_industry", False, "two of them"),
    ("原来在困难企业名单里，前年被移出来了", "firm_in_difficulty", False, "taken off a list"),
    ("以前是小微企业，现在做大了", "small_firm", UNSURE, "otherwise now"),
    ("别说规上，连小规模都勉强", "leading_firm", False, "out of reach"),
    ("离按月领养老金还早着呢", "drawing_pension", False, "years to go"),
    ("困难企业我们报过，区里没批", "firm_in_difficulty", False, "tried for and refused"),
    ("竞赛计划里找不到我们这个比赛", "in_competition_plan", False, "not on the list"),
    ("这个工种不属于重点产业的紧缺工种", "priority_industry", False, "over an attribute"),
    # nothing of the kind
    ("困难企业报了三次，第三次批了，前两次没批", "firm_in_difficulty", True, "got in the end"),
    ("社保是总公司统一交的，我在分公司上班", "pension_insured", True, "who pays"),
    ("我们是规上企业，跟龙头没关系", "leading_firm", True, "one of two"),
    ("社保交了，就是没告诉我交了多少", "pension_insured", True, "something else was not done"),
    ("我们是龙头企业，职工考了中级工，去年领过补贴", "leading_firm", True, "the past is of something else"),
    ("困难企业的认定去年申请过，今年批下来了", "firm_in_difficulty", True, "tried for and got"),
    (
        "社保交了，合同签了两年，去年还在试用期，现在转正了",
        "pension_insured",
        True,
        "something else has changed",
    ),
    ("我们是小微企业，跟大公司不一样", "small_firm", True, "compared"),
    ("学的木根雕，跟师傅的关系很好", "traditional_craft", True, "another relation"),
    ("我户口在衢州，前年迁来的", "local_tie", True, "moved in, not out"),
    ("不是没花钱，教育经费有发票", "education_funds_spent", None, "two noes"),
    ("没有让他们直接上岗，先学了四天", "pre_job_held", None, "two noes with people in between"),
]


@pytest.mark.parametrize(("message", "fact", "value", "reason"), OTHERWISE, ids=[row[0] for row in OTHERWISE])
def test_denied_without_a_no(read: Read, message: str, fact: str, value: Any, reason: str) -> None:
    assert read(message).facts.get(fact) == value, reason


# (message, fact, value, reason)
WAYS: list[tuple[str, str, Any, str]] = [
    ("办了家培训机构，没办技校", "runs_training_school", True, "one way is enough"),
    ("没办技校，但是开了家培训学校", "runs_training_school", True, "the other way round"),
    ("我们没办技校，也没办培训机构", "runs_training_school", False, "neither"),
    ("办了家培训机构，没办技校", "taught_with_school", None, "to found a school is not to work with one"),
    ("我们不是规上企业，是县里的龙头企业", "leading_firm", True, "either will do"),
    ("我们是龙头企业，不是规上企业", "leading_firm", True, "in either order"),
    ("不是规上企业也不是龙头", "leading_firm", False, "neither"),
    ("有职业技能等级证书，没有职业资格证书", "vocational_certificate", True, "one certificate of two"),
    ("资格证等级证都没有", "vocational_certificate", False, "none of them"),
    ("没拿到等级证", "vocational_certificate", False, "who names one means all"),
    ("没有叉车证，有锅炉证", "special_equipment_certificate", True, "another machine"),
    ("我们不是化工企业，是做道路运输的", "high_risk_industry", True, "another dangerous trade"),
    ("我们不是化工企业", "high_risk_industry", UNSURE, "there are others"),
    ("没学木雕，学的是脱胎漆器", "traditional_craft", True, "another craft"),
    ("没学云计算，学的电商", "new_occupation", True, "another new occupation"),
    ("妇联办的班，不是工会办的", "organised_by_department", True, "another body"),
    ("办过失业登记，没办求职登记", "registered", True, "another register"),
    ("没搞岗前培训，搞了转岗培训", "pre_job_held", None, "another training"),
    ("不是本市户口但在这儿上班", "local_tie", True, "another tie"),
    ("紧缺工种不算，但实训耗材量大", "raised_trade", True, "another ground"),
]


@pytest.mark.parametrize(("message", "fact", "value", "reason"), WAYS, ids=[f"{r[0]} {r[1]}" for r in WAYS])
def test_one_way_is_enough(read: Read, message: str, fact: str, value: Any, reason: str) -> None:
    assert read(message).facts.get(fact) == value, reason


# (message, fact, value, reason)
DESCRIBED: list[tuple[str, str, Any, str]] = [
    ("只干活不培训那种我们不是", "training_held", None, "another kind of firm"),
    ("只干活不培训那种我们不是", "work_based_held", None, "the same"),
    ("我们不是那种不交社保的黑厂", "pension_insured", None, "ahead of what is described"),
    ("不签合同的那种公司我们不是", "contract_months", None, "of a number"),
    ("我们可不是不培训就上岗的厂", "training_held", None, "without 那种"),
    ("没参加培训就领钱的那类人，我不是", "training_held", None, "in two parts"),
    ("困难企业那种我们不是", "firm_in_difficulty", False, "the thing itself"),
    ("我们不是那种困难企业", "firm_in_difficulty", False, "the same"),
    ("我们厂停产半停产大半年了", "firm_in_difficulty", True, "what it is called"),
    ("高校毕业生、监测对象，哪一类重点群体我都不是", "accepted_key_group", None, "follows from none of them"),
    (
        "上下游的中小微企业一家都没有，按面向上下游中小微企业能要支持吗",
        "assists_small_firms",
        False,
        "only asked",
    ),
    ("技工学校，基地没评上", "skilled_talent_base", False, "an award without its name"),
]


@pytest.mark.parametrize(
    ("message", "fact", "value", "reason"), DESCRIBED, ids=[f"{r[0]} {r[1]}" for r in DESCRIBED]
)
def test_what_is_described_is_not_told(read: Read, message: str, fact: str, value: Any, reason: str) -> None:
    assert read(message).facts.get(fact) == value, reason


# (message, fact, what is stored, reason)
TIMES: list[tuple[str, str, Any, str]] = [
    ("工人招进来第三个月训的", "months_since_hire", ["2", "3"], "the month after the second"),
    ("进厂第二个月就培训了", "months_since_hire", ["1", "2"], "another cue"),
    ("第三个月发的工资", "months_since_hire", None, "not of the training"),
    ("来公司两年了", "months_since_hire", "24", "来公司 is a cue"),
    ("两年下来公司没涨过工资", "months_since_hire", None, "下来公司 is none"),
    ("这次不是头一回拿证", "certificate_event", ["非新证"], "no first one"),
    ("不是第一次考，前面挂过两回", "certificate_event", None, "an examination is no certificate"),
    ("不是复审，是新考的", "certificate_event", "新证", "the other of two"),
]


@pytest.mark.parametrize(("message", "fact", "stored", "reason"), TIMES, ids=[row[0] for row in TIMES])
def test_when_it_was(read: Read, book: FactBook, message: str, fact: str, stored: Any, reason: str) -> None:
    assert book.store(read(message).facts).get(fact) == stored, reason


# (message, fact, reason)
ORDINARY: list[tuple[str, str, str]] = [
    ("我父母在老家种地，我在晋江打工", "works_in_town", "one's parents"),
    ("公司到现在还不知道补贴怎么领", "organised_by_firm", "of the money"),
    ("公司自己掏钱开的培训学校", "run_by_firm", "the firm, not a person"),
    ("我还没交过材料，学校有办学许可证", "qualified_institution", "of the claim"),
    ("人社局把补贴申请打回来了，让补签名", "recognised_certificate", "the claim, not the paper"),
    ("基地离市中心不远，在城乡结合部", "in_urban_fringe", "where it is not"),
    ("不在市中心，在城乡结合部", "in_urban_fringe", "two noes"),
    ("我们是福州建材行业协会，会员都是有限公司", "industry_association", "its members"),
    ("不是随到随学，是按计划上的", "by_project_plan", "two noes"),
    ("不是没中标，合同都签了", "project_held", "two noes"),
    ("我想先打工攒钱，以后想开店", "wants_business", "work first"),
    ("学徒有技校老师教，也有厂里师傅带", "taught_with_school", "both"),
    ("没有事业编制，是民办学校", "private_institution", "no posts, so private"),
    ("合格证人社局盖过章的，退回过一次又补了", "recognised_certificate", "made good"),
    ("老家四川的，现在在鼓楼打工", "works_in_town", "from elsewhere"),
    ("竞赛因为疫情推迟了一个月，后来办了", "competition_held", "put off"),
    ("只想问一下，我们学校也教社会上的人", "social_training", "only a question"),
    ("请假两天补上了课", "course_completed", "made good"),
]


@pytest.mark.parametrize(("message", "fact", "reason"), ORDINARY, ids=[row[0] for row in ORDINARY])
def test_ordinary_sentences_deny_nothing(read: Read, message: str, fact: str, reason: str) -> None:
    assert read(message).facts.get(fact) is not False, reason


# (message, fact, value, reason)
TOLD: list[tuple[str, str, Any, str]] = [
    ("今年的烹饪大赛受疫情影响停办了", "competition_held", False, "with its cause in between"),
    ("讲义全是网上下载的，自己没编", "develops_courses", False, "not their own"),
    ("学徒就是跟着厂里师傅，哪个学校都没掺和", "taught_with_school", False, "no school"),
    ("这笔钱去年用来买了酒，财政说不予列支", "within_special_funds", False, "what the office said"),
    ("我是土生土长的晋江人", "works_in_town", False, "from here"),
    ("我们学校只做内训，外面的人一个没教过", "social_training", False, "its own only"),
    ("机构的办学许可证早就过期了", "qualified_institution", False, "no longer valid"),
    ("班是村委会办的，公司不知道我去学了", "organised_by_firm", False, "another's, and unknown to the firm"),
    ("我们是教育局办的学校，老师都是事业编制", "private_institution", False, "the other kind"),
    ("招标流标了，最后自己办的", "by_government_purchase", False, "no purchase came about"),
    ("困难企业怎么认定", "firm_in_difficulty", None, "asked what it is"),
    ("高危行业包括哪些", "high_risk_industry", None, "asked which they are"),
    ("我们是困难企业，怎么补", "firm_in_difficulty", True, "the money is asked for"),
    ("急需紧缺工种的培训怎么补", "priority_industry", True, "the same"),
]


@pytest.mark.parametrize(("message", "fact", "value", "reason"), TOLD, ids=[row[0] for row in TOLD])
def test_told_in_other_words(read: Read, message: str, fact: str, value: Any, reason: str) -> None:
    assert read(message).facts.get(fact) == value, reason


# (message, fact, value, reason)
ACTS: list[tuple[str, str, Any, str]] = [
    ("培训说是办了，办没办不清楚", "training_held", UNSURE, "what goes without saying is doubted"),
    ("老板讲岗前培训做过了，其实没做", "pre_job_held", False, "told by others and denied"),
    ("以工代训听车间说搞了，我没看见过", "work_based_held", UNSURE, "heard and not seen"),
    ("厂里说搞了学徒制，其实没搞", "apprenticeship_held", False, "the same of another act"),
    ("岗前培训办了，合同签没签不知道", "pre_job_held", None, "something else is not known"),
    ("岗前培训办了，能补多少不清楚", "pre_job_held", None, "the money is not known"),
    ("人社局说岗前培训能补，我不确定", "pre_job_held", None, "heard of the money"),
    ("听说岗前培训有补贴，不知道怎么领", "pre_job_held", None, "the same"),
    ("转岗培训写在计划里，到现在一天都没排上", "pre_job_held", False, "not a day of it"),
    ("技校那边老师的影子都没见着", "taught_with_school", False, "nobody of the school came"),
    ("我们社区从没动员过", "mobilises_training", False, "we ourselves, not some office"),
    ("不是按照项目计划开展的，是临时加的班", "by_project_plan", False, "a plan is no intention here"),
    ("开店这种事我没那个胆，就想进厂", "wants_business", False, "what is wanted is something else"),
    ("高级工的申报被打回来了", "certificate_obtained", False, "refused"),
    ("应急局把我们从高危名单里拿掉了", "high_risk_industry", False, "taken off a list"),
    (
        "说有个国家级基地，那是隔壁集团的",
        "base_kind",
        frozenset({"非国家级高技能人才培训基地"}),
        "another's",
    ),
]


@pytest.mark.parametrize(("message", "fact", "value", "reason"), ACTS, ids=[row[0] for row in ACTS])
def test_acts_that_are_doubted(read: Read, message: str, fact: str, value: Any, reason: str) -> None:
    assert read(message).facts.get(fact) == value, reason


# (message, fact, value, reason)
UNCLAIMED: list[tuple[str, str, Any, str]] = [
    ("我们去年赚了不少，这样还算困难企业吗", "firm_in_difficulty", None, "asked whether one is"),
    ("就一张培训学校的奖状，能当合格证用吗", "pass_certificate", None, "asked whether it will do"),
    ("我早搬去杭州了，还能按本市户籍报吗", "local_tie", None, "asked whether one may"),
    ("我没登过记，能补办求职登记吗", "job_seeker_registered", None, "asked whether it can be done yet"),
    ("他们让我先去办求职登记，我嫌麻烦没去", "job_seeker_registered", None, "demanded"),
    ("人家要的是操作证，我手上只有结业证", "special_operation_certificate", None, "the same"),
    ("困难企业才给吗，我们厂还行", "firm_in_difficulty", None, "for whom it is"),
    ("别人家是龙头企业，我们就是个加工点", "leading_firm", None, "others"),
    ("厂里让我自己交社保", "pension_insured", None, "left to oneself"),
    ("养老保险等转正再说", "pension_insured", UNSURE, "later"),
    ("社保从工资里扣了，可系统里是空的", "pension_insured", UNSURE, "no trace of it"),
    ("我们算困难企业，能领吗", "firm_in_difficulty", True, "the money is asked for"),
    ("厂里让我们办了求职登记", "job_seeker_registered", True, "done"),
    ("社保是我自己跟公司要求交上的，一直在交", "pension_insured", True, "had"),
    ("我们是困难企业，能补多少", "firm_in_difficulty", True, "the money again"),
    ("我想按困难企业那条报，行吗", "firm_in_difficulty", None, "the clause that somebody is after"),
    ("问一下困难企业的补贴", "firm_in_difficulty", None, "the money that is asked about"),
    ("想问面向中小微企业培养技工的支持", "assists_small_firms", None, "the same"),
    ("打算走劳务派遣那笔给12个人报", "dispatched", None, "the same"),
    ("想按帮扶地区每人1500给厂里报", "partner_region_native", None, "by its sum"),
    ("想拿受经贸摩擦上浮的那份", "trade_friction_firm", None, "the money itself"),
    ("能照高危企业每人800申请吗", "high_risk_industry", None, "the same, asked"),
    ("想按贫困户那个标准申请", "trainee_group", None, "of people"),
    ("我们高危企业，想按每人800申请", "high_risk_industry", True, "told ahead of it"),
    ("我是残疾人，想申请免费培训", "trainee_group", frozenset({"残疾人"}), "who he is"),
]


@pytest.mark.parametrize(("message", "fact", "value", "reason"), UNCLAIMED, ids=[row[0] for row in UNCLAIMED])
def test_what_nobody_claims(read: Read, message: str, fact: str, value: Any, reason: str) -> None:
    assert read(message).facts.get(fact) == value, reason
