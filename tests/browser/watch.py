"""What a browser did during a test: where it sent requests, and what went wrong in its pages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Request, WebError

_INSIDE = ("data", "blob", "about")  # schemes that fetch nothing


@dataclass
class Watch:
    """Keeps a test's requests and problems; `faults` says which of them nobody expected."""

    requests: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    _expected: list[str] = field(default_factory=list)

    def expect(self, pattern: str) -> None:
        """Something will go wrong, and should: an error of the console or of a script, as a regular expression."""
        self._expected.append(pattern)

    def follow(self, context: BrowserContext) -> None:
        """Take down what happens in the pages of a context."""
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("dialog", self._dialog)

    def faults(self, own: Iterable[str]) -> list[str]:
        """Requests to other origins than `own`, problems nobody expected, expectations that nothing met."""
        origins = set(own)
        found = [f"request to {url}" for url in self.requests if _origin(url) not in origins]
        found += [one for one in self.problems if not any(re.search(known, one) for known in self._expected)]
        for known in self._expected:
            if not any(re.search(known, one) for one in self.problems):
                found.append(f"expected and did not happen: {known}")
        return found

    def _request(self, request: Request) -> None:
        if urlsplit(request.url).scheme not in _INSIDE:
            self.requests.append(request.url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.problems.append(f"console: {message.text}")
        elif message.type == "warning":
            self.warnings.append(message.text)

    def _error(self, error: WebError) -> None:
        self.problems.append(f"script: {error.error}")

    def _dialog(self, dialog: Dialog) -> None:
        self.problems.append(f"dialog: {dialog.message}")
        dialog.dismiss()


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
