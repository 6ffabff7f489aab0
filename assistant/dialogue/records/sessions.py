"""Conversations in a table: the facts that were said, one writer at a time, gone after a set time.

A turn claims its conversation's row in one short transaction and writes it back in another. Between the
two no lock of the database is held, so that other conversations go on, in this process and in others.
The version counts the claims: who was overtaken, after a pause longer than a hold, cannot write any more.
"""

import re
import secrets
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic, sleep, time

from pydantic import ValidationError
from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Float,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    delete,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from assistant.dialogue.models import Session
from assistant.dialogue.records.database import open_database
from assistant.errors import BadInput

HOLD_SECONDS = 60.0  # a turn that was cut off (a killed process) frees its conversation after this
POLL_SECONDS = 0.02
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)

conversations = Table(
    "conversations",
    MetaData(),
    Column("id", String(64), primary_key=True),
    Column("state", Text),  # a Session as JSON; null until the first turn is over
    Column("version", Integer, nullable=False),
    Column("updated_at", Integer, nullable=False),  # seconds since 1970, UTC
    Column("held_until", Float),  # null where nobody is writing
)


@dataclass
class Turn:
    """One message's time with a conversation. What `session` is when the turn ends is kept."""

    session_id: str
    session: Session


class SessionStore:
    """The conversations of one database."""

    def __init__(
        self, database_url: str, *, hours: float, wait_seconds: float, hold_seconds: float = HOLD_SECONDS
    ) -> None:
        """Open the database and make the table where it is missing.

        `hours`: how long a silent conversation is kept. `wait_seconds`: how long a turn waits for another one
        of the same conversation. Raises SettingsError where the database cannot be opened.
        """
        self._kept = timedelta(hours=hours)
        self._wait_seconds = wait_seconds
        self._hold_seconds = hold_seconds
        self._engine = open_database(database_url, conversations)
        # Connections end with the store, so that who opens one need not remember to close it.
        self._ending = weakref.finalize(self, self._engine.dispose)

    @property
    def engine(self) -> Engine:
        """The database, for what is kept beside the conversations."""
        return self._engine

    def close(self) -> None:
        """Close all connections; conversations in memory are gone."""
        self._ending()

    def session(self, session_id: str) -> Session:
        """What was said so far in a conversation; nothing where there is none of that id."""
        table = conversations.c
        with self._engine.connect() as connection:
            state = connection.execute(select(table.state).where(table.id == session_id)).scalar()
        return _session(state)

    @contextmanager
    def turn(self, session_id: str | None, now: datetime) -> Iterator[Turn]:
        """Hold a conversation for one message: the facts so far come out, the new ones go in.

        An unknown, outdated or absent id opens a new conversation. Where the body raises, nothing is changed.
        Raises BadInput where the id cannot be used or another turn of this conversation does not end in time.
        """
        key = secrets.token_urlsafe(16) if session_id is None else check_session_id(session_id)
        state, version = self._claim(key, int(now.timestamp()))
        turn = Turn(key, _session(state))
        try:
            yield turn
        except BaseException:
            self._give_up(key, version)
            raise
        self._save(key, version, turn.session, int(now.timestamp()))

    def _claim(self, key: str, now: int) -> tuple[str | None, int]:
        """Wait for the conversation and take it."""
        deadline = monotonic() + self._wait_seconds
        while True:
            try:
                with self._engine.begin() as connection:
                    claimed = self._try_claim(connection, key, now)
            except IntegrityError:  # another process opened the same conversation a moment ago
                claimed = None
            if claimed:
                return claimed
            if monotonic() >= deadline:
                raise _busy()
            sleep(POLL_SECONDS)

    def _try_claim(self, connection: Connection, key: str, now: int) -> tuple[str | None, int] | None:
        """Take the conversation where nobody holds it. The write comes first: it locks SQLite."""
        clock = time()
        table = conversations.c
        free = or_(table.held_until.is_(None), table.held_until < clock)
        outdated = table.updated_at < now - int(self._kept.total_seconds())
        connection.execute(delete(conversations).where(outdated, free))

        hold = {"version": table.version + 1, "held_until": clock + self._hold_seconds}
        if connection.execute(update(conversations).where(table.id == key, free).values(hold)).rowcount:
            row = connection.execute(select(table.state, table.version).where(table.id == key)).one()
            return row.state, row.version

        if connection.execute(select(table.id).where(table.id == key)).first():
            return None
        opened = {"id": key, "version": 1, "updated_at": now, "held_until": clock + self._hold_seconds}
        connection.execute(insert(conversations).values(opened))
        return None, 1

    def _save(self, key: str, version: int, session: Session, now: int) -> None:
        table = conversations.c
        new = {"state": session.model_dump_json(), "updated_at": now, "held_until": None}
        with self._engine.begin() as connection:
            mine = update(conversations).where(table.id == key, table.version == version)
            if not connection.execute(mine.values(new)).rowcount:
                raise _busy()

    def _give_up(self, key: str, version: int) -> None:
        """Leave the conversation as it was; one that has never had a turn is dropped."""
        table = conversations.c
        mine = (table.id == key, table.version == version)
        with self._engine.begin() as connection:
            connection.execute(delete(conversations).where(*mine, table.state.is_(None)))
            connection.execute(update(conversations).where(*mine).values(held_until=None))


def check_session_id(session_id: str) -> str:
    """The id itself. Raises BadInput unless it is 1 to 64 letters, digits, hyphens and underscores."""
    if not _ID.fullmatch(session_id):
        raise BadInput("会话编号不能用：只能是 1 到 64 个英文字母、数字、“-”或“_”。")
    return session_id


def _busy() -> BadInput:
    return BadInput("这个对话正在处理上一句，请稍等一下再发。")


def _session(state: str | None) -> Session:
    """What was stored. What an older release stored and this one cannot read starts afresh."""
    try:
        return Session() if state is None else Session.model_validate_json(state)
    except ValidationError:
        return Session()
