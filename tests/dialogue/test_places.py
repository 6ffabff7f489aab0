"""Which places a message asks about, and which only say where somebody comes from."""

import pytest

from tests.dialogue.conftest import Read
from tests.dialogue.talk import answer_to

JINJIANG, GULOU, QUZHOU, FUJIAN, QUANZHOU = "350582", "350102", "330800", "350000", "350500"


@pytest.mark.parametrize(
    ("message", "regions", "why"),
    [
        ("晋江", [JINJIANG], "the short name"),
        ("晋江市", [JINJIANG], "the full name"),
        ("福建晋江", [JINJIANG], "behind its province"),
        ("福建省泉州市晋江市", [JINJIANG], "behind all that it lies in"),
        ("泉州的晋江", [JINJIANG], "the narrower place is meant"),
        ("晉江市", [JINJIANG], "Traditional"),
        ("鼓楼", [GULOU], "a shared name means the one that is held"),
        ("福州鼓楼", [GULOU], "with its town"),
        ("南京鼓楼", ["320106"], "another town's is not ours"),
        ("徐州鼓楼区中级工补多少", ["320302"], "nor this one"),
        ("衢州市柯城区", ["330802"], "a district inside"),
        ("江山", ["330881"], "a county-level town"),
        ("晋江和衢州哪个高", [JINJIANG, QUZHOU], "two places are compared"),
        ("不是晋江是衢州", [QUZHOU], "the one that is denied is not meant"),
        ("不是晋江，是衢州", [QUZHOU], "with a comma"),
        ("我在衢州不在晋江", [QUZHOU], "the other way round"),
        ("换成衢州", [QUZHOU], "a change"),
        ("那衢州呢", [QUZHOU], "a question about another place"),
        ("衢州隔壁金华岗前培训给多少", ["330700"], "a landmark: never its figure for its neighbour"),
        ("晋江旁边的石狮岗前补多少", ["350581"], "the same"),
        ("厦门隔壁的晋江岗前补多少", [JINJIANG], "the other way round"),
        ("我在衢州，隔壁金华岗前给多少", [QUZHOU, "330700"], "it is asked about though one works elsewhere"),
        ("我厂在晋江，旁边是鞋厂，岗前补多少", [JINJIANG], "no place lies beside it"),
        ("泉州市级技能大师工作室", [], "a rank is no place"),
        ("晋江的泉州市级产业实训基地", [JINJIANG], "nor beside one"),
        ("福州市级基地", [], "another rank"),
        ("晋江路", [], "a street of that name"),
        ("厦门", ["350200"], "a place that is not held is known all the same"),
        ("福建省", [FUJIAN], "a province"),
        ("泉州", [QUANZHOU], "a town over one that is held"),
        ("技能提升补贴多少", [], "no place"),
        ("没福州户口", [], "whose register one is not in"),
        ("没有晋江户籍，在衢州上班", [QUZHOU], "nor beside the place that is meant"),
        ("我是晋江户口", [JINJIANG], "whose register one is in"),
        ("三坊七巷的铺子", [GULOU], "a spot names the county it lies in"),
        ("我在陈埭鞋厂", [JINJIANG], "a town without its ending"),
        ("洪山镇的企业", [GULOU], "a town of the same kind"),
        ("厦门的企业，在三坊七巷有分店", ["350200"], "a spot counts only where no place is named"),
        ("户口石狮，人常住晋江", [JINJIANG], "a register elsewhere is no matter of the question"),
        ("我是江西户籍，在衢州上班", [QUZHOU], "the register named behind the place"),
        ("户口在晋江，户籍地也是晋江", [JINJIANG], "both are the same place"),
        ("住在厦门，晋江那个助学金能领吗", [JINJIANG], "whose money is asked about"),
        ("我在杭州上班，衢州的补贴能不能拿", [QUZHOU], "the same of work"),
        ("厦门和晋江的补贴哪个高", ["350200", JINJIANG], "two places are compared, nobody lives there"),
        ("住在厦门，考了中级工能补多少", ["350200"], "where one lives is asked about where nothing else is"),
        ("孩子在厦门的职业院校读书，助学金晋江给吗", [JINJIANG], "who pays, behind what is paid"),
        ("晋江的新疆工人，个人能拿多少", [JINJIANG], "whose people they are"),
        ("孩子在泉州读技校，晋江的助学金有吗", [JINJIANG], "the narrower place pays"),
        ("浙江中天集团福建分公司，在鼓楼，岗前培训补多少", [GULOU], "a firm's name beside where it is"),
        ("厦门建发晋江公司招了8个新人", [JINJIANG], "the last place of a firm's name"),
        ("我们是杭州宏远集团衢州分公司", [QUZHOU], "a branch"),
        ("福建建工集团在衢州的项目部招了8人", [QUZHOU], "a province in a firm's name"),
        ("晋江公司和衢州公司哪个补得多", [JINJIANG, QUZHOU], "two firms"),
        ("除了晋江还有哪里有补贴", [], "the excluded place is not the one asked about"),
        ("晋江的我知道了，鼓楼呢，高级工补多少", [GULOU], "what is known is not asked again"),
        ("我高级工是在衢州考的，人在晋江上班，晋江能拿多少", [JINJIANG], "where the examination was"),
        ("衢州人，在上海考的高级工，能补多少", [QUZHOU], "an examination in a place that is not held"),
        ("衢州，建档立卡贫困人员，湖北恩施的", [QUZHOU], "where somebody is from, said behind"),
        ("以前在厦门上班，去年跳到晋江的厂", [JINJIANG], "where one worked before"),
        ("我跳到厦门上班了，以前在晋江，考了高级工", ["350200"], "and the other way round"),
        ("在温州干过几年，现在衢州上班", [QUZHOU], "the same by 过"),
        ("我来福州打工，鼓楼就业登记做过的", [GULOU], "what was done there is no stay"),
        ("公司总部在上海，厂在晋江，20个工人", [JINJIANG], "a firm's head"),
        ("我爸妈在安徽老家，我在晋江上班", [JINJIANG], "one's parents"),
        ("我在南京念的技校，毕业进了晋江的厂", [JINJIANG], "where one learned"),
        ("我四川来嘞，在晋江打工", [JINJIANG], "来的 in a dialect"),
        ("我湖南妹子，在晋江鞋厂打工", [JINJIANG], "where one is from, in no set words"),
        ("我是福建龙岩的，在晋江上班，考了高级工", [JINJIANG], "a town of the province that is held"),
        ("厦门的厂搬来晋江了，20人培训", [JINJIANG], "where the firm was"),
        ("当初在温州学的焊工，证是温州发的，现在衢州上班", [QUZHOU], "who issued a certificate"),
        (
            "孩子在福州鼓楼念中职，家在晋江，晋江给免学费吗",
            [JINJIANG],
            "of two that are held, the one that pays",
        ),
        ("晋江和龙岩哪个补得多", [JINJIANG, "350800"], "two towns of one province, compared"),
        ("晋江中级工补多少？厦门呢", [JINJIANG, "350200"], "another place that is asked about"),
        (
            "在杭州上班，户口在衢州，考了高级工",
            ["330100"],
            "where one works may pay, elsewhere than one's register",
        ),
        ("晋江，哦不，鼓楼的，中级工多少", [GULOU], "put right"),
        ("晋江，讲错了，鼓楼的，中级工多少", [GULOU], "any word for what was wrong"),
        ("鼓楼？不是，我说晋江", [JINJIANG], "put right in other words"),
        ("晋江不对外地人发吗，鼓楼呢", [JINJIANG, GULOU], "不对 that puts nothing right"),
    ],
)
def test_places_that_are_asked_about(read: Read, message: str, regions: list[str], why: str) -> None:
    assert list(read(message).regions) == regions, why


