"""Look-ups: which clause leads, what it grants is computed beside it, and several questions at once."""

import re
from datetime import date

import pytest

from assistant.dialogue.language.lexicon import Lexicon
from assistant.documents.library import Library
from assistant.search.tokens import fold
from tests.dialogue.conftest import Read
from tests.dialogue.talk import JUNE_2020, answer_to

JUNE_2025, MARCH_2026 = date(2025, 6, 1), date(2026, 3, 1)


@pytest.mark.parametrize(
    ("question", "rule", "why"),
    [
        ("福建的厂想合办一所技校，照亮前程怎么说", "fujian-2025-firm-school", "in people's own words"),
        ("福建失业的人，训完有没有岗位推荐", "fujian-2025-employment-service", "whether it exists"),
        ("福建农民工想学点技术，41号文有没有提到", "fujian-2024-livelihood-training", "the words overlap"),
        ("衢州住建局办培训班，经费从哪出", "quzhou-department-training", "without a word of its topic"),
    ],
)
def test_what_the_clause_that_answers_grants_is_listed(question: str, rule: str, why: str) -> None:
    answer = answer_to(question, on=MARCH_2026)
    assert rule in {e.rule.benefit.id for e in answer.entitlements}, why


@pytest.mark.parametrize(
    ("question", "words", "why"),
    [
        (
            "我们制造企业想跟人合办一所技工学校，福建2025年的方案什么态度",
            "联合举办技工院校",
            "what firms run",
        ),
        ("福建，技工院校高级工班的毕业生算学徒吗，方案怎么说", "毕业年度高校毕业生", "the other sentence"),
    ],
)
def test_of_a_clause_that_grants_several_things_the_one_asked_about_leads(
    question: str, words: str, why: str
) -> None:
    assert words in answer_to(question, on=MARCH_2026).cited[0].quote, why


def test_who_asks_whose_duty_it_is_is_told_no_benefit() -> None:
    """二（六）1 grants 800 yuan; 归谁管 asks for none of it."""
    assert not answer_to("晋江培训档案谁负责建").entitlements


@pytest.mark.parametrize(
    ("question", "paths", "why"),
    [
        ("福建的大师工作室、学徒，照亮前程分别怎么说", {"三（三）8", "三（三）9"}, "two clauses"),
        ("鼓楼的竞赛和教材开发分别怎么写的", {"三（五）", "四（七）"}, "two chapters"),
        ("骗补贴的后果，衢州的办法和福建“技能照亮前程”方案分别怎么写的", {"六19", "四15"}, "two documents"),
        ("鼓楼、晋江、衢州对民办机构各是什么待遇", {"三（六）", "二（二）3", "五16"}, "three places"),
        ("福建，我们机构中标的培训能外包给另一家机构做吗", {"四15"}, "转包转让 in other words"),
    ],
)
def test_each_of_several_topics_gets_its_clause(question: str, paths: set[str], why: str) -> None:
    assert paths <= {cited.path for cited in answer_to(question, on=MARCH_2026).cited}, why


@pytest.mark.parametrize(
    ("question", "words", "why"),
    [
        (
            "福建要建多少个职业训练院？实训基地又是几个？",
            ("10 个职业训练院", "20 个职业"),
            "one clause, two numbers",
        ),
        ("衢州的目录清单谁公布，钱由谁拨付？", ("公布", "财政部门负责拨付资金"), "two duties"),
    ],
)
def test_each_of_several_questions_gets_its_sentence(question: str, words: tuple[str, ...], why: str) -> None:
    text = answer_to(question, on=MARCH_2026).text
    assert all(word in text for word in words), why


@pytest.mark.parametrize(
    ("question", "path", "why"),
    [
        ("晋江的化工企业一年至少办几次安全培训", "二（一）3", "每年至少要组织开展一次"),
        ("鼓楼建筑工地安全培训每年要搞几回", "二（一）5", "the same in the other place"),
        ("晋江单位每月要报几次进度", "三（三）", "a duty, no limit of benefits"),
        ("鼓楼的建筑工地企业，安全技能培训隔多久必须办一回", "二（一）5", "多久 for how often"),
        ("衢州目录清单多久调整一次", "六17", "原则上一年调整一次"),
    ],
)
def test_how_often_is_answered_by_a_clause_that_says_so(question: str, path: str, why: str) -> None:
    assert answer_to(question).cited[0].path == path, why


