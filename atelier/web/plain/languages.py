"""Languages to choose from in one gesture, each under its own name. Any other may be written too."""

WRITTEN = (
    ("fr", "Français"),
    ("ar", "العربية"),
    ("bn", "বাংলা"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("fa", "فارسی / دری"),
    ("hy", "Հայերեն"),
    ("it", "Italiano"),
    ("ka", "ქართული"),
    ("ku", "Kurdî"),
    ("pl", "Polski"),
    ("ps", "پښتو"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("so", "Soomaali"),
    ("sq", "Shqip"),
    ("sr", "Srpski"),
    ("ti", "ትግርኛ"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("zh", "中文"),
)

OTHER = "und"
"""What the world's list of languages calls a language that is not told."""

LISTED = frozenset({"", OTHER, *(tag for tag, _ in WRITTEN)})
