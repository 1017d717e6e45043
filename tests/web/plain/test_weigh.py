"""Weighing by plain forms: what a person sees, gives, takes back, and what nobody else ever learns."""

import re

import httpx
import pytest

from atelier.domain.authorship import secret_of, voter_mark
from atelier.domain.words import Role, VoteNumber
from tests.web.hall import Caller, Hall
from tests.web.plain.room import send, start, theme, words

FIRST, SECOND = "Un guichet ouvert, avec une personne.", "Le papier reste possible partout."


@pytest.fixture
def facilitator(hall: Hall) -> Caller:
    """Two statements, each with its wording."""
    made = hall.program(Role.FACILITATOR)
    for number, text in enumerate((FIRST, SECOND), 1):
        send(hall, hall.browser(), text, kind="revendication")
        made.does("group_cards", cards=[number])
        made.does("word_statement", statement=f"DS-R{number}", text=text)
    return made


@pytest.fixture
def voter(hall: Hall) -> Caller:
    """A browser that has opened a page."""
    made = hall.browser()
    made.get(theme(hall))
    return made


def opened(facilitator: Caller, dots: int = 3) -> None:
    facilitator.does("open_vote", theme="DS", dots=dots, kinds=["revendication"])


def asked(facilitator: Caller, scale: str, *statements: str) -> None:
    facilitator.does("open_poll", statements=list(statements), scale=scale)


def give(hall: Hall, browser: Caller, statement: str, dots: object) -> httpx.Response:
    """Press a button; what the browser then shows."""
    fields = {"statement": statement, "dots": str(dots)}
    return browser.post(f"{theme(hall)}/dots", data=fields, follow_redirects=True)


def weighed(page: httpx.Response) -> str:
    """The part of the page that weighs."""
    found = re.search(r'<section class="weigh".*?</section>', page.text, re.DOTALL)
    return found[0] if found else ""


def said(page: httpx.Response) -> str:
    return words(httpx.Response(200, text=weighed(page)))


def own(hall: Hall, browser: Caller) -> dict[str, str]:
    found: dict[str, str] = browser.get(f"{theme(hall)}/mine").json()["mine"]
    return found


def test_more_dots_than_there_are_is_refused_with_what_is_left(
    hall: Hall, facilitator: Caller, voter: Caller
) -> None:
    opened(facilitator)
    give(hall, voter, "DS-R1", 2)
    page = give(hall, voter, "DS-R2", 2)
    assert page.status_code == 422
    assert "Vos gommettes en tout : 3. Il vous en reste : 1." in said(page)
    assert "Il vous reste 1 gommette sur 3" in said(page)
    assert own(hall, voter) == {"dots-1-DS-R1": "2"}


@pytest.mark.parametrize("number", ["", "-1", "deux", "1000", "²", "1.5"])
def test_what_is_no_number_of_dots_is_refused(
    hall: Hall, facilitator: Caller, voter: Caller, number: str
) -> None:
    opened(facilitator)
    assert give(hall, voter, "DS-R1", number).status_code == 422
    assert own(hall, voter) == {}


def test_dots_on_what_is_not_there_are_refused(hall: Hall, facilitator: Caller, voter: Caller) -> None:
    opened(facilitator)
    page = give(hall, voter, "DS-R9" * 50, 1)
    assert page.status_code == 422
    assert "Il n’y a pas d’énoncé DS-R9" in said(page)


def test_dots_after_the_end_are_refused_and_the_result_is_there(
    hall: Hall, facilitator: Caller, voter: Caller
) -> None:
    opened(facilitator)
    facilitator.does("close_vote", theme="DS")
    page = give(hall, voter, "DS-R1", 1)
    assert page.status_code == 409
    assert "On ne vote pas sur DS-R1 en ce moment." in said(page)
    assert "Aucune gommette n’a été donnée." in said(page)


def test_a_browser_without_cookies_is_sent_to_the_paper(hall: Hall, facilitator: Caller) -> None:
    opened(facilitator)
    page = give(hall, hall.browser(), "DS-R1", 1)
    assert page.status_code == 403
    assert "Votez sur papier ou à main levée" in said(page)
    assert hall.state.votes[VoteNumber(1)].voters == 0


def test_nothing_is_said_of_weighing_before_a_vote(hall: Hall, facilitator: Caller) -> None:
    page = hall.browser().get(theme(hall))
    assert weighed(page) == ""
    assert page.text.index('id="weigh"') < page.text.index('id="write"')


def test_an_open_vote_comes_first_with_every_wording(hall: Hall, facilitator: Caller) -> None:
    opened(facilitator)
    page = hall.browser().get(theme(hall))
    assert "Il vous reste 3 gommettes sur 3" in said(page)
    for text in (FIRST, SECOND):
        assert text in said(page)
    assert page.text.index('class="weigh"') < page.text.index('id="write"')


