"""The rules of PDF/A-2u (ISO 19005-2) as far as a file can break them, each in a function named by its clause.

No validator of others comes along with the tests; where qpdf and mupdf are installed they read the same files.
"""

from __future__ import annotations

import re
import struct
import xml.etree.ElementTree as ET
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

RULES = []
OPERATORS = {
    "b", "B", "b*", "B*", "BDC", "BI", "BMC", "BT", "BX", "c", "cm", "CS", "cs", "d", "d0", "d1", "Do", "DP",
    "EI", "EMC", "ET", "EX", "f", "F", "f*", "G", "g", "gs", "h", "i", "ID", "j", "J", "K", "k", "l", "m",
    "M", "MP", "n", "q", "Q", "re", "RG", "rg", "ri", "s", "S", "SC", "sc", "SCN", "scn", "sh", "T*", "Tc",
    "Td", "TD", "Tf", "Tj", "TJ", "TL", "Tm", "Tr", "Ts", "Tw", "Tz", "v", "w", "W", "W*", "y", "'", '"',
}  # fmt: skip
FORBIDDEN_ACTIONS = {
    "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState", "/Rendition", "/Trans",
    "/GoTo3DView", "/JavaScript",
}  # fmt: skip
NAMESPACES = {
    "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/pdf/1.3/", "http://ns.adobe.com/xap/1.0/",
    "http://ns.adobe.com/xap/1.0/mm/", "http://www.aiim.org/pdfa/ns/id/",
}  # fmt: skip
TOKEN = re.compile(
    rb"<<.*?>>|<[0-9A-Fa-f\s]*>|\[|\]|\((?:\\.|[^\\)])*\)|/[^\s/<>\[\]()]*|[^\s/<>\[\]()]+", re.S
)


def rule(check):
    RULES.append(check)
    return check


class Examined:
    """A file, its bytes and every object in it."""

    def __init__(self, file: Path) -> None:
        self.raw = file.read_bytes()
        self.reader = PdfReader(file, strict=True)
        self.root = self.reader.trailer["/Root"]
        self.objects = {}
        self._collect(self.reader.trailer)

    def _collect(self, start):
        waiting = [start]
        while waiting:
            value = waiting.pop()
            if isinstance(value, IndirectObject):
                if value.idnum in self.objects:
                    continue
                self.objects[value.idnum] = value = value.get_object()
            if isinstance(value, DictionaryObject):
                waiting += [value.raw_get(key) for key in value]
            elif isinstance(value, ArrayObject):
                waiting += list.__iter__(value)

    def dictionaries(self):
        """Every dictionary, those within others too."""
        waiting = [
            value for value in self.objects.values() if isinstance(value, (DictionaryObject, ArrayObject))
        ]
        while waiting:
            value = waiting.pop()
            if isinstance(value, DictionaryObject):
                yield value
            inner = value.values() if isinstance(value, DictionaryObject) else list.__iter__(value)
            waiting += [
                each
                for each in inner
                if isinstance(each, (DictionaryObject, ArrayObject)) and not isinstance(each, IndirectObject)
            ]

    def of(self, key, *kinds):
        return [each for each in self.dictionaries() if each.get(key) in kinds]

    def contents(self):
        """Every content stream with its resources."""
        for page in self.reader.pages:
            contents = page.get_contents()
            yield (contents.get_data() if contents else b""), page["/Resources"]
        for form in self.of("/Subtype", "/Form"):
            yield form.get_data(), form.get("/Resources", {})


def broken(file: Path) -> list[str]:
    """The rules that a file breaks, by their names, with what breaks them."""
    examined = Examined(file)
    return [f"{check.__name__}: {said}" for check in RULES for said in check(examined)]


@rule
def file_header_6_1_2(pdf):
    if not re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", pdf.raw):
        yield "no header with four high bytes"


@rule
def file_trailer_6_1_3(pdf):
    if len(pdf.reader.trailer.get("/ID", ())) != 2:
        yield "no ID"
    if "/Encrypt" in pdf.reader.trailer:
        yield "encrypted"
    if not pdf.raw.rstrip().endswith(b"%%EOF"):
        yield "data after the end"


@rule
def streams_6_1_7(pdf):
    for each in pdf.objects.values():
        if isinstance(each, StreamObject):
            if {"/F", "/FFilter", "/FDecodeParms"} & set(each):
                yield "a stream outside the file"
            filters = each.get("/Filter", ())
            if {"/LZWDecode", "/Crypt"} & set([filters] if isinstance(filters, NameObject) else filters):
                yield f"filter {filters}"


