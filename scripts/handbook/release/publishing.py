"""`handbook release`, `rollback` and `verify-release`: what happens between a checked site and its readers."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from handbook.diagnostics import Diagnostic
from handbook.errors import BuildError
from handbook.plugin.build import Build, build
from handbook.plugin.staging import Staging, reason, unchanged
from handbook.release.compression import compress
from handbook.release.diagrams import write_map
from handbook.release.manifest import SIGNATURE, SUMS, faults, prove, sign, write_sums
from handbook.release.moment import moment_of
from handbook.release.store import CURRENT, PREVIOUS, SITE, Store
from handbook.release.usb import NO_SUMS, Label, Sums, months_after, pack
from handbook.settings import Settings

_FILE_MODE, _FOLDER_MODE = 0o644, 0o755
_NEEDED = 3  # times the size of the release served: the new one, its compressed files, and room for the next


@dataclass(frozen=True, slots=True)
class Released:
    """What a release found, and the id of what is served now; ``""`` when findings spoke against it.

    Attributes:
        files: how many files the manifest lists.
        signed: whether the manifest is signed.
        reload: whether nginx has to read its configuration again, because other pages hold a live diagram.
        notices: sentences for the one who releases.
    """

    diagnostics: tuple[Diagnostic, ...]
    identifier: str
    files: int = 0
    signed: bool = False
    reload: bool = False
    notices: tuple[str, ...] = ()


def release(root: Path, to: Path, *, today: dt.date, settings: Settings, key: Path | None, keep: int) -> Released:
    """Build, check, compress, list, sign and switch; whatever fails, what is served stays as it is.

    Args:
        root: the handbook.
        to: the folder of releases.
        today: the date that review dates are compared with.
        settings: [tool.handbook].
        key: the SSH key that signs the manifest; None for an unsigned release.
        keep: how many releases stay.

    Raises:
        BuildError: something that is no fault of the sources speaks against it.
    """
    _refuse_source(root, to)
    try:
        return _release(root, Store(to), _Plan(today, settings, key, keep))
    except OSError as error:
        raise BuildError(unchanged(to, error)) from error


@dataclass(frozen=True, slots=True)
class _Plan:
    today: dt.date
    settings: Settings
    key: Path | None
    keep: int


def _release(root: Path, store: Store, plan: _Plan) -> Released:
    with store.held(), store.staging() as staging:
        _require_space(store)
        moment = moment_of(root)
        if plan.key is not None:
            prove(plan.key, staging)  # a wrong key shows itself before the build, not after it
        made = _build(root, staging / SITE, store.folder, plan)
        if not made.published:
            return Released(made.diagnostics, "")
        compress(staging / SITE)
        digest = write_sums(staging, SITE)
        if plan.key is not None:
            sign(staging, plan.key)
        _settle(staging, moment.seconds)
        identifier = f"{moment.when:%Y%m%d-%H%M%S}-{digest[:12]}"
        _keep(store, staging, identifier)
        reload = write_map(store.path(identifier) / SITE, store.folder)
        store.switch(identifier)
        notices = (*moment.notices, *store.prune(plan.keep))
        files = (store.path(identifier) / SUMS).read_text(encoding="utf-8").count("\n")
    return Released(made.diagnostics, identifier, files, plan.key is not None, reload, notices)


def _build(root: Path, site: Path, to: Path, plan: _Plan) -> Build:
    """Build a site in a folder that goes away again; what is said names the one that the user knows."""
    try:
        return build(root, site, today=plan.today, settings=plan.settings, shown=SITE)
    except BuildError as error:
        raise BuildError(str(error).replace(str(site), str(to))) from error


@dataclass(frozen=True, slots=True)
class Stick:
    """What packing for a stick found, the zip, what to print of it and notices; no zip when findings spoke against it."""

    diagnostics: tuple[Diagnostic, ...]
    archive: Path | None = None
    sums: Sums = NO_SUMS
    notices: tuple[str, ...] = ()


def stick(root: Path, to: Path, *, today: dt.date, settings: Settings, months: int) -> Stick:
    """Build and check a site, and pack it as one zip for a stick.

    Args:
        root: the handbook.
        to: the folder that gets the zip.
        today: the date that review dates are compared with.
        settings: [tool.handbook].
        months: how long after its sources' date it is to be relied on.

    Raises:
        BuildError: something that is no fault of the sources speaks against it.
    """
    _refuse_source(root, to)
    try:
        moment = moment_of(root)
        to.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=to, prefix=".stick-") as folder:
            site = Path(folder) / SITE
            made = _build(root, site, to, _Plan(today, settings, None, 0))
            if not made.published:
                return Stick(made.diagnostics)
            version = f"{moment.when:%Y%m%d}-{write_sums(Path(folder), SITE)[:12]}"
            name = f"一本通-U盘包-{version}.zip"
            expires = months_after(moment.when.date(), months)
            label = Label(made.title, version, moment.when.date(), expires, name)
            sums = pack(site, label, moment.when, Path(folder) / name)
            (Path(folder) / name).replace(to / name)
    except OSError as error:
        raise BuildError(unchanged(to, error)) from error
    return Stick(made.diagnostics, to / name, sums, moment.notices)


def rollback(to: Path, identifier: str = "") -> str:
    """Serve the previous release, or a named one, after its manifest was checked; the result is its id.

    Raises:
        BuildError: there is no such release, or its files are not what its manifest says.
    """
    store = Store(to)
    if not store.releases.is_dir():
        raise BuildError(f"{to} 里没有发布过的版本")
    try:
        return _roll_back(store, identifier)
    except OSError as error:
        raise BuildError(f"没有退回，{to} 没有改动：{reason(error)}") from error


def _roll_back(store: Store, identifier: str) -> str:
    with store.held():
        wanted = identifier or store.target(PREVIOUS)
        if not wanted:
            raise BuildError(f"{store.folder} 里没有上一版可以退回；用 --to-release 指定一版：{'、'.join(store.ids())}")
        wrong = next(faults(store.path(wanted), SITE), None)
        if wrong is not None:
            raise BuildError(f"{wanted} 这一版不能用：{wrong}")
        store.switch(wanted)
    return wanted


def verify(place: Path, signers: Path | None) -> list[str]:
    """What is wrong with the release that is served from a folder of releases, or with one release's own folder."""
    served = Store(place)
    if (place / SUMS).is_file():
        return list(faults(place, SITE, signers))
    identifier = served.target(CURRENT)
    if not identifier:
        return [f"{place}：没有在用的版本"]
    return list(faults(served.path(identifier), SITE, signers))


