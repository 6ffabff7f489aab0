"""What browser tests need beside Python packages: a browser, a Chinese font, axe-core. Where they are found."""

import os
import shutil
import subprocess
import sys
import tarfile
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AXE = "axe-core@4.14.1"
AXE_ARCHIVE = ROOT / "var" / f"{AXE.replace('@', '-')}.tgz"  # as npm packs it
# Not ASSISTANT_…: those are the program's settings, which stops at one that it does not know.
BROWSER_VARIABLE = "TEST_BROWSER"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
_APPLICATIONS = ("Google Chrome", "Chromium", "Microsoft Edge")  # of macOS
# What to tell a person, by the Debian package that is missing.
WHAT_TO_DO = {
    "chromium": "缺少浏览器：请安装 Chromium 或 Chrome（Debian：apt-get install chromium），"
    f"或用 {BROWSER_VARIABLE} 写明它的位置（no Chromium or Chrome was found: install one, or name its path）。",
    "fonts-noto-cjk": "缺少中文字体：请安装，例如 Debian 的 fonts-noto-cjk（no Chinese font was found: install one）。",
}


def find_browser() -> str | None:
    """The path of a browser of the Chromium family, the one named in the environment first; None without."""
    if named := os.environ.get(BROWSER_VARIABLE):
        return shutil.which(named)
    applications = (f"/Applications/{name}.app/Contents/MacOS/{name}" for name in _APPLICATIONS)
    return next(filter(None, map(shutil.which, (*_NAMES, *applications))), None)


def missing() -> list[str]:
    """The Debian packages that this machine needs for a browser that shows Chinese."""
    wanted = [] if find_browser() else ["chromium"]
    # fontconfig comes with Debian's Chromium; macOS does without it and has such fonts.
    if sys.platform == "linux" and not _fonts_for("zh"):
        wanted.append("fonts-noto-cjk")
    return wanted


def _fonts_for(language: str) -> str:
    if not shutil.which("fc-list"):
        return ""
    listed = subprocess.run(["fc-list", f":lang={language}"], capture_output=True, text=True, check=False)
    return listed.stdout.strip()


def axe_script() -> str:
    """The source of axe-core: the release named above where npm could fetch it, else the one that pip brought."""
    if AXE_ARCHIVE.is_file():
        with tarfile.open(AXE_ARCHIVE) as archive:
            member = archive.extractfile("package/axe.min.js")
            assert member is not None
            return member.read().decode("utf-8")
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
