"""What every test shares: how hard Hypothesis tries (HYPOTHESIS_PROFILE=thorough: harder), who
may load the network, and how new records are made.
"""

import os

from hypothesis import HealthCheck, settings

from tests import blank
from tests.weights import (
    network,
    pytest_collection_modifyitems,
    pytest_itemcollected,
    pytest_runtest_protocol,
)

__all__ = [
    "blank",
    "network",
    "pytest_collection_modifyitems",
    "pytest_itemcollected",
    "pytest_runtest_protocol",
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
