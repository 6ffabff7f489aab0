"""Which benefit or clause answers: people name it in their own words, and what only one place holds counts there."""

from datetime import date

import pytest

from assistant.documents.library import Library
from assistant.rules.rulebook import Rulebook
from tests.dialogue.talk import JUNE_2020, answer_to

SPRING_2026 = date(2026, 3, 1)


def test_what_is_held_somewhere_is_a_clause_there(library: Library, rulebook: Rulebook) -> None:
    held = {clause for topic in rulebook.topics.values() for clause in topic.held_in}
    assert held <= {clause.id for clause in library.clauses()}
    assert held


@pytest.mark.parametrize(
    ("question", "on", "path", "why"),
    [
        ("福建，工人拿来的等级证书怎么查验真伪", SPRING_2026, "四16", "the plan names the site"),
        ("泉州的师傅拿来一本高级工证，怎么辨真假", SPRING_2026, "四16", "the province's plan holds there"),
        ("福建现在证书能在哪个网站查到", SPRING_2026, "四16", "no word of the list, only its meaning"),
        ("莆田，材料交齐了大概几个工作日能打款", SPRING_2026, "四14", "尽快 stands there, and no days"),
        ("补贴多少天能到账，福建照亮前程写没写", SPRING_2026, "四14", "多少天 asks for no sum"),
        ("福建的培训到账没那么快，写了什么时候拨吗", SPRING_2026, "四14", "no question of one's own claim"),
        ("衢州办补贴是什么流程", JUNE_2020, "六19", "what is to be entered where stands in it"),
        ("老板出一半我出一半学费，福建允许这样分担吗", SPRING_2026, "四14", "费用分担模式"),
        ("宁德的厂子给工人开了岗位技能课，省里支持吗", SPRING_2026, "三（一）2", "岗位技能培训"),
        ("福建，焊工耗材大，补贴标准能往上提一提吗", date(2025, 6, 1), "三（三）", "实训耗材量大的工种"),
        (
            "农业局的，衢州，打算给农户办班，想走专项资金",
            JUNE_2020,
            "六18",
            "who tells what he plans asks for it",
        ),
        ("集团在晋江参与举办职业院校，政府扶持看啥给", JUNE_2020, "二（二）1", "按培训实训人数给予扶持"),
        ("福建，我们不是高技能人才基地，怎样才能进补贴性培训机构目录", SPRING_2026, "三（一）2", "遴选"),
    ],
)
def test_the_clause_that_answers_is_cited(question: str, on: date, path: str, why: str) -> None:
    assert path in {cited.path for cited in answer_to(question, on=on).cited}, why


@pytest.mark.parametrize(
    ("question", "on", "words"),
    [
        ("集团在晋江参与举办职业院校，政府扶持看啥给", JUNE_2020, "根据培训实训人数或毕业生就业人数给予扶持"),
        (
            "福建，我们不是高技能人才基地，怎样才能进补贴性培训机构目录",
            SPRING_2026,
            "遴选、揭榜挂帅、评估推荐",
        ),
        ("衢江的公司，培训中心符合产业方向，申报示范基地能优先吗", JUNE_2020, "优先列入"),
        ("衢州的办法执行到哪天，上级有新政策听谁的", JUNE_2020, "上级有新政策精神的，按新政策执行"),
    ],
)
def test_of_a_long_clause_the_words_that_answer_are_quoted(question: str, on: date, words: str) -> None:
    assert words in answer_to(question, on=on).text


@pytest.mark.parametrize(
    "question", ["福建 证书过期了怎么换", "衢州的证书真伪在哪查", "晋江 等级证丢了去哪补办"]
)
def test_what_the_place_does_not_hold_is_still_refused(question: str) -> None:
    answer = answer_to(question)
    assert (answer.status, answer.cited) == ("out_of_scope", ())


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("我失业了，在晋江办了失业登记，自己考了中级工，能领多少", "jinjiang-general"),
        ("失业在家，鼓楼登记过，考到中级工，补多少", "gulou-general"),
    ],
)
def test_who_has_no_job_is_told_first_what_needs_none(question: str, first: str) -> None:
    """晋江二（六）2 and 鼓楼二（一）2 pay for a firm's own staff; 二（五）1 and 四（八）ask for a register."""
    answer = answer_to(question)
    assert answer.entitlements[0].rule.benefit.id == first
    assert answer.entitlements[0].outcome == "eligible"
    assert len(answer.entitlements) > 1, "what there is for staff is told as well"


