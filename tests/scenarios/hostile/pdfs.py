"""Hostile PDFs: pages without end, boxes without measure, what runs by itself, streams that unpack to gigabytes."""

from __future__ import annotations

from tests.scenarios.hostile.bombs import MB, zlib_stream

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>"
LAUGHS = 9  # levels of ten


def pdf(*objects: bytes, root: bytes = b"<< /Type /Catalog /Pages 2 0 R >>") -> bytes:
    """A PDF of these objects, counted from 2; the catalogue is 1."""
    out, places = b"%PDF-1.7\n", []
    for number, words in enumerate((root, *objects), start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, words)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + table + end


def pages(kids: bytes = b"3 0 R", count: int = 1) -> bytes:
    return b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, count)


def stream(data: bytes, about: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), about, data)


def boxed(box: bytes) -> bytes:
    return pdf(pages(), PAGE.replace(b"0 0 595 842", box))


def drawing(objects: list[bytes], content: bytes, names: bytes) -> bytes:
    """One page whose content is object 4, with these XObjects by their names."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << %b >> >> >>"
    return pdf(pages(), page % names, stream(content), *objects)


def huge_picture(bits: int) -> bytes:
    rows = zlib_stream(bytes(60_000 * bits // 8), 60_000)
    about = b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /Filter /FlateDecode /BitsPerComponent %d /ColorSpace /%b"
    told = about % ((1, b"DeviceGray") if bits == 1 else (8, b"DeviceRGB"))
    return drawing([stream(rows, told)], b"595 0 0 842 0 0 cm /A Do", b"/A 5 0 R")


def laughing_drawing() -> bytes:
    """Forms that each draw the next ten times."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A %d 0 R >> >>"
    forms = [stream(b"/A Do " * 10, form % (number + 6)) for number in range(LAUGHS)]
    last = stream(b"0 0 9 9 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    return drawing([*forms, last], b"/A Do", b"/A 5 0 R")


def laughing_pages() -> bytes:
    """Nodes that each name the next ten times."""
    nodes = [pages(b"%d 0 R " % (number + 3) * 10, 10 ** (LAUGHS - number)) for number in range(LAUGHS)]
    return pdf(*nodes, PAGE)


PDFS = {
    "a page of a thousand kilometres": lambda: boxed(b"0 0 99999999999 99999999999"),
    "the largest page that readers show": lambda: boxed(b"0 0 14400 14400"),
    "a page without height": lambda: boxed(b"0 0 14400 0.001"),
    "a page of nothing": lambda: boxed(b"0 0 0 0"),
    "a page of no numbers": lambda: boxed(b"0 0 /A (b)"),
    "a page turned inside out": lambda: boxed(b"99999 99999 -99999 -99999"),
    "scripts that begin by themselves": lambda: pdf(
        pages(),
        PAGE[:-2] + b"/AA << /O << /S /JavaScript /JS (while(1){}) >> >> >>",
        root=b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>",
    ),
    "a program that is started": lambda: pdf(
        pages(),
        PAGE,
        root=b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (cmd.exe) /Win << /F (cmd.exe) >> >> >>",
    ),
    "a program that is attached": lambda: pdf(
        pages(),
        PAGE,
        stream(b"MZ" + bytes(400), b"/Type /EmbeddedFile"),
        root=b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (../../a.exe) /EF << /F 4 0 R >> >>] >> >> >>",
    ),
    "pages that go round": lambda: pdf(pages(b"2 0 R 3 0 R", 2), PAGE),
    "pages that go round by a node": lambda: pdf(pages(b"3 0 R", 2), pages(b"2 0 R", 2)),
    "a parent that is its own": lambda: pdf(pages(), PAGE.replace(b"/Parent 2 0 R /MediaBox [0 0 595 842]", b"/Parent 3 0 R")),
    "pages by the thousand million": laughing_pages,
    "one page a million times": lambda: pdf(pages(b"3 0 R " * 1_000_000, 1_000_000), PAGE),
    "pages that are only said": lambda: pdf(pages(b"3 0 R", 2_147_483_647), PAGE),
    "brackets without end": lambda: pdf(pages(), PAGE[:-2] + b"/A " + b"[" * 200_000 + b"]" * 200_000 + b" >>"),
    "a black picture of 60,000 by 60,000": lambda: huge_picture(1),
    "a coloured picture of 60,000 by 60,000": lambda: huge_picture(24),
    "a page that unpacks to four gigabytes": lambda: pdf(
        pages(), PAGE[:-2] + b"/Contents 4 0 R >>", stream(zlib_stream(bytes(MB), 4096), b"/Filter /FlateDecode")
    ),
    "a list of objects that unpacks to four gigabytes": lambda: pdf(
        pages(b"9 0 R"), PAGE, stream(zlib_stream(bytes(MB), 4096), b"/Type /ObjStm /N 9999999 /First 99 /Filter /FlateDecode")
    ),
    "drawings by the thousand million": laughing_drawing,
}  # fmt: skip
