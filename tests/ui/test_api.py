"""The HTTP interface: what comes in reaches the assistant, what cannot be used is refused in Chinese."""

import json
import logging
from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from assistant.errors import BadInput, StaleIndexError
from tests.ui.conftest import TODAY, Recorder

ASK = "/api/v1/ask"


def error_of(response: Response, status: int = 422) -> tuple[str, str | None]:
    """The error's words and field; its form is the same everywhere."""
    assert response.status_code == status, response.text
    content = response.json()
    assert list(content) == ["error"]
    assert list(content["error"]) == ["message", "field"]
    assert any("一" <= sign <= "鿿" for sign in content["error"]["message"]), "the message is Chinese"
    return content["error"]["message"], content["error"]["field"]


def send(client: TestClient, raw: bytes | str, kind: str = "application/json") -> Response:
    """A body as it goes over the wire; a client would not build what is sent here."""
    return client.post(ASK, content=raw, headers={"Content-Type": kind})


def test_ask_hands_everything_on(client: TestClient, recorder: Recorder) -> None:
    reply = client.post(
        ASK,
        json={
            "question": " 能领多少？ ",
            "session_id": "anna",
            "region": "晋江市",
            "as_of": "2020-06-15",
            "facts": {"certificate_level": "四级"},
        },
    )
    assert reply.status_code == 200
    assert reply.json()["text"] == "可领 1000 元。"
    asked = {
        "question": "能领多少？",
        "session_id": "anna",
        "region": "晋江市",
        "as_of": date(2020, 6, 15),
        "facts": {"certificate_level": "四级"},
    }
    assert recorder.calls == [("ask", asked)]


@pytest.mark.parametrize("absent", [{}, {"session_id": None, "region": None, "as_of": None, "facts": None}])
def test_only_the_question_is_needed(client: TestClient, recorder: Recorder, absent: dict[str, None]) -> None:
    assert client.post(ASK, json={"question": "3", **absent}).json()["session_id"] == "new"
    [(_, asked)] = recorder.calls
    assert asked == {"question": "3", "session_id": None, "region": None, "as_of": TODAY, "facts": None}


def test_a_reply_has_every_field_of_the_contract(client: TestClient) -> None:
    fields = [
        "session_id",
        "answer_id",
        "status",
        "text",
        "citations",
        "benefits",
        "questions",
        "suggestions",
    ]
    fields += ["verdict", "notices", "facts"]
    assert list(client.post(ASK, json={"question": "3"}).json()) == fields


@pytest.mark.parametrize(
    ("body", "field", "why"),
    [
        ({}, "question", "no question"),
        ({"question": ""}, "question", "empty"),
        ({"question": " \n\u3000"}, "question", "white space"),
        ({"question": "字" * 2001}, "question", "one too long"),
        ({"question": "😀🎉"}, "question", "only emoji"),
        ({"question": "\x00\x07"}, "question", "only control characters"),
        ({"question": "\u202e\u2066"}, "question", "only characters that turn the direction of writing"),
        ({"question": 3}, "question", "a number"),
        ({"question": None}, "question", "null"),
        ({"question": ["补贴"]}, "question", "a list"),
        ({"question": "补贴", "as_of": "2021-02-29"}, "as_of", "no such day"),
        ({"question": "补贴", "as_of": "1900-01-01"}, "as_of", "before 2000"),
        ({"question": "补贴", "as_of": "2101-01-01"}, "as_of", "after 2100"),
        ({"question": "补贴", "as_of": 1592179200}, "as_of", "seconds, which pydantic would take for a day"),
        ({"question": "补贴", "as_of": "2020-06-15T00:00:00"}, "as_of", "a time of the day"),
        ({"question": "补贴", "session_id": "a b"}, "session_id", "white space in the id"),
        ({"question": "补贴", "session_id": "x" * 65}, "session_id", "an id too long"),
        ({"question": "补贴", "session_id": 7}, "session_id", "a number for an id"),
        ({"question": "补贴", "region": ""}, "region", "an empty place"),
        ({"question": "补贴", "region": "市" * 101}, "region", "a place too long"),
        ({"question": "补贴", "facts": []}, "facts", "a list for facts"),
        ({"question": "补贴", "facts": {str(n): n for n in range(201)}}, "facts", "too many facts"),
        ({"question": "补贴", "facts": {"a": [[[[1]]]]}}, "facts", "nested too deeply"),
        ({"question": "补贴", "colour": "蓝"}, "colour", "an unknown field"),
    ],
)
def test_what_cannot_be_used_is_refused(
    client: TestClient, recorder: Recorder, body: dict[str, Any], field: str, why: str
) -> None:
    assert error_of(client.post(ASK, json=body))[1] == field, why
    assert recorder.calls == [], "nothing was done"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("", "no body"),
        ("{", "broken"),
        ('{"question": "补贴"', "cut off"),
        ("[" * 20_000, "nested so deeply that the parser gives up"),
        ('{"question": ' + "9" * 10_000 + "}", "a number that Python will not read"),
        (b'{"question": "\xff\xfe"}', "no UTF-8"),
        ('"补贴"', "a text"),
        ("[]", "a list"),
        ("null", "null"),
        ('{"question": "补贴\\ud800"}', "half a character"),
        ('{"question": "补贴", "region": "\\udfff"}', "half a character in the place"),
        ('{"question": "补贴", "facts": {"a": ["\\ud800"]}}', "half a character in a fact"),
        ('{"question": "补贴", "facts": {"\\ud800": 1}}', "half a character in a fact's name"),
        ('{"question": "补贴", "\\ud800": 1}', "half a character in a field's name"),
        (json.dumps({"question": "补贴", "facts": {"a": "字" * 22_000}}), "more than 64 KB"),
    ],
)
def test_bodies_that_cannot_be_read_are_refused(
    client: TestClient, recorder: Recorder, raw: bytes | str, why: str
) -> None:
    error_of(send(client, raw))
    assert recorder.calls == [], why


