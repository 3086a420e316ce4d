"""Words that tell of a secret: addresses of mail, marks of secrecy, numbers of cases, keys and passwords."""

from __future__ import annotations

import re
from collections.abc import Iterator

Match = tuple[int, int]

_MAIL = re.compile(
    r"(?<![A-Za-z0-9._%+@/-])[A-Za-z0-9](?:[A-Za-z0-9._+-]|%(?!40)){0,63}(?:@|%40)((?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24})(?![\w@-]|:[\w/])"
)
_OPEN_MAIL = re.compile(
    r"(?:.*\.)?(?:gov\.cn|example\.(?:com|org|net|cn)|(?:.*\.)?(?:example|invalid|test|localhost))|.*\.(?:png|jpe?g|svg|gif|webp|md|js|css)",
    re.IGNORECASE,
)

_LEVEL = r"(?:[绝絕][ \t]{0,3}密|[机機][ \t]{0,3}密|秘[ \t]{0,3}密)"
_DECORATION = r"[\s#*_>|·【】\[\]()《》<>〔〕]*"
_MARKS = re.compile(
    rf"{_LEVEL}(?:级)?[\s_*]*[★☆✩⭐]|(?m:^{_DECORATION}{_LEVEL}(?:级|件|文件|资料)?{_DECORATION}$)"
    rf"|密\s*级\s*[:=为是]\s*[“\"'「【\[*_]*(?:{_LEVEL}|内部)|{_LEVEL}\s*[:]?\s*(?:保密期限|长期)\s*\d*"
    r"|内部(?:资料|文件|材料|刊物|信息|情况)[^。\n]{0,12}?(?:注意保存|注意保密|妥善保管|不得外传|严禁外传|请勿外传|不得翻印|严禁翻印|不得复制|不得公开)"
)
_PROVINCE = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵最高法"
_CASE = re.compile(
    rf"[(〔\[【]\s*((?:19|20)[0-9]{{2}})\s*[)〕\]】]\s*([{_PROVINCE}]{{1,3}}[0-9]{{0,4}}[民刑行执赔知破清法认仲商经海][\u4e00-\u9fff]{{0,4}}?)"
    r"(?:字)?第?\s*[0-9]{1,6}\s*(?:之[一二三四五六七八九十0-9]+|-[0-9]+)?\s*号"
)
_DOCUMENT = re.compile(
    r"([\u4e00-\u9fffA-Za-z×X]{0,8}[纪监][\u4e00-\u9fff]{0,6})\s*[(〔\[【]\s*((?:19|20)[0-9]{2})\s*[)〕\]】]\s*第?\s*[0-9]{1,5}\s*号"
)
_FICTITIOUS = re.compile("[示某甲乙丙×XxＸ]")
_FICTITIOUS_YEARS = frozenset({"2098", "2099"})
_PUBLIC = re.compile("^(?:中|国|全国|最高|人社|高检|法发|高检发)")

_KEYS = re.compile(
    r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-[23]:|AGE-SECRET-KEY-1[0-9A-Z]{20,}"
    r"|(?<![A-Za-z0-9])(?:A[KS]IA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{22,}|glpat-[\w-]{20,}"
    r"|xox[baprs]-[A-Za-z0-9-]{10,}|AIza[\w-]{35}|sk-(?:[a-z]+-)?[A-Za-z0-9_-]{20,}|LTAI[A-Za-z0-9]{12,}|AKID[A-Za-z0-9]{13,}"
    r"|npm_[A-Za-z0-9]{36}|pypi-[\w-]{30,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})"
    r"|(?:Bearer|Basic) +(?=[A-Za-z0-9+/._-]*[0-9])[A-Za-z0-9+/._-]{16,}=*"
    r"|(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,15}://[^\s/:@<>{}]{1,64}:[^\s/@<>{}$*]{3,64}@[\w.-]+",
)
_PASSWORD = re.compile(
    r"(?:密码|口令|passwd|password|pwd|暗号)[\s\"'”’]*(?:[:=是为]|统一为|改为|设为|默认)?[\s\"'“‘「`*]*([!-~]{6,64})"
    r"|(?:密钥|token|secret|api[_-]?key|access[_-]?key|令牌)[\s\"'”’]*[:=是为][\s\"'“‘「`*]*([A-Za-z0-9_\-+/=.!@#%^&]{12,128})",
    re.IGNORECASE,
)
_OF_KEYS = (
    "PRIVATE KEY",
    "PuTTY-",
    "AGE-",
    "AKIA",
    "ASIA",
    "_",
    "glpat-",
    "xox",
    "AIza",
    "sk-",
    "LTAI",
    "AKID",
    "pypi-",
    "eyJ",
    "://",
    "Bearer ",
    "Basic ",
)
_OF_PASSWORDS = ("密码", "口令", "暗号", "密钥", "令牌", "passw", "pwd", "token", "secret", "key")
_CALLED = re.compile(r"[({<$\[|\\]|\.\w+\(|://|\.(?:md|py|js|yml|html|docx)\b")
_PLACEHOLDER = re.compile(r"(.)\1*[\"'`*,;.)]*|(?i:x+|your.*|example.*|changeme.*)")


def mail_addresses(text: str) -> Iterator[Match]:
    """Addresses of mail that are neither official ones nor samples."""
    if "@" not in text and "%40" not in text:
        return
    for found in _MAIL.finditer(text):
        if not _OPEN_MAIL.fullmatch(found[1]):
            yield found.span()


def secrecy_marks(text: str) -> Iterator[Match]:
    """Marks that a classified or internal paper bears; the mere words, of which laws are full, are none."""
    if "密" not in text and "内部" not in text:
        return
    for found in _MARKS.finditer(text):
        words = found[0].strip()
        start = found.start() + found[0].index(words)
        yield start, start + len(words)


def case_numbers(text: str) -> Iterator[Match]:
    """Numbers of court cases and of documents of discipline inspection that are not visibly made up."""
    if "号" not in text:
        return
    for found in _CASE.finditer(text):
        if found[1] not in _FICTITIOUS_YEARS:
            yield found.span()
    for found in _DOCUMENT.finditer(text):
        name = found[1]
        made_up = found[2] in _FICTITIOUS_YEARS or _FICTITIOUS.search(name)
        if not made_up and not _PUBLIC.match(name):
            yield found.span()


def keys_and_passwords(text: str) -> Iterator[Match]:
    """Private keys, access tokens, and passwords: six characters or more, at least one a digit."""
    for found in _KEYS.finditer(text) if any(part in text for part in _OF_KEYS) else ():
        yield found.span()
    small = text.lower()  # most pages have none of these words, and looking for them all at once is slow
    for found in _PASSWORD.finditer(text) if any(word in small for word in _OF_PASSWORDS) else ():
        group = 1 if found[1] is not None else 2
        value = found[group].rstrip("\"'`*,;.)|")
        has_digit = any(c.isdigit() for c in value)
        if len(value) >= 6 and has_digit and not _CALLED.search(value) and not _PLACEHOLDER.fullmatch(value):
            yield found.start(group), found.start(group) + len(value)