def test_a_press_is_noted_beside_its_statement(hall: Hall, facilitator: Caller, voter: Caller) -> None:
    opened(facilitator)
    answer = voter.post(f"{theme(hall)}/dots", data={"statement": "DS-R1", "dots": "2"})
    assert answer.status_code == 303
    assert answer.headers["location"] == f"{theme(hall)}?noted=DS-R1#dots-DS-R1"
    page = voter.get(answer.headers["location"])
    assert re.search(r"DS-R1.*Un guichet.*2 ●● \+ C’est noté\. DS-R2", said(page))
    assert "Il vous reste 1 gommette sur 3" in said(page)


def test_the_same_press_twice_is_one(hall: Hall, facilitator: Caller, voter: Caller) -> None:
    opened(facilitator)
    stale = re.findall(r'name="dots" value="(\d+)"', weighed(voter.get(theme(hall))))
    for _ in range(2):
        give(hall, voter, "DS-R1", stale[1])
    assert own(hall, voter) == {"dots-1-DS-R1": "1"}


def test_dots_are_taken_back(hall: Hall, facilitator: Caller, voter: Caller) -> None:
    opened(facilitator)
    give(hall, voter, "DS-R1", 3)
    assert "Vos 3 gommettes sont posées" in said(voter.get(theme(hall)))
    give(hall, voter, "DS-R1", 0)
    page = give(hall, voter, "DS-R2", 3)
    assert page.status_code == 200
    assert own(hall, voter) == {"dots-1-DS-R2": "3"}


def test_nobody_sees_the_dots_of_another(hall: Hall, facilitator: Caller, voter: Caller) -> None:
    opened(facilitator)
    stranger = hall.browser()
    before = weighed(stranger.get(theme(hall)))
    give(hall, voter, "DS-R1", 2)
    assert weighed(stranger.get(theme(hall))) == before
    assert weighed(hall.browser().get(theme(hall))) == before
    assert own(hall, stranger) == {}


def test_the_script_is_answered_with_its_own_dots(hall: Hall, facilitator: Caller, voter: Caller) -> None:
    opened(facilitator)
    fields = {"statement": "DS-R1", "dots": "2"}
    headers = {"accept": "application/json"}
    answer = voter.post(f"{theme(hall)}/dots", data=fields, headers=headers)
    assert answer.json() == {"mine": {"dots-1-DS-R1": "2"}, "problem": ""}
    assert answer.headers["cache-control"] == "no-store"
    refused = voter.post(f"{theme(hall)}/dots", data={**fields, "dots": "4"}, headers=headers)
    assert refused.status_code == 422
    assert refused.json()["mine"] == {"dots-1-DS-R1": "2"}
    assert "reste\u00a0: 1." in refused.json()["problem"]


def test_the_result_says_every_channel_apart_and_together(
    hall: Hall, facilitator: Caller, voter: Caller
) -> None:
    opened(facilitator)
    give(hall, voter, "DS-R1", 2)
    facilitator.does("count_dots", statement="DS-R1", channel="hands", dots=4)
    facilitator.does("count_dots", statement="DS-R1", channel="paper", dots=1)
    facilitator.does("close_vote", theme="DS")
    told = said(voter.get(theme(hall)))
    assert "7 gommettes téléphone 2, papier 1, mains levées 4" in told
    assert "1 personne par téléphone" in told
    assert "1 énoncé n’a reçu aucune gommette." in told


def test_a_result_makes_room_for_the_cards_of_the_next_step(hall: Hall, facilitator: Caller) -> None:
    opened(facilitator)
    facilitator.does("close_vote", theme="DS")
    assert "<details>" not in weighed(hall.browser().get(theme(hall)))
    start(hall, 2)
    assert "<details><summary>Le résultat des gommettes" in weighed(hall.browser().get(theme(hall)))


def test_a_statement_of_two_themes_is_weighed_in_the_vote_opened_last(hall: Hall) -> None:
    host = hall.program(Role.HOST)
    host.does("add_slot", label="Matin commun", themes=["DS", "TR"])
    slot = next(iter(hall.state.slots))
    facilitator = hall.program(Role.FACILITATOR)
    facilitator.does("start_step", slot=slot, step=2)
    author = hall.browser()
    send(hall, author, FIRST, kind="revendication")
    reference = facilitator.does("group_cards", cards=[1])["statement"]
    for code in ("DS", "TR"):
        facilitator.does("open_vote", theme=code, dots=2, kinds=["revendication"])
    assert "Ses gommettes se posent dans le thème TR." in said(author.get(theme(hall)))
    page = author.get(theme(hall, "TR"))
    assert f'id="dots-{reference}"' in weighed(page)
    assert "énoncé commun à DS et TR" in said(page)


