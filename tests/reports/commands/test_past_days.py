"""Commands of a past day: --as-of and --as-known, on everything that lists, prints or counts."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from models import store
from models.printing.given_copies import GivenCopy
from tests import factories
from tests.conftest import USER
from tests.models.past.test_past_archive import YESTERDAY, long_ago

ME = ("--user", USER)


@pytest.fixture
def office(folder, run, tmp_path, monkeypatch):
    """Two people were taken in yesterday, a third today, who was approved in 2021."""
    early = [factories.combatant("张三"), factories.combatant("李四")]
    late = factories.combatant("王五", 批准日期=date(2021, 10, 1))
    for number, rows in enumerate((early, [late])):
        file = factories.workbook(tmp_path / f"{number}.xlsx", {"参战": [factories.HEADING, *rows]})
        assert run("import", folder, file, *ME)[0] == 0
        if not number:
            with store.session(folder, USER, "城中区-2020-八一"):
                from models.core import journal

                long_ago(*range(1, journal.last_number() + 1))
    return folder


def names(run, *words):
    return [each["name"] for each in json.loads(run("people", *words, *ME, "--json")[1])]


def test_people_of_a_day_by_what_was_true_and_by_what_was_known(office, run):
    assert names(run, office) == ["张三", "李四", "王五"]
    assert names(run, office, "--as-of", "2021-08-31") == ["张三", "李四"]
    assert names(run, office, "--as-of", "2021-10-01") == ["张三", "李四", "王五"]
    assert names(run, office, "--as-of", "2000-01-01") == []
    assert names(run, office, "--as-known", YESTERDAY) == ["张三", "李四"]
    assert names(run, office, "--as-known", YESTERDAY - timedelta(days=1)) == []
    assert names(run, office, "--as-known", YESTERDAY, "--as-of", "2013-07-01") == []
    assert names(run, office, "李四", "--as-of", "2021-08-31") == ["李四"]


def test_papers_of_a_day_say_so_in_their_head(office, run, tmp_path):
    assert run("sheets", office, tmp_path / "档案.pdf", "--as-of", "2021-08-31", *ME)[0] == 0
    assert all("截至2021-08-31" in page.extract_text() for page in PdfReader(tmp_path / "档案.pdf").pages)
    assert "2人" in run("roster", office, tmp_path / "花名册.pdf", "--as-of", "2021-08-31", *ME)[1]
    assert "截至2021-08-31" in PdfReader(tmp_path / "花名册.pdf").pages[0].extract_text()
    assert run("roster", office, tmp_path / "花名册.xlsx", "--as-known", YESTERDAY, *ME)[0] == 0
    cells = [str(cell.value) for row in load_workbook(tmp_path / "花名册.xlsx").active for cell in row]
    assert any(f"截至{YESTERDAY}档案库里的记录" in cell for cell in cells)
    assert "王五" not in cells
    told = [(each["deed"], each["title"]) for each in json.loads(run("uses", office, *ME, "--json")[1])]
    of_a_day = [
        f"{does}（截至{day}）"
        for does, day in (("sheets", "2021-08-31"), ("roster", "2021-08-31"), ("roster", YESTERDAY))
    ]
    assert [("用命令导出", each) for each in of_a_day] == told


@pytest.mark.parametrize("option", ["--as-of", "--as-known"])
def test_a_copy_with_a_number_is_not_made_of_a_past_day(office, run, tmp_path, option):
    code, _, told = run("sheets", office, tmp_path / "档案.pdf", "--mark", option, YESTERDAY, *ME)
    assert code == 2
    assert "副本号只登记在今天的台账里" in told
    assert not (tmp_path / "档案.pdf").exists()
    with store.session(office, USER, "城中区-2020-八一"):
        assert not GivenCopy.select().exists()


def test_counts_of_a_day(office, run, tmp_path):
    figures = json.loads(run("figures", office, "--year", 1999, "--as-of", "1999-12-31", *ME, "--json")[1])
    assert next(each["value"] for each in figures if each["key"] == "files.persons") == 0
    due = json.loads(run("due", office, "--month", "2021-08", "--as-of", "2021-08-31", *ME, "--json")[1])
    assert {each["name"] for each in due} == {"张三", "李四"}
    assert len(json.loads(run("journal", office, "--as-known", YESTERDAY, *ME, "--json")[1])) == 1
    assert run("export", office, tmp_path / "导出", "--as-of", "2021-08-31", *ME)[0] == 0
    told = json.loads((tmp_path / "导出" / "people.json").read_text("utf-8"))
    assert [each["name"] for each in told] == ["张三", "李四"]
    assert run("summary", office, "--year", 2021, "--as-of", "2021-08-31", tmp_path / "总结.pdf", *ME)[0] in (
        0,
        1,
    )
    assert "截至2021-08-31" in PdfReader(tmp_path / "总结.pdf").pages[0].extract_text()


@pytest.mark.parametrize("option", ["--as-of", "--as-known"])
@pytest.mark.parametrize(
    ("day", "words"), [("2021-02-30", "写法不对"), ("2021", "写法不对"), ("2190-01-01", "还没有到")]
)
def test_what_is_no_day_of_the_past_is_refused(folder, run, option, day, words):
    status, _, complaint = run("people", folder, option, day, *ME)
    assert status == 2
    assert words in complaint
