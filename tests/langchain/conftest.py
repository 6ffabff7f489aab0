"""The assistant over the real policies, with an index of its own and conversations in memory."""

import pytest

from assistant.bootstrap import Assistant
from assistant.settings import Settings
from evals.run import open_for_evals


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(indexes=tmp_path_factory.mktemp("langchain") / "indexes")


@pytest.fixture(scope="session")
def assistant(settings: Settings) -> Assistant:
    return open_for_evals(settings)
