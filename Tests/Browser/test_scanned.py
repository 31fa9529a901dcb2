"""Plans that are pictures: printed by Chromium, photographed by poppler, bound again, and mined by the program itself."""

import base64
import json
import os
import shutil
import subprocess

import pytest
from conftest import PROGRAM
from plans import PLANS, html, pdf

# A word of each plan that must come out of the picture; recognition may get others wrong.
WORDS = {"en": "financial", "fr": "ressources", "es": "financieros", "ar": "الموارد", "ru": "ресурсов", "zh": "资金"}


def scan(chromium, language, folder):
    """The plan of a language as a PDF without a single letter in it."""
    printed = pdf(chromium, html(language, PLANS[language]), folder / "printed.pdf")
    subprocess.run(["pdftoppm", "-gray", "-png", "-r", "200", printed, folder / "picture"], check=True)
    pictures = "".join(
        f"<img src='data:image/png;base64,{base64.b64encode(picture.read_bytes()).decode()}'>"
        for picture in sorted(folder.glob("picture-*.png"))
    )
    style = "<style>@page{margin:0}body{margin:0}img{display:block;width:100%;break-after:page}</style>"
    page = chromium.new_page()
    page.set_content(style + pictures)
    page.pdf(path=folder / "scanned.pdf", format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "0"))
    page.close()
    text = subprocess.run(["pdftotext", folder / "scanned.pdf", "-"], check=True, capture_output=True, text=True).stdout
    assert not text.strip(), "a scanned page has no text"
    return folder / "scanned.pdf"


@pytest.mark.parametrize("language", list(PLANS))
def test_a_scanned_plan_is_recognised(language, chromium, tmp_path):
    file = scan(chromium, language, tmp_path)
    answer = subprocess.run([PROGRAM, "mine", file, "--json"], capture_output=True, text=True, timeout=300)
    assert answer.returncode == 0, answer.stderr
    found = json.loads(answer.stdout)
    assert any(WORDS[language] in need["text"] for need in found), answer.stdout


def test_without_tesseract_the_reason_is_said(chromium, tmp_path):
    file = scan(chromium, "en", tmp_path)
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("pdftotext", "pdftoppm", "pdfinfo"):
        (tools / name).symlink_to(shutil.which(name))
    answer = subprocess.run(
        [PROGRAM, "mine", file], capture_output=True, text=True, timeout=120, env=os.environ | {"PATH": str(tools)}
    )
    assert answer.returncode == 1 and not answer.stdout
    assert "tesseract" in answer.stderr or "picture" in answer.stderr, answer.stderr