@pytest.mark.parametrize(
    ("message", "regions", "from_partner", "why"),
    [
        ("新疆籍员工在晋江", [JINJIANG], True, "where they come from is not where they ask"),
        ("新疆来的员工，在晋江上班", [JINJIANG], True, "the same in other words"),
        ("宁夏来晋务工人员", [], True, "no other place is named"),
        ("我是新疆人，在晋江", [JINJIANG], True, "of oneself"),
        ("老家宁夏，在晋江打工", [JINJIANG], True, "by 老家"),
        ("西藏籍贯的工人，晋江", [JINJIANG], True, "by 籍贯"),
        ("我老家四川，在晋江打工", [JINJIANG], None, "a province without a partner here"),
        ("在晋江上班，老家在贵州", [JINJIANG], None, "the origin behind"),
        ("从江西来晋江打工", [JINJIANG], None, "从 … 来"),
        ("四川来的工人在衢州", [QUZHOU], None, "来的"),
        ("晋江人在福州上班", ["350100"], None, "who works elsewhere asks there"),
        ("晋江，籍贯是不是宁夏、新疆那边的还没查", [JINJIANG], None, "asked, and nothing told"),
        ("晋江，里头是不是有新疆籍的得问人事", [JINJIANG], None, "the same"),
        ("我是晋江人", [JINJIANG], None, "alone it is the place"),
        ("新疆", ["650000"], None, "alone it is the place that is asked about"),
    ],
)
def test_where_people_come_from(
    read: Read, message: str, regions: list[str], from_partner: bool | None, why: str
) -> None:
    reading = read(message)
    assert list(reading.regions) == regions, why
    assert reading.facts.get("partner_region_native") is from_partner, why


