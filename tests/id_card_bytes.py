"""The bytes of an identity card's chip, as GA 450 lays them out; of somebody invented."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

LENGTHS = (15, 1, 2, 8, 35, 18, 15, 8, 8, 18)


def text(
    name="张三", sex="1", ethnic="03", born="19500615", address="某区某路1号", number="630103195006151015"
):
    fields = (name, sex, ethnic, born, address, number, "某公安局", "20150101", "长期", "")
    return "".join(field.ljust(length) for field, length in zip(fields, LENGTHS, strict=True)).encode(
        "utf-16-le"
    )


def photo():
    made = BytesIO()
    Image.new("RGB", (102, 126), "#345").save(made, "BMP")
    return made.getvalue()
