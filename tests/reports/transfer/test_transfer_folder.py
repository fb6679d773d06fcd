"""A transfer to the archive bureau, made of an archive on disk."""

from __future__ import annotations

import csv
import hashlib
import shutil
import subprocess
import xml.etree.ElementTree as ET

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from models.archive import scans
from models.core import journal
from models.core.jobs import finish
from models.core.record import Refusal
from models.office import roles
from models.people import materials
from models.people.materials import CatalogueLine
from models.people.person import Person
from models.transfers.transfer import Transfer, TransferredVolume
from reports.transfer.transfer_folder import TransferOrder, write_transfer
from tests.reports.pdf.pdfa_rules import broken
from tests.reports.transfer.papers import USER, changed, keep, page, saved, scanner_pdf, stamped


@pytest.fixture
def transfer(tmp_path):
    def make(receiver="区档案馆", out=tmp_path / "移交"):
        people = Person.select().order_by(Person.id)
        return out, finish(write_transfer(TransferOrder(USER, receiver), people, people.count(), out))

    return make


@pytest.fixture
def filed(person, tmp_path):
    """Somebody with a paper of two scans and one of a PDF."""
    someone = person(name="马建国", volume=1)
    keep(
        someone, "评残审批表", ("一.jpg", saved(page(), "JPEG")), ("横.png", saved(page("L", (900, 600)), "PNG")), folder=tmp_path
    )  # fmt: skip
    keep(someone, "立功证书", ("二.pdf", saved(page(), "PDF", resolution=75)), folder=tmp_path)
    return someone


def rows(file):
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_everybody_has_one_file_that_keeps_the_rules_of_archives(filed, person, transfer):
    person(name="李四𬱖", volume=2)
    out, made = transfer()
    files = sorted((out / "档案").iterdir())
    assert [each.name[:8] for each in files] == ["0001_马建国", "0002_李四𬱖"]
    assert [broken(each) for each in files] == [[], []]
    assert made.people == 2
    assert made.pages == sum(len(PdfReader(each).pages) for each in files)


def test_scans_lie_where_their_papers_lie_in_the_volume(filed, transfer):
    out, _ = transfer()
    (file,) = (out / "档案").iterdir()
    reader = PdfReader(file)
    said = [each.extract_text() for each in reader.pages]
    first = next(n for n, words in enumerate(said) if "件号 1" in words and "页号 1" in words)
    assert [("件号 1" in words, "件号 2" in words) for words in said[first : first + 3]] == [
        (True, False), (True, False), (False, True),
    ]  # fmt: skip
    assert all("/XObject" in reader.pages[n]["/Resources"] for n in range(first, first + 3))
    assert reader.pages[first + 1].mediabox.width > reader.pages[first + 1].mediabox.height, (
        "across as it lies"
    )
    assert {"评残审批表", "立功证书"} <= {each["/Title"] for each in reader.outline}


def test_the_sheets_keep_the_pages_that_they_have_on_paper(filed, transfer):
    out, _ = transfer()
    (file,) = (out / "档案").iterdir()
    assert any(
        "件号 3" in each.extract_text() and "页号 4" in each.extract_text() for each in PdfReader(file).pages
    )
    pieces = rows(out / "清单" / "卷内文件目录.csv")
    assert [each["页号"] for each in pieces][:3] == ["1-2", "3", pieces[2]["页号"]]


def test_a_scan_that_cannot_be_taken_in_is_told_and_never_silently_left_out(
    filed, person, transfer, monkeypatch
):
    kept = next(iter(next(iter(filed.materials)).scans))
    read = scans.read_scan
    monkeypatch.setattr(scans, "read_scan", lambda name: b"%PDF-gone" if name == kept.sha256 else read(name))
    out, made = transfer()
    assert made.left_out == 1
    (told,) = rows(out / "清单" / "未能转入.csv")
    assert (out / told["原件放在"]).read_bytes() == b"%PDF-gone"
    (file,) = (out / "档案").iterdir()
    said = "".join(each.extract_text() for each in PdfReader(file).pages).replace("\n", "")
    assert "没有转入本卷" in said
    assert broken(file) == []
    assert TransferredVolume.get().not_converted == 1


def test_a_scan_that_cannot_even_be_read_is_told_too(filed, transfer):
    kept = next(iter(next(iter(filed.materials)).scans))
    scans._path(kept.sha256).unlink()
    out, made = transfer()
    (told,) = rows(out / "清单" / "未能转入.csv")
    assert (made.left_out, told["原件放在"]) == (1, "读不出，未放入")


def test_a_paper_without_a_scan_is_told_to_lie_in_the_box_alone(filed, transfer):
    materials.receive(filed, CatalogueLine(title="身份证复印件", author="公安机关"), USER)
    out, made = transfer()
    assert made.only_paper == 1
    pieces = {each["题名"]: each["电子件"] for each in rows(out / "清单" / "卷内文件目录.csv")}
    assert (pieces["评残审批表"], pieces["身份证复印件"]) == ("扫描件2份", "没有扫描件，只在纸质案卷里")
    assert pieces["优抚对象登记表"] == "本程序生成"


