"""Third page of an import: what it would do, line by line."""

from __future__ import annotations

from tests import factories
from tests.ui.imports.conftest import read


def test_each_refused_line_is_told_with_its_place(qtbot, wizard, tmp_path):
    bad = factories.combatant("李四", 身份证号="12345")
    read(qtbot, wizard, factories.roster(tmp_path / "花名册.xlsx", factories.combatant(), bad))
    wizard.forward.click()
    refused = [line for line in wizard.would.lines.lines if line.mark == "未导入"]
    assert [(line.sheet, line.place) for line in refused] == [("参战", "第4行F列")]
    wizard.would.choices["未导入"].click()
    assert wizard.would.shown.rowCount() == 1
