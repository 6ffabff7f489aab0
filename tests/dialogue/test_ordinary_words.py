"""Situations told in ordinary words: which topics they name in a place, and which conditions they say, deny or leave."""

from decimal import Decimal

import pytest

from assistant.rules.facts import UNSURE, Quantity
from tests.dialogue.conftest import Read
from tests.dialogue.talk import answer_to

TOPICS = [
    ("福州，委托职业学校来厂里给工人开技能课，支持吗", "firm_training", "委托 training"),
    ("南平小微企业跟隔壁几家凑一起办班，支持不", "firm_training", "联合办班"),
    ("宁德，想给产线职工弄岗位技能培训", "firm_training", "岗位技能培训"),
    ("莆田，链主企业帮下游七家小企业带技工", "assist_small_firms", "面向上下游中小微企业"),
    ("福州，我们协会帮小微企业搞职工培训", "assist_small_firms", "引导帮助中小微企业"),
    ("漳州，大专毕业离校半年还没上班，想去参加就业培训", "key_group_training", "离校未就业毕业生"),
    ("三明，训完有人给推荐岗位吗", "employment_service", "岗位推荐"),
    ("泉州我们是一家评价机构，给厂里工人做了等级认定", "skill_upgrade", "培训评价补贴"),
    ("福州，学校想编一套焊工教材", "course_development", "教材或课程"),
    ("龙岩，揭榜挂帅的培训单子", "new_occupation", "“揭榜挂帅”职业技能培训"),
]


@pytest.mark.parametrize(("message", "topic", "reason"), TOPICS)
def test_a_place_names_its_topics_in_ordinary_words(
    read: Read, message: str, topic: str, reason: str
) -> None:
    assert topic in read(message).topics, reason


def test_what_a_place_has_no_rule_on_is_not_named_there(read: Read) -> None:
    assert "firm_training" not in read("晋江，想给产线职工弄岗位技能培训").topics
    assert "firm_training" not in read("想给产线职工弄岗位技能培训").topics, "no place"


def test_the_place_of_before_counts(read: Read) -> None:
    assert "firm_training" in read("给产线职工弄岗位技能培训呢", regions=("350700",)).topics


