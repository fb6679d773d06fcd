"""The text of the report: its numbers, and those that are typed."""

from __future__ import annotations

from models.year.summary import names
from ui.year.summary_text import InsertDialog


def test_a_typed_number_is_marked_and_told(page, qtbot):
    section = page("年度总结")
    section.text.appendPlainText("另走访部队99支。")
    qtbot.waitUntil(lambda: section.summary.typed != (), timeout=5_000)
    assert "underline" in section.view.toHtml()
    assert any("99支" in section.doubts.item(n).text() for n in range(section.doubts.count()))
    assert section.keep_button.isEnabled()


def test_a_figure_is_inserted_in_the_form_chosen(page, monkeypatch):
    section = page("年度总结")

    def choose(dialog):
        dialog.search.setText("宣传牌")
        visible = [n for n in range(dialog.list.count()) if not dialog.list.item(n).isHidden()]
        dialog.list.setCurrentRow(visible[0])
        dialog.form.setCurrentIndex(1)
        assert "24块" in dialog.shown.text()
        return True

    monkeypatch.setattr(InsertDialog, "exec", choose)
    section.text.setPlainText("")
    section.insert()
    assert section.text.toPlainText() == "{制作双拥宣传牌|准确}"


def test_the_names_of_figures_differ(archive):
    known = names.names()
    assert len(set(known.values())) == len(known)
    assert not any(set(name) & set("{}[]|") for name in known.values())