def test_how_often_a_year_money_is_paid_stays_a_limit() -> None:
    assert "不超过3次" in answer_to("晋江一年能领几次").text


def test_what_is_denied_is_not_what_is_asked_for() -> None:
    """三（一）2 says first that bases are listed, then how others are chosen."""
    text = answer_to("福建，我们不是培训基地，怎么样才能进补贴性培训机构目录", on=MARCH_2026).text
    assert "遴选" in text


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("衢州的证是2019年8月考的，当时没报，现在按哪个标准", "no topic is named"),
        ("我2019年10月在衢州拿的中级工，补贴还没结报", "the topic is named"),
    ],
)
def test_what_happened_before_a_policy_began_is_settled_by_its_last_clause(question: str, why: str) -> None:
    """文末：办法实施之前符合…但尚未结报支付的，按原补贴标准."""
    answer = answer_to(question)
    assert [e.rule.benefit.id for e in answer.entitlements] == ["quzhou-transition"], why
    assert "还没有开始实施" in answer.text
    assert "原补贴标准" in answer.text


def test_a_policy_without_such_a_clause_only_says_that_it_had_not_begun() -> None:
    answer = answer_to("晋江中级工2018年考的，补多少")
    assert not answer.entitlements
    assert "还没有开始实施" in answer.text


@pytest.mark.parametrize(
    ("message", "topics", "why"),
    [
        ("福建省职业技能提升工程方案里怎么说", (), "the name of a document is no training"),
        ("职业技能提升行动是什么", (), "nor is a campaign's"),
        ("岗位技能提升补多少", ("skill_upgrade",), "the training itself"),
    ],
)
def test_the_name_of_a_document_is_no_topic(
    read: Read, message: str, topics: tuple[str, ...], why: str
) -> None:
    assert read(message).topics == topics, why


@pytest.mark.parametrize("message", ["衢州专项资金能不能出", "晋江专项经费怎么管", "鼓楼的专项审计谁做"])
def test_earmarked_money_is_no_certificate(read: Read, message: str) -> None:
    assert "certificate_level" not in read(message).facts


def test_of_two_topics_the_one_without_a_figure_is_told_in_full_too() -> None:
    """鼓楼二（二）支持…参加百城万村家政扶贫的家政企业, beside 二（一）1's 500 yuan."""
    text = answer_to("鼓楼，家政公司参加了百城万村，家政和岗前培训有支持吗").text
    assert "百城万村" in text
    assert "500元" in text


def test_who_has_one_benefit_and_asks_for_others_is_told_what_fits_his_case() -> None:
    """衢州三10: the living allowance has no figure, but speaks of just these people."""
    answer = answer_to("衢州零就业家庭的，考了初级工，除了证书的钱还有别的补贴吗")
    assert "最低生活保障标准" in answer.text
    assert "1000元" in answer.text


def test_a_certificate_that_was_spoken_of_may_be_renewed() -> None:
    """三7：复审培训最高200元; alone, 复审 is a matter for those who issue certificates."""
    first = "衢州特种作业证，新考的，补多少"
    assert "200元" in answer_to(first, "以后复审的话呢").text
    assert answer_to("电工证过几年复审要准备什么").status == "out_of_scope"


@pytest.mark.parametrize(
    ("first", "then", "words", "why"),
    [
        ("柯城每年多少人次", "龙游咧", "6000", "a county, in a dialect's ending"),
        ("柯城每年多少人次", "那衢江", "5000", "with a word of going on"),
        ("晋江池店镇2021年计划多少", "陈埭呢", "1900", "a town without its ending"),
        ("晋江市民政局一年培训多少人", "市妇联呢", "妇女就业创业培训", "a row of the other annex"),
    ],
)
def test_another_row_of_the_table_that_was_quoted(first: str, then: str, words: str, why: str) -> None:
    answer = answer_to(first, then)
    assert answer.status == "answered", why
    assert words in answer.text, why


def test_a_place_that_is_no_row_of_the_table_is_asked_about_itself() -> None:
    assert "附件1" not in answer_to("柯城每年多少人次", "那晋江呢").text


def test_where_no_row_is_named_the_total_is_quoted() -> None:
    """附件1: 合 计 12000 8000 20000."""
    assert "20000" in answer_to("晋江各镇三年一共要培训多少人次").text


