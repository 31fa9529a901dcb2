"""A need is written part by part, passes its country, is introduced and agreed on: four people, in Arabic with a pointer,
and in English with the keyboard alone."""

import json
import re

import pytest
from hands import Keyboard, Pointer
from test_way_of_a_need import stands

PROVIDER = "provider-morocco-abs"
TEXTS = {
    "ar": {
        "problem": "لا يوجد لدى مؤسستنا إطار قانوني للحصول على الموارد الجينية وتقاسم المنافع، ولا محامون دُرّبوا على بروتوكول ناغويا. "
        "لذلك لا نستطيع الرد على سبعة طلبات حصول قُدمت عام 2025، ونحتاج إلى من سبق له صياغة قانون مماثل.",
        "title": "قانون الحصول على الموارد الجينية",
        "priorities": "الهدف 13 من الاستراتيجية الوطنية للتنوع البيولوجي",
    },
    "en": {
        "problem": "Our institution has no legal framework for access to genetic resources and benefit-sharing, and no lawyer "
        "trained in the Nagoya Protocol. We therefore cannot answer seven applications of 2025, and look for people who have "
        "drafted such a law before.",
        "title": "A law on access to genetic resources",
        "priorities": "Target 13 of the national biodiversity strategy",
    },
}


@pytest.mark.parametrize("language,hand", [("ar", Pointer()), ("en", Keyboard())], ids=["arabic", "keyboard"])
def test_from_three_questions_to_a_partner(sign_in, language, hand):
    texts = TEXTS[language]
    requester = sign_in("requester.benin", language=language)
    requester.goto(f"/{language}/requests/new")
    hand.write(requester, "#problem", texts["problem"])
    hand.choose(requester, "#assistance-1", "training.workshop")
    hand.choose(requester, "#country", "BJ")
    # Without a press on anything, it is read over while she writes.
    requester.locator("#advice a").first.wait_for()
    hand.press(requester, "#draft form button.act")
    requester.wait_for_url("**/edit?part=about**")
    own = re.search(r"/requests/([a-z0-9-]+)/edit", requester.url).group(1)
    place = f"/{language}/requests/{own}"

    hand.write(requester, "#title", texts["title"])
    hand.unfold(requester, "input[value=CBD-SUBJECT-NPABS]")
    hand.tick(requester, "input[value=CBD-SUBJECT-NPABS]")
    hand.unfold(requester, "input[value=GBF-TARGET-13]")
    hand.tick(requester, "input[value=GBF-TARGET-13]")
    hand.write(requester, "#priorities", texts["priorities"])
    hand.press(requester, "#draft form button.act")
    requester.wait_for_url("**/edit?part=how**")
    for part in ("more", "readers"):
        hand.press(requester, "#draft form button.act")
        requester.wait_for_url(f"**/edit?part={part}**")
    hand.press(requester, "#draft form button.act")
    requester.wait_for_url(f"**{place}?done=saved")
    hand.press(requester, f"form[action='{place}/submission'] button.act")
    requester.wait_for_url("**done=submitted**")
    assert stands(requester, "submitted", language)

    focal_point = sign_in("focal-point.benin", language=language)
    focal_point.goto(place)
    hand.press(focal_point, f"form[action='{place}/position']:has([value=endorsement]) button.act")
    focal_point.wait_for_url("**done=endorsed**")

    officer = sign_in("help-desk", language=language)
    officer.goto(f"/{language}/desk/cases/{own}")
    for question in json.loads(officer.evaluate(
            "JSON.stringify([...new Set([...document.querySelectorAll('input[name^=verdict-]')].map((one) => one.name))])")):
        hand.tick(officer, f"input[name='{question}'][value=yes]")
    hand.tick(officer, "input[name=lane][value=project]")
    hand.press(officer, "section:has(#triage) button.act")
    officer.wait_for_url("**done=assessed**")
    hand.press(officer, f"a[href*='candidate={PROVIDER}']")
    officer.wait_for_url("**/introduction?**")
    hand.press(officer, "form:has(#letter) button.act")
    officer.wait_for_url("**done=introduced**")

    for who in ("provider.morocco", "requester.benin"):
        page = sign_in(who, language=language)
        page.goto(place)
        hand.press(page, "button[name=stance][value=accepts]")
        page.wait_for_url("**done=replied**")
    assert stands(page, "matched", language)


def test_what_was_typed_is_still_there_after_the_line_broke(sign_in):
    page = sign_in("requester.benin", language="fr")
    page.goto("/fr/requests/new")
    page.fill("#problem", "Personne chez nous ne sait lire les images des pièges photographiques.")
    page.wait_for_timeout(900)
    page.goto("/fr/about")
    page.goto("/fr/requests/new")
    page.locator("#draft .notice button").first.click()
    assert page.locator("#problem").input_value().startswith("Personne chez nous")


def test_words_are_counted_as_the_server_counts_them(sign_in):
    page = sign_in("requester.benin", language="zh")
    page.goto("/zh/requests/new")
    for text, words in [("我们的保护区没有监测人员", 6), ("L’aire protégée n’a pas d’agents", 5),
                        ("لا يوجد لدينا مُراقبون", 4), ("Не хватает 12 инспекторов", 4), ("", 0)]:
        page.fill("#problem", text)
        page.wait_for_timeout(350)
        assert page.locator("#problem-limit .so-far").inner_text() == f"{words} / 1000", text