def test_everything_that_came_out_is_in_the_list_by_its_true_hash(filed, transfer):
    out, made = transfer()
    listed = dict(line.split("  ")[::-1] for line in (out / "SHA256SUMS.txt").read_text("utf-8").splitlines())
    there = {each.relative_to(out).as_posix(): each for each in out.rglob("*") if each.is_file()}
    del there["SHA256SUMS.txt"]
    assert {name: hashlib.sha256(each.read_bytes()).hexdigest() for name, each in there.items()} == listed
    assert made.list_hash == hashlib.sha256((out / "SHA256SUMS.txt").read_bytes()).hexdigest()
    (row,) = rows(out / "清单" / "案卷移交清单.csv")
    assert listed[row["文件"]] == row["SHA-256"]
    assert listed[row["元数据"]] == row["元数据SHA-256"]


def test_the_pages_of_a_volume_are_the_same_in_every_list_and_those_of_its_file_are_told_beside(
    filed, transfer
):
    out, made = transfer()
    (row,) = rows(out / "清单" / "案卷移交清单.csv")
    sheet = load_workbook(out / "清单" / "案卷移交清单.xlsx").worksheets[0]
    heads, first = list(sheet.values)[2:4]
    signed = dict(zip(heads, first, strict=True))
    assert [row["件数"], row["页数"]] == [str(signed[head] or "") for head in ("件数", "页数")]
    assert row["电子文件页数"] == str(made.pages)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum here")
def test_it_is_verified_without_this_program(filed, transfer):
    out, _ = transfer()
    check = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS.txt"]
    assert subprocess.run(check, cwd=out, check=False).returncode == 0
    (file,) = (out / "档案").iterdir()
    file.write_bytes(file.read_bytes() + b"\n")
    assert subprocess.run(check, cwd=out, check=False, capture_output=True).returncode == 1


def test_lists_for_the_pen_and_the_sheet_that_explains_go_along(filed, transfer):
    out, _ = transfer()
    assert {"案卷目录.pdf", "案卷目录.xlsx", "案卷移交清单.pdf", "案卷移交清单.xlsx"} <= {
        each.name for each in (out / "清单").iterdir()
    }
    words = (out / "说明.txt").read_text("utf-8-sig")
    assert "区档案馆" in words
    assert "{" not in words
    assert (out / "verify.ps1").read_bytes().startswith("\ufeff".encode()), "PowerShell 5.1 reads it as UTF-8"


def test_metadata_belong_to_the_file_of_their_name(filed, transfer):
    out, _ = transfer()
    (file,), (metadata,) = (out / "档案").iterdir(), (out / "元数据").iterdir()
    assert file.stem == metadata.stem
    assert f"档案/{file.name}" in {each.text for each in ET.parse(metadata).iter()}


def test_the_transfer_is_remembered_as_an_entry(filed, transfer):
    out, made = transfer()
    kept = Transfer.get()
    assert (kept.receiver, kept.folder_name, kept.list_hash) == ("区档案馆", out.name, made.list_hash)
    assert (
        journal.Entry.select().order_by(journal.Entry.number.desc()).get().title == "归档移交给区档案馆：移交"
    )
    (volume,) = kept.volumes
    assert hashlib.sha256((out / volume.file_name).read_bytes()).hexdigest() == volume.file_hash


def test_nothing_is_overwritten(filed, transfer):
    transfer()
    with pytest.raises(Refusal, match="移交不会覆盖任何东西"):
        transfer()
    assert Transfer.select().count() == 1


def test_a_transfer_that_is_cancelled_leaves_nothing(filed, tmp_path):
    job = write_transfer(TransferOrder(USER), Person.select(), 1, tmp_path / "x")
    next(job)
    job.close()
    assert not list(tmp_path.glob("x*"))
    assert not Transfer.select().exists()


def test_who_may_not_hand_over_is_told_before_anything_is_written(filed, tmp_path):
    roles.give("李明", "查询", USER)
    with pytest.raises(Refusal, match="档案"):
        finish(write_transfer(TransferOrder("李明"), Person.select(), 1, tmp_path / "x"))
    assert not list(tmp_path.glob("x*"))


def test_two_people_of_one_name_have_files_of_their_own(person, transfer):
    for _ in range(2):
        person(name="张/三")
    out, _ = transfer()
    assert len(list((out / "档案").iterdir())) == 2


def test_a_page_that_became_a_picture_is_told_with_its_reason(person, transfer, tmp_path):
    someone = person(name="马建国", volume=1)
    scan = changed(
        scanner_pdf(page("1"), page("1")), lambda each: None if each.page_number else stamped(each)
    )
    keep(someone, "立功证书", ("功.pdf", scan), folder=tmp_path)
    out, _ = transfer()
    (told,) = rows(out / "清单" / "转成图像.csv")
    assert (told["姓名"], told["扫描件"], told["第几页"]) == ("马建国", "功.pdf", "1")
    assert "批注" in told["没有原样转入的原因"]
    assert "转成图像的PDF扫描页：1页，见“清单/转成图像.csv”" in (out / "说明.txt").read_text("utf-8-sig")
