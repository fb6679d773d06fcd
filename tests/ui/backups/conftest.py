"""A stick to be put in and pulled out, as in the tests of the models."""

from tests.models.backups.conftest import stick

__all__ = ["stick"]  # a fixture
