"""From a plan in a file to a request with partners: six languages, a real browser, the real reader and miner."""

import json
import os
import pathlib
import subprocess

import pytest
from conftest import PROGRAM
from plans import PLANS, html, pdf, text_html
from playwright.sync_api import expect
from test_way_of_a_need import stands

SOURCE = pathlib.Path(os.environ.get("BIOBRIDGE_SOURCES", pathlib.Path(__file__).resolve().parents[3] / "shared/source"))


def send(page, language, path, title, year="2024"):
    """Sends a document in and waits until it is read; the page of the document."""
    page.goto(f"/{language}/documents")
    if page.locator("#country option").count() > 1:
        page.select_option("#country", "BJ")
    page.set_input_files("#file", path)
    page.fill("#title", title)
    page.fill("#year", year)
    page.locator("form:has(#file) button.act").click()
    assert "done=sent" in page.url, page.locator("main").inner_text()
    until_read(page)
    return page


def until_read(page):
    """Waits until the page no longer watches work in progress; the policy of the pages forbids waiting by a script of ours."""
    expect(page.locator("[data-watch]")).to_have_count(0, timeout=120_000)
    page.wait_for_load_state()
    expect(page.locator("[data-watch]")).to_have_count(0, timeout=120_000)


def waiting(page):
    """The texts of the needs that wait on this page."""
    return page.locator("ul.potentials > li:has(input[type=checkbox])").all_inner_texts()


@pytest.mark.parametrize("language", list(PLANS))
def test_a_plan_in_each_language_becomes_a_need(language, chromium, sign_in, tmp_path):
    plan = PLANS[language]
    file = pdf(chromium, html(language, plan), tmp_path / f"plan-{language}.pdf")
    page = sign_in("focal-point.benin", language=language, size="phone" if language == "ar" else "desktop")
    send(page, language, file, plan["title"])
    address = page.url.split("?")[0]
    page.goto(address + "?view=all")
    found = "\n".join(waiting(page))
    for words in plan["needs"]:
        assert words in found, f"{language}: {words} is not among\n{found}"
    # The first of them in its page, marked where it stands; the mark leads to the need.
    page.goto(address)
    assert page.locator(".sheet mark").count() >= 1
    mark = page.locator(".sheet mark a").first.get_attribute("href")
    assert page.locator(f"li{mark}").count() == 1
    # Nothing ticked: said, and nothing lost.
    page.locator("button[name=verdict][value=accepted]").first.click()
    assert page.locator("[role=alert] a[href='#potential']").count() == 1
    page.locator("ul.potentials input[type=checkbox]").first.check()
    page.locator("button[name=verdict][value=accepted]").first.click()
    assert "done=decided" in page.url
    page.goto(f"/{language}/matrix/needs?country=BJ&year=2024")
    assert page.locator("blockquote").count() >= 1, "the need stands in the matrix with its passage"


def test_a_plan_becomes_a_request_that_is_matched(chromium, sign_in, tmp_path):
    plan = PLANS["fr"] | {"title": "Plan bis"}
    plan["pages"] = [["Les agents manquent de compétences en suivi écologique ; une formation est nécessaire d’urgence."]]
    file = pdf(chromium, html("fr", plan), tmp_path / "plan-bis.pdf")
    page = sign_in("focal-point.benin", language="fr", script=False)
    page.goto("/fr/documents")
    page.set_input_files("#file", file)
    page.fill("#title", "Plan bis")
    page.locator("form:has(#file) button.act").click()
    for _ in range(120):
        page.reload()
        if page.locator("[data-watch]").count() == 0:
            break
        page.wait_for_timeout(500)
    page.locator("ul.potentials input[type=checkbox]").first.check()
    page.locator("button[name=verdict][value=request]").first.click()
    assert page.url.split("?")[0].endswith("/edit"), page.url
    assert "suivi écologique" in page.locator("#problem").input_value()
    page.goto(page.url.split("?")[0] + "?part=all")
    if not page.locator("#assistance-1").input_value():
        page.select_option("#assistance-1", "training.workshop")
    page.fill("#priorities", "Plan d’action national, objectif 4.")
    if page.locator("input[name^='subjects-']:checked").count() == 0:
        page.locator("input[name^='subjects-'][value='CBD-SUBJECT-PA']").check(force=True)
    if page.locator("input[name=targets]:checked").count() == 0:
        page.locator("input[name=targets][value='GBF-TARGET-04']").check(force=True)
    page.locator("form:has(#problem) button.act").first.click()
    request = page.url.split("?")[0].split("/")[-1]
    # The focal point herself sends it: that endorses it.
    page.locator(f"form[action$='/requests/{request}/submission'] button").first.click()
    assert "done=" in page.url, page.locator("main").inner_text()

    officer = sign_in("help-desk", language="fr", script=False)
    officer.goto(f"/fr/desk/cases/{request}")
    for question in officer.locator("fieldset:has(input[name^=verdict-])").all():
        question.locator("input[value=yes]").check()
    officer.locator("input[name=lane][value=project]").first.check()
    officer.locator("section:has(#triage) button.act").click()
    assert officer.locator(".reasons").count() >= 1, "candidates with their reasons"
    # One of those whose demonstration account can answer.
    answering = {"provider-senegal": "provider.senegal", "provider-morocco": "provider.morocco"}
    chosen = [
        (link, account)
        for link in officer.locator("a[href*='candidate=provider-']").all()
        for key, account in answering.items()
        if f"candidate={key}" in link.get_attribute("href")
    ]
    assert chosen, "no candidate has an account of the demonstration"
    link, account = chosen[0]
    # It may stand in a circle that is folded up.
    officer.goto(link.get_attribute("href"))
    officer.locator("form:has(#letter) button.act").click()
    assert "done=introduced" in officer.url

    # Both sides agree: the need that stood in a plan has a partner.
    address = f"/fr/requests/{request}"
    provider = sign_in(account, language="fr", script=False)
    provider.goto(address)
    provider.locator("button[name=stance][value=accepts]").first.click()
    assert "done=" in provider.url
    page.goto(address)
    page.locator("button[name=stance][value=accepts]").first.click()
    assert stands(page, "matched"), page.locator("main").inner_text()


