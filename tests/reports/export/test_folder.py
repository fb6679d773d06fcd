"""Everything that the archive holds, taken out of it."""

from __future__ import annotations

import csv
import json
from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import KINDS_OF_RECORDS, Refusal
from models.core.words import half_width
from models.payments.payment import Payment
from models.people.identity import BankAccount, Identity, IdentityState
from models.people.outsiders import Outsider
from models.people.person import Person, Remark
from models.people.search import find_people
from models.records import SNAPSHOTS
from models.visits.units import Unit
from models.visits.visit import Visit
from reports.export.folder import export_archive
from reports.export.kinds import exported_kinds
from reports.export.own_secrets import OwnSecrets
from reports.export.people import people_told
from tests.conftest import USER

ACCOUNT, PHONE = "6228480860012340018", "13812341234"


@pytest.fixture
def written(tmp_path):
    """Export and read what was written: the rows of each file."""

    def run(words="", masked=False, name="导出"):
        finish(export_archive(tmp_path / name, words, masked))
        return {file.stem: json.loads(file.read_text("utf-8")) for file in (tmp_path / name).glob("*.json")}

    return run


@pytest.fixture
def someone(identity):
    """Somebody with an account, a payment, a visit and a note."""
    made = identity()
    whom = made.person
    with journal.entry("登记", USER):
        Person.update(phone=PHONE).execute()
        BankAccount.create(person=whom, identity=made, bank="农行", account=ACCOUNT, holder=whom.name)
        Payment.create(
            person=whom, identity=made, month=PartDate(2020, 8), item="两参人员生活补助费", amount=Decimal("1610.3"),
            paid_on=PartDate(2020, 8, 20), account=ACCOUNT, notes=f"改发到{ACCOUNT}",
        )  # fmt: skip
        Visit.create(
            person=whom,
            day=PartDate(2020, 1, 15),
            occasion="春节",
            money=Decimal(500),
            notes=f"{PHONE}没人接",
        )
        Remark.create(person=whom, label="村社编号", words="某村-1")
    return Person.get_by_id(whom.id)


def test_a_payment_is_told_with_its_money_to_the_fen_and_whose_it_is(written, someone):
    (payment,) = written()["payments"]
    told = {
        key: payment[key]
        for key in ("number", "name", "amount", "day", "month", "category", "programme", "run")
    }
    assert told == {
        "number": someone.number, "name": someone.name, "amount": "1610.30", "day": "2020-08-20", "month": "2020-08",
        "category": None, "programme": None, "run": None,
    }  # fmt: skip
    assert payment["identity"] == "参战退役人员"


def test_visits_and_notes_are_told_under_their_keys(written, someone):
    rows = written()
    (visit,), (note,) = rows["visits"], rows["notes"]
    assert (visit["number"], visit["day"], visit["occasion"], visit["money"]) == (
        someone.number,
        "2020-01-15",
        "春节",
        "500.00",
    )
    assert note == {"number": someone.number, "name": someone.name, "source": "村社编号", "words": "某村-1"}


def test_people_are_those_of_the_command(written, someone, person):
    person(name="李四")
    assert written()["people"] == list(people_told(find_people()))


def test_the_csv_says_the_same_and_keeps_every_digit(written, someone, tmp_path):
    rows = written()
    for name in ("accounts", "payments", "particulars"):
        text = (tmp_path / "导出" / f"{name}.csv").read_bytes()
        assert text.startswith(b"\xef\xbb\xbf")
        (heading, line) = csv.reader(text.decode("utf-8-sig").splitlines())
        assert dict(zip(heading, line, strict=True)) == {
            key: "" if value is None else str(value) for key, value in rows[name][0].items()
        }
    assert ACCOUNT in (tmp_path / "导出" / "accounts.csv").read_text("utf-8-sig")


