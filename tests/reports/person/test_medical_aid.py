"""The page 医疗救助记录 of a person's file."""

from __future__ import annotations

from decimal import Decimal

from models.core.dates import PartDate
from models.ledger.assistive_devices import AssistiveDevice
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from reports.person import gathering, medical_aid
from tests.reports.papers import save


def test_the_file_s_page_of_medical_aid_tells_each_illness_and_each_allowance(person):
    someone = person(name="甲某")
    case = MedicalCase(
        person=someone, kind="大病救助", invoice="12345678", hospital="某医院", day=PartDate(2020, 5, 1)
    )
    case.cost, case.insured = Decimal(9000), Decimal(5000)
    save(case)
    for amount in (1000, 500):
        save(Payment(person=someone, case=case, programme="医疗救助", item="大病救助", month=PartDate(2020, 6), amount=Decimal(amount)))  # fmt: skip
    save(
        Payment(
            person=someone,
            programme="门诊补助",
            item="门诊医疗补助",
            month=PartDate(2020, 3),
            amount=Decimal(400),
        )
    )
    save(
        Payment(
            person=someone,
            programme="临时救助",
            item="临时救助",
            month=PartDate(2020, 3),
            amount=Decimal(300),
        )
    )
    file = gathering.file_of(someone)
    assert [(aid.day, aid.item, aid.cost, aid.amount) for aid in file.aids] == [
        ("2020年3月", "门诊医疗补助", "", "400.00"), ("2020年5月1日", "大病救助", "9000.00", "1500.00"),
    ]  # fmt: skip
    assert file.aids[1].notes == "医保报销5000.00元；发票12345678；分2次补助"
    assert [each.item for each in file.payments] == ["临时救助"]


def test_a_device_says_until_when_it_serves_and_who_paid(person):
    device = AssistiveDevice(
        person=person(), day=PartDate(2021, 5, 6), kind="假肢", specification="PTB", cost=Decimal(12800), fund="省级财政",
        maker="省假肢中心", years=3, given_up=PartDate(2023, 1), notes="左",
    )  # fmt: skip
    (row,) = medical_aid.device_rows([device])
    assert row == (
        "2021年5月6日", "假肢 PTB", "省假肢中心", "12800.00", "2024年5月6日", "2023年1月停用；省级财政；左",
    )  # fmt: skip
