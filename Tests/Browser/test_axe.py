"""No barrier that axe can find, on every page of the site, in two directions and on two sizes."""

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


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_page(browsers, places, language):
    wrong = {}
    for address, who in places:
        page = browsers.context(who, language).new_page()
        page.goto(f"/{language}/{address}")
        assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
        for size, shape in SIZES.items():
            page.set_viewport_size(shape)
            if problems := violations(page):
                wrong[f"{address} ({who}, {size})"] = problems
        page.close()
    assert not wrong
