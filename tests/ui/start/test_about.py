"""关于 and 开源许可."""

from __future__ import annotations

from resources import parts
from ui.start.about import AboutDialog, LicencesDialog, licences


def test_about_says_which_version_and_where_faults_are_kept(qtbot):
    shown = AboutDialog()
    qtbot.addWidget(shown)
    assert f"版本：{parts.version()}" in shown.facts.text()
    assert "youfu.log" in shown.facts.text()


def test_every_part_is_in_the_one_page_with_its_licence(qtbot):
    shown = LicencesDialog()
    qtbot.addWidget(shown)
    words = shown.page.toPlainText()
    for part in parts.parts():
        assert part.name in words
    for said in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "PYTHON SOFTWARE FOUNDATION LICENSE",
        "SIL OPEN FONT LICENSE",
    ):
        assert said.lower() in words.lower()


def test_a_text_that_several_parts_share_stands_once():
    shared = [parts.Part(name, "1", "Apache-2.0", "", "the long text") for name in ("甲", "乙")]
    page = licences(shared)
    assert page.count("the long text") == 1
    assert page.count("href='#1'") == 2
