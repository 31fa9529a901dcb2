"""Pictures of the main pages of the demonstration: see tools/screens."""

import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[1]
PROGRAM = os.environ.get("BIOBRIDGE", ROOT / ".build" / "release" / "biobridge")
PASSWORD = json.loads((ROOT / "Sources/Files/DemonstrationFiles/data/accounts.json").read_text(encoding="utf-8"))["password"]
DESKTOP, PHONE = {"width": 1100, "height": 1000}, {"width": 390, "height": 844}
SCREENS = [
    ("home-en", "/en", DESKTOP, None),
    ("home-ar-phone", "/ar", PHONE, None),
    ("request-en", "/en/requests/gh-natural-capital", DESKTOP, None),
    ("requests-fr", "/fr/requests", DESKTOP, None),
    ("form-fr-phone", "/fr/requests/new", PHONE, "requester.benin"),
    ("country-desk-fr", "/fr/country-desk", DESKTOP, "focal-point.benin"),
    ("case-en", "/en/desk/cases/tj-redkie-rasteniya", DESKTOP, "help-desk"),
    ("provider-es", "/es/providers/cse-senegal", DESKTOP, None),
    ("figures-zh", "/zh/figures", DESKTOP, None),
    ("gaps-ru", "/ru/gaps", DESKTOP, None),
]


def main():
    folder = tempfile.mkdtemp(prefix="biobridge-screens-")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{probe.getsockname()[1]}"
    port = address.rsplit(":", 1)[1]
    server = subprocess.Popen(
        [PROGRAM, "serve", "--data", folder + "/node", "--port", port, "--demo"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(address + "/en", timeout=5).read()
                break
            except OSError:
                time.sleep(0.2)
        target = ROOT / "docs" / "screens"
        target.mkdir(parents=True, exist_ok=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for name, path, size, who in SCREENS:
                page = browser.new_context(viewport=size, base_url=address).new_page()
                if who:
                    page.goto("/en/sign-in")
                    page.fill("#email", who + "@example.org")
                    page.fill("#password", PASSWORD)
                    page.click("main form button.act")
                answer = page.goto(path)
                assert answer.status == 200, f"{path}: {answer.status}"
                page.screenshot(path=target / f"{name}.png")
                page.context.close()
            browser.close()
    finally:
        server.terminate()
        server.wait(30)
        shutil.rmtree(folder)


main()
