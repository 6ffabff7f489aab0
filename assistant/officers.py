"""Who may use the hotline console, and who may change its policies: names and salted hashes in a file."""

import hashlib
import hmac
import json
import re
import secrets
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Lock

from assistant.errors import AssistantError, BadInput

SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 200
_NAME = re.compile(r"[\w.-]{1,40}")
_EDITOR = "$editor"  # behind the hash of who may take policies in and out
_ENTRY = re.compile(r"scrypt\$[0-9a-f]+\$[0-9a-f]+(\$editor)?")
# 2^15 blocks of 1 KB: 32 MB and some 80 ms for each guess.
_LOG_COST, _BLOCK, _PARALLEL = 15, 8, 1
_MEMORY = 64 * 1024 * 1024
_NOBODY = "scrypt$00$00"  # what no password comes to
_one_at_a_time = Lock()  # whoever sends many guesses at once waits, and does not fill the memory


class Officers:
    """The officers of one file. It is read anew each time, so that who is added can log in at once."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def names(self) -> list[str]:
        """Everybody who may log in. Raises AssistantError where the file cannot be read."""
        return sorted(self._read())

    def stamp(self, name: str) -> str | None:
        """What changes with an officer's password and role; None where there is no such officer."""
        return self._read().get(name)

    def is_editor(self, name: str) -> bool:
        """Whether somebody may take policies in and out."""
        return self._read().get(name, "").endswith(_EDITOR)

    def put(self, name: str, password: str) -> None:
        """Add an officer, or give one a new password. Raises BadInput where either cannot be used.

        Who is added is no editor; who has a new password stays what they are.
        """
        if not _NAME.fullmatch(name):
            raise BadInput("用户名不能用：只能是 1 到 40 个汉字、字母、数字、“.”、“-”或“_”。")
        if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
            raise BadInput(f"密码要有 {SHORTEST_PASSWORD} 到 {LONGEST_PASSWORD} 个字符。")
        role = _EDITOR if self.is_editor(name) else ""
        self._write({**self._read(), name: _hash(password, secrets.token_bytes(16)) + role})

    def appoint(self, name: str, *, editor: bool) -> None:
        """Make an officer an editor, or an editor an officer. Raises BadInput where there is none."""
        known = self._read()
        if name not in known:
            raise BadInput(f"没有“{name[:40]}”这个用户。")
        self._write({**known, name: known[name].removesuffix(_EDITOR) + (_EDITOR if editor else "")})

    def remove(self, name: str) -> None:
        """Let an officer in no more. Raises BadInput where there is none of that name."""
        known = self._read()
        if known.pop(name, None) is None:
            raise BadInput(f"没有“{name[:40]}”这个用户。")
        self._write(known)

    def knows(self, name: str, password: str) -> bool:
        """Whether name and password belong together. A name that does not exist takes as long."""
        stored = self._read().get(name, _NOBODY).removesuffix(_EDITOR)
        salt = bytes.fromhex(stored.split("$")[1])
        return hmac.compare_digest(stored, _hash(password[: LONGEST_PASSWORD + 1], salt))

    def _read(self) -> dict[str, str]:
        if not self._path.exists():
            return {}
        try:
            known = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            known = None
        if not isinstance(known, dict) or not all(
            isinstance(one, str) and _ENTRY.fullmatch(one) for one in known.values()
        ):
            raise AssistantError(f"用户文件读不出来：{self._path}")
        return known

    def _write(self, known: dict[str, str]) -> None:
        """Write aside and swap, readable by nobody else."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        # A temporary file belongs to its owner alone from the first moment.
        with NamedTemporaryFile(
            "w", encoding="utf-8", dir=self._path.parent, suffix=".tmp", delete=False
        ) as file:
            json.dump(known, file, ensure_ascii=False, indent=2)
        Path(file.name).replace(self._path)


def _hash(password: str, salt: bytes) -> str:
    """scrypt$salt$hash, both as hexadecimal digits."""
    with _one_at_a_time:
        derived = hashlib.scrypt(
            password.encode("utf-8", "surrogatepass"),
            salt=salt,
            n=2**_LOG_COST,
            r=_BLOCK,
            p=_PARALLEL,
            maxmem=_MEMORY,
        )
    return f"scrypt${salt.hex()}${derived.hex()}"