@pytest.mark.parametrize(
    "question",
    [
        "我下岗过，现在晋江鞋厂签了两年合同，交着社保，考了中级工，能领多少",
        "我们晋江厂里招了5个下岗失业人员，考了中级工，能领多少",
    ],
)
def test_who_has_a_contract_or_is_a_firm_is_told_of_staff_first(question: str) -> None:
    assert answer_to(question).entitlements[0].rule.benefit.topic == "skill_upgrade"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("我是鼓楼区建档立卡的贫困户，我能领的都有哪些", ["gulou-living-allowance", "gulou-free-training"]),
        ("我家是建档立卡户，住鼓楼，都能享受些啥", ["gulou-living-allowance", "gulou-free-training"]),
        ("本人残疾，在晋江，能拿到哪些好处", ["jinjiang-free-training"]),
        ("我是退役军人，衢州的，可以享受哪些", ["quzhou-skill-upgrade"]),
    ],
)
def test_who_asks_for_everything_is_told_everything_that_is_his(question: str, told: list[str]) -> None:
    answer = answer_to(question)
    ids = [e.rule.benefit.id for e in answer.entitlements]
    assert set(told) <= set(ids)
    assert len(ids) > len(told)
    assert all("个人" in e.rule.benefit.askers for e in answer.entitlements), "none that only firms claim"


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("户口、人、班都在金华，能不能领衢州的技能补贴", "在 is said of each"),
        ("户口、人、厂都在丽水，衢州的取证补贴给不给", "the firm is where one works"),
        ("我人、户口、工作全在义乌，想领衢州的取证补贴", "the same, 全 and in another order"),
    ],
)
def test_who_belongs_elsewhere_in_every_way_is_told_that_it_is_not_his(question: str, why: str) -> None:
    answer = answer_to(question)
    assert {e.outcome for e in answer.entitlements} == {"ineligible"}, why
    assert "不能领" in answer.text, why


def test_what_a_message_tells_of_what_was_spoken_of_keeps_it() -> None:
    """A trade named beside it is no other matter: 木雕 is 莆田's brand here, and not 鼓楼's old craft."""
    answer = answer_to(
        "匠心福建职业技能培训品牌有什么扶持？",
        "我们莆田木雕培训还没被人社部公布进去，能要扶持吗",
        on=SPRING_2026,
    )
    assert "fujian-2025-brand" in {e.rule.benefit.id for e in answer.entitlements}


@pytest.mark.parametrize(
    ("question", "on", "rule", "why"),
    [
        (
            "莆田的大学毕业生，没找到工作，有免费培训吗",
            SPRING_2026,
            "fujian-2025-key-groups",
            "免费 is nowhere written",
        ),
        (
            "老家江西，鼓楼办过就业登记，叉车证到手了，能补不",
            JUNE_2020,
            "gulou-general",
            "500元 is the firm's",
        ),
        (
            "老板不给交社保，晋江的，我考了四级，那1000还有吗",
            JUNE_2020,
            "jinjiang-skill-upgrade-worker",
            "no matter of 社保",
        ),
        ("鼓楼紧缺工种提高多少", JUNE_2020, "gulou-skill-upgrade", "what is raised is told with the raise"),
        (
            "泉州企业想建高技能人才培训基地有啥好处",
            SPRING_2026,
            "fujian-2025-training-base",
            "好处 is a word for money",
        ),
    ],
)
def test_the_benefit_that_answers_is_told(question: str, on: date, rule: str, why: str) -> None:
    assert rule in {e.rule.benefit.id for e in answer_to(question, on=on).entitlements}, why


@pytest.mark.parametrize(
    "question", ["学了一个月电商，晋江，没拿证，能报销吗", "俺在鼓楼送外卖，想考个证，有补助没"]
)
def test_a_document_that_did_not_exist_yet_is_not_told_of(question: str) -> None:
    """新职业 and 新就业形态 stand in the province's texts of 2024 and 2025 alone: nobody asks for those in 2020."""
    text = answer_to(question).text
    assert "还没有开始实施" not in text
    assert "闽人社文" not in text


