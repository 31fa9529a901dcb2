"""At 400 % on a screen of 1280 pixels a page is 320 wide: nothing runs out at the side (WCAG 2.2, 1.4.10)."""

import pytest

WIDTH = 320


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_scrolls_sideways(browsers, places, language):
    wide = {}
    for address, who in places:
        page = browsers.context(who, language).new_page()
        page.set_viewport_size({"width": WIDTH, "height": 640})
        page.goto(f"/{language}/{address}")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > WIDTH:
            wide[address] = page.evaluate(
                """(width) => [width, ...[...document.querySelectorAll("main *, header *, footer *")]
                    .filter((one) => { const box = one.getBoundingClientRect(); return box.right > width + 1 || box.left < -1; })
                    .slice(0, 3).map((one) => one.outerHTML.slice(0, 120))]""", WIDTH)
        page.close()
    assert not wide
