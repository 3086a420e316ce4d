"""[tool.handbook] in pyproject.toml."""

from pathlib import Path

import pytest

from handbook.errors import SettingsError
from handbook.settings import Settings, read_settings


def read(root: Path, text: str) -> Settings:
    (root / "pyproject.toml").write_text(text, encoding="utf-8")
    return read_settings(root)


@pytest.mark.parametrize("text", ["", "[project]\nname = 'x'\n", "[tool.other]\nstrict = 1\n", "[tool.handbook]\n"])
def test_another_project_demands_nothing(tmp_path: Path, text: str) -> None:
    assert read_settings(tmp_path) == read(tmp_path, text) == Settings(strict=False, require_kind=False, intranet=False)


def test_settings_are_read(tmp_path: Path) -> None:
    assert read(tmp_path, "[tool.handbook]\nstrict = true\nintranet = true\n") == Settings(strict=True, intranet=True)


def test_notepad_may_have_saved_them(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeff[tool.handbook]\r\nintranet = true\r\n") == Settings(intranet=True)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[tool.handbook]\nstrct = true\n",
            "没有“strct”这个设置；是不是“strict”？可以写 strict、require_kind、intranet",
        ),
        ("[tool.handbook]\nstrict = 'yes'\n", "strict 只能是 true 或者 false"),
        ("[tool.handbook]\nstatute_texts = true\n", "statute_texts 要写成英文引号里的文字"),
        ("[tool]\nhandbook = 1\n", "要写成一节"),
        ("[tool.handbook\n", "pyproject.toml:1:15：读不懂这一行；看看括号"),
        ("[tool.handbook]\nintranet ＝ true\n", "pyproject.toml:2:10：读不懂这一行"),
    ],
)
def test_a_wrong_setting_is_refused_with_the_known_ones(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        read(tmp_path, text)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_bytes(b"# \xff\n")

    with pytest.raises(SettingsError, match="读不懂"):
        read_settings(tmp_path)


def test_the_environment_names_the_texts_before_the_file_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "texts").mkdir()
    text = '[tool.handbook]\nstrict = true\nstatute_texts = "other"\n'
    assert read(tmp_path, text) == Settings(strict=True, statute_texts="other")

    monkeypatch.setenv("HANDBOOK_STATUTE_TEXTS", "texts")
    assert read(tmp_path, text) == Settings(strict=True, statute_texts="texts")

    monkeypatch.setenv("HANDBOOK_STATUTE_TEXTS", "nowhere")
    with pytest.raises(SettingsError, match="“nowhere”不是文件夹"):
        read(tmp_path, text)
