from tests.models.pay.conftest import due, granted, standard

__all__ = ["due", "granted", "standard"]