def test_what_was_said_that_bars_other_benefits_is_told() -> None:
    """鼓楼四（八）: the firm's support for 家政 has no such limit, what a person may claim has."""
    answer = answer_to("领退休金的阿姨想学家政，鼓楼补不补")
    assert "不具有按月领取养老金资格" in answer.text
    assert "四（八）" in {cited.path for cited in answer.cited}
    assert "养老金" not in answer_to("鼓楼家政公司有支持吗").text


def test_a_clause_that_says_much_of_the_question_is_told_beside_what_has_no_figure() -> None:
    """鼓楼二（一）: 岗位练兵 names competitions as a topic, 在线学习 stands in the clause on firms."""
    answer = answer_to("鼓楼企业自己办岗位练兵和在线学习，政府给支持吗")
    assert {"gulou-basic-work", "gulou-firm-training"} <= {e.rule.benefit.id for e in answer.entitlements}


@pytest.mark.parametrize(
    ("question", "path", "words"),
    [
        ("福建开班备案、过程监督按哪个文件执行", "三（一）3", "闽人社发〔2024〕2号"),
        ("福建补贴申报审核依据什么规程", "四13", "闽人社文〔2024〕69号"),
    ],
)
def test_by_which_document_something_is_done_is_no_question_of_validity(
    question: str, path: str, words: str
) -> None:
    answer = answer_to(question, on=MARCH_2026)
    assert answer.cited[0].path == path
    assert words in answer.text


def test_whose_duty_it_is_may_stand_within_the_clause() -> None:
    assert "（责任单位：" in answer_to("福建揭榜挂帅培训由哪些部门负责", on=date(2025, 6, 1)).text


@pytest.mark.parametrize(
    ("messages", "year", "quoted", "why"),
    [
        (
            ("福建2024年泉州重点围绕什么产业做培训评价？", "那宁德呢"),
            2025,
            "锂电新能源",
            "the same clause names it",
        ),
        (("福建2024年泉州重点围绕什么产业做培训评价？", "平潭"), 2025, "台胞群体", "a name that is short"),
        (("鼓楼教师队伍怎么建设", "晋江呢"), 2020, "二（四）3", "the other place's clause on it"),
        (("晋江培训目录谁发布", "衢州呢"), 2020, "六17", "in other words"),
    ],
)
def test_another_place_after_a_quote_is_asked_the_same(
    messages: tuple[str, ...], year: int, quoted: str, why: str
) -> None:
    assert quoted in answer_to(*messages, on=date(year, 6, 1)).text, why


def test_another_place_without_such_a_clause_gets_none() -> None:
    assert "没有找到" in answer_to("鼓楼传统文化技能有哪些", "晋江呢").text


def test_how_many_of_a_thing_asks_for_no_money() -> None:
    answer = answer_to("福建2024年要新评多少个省级技能大师工作室，原来是多少个", on=date(2025, 6, 1))
    assert "60个" in answer.text.replace(" ", "")


@pytest.mark.parametrize(
    ("question", "on", "path", "why"),
    [
        (
            "工信部门在福建这个职业技能提升工程里负责啥",
            JUNE_2025,
            "三（二）",
            "not the preface, which names it",
        ),
        ("职业训练院打算建几家呀", JUNE_2025, "二（四）", "only the province's text speaks of it"),
        ("企业能破格认高级工吗", MARCH_2026, "三（三）10", "a level beside it asks for no place"),
        ("新八级工那段写的什么", MARCH_2026, "三（三）10", "as the text names it"),
        ("链主企业自己能当评价机构不", MARCH_2026, "三（三）8", "as the text names it"),
        ("福建 培训绩效评价看哪几项指标", MARCH_2026, "三（一）6", "哪几项 asks for no benefits here"),
        (
            "福建培训机构发虚假广告，是第几条不让的",
            MARCH_2026,
            "四15",
            "which clause forbids it is no deceit",
        ),
    ],
)
def test_the_clause_is_found_whatever_else_is_named(question: str, on: date, path: str, why: str) -> None:
    answer = answer_to(question, on=on)
    assert path in {cited.path for cited in answer.cited}, why


