"""The five policies: their clauses, their validity, what they name."""

from datetime import date
from pathlib import Path

import pytest

from assistant.documents import Library, outline_table
from assistant.documents.models import Policy, Validity

# Every path in order; a star: a 责任单位 line follows that speaks for the clause.
PATHS = {
    "gulou-2020-6": (
        "前言 一 二 二（一） 二（一）1 二（一）2 二（一）3 二（一）4 二（一）5 二（一）6 二（一）7 二（一）8 *二（一） "
        "二（二） *二（二） 二（三） *二（三） 三 三（四） *三（四） 三（五） *三（五） 三（六） *三（六） "
        "四 四（七） *四（七） 四（八） *四（八） 四（九） *四（九） 五 五（十） *五（十） 五（十一） *五（十一） "
        "五（十二） *五（十二） 文末"
    ),
    "jinjiang-2019-79": (
        "前言 一 二 二（一） 二（一）1 二（一）2 二（一）3 *二（一） 二（二） 二（二）1 二（二）2 二（二）3 *二（二） "
        "二（三） 二（三）1 二（三）2 二（三）3 *二（三） 二（四） 二（四）1 二（四）2 二（四）3 *二（四） "
        "二（五） 二（五）1 二（五）2 二（五）3 *二（五） 二（六） 二（六）1 二（六）2 二（六）3 二（六）4 二（六）5 "
        "二（六）6 二（六）7 二（六）8 二（六）9 二（六）10 *二（六） 三 三（一） *三（一） 三（二） *三（二） 三（三） "
        "*三（三） 版记 附件1 附件2 版记2"
    ),
    "fujian-2024-41": (
        "前言 一 二 二（一） 二（二） 二（三） 二（四） 二（五） 三 三（一） 三（二） 三（三） 文末 版记"
    ),
    "fujian-2025-skills": (
        "前言 一 二 三 三（一） 三（一）1 三（一）2 三（一）3 三（一）4 三（一）5 三（一）6 三（二） 三（二）7 三（三） "
        "三（三）8 三（三）9 三（三）10 三（三）11 四 四12 四13 四14 四15 四16 四17 版记"
    ),
    "quzhou-2019-141": (
        "前言 一 一1 一2 二 二3 二4 三 三5 三6 三7 三8 三9 三10 四 四11 四12 四13 五 五14 五15 五16 "
        "六 六17 六18 六19 六20 文末 版记 附件1 附件2"
    ),
}
POLICIES = sorted(PATHS)


def _policy(library: Library, policy_id: str) -> Policy:
    policy = library.get(policy_id)
    assert policy is not None
    return policy


def test_the_corpus_holds_these_policies(library: Library) -> None:
    assert [policy.id for policy in library.policies] == POLICIES


@pytest.mark.parametrize("policy_id", POLICIES)
def test_paths(library: Library, policy_id: str) -> None:
    printed = [
        f"*{clause.path}" if clause.kind == "responsible" else clause.path
        for clause in _policy(library, policy_id).clauses
    ]
    assert printed == PATHS[policy_id].split()


@pytest.mark.parametrize("policy_id", POLICIES)
def test_clauses_are_the_whole_text(library: Library, policy_id: str) -> None:
    policy = _policy(library, policy_id)
    assert "".join(clause.text for clause in policy.clauses) == policy.text
    assert all(clause.text == policy.text[clause.start : clause.end] for clause in policy.clauses)
    assert all(clause.policy_id == policy_id for clause in policy.clauses)


@pytest.mark.parametrize("policy_id", POLICIES)
def test_outline_is_the_reviewed_one(corpus: Path, library: Library, policy_id: str) -> None:
    reviewed = (corpus / "policies" / policy_id / "outline.txt").read_text(encoding="utf-8")
    assert outline_table(_policy(library, policy_id)) == reviewed


