"""What Word prints: its numbers, tables, text boxes, revisions."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from assistant.documents.docx_file import read
from assistant.documents.printed_numbers import print_number
from tests.documents.invented.word import Word


def lines(build: Callable[[Word], object]) -> list[str]:
    word, written = Word(), BytesIO()
    build(word)
    word.document.save(written)
    return [line.strip("\u3000") for line in read(written.getvalue()).splitlines()]


def insert(word: Word, xml: str) -> None:
    word.document.element.body.insert(0, parse_xml(xml.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))


def headings(word: Word) -> None:
    """Numbers that hang on the heading styles."""
    word.numbering(71, [("decimal", "%1"), ("decimal", "%1.%2"), ("chineseCounting", "（%3）")])
    for style, level in (("Heading 1", 0), ("Heading 2", 1)):
        properties = word.document.styles[style].element.get_or_add_pPr()
        numbering = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="71"/></w:numPr>'
        properties.append(parse_xml(numbering))
    for depth, text in ((1, "总则"), (2, "目的"), (1, "标准"), (2, "培训"), (2, "生活")):
        word.paragraph(text, style=f"Heading {depth}")


def restarted(word: Word) -> None:
    word.numbering(72, [("decimal", "%1.")])
    word.restarted(73, of=72, level=0)
    for text, list_id in (("甲", 72), ("乙", 72), ("丙", 73), ("丁", 73), ("戊", 72)):
        word.numbered(text, 0, list_id=list_id)


def year_first(word: Word) -> None:
    word.numbering(74, [("decimal", "%1.")])
    word.numbered("2023年前取得证书的", 0, list_id=74)


def articles(word: Word) -> None:
    word.numbering(
        75, [("chineseCountingThousand", "第%1章"), ("chineseCountingThousand", "第%2条")], restarts=False
    )
    for text, level in (("甲", 0), ("子", 1), ("乙", 0), ("丑", 1)):
        word.numbered(text, level, list_id=75)


def deleted(word: Word) -> None:
    word.numbering(76, [("decimal", "%1.")])
    word.numbered("甲", 0, list_id=76)
    gone = word.numbered("", 0, list_id=76)
    word.revised(gone, "删去的一项", "")
    gone._p.pPr.append(parse_xml(f"<w:rPr {nsdecls('w')}><w:del w:id='9' w:author='x'/></w:rPr>"))
    word.numbered("乙", 0, list_id=76)


def text_box(word: Word) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>某人社发〔2024〕8号</w:t></w:r></w:p></w:txbxContent>"
    insert(
        word,
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
    )


def content_control(word: Word) -> None:
    insert(
        word,
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>一、目标</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    )


def hidden(word: Word) -> None:
    insert(
        word, "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r><w:r><w:t>看得见</w:t></w:r></w:p>"
    )


def field(word: Word) -> None:
    insert(
        word,
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>2024年5月1日</w:t></w:r></w:p>",
    )


def layout_table(word: Word) -> None:
    word.table([["某市人社局文件"], ["一、目标"]])


def grouped_table(word: Word) -> None:
    rows = [
        ["标准表", "", ""],
        ["类别", "城镇", "农村"],
        ["一、就业", "", ""],
        ["岗前", "500", "600"],
        ["注：元。", "", ""],
    ]
    word.table(rows, [(0, 0, 0, 2), (2, 0, 2, 2), (4, 0, 4, 2)])


def nested_table(word: Word) -> None:
    table: Any = word.table([["甲", "乙"]])
    inner = table.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "子", "丑"


def numbers_in_cells(word: Word) -> None:
    word.numbering(77, [("decimal", "%1")])
    table: Any = word.table([["", "焊工"], ["", "电工"]])
    for at in (0, 1):
        properties = table.cell(at, 0).paragraphs[0]._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>')
        )
    assert table._tbl.find(qn("w:tr")) is not None


def footnotes(word: Word) -> None:
    """A note in a sentence, one in a cell, and one that names itself; a deleted mark has none."""
    word.footnote(word.paragraph("每人500元。"), "含税。")
    table: Any = word.table([["级", "元"], ["高", "2"]])
    word.footnote(table.cell(0, 1).paragraphs[0], "按年计。")
    word.footnote(word.paragraph("乙。"), "说明：丙。")
    last = word.paragraph("丁。")
    word.footnote(last, "删去的注。")
    word.revised(last, "", "")
    last._p.find(qn("w:del")).append(last._p.findall(qn("w:r"))[-1])


def item_with_tables(word: Word) -> None:
    """Two tables in a numbered item, cells merged both ways; the list goes on behind them."""
    word.numbering(78, [("decimal", "%1."), ("lowerLetter", "%2)")])
    word.numbered("标准：", 0, list_id=78)
    word.table(
        [["类", "标准", ""], ["", "初级", "高级"], ["甲", "1", "2"], ["", "3", "4"]],
        [(0, 0, 1, 0), (0, 1, 0, 2), (2, 0, 3, 0)],
    )
    word.paragraph("表二")
    word.table([["级", "元"], ["高", "9"]])
    word.numbered("条件：", 0, list_id=78)
    word.numbered("年满十六周岁；", 1, list_id=78)
    word.numbered("期限。", 0, list_id=78)


READ = [
    (
        footnotes,
        ["每人500元。", "注：含税。", "级\t元", "高\t2", "注：按年计。", "乙。", "说明：丙。", "丁。"],
        "footnotes",
    ),
    (
        item_with_tables,
        [
            *(
                "1.标准：",
                "类\t标准\t标准",
                "类\t初级\t高级",
                "甲\t1\t2",
                "甲\t3\t4",
                "表二",
                "级\t元",
                "高\t9",
            ),
            *("2.条件：", "a)年满十六周岁；", "3.期限。"),
        ],
        "tables in a numbered item, a list in a list",
    ),
    (
        lambda word: (word.running("公报", "第 3 页"), word.paragraph("甲。")),
        ["甲。"],
        "running heads and feet",
    ),
    (headings, ["1 总则", "1.1 目的", "2 标准", "2.1 培训", "2.2 生活"], "numbers of styles"),
    (restarted, ["1.甲", "2.乙", "1.丙", "2.丁", "3.戊"], "a list that begins anew, and goes on"),
    (year_first, ["1. 2023年前取得证书的"], "a number does not run into a year"),
    (articles, ["第一章甲", "第一条子", "第二章乙", "第二条丑"], "articles count on through chapters"),
    (deleted, ["1.甲", "2.乙"], "a deleted item is not counted"),
    (text_box, ["某人社发〔2024〕8号"], "a text box, once"),
    (content_control, ["一、目标"], "a content control"),
    (hidden, ["看得见"], "hidden text is left out"),
    (field, ["2024年5月1日"], "a field's result, not its code"),
    (lambda word: word.paragraph("甲\n乙\t丙"), ["甲", "乙　丙"], "a soft line break and a tab"),
    (layout_table, ["某市人社局文件", "一、目标"], "a table of one column is no table"),
    (
        grouped_table,
        ["标准表", "类别\t城镇\t农村", "一、就业\t\t", "岗前\t500\t600", "注：元。"],
        "title, groups, note",
    ),
    (nested_table, ["甲\t乙 子 丑"], "a table in a cell"),
    (numbers_in_cells, ["1\t焊工", "2\t电工"], "a column that Word numbers"),
]


@pytest.mark.parametrize(("build", "expected", "reason"), READ, ids=[row[2] for row in READ])
def test_read(build: Callable[[Word], object], expected: list[str], reason: str) -> None:
    found = lines(build)
    assert [line.replace(". ", ".") for line in found] == [x.replace(". ", ".") for x in expected], reason


def test_a_number_and_a_year_are_apart() -> None:
    assert lines(year_first) == ["1. 2023年前取得证书的"]


NUMBERS = [
    (10, "chineseCounting", "十"),
    (21, "chineseCountingThousand", "二十一"),
    (105, "chineseCountingThousand", "一百零五"),
    (110, "chineseCountingThousand", "一百一十"),
    (2020, "chineseCountingThousand", "二千零二十"),
    (12, "ideographDigital", "一二"),
    (3, "chineseLegalSimplified", "叁"),
    (2, "ideographTraditional", "乙"),
    (3, "decimalEnclosedCircle", "③"),
    (30, "decimalEnclosedCircle", "30"),
    (4, "lowerRoman", "iv"),
    (28, "upperLetter", "BB"),
    (7, "decimalZero", "07"),
    (7, "unheard-of", "7"),
]


@pytest.mark.parametrize(("number", "form", "printed"), NUMBERS)
def test_number(number: int, form: str, printed: str) -> None:
    assert print_number(number, form) == printed
