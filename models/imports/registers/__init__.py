"""Registers 登记表 of what the office did: payments, aid, visits, publicity, reports, activities, services, honours, rates.

A register names people too, but is no roster of them: nobody becomes a file through it.
"""

from models.imports.registers.headings import find
from models.imports.registers.kinds import KINDS, Kind
from models.imports.registers.reading import Register, read_sheet, unfit
from models.imports.registers.signs import REFUSED, sign

__all__ = ["KINDS", "REFUSED", "Kind", "Register", "find", "read_sheet", "sign", "unfit"]
