"""The error tree: what can be wrong with a source or a page, each with place and remedy.

    ReferatError
      ConversionError      one source could not be converted; the others go on
        UnreadableSource   bytes no reader understands: unknown format, noise, cut in the middle
        EmptySource        not one word of text
        UnsafeSource       a source that must not be read: too large, a link out of its folder
        ImpossibleDate     the day given for the meeting is in no calendar
        Collision          two sources claim the same page
        Unwritable         the output folder does not take what is written
      FrontMatterError     a page breaks the contract

Messages are Danish, since a clerk reads them.
"""

from __future__ import annotations


class ReferatError(Exception):
    """Base of every error the commands report: what is wrong, where, and what to try."""

    def __init__(self, problem: str, *, where: str, hint: str) -> None:
        super().__init__(f"{where}: {problem} {hint}")
        self.problem = problem
        self.where = where
        self.hint = hint


class ConversionError(ReferatError):
    """One source could not be converted."""


class UnreadableSource(ConversionError):
    """The bytes are none that a reader understands."""


class EmptySource(ConversionError):
    """The source holds not one word of text."""


class UnsafeSource(ConversionError):
    """The source is refused before it is read."""


class ImpossibleDate(ConversionError):
    """The source gives the meeting a day that is in no calendar."""


class Collision(ConversionError):
    """Two sources claim the same page."""


class Unwritable(ConversionError):
    """The output folder does not take what is written."""


class FrontMatterError(ReferatError):
    """A page breaks the contract."""
