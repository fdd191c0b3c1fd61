"""What every test shares: where its record is, and how hard Hypothesis tries."""

from hypothesis import HealthCheck, settings

# The suite shares two cores with other work: a slow moment is no failure.
settings.register_profile(
    "onrecord", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("onrecord")
