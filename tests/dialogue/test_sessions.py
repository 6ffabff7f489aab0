"""Conversations are kept: facts only, one writer at a time, gone after a set time."""

import multiprocessing
import sqlite3
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from assistant.dialogue.models import Session
from assistant.dialogue.records.sessions import SessionStore
from assistant.errors import BadInput, SettingsError

NOW = datetime(2025, 3, 1, 9, 0, tzinfo=UTC)
FACTS = {"certificate_level": "四级", "headcount": "3"}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "sessions.sqlite"


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, database: Path) -> Iterator[SessionStore]:
    """The same behaviour is asked of a database in a file and of one in memory."""
    url = "sqlite://" if request.param == "memory" else f"sqlite:///{database}"
    store = SessionStore(url, hours=2, wait_seconds=0.2)
    yield store
    store.close()


def open_file(database: Path, wait_seconds: float = 0.2, hold_seconds: float = 60) -> SessionStore:
    url = f"sqlite:///{database}"
    return SessionStore(url, hours=2, wait_seconds=wait_seconds, hold_seconds=hold_seconds)


def say(store: SessionStore, session_id: str | None, facts: dict[str, str], now: datetime = NOW) -> str:
    with store.turn(session_id, now) as turn:
        turn.session = Session(facts={**turn.session.facts, **facts})
    return turn.session_id


def facts_of(store: SessionStore, session_id: str, now: datetime = NOW) -> dict[str, Any]:
    with store.turn(session_id, now) as turn:
        return turn.session.facts


def rows_of(database: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(database)
    query = "select id, state, version, updated_at, held_until from conversations"
    rows = connection.execute(query).fetchall()
    connection.close()
    return rows


def test_a_turn_keeps_what_was_said(store: SessionStore) -> None:
    say(store, "anna", {"headcount": "3"})
    say(store, "anna", {"certificate_level": "四级"})
    assert facts_of(store, "anna") == FACTS


def test_conversations_do_not_mix(store: SessionStore) -> None:
    say(store, "anna", FACTS)
    assert facts_of(store, "bert") == {}


def test_without_an_id_each_conversation_is_new_and_its_id_continues_it(store: SessionStore) -> None:
    first, second = say(store, None, FACTS), say(store, None, {})
    assert first != second
    assert len(first) >= 20, "an id that can be guessed would open somebody else's conversation"
    assert facts_of(store, first) == FACTS


@pytest.mark.parametrize("good", ["a", "A-b_9", "x" * 64])
def test_ids_that_can_be_used(store: SessionStore, good: str) -> None:
    assert say(store, good, {}) == good


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("", "empty"),
        ("x" * 65, "one too long"),
        ("a b", "white space"),
        ("a\n", "a line end, which a careless pattern lets through"),
        ("会话", "not ASCII"),
        ("１２", "full-width digits"),
        ("a'; drop table conversations; --", "an attack"),
        ("\ud800", "half a character"),
    ],
)
def test_ids_that_cannot(store: SessionStore, bad: str, why: str) -> None:
    with pytest.raises(BadInput, match="会话编号"), store.turn(bad, NOW):
        pytest.fail(why)


def test_a_turn_that_fails_changes_nothing(store: SessionStore) -> None:
    say(store, "anna", FACTS)
    with pytest.raises(RuntimeError), store.turn("anna", NOW) as turn:
        turn.session = Session(facts={"headcount": "99"})
        raise RuntimeError
    assert facts_of(store, "anna") == FACTS


def test_a_first_turn_that_fails_leaves_no_row(database: Path) -> None:
    store = open_file(database)
    with pytest.raises(RuntimeError), store.turn("anna", NOW):
        raise RuntimeError
    store.close()
    assert rows_of(database) == []


@pytest.mark.parametrize(
    ("silence", "kept", "why"),
    [
        (timedelta(hours=2), True, "exactly the set time"),
        (timedelta(hours=2, seconds=1), False, "a second later it is gone"),
    ],
)
def test_a_silent_conversation_is_gone_after_the_set_time(
    store: SessionStore, silence: timedelta, kept: bool, why: str
) -> None:
    say(store, "anna", FACTS)
    assert facts_of(store, "anna", NOW + silence) == (FACTS if kept else {}), why


def test_each_turn_starts_the_time_anew(store: SessionStore) -> None:
    for hours in range(5):
        say(store, "anna", {"headcount": str(hours)}, NOW + timedelta(hours=hours))
    assert facts_of(store, "anna", NOW + timedelta(hours=5)) == {"headcount": "4"}


