"""One line of words finds people, however somebody thinks of them."""

from __future__ import annotations

import threading
from datetime import date, timedelta

import pytest

from models import store
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal, db
from models.people import search
from models.people.identity import Identity
from models.people.person import Person
from models.people.search import find_people, page
from models.undo.undo import undo
from tests import factories


@pytest.fixture
def town(archive):
    """Seven surnames that pinyin tables get wrong, and where they live."""
    names = [
        "单德兴",
        "曾国藩",
        "解永红",
        "查良镛",
        "仇英",
        "区庆祖",
        "尉迟恭",
        "张三",
        "李𬱖",
        "阿卜杜·热合曼",
    ]
    born = PartDate(1950, 6, 15)
    with journal.entry("登记", "王芳"):
        people = [
            Person(name=name, sex="男", number=factories.citizen_number(), born=born, street="总寨镇", community="清河村")
            for name in names
        ]  # fmt: skip
        for each in people:
            each.save()
        Identity(person=people[7], kind="参战退役人员", state="享受待遇", certificate="青战67448").save()
    with journal.entry("改", "王芳"):
        people[7].phone, people[7].street = "13812345678", "南滩街道"
        people[7].save()
    return people


def names(line):
    """Who is found by the file; memory finds the same in the same order."""
    found = list(find_people(line))
    assert search.find_ids(line) == [person.id for person in found]
    assert page(line) == (len(found), found[:50])
    return [person.name for person in found]


def remembered(line):
    """Who is found by what is in memory alone."""
    return [person.name for person in page(line).people]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("shan", "单德兴"), ("sdx", "单德兴"), ("zeng", "曾国藩"), ("zgf", "曾国藩"), ("xie", "解永红"),
        ("zha", "查良镛"), ("zly", "查良镛"), ("qiu", "仇英"), ("qy", "仇英"), ("ou", "区庆祖"), ("oqz", "区庆祖"),
        ("yuchi", "尉迟恭"), ("ycg", "尉迟恭"), ("yuchigong", "尉迟恭"), ("国藩", "曾国藩"), ("guofan", "曾国藩"),
        ("ZENGGUOFAN", "曾国藩"), ("热合曼", "阿卜杜·热合曼"), ("𬱖", "李𬱖"),
    ],
)  # fmt: skip
def test_names_are_found_by_characters_pinyin_and_initials(town, line, name):
    assert name in names(line)


@pytest.mark.parametrize(
    "line",
    ["67448", "青战", "5678", "战6", "13812345678", "１３８１２３４５６７８", "南滩", "张三 南滩", "zs 5678"],
)
def test_any_part_of_a_number_or_a_place_finds(town, line):
    assert names(line) == ["张三"]


def test_the_last_digits_of_the_citizen_number_find(town):
    assert town[1].name in names(town[1].number[-6:])
    assert names(town[1].number) == ["曾国藩"]


def test_several_words_narrow(town):
    assert len(names("清河村")) == 10
    assert len(names("清河村 总寨")) == 9
    assert names("清河村 总寨 曾") == ["曾国藩"]
    assert names("清河村 没有这个人") == []


def test_without_words_everybody_is_found(town):
    assert len(names("")) == len(names("  ")) == 10


def test_words_follow_every_change(town):
    with journal.entry("改名", "王芳"):
        town[0].name = "王五"
        town[0].save()
    assert names("单德兴") == []
    assert names("wangwu") == ["王五"]


def test_percent_and_quotes_are_ordinary_characters(town):
    for line in ("%", "_", "'", '"', "\\"):
        assert names(line) == []


def test_words_can_be_remade_for_all(town):
    search.SearchWords.delete().execute()
    search.remake_all()
    assert names("zgf") == ["曾国藩"]


@pytest.mark.parametrize("line", ["青军A", "青军a00", "军A001", "军A", "A001", "a0", "QZ", "qz5"])
def test_letters_in_a_certificate_are_found_as_they_are_typed(person, identity, line):
    identity(person(name="李四"), certificate="青军A001234")
    identity(person(name="王五"), certificate="QZ5")
    assert names(line) == (["王五"] if line.upper().startswith("QZ") else ["李四"])


def test_former_names_find_too(person):
    person(name="马建国", former_names="曾小军、单大山")
    for line in ("曾小", "zengxi", "zxj", "sds", "大山", "mjg"):
        assert names(line) == ["马建国"]


def test_people_are_found_page_by_page_in_the_order_of_their_files(town):
    for line in ("清河村", ""):
        everybody = names(line)
        pages = [page(line, offset, 3).people for offset in range(0, 12, 3)]
        assert [person.name for people in pages for person in people] == everybody
        assert page(line, 20, 3) == (10, [])


def test_memory_follows_what_is_saved_made_and_turned_back(town, person):
    assert remembered("zgf") == ["曾国藩"]
    with journal.entry("改名", "王芳") as writing:
        town[1].name = "王五"
        town[1].save()
    assert (remembered("zgf"), remembered("ww")) == ([], ["王五"])
    person(name="曾国华", file_no="0")
    assert remembered("zg") == ["曾国华"]
    undo(writing.number, "王芳")
    assert sorted(remembered("zg")) == ["曾国华", "曾国藩"]
    undo(writing.number + 1, "王芳")
    assert remembered("zg") == ["曾国藩"]


