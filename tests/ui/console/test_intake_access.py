"""The editors' tab: an ordinary officer does not see it and can call none of what it calls."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.bootstrap import Assistant
from assistant.officers import Officers
from assistant.settings import IN_MEMORY, Settings
from tests.ui.console.conftest import JUNE_2020
from ui.console.app import create_console
from ui.console.benches import Benches
from ui.console.changes import ChangeLog
from ui.console.records import RecordStore
from ui.console.uploads import Uploads

PASSWORD = "correct-horse-9"
EDITOR, OFFICER = "李敏", "王芳"
ONLY_EDITORS = "只有编辑可以管理政策。"


@pytest.fixture(scope="module")
def officers(tmp_path_factory: pytest.TempPathFactory) -> Officers:
    officers = Officers(Path(tmp_path_factory.mktemp("officers")) / "users.json")
    for name in (EDITOR, OFFICER):
        officers.put(name, PASSWORD)
    officers.appoint(EDITOR, editor=True)
    return officers


@pytest.fixture(scope="module")
def app(assistant: Assistant, officers: Officers) -> Iterator[FastAPI]:
    records, changes = RecordStore(IN_MEMORY, days=30), ChangeLog(IN_MEMORY)
    settings = Settings(intake_file_mb=1)

    async def put_together() -> FastAPI:
        return create_console(
            lambda: assistant, records, changes, officers, settings, clock=lambda: JUNE_2020
        )

    yield asyncio.run(put_together())
    records.close()
    changes.close()


@pytest.fixture(scope="module")
def editor(app: FastAPI) -> Iterator[TestClient]:
    with client_of(app, EDITOR) as client:
        yield client


@pytest.fixture(scope="module")
def officer(app: FastAPI, editor: TestClient) -> TestClient:
    return client_of(app, OFFICER)


def client_of(app: FastAPI, name: str) -> TestClient:
    client = TestClient(app, follow_redirects=False)
    client.post("/login", data={"name": name, "password": PASSWORD})
    return client


def of_the_tab(config: dict[str, Any]) -> list[dict[str, Any]]:
    """What the tab and everything in it can set off."""
    tab = next(one["id"] for one in config["components"] if one["props"].get("id") == "policies")
    inside = ids_below(config["layout"], tab)
    return [one for one in config["dependencies"] if {target[0] for target in one["targets"]} & inside]


def ids_below(layout: dict[str, Any], wanted: int, within: bool = False) -> set[int]:
    within = within or layout["id"] == wanted
    children = (ids_below(child, wanted, within) for child in layout.get("children", ()))
    return set().union(*children) | ({layout["id"]} if within else set())


def call(client: TestClient, dependency: dict[str, Any], **event: str) -> tuple[int, dict[str, Any]]:
    """Call a handler as a program would, past the page."""
    body = {
        "fn_index": dependency["id"],
        "data": ["" for _ in dependency["inputs"]],
        "event_data": event or None,
        "session_hash": "program",
    }  # fmt: skip
    answer = client.post("/gradio_api/run/predict", json=body)
    return answer.status_code, answer.json()


def test_there_are_handlers_for_every_verb(editor: TestClient) -> None:
    assert len(of_the_tab(editor.get("/config").json())) >= 8


def test_an_officer_can_call_none_of_them(officer: TestClient) -> None:
    """`manage` and `file` are what the page sends: nothing is looked up, removed or read all the same."""
    for dependency in of_the_tab(officer.get("/config").json()):
        for event in ({}, {"manage": "remove", "policy": "jinjiang-2019-79"}, {"file": "word"}):
            status, told = call(officer, dependency, **event)
            assert status >= 400 and ONLY_EDITORS in str(told), dependency["targets"]


def test_an_editor_can(editor: TestClient) -> None:
    held = [
        call(editor, one, manage="show", policy="jinjiang-2019-79")
        for one in of_the_tab(editor.get("/config").json())
    ]
    assert any(status == 200 and "晋政办〔2019〕79号" in str(shown) for status, shown in held)
    assert all(ONLY_EDITORS not in str(shown) for _, shown in held)


@pytest.mark.parametrize(("name", "sees"), [(EDITOR, True), (OFFICER, False)])
def test_the_tab_is_shown_to_editors_alone(app: FastAPI, editor: TestClient, name: str, sees: bool) -> None:
    client = client_of(app, name)
    config = client.get("/config").json()
    tab = next(one for one in config["components"] if one["props"].get("id") == "policies")
    assert tab["props"]["visible"] is False, "until it is known who looks"
    [load] = [
        one for one in config["dependencies"] if [t[1] for t in one["targets"]] == ["load"] and tab["id"] in one["outputs"]
    ]  # fmt: skip
    _, shown = call(client, load)
    assert shown["data"][load["outputs"].index(tab["id"])]["visible"] is sees


def test_only_an_editor_may_send_a_file(editor: TestClient, officer: TestClient, app: FastAPI) -> None:
    send = "/policy-file?name=a.txt"
    assert TestClient(app).post(send, content=b"x").status_code == 401
    refused = officer.post(send, content=b"x")
    assert (refused.status_code, refused.text) == (403, ONLY_EDITORS)
    assert editor.post(send, content=b"x" * 1024 * 1024).json().keys() == {"file"}
    assert editor.post(send, content=b"x" * (1024 * 1024 + 1)).status_code == 413
    assert editor.post(send, content=b"x", headers={"Origin": "http://elsewhere.example"}).status_code == 403
    assert editor.post("/gradio_api/upload", files={"files": b"x"}).status_code == 404, "gradio stores none"


def clicked(client: TestClient, pane: str) -> dict[str, Any]:
    """What a click in a pane sets off."""
    config = client.get("/config").json()
    [component] = [one["id"] for one in config["components"] if one["props"].get("elem_id") == pane]
    [found] = [one for one in config["dependencies"] if one["targets"] == [[component, "select"]]]
    assert isinstance(found, dict)
    return found


def test_two_windows_of_an_editor_do_not_work_on_one_bench(app: FastAPI, editor: TestClient) -> None:
    """Each has logged in for itself; what lies on the bench of one is neither seen nor cleared by the other."""
    other, held, upload = client_of(app, EDITOR), clicked(editor, "held"), clicked(editor, "upload")
    asks = "要删除 quzhou-2019-141 吗"
    _, mine = call(editor, held, manage="remove", policy="quzhou-2019-141")
    _, others = call(other, held, manage="close", policy="quzhou-2019-141")
    _, later = call(editor, upload, file="none")
    assert [asks in str(shown) for shown in (mine, others, later)] == [True, False, True]


def test_a_file_is_taken_in_the_login_that_sent_it(app: FastAPI, editor: TestClient) -> None:
    other, upload = client_of(app, EDITOR), clicked(editor, "upload")
    word = other.post("/policy-file?name=a.exe", content=b"x").json()["file"]
    assert "请再选一次" in str(call(editor, upload, file=word)[1])
    _, shown = call(other, upload, file=word)
    assert "请再选一次" not in str(shown) and "a.exe" in str(shown)


def test_who_logs_out_while_a_request_is_under_way_leaves_nothing(
    app: FastAPI, editor: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, made = clicked(editor, "held"), list[tuple[str, dict[str, Any]]]()

    def logging_out(owner: type[Any], name: str) -> None:
        """Let the editor log out just before something is kept."""
        keeps = getattr(owner, name)

        def kept(self: Any, login: str, *values: Any) -> Any:
            made.append((login, self._held))
            TestClient(app, cookies={"console": login}, follow_redirects=False).post("/logout")
            return keeps(self, login, *values)

        monkeypatch.setattr(owner, name, kept)

    client = client_of(app, EDITOR)
    logging_out(Benches, "of")
    _, told = call(client, held, manage="remove", policy="quzhou-2019-141")
    assert "登录已经结束" in str(told)
    client = client_of(app, EDITOR)
    logging_out(Uploads, "put")
    refused = client.post("/policy-file?name=a.txt", content=b"x")
    assert (refused.status_code, "登录已经结束" in refused.text) == (401, True)
    assert [login in kept for login, kept in made] == [False, False]


def test_who_is_no_editor_any_more_is_out_at_once(
    app: FastAPI, editor: TestClient, officers: Officers
) -> None:
    officers.put("张三", PASSWORD)
    officers.appoint("张三", editor=True)
    client = client_of(app, "张三")
    assert client.post("/policy-file?name=a.txt", content=b"x").status_code == 200
    officers.appoint("张三", editor=False)
    assert client.post("/policy-file?name=a.txt", content=b"x").status_code == 401, "logs in anew"


def test_a_page_that_is_opened_anew_offers_the_places_that_are_held_now(
    app: FastAPI, editor: TestClient, assistant: Assistant
) -> None:
    """The page was built when the console started; a policy of another place may have been taken in since."""
    config = editor.get("/config").json()
    place = next(one["id"] for one in config["components"] if one["props"].get("label") == "地区")
    [load] = [
        one for one in config["dependencies"] if place in one["outputs"] and one["targets"][0][1] == "load"
    ]
    _, shown = call(editor, load)
    renewed = shown["data"][load["outputs"].index(place)]
    held = [name for name, _ in renewed["choices"]]
    assert held == ["全部地区", *assistant.conversation.desk.held_places()]
    assert "value" not in renewed, "what was chosen stays"