SAID = [
    ("社保从去年三月断到现在", "pension_insured", False, "it has not been paid since"),
    ("厂里说社保给我交了，我查了没有", "pension_insured", False, "looked up, and not there"),
    ("学徒没签一年合同，签的实习协议", "contract_months", Quantity(Decimal(0), Decimal(11)), "less, if any"),
    ("合同没签两年", "contract_months", Quantity(Decimal(0), Decimal(23)), "the same behind its name"),
    ("没签合同两年了", "contract_months", Quantity.exactly(0), "so long there has been none"),
    ("签合同两年了", "contract_months", Quantity.exactly(24), "and here there is one"),
    ("社保嘛，好像去年开始就有了", "pension_insured", UNSURE, "a hedge behind what is only named"),
    ("贫困户两次合格，一次不合格", "pass_certificate", None, "of the times that were passed"),
    ("有一个是普通人", "trainee_group", frozenset({"都不是"}), "of no group"),
    ("学徒只拿了合格证没拿职业资格证", "pass_certificate", True, "what stands behind 没拿 was not had"),
    ("学徒只拿了合格证没拿职业资格证", "vocational_certificate", False, "and that is it"),
    ("合格证拿到了没考上等级证", "pass_certificate", True, "the same with a verb of its own"),
    ("社保应该有吧不太清楚", "pension_insured", UNSURE, "who says 应该有 does not know"),
    ("社保估计交了", "pension_insured", UNSURE, "nor who says 估计"),
    ("公司应该给我交社保", "pension_insured", True, "what ought to be is no guess"),
    ("社保交了没有", "pension_insured", None, "asked"),
    ("合同一年，社保断过两个月后来补了", "pension_insured", True, "过两个月 is no promise behind 断"),
    ("社保没交，老板说过两个月补交", "pension_insured", False, "but here it is one"),
    ("社保停过半年现在又在交", "pension_insured", True, "paid again"),
    ("社保公司只给交了工伤", "pension_insured", False, "another insurance alone"),
    ("养老保险从来没给交过只买了意外险", "pension_insured", False, "a new statement begins at 只"),
    ("社保一直是自己交灵活就业的", "pension_insured", UNSURE, "no text says whether that counts"),
    ("我厂有参保，以工代训", "firm_insured", True, "a firm that is insured"),
    ("衢州中级，户口本地", "local_tie", True, "no booklet"),
    ("我是江西人，在衢州开小店的", "local_tie", True, "in business there"),
    ("打算在衢州工作", "local_tie", None, "who would like to work there does not yet"),
    ("想去衢州上班", "local_tie", None, "the same with another verb"),
    ("中级去年领过了，今年换个工种再考中级", "same_level_before", False, "another trade"),
    ("去年焊工中级领过，换了工种再考一次中级", "same_level_before", False, "whatever 再考一次 says"),
    ("没换工种，又考了一次中级", "same_level_before", True, "no other trade"),
    ("合同三年前签的", "contract_months", None, "a day, and no length"),
    ("证人社没盖章", "recognised_certificate", False, "a seal is how it is recognised"),
    (
        "是不是免费的我是残疾人",
        "trainee_group",
        frozenset({"残疾人"}),
        "what is said of oneself is not asked",
    ),
    ("学徒签合同社保交满三个月了", "signed_after_training", True, "签合同 is done"),
    ("学徒社保没交", "insured_after_training", False, "none at all"),
    ("学徒社保缴了两个多月", "insured_after_training", False, "fewer than three"),
    ("学徒给交了半年社保", "insured_after_training", True, "half a year"),
    ("学徒社保没交满三个月", "insured_after_training", False, "denied with its number"),
    ("学徒社保交了快三个月", "insured_after_training", UNSURE, "nearly"),
    ("岗前训完全员合格", "pass_certificate", True, "everybody"),
    ("老板不愿意给工人买社保，合同签了两年", "pension_insured", False, "who is unwilling does not do it"),
    ("养老险他自己不肯交", "pension_insured", False, "the same behind the word"),
    ("没去区里就业机构做求职登记", "registered", False, "a place stands between the no and its word"),
    ("从来没去市里的就业服务中心办过登记", "registered", False, "the same, with 的"),
    ("工人压根没写过合同", "contract_months", Quantity.exactly(0), "写 is what one does with a contract"),
    ("养老保险厂里说在补办，到底交没交上我心里没底", "pension_insured", UNSURE, "asked in the next part"),
    ("领军人才到底入选没有，单位也对不上", "trainee_group", UNSURE, "入选没有 asks, and nobody knows"),
    ("学生学徒，社保交满三个月没有，人事查不了", "insured_after_training", UNSURE, "没有 asks"),
    ("学生学徒，社保交满三个月没有", "insured_after_training", UNSURE, "the same alone, as 合同满一年没有"),
    ("合同好像签了一年又好像是半年", "contract_months", UNSURE, "one of two that may be"),
    ("今年领过也许两次也许三次", "times_this_year", UNSURE, "the same of a count"),
    ("我在这家公司第四个年头了", "months_since_hire", Quantity(Decimal(13), None), "more than a year ago"),
    ("机构是单位定的，不是我自己选的", "free_choice", False, "chosen by somebody else"),
    ("我们不是干家政的", "home_service_firm", False, "another trade"),
    ("我们是干家政的", "home_service_firm", None, "of the large firms of that trade nothing is said"),
    ("前年焊工中级补过钱了，这回又考了焊工中级", "same_level_before", True, "had for what is told again"),
    ("去年叉车工高级领过，今年又拿了叉车工高级", "same_level_before", True, "the same in other words"),
    ("去年电工中级补过，今年又考了焊工中级", "same_level_before", None, "another trade"),
    ("去年焊工初级补过，今年又考了焊工中级", "same_level_before", None, "another level"),
    (
        "今年考了四级，去年也考了四级，能再领吗",
        "same_level_before",
        UNSURE,
        "told twice: had or not, nobody said",
    ),
    ("前年考了高级工，今年考的还是高级工", "same_level_before", UNSURE, "the same in other words"),
    ("去年考了电工四级，今年考了焊工四级", "same_level_before", None, "another trade"),
    ("去年考了五级，今年考了四级", "same_level_before", None, "another level"),
    ("去年10人考了四级，今年5人考了四级", "same_level_before", None, "other people"),
    ("老王去年考了四级，老李今年考了四级", "same_level_before", None, "two persons"),
    ("去年领过高级工补贴，今年又考一本同工种高级工", "same_level_before", True, "had ahead of its level"),
    ("去年电工中级领过补贴，今年考的是焊工中级", "same_level_before", None, "another trade, told otherwise"),
    ("焊工中级没补过，今年又考了一次焊工中级", "same_level_before", False, "never had"),
    ("美容师中级好像补过又好像没补，这回又考了中级", "same_level_before", UNSURE, "nobody knows"),
    ("钳工高级领没领过忘了，现在又拿了个钳工高级", "same_level_before", UNSURE, "the same"),
    ("同一等级以前有没有补过不记得", "same_level_before", UNSURE, "有没有 asks of what was had"),
    ("小张上半年岗前培训补贴已经拿了，下半年又转岗", "pre_job_this_year", True, "had this year"),
    ("三月做过转岗培训，厂里已经领了300，十月又训了一趟", "pre_job_this_year", True, "the sum of it, behind"),
    ("老李年初转岗训过，300块也到账了", "pre_job_this_year", True, "it came in"),
    ("去年领过岗前的300，今年转岗还有吗", "pre_job_this_year", False, "of another year"),
    ("岗前补贴在原来的厂领过", "pre_job_this_year", False, "in another firm"),
    ("岗前补贴在原来的厂领过", "received_pre_job", True, "in whatever firm"),
    ("以工代训补贴我们厂早就领完了", "received_work_based", True, "领完"),
    ("以工代训2个月（没领岗前补贴）", "received_work_based", None, "not had is what stands behind"),
    ("以工代训2个月（没领岗前补贴）", "received_pre_job", False, "the same"),
    ("岗前那种补贴没替他申请过", "received_pre_job", False, "for somebody"),
    ("岗前补贴没有给他们报过", "received_pre_job", False, "with another verb"),
    ("岗前补贴给他们领过了", "received_pre_job", True, "had for somebody"),
    ("岗前领没领过记不清了", "received_pre_job", UNSURE, "nobody knows"),
    ("岗前培训拿了合格证", "received_pre_job", None, "a certificate is no money"),
    ("岗前培训20人，证拿了18个", "received_pre_job", None, "the same behind"),
    ("岗前补贴领了没有", "received_pre_job", None, "asked"),
    ("岗前能领多少，领了以后还能领以工代训吗", "received_pre_job", None, "to come"),
    ("合同社保都齐，考了高级工", "pension_insured", True, "both at once"),
    ("社保和合同都有", "contract_months", Quantity(Decimal(12), None), "the other way round"),
    ("合同社保都没有", "pension_insured", False, "neither"),
    ("衢州，我登记过失业", "local_tie", True, "one of the ways to belong"),
    ("叉车证，公司给8个人考的，都是第一次", "certificate_event", "新证", "the first time"),
    ("我是第一次打电话问叉车证", "certificate_event", None, "the first call"),
    ("打工三年了，社保公司交的，考了中级工", "asker", "个人", "what it does for him"),
    ("我们公司交了社保，10人考了中级工", "asker", "企业", "and still it asks"),
    ("厂里和个人各多少", "asker", None, "both are asked about"),
    ("合同两年，单位、工人分别能拿多少", "asker", None, "in other words"),
    ("我们厂里和工会一起办班，能拿多少", "asker", "企业", "one alone"),
    ("公司被认定为高技能人才培训基地", "skilled_talent_base", True, "of whatever rank"),
    ("阮企业係高技能人才培训基地", "skilled_talent_base", True, "係 is 是"),
    ("我们不是高技能人才培训基地，就是普通培训学校", "skilled_talent_base", False, "denied"),
    ("支持高技能人才培训基地开展项目制培训那条", "skilled_talent_base", None, "only the clause is named"),
    ("企业里头设立的技能大师工作室", "firm_studio", True, "set up by the firm"),
    ("厂里也设立了技能大师工作室", "firm_studio", True, "the same"),
    ("技能大师工作室是学校设立的，不是企业的", "firm_studio", False, "set up by a school"),
    ("在那30个里面，技能大师工作室", "outstanding_studio", True, "one of the thirty"),
    ("今年已经是第四回申请补贴了", "times_this_year", Quantity.exactly(3), "three before the fourth"),
    ("今年第2次领", "times_this_year", Quantity.exactly(1), "one before the second"),
    ("今年培训补贴都拿第三回了", "times_this_year", Quantity.exactly(3), "had by now"),
    ("今年第三次考才考过", "times_this_year", None, "tried for, not had"),
    ("去年第三次领的", "times_this_year", None, "of another year"),
    ("都是前年就进厂的老人", "months_since_hire", Quantity(Decimal(13), None), "long ago"),
    ("全市计划里的比武", "in_competition_plan", True, "in the plan"),
    ("首次办操作证的7个", "certificate_event", "新证", "a first certificate in other words"),
    ("第一次拿特种作业操作证", "certificate_event", "新证", "the same"),
    ("进来第二个月就岗前培训", "months_since_hire", Quantity(Decimal(1), Decimal(2)), "in the second month"),
    ("今年合格60人", "pass_certificate", True, "counted by whether they passed"),
    ("今年合格六十名", "pass_certificate", True, "counted in words"),
    ("3人不合格", "pass_certificate", False, "of those who did not it is no yes"),
    ("司法局组织了培训，合格60人", "justice_organised", True, "by whom"),
    ("这班不符合职业技能提升相关的培训条件", "training_plan_reviewed", False, "over its attribute"),
    ("工作室没挂在哪个企业下面", "run_by_firm", False, "with no firm behind it"),
    ("没有公司出面，工作室是我自己搞的", "run_by_firm", False, "the same"),
    ("毕业后没跟这家签劳动合同", "contract_months", Quantity.exactly(0), "not with this one"),
    ("常住算不算、在不在这就业都讲不清", "local_tie", UNSURE, "each of a list is open"),
    ("我们厂评上省级技能大师工作室了", "studio_level", "省级", "the rank stands between 我们厂 and 工作室"),
    ("技能大师工作室只是报了名，哪一级都没选上", "certificate_level", None, "哪一级 is no level of skill"),
    ("竞赛列进全市竞赛计划了", "in_competition_plan", True, "列进 is 列入"),
    ("竞赛没列进全市竞赛计划", "in_competition_plan", False, "denied"),
    ("引导帮助中小微企业开展职工培训那条", "assists_small_firms", None, "only the clause is named"),
    ("帮的都是大集团，没有中小微企业，带动上下游那条", "assists_small_firms", False, "none among them"),
    ("以后带不带上下游那些小厂，老板还没定", "assists_small_firms", UNSURE, "带不带 is no 不带"),
    ("既不是行业协会、龙头企业，也不是培训机构", "industry_association", False, "none of the three"),
    ("既不是行业协会、龙头企业，也不是培训机构", "leading_firm", False, "none of the three"),
    ("既不是行业协会、龙头企业，也不是培训机构", "training_body", False, "none of the three"),
    ("行业里不算头部，也没有师资", "head_firm", False, "not the head of a trade"),
    ("行业里不算头部，也没有师资", "capable_firm", False, "nobody who could teach"),
    ("设备、场地都没问题", "capable_firm", None, "nothing is missing"),
    ("学生学徒，结束后劳动合同也签好了", "signed_after_training", True, "the contract before the verb"),
    ("学生学徒，合同签了多久不记得了", "signed_after_training", None, "no word of when it was signed"),
    ("特级技师，干了三十年", "certificate_level", None, "特级技师 is above the levels that are paid"),
    ("到底算中小微还是大型企业，人事也讲不清", "small_firm", UNSURE, "either of two"),
    ("到底是办技工院校还是光派师傅，董事会没拍板", "runs_training_school", UNSURE, "not decided"),
    ("说不清学校算民办还是公办", "private_institution", UNSURE, "nobody knows"),
    ("我们机构什么性质还没定", "private_institution", UNSURE, "not decided"),
    ("材料报上去选高技能领军人才，结果还没出来", "trainee_group", UNSURE, "pending"),
    ("申报传统文化技能提升计划那个补贴", "traditional_craft", None, "the plan is named, not what is learnt"),
    ("学的是木根雕，传统文化那500", "traditional_craft", True, "what is learnt is said"),
    ("走新职业新技能纳入补贴那条，开啥课还没定", "new_occupation", None, "the clause is named"),
]