def test_an_opinion_is_given_changed_and_taken_back(hall: Hall, facilitator: Caller, voter: Caller) -> None:
    asked(facilitator, "opinions", "DS-R1")
    page = voter.get(theme(hall))
    assert "D’accord Je passe Pas d’accord" in said(page)
    for word in ("agree", "disagree"):
        fields = {"statement": "DS-R1", "choice": word}
        page = voter.post(f"{theme(hall)}/choice", data=fields, follow_redirects=True)
        assert f'value="{word}" aria-pressed="true"' in weighed(page)
        assert weighed(page).count('aria-pressed="true"') == 1
        assert own(hall, voter) == {"choice-1-DS-R1": word}
    voter.post(f"{theme(hall)}/choice", data={"statement": "DS-R1", "choice": ""})
    assert own(hall, voter) == {}


@pytest.mark.parametrize("word", ["maybe", "very_good", "blank"])
def test_a_word_of_another_scale_is_refused(
    hall: Hall, facilitator: Caller, voter: Caller, word: str
) -> None:
    asked(facilitator, "opinions", "DS-R1")
    page = voter.post(f"{theme(hall)}/choice", data={"statement": "DS-R1", "choice": word})
    assert page.status_code == 422
    assert own(hall, voter) == {}


def test_opinions_are_told_once_closed(hall: Hall, facilitator: Caller, voter: Caller) -> None:
    asked(facilitator, "opinions", "DS-R1")
    voter.post(f"{theme(hall)}/choice", data={"statement": "DS-R1", "choice": "agree"})
    facilitator.does("count_choices", statement="DS-R1", channel="hands", choice="disagree", people=3)
    facilitator.does("close_poll", theme="DS")
    told = said(hall.browser().get(theme(hall)))
    assert "D’accord : 1 téléphone 1, papier 0, mains levées 0" in told
    assert "Pas d’accord : 3 téléphone 0, papier 0, mains levées 3" in told


def test_grades_are_one_form_and_silence_is_said_to_weigh_nothing(
    hall: Hall, facilitator: Caller, voter: Caller
) -> None:
    asked(facilitator, "grades", "DS-R1", "DS-R2")
    page = voter.get(theme(hall))
    assert weighed(page).count("<form") == 1
    assert weighed(page).count(" checked") == 2  # « je ne me prononce pas », for each
    assert "Ne pas se prononcer ne compte ni pour ni contre" in said(page)
    fields = {"DS-R1": "good", "DS-R2": ""}
    page = voter.post(f"{theme(hall)}/grades", data=fields, follow_redirects=True)
    assert re.search(r'id="DS-R1-good" value="good" checked', weighed(page))
    assert own(hall, voter) == {"choice-1-DS-R1": "good"}


def test_grades_without_any_are_refused(hall: Hall, facilitator: Caller, voter: Caller) -> None:
    asked(facilitator, "grades", "DS-R1", "DS-R2")
    assert voter.post(f"{theme(hall)}/grades", data={"DS-C1": "good"}).status_code == 422


def test_the_merit_profile_has_its_numbers_in_words(hall: Hall, facilitator: Caller, voter: Caller) -> None:
    asked(facilitator, "grades", "DS-R1", "DS-R2")
    voter.post(f"{theme(hall)}/grades", data={"DS-R1": "good", "DS-R2": "reject"})
    facilitator.does("count_choices", statement="DS-R1", channel="paper", choice="fair", people=3)
    facilitator.does("count_choices", statement="DS-R2", channel="paper", choice="blank", people=3)
    facilitator.does("close_poll", theme="DS")
    page = hall.browser().get(theme(hall))
    told = said(page)
    assert "Mention : Passable" in told
    assert "Passable : 3 téléphone 0, papier 3, mains levées 0" in told
    assert "3 personnes ne se sont pas prononcées." in told
    assert re.findall(r'class="t(\d)" x="([\d.]+)" y="1" width="([\d.]+)"', weighed(page)) == [
        ("1", "0.0", "25.0"),
        ("2", "25.0", "75.0"),
        ("4", "0.0", "100.0"),
    ]


def test_the_address_of_a_form_leads_to_its_page(hall: Hall) -> None:
    for name in ("dots", "choice", "grades"):
        assert hall.browser().get(f"{theme(hall)}/{name}").headers["location"] == theme(hall)


