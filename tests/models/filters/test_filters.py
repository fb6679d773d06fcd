"""Whom a filter lists, and how it is said."""

from __future__ import annotations

from datetime import date

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.filters.filters import NOT_RECORDED, Filter
from models.people import findings, materials
from models.people.identity import Identity
from models.people.person import Person
from models.practice import filling

USER = "王芳"
TODAY = date(2026, 8, 22)


def listed(chosen, today=TODAY):
    return [person.name for person in chosen.query(today)]


def test_an_empty_filter_lists_everybody_and_says_so(person):
    person(name="张三")
    person(name="李四")
    assert sorted(listed(Filter())) == ["张三", "李四"]
    assert Filter().sentence() == "全部优抚对象"


def test_somebody_with_two_identities_is_listed_once(person, identity):
    someone = person(name="张三")
    identity(someone, kind="伤残人员", grade="六级", nature="因战")
    identity(someone, kind="参战退役人员")
    assert listed(Filter(state="享受待遇")) == ["张三"]
    assert Filter(state="享受待遇").query().count() == 1


def test_what_is_said_of_an_identity_holds_for_one_and_the_same(person, identity):
    someone = person(name="张三")
    identity(someone, kind="伤残人员", grade="六级", nature="因战", state="停发")
    identity(someone, kind="参战退役人员", state="享受待遇")
    assert listed(Filter(kind="伤残人员", state="享受待遇")) == []
    assert listed(Filter(kind="伤残人员", grade=("五级", "六级"))) == ["张三"]


def test_those_of_whom_nobody_said_where_they_live_can_be_asked_for(person):
    person(name="张三", street="总寨镇", community="清河村")
    person(name="李四")
    assert listed(Filter(street="总寨镇")) == ["张三"]
    assert listed(Filter(street=NOT_RECORDED)) == ["李四"]
    assert listed(Filter(insurance=NOT_RECORDED, street="总寨镇", community="清河村")) == ["张三"]


def test_words_and_other_conditions_hold_together(person, identity):
    identity(person(name="单雄信", street="总寨镇"))
    identity(person(name="单小信", street="礼让街街道"))
    assert listed(Filter(words="sxx", street="总寨镇", kind="参战退役人员")) == ["单雄信"]


def test_the_dead_have_no_birthdays(person, identity):
    person(name="张三", born=PartDate(1966, 9, 1), died=PartDate(2025))
    identity(person(name="李四", born=PartDate(1966, 9, 1)), state="去世")
    identity(person(name="王五", born=PartDate(1966, 9, 1)))
    assert listed(Filter(turning=60)) == ["王五"]


def test_soldiers_are_those_of_their_own_service(person, identity):
    for name, kind, category in (
        ("张三", "伤残人员", "残疾军人"), ("李四", "伤残人员", "伤残人民警察"), ("王五", "三属", "烈士遗属"),
        ("赵六", "农村籍退役士兵", ""), ("孙七", "烈士子女", ""), ("周八", "伤残人员", ""),
    ):  # fmt: skip
        made = identity(person(name=name), kind=kind, category=category)
        assert materials.is_veteran(made) is (made.person.name in listed(Filter(soldiers=True)))
    assert sorted(listed(Filter(soldiers=True))) == ["周八", "张三", "赵六"]


def test_missing_papers_are_those_that_each_file_lacks_by_itself(archive):
    finish(filling.fill_archive(120, USER))
    lacking = {person.id for person in Person.select() if materials.missing(person)}
    assert {person.id for person in Filter(missing_papers=True).query()} == lacking
    assert 0 < len(lacking) < 120


def test_missing_papers_follow_the_office_s_own_catalogue(person, identity):
    identity(person(name="张三"))
    assert listed(Filter(missing_papers=True)) == ["张三"]
    line = materials.CatalogueLine(title="身份证复印件", author="公安机关", applies="三属", required=True)
    materials.change_catalogue([line], USER)
    assert listed(Filter(missing_papers=True)) == []


def test_a_settled_finding_is_no_reason_to_list_somebody(person, identity):
    someone = person(name="张三", phone="12345")
    person(name="李四")
    assert listed(Filter(with_findings=True)) == ["张三"]
    (found,) = findings.all_findings()
    findings.settle_finding(found, "已核实", USER)
    assert Filter(with_findings=True).query().count() == 0
    assert someone.id


def test_a_list_of_people_may_be_longer_than_a_statement_has_parameters(person):
    someone = person(name="张三")
    assert listed(Filter(ids=tuple(range(someone.id, someone.id + 100_000)))) == ["张三"]
    assert listed(Filter(ids=())) == []


def test_the_filter_is_said_as_an_officer_would_say_it():
    grades = ("一级", "二级", "三级", "四级", "五级", "六级")
    assert (
        Filter(kind="伤残人员", grade=grades, street="总寨镇", age_from=60, with_findings=True).sentence()
        == "伤残人员，一至六级，住总寨镇，60岁以上，有疑点"
    )
    assert (
        Filter(
            words=" 张  三 ", state="停发", community="清河村", age_from=18, age_to=22, missing_papers=True
        ).sentence()
        == "含“张 三”，停发，住清河村，18至22岁，缺必备材料"
    )
    assert Filter(soldiers=True, turning=60).sentence() == "退役军人，90天内满60周岁"
    assert (
        Filter(street=NOT_RECORDED, insurance=NOT_RECORDED, age_to=17).sentence()
        == "未登记街道(镇)，未登记医疗保障方式，17岁以下"
    )
    assert (
        Filter(grade=("一级", "三级", "四级", "十级"), ids=(1, 2)).sentence()
        == "一级、三至四级、十级，名单中的2人"
    )


def test_identities_are_no_duplicates_of_people(person, identity):
    someone = person(name="张三")
    for kind in ("参战退役人员", "伤残人员"):
        identity(someone, kind=kind, grade="六级", nature="因战")
    assert Identity.select().count() == 2
    assert Filter(words="张三", soldiers=True).query().count() == 1


def test_those_nobody_has_called_on_for_long_can_be_asked_for(person, identity):
    from models.visits.visit import Visit

    people = {name: person(name=name) for name in ("从未", "去年", "今年", "只在计划中")}
    person(name="已故", died=PartDate(2019))
    identity(person(name="去世"), state="去世")
    with journal.entry("登记走访", USER):
        for name, day in (
            ("去年", PartDate(2025, 1, 20)),
            ("今年", PartDate(2026, 7, 28)),
            ("只在计划中", PartDate(2026, 9, 1)),
        ):
            Visit(person=people[name], day=day).save()
    assert listed(Filter(unvisited="从未走访")) == ["从未", "只在计划中"]
    assert listed(Filter(unvisited="一年没有走访")) == ["从未", "去年", "只在计划中"]
    assert listed(Filter(unvisited="两年没有走访")) == ["从未", "只在计划中"]
    assert Filter(street="总寨镇", unvisited="两年没有走访").sentence() == "住总寨镇，两年没有走访"


def test_the_dead_receive_nothing_whatever_the_state_still_says(person, identity):
    identity(person(name="在世"), state="享受待遇")
    identity(person(name="故某", died=PartDate(2026, 3, 1)), state="享受待遇")
    identity(person(name="停某", died=PartDate(2026, 3, 1)), state="停发")
    assert [listed(Filter(state=state)) for state in ("享受待遇", "去世", "停发")] == [
        ["在世"],
        ["故某"],
        ["停某"],
    ]
