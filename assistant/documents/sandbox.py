"""Reading a file that comes from outside: looked at here, parsed in a child process that has limits.

The file is opened once, without following a link or waiting for a pipe; its bytes go to the child, and into
the corpus, so that nobody can exchange it in between. The child (confined.py) sets its limits and parses.
"""

import os
import re
import signal
import stat
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from assistant.documents.faults import Fault
from assistant.documents.file_kinds import check_kind, unknown_suffix
from assistant.documents.readers import READERS
from assistant.errors import UnreadableFile

MEGABYTE = 1024 * 1024
_ADDRESS = re.compile(r"\s*(?:[a-z][a-z0-9+.-]+:/|//|\\\\|www\.)", re.IGNORECASE)
_SPLIT = "请拆成几个小文件，或者只保留正文后另存"
_DAMAGED = Fault("解析时程序出错，文件可能已经损坏", "请用原来的软件打开后另存，再试一次")
# The child runs this code, and of the package only what reads files: __init__ would load the whole library.
_START = """
import sys, types
sys.path.insert(0, {root!r})
sys.modules["assistant.documents"] = package = types.ModuleType("assistant.documents")
package.__path__ = [{folder!r}]
from assistant.documents.confined import main
main()
"""


@dataclass(frozen=True)
class Limits:
    """What the parsing of one file may cost."""

    file_bytes: int = 20 * MEGABYTE
    text_bytes: int = 8 * MEGABYTE  # what comes out
    memory_bytes: int = 512 * MEGABYTE  # address space; 80 MB for a PDF of a hundred pages
    processor_seconds: int = 30
    wall_seconds: int = 60


@dataclass(frozen=True)
class GivenFile:
    """A file from outside as it was when it was taken: its name without folders, and its bytes."""

    name: str
    content: bytes

    @property
    def suffix(self) -> str:
        """What its name says of its kind: .docx, .pdf."""
        return Path(self.name).suffix.lower()


def read_safely(path: Path | str, limits: Limits = Limits()) -> str:
    """The raw text of a file from outside, as `read_source` gives it.

    Raises UnreadableFile for whatever is wrong with it: an address instead of a file, a link, a folder, a
    pipe; too large; empty; of another kind than its name says; encrypted; with macros; a bomb; a scan;
    damaged; or a limit that is passed. Nothing is written but a temporary file that is gone at the end.
    """
    return text_of(take_file(path, limits), limits)


def take_file(path: Path | str, limits: Limits = Limits()) -> GivenFile:
    """A file with its bytes, read once. Raises UnreadableFile where it is none, or too large."""
    written = str(path)
    name = _bare(written)
    try:
        if _ADDRESS.match(written):
            raise Fault("这是网址，不是文件", "请先把文件下载到本机，再给出文件的路径")
        return GivenFile(name, _read_bytes(Path(written), limits.file_bytes))
    except Fault as fault:
        raise UnreadableFile(name, fault.what, fault.remedy) from fault


def sent_file(name: str, content: bytes, limits: Limits = Limits()) -> GivenFile:
    """A file that came over the network, by the name that the sender gave it. Raises as `take_file`."""
    if len(content) > limits.file_bytes:
        fault = _too_large(len(content), limits.file_bytes)
        raise UnreadableFile(_bare(name), fault.what, fault.remedy)
    return GivenFile(_bare(name), content)


def text_of(file: GivenFile, limits: Limits = Limits()) -> str:
    """The raw text of a file that was taken. Raises UnreadableFile as `read_safely`."""
    try:
        if file.suffix not in READERS:
            raise unknown_suffix(file.suffix)
        check_kind(file.suffix, file.content)
        return _parse(file.suffix, file.content, limits)
    except Fault as fault:
        raise UnreadableFile(file.name, fault.what, fault.remedy) from fault


def _bare(written: str) -> str:
    """A file's name without the folders before it."""
    return re.split(r"[\\/]", written.rstrip("\\/"))[-1] or written


def _read_bytes(path: Path, most: int) -> bytes:
    """The content of a regular file of at most so many bytes."""
    try:
        # O_NONBLOCK: a pipe that nobody writes to is opened at once, and refused.
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        raise _unopened(path) from error
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        os.close(handle)
        what = "这是文件夹" if stat.S_ISDIR(found.st_mode) else "这不是普通文件（是管道或者设备）"
        raise Fault(what, "请给出一个文件的路径")
    with os.fdopen(handle, "rb") as file:
        content = b"" if found.st_size > most else file.read(most + 1)
    if found.st_size > most or len(content) > most:
        raise _too_large(max(found.st_size, len(content)), most)
    return content


def _too_large(size: int, most: int) -> Fault:
    return Fault(f"文件有 {size / MEGABYTE:.0f} MB，超过 {most / MEGABYTE:.0f} MB 的上限", _SPLIT)


def _unopened(path: Path) -> Fault:
    """Why a file could not be opened."""
    try:
        mode = path.lstat().st_mode
    except (OSError, ValueError):
        return Fault("文件不存在或者打不开", "请核对路径")
    if stat.S_ISLNK(mode):
        return Fault("这是符号链接", "请给出文件本身的路径")
    if stat.S_ISSOCK(mode):
        return Fault("这不是普通文件（是管道或者设备）", "请给出一个文件的路径")
    return Fault("没有读取这个文件的权限", "请核对文件的权限")


def _parse(suffix: str, content: bytes, limits: Limits) -> str:
    """The text as the child found it; whatever becomes of the child is told as a Fault."""
    here = Path(__file__).resolve().parent
    start = _START.format(root=str(here.parents[1]), folder=str(here))
    command = [sys.executable, "-I", "-c", start, suffix]
    command += map(str, (limits.text_bytes, limits.memory_bytes, limits.processor_seconds))
    with tempfile.TemporaryDirectory(prefix="assistant-") as folder, tempfile.TemporaryFile() as given:
        given.write(content)
        given.seek(0)
        written = Path(folder) / "text"
        with written.open("wb") as output:
            child = subprocess.Popen(
                command,
                stdin=given,
                stdout=output,
                stderr=subprocess.DEVNULL,
                cwd=folder,
                env={"PYTHONHASHSEED": "0", "LANG": "C.UTF-8", "OMP_NUM_THREADS": "1"},
                start_new_session=True,
                close_fds=True,
            )
            try:
                status = child.wait(limits.wall_seconds)
            except subprocess.TimeoutExpired:
                raise Fault(f"解析超过 {limits.wall_seconds} 秒", _SPLIT) from None
            finally:
                if child.poll() is None:
                    os.killpg(child.pid, signal.SIGKILL)
                    child.wait()
        result = written.read_bytes() if written.stat().st_size <= limits.text_bytes + MEGABYTE else b""
    return _told(status, result, limits)


def _told(status: int, result: bytes, limits: Limits) -> str:
    """The child's answer: 0 and the text, 1 and what is wrong in two lines, or how it died."""
    if status == 0 and result:
        return result.decode("utf-8")
    if status == 1 and result.count(b"\n") == 1:
        raise Fault(*result.decode("utf-8", "replace").split("\n"))
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        raise Fault(f"解析用时超过 {limits.processor_seconds} 秒", _SPLIT)
    raise _DAMAGED
