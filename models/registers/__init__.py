"""Registers 登记表 of what the office did: payments, aid, visits, publicity, reports, activities, services, honours, rates.

A register names people too, but is no roster of them: nobody becomes a file through it.
"""

from models.registers.headings import find
from models.registers.kinds import KINDS, Kind
from models.registers.reading import Register, read_sheet, unfit
from models.registers.signs import REFUSED, sign

__all__ = ["KINDS", "REFUSED", "Kind", "Register", "find", "read_sheet", "sign", "unfit"]
