"""What a template writes teaches the same template: the file that comes of it is the same, to the last byte."""

from __future__ import annotations

import pytest

from models.core import journal
from models.pay.runs.bank_files import shipped_templates
from models.pay.templates.examples import keep_example, read_example
from reports.pay.banks import write_bank_file
from tests.reports.pay.handing import handed_over


@pytest.mark.parametrize("name", [each.name for each in shipped_templates()])
def test_a_template_is_learnt_from_its_own_file(tmp_path, entitled, run, name):
    for serial, who in enumerate(("王建国", "李秀英", "马占山"), start=1):
        entitled(who, serial)
    made = handed_over(run("2019-12"))
    template = next(each for each in shipped_templates() if each.name == name)
    first = tmp_path / f"一.{template.format}"
    write_bank_file(made, template, first)
    learnt = keep_example(read_example(first), "学会的", "王芳")
    second = tmp_path / f"二.{template.format}"
    write_bank_file(made, learnt, second)
    if template.format == "xlsx":
        assert cells_of(second) == cells_of(first)
    else:
        assert second.read_bytes() == first.read_bytes()
    assert journal.Entry.select().where(journal.Entry.title == "按样表登记银行模板：学会的").count() == 1


def cells_of(file):
    import openpyxl

    return [[cell.value for cell in row] for row in openpyxl.load_workbook(file).active.iter_rows()]
