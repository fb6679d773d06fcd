"""The archive sheets: what stands on them, on which page, and that nothing is lost."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from models.core.jobs import finish
from models.core.record import Refusal
from models.printing.last_printed import LastPrinted
from reports.person import sheets
from reports.person.person_file import PersonFile
from reports.person.sheets import SECTIONS, USUAL_SECTIONS, Copy
from tests.reports.person.files import CARD, KINDS, LONG_NAME, overfull, usual
from tests.reports.person.printing import OFFICE, all_words, printed, words


def test_every_fact_of_a_person_is_printed(tmp_path):
    pdf, _ = printed(tmp_path, usual())
    said = all_words(pdf)
    missing = [value for value in usual().facts.values() if value.replace(" ", "") not in said]
    assert missing == []
    for value in (
        "青军A001234",
        "李秀英",
        "630103195503120025",
        CARD,
        "某村-001",
        "慰问金500元",
        "更正电话",
        "残疾抚恤金",
    ):
        assert value in said


def test_the_parts_stand_in_the_order_of_the_volume(tmp_path):
    said = all_words(printed(tmp_path, usual(), sections=SECTIONS, empty_tables=True)[0])
    titles = ["案卷题名", "卷内文件目录", "优抚对象登记表", "伤残人员登记信息表", "待遇发放记录", "走访慰问记录",
              "医疗救助记录", "变更登记", "档案查阅登记表", "卷内备考表"]  # fmt: skip
    places = [said.index(title) for title in titles]
    assert places == sorted(places)


def test_only_the_sections_asked_for_are_printed(tmp_path):
    pdf, _ = printed(tmp_path, usual(), sections=["目录", "备考"])
    assert len(pdf.pages) == 2
    assert "优抚对象登记表" not in words(pdf.pages[1])


def test_an_unknown_section_is_refused_with_those_there_are():
    with pytest.raises(Refusal, match="没有“照片”这一部分"):
        Copy(sections=["照片"])


def test_a_person_of_whom_little_is_known_gets_whole_forms(tmp_path):
    pdf, written = printed(tmp_path, PersonFile("李四"))
    assert written.pages == len(pdf.pages) == 4
    assert "一人一档编号（未编）" in words(pdf.pages[0])


def test_same_facts_same_bytes(tmp_path):
    for name in ("一.pdf", "二.pdf"):
        printed(tmp_path, usual(1), usual(2), name=name)
    assert (tmp_path / "一.pdf").read_bytes() == (tmp_path / "二.pdf").read_bytes()


def test_the_longest_file_loses_nothing(tmp_path):
    person = overfull()
    pdf, _ = printed(tmp_path, person)
    said = all_words(pdf)
    assert said.count("左下肢炮弹炸伤") >= 20
    assert said.count("龘") == 2800
    assert all(f"第{n}次更正" in said for n in range(200))
    assert all(f"第{n}份材料" in said for n in range(60))
    assert LONG_NAME[:20] in said
    assert LONG_NAME[-20:] in said
    assert all(f"马小{n}" in said for n in range(12))


def test_a_heading_is_repeated_on_every_page_of_its_table(tmp_path):
    pdf, _ = printed(tmp_path, overfull(), sections=["变更"])
    pages = [words(page) for page in pdf.pages]
    assert len(pages) > 5
    assert all("经办人" in page for page in pages[1:])
    for page in pages:  # no heading stands alone at the foot
        assert not page.endswith("变更登记（二）登记信息")


def test_a_character_no_font_has_is_boxed_and_told(tmp_path):
    pdf, written = printed(tmp_path, usual(name="张\U0001f600"))
    assert [str(one) for one in written.missing] == [
        "张\U0001f600：“\U0001f600”（U+1F600）没有字体可印，纸上印为方框，请手工填写"
    ]
    assert " re " in pdf.pages[0].get_contents().get_data().decode("latin-1")


def test_a_photo_is_printed_and_a_broken_one_is_said(tmp_path):
    picture = io.BytesIO()
    Image.new("RGB", (1200, 1700), "navy").save(picture, "PNG")
    pdf, _ = printed(tmp_path, usual(photo=picture.getvalue()), sections=["登记表"])
    assert [image.image.size for image in pdf.pages[0].images] == [(889, 1260)]
    pdf, _ = printed(tmp_path, usual(photo=picture.getvalue(), kinds=KINDS), sections=["登记表", "身份"])
    assert len(pdf.pages[0].images) == 1  # on ten forms, but kept once
    pdf, _ = printed(tmp_path, usual(photo=b"no picture"), sections=["登记表"])
    assert "无法读取" in words(pdf.pages[0])


def test_a_cancelled_job_leaves_nothing(tmp_path):
    job = sheets.write_person_files((usual(n) for n in range(1, 50)), tmp_path / "卷.pdf", OFFICE, total=49)
    step = next(job)
    assert (step.done, step.total, step.note) == (1, 49, "马建国")
    assert list(tmp_path.iterdir()) == [tmp_path / "卷.pdf.part"]
    job.close()
    assert list(tmp_path.iterdir()) == []


def test_nobody_to_print_is_refused(tmp_path):
    with pytest.raises(Refusal, match="没有要打印的人员"):
        finish(sheets.write_person_files([], tmp_path / "卷.pdf", OFFICE))
    assert list(tmp_path.iterdir()) == []


def test_every_section_is_printed_unless_said_otherwise_but_the_ledger_of_readers():
    assert Copy().sections == USUAL_SECTIONS
    assert set(SECTIONS) - set(USUAL_SECTIONS) == {"查阅"}


def test_each_part_of_a_file_is_told_with_its_pages_the_version_of_its_facts_and_the_codes_on_paper(tmp_path):
    pdf, written = printed(tmp_path, usual(), double_sided=True)
    assert [part.part for part in written.parts][:3] == ["封面", "卷内文件目录", "优抚对象登记表"]
    assert written.parts[0].first == 1
    for part in written.parts:
        assert len(part.codes) == part.last - part.first + 1
        for page, code in enumerate(part.codes, part.first):
            assert f"纸码{code}" in words(pdf.pages[page - 1])


def test_only_what_changed_since_it_was_printed_is_printed_again(tmp_path):
    someone = replace(usual(), uid="a")
    everything = printed(tmp_path, someone)[1]
    out = {(part.whose, part.part): LastPrinted(part.facts, "2020-08-01") for part in everything.parts}
    moved = replace(someone, family=())
    again = finish(sheets.write_person_files([moved, someone], tmp_path / "再.pdf", OFFICE, Copy(), 2, out))
    assert [(part.whose, part.part) for part in again.parts] == [("a", "优抚对象登记表")]
    assert again.people == 1
    with pytest.raises(Refusal, match="没有变化"):
        finish(sheets.write_person_files([someone], tmp_path / "再.pdf", OFFICE, Copy(), 1, out))


def test_the_version_of_a_part_does_not_depend_on_what_it_is_printed_with_or_when(tmp_path):
    someone = replace(usual(), uid="a")
    told = {part.part: part.facts for part in printed(tmp_path, someone)[1].parts}
    assert sheets.versions(someone, OFFICE) == told


def test_two_forms_of_the_same_name_are_two_parts(tmp_path):
    assert sheets._numbered(["伤残", "登记表", "伤残"]) == ["伤残", "登记表", "伤残（2）"]
