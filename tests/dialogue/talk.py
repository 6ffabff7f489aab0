"""A conversation on the corpus as it stands, with an index in memory."""

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from assistant.bootstrap import _asked, _beside
from assistant.dialogue.answers.desk import Answer, Desk
from assistant.dialogue.converse import Conversation
from assistant.dialogue.language.lexicon import load_lexicon
from assistant.dialogue.models import Session
from assistant.dialogue.understand import Understanding
from assistant.dialogue.verify import faults
from assistant.documents.library import load_library
from assistant.documents.regions import load_regions
from assistant.rules.rulebook import load_rulebook
from assistant.search.expand import Expander
from assistant.search.question_bank import load_question_bank
from assistant.search.search import build_in_memory
from assistant.search.two_banks import TwoBanks
from assistant.settings import Settings

JUNE_2020 = date(2020, 6, 15)


@cache
def conversation() -> Conversation:
    settings = Settings(corpus=Path(__file__).parents[2] / "corpus")
    library = load_library(settings.corpus)
    rulebook = load_rulebook(settings.corpus, library)
    regions = load_regions(settings.corpus / "regions.yaml")
    lexicon = load_lexicon(settings.corpus / "lexicon.yaml")
    bank = load_question_bank(settings.corpus, library)
    searcher = build_in_memory(library.clauses(), **_beside(settings, library, bank))
    searcher = searcher.expanding(Expander(lexicon.file.terms))
    banks = TwoBanks(build_in_memory(**_asked(bank, rulebook.topics)))
    desk = Desk(library, rulebook, regions, lexicon, searcher, banks)
    return Conversation(desk, Understanding(library, rulebook, regions, lexicon))


class Talk:
    """One person talking on one day; every answer has passed the last look."""

    def __init__(self, today: date = JUNE_2020) -> None:
        self.today = today
        self.session = Session()

    def say(self, *messages: str) -> Answer:
        """The answer to the last of the messages."""
        answer: Answer | None = None
        for message in messages:
            answer, self.session = conversation().turn(message, self.session, today=self.today)
            assert not faults(answer), faults(answer)
        assert answer is not None
        return answer


def answer_to(*messages: str, on: date = JUNE_2020) -> Answer:
    """The answer to the last of the messages of a conversation of its own."""
    return Talk(on).say(*messages)


def what_all_get(rule: str, *messages: str) -> Decimal | None:
    """The most that all whom the messages name get by a rule: of several groups the total, else of the one."""
    answer = answer_to(*messages)
    totals = [one.entitlement for one in answer.totals if one.entitlement.rule.benefit.id == rule]
    alone = [e for e in answer.entitlements if e.rule.benefit.id == rule and e.outcome != "ineligible"]
    [told] = totals or alone
    assert told.amount is not None
    return told.amount.high
