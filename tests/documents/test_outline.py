"""How a mended text is cut into clauses: paths, kinds, headings, tables, and nothing left out."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.documents import mend, outline
from assistant.documents.models import Clause

ARTICLES = """某市办法
第一章　总则
第一条　为加强管理，制定本办法。
第二章　补贴
第二条　补贴对象：
（一）企业职工；
（二）失业人员，每人1.5万元以内。
1.男年满60周岁的除外。
(1)另有规定的，从其规定。
第三条　标准另定。
原办法同时废止。
某市人社局
2019年12月1日
附件1：申请表
附件2：花名册
附件1 申请表
姓名\t单位
一、填表说明
1.如实填写。
附件2
花名册
1.姓名
"""
NOTICE = """关于印发《某市方案》的通知
各单位：
附件：某市方案
某市人社局
附件
某市方案
制定本方案。
一、目标
1.8万人次不是标题。
二、措施
1、岗前培训。每人500元。
接上段。
责任单位：市人社局
2、转岗培训。每人600元。
责任单位：市财政局
三、监督
（一）审计。严格审计。
1.查账。每年查。
2.公开。每年公开。
责任单位：市审计局
（二）举报。受理举报。
本方案自印发之日起施行。
有效期两年。
抄送：市委。
某市人社局
2020年1月2日印发
"""
SKIPPED = """一、目标
5.培训。够格的补贴。
(1)甲。
三、二次编号
1.甲。乙。
一、编号重来
1.甲。乙。
"""

EXPECTED = [
    (
        "articles within chapters, levels below them, annexes listed first",
        ARTICLES,
        "前言 第一章 第一章第一条 第二章 第二章第二条 第二章第二条（一） 第二章第二条（二） 第二章第二条（二）1 "
        "第二章第二条（二）1（1） 第二章第三条 文末 版记 附件1 附件1一 附件1一1 附件2 附件2·1",
    ),
    (
        "the plan as a notice's only annex; 责任单位 of points, of an item",
        NOTICE,
        "前言 版记 前言2 一 二 二1 二1#责任单位 二2 二2#责任单位 三 三（一） 三（一）1 三（一）2 三（一）#责任单位 "
        "三（二） 文末 版记2",
    ),
    ("levels skipped, numbers that start again", SKIPPED, "一 一5 一5（1） 三 三1 一~2 一~2·1"),
    ("no label at all", "某市通知\n请执行。\n", "前言"),
    ("nothing", "", ""),
]


def name_of(clause: Clause) -> str:
    """A clause's path, marked where it is a 责任单位 line."""
    return clause.path + ("#责任单位" if clause.kind == "responsible" else "")


@pytest.mark.parametrize(("reason", "raw", "paths"), EXPECTED)
def test_paths(reason: str, raw: str, paths: str) -> None:
    clauses = outline("x", mend(raw))
    assert [name_of(clause) for clause in clauses] == paths.split(), reason


def _clause(raw: str, identifier: str) -> Clause:
    return next(clause for clause in outline("x", mend(raw)) if name_of(clause) == identifier)


TEXTS = [
    (NOTICE, "二1", "1、岗前培训。每人500元。\n接上段。\n", "a further paragraph belongs to its point"),
    (NOTICE, "一", "一、目标\n1.8万人次不是标题。\n", "a decimal number opens no clause"),
    (
        NOTICE,
        "文末",
        "本方案自印发之日起施行。\n有效期两年。\n",
        "closing words after the last numbered clause",
    ),
    (
        NOTICE,
        "版记2",
        "抄送：市委。\n某市人社局\n2020年1月2日印发\n",
        "printing office and date with the addressees",
    ),
    (ARTICLES, "第二章第三条", "第三条　标准另定。\n原办法同时废止。\n", "an article has several paragraphs"),
    (ARTICLES, "文末", "某市人社局\n2019年12月1日\n", "the signature ends an article"),
    (ARTICLES, "版记", "附件1：申请表\n附件2：花名册\n", "annexes named twice are listed first"),
]


@pytest.mark.parametrize(("raw", "identifier", "text", "reason"), TEXTS)
def test_text(raw: str, identifier: str, text: str, reason: str) -> None:
    assert _clause(raw, identifier).text == text, reason


