"""Files on their way from an editor's browser to the bench: in memory, one for each editor."""

import secrets
from threading import Lock

from assistant.documents.sandbox import GivenFile
from assistant.errors import BadInput


class Uploads:
    """The last file that each editor sent."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[str, GivenFile]] = {}
        self._lock = Lock()

    def put(self, editor: str, file: GivenFile) -> str:
        """Keep a file until it is taken or another is sent; the word to take it by."""
        word = secrets.token_urlsafe(16)
        with self._lock:
            self._held[editor] = word, file
        return word

    def take(self, editor: str, word: str) -> GivenFile:
        """The file that an editor sent. Raises BadInput where it is gone, or was sent by another."""
        with self._lock:
            found, file = self._held.get(editor, ("", None))
            if file is None or found != word:
                raise BadInput("没有找到刚才上传的文件，请再选一次。")
            del self._held[editor]
        return file
