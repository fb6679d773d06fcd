"""From records to the plain facts that are printed."""

from __future__ import annotations

from decimal import Decimal

from pypdf import PdfReader

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.office import settings
from models.payments.payment import Payment
from models.people.identity import BankAccount, IdentityState
from models.people.materials import Material
from models.people.person import FamilyMember, Person, Remark
from models.visits.visit import Visit
from reports.person import gathering, sheets

USER = "王芳"


def test_facts_are_worded_for_paper(person):
    someone = person(
        owns_house=True,
        alone=False,
        income=Decimal("18600.5"),
        rooms=5,
        house_built=PartDate(1998, 6),
        volume=12,
    )
    file = gathering.file_of(someone)
    facts = file.facts
    assert (facts["owns_house"], facts["alone"], facts["income"], facts["rooms"]) == (
        "是",
        "否",
        "18600.50",
        "5",
    )
    assert (facts["house_built"], facts["birthday"], file.volume) == ("1998年6月", "1950年6月15日", "12")
    assert "orphan" not in facts
    assert facts["alone_or_orphan"] == "否"


def test_a_birthday_unknown_to_the_file_is_read_from_the_number(person):
    someone = person()
    with journal.entry("更正", USER):
        someone.born = None
        someone.save()
    assert gathering.file_of(someone).facts["birthday"] == "1950年6月15日"


def test_identities_bring_the_facts_of_their_forms(identity):
    made = identity(
        kind="农村籍退役士兵", service_from=PartDate(1970, 1), service_to=PartDate(1974, 3), service_years=5,
        unit_name="某部", post="战士",
    )  # fmt: skip
    ((kind, facts),) = gathering.file_of(made.person).identities
    assert kind == "农村籍退役士兵"
    assert facts["service_span"] == "1970年1月 至 1974年3月"
    assert (facts["service_years_shown"], facts["unit_post"]) == ("5年", "某部 战士")


def test_the_notes_of_a_person_are_not_printed_as_those_of_an_identity(identity, person):
    made = identity(person(notes="本人备注"))
    file = gathering.file_of(made.person)
    assert {**file.facts, **file.identities[0].facts}["notes"] == ""


def test_family_accounts_remarks_materials_and_states_are_gathered(identity):
    made = identity()
    someone = made.person
    with journal.entry("补充", USER):
        FamilyMember(person=someone, relation="配偶", name="李秀英", born=PartDate(1955)).save()
        BankAccount(person=someone, identity=made, bank="农行", holder="张三", account="62284800").save()
        Remark(person=someone, label="村社", words="三社").save()
        Material(person=someone, number=2, title="户口簿", day=PartDate(1981, 1, 10), pages=3).save()
        Material(person=someone, number=1, title="申请书", day=PartDate(1981)).save()
        IdentityState(
            identity=made, person=someone, state="停发", since=PartDate(2020, 5), reason="迁出", place="海东"
        ).save()
    file = gathering.file_of(Person.get_by_id(someone.id))
    assert file.family[0][:4] == ("配偶", "李秀英", "", "1955年")
    assert file.accounts[0].account == "62284800"
    assert file.remarks == (("村社", "三社"),)
    assert [(m.title, m.day, m.pages) for m in file.materials] == [
        ("申请书", "1981", ""),
        ("户口簿", "19810110", "3"),
    ]
    assert file.states[-1] == ("2020年5月", "参战退役人员", "停发", "", "迁出；海东")


def test_the_changes_are_of_the_person_field_by_field_and_not_how_the_file_was_founded(identity):
    made = identity()
    someone = made.person
    with journal.entry("更正电话", "李科长"):
        someone.phone = "13812345678"
        made.approved = PartDate(2008, 1)
        someone.save()
        made.save()
    changes = gathering.file_of(someone).changes
    assert [(c.title, c.field, c.before, c.after, c.user) for c in changes] == [
        ("", "优抚身份", "", "参战退役人员", USER),
        ("更正电话", "联系电话", "", "13812345678", "李科长"),
        ("更正电话", "优抚身份·批准日期", "", "2008年1月", "李科长"),
    ]


def test_a_photo_that_cannot_be_read_is_not_taken_for_none(person):
    assert gathering.file_of(person()).photo is None
    assert gathering.file_of(person(photo="0" * 64)).photo == b""


def test_many_people_are_gathered_in_their_order(person, monkeypatch):
    monkeypatch.setattr(gathering, "FILES_AT_ONCE", 2)
    people = [person(name=f"第{n}人") for n in range(5)]
    assert [file.name for file in gathering.of_all(people)] == [one.name for one in people]


def test_visits_and_payments_stand_on_the_sheets_of_the_person(tmp_path, identity):
    made = identity()
    someone = made.person
    with journal.entry("登记", USER):
        for month in (8, 7):
            Payment(
                person=someone, identity=made, month=PartDate(2020, month), item="两参人员生活补助费",
                standard="650元/月", amount=Decimal(650), paid_on=PartDate(2020, month, 15), account="62284800",
            ).save()  # fmt: skip
        Visit(
            person=someone, day=PartDate(2020, 7, 28), occasion="八一", leader="李局长", visitors="王芳",
            money=Decimal(500), gifts="大米1袋", gift_value=Decimal("79.5"), circumstances="独居",
            wishes="取暖费用高", handling="转社区", done=False,
        ).save()  # fmt: skip
    file = gathering.file_of(someone)
    assert [payment.month for payment in file.payments] == ["2020年7月", "2020年8月"]
    assert file.payments[0][1:] == (
        "两参人员生活补助费",
        "650元/月",
        "650.00",
        "62284800",
        "2020年7月15日发放",
    )
    assert file.visits == (
        ("2020年7月28日", "八一", "李局长、王芳", "慰问金500.00元；大米1袋（折价79.50元）", "独居；诉求：取暖费用高", "转社区；办理中"),
    )  # fmt: skip
    finish(
        sheets.write_person_files(
            [file], tmp_path / "卷.pdf", settings.office(), sheets.Copy(sections=("待遇", "走访"))
        )
    )
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "卷.pdf").pages)
    text = text.replace("\n", "").replace(" ", "")
    for words in ("两参人员生活补助费", "650.00", "7、8月", "1300.00", "八一", "大米1袋", "取暖费用高"):
        assert words in text


def test_what_is_said_of_few_people_stands_among_the_other_facts(person):
    someone = person(abroad_since=PartDate(2024, 1))
    assert gathering.file_of(someone).remarks == (("出国(境)时间", "2024年1月"),)
