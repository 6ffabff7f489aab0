"""Facts that a message says: what is said, what is denied, what is only asked, and what nobody knows."""

from typing import Any

import pytest

from assistant.rules.facts import FactBook
from tests.dialogue.conftest import Read

UNSURE = "不清楚"
Facts = dict[str, Any]
AT_LEAST_A_YEAR = {"at_least": "12"}

CONTRACT: list[tuple[str, Facts, str]] = [
    ("签了两年劳动合同", {"contract_months": "24"}, "years before the contract"),
    ("劳动合同签了两年", {"contract_months": "24"}, "and behind it"),
    ("合同 2 年", {"contract_months": "24"}, "with spaces"),
    ("签的是一年合同", {"contract_months": "12"}, "exactly a year"),
    ("签了一年以上劳动合同", {"contract_months": AT_LEAST_A_YEAR}, "no more than was said"),
    ("合同超过一年", {"contract_months": {"at_least": "13"}}, "more than a year"),
    ("合同一年零三个月", {"contract_months": "15"}, "years and months"),
    ("合同不到一年", {"contract_months": ["0", "11"]}, "less than the year that is asked for"),
    ("没签满一年合同", {"contract_months": ["0", "11"]}, "signed, and for less than a year"),
    ("合同还差一个月满一年", {"contract_months": ["0", "11"]}, "eleven months"),
    ("无固定期限合同", {"contract_months": AT_LEAST_A_YEAR}, "without an end"),
    ("没签合同", {"contract_months": "0"}, "none"),
    ("合同没有签", {"contract_months": "0"}, "none, said behind"),
    ("没单位的", {"contract_months": "0"}, "who has no employer has no contract"),
    ("我没有工作单位", {"contract_months": "0"}, "the same"),
    ("公司没跟我们签书面劳动合同", {"contract_months": "0", "asker": "企业"}, "with words in between"),
    ("签了合同", {}, "for how long is not said"),
]
INSURANCE: list[tuple[str, Facts, str]] = [
    ("交了社保", {"pension_insured": True}, "said"),
    ("社保一直在交", {"pension_insured": True}, "said behind"),
    ("没交社保", {"pension_insured": False}, "denied before"),
    ("社保没交", {"pension_insured": False}, "denied behind"),
    ("社保还没有给交", {"pension_insured": False}, "with 给"),
    ("未按规定缴纳基本养老保险", {"pension_insured": False}, "in the words of the law"),
    ("社保断缴了", {"pension_insured": False}, "no longer"),
    ("社保没断过", {"pension_insured": True}, "two noes are a yes"),
    ("社保后来就断了", {"pension_insured": False}, "no longer, with words in between"),
    ("养老保险交到一半停了", {"pension_insured": False}, "stopped"),
    ("养老保险一直没断", {"pension_insured": True}, "not stopped"),
    ("不可能没交社保", {"pension_insured": True}, "two noes again"),
    ("不但交了社保", {"pension_insured": True}, "不但 denies nothing"),
    ("合同社保都没有", {"contract_months": "0", "pension_insured": False}, "two at once"),
    ("合同、社保都没有", {"contract_months": "0", "pension_insured": False}, "joined by 、"),
    ("没有合同和社保", {"contract_months": "0", "pension_insured": False}, "joined by 和"),
    ("没交社保但签了一年合同", {"pension_insured": False, "contract_months": "12"}, "但 ends the denial"),
    ("没签合同社保交了", {"contract_months": "0", "pension_insured": True}, "the second is not denied"),
    ("社保没交合同没签", {"contract_months": "0", "pension_insured": False}, "each denied by itself"),
    ("没签合同也没交社保", {"contract_months": "0", "pension_insured": False}, "也 without a comma"),
]
TODAY = {"event_date": "2020-06-15"}  # what 今年 and 现在 say
HISTORY: list[tuple[str, Facts, str]] = [
    (
        "以前是中级工，现在考了高级工",
        {"certificate_level": "三级", **TODAY},
        "what changed is no second group",
    ),
    (
        "去年考的是中级工",
        {"certificate_level": "四级", "event_date": "2019"},
        "with nothing later it is the matter",
    ),
    ("我今年已经领过3次补贴", {"times_this_year": "3", **TODAY}, "a person's times"),
    ("员工今年领过3次补贴", {"times_this_year": "3", **TODAY}, "an employee's times"),
    ("公司今年领过5次补贴", {"asker": "企业", **TODAY}, "每人每年3次 counts persons, not firms"),
]
ABOUT_PEOPLE: list[tuple[str, Facts, str]] = [
    (
        "中级工没交社保",
        {"certificate_level": "四级", "pension_insured": False},
        "what they lack, not what they are",
    ),
    ("高级工没签合同", {"certificate_level": "三级", "contract_months": "0"}, "the same"),
    ("残疾人没签合同", {"trainee_group": ["残疾人"], "contract_months": "0"}, "and of a group of people"),
    ("派遣工没交社保", {"dispatched": True, "pension_insured": False}, "and of how they work"),
    ("困难企业没交社保", {"firm_in_difficulty": True, "pension_insured": False}, "and of a firm"),
    (
        "高级工没考上",
        {"certificate_level": "三级", "certificate_obtained": False},
        "tried for: the level is known, and there is no certificate",
    ),
    ("我不是退伍军人残疾人", {"trainee_group": ["非残疾人", "非退役军人"]}, "right behind each other"),
    ("不是残疾人", {"trainee_group": ["非残疾人"]}, "who is no 残疾人 may belong to another group"),
    ("不是高级工，是中级工", {"certificate_level": "四级"}, "a correction in itself"),
    ("是中级工不是高级工", {"certificate_level": "四级"}, "the other way round"),
    ("初级工升中级工", {"certificate_level": "四级"}, "what is reached counts"),
    ("从中级工升到高级工", {"certificate_level": "三级"}, "the same"),
    ("高级电工", {"certificate_level": "三级"}, "a level with its trade"),
    ("技师学院", {}, "a school, no level"),
    ("高级技工学校", {}, "another"),
    ("残疾人和退役军人", {"trainee_group": ["残疾人", "退役军人"]}, "several groups may hold"),
]
CERTIFICATES: list[tuple[str, Facts, str]] = [
    ("拿到了培训合格证", {"pass_certificate": True}, "said"),
    ("合格证还没拿到手", {"pass_certificate": False}, "denied behind"),
    ("没有职业资格证书", {"vocational_certificate": False}, "denied before"),
    ("资格证、合格证都没有", {"vocational_certificate": False, "pass_certificate": False}, "two at once"),
    (
        "有合格证没有资格证",
        {"pass_certificate": True, "vocational_certificate": False},
        "one and not the other",
    ),
    (
        "初次取得特种作业操作证",
        {"certificate_event": "新证", "special_operation_certificate": True},
        "first time",
    ),
    (
        "特种作业操作证复审",
        {"certificate_event": "复审", "special_operation_certificate": True},
        "and renewal",
    ),
]
DENIALS: list[tuple[str, Facts, str]] = [
    ("操作证没考下来", {"special_operation_certificate": False}, "the verb is of the certificate"),
    ("证一直下不来", {"certificate_obtained": False}, "cannot be had"),
    ("没证书", {"certificate_obtained": False}, "a name denied"),
    ("考试没通过", {"certificate_obtained": False}, "who failed has no certificate"),
    ("身份证没带", {}, "another thing that ends in 证"),
    ("20个学员没一个合格", {"headcount": "20", "pass_certificate": False}, "没一个 is no group of one"),
    ("一个合格的也没有", {"pass_certificate": False}, "nobody, said behind"),
    (
        "只发了结业证，职业资格、等级证、专项证一个没有",
        {
            "pass_certificate": True,
            "vocational_certificate": False,
            "specific_ability_certificate": False,
        },
        "a list with one of another kind before it",
    ),
    ("有的没考过合格证", {}, "denied of some is denied of nobody in particular"),
    ("实名登记都没弄过", {"registered": False}, "a colloquial verb"),
    (
        "不在项目制目录清单里",
        {"in_project_catalogue": False},
        "over its attribute",
    ),
    ("补贴目录里面就有的工种", {"outside_catalogue": False}, "inside"),
    ("学员一个就业的都没有", {"employed_after_training": False}, "nobody found work"),
    ("压根没报人社局审核", {"training_plan_reviewed": False}, "not handed in"),
    ("算不上小微企业", {"small_firm": False}, "cannot be counted as"),
    (
        "退役军人、残疾人、农村转移、失业、监测对象，哪一类重点群体我都不是",
        {"trainee_group": ["都不是"], "poverty_relapse_monitored": False},
        "a list with a word of another fact",
    ),
    ("身体健康，啥群体都不是", {"trainee_group": ["都不是"]}, "no list"),
    ("省里的名单进没进，没查到", {"listed_training_base": UNSURE}, "nobody knows whether"),
    (
        "残疾人、退役军人这些一样都不沾",
        {"trainee_group": ["非残疾人", "非退役军人"]},
        "all of a list, summed up",
    ),
    ("我什么困难人员都不是", {"trainee_group": ["非就业困难人员"]}, "什么 asks nothing here"),
    (
        "不是低收入农户、两后生、低保，哪样都不是",
        {"trainee_group": ["都不是", "非两后生", "非低收入农户", "非农村学生"]},
        "none of them",
    ),
    ("员工全是本地人", {"partner_region_native": False}, "from here, so from no partner region"),
    ("30人没通过考核", {"headcount": "30", "certificate_obtained": False}, "did not pass"),
    ("贫困户倒不是", {"trainee_group": ["非对口支援贫困人员", "非贫困劳动力"]}, "with 倒"),
    ("社保其实没交", {"pension_insured": False}, "an adverb in between"),
    ("合同至今未签", {"contract_months": "0"}, "another"),
    ("养老保险一天都没交过", {"pension_insured": False}, "not for a day"),
    ("我不属于任何困难群体", {"trainee_group": ["都不是"]}, "the name of all groups"),
    ("没有一本合格证", {"pass_certificate": False}, "with its classifier"),
    ("没有谁不拿到合格证", {"pass_certificate": True}, "two noes with 谁"),
    ("没有宁夏、新疆来的", {"partner_region_native": False}, "origins are denied too"),
]
FAILURES: list[tuple[str, Facts, str]] = [
    ("参加过领军人才遴选，没选上", {"trainee_group": ["非高技能领军人才"]}, "said in the next part"),
    ("技能大师工作室申报市级落选了", {"studio_level": "都不是"}, "none, since it was the one"),
    (
        "技能大师工作室省级没评上，市级评上了",
        {"studio_level": "市级"},
        "what was got stands",
    ),
    ("技能大师工作室评上市级了，补贴没批下来", {"studio_level": "市级"}, "the money is what failed"),
    (
        "评上市级技能大师工作室，评估没进那30个",
        {"studio_level": "市级", "outstanding_studio": False},
        "the list",
    ),
    ("实训基地没列进那20个名单", {"listed_training_base": False}, "那20个 counts no people"),
    (
        "高级工证拿到了，没领到补贴",
        {"certificate_level": "三级", "certificate_obtained": True},
        "no failure of the certificate",
    ),
]
NO_DENIALS: list[tuple[str, Facts, str]] = [
    ("没怎么费劲就考下了高级工", {"certificate_level": "三级"}, "the effort is denied"),
    ("困难企业没钱培训", {"firm_in_difficulty": True}, "the money is"),
    ("要不是困难企业我们也不问了", {"firm_in_difficulty": True}, "an unreal condition"),
    ("就业困难人员没经验", {"trainee_group": ["就业困难人员"]}, "what they lack"),
    (
        "第一次没考过，补考过了，高级工证拿到手",
        {"certificate_level": "三级", "certificate_obtained": True},
        "got in the end",
    ),
    (
        "中级工考试没难度，一次就过了",
        {"certificate_level": "四级"},
        "an easy examination is no failed one",
    ),
    (
        "社保没欠费，合格证没丢",
        {"pension_insured": True, "pass_certificate": True},
        "nothing is wrong with them",
    ),
]
MADE_GOOD: list[tuple[str, Facts, str]] = [
    ("养老保险断交过但补上了", {"pension_insured": True}, "put right"),
    ("社保断了三个月，后来补缴了", {"pension_insured": True}, "in the next part"),
    ("社保断了，还没补上", {"pension_insured": False}, "not yet"),
    ("登记没办，后来补办了", {"registered": True}, "another fact"),
    ("合同开始没签，这才补签了两年", {"contract_months": "24"}, "the new one counts"),
    ("不是困难企业，困难企业那800能领吗", {"firm_in_difficulty": False}, "only named behind its denial"),
    ("以前不是困难企业，现在是困难企业了", {"firm_in_difficulty": True}, "changed since"),
]
OTHERS: list[tuple[str, Facts, str]] = [
    ("还没领退休金", {"drawing_pension": False}, "not yet"),
    ("已经退休了", {"drawing_pension": True}, "already"),
    ("退休返聘", {"drawing_pension": True}, "who is hired again draws a pension"),
    ("户口在衢州", {"local_tie": True}, "one of four ways"),
    ("户口不在衢州", {}, "one way denied leaves three"),
    ("没有本市户籍", {}, "the same"),
    ("技能大师工作室", {}, "工作 in a workshop's name says nothing of work"),
    ("没找到工作", {"employed_after_training": False}, "no work, and no work in this town said"),
    ("新招用的员工", {"months_since_hire": ["0", "12"]}, "new is within a year"),
    ("入职三个月", {"months_since_hire": "3"}, "by the cue"),
    ("入厂才两个月", {"months_since_hire": "2"}, "a factory's word for it"),
    ("到岗五个月", {"months_since_hire": "5"}, "at the post"),
    ("招用不到一年", {"months_since_hire": ["0", "11"]}, "within the year"),
    ("今年领过两次", {"times_this_year": "2", "event_date": "2020-06-15"}, "this year"),
    ("去年领了两次", {}, "last year's do not count"),
    ("去年领了两次，今年领了一次", {"times_this_year": "1", "event_date": "2020-06-15"}, "only this year's"),
    ("不在补贴目录里", {"outside_catalogue": True}, "outside"),
    ("项目制没列进项目制目录清单", {"in_project_catalogue": False}, "denied over what list it is"),
    ("项目制不在人社局发的那份清单上", {"in_project_catalogue": False}, "the same, over whose it is"),
    ("项目制目录清单里的项目", {"in_project_catalogue": True}, "inside"),
    ("我今年62岁", {"age": "62"}, "age"),
    ("女，56岁", {"gender": "女", "age": "56"}, "and gender"),
    ("我是公司员工", {"asker": "个人"}, "who works for a firm asks for himself"),
    ("公司没给我交社保", {"asker": "个人", "pension_insured": False}, "the firm is only named"),
    ("我们公司想给员工培训", {"asker": "企业"}, "here it asks"),
    ("月工资5000元", {}, "a wage is not the payroll"),
]


