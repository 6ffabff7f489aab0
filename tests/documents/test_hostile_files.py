"""What is broken or hostile is refused in one clear line, within the limits; nothing is left behind."""

import tempfile
import time
from pathlib import Path

import pytest

from assistant.documents import read_safely
from assistant.documents.pdf_file import MOST_PAGES
from assistant.documents.sandbox import MEGABYTE, Limits
from assistant.errors import UnreadableFile
from tests.documents import hostile as h

TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
XXE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
PARAGRAPH = "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"
NO_UNICODE = b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 >> >>] >>"
PAGES = b"<< /Type /Catalog /Pages 2 0 R >>"

# How the file is made, words of what is said, and the reason.
REFUSED: list[tuple[h.Maker, str, str]] = [
    # no file that could be opened
    (h.address("https://www.example.gov.cn/policy.pdf"), "网址", "an address"),
    (h.address("HTTP://example.gov.cn/a.docx"), "网址", "an address in capitals"),
    (h.address("file:///etc/passwd"), "网址", "an address of a local file"),
    (h.address("ftp:/example.gov.cn/a.txt"), "网址", "an address whose slash pathlib ate"),
    (h.address("\\\\server\\share\\a.docx"), "网址", "a file on another machine"),
    (h.address("/no/such/file.txt"), "不存在", "no such file"),
    (h.address("a\0b.txt"), "不存在", "a name that no file can have"),
    (h.address("x" * 5000 + ".txt"), "不存在", "a name that is too long"),
    (h.address(""), "文件夹", "nothing typed: the current folder"),
    (h.folder_named("a.docx"), "文件夹", "a folder named like a file"),
    (h.pipe, "管道或者设备", "a pipe that nobody writes to"),
    (h.listening, "管道或者设备", "a socket"),
    (h.address("/dev/zero"), "管道或者设备", "a device without an end"),
    (h.link("/etc/passwd"), "符号链接", "a link to elsewhere"),
    (h.link("a.txt"), "符号链接", "a link to itself"),
    (h.odd_name, "内容却不是 Word 文件", "line feeds and colours in the name"),
    # too large, empty, or something else
    (h.sparse(100 * MEGABYTE), "100 MB，超过 20 MB", "100 MB of text"),
    (h.sparse(20 * MEGABYTE + 1), "超过 20 MB", "a byte over the limit"),
    (h.given("a.txt", b""), "空的", "nothing in it"),
    (h.given("a.pdf", b"\r\n \x00"), "空的", "nothing but white space"),
    (h.given("a.docx", b"%PDF-1.7 ..."), "内容却是PDF 文件", "a PDF named .docx"),
    (h.given("a.pdf", h.good_docx()), "内容却是压缩包或者 Office 文件", "a DOCX named .pdf"),
    (h.given("a.html", b"\x89PNG\r\n\x1a\n"), "图片", "a picture named .html"),
    (h.given("a.docx", b"MZ\x90\x00"), "可执行程序", "a program named .docx"),
    (h.given("a.md", b"\x1f\x8b\x08\x00"), "压缩包", "an archive named .md"),
    (h.given("a.docx", b"{\\rtf1 text}"), "RTF", "RTF named .docx"),
    (h.given("a.docx", h.OLE), "旧版 Office 文件", "an old .doc named .docx"),
    (h.given("a.docx", h.OLE + "EncryptedPackage".encode("utf-16-le")), "密码", "a DOCX with a password"),
    (h.given("a.doc", h.OLE), "旧版 Word 文件", "an old format"),
    (h.given("a.docm", h.good_docx()), "宏", "a macro file by its name"),
    (h.given("a.xlsx", b"PK\x03\x04"), "不认识的文件格式 .xlsx", "a format without a reader"),
    (h.given("noname", b"x"), "没有扩展名", "no suffix"),
    (h.given("a.html", b"MIME-Version: 1.0\r\n"), "单个文件的网页", "a web archive"),
    (h.given("a.txt", bytes(range(256)) * 20), "看不出文字编码", "binary data"),
    (h.given("a.txt", "一、目标，补贴。".encode()[:-1]), "损坏", "a text cut within a character"),
    (h.given("a.md", b"\x00\x01\x02" * 100), "二进制", "control characters"),
    # DOCX: the archive
    (h.cut(h.docx({}), 0.6), "不完整", "cut off"),
    (h.given("a.docx", b"PK\x03\x04" + bytes(100)), "损坏", "only the beginning of an archive"),
    (h.given("a.docx", h.nested(1)), "普通压缩包", "an archive without a document"),
    (h.excel, "Excel", "a spreadsheet named .docx"),
    (h.docx({"word/document.xml": None}), "不是 Word 文档", "its main part is missing"),
    (h.docx({"word/media/a.bin": bytes(110 * MEGABYTE)}), "压缩炸弹", "a bomb by the size that it declares"),
    (h.docx({"word/theme/b.xml": b" " * (40 * MEGABYTE)}), "压缩炸弹", "a bomb by its ratio"),
    (h.patched_docx(h.lie_about_size), "损坏", "declares less than comes out"),
    (h.patched_docx(h.overlap), "压缩炸弹", "two members that share their bytes"),
    (h.docx({"word/media/inner.zip": h.nested(9)}), "还有压缩包", "archives within archives"),
    (h.many_members, "超过 2000 个", "too many members"),
    (h.docx({"../../evil.xml": b"<a/>"}), "不正常的文件名", "a path that leads out"),
    (h.docx({"/etc/cron.d/evil": b"x"}), "不正常的文件名", "an absolute path"),
    (h.docx({"word\\..\\evil.xml": b"<a/>"}), "不正常的文件名", "a path with backslashes"),
    (h.patched_docx(h.encrypt_flag), "密码", "an encrypted member"),
    (h.patched_docx(h.damage_data), "损坏", "compressed data overwritten"),
    (h.docx({"word/vbaProject.bin": b"macro"}), "宏", "macros within a .docx"),
    (h.docx({"[Content_Types].xml": TYPES}), "宏", "declared to have macros"),
    # DOCX: its XML
    (h.docx({"word/document.xml": h.word_xml(PARAGRAPH, XXE)}), "实体", "an entity that reads another file"),
    (h.docx({"word/document.xml": h.word_xml(PARAGRAPH, LAUGHS)}), "实体", "entities that multiply"),
    (h.docx({"word/styles.xml": f"{XXE}<a/>".encode("utf-16")}), "实体", "the same in UTF-16"),
    (h.docx({"word/a.xml": b'<?xml version="1.0" encoding="UTF-7"?><a/>'}), "不常见的编码", "hidden by an encoding"),
    (h.docx({"word/document.xml": b"<w:document"}), "Word 文件损坏", "no XML"),
    (h.docx({"word/document.xml": h.word_xml("<w:p>" * 5000)}), "Word 文件损坏", "elements never closed"),
    (h.docx({"word/document.xml": h.word_xml("")}), "没有文字", "a document without words"),
    # PDF
    (h.cut(h.pages(3), 0.5), "PDF", "a PDF cut off"),
    (h.given("a.pdf", b"%PDF-1.4\n" + b"garbage " * 50), "PDF 文件损坏", "nothing behind the first line"),
    (h.locked_pdf, "密码", "a PDF with a password"),
    (h.scan(("", "")), "整份文件里没有文字层", "a scan: it needs OCR"),
    (h.scan(("text", "", "more")), "第 2 页里没有文字层", "one page is a scan"),
    (h.scan(("", "")), "OCR", "what to do about a scan"),
    (h.pages(MOST_PAGES + 1), "超过 200 页", "too many pages"),
    (h.given("a.pdf", h.pdf([PAGES, b"<< /Type /Pages /Kids [] /Count 0 >>"])), "PDF 文件损坏", "no page"),
    (h.given("a.pdf", h.pdf([PAGES, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"])), "PDF 文件损坏", "pages in a circle"),
    (h.given("a.pdf", h.pdf([PAGES], b"/Prev 0")), "PDF 文件损坏", "a table of objects that is none"),
    (h.given("a.pdf", h.bomb(700)), "内存", "a stream that unpacks twice to 700 MB"),
    (h.given("a.pdf", h.text_page(b"BT /F 12 Tf 100 700 Td <0041004200430044> Tj ET", NO_UNICODE)), "乱码", "a font without Unicode values"),
    # HTML
    (h.given("a.html", b"<div>" * 200_000 + "文字".encode()), "过深", "elements within elements"),
    (h.given("a.html", b"<script>var a='" + "一、".encode() + b"'</script><p></p>"), "没有文字", "nothing but a script"),
    (h.given("a.htm", "纯文本。".encode()), "没有 HTML 标签", "no HTML"),
    (h.given("a.html", b"<table>" + b"<tr><td colspan=999999>a<td>b</tr>" * 2000 + b"</table>"), "表格过大", "cells that claim a million columns"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "says", "reason"), REFUSED, ids=[row[2] for row in REFUSED])
def test_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: h.Maker, says: str, reason: str
) -> None:
    left_behind = tmp_path / "temporary"
    left_behind.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(left_behind))
    path = make(tmp_path)
    before = sorted(tmp_path.iterdir())
    start = time.monotonic()
    with pytest.raises(UnreadableFile) as error:
        read_safely(path)
    assert time.monotonic() - start < 60, reason
    said = str(error.value)
    assert says in said
    assert said.startswith("文件读不了（") and said.endswith("。")
    assert said.isprintable(), "one line, without control characters"
    assert len(said) < 200
    assert sorted(tmp_path.iterdir()) == before
    assert list(left_behind.iterdir()) == []


def test_there_are_enough() -> None:
    assert len({reason for *_, reason in REFUSED}) == len(REFUSED) >= 40


TIGHT = [
    (Limits(memory_bytes=200 * MEGABYTE), h.given("a.pdf", h.bomb(150)), "内存", "memory"),
    (Limits(text_bytes=100), h.given("a.txt", "补贴。".encode() * 50), "读出的文字超过", "what comes out"),
    (Limits(file_bytes=10), h.given("a.txt", "补贴标准。".encode()), "超过 0 MB", "what goes in"),
    (Limits(processor_seconds=1), h.given("a.html", b"<p>" + b"<b>a</b>" * 390_000), "超过 1 秒", "processor time"),
    (Limits(wall_seconds=0), h.given("a.txt", "补贴。".encode()), "超过 0 秒", "time on the clock"),
]  # fmt: skip


@pytest.mark.parametrize(("limits", "make", "says", "reason"), TIGHT, ids=[row[3] for row in TIGHT])
def test_limits(tmp_path: Path, limits: Limits, make: h.Maker, says: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=says):
        read_safely(make(tmp_path), limits)


HARMLESS = [
    (h.docx({}), "每人500元", "a good file"),
    (h.docx({"word/embeddings/table.xlsx": h.nested(1)}), "每人500元", "a spreadsheet that is embedded is not opened"),
    (h.docx({"word/document.xml": h.word_xml('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>宽格</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>')}), "宽格", "a cell that claims a billion columns"),
    (h.given("a.html", "<p onclick='x()'>补贴每人500元。</p><img src='http://a.b/c.png'>".encode()), "每人500元", "nothing is fetched, nothing run"),
    (h.given("../a.txt".removeprefix("../"), "一、补贴。".encode()), "一、补贴", "a plain text"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "words", "reason"), HARMLESS, ids=[row[2] for row in HARMLESS])
def test_harmless(tmp_path: Path, make: h.Maker, words: str, reason: str) -> None:
    assert words in read_safely(make(tmp_path)), reason
