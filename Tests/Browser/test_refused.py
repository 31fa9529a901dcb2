"""A form that is sent empty comes back with what is wrong: said on top, tied to each answer, and without a barrier."""

import pytest
from conftest import SIZES
from test_axe import violations

# The form by what it holds, and who sends it.
FORMS = [
    ("requests/new", "#problem", "requester.benin"), ("needs/new", "#statement", "focal-point.benin"),
    ("providers/new", "#title", "provider.morocco"), ("opportunities/new", "#title", "donor"),
    ("practices/new", "#title", "provider.morocco"), ("organisations/new", "#name", "requester.benin"),
    ("partnerships/new", "#title", "focal-point.benin"), ("join", "#email", None),
    ("account/password", "#current-password", "reviewer"), ("desk/imports", "#file", "help-desk"),
    ("documents", "#file", "focal-point.benin"), ("organisations/sedd-morocco/enquiry", "#text", "requester.benin"),
    ("countries/bj/enquiry", "#text", "provider.morocco"), ("country-desk/people", "#email", "focal-point.benin"),
    ("administration/invitations", "#email", "administrator"), ("desk/wordings", "textarea", "help-desk"),
]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_wrong_is_said_where_it_is(browsers, language):
    wrong = {}
    for address, field, who in FORMS:
        page = browsers.context(who, language).new_page()
        page.goto(f"/{language}/{address}")
        form = page.locator(f"main form[method=post]:has({field})").first
        form.locator("button:not([name])").last.click()
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