@pytest.mark.parametrize(
    ("message", "facts", "why"),
    [
        *CONTRACT,
        *INSURANCE,
        *HISTORY,
        *ABOUT_PEOPLE,
        *CERTIFICATES,
        *DENIALS,
        *FAILURES,
        *NO_DENIALS,
        *MADE_GOOD,
        *OTHERS,
    ],
)
def test_what_is_said(read: Read, book: FactBook, message: str, facts: Facts, why: str) -> None:
    assert book.store(read(message).facts) == facts, why


@pytest.mark.parametrize(
    ("message", "why"),
    [
        ("要不要交社保", "A-not-A"),
        ("要交社保吗", "a demand"),
        ("一定要交社保吗", "a demand"),
        ("社保要交吗", "a demand behind"),
        ("有没有合格证都行吗", "either way"),
        ("交没交社保有关系吗", "either way"),
        ("签不签合同都行吗", "either way"),
        ("社保有没有影响吗", "either way"),
        ("需要合同吗", "a demand"),
        ("必须签一年合同吗", "a demand with a number"),
        ("是不是要签一年合同", "the same"),
        ("合同要签几年", "the number is asked for"),
        ("需要什么证书", "什么"),
        ("要求是什么", "nothing at all"),
        ("不知道社保要交多久", "what is not known is the demand"),
        ("怎样才算困难企业", "a definition"),
        ("这项目在不在清单里", "no denial before a list"),
    ],
)
def test_what_is_only_asked_is_not_said(read: Read, message: str, why: str) -> None:
    assert read(message).facts == {}, why


