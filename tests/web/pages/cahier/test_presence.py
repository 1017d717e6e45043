"""Who else has a text open: by a number and a function, in memory."""

from atelier.domain.sections import FOREWORD, NEXT
from atelier.domain.words import Role
from atelier.web.presence import Presence


def test_one_does_not_see_oneself_and_sees_the_others() -> None:
    presence = Presence()
    one, two = presence.sit(Role.SECRETARY), presence.sit(Role.HOST)
    presence.open(one, FOREWORD)
    presence.open(two, FOREWORD)
    assert presence.others(one) == {FOREWORD: (two,)}
    presence.open(two, None)
    assert presence.others(one) == {}
    assert presence.others(two) == {FOREWORD: (one,)}


def test_a_number_that_was_left_is_given_again() -> None:
    presence = Presence()
    one, two = presence.sit(Role.SECRETARY), presence.sit(Role.SECRETARY)
    presence.leave(one)
    assert [two.number, presence.sit(Role.SECRETARY).number, presence.sit(Role.HOST).number] == [2, 1, 3]


def test_the_others_are_told_of_what_changes_and_of_nothing_else() -> None:
    presence, told = Presence(), []
    post = presence.sit(Role.SECRETARY)
    stop = presence.watch(lambda: told.append(post.opened))
    for section in (FOREWORD, FOREWORD, NEXT):
        presence.open(post, section)
    presence.leave(post)
    assert told == [FOREWORD, NEXT, NEXT]
    stop()
    presence.open(post, None)
    assert len(told) == 3
