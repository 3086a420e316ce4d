"""A zip as such: names, sizes and members, of which never more than a limit is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from handbook.sources.attachments.findings import Found

MAX_MEMBERS = 2_000
MAX_MEMBER = 20 * 2**20
MAX_TOTAL = 60 * 2**20
_KIND, _LINK = 0o170000, 0o120000
_MAX_RATIO = 200  # of XML, which packs well, a fiftieth remains


class Archive:
    """The members of a zip that could be unpacked; what is wrong with it goes to `found`."""

    def __init__(self, data: bytes, found: Found) -> None:
        self._found = found
        self.members: dict[str, bytes] = {}
        self.is_readable = False
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                self.is_readable = self._names(package)
                if self.is_readable:
                    self.members = dict(self._unpacked(package))
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, OSError, RuntimeError):
            self.is_readable = False
            found.broken("打不开，可能没有传完或者已经损坏")

    def _names(self, package: zipfile.ZipFile) -> bool:
        infos = package.infolist()
        names = [info.filename for info in infos]
        if len(names) > MAX_MEMBERS:
            self._found.broken(f"里面有 {len(names)} 个文件，太多了", "只留需要的文件")
            return False
        if package.comment:
            self._found.text(package.comment.decode("utf-8", errors="replace"), "压缩包的说明")
        self._found.text("\n".join(names).replace("/", "\n"), "里面的文件名")
        if any(info.external_attr >> 16 & _KIND == _LINK for info in infos):
            self._found.danger("里面有符号链接，会解到别的文件夹去", "换成真正的文件，重新打包")
        outside = next((name for name in names if _leads_out(name)), None)
        if outside is not None:
            self._found.danger(f"里面的文件名“{outside[:60]}”会解到别的文件夹去", "重新打包")
        if len({name.casefold() for name in names}) < len(names):
            self._found.broken("里面有两个同名的文件，不同的程序会看到不同的内容", "重新另存一份")
        if any(info.flag_bits & 1 for info in infos):
            self._found.broken("加了密码，里面的内容没法检查", "去掉密码")
            return False
        if sum(info.file_size for info in infos) > MAX_TOTAL or any(map(_is_bomb, infos)):
            self._found.danger("解开以后大得出奇（压缩炸弹）", "删去它，重新导出")
            return False
        return True

    def _unpacked(self, package: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
        total = 0
        for info in package.infolist():
            if info.is_dir():
                continue
            try:
                with package.open(info) as member:
                    content = member.read(MAX_MEMBER + 1)
            except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, OSError):
                self._found.broken(f"里面的“{info.filename[:60]}”已经损坏")
                continue
            total += len(content)
            if len(content) > MAX_MEMBER or total > MAX_TOTAL:
                self._found.danger("解开以后大得出奇（压缩炸弹）", "删去它，重新导出")
                return
            yield info.filename, content


def _leads_out(name: str) -> bool:
    path = name.replace("\\", "/")
    return path.startswith("/") or path[1:2] == ":" or ".." in path.split("/") or "\0" in name


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > 2**20 and info.file_size > _MAX_RATIO * max(info.compress_size, 1)
