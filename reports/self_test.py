"""The self-test: what a PC must be able to do for this program, tried out and told; the part that needs no window.

Everything happens in a folder that is thrown away afterwards: nothing of the office's is read or written.
"""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from models import proof, store
from models.backups.backup import back_up, restore
from models.core.jobs import finish
from models.core.record import Refusal
from models.devices.card_readers import READER_FAULTS, VendorsReader
from models.imports.workbooks import workbook
from models.office import settings
from models.people import search
from models.people.person import Person
from models.practice import filling
from reports.paper import fonts
from reports.person import gathering, people_roster, sheets
from reports.signed_papers.pile import scan_in
from resources import parts

Trial = tuple[str, Callable[[Path], str]]  # its name, and what tries it in a folder and tells what was found

TEST_PEOPLE = 12
USER, PASSWORD = "自检", "自检用的密码-2020"
RARE_SAMPLE = "镕堃𠅤𬱖"  # characters of names, two of them beyond the usual plane
SQLITE = b"SQLite format 3"  # how a file begins that is not encrypted


def database(folder: Path) -> str:
    """An encrypted archive is made, filled, closed, opened again, and refuses a wrong password."""
    place = folder / "档案库"
    store.create(place, USER, PASSWORD)
    with store.session(place, USER, PASSWORD) as opened:
        finish(filling.fill_archive(TEST_PEOPLE, opened.user))
    try:
        with store.session(place, USER, "另一个密码"):
            raise AssertionError("opened with a wrong password")
    except Refusal:
        pass
    with store.session(place, USER, PASSWORD):
        people, faults = Person.select().count(), proof.check_archive()
    assert people == TEST_PEOPLE
    assert not faults, faults
    return f"写入并读回{people}人"


def encryption(folder: Path) -> str:
    """Neither the database nor a backup can be read without the key, and a backup comes back whole."""
    place, kept = folder / "档案库", folder / "备份.youfu"
    assert (place / "archive.db").read_bytes()[: len(SQLITE)] != SQLITE
    with store.session(place, USER, PASSWORD):
        name = str(Person.select().first().name).encode()
        finish(back_up(kept))
    assert name not in (place / "archive.db").read_bytes()
    assert name not in kept.read_bytes()
    finish(restore(kept, folder / "恢复"))
    with store.session(folder / "恢复", USER, PASSWORD):
        assert Person.select().count() == TEST_PEOPLE
    return "文件已加密，备份能恢复"


def typefaces_shipped(folder: Path) -> str:
    """The shipped faces are there and have rare characters."""
    faces = [fonts.face(name) for name in (fonts.SERIF, fonts.BOLD, fonts.SANS)]
    lacking = [
        character for character in RARE_SAMPLE if not any(ord(character) in face.glyphs for face in faces)
    ]
    assert not lacking, lacking
    return f"随带{len(faces)}种字体，生僻字齐全；本机补充{len(fonts.pc_faces())}种"


def paper(folder: Path) -> str:
    """Files of people are written as PDF, and what was written can be read."""
    out = folder / "一人一档.pdf"
    with store.session(folder / "档案库", USER, PASSWORD):
        everybody = search.find_people()
        written = finish(
            sheets.write_person_files(
                gathering.of_all(everybody), out, settings.office(), sheets.Copy(), TEST_PEOPLE
            )
        )
        name = str(everybody.first().name)
    pages = PdfReader(out).pages
    assert len(pages) == written.pages
    assert any(name in page.extract_text().replace(" ", "") for page in pages[:3])
    return f"{written.people}人{written.pages}页"


def scanning(folder: Path) -> str:
    """What was printed is read as a scan, and every page finds its file."""
    with store.session(folder / "档案库", USER, PASSWORD):
        found = finish(scan_in([folder / "一人一档.pdf"], USER))
    assert found.filed, found
    assert not [*found.stale, *found.unknown], found
    return f"归档{len(found.filed)}页"


def books(folder: Path) -> str:
    """A roster is written as a workbook, and read back."""
    out = folder / "花名册.xlsx"
    with store.session(folder / "档案库", USER, PASSWORD):
        people_roster.write_roster_workbook(people_roster.Roster.of(search.find_people(), maker=USER), out)
    [sheet] = workbook.read_spreadsheet(out).sheets
    assert len(sheet.rows) > TEST_PEOPLE
    return f"写出并读回{len(sheet.rows)}行"


def documents(folder: Path) -> str:
    """A letter is written as a Word file."""
    from docx import Document

    letter = Document()
    letter.add_paragraph("自检")
    letter.save(str(folder / "函.docx"))
    assert Document(str(folder / "函.docx")).paragraphs[0].text == "自检"
    return "写出并读回一份"


def card_reader(folder: Path) -> str:
    """The helper for card readers runs: it tells of a DLL that is no reader's that it is none."""
    if sys.platform != "win32":
        return "只在 Windows 上使用"
    told = ""
    try:
        VendorsReader(str(Path(sys.executable).parent / "runtime" / "python311.dll")).read()
    except Refusal as refusal:
        told = str(refusal)
    assert told == READER_FAULTS["names"], told
    return "读卡器的驱动在单独的进程里运行"


TRIALS: tuple[Trial, ...] = (
    ("数据库", database),
    ("加密与备份", encryption),
    ("字体", typefaces_shipped),
    ("打印文件（PDF）", paper),
    ("扫描归档", scanning),
    ("工作簿", books),
    ("Word文件", documents),
    ("读卡器程序", card_reader),
)


def tried(trials: Iterable[Trial], folder: Path) -> Iterator[dict[str, Any]]:
    """Try one after the other; a failed one is told with its traceback and hinders none of the others."""
    for name, attempt in trials:
        try:
            told, ok = attempt(folder), True
        except Exception:
            told, ok = traceback.format_exc(), False
        yield {"check": name, "ok": ok, "said": told}


def system() -> dict[str, str]:
    """What this is running on."""
    return {
        "version": parts.version(),
        "python": platform.python_version(),
        "system": platform.platform(),
        "program": sys.executable,
    }
