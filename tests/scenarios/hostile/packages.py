"""Hostile packages: workbooks, documents, packs and backups that unpack without end, name other places, call for files."""

from __future__ import annotations

import hashlib
import json
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable
from io import BytesIO

from models.pay.policy.policy_packs import MANIFEST, PACK_FORMAT, PACK_VERSION
from tests.scenarios.hostile.bombs import MB, deflated

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET_XML = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row></sheetData></worksheet>'
BOOK = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": SHEET_XML,
}  # fmt: skip
DOCUMENT = {
    "[Content_Types].xml": BOOK["[Content_Types].xml"],
    "word/document.xml": f'<w:document xmlns:w="{WORDS}"><w:body><w:p><w:r><w:t>〔姓名〕</w:t></w:r></w:p></w:body></w:document>',
}
OFFICE = " ".join(f'xmlns:{each}="urn:{each}"' for each in ("office", "table", "text"))
TABLES = {
    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
    "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:m"/>',
    "content.xml": f'<office:document-content {OFFICE}><office:body><office:spreadsheet><table:table table:name="a"><table:table-row><table:table-cell office:value-type="string"><text:p>姓名</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>',
}
TEN = dict(zip("bcdefghij", "abcdefghi", strict=True))
LAUGHS = (
    "<!DOCTYPE a [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {one} '{f'&{of};' * 10}'>" for one, of in TEN.items())
    + "]>"
)
CALLS = "<!DOCTYPE a [<!ENTITY j SYSTEM 'file:///etc/passwd'>]>"


def packed(parts: dict[str, str | bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", how) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def with_entity(parts: dict[str, str], part: str, declared: str) -> bytes:
    """A part that declares entities and uses the last of them in its words."""
    said = parts[part].replace("姓名", "&j;")
    return packed({**parts, part: declared + said})


def with_bomb(parts: dict[str, str], part: str, content: bytes, times: int) -> bytes:
    """A zip with one part more, whose packed bytes are made without unpacking them."""
    raw, base = (
        deflated(content, times),
        packed({each: words for each, words in parts.items() if each != part}),
    )
    end = base.rindex(b"PK\x05\x06")
    count, size, start = (
        struct.unpack_from("<H", base, end + 10)[0],
        *struct.unpack_from("<II", base, end + 12),
    )
    name, whole, check = part.encode(), min(len(content) * times, 0xFFFFFFFE), zlib.crc32(content)
    about = struct.pack("<HHHHHIII", 20, 0x800, 8, 0, 33, check, len(raw), whole)
    local = b"PK\x03\x04" + about + struct.pack("<HH", len(name), 0) + name + raw
    entry = (
        b"PK\x01\x02"
        + struct.pack("<H", 20)
        + about
        + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, start)
        + name
    )
    closing = struct.pack("<HHHHIIH", 0, 0, count + 1, count + 1, size + len(entry), start + len(local), 0)
    return base[:start] + local + base[start:end] + entry + b"PK\x05\x06" + closing


def with_names(parts: dict[str, str], *names: str) -> bytes:
    return packed({**parts, **dict.fromkeys(names, "MZ")})


def with_link(parts: dict[str, str], name: str) -> bytes:
    """A part that says it is a symbolic link to a folder outside."""
    out = BytesIO(packed(parts))
    with zipfile.ZipFile(out, "a") as package:
        link = zipfile.ZipInfo(name)
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        package.writestr(link, "/tmp")
    return out.getvalue()


def backup(files: dict[str, bytes], how: int = zipfile.ZIP_STORED, **more: object) -> bytes:
    """A backup that says rightly of each file what it is."""
    files = {"keys.json": b"{}", "archive.db": b"a" * 4096, **files}
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()} | more
    return packed({**files, "contents.json": json.dumps(hashes)}, how)


def deep(depth: int = 100_000) -> str:
    return "[" * depth + "]" * depth


OUTSIDE = ("../../坏.exe", "/tmp/youfu-坏.exe", "C:\\坏.exe", "..\\..\\坏.exe", "xl/../../坏.exe")


