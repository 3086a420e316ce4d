"""Random pages: what the model takes for links is what Python-Markdown builds, however blocks are nested."""

from __future__ import annotations

import random

import pytest

from handbook.model.link import LinkKind
from pages import built, read


class Author:
    """Writes random Markdown; every target is used once."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.count = 0

    def target(self) -> str:
        self.count += 1
        return f"p{self.count}.md"

    def inline(self) -> str:
        a = self.target()
        return self.random.choice(
            [
                f"[字]({a})",
                f"![图]({a})",
                f"`[码]({a})`",
                f"**[粗]({a})**",
                f"[a [b] c]({a})",
                f'[字]({a} "题")',
                f'<a href="{a}">x</a>',
                f"\\[转]({a})",
                f"[![图]({a})]({self.target()})",
                f"文字 *斜[字]({a})*",
                f"[字](<{a}>)",
                f"（[字]({a})）。[字]({self.target()}#s1)，",
            ]
        )

    def paragraph(self) -> str:
        parts = range(self.random.randrange(1, 4))
        return "".join(self.random.choice(["文字", "，", " ", "\n"]) + self.inline() for _ in parts).strip()

    def page(self, depth: int = 0) -> str:
        return "\n\n".join(self.block(depth) for _ in range(self.random.randrange(1, 4)))

    def block(self, depth: int) -> str:
        kinds = [
            self.paragraph,
            lambda: "\n".join("- " + self.paragraph().replace("\n", "\n  ") for _ in range(2)),
            lambda: "\n".join(f"{n}. " + self.paragraph().replace("\n", "\n   ") for n in (1, 2)),
            lambda: "> " + self.paragraph().replace("\n", "\n> "),
            lambda: f"```text\n{self.paragraph()}\n```",
            lambda: f"| 甲 | 乙 |\n|---|---|\n| {self.inline()} | {self.inline()} |",
            lambda: f"## 题 {self.inline()}",
        ]
        if depth < 3:
            kinds += [
                lambda: f'!!! note "题 {self.inline()}"\n{indented(self.page(depth + 1))}',
                lambda: f'=== "一"\n\n{indented(self.page(depth + 1))}\n\n=== "二"\n\n{indented(self.page(depth + 1))}',
                lambda: f'??? tip "题"\n{indented(self.page(depth + 1))}',
                lambda: f"- 列\n\n{indented(self.page(depth + 1))}",
            ]
        return self.random.choice(kinds)()


def indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else line for line in text.split("\n"))


@pytest.mark.parametrize("seed", range(10))
def test_links_of_random_pages_are_those_of_the_built_pages(seed: int) -> None:
    author = Author(seed)

    for _ in range(30):
        body = author.page()
        found = {link.target for link in read(body).links if link.kind is not LinkKind.BARE}
        assert found == set(built(body).targets), body
