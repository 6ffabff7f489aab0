"""Ranking clauses."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.documents import Library, load_library
from assistant.documents.models import Clause
from assistant.search import Hit, Searcher, build_in_memory
from assistant.search.fuse import Placing
from assistant.search.search import merge_neighbours
from tests.search.embedder import HashedTerms

MODEL = HashedTerms()
ROOT = Path(__file__).parents[2]


@pytest.fixture(params=[None, MODEL], ids=["words", "words and meaning"])
def searcher(request: pytest.FixtureRequest, clauses: tuple[Clause, ...], titles: dict[str, str]) -> Searcher:
    return build_in_memory(clauses, titles=titles, embedder=request.param)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(ROOT / "corpus")


FOUND = [
    ("以工代训补贴几个月", "east/二2", "the words of one clause"),
    ("东市的岗前培训", "east/二1", "the title tells two policies apart"),
    ("西市的岗前培训", "west/三1", "the title tells two policies apart"),
    ("安海镇计划", "east/附件1", "a row of a table"),
    ("以工代訓", "east/二2", "Traditional"),
]


@pytest.mark.parametrize(("query", "clause_id", "reason"), FOUND)
def test_the_clause_that_says_it_comes_first(
    searcher: Searcher, query: str, clause_id: str, reason: str
) -> None:
    best = searcher.search(query)[0]
    assert (best.clause.id, best.rank) == (clause_id, 1), reason


NOTHING = ["", "   ", "😀🎉", "在吗", "的了吗呢", "，。！？", "\ud800", "\x00\u202e"]


@pytest.mark.parametrize("query", NOTHING)
def test_nothing_is_found_for_a_question_about_nothing(searcher: Searcher, query: str) -> None:
    assert searcher.search(query) == []


@pytest.mark.parametrize("query", ["xyzzy", "龘" * 2000])
def test_a_question_that_shares_no_term_has_no_hit_by_words(
    searcher: Searcher, clauses: tuple[Clause, ...], query: str
) -> None:
    assert build_in_memory(clauses).search(query) == []
    assert {(hit.coverage, hit.keyword.score) for hit in searcher.search(query)} <= {(0.0, 0.0)}


@pytest.mark.parametrize("query", ["岗前培训", ""])
def test_an_empty_library_has_nothing(make_clause: Callable[..., Clause], query: str) -> None:
    assert build_in_memory([]).search(query) == []
    assert build_in_memory([make_clause("p", "1", "。。"), make_clause("p", "2", "！")]).search(query) == []


def test_other_policies_are_left_out_before_ranking(searcher: Searcher) -> None:
    hits = searcher.search("东市岗前培训补贴", policies={"west"}, limit=1)
    assert [hit.clause.id for hit in hits] == ["west/三1"]
    assert searcher.search("岗前培训", policies=()) == []
    assert searcher.search("岗前培训", policies=["elsewhere"]) == []


def test_responsible_lines_colophons_and_bare_headings_are_never_found(searcher: Searcher) -> None:
    hits = searcher.search("责任单位 抄送 岗前培训办公室 补贴标准", limit=99)
    assert {hit.clause.kind for hit in hits} <= {"preamble", "body", "closing", "annex"}
    assert "二、补贴标准\n" not in {hit.clause.text for hit in hits}


def test_ranks_scores_and_limit(searcher: Searcher) -> None:
    hits = searcher.search("岗前培训补贴", limit=3)
    assert [hit.rank for hit in hits] == [1, 2, 3]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert searcher.search("岗前培训补贴", limit=0) == []


COVERAGE = [
    ("以工代训", 1.0, 1.0, "every term stands in the clause"),
    ("以工代训跨境电商", 0.2, 0.6, "half of what was asked stands nowhere"),
    ("个龘龘龘龘龘月", 0.0, 0.5, "terms that no clause has weigh most"),
]


@pytest.mark.parametrize(("query", "low", "high", "reason"), COVERAGE)
def test_coverage_is_the_share_of_the_question_that_the_clause_has(
    searcher: Searcher, query: str, low: float, high: float, reason: str
) -> None:
    assert low <= searcher.search(query)[0].coverage <= high, reason


def test_a_boost_lifts_a_clause_by_scores_of_the_best_one(searcher: Searcher) -> None:
    plain = searcher.search("以工代训")
    assert plain[0].clause.id == "east/二2"
    lifted = searcher.search("以工代训", boost={"west/三2": 1.5})
    assert [hit.clause.id for hit in lifted[:2]] == ["west/三2", "east/二2"]
    kept = searcher.search("以工代训", policies={"east"}, boost={"west/三2": 9})
    assert kept == searcher.search("以工代训", policies={"east"})


def test_a_hit_says_where_each_method_put_it(clauses: tuple[Clause, ...], titles: dict[str, str]) -> None:
    hits = build_in_memory(clauses, titles=titles, embedder=MODEL).search("以工代训补贴几个月")
    best = hits[0]
    assert best.clause.id == "east/二2"
    assert (best.keyword.rank, best.dense and best.dense.rank, best.score) == (1, 1, 1.0)
    by_words = build_in_memory(clauses, titles=titles).search("以工代训补贴几个月")
    assert [(hit.keyword, hit.dense) for hit in by_words] == [
        (hit.keyword, None) for hit in sorted(hits, key=lambda hit: hit.keyword.rank) if hit.keyword.score
    ]


def test_ranks_are_among_the_clauses_asked_for(searcher: Searcher) -> None:
    [hit] = searcher.search("东市以工代训岗前培训", policies={"west"}, limit=1)
    assert hit.keyword.rank == 1
    assert hit.dense is None or hit.dense.rank == 1


def test_meaning_finds_what_shares_no_word(clauses: tuple[Clause, ...]) -> None:
    class Synonyms(HashedTerms):
        """Knows that 擂台 is 竞赛."""

        def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
            return super().encode([text.replace("擂台", "竞赛") for text in texts])

    assert build_in_memory(clauses).search("擂台") == []
    best = build_in_memory(clauses, embedder=Synonyms()).search("擂台")[0]
    assert (best.clause.id, best.coverage, best.keyword.score) == ("west/三2", 0.0, 0.0)
    assert best.dense and best.dense.rank == 1


def test_a_boost_finds_a_clause_for_a_question_without_terms(searcher: Searcher) -> None:
    assert [hit.clause.id for hit in searcher.search("在吗", boost={"west/三2": 1})] == ["west/三2"]


def test_questions_that_a_clause_answers_are_indexed_with_it(clauses: tuple[Clause, ...]) -> None:
    assert build_in_memory(clauses).search("拼手艺") == []
    hits = build_in_memory(clauses, extra={"west/三2": "跟人拼手艺给钱不"}).search("拼手艺")
    assert [hit.clause.id for hit in hits] == ["west/三2"]


@pytest.mark.parametrize("model", [None, MODEL], ids=["words", "words and meaning"])
@pytest.mark.parametrize("limit", [3, 20])
def test_equal_clauses_keep_the_order_of_the_library(
    make_clause: Callable[..., Clause], model: HashedTerms | None, limit: int
) -> None:
    same = [make_clause(f"p{n % 3}", f"{n}", "岗前培训每人五百元") for n in range(20)]
    searcher = build_in_memory(same, embedder=model)
    assert [hit.clause.path for hit in searcher.search("岗前培训", limit=limit)] == [
        str(n) for n in range(limit)
    ]
    chosen = [hit.clause.path for hit in searcher.search("岗前培训", policies={"p2", "p1"}, limit=4)]
    assert chosen == ["1", "2", "4", "5"]


def hit(clause: Clause, rank: int) -> Hit:
    return Hit(clause, 1 / rank, 1.0, rank, Placing(1.0, rank))


def test_neighbours_are_merged_for_display(make_clause: Callable[..., Clause]) -> None:
    def piece(number: int, headings: tuple[str, ...] = ("补贴",), policy: str = "p") -> Clause:
        return make_clause(
            policy, f"二{number}", "文" * 10, headings=headings, start=number * 10, end=number * 10 + 10
        )

    def merged(*found: Clause) -> list[list[str]]:
        hits = [hit(clause, rank) for rank, clause in enumerate(found, start=1)]
        return [[one.clause.path for one in group] for group in merge_neighbours(hits)]

    assert merged() == []
    assert merged(piece(3), piece(1), piece(2)) == [["二1", "二2", "二3"]], (
        "the one in between closes the gap"
    )
    assert merged(piece(3), piece(1), piece(4)) == [["二3", "二4"], ["二1"]], (
        "groups stand where their best hit stood"
    )
    assert merged(piece(1), piece(2, ("责任",))) == [["二1"], ["二2"]], "another heading"
    assert merged(piece(1), piece(2, policy="q")) == [["二1"], ["二2"]], "another document"
    assert merged(piece(1, ()), piece(2, ())) == [["二1"], ["二2"]], "chapters"


RANKING = """
from pathlib import Path
from assistant.documents import load_library
from assistant.search import build_in_memory
from tests.search.embedder import HashedTerms
library = load_library(Path("corpus"))
searcher = build_in_memory(
    library.clauses(), titles={p.id: p.about.title for p in library.policies}, embedder=HashedTerms()
)
for query in ("岗前培训补贴多少", "考了中级工能领多少钱", "贫困户生活费"):
    print(searcher.search(query, limit=50))
