"""Source files as text: encodings, plain text and Markdown; what is wrong with a file is said in one line."""

from pathlib import Path

import pytest

from assistant.documents import load_library, mend, read_source
from assistant.documents.tables import read_tables
from assistant.errors import CorpusError, UnreadableFile

WORDS = "一、目标任务\n为促进就业，给予职业技能培训补贴每人1500元。"
TRADITIONAL = "一、目標任務\n為促進就業，給予職業技能培訓補貼每人1500元。"

ENCODED = [
    (WORDS.encode(), WORDS, "plain UTF-8"),
    (b"\xef\xbb\xbf" + WORDS.encode(), WORDS, "with a byte order mark"),
    (WORDS.encode("gb18030"), WORDS, "GB18030, as old offices save"),
    (b"\x84\x31\x95\x33" + WORDS.encode("gb18030"), WORDS, "GB18030 with its mark"),
    (
        "由赵㐂、龘某负责，培训补贴标准另行制定。".encode("gb18030"),
        "由赵㐂、龘某负责，培训补贴标准另行制定。",
        "rare characters among everyday ones",
    ),
    (b"\xff\xfe" + WORDS.encode("utf-16-le"), WORDS, "UTF-16, as Notepad's Unicode"),
    (b"\xfe\xff" + WORDS.encode("utf-16-be"), WORDS, "UTF-16, the other way round"),
    (WORDS.encode("utf-16-le"), WORDS, "UTF-16 without a mark"),
    (b"\xff\xfe\x00\x00" + WORDS.encode("utf-32-le"), WORDS, "UTF-32, whose mark begins as UTF-16's"),
    (TRADITIONAL.encode("big5"), TRADITIONAL, "Big5 is no GB18030"),
    (TRADITIONAL.encode("gb18030"), TRADITIONAL, "traditional characters in GB18030"),
    ("No. 1 培训".encode("gb18030"), "No. 1 培训", "a few characters"),
    (b"plain", "plain", "ASCII"),
    (
        "⼀、⽬标：⼈⺠⻓⻋⻔".encode(),
        "一、目标：人民长车门",
        "radicals, as browsers print into PDF, are whole characters",
    ),
    ("一\u200b、目\u202e标\x7f".encode(), "一、目标", "what nobody sees is taken out"),
]


@pytest.mark.parametrize(("content", "text", "reason"), ENCODED, ids=[row[2] for row in ENCODED])
def test_encoding(tmp_path: Path, content: bytes, text: str, reason: str) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes(content)
    assert read_source(path) == text, reason


def test_line_ends_are_left_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "source.TXT"
    path.write_bytes("一\r\n二".encode())
    assert read_source(path) == "一\r\n二"


BROKEN = [
    ("source.txt", WORDS.encode()[:-2], "UTF-8 文本在第 80 字节处损坏", "cut within a character"),
    ("source.txt", b"\xff\xfe" + WORDS.encode("utf-16-le") + b"\x00", "UTF-16-LE 文本", "half a character"),
    ("source.txt", bytes(range(256)) * 40, "看不出文字编码", "no text in any encoding"),
    ("source.txt", b"MZ" + b"\x00\x01" * 400, "二进制", "control characters"),
    ("source.xyz", b"", "不认识的文件格式 .xyz", "no reader for the format"),
    ("source", b"", "没有扩展名", "no suffix at all"),
    ("source.txt", None, "不存在", "no such file"),
    ("source.txt", b" \n\t\n", "没有文字", "nothing but white space"),
    ("source.html", "只有文字。".encode(), "没有 HTML 标签", "no HTML"),
]


@pytest.mark.parametrize(("name", "content", "says", "reason"), BROKEN, ids=[row[3] for row in BROKEN])
def test_what_cannot_be_read(
    tmp_path: Path, name: str, content: bytes | None, says: str, reason: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=says) as error:
        read_source(path)
    assert str(error.value).startswith(f"文件读不了（{name}）："), reason
    assert "\n" not in str(error.value)


def test_an_unreadable_source_stops_the_start(small_corpus: object) -> None:
    assert callable(small_corpus)
    corpus = small_corpus("", "")
    (corpus / "policies" / "small" / "source.txt").write_bytes(b"\x00\x01" * 50)
    with pytest.raises(CorpusError, match=r"small/source\.txt"):
        load_library(corpus)


MARKDOWN = [
    ("## 一、目标\n\n每人**500元**。", "一、目标\n每人500元。\n", "headings and bold"),
    ("---\ntitle: 办法\ndate: 2024-01-01\n---\n一、目标\n", "一、目标\n", "front matter"),
    ("见[附件](http://a.b/c(1).pdf \"下载\")。![图](x.png)", "见附件。\n", "a link's words, no picture"),
    ("1\\. 岗前培训。\\*注\\*", "1. 岗前培训。*注*\n", "escaped marks"),
    ("<!-- 每人9999元 -->二、标准", "二、标准\n", "a comment is not printed"),
    ("> 一、引用\n", "一、引用\n", "a quotation"),
    ("|甲|乙|\n|-|-|\n|1\\|2|**3**|\n\n正文。", "甲\t乙\n1|2\t3\n正文。\n", "a table with an escaped bar"),
    ("甲 | 乙\n--- | ---\n1 | 2\n", "甲\t乙\n1\t2\n", "a table without outer bars"),
    ("|甲|乙|\n|:--|--:|\n|1||\n", "甲\t乙\n1\t\n", "an empty cell"),
    ("甲|乙不是表格。", "甲|乙不是表格。\n", "a bar in prose"),
    ("<table><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr></table>", "甲\t1\n甲\t2\n", "an HTML table"),
    ("第一行<br>第二行。", "第一行\n第二行。\n", "a line break"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "mended", "reason"), MARKDOWN, ids=[row[2] for row in MARKDOWN])
def test_markdown(tmp_path: Path, source: str, mended: str, reason: str) -> None:
    path = tmp_path / "source.md"
    path.write_text(source, encoding="utf-8")
    assert mend(read_source(path)) == mended, reason


def test_rows_of_a_markdown_table_are_its_cells(tmp_path: Path) -> None:
    path = tmp_path / "source.md"
    path.write_text("一、标准\n\n| 等级 | 金额 |\n| --- | --- |\n| 高级工 | 2000元 |\n", encoding="utf-8")
    assert read_tables(mend(read_source(path)).splitlines()) == ((("等级", "金额"), ("高级工", "2000元")),)
