"""What people may type, and worse."""

from hypothesis import strategies as st

from atelier.domain.text import clean, clean_line

_MARKUP = [
    "#", "# ", "##", "-", "- ", "+ ", "* ", "*", "**", "_", "__", "1.", "1. ", "1) ", "(1) ", "a. ", "iv) ",
    "(@) ", "#. ", ">", "> ", "---", "***", "___", "===", "=", "|", "| ", "|---|", "--- | ---", ":--|--:",
    "![](x.png)", "[a](b)", "[x]", "[x]: http://y", "[^1]", "[^1]: ", "^[note]", "<script>", "</p>", "<!--",
    "-->", "<?", "<![CDATA[", "<a@b.fr>", "<https://a.fr>", "&amp;", "&#35;", "&copy", "&", ";", "~~~", "```",
    "`", "``", "~~", "~", "\\", "\\\\", "\\*", "\\\n", "  \n", "    ", "\t", "\n", "\n\n", "\n    ",
    "http://a.fr", "https://b.org/x_y*z", "www.a.fr", "a@b.fr", "@cite", ":::", ": ", ":", "{#id}", "{: .c}",
    "}", "$x$", "$$", "\\(", "\\[", "\\begin{x}", "^sup^", "~sub~", "==", "--", "...", "*[a]: ", "+---+",
    "a | b", "!", "!!!", "%", "+", "'", '"', "é", "mot", "un mot", "5 * 3", "snake_case", "étudiant*es", " ",
    "\u00a0", "\u202f", "\u3000", "ٱلنص", "٣. ", "\u200f", "👩🏽‍🌾", "⚡", "«\u00a0",
    "\u00a0»", "DS-C1", "Carte 41",
]  # fmt: skip

_pieces = st.one_of(st.sampled_from(_MARKUP), st.text(max_size=6))

texts = st.lists(_pieces, min_size=1, max_size=14).map("".join).map(clean).filter(bool)
"""As the domain keeps a card: cleaned, not empty."""

lines = st.lists(_pieces, min_size=1, max_size=8).map("".join).map(clean_line).filter(bool)
"""As the domain keeps a title."""
