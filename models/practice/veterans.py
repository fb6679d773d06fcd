"""The veterans of an invented office in its registers 服务保障: cards, plates, stations, petitions, help, placements, work, meetings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from models.core.dates import PartDate
from models.core.record import Record
from models.payments.payment import Payment
from models.people.person import Person
from models.practice.works import PRACTICE_DOCUMENT, STREETS, station_of
from models.veterans.hardship_aid import AID_ITEM, AID_PROGRAMME, HardshipAid
from models.veterans.honour_plates import REPLACED, HonourPlate
from models.veterans.job_fairs import JobFair
from models.veterans.meetings import STUDY, Meeting
from models.veterans.party_work import PartyWork
from models.veterans.petitions import Petition
from models.veterans.placements import Placement
from models.veterans.preference_cards import PreferenceCard
from models.veterans.service_stations import MODEL_STATION, ServiceStation
from models.veterans.station_staff import StationWorker
from models.veterans.trainings import Training
from models.veterans.volunteering import VolunteerService

# in the order in which they can be written; payments come before them
VETERAN_MODELS: tuple[type[Record], ...] = (
    PreferenceCard, HonourPlate, ServiceStation, StationWorker, Petition, HardshipAid, Placement, JobFair, Training,
    VolunteerService, Meeting, PartyWork,
)  # fmt: skip
OWNERS = 8  # so many people have a row in each register of people; more would only be paper
STANDINGS = (MODEL_STATION, "五星级", "四星级", "三星级")
PETITIONS = (
    ("来访", 1, "询问生活补助标准"), ("来信", 1, "要求补发立功奖励金"), ("来电", 1, "咨询优待证怎样办理"), ("来访", 5, "反映住院医疗费负担重"),
)  # fmt: skip
HELPS = (("医疗困难", "资金帮扶", 3000), ("生活困难", "资金帮扶", 2000), ("生活困难", "结对帮扶", 0))
PLACED = (("自主就业", ""), ("自主就业", ""), ("安排工作", "演练事业单位"), ("逐月领取退役金", ""))
COURSES = (("电工（初级）", 24, 15), ("互联网营销师", 30, 18))


def veterans_of_the_year(people: Sequence[Person], year: int) -> Iterator[Record]:
    """A few rows of each register in the year, about people on file; nobody's is the first or the last of his kind."""
    told = _Registers(year)
    yield from told.of_people(people[3::11][:OWNERS])
    yield from told.stations()
    yield from told.work()
    yield from told.gatherings()


class _Registers:
    def __init__(self, year: int) -> None:
        self.year = year

    def day(self, month: int, day: int = 12) -> PartDate:
        return PartDate(self.year, month, day)

    def of_people(self, people: Sequence[Person]) -> Iterator[Record]:
        for number, person in enumerate(people):
            steps = {"made": self.day(5), "handed": self.day(6), "card": f"99{self.year}{number:04d}"}
            yield self._row(
                PreferenceCard,
                person=person,
                kind="退役军人优待证",
                day=self.day(3),
                **(steps if number % 4 else {}),
            )
            reason = REPLACED if number % 4 == 1 else "首次悬挂"
            yield self._row(
                HonourPlate,
                person=person,
                day=self.day(7, 28),
                reason=reason,
                bringers="演练人员甲、演练人员乙",
            )
        for person, (way, came, matter) in zip(people, PETITIONS, strict=False):
            yield self._row(
                Petition, person=person, day=self.day(4, 9), way=way, people=came, matter=matter, handler="演练人员甲",
                due=self.day(6, 8), done=self.day(5, 6), outcome="已当面答复",
            )  # fmt: skip
        for person, (cause, way, yuan) in zip(people[::2], HELPS, strict=False):
            yield from self._help(person, cause, way, Decimal(yuan))
        for person, (kind, unit) in zip(people[1:], PLACED, strict=False):
            placed = {"placed": self.day(11), "unit": unit} if unit else {}
            yield self._row(
                Placement, person=person, year=self.year, kind=kind, day=self.day(9, 20), **placed
            )

    def _help(self, person: Person, cause: str, way: str, amount: Decimal) -> Iterator[Record]:
        told = self._row(
            HardshipAid, person=person, day=self.day(8, 3), cause=cause, request=f"{cause}帮扶", helped=self.day(8, 21),
            way=way, helper="" if amount else "演练结对单位", outcome="已落实",
        )  # fmt: skip
        if amount:
            told.payment = Payment(
                programme=AID_PROGRAMME, item=AID_ITEM, person=person, month=PartDate(self.year, 8), paid_on=told.helped,
                amount=amount, fund="区级财政", notes=PRACTICE_DOCUMENT,
            )  # fmt: skip
            yield told.payment
        yield told

    def stations(self) -> Iterator[Record]:
        for number, street in enumerate(STREETS):
            name = station_of(street)
            yield self._row(
                ServiceStation, name=name, level="乡镇（街道）级", street=street, standing=STANDINGS[number % 4],
                staff=2, rooms=3, area=80, since=PartDate(self.year - 1, 4),
            )  # fmt: skip
            yield self._row(
                StationWorker,
                station=name,
                name=f"演练站员{number + 1}",
                post="专职",
                veteran=True,
                since=self.day(3, 2),
            )

    def work(self) -> Iterator[Record]:
        yield self._row(
            JobFair, day=self.day(9, 15), name="退役军人专场招聘会", organiser="区退役军人事务局", employers=32, posts=460,
            people=210, intended=45, hired=17,
        )  # fmt: skip
        for month, (course, people, employed) in enumerate(COURSES, start=5):
            yield self._row(
                Training, day=self.day(month), until=self.day(month + 1), course=course, school="演练职业学校", hours=120,
                people=people, certified=people - 2, employed=employed,
            )  # fmt: skip

    def gatherings(self) -> Iterator[Record]:
        for number, matter in enumerate(("理发", "打扫庭院", "陪同就医")):
            yield self._row(
                VolunteerService, day=self.day(3 + 2 * number), team=f"{STREETS[number % 2]}退役军人志愿服务队", matter=matter,
                people=8 + number, hours=3, served=5,
            )  # fmt: skip
        for month, kind, words in (
            (2, STUDY, "全省双拥工作会议精神"),
            (7, "议军会议", "研究驻军训练场地用水"),
        ):
            yield self._row(
                Meeting, day=self.day(month, 26), name=f"区双拥工作领导小组第{month}次会议", kind=kind, people=26, words=words
            )  # fmt: skip
        yield self._row(
            PartyWork,
            day=self.day(6, 29),
            kind="党课",
            branch="演练党支部",
            theme="铭记历史",
            people=21,
            veterans=9,
        )

    def _row(self, model: type[Record], **facts: Any) -> Any:
        return model(notes=PRACTICE_DOCUMENT, **facts)
