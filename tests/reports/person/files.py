"""Files of invented people, as tests of the sheets need them."""

from __future__ import annotations

from dataclasses import replace

from reports.person.person_file import (  # fmt: skip
    Account,
    FieldChange,
    IdentityFile,
    Material,
    Member,
    Payment,
    PersonFile,
    StateChange,
    Visit,
)

KINDS = (
    "伤残人员", "三属", "在乡退伍红军老战士", "在乡复员军人", "带病回乡退役军人", "参战退役人员", "参试退役人员",
    "农村籍退役士兵", "烈士子女",
)  # fmt: skip
FACTS = {
    "name": "马建国", "sex": "男", "former_names": "马小军", "ethnic": "回族", "number": "630103195308010011",
    "birthday": "1953年8月1日", "marital": "已婚", "politics": "中共党员", "education": "初中", "head_relation": "户主",
    "household": "农村", "household_address": "青海省西宁市城中区总寨镇某村三社42号", "household_area": "630103101000",
    "residence": "青海省西宁市城中区南川西路88号3单元502室", "residence_area": "630103", "street": "南川西路街道",
    "community": "某某社区", "postcode": "810000", "phone": "13897123456", "other_phone": "0971-8123456",
    "veteran_card": "青630103000123", "insurance": "城乡居民基本医疗保险", "insurance_no": "6301035308010017",
    "pension": "城乡居民养老保险", "pension_no": "6301035308010018", "health": "良好", "employment": "无工作单位",
    "income": "18600.00", "employer": "某某厂", "employer_nature": "集体", "employer_phone": "0971-8000000",
    "employer_address": "南大街1号", "labour": "部分丧失", "selfcare": "半自理", "support": "分散供养", "living": "困难",
    "body": "患高血压", "economy": "较差", "alone": "是", "orphan": "否", "mental": "否", "at_school": "否",
    "disabled": "是", "low_income": "是", "five_guarantees": "否", "family_size": "4", "owns_house": "是",
    "house_ownership": "自有", "house_state": "完好", "house_type": "平房", "house_structure": "砖混", "rooms": "5",
    "house_built": "1998年", "floor_area": "120", "area_each": "30", "notes": "此人档案由总寨镇移交",
}  # fmt: skip
SERVICE = {
    "category": "残疾军人", "grade": "六级", "nature": "因战", "grade_nature": "六级 因战", "period": "新中国成立后",
    "standing": "在乡", "state": "享受待遇", "certificate": "青军A001234", "approved": "1981年3月", "paid_to": "2020年12月",
    "joined": "1976年2月", "left": "1981年1月", "korea": "否", "disabled_on": "1979年2月27日",
    "disabled_unit": "某部第二营", "disabled_place": "云南省河口县", "disability": "左下肢炸伤，行走受限",
    "disabled_cause": "作战中被炮弹炸伤", "battle": "中越边境自卫还击作战", "unit": "35212部队", "unit_name": "步兵某团",
    "post": "战士", "unit_post": "步兵某团 战士", "discharge_no": "退字第00123号", "proof": "个人档案",
    "illness": "1979年患急性肝炎", "service_span": "1976年2月 至 1981年1月", "service_years_shown": "5年", "under18": "1",
    "over60": "2", "checkup": "已参加", "checked_on": "2019年5月6日", "checked_before": "2017年4月2日", "test": "原8023部队退役人员",
    "disabled_children": "0", "fought": "是", "tested": "否", "relation": "子女", "holder": "是", "pensioned_before": "否",
    "fallen_name": "马占海", "fallen_sex": "男", "fallen_born": "1930年5月6日", "fallen_joined": "1950年12月1日",
    "fallen_unit_post": "某部 班长", "fallen_on": "1952年10月20日", "fallen_place": "某高地", "fallen_approved": "1953年2月11日",
    "fallen_certificate": "烈字第010203号", "fallen_cause": "作战牺牲", "retired": "2013年8月", "notes": "身份备注",
}  # fmt: skip
CARD = "6228480860012340018"


def usual(
    number: int = 1, name: str = "马建国", kinds: tuple[str, ...] = ("伤残人员",), **more: object
) -> PersonFile:
    """A person with the usual papers, whose facts differ from person to person."""
    place = f"青海省西宁市城中区南川西路{number}号{number % 7 + 1}单元{number % 30 + 101}室"
    citizen = f"63010319{53 - number % 20:02d}0801{number % 10000:04d}"
    facts = {**FACTS, "name": name, "residence": place, "number": citizen}
    members = (Member("配偶", "李秀英", "女", "1955年3月12日", "630103195503120025", "务农", "13997001122"),)
    papers = (
        Material("", "南川西路街道退役军人服务站", "优抚对象登记（信息采集）表", "20200315", "2", ""),
        Material("退字第00123号", "某部队", "退伍军人证复印件", "19810110", "3", "复印件"),
    )
    whole = PersonFile(
        name, f"6301030{100000 + number}", str(number), "20200315", facts, None,
        tuple(IdentityFile(kind, SERVICE) for kind in kinds), members,
        (Account("中国农业银行西宁城中支行", name, CARD, "2012年1月", ""),), (("村社编号", f"某村-{number:03d}"),), papers,
        (Payment("2020年8月", "残疾抚恤金", "3,208.33", "3,208.33", CARD, "补发"),),
        (Visit("2020年1月15日", "春节", "王芳", "慰问金500元", "身体尚可，行走不便。", "已转社区"),), (),
        (StateChange("1981年3月", "伤残人员·残疾军人", "享受待遇", "", "批准"),),
        (FieldChange("2020-03-15 09:32", "更正电话", "联系电话", "13897000000", "13897123456", "王芳"),),
    )  # fmt: skip
    return replace(whole, **more)  # type: ignore[arg-type]


LONG_NAME = ("买买提·阿不都热合曼·" * 8)[:60]


def overfull() -> PersonFile:
    """A person about whom there is too much for every page."""
    wound = "左下肢炮弹炸伤，胫骨骨折后遗畸形，行走受限；" * 20
    facts = {**FACTS, "name": LONG_NAME, "notes": "龘" * 2800}
    service = {**SERVICE, "disability": wound}
    one = usual()
    return PersonFile(
        LONG_NAME, "6301030199999", "9999", "20200315", facts, None, tuple(IdentityFile(kind, service) for kind in KINDS[:5]),
        tuple(one.family[0]._replace(name=f"马小{n}") for n in range(12)), one.accounts, one.remarks,
        tuple(one.materials[0]._replace(title=f"第{n}份材料") for n in range(60)), one.payments * 40, one.visits * 20, (),
        one.states * 10, tuple(one.changes[0]._replace(title=f"第{n}次更正") for n in range(200)),
    )  # fmt: skip