"""


def test_the_ranking_is_the_same_in_every_process() -> None:
    printed = {
        subprocess.run(
            [sys.executable, "-c", RANKING],
            env={**os.environ, "PYTHONHASHSEED": seed, "OPENBLAS_NUM_THREADS": threads},
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for seed, threads in (("0", "1"), ("1", "2"), ("77", "2"))
    }
    assert len(printed) == 1


def test_importing_the_package_loads_no_engine() -> None:
    code = (
        "import sys, assistant.search; "
        "print(sorted({'bm25s', 'numpy', 'opencc', 'jieba', 'chromadb'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


def test_a_question_takes_about_a_millisecond(library: Library) -> None:
    searcher = build_in_memory(library.clauses(), embedder=MODEL)
    question = "我在晋江一家鞋厂上班，签了两年劳动合同，今年考下了中级工职业技能等级证书，我个人能领多少钱？"
    searcher.search(question)
    times = []
    for _ in range(50):
        start = time.perf_counter()
        searcher.search(question)
        times.append(time.perf_counter() - start)
    assert sorted(times)[25] < 0.005  # measured: under 0.001; the rest is for a busy machine


def test_every_clause_of_the_corpus_is_found_by_its_own_words(library: Library) -> None:
    searcher = build_in_memory(library.clauses(), titles={p.id: p.about.title for p in library.policies})
    missed = [
        clause.id
        for policy in library.policies
        for clause in policy.clauses
        if clause.kind == "body" and len(clause.text) > 60
        if clause not in [hit.clause for hit in searcher.search(clause.text, policies={policy.id}, limit=3)]
    ]
    assert missed == []
