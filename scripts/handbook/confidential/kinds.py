"""The kinds of secrets that are looked for in every text, each with the code of its rule."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handbook.confidential.numbers import bank_cards, identity_numbers, mobile_numbers
from handbook.confidential.plain import Plain
from handbook.confidential.words import case_numbers, keys_and_passwords, mail_addresses, secrecy_marks

_SHORT = 8


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of secret.

    Attributes:
        code, name: of its rule.
        label: what it is, in Chinese.
        hint: what to write instead.
        find: yields where it stands in a normalised text.
        is_shown: whether the words themselves may be printed (a mark of secrecy tells nothing).
    """

    code: str
    name: str
    label: str
    hint: str
    find: Callable[[str], Iterator[tuple[int, int]]]
    is_shown: bool = False


KINDS: tuple[Kind, ...] = (
    Kind("SEC001", "real-looking-id", "像真的身份证号", "换成 000000199001010000 这样的虚构号码", identity_numbers),
    Kind("SEC002", "real-looking-phone", "像真的手机号", "换成 000-0000000", mobile_numbers),
    Kind("SEC003", "real-looking-card", "像真的银行卡号", "换成 0000 0000 0000 0000", bank_cards),
    Kind("SEC004", "real-looking-mail", "像真的电子邮箱", "删去它，或者换成单位的 gov.cn 邮箱", mail_addresses),
    Kind("SEC005", "secrecy-mark", "密级或者内部资料的标志", "马上停，报告保密负责人；涉密内容不能放进来", secrecy_marks, is_shown=True),
    Kind("SEC006", "real-looking-case", "像真的案号或者文号", "年份换成 2099，地名简称换成“示”", case_numbers),
    Kind("SEC007", "key-or-password", "密钥、口令或者密码", "删去它，并且马上换掉这个密码", keys_and_passwords),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Secret:
    """Something found in a text: its kind, its place (from 1), and as much of it as may be printed."""

    kind: Kind
    line: int
    column: int
    masked: str

    def fingerprint(self, path: str) -> str:
        """What an exception names: of the masked value, so that nobody can work the value out."""
        return hashlib.sha256(f"{path}\0{self.kind.code}\0{self.masked}".encode()).hexdigest()[:12]

    @property
    def message(self) -> str:
        """What is wrong."""
        return f"{self.kind.label}（{self.masked}）"


def mask(value: str) -> str:
    """The first three and the last two characters; of a short value only the first."""
    bare = " ".join(value.split())
    return f"{bare[:3]}…{bare[-2:]}" if len(bare) >= _SHORT else f"{bare[:1]}…"


def secrets(text: str) -> Iterator[Secret]:
    """Every secret of a text."""
    plain = Plain(text)
    for kind in KINDS:
        for start, end in kind.find(plain.text):
            value = plain.text[start:end]
            yield Secret(kind, *plain.place(start), value[:20] if kind.is_shown else mask(value))


def redacted(text: str) -> str:
    """A text with every value masked that must not be printed."""
    plain = Plain(text)
    spans = sorted(span for kind in KINDS if not kind.is_shown for span in kind.find(plain.text))
    if not spans:
        return text
    pieces, position = [], 0
    for start, end in spans:
        if start >= position:
            pieces += [plain.text[position:start], mask(plain.text[start:end])]
            position = end
    return "".join([*pieces, plain.text[position:]])
