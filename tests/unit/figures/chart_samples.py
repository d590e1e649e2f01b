"""Charts as values: of one series or several, with names in words or years, and whatever dice make of them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from decimal import Decimal

from builders.lesson.charts import Chart, ChartKind, Series
from builders.lesson.model import Inline, Span

SAMPLE = """
Minsk Białystok Wjasma the army of the interior, Donaudampfschifffahrtsgesellschaft и другие prisoners of war
Sent home 1941–1942 half-way l’Union “others” taken (back) into a West
"""
WORDS = SAMPLE.split()


def t(text: str) -> Inline:
    """Inline text."""
    return (Span(text),) if text else ()


def chart(rows: Sequence[tuple[str, Sequence[str]]], names: Sequence[str] = ("",), **more: object) -> Chart:
    """A chart of rows: a name and the numbers of each series, "" where there is none."""
    series = tuple(
        Series(t(name), tuple(Decimal(row[n]) if row[n] else None for _, row in rows))
        for n, name in enumerate(names)
    )
    dated = all(name.isdigit() and len(name) == 4 for name, _ in rows)
    fields = {"dated": dated, **more}
    return Chart(tuple(t(name) for name, _ in rows), series, ("sections", 0, "content", 0), **fields)  # type: ignore[arg-type]


def some_chart(dice: random.Random) -> Chart:
    """Any chart that the language allows."""
    count = dice.choice((1, 2, 3, 4, 5, 6, 8, 12, 20, 40))
    series = dice.choice((1, 1, 1, 2, 2, 3, 4, 6))
    years = dice.random() < 0.5
    low, high = dice.choice(((0, 100), (-50, 50), (900, 1000), (-9, -1), (0, 10**12), (0, 1)))
    digits = dice.choice((0, 0, 1, 2, 5))
    gaps = dice.choice((0.0, 0.0, 0.2))

    def number() -> str:
        value = Decimal(dice.randint(low * 10**digits, high * 10**digits)).scaleb(-digits)
        return "" if dice.random() < gaps else f"{value:f}"

    def name(most: int) -> str:
        return " ".join(dice.choice(WORDS) for _ in range(dice.randint(1, most)))

    rows = [(str(1900 + n) if years else name(9), [number() for _ in range(series)]) for n in range(count)]
    rows[0] = (rows[0][0], [one or "1" for one in rows[0][1]])
    names = [name(4) for _ in range(series)] if series > 1 or dice.random() < 0.3 else [""]
    kind = dice.choice((ChartKind.BAR, ChartKind.BAR, ChartKind.LINE))
    lit = dice.randrange(count) if dice.random() < 0.3 else None
    return chart(rows, names, kind=kind, highlight=lit, title=t("What is counted"), unit=t("people"))
