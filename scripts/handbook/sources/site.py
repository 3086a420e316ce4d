"""mkdocs.yml → what the handbook needs to know of the site: navigation, exclusions, addresses, Markdown dialect."""

from __future__ import annotations

import os
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pathspec import GitIgnoreSpec

from handbook.diagnostics import Span
from handbook.errors import RootError
from handbook.model.handbook import Site, SourceFault
from handbook.model.spelling import nearest
from handbook.model.value import Mapping, Scalar, Sequence, Value
from handbook.sources.config import read_config
from handbook.sources.dialect import Dialect
from handbook.sources.files import is_folder
from handbook.sources.navigation import entries
from handbook.sources.running import running_faults
from handbook.sources.slugs import Slugify, ascii_slug, pymdownx_slug, unicode_slug

_KNOWN = frozenset(
    "site_name nav exclude_docs draft_docs not_in_nav site_url site_description site_author theme docs_dir site_dir "
    "copyright dev_addr use_directory_urls repo_url repo_name edit_uri_template edit_uri extra_css extra_javascript "
    "extra_templates markdown_extensions strict remote_branch remote_name extra plugins hooks watch validation INHERIT".split()
)
_TRUE, _FALSE = {"true", "yes", "on"}, {"false", "no", "off"}
_DEFAULT_EXTENSIONS = ("toc", "tables", "fenced_code")
_DEFAULT_EXCLUDED = (".*", "/templates/")
# These plugins make the navigation themselves, so `nav` in mkdocs.yml does not tell what is in it.
_NAV_PLUGINS = {"awesome-pages", "awesome-nav", "literate-nav"}


@dataclass(frozen=True)
class SiteSource:
    """What mkdocs.yml says.

    Attributes:
        site: the part that the model keeps; its `not_in_nav` is still empty (see `outside_nav`).
        dialect: the Markdown that the pages are written in.
        options: options of each Markdown extension that has some.
        snippet_paths: folders that `pymdownx.snippets` reads from, relative to the root; empty without it.
        plugins: names of the plugins.
        custom_dir: the folder of overrides relative to the root, or ``""``.
        favicon, logo: addresses relative to docs/, or ``""``.
    """

    site: Site
    dialect: Dialect = field(default_factory=Dialect)
    options: AbstractMapping[str, Mapping] = field(default_factory=dict)
    snippet_paths: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    theme: str = "mkdocs"
    custom_dir: str = ""
    favicon: str = ""
    logo: str = ""
    extra_css: tuple[Scalar, ...] = ()
    extra_javascript: tuple[Scalar, ...] = ()
    hooks: tuple[Scalar, ...] = ()
    excluded: GitIgnoreSpec = field(default_factory=lambda: GitIgnoreSpec.from_lines(_DEFAULT_EXCLUDED))
    drafts: GitIgnoreSpec = field(default_factory=lambda: GitIgnoreSpec.from_lines(()))
    not_in_nav: GitIgnoreSpec = field(default_factory=lambda: GitIgnoreSpec.from_lines(()))
    faults: tuple[SourceFault, ...] = ()

    def is_excluded(self, src: str) -> bool:
        """True for a file under docs/ (path relative to it) that `mkdocs build` leaves out."""
        return self.excluded.match_file(src) or self.drafts.match_file(src)

    def outside_nav(self, src: str) -> bool:
        """True for a page that may stand outside of the navigation."""
        return self.not_in_nav.match_file(src)


def read_site(root: Path) -> SiteSource:
    """The settings of the site.

    Raises:
        RootError: there is no mkdocs.yml or no docs folder.
    """
    name, config, faults = read_config(root, os.environ)
    source = _Reader(root, name, config).read()
    if not is_folder(root / source.site.docs_dir):
        raise RootError(root, f"没有放页面的文件夹“{source.site.docs_dir}”；新建它，或者改 {name} 的 docs_dir")
    if faults and not config.entries:  # a broken file says nothing about what is missing in it
        return replace(source, faults=faults)
    return replace(source, faults=(*faults, *source.faults))