def test_every_kind_of_record_has_its_two_files(written, archive, tmp_path):
    rows = written()
    names = {kind.file for kind in exported_kinds()}
    assert len(names) == len(KINDS_OF_RECORDS) + len(SNAPSHOTS)  # the lines of runs, the print ledger
    assert set(rows) == names | {"people", "findings"}
    assert {file.stem for file in (tmp_path / "导出").glob("*.csv")} == set(rows)
    assert {"identities", "states", "accounts", "payments", "visits", "notes", "pay_lines"} <= names
    assert {"printouts", "printed_parts", "printings", "print_batches", "given_copies"} <= names


def test_the_same_facts_are_the_same_bytes_in_whatever_order_they_came(written, person, tmp_path):
    one = person()
    with journal.entry("登记", USER):
        for words in ("甲", "乙"):
            Remark.create(person=one, label="栏目", words=words)
    written(name="先")
    with journal.entry("重新登记", USER):
        Remark.delete().execute()
        for words in ("乙", "甲"):
            Remark.create(person=one, label="栏目", words=words)
    written(name="后")
    for file in (tmp_path / "先").iterdir():
        assert file.read_bytes() == (tmp_path / "后" / file.name).read_bytes()


def test_people_are_the_same_bytes_in_whatever_order_their_rights_and_accounts_came(
    written, person, tmp_path
):
    one = person()
    rights = [
        {"kind": kind, "state": "享受待遇", "certificate": "证1"}
        for kind in ("参战退役人员", "伤残人员", "三属")
    ]
    accounts = [{"bank": "农行", "account": f"6228480860012340{n}"} for n in (18, 26)]
    for name, step in (("先", 1), ("后", -1)):
        with journal.entry("登记", USER):
            IdentityState.delete().execute()
            BankAccount.delete().execute()
            Identity.delete().execute()
            for facts in rights[::step]:
                Identity.create(person=one, **facts)
            for facts in accounts[::step]:
                BankAccount.create(person=one, **facts)
        written(name=name)
    assert (tmp_path / "先" / "findings.json").read_text("utf-8").count("伤残") > 1
    for file in (tmp_path / "先").iterdir():
        assert file.read_bytes() == (tmp_path / "后" / file.name).read_bytes(), file.name


def test_people_of_one_name_and_no_number_are_told_the_same_in_whatever_order_they_came(
    written, archive, tmp_path
):
    for name, step in (("先", 1), ("后", -1)):
        with journal.entry("登记", USER):
            Payment.delete().execute()
            Outsider.delete().execute()
            for street, item in (("总寨镇", "慰问金"), ("南滩街道", "路费"))[::step]:
                outsider = Outsider.create(name="赵六", street=street)
                Payment.create(outsider=outsider, month=PartDate(2020, 8), item=item, amount=Decimal(1))
        written(name=name)
    for file in (tmp_path / "先").iterdir():
        assert file.read_bytes() == (tmp_path / "后" / file.name).read_bytes(), file.name


def test_a_masked_export_hides_every_secret_wherever_it_stands(written, someone, tmp_path):
    with journal.entry("更正", USER):
        BankAccount.create(person=someone, bank="信用社", account="80086")  # as short as no account is
        Remark.create(person=someone, label="备注", words="旧账号80086")
    written(masked=True)
    for file in (tmp_path / "导出").iterdir():
        said = file.read_text("utf-8-sig")
        assert not [secret for secret in (someone.number, ACCOUNT, PHONE, "80086") if secret in said], (
            file.name
        )


@pytest.mark.parametrize(
    "words",
    ["电话1381 2341 234没人接", "旧账号8008 6123 45", "旧账号80-08612345", "旧账号８００８６１２３４５", "家里6123 456，或6123457"],
)  # fmt: skip
def test_a_secret_with_blanks_in_a_remark_is_hidden_however_it_is_broken_up(
    written, someone, tmp_path, words
):
    with journal.entry("更正", USER):
        Person.update(
            other_phone="6123456、6123457", phone="13812341234", residence=f"某村，{words}"
        ).execute()
        BankAccount.create(person=someone, bank="信用社", account="8008612345")
        Remark.create(person=someone, label="备注", words=words)
    written(masked=True)
    for name in ("people", "particulars", "notes"):
        for ending in (".json", ".csv"):
            said = (tmp_path / "导出" / f"{name}{ending}").read_text("utf-8-sig")
            digits = "".join(c for c in half_width(said) if c not in " -")
            assert not [s for s in (PHONE, "8008612345", "6123456", "6123457") if s in digits], (name, said)


