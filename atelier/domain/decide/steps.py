"""What a programme may hold, whoever writes it."""

from atelier.domain import limits
from atelier.domain.decide.checks import at_most, fit_line, refuse, within
from atelier.domain.refusals import Because
from atelier.domain.steps import Step


def fit_steps(given: tuple[Step, ...]) -> tuple[Step, ...]:
    """As they are, if each can be run."""
    at_most(limits.STEPS_MAX, given, "steps")
    for step in given:
        if step.label != fit_line(step.label, limits.LABEL_GRAPHEMES_MAX, "label"):
            refuse(Because.BAD_VALUE, "label", given=step.label[: limits.LABEL_GRAPHEMES_MAX])
        within(step.minutes, 0, limits.STEP_MINUTES_MAX, "minutes")
        within(step.dots, 0, limits.DOTS_PER_PERSON_MAX, "dots")
        if step.dots and not step.dots_on:
            refuse(Because.NOTHING_CHOSEN, "dots_on")
    return given
