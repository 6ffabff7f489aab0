"""文号 in the forms in which documents print them."""

import pytest

from assistant.documents import find_document_numbers

FORMS = [
    ("(国办发〔2019〕24号)", ("国办发〔2019〕24号",), "as the standard has it"),
    ("（榕政办〔2019〕132 号）精神", ("榕政办〔2019〕132号",), "a space before 号"),
    ("闽人社文 〔2024〕 3 号", ("闽人社文〔2024〕3号",), "spaces all over"),
    ("国发[2019]4号", ("国发〔2019〕4号",), "square brackets"),
    ("国发【2019】4号", ("国发〔2019〕4号",), "lenticular brackets"),
    ("国发（2019）4号、国发(2019)第5号", ("国发〔2019〕4号", "国发〔2019〕5号"), "round brackets, 第"),
    ("按照闽人社文〔2024〕3号执行", ("闽人社文〔2024〕3号",), "words before the agency's code"),
    ("根据《通知》及闽人社文〔2024〕3号", ("闽人社文〔2024〕3号",), "及 before it"),
    (
        "衢州市财政局\n衢市人社发〔2019〕141号",
        ("衢市人社发〔2019〕141号",),
        "the line above is no part of it",
    ),
    ("国发〔2019〕4号和国发〔2019〕4号", ("国发〔2019〕4号",), "once each"),
    ("国发〔２０１９〕第４号", ("国发〔2019〕4号",), "digits of full width"),
    ("实施方案（2019—2021年）", (), "a period is none"),
    ("2019年第4号公告", (), "no agency and year in brackets"),
]


@pytest.mark.parametrize(("text", "numbers", "reason"), FORMS)
def test_find_document_numbers(text: str, numbers: tuple[str, ...], reason: str) -> None:
    assert find_document_numbers(text) == numbers, reason
