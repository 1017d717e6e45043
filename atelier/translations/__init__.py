"""What a person reads. French is written first, in the code; the catalogues carry the other languages.

Whoever needs a sentence calls `speech(lang).text("La phrase en français")`; a
sentence kept in a table is wrapped in `msgid(…)`. `python -m atelier.translations`
then brings the catalogues up to date.
"""

from atelier.translations.catalogue import LANGUAGES
from atelier.translations.choice import choose
from atelier.translations.marking import msgid, msgids
from atelier.translations.speech import Speech, speech

__all__ = ["LANGUAGES", "Speech", "choose", "msgid", "msgids", "speech"]