# policy, path, kind, heading, how the text begins, how it ends
CLAUSES = [
    ("jinjiang-2019-79", "二（六）2", "body", "企业职工岗位技能提升培训", "2. 企业职工", "给予个人补贴。\n"),
    ("jinjiang-2019-79", "二（六）8", "body", "", "8. 对相关行政部门", "给予培训支持。\n"),
    (
        "jinjiang-2019-79",
        "附件2",
        "annex",
        "晋江市职业技能提升行动培训计划任务分解表(市直单位)",
        "附件 2",
        "490\n",
    ),
    ("jinjiang-2019-79", "版记", "colophon", "", "- 附件：1. 晋江市", "（市直单位）\n"),
    ("jinjiang-2019-79", "版记2", "colophon", "", "抄送：泉州市", "2019年12月20日印发\n"),
    ("gulou-2020-6", "三（五）", "body", "创新职业培训内容和方式", "（五）创新", "给予职业培训补贴。\n"),
    ("gulou-2020-6", "文末", "closing", "", "本实施方案由区人社局负责解释", "区财政局报告。\n"),
    (
        "fujian-2024-41",
        "二（一）",
        "body",
        "支持企业自主开展职业技能培训评价工作",
        "（一）",
        "不再一一列出）\n",
    ),
    ("fujian-2024-41", "文末", "closing", "", "职业技能提升工程政策有效期", "31 日止。\n"),
    ("fujian-2024-41", "版记", "colophon", "", "福建省人力资源和社会保障厅办公室", "各大企业。\n"),
    ("fujian-2025-skills", "三（二）7", "body", "", "7.各级人力资源", "相关政策扶持。\n"),
    ("fujian-2025-skills", "版记", "colophon", "", "附件下载", ".pdf\n"),
    ("quzhou-2019-141", "二4", "body", "职业技能提升行动的培训类别", "4.职业技能", "符合政策的培训。\n"),
    ("quzhou-2019-141", "六17", "body", "明确工作职责", "17.明确", "负责拨付资金。\n"),
    ("quzhou-2019-141", "文末", "closing", "", "本办法自印发之日起", "辖区实施办法。\n"),
]


@pytest.mark.parametrize(("policy_id", "path", "kind", "heading", "begins", "ends"), CLAUSES)
def test_clause(
    library: Library, policy_id: str, path: str, kind: str, heading: str, begins: str, ends: str
) -> None:
    clause = library.clause(policy_id, path)
    assert clause is not None
    assert (clause.kind, clause.heading) == (kind, heading)
    assert clause.text.startswith(begins)
    assert clause.text.endswith(ends)


OFFICES = [
    ("gulou-2020-6", "二（一）6", "区国资中心", "a point is spoken for by its item's line"),
    ("gulou-2020-6", "三（五）", "区人社局、教育局、工信局", "an item's own line"),
    ("gulou-2020-6", "五（十一）", "商务局、国资中心", "（十一）, not （十）"),
    ("gulou-2020-6", "三", None, "a heading's items have lines, it has none"),
    ("jinjiang-2019-79", "二（六）10", "市直各有关部门", "the last point before the line"),
    ("fujian-2024-41", "二（一）", None, "in brackets within the clause"),
    ("quzhou-2019-141", "三5", None, "the text names none"),
]


@pytest.mark.parametrize(("policy_id", "path", "names", "reason"), OFFICES)
def test_responsible(library: Library, policy_id: str, path: str, names: str | None, reason: str) -> None:
    line = _policy(library, policy_id).responsible(path)
    if names is None:
        assert line is None, reason
    else:
        assert line is not None, reason
        assert names in line.text, reason


