"""What is owed, promised or will never be done: never read as had."""

from typing import Any

import pytest

from assistant.rules.facts import UNSURE, Quantity
from tests.dialogue.conftest import Read

NONE = Quantity.exactly(0)

# (message, fact, value, reason)
PUT_OFF: list[tuple[str, str, Any, str]] = [
    ("社保老板拖着没交，合同三年", "pension_insured", False, "put off"),
    ("社保欠了半年没补上", "pension_insured", False, "owed, and not made good"),
    ("五险公司欠着呢", "pension_insured", False, "owed"),
    ("快退休了社保没交满，考了中级工", "pension_insured", True, "too few years, and paid all the same"),
    ("老板拖欠工资和社保", "pension_insured", False, "both are owed"),
    ("厂里欠着工资快倒闭了", "firm_in_difficulty", True, "the wages are owed"),
    ("公司欠了货款，困难企业", "firm_in_difficulty", True, "what is owed is money"),
    ("困难企业，欠着一堆债", "firm_in_difficulty", True, "the same behind it"),
    ("欠薪的困难企业", "firm_in_difficulty", True, "the same as an attribute"),
    ("厂里拖着我的社保不缴", "pension_insured", False, "put off, said ahead"),
    ("社保齐，合同人事一直压着没签", "contract_months", NONE, "a contract put off is none yet"),
    ("养老保险老板答应下个月补交", "pension_insured", False, "what is promised is not made good"),
    ("养老保险厂长说年底一起补缴", "pension_insured", False, "said to come"),
    ("社保说下个月开始交", "pension_insured", False, "begins later"),
    ("社保嘛，老板说转正再给上", "pension_insured", False, "told in the next clause"),
    ("合同三年，社保？老板哪会给我们交", "pension_insured", False, "a question mark that asks nothing"),
    ("合同三年，养老保险？想都别想", "pension_insured", False, "the same"),
    ("老板怎么舍得给我们买社保", "pension_insured", False, "said ahead of it"),
    ("合同两年，社保，没交", "pension_insured", False, "named alone, denied in the next clause"),
    ("合同两年，社保？没交", "pension_insured", False, "the same behind a question mark"),
    ("养老保险嘛，公司没给交过", "pension_insured", False, "the same with who did not"),
    ("社保交了，合同呢，没签", "contract_months", NONE, "the same of a contract"),
    ("交了社保，没断过", "pension_insured", True, "what was not done is something else"),
    ("社保交了，没有合同", "pension_insured", True, "what is denied is the contract"),
    ("社保从来没拖欠过", "pension_insured", True, "never owed"),
    ("社保欠过两个月，后来补交了", "pension_insured", True, "made good"),
    ("拖欠的社保去年都补齐了", "pension_insured", True, "made good"),
    ("证八月考下来的，社保九月才交", "pension_insured", UNSURE, "perhaps too late"),
    ("5月考的高级工，公司6月才给我上社保", "pension_insured", UNSURE, "the same, told ahead"),
    ("社保去年9月开始交的", "pension_insured", True, "since when, and not late"),
    ("合格证九月才发，社保交了", "pass_certificate", True, "when it was got"),
    ("社保老板拖到今年才交", "pension_insured", True, "late, and done"),
    ("社保下个月继续交", "pension_insured", True, "goes on"),
    ("社保一直交着，工资拖着没发", "pension_insured", True, "the wages are owed"),
    ("社保交了，老板说下个月涨工资", "pension_insured", True, "the wages are promised"),
    ("社保交了，老板哪会说不给我领", "pension_insured", True, "of the money"),
]


@pytest.mark.parametrize(("message", "fact", "value", "reason"), PUT_OFF, ids=[row[0] for row in PUT_OFF])
def test_what_is_put_off(read: Read, message: str, fact: str, value: Any, reason: str) -> None:
    assert read(message).facts.get(fact) == value, reason


# (message, fact, value, reason)
IN_PLACES: list[tuple[str, str, Any, str]] = [
    ("衢州初级工，户口不在，也没住，也没在这上班", "local_tie", False, "each of the ways denied"),
    ("衢州高级工，不在衢州打工，户口也不是，也没在那住", "local_tie", False, "the same in another order"),
    ("衢州高级工，没住在这边，也没户口", "local_tie", None, "of the third nothing is said"),
    ("衢州高级工，不是本地户口，但在这里上班", "local_tie", True, "one of them is enough"),
    ("衢州 高级工，户口早迁走了，人在上海打工", "local_tie", False, "moved away, lives and works elsewhere"),
    ("衢州 特种作业证考了，主管部门没批下来", "issued_by_authority", False, "三7 asks for 核发"),
    ("衢州焊工操作证考完了，应急管理局没给批", "issued_by_authority", False, "the same of another office"),
    ("衢州电工操作证考了，应急局还没核准", "issued_by_authority", False, "not yet is not had"),
    ("衢州特种作业证，补贴一直没批下来", "issued_by_authority", None, "the money is to be approved"),
    ("衢州 项目不在清单里，30人拿证20课时", "in_project_catalogue", False, "hours mean a project"),
    ("衢州项目在清单里，20人拿证，30课时", "in_project_catalogue", True, "the same, said to be in it"),
    ("衢州学生学徒4人，签合同了，社保交了5个月", "insured_after_training", True, "four months or more"),
    ("衢州学生学徒4人，签合同了，社保交了5个月", "apprenticeship_years", None, "of the insurance alone"),
    ("衢州学徒签了合同但社保只交了2个月", "insured_after_training", False, "四11 asks for three"),
    ("衢州学徒签了合同但社保只交了2个月", "signed_after_training", True, "the apprentices' contract"),
    ("福建毕业后没和那家企业签合同", "contract_months", NONE, "with whom stands in between"),
    ("晋江以工代训5个就业困难人员8个月，参了保", "firm_insured", True, "said in another word"),
]


@pytest.mark.parametrize(("message", "fact", "value", "reason"), IN_PLACES)
def test_what_a_place_asks_for(read: Read, message: str, fact: str, value: Any, reason: str) -> None:
    assert read(message).facts.get(fact) == value, reason


@pytest.mark.parametrize("message", ["晋江中级工证是买来的，能领吗", "鼓楼花钱买的证，公司能补吗"])
def test_a_certificate_that_was_bought_is_deceit(read: Read, message: str) -> None:
    assert "fraud_act" in read(message).flags