@pytest.mark.parametrize(
    ("message", "tie", "why"),
    [
        ("我户口在南安，住南安，工作也在南安，晋江的补贴能领吗", False, "every tie is elsewhere"),
        ("杭州户口，家在杭州，上班在杭州，衢州的补贴能拿吗", False, "the same in other words"),
        ("户口在南安，晋江的补贴能领吗", None, "where one lives and works is not known"),
        ("户口在南安，上班在晋江，晋江的补贴能领吗", True, "one tie is here"),
        ("我是晋江户口", True, "the place itself"),
        ("我户口在金华，住金华上班也在金华，衢州给补不", False, "two ties in one part"),
        ("江西上饶的户口，人也住在上饶，班也在上饶上，衢州那3000给不给", False, "with 的 and with 班在"),
        ("我户口是丽水的，不过这几年一直住衢州，衢州给不给补", True, "lives here, without 在"),
        ("没住在衢州，考了技师，衢州补多少", None, "one of four is denied"),
        ("住衢州才能领吗", None, "asked, not said"),
        ("晋江住建局办的瓦工班，拿了合格证补多少", None, "an office of housing is no home"),
        ("衢州住房和城乡建设局组织的培训，多少钱一个人", None, "by its full name"),
        ("我在衢州考的中级工，现在在晋江上班，能补多少", None, "of one of two places, nothing of the other"),
        ("户口衢州，现在义乌做生意，考了中级工，衢州给补吗", True, "the place that pays, named twice"),
        ("我宁波人，嫁到衢州，户口在衢州", True, "where one is from is no tie elsewhere"),
        ("我对象在深圳上班，我在衢州做鞋，户口衢州", True, "nor is where one's spouse works"),
        ("浙江户口，考了中级工，衢州能领吗", None, "of a place around it"),
        ("原来在温州上班，考了中级工，衢州给补吗", None, "of another time"),
        ("原来在温州上班，现在衢州上班，考了中级工", True, "and of now"),
        ("我们厂在衢州，20个人拿了培训合格证书", None, "where a firm is says nothing of its people"),
    ],
)
def test_what_belonging_elsewhere_says(read: Read, message: str, tie: bool | None, why: str) -> None:
    assert read(message).facts.get("local_tie") is tie, why


@pytest.mark.parametrize(
    ("message", "rank_of", "province", "why"),
    [
        ("福建省级技能大师工作室补多少", (FUJIAN,), (), "the rank of a province that is held"),
        ("泉州市级工作室补多少", (), (), "of a town that is not held"),
        ("省里那个见证补贴算吗", (), (FUJIAN,), "the only province that is held"),
        ("省级技能大师工作室补多少", (), (), "a rank of no province: every place has such workshops"),
    ],
)
def test_what_is_meant_where_no_place_is_known(
    read: Read, message: str, rank_of: tuple[str, ...], province: tuple[str, ...], why: str
) -> None:
    reading = read(message)
    assert (reading.rank_of, reading.province) == (rank_of, province), why


def test_no_word_is_read_out_of_a_place(read: Read) -> None:
    """江山 is no 山, and 技 of nothing: the name is blanked before words are looked for."""
    assert read("新工镇").facts == {}
    assert read("鼓楼区").facts == {}


ELSEWHERE = [
    (
        ("晋江，工人是江西来的，江西不在结对帮扶地区里，合格证有，1500能报不",),
        "ineligible",
        "not on the list",
    ),
    (("晋江的厂，安徽工人不算结对帮扶地区的吧，合格证有，1500给吗",), "ineligible", "in other words"),
    (
        ("晋江，工人拿了合格证，结对帮扶的1500能领吗", "湖南的，湖南不在结对的地区里"),
        "ineligible",
        "afterwards",
    ),
    (("晋江，工人拿了合格证，结对帮扶的1500能领吗", "四川来的"), "undetermined", "等 may hold it"),
    (("晋江，工人拿了合格证，结对帮扶的1500能领吗", "都是西藏的"), "eligible", "on the list"),
    (("晋江，4个外地工拿了合格证，籍贯好像是宁夏那边，又好像是贵州，1500能报吗",), "undetermined", "hedged"),
    (("晋江对宁夏结对过来的工人，训了拿合格证，还给厂里1500一个么",), "eligible", "a place behind 对"),
]


@pytest.mark.parametrize(("messages", "outcome", "why"), ELSEWHERE, ids=[row[-1] for row in ELSEWHERE])
def test_whose_people_they_are_is_no_place_to_ask_about(
    messages: tuple[str, ...], outcome: str, why: str
) -> None:
    answer = answer_to(*messages)
    firm = [e.outcome for e in answer.entitlements if e.rule.benefit.id == "jinjiang-partner-region-firm"]
    assert firm == [outcome], why


