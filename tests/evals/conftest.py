"""The assistant as the evals open it, with an index of its own."""

from pathlib import Path

import pytest

from assistant.bootstrap import Assistant
from assistant.settings import Settings
from evals.run import open_for_evals


@pytest.fixture(scope="session")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("evals") / "indexes"


@pytest.fixture(scope="session")
def assistant(indexes: Path) -> Assistant:
    return open_for_evals(Settings(indexes=indexes))


@pytest.fixture
def own_indexes(monkeypatch: pytest.MonkeyPatch, indexes: Path) -> None:
    """For what reads its settings from the environment: leave the project's indexes/ alone."""
    monkeypatch.setenv("ASSISTANT_INDEXES", str(indexes))
