"""Several groups of people in one message: who belongs to which, and what is said of all."""

from typing import Any

import pytest

from assistant.rules.facts import FactBook
from tests.dialogue.conftest import Read

Group = tuple[tuple[str, ...], dict[str, Any]]
PRE_JOB, WORK_BASED, SAFETY = ("pre_job_training",), ("work_based_training",), ("safety_training",)
APPRENTICES, STUDIO = ("apprenticeship",), ("master_studio",)


def people(number: int | None, level: str, topics: tuple[str, ...] = (), **more: Any) -> Group:
    """A group by its level."""
    count = {} if number is None else {"headcount": str(number)}
    return topics, {**count, "certificate_level": level, **more}


def trained(number: int, topics: tuple[str, ...], **more: Any) -> Group:
    """A group by its training."""
    return topics, {"headcount": str(number), **more}


FIVE_AND_TWO = [people(5, "四级"), people(2, "三级")]
NEW, OLD = ["0", "12"], {"at_least": "13"}

GROUPS: list[tuple[str, list[Group], dict[str, Any], str]] = [
    ("5名中级工、2名高级工", FIVE_AND_TWO, {}, "by level"),
    ("5名中级工，2名高级工", FIVE_AND_TWO, {}, "with a comma"),
    ("5个中级工2个高级工", FIVE_AND_TWO, {}, "with nothing between"),
    ("有5个中级工和2个高级工", FIVE_AND_TWO, {}, "with 和"),
    ("中级工5人、高级工2人", FIVE_AND_TWO, {}, "the number behind"),
    ("中级工（5人）、高级工（2人）", FIVE_AND_TWO, {}, "in brackets"),
    ("5个人考了中级工，2个人考了高级工", FIVE_AND_TWO, {}, "in sentences"),
    ("中级工和高级工分别多少", [people(None, "四级"), people(None, "三级")], {}, "without numbers"),
    ("5名中级工，再加2名高级工", FIVE_AND_TWO, {}, "added"),
    (
        "岗前培训10人，其中3人没拿到合格证",
        [trained(7, PRE_JOB), trained(3, PRE_JOB, pass_certificate=False)],
        {},
        "who lacks something is taken off the others, of whom that is not said",
    ),
    (
        "岗前培训20人，3个没拿到合格证",
        [trained(17, PRE_JOB), trained(3, PRE_JOB, pass_certificate=False)],
        {},
        "the same without 其中",
    ),
    (
        "三批人：新招10人做岗前培训，5名中级工，2名高级工",
        [trained(10, PRE_JOB, months_since_hire=NEW), *FIVE_AND_TWO],
        {},
        "three groups; 新招 belongs to the first",
    ),
    (
        "岗前培训10人、以工代训8人、特种作业5人",
        [trained(10, PRE_JOB), trained(8, WORK_BASED), trained(5, SAFETY)],
        {},
        "by topic, the number behind",
    ),
    (
        "10人岗前培训，8人以工代训3个月",
        [trained(10, PRE_JOB), trained(8, WORK_BASED, training_months="3")],
        {},
        "by topic, the number before; months belong to the second",
    ),
    (
        "老员工5人考中级工，新员工3人岗前培训",
        [people(5, "四级", months_since_hire=OLD), trained(3, PRE_JOB, months_since_hire=NEW)],
        {},
        "level and topic",
    ),
    (
        "3个职工学徒和5个学生学徒",
        [
            (APPRENTICES, {"headcount": "3", "apprentice_kind": "职工学徒"}),
            (APPRENTICES, {"headcount": "5", "apprentice_kind": "学生学徒"}),
        ],
        {},
        "by kind",
    ),
    (
        "国家级工作室和市级工作室各补多少",
        [(STUDIO, {"studio_level": "国家级"}), (STUDIO, {"studio_level": "市级"})],
        {},
        "two workshops",
    ),
]
SHARED: list[tuple[str, list[Group], dict[str, Any], str]] = [
    (
        "合同都签了一年以上，社保都交，5名中级工，2名高级工",
        FIVE_AND_TWO,
        {"contract_months": {"at_least": "12"}, "pension_insured": True},
        "said before",
    ),
    (
        "5名中级工，2名高级工，都签了一年合同，都交社保",
        FIVE_AND_TWO,
        {"contract_months": "12", "pension_insured": True},
        "said behind with 都",
    ),
    (
        "5名中级工，2名高级工，合同两年，社保交了",
        FIVE_AND_TWO,
        {"contract_months": "24", "pension_insured": True},
        "said behind",
    ),
    (
        "5名中级工和2名高级工。合同一年以上",
        FIVE_AND_TWO,
        {"contract_months": {"at_least": "12"}},
        "in a sentence of its own",
    ),
    (
        "我考了中级工，我老公考了高级工",
        [people(1, "四级", holder="本人"), people(1, "三级", holder="丈夫")],
        {"asker": "个人"},
        "who asks is one, and so is he",
    ),
    (
        "5名中级工签了一年合同，2名高级工没签合同",
        [people(5, "四级", contract_months="12"), people(2, "三级", contract_months="0")],
        {},
        "each its own contract",
    ),
    (
        "5名中级工交了社保，2名高级工没交社保",
        [people(5, "四级", pension_insured=True), people(2, "三级", pension_insured=False)],
        {},
        "each its own insurance",
    ),
    (
        "20人考中级工，签了一年合同；5人考高级工，签了半年合同",
        [people(20, "四级", contract_months="12"), people(5, "三级", contract_months="6")],
        {},
        "each in a sentence of its own",
    ),
    (
        "5人交了社保，3人没交社保",
        [
            ((), {"headcount": "5", "pension_insured": True}),
            ((), {"headcount": "3", "pension_insured": False}),
        ],
        {},
        "told apart by the fact itself",
    ),
    (
        "新招20人，老员工5人",
        [
            ((), {"headcount": "20", "months_since_hire": NEW}),
            ((), {"headcount": "5", "months_since_hire": OLD}),
        ],
        {},
        "told apart by when they were hired",
    ),
]
TOTALS: list[tuple[str, list[Group], dict[str, Any], str]] = [
    (
        "我们有30个人，其中5个考了中级工，3个考了高级工",
        [people(5, "四级"), people(3, "三级")],
        {},
        "30 are all of them",
    ),
    ("5个人里头中级工3个高级工2个", [people(3, "四级"), people(2, "三级")], {}, "5 are all of them"),
    (
        "一共30人，10个新证，20个复审",
        [
            ((), {"headcount": "10", "certificate_event": "新证"}),
            ((), {"headcount": "20", "certificate_event": "复审"}),
        ],
        {},
        "10 and 20 are the 30",
    ),
    (
        "我们30个人都签了一年合同，其中5个中级工、3个高级工",
        [people(5, "四级"), people(3, "三级")],
        {"contract_months": "12"},
        "what is said of all is said of each",
    ),
]
ONE = [
    ("5名中级工", {"headcount": "5", "certificate_level": "四级"}, "one group"),
    ("5个人都是中级工", {"headcount": "5", "certificate_level": "四级"}, "one group"),
    ("30人里有5个中级工", {"headcount": "5", "certificate_level": "四级"}, "one group of the 30"),
    ("12人做了岗前培训，又做以工代训，能一起领吗", {"headcount": "12"}, "one group with two topics"),
    ("12个人先岗前培训再以工代训3个月", {"headcount": "12", "training_months": "3"}, "the same"),
    ("初级工升中级工", {"certificate_level": "四级"}, "one person who went up"),
    ("12个人，是12个人", {"headcount": "12"}, "said twice"),
]


@pytest.mark.parametrize(("message", "groups", "shared", "why"), [*GROUPS, *SHARED, *TOTALS])
def test_groups(
    read: Read, book: FactBook, message: str, groups: list[Group], shared: dict[str, Any], why: str
) -> None:
    reading = read(message)
    assert [(group.topics, book.store(group.facts)) for group in reading.groups] == groups, why
    assert book.store(reading.facts) == shared, why


@pytest.mark.parametrize(("message", "facts", "why"), ONE)
def test_one_group_is_none(read: Read, book: FactBook, message: str, facts: dict[str, Any], why: str) -> None:
    reading = read(message)
    assert reading.groups == (), why
    assert book.store(reading.facts) == facts, why
