"""What a file really is, by its first bytes, held against what its name says."""

from assistant.documents.faults import Fault

_WORD_OR = "请另存为 .docx、.pdf、.html、.md 或 .txt"
# First bytes → what such a file is called, and the suffixes that it may have.
_KINDS: tuple[tuple[bytes, str, tuple[str, ...]], ...] = (
    (b"%PDF-", "PDF 文件", (".pdf",)),
    (b"PK\x03\x04", "压缩包或者 Office 文件", (".docx",)),
    (b"PK\x05\x06", "空的压缩包", ()),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Office 文件（.doc、.xls、.wps）", ()),
    (b"{\\rtf", "RTF 文件", ()),
    (b"\x89PNG", "图片", ()),
    (b"\xff\xd8\xff", "图片", ()),
    (b"GIF8", "图片", ()),
    (b"BM6", "图片", ()),
    (b"II*\x00", "图片", ()),
    (b"MM\x00*", "图片", ()),
    (b"RIFF", "图片或者录音", ()),
    (b"Rar!", "压缩包", ()),
    (b"7z\xbc\xaf", "压缩包", ()),
    (b"\x1f\x8b\x08", "压缩包", ()),
    (b"BZh", "压缩包", ()),
    (b"\xfd7zXZ", "压缩包", ()),
    (b"MZ", "可执行程序", ()),
    (b"\x7fELF", "可执行程序", ()),
    (b"SQLite format 3", "数据库", ()),
    (b"MIME-Version:", "单个文件的网页（.mht）", ()),
    (b"From: <Saved by", "单个文件的网页（.mht）", ()),
)
_NEEDED = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04"}
_PDF_STARTS_WITHIN = 1024
_NO_DOCX = {".docm": "带宏的 Word 文件", ".doc": "旧版 Word 文件", ".wps": "WPS 文件", ".rtf": "RTF 文件"}


def check_kind(suffix: str, content: bytes) -> None:
    """Hold a file's content against its suffix, which is in lower case and has a reader.

    Raises Fault where the file is empty, encrypted as a whole, or something else than its name says.
    """
    if not content.strip(b"\x00 \t\r\n"):
        raise Fault("文件是空的", "请重新取得文件")
    if content.startswith(b"\xd0\xcf\x11\xe0") and "EncryptedPackage".encode("utf-16-le") in content:
        raise Fault("文件加了密码", "请去掉密码后另存，再试一次")
    if suffix == ".pdf" and b"%PDF-" in content[:_PDF_STARTS_WITHIN]:
        return
    for start, kind, suffixes in _KINDS:
        if content.removeprefix(b"\xef\xbb\xbf").startswith(start) and suffix not in suffixes:
            raise Fault(
                f"扩展名是 {suffix}，内容却是{kind}",
                f"请改用正确的扩展名，或者用原来的软件打开后{_WORD_OR[1:]}",
            )
    if not content.startswith(_NEEDED.get(suffix, b"")):
        kind = "PDF" if suffix == ".pdf" else "Word"
        raise Fault(f"扩展名是 {suffix}，内容却不是 {kind} 文件，或者文件已经损坏", "请重新取得完整的文件")


def unknown_suffix(suffix: str) -> Fault:
    """What is said of a file whose suffix has no reader."""
    kind = _NO_DOCX.get(suffix)
    if suffix == ".docm":
        return Fault("是带宏的 Word 文件", "请用 Word 另存为不带宏的 .docx")
    what = f"是{kind}，读不了" if kind else f"不认识的文件格式 {suffix or '（没有扩展名）'}"
    return Fault(what, _WORD_OR)
