"""The corpus as it stands, read once for all tests."""

from pathlib import Path

import pytest

from assistant.documents import Library, load_library
from assistant.rules.rulebook import Rulebook, load_rulebook

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Path:
    return CORPUS


@pytest.fixture(scope="session")
def library(corpus: Path) -> Library:
    return load_library(corpus)


@pytest.fixture(scope="session")
def rulebook(corpus: Path, library: Library) -> Rulebook:
    return load_rulebook(corpus, library)
