"""Damages 损坏: what a worn disk or a clumsy hand does to a file, at a place chosen by chance."""

from __future__ import annotations

from models.rescue.sealed_pages import PAGE


def flipped(file, chance):
    whole = bytearray(file.read_bytes())
    whole[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    file.write_bytes(whole)


def cut_short(file, chance):
    file.write_bytes(file.read_bytes()[: chance.randrange(1, file.stat().st_size)])


def zeroed(file, chance):
    whole = bytearray(file.read_bytes())
    start = chance.randrange(0, len(whole), PAGE)
    whole[start : start + PAGE] = bytes(len(whole[start : start + PAGE]))
    file.write_bytes(whole)


def swapped(file, chance):
    whole = file.read_bytes()
    size = PAGE if len(whole) > 8 * PAGE else len(whole) // 8  # of a block
    blocks = [whole[start : start + size] for start in range(0, len(whole), size)]
    one, other = chance.choices(range(len(blocks)), k=2)
    blocks[one], blocks[other] = blocks[other], blocks[one]
    file.write_bytes(b"".join(blocks))


DAMAGES = (flipped, zeroed, swapped, cut_short)
