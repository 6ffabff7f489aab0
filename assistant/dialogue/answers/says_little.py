"""Messages that say too little to be looked up: 补贴 · 我在晋江."""

import re

from assistant.dialogue.answers.desk import Desk
from assistant.dialogue.answers.nearest_clauses import finds_little
from assistant.dialogue.language.words import BLANK
from assistant.dialogue.reading import Reading
from assistant.documents.models import Policy

# So few words about money name no training: which one is meant is asked, rather than searched for.
FEW_WORDS = 6
# Whether the text speaks of something.
IS_WRITTEN = re.compile(
    "(?:里面?|上面?)?(?:(?:有没有|有|没)?(?:提到|提及|讲到|说到|写到|写明|提)(?:过|了)?(?:没有?|吗|么)?"
    "|(?:写|说|讲|提)[了过]?没有?)"
)
FILLERS = frozenset("不对说我们您人家在是住的这那边里儿呢吗啊有什么啥事想问,。!? ")


def is_vague(desk: Desk, reading: Reading, policies: tuple[Policy, ...]) -> bool:
    """补贴 · 能补吗: a question for money that a clause does not answer, either."""
    return len(reading.text) <= FEW_WORDS or finds_little(desk, reading, policies)


def names_place_only(reading: Reading) -> bool:
    """我在晋江 · 衢州有什么 · 平潭有没有提到."""
    return bool(reading.regions) and set(IS_WRITTEN.sub("", reading.bare)) <= FILLERS | {BLANK}
