from __future__ import annotations

from tests.models.pay.conftest import answered, granted, standard

__all__ = ["answered", "granted", "standard"]
