"""A reader of identity cards behind its helper process: what the helper says, and whatever else it may do."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from models.core import citizen_number
from models.core.citizen_number import CitizenNumber
from models.core.record import Refusal
from models.devices import card_readers
from models.devices.card_readers import SimulatedReader, VendorsReader
from tests import factories
from tests.id_card_bytes import photo, text

NUMBER = factories.citizen_number()


@pytest.fixture
def reader(tmp_path):
    """A reader whose helper runs this Python instead of a vendor's DLL."""

    def make(program):
        file = tmp_path / "helper.py"
        file.write_text(f"import json, sys\nrequest = json.loads(sys.stdin.readline())\n{program}\n", "utf-8")
        return VendorsReader("C:\\读卡器\\sdtapi.dll", 1001, [sys.executable, str(file)])

    return make


def test_a_card_is_read_through_the_helper(reader):
    told = json.dumps({"text": text(number=NUMBER).hex(), "photo": photo().hex()})
    card = reader(f"print({told!r})").read()
    assert (card.number, card.name) == (NUMBER, "张三")
    assert card.photo


def test_the_helper_is_told_which_driver_and_port(reader):
    with pytest.raises(Refusal, match="错误代码1001"):
        reader(
            "assert request['dll'].endswith('sdtapi.dll') and '读' in request['dll']\n"
            "print(json.dumps({'fault': 'load', 'code': request['port']}))"
        ).read()


@pytest.mark.parametrize("fault", card_readers.READER_FAULTS)
def test_every_fault_is_told_in_plain_words(reader, fault):
    with pytest.raises(Refusal) as refused:
        reader(f"print(json.dumps({{'fault': {fault!r}, 'code': 5}}))").read()
    assert "{" not in str(refused.value)


@pytest.mark.parametrize("death", ["sys.exit(3)", "print('rubbish')", "import os; os.abort()", "print('[]')"])
def test_a_driver_that_dies_or_talks_nonsense_takes_nothing_with_it(reader, death):
    with pytest.raises(Refusal):
        reader(death).read()


def test_a_driver_that_hangs_is_given_up(reader, monkeypatch):
    monkeypatch.setattr(card_readers, "PATIENCE", 0.5)
    with pytest.raises(Refusal, match="没有应答"):
        reader("import time; time.sleep(60)").read()


@pytest.mark.skipif(sys.platform == "win32", reason="there the helper is beside the program")
def test_where_there_is_no_helper_it_is_said():
    with pytest.raises(Refusal, match="Windows"):
        VendorsReader("/x/sdtapi.dll").read()


def test_the_simulated_reader_gives_whole_cards_of_invented_people():
    reader = SimulatedReader(seed=7)
    cards = [reader.read() for _ in range(4)]
    assert len({card.number for card in cards}) > 1
    for card in cards:
        assert CitizenNumber.read(card.number).sex == card.sex
        assert card.name
        assert card.photo


def test_a_driver_of_a_vendors_kind_is_read_on_windows():
    driver = Path(sys.executable).parent / "读卡器" / "sdtapi.dll"
    if not driver.is_file():
        pytest.skip("only where wine.sh has made the driver")
    card = VendorsReader(str(driver)).read()
    assert (card.number, card.name, card.sex, card.ethnic) == ("630103195006151015", "张三", "男", "回族")
    with pytest.raises(Refusal, match="没有找到读卡器"):
        VendorsReader(str(driver), port=3).read()
    with pytest.raises(Refusal, match="打不开"):
        VendorsReader(str(driver.with_name("没有.dll"))).read()


def test_a_practice_card_never_has_a_wrong_number():
    """Invented people have slips of the pen on purpose, which cards do not."""
    reader = SimulatedReader(seed=1)
    assert all(citizen_number.is_right(reader.read().number) for _ in range(40))
