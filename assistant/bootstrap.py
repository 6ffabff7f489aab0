"""Wiring: one object that answers, made from settings. Everything outside calls this and nothing deeper."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any, TypedDict

from assistant.clock import now
from assistant.dialogue.answers.desk import Desk
from assistant.dialogue.answers.facts_form import facts_so_far, read_correction
from assistant.dialogue.answers.policy_text import explain_policy
from assistant.dialogue.answers.selection import applicable
from assistant.dialogue.compose import benefit_out, clause_out, compose, policy_out, search_hits
from assistant.dialogue.converse import Conversation
from assistant.dialogue.language.admit import admit_question
from assistant.dialogue.language.lexicon import load_lexicon
from assistant.dialogue.models import BenefitOut, ClauseOut, PolicyOut, PolicyText, Reply, SearchHit
from assistant.dialogue.records.receipt import Receipt, admit_answer_id, answer_id, receipt, record
from assistant.dialogue.understand import Understanding
from assistant.dialogue.verify import faults, safe_answer
from assistant.documents.library import Library, fingerprint, load_library
from assistant.documents.models import Clause, Policy
from assistant.documents.regions import RegionTree, load_regions
from assistant.documents.serving import keep_serving, serving_mark
from assistant.errors import AssistantError, BadInput
from assistant.rules.assess import assess, with_implied
from assistant.rules.models import Topic
from assistant.rules.rulebook import Rulebook, load_rulebook
from assistant.search.highlight import Highlighter
from assistant.search.question_bank import load_question_bank
from assistant.search.two_banks import Bank, TwoBanks, documents
from assistant.search.vectors import Progress
from assistant.settings import BUNDLED_MODEL, Settings

if TYPE_CHECKING:
    from assistant.dialogue.records.answer_store import AnswerStore
    from assistant.dialogue.records.feedback import Feedback
    from assistant.dialogue.records.sessions import SessionStore
    from assistant.search.dense import Embedder

log = logging.getLogger(__name__)

QUESTIONS = "questions"  # the index of the questions, in a folder of the indexes' own


@dataclass(frozen=True)
class Calculator:
    """Rules without conversation: facts in, benefits out. It needs no index and no database."""

    library: Library
    rulebook: Rulebook
    regions: RegionTree

    def calculate(
        self, facts: Mapping[str, Any], *, region: str | None, as_of: date, benefit: str | None = None
    ) -> list[BenefitOut]:
        """Every benefit of the region's policies, or the one named, on the facts (as in facts.yaml).

        Without a region, all policies. Raises BadInput for an unknown fact, value, region or benefit.
        """
        book = self.rulebook.book
        known = with_implied(book.parse(facts), book)
        event = known.get("event_date")
        on = event if isinstance(event, date) else as_of
        rules = self.rulebook.rules
        if benefit is not None:
            rules = tuple(rule for rule in rules if rule.benefit.id == benefit)
            if not rules:
                raise BadInput(f"没有“{benefit[:60]}”这一项补贴。")
        if region is not None:
            held = applicable(self.library, self.regions, self.find_region(region))
            rules = tuple(rule for rule in rules if rule.policy in held)
        return [benefit_out(assess(rule, known, book, on=on), today=as_of) for rule in rules]

    def find_region(self, name: str) -> str:
        """The code of a place. Raises BadInput where there is none of that name, or several."""
        found = self.regions.find(name)
        held = {policy.about.region for policy in self.library.policies}
        own = [region for region in found if region.code in held] or found
        if not own:
            raise BadInput(f"不认识的地区：{name[:40]}。请写全称，例如“晋江市”。")
        if len(own) > 1:
            names = "、".join(self.regions.full_name(region.code) for region in own[:5])
            raise BadInput(f"有好几个地方叫“{name[:40]}”：{names}。请写全称。")
        return own[0].code


@dataclass(frozen=True)
class Assistant(Calculator):
    """Answers questions, searches clauses, computes benefits."""

    conversation: Conversation
    sessions: "SessionStore"
    answers: "AnswerStore | None" = None  # None: answers are given and not kept
    corpus: str = ""  # the fingerprint of what is answered from
    clock: Callable[[], datetime] = now

    def ask(
        self,
        question: str | None,
        *,
        session_id: str | None = None,
        region: str | None = None,
        as_of: date,
        facts: Mapping[str, Any] | None = None,
    ) -> Reply:
        """Answer a message of a conversation on a day.

        `question` None: the last answer again, on the facts as a form has corrected them. `region`: the place
        of the page, used where nobody names one. `facts`: what a form knows, null to forget what was said.
        Raises BadInput, in Chinese, and changes nothing, where the request cannot be used.
        """
        correction = read_correction(facts or {}, self.rulebook.book, self.find_region)
        default = None if region is None else self.find_region(region)
        if question is not None or not facts:
            admit_question(question or "")
        with self.sessions.turn(session_id, self.clock()) as turn:
            before = correction.apply(turn.session, self.rulebook.book)
            answer, turn.session = self.conversation.turn(
                question, before, today=as_of, default_region=default
            )
            told = facts_so_far(turn.session, self.conversation.desk)
        if wrong := faults(answer):
            # The figures and clauses are public; the question, which is not, stays out of the log.
            log.error("answer withheld: %s", "; ".join(wrong))
            answer = safe_answer()
        reply = compose(answer, session_id=turn.session_id, on=as_of, facts=told)
        content = record(
            reply, answer.entitlements, self.rulebook.book, corpus=self.corpus, on=as_of
        ).model_dump_json()
        key = answer_id(content)
        if self.answers is not None:
            self.answers.keep(key, content, self.clock())
        return reply.model_copy(update={"answer_id": key})

    def replay(self, written: str, *, today: date) -> Receipt:
        """An answer that was given before, by its id: word for word, with what has changed since.

        Raises BadInput where the id is none or nothing is kept under it.
        """
        key = admit_answer_id(written)
        kept = None if self.answers is None else self.answers.find(key, self.clock())
        if kept is None:
            raise BadInput(f"没有编号为 {key} 的答复，或者已经过了保存期限。")
        return receipt(kept, key, self.library, self.rulebook, corpus=self.corpus, today=today)

    def search(
        self, query: str, *, region: str | None = None, as_of: date, limit: int = 10
    ) -> list[SearchHit]:
        """The clauses that come nearest to a query: of the region, or of the places that the query names.

        A place that no policy is held for has none. Raises BadInput for what cannot be read.
        """
        code = None if region is None else self.find_region(region)
        hits = self.conversation.search(query, region=code, on=as_of, limit=limit)
        mark = self._highlighter.spans
        return search_hits(hits, query, policy_of=self.conversation.desk.policy_of, mark=mark, on=as_of)

    @cached_property
    def _highlighter(self) -> Highlighter:
        """Made when first searched: the shell, which only asks, does not wait for a dictionary."""
        return Highlighter(self.conversation.desk.lexicon.file.terms)

    def policies(self, *, as_of: date) -> list[PolicyOut]:
        """Every policy and where it stands on a day."""
        return [
            policy_out(policy, self.regions.full_name(policy.about.region), as_of)
            for policy in self.library.policies
        ]

    def places(self) -> tuple[str, ...]:
        """The places that policies are held of, the narrowest first."""
        return self.conversation.desk.held_places()

    def keep_feedback(self, feedback: "Feedback") -> None:
        """Keep what somebody says of an answer. Raises BadInput where it speaks of no rule or clause held."""
        from assistant.dialogue.records.feedback import FeedbackStore

        for rule in feedback.rules:
            if self.rulebook.rule(rule) is None:
                raise BadInput("反馈里有不认识的补贴。")
        for clause in feedback.clauses:
            policy_id, _, path = clause.partition("/")
            if self.library.clause(policy_id, path) is None:
                raise BadInput("反馈里有不认识的条款。")
        FeedbackStore(self.sessions.engine).keep(feedback, self.clock())

    def policy_text(self, policy_id: str, *, as_of: date) -> PolicyText:
        """A policy's whole text, its amounts explained. Raises BadInput where there is no such policy."""
        policy = self._policy(policy_id)
        about = policy_out(policy, self.regions.full_name(policy.about.region), as_of)
        return explain_policy(policy, about, self.rulebook.files.get(policy_id), as_of)

    def clause(self, policy_id: str, path: str) -> ClauseOut:
        """A clause by its path. Raises BadInput where there is no such policy or clause."""
        return clause_out(self._policy(policy_id), path)

    def _policy(self, policy_id: str) -> Policy:
        policy = self.library.get(policy_id)
        if policy is None:
            raise BadInput(f"没有收录“{policy_id[:60]}”这份政策。")
        return policy


