"""The words that say what a message is: `corpus/lexicon.yaml`."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import Field

from assistant.dialogue.language.dialect import Dialect
from assistant.dialogue.language.words import WordList, word_lists
from assistant.documents.models import Data
from assistant.documents.yaml_file import load_yaml
from assistant.errors import CorpusError

# Lists of which a message is told that it has a word.
FLAGS = (
    "fraud_act",
    "fraud_consequence",
    "personal_status",
    "greetings",
    "thanks",
    "self",
    "domain",
    "training",
)


class Requirement(Data):
    """Something that people ask whether it is asked for.

    `words`: theirs for it; `in_texts`: what a clause says that has to do with it; `facts`: that tell it.
    `demanded`: whether it is asked for by 要不要, 需要, 要求 alone, as people also say that they have it.
    """

    words: tuple[str, ...]
    in_texts: tuple[str, ...]
    facts: tuple[str, ...] = ()
    demanded: bool = False


class Renamed(Data):
    """What the texts call a group of people, and the words that it goes by now."""

    called: str
    now: tuple[str, ...]


class LexiconFile(Data):
    """What the file holds; its comments explain the lists."""

    intents: dict[str, tuple[str, ...]]
    relation: dict[str, tuple[str, ...]]
    unsure: tuple[str, ...]
    unverified: tuple[str, ...]
    made_good: tuple[str, ...]
    yes_words: tuple[str, ...]
    no_words: tuple[str, ...]
    deeds: tuple[tuple[str, ...], ...]
    asking: tuple[str, ...]
    fraud_act: tuple[str, ...]
    fraud_consequence: tuple[str, ...]
    deceived: tuple[str, ...]
    personal_status: tuple[str, ...]
    greetings: tuple[str, ...]
    not_asking: tuple[str, ...]
    thanks: tuple[str, ...]
    self: tuple[str, ...]
    event: tuple[str, ...]
    event_paid_for: tuple[str, ...]
    history: tuple[str, ...]
    not_places: tuple[str, ...]
    origin_before: tuple[str, ...]
    origin_after: tuple[str, ...]
    province: tuple[str, ...]
    homes: dict[str, tuple[str, ...]]
    renamed: dict[str, Renamed]
    domain: tuple[str, ...]
    training: tuple[str, ...]
    kinds: dict[str, tuple[str, ...]]
    dialect: dict[str, tuple[str, ...]]
    requirements: dict[str, Requirement] = Field(default_factory=dict)
    # for searching, see assistant/search/expand.py
    terms: dict[str, tuple[str, ...]] = Field(default_factory=dict)


@dataclass(frozen=True)
class Lexicon:
    """The word lists, ready to search."""

    file: LexiconFile

    @cached_property
    def intents(self) -> dict[str, WordList[str]]:
        """A list per thing that can be asked."""
        return word_lists(self.file.intents)

    @cached_property
    def relation(self) -> dict[str, WordList[str]]:
        """How a message relates to what was said before."""
        return word_lists(self.file.relation)

    @cached_property
    def dialect(self) -> Dialect:
        """Words of the dialects, and what they say in the common language."""
        return Dialect(self.file.dialect)

    @cached_property
    def lists(self) -> dict[str, WordList[str]]:
        """The plain lists by name."""
        names = (*FLAGS, "not_asking", "deceived", "event", "event_paid_for", "history", "province")
        return word_lists({name: getattr(self.file, name) for name in names})


def load_lexicon(path: Path) -> Lexicon:
    """Read `lexicon.yaml`. Raises CorpusError where it is wrong."""
    try:
        return Lexicon(LexiconFile.model_validate(load_yaml(path, dict)))
    except ValueError as error:
        raise CorpusError(path.name, str(error)) from error
