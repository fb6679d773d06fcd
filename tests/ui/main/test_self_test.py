from __future__ import annotations

from reports.self_test import tried
from ui.main import self_test


def test_window_pictures_and_printing_work_here(qapp, tmp_path):
    told = list(tried(self_test.trials(), tmp_path))
    assert [each["said"] for each in told if not each["ok"]] == []
    assert [each["check"] for each in told] == ["窗口（Qt）", "中文按钮", "图片与图标", "打印", "摄像头"]
