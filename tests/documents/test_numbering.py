"""Labels that only their neighbours tell, and which form lies in which."""

import pytest

from assistant.documents import mend, outline

OUTLINES = [
    (
        "1 总则\n1.1 目的\n为规范，制定。\n2 标准\n2.1 培训\n2.1.1 每人800元。\n2.1.2 每人900元。\n2.2 生活\n（1）甲。\n3 附则\n施行。\n",
        "1 1.1 2 2.1 2.1.1 2.1.2 2.2 2.2（1） 3",
        "numbers of several levels, plain ones without a mark; the last has no levels of its own",
    ),
    ("1.目标\n1.1目的。\n1.2范围。\n2.标准\n2.1培训。\n", "1 1.1 1.2 2 2.1", "with a point behind the first number"),
    ("一、目标\n1.1 目的。\n1.2 范围。\n二、标准\n2.1 培训。\n", "一 一1.1 一1.2 二 二2.1", "levels below 一、"),
    ("第一章 总则\n1.1 目的。\n第二章 标准\n2.1 培训。\n2.2 生活。\n", "第一章 第一章1.1 第二章 第二章2.1 第二章2.2", "levels below chapters"),
    ("一、标准\n2.5 万元以内。\n1.8倍计算。\n二、附则\n12 月底前报送。\n", "一 二", "decimal numbers and months are no labels"),
    ("1.目标\n1.1 目的。\n附件1\n1.1 甲。\n1.2 乙。\n", "1 1.1 附件1 附件1·1.1 附件1·1.2", "counted anew in an annex"),
    ("一、总则\n第一条 甲。\n第二条 乙。\n二、标准\n第三条 丙。\n", "一 一第一条 一第二条 二 二第三条", "articles within headings"),
    ("第一条 甲：\n一、子。\n二、丑。\n第二条 乙：\n一、子。\n", "第一条 第一条一 第一条二 第二条 第二条一", "headings within articles"),
    ("1.甲\n（一）子。\n（二）丑。\n2.乙\n（一）寅。\n", "1 1（一） 1（二） 2 2（一）", "items within points"),
    ("一、甲\n1.子。\n二、乙\n（一）丑\n2.寅。\n三、丙\n（一）卯\n3.辰。\n", "一 一1 二 二（一） 二（一）2 三 三（一） 三（一）3", "points that count through lie in items all the same"),
    ("第一部分 甲\n一．子\n正文。\n（一）、丑。\n第二部分 乙\n一．寅\n", "第一部分 第一部分一 第一部分一（一） 第二部分 第二部分一", "parts; 一． and （一）、"),
    ("㈠甲。\n⒈子。\n⑴丑。\n⒉寅。\n㈡乙。\n", "（一） （一）1 （一）1（1） （一）2 （二）", "numbers that are one character"),
    ("第一条 甲。\n第二条 乙。\n第一条规定的补贴不重复。\n第三条 丙。\n第二条人员除外。\n", "第一条 第二条 第三条", "articles that are only named"),
    ("一、甲\n（一）子。\n（二）丑。\n（一）、（二）项所列人员除外。\n（一）项目制培训。\n", "一 一（一） 一（二） 一（一）~2", "items that are only named; 项目 is none"),
    ("一、甲。\n附件1-1 甲表\n子\t丑\n附件1-2 乙表\n子\t丑\n附表3\n子\t丑\n", "一 附件1-1 附件1-2 附表3", "annexes of an annex, 附表"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "paths", "reason"), OUTLINES, ids=[row[2] for row in OUTLINES])
def test_paths(raw: str, paths: str, reason: str) -> None:
    marked = "".join(f"　　{line}\n" if "\t" not in line else f"{line}\n" for line in raw.splitlines())
    assert [c.path for c in outline("x", mend(marked)) if c.path not in ("文末", "前言")] == paths.split(), (
        reason
    )


CONTENTS = [
    ("办法\n目　录\n一、总则……1\n二、标准……2\n一、总则\n正文。\n二、标准\n", "办法\n一、总则\n正文。\n二、标准\n", "leaders and pages"),
    ("目录\n\n第一章 总则 1\n第二章 标准 12\n\n第一章 总则\n第二章 标准\n", "第一章 总则\n第二章 标准\n", "pages behind a space"),
    ("目录\n一、总则\n二、标准\n一、总则\n正文。\n二、标准\n", "一、总则\n正文。\n二、标准\n", "lines that come again"),
    ("目录\n一、焊工\n二、电工\n", "目录\n一、焊工\n二、电工\n", "a list that is called 目录 is no table of contents"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "mended", "reason"), CONTENTS, ids=[row[2] for row in CONTENTS])
def test_contents_go(raw: str, mended: str, reason: str) -> None:
    assert mend(raw) == mended, reason


IN_TABLE = [
    ("一、标准\n按下表执行。\n甲\t乙\n1\t2\n", "一", "a table after the last clause's words belongs to it"),
    ("一、标准\n按下表执行。\n甲\t乙\n1\t2\n注：乙为上限。\n", "一", "and so does the note below it"),
    ("一、标准\n按下表执行。\n甲\t乙\n1\t2\n每人限一次。\n", "一", "and a sentence"),
    ("一、标准。\n甲\t乙\n1\t2\n本办法自印发之日起施行。\n", "一 文末", "closing words do not"),
    ("一、标准。\n甲\t乙\n1\t2\n某市人社局\n", "一 文末", "nor the signature"),
]


@pytest.mark.parametrize(("raw", "paths", "reason"), IN_TABLE, ids=[row[2] for row in IN_TABLE])
def test_what_stands_below_a_table(raw: str, paths: str, reason: str) -> None:
    assert [clause.path for clause in outline("x", mend(raw))] == paths.split(), reason