@pytest.mark.parametrize(("message", "fact", "value", "reason"), SAID)
def test_what_is_said_of_a_condition(read: Read, message: str, fact: str, value: object, reason: str) -> None:
    topics = ("master_studio", "assist_small_firms", "apprenticeship")
    assert read(message, topics=topics).facts.get(fact) == value, reason


GROUPS = [
    ("没当过兵", {"退役军人"}, "in other words"),
    ("没失过业", {"下岗失业人员", "去产能失业人员"}, "who was never out of work lost none to a closed plant"),
    (
        "不困难不残疾",
        {"贫困劳动力", "贫困家庭子女", "就业困难人员", "残疾人"},
        "of people, beside another group",
    ),
    ("我们厂不困难", set(), "of a firm"),
    ("家里人人上班", {"零就业家庭成员"}, "a household with work"),
    ("城镇户口", {"农村转移就业劳动者", "农村学生"}, "of a town, wherever"),
    ("残疾的是我老婆，我自己身体好好的", {"残疾人"}, "another's, and the speaker goes on of himself"),
    ("退伍的是我哥，他能免费学吗", None, "it is about him"),
]


@pytest.mark.parametrize(("message", "denied", "reason"), GROUPS)
def test_groups_are_denied_in_ordinary_words(
    read: Read, message: str, denied: set[str] | None, reason: str
) -> None:
    told = read(message).facts.get("trainee_group")
    if denied is None:
        assert told == frozenset({"退役军人"}), reason
    else:
        assert told == (frozenset(f"非{group}" for group in denied) or None), reason


