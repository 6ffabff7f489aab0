"""Words that only name a benefit or its clause, and those that say that its condition holds, or does not."""

from decimal import Decimal

import pytest

from tests.dialogue.conftest import Read
from tests.dialogue.talk import answer_to

NAMED = [
    ("想申报传统文化技能提升计划那个补贴，成吗", "traditional_craft", "a plan's money"),
    ("走新职业新技能纳入补贴那条，开啥课还没定", "new_occupation", "a clause"),
    ("想走非遗那条，学啥还没想好", "traditional_craft", "shorter"),
    ("帮扶地区务工人员的个人取证补贴有我份吗", "partner_region_native", "whether it is his"),
    ("结对帮扶那笔钱我们厂能报吗", "partner_region_native", "a sum"),
    ("派遣工那笔钱怎么领", "dispatched", "how to get it"),
    ("困难企业那条能领吗", "firm_in_difficulty", "a clause and no more"),
    ("家政公司，提质扩容那条我们算不算", "home_service_firm", "in other words than the topic's"),
    ("结对帮扶的1500能领吗", "partner_region_native", "by its figure"),
]


@pytest.mark.parametrize(("message", "fact", "reason"), NAMED, ids=[row[-1] for row in NAMED])
def test_to_name_is_not_to_say(read: Read, message: str, fact: str, reason: str) -> None:
    reading = read(message)
    assert fact not in reading.facts, reason
    assert reading.topics, "the topic is named all the same"


SAID = [
    ("我们是困难企业，困难企业那条能领吗", "firm_in_difficulty", "said beside it"),
    ("我们派遣工30人，那笔钱怎么领", "dispatched", "named in another part"),
    ("非遗那个补贴，我学的漆器", "traditional_craft", "said behind it"),
    ("我在学大数据，新职业那条算吗", "new_occupation", "said before it"),
    ("我们办的是新职业那个班，补多少", "new_occupation", "what they hold"),
    ("晋江派遣工培训补贴多少钱", "dispatched", "whoever asks for the money of some people speaks of them"),
    ("我们是龙头企业", "leading_firm", "what the firm is, in words that say who asks"),
]


@pytest.mark.parametrize(("message", "fact", "reason"), SAID, ids=[row[-1] for row in SAID])
def test_said(read: Read, message: str, fact: str, reason: str) -> None:
    assert read(message).facts.get(fact) is True, reason


NO = [
    ("厂里从来不用劳务派遣，派遣工培训那份补贴能报不", "dispatched", "never any"),
    ("公司一概不招派遣工", "dispatched", "in another word"),
    ("跟人工智能电商那些新职业一点不沾，按新职业新技能那条算吗", "new_occupation", "far from it"),
    ("我学砌墙，跟新职业八竿子打不着", "new_occupation", "a saying"),
    ("饭店服务员，跟重点产业、急需紧缺都不搭边", "priority_industry", "of two"),
    ("我们做餐饮，和急需紧缺工种没关系", "priority_industry", "no relation"),
    ("压根没去找主管部门批，人家也没同意过", "training_authority_consent", "nobody was asked"),
    ("主管部门那边一直没点头，我们帮小厂培训", "training_authority_consent", "not yet agreed"),
    ("不是规上也不是龙头，帮隔壁小厂训了几个工人", "leading_firm", "short names of both kinds"),
    ("我们没办什么学校，企业办学那个支持能拿吗", "runs_vocational_school", "none of any kind"),
    ("企业和人一起办了个幼儿园，办学的支持能有吗", "runs_vocational_school", "a school of another kind"),
    ("厂里效益挺好不困难，困难企业那条能报吗", "firm_in_difficulty", "an adjective denied"),
    ("困难企业训的工种在目录里面，能拿800吗", "outside_catalogue", "inside it"),
    ("跟木根雕漆器这些传统手艺没半点关系，传统文化那500能领吗", "traditional_craft", "of a list"),
    ("登记啊，从来没办过，求职就业失业哪样都没登", "registered", "none of three"),
]


@pytest.mark.parametrize(("message", "fact", "reason"), NO, ids=[row[-1] for row in NO])
def test_denied(read: Read, message: str, fact: str, reason: str) -> None:
    facts = read(message).facts
    assert facts.get(fact) is False, reason
    assert "trainee_group" not in facts, "a register is no group of people"


def test_whether_a_thing_matters_denies_nothing(read: Read) -> None:
    assert read("社保和补贴没关系吧").facts.get("pension_insured") is not False


