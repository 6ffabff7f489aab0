"""Nothing leaves the machine: no look-up at the server's start, none while it answers."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.servers import Service, offline_environment, serving

ASK = "__import__('socket').{}"


@pytest.mark.parametrize(
    ("call", "logged", "why"),
    [
        ("getaddrinfo('example.org', 443)", ["socket.getaddrinfo example.org"], "a look-up"),
        ("gethostbyname('example.org')", ["socket.gethostbyname example.org"], "an older look-up"),
        ("create_connection(('192.0.2.1', 80), 1)", ["socket.getaddrinfo 192.0.2.1"], "an address"),
        ("socket().connect(('192.0.2.1', 80))", ["socket.connect 192.0.2.1"], "without a look-up"),
        ("getaddrinfo('localhost', 80)", [], "this machine may talk to itself"),
    ],
)
def test_the_watch_sees_attempts(tmp_path: Path, call: str, logged: list[str], why: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK.format(call)],
        env=offline_environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert Service("", tmp_path).attempts == logged, why
    assert ("offline: " in done.stderr) == bool(logged)


def test_a_server_looks_nothing_up_at_its_start(tmp_path: Path) -> None:
    with serving(tmp_path, "assistant.cli", "serve") as fresh:
        assert fresh.attempts == []


def test_nor_while_it_answers(page: Page, service: Service) -> None:
    """The page's own requests are watched by the fixture, the server's by the offline start."""
    page.goto(f"{service.url}/ask?region=晋江市")
    page.locator("#question").fill("我考了中级工证书，能领多少？")
    page.locator("#question").press("Enter")
    expect(page.get_by_role("log")).to_contain_text("1000元")
    assert service.attempts == []