def test_a_form_is_not_json(client: TestClient) -> None:
    """A page of somebody else can post forms, not JSON."""
    message, _ = error_of(send(client, '{"question": "补贴"}', "text/plain"))
    assert "application/json" in message


def test_a_body_of_just_64_kb_is_read(client: TestClient) -> None:
    frame = len('{"question": "3", "facts": {"a": ""}}')
    body = json.dumps({"question": "3", "facts": {"a": "x" * (64 * 1024 - frame)}})
    assert len(body) == 64 * 1024
    assert send(client, body).status_code == 200
    assert "64 KB" in error_of(send(client, body + " "))[0]


def test_what_the_assistant_refuses_is_told_in_its_words(client: TestClient, recorder: Recorder) -> None:
    recorder.failure = BadInput("不认识的地区：大西洋。")
    assert error_of(client.post(ASK, json={"question": "补贴", "region": "大西洋"})) == (
        "不认识的地区：大西洋。",
        None,
    )


def test_a_stale_index_is_the_service_s_own_trouble(client: TestClient, recorder: Recorder) -> None:
    recorder.failure = StaleIndexError("检索索引尚未建立")
    assert "检索索引尚未建立" in error_of(client.get("/api/v1/search?query=补贴"), 503)[0]


def test_a_defect_shows_and_logs_nothing_of_what_was_typed(
    client: TestClient, recorder: Recorder, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    recorder.failure = ValueError("invalid literal: 我的秘密问题")
    response = client.post(ASK, json={"question": "我的秘密问题"})
    assert "秘密" not in error_of(response, 500)[0]
    assert "秘密" not in caplog.text
    assert "ValueError" in caplog.text, "operators see what to fix"


def test_requests_are_logged_without_their_words(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "policy_assistant")
    client.get("/api/v1/search", params={"query": "我的秘密问题"})
    client.get("/api/v1/policies/秘密/clauses/秘密")
    client.get("/秘密")
    assert "GET /api/v1/search 200" in caplog.text
    assert "秘密" not in caplog.text


def test_calculate(client: TestClient, recorder: Recorder) -> None:
    body = {"facts": {"headcount": 3}, "region": "晋江市", "as_of": "2020-06-15", "benefit": "x"}
    assert client.post("/api/v1/calculate", json=body).json() == []
    assert recorder.calls == [("calculate", {**body, "as_of": date(2020, 6, 15)})]
    assert error_of(client.post("/api/v1/calculate", json={}))[1] == "facts"


def test_search(client: TestClient, recorder: Recorder) -> None:
    assert client.get("/api/v1/search", params={"query": "以工代训", "limit": 3}).json() == []
    assert recorder.calls == [("search", {"query": "以工代训", "region": None, "as_of": TODAY, "limit": 3})]


@pytest.mark.parametrize(
    ("query", "field", "why"),
    [
        ({}, "query", "no words"),
        ({"query": "？"}, "query", "no words but a sign"),
        ({"query": "补贴", "limit": "0"}, "limit", "too few"),
        ({"query": "补贴", "limit": "51"}, "limit", "too many"),
        ({"query": "补贴", "limit": "many"}, "limit", "no number"),
        ({"query": "补贴", "as_of": "1900-01-01"}, "as_of", "before 2000"),
        ({"query": "补贴", "colour": "blue"}, "colour", "an unknown field"),
    ],
)
def test_searches_that_cannot_be_made(
    client: TestClient, query: dict[str, str], field: str, why: str
) -> None:
    assert error_of(client.get("/api/v1/search", params=query))[1] == field, why


def test_an_answer_given_before(client: TestClient, recorder: Recorder) -> None:
    found = client.get("/api/v1/answers/K7Q2M-9XB4T").json()
    assert recorder.calls == [("replay", {"answer_id": "K7Q2M-9XB4T", "today": TODAY})]
    assert found["as_of"] == "2020-06-15"
    assert found["reply"]["text"] == "可领 1000 元。"
    assert set(found) == {"as_of", "today", "reply", "changes"}, "the facts that were said stay inside"


def test_an_answer_that_is_not_there(client: TestClient, recorder: Recorder) -> None:
    recorder.failure = BadInput("没有编号为 00000-00000 的答复。")
    message, _ = error_of(client.get("/api/v1/answers/00000-00000"), 404)
    assert "00000-00000" in message


def test_a_clause_that_is_not_there(client: TestClient, recorder: Recorder) -> None:
    assert (
        error_of(client.get("/api/v1/policies/jinjiang-2019-79/clauses/二（六）99"), 404)[0] == "没有这一条。"
    )
    assert recorder.calls == [("clause", {"policy_id": "jinjiang-2019-79", "path": "二（六）99"})]


@pytest.mark.parametrize(
    ("method", "address", "status"), [("GET", "/nowhere", 404), ("GET", ASK, 405), ("DELETE", "/", 405)]
)
def test_wrong_addresses_have_the_same_form(
    client: TestClient, method: str, address: str, status: int
) -> None:
    error_of(client.request(method, address), status)
