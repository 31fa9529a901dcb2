"""One need travels from Benin to its partner, through the pages, with four people and with scripts off."""

import json
import pathlib

MESSAGES = pathlib.Path(__file__).resolve().parents[2] / "Sources/Files/LocalisationFiles/messages"
REQUEST = "bj-ressources-genetiques"
PROVIDER = "provider-morocco-abs"


def stands(page, state, language="fr"):
    """Whether the page says of its request what is expected in this state."""
    sentence = json.loads((MESSAGES / language / "state.json").read_text(encoding="utf-8"))[f"state.expect-{state}"]
    return sentence.split("{")[0].strip() in page.locator("main").inner_text()


def test_a_need_of_benin_finds_its_partner(sign_in, open_browser):
    address = f"/fr/requests/{REQUEST}"

    visitor = open_browser(language="fr", script=False)
    assert visitor.goto(address).status == 404, "nobody but the country reads it before the country has spoken"

    focal_point = sign_in("focal-point.benin", language="fr", size="phone", script=False)
    focal_point.goto("/fr/country-desk")
    row = focal_point.locator("ul.register > li", has=focal_point.locator(f"a[href='{address}']")).first
    row.get_by_role("button", name="Approuver").click()
    assert "done=" in focal_point.url
    focal_point.goto(address)
    assert stands(focal_point, "endorsed")

    officer = sign_in("help-desk", language="fr", script=False)
    officer.goto("/fr/desk")
    officer.locator(f"a[href='/fr/desk/cases/{REQUEST}']").first.click()
    for question in officer.locator("fieldset:has(input[name^=verdict-])").all():
        question.locator("input[value=yes]").check()
    officer.locator("input[name=lane][value=project]").first.check()
    officer.locator("section:has(#triage) button.act").click()
    assert officer.locator(".reasons").count() >= 3, "candidates with their reasons"
    officer.locator(f"a[href*='candidate={PROVIDER}']").first.click()
    letter = officer.locator("#letter").input_value()
    assert len(letter) > 200, "the letter is drafted from the reasons"
    officer.locator("#letter").fill(letter + "\n\nBien à vous.")
    officer.locator("form:has(#letter) button.act").click()
    assert "done=introduced" in officer.url

    provider = sign_in("provider.morocco", language="fr", script=False)
    provider.goto("/fr/work")
    provider.locator(f"a[href='{address}']").first.click()
    assert "Bien à vous." in provider.content()
    provider.locator("button[name=stance][value=accepts]").first.click()

    requester = sign_in("requester.benin", language="fr", script=False)
    requester.goto(address)
    requester.locator("button[name=stance][value=accepts]").first.click()
    assert stands(requester, "matched")

    visitor.goto(address)
    assert stands(visitor, "matched")
    assert "Bien à vous." not in visitor.content(), "letters are for those concerned"
    assert "@example.org" not in visitor.content(), "contact details are never shown"


def test_a_form_keeps_what_was_typed_and_names_every_problem(sign_in):
    page = sign_in("requester.benin", language="en", script=False)
    page.goto("/en/requests/new")
    page.fill("#problem", "We lack the knowledge to count lions. " * 200)
    page.locator("form:has(#problem) button.act").first.click()
    assert page.locator("[role=alert] a[href='#problem']").count() == 1
    assert page.locator("#problem").input_value().count("count lions.") == 200
    page.fill("#problem", "We lack the knowledge to count lions.")
    page.locator("form:has(#problem) button.act").first.click()
    page.goto(page.url.split("?")[0] + "?part=all")
    page.fill("#title", "A " * 200)
    page.fill("#problem", "We lack the knowledge to count lions. <script>alert(1)</script>")
    page.locator("form:has(#problem) button.act").first.click()
    assert page.locator("[role=alert] a[href='#title']").count() == 1
    assert "count lions. <script>" in page.locator("#problem").input_value()


def test_what_is_confidential_is_not_there_for_others(open_browser, sign_in):
    for page in [open_browser(), sign_in("provider.senegal")]:
        assert page.goto("/en/requests/bz-ranger-academy").status == 404
    assert sign_in("donor").goto("/en/requests/bz-ranger-academy").status == 200
