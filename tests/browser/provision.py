"""`python -m tests.browser.provision`: install what browser tests need and this machine lacks; `make test` runs it.

Debian's packages come by apt-get, as root or through sudo where that asks for no password; axe-core by npm. What
cannot be installed is named in one line, and the exit status is 1.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from tests.browser import tools


def main() -> int:
    """Install and report; the exit status."""
    if missing := tools.missing():
        print(f"正在安装（installing）：{' '.join(missing)}…", flush=True)
        if _apt("update"):
            _apt("install", "--yes", "--no-install-recommends", *missing)
    if not tools.AXE_ARCHIVE.is_file() and shutil.which("npm"):
        folder = tools.AXE_ARCHIVE.parent
        folder.mkdir(exist_ok=True)
        _quietly(["npm", "pack", "--silent", "--pack-destination", str(folder), tools.AXE])
    still = tools.missing()
    for package in still:
        print(tools.WHAT_TO_DO[package], file=sys.stderr)
    return int(bool(still))


def _apt(*arguments: str) -> bool:
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    command = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", *arguments]
    return all(map(shutil.which, ("apt-get", command[0]))) and _quietly(command)


def _quietly(command: Sequence[str]) -> bool:
    """Run it and show nothing; whether it succeeded."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