def test_matters_that_stand_for_the_province_stand_in_its_documents_alone(
    lexicon: Lexicon, library: Library
) -> None:
    """Who says 新八级工 and no place is answered from the province: no other text may speak of it."""
    whose: dict[str, str] = {}
    for policy in library.policies:
        whose[policy.about.region] = whose.get(policy.about.region, "") + fold(policy.text)
    for word in (word for word in lexicon.file.province if not re.match("[省全我咱本]", word)):
        assert [region for region, text in whose.items() if word in text] == ["350000"], word


@pytest.mark.parametrize(
    ("question", "words", "why"),
    [
        ("大师工作室的带头人能优先推荐人才奖项吗，福建", "优先推荐参加各类人才奖项", "beside the subsidy"),
        ("福建大师工作室培养的人，能推荐参加技能竞赛吗", "可推荐参加各级职业技能竞赛", "other words of it"),
    ],
)
def test_another_sentence_of_the_clause_is_told_where_it_answers(question: str, words: str, why: str) -> None:
    assert words in answer_to(question, on=JUNE_2025).text, why


IN_WHICH_WAY = [
    ("福建培训品牌名字怎么起", "三（二）7", "命名", "how it is named"),
    ("福建培训品牌命名有什么要求", "三（二）7", "命名", "in other words"),
    ("福建企业可以用啥法子去培养领军人才", "三（三）11", "校企联合培养", "by which means"),
]


@pytest.mark.parametrize(
    ("question", "path", "words", "why"), IN_WHICH_WAY, ids=[row[-1] for row in IN_WHICH_WAY]
)
def test_who_asks_in_which_way_hears_the_sentence_on_it_first(
    question: str, path: str, words: str, why: str
) -> None:
    answer = answer_to(question, on=date(2026, 3, 1))
    assert answer.cited[0].path == path
    assert words in answer.cited[0].quote, why
    assert answer.text.startswith("条文写的是："), why


def test_a_topic_is_known_by_a_common_misspelling() -> None:
    answer = answer_to("福建技能照亮前程里头那个职业培训卷，哪些项目一定要用", on=date(2026, 3, 1))
    assert answer.cited[0].path == "四14"


HOW_MANY_THERE_ARE = [
    ("福建职业训练院建几个", "建设 10 个职业训练院", "闽人社文〔2024〕41号 二（四）"),
    ("福建领军人才一年选几个", "遴选50名左右高技能领军人才", "技能照亮前程 三（三）11"),
    ("鼓楼2019年计划培训多少", "其中 2019 年培训 0.18 万人次", "鼓政办〔2020〕6号 一"),
    ("晋江附件1和附件2人数对不上怎么回事", "附件2 4900", "two annexes named are two"),
]


@pytest.mark.parametrize(
    ("message", "says", "why"), HOW_MANY_THERE_ARE, ids=[r[-1] for r in HOW_MANY_THERE_ARE]
)
def test_a_number_that_stands_in_the_text_is_quoted(message: str, says: str, why: str) -> None:
    answer = answer_to(message, on=date(2025, 6, 1) if "福建" in message else JUNE_2020)
    assert says in answer.text, why
    assert "可以享受" not in answer.text


@pytest.mark.parametrize("message", ["晋江岗前培训的补贴归谁", "晋江高级工，合同社保都有，钱归谁"])
def test_whose_the_money_is_asks_for_the_payee(message: str) -> None:
    assert "付给**" in answer_to(message).text


MARCH = date(2026, 3, 1)
ASKS_WHAT_STANDS_THERE = [
    ("衢州补贴工种的清单多久更新一回？", JUNE_2020, "六17", "what is done that often"),
    ("晋江多久公布一次目录", JUNE_2020, "二（三）1", "the same of a list"),
    ("福建邊度可以睇到邊間培訓機構有資質、補貼標準同聯絡電話？", MARCH, "四16", "where it can be read, in Cantonese"),
    ("衢州资金使用情况在哪里公开", JUNE_2020, "六19", "where it is made known"),
    ("福建去哪里查有资质的培训机构和补贴标准", MARCH, "四16", "where it is looked up"),
    ("福建现在职业培训券哪些补贴要用到？", MARCH, "四14", "which of them ask for something"),
    ("福建那个新八级工 厂里能不能直接给俺认个高级工", MARCH, "三（三）10", "who may assess, and whom"),
    ("咱福建技能生态链的链主企业，能不能自个儿给链上厂子的工人评等级", MARCH, "三（三）8", "of others' workers"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "on", "path", "why"), ASKS_WHAT_STANDS_THERE, ids=[row[-1] for row in ASKS_WHAT_STANDS_THERE]
)
def test_what_stands_in_the_text_is_looked_up(question: str, on: date, path: str, why: str) -> None:
    answer = answer_to(question, on=on)
    assert path in {cited.path for cited in answer.cited}, why
    assert len(answer.entitlements) < 5, "no list of all there is"