@pytest.mark.parametrize(
    "message",
    [
        "我自己也不是上面哪一类人",
        "不是上面任何一类",
        "上面那几类都不是",
        "不是你说的哪类人",
        "以上那几类都不是",
    ],
)
def test_none_of_those_named_before(read: Read, message: str) -> None:
    assert read(message).facts["trainee_group"] == frozenset({"都不是"})


def test_a_topic_that_is_denied_beside_another_is_none(read: Read) -> None:
    reading = read("衢州，没有建什么实训基地，就是送了6个工人去学特种作业")
    assert "training_base" not in reading.topics
    assert "safety_training" in reading.topics
    assert "training_base" in read("衢州，我们没有建实训基地，能领吗").topics, "it is what is asked about"


OUTCOMES = [
    ("那要是明年评上了呢", ("master_studio",), "outstanding_studio", True, "won"),
    ("刚问到，没评上", ("master_studio",), "outstanding_studio", False, "not won"),
    ("名单出来了，有我们", ("training_base",), "listed_training_base", True, "on the list"),
    ("我师弟报了，没选上", ("leading_talent",), "trainee_group", frozenset({"非高技能领军人才"}), "not he"),
    ("入选了", ("leading_talent",), "trainee_group", frozenset({"高技能领军人才"}), "one of the fifty"),
    ("评上了没", ("master_studio",), "outstanding_studio", None, "only asked"),
    ("名单里有我们", ("pre_job_training",), "pass_certificate", None, "a certificate is on no list"),
]


