"""What bears on the pay of each identity, read in one go."""

from __future__ import annotations

from datetime import date

from models.core import journal
from models.core.dates import PartDate
from models.pay.grants import claims
from models.pay.grants.claims import claims_of_person
from models.pay.grants.grants import GradeChange, Grant
from tests.models.pay.conftest import USER


def test_everybody_read_at_once_gives_the_same_claims(granted, person):
    granted(states=[{"state": "停发", "since": "2021-05-20"}])
    granted(someone=person(died=PartDate.of(date(2021, 1, 5))))
    one_by_one = [
        claim for claim in claims.claims() for claim in claims.claims(claims.Identity.id == claim.identity)
    ]
    assert one_by_one == claims.claims()


def test_a_birth_date_of_which_the_number_tells_more_is_the_number_s(granted, person):
    numbers = ("630103196106150018", "630103196206150010", "630103196306150013")
    born = (PartDate(1961), None, PartDate(1963, 7, 15))
    made = [granted(someone=person(number=n, born=b)) for n, b in zip(numbers, born, strict=True)]
    found = {claim.identity: claim.born for claim in claims.claims()}
    assert [found[each.id] for each in made] == ["1961-06-15", "1962-06-15", "1963-07-15"]


def test_each_has_his_own_history_grades_and_decision(granted, person):
    someone = person()
    stopped = granted(someone=someone, states=[{"state": "停发", "since": "2021-05-20"}])
    other = granted(someone=someone, kind="三属", category="烈士遗属", grade="", nature="")
    with journal.entry("核定", USER):
        Grant(identity=other, person=someone, begins=PartDate(2021, 2), basis="局务会").save()
        change = {"grade_before": "八级", "nature_before": "因公", "grade": "六级", "nature": "因战"}
        GradeChange(identity=stopped, person=someone, approved=PartDate(2021, 3, 10), **change).save()
    for found in (claims_of_person(someone), claims.claims()):
        first, second = found
        assert [(line.state, line.since) for line in first.history] == [
            ("享受待遇", "2013-07-04"), ("停发", "2021-05-20"),
        ]  # fmt: skip
        assert first.regrades == [claims.Regrade("2021-03-10", ("八级", "因公"), ("六级", "因战"))]
        assert (first.grant, second.grant.basis) == (None, "局务会")
        assert [line.state for line in second.history] == ["享受待遇"]
        assert (first.title(), second.title()) == ("残疾军人 一级因战", "烈士遗属")


def test_claims_come_in_the_order_of_the_files_a_person_s_together(granted, person):
    late, early = person(file_no="0002"), person(file_no="0001")
    granted(someone=late)
    granted(someone=early)
    granted(someone=late, kind="三属", category="烈士遗属", grade="", nature="")
    groups = list(claims.by_person(claims.read_claims()))
    assert [[claim.person for claim in group] for group in groups] == [[early.id], [late.id, late.id]]
    assert groups[1][0].identity < groups[1][1].identity
    assert list(claims.by_person([])) == []


def test_years_of_service_are_what_was_written_down_else_what_the_days_say(granted):
    days = {"service_from": PartDate(1956, 10, 1), "service_to": PartDate(1961, 12, 1)}
    facts = {"kind": "农村籍退役士兵", "category": "", "grade": "", "nature": ""}
    for said, years in (
        ({**days}, 6),
        ({**days, "service_years": 4}, 4),
        ({"service_from": days["service_from"]}, None),
    ):
        made = granted(**facts, **said)
        (claim,) = claims_of_person(made.person)
        assert claim.years == years
