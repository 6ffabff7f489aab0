"""Whether a ZIP archive, as a DOCX file is one, can be unpacked and read without harm; before parsing."""

import re
import struct
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from assistant.documents.faults import Fault

MOST_MEMBERS = 2_000
LARGEST_UNPACKED = 100 * 1024 * 1024
_STEEPEST_RATIO = 200
_SMALL = 2 * 1024 * 1024  # below this size any ratio is harmless
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_ARCHIVES = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ")
_ODD_NAME = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\\|[\x00-\x1f\x7f]")
_ENTITIES = re.compile("<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)")
_SAFE_ENCODINGS = {"utf-8", "utf-16", "us-ascii", "ascii"}
_BOMB = ("压缩包展开后过大，可能是压缩炸弹", "请用 Word 打开原文件另存为 .docx，不要使用来源不明的文件")
_MACROS = ("文件带有宏", "请用 Word 另存为不带宏的 .docx")
_DAMAGED = ("压缩结构损坏或者文件不完整", "请重新取得完整的文件")


def check_archive(content: bytes) -> None:
    """Check a DOCX file's archive.

    Raises Fault where it is damaged, no Word document, encrypted, has macros, unpacks to too much (by what it
    declares and by what really comes out), has members that overlap, lie elsewhere or are archives
    themselves, or XML that declares entities.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            _check(archive, content)
    except (BadZipFile, EOFError, struct.error, ValueError, NotImplementedError, OverflowError) as error:
        raise Fault(*_DAMAGED) from error
    except RuntimeError as error:  # zipfile: a password is required
        raise Fault("文件加了密码", "请去掉密码后另存，再试一次") from error
    except Exception as error:
        # zlib.error, LZMAError: the compressed data are damaged
        if isinstance(error, Fault | MemoryError):
            raise
        raise Fault(*_DAMAGED) from error


def _check(archive: ZipFile, content: bytes) -> None:
    members = archive.infolist()
    names = [member.filename for member in members]
    if len(members) > MOST_MEMBERS:
        raise Fault(f"压缩包里的文件超过 {MOST_MEMBERS} 个", _BOMB[1])
    if any(_ODD_NAME.search(member.orig_filename) for member in members) or len(set(names)) < len(names):
        raise Fault("压缩包里有不正常的文件名", _BOMB[1])
    if any(member.flag_bits & 1 for member in members):
        raise Fault("文件加了密码", "请去掉密码后另存，再试一次")
    if sum(member.file_size for member in members) > LARGEST_UNPACKED or _overlap(members, content):
        raise Fault(*_BOMB)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Fault(*_MACROS)
    if "[Content_Types].xml" not in names or "word/document.xml" not in names:
        raise Fault(f"不是 Word 文档（{_kind(names)}）", "请另存为 .docx，或者改用正确的扩展名")
    left = LARGEST_UNPACKED
    for member in members:
        left -= _check_member(archive, member, left)


def _check_member(archive: ZipFile, member: ZipInfo, left: int) -> int:
    """Unpack a member as far as is allowed, and look into it; its real size."""
    steep = max(_SMALL, _STEEPEST_RATIO * member.compress_size)
    allowed = min(left, steep, member.file_size)
    with archive.open(member) as stream:
        data = stream.read(allowed + 1)
    if len(data) > allowed:
        raise Fault(*_BOMB)
    if data.startswith(_ARCHIVES) and not member.filename.startswith("word/embeddings/"):
        raise Fault("压缩包里还有压缩包", _BOMB[1])
    if member.filename.lower().endswith((".xml", ".rels")):
        _check_xml(data)
    if member.filename == "[Content_Types].xml" and b"macroenabled" in data.lower():
        raise Fault(*_MACROS)
    return len(data)


def _check_xml(data: bytes) -> None:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:4]
    declared = _DECLARED.match(data.replace(b"\x00", b"") if wide else data.removeprefix(b"\xef\xbb\xbf"))
    if declared and declared[1].decode("latin-1").lower() not in _SAFE_ENCODINGS:
        raise Fault("文件里的 XML 用了不常见的编码", _BOMB[1])
    text = (data.replace(b"\x00", b"") if wide else data).decode("latin-1")
    if _ENTITIES.search(text):
        raise Fault("文件里的 XML 声明了实体（可能用来读取别的文件）", _BOMB[1])


def _overlap(members: list[ZipInfo], content: bytes) -> bool:
    """Whether two members share bytes, as they do in a bomb that unpacks one kernel again and again."""
    end = 0
    for member in sorted(members, key=lambda m: m.header_offset):
        start = member.header_offset
        header = content[start : start + _LOCAL_HEADER.size]
        if start < end or len(header) < _LOCAL_HEADER.size:
            return True
        *_, name_length, extra_length = _LOCAL_HEADER.unpack(header)
        end = start + _LOCAL_HEADER.size + name_length + extra_length + member.compress_size
    return False


def _kind(names: list[str]) -> str:
    for start, kind in (("xl/", "Excel 表格"), ("ppt/", "PowerPoint 演示文稿"), ("OFD.xml", "OFD 版式文件")):
        if any(name.startswith(start) for name in names):
            return kind
    return "OpenDocument 文档" if "mimetype" in names else "普通压缩包"