@pytest.mark.parametrize(
    ("message", "facts", "why"),
    [
        ("合同不清楚", {"contract_months": UNSURE}, "the fact is named, its value is not known"),
        ("合同签了多久不记得了", {"contract_months": UNSURE}, "in other words"),
        ("忘了合同签多久", {"contract_months": UNSURE}, "said before"),
        ("等级不清楚", {"certificate_level": UNSURE}, "a choice"),
        ("社保不知道交没交", {"pension_insured": UNSURE}, "yes or no"),
        ("不清楚有没有交社保", {"pension_insured": UNSURE}, "said before"),
        ("社保交没交我不知道", {"pension_insured": UNSURE}, "said behind"),
        ("合同和社保都不清楚", {"contract_months": UNSURE, "pension_insured": UNSURE}, "two at once"),
        ("好像交了社保", {"pension_insured": UNSURE}, "a hedge is no yes"),
        ("可能没交社保", {"pension_insured": UNSURE}, "and no no"),
        ("合同签没签一年我忘了", {"contract_months": UNSURE}, "with a number"),
        ("合同签了一年还是两年我记不清", {"contract_months": UNSURE}, "with two"),
        ("户口、住哪跟这边有没有关系先不讲", {"local_tie": UNSURE}, "left open on purpose, over 、"),
        ("老板给没给我买养老保险，我也搞不清", {"pension_insured": UNSURE}, "in the next part"),
        ("家里是不是低收入农户得回去问", {"trainee_group": UNSURE}, "of people"),
        ("是不是就业困难人员我拿不准", {"trainee_group": UNSURE}, "拿不准 is about no money"),
        ("进没进全市的计划还没有回音", {"in_competition_plan": UNSURE}, "没进 is half of a question"),
        ("不知道中级工能补多少", {"certificate_level": "四级"}, "only the amount is not known"),
        ("交了社保不知道能不能领", {"pension_insured": True}, "the same"),
    ],
)
def test_what_nobody_knows_stays_unknown(
    read: Read, book: FactBook, message: str, facts: Facts, why: str
) -> None:
    assert book.store(read(message).facts) == facts, why


