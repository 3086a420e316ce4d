"""What a browser does while pages are open that it should not: ask elsewhere, fail, complain."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError

_WITHOUT_HOST = ("data:", "blob:", "about:")


@dataclass
class Watch:
    """The faults of every page of a context, `kind: where: what`, as they come.

    Attributes:
        origin: the address that every request must begin with.
        requests: the addresses that were asked, with the origin cut off.
        policies: each page that a server sent, and the Content-Security-Policy that came with it.
    """

    origin: str
    faults: list[str] = field(default_factory=list)
    requests: set[str] = field(default_factory=set)
    policies: set[tuple[str, str]] = field(default_factory=set)
    _asked: int = 0

    def attach(self, context: BrowserContext) -> None:
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)
        context.on("console", self._console)
        context.on("weberror", self._page_error)

    def look(self, page: Page) -> None:
        """Note connections that a page opens ahead of any request."""
        early = page.locator("link[rel~=preconnect], link[rel~='dns-prefetch'], link[rel~=prefetch]")
        for link in early.all():
            self._fault("outside", page, str(link.get_attribute("href")))

    def settle(self, *tabs: Page) -> None:
        """Wait until pages are loaded and none has asked for anything for a second.

        Playwright's own "networkidle" now and then waits forever for the end of a request that a file answered.
        """
        for tab in tabs:
            tab.wait_for_load_state()
        before = -1
        while before != self._asked:
            before = self._asked
            tabs[-1].wait_for_timeout(1_000)

    def _request(self, request: Request) -> None:
        self._asked += 1
        if request.url.startswith(f"{self.origin}/"):
            self.requests.add(request.url.removeprefix(f"{self.origin}/"))
        elif not request.url.startswith(_WITHOUT_HOST):
            self._fault("outside", None, request.url)

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # a download, or the page was left
            self._fault("failed", None, f"{request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.request.resource_type == "document" and "content-security-policy" in response.headers:
            page = response.url.removeprefix(f"{self.origin}/")
            self.policies.add((page, response.headers["content-security-policy"]))
        if response.status >= 400:
            self._fault("status", None, f"{response.url} {response.status}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._fault("console", message.page, message.text)

    def _page_error(self, error: WebError) -> None:
        self._fault("script", error.page, str(error.error))

    def _fault(self, kind: str, page: Page | None, what: str) -> None:
        where = page.url.removeprefix(f"{self.origin}/") if page else ""
        self.faults.append(f"{kind}: {where}: {what}")
