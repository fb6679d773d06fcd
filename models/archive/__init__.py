"""The archive 档案库 as files of a PC: its folder and lock, keys and passwords, encrypted scans, backup."""
