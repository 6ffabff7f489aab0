"""Files on their way from an editor's browser to the bench: in memory, few of them, for some minutes."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from assistant.documents.sandbox import GivenFile
from assistant.errors import BadInput

KEPT_SECONDS = 600.0  # the page takes a file as soon as it was sent
MOST_FILES = 4


@dataclass(frozen=True)
class _Upload:
    word: str
    file: GivenFile
    until: float


class Uploads:
    """The last file that was sent in each login; of all logins together the newest few."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held: dict[str, _Upload] = {}  # by the login's secret, the newest last
        self._lock = Lock()

    def __len__(self) -> int:
        """How many files are held."""
        return len(self._held)

    def put(self, login: str, file: GivenFile) -> str:
        """Keep a file until it is taken, another is sent, or it was left too long; the word to take it by."""
        word = secrets.token_urlsafe(16)
        with self._lock:
            self._forget_old()
            self._held.pop(login, None)
            self._held[login] = _Upload(word, file, self._clock() + KEPT_SECONDS)
            while len(self._held) > MOST_FILES:
                del self._held[next(iter(self._held))]
        return word

    def take(self, login: str, word: str) -> GivenFile:
        """The file that was sent. Raises BadInput where it is gone, or was sent in another login."""
        with self._lock:
            self._forget_old()
            found = self._held.get(login)
            if found is None or found.word != word:
                raise BadInput("没有找到刚才上传的文件，请再选一次。")
            del self._held[login]
        return found.file

    def drop(self, login: str) -> None:
        """Forget what was sent in a login that has ended."""
        with self._lock:
            self._held.pop(login, None)

    def _forget_old(self) -> None:
        now = self._clock()
        self._held = {login: one for login, one in self._held.items() if now < one.until}