# The last day before, the first day, the last day, the first day after; None: the text states none.
VALIDITY = [
    ("gulou-2020-6", date(2018, 12, 31), Validity.NOT_YET, "before the title's period"),
    ("gulou-2020-6", date(2019, 1, 1), Validity.IN_FORCE, "first day of the title's period"),
    ("gulou-2020-6", date(2021, 12, 31), Validity.IN_FORCE, "last day of the title's period"),
    ("gulou-2020-6", date(2022, 1, 1), Validity.PERIOD_OVER, "no end is stated: not expired"),
    ("jinjiang-2019-79", date(2018, 12, 31), Validity.NOT_YET, "before the title's period"),
    ("jinjiang-2019-79", date(2019, 1, 1), Validity.IN_FORCE, "first day of the title's period"),
    ("jinjiang-2019-79", date(2021, 12, 31), Validity.IN_FORCE, "last day of the title's period"),
    ("jinjiang-2019-79", date(2022, 1, 1), Validity.PERIOD_OVER, "no end is stated: not expired"),
    ("fujian-2024-41", date(2024, 4, 22), Validity.NOT_YET, "no beginning is stated: from its issue"),
    ("fujian-2024-41", date(2024, 4, 23), Validity.IN_FORCE, "the day of its issue"),
    ("fujian-2024-41", date(2025, 12, 31), Validity.IN_FORCE, "有效期至2025年12月31日止: that day counts"),
    ("fujian-2024-41", date(2026, 1, 1), Validity.EXPIRED, "the end is stated"),
    ("fujian-2025-skills", date(2024, 12, 31), Validity.NOT_YET, "before the title's period"),
    ("fujian-2025-skills", date(2027, 12, 31), Validity.IN_FORCE, "last day of the title's period"),
    ("fujian-2025-skills", date(2028, 1, 1), Validity.PERIOD_OVER, "no end is stated: not expired"),
    ("quzhou-2019-141", date(2020, 1, 28), Validity.NOT_YET, "自印发之日起30日后: 29 days after its date"),
    ("quzhou-2019-141", date(2020, 1, 29), Validity.IN_FORCE, "30 days after 2019-12-30"),
    ("quzhou-2019-141", date(2021, 12, 31), Validity.IN_FORCE, "期限至2021年12月31日止: that day counts"),
    ("quzhou-2019-141", date(2022, 1, 1), Validity.EXPIRED, "the end is stated"),
]


@pytest.mark.parametrize(("policy_id", "on", "validity", "reason"), VALIDITY)
def test_validity(library: Library, policy_id: str, on: date, validity: Validity, reason: str) -> None:
    assert _policy(library, policy_id).validity(on) is validity, reason


BASIS = {
    "gulou-2020-6": "title",
    "jinjiang-2019-79": "title",
    "fujian-2024-41": "stated",
    "fujian-2025-skills": "title",
    "quzhou-2019-141": "stated",
}


@pytest.mark.parametrize("policy_id", POLICIES)
def test_only_stated_dates_count_as_stated(library: Library, policy_id: str) -> None:
    about = _policy(library, policy_id).about
    assert about.validity_basis == BASIS[policy_id]
    assert (about.valid_until is not None) == (BASIS[policy_id] == "stated")
    assert (about.period_until is not None) == (BASIS[policy_id] == "title")


REFERS_TO = {
    "gulou-2020-6": ["榕政办〔2019〕132号"],
    "jinjiang-2019-79": ["国办发〔2019〕24号", "闽政办〔2019〕42号", "泉政办〔2019〕41号"],
    "fujian-2024-41": [],
    "fujian-2025-skills": [
        "人社部发〔2025〕3号",
        "人社部发〔2025〕10号",
        "闽政办〔2025〕2号",
        "闽人社发〔2024〕2号",
        "闽人社文〔2024〕69号",
        "闽人社文〔2024〕3号",
        "闽人社文〔2025〕34号",
    ],
    "quzhou-2019-141": ["国办发〔2019〕24号", "浙人社发〔2019〕53号", "国发〔2019〕4号"],
}


@pytest.mark.parametrize("policy_id", POLICIES)
def test_refers_to_what_the_library_does_not_hold(library: Library, policy_id: str) -> None:
    policy = _policy(library, policy_id)
    assert list(policy.refers_to) == REFERS_TO[policy_id]
    assert set(policy.about.based_on) <= set(policy.refers_to)


REGIONS = {
    "gulou-2020-6": "350102",
    "jinjiang-2019-79": "350582",
    "fujian-2024-41": "350000",
    "fujian-2025-skills": "350000",
    "quzhou-2019-141": "330800",
}


@pytest.mark.parametrize("policy_id", POLICIES)
def test_regions_are_codes(library: Library, policy_id: str) -> None:
    assert _policy(library, policy_id).about.region == REGIONS[policy_id]
