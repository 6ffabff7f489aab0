"""What the checks at intake find, each on the smallest document that has it."""

import pytest

from assistant.documents import Library
from assistant.intake.checks import check_draft
from assistant.intake.models import Draft, Source
from assistant.intake.table_sums import wrong_totals
from tests.intake.documents import source

ABOUT = "甲市补贴办法\n这是一份测试用的文件，前面这一段只是为了够长，没有金额，也没有别的毛病。\n"


def found(text: str, library: Library) -> list[str]:
    """What the checks say of a document that is none of those held."""
    about = library.policies[0].about.model_copy(
        update={"title": "甲市补贴办法", "document_number": None, "region": "110101", "set_aside": ()}
    )
    read = source(ABOUT + text)
    draft = Draft("some-policy", Source(read.raw, read.text, read.clauses), about, (), (), {}, ())
    return [concern.reason for concern in check_draft(draft, library)]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([("镇", "人次"), ("甲", "10"), ("乙", "20"), ("合计", "30")], []),
        (
            [("镇", "人次"), ("甲", "10"), ("乙", "20"), ("合计", "40")],
            ["表里“人次”一列合计写40，各行相加是30"],
        ),
        (
            [("镇", "去年", "今年", "合计"), ("甲", "1", "2", "4"), ("合 计", "1", "2", "3")],
            ["表里“甲”一行合计写4，各项相加是3"],
        ),
        (
            [("镇", "人次"), ("甲", "若干"), ("乙", "20"), ("合计", "40")],
            [],
        ),  # what is no number cannot be added
    ],
)
def test_totals_of_a_table(rows: list[tuple[str, ...]], says: list[str]) -> None:
    assert list(wrong_totals(rows)) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("一、标准\n获评甲、乙、丙三类的，分别给予1万元、2万元补助。\n", "前面列了3项，后面有2个金额"),
        ("第一条　按照本办法第九条执行。\n第二条　略。\n", "提到“第九条”，本文没有这一条"),
        ("一、标准\n具体见附件3。\n附件1\n表\n甲\t乙\n1\t2\n", "提到“附件3”"),
        ("一、标准\n按照《甲办法执行。\n", "“《”有1个，“》”有0个"),
        ("一、标准\n（一）每人补贴。\n，并且按规定办理。\n", "这一行从标点开始"),
        ("一、标准\n每人每年补贴600元。\n", "没有起草成补贴，也没有说明理由"),
        (
            "一、目标\n全市培训1.8万人次。\n附件1\n培训计划任务分解表\n镇\t人次\n甲\t10000\n乙\t10000\n合计\t20000\n",
            "对不上",
        ),
    ],
)
def test_a_fault_is_found(text: str, says: str, library: Library) -> None:
    assert any(says in reason for reason in found(text, library)), found(text, library)


@pytest.mark.parametrize(
    "text",
    [
        "一、标准\n获评甲、乙两类的，分别给予奖励和表彰。\n",  # no amounts to share out
        "第一条　依照《就业促进法》第九十条执行。\n第二条　略。\n",  # another's article
        "一、标准\n见附件1。\n附件1\n表\n甲\t乙\n丙\t丁\n",
        "一、目标\n全市培训2万人次。\n附件1\n培训计划任务分解表\n镇\t人次\n甲\t10000\n乙\t10000\n合计\t20000\n",
        "一、目标\n2021年至2023年，全市培训6万人次。\n附件1\n每年培训计划\n镇\t人次\n甲\t10000\n乙\t10000\n合计\t20000\n",
    ],
)
def test_what_is_in_order_is_not_told(text: str, library: Library) -> None:
    assert found(text, library) == []


def test_what_the_five_documents_contradict_in_themselves_is_found(library: Library) -> None:
    told = {}
    for policy in library.policies:
        draft = Draft(policy.id, Source("", policy.text, policy.clauses), policy.about, (), (), {}, ())
        reasons = [
            c.reason for c in check_draft(draft, library) if "没有起草" not in c.reason and c.about != "效力"
        ]
        told[policy.id] = sorted(reasons)
    assert told == {
        "fujian-2024-41": [],
        "fujian-2025-skills": ["“《”有2个，“》”有3个，不成对"],  # 四14 has a stray 》
        "gulou-2020-6": [],
        "jinjiang-2019-79": [
            "“2019-2021年年均培训(人次)”合计4900，3年共14700，与一写的“1.8万人次”（18000）对不上",
            "“合计”合计20000，与一写的“1.8万人次”（18000）对不上",
        ],
        "quzhou-2019-141": ["“培训计划数(人次)”合计25307，3年共75921，与一2写的“12万人次”（120000）对不上"],
    }


def test_twins_and_overlaps_with_what_is_held(library: Library) -> None:
    held = next(policy for policy in library.policies if policy.id == "jinjiang-2019-79")
    read = source(ABOUT + "一、标准\n略。\n")
    same = Draft("new-version", read, held.about, (), (), {}, ())
    reasons = [concern.reason for concern in check_draft(same, library)]
    assert any("已经收录（jinjiang-2019-79）" in reason for reason in reasons)
    assert any("期间有重叠" in reason for reason in reasons)
    ends_it = same.about.model_copy(
        update={"document_number": "晋政办〔2024〕1号", "supersedes": ("晋政办〔2019〕79号",)}
    )
    later = Draft("new-version", read, ends_it, (), (), {}, ())
    assert not any("期间有重叠" in concern.reason for concern in check_draft(later, library))
