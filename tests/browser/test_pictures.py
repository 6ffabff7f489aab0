"""The pictures of the README can be taken, and those in docs/ are of the same size."""

import struct
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.console_service import serving_console, serving_editors
from tests.browser.pictures import SCENES, Scene, take
from tests.browser.tools import ROOT


def size(picture: Path) -> tuple[int, int]:
    """Width and height of a PNG."""
    head = picture.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", head[16:])
    return width, height


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.file)
def test_a_picture_of_the_readme(browser: Browser, server_url: str, tmp_path: Path, scene: Scene) -> None:
    if scene.of == "page":
        picture = take(browser, scene, server_url, tmp_path)
    else:
        serve = serving_editors if scene.of == "editors" else serving_console
        with serve(tmp_path) as console:
            picture = take(browser, scene, console.url, tmp_path)
    assert size(picture) == (scene.width, scene.height)
    assert size(ROOT / "docs" / scene.file) == (scene.width, scene.height), (
        "run python -m tests.browser.pictures"
    )
    for readme in ("README.md", "README.zh-CN.md"):
        assert f"](docs/{scene.file})" in (ROOT / readme).read_text(encoding="utf-8")
