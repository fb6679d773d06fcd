"""Files with one secret each, in every place of a file where people and programs leave one without knowing."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import datetime

import docx
import openpyxl
import zxingcpp
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject
from reportlab.pdfgen.canvas import Canvas

SEEDS = {}  # how the kind is called → (ending of the file, what makes its content of a secret)


def seeds(name, ending):
    def keep(make):
        SEEDS[name] = ending, make
        return make

    return keep


def _pdf(draw):
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(100, 700, "notice")
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def _edited(change):
    writer, stream = PdfWriter(clone_from=io.BytesIO(_pdf(lambda canvas: None))), io.BytesIO()
    change(writer)
    writer.write(stream)
    return stream.getvalue()


def _qr(secret):
    return zxingcpp.create_barcode(f"YF:{secret}", zxingcpp.BarcodeFormat.QRCode).to_image(scale=4)


@seeds("页面文字", "pdf")
def _page(secret):
    return _pdf(lambda canvas: canvas.drawString(100, 600, secret))


@seeds("白色看不见的字", "pdf")
def _white(secret):
    def draw(canvas):
        canvas.setFillGray(1)
        canvas.drawString(100, 600, secret)

    return _pdf(draw)


@seeds("不画出来的字", "pdf")
def _unseen(secret):
    def draw(canvas):
        text = canvas.beginText(100, 600)
        text.setTextRenderMode(3)
        text.textLine(secret)
        canvas.drawText(text)

    return _pdf(draw)


@seeds("书签", "pdf")
def _bookmark(secret):
    return _edited(lambda writer: writer.add_outline_item(title=f"张三{secret}", page_number=0))


@seeds("PDF属性", "pdf")
def _metadata(secret):
    return _edited(lambda writer: writer.add_metadata({"/Subject": f"张三 {secret}"}))


@seeds("XMP", "pdf")
def _xmp(secret):
    def change(writer):
        stream = DecodedStreamObject()
        stream.set_data(f"<x:xmpmeta><dc:description>{secret}</dc:description></x:xmpmeta>".encode())
        stream.update(
            {NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")}
        )
        writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)

    return _edited(change)


@seeds("PDF附件", "pdf")
def _attachment(secret):
    return _edited(lambda writer: writer.add_attachment("名单.txt", f"张三，{secret}".encode()))


@seeds("PDF批注", "pdf")
def _note(secret):
    return _edited(lambda writer: writer.add_annotation(0, FreeText(text=secret, rect=(0, 0, 99, 99))))


@seeds("朗读文字", "pdf")
def _spoken(secret):
    def change(writer):
        element = DictionaryObject({NameObject("/Alt"): TextStringObject(f"照片：{secret}")})
        writer.root_object[NameObject("/StructTreeRoot")] = writer._add_object(element)

    return _edited(change)


@seeds("页面的二维码", "pdf")
def _page_code(secret):
    picture = Image.fromarray(_qr(secret))

    def draw(canvas):
        canvas.drawInlineImage(picture.convert("RGB"), 300, 500, 60, 60)

    return _pdf(draw)


@seeds("文件末尾之后", "pdf")
def _behind(secret):
    return _pdf(lambda canvas: None) + f"\n{secret}\n".encode()


def _book(change):
    book, stream = openpyxl.Workbook(), io.BytesIO()
    page = book.active
    page.append(["姓名", "身份证号"])
    change(book, page)
    book.save(stream)
    return stream.getvalue()


@seeds("隐藏行", "xlsx")
def _hidden_row(secret):
    def change(book, page):
        page["B5"] = secret
        page.row_dimensions[5].hidden = True

    return _book(change)


@seeds("隐藏列", "xlsx")
def _hidden_column(secret):
    def change(book, page):
        page["K2"] = f"号码{secret}"
        page.column_dimensions["K"].hidden = True

    return _book(change)


@seeds("隐藏的工作表", "xlsx")
def _hidden_sheet(secret):
    def change(book, page):
        other = book.create_sheet("底稿")
        other["A1"], other.sheet_state = secret, "veryHidden"

    return _book(change)


@seeds("存成数的单元格", "xlsx")
def _as_number(secret):
    return _book(lambda book, page: page.append(["张三", int(secret)]))


@seeds("单元格批注", "xlsx")
def _comment(secret):
    def change(book, page):
        page["A1"].comment = Comment(f"原号{secret}", "王芳")

    return _book(change)


@seeds("定义的名称", "xlsx")
def _defined(secret):
    return _book(lambda book, page: book.defined_names.add(DefinedName("张三", attr_text=f'"{secret}"')))


@seeds("工作簿属性", "xlsx")
def _book_properties(secret):
    def change(book, page):
        book.properties.keywords = f"张三;{secret}"

    return _book(change)


@seeds("页眉页脚", "xlsx")
def _header(secret):
    def change(book, page):
        page.oddFooter.right.text = secret

    return _book(change)


@seeds("有效性清单", "xlsx")
def _validation(secret):
    def change(book, page):
        rule = DataValidation(type="list", formula1=f'"{secret},其他"')
        page.add_data_validation(rule)
        rule.add("A2")

    return _book(change)


@seeds("工作表名称", "xlsx")
def _sheet_name(secret):
    return _book(lambda book, page: book.create_sheet(f"张三{secret}"))


@seeds("已不用的单元格文字", "xlsx")
def _unused(secret):
    content = io.BytesIO(_book(lambda book, page: None))
    with zipfile.ZipFile(content, "a") as packed:
        packed.writestr("xl/sharedStrings.xml", f"<sst><si><t>{secret[:4]}</t><t>{secret[4:]}</t></si></sst>")
    return content.getvalue()


def _document(change):
    document, stream = docx.Document(), io.BytesIO()
    document.add_paragraph("公示")
    change(document)
    document.save(stream)
    return stream.getvalue()


@seeds("文档表格", "docx")
def _table(secret):
    def change(document):
        document.add_table(1, 2).rows[0].cells[1].text = secret

    return _document(change)


@seeds("被格式切开的字", "docx")
def _runs(secret):
    def change(document):
        paragraph = document.add_paragraph()
        for place in range(0, len(secret), 3):
            paragraph.add_run(secret[place : place + 3])

    return _document(change)


@seeds("文档页眉", "docx")
def _document_header(secret):
    def change(document):
        document.sections[0].header.paragraphs[0].text = secret

    return _document(change)


@seeds("文档批注", "docx")
def _document_comment(secret):
    def change(document):
        document.add_comment(document.paragraphs[0].add_run("张三"), text=secret)

    return _document(change)


@seeds("修订中删去的字", "docx")
def _deleted(secret):
    def change(document):
        deleted, run, words = (OxmlElement(each) for each in ("w:del", "w:r", "w:delText"))
        deleted.set(qn("w:author"), "王芳")
        deleted.set(qn("w:date"), datetime(2026, 1, 1).isoformat())
        words.text = secret
        run.append(words)
        deleted.append(run)
        document.paragraphs[0]._p.append(deleted)

    return _document(change)


@seeds("文档属性", "docx")
def _document_properties(secret):
    def change(document):
        document.core_properties.comments = secret

    return _document(change)


@seeds("文档里图片的二维码", "docx")
def _picture_in_document(secret):
    stream = io.BytesIO()
    Image.fromarray(_qr(secret)).save(stream, "PNG")
    return _document(lambda document: document.add_picture(stream))


@seeds("文本", "csv")
def _csv(secret):
    return f"姓名,身份证号\n张三,{secret}\n".encode("gb18030")


@seeds("JSON", "json")
def _json(secret):
    return json.dumps({"notes": f"原号{' '.join(secret)}"}).encode()


@seeds("照片的EXIF", "jpg")
def _exif(secret):
    picture, stream = Image.new("RGB", (40, 40)), io.BytesIO()
    exif = picture.getexif()
    exif[0x010E] = f"no {secret}"  # ImageDescription
    picture.save(stream, "JPEG", exif=exif)
    return stream.getvalue()


@seeds("图片的文字块", "png")
def _png(secret):
    stream, words = io.BytesIO(), PngInfo()
    words.add_itxt("Description", f"张三{secret}", zip=True)
    Image.new("RGB", (40, 40)).save(stream, "PNG", pnginfo=words)
    return stream.getvalue()


@seeds("压缩包里的文件", "zip")
def _packed(secret):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("内/名单.xlsx", _hidden_row(secret))
    return stream.getvalue()
