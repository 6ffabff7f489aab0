"""A message on its way to a Reading: how it is put, then what it tells."""

from dataclasses import dataclass

from assistant.dialogue.fact_reader import FactReading
from assistant.dialogue.parts import Group
from assistant.dialogue.places import Places
from assistant.dialogue.said import Said
from assistant.dialogue.words import Found


@dataclass(frozen=True)
class Message:
    """A message in the spelling in which it is read, and what it names."""

    everybody: str  # folded, in the common language, of all whom it counts
    text: str  # the same of those who are left when some are out, names in their own spelling
    bare: str  # the same without the names of places
    places: Places
    topics: tuple[Found[str], ...]  # that are held here
    outside: tuple[Found[str], ...]  # that are not
    private: bool
    together: bool  # whether it asks for all who were told of one after another
    corrects: bool  # whether words say that something told before was wrong
    of_fewer: bool  # whether some of whom it names are out
    left_out: int  # how many, where that is one number

    @property
    def topic_ids(self) -> tuple[str, ...]:
        """The topics that are held here, each once."""
        return tuple(dict.fromkeys(span.meaning for span in self.topics))


@dataclass(frozen=True)
class Told:
    """What a message says, word by word."""

    said: tuple[Said, ...]
    groups: tuple[Group, ...]  # of people, and what is said of each
    shared: tuple[Said, ...]  # what is said of all
    numbers: FactReading
    adds: bool  # people of another kind, beside those named before
