"""Servers for a browser: the real one in a process of its own that cannot reach the network, and plain sites."""

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import URLError

from tests.browser.tools import ROOT

OFFLINE = Path(__file__).parent / "offline"
STARTS_WITHIN = 60  # seconds


@dataclass(frozen=True)
class Service:
    """A server of ours. `attempts` lists what it tried to reach outside this machine."""

    url: str
    folder: Path

    @property
    def attempts(self) -> list[str]:
        log = self.folder / "offline.log"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []


@contextmanager
def serving(folder: Path, *command: str, health: str = "/healthz", **settings: str) -> Iterator[Service]:
    """Run `python -m <command> --port <free port>` offline, with its own index and database in `folder`.

    `settings` are ASSISTANT_… variables by their names without that, in small letters.
    """
    service = Service(f"http://127.0.0.1:{_free_port()}", folder)
    environment = offline_environment(
        folder,
        indexes=str(folder / "indexes"),
        database_url=f"sqlite:///{folder / 'sessions.sqlite'}",
        **settings,
    )
    python = [sys.executable, "-m"]
    build = [*python, "assistant.cli", "index"]
    subprocess.run(build, cwd=ROOT, env=environment, check=True, capture_output=True)
    serve = [*python, *command, "--port", service.url.rpartition(":")[2]]
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(serve, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            _wait_for(service.url + health, process, folder / "server.log")
            yield service
        finally:
            process.terminate()
            process.wait(timeout=20)


def offline_environment(folder: Path, **settings: str) -> dict[str, str]:
    """The environment of a process that reaches nothing but this machine."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ASSISTANT_")}
    named = {f"ASSISTANT_{name.upper()}": value for name, value in settings.items()}
    return {**kept, **named, "PYTHONPATH": str(OFFLINE), "OFFLINE_LOG": str(folder / "offline.log")}


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(STARTS_WITHIN * 10):
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (URLError, ConnectionError):
            if process.poll() is not None:
                break
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start:\n{log.read_text(encoding='utf-8')}")


@dataclass
class Site:
    """Somebody's site: pages that a test puts there."""

    url: str
    pages: dict[str, tuple[str, Mapping[str, str]]] = field(default_factory=dict)

    def put(self, path: str, body: str, **headers: str) -> str:
        """Put the body of a page there; its address. Headers are written with _ for -."""
        page = f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>网站</title></head>{body}</html>'
        self.pages[path] = page, {name.replace("_", "-"): value for name, value in headers.items()}
        return self.url + path


@contextmanager
def hosting() -> Iterator[Site]:
    """A site of an origin of its own."""
    site = Site("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page, headers = site.pages.get(self.path, ("", {}))
            self.send_response(200 if page else 204)  # 204: browsers ask for an icon
            for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        site.url = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield site
        server.shutdown()