def test_a_not_a_leaves_a_family_open(read: Read) -> None:
    assert "trainee_group" not in read("家里贫困不贫困没说").facts


@pytest.mark.parametrize("words", ["我家不贫困，爸妈开厂的", "我们家条件不算穷", "不是退役军人、也不贫困"])
def test_who_is_not_poor_is_no_member_of_a_poor_family(read: Read, words: str) -> None:
    groups = read(words).facts["trainee_group"]
    assert isinstance(groups, frozenset)
    assert groups >= {"非贫困劳动力", "非贫困家庭子女"}


REFUSED = [
    (
        "鼓楼，盖的是自家仓库，不是公共实训基地也不是产学融合的，基地建设那条沾得上不",
        "gulou-base-building",
        "ineligible",
        "neither of the two kinds",
    ),
    ("鼓楼，不是公共实训基地，基地建设那条沾得上不", "gulou-base-building", "undetermined", "one of two"),
    (
        "晋江建的是民宿，不是实训基地那几类，建设的支持能套用么",
        "jinjiang-base-building",
        "ineligible",
        "no base",
    ),
    ("晋江，我们还没有实训基地，建基地有补贴吗", "jinjiang-base-building", "undetermined", "not yet one"),
]


@pytest.mark.parametrize(("message", "rule", "outcome", "why"), REFUSED, ids=[row[-1] for row in REFUSED])
def test_kinds_that_a_base_is_not(message: str, rule: str, outcome: str, why: str) -> None:
    answer = answer_to(message)
    assert {e.outcome for e in answer.entitlements if e.rule.benefit.id == rule} == {outcome}, why


def test_of_a_table_the_rows_that_are_denied_are_left_out() -> None:
    answer = answer_to("鼓楼，不是国家级高技能人才培训基地，补多少")
    [base] = [e for e in answer.entitlements if e.rule.benefit.id == "gulou-training-base"]
    assert base.amount is not None
    assert (base.amount.low, base.amount.high) == (Decimal(30_000), Decimal(300_000))


TOPICS = [
    ("鼓楼企业想搞点岗位练兵、线上课，政府支持吗", "firm_training", "what firms hold for their own people"),
    ("晋江愿培则培技能提升计划，我这种人能参加么", "key_group_training", "a plan's own name"),
    ("晋江的鞋企，投了笔钱办学，办学扶持能拿到吗", "firm_school", "a school of the firm's"),
    ("鼓楼，基地建设那条沾得上不", "training_base", "a clause's heading"),
    ("顺便问下我们编的教材有没有支持", "course_development", "a second matter"),
]


@pytest.mark.parametrize(("message", "topic", "reason"), TOPICS, ids=[row[-1] for row in TOPICS])
def test_topics_by_the_clauses_own_words(read: Read, message: str, topic: str, reason: str) -> None:
    assert topic in read(message).topics, reason


CLAUSES = [
    (
        "晋江，行政部门组织的就业技能班，年度合格20人，想报二（六）8每人800的支持",
        "jinjiang-custody",
        "undetermined",
    ),
    ("晋江二（六）10能领吗，工人拿了合格证", "jinjiang-partner-region-firm", "undetermined"),
    ("鼓楼二（一）2那个补贴怎么算，员工12人", "gulou-skill-upgrade", "undetermined"),
    ("衢州141号文第5条补多少", "quzhou-skill-upgrade", "undetermined"),
]


@pytest.mark.parametrize(("message", "rule", "outcome"), CLAUSES)
def test_the_money_of_a_clause_that_is_named_by_its_number(message: str, rule: str, outcome: str) -> None:
    answer = answer_to(message)
    first = answer.entitlements[0]
    assert (first.rule.benefit.id, first.outcome) == (rule, outcome)
    assert answer.asks, "its condition was not said, so it is asked"


def test_a_clause_that_is_only_to_be_read_is_read() -> None:
    assert not answer_to("晋江79号文二（六）7写了什么").asks


BESIDE = [
    ("做家政的公司，鼓楼注册，想给月嫂做技能提升，按家政企业那条能不能支持", "home_service_firm"),
    ("外省来晋江打工，考到了职业资格证书，帮扶地区务工人员的个人取证补贴有我份吗", "partner_region_native"),
]


@pytest.mark.parametrize(("message", "fact"), BESIDE)
def test_of_two_benefits_each_has_what_decides_it_asked(message: str, fact: str) -> None:
    assert fact in [ask.fact for ask in answer_to(message).asks]
