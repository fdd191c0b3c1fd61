"""What every test shares: how hard Hypothesis tries (HYPOTHESIS_PROFILE=thorough: harder), who
may load the network, how new records are made, and how tests are shared out among processes.
"""

import os

from hypothesis import HealthCheck, settings

from tests import blank
from tests.shares import pytest_addoption, pytest_runtestloop
from tests.weights import network, pytest_itemcollected, pytest_runtest_protocol

__all__ = [
    "blank",
    "network",
    "pytest_addoption",
    "pytest_itemcollected",
    "pytest_runtest_protocol",
    "pytest_runtestloop",
]

# The suite shares two cores with other work: a slow moment is no failure.
for name, examples in (("onrecord", 25), ("thorough", 300)):
    settings.register_profile(
        name,
        deadline=None,
        max_examples=examples,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "onrecord"))
