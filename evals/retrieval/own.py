"""The project's own corpus: where each question is looked for, and what the assistant refuses."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from assistant.bootstrap import Assistant
from assistant.dialogue.answers.selection import policies_for
from assistant.dialogue.models import Reply, Session
from assistant.search.dense import Embedder
from assistant.search.expand import Expander, load_terms
from assistant.search.question_bank import load_question_bank
from assistant.settings import Settings
from evals.retrieval.questions import Question
from evals.retrieval.ways import Collection
from evals.scorers import REFUSALS

AS_OF = date(2025, 6, 1)


@dataclass(frozen=True)
class Refusal:
    """A question that was put to the assistant: whether it said that nothing answers, or asked back."""

    id: str
    refused: bool
    asked_back: bool


def collection(assistant: Assistant, settings: Settings, embedder: Embedder | None) -> Collection:
    """What the assistant searches, with everything that it searches by."""
    library = assistant.library
    return Collection(
        tuple(library.clauses()),
        {policy.id: policy.about.title for policy in library.policies},
        load_question_bank(settings.corpus, library),
        Expander(load_terms(settings.corpus / "lexicon.yaml")),
        embedder,
        shipped=assistant.conversation.desk.searcher,
    )


def placed(assistant: Assistant, questions: Iterable[Question]) -> list[Question]:
    """The questions with the policies that a conversation would search, by what their own words name.

    The place that a question's file notes is not used: to read it is part of finding.
    """
    desk, found = assistant.conversation.desk, []
    for question in questions:
        reading = assistant.conversation.understanding.read(question.text, Session(), AS_OF)
        named = reading.policies or tuple(policy.id for policy in policies_for(desk, reading.regions))
        found.append(replace(question, policies=named))
    return found


def speaks_for(assistant: Assistant, policy_id: str, place: str) -> bool:
    """Whether a policy holds in a place (code)."""
    policy = assistant.library.get(policy_id)
    return policy is not None and assistant.regions.contains(policy.about.region, place)


def put(assistant: Assistant, questions: Iterable[tuple[str, str]]) -> list[Refusal]:
    """Put questions (id and text) to the assistant, each in a conversation of its own."""
    replies = ((name, assistant.ask(text, as_of=AS_OF)) for name, text in questions)
    return [Refusal(name, refuses(reply), reply.status == "needs_facts") for name, reply in replies]


def refuses(reply: Reply) -> bool:
    """Whether a reply says that nothing answers; so does one that rests on nothing and asks nothing."""
    rests_on_nothing = reply.status == "answered" and not reply.citations and not reply.benefits
    return reply.status in REFUSALS or rests_on_nothing