@pytest.mark.parametrize("message", ["我江西人，外地户口也可以算吗", "俺河南的，没有福州户口行不行"])
def test_who_says_where_he_is_from_goes_on_about_the_place(message: str) -> None:
    assert answer_to("鼓楼区考了高级工能补多少", message).status != "not_found"


@pytest.mark.parametrize("message", ["江西", "那江西呢", "江西的标准"])
def test_who_names_another_place_asks_about_it(message: str) -> None:
    assert answer_to("鼓楼区考了高级工能补多少", message).status == "not_found"


def test_another_place_whose_money_is_asked_for_is_asked_about() -> None:
    assert answer_to("晋江结对帮扶补1500，那厦门的补贴呢").status == "not_found"


AT_HOME = [
    ("户口莆田，人住厦门，上班求职也都在厦门", False, "each way in its own part"),
    ("户籍、常住、工作都在杭州", False, "all of one place"),
    ("户口在杭州，但我住在晋江", True, "one of them here"),
]


@pytest.mark.parametrize(("message", "tie", "why"), AT_HOME, ids=[row[-1] for row in AT_HOME])
def test_where_somebody_belongs_answers_what_was_asked(read: Read, message: str, tie: bool, why: str) -> None:
    reading = read(message, asked="local_tie", regions=(JINJIANG,), topics=("free_choice",))
    assert reading.facts.get("local_tie") is tie, why
    assert set(reading.regions) <= {JINJIANG}, why


def test_who_learns_elsewhere_does_not_learn_here(read: Read) -> None:
    assert read("孩子在厦门的职业院校读书，助学金晋江给吗").facts["local_vocational_student"] is False


STUDENTS = [
    (("我儿子在厦门读技校，我是晋江的贫困户，晋江的助学金有吗",), "ineligible", "of one's son"),
    (("家里贫困户，孩子在厦门念职校，不在晋江念，晋江的助学金有吗",), "ineligible", "another town"),
    (
        ("晋江贫困学生在本地职校读书有助学金吗", "不在晋江，在泉州市区的职校读的"),
        "ineligible",
        "the one around it",
    ),
    (("孩子在泉州读中职，家里建档立卡，能享受晋江的助学金吗",), "undetermined", "which may be here"),
]


@pytest.mark.parametrize(("messages", "outcome", "why"), STUDENTS, ids=[row[-1] for row in STUDENTS])
def test_where_a_student_learns_decides(messages: tuple[str, ...], outcome: str, why: str) -> None:
    told = {e.rule.benefit.id: e.outcome for e in answer_to(*messages).entitlements}
    assert told["jinjiang-student-aid"] == outcome, why


@pytest.mark.parametrize(
    "message", ["我以前在石狮上班，去年才来", "公司总部在上海", "我老家安徽黄山的，来打工三年了"]
)
def test_what_is_told_of_another_place_goes_on_about_the_first(read: Read, message: str) -> None:
    assert read(message, regions=(JINJIANG,), topics=("skill_upgrade",)).regions == ()


def test_who_is_of_the_places_own_province_is_no_outsider(read: Read) -> None:
    near = read("我户口在金华，考了中级工，衢州给补不").facts["trainee_group"]
    assert near == frozenset({"非对口支援贫困人员"}), (
        "四省 other than its own, and the regions that are helped"
    )
    assert "trainee_group" not in read("我户口在上饶，考了中级工，衢州给补不").facts
    poor = read("不是建档立卡贫困人员").facts["trainee_group"]
    assert poor == frozenset({"非贫困劳动力", "非对口支援贫困人员"}), (
        "those from elsewhere are registered as poor too"
    )


DENIED_TIES = [
    ("我杭州户口，人住杭州，上班也在杭州，失业登记也没在衢州办，考了技师能拿衢州的补贴吗", "ineligible"),
    ("我杭州户口，人住杭州，考了技师能拿衢州的补贴吗", "undetermined"),
    ("我杭州户口，在衢州上班，考了技师能拿衢州的补贴吗", "eligible"),
]


@pytest.mark.parametrize(("message", "outcome"), DENIED_TIES)
def test_ties_that_are_denied_in_all_ways_refuse(message: str, outcome: str) -> None:
    answer = answer_to(message)
    [own] = [e for e in answer.entitlements if e.rule.benefit.id == "quzhou-skill-upgrade"]
    assert own.outcome == outcome
    assert "三5" in answer.text


def test_other_places_are_named_where_they_are_asked_for() -> None:
    answer = answer_to("除了晋江还有哪里有补贴")
    assert answer.asks[0].fact == "region"
    assert "福州市鼓楼区、衢州市、福建省" in answer.text
    assert "晋江市" not in answer.asks[0].options
