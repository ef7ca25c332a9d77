"""How is a text from below the window said in its language?

Errors, doubts and summaries are built in English by parts that know no window, so they can be
printed and kept. At the border each is found again among the patterns that the sources hold,
and said in the language of the window with the same values. What is not known is said as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from kuroibara_desktop.ui import formatting

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kuroibara_backup.errors import BackupError

_HOLE = re.compile(r"\{(\w+)\}")
_NEXT_SENTENCE = re.compile(r"(?<=[.!?…]) (?=\S)")


@dataclass(frozen=True, slots=True)
class Told:
    """An error in the language of the window."""

    title: str
    sentence: str
    remedy: str

    @property
    def whole(self) -> str:
        """What happened, and what to do."""
        return f"{self.sentence} {self.remedy}".strip()


class _Pattern:
    """One English pattern. Hundreds are known and few are met, so each is compiled when it is."""

    def __init__(self, english: str, told: str) -> None:
        self.told = told
        self._parts = _HOLE.split(english)  # words, a name, words, a name, …, words
        self._compiled: re.Pattern[str] | None = None

    def values(self, text: str) -> dict[str, str] | None:
        """What stands for the names in `text`; None where it is something else."""
        parts = self._parts
        if not text.startswith(parts[0]) or not text.endswith(parts[-1]):
            return None
        if any(words not in text for words in parts[2:-1:2]):
            return None
        self._compiled = self._compiled or self._compile()
        found = self._compiled.fullmatch(text)
        return found.groupdict() if found else None

    def _compile(self) -> re.Pattern[str]:
        written, seen = [], set()
        for number, part in enumerate(self._parts):
            if number % 2 == 0:
                written.append(re.escape(part))
            elif part in seen:
                written.append(f"(?P={part})")
            else:
                seen.add(part)
                written.append(f"(?P<{part}>.+?)")
        return re.compile("".join(written))


class Sayings:
    """The patterns of one language. `{name}` in both halves stands for a value."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._whole = {
            english: told for english, told in words.items() if not _HOLE.search(english)
        }
        holed = sorted(
            ((english, told) for english, told in words.items() if _HOLE.search(english)),
            key=lambda pair: len(_HOLE.sub("", pair[0])),
            reverse=True,  # what says most first: "{a} is damaged at byte {b}." is no "{a}."
        )
        self._patterns = [_Pattern(english, told) for english, told in holed]
        self.said: Callable[[str], str] = lru_cache(maxsize=1024)(self._said)

    def _said(self, text: str) -> str:
        if not self._whole and not self._patterns:
            return text
        if "\n" in text:
            return "\n".join(self.said(line) for line in text.split("\n"))
        return self._known(text) or self._piecewise(text) or text

    def _known(self, text: str) -> str | None:
        """The text by one pattern; no value may reach over the end of a sentence."""
        if text in self._whole:
            return self._whole[text]
        for pattern in self._patterns:
            values = pattern.values(text)
            if values is None or any(_NEXT_SENTENCE.search(value) for value in values.values()):
                continue
            return _HOLE.sub(partial(self._filled, values), pattern.told)
        return None

    def _filled(self, values: Mapping[str, str], hole: re.Match[str]) -> str:
        return self._value(values[hole[1]])

    def _piecewise(self, text: str) -> str | None:
        """Sentence by sentence, the longest known run first; None where there is only one."""
        sentences = _NEXT_SENTENCE.split(text)
        if len(sentences) == 1:
            return None
        for end in range(len(sentences) - 1, 0, -1):
            if (told := self._known(" ".join(sentences[:end]))) is not None:
                return f"{told} {self.said(' '.join(sentences[end:]))}"
        return f"{sentences[0]} {self.said(' '.join(sentences[1:]))}"

    def _value(self, text: str) -> str:
        if (told := formatting.in_language(text) or self._known(text)) is not None:
            return told
        small = text[:1].lower() + text[1:]  # it may have got its capital for the sentence
        if small != text and (told := self._known(small)) is not None:
            return told[:1].upper() + told[1:]
        return self.said(text)


_current = Sayings({})


def speak(words: Mapping[str, str]) -> None:
    """Say from now on with these words; none for English."""
    global _current  # one language a run, like the application itself
    _current = Sayings(words)


def said(text: str) -> str:
    """`text`, which was made in English below the window, in the window's language."""
    return _current.said(text)


def told(error: BackupError) -> Told:
    """What an error says, in the window's language."""
    return Told(said(error.title), said(error.sentence), said(error.remedy))
