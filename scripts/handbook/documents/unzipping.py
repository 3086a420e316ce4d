"""A member of a zip, never more of it than a limit: what its directory says of sizes is not believed."""

from __future__ import annotations

import zipfile
import zlib

MAX_MEMBERS = 2_000
TOO_BIG = "太大了，不像一份文书"


class Refused(Exception):  # noqa: N818 - not an error of ours
    """A file that is not read on; `reason` says why in Chinese."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def names_of(package: zipfile.ZipFile) -> list[str]:
    """The names of the members.

    Raises:
        Refused: there are too many.
    """
    names = package.namelist()
    if len(names) > MAX_MEMBERS:
        raise Refused(TOO_BIG)
    return names


def unpack(package: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """The content of a member.

    Raises:
        Refused: it is longer than the limit, encrypted or broken.
    """
    try:
        with package.open(name) as member:
            content = member.read(limit + 1)
    except RuntimeError:  # what zipfile raises for a password
        raise Refused("加了密码，打不开") from None
    except (KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, OSError):
        raise Refused("已经损坏，打不开") from None
    if len(content) > limit:
        raise Refused(TOO_BIG)
    return content
