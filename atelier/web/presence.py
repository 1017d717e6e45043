"""Which texts of the cahier are open on which screens, now: in memory, without names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from atelier.domain.words import Role, SectionName


@dataclass(slots=True, kw_only=True, eq=False)
class Post:
    """One open screen. `number` is the smallest that is free when it is opened."""

    number: int
    role: Role
    opened: SectionName | None = None


class Presence:
    """The screens of one convention."""

    def __init__(self) -> None:
        self._posts: list[Post] = []
        self._watchers: list[Callable[[], None]] = []

    def sit(self, role: Role) -> Post:
        """One more screen."""
        taken = {post.number for post in self._posts}
        number = next(one for one in range(1, len(taken) + 2) if one not in taken)
        post = Post(number=number, role=role)
        self._posts.append(post)
        return post

    def leave(self, post: Post) -> None:
        """It is gone."""
        self._posts.remove(post)
        self._tell()

    def open(self, post: Post, section: SectionName | None) -> None:
        """It writes there now; None: nowhere."""
        if post.opened != section:
            post.opened = section
            self._tell()

    def others(self, post: Post) -> Mapping[SectionName, tuple[Post, ...]]:
        """What is open on the other screens."""
        found: dict[SectionName, tuple[Post, ...]] = {}
        for one in self._posts:
            if one is not post and one.opened is not None:
                found[one.opened] = (*found.get(one.opened, ()), one)
        return found

    def watch(self, watcher: Callable[[], None]) -> Callable[[], None]:
        """Have this called when something is opened or left; what is returned ends it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def _tell(self) -> None:
        for watcher in tuple(self._watchers):
            watcher()
