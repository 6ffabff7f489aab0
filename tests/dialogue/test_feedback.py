"""Feedback is kept beside the conversations, without anything that tells who gave it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from assistant.dialogue.records.feedback import LONGEST_NOTE, Feedback, FeedbackStore
from assistant.dialogue.records.sessions import SessionStore

NOW = datetime(2025, 3, 1, 9, 0, tzinfo=UTC)


@pytest.fixture(params=["file", "memory"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    url = "sqlite://" if request.param == "memory" else f"sqlite:///{tmp_path / 'sessions.sqlite'}"
    store = SessionStore(url, hours=2, wait_seconds=0.2)
    yield store.engine
    store.close()


def test_what_was_kept_comes_back_in_order(engine: Engine) -> None:
    useful = Feedback(verdict="useful", rules=("a-rule",), clauses=("a-policy/二（六）2",))
    useless = Feedback(verdict="useless", reason="outdated", note="太旧了")
    for one in (useful, useless):
        FeedbackStore(engine).keep(one, NOW)
    assert FeedbackStore(engine).entries() == [(NOW, useful), (NOW, useless)]


def test_who_found_it_useful_has_no_reason_against_it(engine: Engine) -> None:
    FeedbackStore(engine).keep(Feedback(verdict="useful", reason="wrong"), NOW)
    assert FeedbackStore(engine).entries()[0][1].reason is None


@pytest.mark.parametrize(
    "private",
    [
        "13812345678",
        "１３８１２３４５６７８",
        "350582199001011234",
        "微信号 abc_12345",
        "me@example.com",
        "0595-85661234",
    ],
)
def test_private_data_is_taken_out_of_the_note(engine: Engine, private: str) -> None:
    FeedbackStore(engine).keep(Feedback(verdict="useless", note=f"请联系{private}，谢谢"), NOW)
    note = FeedbackStore(engine).entries()[0][1].note
    assert "请联系" in note
    assert "谢谢" in note
    assert not any(sign.isascii() and sign.isalnum() for sign in note)


def test_signs_that_unfold_make_no_note_too_long(engine: Engine) -> None:
    """㍿ is 株式会社 when folded."""
    FeedbackStore(engine).keep(Feedback(verdict="useless", note="㍿" * LONGEST_NOTE), NOW)
    assert len(FeedbackStore(engine).entries()[0][1].note) == LONGEST_NOTE
