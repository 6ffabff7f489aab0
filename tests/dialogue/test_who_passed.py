"""Who passed and who failed, of all, of two, and of somebody and others."""

import pytest

from tests.dialogue.talk import answer_to, what_all_get

Row = tuple[tuple[str, ...], str, int, str]  # messages, rule, what all get of it, reason

PASSED: list[Row] = [
    (
        ("衢州10个高级工本地户口一共最多多少", "3个成绩还没出来"),
        "quzhou-skill-upgrade",
        21000,
        "whose results are still to come have no certificate yet",
    ),
    (
        ("衢州10个高级工本地户口一共最多多少", "有3个证还没下来"),
        "quzhou-skill-upgrade",
        21000,
        "nor those whose certificates are",
    ),
    (
        ("晋江岗前20人合同三年今年招的，4个人的证还没发下来，其他都有合格证，补多少",),
        "jinjiang-pre-job",
        12800,
        "told in one message",
    ),
    (
        ("晋江司法局给服刑人员办就业技能培训，今年15个合格，2个不合格，支持多少",),
        "jinjiang-custody",
        12000,
        "who failed are not who is asked about",
    ),
    (
        ("晋江企业，招的西藏籍工人8个，做完技能培训了，企业能拿多少", "3个没通过没拿到证，5个有合格证"),
        "jinjiang-partner-region-firm",
        7500,
        "who failed first",
    ),
    (
        (
            "我是建档立卡贫困户，在鼓楼参加培训，今年去了两回，第一回没拿到证，第二回拿到培训合格证书了，"
            "生活费最多补多少",
        ),
        "gulou-living-allowance",
        400,
        "one of two times",
    ),
    (
        (
            "晋江鞋业急需紧缺工种培训，14个人拿了合格证，其中5个合同只签了四个月，剩下的两年，总共补多少",
        ),
        "jinjiang-priority-industry",
        9000,
        "the rest have another contract",
    ),
    (
        (
            "晋江电子厂，18个新员工岗前培训合格证都拿了，合同两年，公司补多少",
            "更正一下，18个里头有5个其实招进来一年半多了，那剩下能报的是多少",
        ),
        "jinjiang-pre-job",
        10400,
        "told of five alone, though not known of the others",
    ),
    (
        ("衢州岗前培训20人，合格证都拿了，公司领多少", "这20个里2个今年在我们公司已经享受过了，扣掉再算"),
        "quzhou-pre-job",
        5400,
        "the whole in one part with those who are out",
    ),
    (
        ("晋江贫困户，男人在外打工我带2个娃，去培训拿了培训合格证，生活费最多补多少",),
        "jinjiang-living-allowance",
        500,
        "children who are looked after are no trainees",
    ),
    (
        ("我和老公都在晋江企业上班，合同两年，养老保险都交着。我考了三级，他考了五级，都是职业技能等级证书，一共多少",),
        "jinjiang-skill-upgrade-worker",
        2200,
        "a couple is one and one",
    ),
    (
        ("衢州我们厂4个高级工、6个中级工、6个专项能力证书，都在衢州上班，职业培训补贴全加起来最多多少",),
        "quzhou-skill-upgrade",
        25800,
        "three kinds of certificates, and the benefit named at the end",
    ),
    (
        ("晋江20个新人，合同两年，岗前合格证都有，公司多少", "5个没考过"),
        "jinjiang-pre-job",
        12000,
        "fewer than were spoken of, who lack something, are some of them",
    ),
    (
        ("晋江20个新人，合同两年，岗前合格证都有，公司多少", "4个没拿证的扣掉"),
        "jinjiang-pre-job",
        12800,
        "taken out without a word for the rest",
    ),
    (
        ("晋江新招20个做岗前，合同都两年，合格证都拿了，公司多少", "里面6个进厂快两年了才培训的，剩下的能报多少"),
        "jinjiang-pre-job",
        11200,
        "what they did is no name of what is counted",
    ),
    (
        ("我和我姐都在晋江上班，合同两年，养老都交，都考了三级技能等级证书，俩人一共多少",),
        "jinjiang-skill-upgrade-worker",
        3000,
        "both of two",
    ),
    (
        ("晋江岗前，15个人，合同两年，合格证都有，公司多少", "不是15个，是18个"),
        "jinjiang-pre-job",
        14400,
        "a number of people answers no question for months",
    ),
    (
        (
            "晋江企业人事：新疆籍结对帮扶工人5个拿了培训合格证，其中2个还考了职业技能等级证书。"
            "厂里多少，个人有没有说法？",
        ),
        "jinjiang-partner-region-firm",
        7500,
        "two of five have one more certificate, and both are asked about",
    ),
    (
        ("晋江上班，考下高及技师，和同签了三年，养老保险一直有，个人补贴多少",),
        "jinjiang-skill-upgrade-worker",
        3000,
        "misspelled, it still holds a word for a lower level",
    ),
    (
        ("晋江岗前，20个新人合同两年合格证都拿了，公司补多少", "不对，没考过的有5个"),
        "jinjiang-pre-job",
        12000,
        "what they lack stands before their number",
    ),
    (
        ("晋江新招三批，4+5+3人，合同都两年，岗前合格证都有，公司多少",),
        "jinjiang-pre-job",
        9600,
        "a sum as it is written",
    ),
    (("衢州项目制目录内50人，结业46人，拿证41，每人60课时",), "quzhou-project-training", 41000, "三6 counts certificates, not who came"),
    (("衢州目录内项目制，40人，拿证35，30课时",), "quzhou-project-training", 26250, "the same of two numbers"),
    (("衢州项目制清单内的培训36人，发证30，每人20课时",), "quzhou-project-training", 15000, "certificates issued"),
    (("衢州岗前培训报名40，来了36，考过33，补多少",), "quzhou-pre-job", 9900, "numbers without a measure, step by step"),
    (("衢州岗前培训报名40，来了36，考过33，补多少", "刚才数错了，考过31"), "quzhou-pre-job", 9300, "put right in the same words"),
    (("衢州转岗培训28人报名，实到25人，合格22人",), "quzhou-pre-job", 6600, "the number behind"),
    (("晋江25人参加技能提升，合同两年养老都有，都在职，18人考了证，其他没去考，公司补多少",), "jinjiang-skill-upgrade-firm", 14400, "did not go to the exam"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "rule", "amount", "reason"), PASSED, ids=[row[-1] for row in PASSED])