@pytest.mark.parametrize(
    ("message", "facts", "why"),
    [
        ("合同三年，入职两年", {"contract_months": "36", "months_since_hire": "24"}, "each by its cue"),
        ("入职两年签了三年合同", {"contract_months": "36", "months_since_hire": "24"}, "without a comma"),
        ("以工代训干了4个月", {"training_months": "4"}, "the topic speaks for 干了"),
        ("15个人边干边学8个月", {"headcount": "15", "training_months": "8"}, "by the topic alone"),
        ("以工代训3个月，合同一年", {"training_months": "3", "contract_months": "12"}, "both"),
        (
            "两年合同入职3个月",
            {"contract_months": "24", "months_since_hire": "3"},
            "a name right behind its number",
        ),
        (
            "学徒培养两年，合同三年",
            {"apprenticeship_years": "2", "contract_months": "36"},
            "years, and months",
        ),
        ("8个学徒，每人实际费用6000元", {"headcount": "8", "actual_cost": "6000"}, "money by its cue"),
        ("实习协议签了半年", {"internship_months": "6"}, "a name speaks louder than 签了"),
        ("签了8个月实习协议", {"internship_months": "8"}, "also behind the number"),
        ("项目制36课时，20人", {"class_hours": "36", "headcount": "20"}, "hours and people"),
        ("课时加到50", {"class_hours": "50"}, "the unit before the number"),
        ("每课时25封顶1000是每人还是每班", {}, "a rate is no number of hours"),
        ("竞赛设了工种5个", {"trade_count": "5"}, "trades are no people"),
        (
            "工资总额1,000万元，教育经费90万",
            {"payroll_total": "10000000", "education_expense": "900000"},
            "two sums",
        ),
        (
            "教育经费90万，工资总额是1000万",
            {"payroll_total": "10000000", "education_expense": "900000"},
            "turned",
        ),
        ("补贴总额20万，能先拿多少", {"subsidy_total": "200000"}, "the sum of a class, by its topic"),
        ("生活费，参加了4次培训", {"training_times": "4"}, "times of training"),
        ("生活补助怎么给，一共训了五回", {"training_times": "5"}, "the allowance in other words"),
    ],
)
def test_a_number_goes_to_its_fact(read: Read, book: FactBook, message: str, facts: Facts, why: str) -> None:
    assert book.store(read(message).facts) == facts, why