def test_what_is_outdated_is_deleted_when_anybody_speaks(database: Path) -> None:
    store = open_file(database)
    say(store, "anna", FACTS)
    say(store, "bert", {}, NOW + timedelta(hours=3))
    store.close()
    assert [row[0] for row in rows_of(database)] == ["bert"]


def test_conversations_outlive_a_restart(database: Path) -> None:
    for facts in ({"headcount": "3"}, {"certificate_level": "四级"}):
        store = open_file(database)
        say(store, "anna", facts)
        store.close()
    store = open_file(database)
    assert facts_of(store, "anna") == FACTS
    store.close()


def test_the_table_holds_the_facts_and_nothing_else(database: Path) -> None:
    store = open_file(database)
    say(store, "anna", FACTS)
    say(store, "anna", {})
    store.close()
    state = Session(facts=FACTS).model_dump_json()
    assert rows_of(database) == [("anna", state, 2, int(NOW.timestamp()), None)]


def test_what_an_older_release_stored_starts_afresh(database: Path) -> None:
    store = open_file(database)
    say(store, "anna", FACTS)
    connection = sqlite3.connect(database)
    connection.execute("""update conversations set state = '{"colour": "blue"}'""")
    connection.commit()
    connection.close()
    assert facts_of(store, "anna") == {}
    store.close()


def test_a_second_writer_waits_and_then_is_told(store: SessionStore) -> None:
    with store.turn("anna", NOW) as turn:
        began = time.monotonic()
        with pytest.raises(BadInput, match="正在处理上一句"), store.turn("anna", NOW):
            pytest.fail("two writers in one conversation")
        assert time.monotonic() - began >= 0.2
        turn.session = Session(facts=FACTS)
    assert facts_of(store, "anna") == FACTS


def test_other_conversations_go_on_meanwhile(store: SessionStore) -> None:
    with store.turn("anna", NOW), store.turn("bert", NOW), store.turn(None, NOW) as third:
        third.session = Session(facts=FACTS)
    assert facts_of(store, third.session_id) == FACTS


def test_threads_lose_no_turn(store: SessionStore) -> None:
    store._wait_seconds = 30  # all of them must come through

    def count_up() -> None:
        for _ in range(10):
            with store.turn("anna", NOW) as turn:
                turn.session = Session(facts={"headcount": turn.session.facts.get("headcount", 0) + 1})

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert facts_of(store, "anna") == {"headcount": 40}


def _count_up(database: Path) -> None:
    """What each process of the next test does, opening the database at the same moment."""
    store = open_file(database, wait_seconds=30)
    for _ in range(10):
        with store.turn("anna", NOW) as turn:
            turn.session = Session(facts={"headcount": turn.session.facts.get("headcount", 0) + 1})
    store.close()


def test_processes_lose_no_turn(database: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_count_up, args=(database,)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    store = open_file(database)
    assert facts_of(store, "anna") == {"headcount": 30}
    store.close()


def _hold(database: Path, ready: Path) -> None:
    store = open_file(database)
    with store.turn("anna", NOW):
        ready.touch()
        time.sleep(60)


def test_another_process_is_waited_for_too(database: Path, tmp_path: Path) -> None:
    store, ready = open_file(database), tmp_path / "ready"
    process = multiprocessing.get_context("spawn").Process(target=_hold, args=(database, ready), daemon=True)
    process.start()
    try:
        deadline = time.monotonic() + 30
        while not ready.exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        with pytest.raises(BadInput, match="正在处理上一句"), store.turn("anna", NOW):
            pytest.fail("two writers in one conversation")
        assert facts_of(store, "bert") == {}
    finally:
        process.kill()
        process.join()
        store.close()


def test_a_turn_that_was_cut_off_frees_its_conversation_and_cannot_write_late(database: Path) -> None:
    store = open_file(database, wait_seconds=5, hold_seconds=0.05)
    with pytest.raises(BadInput, match="正在处理上一句"), store.turn("anna", NOW) as late:
        say(store, "anna", FACTS)
        late.session = Session(facts={"headcount": "99"})
    assert facts_of(store, "anna") == FACTS
    store.close()


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("nonsense", "no address"),
        ("nosuchdatabase://host/name", "no such database"),
        ("sqlite:////proc/no/such/place.sqlite", "nothing can be written there"),
    ],
)
def test_a_database_that_cannot_be_opened_is_named_without_its_address(url: str, why: str) -> None:
    with pytest.raises(SettingsError, match="ASSISTANT_DATABASE_URL") as caught:
        SessionStore(url, hours=1, wait_seconds=1)
    assert url not in str(caught.value), why
