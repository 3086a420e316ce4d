"""The light and the dark colours of the site."""

from typing import Literal

from playwright.sync_api import Page

Scheme = Literal["light", "dark"]
NAMES: dict[Scheme, str] = {"light": "default", "dark": "slate"}
# The contrast of two colours as WCAG defines it, the first laid over the second; a canvas reads any notation of CSS.
CONTRAST = """(words, ground) => {
    const canvas = new OffscreenCanvas(2, 1).getContext("2d", {willReadFrequently: true});
    canvas.fillStyle = ground;
    canvas.fillRect(0, 0, 2, 1);
    canvas.fillStyle = words;
    canvas.fillRect(0, 0, 1, 1);
    const parts = [...canvas.getImageData(0, 0, 2, 1).data].map(part => part / 255)
        .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    const [dark, light] = [0, 4].map(at => 0.2126 * parts[at] + 0.7152 * parts[at + 1] + 0.0722 * parts[at + 2])
        .sort((one, other) => one - other);
    return (light + 0.05) / (dark + 0.05);
}"""
_CHOSEN = "[...document.querySelectorAll('input[name=__palette]')].findIndex(input => input.checked)"
_SETTLED = """scheme => (document.body.dataset.mdColorScheme ?? scheme) === scheme  // 404.html has one scheme only
    && document.getAnimations().length === 0"""


def scheme_of(page: Page) -> str | None:
    """The name of the colours that a page shows."""
    return page.locator("body").get_attribute("data-md-color-scheme")


def toggle(page: Page) -> None:
    """Press the button for the colours: system, light, dark and round again."""
    before = page.evaluate(_CHOSEN)
    page.locator("label[for^=__palette]:visible").click()
    page.wait_for_function(f"before => ({_CHOSEN}) !== before", arg=before)


def show(page: Page, scheme: Scheme) -> None:
    """Show a page to a reader whose system asks for these colours, and let them settle."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(_SETTLED, arg=NAMES[scheme])
