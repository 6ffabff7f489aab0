"""`python -m evals retrieval` on a tiny folder, and where questions over the project's corpus are looked for."""

import gzip
import json
from pathlib import Path

import pytest

from assistant.bootstrap import Assistant
from assistant.errors import CorpusError
from evals.__main__ import main
from evals.retrieval import command, own
from evals.retrieval.questions import (
    Question,
    as_bank,
    hold_out,
    law_of,
    load_corpus,
    load_folder_questions,
    load_questions,
)
from evals.retrieval.records import load_least
from tests.evals.retrieval_folder import QUESTIONS, write_folder
from tests.search.embedder import HashedTerms

FIGURES = {"mrr@10", "recall@1", "recall@5", "recall@10", "recall@100", "ndcg@10", "hit@1", "hit@5"}


@pytest.fixture(autouse=True)
def small_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "open_embedder", lambda name: HashedTerms())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "data")


def figures(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, dict[str, float]]:
    capsys.readouterr()
    assert main(["retrieval", *arguments, "--json"]) == 0
    printed: dict[str, dict[str, float]] = json.loads(capsys.readouterr().out)
    return printed


def test_a_folder_gives_a_row_for_each_way(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = figures(capsys, "--data", str(folder))
    assert list(rows) == ["keyword", "+ lexicon", "dense", "fused"]
    assert all(set(row) == FIGURES | {"p50 ms", "p95 ms"} for row in rows.values())


def test_questions_of_a_bank_find_what_the_documents_do_not_say(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = {"7": ("散伙", "c"), "8": ("伤着了咋办", "a"), "9": ("老板不发钱", "b")}
    rows = figures(capsys, "--data", str(folder), "--bank", str(write_folder(tmp_path / "bank", asked)))
    assert rows["+ bank"]["hit@1"] == 1.0 > rows["keyword"]["hit@1"]


def test_what_is_measured_is_never_in_the_bank(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = figures(capsys, "--data", str(folder), "--bank", str(folder))
    assert "+ bank" not in rows, "every question of the folder is measured"
    held = figures(capsys, "--data", str(folder), "--bank", str(folder), "--held", "1")
    assert "+ bank" in held


def test_a_measured_question_is_kept_out_by_its_words_whatever_its_id() -> None:
    measured = Question("1", "老板不发錢", frozenset({"x"}))
    others = [Question("9", "老板不发钱 ", frozenset({"x"})), Question("1", "别的", frozenset({"y"}))]
    assert as_bank(others, [measured]) == {"y": ("别的",)}


def test_the_held_questions_are_the_same_whatever_the_order(folder: Path) -> None:
    questions = load_folder_questions(folder)
    assert hold_out(questions, 2) == hold_out(reversed(questions), 2)
    assert len(hold_out(questions, 0)) == len(hold_out(questions, 99)) == len(QUESTIONS)


def test_a_table_is_printed_and_the_exit_status_is_0(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["retrieval", "--data", str(folder), "--bank", str(folder), "--held", "1"]) == 0
    printed = capsys.readouterr().out
    assert "data (1 questions)" in printed
    assert "fused" in printed


def test_the_articles_of_a_law_follow_one_another(tmp_path: Path) -> None:
    names = ["劳动法第一千零二条", "婚姻法第二条之一", "劳动法第九百九十九条", "附则", "婚姻法第一条"]
    lines = (json.dumps({"id": str(at), "name": name, "text": "略"}) for at, name in enumerate(names))
    (tmp_path / "corpus.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    clauses = load_corpus(tmp_path)
    assert [law_of(clause) for clause in clauses] == ["劳动法", "劳动法", "婚姻法", "婚姻法", "附则"]
    assert [clause.path for clause in clauses] == ["2", "0", "4", "1", "3"]


@pytest.mark.parametrize("name", ["corpus.jsonl.gz", "questions.jsonl", "qrels.tsv"])
def test_a_damaged_file_is_named(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / name).write_bytes(b"\x1f\x8b broken\n")
    assert main(["retrieval", "--data", str(folder)]) == 2
    assert name in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [["--bank", "x"], ["--held", "3"], ["--data", "x", "--questions", "y"], ["--json", "--update-baseline"]],
)
def test_options_that_do_not_go_together_are_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["retrieval", *arguments])


PLACES = [
    # question, policies that are searched
    ("鼓楼区岗前培训补多少", {"gulou-2020-6", "fujian-2024-41", "fujian-2025-skills"}),
    ("衢州以工代训", {"quzhou-2019-141"}),
    ("79号文怎么说", {"jinjiang-2019-79"}),
]


@pytest.mark.parametrize(("text", "policies"), PLACES)
def test_a_question_is_looked_for_where_its_words_say(
    assistant: Assistant, text: str, policies: set[str]
) -> None:
    [placed] = own.placed(assistant, [Question("q", text, frozenset({"x"}))])
    assert set(placed.policies or ()) == policies


def test_without_a_place_everything_is_searched(assistant: Assistant) -> None:
    [placed] = own.placed(assistant, [Question("q", "学徒制", frozenset({"x"}))])
    assert set(placed.policies or ()) == {policy.id for policy in assistant.library.policies}


def test_a_policy_of_another_place_does_not_speak_for_it(assistant: Assistant) -> None:
    assert own.speaks_for(assistant, "gulou-2020-6", "350102")
    assert own.speaks_for(assistant, "fujian-2024-41", "350102"), "the province's holds in the district"
    assert not own.speaks_for(assistant, "quzhou-2019-141", "350102")
    assert not own.speaks_for(assistant, "none", "350102")


def test_what_nothing_answers_is_refused_and_what_is_answered_is_not(assistant: Assistant) -> None:
    put = own.put(assistant, [("far", "明天会下雨吗"), ("right", "晋江中级工领多少")])
    assert [one.refused for one in put] == [True, False]


def test_other_questions_over_the_corpus_give_one_table(
    tmp_path: Path, own_indexes: None, capsys: pytest.CaptureFixture[str]
) -> None:
    line = {"id": "1", "text": "晋江企业职工岗前培训", "clauses": [["jinjiang-2019-79", "二（六）1"]]}
    (tmp_path / "asked.jsonl").write_text(json.dumps(line), encoding="utf-8")
    rows = figures(capsys, "--questions", str(tmp_path / "asked.jsonl"))
    assert rows["fused"]["hit@1"] == 1.0


def test_a_clause_that_does_not_exist_is_named(assistant: Assistant, tmp_path: Path) -> None:
    line = {"id": "7", "text": "?", "clauses": [["jinjiang-2019-79", "九九"]]}
    (tmp_path / "asked.jsonl").write_text(json.dumps(line), encoding="utf-8")
    with pytest.raises(CorpusError, match=r"asked.jsonl 7.*九九"):
        load_questions(tmp_path / "asked.jsonl", assistant.library)


def test_a_missed_threshold_is_said_and_fails_the_run(
    own_indexes: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On two questions, so that it is quick; whether the aims are met is for the command to say."""
    least = load_least()
    everything = load_questions
    monkeypatch.setattr(command, "load_questions", lambda *given: everything(*given)[3:9:3])
    monkeypatch.setattr(command, "load_unanswerable", lambda: [])
    impossible = least.model_copy(update={"least": {}, "unanswerable_refused": 1.0})
    monkeypatch.setattr(command, "load_least", lambda: impossible)
    assert main(["retrieval"]) == 1
    assert "MISSED unanswerable" in capsys.readouterr().out
    monkeypatch.setattr(
        command,
        "load_least",
        lambda: impossible.model_copy(update={"unanswerable_refused": 0.0, "wrong_place": 9}),
    )
    assert main(["retrieval"]) == 0
    assert "every threshold met" in capsys.readouterr().out
