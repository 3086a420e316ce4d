"""Keys, tokens and passwords: whoever reads them can log in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.confidential.labels import Labelled, Lines, Match, Place

_GAP = r"[\s|>*_\\\"'+-]{0,12}"
_PRIVATE_KEY = _GAP.join("PRIVATE") + _GAP + _GAP.join("KEY")
_KEYS = re.compile(
    rf"(?<!-)-{{2,99}}\s*BEGIN{_GAP}(?:[A-Z0-9]+{_GAP}){{0,3}}?{_PRIVATE_KEY}(?: BLOCK)?(?:-----)?|END (?:[A-Z0-9]+ ){{0,3}}PRIVATE KEY"
    # The first bytes of private keys in DER and of OpenSSH, in Base64: the lines that say so may be cut off.
    r"|(?<![A-Za-z0-9+/])(?:MII[A-Za-z0-9+/]{3}(?:IBAAK[A-Za-z0-9+/]{2}|AgEAAo|EA(?:[A-Za-z0-9+/]{2})?)|MHcCAQEE|MIG[A-Za-z]AgEAM|MC4CAQAwBQYDK2V)[A-Za-z0-9+/]{16,}"
    r"|(?<![A-Za-z0-9+/])MII[A-Za-z0-9+/]{2,6}IBADANBgkqhkiG9w0B[A-Za-z0-9+/]*|b3BlbnNzaC1rZXktdjE[A-Za-z0-9+/=]*"
    r"|PuTTY-User-Key-File-[23]:|AGE-SECRET-KEY-1[0-9A-Z]{20,}|<(?:RSAKeyValue|DSAKeyValue)>[^\n]{0,2000}<D>"
)
_TOKENS = re.compile(
    r"(?<![A-Za-z0-9])(?:A[KS]IA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{22,}"
    r"|gl(?:pat|dt|rt|ptt|ft|soat|cbt|imt|agent)-[\w-]{20,}|GR1348941[\w-]{20,}|xox[abeoprs]-[A-Za-z0-9-]{10,}|xapp-[0-9]-[\w-]{10,}"
    r"|AIza[\w-]{35}|ya29\.[\w-]{20,}|GOCSPX-[\w-]{20,}|sk-(?:[a-z0-9]{1,20}-){0,3}[A-Za-z0-9_-]{20,200}|[rsp]k_(?:live|test)_[A-Za-z0-9]{16,}"
    r"|hf_[A-Za-z]{30,}|LTAI[A-Za-z0-9]{12,}|AKID[A-Za-z0-9]{13,}|AKLT[A-Za-z0-9_-]{16,}|ALTAK[A-Za-z0-9-]{16,}|bce-v3/[\w/-]{20,}"
    r"|npm_[A-Za-z0-9]{36}|pypi-[\w-]{30,}|dckr_pat_[\w-]{20,}|dop_v1_[a-f0-9]{40,}|hv[sb]\.[\w-]{20,}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}"
    r"|SG\.[\w-]{16,200}\.[\w-]{16,200}|[0-9]{8,10}:AA[\w-]{32,}|eyJ[\w-]{10,2000}\.(?:eyJ)?[\w-]{10,2000}(?:\.[\w-]{10,2000})?)"
    r"|Authorization[\"']?\s*[:=]\s*[\"']?[A-Za-z]{3,20} +[A-Za-z0-9+/._~-]{16,}=*|(?:Bearer|Basic|Token) +(?=[A-Za-z0-9+/._-]*[0-9])[A-Za-z0-9+/._-]{16,}=*"
    r"|hooks\.slack\.com/services/[\w/]{20,}|(?:oapi\.dingtalk\.com/robot/send\?access_token|qyapi\.weixin\.qq\.com/cgi-bin/webhook/send\?key)=[\w-]{20,}"
    r"|open\.(?:feishu\.cn|larksuite\.com)/open-apis/bot/v2/hook/[\w-]{20,}|(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/]{20,}=*"
)
_LOGINS = re.compile(
    r"(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,15}://[^\s/:@<>{}]{0,64}:[^\s/@<>{}$*]{3,64}@[\w.-]+"
    r"|jdbc:oracle:thin:[^\s/@<>{}]{1,64}/[^\s@<>{}$*]{3,64}@[\w/.-]+|\bsshpass +-p *[^\s$<{]{3,64}"
    r"|\bcurl\b[^\n]{0,200}? (?:-u|--user)[ =]?[\"']?[\w.-]{1,64}:[^\s$<{*]{3,64}|\bmysql(?:dump)?\b[^\n]{0,200}? -p[^\s$<{*]{4,64}"
    r"|(?:[?&;]|\b(?:uid|user|username|user id)=[^\s;&]{1,40}[;&] ?)(?:password|passwd|pwd)=[^\s;&$<{*\"'%]{4,64}"
    r"|<(?:password|passwd|pwd|密码|口令)>\s*(?![^<]*[{}$*])[!-;=?-~]{4,64}\s*</|\bpass *[:=] *(?=[!-~]{0,63}[A-Za-z])(?=[!-~]{0,63}[0-9])[!-~]{6,64}",
    re.IGNORECASE,
)
_PASSWORD = re.compile(
    r"(?:密[ \t]?[码碼]|口[ \t]?令|pass ?word|passwd|passphrase|passcode|pwd|暗号)[\s\"'”’*_`]*(?:[:=是为]|统一为|改为|设为|默认)?[\s\"'“‘「`*]*([!-~]{6,64})"
    r"|(?:[密秘]钥|token|secret|(?:api|access|app|private|client|auth|encryption|sign)[ _-]?key|令牌|授权码)"
    r"[\s\"'”’*_`]*[:=是为][\s\"'“‘「`*]*([A-Za-z0-9_\-+/=.!@#%^&]{12,128})",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"密[ \t]?[码碼]|口[ \t]?令|暗号|pass ?word|passwd|passphrase|passcode|\bpwd|(?<![A-Za-z])PIN(?:[ \t]?码|(?![A-Za-z]))|(?:解锁|开机|登录|启动)码",
    re.IGNORECASE,
)
_VALUE = re.compile(r"([!-~]{4,64})(?=$|[\s。、”’」】])")
_END = re.compile(r"\s*(?:$|[(,;。、”’」】])")
_OF_PRIVATE_KEYS = (
    "BEGIN",
    "PRIVATE",
    "MII",
    "MHcCAQ",
    "MIG",
    "MC4CAQ",
    "b3BlbnNz",
    "PuTTY-",
    "AGE-SECRET",
    "KeyValue>",
)
_OF_TOKENS = (
    """AKIA ASIA ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- gldt- glrt- glptt- glft- glsoat- glcbt- glimt- glagent- GR1348941
    xox xapp- AIza ya29. GOCSPX- sk- _live_ _test_ hf_ LTAI AKID AKLT ALTAK bce-v3/ npm_ pypi- dckr_pat_ dop_v1_ hvs. hvb. shpat_
    shpca_ shppa_ shpss_ SG. :AA eyJ Bearer Basic Authorization Token hooks.slack oapi. qyapi. open.f open.l Key="""
).split()
_OF_LOGINS = (
    "://",
    "jdbc:",
    "sshpass",
    "curl",
    "mysql",
    "password=",
    "passwd=",
    "pwd=",
    "pass",
    "pwd>",
    "密码>",
    "口令>",
)
_OF_PASSWORDS = "密码,密碼,解锁码,开机码,登录码,启动码,密 码,密\t码,口令,口 令,口\t令,暗号,密钥,秘钥,令牌,授权码,passw,pass,pwd,token,secret,key,key,pin".split(
    ","
)
_NAME = re.compile(r"[A-Za-z]*(?:[_.][A-Za-z]*)+")  # of a variable in a program
_SHORTEST, _SHORTEST_WORD = 4, 6
_CALLED = re.compile(r"^/|[({<$\[|\\]|\.\w+\(|://|\.(?:md|py|js|yml|html|docx|pdf|png)\b")
_PLACEHOLDER = re.compile(
    r"([*xX•·.?#0_/-])\1*[\"'`*,;.)]*|(?i:x+|your.*|example.*|changeme.*|pass ?word|passwd|passphrase|passcode|secret|required|optional|string|hidden"
    r"|unknown|readonly|redacted|masked|undefined|default|boolean|integer|(?:ctrl|alt|shift)\+.*)"
)


def keys_and_passwords(text: str) -> Iterator[Match]:
    """Private keys, access tokens, addresses with a login, and passwords."""
    small = text.lower()  # most pages have none of these words, and looking for them all at once is slow
    if any(part in text for part in _OF_PRIVATE_KEYS):
        yield from (found.span() for found in _KEYS.finditer(text))
    if any(part in text for part in _OF_TOKENS):
        yield from (found.span() for found in _TOKENS.finditer(text))
    if any(part in small for part in _OF_LOGINS):
        yield from (found.span() for found in _LOGINS.finditer(text))
    if any(word in small for word in _OF_PASSWORDS):
        yield from _passwords(text)


def _passwords(text: str) -> Iterator[Match]:
    for found in _PASSWORD.finditer(text):
        group = 1 if found[1] is not None else 2
        value = found[group].rstrip("\"'`*,;.)|")
        if len(value) >= 6 and any(c.isdigit() for c in value) and _is_secret(value):
            yield found.start(group), found.start(group) + len(value)
    for labelled in Lines(text).labelled(_LABEL) if _LABEL.search(text) else ():
        for start, end in labelled.values[:1] if labelled.place is Place.ROW else labelled.values:
            written = _VALUE.match(text, start, end)
            value = written[1].rstrip("\"'`*,;.)") if written else ""
            is_whole = bool(_END.match(text, start + len(value), end)) or start + len(value) == end
            if _is_telling(value, labelled, is_whole=is_whole) and _is_secret(value):
                yield start, start + len(value)


def _is_secret(value: str) -> bool:
    return not _CALLED.search(value) and not _PLACEHOLDER.fullmatch(value)


def _is_telling(value: str, labelled: Labelled, *, is_whole: bool) -> bool:
    """Whether the first word at a label of passwords is one; a word without a digit must stand alone."""
    is_near = labelled.place is not Place.NEXT_LINE
    if any(c.isdigit() for c in value):
        return len(value) >= _SHORTEST and (is_whole or is_near)
    if not is_whole or len(value) < _SHORTEST_WORD or _NAME.fullmatch(value):
        return False
    return any(c.isalpha() for c in value) and (is_near or not labelled.label.isascii())
