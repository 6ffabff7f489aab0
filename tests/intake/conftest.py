"""A copy of the corpus with an index of its own, for tests that change it; the words of the corpus."""

import shutil
from pathlib import Path

import pytest

from assistant.bootstrap import build, open_assistant
from assistant.dialogue.language.lexicon import load_lexicon
from assistant.documents.regions import RegionTree, load_regions
from assistant.intake.add import add_policy
from assistant.intake.vocabulary import Vocabulary
from assistant.rules.rulebook import Rulebook
from assistant.settings import IN_MEMORY, Settings
from tests.intake.documents import METHOD, METHOD_ID, Taken


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
    return copied(served, tmp_path)


@pytest.fixture
def method(tmp_path: Path) -> Path:
    """The file of a small invented method."""
    return write_method(tmp_path)


@pytest.fixture(scope="session")
def taken(served: Path, tmp_path_factory: pytest.TempPathFactory) -> Taken:
    """The corpus with the small method taken in; for reading only."""
    folder = tmp_path_factory.mktemp("taken")
    settings = copied(served, folder)
    said: list[str] = []
    assert add_policy(write_method(folder), settings, policy_id=METHOD_ID, say=said.append) is not None
    return Taken(folder, settings, tuple(said), open_assistant(settings))


@pytest.fixture
def added(taken: Taken, tmp_path: Path) -> Settings:
    """A copy of it that a test may change."""
    return copied(taken.folder, tmp_path)


def copied(served: Path, folder: Path) -> Settings:
    for name in ("corpus", "indexes"):
        shutil.copytree(served / name, folder / name)
    return Settings(corpus=folder / "corpus", indexes=folder / "indexes", database_url=IN_MEMORY)


def write_method(folder: Path) -> Path:
    path = folder / "补贴办法.txt"
    path.write_text(METHOD, encoding="utf-8")
    return path
