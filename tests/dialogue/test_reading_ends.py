"""Reading any message ends: no pattern is tried in every way. What does not end is failed by the time limit."""

import pytest

from tests.dialogue.conftest import Read

AHEAD = [
    "",
    "我们和社保",
    "跟社保",
    "公司说交了社保，",
    "20个人考了中级工，",
    "其中3个没拿到证，",
    "岗前培训没",
    "衢州，中级工证",
    "户口不在",
]
REPEATED = [
    "、一",
    "一查",
    "老师",
    "、合同",
    "都",
    "没",
    "3个",
    "一个人",
    "领了岗前",
    "第一批12人，",
    "我老公",
    "要",
    "证",
    "因为",
    "有没有",
    "倒",
]


@pytest.mark.timeout(60)  # each takes far less than a second; what is tried in every way takes years
@pytest.mark.parametrize("repeated", REPEATED)
@pytest.mark.parametrize("ahead", AHEAD)
def test_reading_ends(read: Read, ahead: str, repeated: str) -> None:
    message = ahead + repeated * (500 // len(repeated)) + "多少钱"
    assert read(message).text.endswith("多少钱")