@rule
def limits_6_1_13(pdf):
    if len(pdf.objects) > 8_388_607:
        yield "too many objects"
    for each in pdf.dictionaries():
        if any(len(key.encode()) > 128 for key in each):
            yield "a name longer than 127 bytes"
    for content, _ in pdf.contents():
        depth = deepest = 0
        for token in TOKEN.findall(content):
            depth += (token == b"q") - (token == b"Q")
            deepest = max(deepest, depth)
        if depth or deepest > 28:
            yield f"q and Q: {depth}, {deepest}"


@rule
def content_6_2_2(pdf):
    for content, resources in pdf.contents():
        for token in TOKEN.findall(content):
            word = token.decode("latin-1")
            if word[0] not in "</[](" and not re.fullmatch(r"[-+.\d]+", word) and word not in OPERATORS:
                yield f"operator {word}"
        for kind, names in {"/Font": rb"(/\S+) \S+ Tf", "/XObject": rb"(/\S+) Do"}.items():
            missing = {n.decode() for n in re.findall(names, content)} - set(resources.get(kind, {}))
            if missing:
                yield f"{missing} not among the resources"


@rule
def output_intent_6_2_3(pdf):
    intents = [each.get_object() for each in pdf.root.get("/OutputIntents", ())]
    profiles = [each["/DestOutputProfile"] for each in intents if each.get("/S") == "/GTS_PDFA1"]
    if len(profiles) != 1:
        yield "not one output intent"
    for each in profiles:
        data = each.get_data()
        length, version = struct.unpack(">I4xB", data[:9])
        if data[36:40] != b"acsp" or length != len(data) or version > 4:
            yield "no ICC profile"
        if (data[12:16], data[16:20], each["/N"]) not in {(b"mntr", b"RGB ", 3), (b"prtr", b"RGB ", 3)}:
            yield "not a profile of RGB"


@rule
def colours_6_2_4(pdf):
    for content, _ in pdf.contents():
        if set(TOKEN.findall(content)) & {b"k", b"K", b"sh"}:
            yield "a colour that the output intent does not know"
    spaces = [
        image["/ColorSpace"]
        for image in pdf.of("/Subtype", "/Image")
        if not (image.get("/ImageMask") and "/ColorSpace" not in image)
    ]
    named = [each["/ColorSpace"] for each in pdf.dictionaries() if "/ColorSpace" in each]
    spaces += [space for each in named if isinstance(each, DictionaryObject) for space in each.values()]
    for space in spaces:
        if not _is_known(space):
            yield f"colours {space}"


def _is_known(space):
    space = space.get_object()
    if not isinstance(space, ArrayObject):
        return space in ("/DeviceRGB", "/DeviceGray")
    if space[0] == "/ICCBased":
        return space[1].get_object()["/N"] in (1, 3)
    return space[0] in ("/CalRGB", "/CalGray", "/Lab") or (space[0] == "/Indexed" and _is_known(space[1]))


@rule
def nothing_is_transparent_6_2_5_and_6_2_10(pdf):
    opaque = {"/ca": 1, "/CA": 1, "/BM": "/Normal", "/SMask": "/None"}  # which a page of others may say
    for each in pdf.dictionaries():
        if {"/TR", "/TR2", "/HTP", "/Group"} & set(each):
            yield f"{sorted(each)}"
        if any(each.get(key, value) != value for key, value in opaque.items()):
            yield f"{sorted(each)}"


@rule
def images_and_forms_6_2_8_and_6_2_9(pdf):
    for each in pdf.of("/Subtype", "/Image", "/Form", "/PS"):
        if {"/Alternates", "/OPI", "/Subtype2", "/PS", "/Ref"} & set(each) or each["/Subtype"] == "/PS":
            yield "an image or form of another kind"
        if each.get("/Interpolate"):
            yield "an interpolated image"


@rule
def fonts_6_2_11(pdf):
    seen = _fonts_that_are_seen(pdf)
    for font in pdf.of("/Type", "/Font"):
        if font["/Subtype"] == "/Type0":
            yield from _composite(font)
        elif font["/Subtype"] in ("/Type1", "/TrueType"):
            if font in seen and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(font["/FontDescriptor"]):
                yield "not embedded"
            if "/ToUnicode" not in font and font["/Encoding"] not in (
                "/WinAnsiEncoding",
                "/MacRomanEncoding",
            ):
                yield "letters mean nothing"
        elif font["/Subtype"] != "/CIDFontType2":
            yield f"font {font['/Subtype']}"


