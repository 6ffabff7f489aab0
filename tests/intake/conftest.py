"""A copy of the corpus with an index of its own, for tests that change it; the words of the corpus."""

import shutil
from pathlib import Path

import pytest

from assistant.bootstrap import build
from assistant.dialogue.lexicon import load_lexicon
from assistant.documents.regions import RegionTree, load_regions
from assistant.intake.vocabulary import Vocabulary
from assistant.rules.rulebook import Rulebook
from assistant.settings import IN_MEMORY, Settings
from tests.intake.documents import METHOD


@pytest.fixture(scope="session")
def regions(corpus: Path) -> RegionTree:
    return load_regions(corpus / "regions.yaml")


@pytest.fixture(scope="session")
def vocabulary(corpus: Path, rulebook: Rulebook) -> Vocabulary:
    return Vocabulary(rulebook, load_lexicon(corpus / "lexicon.yaml"))


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, corpus: Path) -> Path:
    """A folder with corpus and index as they serve; copied, never changed."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(corpus, folder / "corpus")
    build(Settings(corpus=folder / "corpus", indexes=folder / "indexes"))
    return folder


@pytest.fixture
def settings(served: Path, tmp_path: Path) -> Settings:
    """Settings for a copy that a test may change."""
    for name in ("corpus", "indexes"):
        shutil.copytree(served / name, tmp_path / name)
    return Settings(corpus=tmp_path / "corpus", indexes=tmp_path / "indexes", database_url=IN_MEMORY)


@pytest.fixture
def method(tmp_path: Path) -> Path:
    """The file of a small invented method."""
    path = tmp_path / "补贴办法.txt"
    path.write_text(METHOD, encoding="utf-8")
    return path
