"""What goes to the bank, in the columns that the bank asks for."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.record import Invalid, Refusal
from models.pay.runs import bank_files
from models.pay.runs.bank_files import BankTemplate
from tests.models.pay.conftest import USER


@pytest.mark.parametrize(
    ("facts", "field", "words"),
    [
        ({"columns": "账号=银行账号|姓名=姓名"}, "columns", "应有一栏“金额”"),
        ({"columns": "金额=金额"}, "columns", "应有一栏“银行账号”"),
        ({"columns": "账号=银行账号|金额=金额|星座=星座"}, "columns", "不认识“星座”"),
        ({"format": "doc"}, "format", "文件格式"),
        ({"format": "csv", "encoding": "火星文", "separator": ","}, "encoding", "字符编码"),
        ({"format": "csv", "encoding": "gbk", "separator": ""}, "separator", "分隔符"),
    ],
)
def test_a_template_that_no_bank_could_read_is_refused(archive, facts, field, words):
    template = BankTemplate(
        **{"name": "模板", "format": "xlsx", "columns": "账号=银行账号|金额=金额", "heading": True, **facts}
    )
    with pytest.raises(Invalid, match=words) as refused, journal.entry("登记模板", USER):
        template.save()
    assert set(refused.value.problems) == {field}


def test_the_templates_that_ship_are_fit_and_an_own_one_takes_their_place(archive):
    assert all(not each.problems() for each in bank_files.templates())
    name = bank_files.templates()[0].name
    with journal.entry("登记模板", USER):
        BankTemplate(
            name=name, format="txt", encoding="gbk", separator="|", columns="账号=银行账号|金额=金额"
        ).save()
    assert [each.format for each in bank_files.templates() if each.name == name] == ["txt"]
    with pytest.raises(Refusal, match="没有银行模板“没有”"):
        bank_files.template("没有")