def test_memory_follows_an_import_of_many(tmp_path, take_in, town):
    assert page("清河村").total == 10
    many = search.FEW_PEOPLE + 1
    days = [date(1950, 1, 1) + timedelta(n) for n in range(many)]
    rows = [
        factories.combatant("赵大山", 出生日期=day, 身份证号=factories.citizen_number(day)) for day in days
    ]
    take_in(factories.roster(tmp_path / "many.xlsx", *rows))
    assert page("清河村").total == 10 + many
    undo(journal.Entry.select().count(), "王芳")
    assert page("清河村").total == 10


def test_memory_knows_nothing_of_what_was_given_up(town):
    def give_up():
        with journal.entry("改名", "王芳"):
            town[1].name = "王五"
            town[1].save()
            assert search.find_ids("zgf") == [town[1].id]
            raise Refusal("算了")

    with pytest.raises(Refusal):
        give_up()
    assert (remembered("zgf"), remembered("ww")) == (["曾国藩"], [])


def test_memory_follows_what_another_thread_writes(town):
    assert remembered("zgf") == ["曾国藩"]

    def rename():
        with db.connection_context(), journal.entry("改名", "李娜"):
            someone = Person.get_by_id(town[1].id)
            someone.name = "王五"
            someone.save()

    thread = threading.Thread(target=rename)
    thread.start()
    thread.join()
    assert (remembered("zgf"), remembered("ww")) == ([], ["王五"])


def test_each_archive_has_its_own_memory(tmp_path, town, archive):
    assert remembered("zgf") == ["曾国藩"]
    store.close()
    store.create_practice(tmp_path / "另一个")
    with store.practice_session(tmp_path / "另一个"):
        assert remembered("zgf") == []
    with store.practice_session(archive):
        assert remembered("zgf") == ["曾国藩"]


def test_a_closed_archive_leaves_nothing_in_memory(tmp_path):
    store.create_practice(tmp_path / "档案库")
    store.open_practice(tmp_path / "档案库")
    search.remembered()
    assert len(search._memories) == 1
    store.close()
    assert len(search._memories) == 0


def test_archives_of_the_first_days_have_their_words_in_one_line(town):
    search.SearchWords.update(words=" 曾国藩 zengguofan guofan zgf gf 63012319 青军a001").where(
        search.SearchWords.person == town[1].id
    ).execute()
    for line in ("zgf", "国藩", "曾gf", "01231", "青军A"):
        assert names(line) == ["曾国藩"]


def test_an_unusual_reading_ranks_behind_the_usual_one(person):
    for name in ("方志敏", "王五", "李旺"):
        person(name=name)
    assert names("wang") == ["王五", "李旺", "方志敏"]
    assert names("fang") == ["方志敏"]


def test_a_name_is_found_in_traditional_and_in_standard_characters(person):
    person(name="陈国强")
    person(name="張衛國")
    for line in ("陳國強", "陈国强", "陳", "chenguoqiang"):
        assert names(line) == ["陈国强"]
    for line in ("张卫国", "張衛國", "卫国", "zwg"):
        assert names(line) == ["張衛國"]


def test_what_a_system_did_not_know_of_a_name_is_left_open(person):
    person(name="沈延𬱖")
    for line in ("沈延?", "沈?𬱖", "沈延□", "?", "沈延*"):
        assert names(line) == (["沈延𬱖"] if line != "?" else [])


@pytest.fixture
def entitled(person, identity):
    """Four with their rights, and one whose name says what a kind does."""
    facts = (
        ("甲", "石坡街道", "参战退役人员", "享受待遇", ""), ("乙", "石坡街道", "伤残人员", "享受待遇", "六级"),
        ("丙", "总寨镇", "参战退役人员", "停发", ""), ("丁", "总寨镇", "建国前老党员", "身份认定不享受待遇", ""),
        ("张红军", "总寨镇", "参试退役人员", "享受待遇", ""),
    )  # fmt: skip
    for name, street, kind, state, grade in facts:
        identity(person(name=name, street=street), kind=kind, state=state, grade=grade)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("参战 石坡街", ["甲"]), ("石坡街 参战", ["甲"]), ("参战", ["甲", "丙"]), ("参战退役人员 停发", ["丙"]),
        ("享受待遇", ["甲", "乙", "张红军"]), ("在享", ["甲", "乙", "张红军"]), ("身份认定不享受待遇", ["丁"]), ("不享受", ["丁"]),
        ("六级", ["乙"]), ("6级", ["乙"]), ("伤残 享受", ["乙"]), ("老党员", ["丁"]), ("参核", ["张红军"]), ("红军", ["张红军"]),
        ("停发 石坡", []),
    ],
)  # fmt: skip
def test_kinds_states_and_grades_find_as_officers_write_them(entitled, line, found):
    assert names(line) == found


def test_a_change_of_state_is_found_at_once(entitled, person, identity):
    stopped = identity(person(name="戊"), kind="三属", state="停发")
    assert names("三属 停发") == ["戊"]
    with journal.entry("变更状态", "王芳"):
        stopped.state = "享受待遇"
        stopped.save()
    assert (names("三属 停发"), names("三属 享受待遇")) == ([], ["戊"])


def test_whose_death_is_known_is_found_among_the_dead(entitled, person):
    person(name="己", died=PartDate(2020, 3, 1))
    assert names("去世") == names("已故") == ["己"]
