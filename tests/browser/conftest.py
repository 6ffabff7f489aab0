"""A real browser before a real server. Each test's requests and errors are watched: see watch.py."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.servers import Service, Site, hosting, serving
from tests.browser.tools import WHAT_TO_DO, axe_script, find_browser, missing
from tests.browser.watch import Watch

OpenPage = Callable[..., Page]
# Beside what Playwright turns off: no name but this machine's address is ever resolved.
_ARGUMENTS = ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser. By module: an open Playwright holds the thread's event loop, which other tests need."""
    if lacking := missing():
        pytest.fail("\n".join(WHAT_TO_DO[package] for package in lacking), pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def allowed_site() -> Iterator[Site]:
    """A bureau's site that may carry the widget."""
    with hosting() as site:
        yield site


@pytest.fixture(scope="session")
def foreign_site() -> Iterator[Site]:
    """A site that may not."""
    with hosting() as site:
        yield site


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory, allowed_site: Site) -> Iterator[Service]:
    """The server as `assistant serve` starts it, on the real corpus, with a database of its own."""
    folder = tmp_path_factory.mktemp("service")
    with serving(folder, "assistant.cli", "serve", frame_ancestors=allowed_site.url) as service:
        yield service


@pytest.fixture(scope="session")
def server_url(service: Service) -> str:
    return service.url


@pytest.fixture
def watch() -> Watch:
    """What the test's pages do; a test says here what it expects to go wrong."""
    return Watch()


@pytest.fixture
def open_page(
    browser: Browser, watch: Watch, service: Service, allowed_site: Site, foreign_site: Site
) -> Iterator[OpenPage]:
    """A function that opens a page of a fresh profile; its options are those of `Browser.new_context`.

    Nothing moves on it unless asked for: what is measured half-way through a movement is chance.
    The test fails where a request went to another server, or an error was logged that it did not expect.
    """
    contexts = []

    def open_page(**options: Any) -> Page:
        context = browser.new_context(
            **{
                "locale": "zh-CN",
                "viewport": {"width": 1280, "height": 800},
                "reduced_motion": "reduce",
                **options,
            }
        )
        context.set_default_timeout(10_000)
        watch.follow(context)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert watch.faults([service.url, allowed_site.url, foreign_site.url]) == []


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    return axe_script()
