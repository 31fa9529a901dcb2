"""A whole node with demonstration data, served by the debug build, and a real Chromium."""

import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request

import places as all_places
import preparing
import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("BIOBRIDGE", ROOT / ".build" / "debug" / "biobridge"))
ACCOUNTS = json.loads((ROOT / "Sources/Files/DemonstrationFiles/data/accounts.json").read_text(encoding="utf-8"))
SIZES = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 900}}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def node():
    """A running node: its address, and the folder of the letters it has sent."""
    folder = tempfile.mkdtemp(prefix="biobridge-browser-")
    port = free_port()
    log = open(os.path.join(folder, "log"), "w")
    server = subprocess.Popen(
        [PROGRAM, "serve", "--data", os.path.join(folder, "node"), "--port", str(port), "--demo"], stdout=log, stderr=log
    )
    os.environ["BIOBRIDGE_TEST_NODE"] = os.path.join(folder, "node")
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            assert server.poll() is None, open(log.name).read()
            try:
                urllib.request.urlopen(address + "/en", timeout=5).read()
                break
            except OSError:
                time.sleep(0.2)
        else:
            raise AssertionError("the server did not open")
        yield address, pathlib.Path(folder, "node", "outgoing")
    finally:
        server.terminate()
        assert server.wait(30) == 0
        log.close()
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def site(node):
    """The address of a running node."""
    return node[0]


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_browser(chromium, site):
    """A browser of one person: open_browser(language="fr", size="phone", script=False)."""
    contexts = []

    def open_one(language="en", size="desktop", script=True):
        context = chromium.new_context(
            base_url=site, viewport=SIZES[size], java_script_enabled=script, locale=language
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def sign_in(open_browser):
    """A browser in which a person of the demonstration has signed in: sign_in("help-desk", language="fr")."""

    def sign_in_one(who, language="en", **how):
        page = open_browser(language=language, **how)
        page.goto(f"/{language}/sign-in")
        page.fill("#email", f"{who}@example.org")
        page.fill("#password", ACCOUNTS["password"])
        page.click("main form button.act")
        page.wait_for_url(f"**/{language}/work**")
        return page

    return sign_in_one


class Browsers:
    """One browser for each person and language, signed in once and used by all tests of the session."""

    def __init__(self, chromium, site):
        self.chromium, self.site, self.contexts = chromium, site, {}
        self.password = ACCOUNTS["password"]

    def context(self, who, language="en"):
        if (who, language) not in self.contexts:
            context = self.chromium.new_context(base_url=self.site, viewport=SIZES["desktop"], locale=language)
            context.set_default_timeout(15_000)
            self.contexts[who, language] = context
            if who:
                page = context.new_page()
                page.goto("/en/sign-in")
                page.fill("#email", f"{who}@example.org")
                page.fill("#password", ACCOUNTS["password"])
                page.click("main form button.act")
                page.wait_for_url("**/en/work**")
                page.close()
        return self.contexts[who, language]

    def keep(self, name):
        """A new browser under a name of its own, the same in every language."""
        context = self.chromium.new_context(base_url=self.site, viewport=SIZES["desktop"])
        context.set_default_timeout(15_000)
        for language in ("en", "ar"):
            self.contexts[name, language] = context
        return context

    def request(self, who):
        return self.context(who).request


@pytest.fixture(scope="session")
def browsers(chromium, site):
    browsers = Browsers(chromium, site)
    yield browsers
    for context in set(browsers.contexts.values()):
        context.close()


@pytest.fixture(scope="session")
def places(browsers, node):
    """Every page of the site with somebody who may see it: [(address, who)]."""
    preparing.prepare(browsers)
    finder = all_places.Places(browsers, node[1])
    found = finder.all()
    print(f"{len(found)} pages; not in the demonstration: {finder.unseen}")
    return found
