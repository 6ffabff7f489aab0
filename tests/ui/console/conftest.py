"""The assistant on the corpus as it stands, with an index of its own; time that a test moves."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from assistant.bootstrap import Assistant, build, open_assistant
from assistant.settings import IN_MEMORY, Settings
from ui.console.records import RecordStore

JUNE_2020 = date(2020, 6, 15)


@dataclass
class Time:
    """A clock that stands still until it is moved."""

    seconds: float = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    settings = Settings(indexes=tmp_path_factory.mktemp("console") / "indexes", database_url=IN_MEMORY)
    build(settings)
    return open_assistant(settings)


@pytest.fixture
def records() -> Iterator[RecordStore]:
    store = RecordStore(IN_MEMORY, days=30)
    yield store
    store.close()
