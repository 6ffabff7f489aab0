"""Files that are broken, or made to do harm: each a function that writes one into a folder and gives its path."""

import os
import socket
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from docx import Document
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from assistant.documents.archives import MOST_MEMBERS

Maker = Callable[[Path], Path | str]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT = (
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>一、补贴标准</w:t></w:r></w:p></w:body></w:document>'
)


def given(name: str, content: bytes) -> Maker:
    """A file of that content."""

    def make(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return make


def address(text: str) -> Maker:
    """No file, but what somebody typed."""
    return lambda folder: text


def good_docx() -> bytes:
    """A Word document of one line."""
    document, written = Document(), BytesIO()
    document.add_paragraph("一、补贴标准。每人500元。")
    document.save(written)
    return written.getvalue()


def docx(changed: Mapping[str, bytes | None], name: str = "a.docx") -> Maker:
    """A Word document with members added, replaced, or (None) left out."""

    def make(folder: Path) -> Path:
        with zipfile.ZipFile(BytesIO(good_docx())) as source:
            members = {i.filename: source.read(i) for i in source.infolist()}
        members |= {key: value for key, value in changed.items() if value is not None}
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as target:
            for member, data in members.items():
                if changed.get(member, b"") is not None:
                    target.writestr(member, data)
        return folder / name

    return make


def patched_docx(patch: Callable[[bytearray], object]) -> Maker:
    """A Word document whose bytes were changed afterwards."""

    def make(folder: Path) -> Path:
        content = bytearray(good_docx())
        patch(content)
        return Path(given("a.docx", bytes(content))(folder))

    return make


def central_entries(content: bytearray) -> list[int]:
    """Where the entries of an archive's directory begin."""
    found, at = [], content.find(b"PK\x01\x02")
    while at >= 0:
        found.append(at)
        at = content.find(b"PK\x01\x02", at + 1)
    return found


def overlap(content: bytearray) -> None:
    """Let the second member begin where the first does."""
    first, second = central_entries(content)[:2]
    content[second + 42 : second + 46] = content[first + 42 : first + 46]


def encrypt_flag(content: bytearray) -> None:
    """Mark a member as encrypted."""
    content[central_entries(content)[0] + 8] |= 1


def lie_about_size(content: bytearray) -> None:
    """Declare that the largest member unpacks to ten bytes."""
    largest = max(central_entries(content), key=lambda at: struct.unpack_from("<L", content, at + 24)[0])
    struct.pack_into("<L", content, largest + 24, 10)


def damage_data(content: bytearray) -> None:
    """Overwrite compressed bytes of the first member."""
    content[60:120] = b"\xff" * 60


def word_xml(body: str, before: str = "") -> bytes:
    """A word/document.xml."""
    return f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()


def many_members(folder: Path) -> Path:
    members: dict[str, bytes | None] = {f"word/m{i}.xml": b"<a/>" for i in range(MOST_MEMBERS + 1)}
    return Path(docx(members)(folder))


def nested(levels: int) -> bytes:
    """An archive within an archive within …"""
    data = bytes(1000)
    for _ in range(levels):
        written = BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("inner.zip", data)
        data = written.getvalue()
    return data


def excel(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "a.docx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return folder / "a.docx"


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "a.txt")
    return folder / "a.txt"


def listening(folder: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(folder / "a.txt"))
    return folder / "a.txt"


def link(target: str) -> Maker:
    def make(folder: Path) -> Path:
        (folder / "a.txt").symlink_to(target)
        return folder / "a.txt"

    return make


def folder_named(name: str) -> Maker:
    def make(folder: Path) -> Path:
        (folder / name).mkdir()
        return folder / name

    return make


def sparse(size: int) -> Maker:
    """A file of so many bytes that takes no room on the disk."""

    def make(folder: Path) -> Path:
        with (folder / "a.txt").open("wb") as file:
            file.truncate(size)
        return folder / "a.txt"

    return make


def odd_name(folder: Path) -> Path:
    return Path(given("a\n\x1b[31m红" + "长" * 60 + ".docx", b"x")(folder))


def scan(texts: tuple[str, ...]) -> Maker:
    """A PDF whose pages are a picture where the text is empty."""

    def make(folder: Path) -> Path:
        picture = ImageReader(Image.new("L", (60, 80), 200))
        canvas = Canvas(str(folder / "a.pdf"), pagesize=(600, 800))
        for text in texts:
            if text:
                canvas.drawString(100, 700, text)
            else:
                canvas.drawImage(picture, 0, 0, 600, 800)
            canvas.showPage()
        canvas.save()
        return folder / "a.pdf"

    return make


def locked_pdf(folder: Path) -> Path:
    locked = StandardEncryption("open sesame", "owner", canPrint=0)
    canvas = Canvas(str(folder / "a.pdf"), encrypt=locked)
    canvas.drawString(100, 700, "secret")
    canvas.save()
    return folder / "a.pdf"


def pages(count: int) -> Maker:
    def make(folder: Path) -> Path:
        canvas = Canvas(str(folder / "a.pdf"))
        for _ in range(count):
            canvas.drawString(100, 700, "page")
            canvas.showPage()
        canvas.save()
        return folder / "a.pdf"

    return make


def cut(make: Maker, share: float) -> Maker:
    """The first part of a file."""

    def make_cut(folder: Path) -> Path:
        path = Path(make(folder))
        content = path.read_bytes()
        path.write_bytes(content[: int(share * len(content))])
        return path

    return make_cut


def pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1, with a correct table of them; the first is the catalogue."""
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    content += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        trailer,
        start,
    )
    return content


def stream(data: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    """A compressed stream object."""
    return b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(data), filters, data)


def bomb(megabytes: int) -> bytes:
    """A page whose content unpacks twice to so much white space."""
    once = zlib.compress(b" " * (megabytes * 1024 * 1024), 9)
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
        stream(zlib.compress(once, 9), b"[/FlateDecode /FlateDecode]"),
    ])  # fmt: skip


def text_page(content: bytes, font: bytes) -> bytes:
    """A page that prints a content stream in a font."""
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        stream(zlib.compress(content)),
        font,
    ])  # fmt: skip
