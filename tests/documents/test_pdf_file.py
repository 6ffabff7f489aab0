"""Lines, paragraphs, running heads and tables of printed pages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.documents import read_source
from tests.documents.invented.paper import Paper

LONG = "企业组织职工参加岗位技能提升培训并取得职业资格证书的，按照每人1500元的标准给予企业培训补贴，所需资金从就业补助资金列支。"
UNSTOPPED = "各镇人民政府、街道办事处，经济开发区管理委员会，市直各有关部门和单位，各职业培训机构和职业院校，驻市各有关单位"


def lines(folder: Path, write: Callable[[Paper], object], **options: object) -> list[str]:
    paper = Paper(folder / "a.pdf", **options)  # type: ignore[arg-type]
    write(paper)
    paper.save()
    return [line.strip("\u3000") for line in read_source(folder / "a.pdf").splitlines()]


def both(paper: Paper) -> None:
    paper.paragraph(LONG)
    paper.paragraph(LONG)


def block_style(paper: Paper) -> None:
    for text in ("第一条 " + LONG, "第二条 " + LONG, "（一）甲；"):
        paper.flush(text)
        paper.y -= 12


def pages(paper: Paper) -> None:
    for number in (1, 2, 3):
        paper.flush(f"附件{number}")
        paper.paragraph(LONG)
        if number < 3:
            paper.turn()


def contents(paper: Paper) -> None:
    for text in ("目录", "一、总则" + "." * 60 + "1", "二、标准" + "." * 60 + "2", "一、总则"):
        paper.flush(text)


def signature(paper: Paper) -> None:
    paper.paragraph(UNSTOPPED)
    paper.right("某市人社局")
    paper.right("2024年1月2日")


def title(paper: Paper) -> None:
    paper.centred("某市人力资源和社会保障局关于印发某市职业技能培训补贴办法的通知", 22)
    both(paper)


def merged(paper: Paper) -> None:
    """A cell over two rows, another over two columns."""
    paper.paragraph(LONG)
    left, top = paper.margin, paper.y
    for x, y, width, height in ((0, 0, 80, 60), (80, 0, 200, 30), (80, 30, 100, 30), (180, 30, 100, 30), (0, 60, 80, 30), (80, 60, 100, 30), (180, 60, 100, 30)):  # fmt: skip
        paper.canvas.rect(left + x, top - y - height, width, height)
    for x, y, text in ((0, 20, "等级"), (80, 0, "标准"), (80, 30, "紧缺"), (180, 30, "其他"), (0, 60, "高级工"), (80, 60, "2600"), (180, 60, "2000")):  # fmt: skip
        paper._draw(text, left + x + 5, top - y - 20, 12)


READ = [
    (both, [LONG, LONG], "indents part paragraphs"),
    (
        block_style,
        ["第一条 " + LONG, "第二条 " + LONG, "（一）甲；"],
        "paragraphs without an indent, apart by their distance",
    ),
    (pages, ["附件1", LONG, "附件2", LONG, "附件3", LONG], "annexes that begin pages are no running heads"),
    (
        contents,
        ["目录", "一、总则" + "." * 60 + "1", "二、标准" + "." * 60 + "2", "一、总则"],
        "entries of a table of contents",
    ),
    (signature, [UNSTOPPED, "某市人社局", "2024年1月2日"], "a signature follows a line without a stop"),
    (
        title,
        ["某市人力资源和社会保障局关于印发某市职业技能培训补贴办法的通知", LONG, LONG],
        "a title of two lines",
    ),
    (merged, [LONG, "等级\t标准\t标准", "等级\t紧缺\t其他", "高级工\t2600\t2000"], "merged cells"),
]


@pytest.mark.parametrize(("write", "expected", "reason"), READ, ids=[row[2] for row in READ])
def test_read(tmp_path: Path, write: Callable[[Paper], object], expected: list[str], reason: str) -> None:
    assert lines(tmp_path, write) == expected, reason


FEET = [
    (lambda at: f"— {at} —", "between dashes"),
    (lambda at: f"{at}", "a bare number"),
    (lambda at: f"第 {at} 页 共 3 页", "of how many"),
    (lambda at: f"https://www.example.gov.cn/a.html {at}/3", "a browser's foot"),
    (lambda at: f"2024/5/6 10:2{at}", "the time, as browsers print it"),
    (lambda at: f"某市人民政府公报 {at}", "a gazette's foot"),
]


@pytest.mark.parametrize(("number", "reason"), FEET, ids=[row[1] for row in FEET])
def test_running_lines_go(tmp_path: Path, number: Callable[[int], str], reason: str) -> None:
    found = lines(tmp_path, pages, number=number, head="某市人力资源和社会保障局文件汇编")
    assert found == ["附件1", LONG, "附件2", LONG, "附件3", LONG], reason


def test_a_sentence_that_the_page_breaks_is_one_paragraph(tmp_path: Path) -> None:
    def many(paper: Paper) -> None:
        for text in numbered:
            paper.paragraph(text)

    numbered = [f"{number}.{LONG}" for number in range(1, 31)]
    assert lines(tmp_path, many, head="公报") == numbered