def test_the_question_beside_the_one_for_money_is_looked_up_too() -> None:
    answer = answer_to("福建链主企业，等级评价能不能由我们直接当认定机构来做？补贴合计多少钱？", on=MARCH)
    assert ("fujian-2025-skills", "三（三）8") in {(c.policy.id, c.path) for c in answer.cited}


def test_a_document_is_known_by_its_year_where_a_place_has_several() -> None:
    of_2024 = answer_to("福建的中小微企业想委托培训，2024年省方案里有哪些支持", on=JUNE_2025)
    assert {cited.policy.id for cited in of_2024.cited} == {"fujian-2024-41"}
    assert "委托培训" in of_2024.text, "what it says of the matter that is named is quoted"
    in_2025 = answer_to("福建的中小微企业想委托培训，2025年的政策有哪些支持", on=JUNE_2025)
    assert len({cited.policy.id for cited in in_2025.cited}) == 2, "both run in that year"


DEPARTMENTS_AND_OTHERS = [
    (
        "我是衢州市住建局的，建筑工人培训计划报市人社局审核过了，经费能从哪里列支？",
        "六18",
        "a department's costs",
    ),
    ("衢州民办个技能评价机构，待遇跟公办机构比有差别吗", "五16", "held against public ones"),
    ("衢州私立培训学校跟公办学校待遇一样吗", "五16", "in other words"),
]


@pytest.mark.parametrize(
    ("question", "path", "why"), DEPARTMENTS_AND_OTHERS, ids=[row[-1] for row in DEPARTMENTS_AND_OTHERS]
)
def test_the_benefit_of_who_asks_is_told(question: str, path: str, why: str) -> None:
    assert path in {e.rule.clause.path for e in answer_to(question).entitlements}, why


def test_whether_an_amount_is_written_is_asked_of_the_benefit_that_was_told() -> None:
    answer = answer_to("大数据分析的班，鼓楼给补吗", "金额呢，文件里写了没有")
    assert "条文没有写明金额" in answer.text
    assert answer.cited[0].path == "三（五）"


def test_what_there_is_to_enjoy_is_a_list() -> None:
    answer = answer_to("退役军人，刚回福州鼓楼，想学门技术，以后自己也想创业，有啥我能享受的")
    assert {"免费职业技能培训", "创业培训补贴和配套服务"} <= {
        e.rule.benefit.name for e in answer.entitlements
    }


WORDED = [
    (
        "“两后生”在福建2024年那个为民办实事方案里的说法，跟衢州2019年办法里的，差在哪个字眼上",
        ["应届初高中毕业生", "（以下简称“两后生”）"],
        "a term that only one of them defines",
    ),
    ("鼓楼和衢州骗取资金的处理措辞一样吗", ["依法依纪严惩", "严肃查处"], "no help with deceit"),
    ("鼓楼和晋江对退出机制的表述有什么不一样", ["鉴定机构发展", "3. 鼓励民办机构"], "alike in both"),
]


@pytest.mark.parametrize(("question", "words", "why"), WORDED, ids=[row[-1] for row in WORDED])
def test_how_texts_word_one_thing_stands_side_by_side(question: str, words: list[str], why: str) -> None:
    cited = answer_to(question).cited
    assert len(cited) == 2, why
    for one, said in zip(cited, words, strict=True):
        assert said in one.quote, why


@pytest.mark.parametrize(
    ("question", "words", "why"),
    [
        ("福建今年培训多少人", "培训60万人次", "of the period that this year is in"),
        ("福建2024年计划培训多少人", "培训 16 万人次", "of the year that is named"),
        ("福建每年选多少名领军人才", "50名左右", "of persons"),
        ("福建要打造多少个品牌", "1个以上", "of things"),
    ],
)
def test_how_many_is_answered_by_a_number_of_them(question: str, words: str, why: str) -> None:
    assert words in answer_to(question, on=JUNE_2025).cited[0].quote, why


