"""What people do before every page can be walked: somebody asks for an account, somebody turns her second factor on, and
the plans of the demonstration are read. All of it by the forms of the site."""

import base64
import email
import email.policy
import hashlib
import hmac
import re
import struct
import time

# Of this person's account the password is right, and the code of the second factor is still asked for.
HALF_SIGNED_IN = "half signed in"
OWNER_OF_A_FACTOR = "donor.islands"


def one_time_code(secret, moment):
    """The code of RFC 6238 for a key in base 32: six digits, thirty seconds, SHA-1."""
    key = base64.b32decode(secret.replace(" ", "").upper() + "=" * (-len(secret.replace(" ", "")) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(moment) // 30), hashlib.sha1).digest()
    start = digest[-1] & 0x0F
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def ask_for_an_account(browsers):
    page = browsers.context(None).new_page()
    page.goto("/en/join")
    page.fill("#name", "A visitor of the tests")
    page.fill("#email", "visitor.tests@example.org")
    page.click("main form button.act")
    assert "done=letterSent" in page.url or page.locator("main").inner_text(), page.url
    page.close()


def turn_a_second_factor_on(browsers):
    """Afterwards a browser stands where the code is asked for; it is known as `HALF_SIGNED_IN`."""
    page = browsers.context(OWNER_OF_A_FACTOR).new_page()
    page.goto("/en/account/second-factor")
    page.fill("#current-password", browsers.password)
    page.click("main form button.act")
    secret = re.search(r"\b[A-Z2-7]{4}(?: ?[A-Z2-7]{4}){5,}\b", page.locator("main").inner_text()).group(0)
    page.fill("#code", one_time_code(secret, time.time()))
    page.click("main form button.act")
    page.close()
    half = browsers.keep(HALF_SIGNED_IN)
    page = half.new_page()
    page.goto("/en/sign-in")
    page.fill("#email", f"{OWNER_OF_A_FACTOR}@example.org")
    page.fill("#password", browsers.password)
    page.click("main form button.act")
    page.wait_for_url("**/sign-in/code**")
    page.close()


def write_down_a_project(browsers):
    """So that there is one that somebody may change."""
    page = browsers.context("provider.morocco").new_page()
    page.goto("/en/projects/new")
    page.fill("#title", "A project of the tests")
    page.check("#stage")
    for name in ("problem", "whatWasDone", "results"):
        page.fill(f"#{name}", f"What the tests say of {name}.")
    page.fill("#countries", "Morocco")
    page.check("[name=organisations][value=organisation-sedd-morocco]")
    page.evaluate("for (const part of document.querySelectorAll('main details')) part.open = true")
    page.check("[name=subjects][value=CBD-SUBJECT-PA]")
    page.click("main form button.act:not([name])")
    page.wait_for_url("**/projects/*done=*")
    page.close()


def wait_for_the_plans(browsers, seconds=180):
    """The server reads the plans of the demonstration when it opens."""
    people = browsers.request("focal-point.benin")
    until = time.time() + seconds
    while time.time() < until:
        listed = people.get("/en/documents").text()
        plans = set(re.findall(r'href="/en/documents/([a-z0-9-]+)"', listed))
        if plans and not any("data-watch" in people.get(f"/en/documents/{plan}").text() for plan in plans):
            return
        time.sleep(1)
    raise AssertionError("the plans of the demonstration were not read")


def prepare(browsers):
    ask_for_an_account(browsers)
    turn_a_second_factor_on(browsers)
    write_down_a_project(browsers)
    wait_for_the_plans(browsers)


def letter_links(folder):
    """All addresses of the site in the letters that were sent, without language: `by-letter?t=…`."""
    found = []
    for file in sorted(folder.glob("*.eml")):
        letter = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        body = letter.get_body(preferencelist=("plain", "html")).get_content()
        found += re.findall(r"https?://[^/\s]+/[a-z]{2}/([^\s<>\"]+)", body)
        found += re.findall(r"https?://[^/\s]+/[a-z]{2}/([^\s<>\"]+)", letter.get("List-Unsubscribe", ""))
    return found
