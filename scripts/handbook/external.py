"""The addresses of other hosts that the pages link to, listed, and probed only on request."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator

from handbook.model.handbook import Handbook
from handbook.model.resolution import Outcome

_SECONDS = 10


def listing(handbook: Handbook, *, probe: bool) -> Iterator[tuple[str, bool]]:
    """A line `path:line:col: address [answer]` for each link, and whether it is fine as far as it was asked."""
    answers: dict[str, str] = {}
    for _, link, found in sorted(handbook.resolved, key=lambda entry: entry[1].span):
        if found.outcome is not Outcome.EXTERNAL:
            continue
        line = f"{link.span}: {link.target}"
        if not probe:
            yield line, True
            continue
        if link.target not in answers:
            answers[link.target] = _ask(link.target)
        answer = answers[link.target]
        yield f"{line} {answer}", answer.startswith(("2", "3"))


def _ask(url: str) -> str:
    """The status of an address, or in Chinese why it gave none."""
    request = urllib.request.Request(url, method="HEAD", headers={"User-Agent": "handbook"})  # noqa: S310 (http only)
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as response:  # noqa: S310
            return str(response.status)
    except urllib.error.HTTPError as error:
        return str(error.code)
    except (OSError, ValueError) as error:
        return f"访问不了：{error}"