class _Reader:
    def __init__(self, root: Path, name: str, config: Mapping) -> None:
        self._root = root
        self._name = name
        self._config = config
        self._faults: list[SourceFault] = []

    def read(self) -> SiteSource:
        self._check_keys()
        options = self._named_options("markdown_extensions")
        plugins = self._named_options("plugins")
        theme = self._config.get("theme")
        look = theme if isinstance(theme, Mapping) else Mapping((), Span(self._name))
        site = self._site(options, plugins)
        self._faults += running_faults(self._config, site.docs_dir, options)
        return SiteSource(
            site=site,
            dialect=_dialect(options),
            options={name: value for name, value in options.items() if value.entries},
            snippet_paths=_snippet_paths(options.get("pymdownx.snippets")),
            plugins=tuple(plugins),
            theme=look.text("name") or self._config.text("theme") or "mkdocs",
            custom_dir=self._custom_dir(look),
            favicon=look.text("favicon"),
            logo=look.text("logo"),
            extra_css=self._config.scalars("extra_css"),
            extra_javascript=self._scripts(),
            hooks=self._config.scalars("hooks"),
            excluded=self._patterns("exclude_docs", _DEFAULT_EXCLUDED),
            drafts=self._patterns("draft_docs"),
            not_in_nav=self._patterns("not_in_nav"),
            faults=tuple(self._faults),
        )

    def _site(self, options: AbstractMapping[str, Mapping], plugins: AbstractMapping[str, Mapping]) -> Site:
        config = self._config
        nav = config.get("nav")
        listed = (
            tuple(entries(nav, self._faults)) if nav and (config.text("nav") or not isinstance(nav, Scalar)) else ()
        )
        offline = plugins.get("offline") or plugins.get("material/offline")
        docs = os.path.normpath(config.text("docs_dir") or "docs").replace(os.sep, "/")
        if docs == ".":
            self._fault(
                config.key_span("docs_dir"), "docs_dir 不能是 mkdocs.yml 所在的文件夹", "把页面放进 docs 文件夹"
            )
        return Site(
            path=self._name,
            docs_dir=docs,
            site_name=config.text("site_name"),
            site_url=config.text("site_url"),
            nav=None if _NAV_PLUGINS & set(plugins) else listed or None,
            use_directory_urls=self._flag("use_directory_urls")
            and (offline is None or offline.text("enabled") in _FALSE),
            extensions=frozenset(options) | frozenset(_DEFAULT_EXTENSIONS),
        )

    def _fault(self, span: Span, message: str, hint: str) -> None:
        self._faults.append(SourceFault("site", span, message, hint))

    def _check_keys(self) -> None:
        if not self._config.text("site_name"):
            self._fault(self._config.key_span("site_name"), "没有写站名 site_name", "加一行“site_name: 站名”")
        for key, _ in self._config:
            likely = nearest(key.text, _KNOWN) if key.text not in _KNOWN else None
            if likely:
                self._fault(key.span, f"没有“{key.text}”这个设置", f"是不是“{likely}”？")

    def _flag(self, key: str) -> bool:
        text = self._config.text(key).lower()
        if text in _FALSE:
            return False
        value = self._config.get(key)
        if value and text not in _TRUE:
            self._fault(value.span, f"{key} 只能是 true 或者 false", "改成 true 或者 false")
        return True

    def _named_options(self, key: str) -> dict[str, Mapping]:
        """Name → options, of a list of names (each with or without options) or a mapping."""
        value = self._config.get(key)
        pairs: list[tuple[Scalar, Value | None]] = []
        if isinstance(value, Mapping):
            pairs = list(value.entries)
        elif isinstance(value, Sequence):
            for item in value.items:
                if isinstance(item, Mapping) and len(item.entries) == 1:
                    pairs.append(item.entries[0])
                elif isinstance(item, Scalar) and item.text:
                    pairs.append((item, None))
                else:
                    self._fault(
                        item.span, f"{key} 的这一项看不懂", "写成“- 名称”；有选项的在名称后面加英文冒号，选项多缩进四格"
                    )
        elif value is not None and self._config.text(key):
            self._fault(value.span, f"{key} 要写成列表", "每一项以“- ”开头")
        return {name.text: opts if isinstance(opts, Mapping) else Mapping((), name.span) for name, opts in pairs}

    def _patterns(self, key: str, first: tuple[str, ...] = ()) -> GitIgnoreSpec:
        value = self._config.get(key)
        lines = self._config.text(key).splitlines()
        if value is not None and not isinstance(value, Scalar):
            self._fault(value.span, f"{key} 要写成一段文字，不是列表", f"写成“{key}: |”，下面每行一个路径")
        return GitIgnoreSpec.from_lines([*first, *(line for line in lines if self._is_pattern(key, line))])

    def _is_pattern(self, key: str, line: str) -> bool:
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError:
            self._fault(self._config.key_span(key), f"{key} 里的“{line}”不是路径的写法", "每行一个路径")
            return False
        return True

    def _custom_dir(self, look: Mapping) -> str:
        folder = look.text("custom_dir")
        if folder and not is_folder(self._root / folder):
            span = look.key_span("custom_dir")
            self._fault(span, f"custom_dir 的文件夹“{folder}”不存在", "检查路径")
        return folder

    def _scripts(self) -> tuple[Scalar, ...]:
        """The addresses of `extra_javascript`, whose items may also be mappings with a `path`."""
        value = self._config.get("extra_javascript")
        items = value.items if isinstance(value, Sequence) else ()
        paths = (item.get("path") if isinstance(item, Mapping) else item for item in items)
        return tuple(path for path in paths if isinstance(path, Scalar))


def _snippet_paths(options: Mapping | None) -> tuple[str, ...]:
    if options is None:
        return ()
    return options.texts("base_path") or (".",)


def _dialect(options: AbstractMapping[str, Mapping]) -> Dialect:
    toc = options.get("toc") or options.get("markdown.extensions.toc")
    slugify = _slugify(toc.get("slugify") if toc else None)
    return Dialect.of(frozenset(options), slugify, (toc.text("separator") if toc else "") or "-")


def _slugify(value: Value | None) -> Slugify:
    """The slug function that a YAML tag names, without importing what it names."""
    name = value.tag.rpartition(":")[2] if value else ""
    if name == "markdown.extensions.toc.slugify_unicode" or (isinstance(value, Scalar) and "unicode" in value.text):
        return unicode_slug
    if not value or not name.startswith("pymdownx.slugs."):
        return ascii_slug
    keywords = value.get("kwds") if isinstance(value, Mapping) else None
    case = keywords.text("case") if isinstance(keywords, Mapping) else ""
    encode = isinstance(keywords, Mapping) and keywords.text("percent_encode").lower() in _TRUE
    default = "lower" if "uslugify" in name and "cased" not in name else "none"
    return pymdownx_slug(case or default, percent_encode=encode)
