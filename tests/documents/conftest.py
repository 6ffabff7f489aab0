"""A small corpus to break."""

from collections.abc import Callable
from pathlib import Path

import pytest

SMALL_SOURCE = """某市职业技能培训办法（2020—2021年）
为落实某政办〔2019〕8号，制定本办法。
一、补贴标准
1.岗前培训。每人500元。
本办法有效期至2021年12月31日止。
"""
SMALL_POLICY = """
title: 某市职业技能培训办法（2020—2021年）
short_title: 某市职业技能培训办法
issuers: [某市人社局]
region: "350582"
issued_on: 2020-01-01
valid_until: 2021-12-31
validity_basis: stated
validity_quotes: [{clause: 文末, quote: 有效期至2021年12月31日止}]
based_on: [某政办〔2019〕8号]
office: 某市人社局
set_aside: [{clause: 一1, text: 500元, reason: 例}]
"""


@pytest.fixture
def small_corpus(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writes a corpus of one policy, `small`, with words of its policy.yaml replaced; gives its folder."""

    def write(old: str, new: str) -> Path:
        assert old in SMALL_POLICY
        folder = tmp_path / "policies" / "small"
        folder.mkdir(parents=True)
        (folder / "policy.yaml").write_text(SMALL_POLICY.replace(old, new), encoding="utf-8")
        (folder / "source.txt").write_text(SMALL_SOURCE, encoding="utf-8")
        return tmp_path

    return write