def open_calculator(settings: Settings) -> Calculator:
    """The rules alone. Raises CorpusError."""
    library = load_library(settings.corpus)
    return Calculator(
        library, load_rulebook(settings.corpus, library), load_regions(settings.corpus / "regions.yaml")
    )


def build(settings: Settings, *, progress: Progress = lambda stage, done, total: None) -> str:
    """Build the search index where it is missing or stale; the name of the version in service.

    A copy of the corpus is kept beside it, for `policies impact` to compare an edited one with.

    `progress` is told what is done, how much of it and of how much.
    Raises CorpusError, or StaleIndexError where what was built does not hold up.
    """
    from assistant.search.index import build_index, current_version

    library = load_library(settings.corpus)
    bank = load_question_bank(settings.corpus, library)
    topics = load_rulebook(settings.corpus, library).topics
    build_index(settings.indexes / QUESTIONS, **_asked(bank, topics), progress=progress)
    build_index(settings.indexes, library.clauses(), **_beside(settings, library, bank), progress=progress)
    keep_serving(settings.corpus, settings.indexes)
    return current_version(settings.indexes) or ""


class _Asked(TypedDict):
    clauses: list[Clause]
    embedder: "Embedder"


def _asked(bank: Bank, topics: Mapping[str, Topic]) -> _Asked:
    """What is indexed of the questions that are answered here and of those that are not.

    Their model is always the bundled one: the weights in assistant/search/abstain.py are for its cosines.
    """
    from assistant.search.dense import open_embedder

    elsewhere = {topic.id: topic.questions for topic in topics.values() if topic.elsewhere is not None}
    return {"clauses": documents(bank, elsewhere), "embedder": open_embedder(BUNDLED_MODEL)}


