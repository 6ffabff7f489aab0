"""Which 责任单位 line speaks for a clause."""

from datetime import date

import pytest

from assistant.documents import outline
from assistant.documents.models import Policy, PolicyFile

ABOUT = PolicyFile(
    title="某方案",
    short_title="某方案",
    issuers=("某局",),
    region="350582",
    issued_on=date(2020, 1, 1),
    validity_basis="unstated",
    office="某局",
)
TEXT = """三、措施
1.岗前。甲。
责任单位：甲局
15.转岗。乙。
（一）细则。丙。
责任单位：乙局
三十、其他
（一）附带。丁。
"""

LINES = [
    ("三1", "甲局", "its own line"),
    ("三15", None, "三15 does not lie within 三1"),
    ("三（一）", "乙局", "its own line"),
    ("三十（一）", None, "三十 does not lie within 三"),
]


@pytest.mark.parametrize(("path", "office", "reason"), LINES)
def test_responsible(path: str, office: str | None, reason: str) -> None:
    policy = Policy("x", ABOUT, TEXT, outline("x", TEXT), refers_to=())
    line = policy.responsible(path)
    assert (line.text.strip().removeprefix("责任单位：") if line else None) == office, reason
