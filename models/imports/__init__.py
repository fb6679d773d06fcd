"""Imports 导入: strangers' workbooks read, fitted to what the archive holds, planned, and taken over as one entry."""
