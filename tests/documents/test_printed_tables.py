"""Tables without ruled lines, tables that a page cuts, pages in two columns; and prose that is none of these."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics

from assistant.documents import read_source
from assistant.documents.cut_tables import joined_tables
from assistant.documents.printed_lines import Grid
from assistant.documents.tables import Cell, print_table
from tests.documents.invented.paper import FONT, Paper

LONG = "企业组织职工参加岗位技能提升培训并取得职业资格证书的，按照每人1500元的标准给予企业培训补贴，所需资金从就业补助资金列支。"
OTHER = "对参加项目制培训的脱贫享受政策人口，在培训期间按照每人每天五十元的标准给予生活费补贴，每人每年只能享受一次，不得重复申领。"
LEVELS = [["等级", "补贴标准（元/人）"], ["初级工", "800"], ["中级工", "1200"], ["高级工", "2000"]]
KINDS = [
    ["序号", "职业（工种）", "课时", "标准（元）"],
    ["1", "电工", "80", "1600"],
    ["2", "制冷空调系统安装维修工和锅炉设备检修工", "120", "2400"],
    ["3", "焊工", "96", "1650"],
]


def lines(folder: Path, write: Callable[[Paper], object], **options: object) -> list[str]:
    paper = Paper(folder / "a.pdf", **options)  # type: ignore[arg-type]
    write(paper)
    paper.save()
    return [line.strip("\u3000") for line in read_source(folder / "a.pdf").splitlines()]


def rows(table: list[list[str]]) -> list[str]:
    return ["\t".join(row) for row in table]


def place(paper: Paper, cells: list[tuple[float, float, str]], size: float = 12) -> None:
    """Words at places: from the left margin, and down from the last line."""
    for x, y, words in cells:
        paper._draw(words, paper.margin + x, paper.y - y, size)
    paper.y -= max(y for _, y, _ in cells) + paper.leading


def narrow(paper: Paper) -> None:
    paper.paragraph(LONG)
    paper.plain_table(LEVELS, [150, 150])
    paper.paragraph(LONG)


def wrapped(paper: Paper) -> None:
    paper.plain_table(KINDS, [50, 150, 80, 100])
    paper.flush("（二）其他标准")


def evenly_set(paper: Paper) -> None:
    """No more room between rows than between the lines of a cell: a row begins with its figure."""
    paper.plain_table(KINDS, [50, 150, 80, 100], gap=4.4)


def in_the_middle(paper: Paper) -> None:
    """Cells of one line stand beside the middle of a cell of two."""
    head = [(0, 0, "工种"), (120, 0, "对象"), (260, 0, "标准（元）")]
    first = [(120, 30, "果品加工企业、冷链"), (0, 38, "果品保鲜工"), (260, 38, "1480"), (120, 46, "企业职工")]
    second = [(0, 76, "井下支护工"), (120, 76, "矿工"), (260, 76, "2350")]
    place(paper, [*head, *first, *second])


def spanned(paper: Paper) -> None:
    """A head over two columns, whose own heads stand below it."""
    head = [(0, 0, "等级"), (140, 0, "补贴标准（元/人）"), (120, 20, "紧缺职业"), (220, 20, "其他职业")]
    body = [
        (0, 44, "中级工"),
        (130, 44, "1600"),
        (230, 44, "1200"),
        (0, 66, "高级工"),
        (130, 66, "2600"),
        (230, 66, "2000"),
    ]
    place(paper, [*head, *body])


def spanned_by_a_short_head(paper: Paper) -> None:
    head = [(0, 0, "工种"), (220, 0, "标准"), (120, 20, "初级"), (220, 20, "中级"), (320, 20, "高级")]
    first = [(0, 44, "电工"), (120, 44, "800"), (220, 44, "1200"), (320, 44, "2000")]
    place(paper, [*head, *first, (0, 66, "焊工"), (120, 66, "900"), (220, 66, "1300"), (320, 66, "2100")])


def two_tables(paper: Paper) -> None:
    paper.paragraph("1.标准如下。")
    paper.plain_table(LEVELS, [150, 150])
    paper.flush("表二")
    paper.plain_table(KINDS, [50, 150, 80, 100])


def over_a_page(paper: Paper) -> None:
    while paper.y > paper.margin + 130:
        paper.flush("各单位：")
    paper.plain_table(KINDS, [50, 100, 80, 100])
    paper.paragraph(LONG)


def with_a_note(paper: Paper) -> None:
    paper.plain_table(LEVELS, [150, 150])
    paper.y += paper.leading - 12
    paper.flush("注：按人计。")


TASKS = [
    ["责任单位", "工作内容", "完成时限"],
    ["市人社局", "制定年度培训计划，发布紧缺职业目录和培训机构名单", "每年三月底前"],
    ["市财政局", "安排资金", "长期坚持"],
    ["各镇街", "组织报名", "长期坚持"],
]


def in_a_column(paper: Paper) -> None:
    """A table in the left one of two columns whose lines do not stand level."""
    width = (paper.width - 24) / 2
    left = [f"（一）{LONG}", f"（二）{LONG}", f"（三）{LONG}"]
    right = [f"（四）{LONG}", f"（五）{LONG}", f"（六）{LONG}"]
    for x, down, texts in ((0.0, 0.0, left), (width + 24, 7.0, right)):
        y = paper.y - down
        for text in texts:
            for at, words in enumerate(paper.wrapped(text, 12, width, 24)):
                paper._draw(words, paper.margin + x + (0 if at else 24), y, 12)
                y -= 20
            for cells in LEVELS if text == left[1] else ():
                for column, words in enumerate(cells):
                    paper._draw(words, paper.margin + x + 90 * column, y, 12)
                y -= 18


ALIGNED = [
    ["序号", "项目", "补贴金额"],
    ["1", "家政服务", "1,200"],
    ["2", "电子商务", "900"],
    ["3", "无人机驾驶", "12,500"],
]


def aligned(paper: Paper) -> None:
    """Cells in the middle of their column, figures at its right."""
    for row in ALIGNED:
        place(
            paper, [(0, 0, row[0]), (150 - 6 * len(row[1]), 0, row[1]), (350 - 12 * len(row[2]), 0, row[2])]
        )


def three_rules(paper: Paper) -> None:
    """A rule above the head, below it and below the last row."""
    top = paper.y + 14
    paper.plain_table(LEVELS, [150, 150])
    for y in (top, top - 20, paper.y + paper.leading + 10):
        paper.canvas.line(paper.margin, y, paper.margin + 300, y)


TABLES = [
    (narrow, [LONG, *rows(LEVELS), LONG], "two columns between paragraphs"),
    (wrapped, [*rows(KINDS), "（二）其他标准"], "a cell that wraps; a heading below is none of its words"),
    (evenly_set, rows(KINDS), "rows as near as the lines of a cell"),
    (
        in_the_middle,
        ["工种\t对象\t标准（元）", "果品保鲜工\t果品加工企业、冷链企业职工\t1480", "井下支护工\t矿工\t2350"],
        "cells set in the middle of their row",
    ),
    (
        spanned,
        ["等级\t补贴标准（元/人）\t补贴标准（元/人）", "等级\t紧缺职业\t其他职业", "中级工\t1600\t1200", "高级工\t2600\t2000"],
        "a head over two columns",
    ),
    (
        spanned_by_a_short_head,
        ["工种\t标准\t标准\t标准", "工种\t初级\t中级\t高级", "电工\t800\t1200\t2000", "焊工\t900\t1300\t2100"],
        "a short head in the middle of three columns",
    ),
    (two_tables, ["1.标准如下。", *rows(LEVELS), "表二", *rows(KINDS)], "a second table in one clause"),
    (lambda paper: paper.plain_table(TASKS, [100, 200, 120]), rows(TASKS), "a table without figures"),
    (
        in_a_column,
        [f"（一）{LONG}", f"（二）{LONG}", *rows(LEVELS), *(f"（{at}）{LONG}" for at in "三四五六")],
        "a table in one of two columns",
    ),
    (aligned, rows(ALIGNED), "cells in the middle and at the right of their columns"),
    (three_rules, rows(LEVELS), "three rules and no more"),
    (with_a_note, [*rows(LEVELS), "注：按人计。"], "a note right below"),
]  # fmt: skip


@pytest.mark.parametrize(("write", "expected", "reason"), TABLES, ids=[row[2] for row in TABLES])
def test_plain_tables(
    tmp_path: Path, write: Callable[[Paper], object], expected: list[str], reason: str
) -> None:
    assert lines(tmp_path, write) == expected, reason


def test_a_plain_row_that_the_page_cuts_is_whole(tmp_path: Path) -> None:
    found = lines(tmp_path, over_a_page, head="公报")
    assert found[-5:] == [*rows(KINDS), LONG], "the head that is printed again is dropped"


def test_a_head_that_every_page_begins_with_is_no_running_head(tmp_path: Path) -> None:
    table = [KINDS[0], *([str(at), "锅炉设备检修工", str(80 + at), str(1600 + at)] for at in range(1, 60))]
    assert lines(tmp_path, lambda paper: paper.plain_table(table, [50, 150, 80, 100]), head="公报") == rows(
        table
    )


def raised(paper: Paper, words: str, mark: str, rest: str = "") -> None:
    """A line with a raised mark in it."""
    size, x = paper.size, paper.margin
    for text, height, rise in ((words, size, 0.0), (mark, 0.6 * size, 0.35 * size), (rest, size, 0.0)):
        paper._draw(text, x, paper.y + rise, height)
        x += pdfmetrics.stringWidth(text, FONT, height)
    paper.y -= paper.leading


def at_the_foot(paper: Paper, *notes: str) -> None:
    for at, note in enumerate(reversed(notes)):
        paper._draw(note, paper.margin, paper.margin + 14 * at, 10)


def noted(paper: Paper) -> None:
    """A sentence that goes on behind the page break, with two marks; and a note of two lines."""
    while paper.y > paper.margin + 220:
        paper.paragraph(OTHER)
    raised(paper, "一、每人补贴1500元", "1", "。")
    first, *others = paper.wrapped(LONG, paper.size, paper.width, 0)
    raised(paper, first, "2")
    at_the_foot(paper, "1 含税，按人计算，", "不含食宿。", "2 以证书日期为准。")
    paper.turn()
    for words in others:
        paper.flush(words)


def test_footnotes_stand_below_the_paragraph_with_their_mark(tmp_path: Path) -> None:
    found = lines(tmp_path, noted, head="公报")
    first = found.index("一、每人补贴1500元。")
    assert found[first + 1] == "注：含税，按人计算，不含食宿。"
    assert found[-2:] == [LONG, "注：以证书日期为准。"], "the paragraph goes on behind the page break"


def test_small_print_without_a_mark_stays_where_it_is(tmp_path: Path) -> None:
    def small(paper: Paper) -> None:
        paper.paragraph(LONG)
        at_the_foot(paper, "1 含税。")

    assert lines(tmp_path, small) == [LONG, "1 含税。"]


def spaced_signature(paper: Paper) -> None:
    place(
        paper,
        [(0, 0, "某市人社局"), (200, 0, "某市财政局"), (0, 20, "2024年5月6日"), (200, 20, "2024年5月6日")],
    )


def names(paper: Paper) -> None:
    place(paper, [(x, y, "张三丰") for y in (0, 20, 40) for x in (0, 120, 240)])


def hanging_numbers(paper: Paper) -> None:
    place(
        paper, [cell for at in (1, 2, 3, 4) for cell in ((0, 20 * at, f"{at}."), (60, 20 * at, "提交申请表"))]
    )


def contents(paper: Paper) -> None:
    place(
        paper,
        [
            cell
            for at in (1, 2, 3, 4)
            for cell in ((0, 20 * at, f"第{at}部分的标题"), (400, 20 * at, str(at)))
        ],
    )


def questions(paper: Paper) -> None:
    for text in (
        "联系人：王老师　　　电话：1234567",
        "受理点：城南　　　　电话：2345678",
        "监督人：李老师　　　电话：3456789",
    ):
        paper.flush(text)


NO_TABLES = [
    (lambda paper: [paper.paragraph(text) for text in (LONG, OTHER) * 12], "wrapped prose"),
    (spaced_signature, "two offices that sign, with their dates"),
    (names, "names in columns have no head"),
    (hanging_numbers, "numbers that hang before their items"),
    (contents, "a table of contents without leaders has no head"),
    (questions, "names with a colon are no head"),
    (lambda paper: paper.columns([("", text) for text in (LONG, OTHER) * 12]), "two columns of prose"),
]


@pytest.mark.parametrize(("write", "reason"), NO_TABLES, ids=[row[1] for row in NO_TABLES])
def test_what_is_no_table(tmp_path: Path, write: Callable[[Paper], object], reason: str) -> None:
    assert not any("\t" in line for line in lines(tmp_path, write)), reason


PROSE = [f"{number}.{text}" for number, text in enumerate((LONG, OTHER) * 14, 1)]
COLUMNS = [
    (
        lambda paper: paper.columns([("", text) for text in PROSE]),
        PROSE,
        "paragraphs go on from column to column and from page to page",
    ),
    (
        lambda paper: (paper.centred("关于培训补贴的通知", 22), paper.columns([("", text) for text in PROSE[:8]])),
        ["关于培训补贴的通知", *PROSE[:8]],
        "a title across both",
    ),
    (
        lambda paper: (paper.right("2024年3月1日"), paper.columns([("", text) for text in PROSE[:8]])),
        ["2024年3月1日", *PROSE[:8]],
        "a date at the right edge above both",
    ),
    (
        lambda paper: (
            paper.columns([("", text) for text in PROSE[:12]]),
            paper.turn(),
            paper.columns([("", PROSE[12])]),
        ),
        PROSE[:13],
        "a last page with two lines in each column",
    ),
    (
        lambda paper: (
            paper.columns([("", text) for text in PROSE[:6]]),
            paper.table(LEVELS, [200, 200]),
            paper.columns([("", text) for text in PROSE[6:12]]),
        ),
        [*PROSE[:6], *rows(LEVELS), *PROSE[6:12]],
        "a ruled table across both",
    ),
    (
        lambda paper: (
            paper.columns([("", text) for text in PROSE[:6]]),
            paper.plain_table(LEVELS, [230, 200]),
            paper.columns([("", text) for text in PROSE[6:12]]),
        ),
        [*PROSE[:6], *rows(LEVELS), *PROSE[6:12]],
        "a table without lines, whose columns are those of the page",
    ),
    (
        lambda paper: (
            paper.columns([("", text) for text in PROSE[:12]]),
            paper.turn(),
            paper.flush("附件1"),
            [paper.paragraph(text) for text in PROSE[:6]],
        ),
        [*PROSE[:12], "附件1", *PROSE[:6]],
        "a page in one column behind pages in two",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("write", "expected", "reason"), COLUMNS, ids=[row[2] for row in COLUMNS])
def test_columns(tmp_path: Path, write: Callable[[Paper], object], expected: list[str], reason: str) -> None:
    assert lines(tmp_path, write, size=11, leading=18) == expected, reason


def grid(table: list[list[str]], page: int) -> Grid:
    cells = {text: Cell(text) for row in table for text in row if text.startswith("=")}
    return Grid([[cells.get(text) or Cell(text) for text in row] for row in table], 0, 100, 0, page, page)


CUT = [
    (
        [["工种", "标准"], ["电工", "900"], ["制冷空调系统", "800"]],
        [["工种", "标准"], ["安装维修工", ""], ["焊工", "700"]],
        [["工种", "标准"], ["电工", "900"], ["制冷空调系统安装维修工", "800"], ["焊工", "700"]],
        "a row that was cut, below the head that is printed again",
    ),
    (
        [["序号", "工种"], ["1", "电工"], ["2", "制冷空调系统"]],
        [["", "安装维修工"], ["3", "焊工"]],
        [["序号", "工种"], ["1", "电工"], ["2", "制冷空调系统安装维修工"], ["3", "焊工"]],
        "a row without a number of its own",
    ),
    (
        [["类别", "等级", "标准"], ["=甲类", "初级", "500"], ["=甲类", "中级", "700"]],
        [["", "高级", "900"], ["乙类", "初级", "400"]],
        [
            ["类别", "等级", "标准"],
            *(["=甲类", level, amount] for level, amount in (("初级", "500"), ("中级", "700"), ("高级", "900"))),
            ["乙类", "初级", "400"],
        ],
        "a cell that is merged over the page break",
    ),
    (
        [["单位", "人数", "资金"], ["甲镇", "30", "3"], ["乙镇", "50", "5"]],
        [["合计", "80", ""]],
        [["单位", "人数", "资金"], ["甲镇", "30", "3"], ["乙镇", "50", "5"], ["合计", "80", ""]],
        "a total that has a figure where the row above has one",
    ),
    (
        [["单位", "人数"], ["甲镇", "30"]],
        [["单位", "人数"], ["乙镇", "50"]],
        [["单位", "人数"], ["甲镇", "30"], ["乙镇", "50"]],
        "whole rows on both pages",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("upper", "lower", "whole", "reason"), CUT, ids=[row[3] for row in CUT])
def test_a_ruled_table_that_the_page_cuts(
    upper: list[list[str]], lower: list[list[str]], whole: list[list[str]], reason: str
) -> None:
    [found] = joined_tables([grid(upper, 0), grid(lower, 1)])
    assert isinstance(found, Grid)
    assert print_table(found.rows) == rows(whole), reason


def test_tables_of_one_page_stay_apart() -> None:
    assert len(joined_tables([grid(LEVELS, 0), grid(LEVELS, 0)])) == 2
