"""What the mend joins, drops and keeps."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.documents import Library, mend, read_source
from assistant.documents.mend import drop_markup, drop_page_numbers, even_line_ends, wrap_width

# Lines of a text in whole paragraphs, which only the page has broken.
JOINS = [
    ("1. 培训合格，给予个人补", "贴。", "a word split by the page"),
    ("可纳入补贴对象（男不超过", "62 周岁)的人员。", "an open bracket"),
    ("按规定，培养期限为", "1年。不予补贴。", "1年 is no label"),
    ("失业人员、退役军人、", "就业困难人员。", "ends with 、"),
    ("8. 对相关行政部门组织的人员的", "就业培训，给予支持。", "nothing ends with 的"),
    ("责任单位：市总工会、", "残联等", "offices go on after 、"),
    ("根据要求，制定了《行动", "办法》，请执行。", "an open title"),
    ("某市人民政府办公室关于印发", "《行动方案》的通知", "关于印发 needs what is printed"),
    ("（二）扩大规模。向承担职业技能培", "训工作的教师倾斜。", "an item with words of its own"),
    ("第五条 补贴，按本办法第", "（一）项执行。", "a reference: no item is due here but its number is one"),
]

STAYS_APART = [
    ("一、总体要求", "以新思想为指导。", "a title and its text"),
    ("晋江市人民政府办公室", "2019年12月20日", "a signature and a date"),
    ("（一）强化领导", "1.明确分工。", "a title and the point below it"),
    ("六、加强领导，强化保障", "各地要重视。", "a title with a comma"),
    ("制定本方案。", "一、目标", "a full stop, then a label"),
    ("责任单位：市财政局，各镇人民政府", "（一）构建载体", "a list of offices ends without a stop"),
    ("责任单位：市财政局，各镇人民政府", "本办法自印发之日起施行。", "the same before closing words"),
    ("倾斜。（责任单位：省人社厅）", "本政策有效期两年。", "offices in brackets after a full stop"),
    ("按计划，见下", "名称\t数量", "a table's row begins a line"),
    ("名称\t数量，个", "甲\t1", "a table's row ends one"),
    ("落实，确保安全", "责任单位：市人社局", "责任单位 begins a paragraph"),
    ("按规定，见下", "附件：1. 表", "so does a list of attachments"),
    ("按规定，见下", "抄送：各市。", "so do the addressees"),
    ("各有关单位，各部门", "　　根据文件要求。", "so does an indented line"),
]

STEPS = [
    (even_line_ends, "一\r\n二\f三\u2028四", "一\n二\n三\n四", "every kind of end"),
    (drop_markup, "**5.标题。**对具有", "5.标题。对具有", "bold"),
    (drop_markup, "### 三、广泛", "三、广泛", "a heading's mark"),
    (drop_markup, "#### **四、鼓励**", "四、鼓励", "both"),
    (drop_markup, "甲\n---\n乙", "甲\n乙", "a rule"),
    (drop_markup, "- 附件：1. 表", "- 附件：1. 表", "the dash of a list is the source's own"),
    (drop_page_numbers, "商务局、\n- 11 -\n国资中心", "商务局、\n国资中心", "between hyphens"),
    (drop_page_numbers, "甲\n— 3 —\n乙\n第 4 页 共 9 页", "甲\n乙", "other forms"),
    (drop_page_numbers, "甲\n11\n-11 人", "甲\n11\n-11 人", "a bare number may be data"),
]

# Where the five sources break a word, a list or a number.
MENDED_IN_CORPUS = [
    ("gulou-2020-6", "退役军人、贫困家庭子女、贫困劳动力", "page break within 子/女"),
    ("gulou-2020-6", "市场监管局、民政局、商务局、国资中心、残联", "page number - 11 - within a list"),
    ("gulou-2020-6", "培训 1.5万人次，其中", "line break within a target"),
    (
        "gulou-2020-6",
        "传统文化技能人才。对与企业签订一年以上",
        "a full line that ends a sentence, not its paragraph",
    ),
    (
        "gulou-2020-6",
        "关于印发《福州市鼓楼区职业技能提升行动实施方案（2019—2021 年）》的通知",
        "a title of three lines",
    ),
    ("jinjiang-2019-79", "给予个人补贴。", "page break within 补/贴"),
    ("jinjiang-2019-79", "培训项目。对自主选择培训并取得", "page break within 项/目"),
    ("jinjiang-2019-79", "强制隔离戒毒人员的就业技能培训，根据", "page break within a short point"),
    ("jinjiang-2019-79", "妇联、残联等，各镇", "page break within offices"),
    ("jinjiang-2019-79", "加强资金监管，确保专款专用。", "page break after a comma"),
    ("quzhou-2019-141", "（男不超过62 周岁、女不超过 55 周岁)的人员", "page break before a number"),
    ("quzhou-2019-141", "培养期限为1年。培训后企业", "page break before 1年"),
    ("quzhou-2019-141", "职业技能培训基地等基础能力建设", "page break with several blank lines"),
    ("quzhou-2019-141", "《衢州市职业技能提升行动实施办法（2019—2021年）》", "page break within a title"),
    ("fujian-2024-41", "为推进新型工业化", "wrapped line"),
    ("fujian-2024-41", "技能保障。\n2024 年，全省开展", "a paragraph that ends with a full line"),
]


@pytest.mark.parametrize(("first", "second", "reason"), JOINS)
def test_broken_lines_are_joined(first: str, second: str, reason: str) -> None:
    assert mend(f"{first}\n\n{second}\n") == f"{first}{second}\n", reason


@pytest.mark.parametrize(("first", "second", "reason"), STAYS_APART)
def test_paragraphs_stay_apart(first: str, second: str, reason: str) -> None:
    assert mend(f"{first}\n\n{second}\n") == f"{first}\n{second.strip()}\n", reason


@pytest.mark.parametrize(("step", "raw", "expected", "reason"), STEPS)
def test_step(step: Callable[[str], str], raw: str, expected: str, reason: str) -> None:
    assert step(raw) == expected, reason


@pytest.mark.parametrize(("policy_id", "words", "reason"), MENDED_IN_CORPUS)
def test_corpus_is_mended(library: Library, policy_id: str, words: str, reason: str) -> None:
    policy = library.get(policy_id)
    assert policy is not None
    assert words in policy.text, reason


def test_latin_words_keep_a_space_between_them() -> None:
    assert mend("推行，用 PC\nAPP 学习。") == "推行，用 PC APP 学习。\n"


def test_an_empty_first_cell_is_kept() -> None:
    assert mend("序号\t单位\t数\n\t合计\t3\n") == "序号\t单位\t数\n\t合计\t3\n"


@pytest.mark.parametrize("raw", ["", "\n\n", " \t \n", "---\n- 1 -\n"])
def test_nothing_is_mended_to_nothing(raw: str) -> None:
    assert mend(raw) == ""


WRAPPED = ["gulou-2020-6", "fujian-2024-41"]
WHOLE_PARAGRAPHS = ["jinjiang-2019-79", "quzhou-2019-141", "fujian-2025-skills"]


@pytest.mark.parametrize("policy_id", WRAPPED + WHOLE_PARAGRAPHS)
def test_wrap_width_is_found_where_there_is_one(corpus: Path, policy_id: str) -> None:
    source = read_source(corpus / "policies" / policy_id / "source.txt")
    lines = [line.strip() for line in source.splitlines() if line.strip() and "\t" not in line]
    assert wrap_width(lines) == (56 if policy_id in WRAPPED else None)


def _without_marks(raw: str) -> str:
    """What must survive of a source: all but white space, page-number lines and markdown's marks."""
    lines = [line.strip() for line in raw.splitlines()]
    kept = [re.sub(r"^#+ ", "", line) for line in lines if not re.fullmatch(r"- ?\d+ ?-|---", line)]
    return "".join("".join(kept).replace("**", "").split())


