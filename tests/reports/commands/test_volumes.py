"""Commands about volumes: their lists and the labels of boxes."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.factories import combatant, roster


@pytest.fixture
def filled(folder, run, tmp_path):
    run(
        "import",
        folder,
        roster(tmp_path / "参战.xlsx", combatant("张三"), combatant("李四")),
        "--user",
        "王芳",
    )
    return folder


def test_a_list_is_made_of_those_found(filled, run, tmp_path):
    status, said, _ = run("volumes", filled, "案卷移交清单", tmp_path / "x.xlsx", "张三", "--user", "王芳")
    assert (status, said) == (0, f"{tmp_path / 'x.xlsx'}：已写好\n")
    cells = [cell.value for row in load_workbook(tmp_path / "x.xlsx").active.iter_rows() for cell in row]
    assert any("张三优抚档案" in str(cell) for cell in cells)
    assert not any("李四" in str(cell) for cell in cells)


def test_labels_are_made_for_boxes_of_a_breadth(filled, run, tmp_path):
    assert run("volumes", filled, "盒签", tmp_path / "x.pdf", "--spine", "20", "--user", "王芳")[0] == 0
    assert "0001-0002" in PdfReader(tmp_path / "x.pdf").pages[0].extract_text()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("目录", "x.pdf"), "没有“目录”，可选：盒签、案卷目录"),
        (("盒签", "x.pdf", "--spine", "35"), "20、30、40、50毫米"),
        (("案卷目录", "x.docx"), "只能写成 .pdf 或 .xlsx"),
        (("去世满五年应移交的案卷", "x.pdf"), "没有去世满五年的人的案卷"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence_and_nothing_is_written(filled, run, tmp_path, words, complaint):
    name, out, *more = words
    status, _, said = run("volumes", filled, name, tmp_path / out, *more, "--user", "王芳")
    assert status == 2
    assert complaint in said
    assert not (tmp_path / out).exists()
