"""Words that tell of a secret: addresses of mail, marks of secrecy, numbers of cases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.confidential.labels import Labelled, Lines, Match, Place

_MAIL = re.compile(
    r"(?<![A-Za-z0-9._%+@/-])[A-Za-z0-9](?:[A-Za-z0-9._+-]|%(?!40)){0,63}(?:@|%40)((?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24})(?![\w@-]|:[\w/])"
)
_SPELLED_AT = re.compile(
    r"[ \t]?(?:[(\[{<][ \t]?(?:at|@)[ \t]?[)\]}>]|艾特|#|@)[ \t]?(?:vip[ \t]?(?:\.|点)[ \t]?)?"
    r"(?:qq|163|126|139|189|yeah|sina|sohu|foxmail|gmail|outlook|hotmail|aliyun|icloud)"
    r"[ \t]?(?:\.|点|[(\[{<][ \t]?dot[ \t]?[)\]}>])[ \t]?(?:com|cn|net)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$")
_OPEN_MAIL = re.compile(
    r"(?:.*\.)?(?:gov\.cn|example\.(?:com|org|net|cn)|(?:.*\.)?(?:example|invalid|test|localhost))|(?:.*\.)?noreply\..*|.*\.(?:png|jpe?g|svg|gif|webp|md|js|css)",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:no|do-?not)[._-]?reply(?:@|%40)", re.IGNORECASE)

_LEVEL = r"(?:[绝絕][ \t]{0,3}密|[机機][ \t]{0,3}密|秘[ \t]{0,3}密)"
_TERM = "(?:[ \t]*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[ \t]*(?:年|个?月))?"
_DECORATION = r"[ \t#*_>|·【】\[\]()《》<>〔〕]*"
_MARKS = re.compile(
    rf"{_LEVEL}(?:级)?[\s_*]*[★☆✩⭐]|(?m:^{_DECORATION}{_LEVEL}(?:级|件|文件|资料)?{_TERM}{_DECORATION}$)"
    rf"|密[ \t]*级[】\])]?[ \t(〔\[【]+{_LEVEL}(?=级?(?:[\s)〕\]】★☆]|$))|密[ \t]*级[】\])]{_LEVEL}(?=级?[\s★☆]|级?$)"
    rf"|密[^\S\n]*级[^\S\n]*(?:[:=][\s“\"'「【\[*_>-]*(?:{_LEVEL}|内部)(?!级?[ \t]*[、/或和])"
    rf"|[为是]\s*[“\"'「【\[*_]*{_LEVEL}(?!级?(?:[、/或和的]|以上)))"
    rf"|{_LEVEL}\s*[:]?\s*(?:保密期限|长期)\s*\d*"
    r"|内部(?:资料|文件|材料|刊物|信息|情况|参考|通报|简报)[^。\n]{0,12}?(?:注意保存|注意保密|妥善保管|不得外传|严禁外传|请勿外传|不得翻印|严禁翻印|不得复制|不得公开)(?![的到给])"
)
_LEVEL_LABEL = re.compile(r"密[ \t]*级|(?:保密|涉密|秘密)等级")
_LEVEL_VALUE = re.compile(
    rf"[(〔\[]?({_LEVEL})(?:级|件|文件|资料)?[\s★☆✩⭐]*(?:[0-9一二三四五六七八九十]*(?:年|个?月)|长期)?[)〕\]]?"
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


def mail_addresses(text: str) -> Iterator[Match]:
    """Addresses of mail that are neither official ones nor samples."""
    for found in _SPELLED_AT.finditer(text):
        name = _NAME.search(text[max(0, found.start() - 64) : found.start()])
        if name:
            yield found.start() - len(name[0]), found.end()
    if "@" not in text and "%40" not in text:
        return
    for found in _MAIL.finditer(text):
        if not _OPEN_MAIL.fullmatch(found[1]) and not _NOBODY.match(found[0]):
            yield found.span()


def secrecy_marks(text: str) -> Iterator[Match]:
    """Marks that a classified or internal paper bears; the mere words, of which laws are full, are none."""
    if "密" not in text and "内部" not in text:
        return
    for found in _MARKS.finditer(text):
        words = found[0].strip()
        start = found.start() + found[0].index(words)
        yield start, start + len(words)
    if _LEVEL_LABEL.search(text):
        for labelled in Lines(text).labelled(_LEVEL_LABEL):
            yield from _levels(text, labelled)


def _levels(text: str, labelled: Labelled) -> Iterator[Match]:
    """The levels that a label gives to papers; a table that explains each level once gives none."""
    found = [span for span in labelled.values if _LEVEL_VALUE.fullmatch(text[slice(*span)])]
    distinct = {text[slice(*span)] for span in found}
    explains = len(distinct) == len(found) > 1 and (labelled.place is Place.ROW or labelled.column == 0)
    if not explains:
        yield from found


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