class _Beside(TypedDict):
    titles: dict[str, str]
    extra: dict[str, str]
    embedder: "Embedder"


def _beside(settings: Settings, library: Library, bank: Bank) -> _Beside:
    """What is indexed beside the clauses' own text, titles and question bank, and the model that reads it."""
    from assistant.search.dense import open_embedder

    return {
        "titles": {policy.id: policy.about.title for policy in library.policies},
        "extra": {clause: "\n".join(questions) for clause, questions in bank.items()},
        "embedder": open_embedder(settings.embedding_model),
    }


def open_assistant(
    settings: Settings, *, sessions: "SessionStore | None" = None, answers: "AnswerStore | None" = None
) -> Assistant:
    """Everything. Raises CorpusError, SettingsError, or StaleIndexError where the index is to be built.

    `sessions`, `answers`: stores that are open already.
    """
    from assistant.dialogue.records.answer_store import AnswerStore
    from assistant.dialogue.records.sessions import SessionStore
    from assistant.search.expand import Expander
    from assistant.search.index import open_index

    base = open_calculator(settings)
    lexicon = load_lexicon(settings.corpus / "lexicon.yaml")
    bank = load_question_bank(settings.corpus, base.library)
    index = open_index(settings.indexes, base.library.clauses(), **_beside(settings, base.library, bank))
    banks = TwoBanks(open_index(settings.indexes / QUESTIONS, **_asked(bank, base.rulebook.topics)))
    desk = Desk(
        base.library,
        base.rulebook,
        base.regions,
        lexicon,
        index.expanding(Expander(lexicon.file.terms)),
        banks,
    )
    understanding = Understanding(base.library, base.rulebook, base.regions, lexicon)
    sessions = sessions or SessionStore(
        settings.database_url, hours=settings.session_hours, wait_seconds=settings.turn_wait_seconds
    )
    if answers is None and settings.answer_days:
        answers = AnswerStore(settings.database_url, days=settings.answer_days)
    return Assistant(
        base.library,
        base.rulebook,
        base.regions,
        Conversation(desk, understanding),
        sessions,
        answers,
        fingerprint(settings.corpus),
    )


class LatestAssistant:
    """What a server calls for the assistant of the index in service: `latest().ask(…)`.

    When the pointer of the index moves, or rules alone were put into service, whoever calls next opens corpus
    and index anew, while all others go on with the old ones. Where the new ones cannot be opened everybody
    does, and the log says why.
    """

    def __init__(self, settings: Settings) -> None:
        """Raises what `open_assistant` raises."""
        self._settings = settings
        self._opening = Lock()
        # Read before opening: a pointer that moves meanwhile is seen by the first call.
        self._version = self._in_service()
        self._assistant = open_assistant(settings)

    def __call__(self) -> Assistant:
        """The assistant to answer with; ask for it anew for each request."""
        version = self._in_service()
        if version in (self._version, None) or not self._opening.acquire(blocking=False):
            return self._assistant
        try:
            self._version = version
            before = self._assistant
            self._assistant = open_assistant(self._settings, sessions=before.sessions, answers=before.answers)
            log.info("index %s is in service", version)
        except (AssistantError, OSError) as error:
            log.error("index %s cannot be opened, the one before it stays in service: %s", version, error)
        finally:
            self._opening.release()
        return self._assistant

    def _in_service(self) -> str | None:
        """The versions of both indexes and the mark of the corpus; None where an index is missing."""
        from assistant.search.index import current_version

        clauses = current_version(self._settings.indexes)
        questions = current_version(self._settings.indexes / QUESTIONS)
        mark = serving_mark(self._settings.indexes)
        return f"{clauses} + {questions} + {mark}" if clauses and questions else None
