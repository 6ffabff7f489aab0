"""How groups of people are called: by kind and number, and by what tells them apart where these do not."""

import pytest

from assistant.dialogue.answers.group_names import join_names, name_groups
from assistant.rules.facts import FactBook, Facts, Quantity

ONE, TWO = Quantity.exactly(1), Quantity.exactly(2)


@pytest.mark.parametrize(
    ("groups", "names"),
    [
        ([{}], ("",)),
        ([{"headcount": TWO}], ("2人",)),
        (
            [
                {"headcount": TWO, "certificate_level": "四级"},
                {"certificate_level": "三级", "headcount": ONE},
            ],
            ("四级、2人", "三级、1人"),
        ),
        # of one kind and number
        (
            [
                {"headcount": TWO, "certificate_level": "四级", "pension_insured": True},
                {"headcount": TWO, "certificate_level": "四级", "pension_insured": False},
            ],
            ("四级、缴纳基本养老保险：是、2人", "四级、缴纳基本养老保险：否、2人"),
        ),
        # one person of no kind is nobody by the number alone
        (
            [{"headcount": TWO}, {"headcount": ONE, "pension_insured": False}],
            ("2人", "缴纳基本养老保险：否、1人"),
        ),
        # what both share tells nobody apart
        (
            [
                {"headcount": ONE, "pension_insured": False, "contract_months": ONE},
                {"headcount": ONE, "pension_insured": False, "contract_months": TWO},
            ],
            ("劳动合同期限：1个月、1人", "劳动合同期限：2个月、1人"),
        ),
    ],
)
def test_groups_are_told_apart(groups: list[Facts], names: tuple[str, ...], book: FactBook) -> None:
    assert name_groups(groups, book) == names


def test_names_are_joined_each_once() -> None:
    assert join_names(["四级、2人", "", "四级、2人", "三级、1人"]) == "四级、2人；三级、1人"
