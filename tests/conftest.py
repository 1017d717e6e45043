"""How Hypothesis looks: freely at a desk, always at the same things in CI."""

import os

from hypothesis import HealthCheck, settings

_SLOW = [HealthCheck.too_slow]  # a busy machine is no fault of what is tested

settings.register_profile("desk", deadline=None, suppress_health_check=_SLOW)
settings.register_profile("ci", deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.load_profile("ci" if os.environ.get("CI") else "desk")
