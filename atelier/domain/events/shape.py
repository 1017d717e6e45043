"""The shape every event has."""

from dataclasses import dataclass

event = dataclass(frozen=True, slots=True, kw_only=True)
