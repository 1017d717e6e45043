"""Atelier turns one day of people talking in rooms into one honest document.

The rooms of the code; imports only go down this list:

- `cli`, `config`: the command line and what it is told.
- `web`: who is asking, the one door, the JSON API, the participants' pages.
- `live`: the running convention: the single writer and what it remembers.
- `store`: bytes on disk: the journal, the codec of events, one folder a convention.
- `exchange`: formats in and out: the programme file, CSV, JSON.
- `nearness`: which cards and statements say nearly the same; pure but for its stemmer.
- `cahier`: pure; the document: from the state to chapters, from chapters to Markdown.
- `domain`: pure; the words, the commands, the events, the rules.

Beside them: `network` (addresses and QR codes), `translations` (what a person
reads), `demonstration` (a small convention to look at).
"""

__version__ = "0.1.0"
