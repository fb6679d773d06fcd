"""Readers of identity cards: a vendor's, behind a helper process of its own, and a simulated one for practice.

A vendor's DLL is never loaded into this program: the helper loads it, and whatever it does there, even die, is an answer.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol

from PIL import Image, ImageDraw

from models.core import citizen_number
from models.core.dates import PartDate
from models.core.record import Refusal
from models.devices import id_cards
from models.devices.id_cards import IdCard
from models.practice import invented_people

USB = 1001  # the port of a reader on USB; COM1 to COM16 are 1 to 16
PATIENCE = 20  # seconds
BITS = {0x14C: 32, 0x8664: 64}  # a DLL's machine (PE format)
READER_FAULTS = {
    "load": "厂家的驱动文件打不开（错误代码{code}）。请检查“读卡器和高拍仪”里选的文件，或重新安装厂家驱动",
    "names": "选的文件不是身份证读卡器的驱动，请选厂家的 sdtapi.dll",
    "open": "没有找到读卡器。请检查它是否插好、指示灯是否亮，再读一次",
    "card": "没有读到身份证。请把身份证拿开，重新放平在读卡器上，再读一次",
    "read": "身份证没有读完整（错误代码{code}）。请不要移动，再读一次",
}
NONE = (
    "没有设置身份证读卡器。\n\n有读卡器的：插好，装上厂家的驱动，再到“更多→读卡器和高拍仪…”里选定驱动文件。\n"
    "没有读卡器的：照常输入身份证号就可以。"
)


class CardReader(Protocol):
    """Whatever can read the card that lies on it."""

    def read(self) -> IdCard:
        """The card. Raises ``Refusal``, saying what to do, when there is none to be had."""


@dataclass(frozen=True)
class VendorsReader:
    """A real device: the vendor's ``sdtapi.dll``, its port, and the command of the helper that loads it."""

    dll: str
    port: int = USB
    helper: Sequence[str] = ()

    def read(self) -> IdCard:
        told = _asked(self.helper or helper_for(Path(self.dll)), {"dll": self.dll, "port": self.port})
        if fault := told.get("fault"):
            raise Refusal(
                READER_FAULTS.get(str(fault), READER_FAULTS["read"]).format(code=told.get("code", ""))
            )
        try:
            return id_cards.read_id_card(bytes.fromhex(told["text"]), bytes.fromhex(told["photo"]))
        except (KeyError, TypeError, ValueError) as error:
            raise Refusal(id_cards.UNREADABLE) from error


class SimulatedReader:
    """Gives the card of somebody invented, another each time."""

    def __init__(self, seed: int | None = None) -> None:
        self._chance = random.Random(seed)

    def read(self) -> IdCard:
        invented = invented_people(12, seed=self._chance.randrange(1 << 30))
        right = [
            each for each in invented if citizen_number.is_right(str(each.facts["number"]))
        ]  # a card never errs
        facts = self._chance.choice(right).facts
        born = PartDate.parse(str(facts["number"])[6:14])
        words = {name: str(facts.get(name) or "") for name in ("number", "name", "sex", "ethnic")}
        address = str(facts.get("household_address") or "")
        return IdCard(**words, born=born, address=address, photo=id_cards.enlarged(_silhouette()))


def helper_for(dll: Path) -> list[str]:
    """The helper that can load that DLL. Raises ``Refusal`` where there is none."""
    folder = Path(sys.executable).parent / "reader"
    if sys.platform != "win32" or not folder.is_dir():
        raise Refusal("身份证读卡器要在安装好的 Windows 程序里使用")
    try:
        with dll.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise Refusal(READER_FAULTS["load"].format(code=error.errno)) from error
    start = int.from_bytes(head[0x3C:0x40], "little")
    bits = BITS.get(int.from_bytes(head[start + 4 : start + 6], "little"))
    if bits is None:
        raise Refusal(READER_FAULTS["names"])
    return [str(folder / f"card-reader-{bits}.exe")]


def _asked(helper: Sequence[str], request: dict[str, Any]) -> dict[str, Any]:
    """One question to the helper; one that hangs or dies is a refusal too."""
    try:
        done = subprocess.run(
            helper,
            input=f"{json.dumps(request)}\n".encode(),
            capture_output=True,
            timeout=PATIENCE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        told = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise Refusal("读卡器没有应答。请拔下来重新插好，再读一次") from error
    except (OSError, ValueError) as error:
        raise Refusal(
            "厂家的驱动出错了，没有读到身份证。本程序没有受影响，可以再读一次，或照常输入"
        ) from error
    return told if isinstance(told, dict) else {}


def _silhouette() -> bytes:
    """A portrait of nobody, of the chip's size."""
    picture = Image.new("RGB", (102, 126), "white")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((30, 22, 72, 74), fill="#8aa")
    draw.ellipse((8, 84, 94, 180), fill="#8aa")
    made = BytesIO()
    picture.save(made, "BMP")
    return made.getvalue()
