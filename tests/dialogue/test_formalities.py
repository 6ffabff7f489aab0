"""Whether a message asks for papers, or when money comes."""

import pytest

from assistant.dialogue.language.formalities import asks_for_formalities


@pytest.mark.parametrize(
    ("text", "asks", "why"),
    [
        ("要带啥材料", True, "papers"),
        ("申请要交啥", True, "papers by the deed"),
        ("资料都要哪些", True, "the papers ahead"),
        ("剩下的几时给", True, "the rest of the money"),
        ("钱几天能下来", True, "in how many days"),
        ("大概多久打到公司账上", True, "how long it takes"),
        ("前几天主管部门给我发了操作证", False, "the other day"),
        ("从啥时候开始补", False, "from when something counts"),
        ("几时给工人培训", False, "when people are trained"),
        ("什么时候发证", False, "when a certificate is given"),
        ("要交什么保险", False, "a condition"),
        ("以工代训最多补几个月", False, "for how long"),
    ],
)
def test_papers_and_days_of_payment(text: str, asks: bool, why: str) -> None:
    assert asks_for_formalities(text) is asks, why
