"""What a cloud copies away is known by its folder, and no archive is made there."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.archive import archive_place
from models.archive.cloud_folder import cloud_of
from models.core.record import Refusal


@pytest.mark.parametrize(
    ("folder", "cloud"),
    [
        ("OneDrive/文档/库", "OneDrive"),
        ("OneDrive - 城中区退役军人事务局/库", "OneDrive"),
        ("WPS云盘/优抚", "WPS云盘"),
        ("BaiduSyncdisk/库", "百度网盘"),
        ("我的坚果云/库", "坚果云"),
        ("微云同步助手(10001)/库", "腾讯微云"),
        ("OneDrive的说明/库", ""),
        ("wps/库", ""),
    ],
)
def test_a_cloud_is_known_by_its_folder(tmp_path, folder, cloud):
    assert cloud_of(tmp_path / folder) == cloud


def test_onedrive_is_known_wherever_windows_says_it_is(tmp_path, monkeypatch):
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "单位网盘"))
    assert cloud_of(tmp_path / "单位网盘" / "文档") == "OneDrive"
    assert not cloud_of(tmp_path / "单位网盘2")


def test_no_archive_is_put_where_a_cloud_copies_it_away():
    with pytest.raises(Refusal, match="云盘文件夹里（OneDrive）"):
        archive_place.refuse_shared_place(Path("/home/王芳/OneDrive/库"))
