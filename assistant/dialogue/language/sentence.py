"""Where a sentence, a phrase, an item of a list and a part end, in a folded message.

sentence   ends at 。;!?
phrase     ends at a comma too: 甲班、乙班都考过了 is one (LIST_END: and at the colon ahead of a list)
item       ends at 、 too
part       ends at 但, 而且 … too: as far as a 没 reaches
"""

import re

MARK = ",。;!?"
SENTENCE_END = re.compile("[。;!?]")
PHRASE_END = re.compile(f"[{MARK}]")
LIST_END = re.compile(f"[{MARK}:]")
ITEM_END = re.compile(f"[{MARK}、]")
PART_END = re.compile(f"[{MARK}、]|但|而且|另外|还有|以及")
_PHRASE = re.compile(f"[^{MARK}]+[{MARK}]?")


def phrases(text: str) -> list[str]:
    """The phrases of a text, each with the mark that ends it."""
    return _PHRASE.findall(text)


def phrase_at(text: str, position: int) -> str:
    """The phrase that holds a position."""
    start = max(text.rfind(mark, 0, position) for mark in MARK) + 1
    end = PHRASE_END.search(text, position)
    return text[start : end.start() if end else len(text)]


def part_before(text: str, position: int) -> str:
    """What stands before a position in its part of the sentence."""
    return PART_END.split(text[:position])[-1]


def part_behind(text: str, position: int) -> str:
    """What stands behind a position in its part of the sentence."""
    return PART_END.split(text[position:])[0]
