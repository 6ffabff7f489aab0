"""Messages that say too little to be looked up: 补贴 · 我在晋江."""

from assistant.dialogue.desk import Desk
from assistant.dialogue.nearest_clauses import finds_little
from assistant.dialogue.reading import Reading
from assistant.dialogue.words import BLANK
from assistant.documents.models import Policy

# So few words about money name no training: which one is meant is asked, rather than searched for.
FEW_WORDS = 6
FILLERS = frozenset("不对说我们您人家在是住的这那边里儿呢吗啊有什么啥事想问,。!? ")


def is_vague(desk: Desk, reading: Reading, policies: tuple[Policy, ...]) -> bool:
    """补贴 · 能补吗: a question for money that a clause does not answer, either."""
    return len(reading.text) <= FEW_WORDS or finds_little(desk, reading, policies)


def names_place_only(reading: Reading) -> bool:
    """我在晋江 · 衢州有什么."""
    return bool(reading.regions) and set(reading.bare) <= FILLERS | {BLANK}
