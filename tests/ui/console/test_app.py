"""The console as it is put together: nothing of gradio's shows or answers that an officer does not need."""

import asyncio
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.bootstrap import Assistant
from assistant.errors import AssistantError
from assistant.officers import Officers
from assistant.settings import IN_MEMORY, Settings
from tests.ui.console.conftest import JUNE_2020
from ui.console.app import create_console
from ui.console.changes import ChangeLog
from ui.console.records import RecordStore

PASSWORD = "correct-horse-9"


@pytest.fixture(scope="module")
def client(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """An officer who has logged in."""
    officers = Officers(Path(tmp_path_factory.mktemp("officers")) / "users.json")
    officers.put("王芳", PASSWORD)
    records, changes = RecordStore(IN_MEMORY, days=30), ChangeLog(IN_MEMORY)

    async def put_together() -> FastAPI:
        """In a running event loop, as uvicorn does: without one gradio opens loops that it never closes."""
        return create_console(
            lambda: assistant, records, changes, officers, Settings(), clock=lambda: JUNE_2020
        )

    with TestClient(asyncio.run(put_together()), follow_redirects=False) as client:
        client.post("/login", data={"name": "王芳", "password": PASSWORD})
        yield client
    records.close()
    changes.close()


@pytest.fixture(scope="module")
def config(client: TestClient) -> dict[str, Any]:
    content: dict[str, Any] = client.get("/config").json()
    return content


def test_what_an_officer_does_not_need_is_off(config: dict[str, Any]) -> None:
    assert config["footer_links"] == []
    assert not config["run_history"]
    assert not config["analytics_enabled"]
    assert not config["enable_queue"] or all(not one["queue"] for one in config["dependencies"])
    # What makes a form anew is of gradio's own making and "undocumented"; the guard closes the API for all.
    assert "public" not in {one["api_visibility"] for one in config["dependencies"]}


def test_no_font_is_fetched(config: dict[str, Any], client: TestClient) -> None:
    assert not config.get("stylesheets")
    assert not re.search(r"url\([\"']?(https?:)?//|@import", client.get("/theme.css").text)


def test_the_page_names_no_other_host_but_in_its_description(client: TestClient) -> None:
    """What gradio tells search engines of itself is fetched by nobody; policies' own words may name a site."""
    page = re.sub(
        r"<meta [^>]*>|window\.gradio_config = .*?</script>", "", client.get("/").text, flags=re.DOTALL
    )
    assert re.findall(r"(?:src|href)=[\"']?(?:https?:)?//", page) == []


def test_records_are_exported_to_who_has_logged_in(client: TestClient) -> None:
    answer = client.get("/records.csv?days=7")
    assert answer.status_code == 200
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer.headers["content-disposition"] == 'attachment; filename="records-20200615.csv"'
    client_without = TestClient(client.app)
    assert client_without.get("/records.csv").status_code == 401


def test_without_gradio_the_way_out_is_named(
    assistant: Assistant, records: RecordStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "gradio", None)
    with pytest.raises(AssistantError, match=r"\.\[console\]"):
        create_console(
            lambda: assistant, records, ChangeLog(IN_MEMORY), Officers(tmp_path / "none"), Settings()
        )
