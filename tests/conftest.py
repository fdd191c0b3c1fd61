"""What every test shares: how hard Hypothesis tries (HYPOTHESIS_PROFILE=thorough: harder)."""

import os

from hypothesis import HealthCheck, settings

# The suite shares two cores with other work: a slow moment is no failure.
for name, examples in (("onrecord", 25), ("thorough", 300)):
    settings.register_profile(
        name,
        deadline=None,
        max_examples=examples,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "onrecord"))
