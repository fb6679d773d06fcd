"""Headings of superiors' forms, and what each truly asks: '' for what the archive cannot know or must not answer."""

from __future__ import annotations

TRUTH = """
序号 row.serial|编号 row.serial|NO. row.serial|年龄 row.age|年龄（周岁） row.age|现年龄 row.age
姓名 person.name|姓  名 person.name|优抚对象姓名 person.name|姓名* person.name|人员姓名 person.name|本人姓名 person.name
身份证号 person.number|身份证号码 person.number|公民身份号码 person.number|身份证号码（18位） person.number|居民身份证号码 person.number
*身份证件号码 person.number|证件号码 person.number|身份证 person.number
性别 person.sex|性别（男/女） person.sex|性别(1男2女) person.sex|性别代码 person.sex|民族 person.ethnic|民族* person.ethnic
出生年月 person.born|出生日期 person.born|出生日期（yyyy-MM-dd） person.born|出生年月（如1950.01） person.born|出生年月日 person.born|出生时间 person.born
户籍类别 person.household|户口性质 person.household|户籍性质（城镇/农村） person.household|城乡类别 person.household
户籍地址 person.household_address|户口所在地 person.household_address|户籍所在地详细地址 person.household_address|户口簿住址 person.household_address
家庭住址 person.residence|现住址 person.residence|实际居住地址 person.residence|家庭详细地址 person.residence|通讯地址 person.residence|住址 person.residence
所属乡镇（街道） person.street|乡镇（街道） person.street|街道（镇） person.street|所属街道 person.street|镇（街） person.street|乡镇 person.street
村（社区） person.community|社区 person.community|所属村（社区） person.community|村居 person.community|行政村 person.community
联系电话 person.phone|手机号码 person.phone|联系方式 person.phone|电话 person.phone|本人联系电话 person.phone|联系方式（手机） person.phone
邮政编码 person.postcode|婚姻状况 person.marital|文化程度 person.education|学历 person.education|政治面貌 person.politics
健康状况 person.health|就业状况 person.employment|劳动能力 person.labour|生活能力 person.selfcare|生活自理能力 person.selfcare
供养方式 person.support|是否孤老 person.alone|是否孤儿 person.orphan|是否精神病 person.mental|是否低保 person.low_income|是否享受低保待遇 person.low_income
是否享受五保待遇 person.five_guarantees|医疗保障方式 person.insurance|医保类型 person.insurance|参保情况 person.insurance|医疗保险号 person.insurance_no
养老保障方式 person.pension|养老保险 person.pension|年收入 person.income|个人年收入（万元） person.income|年收入（元） person.income
工作单位 person.employer|工作单位性质 person.employer_nature|家庭人口数 person.family_size|住房状况 person.house_state|住房性质 person.house_ownership
房屋间数 person.rooms|优待证号 person.veteran_card|优待证编号 person.veteran_card|曾用名 person.former_names|与户主关系 person.head_relation
优抚类别 row.kind|身份类别 identity.category|优抚对象类别 identity.category|人员类别 identity.category|对象类别 identity.category|优抚对象状态 identity.state
待遇状态 identity.state|证书编号 identity.certificate|优抚证号 identity.certificate|残疾证号 identity.certificate|定期抚恤证编号 identity.certificate
生活补助证编号 identity.certificate|残疾军人证号 identity.certificate|批准日期 identity.approved|批准时间 identity.approved|认定时间 identity.approved
伤残等级 identity.grade|残疾等级 identity.grade|伤残性质 identity.nature|残疾性质 identity.nature|伤残等级及性质 row.grade_nature|性质及等级 row.grade_nature
伤残时期 identity.period|伤残属别 identity.standing|入伍时间 identity.joined|入伍年月 identity.joined|参军时间 identity.joined|入伍日期(YYYY/MM/DD) identity.joined
退役时间 identity.left|退伍时间 identity.left|复员时间 identity.left|退役日期 identity.left|原部队代号 identity.unit|部队番号 identity.unit|所在部队 identity.unit
服役部队名称(番号) identity.unit_name|职务 identity.post|退伍证号 identity.discharge_no|退役证件号 identity.discharge_no|致残时间 identity.disabled_on
致残地点 identity.disabled_place|致残情况 identity.disability|残疾情况 identity.disability|致残原因 identity.disabled_cause|参战类别 identity.battle
参加战役 identity.battle|参试类别 identity.test|是否参战 identity.fought|是否参试 identity.tested|抗美援朝 identity.korea|是否持证人 identity.holder
与牺牲病故军人关系 identity.relation|与烈士关系 identity.relation|烈士姓名 identity.fallen_name|牺牲时间 identity.fallen_on|牺牲地点 identity.fallen_place
烈士证书字号 identity.fallen_certificate|服役年限 identity.service_years|折算年限 identity.service_years|抚恤金已发至 identity.paid_to
开户银行 account.bank|开户行 account.bank|发放银行 account.bank|开户名称 account.holder|户名 account.holder|开户人 account.holder
银行账号 account.account|银行卡号 account.account|账号 account.account|一卡通账号 account.account|卡号 account.account|存折账号 account.account
备注 identity.notes|填报单位 row.office|领取人签字 row.by_hand|本人签字 row.by_hand|签名（手印） row.by_hand|照片 row.by_hand|审核人 row.by_hand|核查结果 row.by_hand
去世时间 person.died|死亡日期 person.died|户口簿行政区划代码 person.household_area
监护人姓名 -|监护人电话 -|联系人 -|代领人姓名 -|帮扶干部 -|配偶姓名 -|进藏进疆 -|立功受奖情况 -|发放月数 -|护理费 -|主要困难 -|光荣牌悬挂情况 -
身高 -|微信号 -|省标准 -|意见建议 -|所属网格 -|父亲姓名 -|紧急联系人电话 -|政策落实情况 -|走访次数 -
"""

ASKED = {
    heading: "" if field == "-" else field
    for line in TRUTH.strip().splitlines()
    for heading, _, field in (each.rpartition(" ") for each in line.split("|"))
}
