"""Python reads this file at its start where its folder is in PYTHONPATH: from then on nothing leaves the machine.

Each attempt to look up or to reach anything but this machine fails, and is written to the file OFFLINE_LOG, so that
an attempt whose failure is swallowed is seen too.
"""

import os
import socket
import sys
from typing import Any

_HERE = {"localhost", "127.0.0.1", "::1", "0.0.0.0", "", None}
_NAMED_FIRST = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
_ADDRESSED = {"socket.connect", "socket.sendto", "socket.sendmsg"}


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _NAMED_FIRST:
        host = arguments[0]
    elif event in _ADDRESSED and arguments[0].family in (socket.AF_INET, socket.AF_INET6) and arguments[1]:
        host = arguments[1][0]
    else:
        return
    host = host.decode() if isinstance(host, bytes) else host
    if host in _HERE:
        return
    with open(os.environ["OFFLINE_LOG"], "a", encoding="utf-8") as log:  # noqa: PTH123 - no imports at this hour
        log.write(f"{event} {host}\n")
    raise OSError(f"offline: {event} {host}")


sys.addaudithook(_watch)
