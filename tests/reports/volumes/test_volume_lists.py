"""The lists of volumes."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl import load_workbook

from models.core.record import Refusal
from models.office.settings import Office
from reports.tables.register import write_workbook
from reports.volumes.volume_facts import KEPT_FOR_SURVIVORS
from reports.volumes.volume_lists import VOLUME_PAPERS, volume_register
from tests.reports.volumes.volumes import volume

OFFICE = Office(name="某局", fonds_number="Z109", catalogue_number="12")


def register(name, *volumes):
    return volume_register(VOLUME_PAPERS[name], volumes, OFFICE, False)


def row(made, number=0):
    return dict(zip((each.words for each in made.headings), made.rows[number], strict=True))


@pytest.mark.parametrize("name", VOLUME_PAPERS)
def test_every_list_fits_across_the_sheet_and_is_signed(name):
    paper = VOLUME_PAPERS[name]
    assert sum(heading.width for heading in paper.listing.headings()) == pytest.approx(277, abs=6)
    assert paper.signed


def test_the_catalogue_has_the_number_as_one_string_and_room_for_that_of_the_state_archive():
    told = row(register("案卷目录", volume(35)))
    assert told["档号（室编卷号）"] == "Z109-12-0035"
    assert (told["馆编卷号"], told["件数"], told["页数"], told["起止日期"]) == (
        "",
        "6",
        "30",
        "19810110—20201203",
    )


def test_papers_and_pages_are_numbers_in_the_workbook(archive, tmp_path):
    write_workbook(register("案卷目录", volume(35), volume(36, pages=None)), tmp_path / "目录.xlsx")
    page = load_workbook(tmp_path / "目录.xlsx").active
    columns = {page.cell(3, number).value: number for number in range(1, 13)}
    assert [page.cell(4, columns[each]).value for each in ("件数", "页数", "案卷号")] == [6, 30, "0035"]
    assert page.cell(5, columns["页数"]).value is None


def test_the_transfer_is_signed_by_who_gives_and_who_takes():
    signed = register("案卷移交清单", volume()).signed
    assert {"移交人：", "接收单位（章）：", "接收人：", "监交人："} <= set(signed)


def test_pages_are_added_up_only_where_all_are_counted():
    assert "共60页" in register("案卷目录", volume(1), volume(2)).above
    assert "有的案卷页数未全" in register("案卷目录", volume(1), volume(2, pages=None, counted=3)).above


def test_of_the_dead_those_are_listed_whose_five_years_are_over():
    long_ago, lately = date(2019, 3, 5), date.today()
    made = register("去世满五年应移交的案卷", volume(1, died=long_ago), volume(2, died=lately), volume(3))
    assert [each[2] for each in made.rows] == ["0001"]
    assert row(made)["满五年"] == "2024-03-05"
    assert (
        row(register("去世满五年应移交的案卷", volume(1, died=long_ago, high_grade=True)))["提示"]
        == KEPT_FOR_SURVIVORS
    )


def test_nobody_on_it_is_said():
    with pytest.raises(Refusal, match="没有去世满五年"):
        register("去世满五年应移交的案卷", volume())
    with pytest.raises(Refusal, match="没有选中案卷"):
        register("案卷目录")


def test_a_retention_that_is_not_over_is_told_on_the_list_of_what_is_destroyed():
    assert row(register("案卷销毁清册", volume()))["保管期限届满"] == "2081年底，未满"
    over = row(register("案卷销毁清册", volume(retention="10年")))
    assert over["保管期限届满"] == "1991年底"
    assert "不得销毁" in row(register("案卷销毁清册", volume(retention="永久")))["保管期限届满"]


def test_who_moved_is_filled_in_and_the_rest_is_for_the_pen():
    told = row(register("案卷移出登记", volume(moved=("2020年5月", "户籍迁出；海东市"))))
    assert (told["移出日期"], told["移出原因、去向"], told["接收人签字"]) == (
        "2020年5月",
        "户籍迁出；海东市",
        "",
    )
