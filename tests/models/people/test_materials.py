"""Papers of a file: the catalogue, what is missing, and scans."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from models import proof
from models.archive import scans
from models.core import journal
from models.core.jobs import finish
from models.core.record import Invalid, Refusal
from models.people import materials
from models.people.materials import CatalogueLine, Material, attach_scan, catalogue, change_catalogue, missing
from models.undo.undo import undo


def titles(lines):
    return {line.title for line in lines}


def test_the_default_catalogue_is_the_offices_until_it_makes_its_own(archive):
    assert [line.number for line in catalogue()][:3] == [1, 2, 3]
    own = [CatalogueLine(title="体检表", author="医院", applies="all", required=True), *catalogue()]
    change_catalogue(own, "王芳")
    assert [line.title for line in catalogue()][:2] == ["体检表", "优抚对象登记(信息采集)表"]
    undo(1, "王芳")
    assert catalogue()[0].title == "优抚对象登记(信息采集)表"


def test_missing_papers_are_those_the_identities_require(identity):
    someone = identity(kind="参战退役人员").person
    lacking = titles(missing(someone))
    assert {
        "本人申请书",
        "身份认定依据(参战、参试档案记载、证明)",
        "退役证件(退伍证、复员证、转业证)复印件",
    } <= lacking
    assert "烈士/因公牺牲/病故证明书复印件、亲属关系证明" not in lacking
    with journal.entry("登记材料", "王芳"):
        Material(person=someone, number=1, title="本人申请书").save()
    assert titles(missing(someone)) == lacking - {"本人申请书"}


def test_survivors_need_no_discharge_papers(identity):
    survivor = identity(kind="三属", category="烈士遗属").person
    assert "退役证件(退伍证、复员证、转业证)复印件" not in titles(missing(survivor))


def test_who_is_not_paid_needs_no_bank_card(identity):
    assert "银行卡(社保卡“一卡通”)复印件" in titles(missing(identity(state="享受待遇").person))
    assert "银行卡(社保卡“一卡通”)复印件" not in titles(missing(identity(state="停发").person))


def test_a_paper_needs_a_title(person):
    someone = person()
    with pytest.raises(Invalid, match="请填写材料的题名"), journal.entry("登记材料", "王芳"):
        Material(person=someone, number=1).save()


@pytest.fixture
def picture(tmp_path):
    file = tmp_path / "身份证.png"
    drawn = io.BytesIO()
    Image.new("RGB", (60, 80), "white").save(drawn, "PNG")
    file.write_bytes(drawn.getvalue())
    return file


@pytest.fixture
def scanned(person, picture):
    """A scan of a paper in somebody's file."""
    someone = person()
    with journal.entry("扫描", "王芳"):
        paper = Material(person=someone, number=1, title="居民身份证复印件")
        paper.save()
        return attach_scan(paper, picture)


def test_a_scan_is_kept_encrypted_and_counts_the_pages(archive, scanned, picture):
    with journal.entry("再扫一页", "王芳"):
        attach_scan(Material.get(), picture)
    assert Material.get().pages == 2
    assert scans.read_scan(scanned.sha256) == picture.read_bytes()
    assert b"PNG" not in b"".join(
        each.read_bytes() for each in (archive / "scans").rglob("*") if each.is_file()
    )


def test_a_broken_picture_is_refused_and_leaves_nothing(person, tmp_path):
    file = tmp_path / "坏.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n broken")
    paper = Material(person=person(), number=1, title="身份证")

    def scan():
        with journal.entry("扫描", "王芳"):
            paper.save()
            attach_scan(paper, file)

    with pytest.raises(Refusal):
        scan()
    assert materials.Scan.select().count() == Material.select().count() == 0


def test_a_changed_byte_in_a_scan_is_noticed(archive, scanned):
    assert proof.check_archive() == []
    (file,) = [each for each in (archive / "scans").rglob("*") if each.is_file()]
    whole = bytearray(file.read_bytes())
    for place in (0, 11, 12, len(whole) // 2, len(whole) - 1):
        spoilt = bytearray(whole)
        spoilt[place] ^= 1
        file.write_bytes(spoilt)
        assert proof.check_archive() != []
        with pytest.raises(Refusal):
            scans.read_scan(scanned.sha256)
    file.unlink()
    assert proof.check_archive() != []


def a_scan(folder, name="甲.png", colour="white"):
    file = folder / name
    Image.new("L", (60, 80), colour).save(file)
    return file


def test_papers_are_numbered_anew_and_taken_out_with_their_scans(person, tmp_path):
    someone = person()
    with journal.entry("登记材料", "王芳"):
        papers = [Material.create(person=someone, title=title) for title in "甲乙丙"]
        attach_scan(papers[0], a_scan(tmp_path))
    with journal.entry("调整顺序", "王芳"):
        materials.renumber([papers[2], papers[0], papers[1]])
    assert [paper.title for paper in materials.materials_in_order(someone)] == ["丙", "甲", "乙"]
    with journal.entry("取出材料", "王芳"):
        materials.take_out(papers[0])
    assert [paper.title for paper in materials.materials_in_order(someone)] == ["丙", "乙"]
    assert not someone.scans.count()


def test_the_page_count_follows_when_a_scan_is_taken_away(person, tmp_path):
    someone = person()
    with journal.entry("登记材料", "王芳"):
        paper = Material.create(person=someone, title="甲")
        first, second = (
            attach_scan(paper, a_scan(tmp_path)),
            attach_scan(paper, a_scan(tmp_path, "乙.png", "black")),
        )
    assert Material.get().pages == 2
    with journal.entry("删除扫描件", "王芳"):
        materials.detach(first)
    assert Material.get().pages == 1
    assert [(scan.id, scan.position) for scan in paper.scans] == [(second.id, 1)]


def test_scans_come_in_as_one_entry_and_none_of_them_when_one_is_broken(person, tmp_path):
    someone = person()
    line = catalogue()[1]
    paper = finish(
        materials.attach_scans(someone, line, [a_scan(tmp_path), a_scan(tmp_path, "乙.png", "black")], "王芳")
    )
    assert (paper.title, paper.number, paper.pages) == ("本人申请书", 1, 2)
    assert journal.history_of(someone.uid)[-1][0].title == "收入张三的材料“本人申请书”"

    broken = tmp_path / "坏.pdf"
    broken.write_bytes(b"%PDF-1.4")
    with pytest.raises(Refusal, match=r"“坏\.pdf”没有收入"):
        finish(materials.attach_scans(someone, paper, [a_scan(tmp_path, "丙.png", "red"), broken], "王芳"))
    assert someone.scans.count() == 2


def test_a_paper_without_a_scan_is_entered_under_the_next_number(person):
    someone = person()
    for line in catalogue()[:2]:
        materials.receive(someone, line, "王芳")
    assert [(m.number, m.title, m.pages) for m in materials.materials_in_order(someone)] == [
        (1, "优抚对象登记(信息采集)表", None),
        (2, "本人申请书", None),
    ]
