"""Memory of a server while large documents arrive at once: see tools/bench-uploads."""

import http.client
import http.cookiejar
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[1]
PROGRAM = os.environ.get("BIOBRIDGE", ROOT / ".build" / "release" / "biobridge")
PASSWORD = json.loads((ROOT / "Sources/Files/DemonstrationFiles/data/accounts.json").read_text(encoding="utf-8"))["password"]
PORT = int(os.environ.get("PORT", "8096"))
SITE = f"http://127.0.0.1:{PORT}"
MEGABYTES = 59
AT_ONCE = 6
PIECE = 1 << 16


def memory(process):
    """Resident memory in megabytes, the pages of mapped files left out."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"RssAnon:\s+(\d+)", status).group(1)) // 1000


def signed_in():
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    page = browser.open(SITE + "/en/sign-in").read().decode()
    hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page))
    form = {**hidden, "email": "focal-point.benin@example.org", "password": PASSWORD}
    browser.open(SITE + "/en/sign-in", urllib.parse.urlencode(form).encode())
    page = browser.open(SITE + "/en/documents").read().decode()
    form = page[page.index('action="/en/documents"'):]
    hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form))
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar), hidden


def send(number, cookie, hidden, size, results, breaks=False):
    """One document of nonsense that differs from the others, so that each is kept."""
    fields = {**hidden, "country": "BJ", "title": f"Large {number}", "sort": "other"}
    head = "".join(f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields.items())
    head += f'--b\r\nContent-Disposition: form-data; name="file"; filename="large-{number}.pdf"\r\n\r\n'
    head, tail = head.encode(), b"\r\n--b--\r\n"
    line = http.client.HTTPConnection("127.0.0.1", PORT, timeout=600)
    line.putrequest("POST", "/en/documents")
    line.putheader("Content-Type", "multipart/form-data; boundary=b")
    line.putheader("Content-Length", str(len(head) + size + len(tail)))
    line.putheader("Cookie", cookie)
    line.putheader("Origin", SITE)
    line.endheaders()
    line.send(head)
    piece = (f"%PDF-1.4 {number} ".encode() + os.urandom(PIECE))[:PIECE]
    sent = 0
    while sent < size:
        if breaks and sent > size // 2:
            line.sock.close()
            results.append("broken off")
            return
        line.send(piece[:size - sent])
        sent += min(PIECE, size - sent)
    line.send(tail)
    answer = line.getresponse()
    results.append(answer.status)
    answer.read()


def main():
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen([PROGRAM, "serve", "--data", folder, "--port", str(PORT), "--demo"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            for _ in range(600):
                try:
                    urllib.request.urlopen(SITE + "/en", timeout=5)
                    break
                except OSError:
                    time.sleep(0.5)
            time.sleep(2)
            cookie, hidden = signed_in()
            before = memory(process)
            results, most, slowest = [], 0, 0.0
            # A key of a form counts once, so each form has its own.
            forms = [signed_in() for _ in range(AT_ONCE + 2)]
            sizes = [MEGABYTES * 1_000_000] * AT_ONCE + [80_000_000, MEGABYTES * 1_000_000]
            threads = [threading.Thread(target=send, args=(n, *forms[n], sizes[n], results, n == AT_ONCE + 1))
                       for n in range(AT_ONCE + 2)]
            begun = time.monotonic()
            for thread in threads:
                thread.start()
            while any(thread.is_alive() for thread in threads):
                most = max(most, memory(process))
                asked = time.monotonic()
                urllib.request.urlopen(SITE + "/en/about").read()
                slowest = max(slowest, time.monotonic() - asked)
                time.sleep(0.05)
            taken = time.monotonic() - begun
            time.sleep(1)
            left = [file for file in (pathlib.Path(folder) / "files").glob("*") if not file.name.startswith("out-")]
            print(f"{AT_ONCE} documents of {MEGABYTES} MB at once, one of 80 MB, one broken off: {sorted(map(str, results))}")
            print(f"in {taken:.1f} s; memory {before} MB before, {most} MB at most, {memory(process)} MB after; "
                  f"another page meanwhile {slowest * 1000:.0f} ms at most; files left behind: {len(left)}")
            expected = sorted(["303"] * AT_ONCE + ["413", "broken off"])
            if sorted(map(str, results)) != expected or left:
                sys.exit("not as it should be")
        finally:
            process.terminate()
            process.wait()


main()
