"""The parsers that are ours 自己写的读取程序: what strangers' bytes each reads, good ones to begin from, and how it may refuse."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import xlwt
from hypothesis import strategies as st

from models.archive import key_file
from models.backups.backup import hashes_in
from models.backups.backup_contents import read_contents
from models.core.record import Refusal
from models.imports.list_days import saved_at
from models.imports.workbooks.parts import Unfit
from models.imports.workbooks.workbook import read_spreadsheet
from models.incoming.pdf_check import count_pdf_pages
from models.pay.policy.policy_packs import MANIFEST, PACK_FORMAT, PACK_VERSION, read_policy_pack
from reports.form_books.book_parts import FormBook
from reports.paper.page_mark import read_code
from reports.superior_forms.own_documents import blanks_in
from reports.superior_forms.word_grids import WordForm, grids_of
from resources.version_words import version_words
from tests.fuzz.mutations import mutated, mutated_parts
from tests.models.archive.papers import pdf
from tests.models.updates.conftest import version_resource
from tests.scenarios.hostile.packages import BOOK, DOCUMENT, TABLES, backup, packed

WORDS = (
    ["姓名", "身份证号", "金额", "发放月份"],
    ["马建国", "63010119500101001X", "1,280.50", "2020年8月"],
    ["合计", "", "1280.5", ""],
)
PAGE_OF_TABLE = (
    "<html><meta charset=gb2312><table><tr><th>姓名<th>金额<tr><td rowspan=2>马建国<td>1<tr><td>2</table>"
)
XML_BOOK = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row ss:Index="2"><Cell ss:MergeDown="1"><Data ss:Type="String">姓名</Data></Cell><Cell ss:Index="4"><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet></Workbook>'
ABOUT = {
    "at": "2020-08-01T09:00:00",
    "reason": "日终",
    "folder": "档案库",
    "archive": "a",
    "counts": {"person": 1},
    "salt": "00",
}
HEAD = {"number": 1, "at": "2020-08-01T09:00:00", "hash": "00"}  # fmt: skip


class OurParser(NamedTuple):
    """What it is called, how it is fed, what reads it, and what it may say of bytes that it does not want."""

    name: str
    fed: Callable[[], st.SearchStrategy[bytes]]
    read: Callable[[bytes, Path], Any]
    refuses: tuple[type[Exception], ...] = (Refusal,)


def _old_book() -> bytes:
    out, book = BytesIO(), xlwt.Workbook()
    sheet = book.add_sheet("名册")
    for row, cells in enumerate(WORDS):
        for column, words in enumerate(cells):
            sheet.write(row, column, words)
    sheet.write(5, 0, xlwt.Formula("SUM(A1:A3)"))
    book.save(out)
    return out.getvalue()


def _new_book() -> bytes:
    out, book = BytesIO(), openpyxl.Workbook()
    for row in WORDS:
        book.active.append(row)
    book.active.merge_cells("A5:B6")
    book.active["A5"] = "=SUM(C2:C3)"
    book.save(out)
    return out.getvalue()


def _pack() -> bytes:
    rows = "number,title\n1,文件\n"
    files = {"documents.csv": {"rows": 1, "sha256": hashlib.sha256(rows.encode()).hexdigest()}}
    told = {
        "format": PACK_FORMAT,
        "version": PACK_VERSION,
        "office": "a",
        "made_on": "2020-08-01",
        "files": files,
    }
    return packed({MANIFEST: json.dumps(told), "documents.csv": rows})


def _in_file(read: Callable[[Path], Any], ending: str) -> Callable[[bytes, Path], Any]:
    def of_bytes(content: bytes, folder: Path) -> Any:
        file = folder / f"来的{ending}"
        file.write_bytes(content)
        return read(file)

    return of_bytes


def _workbook(file: Path) -> None:
    read_spreadsheet(file)
    saved_at(file)


def _form_book(file: Path) -> None:
    sheets = read_spreadsheet(file).sheets
    book = FormBook(file, sheets)
    for sheet in book.sheets:
        book.options(sheet.name, book.text(sheet.part), 1, 0)
    book.day_parts("1")


def _form_document(file: Path) -> None:
    document = WordForm(file)
    grids_of(document.fresh())
    blanks_in(document)


def _about_backup(content: bytes, folder: Path) -> None:
    about, _, head = content.partition(b"\n")
    read_contents(about, head)


DAMAGED = (ValueError, KeyError, RecursionError, TypeError, AttributeError)
PARSERS = {
    each.name: each
    for each in (
        OurParser("xls", lambda: mutated([_old_book()]), _in_file(_workbook, ".xls")),
        OurParser("xlsx", lambda: mutated_parts([_new_book(), packed(BOOK)]), _in_file(_workbook, ".xlsx")),
        OurParser("ods", lambda: mutated_parts([packed(TABLES)]), _in_file(_workbook, ".ods")),
        OurParser("docx", lambda: mutated_parts([packed(DOCUMENT)]), _in_file(_workbook, ".docx")),
        OurParser("zip", lambda: mutated([_new_book(), packed(TABLES)]), _in_file(_workbook, ".xlsx")),
        OurParser("html", lambda: mutated([PAGE_OF_TABLE.encode("gb18030")]), _in_file(_workbook, ".xls")),
        OurParser("xml", lambda: mutated([XML_BOOK.encode()]), _in_file(_workbook, ".xml")),
        OurParser("text", lambda: mutated(["\n".join(map(",".join, WORDS)).encode(each) for each in ("utf-8", "gb18030", "utf-16")]), _in_file(_workbook, ".csv")),
        OurParser("form", lambda: mutated_parts([_new_book(), packed(BOOK)]), _in_file(_form_book, ".xlsx")),
        OurParser("form-docx", lambda: mutated_parts([packed(DOCUMENT)]), _in_file(_form_document, ".docx"), (Unfit, SyntaxError)),
        OurParser("pdf", lambda: mutated([pdf(2)]), lambda content, _: count_pdf_pages(content)),
        OurParser("backup", lambda: st.one_of(mutated([backup({})]), mutated_parts([backup({})])), _in_file(hashes_in, ".youfu")),
        OurParser("about-backup", lambda: mutated([json.dumps(ABOUT).encode() + b"\n" + json.dumps(HEAD).encode()]), _about_backup, DAMAGED),
        OurParser("pack", lambda: st.one_of(mutated([_pack()]), mutated_parts([_pack()])), _in_file(read_policy_pack, ".zip")),
        OurParser("keys", lambda: mutated([b'{"archive":"a","format":1,"seal":"00","sha256":"00"}']), lambda content, _: key_file.parsed_key_file(content), DAMAGED),
        OurParser("setup", lambda: mutated([b"MZ" + version_resource(ProductName="优抚一人一档", ProductVersion="1.2.3")]), lambda content, _: version_words(content)),
        OurParser("code", lambda: mutated([b"YF1:0123456789ABCDEF:1:2:8F"]), lambda content, _: read_code(content.decode("latin-1")), (ValueError,)),
    )
}  # fmt: skip
