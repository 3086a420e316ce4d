"""The kinds of secrets that are looked for in every text, each with the code of its rule."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from handbook.confidential.hidden import hidden_texts
from handbook.confidential.keys import keys_and_passwords
from handbook.confidential.numbers import bank_cards, identity_numbers, mobile_numbers
from handbook.confidential.plain import Plain
from handbook.confidential.views import View, readings, readings_of_numbers
from handbook.confidential.words import case_numbers, mail_addresses, secrecy_marks

_SHORT = 8
_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of secret.

    Attributes:
        code, name: of its rule.
        label: what it is, in Chinese.
        hint: what to write instead.
        find: yields where it stands in a normalised text.
        is_number: whether it may be cut by lines and cells, or spelled.
        is_shown: whether the words themselves may be printed (a mark of secrecy tells nothing).
    """

    code: str
    name: str
    label: str
    hint: str
    find: Callable[[str], Iterator[tuple[int, int]]]
    is_number: bool = False
    is_shown: bool = False


KINDS: tuple[Kind, ...] = (
    Kind("SEC001", "real-looking-id", "像真的身份证号", "换成 000000199001010000 这样的虚构号码", identity_numbers, is_number=True),
    Kind("SEC002", "real-looking-phone", "像真的手机号", "换成 000-0000000", mobile_numbers, is_number=True),
    Kind("SEC003", "real-looking-card", "像真的银行卡号", "换成 0000 0000 0000 0000", bank_cards, is_number=True),
    Kind("SEC004", "real-looking-mail", "像真的电子邮箱", "删去它，或者换成单位的 gov.cn 邮箱", mail_addresses),
    Kind("SEC005", "secrecy-mark", "密级或者内部资料的标志", "马上停，报告保密负责人；涉密内容不能放进来", secrecy_marks, is_shown=True),
    Kind("SEC006", "real-looking-case", "像真的案号或者文号", "年份换成 2099，地名简称换成“示”", case_numbers),
    Kind("SEC007", "key-or-password", "密钥、口令或者密码", "删去它，并且马上换掉这个密码", keys_and_passwords),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Secret:
    """Something found in a text: its kind, its place and last line (from 1), and as much of it as may be printed."""

    kind: Kind
    line: int
    column: int
    masked: str
    last_line: int

    def fingerprint(self, path: str) -> str:
        """What an exception names: of the masked value, so that nobody can work the value out."""
        return hashlib.sha256(f"{path}\0{self.kind.code}\0{self.masked}".encode()).hexdigest()[:12]

    @property
    def message(self) -> str:
        """What is wrong."""
        return f"{self.kind.label}（{self.masked}）"


@dataclass(frozen=True, slots=True)
class _Hit:
    """A stretch of a normalised text, and what stands there."""

    kind: Kind
    start: int
    end: int
    value: str


def mask(value: str) -> str:
    """The first three and the last two characters; of a short value only the first."""
    bare = " ".join(value.split())
    return f"{bare[:3]}…{bare[-2:]}" if len(bare) >= _SHORT else f"{bare[:1]}…"


def secrets(text: str) -> Iterator[Secret]:
    """Every secret of a text."""
    plain = Plain(text)
    for hit in _hits(plain.text):
        masked = " ".join(hit.value.split())[:20] if hit.kind.is_shown else mask(hit.value)
        yield Secret(hit.kind, *plain.place(hit.start), masked, plain.place(max(hit.end - 1, hit.start))[0])


def redacted(text: str) -> str:
    """A text with every value masked that must not be printed."""
    plain = Plain(text)
    hits = sorted((hit.start, hit.end, hit.value) for hit in _hits(plain.text) if not hit.kind.is_shown)
    if not hits:
        return text
    pieces, position = [], 0
    for start, end, value in hits:
        if start >= position:
            pieces += [plain.text[position:start], mask(value)]
        position = max(position, end)
    return "".join([*pieces, plain.text[position:]])


def _hits(text: str, depth: int = 0) -> Iterator[_Hit]:
    """What is found in a normalised text, each once, in the order of kinds; then what is hidden in it."""
    words = readings(text)
    numbers = (*words, *readings_of_numbers(words[-1]))
    for kind in KINDS:
        starts: list[int] = []
        ends: list[int] = []
        for hit in _of_kind(kind, numbers if kind.is_number else words):
            index = bisect_left(starts, hit.end)
            if index == 0 or ends[index - 1] <= hit.start:
                starts.insert(index, hit.start)
                ends.insert(index, hit.end)
                yield hit
    for start, end, hidden in hidden_texts(text) if depth < _DEEPEST else ():
        yield from (_Hit(hit.kind, start, end, hit.value) for hit in _hits(Plain(hidden).text, depth + 1))


def _of_kind(kind: Kind, views: Iterable[View]) -> Iterator[_Hit]:
    for view in views:
        for start, end in kind.find(view.text):
            value = view.text[start:end]
            if kind.is_number:  # however it is written, it is the same number
                value = "".join(character for character in value if character.isalnum())
            yield _Hit(kind, view.origin(start), view.origin(end - 1) + 1, value)
