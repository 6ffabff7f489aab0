"""Opening the database that conversations and answers are kept in."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, QueuePool, Table, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError
from sqlalchemy.schema import CreateIndex, CreateTable

from assistant.errors import SettingsError

LOCK_SECONDS = 5.0  # how long SQLite may wait for another transaction, each of which takes milliseconds


def open_database(database_url: str, table: Table) -> Engine:
    """An engine for the database, in which the table is made where it is missing.

    Raises SettingsError where the address cannot be used or the database cannot be opened.
    """
    try:
        engine = _open(make_url(database_url))
        with engine.begin() as connection:
            connection.execute(CreateTable(table, if_not_exists=True))
            for index in table.indexes:
                connection.execute(CreateIndex(index, if_not_exists=True))
        return engine
    except (ArgumentError, NoSuchModuleError, ImportError):
        raise SettingsError("ASSISTANT_DATABASE_URL", "不是可用的数据库地址") from None
    except (OperationalError, OSError):
        raise SettingsError("ASSISTANT_DATABASE_URL", "数据库打不开") from None


def _open(url: URL) -> Engine:
    """An engine for a database; SQLite gets its folder and waits for its turn to write."""
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    if url.database in (None, "", ":memory:"):
        # A database in memory lives in its connection: there is one, and threads take it in turn.
        one = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0}
        return create_engine(url, connect_args={"check_same_thread": False}, **one)
    Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": LOCK_SECONDS})
    event.listen(engine, "connect", _write_ahead)
    return engine


def _write_ahead(connection: Any, _record: object) -> None:
    """Write ahead: no commit waits for the disk. A crash of the machine may cost the last turn."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()
