"""A small site that is released in tests: its pages ask for a script whose name holds its hash, as a real one's do."""

import hashlib
import io
import subprocess
import zipfile
from pathlib import Path

from program import run

CONFIG = """\
site_name: 示例
site_url: http://127.0.0.1/
use_directory_urls: false
theme: {name: null, custom_dir: theme, static_templates: [404.html]}
plugins: []
"""
PAGE = """\
<!doctype html><html lang="zh"><head><title>示例</title><script src="{script}"></script></head>
<body>{{{{ page.content }}}}</body></html>
"""
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OPC = "http://schemas.openxmlformats.org/package/2006"
REFERENCES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DOCUMENT = {
    "[Content_Types].xml": f'<Types xmlns="{OPC}/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{OFFICE}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{OPC}/relationships"><Relationship Id="rId1" '
    f'Type="{REFERENCES}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>",
}
CHECKOUT = Path(__file__).parents[1]


def write_project(root: Path, text: str) -> str:
    """Write a small project whose pages and script hold a text; the result is the name of the script."""
    script = f"window.version = {text!r};" + " " * 2000
    name = f"assets/app.{hashlib.sha256(script.encode()).hexdigest()[:8]}.js"
    (root / "docs").mkdir(parents=True, exist_ok=True)
    (root / "docs/index.md").write_text(f"# 首页\n\n{text}\n", encoding="utf-8")
    theme = root / "theme"
    (theme / "assets").mkdir(parents=True, exist_ok=True)
    for old in (theme / "assets").iterdir():
        old.unlink()
    (theme / name).write_text(script, encoding="utf-8")
    (theme / "main.html").write_text(PAGE.format(script=name), encoding="utf-8")
    (theme / "404.html").write_text(
        "<!doctype html><html lang=zh><title>没有这一页</title>没有这一页</html>", encoding="utf-8"
    )
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    return name


def document(text: str) -> bytes:
    """The smallest .docx that Word opens, with one paragraph."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in DOCUMENT.items():
            package.writestr(name, content.replace("{text}", text))
    return buffer.getvalue()


def handbook(*arguments: str, epoch: int = 1795600000) -> subprocess.CompletedProcess[str]:
    """Run a command of the handbook."""
    return run(arguments, checkout=CHECKOUT, SOURCE_DATE_EPOCH=str(epoch))


def release(root: Path, to: Path, *options: str, epoch: int = 1795600000) -> str:
    """Release a project; the result is the id of what is served then."""
    ended = handbook("release", "--root", str(root), "--to", str(to), *options, epoch=epoch)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return (to / "current").readlink().name


def make_key(folder: Path) -> tuple[Path, Path]:
    """A new signing key, and the file of allowed signers that names it."""
    key = folder / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key], check=True)
    signers = folder / "allowed_signers"
    signers.write_text(f"handbook@example {(folder / 'key.pub').read_text(encoding='utf-8')}", encoding="utf-8")
    return key, signers
