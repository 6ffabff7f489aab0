"""The record of a change stands before the change is made, and says afterwards what came of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, Table

from assistant.dialogue.records import database as database_module
from assistant.errors import AssistantError, BadInput, SettingsError, StaleIndexError
from ui.console.changes import ChangeLog, State

BROKEN = "CREATE TRIGGER broken BEFORE {verb} ON console_changes BEGIN SELECT RAISE(ABORT, 'disk full'); END"
CHANGE = ("李敏", "收录", "jinjiang-2024-7", "补贴办法", "问了 2 句，1 句会变，看过并同意")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "changes.sqlite"


@pytest.fixture
def changes(database: Path) -> Iterator[ChangeLog]:
    log = ChangeLog(f"sqlite:///{database}")
    yield log
    log.close()


def execute(database: Path, statement: str) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(statement)
        connection.commit()


def states(changes: ChangeLog) -> list[State]:
    return [change.state for change in changes.recent()]


def test_it_is_on_record_while_it_is_made(changes: ChangeLog) -> None:
    with changes.recording(*CHANGE):
        [begun] = changes.recent()
        assert (begun.editor, begun.action, begun.policy, begun.title, begun.signed) == CHANGE
        assert begun.state == "begun"
    assert states(changes) == ["done"]


@pytest.mark.parametrize(
    ("raised", "state"),
    [
        (BadInput("另一个程序正在收录"), "failed"),
        (StaleIndexError("检索索引自检没有通过"), "failed"),
        (OSError("no space left on device"), "begun"),
        (KeyboardInterrupt(), "begun"),
    ],
    ids=["refused", "taken back", "half done, perhaps", "cut short"],
)
def test_what_came_of_it_is_said_as_far_as_it_is_known(
    changes: ChangeLog, raised: BaseException, state: State
) -> None:
    with pytest.raises(type(raised)), changes.recording(*CHANGE):
        raise raised
    assert states(changes) == [state]


def test_what_cannot_be_put_on_record_is_not_begun(changes: ChangeLog, database: Path) -> None:
    execute(database, BROKEN.format(verb="INSERT"))
    with pytest.raises(AssistantError, match="什么也没有改"), changes.recording(*CHANGE):
        pytest.fail("nothing may be changed")
    assert states(changes) == []


@pytest.mark.parametrize("raised", [None, BadInput("已经不准")], ids=["done", "failed"])
def test_a_result_that_cannot_be_written_leaves_the_record(
    changes: ChangeLog, database: Path, raised: BadInput | None
) -> None:
    execute(database, BROKEN.format(verb="UPDATE"))
    try:
        with changes.recording(*CHANGE):
            if raised:
                raise raised
    except BadInput as error:
        assert error is raised, "the editor hears why it was not done, not that the record has a gap"
    assert states(changes) == ["begun"]


def older(database: Path) -> None:
    """The table without a column for the state."""
    columns = "editor VARCHAR(40), action VARCHAR(200), policy VARCHAR(100), title TEXT, signed TEXT"
    execute(database, f"CREATE TABLE console_changes (id INTEGER PRIMARY KEY, at INTEGER, {columns})")


def test_of_two_who_bring_an_older_record_up_to_date_both_may(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each has seen that the column is missing; the second finds it there."""
    older(database)
    looked: list[set[str]] = []

    def look(engine: Engine, table: Table) -> set[str]:
        looked.append(held(engine, table))
        if len(looked) == 1:
            execute(database, "ALTER TABLE console_changes ADD COLUMN state VARCHAR(10) DEFAULT 'done'")
        return looked[-1]

    held = database_module._held
    monkeypatch.setattr(database_module, "_held", look)
    changes = ChangeLog(f"sqlite:///{database}")
    with changes.recording(*CHANGE):
        pass
    assert states(changes) == ["done"]
    assert ["state" in names for names in looked] == [False, True]
    changes.close()


def test_a_column_that_cannot_be_added_is_told(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older(database)
    monkeypatch.setattr(database_module, "_held", lambda engine, table: set())
    with pytest.raises(SettingsError, match="数据库打不开"):
        ChangeLog(f"sqlite:///{database}")


def test_the_record_of_an_older_version_goes_on(database: Path) -> None:
    """What it put on record had been done."""
    older(database)
    execute(
        database, "INSERT INTO console_changes VALUES (1, 1700000000, '李敏', '删除', 'old', '旧办法', '')"
    )
    for _ in range(2):  # the column is added once
        changes = ChangeLog(f"sqlite:///{database}")
        assert states(changes)[-1] == "done"
        with changes.recording(*CHANGE):
            pass
        changes.close()