@pytest.mark.parametrize("question", ["福建技能照亮前程到哪年", "技能照亮前程到什么时候截止"])
def test_how_long_a_document_runs_is_no_other_period_of_it(question: str) -> None:
    assert "2025—2027年" in answer_to(question, on=SPRING_2026).text.splitlines()[0]


def test_who_among_them_comes_from_elsewhere_asks_of_no_other_place() -> None:
    answer = answer_to(
        "我们晋江服装厂新招了32个工人，合同签一年", "其中4个是贵州建档立卡的，做了3个月以工代训"
    )
    assert answer.status == "answered"
    assert "未收录贵州" not in answer.text


def test_what_some_had_in_another_year_turns_to_nobody() -> None:
    """同一企业每人每年只享受一次 (衢州四12): last year's is none of this year's."""
    before = "衢州柯城一个饭店，新来8个服务员做了岗前培训都拿了合格证，能报多少"
    assert "**2400元**" in answer_to(before, "去年已经给其中3个报过一次").text
    assert "**900元**" in answer_to(before, "其中3个呢").text


def test_a_share_of_what_nobody_said_is_told_with_what_it_hangs_on() -> None:
    line = answer_to("衢州技师学院社会培训收入结余能发给老师多少").text.splitlines()[0]
    assert "按70%算" in line
    assert "知道" in line
    assert "绩效工资基准总量" in line


def test_what_is_asked_back_ends_the_answer() -> None:
    text = answer_to("鼓楼区培训基地，年培训120人次，高技能30人，能优先吗").text
    assert "优先列入区级高技能人才培训基地建设" in text
    assert text.splitlines()[-1].startswith("**还想知道：**")


def test_whether_two_can_be_had_together_is_said_first() -> None:
    """晋江二（六）7: 以工代训补贴与新招用人员岗前技能培训补贴不可重复享受."""
    answer = answer_to("晋江以工代训怎么补", "厂里收了3个贫困户，做了4个月", "和岗前那个能一起拿吗")
    assert answer.text.startswith("**不能同时享受：**")
    assert {"jinjiang-work-based", "jinjiang-pre-job"} <= {e.rule.benefit.id for e in answer.entitlements}


def test_workers_who_are_spoken_of_are_told_whose_money_it_is() -> None:
    text = answer_to("晋江以工代训怎么补", "厂里收了3个贫困户，做了4个月", "他们自己能拿一份吗").text
    assert "付给**生产经营主体**，不付给个人" in text


def test_long_conditions_stand_below_the_conclusion_and_not_in_it() -> None:
    first, *rest = answer_to("衢州中级工补多少").text.splitlines()
    assert len(first) < 80
    assert "**最多1500元**" in first
    assert any(line.startswith("- 条件：？ 具有本市户籍") for line in rest)


@pytest.mark.parametrize(
    ("question", "status", "path"),
    [
        ("鼓楼高级工能不能评职称", "answered", "五（十二）"),
        ("鼓楼评职称要什么条件", "out_of_scope", None),
        ("晋江高级工能不能评职称", "out_of_scope", None),
        ("晋江，考了中级工，老板不给交社保，行不行", "answered", "二（六）2"),
        ("鼓楼工地上岗前必须先培训吗", "answered", "二（一）5"),
    ],
)
def test_what_is_asked_of_a_certificate_is_told_from_its_money(
    question: str, status: str, path: str | None
) -> None:
    """鼓楼五（十二）: 符合条件可互通申报职称和职业技能资格. No other text speaks of titles."""
    answer = answer_to(question)
    assert answer.status == status
    assert path is None or path in {cited.path for cited in answer.cited}


def test_a_sum_asked_for_after_a_clause_is_asked_of_it() -> None:
    answer = answer_to("零就业家庭，晋江，想提升技能，有哪个计划是管我们的", "金额有没有写")
    assert "没有写明" in answer.text
    assert "二（一）2" in {cited.path for cited in answer.cited}