def test_forgetting_takes_back_what_is_still_weighed(hall: Hall, facilitator: Caller, voter: Caller) -> None:
    opened(facilitator)
    give(hall, voter, "DS-R1", 2)
    facilitator.does("close_vote", theme="DS")
    opened(facilitator)
    give(hall, voter, "DS-R1", 3)
    mark = voter_mark(secret_of(voter.http.cookies["atelier"], hall.state.id), VoteNumber(2))
    voter.post(f"/{hall.slug}/me/forget")
    first, second = hall.state.votes.values()
    assert sum(first.phones.values()) == 2
    assert sum(second.phones.values()) == 0
    assert set(second.ballots[mark].values()) == {0}


def test_programs_are_told_of_their_own_part_alone(hall: Hall, facilitator: Caller, voter: Caller) -> None:
    opened(facilitator)
    give(hall, voter, "DS-R1", 2)
    vote = voter.seen()["themes"][0]["vote"]
    assert (vote["mine"], vote["left"], vote["kinds"]) == ({"DS-R1": 2}, 1, ["revendication"])
    for other in (hall.browser(), facilitator):
        vote = other.seen()["themes"][0]["vote"]
        assert (vote["mine"], vote["left"]) == ({}, 3)


def test_programs_are_told_of_a_poll_and_of_its_result_once_closed(
    hall: Hall, facilitator: Caller, voter: Caller
) -> None:
    assert facilitator.does("open_poll", statements=["DS-R1", "DS-R2"], scale="grades")["poll"] == 1
    voter.does("cast_choice", statement="DS-R2", choice="good")
    poll = voter.seen()["themes"][0]["poll"]
    assert (poll["mine"], poll["result"]) == ({"DS-R2": "good"}, None)
    facilitator.does("close_poll", theme="DS")
    poll = hall.browser().seen()["themes"][0]["poll"]
    assert poll["mine"] == {}
    assert [(one["statement"], one["grade"]) for one in poll["result"]] == [
        ("DS-R2", "good"),
        ("DS-R1", None),
    ]


def test_a_statement_keeps_what_was_said_of_it_in_earlier_polls(
    hall: Hall, facilitator: Caller, voter: Caller
) -> None:
    for scale, word in (("opinions", "disagree"), ("grades", "good")):
        asked(facilitator, scale, "DS-R1")
        voter.does("cast_choice", statement="DS-R1", choice=word)
        assert word not in words(voter.get(theme(hall)))
        facilitator.does("close_poll", theme="DS")
    facilitator.does("set_consent", statement="DS-R1", stage="clarified")
    facilitator.does("word_statement", statement="DS-R1", text="Un guichet ouvert le soir aussi.")
    page = words(voter.get(theme(hall)))
    assert "Avis : pas d’accord 1, sur une phrase précédente" in page
    assert "Mention : bien (bien 1, sur une phrase précédente)" in page
    assert "Consentement : amendé" in page


def test_dots_given_to_an_earlier_wording_are_said_apart(
    hall: Hall, facilitator: Caller, voter: Caller
) -> None:
    opened(facilitator)
    give(hall, voter, "DS-R1", 2)
    facilitator.does("close_vote", theme="DS")
    facilitator.does("word_statement", statement="DS-R1", text="Un guichet ouvert le soir aussi.")
    page = voter.get(theme(hall))
    assert "La phrase a changé depuis." in said(page)
    assert "2 gommettes données à une phrase précédente" in words(page)


def test_what_is_kept_of_a_browser_tells_its_votes_and_its_polls(
    hall: Hall, facilitator: Caller, voter: Caller
) -> None:
    opened(facilitator)
    give(hall, voter, "DS-R1", 2)
    facilitator.does("close_vote", theme="DS")
    asked(facilitator, "opinions", "DS-R2")
    voter.post(f"{theme(hall)}/choice", data={"statement": "DS-R2", "choice": "disagree"})
    kept = words(voter.get(f"/{hall.slug}/me"))
    assert "Vote terminé : DS-R1 (2). Marque : " in kept
    assert "Vote en cours : DS-R2 (pas d’accord). Marque : " in kept
    voter.post(f"{theme(hall)}/choice", data={"statement": "DS-R2", "choice": ""})
    assert "Vote en cours : tout a été repris." in words(voter.get(f"/{hall.slug}/me"))
    stranger = words(hall.browser().get(f"/{hall.slug}/me"))
    assert "Mes gommettes Aucune. Mes avis et mes mentions Aucun." in stranger


def test_forgetting_takes_back_an_opinion_too(hall: Hall, facilitator: Caller, voter: Caller) -> None:
    asked(facilitator, "opinions", "DS-R1")
    voter.post(f"{theme(hall)}/choice", data={"statement": "DS-R1", "choice": "agree"})
    voter.post(f"/{hall.slug}/me/forget")
    facilitator.does("close_poll", theme="DS")
    assert "Personne ne s’est prononcé." in said(hall.browser().get(theme(hall)))
