"""Who took which policy in or out, and what they signed: kept for good."""

import weakref
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Column, Integer, MetaData, String, Table, Text, insert, select

from assistant.clock import now
from assistant.dialogue.database import open_database

changes = Table(
    "console_changes",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("at", Integer, nullable=False, index=True),  # seconds since 1970, UTC
    Column("editor", String(40), nullable=False),
    Column("action", String(200), nullable=False),
    Column("policy", String(100), nullable=False),
    Column("title", Text, nullable=False),
    Column("signed", Text, nullable=False),  # what was looked at and agreed to; empty for a removal
)


@dataclass(frozen=True)
class Change:
    """A change on record; `at` in UTC."""

    at: datetime
    editor: str
    action: str
    policy: str
    title: str
    signed: str


class ChangeLog:
    """The changes of one database."""

    def __init__(self, database_url: str) -> None:
        """Open the database. Raises SettingsError where it cannot be opened."""
        self._engine = open_database(database_url, changes)
        self._ending = weakref.finalize(self, self._engine.dispose)

    def close(self) -> None:
        """Close all connections."""
        self._ending()

    def note(self, editor: str, action: str, policy: str, title: str, signed: str) -> None:
        """Put a change on record."""
        row = {"editor": editor, "action": action, "policy": policy, "title": title, "signed": signed}
        with self._engine.begin() as connection:
            connection.execute(insert(changes).values(row | {"at": int(now().timestamp())}))

    def recent(self, limit: int = 20) -> list[Change]:
        """The newest changes, the newest first."""
        columns = [column for column in changes.c if column.name != "id"]
        query = select(*columns).order_by(changes.c.at.desc(), changes.c.id.desc()).limit(limit)
        with self._engine.connect() as connection:
            rows = connection.execute(query).mappings().all()
        return [Change(**{**row, "at": datetime.fromtimestamp(row["at"], UTC)}) for row in rows]
