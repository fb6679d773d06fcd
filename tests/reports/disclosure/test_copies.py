"""A copy of a list says what it is for and no more, bears its number, and is looked through before anybody gets it."""

from __future__ import annotations

import openpyxl
import pytest
from pypdf import PdfReader

from models.core.jobs import finish
from models.core.record import Refusal
from models.disclosure.policies import CopyPurpose, Policy, Way
from models.printing.given_copies import GivenCopy
from reports.disclosure.copies import disclosed, write_copy
from reports.disclosure.leaks import KnownSecrets, leaks
from reports.tables.register import END, Heading, Register, numbered

NUMBER, PHONE, ACCOUNT = "630103195308010019", "13812341234", "6228480860012340018"


@pytest.fixture
def listed():
    headings = tuple(
        Heading(each, 30) for each in ("序号", "姓名", "身份证号", "联系电话", "银行账号", "身份", "备注")
    )
    rows = numbered(
        [("张小三", NUMBER, PHONE, ACCOUNT, "残疾军人", f"电话{PHONE}家"), ("李四", "", "", "", "三属", "")]
    )
    return Register(
        "发放花名册",
        (*headings, Heading("金额", 20, END)),
        tuple((*row, "1,235.00") for row in rows),
        money=7,
    )


def test_a_public_copy_has_neither_the_columns_nor_the_numbers(listed):
    made = disclosed(listed, Way(CopyPurpose.PUBLIC))
    assert [each.words for each in made.headings] == ["序号", "姓名", "身份", "金额"]
    assert made.rows[0] == ("1", "张小三", "残疾军人", "1,235.00")
    assert made.money == 3


def test_a_copy_for_outside_is_masked_in_every_column(listed):
    made = disclosed(listed, Way(CopyPurpose.OUTSIDE, {"姓名": Policy.INITIALS}))
    assert made.rows[0][1:7] == (
        "张某某",
        "630103********0019",
        "138****1234",
        "**** **** **** 0018",
        "残疾军人",
        "电话138****1234家",
    )


@pytest.mark.parametrize("ending", ["pdf", "xlsx"])
def test_a_copy_bears_who_when_and_its_number(listed, archive, tmp_path, ending):
    for number in (1, 2):
        out = tmp_path / f"公示{number}.{ending}"
        finish(write_copy(listed, Way(CopyPurpose.PUBLIC), out, "王芳"))
        given = GivenCopy.get_by_id(number)
        assert given.number.endswith(f"-00000{number}")
        assert (given.user, given.way, given.people) == ("王芳", "公示", 2)
        assert given.mark() in _said(out)
        assert leaks([out], KnownSecrets({NUMBER: "", PHONE: "", ACCOUNT: ""})) == []
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def _said(file):
    if file.suffix == ".pdf":
        return PdfReader(file).pages[0].extract_text()
    return openpyxl.load_workbook(file).worksheets[0].oddFooter.left.text


def test_a_copy_that_would_leak_is_not_written(listed, archive, person, tmp_path):
    person(name="张小三", phone="8123456")  # which has no shape of its own
    leaking = disclosed(listed, Way(CopyPurpose.OWN))
    rows = tuple((*row[:5], "8123456", *row[6:]) for row in leaking.rows)
    with pytest.raises(Refusal, match="电话 8"):
        finish(
            write_copy(
                type(listed)(listed.title, listed.headings, rows),
                Way(CopyPurpose.PUBLIC),
                tmp_path / "公示.xlsx",
                "王芳",
            )
        )
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_list_without_columns_is_no_list(listed):
    with pytest.raises(Refusal, match="至少留一栏"):
        disclosed(listed, Way(CopyPurpose.PUBLIC, {each.words: Policy.NONE for each in listed.headings}))