def _fonts_that_are_seen(pdf):
    """Fonts of pages and forms that nowhere set rendering mode 3, for words to be found behind a scan (6.2.11.4.1)."""
    return [
        font.get_object()
        for content, resources in pdf.contents()
        if b"3 Tr" not in content
        for font in resources.get("/Font", {}).values()
    ]


def _composite(font):
    below = font["/DescendantFonts"][0]
    if font["/Encoding"] != "/Identity-H":
        yield "encoding"
    if "/FontFile2" not in below["/FontDescriptor"]:
        yield "not embedded"
        return
    if not re.fullmatch(r"/[A-Z]{6}\+\S+", font["/BaseFont"]) or font["/BaseFont"] != below["/BaseFont"]:
        yield "name of the subset"
    glyphs = below["/CIDToGIDMap"].get_data()
    advances = _advances(below["/FontDescriptor"]["/FontFile2"].get_data())
    first, widths = below["/W"]
    meaning = meanings(font)
    for code, width in enumerate(widths, first):
        glyph = int.from_bytes(glyphs[2 * code : 2 * code + 2], "big")
        if not 0 < glyph < len(advances):
            yield f"code {code} is .notdef"
        elif abs(advances[glyph] - float(width)) > 1:
            yield f"width of code {code}"
        if code not in meaning or meaning[code] in ("", "\0", "\ufeff", "\ufffe"):
            yield f"code {code} means nothing"


def meanings(font):
    """What each code of a font means, as its ToUnicode says."""
    words = font["/ToUnicode"].get_data().decode("ascii")
    return {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>\n", words)
    }


def _advances(program):
    """The advance of each glyph of a TrueType program, in thousandths."""
    count = struct.unpack(">H", program[4:6])[0]
    tables = {
        program[at : at + 4]: struct.unpack(">II", program[at + 8 : at + 16])
        for at in range(12, 12 + 16 * count, 16)
    }
    at = {tag: offset for tag, (offset, _) in tables.items()}
    (units,) = struct.unpack_from(">H", program, at[b"head"] + 18)
    (known,) = struct.unpack_from(">H", program, at[b"hhea"] + 34)
    (glyphs,) = struct.unpack_from(">H", program, at[b"maxp"] + 4)
    pairs = struct.unpack_from(f">{2 * known}H", program, at[b"hmtx"])[::2]
    return [1000 * each / units for each in (*pairs, *[pairs[-1]] * (glyphs - known))]


@rule
def no_forms_annotations_actions_6_3_to_6_5(pdf):
    if "/AcroForm" in pdf.root or pdf.of("/Type", "/Annot"):
        yield "a form or an annotation"
    for each in pdf.dictionaries():
        if "/AA" in each or each.get("/S") in FORBIDDEN_ACTIONS:
            yield "an action"


@rule
def metadata_6_6(pdf):
    stream = pdf.root.get("/Metadata")
    if stream is None or "/Filter" in stream:
        yield "no plain metadata"
        return
    tree = ET.fromstring(stream.get_data())
    found = {
        child.tag: "".join(child.itertext())
        for each in tree.iter()
        if each.tag.endswith("}Description")
        for child in each
    }
    for tag in found:
        if tag[1:].partition("}")[0] not in NAMESPACES:
            yield f"{tag} without its schema"
    identity = "{http://www.aiim.org/pdfa/ns/id/}"
    if (found.get(identity + "part"), found.get(identity + "conformance")) != ("2", "U"):
        yield "does not say PDF/A-2u"
    information = pdf.reader.trailer["/Info"]
    for key, tag in {
        "/Title": "{http://purl.org/dc/elements/1.1/}title", "/Author": "{http://purl.org/dc/elements/1.1/}creator",
        "/Producer": "{http://ns.adobe.com/pdf/1.3/}Producer", "/Creator": "{http://ns.adobe.com/xap/1.0/}CreatorTool",
    }.items():  # fmt: skip
        if information.get(key) != found.get(tag):
            yield f"{key} is told otherwise"


@rule
def nothing_else_6_8_to_6_11(pdf):
    if {"/OCProperties", "/Requirements", "/NeedsRendering"} & set(pdf.root):
        yield "optional content, requirements"
    for each in pdf.dictionaries():
        if {"/EF", "/AlternatePresentations", "/PresSteps"} & set(each):
            yield "an embedded file or another presentation"
