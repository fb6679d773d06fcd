"""Every character of every name appears: what the shipped faces have, and what happens to what no font has."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import resources
from reports.paper import fonts
from reports.paper.fonts import FILES, RARE, RARE_FILE, SANS, SERIF, Missing, face

LISTED = Path(__file__).with_name("tgh8105.txt")
NAMES = "𬱖𠅤𬭎㛃䶮·"


def standard_characters():
    """The 8105 characters of 通用规范汉字表 (2013)."""
    lines = LISTED.read_text(encoding="utf-8").splitlines()
    return "".join(line for line in lines if not line.startswith("#"))


@pytest.fixture
def pc_fonts(tmp_path, monkeypatch):
    """A Windows PC whose folder of fonts is ``tmp_path/Fonts``."""
    (tmp_path / "Fonts").mkdir()
    monkeypatch.setenv("WINDIR", str(tmp_path))
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    fonts.forget_pc_faces()
    yield tmp_path / "Fonts"
    monkeypatch.undo()
    fonts.forget_pc_faces()


def test_the_table_has_8105_characters():
    assert len(set(standard_characters())) == len(standard_characters()) == 8105


@pytest.mark.parametrize("name", FILES)
def test_each_shipped_face_draws_every_standard_character(name):
    """No glyph is missing, and none is the empty one."""
    used = face(name)
    places = used.file.glyphPos
    for character in standard_characters() + NAMES:
        glyph = used.glyphs[ord(character)]
        assert glyph != 0
        assert places[glyph + 1] > places[glyph]


def test_every_character_of_the_extensions_b_to_f_is_drawn():
    """60,317 of them; a name that was registered before 2009 may have any."""
    used, places = face(RARE), face(RARE).file.glyphPos
    for first, last in (
        (0x20000, 0x2A6D6),
        (0x2A700, 0x2B734),
        (0x2B740, 0x2B81D),
        (0x2B820, 0x2CEA1),
        (0x2CEB0, 0x2EBE0),
    ):
        for code in range(first, last + 1):
            glyph = used.glyphs[code]
            assert places[glyph + 1] > places[glyph]


def test_a_rare_character_is_taken_from_the_face_of_rare_ones():
    runs = face(SERIF).runs("李\U00029fff")
    assert [run.face for run in runs] == [face(SERIF), face(RARE)]
    assert face(SERIF).look("李\U00029fff").lacking == ()


@pytest.mark.parametrize("file", [*FILES.values(), RARE_FILE])
def test_the_licence_of_the_faces_is_shipped(file):
    assert file in resources.path("fonts/OFL.txt").read_text(encoding="utf-8")


def test_a_text_that_one_face_has_is_one_run():
    assert [run.text for run in face(SERIF).runs("尉迟𬱖·01")] == ["尉迟𬱖·01"]


def test_what_the_serif_lacks_is_taken_from_the_sans():
    only = next(c for c in face(SANS).widths if c not in face(SERIF).widths)
    runs = face(SERIF).runs(f"张{only}")
    assert [run.face for run in runs] == [face(SERIF), face(SANS)]
    assert face(SERIF).look(only).lacking == ()


def test_what_no_font_has_is_a_run_of_its_own_without_a_face():
    look = face(SERIF).look("张\U0001f600\U0001f600三")
    assert look.lacking == ("\U0001f600",)
    assert look.width == 4000
    assert [run.face is None for run in face(SERIF).runs("张\U0001f600三")] == [False, True, False]


def test_the_warning_names_character_code_and_person():
    assert (
        str(Missing("\U0002f9ab", "张三"))
        == "张三：“\U0002f9ab”（U+2F9AB）没有字体可印，纸上印为方框，请手工填写"
    )


def test_the_pcs_own_fonts_are_asked_last(pc_fonts, monkeypatch):
    """SimSun-ExtB by its Windows name; a face of ours stands in for it, with a character taken from the others."""
    shutil.copy(resources.path("fonts/NotoSansSC-Medium.ttf"), pc_fonts / "SimSunB.TTF")
    for name in FILES:
        monkeypatch.delitem(face(name).widths, "龘")
    fonts.forget_pc_faces()
    (run,) = face(SERIF).runs("龘")
    assert run.face is not None
    assert run.face.name == "simsunb"


def test_a_font_of_the_pc_that_is_broken_is_passed_over(pc_fonts, caplog):
    (pc_fonts / "simsunb.ttf").write_bytes(b"not a font at all, but long enough to be read")
    fonts.forget_pc_faces()
    assert fonts.pc_faces() == ()
    assert "simsunb.ttf" in caplog.text


def test_a_pc_without_windows_has_no_further_fonts(monkeypatch):
    monkeypatch.delenv("WINDIR", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    assert fonts.font_folders() == []