@pytest.mark.parametrize("policy_id", WRAPPED + WHOLE_PARAGRAPHS)
def test_nothing_of_the_corpus_is_lost(corpus: Path, policy_id: str) -> None:
    source = read_source(corpus / "policies" / policy_id / "source.txt")
    assert "".join(mend(source).split()) == _without_marks(source)


WORDS = st.text("职业技能培训补贴企工，、。；（）《》A5 ", min_size=1, max_size=40)
LABELS = st.sampled_from(
    ["", "一、", "（二）", "3.", "(1)", "第四条 ", "附件1 ", "责任单位：", "- 附件：1. ", "抄送："]
)
LINES = st.one_of(
    st.builds("{}{}".format, LABELS, WORDS),
    st.sampled_from(
        ["", " ", "- 7 -", "---", "## 附件 2", "**5.标题。**正文", "甲\t乙\t3", "\t合计\t3", "　　缩进"]
    ),
)
SMALL_DOCUMENTS = st.lists(LINES, max_size=25).map("\n".join)


@given(SMALL_DOCUMENTS)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_nothing_of_a_small_document_is_lost(raw: str) -> None:
    mended = mend(raw)
    assert "".join(mended.split()) == _without_marks(raw)
    assert all(line.strip() for line in mended.splitlines()), "no blank lines are left"


PARAGRAPHS = st.lists(st.text("职业技能培训补贴企工，", min_size=60, max_size=160), min_size=6, max_size=12)


@given(PARAGRAPHS, st.integers(52, 68), st.sets(st.integers(0, 40)))
@settings(max_examples=80, deadline=None, derandomize=True)
def test_a_text_that_was_wrapped_on_paper_gets_its_paragraphs_back(
    bodies: list[str], columns: int, page_ends: set[int]
) -> None:
    paragraphs = [f"{number}.{body}。" for number, body in enumerate(bodies, start=1)]
    lines = [line for paragraph in paragraphs for line in _wrapped(paragraph, columns)]
    paged = [f"{line}\n\n- {at} -\n" if at in page_ends else f"{line}\n" for at, line in enumerate(lines)]
    assert mend("\n".join(paged)) == "".join(f"{paragraph}\n" for paragraph in paragraphs)


def _wrapped(paragraph: str, columns: int) -> list[str]:
    """Lines of so many columns, the first four columns shorter as its indent is lost."""
    lines, used = [""], 4
    for character in paragraph:
        width = 1 if character.isascii() else 2
        if used + width > columns:
            lines.append("")
            used = 0
        lines[-1] += character
        used += width
    return lines
