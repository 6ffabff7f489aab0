"""A small invented corpus to break."""

from pathlib import Path

import pytest

from tests.rules.small_corpus import SmallCorpus


@pytest.fixture
def small(tmp_path: Path) -> SmallCorpus:
    return SmallCorpus(tmp_path)
