"""`cahier.json`: everything the cahier says, as data that a program can take up again.

Shape, format 1. Every key is always there but those of an arranged document; a list keeps its order.

- `format`: 1.
- `convention`: `title`, `number`, `place`, `dates`, `organisers`, `language`,
  `licence`, `privacy_notice`, `keep_days`, `closed`, `steps` (`label`, `minutes`,
  `post`, `hidden`, `late`, `dots`, `dots_on`, `disagree`, `wall`).
- `themes`: `code`, `title`, `question`, `partners`, `boards`, `people`.
- `slots`: `id`, `label`, `themes`, `room`, `start`, `steps`.
- `cards`, by number: `number`, `themes`, `kind`, `slot`, `channel`, `carried_by`,
  `lang`, `late`, `corrected`, `disagreement`, `fate`, `statement`, `aside`
  (null, or `reason`, `note`), `withheld` (null, or why the text is empty:
  `withdrawn`, `personal_data`, `against_frame`, `hidden`), `text`,
  `translations` (`lang`, `text`).
- `statements`, by reference, those that no longer stand among them: `reference`,
  `themes`, `kind`, `title`, `wordings` (texts, oldest first), `cards`, `added`,
  `merged`, `merged_into`, `split_from`, `dissolved`, `founded_on`, `taken_up`
  (`organisation`, `quote`, `reference`), `disagreement`, `objections` (`id`,
  `text`, `kind`, `how`, `outcome`), `minorities` (`text`, `people`), `maturity`.
- `votes`: `number`, `themes`, `kinds`, `dots`, `open`, `voters`, `dots_given`
  (null while it is open; else `statement`, `wording` from 0, before any wording,
  `phones`, `paper`, `hands`).
- `polls`, if there were any: `number`, `themes`, `scale`, `statements` (`statement`,
  `wording`), `open`, `voters`, `said` (null while it is open; else `statement`, then
  by word `phones`, `paper`, `hands`; `blanks`, `majority_grade`). A statement with a
  consent round has `consent`.
- `sections`: Markdown by name of section. `axes`: `id`, `title`, `statements`.
- `answers`: why something was left open, by name of the gap.
- Where the secretary arranged the document, and only then: `outline` (the parts
  in order), `blocks` (`id`, `title`; the prose is the section `block:B1`),
  `boards` (`chapter`, `kind`, `statements` in order), `matches` (`id`,
  `statements` of several themes that say the same, `text`).

No mark of an author, no receipt, no time. The fingerprint printed in the cahier
is the SHA-256 of this very file.
"""

from atelier.cahier.content import content
from atelier.domain.state import Convention


def cahier_json(state: Convention) -> bytes:
    """The same state gives the same bytes."""
    return content(state)
