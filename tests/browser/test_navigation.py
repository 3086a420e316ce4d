"""Readers get from what they have in hand to the step that deals with it, on any screen and without scripts."""

import posixpath
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.colours import scheme_of, toggle
from browser.places import stands_in_view
from handbook.model.handbook import Handbook

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def tasks(handbook: Handbook) -> list[tuple[str, str, str]]:
    """Every task in a newcomer's words, with the address of the page and the id of the step that answers it."""
    found = [(words, page.url, step) for page in handbook.procedures.values() for words, step in page.tasks]
    assert found
    return found


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    with browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800}) as context:
        yield context.new_page()


def test_every_task_is_a_link_of_the_home_page_to_its_step(
    page: Page, base_url: str, tasks: list[tuple[str, str, str]]
) -> None:
    page.goto(f"{base_url}/index.html")
    links = page.locator("main a").evaluate_all("links => links.map(a => [a.textContent.trim(), a.href])")

    assert [
        [words, f"{base_url}/{url}#{step}"]
        for words, url, step in tasks
        if [words, f"{base_url}/{url}#{step}"] not in links
    ] == []


def test_a_task_of_each_procedure_shows_its_step(page: Page, http_site: str, tasks: list[tuple[str, str, str]]) -> None:
    faults = []
    one_of_each = {url: (words, step) for words, url, step in tasks}
    for url, (words, step) in one_of_each.items():
        page.goto(f"{http_site}/index.html")
        page.get_by_label("手上是什么事").fill(words)
        page.locator(".hb-finder").get_by_role("link", name=words, exact=True).first.click()
        page.wait_for_url(f"{http_site}/{url}#{step}")
        if not stands_in_view(page, step):
            faults.append(f"{words}: #{step} is out of view")

    assert faults == [], "\n".join(faults)


def test_a_procedure_is_reached_from_its_area_and_leads_to_its_neighbours_and_templates(
    page: Page, base_url: str, handbook: Handbook
) -> None:
    for source in handbook.procedures.values():
        area = next(area for area in handbook.areas if area.meta.text("area") == source.meta.text("area"))
        page.goto(f"{base_url}/{area.url}", wait_until="domcontentloaded")
        page.locator(
            f'main a[href="{posixpath.relpath(source.url, posixpath.dirname(area.url))}"]:visible'
        ).first.click()
        page.wait_for_url(f"{base_url}/{source.url}*")

        links = page.locator("main a[href]").evaluate_all("links => links.map(link => link.href)")
        reached = {link.partition("#")[0].removeprefix(f"{base_url}/") for link in links}
        neighbours = {handbook.procedures[code].url for key in ("previous", "next") for code in source.meta.texts(key)}
        templates = {handbook.pages[handbook.templates[code].src].url for code in source.meta.texts("templates")}
        assert neighbours | templates <= reached, source.url


def test_the_drawer_of_a_phone_leads_to_a_procedure(page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{base_url}/petitions/index.html")
    drawer = page.locator(".md-sidebar--primary")
    expect(drawer).not_to_be_in_viewport()

    page.locator("label.md-header__button[for=__drawer]").click()
    expect(drawer).to_be_in_viewport()
    drawer.get_by_role("link", name="XF-02").click()

    page.wait_for_url("**/petitions/visits.html")
    expect(page.locator("main h1")).to_be_in_viewport()


def test_without_scripts_tasks_charts_tables_and_documents_are_all_there(
    scriptless: Page, base_url: str, tasks: list[tuple[str, str, str]]
) -> None:
    words, url, step = tasks[0]
    scriptless.goto(f"{base_url}/index.html")
    group = scriptless.locator(".hb-finder details").filter(has=scriptless.locator("a", has_text=words)).first
    group.locator("summary").click()
    group.get_by_role("link", name=words, exact=True).click()
    scriptless.wait_for_url(f"{base_url}/{url}#{step}")

    main = scriptless.locator("main")
    expect(main.locator("svg[role=img] [data-step=s1]")).to_be_visible()
    expect(main.locator("table").first).to_be_visible()
    main.locator(".hb-flow__outline summary").click()
    expect(main.locator(".hb-flow__outline li").first).to_be_visible()
    with scriptless.expect_download() as waiting:
        main.locator("a[href$='.docx']").first.click()
    assert waiting.value.suggested_filename.endswith(".docx")


def test_without_scripts_the_drawer_of_a_phone_opens(scriptless: Page, base_url: str) -> None:
    scriptless.set_viewport_size({"width": 320, "height": 640})
    scriptless.goto(f"{base_url}/petitions/receive.html")
    scriptless.locator("label.md-header__button[for=__drawer]").click()

    expect(scriptless.locator(".md-sidebar--primary")).to_be_in_viewport()


@pytest.mark.parametrize("other", ["index.html", "templates/petitions/xf-w01.html"])
def test_chosen_colours_last_over_a_reload_and_on_other_pages(
    context: BrowserContext, page: Page, http_site: str, other: str
) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{http_site}/petitions/receive.html")
    while scheme_of(page) != "slate":
        toggle(page)

    page.reload()
    assert scheme_of(page) == "slate"
    fresh = context.new_page()
    fresh.emulate_media(color_scheme="light")
    fresh.goto(f"{http_site}/{other}")
    assert scheme_of(fresh) == "slate"


def test_the_system_decides_on_the_colours_until_the_reader_does(page: Page, base_url: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{base_url}/index.html")
    assert scheme_of(page) == "slate"

    page.emulate_media(color_scheme="light")
    page.wait_for_function("document.body.dataset.mdColorScheme === 'default'")
