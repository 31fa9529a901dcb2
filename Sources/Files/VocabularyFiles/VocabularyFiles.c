// `#embed` is C23; clang takes it in earlier modes too, with a remark.
#pragma clang diagnostic ignored "-Wc23-extensions"

#include "VocabularyFiles.h"

const unsigned char vocabulary_countries[] = {
#embed "data/countries.json"
};
const unsigned long vocabulary_countries_size = sizeof vocabulary_countries;

const unsigned char vocabulary_country_groups[] = {
#embed "data/country-groups.json"
};
const unsigned long vocabulary_country_groups_size = sizeof vocabulary_country_groups;

const unsigned char vocabulary_country_names[] = {
#embed "data/country-names.json"
};
const unsigned long vocabulary_country_names_size = sizeof vocabulary_country_names;

const unsigned char vocabulary_places[] = {
#embed "data/places.json"
};
const unsigned long vocabulary_places_size = sizeof vocabulary_places;

const unsigned char vocabulary_forms[] = {
#embed "data/forms.json"
};
const unsigned long vocabulary_forms_size = sizeof vocabulary_forms;

const unsigned char vocabulary_subjects[] = {
#embed "data/subjects.json"
};
const unsigned long vocabulary_subjects_size = sizeof vocabulary_subjects;

const unsigned char vocabulary_targets[] = {
#embed "data/targets.json"
};
const unsigned long vocabulary_targets_size = sizeof vocabulary_targets;

const unsigned char vocabulary_aims[] = {
#embed "data/aims.json"
};
const unsigned long vocabulary_aims_size = sizeof vocabulary_aims;

const unsigned char vocabulary_assistance_types[] = {
#embed "data/assistance-types.json"
};
const unsigned long vocabulary_assistance_types_size = sizeof vocabulary_assistance_types;

const unsigned char vocabulary_definitions[] = {
#embed "data/definitions.json"
};
const unsigned long vocabulary_definitions_size = sizeof vocabulary_definitions;

const unsigned char vocabulary_need_headings[] = {
#embed "data/need-headings.json"
};
const unsigned long vocabulary_need_headings_size = sizeof vocabulary_need_headings;

const unsigned char vocabulary_needs[] = {
#embed "data/needs.json"
};
const unsigned long vocabulary_needs_size = sizeof vocabulary_needs;

const unsigned char vocabulary_articulation_cues[] = {
#embed "data/articulation-cues.json"
};
const unsigned long vocabulary_articulation_cues_size = sizeof vocabulary_articulation_cues;

const unsigned char vocabulary_thesaurus_nature[] = {
#embed "data/thesaurus/nature.jsonl"
};
const unsigned long vocabulary_thesaurus_nature_size = sizeof vocabulary_thesaurus_nature;

const unsigned char vocabulary_thesaurus_cooperation[] = {
#embed "data/thesaurus/cooperation.jsonl"
};
const unsigned long vocabulary_thesaurus_cooperation_size = sizeof vocabulary_thesaurus_cooperation;

const unsigned char vocabulary_thesaurus_everyday[] = {
#embed "data/thesaurus/everyday.jsonl"
};
const unsigned long vocabulary_thesaurus_everyday_size = sizeof vocabulary_thesaurus_everyday;
