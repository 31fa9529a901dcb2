"""No barrier that axe can find, on the main pages, in two directions and on two sizes."""

import pytest
from axe_playwright_python.sync_playwright import Axe

PUBLIC = [
    "", "about", "figures", "search?q=mangrove", "requests", "needs", "providers", "opportunities", "practices", "hubs",
    "organisations", "countries", "countries/bj", "providers/cse-senegal", "requests/gh-natural-capital", "sign-in", "join", "sign-in/forgotten",
    "no-such-page",
]
OWN = [
    ("requester.benin", ["work", "requests/new", "requests/bj-suivi-faune"]),
    ("administrator", [
        "account", "account/password", "account/email", "account/second-factor", "account/erasure", "administration",
        "administration/accounts", "administration/invitations", "administration/deadlines", "administration/lists",
        "administration/jobs", "administration/letters", "administration/health", "administration/audit",
        "countries/bj/deadline",
    ]),
    ("focal-point.benin", ["country-desk", "country-desk/people", "requests/bj-suivi-faune"]),
    ("help-desk", ["desk", "desk/cases/bj-suivi-faune"]),
]


def violations(page):
    found = Axe().run(page).response["violations"]
    return [f"{v['id']} ({len(v['nodes'])}): {v['nodes'][0]['html'][:160]}" for v in found]


@pytest.mark.parametrize("size", ["phone", "desktop"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_public_pages(open_browser, language, size):
    page = open_browser(language=language, size=size)
    wrong = {}
    for path in PUBLIC:
        page.goto(f"/{language}/{path}")
        assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
        if problems := violations(page):
            wrong[path] = problems
    assert not wrong


@pytest.mark.parametrize("language,size", [("en", "desktop"), ("ar", "phone")])
@pytest.mark.parametrize("who,paths", OWN)
def test_pages_of_those_signed_in(sign_in, who, paths, language, size):
    page = sign_in(who, language=language, size=size)
    wrong = {}
    for path in paths:
        assert page.goto(f"/{language}/{path}").status == 200, path
        if problems := violations(page):
            wrong[path] = problems
    assert not wrong
