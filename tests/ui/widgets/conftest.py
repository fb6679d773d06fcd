"""Widgets are tried in a form as the officers have it."""

from __future__ import annotations

from tests.ui.forms.conftest import form

__all__ = ["form"]
