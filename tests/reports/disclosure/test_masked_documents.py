"""Masked documents of every kind say no whole number, however somebody wrote it into the remarks.

``YOUFU_PROOFS=1`` makes 10,000 of them; the usual run a few of each kind.
"""

from __future__ import annotations

import os
import random
from dataclasses import replace

import pytest

from models.core.jobs import finish
from models.core.masks import Secret
from models.disclosure.policies import CopyPurpose, Policy, Way
from models.office.settings import Office
from reports.disclosure.copies import disclosed
from reports.disclosure.leaks import KnownSecrets, leaks
from reports.person.sheets import Copy, write_person_files
from reports.tables.register import Heading, Register, numbered, write_paper, write_workbook
from tests.factories import card_number, citizen_number
from tests.reports.person.files import usual

DOCUMENTS = int(os.environ.get("YOUFU_DOCUMENTS", "10000" if os.environ.get("YOUFU_PROOFS") else "12"))
HEADINGS = "姓名", "身份证号", "联系电话", "银行账号", "备注"
MARKS = " ", "-", "　", "\n", "", "－", "  "
AROUND = "原号{}，已换", "{}家里", "tel{}", "（{}）", "张三{}张三", "注：{}。"


def hand(chance, bare, *sizes):
    """A number as somebody writes it into a remark."""
    mark, pieces, rest = chance.choice(MARKS), [], bare
    for size in sizes:
        pieces.append(rest[:size])
        rest = rest[size:]
    written = mark.join([*pieces, rest] if rest else pieces)
    if chance.random() < 0.2:
        written = written.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    return chance.choice(AROUND).format(written)


def secrets_of(chance):
    """A number, a telephone and an account, and remarks in which all of them stand."""
    number, card = citizen_number(), card_number(chance.randrange(10**9))
    phone = f"1{chance.choice('3578')}{chance.randrange(10**9):09}"
    remarks = "；".join(
        [hand(chance, number, 6, 8, 4), hand(chance, phone, 3, 4, 4), hand(chance, card, 4, 4, 4, 4)]
    )
    return number, phone, card, remarks


def make(chance, file, secrets):
    """One document, of the kind that the file's name says."""
    number, phone, card, remarks = secrets
    if file.stem == "档案":
        someone = usual(1)
        facts = {**someone.facts, "number": number, "phone": phone, "notes": remarks}
        someone = replace(someone, facts=facts, remarks=(("其他", remarks),))
        finish(write_person_files([someone], file, Office(), Copy(("登记表", "身份"), masked=True)))
        return
    rows = numbered([("张三", number, phone, card, remarks)])
    listed = Register("花名册", tuple(Heading(each, 40) for each in ("序号", *HEADINGS)), rows, office="某局")
    chosen = {"备注": Policy.WHOLE} if chance.random() < 0.5 else {}
    made = disclosed(listed, Way(chance.choice([CopyPurpose.PUBLIC, CopyPurpose.OUTSIDE]), chosen))
    if file.suffix == ".pdf":
        finish(write_paper([made], file))
    else:
        write_workbook(made, file)


@pytest.mark.timeout(0 if DOCUMENTS > 100 else 300)
def test_no_masked_document_says_a_whole_number(archive, tmp_path):
    chance = random.Random(15)
    files = [tmp_path / name for name in ("名单.pdf", "名单.xlsx", "名单.xlsx", "档案.pdf")]
    for count in range(DOCUMENTS):
        file, secrets = files[count % len(files)], secrets_of(chance)
        make(chance, file, secrets)
        known = KnownSecrets(dict(zip(secrets, (Secret.NUMBER, Secret.PHONE, Secret.ACCOUNT), strict=False)))
        assert leaks([file], known) == [], (count, secrets[3])