def test_a_finding_that_quotes_a_spoilt_account_is_masked(written, someone):
    with journal.entry("更正", USER):
        BankAccount.create(person=someone, bank="信用社", account="A12B345C678")
    assert any("A12B345C678" in row["finding"] for row in written()["findings"])
    rows = written(masked=True, name="遮住")["findings"]
    assert rows
    assert not any("A12B345C678" in row["finding"] for row in rows)


def test_what_is_secret_of_somebody_without_a_file_is_hidden_in_remarks_too(written, archive):
    with journal.entry("登记", USER):
        outsider = Outsider.create(name="赵六", account="80086123", notes="账号80086123")
        Payment.create(
            outsider=outsider,
            month=PartDate(2020, 8),
            item="慰问金",
            amount=Decimal(1),
            notes="发到8008 6123",
        )
    rows = written(masked=True)
    assert "6123" not in rows["payments"][0]["notes"].replace("**** 6123", "")
    assert rows["outsiders"][0]["notes"] == "账号**** **** **** 6123"


def test_words_narrow_everything_to_those_found(written, someone, person):
    other = person(name="李四")
    with journal.entry("登记", USER):
        Unit.create(name="某部队")
        Remark.create(person=other, label="栏目", words="别人的")
    rows = written(someone.number)
    assert [row["name"] for row in rows["people"]] == [someone.name]
    assert [row["words"] for row in rows["notes"]] == ["某村-1"]
    assert rows["units"] == []


def test_somebody_without_a_file_is_told_by_number_and_name(written, archive):
    with journal.entry("登记", USER):
        outsider = Outsider.create(name="赵六", number="630103199001010014")
        Payment.create(outsider=outsider, month=PartDate(2020, 8), item="慰问金", amount=Decimal(1))
    rows = written()
    assert (rows["payments"][0]["number"], rows["payments"][0]["name"]) == ("630103199001010014", "赵六")
    assert rows["outsiders"][0]["name"] == "赵六"


def test_a_folder_that_holds_something_is_left_as_it_is(archive, tmp_path):
    (tmp_path / "满").mkdir()
    (tmp_path / "满" / "别的.txt").write_text("别人的")
    with pytest.raises(Refusal, match="不是空文件夹"):
        finish(export_archive(tmp_path / "满"))
    assert [file.name for file in (tmp_path / "满").iterdir()] == ["别的.txt"]
    with pytest.raises(Refusal, match="自己的文件夹"):
        finish(export_archive(archive / "导出"))


def test_an_export_that_is_cancelled_leaves_nothing(archive, person, tmp_path):
    person()
    before = set(tmp_path.iterdir())
    job = export_archive(tmp_path / "导出")
    for _ in range(5):
        next(job)
    job.close()
    assert set(tmp_path.iterdir()) == before


def test_an_export_that_fails_leaves_no_file_open_and_nothing_behind(archive, person, tmp_path, monkeypatch):
    person()
    monkeypatch.setattr(OwnSecrets, "hidden", lambda *_: 1 / 0)
    before = set(tmp_path.iterdir())
    with pytest.raises(ZeroDivisionError):
        finish(export_archive(tmp_path / "导出", masked=True))
    assert set(tmp_path.iterdir()) == before


def test_who_is_not_found_is_not_exported(archive, tmp_path):
    with pytest.raises(Refusal, match="没有找到"):
        finish(export_archive(tmp_path / "导出", "没有这个人"))
    assert not (tmp_path / "导出").exists()