def test_those_who_passed(messages: tuple[str, ...], rule: str, amount: int, reason: str) -> None:
    assert what_all_get(rule, *messages) == amount, reason


@pytest.mark.parametrize(
    "told",
    [
        "没考过高级工，考过了中级工",
        "考过了中级工，没考过高级工",
        "高级工没考过，中级工考过了",
        "高级工没通过，但中级工通过了",
    ],
)
def test_a_level_that_was_not_got_is_not_granted(told: str) -> None:
    message = f"晋江，{told}，合同两年，社保交了，我个人能领多少"
    assert what_all_get("jinjiang-skill-upgrade-worker", message) == 1000


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("我和同事小王一起去考中级工，他没过，我过了", "another has failed"),
        ("同事没考过，我考过了中级工", "told first"),
        ("我考过中级工了，小李没过", "told behind, by name"),
        ("我考过了中级工，除了我没有人交社保", "the others have none"),
        ("我考过了中级工，除了我别人都没交社保", "in other words"),
    ],
)
def test_what_others_lack_the_speaker_has(told: str, reason: str) -> None:
    answer = answer_to(f"晋江，{told}，我合同两年，我个人能领多少")
    outcomes = {
        e.outcome for e in answer.entitlements if e.rule.benefit.id == "jinjiang-skill-upgrade-worker"
    }
    assert outcomes and "ineligible" not in outcomes, reason


def test_what_the_speaker_lacks_is_lacking() -> None:
    answer = answer_to("晋江，我和小王去考中级工，小王过了，我没考过，我合同两年社保交了，我能领多少")
    assert answer.entitlements and {e.outcome for e in answer.entitlements} == {"ineligible"}


@pytest.mark.parametrize("told", ["拿合格证35个", "领了培训合格证35本", "最后发合格证35个"])
def test_how_many_certificates_stands_behind_what_was_done(told: str) -> None:
    message = f"晋江，困难企业，组织40人培训，目录里没有的工种，{told}，多少"
    assert what_all_get("jinjiang-firm-in-difficulty", message) == 28000


@pytest.mark.parametrize(
    ("told", "amount"),
    [
        ("A班20人合格18人每人30课时，B班25人合格20人每人45课时", 33500),
        ("甲班20人取证18人，各30课时；乙班25人取证20人，各45课时", 33500),
        ("甲班20人通过18人人均30课时，乙班25人通过20人人均45课时", 33500),
    ],
)
def test_who_passed_of_each_of_several_lots_stands_behind_what_they_did(told: str, amount: int) -> None:
    answer = answer_to(f"衢州，项目制，{told}，一共多少")
    assert [one.entitlement.amount.high for one in answer.totals if one.entitlement.amount] == [amount]


def test_who_passed_of_lots_without_more_said() -> None:
    assert what_all_get("quzhou-pre-job", "衢州，岗前培训第一批20人合格18人，第二批25人合格20人") == 11400
    told = "A班20人合格18人不合格2人，B班10人合格9人不合格1人"
    assert what_all_get("quzhou-pre-job", f"衢州，岗前培训，{told}") == 8100, "with who failed"
