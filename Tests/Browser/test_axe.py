"""No barrier that axe can find, on every page of the site, in two directions and on two sizes."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import SIZES


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
