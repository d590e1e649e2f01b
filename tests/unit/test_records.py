"""Our dataclasses beside the standard library's: whatever one does with them, the same comes of it."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from typing import Any, ClassVar

import pytest

from builders import records


@records.dataclass(frozen=True, slots=True)
class Ours:
    """A class of each kind of field."""

    COUNT: ClassVar[int] = 3

    name: str
    place: tuple[int, ...]
    size: float = 1.5
    seen: list[int] = dataclasses.field(default_factory=list, compare=False)
    data: bytes = dataclasses.field(default=b"", repr=False)

    @property
    def twice(self) -> float:
        """A property, which stays."""
        return 2 * self.size


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """The same, by the standard library."""

    COUNT: ClassVar[int] = 3

    name: str
    place: tuple[int, ...]
    size: float = 1.5
    seen: list[int] = dataclasses.field(default_factory=list, compare=False)
    data: bytes = dataclasses.field(default=b"", repr=False)

    @property
    def twice(self) -> float:
        """A property, which stays."""
        return 2 * self.size


@records.dataclass(frozen=True, slots=True)
class Empty:
    """A class without fields."""


@records.dataclass(frozen=True, slots=True)
class Named:
    """A class with a hash and a text of its own."""

    name: str

    def __hash__(self) -> int:
        return 7

    def __repr__(self) -> str:
        return self.name


BOTH: list[Any] = [Ours, Theirs]


@pytest.mark.parametrize(
    "question",
    [
        lambda cls: repr(cls("a", (1, 2), seen=[1])).partition(".")[2] or repr(cls("a", (1,)))[6:],
        lambda cls: cls("a", (1,)) == cls("a", (1,), seen=[3]),
        lambda cls: cls("a", (1,)) == cls("a", (2,)),
        lambda cls: cls("a", (1,)) == "a",
        lambda cls: hash(cls("a", (1,))) == hash(cls("a", (1,), seen=[3])),
        lambda cls: dataclasses.asdict(cls("a", (1,), 2.5, [1], b"x")),
        lambda cls: dataclasses.replace(cls("a", (1,)), size=3.0, data=b"y").data,
        lambda cls: [(field.name, field.compare, field.repr) for field in dataclasses.fields(cls)],
        lambda cls: pickle.loads(pickle.dumps(cls("a", (1,), seen=[4]))).seen,
        lambda cls: copy.deepcopy(cls("a", (1,), seen=[4])) == cls("a", (1,)),
        lambda cls: cls("a", ()).seen is cls("a", ()).seen,
        lambda cls: (cls.__match_args__, cls.COUNT, cls("a", ()).twice, cls.__slots__),
        lambda cls: list(inspect.signature(cls).parameters),
        lambda cls: hasattr(cls("a", ()), "__dict__"),
        lambda cls: dataclasses.is_dataclass(cls),
    ],
)
def test_ours_are_as_theirs(question: Callable[[Any], object]) -> None:
    ours, theirs = (question(cls) for cls in BOTH)
    assert ours == theirs


@pytest.mark.parametrize("cls", BOTH)
def test_nothing_is_changed(cls: Any) -> None:
    one = cls("a", (1,))
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.name = "b"
    with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):  # the latter of Python 3.11's own
        one.new = 1
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.name
    assert one.name == "a"


@pytest.mark.parametrize("cls", BOTH)
@pytest.mark.parametrize("arguments", [(), ("a",), ("a", (), 1.0, [], b"", 6)])
def test_arguments_are_counted(cls: Any, arguments: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        cls(*arguments)


def test_what_a_class_has_of_its_own_stays() -> None:
    assert Empty() == Empty()
    assert hash(Empty()) == hash(Empty())
    assert (hash(Named("x")), repr(Named("x"))) == (7, "x")
    assert Named("x") == Named("x") != Named("y")


def test_what_it_does_not_know_it_refuses() -> None:
    def derived() -> None:
        @records.dataclass(frozen=True, slots=True)
        class Derived(Empty):
            """With a base."""

    def thawed() -> None:
        @records.dataclass(slots=True)
        class Thawed:
            """Not frozen."""

    with pytest.raises(AssertionError):
        derived()
    with pytest.raises(TypeError):
        thawed()