def test_the_source_document_itself(chromium, sign_in, tmp_path):
    source = SOURCE / "stocktaking-cop13-inf22.txt"
    if not source.exists():
        pytest.skip(f"the source document is not here: {source}")
    text = source.read_text(encoding="utf-8")
    file = pdf(chromium, text_html(text, "Stocktaking"), tmp_path / "stocktaking.pdf")
    page = sign_in("focal-point.benin", language="en")
    send(page, "en", file, "Stocktaking", year="2016")
    page.goto(page.url.split("?")[0] + "?view=all")
    found = "\n".join(waiting(page))
    assert len(waiting(page)) >= 10
    assert "financial resources" in found or "public awareness" in found


def test_a_picture_is_refused_with_a_reason(sign_in, tmp_path):
    page = sign_in("focal-point.benin", language="en")
    file = tmp_path / "plan.pdf"
    file.write_bytes(b"%PDF-1.7\nno pages at all")
    send(page, "en", file, "Broken")
    assert page.locator("button[name=do][value=again]").count() == 1
    assert page.locator(".notice.act").count() >= 1


def test_what_was_declined_does_not_come_back(chromium, sign_in, tmp_path):
    line = "There is a lack of trained staff to manage the wetlands of the delta."
    plan = {"title": "Delta one", "pages": [[line, "Boats leave at noon."]]}
    page = sign_in("focal-point.benin", language="en")
    send(page, "en", pdf(chromium, html("en", plan), tmp_path / "one.pdf"), "Delta one")
    page.locator("ul.potentials input[type=checkbox]").first.check()
    page.locator(".decide details summary").click()
    page.select_option("#reason", "metAlready")
    page.locator("button[value=declined]").click()
    assert "done=decided" in page.url
    plan = {"title": "Delta two", "pages": [[line, "Boats leave at noon.", "Equipment to monitor water quality is lacking."]]}
    file = pdf(chromium, html("en", plan), tmp_path / "two.pdf")
    page.goto("/en/documents")
    page.set_input_files("#file", file)
    page.fill("#title", "Delta two")
    page.select_option("#follows", label="Delta one")
    page.locator("form:has(#file) button.act").click()
    until_read(page)
    address = page.url.split("?")[0]
    page.goto(address + "?view=all")
    assert line not in "\n".join(waiting(page))
    page.goto(address + "/changes")
    assert "monitor water quality" in page.locator("main").inner_text()


def test_decisions_are_learned_from(chromium, sign_in, tmp_path):
    lines = [
        "Rangers lack boats to patrol the lagoon.", "There is a need for laboratories to identify fungi.",
        "Many tourists need a visa.",
    ]
    page = sign_in("focal-point.benin", language="en")
    plan = {"title": "Lessons", "pages": [lines]}
    send(page, "en", pdf(chromium, html("en", plan), tmp_path / "lessons.pdf"), "Lessons")
    page.goto(page.url.split("?")[0] + "?view=all&from=20")
    for line in waiting(page)[:2]:
        page.locator("ul.potentials input[type=checkbox]").first.check()
        page.locator("button[name=verdict][value=accepted]").first.click()
        assert "done=decided" in page.url, line
    node = os.environ["BIOBRIDGE_TEST_NODE"]

    def train(*arguments):
        command = [PROGRAM, "train", "decisions", "--data", node, *arguments]
        answer = subprocess.run(command, capture_output=True, text=True, timeout=300)
        assert answer.returncode == 0, answer.stderr
        return answer

    learned = pathlib.Path(node) / "needs.model"
    report = json.loads(train("--json").stdout)
    assert report["needs"] >= 2 and report["documents"] >= 1
    assert set(report["own"]) == {"before", "after"}
    assert not learned.exists(), "nothing changes before it is taken over"
    assert "taken over" in train("--take").stderr
    assert learned.stat().st_mode & 0o777 == 0o600
    # Read from now on by the weights of the node, without a new start.
    plan = {"title": "Lessons again", "pages": [lines]}
    send(page, "en", pdf(chromium, html("en", plan), tmp_path / "again.pdf"), "Lessons again")
    assert page.locator(".sheet mark").count() >= 1
    assert "shipped weights" in train("--drop").stderr
    assert not learned.exists()
