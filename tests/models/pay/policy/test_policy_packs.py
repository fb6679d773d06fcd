"""A policy pack as a file: what it holds, and files that are none."""

from __future__ import annotations

import json
import zipfile

import pytest

from models.core.record import Refusal
from models.law.texts import law_rows
from models.office.workdays import shipped_workdays
from models.pay.policy import policy_packs
from models.pay.policy.policy_kinds import policy_kinds
from models.pay.policy.policy_packs import MANIFEST
from models.pay.standards.policy_figures import PolicyFigure
from models.pay.standards.rise_rates import carried_rates
from models.pay.standards.standards import Standard
from tests.models.pay.policy.conftest import TODAY


def test_a_pack_holds_every_row_of_every_kind_as_it_is(pack):
    found = policy_packs.read_policy_pack(pack)
    assert (found.office, found.made_on) == ("甲区退役军人事务局", "2026-11-29")
    assert (found.strange, found.unknown) == ((), ())
    counts = {kind.name: sum(kind is other for other, _ in found.rows) for kind in policy_kinds()}
    assert counts == {
        "standard": Standard.select().count(),
        "policy_figure": PolicyFigure.select().count(),
        "calendar_day": len(shipped_workdays()),
        "rise_rate": len(carried_rates()),
        "office_text": len(law_rows("texts")),
        "office_clause": len(law_rows("clauses")),
    }
    for kind in policy_kinds():
        theirs = [row for other, row in found.rows if other is kind]
        for mine, row in zip(kind.rows(), theirs, strict=True):
            assert [getattr(row, name) for name in kind.fields] == [
                getattr(mine, name) for name in kind.fields
            ]
            assert row.id is None


def test_the_same_rows_are_the_same_bytes(pack, tmp_path):
    again = tmp_path / "又一次.zip"
    policy_packs.write_policy_pack(again, "甲区退役军人事务局", TODAY)
    assert again.read_bytes() == pack.read_bytes()


def test_another_file_is_told_from_a_pack(tmp_path, archive):
    plain, other = tmp_path / "照片.zip", tmp_path / "别的.zip"
    plain.write_bytes(b"\xff\xd8\xff\xe0 JFIF")
    with zipfile.ZipFile(other, "w") as made:
        made.writestr("readme.txt", "你好")
    foreign = tmp_path / "外来.zip"
    with zipfile.ZipFile(foreign, "w") as made:
        made.writestr(MANIFEST, json.dumps({"format": "else"}))
    for place in (plain, other, foreign):
        with pytest.raises(Refusal, match="不是本程序的政策包"):
            policy_packs.read_policy_pack(place)
    with pytest.raises(Refusal, match="读不到"):
        policy_packs.read_policy_pack(tmp_path / "没有.zip")


def changed(pack, change):
    """The pack with its files changed and its manifest left as it was."""
    with zipfile.ZipFile(pack) as old:
        texts = {name: old.read(name) for name in old.namelist()}
    change(texts)
    with zipfile.ZipFile(pack, "w") as new:
        for name, text in texts.items():
            new.writestr(name, text)
    return pack


def test_a_pack_that_was_changed_or_cut_off_is_refused_whole(pack):
    def one_amount(texts):
        texts["standard.csv"] = texts["standard.csv"].replace(b"106670.00", b"196670.00")

    with pytest.raises(Refusal, match="不完整或被改动过"):
        policy_packs.read_policy_pack(changed(pack, one_amount))
    with pytest.raises(Refusal, match="不完整或被改动过"):
        policy_packs.read_policy_pack(changed(pack, lambda texts: texts.pop("standard.csv")))
    pack.write_bytes(pack.read_bytes()[:500])
    with pytest.raises(Refusal):
        policy_packs.read_policy_pack(pack)


def test_the_pack_of_a_newer_program_is_not_half_understood(pack):
    def newer(texts):
        texts[MANIFEST] = texts[MANIFEST].replace(b'"version": 1', b'"version": 2')

    with pytest.raises(Refusal, match="请先升级本程序"):
        policy_packs.read_policy_pack(changed(pack, newer))


def test_a_row_that_cannot_be_is_told_and_the_others_are_read(remade):
    def spoilt(row):
        if row["grade"] == "一级" and row["begins"] == "2021-08":
            row["amount"] = {"因战": "十万", "因公": "0", "因病": "1000000000"}[row["nature"]]
        return row

    found = policy_packs.read_policy_pack(remade(standard=spoilt))
    assert [each.reason for each in found.strange] == [
        "日期、金额或是否写法不对",
        "标准应是大于0的金额",
        "标准1000000000元太大，请核对计发单位和金额",
    ]
    assert all(each.file == "补助标准" and each.line > 1 for each in found.strange)
    assert len(found.rows) > 600