@pytest.mark.parametrize(("message", "topics", "fact", "value", "reason"), OUTCOMES)
def test_an_award_needs_no_name_where_it_is_talked_about(
    read: Read, message: str, topics: tuple[str, ...], fact: str, value: object, reason: str
) -> None:
    assert read(message, topics=topics).facts.get(fact) == value, reason


@pytest.mark.parametrize(
    ("message", "outcome", "why"),
    [
        ("补贴已经领了，再考一遍初级呢", "ineligible", "the same examination"),
        ("领过了，我重考初级行吗", "ineligible", "in other words"),
        ("补贴领了，再考一遍呢", "ineligible", "without the level"),
        ("钱到手了，我再考个初级呢", "undetermined", "perhaps of another trade"),
        ("没领过，再考一遍初级呢", "eligible", "never had"),
        ("领了，那再考中级呢", "eligible", "another level"),
    ],
)
def test_what_was_had_for_the_level_told_before(message: str, outcome: str, why: str) -> None:
    answer = answer_to("衢州户口，初级工考下来补多少", message)
    assert [entitlement.outcome for entitlement in answer.entitlements] == [outcome], why


@pytest.mark.parametrize(
    "how",
    [
        "干活带着学，干了8个月",
        "一边做一边教，8个月了",
        "边干活边带，已经8个月",
        "师傅带着他们边干边教，8个月",
    ],
)
def test_how_people_tell_of_training_at_work(how: str) -> None:
    answer = answer_to(f"我们合作社在晋江，收了6个贫困户，{how}，给多少")
    [told] = answer.entitlements
    assert told.rule.benefit.topic == "work_based_training"
    assert told.amount is not None
    assert told.amount.high == 7200


def test_newcomers_who_passed_and_have_their_certificates() -> None:
    answer = answer_to("我是鼓楼一家酒店的人事，今年新招18个人，合同都是一年，全部培训合格有证，能申请多少")
    assert [e.rule.benefit.topic for e in answer.entitlements] == ["pre_job_training"]


@pytest.mark.parametrize(
    "message", ["工地上考安全证有没有补贴", "工地的人考安全那个证，补不补", "考了安全员的证给多少"]
)
def test_the_certificate_for_safety_goes_by_short_names(read: Read, message: str) -> None:
    assert read(message).topics == ("safety_training",)


def test_a_firms_licence_for_safety_is_none(read: Read) -> None:
    assert "safety_training" not in read("我们办安全生产许可证给补吗").topics
