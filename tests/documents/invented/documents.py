"""Invented policies in different shapes, each with what is true of it in expected/<id>.yaml."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.documents.invented import anhua, chishui, lingbao, nanxun, ruijin, zhucheng

HERE = Path(__file__).parent


def _copied(name: str) -> Callable[[Path], object]:
    return lambda path: shutil.copyfile(HERE / name, path)


def _recoded(name: str, encoding: str) -> Callable[[Path], object]:
    """Kept as UTF-8, so that a person can review it, and written as the office would."""
    return lambda path: path.write_bytes((HERE / name).read_text(encoding="utf-8").encode(encoding))


# Policy id → file name, and what writes the file.
DOCUMENTS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "nanxun-2023-18": ("nanxun-2023-18.docx", nanxun.build),
    "ruijin-2024-12": ("ruijin-2024-12.docx", ruijin.build),
    "zhucheng-2021-15": ("zhucheng-2021-15.pdf", zhucheng.build),
    "chishui-2022-33": ("chishui-2022-33.pdf", chishui.build),
    "rugao-2023-44": ("rugao-2023-44.html", _copied("rugao.html")),
    "chibi-2020-2": ("chibi-2020-2.html", _recoded("chibi.html", "gb18030")),
    "langzhong-2025-3": ("langzhong-2025-3.txt", _recoded("langzhong.txt", "utf-8-sig")),
    "tengchong-2024-26": ("tengchong-2024-26.md", _copied("tengchong.md")),
    "anhua-2024-21": ("anhua-2024-21.docx", anhua.build),
    "minqin-2021-2": ("minqin-2021-2.html", _copied("minqin.html")),
    "liping-2021-3": ("liping-2021-3.txt", _recoded("liping.txt", "gb18030")),
    "lingbao-2023-31": ("lingbao-2023-31.pdf", lingbao.build),
}


def write(policy_id: str, folder: Path) -> Path:
    """Write one of the documents into a folder; its file."""
    name, writer = DOCUMENTS[policy_id]
    writer(folder / name)
    return folder / name
