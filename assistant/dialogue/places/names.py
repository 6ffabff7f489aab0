"""What a message names: places, topics of training, and documents.

Places and topics that are misspelled by their sound are put right; the text without places is read on.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.dialogue.facts.fact_reader import FactReader
from assistant.dialogue.facts.said import open_question
from assistant.dialogue.language.homophones import SHORTEST_WORD, Sounds, respell
from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.language.topic_words import TopicWords
from assistant.dialogue.language.words import Found, WordList, blanked
from assistant.dialogue.models import Session
from assistant.dialogue.places.asked_places import Places, Talk, read_places
from assistant.documents.document_numbers import find_document_numbers
from assistant.documents.library import Library
from assistant.documents.models import Policy
from assistant.documents.regions import RegionTree
from assistant.rules.conditions import comparisons
from assistant.rules.facts import Value
from assistant.rules.rulebook import Rulebook
from assistant.search.tokens import fold

# A single digit may be a day (6号开班); with 文 or 文件 behind it, it is a document.
_LAST_PART = re.compile(r"(?<![月\d〕\])])(?P<number>\d{2,4}(?=号)|\d(?=号(?:文|通知|方案|办法)))")
# 2024年省方案 · 2025到2027那个方案: a document by its year. 2025年的政策 may be any that runs in it.
_BY_YEAR = re.compile(
    r"(20\d\d)年?(?:[-—~到至](?:20)?\d\d年?)?(?:的|[那这](?:个|份)?|省里?|全省|出台|出|印发|发|版)*(?:方案|办法|文件|通知)"
)


@dataclass(frozen=True)
class Named:
    """What a message names."""

    text: str  # with places and topics in their own spelling
    bare: str  # the same without the names of places
    places: Places
    topics: tuple[Found[str], ...]  # topic ids, those that are not held here too


class Names:
    """Finds what is named with the words of the corpus."""

    def __init__(
        self, library: Library, rulebook: Rulebook, regions: RegionTree, lexicon: Lexicon, facts: FactReader
    ) -> None:
        self._library = library
        self._rulebook = rulebook
        self._regions = regions
        self._lexicon = lexicon
        self._facts = facts
        self._topics = TopicWords(rulebook.topics.values())
        # 已经领了岗前培训补贴: what was had is no topic of the question.
        self._had = frozenset(fact for rule in rulebook.rules for fact in rule.benefit.excluded_by)
        self._held = tuple(dict.fromkeys(policy.about.region for policy in library.policies))
        ordinary = "\n".join((*lexicon.file.not_places, *(fold(policy.text) for policy in library.policies)))
        asked = {
            whole: {
                c.fact
                for rule in rulebook.rules
                if rule.policy.about.region.endswith("0000") == whole
                for c in comparisons(rule.benefit.when)
            }
            for whole in (True, False)
        }
        self._of_province = asked[True] - asked[False]
        self._place_sounds = Sounds(
            (self._regions.region(code).name.rstrip("省市区县") for code in self._held), ordinary
        )
        words = (w for topic in rulebook.topics.values() if topic.elsewhere is None for w in topic.words)
        self._topic_sounds = Sounds(
            (word for word in words if len(word) >= SHORTEST_WORD and "…" not in word), ordinary
        )
        kinds = [spec for spec in rulebook.book if spec.splits and spec.kind == "choice"]
        named = (word for spec in kinds for words in spec.choices.values() for word in words)
        certificates = (
            w for spec in rulebook.book if spec.kind == "yes_no" and spec.awarded for w in spec.words
        )
        # 初级工, but not 五级, which sounds like much else; 特种作业操做证
        kinds_named = (w for w in named if len(w) > 2 and w.isalpha())
        long_ones = (w for w in certificates if len(w) > SHORTEST_WORD and w.isalpha())
        self._kind_sounds = Sounds((*kinds_named, *long_ones), ordinary)
        self._titles = WordList(
            (name, policy.id) for policy in library.policies for name in _names_of(policy)
        )

    def find(self, text: str, session: Session) -> Named:
        """What a folded text names.

        Where nothing of a kind is named, nor talked about already, names are looked for by their sound.
        """
        talk = self._talk(text, session)
        places = read_places(text, self._regions, self._held, self._lexicon, talk)
        if not places.matters and (not session.regions or _TURNS.match(text)):
            text = respell(text, self._place_sounds)
            places = read_places(text, self._regions, self._held, self._lexicon, talk)
        # 高及技师 holds 技师, and is 高级技师
        text = respell(text, self._kind_sounds)
        bare, named = self._topics_in(text, places, session)
        if not named and not session.topics:
            text = respell(text, self._topic_sounds)
            bare, named = self._topics_in(text, places, session)
            here = self._topics_of(region.code for region in places.matters) if places.matters else None
            named = named or self._people_of(bare) or self._topics.hinted(bare, here)
        return Named(text, bare, places, tuple(named))

    def is_elsewhere(self, topic: str) -> bool:
        """Whether the corpus does not hold a topic."""
        return self._rulebook.topics[topic].elsewhere is not None

    def policies(self, text: str) -> tuple[str, ...]:
        """The policies named by title, by whole number, or by its last part (141号文)."""
        squeezed = re.sub(r"\s", "", text)
        named = [found.meaning for found in self._titles.find(squeezed)]
        whole = find_document_numbers(squeezed)
        tails = {match["number"] for match in _LAST_PART.finditer(squeezed)}
        for policy in self._library.policies:
            number = fold(policy.about.document_number or "")
            tail = re.search(r"(\d+)号$", number)
            if tail and (tail[1] in tails or any(other.endswith(number) for other in whole)):
                named.append(policy.id)
        return tuple(dict.fromkeys(named or self._of_the_year(squeezed)))

    def _of_the_year(self, text: str) -> list[str]:
        """The only policy of its year, where the place that the text names, or its province, has several."""
        years = {match[1] for match in _BY_YEAR.finditer(text)}
        here = [code for code in self._held if self._regions.region(code).name.rstrip("省市区县") in text]
        own = [p for p in self._library.policies if p.about.region in (here or self.province(text, {}))]
        dated = [
            p.id for p in own if any(year in f"{p.about.title}{p.about.document_number}" for year in years)
        ]
        return dated if len(own) > len(dated) == 1 else []

    def province(self, text: str, facts: Mapping[str, Value]) -> tuple[str, ...]:
        """The province that 省里 means: the only one of which a policy is held, or none.

        省级 means it too where something was said that no other place's rules ask for.
        """
        held = tuple(code for code in self._held if code.endswith("0000"))
        its_own = "省级" in text and facts.keys() & self._of_province
        return held if len(held) == 1 and (its_own or text in self._lexicon.lists["province"]) else ()

    def _talk(self, text: str, session: Session) -> Talk:
        """What tells where somebody comes from, or belongs, from the place that is asked about."""
        asked = open_question(self._rulebook.book, session)
        of_homes = asked is not None and (asked.of_place or bool(asked.homes))
        return Talk(session.regions, bool(self.origins_asked(text, session)), of_homes)

    def origins_asked(self, text: str, session: Session) -> set[str]:
        """The facts of where people come from of which the text, or what was said before, speaks."""
        origins = {spec.id for spec in self._rulebook.book if spec.origin_places}
        every = (*session.topics, *(topic for group in session.groups for topic in group.topics))
        topics = (self._rulebook.topics[topic] for topic in every)
        before = {session.asked, *(fact for topic in topics for fact in topic.implied_by)}
        return {fact for fact in origins if fact in before or self._facts.spans(text, {fact})}

    def _topics_of(self, regions: Iterable[str], *, own: bool = False) -> set[str]:
        """The topics on which there is a rule in one of the places.

        `own`: those of what is nearest to it only, of Jinjiang not what the province has.
        """
        contains = self._regions.contains
        over = {code: [held for held in self._held if contains(held, code)] for code in regions}
        nearest = {
            code: max(held, key=lambda one: len(self._regions.ancestors(one)))
            for code, held in over.items()
            if held
        }
        meant = set(nearest.values()) if own else {one for held in over.values() for one in held}
        return {rule.benefit.topic for rule in self._rulebook.rules if rule.policy.about.region in meant}

    def _people_of(self, text: str) -> list[Found[str]]:
        """The topics of which people are named, but where a level or another kind says what they did."""
        topics = self._rulebook.topics
        facts = {fact for topic in topics.values() for fact in topic.implied_by}
        named = self._topics.of_people(text)
        return [f for f in named if not self._facts.spans(text, facts - {*topics[f.meaning].implied_by})]

    def _topics_in(self, text: str, places: Places, session: Session) -> tuple[str, list[Found[str]]]:
        """The text without names of places, and the topics named in it; what was had is no topic."""
        bare = blanked(text, places.spans)
        # 职业技能提升工程方案 names a document, and no training.
        documents = (*self._titles.find(bare), *self._lexicon.lists["not_asking"].find(bare))
        spans = (*self._facts.spans(bare, self._had), *((found.start, found.end) for found in documents))
        rest = blanked(bare, spans)
        matters = [region.code for region in places.matters]
        where = matters or session.regions or self.province(text, {})
        return bare, self._topics.named(rest, self._topics_of(where, own=True))


# 换成衢洲: a place is named, however it is spelled.
_TURNS = re.compile("(?:那|要是|如果)?(?:换|改)(?:成|到|作|做)")


def _names_of(policy: Policy) -> list[str]:
    about = policy.about
    return [fold(name) for name in (about.title, about.short_title, *about.aliases)]
