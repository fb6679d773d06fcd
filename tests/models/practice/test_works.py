"""The year's work of an invented office: every figure of the report has something behind it, less among fewer."""

from __future__ import annotations

from decimal import Decimal

from models.core.dates import PartDate
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.people.findings import Dossier
from models.people.identity import Identity
from models.people.outsiders import Outsider
from models.people.person import Person
from models.practice.veterans import VETERAN_MODELS
from models.practice.works import UNIT_NAMES, WORK_MODELS, year_of_work
from models.visits.visit import Visit
from models.year import figures
from models.year.figures import DEFINITIONS


def values(year=2020):
    return {each.key: each.value for each in figures.all(year)}


def test_every_figure_of_the_report_has_something_to_tell(year):
    nobody_severe = {"medical.premium_persons", "medical.premium_yuan"}  # among so few
    may_be_nothing = {key for key, each in DEFINITIONS.items() if each.may_be_nothing}
    assert {key for key, value in values().items() if not value} <= nobody_severe | may_be_nothing


def test_what_does_not_hang_on_the_size_of_the_office_is_as_in_2020(year):
    found = values()
    assert {key: found[f"visits.{key}"] for key in ("units", "unit_rounds", "gifts_yuan", "special_duty_families", "merit_families")} == {
        "units": len(UNIT_NAMES), "unit_rounds": 2, "gifts_yuan": 73600, "special_duty_families": 2, "merit_families": 4,
    }  # fmt: skip
    assert (found["publicity.signs"], found["publicity.reports_to_city"], found["activities.scrolls"]) == (
        24,
        43,
        152,
    )
    assert found["subsidies.training_yuan"] == 42_000


def test_whatever_was_written_keeps_the_rules_and_names_nobody_real(year):
    for model in (*WORK_MODELS, *VETERAN_MODELS):
        assert model.select().count(), model.__name__
        for record in model.select():
            assert dict(record.rules()) == {}, (model.__name__, record.id)
    assert {each.notes for each in Outsider.select()} == {"演练数据"}


def test_a_sum_is_shared_to_the_yuan(year):
    shares = [each.amount for each in Payment.select().where(Payment.programme == "自主就业")]
    assert (sum(shares), len(shares)) == (42_000, 11)
    assert max(shares) - min(shares) == 1


def test_nothing_is_done_for_the_dead():
    def filed(name, **facts):
        someone = Person(name=name, insurance="城乡居民基本医疗保险", **facts)
        return Dossier(someone, [Identity(person=someone, kind="伤残人员", grade="六级")], [])

    files = [filed(f"生{n}") for n in range(5)] + [filed("故人", died=PartDate(2020, 5))]
    made = [each for each in year_of_work(files, 2020) if isinstance(each, Visit | Payment | MedicalCase)]
    names = {each.person.name for each in made if each.person is not None}
    assert names == {f"生{n}" for n in range(5)}


def test_an_office_without_people_still_visits_units_and_strangers():
    made = list(year_of_work([], 2020))
    visits = [each for each in made if isinstance(each, Visit)]
    assert len([each for each in visits if each.unit]) == 2 * len(UNIT_NAMES)
    assert all(each.person_id is None for each in visits)
    assert sum(each.gift_value for each in visits if each.unit) == Decimal(73600)


def test_the_same_year_is_invented_alike():
    def told():
        return [
            (type(each).__name__, getattr(each, "name", ""), str(getattr(each, "day", "")))
            for each in year_of_work([], 2020)
        ]

    assert told() == told()