def _kinds() -> Iterable[tuple[str, object]]:
    for kind, parts, part in (
        ("workbook", BOOK, "xl/worksheets/sheet1.xml"),
        ("document", DOCUMENT, "word/document.xml"),
        ("table", TABLES, "content.xml"),
    ):
        yield f"{kind} that laughs", lambda parts=parts, part=part: with_entity(parts, part, LAUGHS)
        yield f"{kind} that calls for files", lambda parts=parts, part=part: with_entity(parts, part, CALLS)
        yield f"{kind} that names other places", lambda parts=parts: with_names(parts, *OUTSIDE)
        yield f"{kind} with a link", lambda parts=parts: with_link(parts, "xl/media/a")
        yield (
            f"{kind} that unpacks to four gigabytes",
            lambda parts=parts: with_bomb(parts, "docProps/core.xml", b"<a>" + b"a" * MB, 4096),
        )
        yield (
            f"{kind} that unpacks to half a gigabyte of elements",
            lambda parts=parts, part=part: with_bomb(parts, part, b"<a/>" * (MB // 4), 500),
        )
        yield (
            f"{kind} packed otherwise",
            lambda parts=parts: packed({**parts, "a.xml": bytes(64 * MB)}, zipfile.ZIP_BZIP2),
        )
        yield (
            f"{kind} packed in yet another way",
            lambda parts=parts: packed({**parts, "a.xml": bytes(64 * MB)}, zipfile.ZIP_LZMA),
        )
    yield (
        "workbook of a hundred megabytes of comments",
        lambda: packed(
            {**BOOK, "xl/comments1.xml": comments("<comment ref='A1'><text><t>{}</t></text></comment>")}
        ),
    )
    yield (
        "table of a hundred megabytes of comments",
        lambda: packed(
            {
                **TABLES,
                "content.xml": TABLES["content.xml"].replace(
                    "<text:p>",
                    comments("<office:annotation><text:p>{}</text:p></office:annotation>") + "<text:p>",
                    1,
                ),
            }
        ),
    )


def comments(one: str) -> str:
    """A hundred megabytes of them."""
    words = one.format("批注" * 500)
    return words * (100 * MB // len(words.encode()))


PACKAGES = dict(_kinds()) | {
    "XML that laughs": lambda: (LAUGHS + '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&j;</Workbook>').encode(),
    "XML that calls for files": lambda: (CALLS + '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&j;</Workbook>').encode(),
    "page without end": lambda: b"<html><table>" + b"<tr><td colspan=1000 rowspan=65000>a" * 2000,
    "page of tables in tables": lambda: b"<html>" + b"<table><tr><td>" * 200_000,
    "zip in zip in zip": lambda: packed({"a.zip": packed({"b.zip": packed({"c.zip": packed({"d": bytes(64 * MB)})})})}),
    "pack whose list has no end": lambda: with_bomb({}, MANIFEST, b" " * MB, 4096),
    "pack whose list is deep": lambda: packed({MANIFEST: deep()}),
    "pack packed otherwise": lambda: packed({MANIFEST: json.dumps({"format": PACK_FORMAT, "version": PACK_VERSION, "files": {}})}, zipfile.ZIP_LZMA),
    "backup that names other places": lambda: backup(dict.fromkeys(OUTSIDE, b"MZ")),
    "backup of an absolute place": lambda: backup({"/tmp/youfu-坏.exe": b"MZ"}),
    "backup of a place on a drive": lambda: backup({"C:/坏.exe": b"MZ"}),
    "backup of a place above": lambda: backup({"scans/../../坏.exe": b"MZ"}),
    "backup of a place above in the other slashes": lambda: backup({"..\\..\\坏.exe": b"MZ"}),
    "backup of a place beside without a name": lambda: backup({}, **{"": "00"}),
    "backup of places that are no words": lambda: packed({"keys.json": "{}", "contents.json": '[["keys.json"], {}]'}),
    "backup of numbers": lambda: packed({"keys.json": "{}", "contents.json": "7"}),
    "backup whose list is deep": lambda: packed({"contents.json": deep()}),
    "backup whose list has no end": lambda: with_bomb({}, "contents.json", b" " * MB, 4096),
    "backup that unpacks to four gigabytes": lambda: with_bomb(
        {"keys.json": "{}", "contents.json": json.dumps({"keys.json": "00", "archive.db": "00"})}, "archive.db", bytes(MB), 4096
    ),
    "backup that is packed": lambda: backup({"scans/aa/aa": bytes(400 * MB)}, zipfile.ZIP_DEFLATED),
    "backup with a link": lambda: with_link({"keys.json": "{}", "contents.json": json.dumps({"keys.json": hashlib.sha256(b"{}").hexdigest(), "scans/aa": hashlib.sha256(b"/tmp").hexdigest()})}, "scans/aa"),
}  # fmt: skip
