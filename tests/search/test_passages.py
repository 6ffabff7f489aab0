"""The words of a clause that answer a question."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.documents import load_library, outline
from assistant.documents.models import Clause
from assistant.search import best_passage, build_in_memory, sentences

SENTENCES = [
    ("甲。乙；丙！", ["甲。", "乙；", "丙！"], "the marks that end a sentence stay with it"),
    ("一、标准\n每人500元。\n", ["一、标准", "每人500元。"], "a line ends a sentence"),
    ("他说“好。”然后走了。", ["他说“好。”", "然后走了。"], "a closing quote stays with its sentence"),
    ("  甲。  乙。 ", ["甲。", "乙。"], "white space around a sentence is none of it"),
    ("按1.5万元（含）", ["按1.5万元（含）"], "a decimal point ends nothing"),
    ("", [], "nothing"),
    ("。。", [], "nothing but marks"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), SENTENCES)
def test_sentences(text: str, expected: list[str], reason: str) -> None:
    assert sentences(text) == expected, reason


TEXT = (
    "7.以工代训。主体吸纳就业困难人员并开展以工代训的，按每人每月200元给予补贴，最长可达6个月；"
    "与岗前培训补贴不可重复享受。鼓励主体自主招聘。\n（责任单位：市人社局、市财政局）\n"
)
PASSAGES = [
    (
        "以工代训补贴每月多少",
        "主体吸纳就业困难人员并开展以工代训的，按每人每月200元给予补贴，最长可达6个月；",
        "the amount",
    ),
    ("能和岗前培训重复享受吗", "与岗前培训补贴不可重复享受。", "another sentence for another question"),
    (
        "以工代训",
        "主体吸纳就业困难人员并开展以工代训的，按每人每月200元给予补贴，最长可达6个月；",
        "not the heading",
    ),
    (
        "财政局",
        "主体吸纳就业困难人员并开展以工代训的，按每人每月200元给予补贴，最长可达6个月；",
        "a duty nobody asked for",
    ),
    ("哪个部门负责，财政局吗", "（责任单位：市人社局、市财政局）", "a duty that was asked for"),
    (
        "",
        "主体吸纳就业困难人员并开展以工代训的，按每人每月200元给予补贴，最长可达6个月；",
        "nothing was asked",
    ),
]


@pytest.mark.parametrize(("query", "passage", "reason"), PASSAGES)
def test_best_passage(make_clause: Callable[..., Clause], query: str, passage: str, reason: str) -> None:
    clause = make_clause("p", "7", TEXT, heading="以工代训")
    assert best_passage(clause, query, limit=60) == passage, reason


def test_a_neighbour_is_added_where_it_answers_too_and_there_is_room(
    make_clause: Callable[..., Clause],
) -> None:
    clause = make_clause("p", "1", "标准为每人500元。重复享受的不予补贴。由区里解释。")
    query = "标准是多少，可以重复享受吗"
    assert best_passage(clause, query) == "标准为每人500元。重复享受的不予补贴。"
    assert best_passage(clause, query, limit=12) in ("标准为每人500元。", "重复享受的不予补贴。")


def test_a_sentence_is_never_cut(make_clause: Callable[..., Clause]) -> None:
    long = "岗前培训" * 100 + "。"
    assert best_passage(make_clause("p", "1", long), "岗前培训", limit=10) == long


ROWS = [
    ("池店镇三年计划培训多少人", "池店镇\t1100\t1850", "the row of the town"),
    ("安海镇呢", "安海镇\t650\t1100", "another row"),
    ("一共合计多少", "合 计\t1750\t2950", "the row behind a repeated head, with white space in a cell"),
]


@pytest.mark.parametrize(("query", "line", "reason"), ROWS)
def test_of_a_table_it_is_the_line_of_the_best_row(
    clauses: tuple[Clause, ...], query: str, line: str, reason: str
) -> None:
    annex = next(clause for clause in clauses if clause.kind == "annex")
    assert best_passage(annex, query) == line, reason


def test_a_bare_heading_is_its_own_passage(clauses: tuple[Clause, ...]) -> None:
    assert best_passage(clauses[0], "标准") == "二、补贴标准"


@pytest.mark.parametrize("query", ["", "😀", "\ud800", "岗前培训补贴多少" * 250])
def test_every_clause_of_the_corpus_gives_a_slice_of_its_text(query: str) -> None:
    library = load_library(Path(__file__).parents[2] / "corpus")
    searcher = build_in_memory(library.clauses())
    for clause in library.clauses():
        for weight in (None, searcher.weight):
            passage = best_passage(clause, query, weight=weight)
            assert passage
            assert passage in clause.text
            assert passage == passage.strip()


MIXED = """（一）技能等级补贴。取得证书的，按下表给予补贴。紧缺职业目录由人社局于3月底前公布。
技能等级	补贴标准（元/人）	补贴标准（元/人）
技能等级	紧缺职业	其他职业
中级工	1600	1200
高级工	2600	2000
同一等级只能享受一次。
"""

IN_A_CLAUSE = [
    ("高级工紧缺职业补贴多少钱", "高级工\t2600\t2000", "a row, with what its heads say"),
    ("中级工其他职业能领多少", "中级工\t1600\t1200", "another row"),
    ("紧缺职业目录什么时候公布", "紧缺职业目录由人社局于3月底前公布。", "a sentence before the table"),
    ("同一等级能享受几次", "同一等级只能享受一次。", "a sentence below the table"),
]


@pytest.mark.parametrize(("query", "passage", "reason"), IN_A_CLAUSE)
def test_of_a_clause_with_a_table_it_is_a_row_or_a_sentence(query: str, passage: str, reason: str) -> None:
    (clause,) = outline("x", MIXED)
    assert clause.tables[0][0] == ("技能等级", "补贴标准（元/人）紧缺职业", "补贴标准（元/人）其他职业")
    assert best_passage(clause, query) == passage, reason
