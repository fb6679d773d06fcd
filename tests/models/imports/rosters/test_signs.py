"""Registers of payments and visits name people, and are never read as rosters."""

from __future__ import annotations

import pytest

from models.imports.rosters.headings import find_roster
from models.imports.rosters.signs import sign_of_register

PAYMENTS = [
    "序号|发放日期|项目|姓名|身份证号|人员类别|所属月份|金额(元)|银行账号|备注",
    "序号|日期|姓名|身份证号|类型|事由|总费用(元)|报销/补助金额(元)|资金来源",
    "序号|走访日期|节点|对象类别|姓名|身份证号|街道(镇)|家庭住址|联系电话|慰问形式|慰问金(元)|家庭状况|反映诉求|备注",
    "序号|户籍地|姓名|身份证号|银行帐号|残疾证号|优抚对象类别|发放类别|伤残等级代码|伤残时期|省标准|发放月数|发放金额|发放资金总额|备注",
    "序号|户籍地|姓名|身份证号|银行帐号|定期抚恤证编号|优抚对象类别|发放类别|户籍类别|是否孤老|省标准|发放月数|发放金额|备注",
    "优抚对象|优抚类别|行政区划|姓名|身份证号|性别|户口类别|优抚证书编号|伤残等级|发放金额",
    "序号|姓名|性别|身份证号|人员类别|慰问标准(元)|金额(元)|领取人签字(手印)|联系电话|备注",
    "序号|姓名|身份证号|账号|金额|备注",
]
ROSTERS = [
    "姓名|性别|身份证号|出生日期|户籍类别|户口地址|工作单位|证书编号|伤残类别|伤残等级|伤残性质|伤残属别|伤残时期|抚恤金额|备注",
    "姓名|性别|身份证号|出生日期|户籍类别|户口地址|工作单位|证书编号|参保类型|医疗保险证号|抚恤金额|备注",
    "所属行政区划|姓名|身份证号|年龄(周岁)|性别|民族|优抚人员状态|优抚对象类别|伤残等级|证书编号",
    "序号|姓名|性别|身份证号|家庭住址|入伍时间|退伍时间|联系电话|月补助标准|签字|备注",
    "姓名|身份证号|优抚对象类别",
]


@pytest.mark.parametrize("heading", PAYMENTS)
def test_a_register_is_known_by_its_headings(heading):
    assert sign_of_register(find_roster([heading.split("|")]), "Sheet1") is not None


@pytest.mark.parametrize("heading", ROSTERS)
def test_a_roster_is_none(heading):
    assert sign_of_register(find_roster([heading.split("|")]), "伤残") is None


def test_a_list_to_sign_for_money_is_a_register():
    heading = find_roster([["参战人员生活补助发放表"], ["姓名", "身份证号", "入伍时间", "签字"]])
    assert sign_of_register(heading, "参战").heading == "签字"
