"""The exported thesaurus is valid Turtle and keeps the integrity conditions of SKOS (S9, S13, S14, S27, S37, S46)."""

import collections

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SKOS

BASE = "https://node.example/thesaurus"
LANGUAGES = {"ar", "en", "es", "fr", "ru", "zh"}


@pytest.fixture(scope="module")
def graph(biobridge):
    return Graph().parse(data=biobridge("thesaurus", "export", "--base", BASE), format="turtle")


@pytest.fixture(scope="module")
def concepts(graph):
    return set(graph.subjects(SKOS.inScheme, URIRef(BASE + "#scheme-thesaurus")))


def test_all_concepts_with_names_in_six_languages(graph, concepts):
    assert len(concepts) >= 600
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        names = [label.language for label in graph.objects(concept, SKOS.prefLabel)]
        assert sorted(names) == sorted(LANGUAGES), concept


def test_definitions_in_english_and_french(graph, concepts):
    for concept in concepts:
        assert {"en", "fr"} <= {text.language for text in graph.objects(concept, SKOS.definition)}, concept


def test_nothing_is_concept_and_scheme_at_once(graph):
    schemes = set(graph.subjects(RDF.type, SKOS.ConceptScheme))
    assert len(schemes) == 4
    assert not schemes & set(graph.subjects(RDF.type, SKOS.Concept))


def test_a_name_is_preferred_or_other_and_one_concepts_own(graph, concepts):
    owners = collections.defaultdict(set)
    for concept in concepts:
        preferred = set(graph.objects(concept, SKOS.prefLabel))
        other = set(graph.objects(concept, SKOS.altLabel))
        assert not preferred & other, concept
        for label in preferred | other:
            owners[label].add(concept)
    assert [label for label, found in owners.items() if len(found) > 1] == []


def above(graph, concept):
    seen, waiting = set(), [concept]
    while waiting:
        for broader in graph.objects(waiting.pop(), SKOS.broader):
            if broader not in seen:
                seen.add(broader)
                waiting.append(broader)
    return seen


def test_the_hierarchy_has_tops_and_no_circle(graph, concepts):
    tops = set(graph.objects(URIRef(BASE + "#scheme-thesaurus"), SKOS.hasTopConcept))
    assert tops == {c for c in concepts if not list(graph.objects(c, SKOS.broader))}
    for concept in concepts:
        ancestors = above(graph, concept)
        assert concept not in ancestors
        assert concept in tops or ancestors & tops
        for broader in graph.objects(concept, SKOS.broader):
            assert (broader, SKOS.narrower, concept) in graph


def test_related_goes_both_ways_and_never_up_or_down(graph, concepts):
    related = list(graph.subject_objects(SKOS.related))
    assert related
    for one, other in related:
        assert (other, SKOS.related, one) in graph
        assert other not in above(graph, one), (one, other)


def test_every_link_leads_to_a_concept(graph, concepts):
    known = set(graph.subjects(RDF.type, SKOS.Concept))
    for link in (SKOS.broader, SKOS.narrower, SKOS.related, SKOS.relatedMatch):
        assert set(graph.objects(None, link)) <= known
    assert set(graph.objects(None, SKOS.broader)) | set(graph.objects(None, SKOS.related)) <= concepts


def test_concepts_lead_to_subjects_and_targets(graph):
    mangrove = URIRef(BASE + "#mangrove-forest")
    notations = {str(graph.value(match, SKOS.notation)) for match in graph.objects(mangrove, SKOS.relatedMatch)}
    assert any(notation.startswith("CBD-SUBJECT-") for notation in notations)
    assert any(notation.startswith("GBF-TARGET-") for notation in notations)


def test_without_a_base_the_files_own_address_counts(biobridge):
    text = biobridge("thesaurus", "export")
    graph = Graph().parse(data=text, format="turtle", publicID="https://other.example/t")
    assert (URIRef("https://other.example/t#mangrove-forest"), RDF.type, SKOS.Concept) in graph
