"""Scans of pages as a pile of them comes back: at any angle, skewed, noisy, compressed, stamped and signed over."""

from __future__ import annotations

import random
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter

PAPER_WHITE = (255, 255, 255)
STAMP_RED, INK_BLUE = (205, 35, 40), (40, 50, 150)
POINTS = 72  # to the inch


def rendered(page, dpi):
    """A page of a PDF as a colour picture."""
    return page.render(scale=dpi / POINTS).to_pil().convert("RGB")


def scanned(page, chance: random.Random, stamped: bool = True) -> Image.Image:
    """What the scanner makes of a page: everything that can go a little wrong, within what a glass plate allows."""
    dpi = chance.choice((150, 200, 240, 300))
    picture = rendered(page, dpi)
    if stamped:
        stamp(picture, dpi, chance)
        sign_over(picture, dpi, chance)
    picture = skewed(picture, chance)
    angle = chance.choice((0, 90, 180, 270)) + chance.gauss(0, 2) if chance.random() < 0.5 else chance.uniform(0, 360)
    picture = picture.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=PAPER_WHITE)
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


def skewed(picture: Image.Image, chance: random.Random) -> Image.Image:
    """The four corners pulled a little, as a page photographed or drawn in askew."""
    width, height = picture.size
    shear, lean = chance.uniform(-0.03, 0.03), chance.uniform(-0.03, 0.03)
    tilt = chance.uniform(-2e-5, 2e-5)
    pulled = (1, shear, -shear * height / 2, lean, 1, -lean * width / 2, tilt, tilt)
    return picture.transform(
        picture.size, Image.Transform.PERSPECTIVE, pulled, Image.Resampling.BICUBIC, fillcolor=PAPER_WHITE
    )


def noisy(picture: Image.Image, chance: random.Random) -> Image.Image:
    """Grain, a grey veil and a lens that is not quite sharp."""
    grain = Image.effect_noise(picture.size, chance.uniform(8, 40)).convert("RGB")
    picture = ImageChops.add(picture, grain, scale=1, offset=-128)
    veil = Image.new("RGB", picture.size, (chance.randint(215, 255),) * 3)
    return ImageChops.multiply(picture, veil).filter(ImageFilter.GaussianBlur(chance.uniform(0, 0.9)))


def compressed(picture: Image.Image, quality: int) -> Image.Image:
    """After JPEG has made it small."""
    file = BytesIO()
    picture.save(file, "JPEG", quality=quality)
    return Image.open(BytesIO(file.getvalue()))