@pytest.mark.parametrize(
    ("message", "figures", "why"),
    [
        ("岗前培训是800元吗", [800], "a sum that is no fact"),
        ("听说每人给两千", [2000], "without a unit"),
        ("500元还是800元", [500, 800], "two"),
        ("签了2年合同，12人", [], "no money"),
    ],
)
def test_sums_that_are_no_fact(read: Read, message: str, figures: list[int], why: str) -> None:
    assert [int(figure) for figure in read(message).figures] == figures, why


@pytest.mark.parametrize(
    ("message", "facts", "expected", "why"),
    [
        ("再加2个", {"headcount": "5"}, {"headcount": "7"}, "to those named before"),
        ("又招了2人", {"headcount": "5"}, {"headcount": "7"}, "又招了"),
        ("再加2个", {}, {"headcount": "2"}, "to none"),
        ("改成2个人", {"headcount": "5"}, {"headcount": "2"}, "a change adds nothing"),
        ("再加2个", {"headcount": {"at_least": "5"}}, {"headcount": {"at_least": "7"}}, "to at least five"),
        ("再加2个工种", {"trade_count": "3"}, {"trade_count": "5"}, "trades"),
    ],
)
def test_additions(read: Read, book: FactBook, message: str, facts: Facts, expected: Facts, why: str) -> None:
    assert book.store(read(message, facts=facts, topics=("competition",)).facts) == expected, why


@pytest.mark.parametrize(
    "message",
    [
        "999999999999人",
        "合同9999999年",
        "学徒8个月",
        "工资总额99999999999999万元",
        "99999999999999999999999999岁",
    ],
)
def test_what_was_read_can_be_read_back_on_the_next_turn(read: Read, book: FactBook, message: str) -> None:
    """A number beyond all that can be, or with too many digits, would lock the conversation."""
    facts = read(message, topics=("apprenticeship",)).facts
    assert book.parse(book.store(facts)) == facts


def test_too_much_added_is_not_added(read: Read, book: FactBook) -> None:
    facts = read("再加999999人", facts={"headcount": "999999"}).facts
    assert book.parse(book.store(facts)) == facts
