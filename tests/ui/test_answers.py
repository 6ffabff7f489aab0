"""From the wire to the clause and back, on the real policies."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant import cli
from ui.api import open_app

WORKER = "我在晋江一家企业上班，今年考了中级工证书，我个人能领多少？"
JUNE_2020 = "2020-06-15"


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of the application as a server starts it."""
    folder: Path = tmp_path_factory.mktemp("service")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("ASSISTANT_INDEXES", str(folder / "indexes"))
        environment.setenv("ASSISTANT_DATABASE_URL", f"sqlite:///{folder / 'sessions.sqlite'}")
        cli.index()
        with TestClient(open_app()) as client:
            yield client


def ask(client: TestClient, question: str, **more: Any) -> dict[str, Any]:
    response = client.post("/api/v1/ask", json={"question": question, "as_of": JUNE_2020, **more})
    assert response.status_code == 200, response.text
    reply: dict[str, Any] = response.json()
    return reply


def test_an_intermediate_worker_in_jinjiang(answers: TestClient) -> None:
    """晋政办〔2019〕79号 二（六）2: 中级工（四级）1000 元."""
    reply = ask(answers, WORKER)
    assert reply["status"] == "answered"
    assert "1000元" in reply["text"].replace(" ", "")
    paid = [one for one in reply["benefits"] if one["path"] == "二（六）2" and one["recipient"] == "个人"]
    assert paid[0]["amount"] == {"kind": "exact", "low": "1000", "high": "1000", "unit": "元"}
    assert ("jinjiang-2019-79", "二（六）2") in [
        (one["policy_id"], one["path"]) for one in reply["citations"]
    ]


def test_every_quote_stands_in_the_clause_that_the_interface_gives(answers: TestClient) -> None:
    for cited in ask(answers, WORKER)["citations"]:
        clause = answers.get(f"/api/v1/policies/{cited['policy_id']}/clauses/{cited['path']}").json()
        assert "".join(cited["quote"].split()) in "".join(clause["text"].split())


def test_the_same_question_gives_the_same_bytes(answers: TestClient) -> None:
    one, other = (
        answers.post("/api/v1/ask", json={"question": WORKER, "as_of": JUNE_2020, "session_id": name}).content
        for name in ("one", "other")
    )
    assert one.replace(b'"one"', b'"other"') == other


def test_a_session_continues_and_others_know_nothing_of_it(answers: TestClient) -> None:
    opened = ask(answers, WORKER)["session_id"]
    assert "1500" in ask(answers, "那高级工呢？", session_id=opened)["text"]
    assert "1500" not in ask(answers, "那高级工呢？", session_id="somebody-else")["text"]


def test_a_bad_message_leaves_the_conversation_as_it_was(answers: TestClient) -> None:
    opened = ask(answers, WORKER)["session_id"]
    before = ask(answers, "那高级工呢？", session_id=opened)
    refused = answers.post(
        "/api/v1/ask", json={"question": "换成衢州", "session_id": opened, "region": "大西洋"}
    )
    assert refused.status_code == 422
    assert ask(answers, "那高级工呢？", session_id=opened)["text"] == before["text"]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"region": "大西洋"}, "大西洋"),
        ({"facts": {"shoe_size": 42}}, "shoe_size"),
        ({"facts": {"headcount": "1e-100000"}}, "人数"),
        ({"facts": {"certificate_level": {"at_least": 3}}}, "证书等级"),
    ],
)
def test_what_the_corpus_does_not_know_is_refused(
    answers: TestClient, more: dict[str, Any], told: str
) -> None:
    response = answers.post("/api/v1/ask", json={"question": "补贴多少", **more})
    assert response.status_code == 422
    assert told in response.json()["error"]["message"]


def test_calculate_on_known_facts(answers: TestClient) -> None:
    """鼓政办〔2020〕6号 二（一）6: 200 元 per person and month, six months at most: 3 × 6 × 200 = 3600."""
    body = {"facts": {"headcount": 3, "training_months": 8}, "region": "鼓楼区", "as_of": JUNE_2020}
    benefits = answers.post("/api/v1/calculate", json=body).json()
    [work_based] = [one for one in benefits if one["path"] == "二（一）6"]
    assert work_based["amount"]["high"] == "3600"


def test_search_finds_the_clause_of_the_place(answers: TestClient) -> None:
    query = {"query": "以工代训补贴多少", "region": "鼓楼区", "as_of": JUNE_2020}
    hits = answers.get("/api/v1/search", params=query).json()
    assert (hits[0]["policy_id"], hits[0]["path"]) == ("gulou-2020-6", "二（一）6")
    assert {hit["policy_id"] for hit in hits} <= {"gulou-2020-6", "fujian-2024-41", "fujian-2025-skills"}


def test_policies_say_where_they_stand_on_the_day(answers: TestClient) -> None:
    listed = {
        one["id"]: one for one in answers.get("/api/v1/policies", params={"as_of": "2024-01-01"}).json()
    }
    assert len(listed) == 5
    assert listed["quzhou-2019-141"]["validity"] == "expired", "its text says 期限至 2021 年 12 月 31 日止"
    assert listed["jinjiang-2019-79"]["validity"] == "period_over", "only its title's period has passed"


def test_an_answer_is_given_again_and_opens_no_conversation(answers: TestClient) -> None:
    reply = ask(answers, WORKER)
    found = answers.get(f"/api/v1/answers/{reply['answer_id']}").json()
    assert found["reply"] == {**reply, "session_id": ""}
    assert ask(answers, WORKER)["answer_id"] == reply["answer_id"], "the same answer, in another conversation"


def test_health(answers: TestClient) -> None:
    assert answers.get("/healthz").json() == {"status": "ok", "policies": 5}
