"""What is told of benefits: the payee, the figure, the time, and nothing twice."""

from datetime import date

import pytest

from tests.dialogue.talk import Talk, answer_to

OVER = date(2026, 11, 21)


@pytest.mark.parametrize(
    "question",
    [
        "晋江岗前培训给个人多少？",
        "老板说岗前培训800块是发给我的，人在晋江，对吗？",
        "岗前培训，晋江，我自己能领多少",
    ],
)
def test_who_asks_for_himself_hears_that_the_firm_is_paid(question: str) -> None:
    """晋政办〔2019〕79号 二（六）1: 给予企业培训补贴."""
    assert "付给**企业**，不付给个人" in answer_to(question).text


def test_what_others_get_of_several_groups_is_summed_too() -> None:
    """晋政办〔2019〕79号 二（六）2: the firm asks, and the workers' own money is told beside its own."""
    text = answer_to("我们厂在晋江，6个中级工、2个高级技师，合同都两年，养老都交，公司能领多少").text
    assert "合计6400元" in text
    assert "个人可领**合计12000元" in text


def test_a_class_of_an_office_is_a_training_of_departments() -> None:
    """晋政办〔2019〕79号 二（六）9: 各部门开展职业技能培训, 每人800元."""
    assert "36000元" in answer_to("晋江住建局组织的瓦工班，45个人拿到培训合格证，补贴一共多少").text


def test_a_firm_that_asks_for_a_worker_s_money_hears_so() -> None:
    """衢市人社发〔2019〕141号 三5 pays the people who took the certificate."""
    text = answer_to("衢州企业组织职工考中级工，企业能拿多少").text
    assert "付给**城乡劳动者、建档立卡贫困人员**，不付给企业" in text


@pytest.mark.parametrize(
    ("question", "corrected"),
    [
        ("听说晋江中级工个人能领1500元，是这样吗？", True),  # 1500元 is the row of 高级工
        ("听说晋江高级工个人能领1500元，是这样吗？", False),
        ("衢州岗前培训500元是吗", True),
        ("鼓楼区市级高技能人才培训基地20万吧？", True),
        ("鼓楼岗位技能提升补2000元对吗", False),  # within 500元至3000元
        ("鼓楼区级的高技能人才培训基地给三万还是三十万", False),  # one of the two is right
        ("鼓楼区级的高技能人才培训基地给五万还是三十万", True),
        ("我考证花了1200元，衢州初级最多报多少", False),  # what it cost
    ],
)
def test_a_figure_that_is_not_due_here_is_corrected(question: str, corrected: bool) -> None:
    assert ("您说的数额与条文不一致" in answer_to(question).text) is corrected


@pytest.mark.parametrize(
    "question",
    [
        "晋江岗前培训多少",
        "衢州下岗工人有生活费吗",
        "大学生在衢州创业培训有1000元，是发现金给我吗",
        "晋江中级工还给1000吗",
    ],
)
def test_a_benefit_and_a_plain_question_ask_for_the_benefit(question: str) -> None:
    assert answer_to(question).entitlements


def test_a_range_of_people_is_not_reckoned_as_one() -> None:
    """800 元 each: five to six are 4000 to 4800, and that is not 按1人算."""
    text = answer_to("晋江岗前培训五六个人补多少").text
    assert "4000元至4800元" in text
    assert "按1人" not in text


@pytest.mark.parametrize(
    "question",
    [
        "衢州岗前培训多少",
        "晋江现在还有什么补贴可以领",
        "鼓楼区学徒制一年补几千",
        "2026年晋江考中级工还给1000吗",
    ],
)
def test_money_of_a_policy_that_is_over_comes_behind_that_it_is_over(question: str) -> None:
    text = answer_to(question, on=OVER).text
    assert 0 <= text.find("请先留意") < text.find("元")


def test_small_print_stands_once_however_many_groups_share_it() -> None:
    """Two levels under one clause: 二（六）2 is quoted once for the firm and once for the worker."""
    text = answer_to("晋江中级工和高级工分别多少").text
    lines = [line for line in text.splitlines() if line.startswith((">", "- 限制", "- 条文没有写明"))]
    assert len(lines) == len(set(lines)) >= 3


def test_groups_whose_conditions_stand_alike_are_told_of_at_once() -> None:
    text = answer_to("晋江5个中级工，3个高级工，合同两年，养老都交，公司拿多少").text
    assert "**企业职工岗位技能提升培训补贴（企业）**（四级、5人；三级、3人）｜付给：企业" in text
    assert text.count("- 条件：") == 1
    sums = [line for line in text.splitlines() if line.startswith("- 算法")]
    assert [line.split("：")[0] for line in sums] == ["- 算法（四级、5人）", "- 算法（三级、3人）"]
    other = answer_to("晋江5个中级工合同两年，3个高级工没签合同，养老都交，公司拿多少").text
    assert other.count("- 条件：") == 2 and "✗ 与企业签订1年以上期限劳动合同" in other


def test_what_is_said_of_several_groups_alike_is_one_line_with_their_names() -> None:
    """闽人社文〔2024〕41号 三（三） names no sum, whatever the certificate."""
    asked = "三明一家厂，3人拿了专项职业能力证书，2人考了中级工，见证补贴能不能直补给企业"
    text = answer_to(asked, on=date(2025, 6, 1)).text
    [line] = [line for line in text.splitlines() if line.startswith("专项、3人；四级、2人：")]
    assert "**职业技能提升工程培训评价补贴**：" in line


