"""The expressions of a workflow, `${{ … }}`, as far as we use them: names, texts, `==`, `&&` and `||`."""

from __future__ import annotations

import re
from collections.abc import Mapping

_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}")
_TOKEN = re.compile(r"\s*(?:(?P<text>'[^']*')|(?P<name>[A-Za-z_][\w.-]*)|(?P<sign>==|&&|\|\|))")


def filled(text: str, known: Mapping[str, str]) -> str:
    """A text with its expressions worked out; a name that is not known fails the test."""
    return _EXPRESSION.sub(lambda found: worked_out(found[1], known), text)


def worked_out(expression: str, known: Mapping[str, str]) -> str:
    """The value of an expression, true and false as GitHub writes them."""
    tokens, place = [], 0
    while expression[place:].strip():
        found = _TOKEN.match(expression, place)
        assert found, expression
        tokens.append(found)
        place = found.end()
    return _either(tokens, known)


def _either(tokens: list[re.Match[str]], known: Mapping[str, str]) -> str:
    value = ""
    for part in _split(tokens, "||"):
        value = _both(part, known)
        if value not in {"", "false"}:
            break
    return value


def _both(tokens: list[re.Match[str]], known: Mapping[str, str]) -> str:
    value = ""
    for part in _split(tokens, "&&"):
        sides = [_value(side, known) for side in _split(part, "==")]
        value = sides[0] if len(sides) == 1 else str(sides[0] == sides[1]).lower()
        if value in {"", "false"}:
            break
    return value


def _value(tokens: list[re.Match[str]], known: Mapping[str, str]) -> str:
    (token,) = tokens
    return token["text"][1:-1] if token["text"] else known[token["name"]]


def _split(tokens: list[re.Match[str]], sign: str) -> list[list[re.Match[str]]]:
    parts: list[list[re.Match[str]]] = [[]]
    for token in tokens:
        if token["sign"] == sign:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts
