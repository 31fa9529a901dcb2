"""What leaves a node, read by libraries that are not ours; what comes in from another node."""

import csv
import datetime
import http.cookiejar
import io
import json
import pathlib
import re
import threading
import urllib.parse
import urllib.request
import zoneinfo
from xml.etree import ElementTree

import feedparser
import icalendar
import openpyxl
import pytest
import rdflib
import rdflib.compare
import xmlschema
from node import Node, run
from sickle import Sickle
from sickle.oaiexceptions import BadArgument, BadResumptionToken, CannotDisseminateFormat, IdDoesNotExist, NoRecordsMatch

KINDS = ["organisations", "providers", "opportunities", "practices", "hubs", "needs", "requests", "resources", "partnerships", "events", "projects"]
LANGUAGES = ["ar", "zh", "en", "fr", "ru", "es"]
ROOT = pathlib.Path(__file__).parents[2]
PASSWORD = json.loads((ROOT / "Sources/Files/DemonstrationFiles/data/accounts.json").read_text(encoding="utf-8"))["password"]
SCHEMA = rdflib.Namespace("https://schema.org/")


@pytest.fixture(scope="module")
def node(tmp_path_factory):
    with Node(tmp_path_factory.mktemp("exchange") / "node", demo=True) as node:
        yield node


