"""The command that makes a policy pack and receives one."""

from __future__ import annotations

import shutil

from models import store
from models.core import journal
from models.pay.standards.standards import Standard


def test_a_pack_goes_from_one_archive_to_another_that_lacks_a_rise(new_archive, run, told, tmp_path):
    archive, place = shutil.copytree(new_archive, tmp_path / "档案库"), tmp_path / "政策包.zip"
    status, out, _ = run("policy", archive, place)
    assert status == 0
    assert "不含任何个人信息" in out
    with store.practice_session(archive, "王芳"), journal.entry("删除", "王芳"):
        gone = Standard.delete().where(Standard.begins == "2025-08").execute()
    status, out, _ = run("policy", archive, place, "--plan")
    assert (status, out.count("  新 ")) == (0, gone)
    assert "只对照，没有接收" in out
    answer = told("policy", archive, place, "--receive")
    assert (answer["new"], answer["different"], answer["taken"], answer["refused"]) == (gone, 0, gone, [])
    with store.practice_session(archive, "王芳"):
        assert Standard.select().where(Standard.begins == "2025-08", ~Standard.confirmed).count() == gone
