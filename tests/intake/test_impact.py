"""What an edit or a further document would change in the answers."""

from datetime import date
from pathlib import Path

import pytest

from assistant.bootstrap import build
from assistant.documents.serving import serving_corpus
from assistant.errors import BadInput
from assistant.intake.derive import derive
from assistant.intake.impact import Question, default_questions, load_questions, measure_impact
from assistant.settings import Settings

DAY = date(2020, 6, 1)
LEVEL = Question("level", ("我在晋江考了中级工，个人能领多少",))
PLACE = Question("place", ("衢州岗前培训补多少",))


def test_nothing_changes_where_nothing_was_edited(settings: Settings) -> None:
    impact = measure_impact(settings, [LEVEL, PLACE], as_of=DAY)
    assert (impact.asked, impact.differences) == (2, ())


def test_an_edited_amount_is_found_and_nothing_is_put_into_service(settings: Settings) -> None:
    path = settings.corpus / "policies" / "quzhou-2019-141" / "benefits.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("{each: headcount, of: 300}", "{each: headcount, of: 301}"), encoding="utf-8"
    )
    before = (settings.indexes / "CURRENT").read_text()
    told: list[int] = []
    impact = measure_impact(
        settings, [LEVEL, PLACE], as_of=DAY, progress=lambda what, done, total: told.append(done)
    )
    [difference] = impact.differences
    assert difference.id == "place" and "金额" in difference.what
    assert any("300元" in line for line in difference.only_before())
    assert any("301元" in line for line in difference.only_after())
    assert (settings.indexes / "CURRENT").read_text() == before
    assert told == [1, 2]


def test_once_in_service_the_edit_is_what_serves(settings: Settings) -> None:
    path = settings.corpus / "policies" / "quzhou-2019-141" / "benefits.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# looked at\n", encoding="utf-8")
    build(settings)
    kept = serving_corpus(settings.indexes)
    assert kept is not None
    assert (kept / path.relative_to(settings.corpus)).read_text(encoding="utf-8").endswith("# looked at\n")


def test_a_document_to_add_changes_what_is_answered_and_is_not_added(
    settings: Settings, method: Path
) -> None:
    impact = measure_impact(
        settings, [LEVEL, PLACE], adding=derive(method, settings)[0], as_of=date(2024, 7, 1)
    )
    assert [difference.id for difference in impact.differences] == ["level"]
    assert "条款" in impact.differences[0].what
    assert not [path for path in (settings.corpus / "policies").iterdir() if "2024-7" in path.name]


def test_a_policy_to_take_out_changes_what_is_answered_and_stays(settings: Settings) -> None:
    impact = measure_impact(settings, [LEVEL, PLACE], without="jinjiang-2019-79", as_of=DAY)
    assert [difference.id for difference in impact.differences] == ["level"]
    assert any("jinjiang-2019-79" in line for line in impact.differences[0].only_before())
    assert not any("jinjiang-2019-79" in line for line in impact.differences[0].only_after())
    assert (settings.corpus / "policies" / "jinjiang-2019-79").is_dir()


def test_nothing_serves_yet(settings: Settings, tmp_path: Path) -> None:
    other = settings.model_copy(update={"indexes": tmp_path / "none"})
    with pytest.raises(BadInput, match="assistant index"):
        measure_impact(other, [LEVEL], as_of=DAY)


@pytest.mark.parametrize(
    ("name", "content", "turns"),
    [
        ("q.txt", "晋江补多少\n\n衢州补多少\n", [("晋江补多少",), ("衢州补多少",)]),
        (
            "q.yaml",
            "- {id: a, turns: [{question: 一}, {question: 二}]}\n- {text: 三}\n",
            [("一", "二"), ("三",)],
        ),
        ("q.jsonl", '{"id": "a", "turns": [{"question": "一"}]}\n', [("一",)]),
    ],
)
def test_files_of_questions(name: str, content: str, turns: list[tuple[str, ...]], tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert [question.turns for question in load_questions([tmp_path / name])] == turns


@pytest.mark.parametrize(("name", "content"), [("q.txt", "\n"), ("q.jsonl", "{"), ("missing.txt", None)])
def test_a_file_without_questions_is_told(name: str, content: str | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(BadInput):
        load_questions([tmp_path / name])


def test_the_evals_are_asked_by_default() -> None:
    questions = load_questions(default_questions())
    assert len(questions) > 500 and any(len(question.turns) > 1 for question in questions)
