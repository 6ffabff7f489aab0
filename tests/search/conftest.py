"""A small library made by hand: two policies with the kinds of clauses that real ones have."""

from collections.abc import Callable

import pytest

from assistant.documents.models import Clause

TITLES = {"east": "东市职业技能提升行动实施方案", "west": "西市职业技能提升行动实施办法"}


@pytest.fixture
def titles() -> dict[str, str]:
    return TITLES


@pytest.fixture(scope="session")
def make_clause() -> Callable[..., Clause]:
    def make(policy_id: str, path: str, text: str, **other: object) -> Clause:
        given = {"kind": "body", "heading": "", "headings": (), "start": 0, "end": len(text), **other}
        return Clause(policy_id=policy_id, path=path, text=text, **given)  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def clauses(make_clause: Callable[..., Clause]) -> tuple[Clause, ...]:
    standards = "补贴标准"
    return (
        make_clause("east", "二", "二、补贴标准\n", heading=standards),
        make_clause(
            "east",
            "二1",
            "1.岗前培训。企业新招用人员开展岗前培训，取得合格证书的，按每人500元给予企业补贴。\n",
            heading="岗前培训",
            headings=(standards,),
        ),
        make_clause(
            "east",
            "二2",
            "2.以工代训。吸纳就业困难人员并开展以工代训的，按每人每月200元给予补贴，最长6个月；"
            "与岗前培训补贴不可重复享受。\n",
            heading="以工代训",
            headings=(standards,),
        ),
        make_clause(
            "east", "二", "责任单位：市人社局、岗前培训办公室\n", kind="responsible", heading="责任单位"
        ),
        make_clause("east", "文末", "本方案由市人社局负责解释。\n", kind="closing"),
        make_clause(
            "east",
            "附件1",
            "附件1\n培训计划分解表\n镇(街道)\t2020 年计划\t合计\n安海镇\t650\t1100\n池店镇\t1100\t1850\n"
            "镇(街道)\t2020 年计划\t合计\n合 计\t1750\t2950\n",
            kind="annex",
            heading="培训计划分解表",
            tables=(
                (
                    ("镇(街道)", "2020年计划", "合计"),
                    ("安海镇", "650", "1100"),
                    ("池店镇", "1100", "1850"),
                    ("合 计", "1750", "2950"),
                ),
            ),
        ),
        make_clause("east", "版记", "抄送：岗前培训各单位\n", kind="colophon"),
        make_clause(
            "west",
            "三1",
            "1.岗前培训。企业开展岗前培训的，给予每人300元补贴。\n",
            heading="岗前培训",
            headings=(standards,),
        ),
        make_clause("west", "三2", "2.竞赛。企业举办技能竞赛，每个工种补助1万元。\n", heading="竞赛"),
    )
