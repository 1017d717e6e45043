"""The convention's privacy notice: Markdown from the organisers, shown as safe HTML."""

from functools import lru_cache

import markdown
import nh3
from markupsafe import Markup, escape

_TAGS = {"p", "ul", "ol", "li", "strong", "em", "h3", "h4", "br", "blockquote", "a", "code"}
_ATTRIBUTES = {"a": {"href"}}
_SCHEMES = {"http", "https", "mailto"}
_HEADINGS = {"h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}


@lru_cache(maxsize=16)
def notice_html(text: str) -> Markup:
    """Tags in the text are text; what Markdown makes of the rest keeps a few plain tags."""
    made = markdown.markdown(str(escape(text)), output_format="html")
    for high, low in _HEADINGS.items():
        made = made.replace(f"<{high}>", f"<{low}>").replace(f"</{high}>", f"</{low}>")
    safe = nh3.clean(made, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="noreferrer")
    return Markup(safe)  # noqa: S704 - nh3 has just cleaned it
