"""What the command line was told, with what it means when it was told nothing."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Wifi:
    """The network to print beside the address."""

    ssid: str
    password: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """`names`: by which this machine may be called, besides its addresses. `port` 0: the usual ones."""

    sessions: Path = field(default_factory=lambda: Path("sessions"))
    exports: Path = field(default_factory=lambda: Path("exports"))
    host: str = "0.0.0.0"  # noqa: S104 - the whole room must reach it; `guard` says by which names
    port: int = 0
    names: tuple[str, ...] = ()
    wifi: Wifi | None = None
    lang: str = "fr"
