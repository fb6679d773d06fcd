"""恢复码单: one sheet that says the code so that it can be read back."""

from __future__ import annotations

import re
from datetime import date

import pytest
from pypdf import PdfReader
from reportlab.lib.units import mm

from models.archive.recovery_code import new_code, read_code
from models.core.record import Refusal
from reports import recovery_sheet
from reports.paper.layout import BOTTOM, FULL
from reports.paper.page_breaks import paginate
from reports.recovery_sheet import FOLD, RecoverySheet

CODE = new_code()


def sheet(**facts):
    usual = {
        "office": "城中区退役军人事务局", "archive": "优抚一人一档", "place": "D:\\档案", "user": "王芳",
        "day": date(2026, 11, 24), "code": CODE,
    }  # fmt: skip
    return RecoverySheet(**{**usual, **facts})


def words(file):
    (page,) = PdfReader(file).pages
    return re.sub(r"\s", "", page.extract_text())


def test_the_sheet_is_one_page_that_says_everything(tmp_path):
    recovery_sheet.write_recovery_sheet(sheet(), tmp_path / "恢复码单.pdf")
    said = words(tmp_path / "恢复码单.pdf")
    for fact in (
        "城中区退役军人事务局",
        "优抚一人一档",
        "D:\\档案",
        "王芳",
        "2026年11月24日",
        "忘记密码",
        "封存人",
    ):
        assert fact in said


def test_the_code_read_from_the_sheet_opens_what_it_should(tmp_path):
    recovery_sheet.write_recovery_sheet(sheet(), tmp_path / "恢复码单.pdf")
    said = words(tmp_path / "恢复码单.pdf")
    first, second = read_code(CODE)[:20], read_code(CODE)[20:]
    assert said.index(first) < said.index(second)


def test_the_code_stands_in_the_middle_third_and_is_hidden_by_folding():
    (page,) = paginate(sheet().strips())
    groups = set(CODE.split("-"))
    placed = [(y, strip) for y, strip in page if groups & {mark.text for mark in strip.marks}]
    assert len(placed) == 2
    for y, strip in placed:
        assert FOLD + 2 * mm < y
        assert y + strip.height < 2 * FOLD - 2 * mm


@pytest.mark.parametrize(
    "facts",
    [
        {"place": "C:\\Users\\王芳\\" + "很长的文件夹名字\\" * 20},
        {"archive": "城中区优抚对象档案库" * 12, "office": "西宁市城中区退役军人事务局" * 6},
    ],
)
def test_long_names_never_need_a_second_page(facts):
    (page,) = paginate(sheet(**facts).strips())
    assert all(BOTTOM <= y <= BOTTOM + FULL for y, _ in page)


def test_the_same_facts_give_the_same_bytes(tmp_path):
    for name in ("甲.pdf", "乙.pdf"):
        recovery_sheet.write_recovery_sheet(sheet(), tmp_path / name)
    assert (tmp_path / "甲.pdf").read_bytes() == (tmp_path / "乙.pdf").read_bytes()


def test_a_folder_that_is_not_there_is_refused_in_plain_words(tmp_path):
    with pytest.raises(Refusal, match="不能写入"):
        recovery_sheet.write_recovery_sheet(sheet(), tmp_path / "没有" / "恢复码单.pdf")
