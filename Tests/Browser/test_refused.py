"""A form that is sent empty comes back with what is wrong: said on top, tied to each answer, and without a barrier."""

import pytest
from conftest import SIZES
from test_axe import violations

# Where a form is written, and who writes it. A request is not among them: a draft may have gaps.
FORMS = [
    ("needs/new", "focal-point.benin"), ("providers/new", "provider.morocco"), ("opportunities/new", "donor"),
    ("practices/new", "provider.morocco"), ("organisations/new", "requester.benin"),
    ("partnerships/new", "focal-point.benin"), ("join", None), ("account/password", "reviewer"),
    ("desk/imports", "help-desk"), ("documents", "focal-point.benin"),
    ("organisations/sedd-morocco/enquiry", "requester.benin"), ("countries/bj/enquiry", "provider.morocco"),
    ("country-desk/people", "focal-point.benin"), ("administration/invitations", "administrator"),
    ("desk/wordings", "help-desk"),
]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_wrong_is_said_where_it_is(browsers, language):
    wrong = {}
    for address, who in FORMS:
        page = browsers.context(who, language).new_page()
        page.goto(f"/{language}/{address}")
        page.locator("main form[method=post] button.act").first.click()
        page.wait_for_load_state()
        problems = []
        if page.locator("[role=alert] a[href^='#']").count() == 0:
            problems.append(f"no summary: {page.locator('main').inner_text()[:200]}")
        for link in page.locator("[role=alert] a[href^='#']").all():
            if page.locator(f"[id='{link.get_attribute('href')[1:]}']").count() != 1:
                problems.append(f"{link.get_attribute('href')} leads nowhere")
        for shape in SIZES.values():
            page.set_viewport_size(shape)
            problems += violations(page)
        page.set_viewport_size({"width": 320, "height": 640})
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            problems.append("scrolls sideways at 400 %")
        if problems:
            wrong[f"{address} ({who})"] = problems
        page.close()
    assert not wrong
