"""Every number of the product, its unit in its name, its reason in its comment."""

# Cards
CARD_GRAPHEMES_MAX = 600  # a spoken minute and a half; fills one A6 slip in readable handwriting
CARDS_MAX = 10_000  # fifteen times the busiest day foreseen; the state still replays in a second
CARDS_PER_GROUP_MAX = 500  # a whole board in one statement is possible, a whole day is not
CARRIED_BY_PEOPLE_MAX = 500  # a card written for a whole hall
SLIP_GRAPHEMES_MAX = 20  # what is handwritten in the corner of a slip
TABLE_GRAPHEMES_MAX = 20  # "table 12", "balcon"
NOTE_GRAPHEMES_MAX = 300  # why a card was set aside, in a sentence or two
KEY_CHARACTERS_MAX = 100  # a resend key: a UUID is 36
LANG_CHARACTERS_MAX = 35  # the longest BCP 47 tag worth meeting

# Rooms
ROOM_SPAN = 100_000  # numbers of one room: ten times the cards it may hold, easy to tell apart by eye
ROOMS_MAX = 26  # a letter each; the largest convention seen had seven

# Statements
TITLE_GRAPHEMES_MAX = 120  # one line of the wall at reading size
WORDING_GRAPHEMES_MAX = 4_000  # a page: real constats run to five sentences, a few to paragraphs
STATEMENTS_PER_BOARD_MAX = 500  # references stay short enough to say aloud
SAID_OF_A_STATEMENT_MAX = 50  # objections, and minority opinions: beyond, the sentence is not ripe
TRANSLATIONS_PER_CARD_MAX = 20  # more languages than were ever spoken in one hall
LINKS_MAX = 50  # more foundations than that is a cross-cutting axis
ORGANISATION_GRAPHEMES_MAX = 120  # "Syndicat de la médecine générale" is 32
QUOTE_GRAPHEMES_MAX = 2_000  # a demand of another organisation, exact and whole
SOURCE_GRAPHEMES_MAX = 300  # title, date, page or address of what is quoted
OBJECTION_GRAPHEMES_MAX = 1_000  # a reasoned paragraph
MINORITY_GRAPHEMES_MAX = 1_000  # as long as an objection: equal room for both
PEOPLE_MAX = 10_000  # people behind an opinion or in a room; a typing mistake is larger

# Near cards
NEIGHBOURS_MAX = 5  # what one compares at a glance; of the doubles in a trial, 88 in 100 were among five
NEAR_SCORE_MIN = 0.1  # from 0 to 1: no double found in that trial was below; two strangers a card were above

# Dots
DOTS_PER_PERSON_MAX = 100  # for the cleverest of quadratic games; five is usual
DOTS_COUNTED_MAX = 100_000  # hands and paper of one statement; a typing mistake is larger
GRADED_STATEMENTS_MAX = 12  # graded together with majority judgement; beyond, people tick at random

# Programme
THEMES_MAX = 60  # the largest forum seen had some thirty workshops
SLOTS_MAX = 200  # sixty themes, three stretches of the day
STEPS_MAX = 60  # a step every ten minutes for ten hours
STEP_MINUTES_MAX = 24 * 60  # a convention is a day; two days are two steps
CLOCK_SECONDS_MAX = 100 * 366 * 86_400  # a machine without a battery may wake up in 1970
LABEL_GRAPHEMES_MAX = 120  # one line on a phone held sideways
QUESTION_GRAPHEMES_MAX = 400  # one or two framing sentences
PARTNERS_MAX = 30  # per theme, and organisers per convention
DATES_MAX = 31  # a month of Saturdays and more
CONVENTION_NUMBER_MAX = 9_999  # four digits on a cover
KEEP_DAYS_MAX = 3_650  # ten years: beyond, it is an archive, not this tool
NOTICE_GRAPHEMES_MAX = 10_000  # three pages of privacy notice, which nobody should need

# Document
SECTION_GRAPHEMES_MAX = 40_000  # fifteen pages of prose in one place
AXES_MAX = 60  # as many as themes
BLOCKS_MAX = 200  # one between any two parts of the largest forum, and some
AXIS_STATEMENTS_MAX = 500  # as many as a board may hold
ANSWER_GRAPHEMES_MAX = 500  # why something is left open, in a sentence or two

# Pace and size, at the door
SAME_WORDS_SECONDS = 120  # sent again from a page gone back to: one card; later, they are meant again
CARDS_PER_MINUTE_PER_BROWSER = 40  # a table's scribe types fast; a script types faster
COVER_MINUTES = 15  # what a vandal writes is seen by then; longer, a memory would tie cards for nothing
REQUESTS_BURST_PER_ADDRESS = 3_000  # 300 people behind one address: page, style, script, send, page…
REQUESTS_PER_SECOND_PER_ADDRESS = 300  # …and again every second of a busy minute
KEY_FAILURES_PER_MINUTE_PER_ADDRESS = 10  # wrong role links: a torn QR is scanned again three times
KEY_FAILURES_PER_MINUTE = 60  # from everywhere together: guesses spread over addresses
REQUEST_BODY_BYTES_MAX = 262_144  # a section of 40 000 characters in a script of four bytes, and room
REQUEST_BODY_SECONDS_MAX = 30  # a phone at the edge of the Wi-Fi; a connection left hanging is closed
BROWSERS_REMEMBERED_MAX = 20_000  # pace counters in memory; the least recent are forgotten first
UNSYNCED_COMMANDS_MAX = 2_000  # waiting for the disk; beyond, say so rather than grow

# Feed
FEED_TICK_SECONDS = 0.1  # a burst costs one send per client; the eye sees no delay
FEED_FRAMES_KEPT = 600  # a minute of the busiest burst: who was away longer takes everything anew
FEED_BEAT_SECONDS = 15  # said when nothing changes, or a sleeping access point drops the line
FEED_CHANNEL_IDLE_SECONDS = 120  # a phone that locks and wakes still finds the frames it missed
FEED_LISTENERS_MAX = 2_000  # seven halls of phones; a script opening lines for ever is refused

# Store
BACKUPS_KEPT = 10  # one a step: the last half day
COMPACT_AFTER_LINES = 20_000  # a start reads at most this many lines before the snapshot is renewed

# Bundles
BUNDLE_BYTES_MAX = 67_108_864  # ten thousand cards with all that is done to them are thirty million
BUNDLE_EVENTS_MAX = 200_000  # twenty events for each card of the largest day
BUNDLE_EVENT_BYTES_MAX = 1_048_576  # four times what a request may hold; programmes come in files too
EARLIER_BYTES_MAX = 16_777_216  # the cahier.json of ten thousand cards; it is read all at once
BUNDLE_MANIFEST_BYTES_MAX = 4_096  # it is some three hundred
