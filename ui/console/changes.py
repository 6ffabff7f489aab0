"""Who took which policy in or out in the console, what they signed, and what came of it: kept for good.

What is done by command, or by hand (to move back what was removed), is not on this record.
"""

import logging
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Column, Integer, MetaData, String, Table, Text, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from assistant.clock import now
from assistant.dialogue.records.database import open_database
from assistant.errors import AssistantError

log = logging.getLogger("policy_assistant")

# begun: nothing more is known; the work goes on, or was cut short.
State = Literal["begun", "done", "failed"]

changes = Table(
    "console_changes",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("at", Integer, nullable=False, index=True),  # seconds since 1970, UTC; when it began
    Column("editor", String(40), nullable=False),
    Column("action", String(200), nullable=False),
    Column("policy", String(100), nullable=False),
    Column("title", Text, nullable=False),
    Column("signed", Text, nullable=False),  # what was looked at and agreed to
    # Older versions put on record what was done, and nothing else.
    Column("state", String(10), nullable=False, server_default="done"),
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
    state: State


class ChangeLog:
    """The changes of one database."""

    def __init__(self, database_url: str) -> None:
        """Open the database. Raises SettingsError where it cannot be opened."""
        self._engine = open_database(database_url, changes, durable=True)
        self._ending = weakref.finalize(self, self._engine.dispose)

    def close(self) -> None:
        """Close all connections."""
        self._ending()

    @contextmanager
    def recording(self, editor: str, action: str, policy: str, title: str, signed: str) -> Iterator[None]:
        """Put a change on record before it is made, and afterwards what came of it.

        Raises AssistantError, before anything is changed, where it cannot be put on record. An AssistantError
        from within says that nothing was changed; after any other nobody knows, and the record says so.
        """
        row = {"editor": editor, "action": action, "policy": policy, "title": title, "signed": signed}
        number = self._begin({**row, "at": int(now().timestamp()), "state": "begun"})
        try:
            yield
        except AssistantError:
            self._end(number, "failed")
            raise
        self._end(number, "done")

    def recent(self, limit: int = 20) -> list[Change]:
        """The newest changes, the newest first."""
        columns = [column for column in changes.c if column.name != "id"]
        query = select(*columns).order_by(changes.c.at.desc(), changes.c.id.desc()).limit(limit)
        with self._engine.connect() as connection:
            rows = connection.execute(query).mappings().all()
        return [Change(**{**row, "at": datetime.fromtimestamp(row["at"], UTC)}) for row in rows]

    def _begin(self, row: dict[str, str | int]) -> int:
        try:
            with self._engine.begin() as connection:
                [number] = connection.execute(insert(changes).values(row)).inserted_primary_key or [0]
        except SQLAlchemyError as error:
            log.error("a change cannot be put on record: %s", type(error).__name__)
            raise AssistantError("改动记录写不进去，所以什么也没有改。请联系管理员检查数据库。") from None
        return int(number)

    def _end(self, number: int, state: State) -> None:
        """Say what came of a change. Where that fails the record stays as it was begun."""
        try:
            with self._engine.begin() as connection:
                connection.execute(update(changes).where(changes.c.id == number).values(state=state))
        except SQLAlchemyError as error:
            log.error("what came of change %d (%s) is not on record: %s", number, state, type(error).__name__)