HEADINGS = [
    (NOTICE, "二1", "岗前培训", ("措施",), "words up to the first full stop"),
    (NOTICE, "三（一）2", "公开", ("监督", "审计"), "headings above, outermost first"),
    (NOTICE, "三（一）#责任单位", "责任单位", ("监督", "审计"), "the line stands below its clause"),
    (NOTICE, "文末", "", (), "none"),
    (ARTICLES, "第二章第二条", "", ("补贴",), "an article's first words are no heading"),
    (ARTICLES, "附件1", "申请表", (), "a title beside the label"),
    (ARTICLES, "附件2", "花名册", (), "a title below the label"),
    (ARTICLES, "附件1一1", "如实填写", ("申请表", "填表说明"), "within an annex"),
]


@pytest.mark.parametrize(("raw", "identifier", "heading", "above", "reason"), HEADINGS)
def test_heading(raw: str, identifier: str, heading: str, above: tuple[str, ...], reason: str) -> None:
    clause = _clause(raw, identifier)
    assert (clause.heading, clause.headings) == (heading, above), reason


def test_kinds() -> None:
    kinds = {clause.path: clause.kind for clause in outline("x", mend(ARTICLES))}
    assert kinds["前言"] == "preamble"
    assert kinds["第二章第二条（二）1"] == "body"
    assert kinds["文末"] == "closing"
    assert kinds["版记"] == "colophon"
    assert kinds["附件1"] == kinds["附件1一1"] == "annex"


LABELS = st.sampled_from(
    ["", "一、", "二、", "（一）", "（二）", "1.", "2.", "(1)", "第一章 ", "第二条 ", "附件", "附件1 "]
)
OPENINGS = st.one_of(LABELS, st.sampled_from(["责任单位：", "附件：", "抄送：", "某表.pdf", "甲\t"]))
LINES = st.builds("{}{}".format, OPENINGS, st.text("培训补贴。，：1\t", max_size=12))
SMALL_DOCUMENTS = st.lists(LINES, max_size=25).map("\n".join)


@given(SMALL_DOCUMENTS)
@example("第一章 \n责任单位：\n一、\n一、\n责任单位：")  # two lines for one chapter
@settings(max_examples=200, deadline=None, derandomize=True)
def test_clauses_tile_the_text_and_have_names_of_their_own(raw: str) -> None:
    text = mend(raw)
    clauses = outline("x", text)
    assert "".join(clause.text for clause in clauses) == text
    assert [clause.start for clause in clauses] == [0, *(clause.end for clause in clauses)][: len(clauses)]
    assert all(clause.text == text[clause.start : clause.end] for clause in clauses)
    assert len({clause.id for clause in clauses}) == len(clauses)


QUESTIONS = "某市公告\n一、问答\n1.问：能领几次？\n答：三次。\n2.问：离职呢？\n答：可以。\n"


@pytest.mark.parametrize(
    ("end", "paths", "reason"),
    [
        ("本公告自公布之日起实施。\n某局\n", ["前言", "一", "一1", "一2", "文末"], "behind the last answer"),
        ("不用本人到场。\n", ["前言", "一", "一1", "一2"], "an answer of two paragraphs"),
    ],
)
def test_a_question_ends_with_its_answer(end: str, paths: list[str], reason: str) -> None:
    assert [clause.path for clause in outline("x", QUESTIONS + end)] == paths, reason


NOTICE_ENDS = "某市通知\n一、标准\n每人500元。\n二、执行期限\n自发文之日起执行。\n"


@pytest.mark.parametrize(
    ("end", "paths", "reason"),
    [
        ("某市人力资源和社会保障局\n2024年5月6日\n", ["前言", "一", "二", "文末"], "a signature"),
        ("某市人社局　某市财政局\n2024年5月6日\n", ["前言", "一", "二", "文末"], "two in a line"),
        ("期满自动失效。\n", ["前言", "一", "二"], "a second paragraph"),
        ("受理的单位为某县人社局，某县财政局\n", ["前言", "一", "二"], "words about an office"),
    ],
)
def test_the_signature_is_no_part_of_the_last_heading(end: str, paths: list[str], reason: str) -> None:
    assert [clause.path for clause in outline("x", NOTICE_ENDS + end)] == paths, reason
