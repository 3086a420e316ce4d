"""What a document runs or fetches when it is opened or clicked at: relationships, types of its parts, and actions."""

from __future__ import annotations

from collections.abc import Mapping

from handbook.markup.policy import scheme
from handbook.sources.attachments.office.parts import Reader

_ALLOWED = frozenset({"", "http", "https", "mailto", "tel"})
_ACTIVE_KINDS = frozenset(
    {
        "vbaproject",
        "oleobject",
        "control",
        "activexcontrolbinary",
        "afchunk",
        "attachedtoolbars",
        "keymapcustomizations",
    }
    | {"xlmacrosheet", "xlintlmacrosheet", "webextension", "webextensiontaskpanes", "ui/extensibility", "connections"}
)
_ACTIVE_TYPES = ("macroenabled", "vbaproject", "activex", "macrosheet", "webextension", "keymapcustomization")
_ELEMENTS = {
    "mailMerge": "里面连着邮件合并的数据源",
    "altChunk": "里面夹着别的文件（altChunk）",
    "DataMashup": "里面连着别处的数据（Power Query）",
    "externalReference": "里面的表格连着别的文件",
    "ddeLink": "里面的表格连着别的程序",
    "oleLink": "里面的表格连着别的程序",
    "event-listener": "里面有会运行的脚本",
    "script": "里面有会运行的脚本",
    "dde-source": "里面连着别的程序",
    "dde-connection-decl": "里面连着别的程序",
    "database-display": "里面连着别处的数据",
    "section-source": "里面的内容取自别的文件",
    "table-source": "里面的表格连着别的文件",
    "cell-range-source": "里面的表格连着别的文件",
}
_ACTIONS = ("ppaction://program", "ppaction://macro", "ppaction://ole", "ppaction://hlinkfile")
_KINDS = {"attachedTemplate": "远程模板", "image": "外部图片", "externalLink": "外部链接"}


def is_refused(target: str) -> bool:
    """Whether a link leads to a script, a disk or a share."""
    return scheme(target) not in _ALLOWED or target.strip().startswith("\\\\")


class Links(Reader):
    """Things that run or fetch, named anywhere in a part."""

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if element == "Relationship":
            self._relationship(attributes)
        elif element in {"Default", "Override"} and "ContentType" in attributes:
            kind = attributes.get("ContentType", "").lower()
            if any(active in kind for active in _ACTIVE_TYPES):
                self.found.danger("里面有宏或者控件，打开就可能运行")
        elif element in _ELEMENTS:
            self.found.danger(_ELEMENTS[element])
        elif attributes.get("action", "").lower().startswith(_ACTIONS):
            self.found.danger("点一下会运行程序或者打开别的文件", "删去这个动作")
        elif "href" in attributes and self._is_foreign(element, attributes["href"]):
            self.found.danger(f"里面引用了“{attributes['href'][:60]}”", "删去链接，图片存进文件里")

    @staticmethod
    def _is_foreign(element: str, target: str) -> bool:
        """Whether an element of an open document fetches what it names, or a link leads where none may."""
        return bool(scheme(target)) if element in {"image", "object", "plugin"} else is_refused(target)

    def _relationship(self, attributes: Mapping[str, str]) -> None:
        kind = attributes.get("Type", "").partition("/relationships/")[2] or attributes.get("Type", "")
        kind = kind.rpartition("/")[2] if kind.lower() not in _ACTIVE_KINDS else kind
        target = attributes.get("Target", "")
        if kind.lower() in _ACTIVE_KINDS:
            self.found.danger("里面有宏、控件或者嵌入的对象")
        elif attributes.get("TargetMode", "").lower() == "external" or scheme(target):
            if kind != "hyperlink":
                self.found.danger(f"打开时会去取“{target[:60]}”（{_KINDS.get(kind, kind)}）")
            elif is_refused(target):
                self.found.danger(f"里面的链接“{target[:60]}”用了不允许的地址", "删去链接")
            self.found.text(target, "链接")
