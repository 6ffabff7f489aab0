"""Reading facts out of a folded message: words, then numbers with units.

签了两年劳动合同 → contract_months 24      没交养老保险 → pension_insured no
中级工 → certificate_level 四级            合同不清楚 → contract_months 不清楚
要不要交社保 → nothing                     课时加到50 → class_hours 50
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from assistant.dialogue.facts.acts import Acts
from assistant.dialogue.facts.certificates import asks_for_all, without_counts_of_certificates
from assistant.dialogue.facts.described import without_described
from assistant.dialogue.facts.each import without_sum_of_all
from assistant.dialogue.facts.fact_numbers import FactNumbers
from assistant.dialogue.facts.fact_words import FactWords, Words
from assistant.dialogue.facts.had_before import had_for_same_level, level_had, without_had_for_another
from assistant.dialogue.facts.money_had import money_had
from assistant.dialogue.facts.said import Said, present
from assistant.dialogue.facts.taken_back import by_now, without_only_named
from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.language.quantities import Mention, find_quantities
from assistant.dialogue.language.sentence import PART_END
from assistant.rules.facts import UNSURE, FactBook, FactSpec, Value

# 考证花了1200, 学费2000: what it costs is no sum that is asked about.
_SPENT = re.compile(
    "(?:(?<!不用)(?<!不)(?:花|掏|付|交|缴|垫|自费)(?:了|掉|去|出|过|的)*|(?:学|报名|考试|考证|培训|材料|鉴定)费(?:用|是|要|都|也|就|交了)*)"
    "(?:大概|差不多|将近|总共|一共|我们?|[快近])*$"
)


@dataclass(frozen=True)
class FactReading:
    """Every fact that a message says, left to right, and the numbers that say none by themselves."""

    said: tuple[Said, ...]
    idle: tuple[Mention, ...]

    def figures(self, text: str, used: Collection[Mention] = ()) -> tuple[Decimal, ...]:
        """Money that is no fact of its own, but for what was used and what somebody spent."""
        sums = (m for m in self.idle if m.kind == "money" and m.quantity.is_exact and m not in used)
        return tuple(m.quantity.low for m in sums if not _SPENT.search(text[: m.start]))


class FactReader:
    """Reads facts by the words, phrases and cues of `facts.yaml`."""

    def __init__(self, book: FactBook, lexicon: Lexicon) -> None:
        self._book = book
        self._lexicon = lexicon
        self._words = FactWords(book, lexicon)
        self._numbers = FactNumbers(book, lexicon)
        self._acts = Acts(book, lexicon)

    def read(
        self,
        text: str,
        topics: Collection[str],
        asked: FactSpec | None = None,
        before: Mapping[str, Value] = MappingProxyType({}),
    ) -> FactReading:
        """The facts of a message.

        `topics`: what is talked about; `asked`: the question that is open; `before`: facts said before.
        """
        words, mentions = _untangled(self._words.find(text, topics), find_quantities(text))
        said = self._words.read(text, words, before)
        numbers, idle = self._numbers.read(text, mentions, topics, {s.fact for s in said}, asked, before)
        numbers = by_now(text, numbers, [*said, *numbers], self._book, self._lexicon)
        # 培训两次，一年最多领多少: the number, and not what the words mean without one
        counted = {item.fact for item in numbers if self._book[item.fact].kind == "count"}
        said = [item for item in said if item.fact not in counted]
        acts = self._acts.read(text, topics, before.keys(), [word.start for word in words])
        # 没交社保，交的是农保: what is denied is not left open by what was done instead.
        denied = {item.fact for item in said if item.value is False}
        acts = [act for act in acts if not (act.value == UNSURE and act.fact in denied)]
        # 灵活就业自己交的社保 is no plain yes.
        doubted = [(act.fact, act.end) for act in acts if act.value == UNSURE]
        said = [
            item
            for item in said
            if item.value is not True
            or not any(
                item.fact == fact and end <= item.start and not PART_END.search(text, end, item.start)
                for fact, end in doubted
            )
        ]
        # 没经过主管部门同意 holds the words for consent.
        said = [item for item in said if not any(_is_inside(item, act) for act in acts)]
        had = had_for_same_level(text, said, self._lexicon, before.get("certificate_level"))
        had += level_had(text, said)
        had += money_had(text, self._book, self._lexicon, topics)
        said = without_had_for_another(said, had)
        everything = sorted((*said, *numbers, *acts, *had), key=lambda s: s.start)
        everything = without_only_named(text, without_described(text, everything), self._book, self._lexicon)
        now = present(text, everything, self._book, every_one=asks_for_all(text))
        now = without_sum_of_all(text, now, before, asked.id if asked else None, self._book)
        return FactReading(tuple(without_counts_of_certificates(text, now, self._book)), tuple(idle))

    def spans(self, text: str, facts: Collection[str]) -> tuple[tuple[int, int], ...]:
        """Where words of these facts stand, and what tells that their money was had."""
        had = money_had(text, self._book, self._lexicon)
        return tuple(
            (found.start, found.end) for found in self._words.find(text) if found.meaning[0] in facts
        ) + tuple((item.start, item.end) for item in had if item.fact in facts)

    def origin_facts(self, code: str) -> list[str]:
        """Facts that are true of people who come from a region (新疆籍)."""
        return [spec.id for spec in self._book if f"{code[:2]}0000" in spec.origin_places]


def _is_inside(item: Said, act: Said) -> bool:
    return item.fact == act.fact and act.start <= item.start and item.end <= act.end


def _untangled(words: Words, mentions: list[Mention]) -> tuple[Words, list[Mention]]:
    """Where a word and a number share characters, the one that holds the other stays: 4050人员; 2|个人."""
    clashes = [(w, m) for w in words for m in mentions if w.start < m.end and m.start < w.end]
    longer = [(w, m) for w, m in clashes if w.start <= m.start and m.end <= w.end]
    lost_mentions = {id(m) for _, m in longer}
    lost_words = {id(w) for w, m in clashes if id(m) not in lost_mentions}
    return [w for w in words if id(w) not in lost_words], [m for m in mentions if id(m) not in lost_mentions]
