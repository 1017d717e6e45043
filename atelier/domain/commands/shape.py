"""The shape every command has."""

from dataclasses import dataclass

command = dataclass(frozen=True, slots=True, kw_only=True)
