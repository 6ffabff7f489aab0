"""What the corpus does not hold: its words and questions keep clear of what it holds; refusals say whom to ask."""

from pathlib import Path

import pytest

from assistant.dialogue.language.words import WordList
from assistant.dialogue.models import Session
from assistant.documents import Library
from assistant.rules.rulebook import Rulebook
from assistant.search.question_bank import load_question_bank
from assistant.search.search import answering
from assistant.search.tokens import fold
from evals.retrieval.questions import OWN, load_questions, load_unanswerable
from tests.dialogue.talk import JUNE_2020, Talk, answer_to, conversation


def test_no_word_stands_in_what_the_policies_answer(
    corpus: Path, library: Library, rulebook: Rulebook
) -> None:
    topics = rulebook.topics.values()
    words = WordList(
        (word, topic.id) for topic in topics if topic.elsewhere is not None for word in topic.words
    )
    bank = load_question_bank(corpus, library)
    texts = [clause.text for clause in answering(library.clauses())]
    texts += [question for questions in bank.values() for question in questions]
    clashes = {(found.word, found.meaning) for text in texts for found in words.find(fold(text))}
    assert not clashes, "a word of the policies refuses what they answer"


def test_every_matter_can_be_recognised_and_is_asked_for(rulebook: Rulebook) -> None:
    matters = [topic for topic in rulebook.topics.values() if topic.elsewhere is not None]
    assert len(matters) >= 40
    assert all(topic.words and len(topic.questions) >= 4 for topic in matters)
    words = [word for topic in matters for word in topic.words]
    questions = [question for topic in matters for question in topic.questions]
    assert len(set(words)) == len(words), "a word means one matter"
    assert len(set(questions)) == len(questions)
    assert min(map(len, words)) >= 2


def test_no_measured_question_is_in_the_bank(library: Library, rulebook: Rulebook) -> None:
    banked = {fold(question) for topic in rulebook.topics.values() for question in topic.questions}
    measured = [one.text for one in load_unanswerable()]
    measured += [one.text for one in load_unanswerable(OWN / "abstention.yaml")]
    measured += [one.text for one in load_questions(OWN / "questions.yaml", library)]
    assert not banked & {fold(text) for text in measured}


@pytest.mark.parametrize(
    ("question", "whom"),
    [
        ("离职以后公积金能全取出来吗", "12329"),
        ("生完孩子生育津贴去哪领", "12393"),
        ("失业金能领几个月", "12333"),
        ("个税起征点现在是多少", "12366"),
        ("买到假货商家不退款", "12315"),
        ("重度残疾人一个月有多少护理补贴", "12385"),
        ("电工证考试几号报名", "鉴定"),
        ("晋江叉车证的准考证在哪打", "鉴定"),
        ("晋江人社局的电话号码是多少", "12333"),
        ("台北的职业训练补助怎么申请", "当地"),
        ("衢州提公积金要哪些材料", "12329"),
        ("在老家交的养老保险可不可以转到鼓楼来", "12333"),
        ("鼓楼那家饭店欠了我俩月工钱，咋讨", "12333"),
        ("在衢州做了一个多月，工钱一分没拿到，归谁管", "12333"),
        ("我爸衢州的退休金一月能有几个钱", "12333"),
        ("公司炒了我鱿鱼，能要回点钱不", "12333"),
        ("灵活就业自己交养老有补贴没", "12333"),
        ("厂里一直不买社保，我去哪投诉", "12333"),
        ("包工头赖账，两万块工钱要不回来", "12333"),
        ("公司注销了，我的社保怎么接着交", "12333"),
        ("厂子关门了，失业那个钱晋江一个月发多少", "12333"),
        ("衢州留学生回国创业补助多少", "12333"),  # no training, and so not what 创业培训 pays
        ("晋江企业招退役军人减税多少", "12366"),
        ("晋江职称评上工程师奖励多少", "12333"),
    ],
)
def test_a_matter_that_is_not_held_is_refused_with_whom_to_ask(question: str, whom: str) -> None:
    answer = answer_to(question)
    assert (answer.status, answer.cited, answer.entitlements) == ("out_of_scope", (), ())
    assert whom in answer.text
    assert "元" not in answer.text


def test_food_in_hospital_is_no_living_allowance_of_a_training() -> None:
    """晋政办〔2019〕79号 二（五）3 pays 500元 while poor workers are trained."""
    assert answer_to("晋江工伤住院伙食补助多少").entitlements == ()


@pytest.mark.parametrize("question", ["月球背面有什么东西", "怎么把墙刷得平整好看", "唐朝有多少个皇帝"])
def test_what_has_nothing_to_do_with_the_field_is_refused(question: str) -> None:
    assert answer_to(question).status == "out_of_scope"


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("我交着公积金，在晋江考了高级工能领多少", "a case is told and money is asked for"),
        ("我怀孕了，在晋江考了中级工能领补贴吗", "the same"),
        ("我领着失业金，去晋江参加岗前培训有补贴吗", "the same"),
        ("想学空调维修，政府给补钱吗", "a trade that nobody wrote down"),
        ("衢州学烘焙有没有补贴", "the same"),
        ("茶艺师培训一个人补多少", "the same"),
        ("拖欠工资的企业能申请培训补贴吗", "what the firm owes is not what is asked"),
        ("老板欠我工钱，我自己在晋江考了高级工，合同三年社保也交，领多少", "the same of who works there"),
        (
            "答不上来，麻烦帮我查下晋江高级工补多少",
            "who has something looked up asks for no record of his own",
        ),
        ("麻烦帮我查查陈埭镇一年要训多少人次", "the same"),
        ("衢州岗前，预约了12个人去考，补多少", "an exam is booked, and no desk"),
        ("晋江预约15个工人考中级工，企业领多少", "the same"),
        ("有什么补贴", "nothing but words of asking"),
        ("补贴", "too little to tell"),
        ("79号文", "a document is named"),
        ("晋江第三条写了什么", "a clause is named"),
        ("鼓楼申请岗前培训补贴要什么材料", "no text says it, and the office is known"),
    ],
)
def test_what_is_only_mentioned_refuses_nothing(question: str, why: str) -> None:
    assert answer_to(question).status != "out_of_scope", why


def test_a_conversation_is_not_cut_short_by_a_message_that_leans_on_it() -> None:
    talk = Talk()
    talk.say("晋江考了中级工能领多少？")
    assert talk.say("那这个钱打到哪里").status != "out_of_scope"
    assert talk.say("那医保断了怎么补").status == "out_of_scope", "another matter is named"
    assert "高级工" in talk.say("高级工呢？").text or talk.session.facts["certificate_level"] == "三级"


def test_a_refused_message_leaves_the_conversation_as_it_was() -> None:
    before = Session(regions=("350582",), topics=("skill_upgrade",), kind="benefits")
    _, after = conversation().turn("公积金怎么提取", before, today=JUNE_2020)
    assert after == before
