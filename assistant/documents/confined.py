"""The child process of sandbox.py: sets its own limits, parses what comes on standard input, and ends.

Exit status 0: the text is on standard output. 1: what is wrong, and what to do, on two lines.
"""

import os
import resource
import sys
from typing import NoReturn

from assistant.documents.faults import Fault
from assistant.documents.readers import parse

_TOO_LARGE = Fault(
    "解析它需要的内存超过上限，内容可能过大或者被做过手脚", "请用原来的软件打开后另存，再试一次"
)
_TOO_DEEP = Fault("文件的结构嵌套太深", "请用原来的软件打开后另存，再试一次")
_TOO_LONG = "请拆成几个小文件，或者只保留正文后另存"
# What no parser of documents has to do: reach other machines, start programs, write files.
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


def main() -> NoReturn:
    """Parse standard input; arguments: suffix, most bytes of text and of memory, processor seconds."""
    suffix, (text_bytes, memory_bytes, seconds) = sys.argv[1], map(int, sys.argv[2:5])
    sys.dont_write_bytecode = True
    content = sys.stdin.buffer.read()
    if sys.platform == "linux":  # elsewhere the kernel knows no such limit
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 * text_bytes, 2 * text_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_forbid)
    status, output = _outcome(suffix, content, text_bytes)
    sys.stdout.buffer.write(output)
    sys.stdout.buffer.flush()
    os._exit(status)  # what a parser left behind has nothing to say any more


def _forbid(event: str, arguments: tuple[object, ...]) -> None:
    writes = event == "open" and isinstance(arguments[2], int) and bool(arguments[2] & _WRITING)
    if writes or event.startswith(_FORBIDDEN):
        raise PermissionError(event)


def _outcome(suffix: str, content: bytes, text_bytes: int) -> tuple[int, bytes]:
    try:
        text = parse(suffix, content).encode()
        if len(text) <= text_bytes:
            return 0, text
        told = Fault(f"读出的文字超过 {text_bytes / 1024 / 1024:.0f} MB", _TOO_LONG)
    except Fault as fault:
        told = fault
    except MemoryError:
        told = _TOO_LARGE
    except RecursionError:
        told = _TOO_DEEP
    return 1, f"{told.what}\n{told.remedy}".encode()
