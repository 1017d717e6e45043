"""A text to take away: a button copies it where the browser lets it; elsewhere it is there to select."""

from nicegui.element import Element


class CopyText(Element, component="copy.js"):
    """Over plain HTTP most browsers copy only by hand: the text is then selected, and the keys are said."""

    def __init__(self, text: str, *, label: str, words: dict[str, str]) -> None:
        super().__init__()
        self._props["text"] = text
        self._props["label"] = label
        self._props["words"] = words
