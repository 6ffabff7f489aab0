"""Opening the database that conversations and answers are kept in."""

from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, QueuePool, Table, create_engine, event, inspect, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError
from sqlalchemy.schema import CreateColumn, CreateIndex, CreateTable

from assistant.errors import SettingsError

LOCK_SECONDS = 5.0  # how long SQLite may wait for another transaction, each of which takes milliseconds


def open_database(database_url: str, table: Table, *, durable: bool = False) -> Engine:
    """An engine for the database, in which the table is made where it is missing, and columns that it lacks.

    `durable`: what is committed outlives even a crash of the machine.

    Raises SettingsError where the address cannot be used or the database cannot be opened.
    """
    try:
        engine = _open(make_url(database_url), durable)
        with engine.begin() as connection:
            connection.execute(CreateTable(table, if_not_exists=True))
        _add_columns(engine, table)
        with engine.begin() as connection:
            for index in table.indexes:
                connection.execute(CreateIndex(index, if_not_exists=True))
        return engine
    except (ArgumentError, NoSuchModuleError, ImportError):
        raise SettingsError("ASSISTANT_DATABASE_URL", "不是可用的数据库地址") from None
    except (OperationalError, OSError):
        raise SettingsError("ASSISTANT_DATABASE_URL", "数据库打不开") from None


def _add_columns(engine: Engine, table: Table) -> None:
    """What an older version made gets the columns that have come since; each needs a default.

    Several processes may start at once: whichever is too late finds the column there.
    """
    held = _held(engine, table)
    for column in (column for column in table.columns if column.name not in held):
        defined = CreateColumn(column).compile(dialect=engine.dialect)
        try:
            with engine.begin() as connection:  # its own: one that has failed takes nothing more
                connection.execute(text(f"ALTER TABLE {table.name} ADD COLUMN {defined}"))
        except DBAPIError:
            if column.name not in _held(engine, table):
                raise


def _held(engine: Engine, table: Table) -> set[str]:
    """The columns that the table has in the database."""
    return {column["name"] for column in inspect(engine).get_columns(table.name)}


def _open(url: URL, durable: bool) -> Engine:
    """An engine for a database; SQLite gets its folder and waits for its turn to write."""
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    if url.database in (None, "", ":memory:"):
        # A database in memory lives in its connection: there is one, and threads take it in turn.
        one = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0}
        return create_engine(url, connect_args={"check_same_thread": False}, **one)
    Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": LOCK_SECONDS})
    event.listen(engine, "connect", partial(_write_ahead, "FULL" if durable else "NORMAL"))
    return engine


def _write_ahead(synchronous: str, connection: Any, _record: object) -> None:
    """Write ahead. With NORMAL no commit waits for the disk: a crash of the machine may cost the last."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute(f"PRAGMA synchronous={synchronous}")
    cursor.close()