class Writer:
    """A person of the demonstration who has signed in and writes."""

    def __init__(self, node, who):
        self.node = node
        jar = http.cookiejar.CookieJar()
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        page = self.browser.open(node.address + "/en/sign-in").read().decode()
        self.send(page, "/en/sign-in", {"email": f"{who}@example.org", "password": PASSWORD})

    def send(self, page, path, fields, file=None):
        form = next(f for f in page.split("<form ")[1:] if f'action="{path}"' in f.split("</form>")[0]).split("</form>")[0]
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
        if file is None:
            body = urllib.parse.urlencode({**hidden, **fields}).encode()
            return self.browser.open(self.node.address + path, body).read().decode()
        lines = []
        for name, value in {**hidden, **fields}.items():
            lines.append(f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n')
        lines.append(f'--x\r\nContent-Disposition: form-data; name="file"; filename="list.csv"\r\n\r\n{file}\r\n--x--\r\n')
        request = urllib.request.Request(
            self.node.address + path, "".join(lines).encode(), {"Content-Type": "multipart/form-data; boundary=x"}
        )
        return self.browser.open(request).read().decode()

    def take_in(self, text):
        page = self.browser.open(self.node.address + "/en/desk/imports").read().decode()
        fields = {"kind": "organisation", "source": "A test", "consent": "published"}
        report = self.send(page, "/en/desk/imports", fields, text)
        return self.send(report, "/en/desk/imports/taking-in", {})


# Harvest


def test_harvested_to_the_last_token_while_records_change(node):
    harvester = Sickle(node.address + "/oai")
    everything = {header.identifier for header in harvester.ListIdentifiers(metadataPrefix="oai_dc")}
    assert len(everything) > 200, "the demonstration is longer than one page"
    writer = Writer(node, "help-desk")
    stop = threading.Event()
    written = []

    def write():
        while not stop.is_set() and len(written) < 20:
            written.append(writer.take_in(f"name,country\nChanging Institute {len(written)} of Nowhere {len(written)},BJ\n"))

    hand = threading.Thread(target=write)
    hand.start()
    try:
        seen = []
        for record in harvester.ListRecords(metadataPrefix="oai_dc"):
            seen.append(record.header.identifier)
            assert record.deleted or record.metadata["title"]
    finally:
        stop.set()
        hand.join()
    assert written
    assert everything <= set(seen), "nothing that was there is missed"
    after = {header.identifier for header in harvester.ListIdentifiers(metadataPrefix="oai_dc")}
    assert len(after) == len(everything) + len(written)


def test_own_format_fits_its_schema(node):
    schema = xmlschema.XMLSchema(io.BytesIO(node.get("/oai/record-1.xsd")), allow="all", locations=[("http://www.w3.org/XML/1998/namespace", XML_SCHEMA)])
    count = 0
    for record in Sickle(node.address + "/oai").ListRecords(metadataPrefix="biobridge"):
        if record.deleted:
            continue
        own = record.xml.find(".//{urn:biobridge:record:1}record")
        schema.validate(ElementTree.fromstring(ElementTree.tostring(ElementTree.fromstring(etree_text(own)))))
        count += 1
    assert count > 200


XML_SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<xs:attribute name="lang" type="xs:language"/></xs:schema>"""


def etree_text(element):
    from lxml import etree

    return etree.tostring(element)


def test_sets_formats_and_identity(node):
    harvester = Sickle(node.address + "/oai")
    identity = harvester.Identify()
    assert identity.protocolVersion == "2.0" and identity.granularity == "YYYY-MM-DDThh:mm:ssZ"
    assert identity.baseURL == node.address + "/oai"
    assert {f.metadataPrefix for f in harvester.ListMetadataFormats()} == {"oai_dc", "biobridge"}
    sets = {s.setSpec for s in harvester.ListSets()}
    assert {"kind:practice", "theme:CBD-SUBJECT-MAR"} <= sets
    practices = list(harvester.ListRecords(metadataPrefix="oai_dc", set="kind:practice"))
    assert practices and all("kind:practice" in p.header.setSpecs for p in practices)
    one = harvester.GetRecord(metadataPrefix="oai_dc", identifier=practices[0].header.identifier)
    assert one.metadata["title"] == practices[0].metadata["title"]
    posted = Sickle(node.address + "/oai", http_method="POST")
    assert posted.Identify().repositoryName == identity.repositoryName
    day = datetime.date.today().isoformat()
    assert list(harvester.ListIdentifiers(metadataPrefix="oai_dc", **{"from": "1990-01-01", "until": day}))


@pytest.mark.parametrize(
    "question,error",
    [
        ({"metadataPrefix": "marc21"}, CannotDisseminateFormat),
        ({"metadataPrefix": "oai_dc", "from": "yesterday"}, BadArgument),
        ({"metadataPrefix": "oai_dc", "until": "1990-01-01"}, NoRecordsMatch),
        ({"resumptionToken": "nonsense"}, BadResumptionToken),
    ],
)
def test_errors_by_the_book(node, question, error):
    with pytest.raises(error):
        list(Sickle(node.address + "/oai").ListRecords(**question))
    with pytest.raises(IdDoesNotExist):
        Sickle(node.address + "/oai").GetRecord(metadataPrefix="oai_dc", identifier="oai:nowhere:x")


# Feeds, calendars, maps


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_feeds(node, kind, language):
    feed = feedparser.parse(node.get(f"/{language}/files/{kind}.atom"))
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10" and feed.feed.title and feed.feed.id.startswith(node.address)
    for entry in feed.entries:
        assert entry.id.startswith(node.address + "/id/") and entry.title and entry.updated_parsed
    updated = [entry.updated_parsed for entry in feed.entries]
    if kind != "requests":
        assert updated == sorted(updated, reverse=True), "the newest first"


def test_feed_addresses_lead_to_pages(node):
    feed = feedparser.parse(node.get("/fr/files/practices.atom"))
    for entry in feed.entries[:3]:
        for link in entry.links:
            if link.rel == "alternate":
                assert urllib.request.urlopen(link.href).status == 200
        assert urllib.request.urlopen(entry.id).url.startswith(node.address + "/en/practices/")


def test_calendar_of_deadlines(node):
    def read(path):
        return icalendar.Calendar.from_ical(node.get(path).decode())

    everything = read("/en/files/opportunities.ics?which=all")
    events = everything.walk("VEVENT")
    assert events
    rows = {r["id"]: r for r in table(node, "/en/files/opportunities.csv?which=all")}
    names = [str(e["UID"]) for e in events]
    assert len(set(names)) == len(names)
    deadlines = [e for e in events if str(e["UID"]).startswith("deadline-")]
    assert len(deadlines) == sum(1 for row in rows.values() if row["deadline"])
    for event in deadlines:
        key = re.match(r"deadline-(.+)@", str(event["UID"])).group(1)
        day = event["DTSTART"].dt
        # A day of the calendar without a zone: it is that date for everybody.
        assert type(day) is datetime.date and day.isoformat() == rows[key]["deadline"]
        assert event["DTEND"].dt - day == datetime.timedelta(days=1)
    # The same events under the same names in every language, and at every reading.
    assert sorted(str(e["UID"]) for e in read("/ar/files/opportunities.ics?which=all").walk("VEVENT")) == sorted(names)
    for line in node.get("/zh/files/opportunities.ics?which=all").split(b"\r\n"):
        assert len(line) <= 75


def test_calendar_of_events(node):
    """Hours go by the clock of the place: what the table says in words, the calendar says as a moment."""
    def read(path):
        return icalendar.Calendar.from_ical(node.get(path).decode())

    rows = {r["id"]: r for r in table(node, "/en/files/events.csv?which=all")}
    entries = read("/en/files/events.ics?which=all").walk("VEVENT")
    held = {re.match(r"event-(event-.+)@", str(e["UID"])).group(1): e for e in entries if str(e["UID"]).startswith("event-")}
    assert rows and set(held) == set(rows)
    for key, entry in held.items():
        row, starts = rows[key], entry["DTSTART"].dt
        if row["startTime"]:
            there = starts.astimezone(zoneinfo.ZoneInfo(row["zone"]))
            assert there.strftime("%Y-%m-%d %H:%M") == f"{row['starts']} {row['startTime']}"
        else:
            assert type(starts) is datetime.date and starts.isoformat() == row["starts"]
        assert (str(entry["STATUS"]) == "CANCELLED") == (row["outlook"] == "cancelled")
        graph = rdflib.Graph().parse(data=node.get(f"/en/files/{key}.jsonld").decode(), format="json-ld")
        days = [str(o)[:10] for o in graph.objects(None, SCHEMA.startDate)]
        assert days == [starts.astimezone(datetime.timezone.utc).date().isoformat() if row["startTime"] else row["starts"]]
        assert read(f"/en/files/{key}.ics").walk("VEVENT")[0]["UID"] == entry["UID"]
    registrations = [e for e in entries if str(e["UID"]).startswith("registration-")]
    assert len(registrations) == sum(1 for r in rows.values() if r["registerBy"] and r["outlook"] != "cancelled")
    # What is over is in no calendar of what is to come.
    coming = {str(e["UID"]) for e in read("/en/files/events.ics").walk("VEVENT")}
    assert coming < {str(e["UID"]) for e in entries}


def test_map_of_the_site(node):
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    index = ElementTree.fromstring(node.get("/sitemap.xml"))
    places = []
    for file in index.findall("s:sitemap/s:loc", space):
        for url in ElementTree.fromstring(node.get(urllib.parse.urlparse(file.text).path)).findall("s:url", space):
            assert {link.get("hreflang") for link in url.findall("x:link", space)} == set(LANGUAGES)
            places.append(url.find("s:loc", space).text)
    assert len(places) > 1200 and len(set(places)) == len(places)
    for place in places[:30] + places[-6:]:
        assert urllib.request.urlopen(place).status == 200
    assert f"Sitemap: {node.address}/sitemap.xml" in node.get("/robots.txt").decode()


# Tables


def table(node, path):
    return list(csv.DictReader(io.StringIO(node.get(path).decode("utf-8-sig"))))


@pytest.mark.parametrize("kind", KINDS)
def test_tables_agree(node, kind):
    rows = table(node, f"/en/files/{kind}.csv?which=all")
    raw = node.get(f"/en/files/{kind}.csv?which=all")
    assert raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
    for row in rows:
        assert None not in row and not any(value[:1] in "=+@" for value in row.values() if value)
    records = json.loads(node.get(f"/en/files/{kind}.json?which=all"))
    assert records["kind"] + "s" == kind or kind == "opportunities"
    assert [r["id"] for r in records["records"]] == [r["id"] for r in rows]
    book = openpyxl.load_workbook(io.BytesIO(node.get(f"/en/files/{kind}.xlsx?which=all")))
    sheet = book.worksheets[0]
    values = list(sheet.iter_rows(values_only=True))
    assert [v[0] for v in values[1:]] == [r["id"] for r in rows]
    assert list(values[0]) == list(rows[0].keys()) if rows else True
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def test_export_by_command_says_the_same(node):
    done = run("export", "--data", node.folder, "--kind", "practice", "--base-address", node.address)
    assert done.stdout == node.get("/en/files/practices.csv")
    book = run("export", "--data", node.folder, "--kind", "organisation", "--format", "xlsx").stdout
    assert len(list(openpyxl.load_workbook(io.BytesIO(book)).worksheets[0].rows)) > 50


# Pages


@pytest.mark.parametrize("kind", [k for k in KINDS if k != "resources"])
def test_pages_carry_linked_data(node, kind):
    key = table(node, f"/en/files/{kind}.csv?which=all")[0]["id"]
    page = urllib.request.urlopen(f"{node.address}/id/{key}").read().decode()
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S).group(1)
    graph = rdflib.Graph().parse(data=data, format="json-ld")
    subject = rdflib.URIRef(f"{node.address}/id/{key}")
    assert (subject, rdflib.RDF.type, None) in graph
    names = list(graph.objects(subject, SCHEMA.name))
    assert names and all(name.language in LANGUAGES for name in names)
    assert all(str(p).startswith("https://schema.org/") or p == rdflib.RDF.type for p in graph.predicates())
    alone = rdflib.Graph().parse(data=node.get(f"/en/files/{key}.jsonld").decode(), format="json-ld")
    assert rdflib.compare.isomorphic(alone, graph)
    assert f'rel="cite-as" href="{node.address}/id/{key}"' in page
    assert re.search(r'<meta name="dcterms.title" lang="..", content="|<meta name="dcterms.title" lang=".." content="', page)


def test_citations(node):
    text = node.get("/en/files/practices.bib").decode()
    entries = re.findall(r"^@misc\{([^,]+),$", text, re.M)
    assert len(entries) == len(set(entries)) > 5 and text.count("{") == text.count("}")
    ris = node.get("/fr/files/practices.ris").decode()
    assert ris.count("TY  - ") == ris.count("ER  - ") == len(entries)


# Two nodes


def test_one_node_reads_another(node, tmp_path):
    other = str(tmp_path / "other")
    host = f"127.0.0.1:{node.port}"
    run("account", "add", "--data", other, "--name", "A", "--email", "a@example.org", typed="a long password\n")
    add = ["harvest", "add", "--data", other, "--name", "First node", "--hours", "1"]
    run(*add, "--way", "oai", "--address", node.address + "/oai", "--set", "kind:practice")
    refused = run("harvest", "--data", other).stdout.decode()
    assert "host-not-allowed" in refused
    read = run("harvest", "run", "--data", other, "--harvest-from", host, "--all").stdout.decode()
    practices = table(node, "/en/files/practices.csv")
    made = int(re.search(r"(\d+) new", read).group(1))
    assert made == len(practices), read
    again = run("harvest", "run", "--data", other, "--harvest-from", host, "--all").stdout.decode()
    assert " 0 new, 0 changed" in again, again
    # The same works by another way are folded into those that are there.
    run(*add, "--way", "atom", "--address", node.address + "/en/files/practices.atom")
    folded = run("harvest", "run", "--data", other, "--harvest-from", host).stdout.decode()
    assert f"First node: 0 new, 0 changed, 0 gone, {len(practices)} here already" in folded, folded
    rows = list(csv.DictReader(io.StringIO(run("export", "--data", other, "--kind", "resource").stdout.decode("utf-8-sig"))))
    titles = {row["title.en"] or row["title.fr"] or row["title.es"] for row in rows}
    assert all(row["source"] == "First node" and row["links"] for row in rows)
    assert {p["title.en"] for p in practices if p["title.en"]} <= titles
    assert run("ledger", "verify", "--data", other, "--json").stdout.decode().count('"clean" : true') == 1


def test_import_by_command(node, tmp_path):
    folder = str(tmp_path / "node")
    run("demo", "--data", folder)
    file = tmp_path / "list.csv"
    file.write_bytes("name;pays;about\nInstitut A;Bénin;x\nInstitut B;Benni;x\n".encode() + b"Universit\xe9 C;TG;\n" + ("D;BJ;" + "x" * 50000 + "\n").encode())
    rehearsal = json.loads(run("import", str(file), "--data", folder, "--kind", "organisation", "--dry-run", "--json").stdout)
    assert (rehearsal["made"], rehearsal["refused"], rehearsal.get("intake")) == (2, 2, None)
    by_line = {r["line"]: (r["code"], r["cell"]) for r in rehearsal["remarks"] if r["weight"] == "refused"}
    assert by_line == {3: ("unknown-country", "B3"), 5: ("tooLong", "C5")}
    wrong = run("import", str(file), "--data", folder, "--kind", "organisation", check=False)
    assert wrong.returncode == 64
    done = run(
        "import", str(file), "--data", folder, "--kind", "organisation", "--source", "A list", "--consent", "published"
    ).stdout.decode()
    intake = done.split()[-1]
    assert intake.startswith("intake-") and "2 new" in done
    listed = run("export", "--data", folder, "--kind", "organisation").stdout.decode()
    assert "Université C" in listed and "Institut A" in listed
    assert run("import", "undo", intake, "--data", folder).stdout.decode() == "2 taken back, 0 kept\n"
    assert "Institut A" not in run("export", "--data", folder, "--kind", "organisation").stdout.decode()