@pytest.mark.parametrize(
    ("question", "path"), [("晋江对学校一线教师有什么倾斜", "二（二）2"), ("衢州宣传用什么平台", "六20")]
)
def test_what_few_words_ask_of_a_clause_is_in_scope(question: str, path: str) -> None:
    assert path in {cited.path for cited in answer_to(question).cited}


@pytest.mark.parametrize(
    ("question", "words", "why"),
    [
        ("晋江二（五）2和二（五）3分别讲啥", ["免费职业培训", "生活费补贴"], "two clauses by number"),
        ("鼓楼三（五）写的责任单位有没有妇联", ["妇联", "创新职业培训"], "whose duty it is, first"),
        (
            "我在晋江某镇上管报表，进度是按月报还是按季报？报到哪儿？",
            ["每月报进度", "汇总"],
            "two questions, two sentences",
        ),
    ],
)
def test_all_that_is_asked_of_clauses_is_quoted(question: str, words: list[str], why: str) -> None:
    cited = answer_to(question).cited
    assert len(cited) == len(words), why
    for one, said in zip(cited, words, strict=True):
        assert said in one.quote, why


@pytest.mark.parametrize("question", ["漳州在省里的文件里怎么定位的", "省方案里宁德的重点"])
def test_what_the_province_s_text_says_of_a_town_is_in_scope(question: str) -> None:
    assert [cited.path for cited in answer_to(question, on=MARCH).cited] == ["一"]


def test_a_town_s_other_matters_stay_out_of_scope() -> None:
    assert answer_to("厦门的停车收费方案", on=MARCH).cited == ()


def test_a_number_alone_after_a_look_up_asks_for_no_list() -> None:
    answer = answer_to("衢州残联要训多少", "那退役军人呢", "两个一共多少")
    assert len(answer.entitlements) < 5


CLAUSES = [
    ("晋江高危行业包括哪些", "二（一）3", "烟花爆竹", "what a text counts up, ahead of the kind"),
    ("鼓楼哪些算高危", "二（一）5", "道路运输", "the same from behind"),
    ("衢州项目制目录谁来联审", "三6", "领导小组", "who does it is no money"),
    ("衢州分部门的总数是多少", "附件2", "25307", "the row of the sum where none is named"),
    ("衢州开化和龙游差多少", "附件1", "2000", "two rows named and nothing planned"),
    ("衢州本级一年多少人次", "附件1", "10000", "the town's own row"),
    ("鼓楼岗前培训的工种不在补贴目录里，要报哪个部门", "三（五）", "区人社局审核", "a clause beside the topic's own"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "path", "words", "why"), CLAUSES, ids=[row[-1] for row in CLAUSES])
def test_the_clause_that_says_it_is_quoted(question: str, path: str, words: str, why: str) -> None:
    answer = answer_to(question)
    assert words in answer.text, why
    assert path in {cited.path for cited in answer.cited}, why


@pytest.mark.parametrize(
    ("question", "words", "why"),
    [
        ("鼓楼新招12个，合同都两年，合格证有，多少", "6000元", "a case that names no benefit"),
        ("鼓楼司法所，社矫对象考核合格36个，能有多少支持", "18000元", "where its topic is only hinted at"),
        ("晋江，急需紧缺说不准，55人合同三年，合格证都有，总共能批多少", "55000元", "of what is not known"),
        ("鼓楼市紧缺目录里的工种，职工考证的补贴加多少", "3900元", "what each comes to once it is raised"),
    ],
)
def test_a_sum_that_is_computed_is_told(question: str, words: str, why: str) -> None:
    assert words in answer_to(question).text, why


@pytest.mark.parametrize(
    ("messages", "words", "why"),
    [
        (("福建照亮前程谁来委托第三方", "多久评一次"), "适时委托第三方", "how often goes on with the clause"),
        (("衢州高级工，户口在衢州，领多少", "换成晋将"), "1500元", "a place that is spelled by its sound"),
        (("晋江中级工去年领过一回了，今年又考个中级", "一样的 都是电工"), "不能领", "what asks nothing changes nothing"),
        (("鼓楼教育经费抵税，工资总额两千万，花了180万", "一线工人那块有没有要求"), "60%以上", "another sentence of it"),
    ],
)  # fmt: skip
def test_what_leans_on_the_last_answer(messages: tuple[str, ...], words: str, why: str) -> None:
    assert words in answer_to(*messages, on=MARCH_2026 if "福建" in messages[0] else JUNE_2020).text, why


