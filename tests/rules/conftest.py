"""The corpus as it stands, and a small invented one to break."""

from pathlib import Path

import pytest

from assistant.documents import Library, load_library
from assistant.rules.rulebook import Rulebook, load_rulebook
from tests.rules.small_corpus import SmallCorpus

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture
def small(tmp_path: Path) -> SmallCorpus:
    return SmallCorpus(tmp_path)


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(CORPUS)


@pytest.fixture(scope="session")
def rulebook(library: Library) -> Rulebook:
    return load_rulebook(CORPUS, library)