def _refuse_source(root: Path, to: Path) -> None:
    """Releases beside sources would be read as sources, and sources be served."""
    real = Path(os.path.realpath(to))
    docs = Path(os.path.realpath(root / "docs"))
    if real == Path(os.path.realpath(root)) or real == docs or docs in real.parents:
        raise BuildError(f"{to} 是手册的源文件夹，不能发布到这里，请另选一个文件夹")


def _require_space(store: Store) -> None:
    """Refuse before the build what a full disk would stop in its middle."""
    current = store.target(CURRENT)
    if not current:
        return
    size = sum(path.stat().st_size for path in store.path(current).rglob("*") if path.is_file())
    free = shutil.disk_usage(store.folder).free
    if free < _NEEDED * size:
        raise BuildError(f"{store.folder} 所在的磁盘只剩 {free >> 20} MB，发布要 {_NEEDED * size >> 20} MB，请先清理")


def _settle(release_folder: Path, seconds: int) -> None:
    """Give every file the same date and let the server read it, whatever the umask of the one who released it."""
    for path in (release_folder, *release_folder.rglob("*")):
        path.chmod(_FOLDER_MODE if path.is_dir() else _FILE_MODE)
        os.utime(path, (seconds, seconds))


def _keep(store: Store, staging: Path, identifier: str) -> None:
    """Put a staged release among the others; the same bytes of the same commit are the same release.

    One that is there already but was damaged since is exchanged for the new one.
    """
    place = store.releases / identifier
    if not place.exists():
        staging.rename(place)
    elif next(faults(place, SITE), None) is not None:
        Staging(staging, place).publish()
    elif (staging / SIGNATURE).exists():
        shutil.copy2(staging / SIGNATURE, place / SIGNATURE)
