"""The words of the corpus as it stands, and a way to read a message with them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Protocol, cast

import pytest

from assistant.dialogue.answers.desk import Desk
from assistant.dialogue.language.lexicon import Lexicon, load_lexicon
from assistant.dialogue.models import Session
from assistant.dialogue.reading import Reading
from assistant.dialogue.understand import Understanding
from assistant.documents import Library
from assistant.documents.regions import RegionTree, load_regions
from assistant.rules.facts import FactBook
from assistant.rules.rulebook import Rulebook
from assistant.search.search import Searcher

TODAY = date(2020, 6, 15)


class Read(Protocol):
    """Reads a message; what is given stands in the conversation already."""

    def __call__(
        self,
        message: str,
        *,
        asked: str | None = None,
        topics: tuple[str, ...] = (),
        facts: Mapping[str, Any] | None = None,
        regions: tuple[str, ...] = (),
    ) -> Reading: ...


@pytest.fixture(scope="session")
def book(rulebook: Rulebook) -> FactBook:
    return rulebook.book


@pytest.fixture(scope="session")
def tree(corpus: Path) -> RegionTree:
    return load_regions(corpus / "regions.yaml")


@pytest.fixture(scope="session")
def lexicon(corpus: Path) -> Lexicon:
    return load_lexicon(corpus / "lexicon.yaml")


@pytest.fixture(scope="session")
def desk(library: Library, rulebook: Rulebook, tree: RegionTree, lexicon: Lexicon) -> Desk:
    """A desk without a searcher: what is tested here looks nothing up."""
    return Desk(library, rulebook, tree, lexicon, cast(Searcher, None))


@pytest.fixture(scope="session")
def read(library: Library, rulebook: Rulebook, tree: RegionTree, lexicon: Lexicon) -> Read:
    understanding = Understanding(library, rulebook, tree, lexicon)

    def reader(
        message: str,
        *,
        asked: str | None = None,
        topics: tuple[str, ...] = (),
        facts: Mapping[str, Any] | None = None,
        regions: tuple[str, ...] = (),
    ) -> Reading:
        session = Session(asked=asked, topics=topics, facts=dict(facts or {}), regions=regions)
        return understanding.read(message, session, TODAY)

    return reader
