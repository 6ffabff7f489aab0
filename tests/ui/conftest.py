"""A client around an assistant that writes down what it is asked, and one around the real one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

import pytest
from fastapi.testclient import TestClient

from assistant.bootstrap import Assistant, build, open_assistant
from assistant.dialogue.models import BenefitOut, ClauseOut, PolicyOut, Reply, SearchHit
from assistant.dialogue.records.feedback import Feedback
from assistant.dialogue.records.receipt import Receipt
from assistant.errors import BadInput
from assistant.settings import IN_MEMORY, Settings
from ui.api import create_app

TODAY = date(2025, 3, 1)


@dataclass
class Recorder:
    """Stands in for the assistant: answers the same to all, refuses what it is told to refuse."""

    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    failure: Exception | None = None

    def ask(self, question: str, **options: Any) -> Reply:
        self._note("ask", question=question, **options)
        return Reply(session_id=options["session_id"] or "new", status="answered", text="可领 1000 元。")

    def calculate(self, facts: Mapping[str, Any], **options: Any) -> list[BenefitOut]:
        self._note("calculate", facts=facts, **options)
        return []

    def search(self, query: str, **options: Any) -> list[SearchHit]:
        self._note("search", query=query, **options)
        return []

    def places(self) -> tuple[str, ...]:
        return ("晋江市", "衢州市")

    def keep_feedback(self, feedback: Feedback) -> None:
        self._note("keep_feedback", feedback=feedback)

    def policies(self, **options: Any) -> list[PolicyOut]:
        self._note("policies", **options)
        return []

    def clause(self, policy_id: str, path: str) -> ClauseOut:
        self._note("clause", policy_id=policy_id, path=path)
        raise BadInput("没有这一条。")

    def replay(self, answer_id: str, **options: Any) -> Receipt:
        self._note("replay", answer_id=answer_id, **options)
        reply = Reply(session_id="", answer_id=answer_id, status="answered", text="可领 1000 元。")
        return Receipt(as_of=date(2020, 6, 15), today=TODAY, reply=reply, changes=[])

    def _note(self, name: str, **arguments: Any) -> None:
        self.calls.append((name, arguments))
        if self.failure:
            raise self.failure


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def client(recorder: Recorder) -> Iterator[TestClient]:
    with TestClient(create_app(lambda: cast(Assistant, recorder), clock=lambda: TODAY)) as client:
        yield client


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The real one, on the real corpus."""
    settings = Settings(indexes=tmp_path_factory.mktemp("indexes"), database_url=IN_MEMORY)
    build(settings)
    return open_assistant(settings)


@pytest.fixture
def pages(assistant: Assistant) -> Iterator[TestClient]:
    """The pages around the real assistant, on a day in the policies' time."""
    with TestClient(create_app(lambda: assistant, clock=lambda: date(2020, 6, 15))) as client:
        yield client