def test_who_is_paid_is_not_who_asks() -> None:
    assert "以上说的" not in answer_to("衢州特种作业新证多少", "晋江那边是给个人伐").text
    assert "付给**企业**" in answer_to("衢州特种作业新证多少", "晋江那边是给个人伐").text


@pytest.mark.parametrize(
    ("question", "on", "path", "words"),
    [
        ("晋江培训钱从哪些地方来", JUNE_2020, "三（二）", "多种渠道筹集培训资金"),
        ("衢州搞培训的经费是从什么地方来的", JUNE_2020, "六19", "从失业保险基金结余中筹集"),
        ("福建25年培训的钱打哪儿出", MARCH_2026, "四14", "统筹使用就业补助资金"),
    ],
)
def test_where_the_money_comes_from_is_looked_up(question: str, on: date, path: str, words: str) -> None:
    cited = answer_to(question, on=on).cited[0]
    assert cited.path == path and words in cited.quote


@pytest.mark.parametrize(
    "question",
    [
        "初中毕业没念下去的孩子，衢州哪个局牵头管他们的培训？一年安排多少人次",
        "衢州，我侄子初中完没接着读，培训归哪个局，一年多少名额",
    ],
)
def test_whose_task_it_is_and_how_many_stand_in_one_row(question: str) -> None:
    assert "市教育局" in answer_to(question).cited[0].quote


@pytest.mark.parametrize(
    "question",
    ["衢州下头的县里，能按市里这个来不", "龙游那边自己定一套行不行", "衢州，县上是自己搞一套还是跟市里"],
)
def test_whether_the_places_below_go_by_it_is_looked_up(question: str) -> None:
    assert "可参照本办法执行" in answer_to(question).cited[0].quote


def test_between_which_days_is_counted_asks_for_no_papers() -> None:
    answer = answer_to("福建25年，培训统计从啥时候到啥时候", on=MARCH_2026)
    assert "上年12月1日至当年11月30日" in answer.text


def test_of_a_town_no_list_of_offices_is_told() -> None:
    assert "责任单位" not in answer_to("福建24年，平潭重点是什么", on=JUNE_2025).text


@pytest.mark.parametrize(
    "question",
    [
        "福建25年培训补贴标准依据什么文件定",
        "福建25年的补贴标准按照哪几个文件执行",
        "福建，技能照亮前程行动的补贴标准是照哪些文件来的",
    ],
)
def test_by_which_documents_the_standard_is_set_is_looked_up(question: str) -> None:
    answer = answer_to(question, on=MARCH_2026)
    assert "闽人社文〔2024〕3号" in answer.cited[0].quote
    assert "没有直接写这个数" not in answer.text, "哪几个 asks which, and no number"


def test_what_they_did_not_hear_a_lesson_of_is_no_lesson() -> None:
    question = "老板把职工教育的钱花在经理考察上，我们一线做工的一节课没上过。鼓楼有没有说这笔钱多少要用在一线工人身上"
    assert "60%以上用于一线职工培训" in "".join(answer_to(question).cited[0].quote.split())


@pytest.mark.parametrize(
    ("messages", "words", "why"),
    [
        (
            ("晋江退役军人培训哪个局负责", "鼓楼呢"),
            "退役军人事务局负责组织协调退役军人",
            "a row, said there in prose",
        ),
        (("晋江退役军人培训哪个局负责", "鼓楼呢", "衢州呢"), "市退役军人事务局", "and in a row again"),
        (("鼓楼哪个部门管特种作业培训", "那晋江呢"), "高危行业", "of a topic, and no money"),
    ],
)
def test_whose_duty_it_is_elsewhere(messages: tuple[str, ...], words: str, why: str) -> None:
    answer = answer_to(*messages)
    assert words in answer.cited[0].quote and not answer.entitlements, why


@pytest.mark.parametrize(
    "question",
    [
        "我弟弟从小眼睛看不见，户口在鼓楼，想让他学门手艺，区里有没有适合他这样的人学的",
        "我妹妹失明了，鼓楼有适合她学的吗",
        "鼓楼残疾人学什么手艺合适",
        "晋江腿脚不便的人适合学什么",
    ],
)
def test_what_there_is_to_learn_is_quoted(question: str) -> None:
    assert any("盲人保健按摩" in cited.quote for cited in answer_to(question).cited)
