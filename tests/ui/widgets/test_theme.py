from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPalette, QRawFont
from PySide6.QtWidgets import QCheckBox, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from ui.widgets import colour_schemes, theme
from ui.widgets.colour_schemes import ColourScheme, colours_of, wanted_scheme
from ui.widgets.scrolling import Room

PAIRS = [
    ("ink", "paper"), ("ink", "ground"), ("ink", "stripe"), ("ink", "soft"), ("ink", "hover"),
    ("quiet", "paper"), ("quiet", "ground"), ("faint", "paper"), ("faint", "ground"),
    ("accent", "paper"), ("accent", "ground"), ("paper", "accent"), ("pressed", "soft"),
    ("problem", "paper"), ("problem", "ground"), ("problem", "problemsoft"),
    ("doubt", "paper"), ("doubt", "ground"), ("doubt", "doubtsoft"), ("good", "paper"), ("good", "ground"),
    ("practiceink", "practice"), ("quiet", "line"),
]  # fmt: skip


def brightness(colour):
    """Relative luminance, 0 to 1 (WCAG 2.1)."""
    parts = [
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(colour).getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("scheme", ColourScheme)
def test_all_words_can_be_read_on_their_ground(scheme):
    colours = colours_of(scheme, theme._sheet(), high_contrast_black())
    faint = [
        (words, ground, contrast)
        for words, ground in [*PAIRS, ("paper", "past"), ("icon", "ground"), ("icon", "paper")]
        if (contrast := contrast_of(colours[words], colours[ground])) < 4.5  # WCAG 2.1, 1.4.3
    ]
    if scheme == ColourScheme.CONTRAST:  # whose lines are as bright as its words
        faint = [each for each in faint if each[1] != "line"]
    assert faint == []


def contrast_of(one, other):
    bright, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def high_contrast_black():
    """The colours of Windows' own high contrast, the black one."""
    made = QPalette(QColor("black"))
    for role, colour in (
        ("Base", "#000000"),
        ("Text", "#ffffff"),
        ("Highlight", "#1aebff"),
        ("HighlightedText", "#000000"),
    ):
        made.setColor(QPalette.ColorRole[role], QColor(colour))
    return made


def test_in_high_contrast_no_colour_is_shown_that_the_pc_has_not():
    colours = colours_of(ColourScheme.CONTRAST, theme._sheet(), high_contrast_black())
    tinted = colours.pop("soft"), colours.pop("hover")
    assert set(colours.values()) == {"#000000", "#ffffff", "#1aebff"}
    assert set(tinted) == {"#08464c"}  # a selected row can be told from the others
    colours |= dict.fromkeys(("soft", "hover"))
    assert colours.keys() == colours_of(ColourScheme.LIGHT, theme._sheet(), QPalette()).keys()


def test_a_pc_that_is_set_to_dark_is_asked(monkeypatch):
    monkeypatch.setattr(colour_schemes, "_high_contrast", lambda: False)
    assert wanted_scheme() == ColourScheme.LIGHT
    dark = SimpleNamespace(colorScheme=lambda: Qt.ColorScheme.Dark)
    monkeypatch.setattr(colour_schemes, "QGuiApplication", SimpleNamespace(styleHints=lambda: dark))
    assert wanted_scheme() == ColourScheme.DARK
    monkeypatch.setattr(colour_schemes, "_high_contrast", lambda: True)
    assert wanted_scheme() == ColourScheme.CONTRAST


def test_the_style_sheet_uses_only_what_it_names():
    assert not re.findall(r"@\w+", theme._style().split("*/", 1)[1])


def test_the_shipped_typeface_has_the_characters():
    assert QFontMetrics(theme._font(10)).inFont("优")


def test_a_rare_character_of_a_name_has_a_face_in_the_window(qapp):
    """U+29FFF of the extension B, which the usual faces lack."""
    drawn = QRawFont.fromFont(QFont(theme.faces()[-1]))
    assert drawn.supportsCharacter(0x29FFF)
    assert theme._font(10).families() == list(theme.faces())


def test_type_grows_and_shrinks_by_a_key_and_is_remembered(qapp):
    assert theme.size() == theme.USUAL_SIZE
    theme.larger(qapp)
    assert qapp.font().pointSizeF() == theme.size() == 11
    for _ in range(9):
        theme.larger(qapp)
    assert theme.size() == theme.SIZES[-1]
    for _ in range(9):
        theme.smaller(qapp)
    assert theme.size() == theme.SIZES[0]
    theme.set_size(qapp, theme.USUAL_SIZE)


def test_a_widget_is_given_a_look(qtbot):
    label = theme.look(QLabel("姓名"), "title")
    qtbot.addWidget(label)
    label.ensurePolished()
    plain = QLabel("姓名")
    qtbot.addWidget(plain)
    plain.ensurePolished()
    assert label.fontInfo().pointSizeF() > plain.fontInfo().pointSizeF()
    theme.look(label, "")
    label.ensurePolished()
    assert label.fontInfo().pointSizeF() == plain.fontInfo().pointSizeF()


def test_a_step_of_type_reaches_what_is_hidden_when_it_is_shown(qtbot, qapp):
    seen, hidden = rooms = [Room(), Room()]
    for room in rooms:
        qtbot.addWidget(room)
        page = QWidget()
        column = QVBoxLayout(page)
        for each in (QCheckBox("只看未确认"), theme.look(QLabel("姓名"), "heading"), QPushButton("登记")):
            column.addWidget(each)
        room.setWidget(page)
    seen.show()
    usual = type_in(seen)
    theme.set_size(qapp, 16)
    try:
        hidden.show()
        assert type_in(seen) == type_in(hidden) == [16, 18.4, 16]
        assert seen.findChild(QPushButton).iconSize().height() == 26
        base = seen.findChild(QCheckBox).palette().base().color()
        assert base == theme.colour(
            "paper"
        )  # its page hands down no ground of its own, in which no box is seen
    finally:
        theme.set_size(qapp, theme.USUAL_SIZE)
    assert type_in(seen) == usual


def type_in(room):
    return [room.findChild(kind).font().pointSizeF() for kind in (QCheckBox, QLabel, QPushButton)]


def test_qts_own_buttons_speak_chinese(qtbot):
    box = QMessageBox(QMessageBox.Icon.Question, "", "", QMessageBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "取消"


@pytest.mark.parametrize("name", ["甲 & 乙", "100% 好", "it's, ok", "#1;{x}(y)", "𠮷野家", "长" * 80])
def test_the_pictures_of_the_style_are_found_wherever_the_program_lies(qapp, tmp_path, monkeypatch, name):
    folder = tmp_path / name / "resources"
    folder.parent.mkdir(parents=True)
    folder.symlink_to(theme.HERE)
    monkeypatch.setattr(theme, "HERE", folder)
    theme.apply(qapp)
    assert "url(icons:down" in qapp.styleSheet()
    assert not QIcon("icons:down.svg").pixmap(14, 14).isNull()
    monkeypatch.undo()
    theme.apply(qapp)
