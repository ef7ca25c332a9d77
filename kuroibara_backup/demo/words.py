"""The words that made-up manga, chapters and people are named with."""

from __future__ import annotations

from typing import Final

TITLES: Final = (
    "Tower of Paper",
    "Crème of the Tide",
    "Who Waters the Moon?",
    "Night/Shift: Depot 9",
    "ガラスの灯台",
    "Über den Dächern",
    "The Salt Cartographer",
    "Ōkami Post Office",
)
"""Titles with everything in them that makes file names hard; the first manga have these."""

READABLE: Final = {"ガラスの灯台": "The Glass Lighthouse"}

FIRST: Final = (
    *("Amber", "Borrowed", "Clockwork", "Distant", "Eleventh", "Folded", "Gentle", "Hollow"),
    *("Inland", "Jade", "Kindled", "Lunar", "Mirrored", "Northern", "Orchard", "Patient"),
    *("Quiet", "River", "Second", "Tin", "Umber", "Velvet", "Winter", "Yonder"),
)
SECOND: Final = (
    *("Archive", "Bakery", "Comet", "Diary", "Engine", "Ferry", "Garden", "Harbor", "Index"),
    *("Jugglers", "Kites", "Library", "Market", "Notebook", "Observatory", "Parade", "Quarry"),
    *("Railway", "Sisters", "Theatre", "Umbrella", "Voyage", "Workshop", "Zeppelin"),
)
CHAPTERS: Final = (
    *("Arrival", "A Borrowed Key", "The Long Stairs", "Rain at Noon", "Two Tickets", "Lanterns"),
    *("What the Cat Saw", "Low Tide", "Letters", "The Second Bell", "No Map", "Ink", "Homeward"),
    *("Under Glass", "The Quiet Floor", "Seven Knots", "Snow Delay", "Répétition", "First Light"),
)
AUTHORS: Final = (
    *("Ida Moreau", "Sora Hayashi", "Tomás Vega", "Lene Brandt", "Yuki Arata", "Noor Haddad"),
    *("Mattia Conti", "Hana Kovář", "Eun-ji Park", "Petra Sand"),
)
GENRES: Final = (
    *("Adventure", "Comedy", "Drama", "Fantasy", "Historical", "Mystery", "Romance"),
    *("Science Fiction", "Slice of Life", "Sports"),
)
CATEGORIES: Final = (
    ("Favorites", "#e91e63"),
    ("Reading", "#2196f3"),
    ("Completed", "#4caf50"),
    ("On Hold", "#ff9800"),
    ("Dropped", "#f44336"),
    ("Plan to Read", "#9c27b0"),
)
"""What Kuroibara itself makes at its first start."""