@pytest.mark.parametrize(
    "question", ["衢州学生学徒培训完没签合同也没交社保，学徒补贴还能拿吗", "衢州10名学生学徒，培养1年"]
)
def test_what_is_for_another_kind_is_no_conclusion(question: str) -> None:
    """四11 pays 职工学徒 and 学生学徒 apart; what is refused for the kind alone stands below."""
    conclusion, _, below = answer_to(question).text.partition("｜付给")
    assert "学生学徒" in conclusion and "职工学徒" not in conclusion
    assert "（职工学徒，只取得培训合格证书）" in below


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("晋江以工代训和岗前能不能同时领", "不能同时享受"),  # 二（六）7 不可重复享受
        ("晋江重点产业1000和技能提升800能一起拿吗", "条文没有写明"),  # no clause on both
    ],
)
def test_whether_two_go_together_is_said_as_the_text_has_it(question: str, told: str) -> None:
    [line] = [line for line in answer_to(question).text.splitlines() if "同时享受" in line]
    assert told in line


def test_how_to_claim_is_answered_too() -> None:
    assert "怎么申请：条文没有写申请材料" in answer_to("晋江中级工网上怎么申请，网址多少").text


def test_one_trade_in_two_levels_is_no_repetition() -> None:
    """六18: 同一职业（项目）同一等级不可重复享受 bars the same level, not the next."""
    answer = answer_to("衢州同一个工种中级和高级今年都考了，能领两次吗")
    assert [e.outcome for e in answer.entitlements] == ["undetermined", "undetermined"]


def test_a_case_that_is_not_meant_is_a_line_and_no_refusal() -> None:
    """四11 has a part for 职工学徒 and one for 学生学徒."""
    text = answer_to("衢州5个职工学徒，学2年，补多少").text
    assert "（学生学徒）：不能领" not in text


def test_a_home_help_firm_is_not_taken_for_a_large_one() -> None:
    """二（二）: 支持家政服务业提质扩容大型企业特别是参加百城万村家政扶贫的家政企业."""
    [home] = [
        e
        for e in answer_to("鼓楼区家政公司培训保姆，一人补多少").entitlements
        if "家政" in e.rule.benefit.name
    ]
    assert home.outcome == "undetermined"


@pytest.mark.parametrize(
    ("said", "told", "never"),
    [
        ("2020年8月", "2020年8月在这一期间内", "8月1日"),
        ("2020年", "2020年在这一期间内", "7月1日"),
        ("2020年8月3日", "2020年8月3日在这一期间内", "2020年8月在"),
    ],
)
def test_a_day_that_nobody_named_is_not_told(said: str, told: str, never: str) -> None:
    text = answer_to(f"我{said}在晋江考的中级工，能领多少").text
    assert told in text
    assert never not in text


def test_the_conclusion_names_what_another_clause_adds() -> None:
    """二（六）10 pays 1500元 for workers from 宁夏, beside the 800元 of 二（六）2."""
    conclusion = answer_to("我们晋江公司有一个宁夏来的工人考了高级工，能领多少").text.split("｜付给")[0]
    assert "企业可领**800元**" in conclusion
    assert "企业可领**1500元**" in conclusion


@pytest.mark.parametrize(
    ("question", "never", "why"),
    [
        ("晋江一家企业组织25名签了两年合同、缴养老保险的职工参加岗位技能提升培训，全部取得证书，能补多少",
         "学徒", "a contract is asked for by both: nothing was said of apprentices"),
        ("鼓楼区一家参保企业招了5名零就业家庭成员，以工代训3个月，没有享受过岗前培训补贴，能拿多少",
         "**企业职工岗前培训补贴**：", "what excludes the first is told as a choice"),
    ],
)  # fmt: skip
def test_the_conclusion_adds_nothing_that_was_not_asked_for(question: str, never: str, why: str) -> None:
    assert never not in answer_to(question).text.split("｜付给")[0], why


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        ("晋江我们有2个工人，一个考了高级工，一个还考了中级工，公司能领多少", ["800", "800"]),
        ("晋江公司2个工人做了岗前培训，一个还考了中级工，公司能领多少", ["1600", "800"]),
    ],
)
def test_one_of_the_workers_is_one(question: str, amounts: list[str]) -> None:
    answer = answer_to(question)
    firm = [e for e in answer.entitlements if e.rule.benefit.recipients == ("企业",)]
    assert [str(e.amount.low) for e in firm if e.amount] == amounts


def test_a_corrected_number_that_names_no_group_is_asked_about() -> None:
    talk = Talk()
    talk.say("晋江公司5名中级工、2名高级工，个人各能领多少")
    asked = talk.say("不对，是6个人")
    assert asked.status == "needs_facts"
    assert "四级、5人；三级、2人" in asked.text
    corrected = [str(e.amount.low) for e in talk.say("中级工6名").entitlements if e.amount]
    assert "6000" in corrected, "6 × 1000, by 二（六）2"
    assert "3000" in corrected, "the others are not forgotten: 2 × 1500"


def test_a_group_that_has_another_name_now_is_told_so() -> None:
    told = "条文没有写“脱贫户”，上面按建档立卡贫困户算"
    assert told in answer_to("脱贫户在晋江参加培训拿了合格证，生活费能领多少").text
    assert told not in answer_to("衢州，不是脱贫户，住衢州，考了中级工能领多少").text
    assert told not in answer_to("贫困户在晋江参加培训拿了合格证，生活费能领多少").text


@pytest.mark.parametrize("asks", ["能再领吗", "能一起领吗"])
def test_the_same_level_told_of_two_years_is_asked_about_by_its_limit(asks: str) -> None:
    answer = answer_to(f"晋江我今年考了四级，去年也考了四级，{asks}")
    assert answer.text.startswith("**条文写明“同一职业同一等级不可重复享受”**"), "the text is not silent"
    assert "能不能同时享受，条文没有写明" not in answer.text.split("\n")[0]
    assert all(e.outcome == "undetermined" for e in answer.entitlements)
