"""The archive sheets: what stands on them, on which page, and that nothing is lost."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from models.core.jobs import finish
from models.core.journal import Change
from models.core.masks import Secret
from models.core.record import Refusal, Text
from models.office.settings import Office
from models.records import RECORDS
from reports.paper.page_mark import PageMark
from reports.person import sheets
from reports.person.changed_words import ChangeWords
from reports.person.person_file import FieldChange, PersonFile
from reports.person.sheets import SECTIONS, Copy
from tests.reports.person.files import CARD, FACTS, KINDS, LONG_NAME, SERVICE, overfull, usual

OFFICE = Office()


def printed(tmp_path, *people, name="卷.pdf", **copy):
    file = tmp_path / name
    written = finish(sheets.write_person_files(people, file, OFFICE, Copy(**copy)))
    return PdfReader(file), written


def words(page):
    """What a page says, without the spaces and line breaks of its layout."""
    return re.sub(r"\s", "", page.extract_text())


def all_words(pdf):
    return "".join(words(page) for page in pdf.pages)


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


@pytest.mark.parametrize("kind", KINDS)
def test_each_identity_has_the_form_of_its_kind_on_one_page(tmp_path, kind):
    pdf, _ = printed(tmp_path, usual(kinds=(kind,)), sections=["身份"])
    assert len(pdf.pages) == 1
    said = words(pdf.pages[0])
    assert "负责人签字" in said
    assert "年月日" in said
    assert "民政" not in said
    assert FACTS["name"] in said
    assert SERVICE["certificate"] in said


def test_a_kind_without_its_own_form_gets_the_general_one(tmp_path):
    pdf, _ = printed(tmp_path, usual(kinds=("将来的一种",)), sections=["身份"])
    assert "优抚对象身份认定审批表" in words(pdf.pages[0])


def test_the_parts_stand_in_the_order_of_the_volume(tmp_path):
    said = all_words(printed(tmp_path, usual())[0])
    titles = ["案卷题名", "卷内文件目录", "优抚对象登记表", "评定伤残等级审批表", "待遇发放记录", "走访慰问记录",
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


def test_empty_tables_say_none(tmp_path):
    pdf, _ = printed(
        tmp_path, PersonFile("李四", facts={"name": "李四"}), sections=["待遇", "走访", "医疗", "变更"]
    )
    assert len(pdf.pages) == 1
    assert words(pdf.pages[0]).count("无") == 5


def test_a_person_of_whom_little_is_known_gets_whole_forms(tmp_path):
    pdf, written = printed(tmp_path, PersonFile("李四"))
    assert written.pages == len(pdf.pages) == 7
    assert "一人一档编号（未编）" in words(pdf.pages[0])


def test_each_person_is_numbered_from_one(tmp_path):
    pdf, _ = printed(tmp_path, usual(1), usual(2, name="张三"))
    half = len(pdf.pages) // 2
    for number, page in enumerate(pdf.pages):
        assert f"第 {number % half + 1} 页 共 {half} 页" in page.extract_text()


def test_each_person_has_a_bookmark_to_the_first_page(tmp_path):
    pdf, _ = printed(tmp_path, usual(1), usual(2, name="欧阳娜娜"))
    titles = [entry.title for entry in pdf.outline]
    assert titles == ["马建国　6301030100001", "欧阳娜娜　6301030100002"]
    assert [pdf.get_destination_page_number(entry) for entry in pdf.outline] == [0, len(pdf.pages) // 2]


def test_on_both_sides_each_person_starts_on_a_fresh_sheet(tmp_path):
    one, two = usual(1), usual(2, name="张三")
    single, _ = printed(tmp_path, one, sections=["封面", "目录", "备考"])
    assert len(single.pages) == 3
    pdf, written = printed(tmp_path, one, two, sections=["封面", "目录", "备考"], double_sided=True)
    assert written.pages == len(pdf.pages) == 8
    assert [pdf.get_destination_page_number(entry) for entry in pdf.outline] == [0, 4]
    assert pdf.pages[3].extract_text() == pdf.pages[7].extract_text() == ""
    assert "共 3 页" in pdf.pages[4].extract_text()


def test_copies_that_leave_the_office_hide_numbers_phones_and_accounts(tmp_path):
    pdf, _ = printed(tmp_path, usual(kinds=KINDS), masked=True)
    said = all_words(pdf)
    secrets = ("630103195208010001", "630103195503120025", CARD, "13897123456", "13897000000", "13997001122",
               FACTS["insurance_no"], FACTS["pension_no"], "0971-8123456")  # fmt: skip
    assert [secret for secret in secrets if secret in said] == []
    assert "630103********0001" in said
    assert "138****3456" in said
    assert "************0018" in said
    assert "脱敏副本" in said
    assert not re.search(r"\d{17}[\dX]", said)


def test_a_wrong_number_in_the_journal_is_hidden_too(tmp_path):
    change = (
        usual()
        .changes[0]
        ._replace(secret=Secret.NUMBER, before="63010319530801001", after="630103195308010011")
    )
    said = all_words(printed(tmp_path, usual(changes=(change,)), masked=True, sections=["变更"])[0])
    assert "63010319530801" not in said


def test_a_masked_copy_hides_every_secret_of_every_kind_of_record():
    """Whatever the field is called: an account under another label, a telephone that is renamed, a landline."""
    for kind in RECORDS:
        for field in (each for each in kind._meta.sorted_fields if isinstance(each, Text)):
            if field.secret is Secret.OPEN:
                continue
            change = Change(
                before=json.dumps({field.column_name: "62284801"}), after=json.dumps({field.column_name: ""})
            )
            (told,) = ChangeWords().fields(kind, change)
            hidden = usual(
                changes=(FieldChange("", "", told.label, told.before, "", "", told.secret),)
            ).masked()
            assert "62284801" not in hidden.changes[0].before, field


@pytest.mark.parametrize(
    "name",
    [
        "number",
        "number_found",
        "phone",
        "other_phone",
        "employer_phone",
        "insurance_no",
        "pension_no",
        "veteran_card",
    ],
)
def test_each_secret_of_the_registration_sheet_is_hidden(name):
    told = replace(usual(), facts={**FACTS, name: "0971810012"}).masked().facts[name]
    assert "0971810012" not in told
    assert "*" in told


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


def test_the_contents_list_counts_pages(tmp_path):
    said = words(printed(tmp_path, usual(), sections=["目录"])[0].pages[0])
    assert "2020031513" not in said
    assert "202003151" in said
    assert "198101103-5复印件" in said


def test_rare_characters_are_printed_and_can_be_searched_for(tmp_path):
    name = "𬱖𠅤𬭎㛃䶮·"
    pdf, written = printed(tmp_path, usual(name=name))
    assert written.missing == ()
    assert name in words(pdf.pages[0])


def test_a_character_no_font_has_is_boxed_and_told(tmp_path):
    pdf, written = printed(tmp_path, usual(name="张\U0001f600"))
    assert [str(one) for one in written.missing] == [
        "张\U0001f600：“\U0001f600”（U+1F600）没有字体可印，纸上印为方框，请手工填写"
    ]
    assert " re " in pdf.pages[0].get_contents().get_data().decode("latin-1")


def test_fonts_are_embedded(tmp_path):
    pdf, _ = printed(tmp_path, usual())
    fonts = pdf.pages[0]["/Resources"]["/Font"]
    assert len(fonts) == 3
    for font in fonts.values():
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert "/FontFile2" in descriptor


def test_a_practice_archive_says_so_on_every_page(tmp_path):
    pdf, _ = printed(tmp_path, usual(), practice=True)
    assert all("演练" in words(page) for page in pdf.pages)
    assert "演练" not in all_words(printed(tmp_path, usual())[0])


def test_the_code_of_every_page_reads_back_from_paper(tmp_path):
    pdf, _ = printed(tmp_path, usual(), practice=True)
    marks = [PageMark.read(read(scan)) for scan in scans(tmp_path / "卷.pdf")]
    assert [mark.page for mark in marks] == list(range(1, len(pdf.pages) + 1))
    assert {mark.archive for mark in marks} == {"6301030100001"}
    assert {mark.pages for mark in marks} == {len(pdf.pages)}
    assert [mark.form for mark in marks][:4] == ["FM", "ML", "DJ", "DJ"]


def scans(file):
    """The pages as a grey scanner of 150 dpi sees them."""
    with pypdfium2.PdfDocument(file) as pdf:
        return [page.render(scale=150 / 72, grayscale=True).to_pil() for page in pdf]


def read(scan):
    """The code on a page that lies a little askew in the scanner."""
    return zxingcpp.read_barcode(scan.rotate(1.3, fillcolor=255)).text


def test_the_mark_tells_a_changed_page_from_the_old_one(tmp_path):
    def marks(**facts):
        person = usual()
        changed = usual(facts={**person.facts, **facts})
        printed(tmp_path, changed, sections=["封面", "登记表"])
        return [PageMark.read(read(scan)).print for scan in scans(tmp_path / "卷.pdf")]

    before, after = marks(), marks(phone="13800000000")
    assert before[0] == after[0]
    assert before[1] != after[1]


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


def test_an_old_file_stays_when_printing_fails(tmp_path):
    file = tmp_path / "卷.pdf"
    file.write_bytes(b"old")

    def people():
        yield usual()
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="gone"):
        finish(sheets.write_person_files(people(), file, OFFICE))
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_nobody_to_print_is_refused(tmp_path):
    with pytest.raises(Refusal, match="没有要打印的人员"):
        finish(sheets.write_person_files([], tmp_path / "卷.pdf", OFFICE))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_refused(tmp_path):
    with pytest.raises(Refusal, match="不能写入"):
        finish(sheets.write_person_files([usual()], tmp_path / "没有" / "卷.pdf", OFFICE))


def test_all_sections_are_the_default():
    assert Copy().sections == SECTIONS
