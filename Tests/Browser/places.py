"""Every place of the site with a page, with a real record in its address and somebody who may see it. A place for which the
demonstration has no record or no person fails the tests: the demonstration shall have one.

The places are read from the program's own list of routes, so a new page is visited without being named here."""

import pathlib
import re

import preparing

ROUTES = pathlib.Path(__file__).resolve().parents[2] / "Sources/Site/Frame/SiteRoute.swift"
ROLES = [None, "requester.benin", "focal-point.benin", "help-desk", "provider.morocco", "donor", "reviewer", "administrator",
         "help-desk.west-africa"]
# Records that no list shows to a visitor, or not among the first: a draft or a request that waits, what one of the people
# keeps.
HIDDEN = {
    "requests": ["bj-ressources-genetiques", "bj-zones-humides"],
    "desk/cases": ["tj-redkie-rasteniya", "bj-suivi-faune"],
    "providers": ["morocco-abs", "cse-senegal"],
    "opportunities": ["iki-grants"],
    "desk/hubs": ["cse"],
    "links-of": ["resource-gbif-data"],
    "components": ["charts", "lists", "forms"],
}
# Pages that only the link of a letter opens, and one that a password just given opens.
BY_LETTER = {"links/:id", "keeping/:id", "news-letters/:id", "by-letter"}
# The link of one's own draft in a write-shop, which no page shows to anybody else.
OWN_LINK = {"drafts/:id"}
AFTER_PASSWORD = "sign-in/code"
# These give out a file, whatever stands for the name.
FILES = {"files/:id", "documents/:id/file", "desk/import-reports/:id"}
# Other faces of a route that one address does not show.
ALSO = [("components/lists", None), ("components/forms", None), ("no-such-page", None)]
QUERIES = {"desk/cases/:id/introduction": "?candidate=provider-morocco-abs", "search": "?q=biodiversity"}


def routes():
    """The patterns of all routes: `requests/:id`, `search`."""
    text = ROUTES.read_text(encoding="utf-8")
    text = text[text.index("enum SiteRoute"):text.index("var pattern")]
    patterns = []
    for line in re.findall(r"^\s*case (.+)$", text, re.M):
        for part in line.split(","):
            name, _, raw = part.strip().partition(" = ")
            patterns.append(raw.strip('"') if raw else name)
    assert len(patterns) > 50, "the routes could not be read"
    return patterns


class Places:
    """Finds for each route an address and a person for whom it opens."""

    def __init__(self, browsers, letters):
        self.browsers = browsers
        self.letters = letters
        self.known = {}

    def ids(self, place):
        """Records of a list, those shown on its page first."""
        if place not in self.known:
            found = []
            for who in (None, "help-desk", "provider.morocco", "administrator"):
                text = self.browsers.request(who).get(f"/en/{place}").text()
                for own in re.findall(rf'href="/en/{place}/([a-z0-9-]+)"', text):
                    if own not in found and own != "new":
                        found.append(own)
            self.known[place] = found[:6] + HIDDEN.get(place, []) + found[6:12]
        return self.known[place]

    def candidates(self, pattern):
        place, mark, rest = pattern.partition("/:id")
        query = QUERIES.get(pattern, "")
        if not mark:
            return [pattern + query]
        return [f"{place}/{own}{rest}{query}" for own in self.ids(place) or HIDDEN.get(place, [])]

    def find(self, pattern):
        """The address and the person, or None for a place that has no page (only forms are sent there)."""
        if pattern in FILES | OWN_LINK:
            return None
        if pattern in BY_LETTER:
            return self.by_letter(pattern)
        if pattern == AFTER_PASSWORD:
            return (pattern, preparing.HALF_SIGNED_IN)
        first = (self.candidates(pattern) or [pattern.replace(":id", "any")])[0]
        allow = self.browsers.request(None).fetch(f"/en/{first.split('?')[0]}", method="OPTIONS").headers.get("allow", "")
        if "GET" not in allow:
            return None
        for who in ROLES:
            for address in self.candidates(pattern):
                answer = self.browsers.request(who).get(f"/en/{address}", max_redirects=0)
                if answer.status != 200:
                    continue
                return (address, who) if answer.headers["content-type"].startswith("text/html") else None
        return (pattern, "nobody")

    def by_letter(self, pattern):
        """A page that the link of a letter opens."""
        place = pattern.partition(":id")[0]
        for address in preparing.letter_links(self.letters):
            if re.match(re.escape(place) + (r"[^/]" if ":id" in pattern else r"\?"), address):
                if self.browsers.request(None).get(f"/en/{address}", max_redirects=0).status == 200:
                    return (address, None)
        return (pattern, "nobody")

    def linked(self, patterns, seen):
        """Where no list shows a record: the address of one that a page leads to which somebody saw, and that person."""
        shapes = {pattern: re.compile(re.escape(f"/en/{pattern}").replace(":id", "[A-Za-z0-9.-]+")) for pattern in patterns}
        found, tried = {}, set()
        for address, who in seen + [("work", who) for who in ROLES if who]:
            text = self.browsers.request(who).get(f"/en/{address}").text()
            for link in re.findall(r'href="([^"?#]+)', text):
                for pattern, shape in shapes.items():
                    if pattern in found or (link, who) in tried or not shape.fullmatch(link):
                        continue
                    tried.add((link, who))
                    answer = self.browsers.request(who).get(link, max_redirects=0)
                    if answer.status == 200:
                        is_page = answer.headers["content-type"].startswith("text/html")
                        found[pattern] = (link.removeprefix("/en/"), who) if is_page else None
        return found

    def all(self):
        found = [place for pattern in routes() if (place := self.find(pattern))]
        seen = [place for place in found if place[1] != "nobody"]
        linked = self.linked([address for address, who in found if who == "nobody"], seen)
        found = [place for one in found if (place := linked.get(one[0], one) if one[1] == "nobody" else one)]
        self.unseen = [address for address, who in found if who == "nobody"]
        assert not self.unseen, f"no record for {self.unseen}"
        return [place for place in found if place[1] != "nobody"] + ALSO
