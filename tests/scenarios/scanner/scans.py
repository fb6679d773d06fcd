"""Scans of pages as a pile of them comes back: at any angle, skewed, noisy, compressed, stamped and signed over."""

from __future__ import annotations

import math
import random
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter

PAPER_WHITE = (255, 255, 255)
STAMP_RED, INK_BLUE = (205, 35, 40), (40, 50, 150)
POINTS = 72  # to the inch


def rendered(page, dpi):
    """A page of a PDF as a colour picture."""
    return page.render(scale=dpi / POINTS).to_pil().convert("RGB")


def scanned(page, chance: random.Random, stamped: bool = True) -> bytes:
    """The JPEG that the scanner makes of a page: everything that can go a little wrong, within what a glass plate allows."""
    dpi = chance.choice((150, 150, 180, 200, 200, 240, 300))
    picture = rendered(page, dpi)
    if stamped:
        stamp(picture, dpi, chance)
        sign_over(picture, dpi, chance)
    angle = (
        chance.choice((0, 90, 180, 270)) + chance.gauss(0, 2)
        if chance.random() < 0.5
        else chance.uniform(0, 360)
    )
    picture = laid(picture, angle, chance)
    picture = noisy(picture, chance)
    return compressed(picture, chance.randint(35, 85))


def stamp(picture: Image.Image, dpi: int, chance: random.Random) -> None:
    """A round red seal of 40 mm, often over the code itself."""
    mm = dpi / 25.4
    x, y = chance.uniform(100, 195) * mm, chance.uniform(8, 40) * mm
    seal = Image.new("RGB", picture.size, PAPER_WHITE)
    draw = ImageDraw.Draw(seal)
    draw.ellipse((x - 20 * mm, y - 20 * mm, x + 20 * mm, y + 20 * mm), outline=STAMP_RED, width=int(1.2 * mm))
    for _ in range(14):
        a, b = chance.uniform(-14, 14) * mm, chance.uniform(-14, 14) * mm
        draw.rectangle((x + a, y + b, x + a + 4 * mm, y + b + 0.9 * mm), fill=STAMP_RED)
    picture.paste(ImageChops.multiply(picture, seal))


def sign_over(picture: Image.Image, dpi: int, chance: random.Random) -> None:
    """A stroke of a blue pen, and a black one that may touch the code's edge."""
    mm = dpi / 25.4
    draw = ImageDraw.Draw(picture)
    for colour, left in ((INK_BLUE, chance.uniform(20, 190)), ((25, 25, 25), chance.uniform(20, 178))):
        x, y = left * mm, chance.uniform(5, 280) * mm
        points = [(x + n * 3 * mm, y + chance.uniform(-4, 4) * mm) for n in range(6)]
        draw.line(points, fill=colour, width=max(2, int(0.5 * mm)))


def laid(picture: Image.Image, angle: float, chance: random.Random) -> Image.Image:
    """The page turned by degrees, and its corners pulled a little, as it was photographed or drawn in askew."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    width, height = picture.size
    wide = round(abs(width * cos) + abs(height * sin)) + 20
    high = round(abs(width * sin) + abs(height * cos)) + 20
    shear, lean = chance.uniform(-0.03, 0.03), chance.uniform(-0.03, 0.03)
    turn = (cos + shear * sin, -sin + shear * cos, lean * cos + sin, -lean * sin + cos)
    x, y = (turn[n] * wide / 2 + turn[n + 1] * high / 2 for n in (0, 2))
    tilt = (chance.uniform(-2e-5, 2e-5), chance.uniform(-2e-5, 2e-5))
    pulled = (turn[0], turn[1], width / 2 - x, turn[2], turn[3], height / 2 - y, *tilt)
    return picture.transform(
        (wide, high), Image.Transform.PERSPECTIVE, pulled, Image.Resampling.BILINEAR, fillcolor=PAPER_WHITE
    )


def noisy(picture: Image.Image, chance: random.Random) -> Image.Image:
    """Grain, a grey veil and a lens that is not quite sharp."""
    grain, tile = Image.new("L", picture.size), Image.effect_noise((512, 512), chance.uniform(8, 40))
    for x in range(0, picture.width, tile.width):
        for y in range(0, picture.height, tile.height):
            grain.paste(tile, (x, y))
    picture = ImageChops.add(picture, grain.convert("RGB"), scale=1, offset=-128)
    veil = chance.randint(215, 255)
    picture = picture.point([value * veil // 255 for value in range(256)] * 3)
    return (
        picture.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 0.9)))
        if chance.random() < 0.5
        else picture
    )


def compressed(picture: Image.Image, quality: int) -> bytes:
    """After JPEG has made it small."""
    file = BytesIO()
    picture.save(file, "JPEG", quality=quality)
    return file.getvalue()
