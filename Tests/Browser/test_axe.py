"""No barrier that axe can find, on the main pages, in two directions and on two sizes."""

import pytest
from axe_playwright_python.sync_playwright import Axe

PUBLIC = [
    "", "about", "figures", "search?q=mangrove", "requests", "needs", "providers", "opportunities", "practices", "hubs",
    "organisations", "countries", "countries/bj", "providers/cse-senegal", "requests/gh-natural-capital", "sign-in",
    "no-such-page", "providers/cse-senegal/profile", "requests/gh-natural-capital/history",
    "history/provider-cse-senegal",
]
OWN = [
    ("requester.benin", ["work", "requests/new", "requests/bj-suivi-faune"]),
    ("focal-point.benin", ["country-desk", "requests/bj-suivi-faune"]),
    ("help-desk", [
        "desk", "desk?part=unassigned", "desk/cases/bj-suivi-faune", "desk/silent", "desk/workload", "desk/wordings",
        "desk/merges", "requests/bj-suivi-faune/history",
    ]),
    ("provider.senegal", ["work", "providers/cse-senegal", "work/enquiries"]),
    ("donor", ["work", "work/funding", "organisations/cse-senegal/enquiry"]),
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
