// `#embed` is C23; clang takes it in earlier modes too, with a remark.
#pragma clang diagnostic ignored "-Wc23-extensions"

#include "DemonstrationFiles.h"

const unsigned char demonstration_organisations[] = {
#embed "data/organisations.jsonl"
};
const unsigned long demonstration_organisations_size = sizeof demonstration_organisations;

const unsigned char demonstration_hubs[] = {
#embed "data/hubs.jsonl"
};
const unsigned long demonstration_hubs_size = sizeof demonstration_hubs;

const unsigned char demonstration_providers[] = {
#embed "data/providers.jsonl"
};
const unsigned long demonstration_providers_size = sizeof demonstration_providers;

const unsigned char demonstration_opportunities[] = {
#embed "data/opportunities.jsonl"
};
const unsigned long demonstration_opportunities_size = sizeof demonstration_opportunities;

const unsigned char demonstration_practices[] = {
#embed "data/practices.jsonl"
};
const unsigned long demonstration_practices_size = sizeof demonstration_practices;

const unsigned char demonstration_projects[] = {
#embed "data/projects.jsonl"
};
const unsigned long demonstration_projects_size = sizeof demonstration_projects;

const unsigned char demonstration_resources[] = {
#embed "data/resources.jsonl"
};
const unsigned long demonstration_resources_size = sizeof demonstration_resources;

const unsigned char demonstration_partnerships[] = {
#embed "data/partnerships.jsonl"
};
const unsigned long demonstration_partnerships_size = sizeof demonstration_partnerships;

const unsigned char demonstration_wordings[] = {
#embed "data/wordings.jsonl"
};
const unsigned long demonstration_wordings_size = sizeof demonstration_wordings;

const unsigned char demonstration_needs[] = {
#embed "data/needs.jsonl"
};
const unsigned long demonstration_needs_size = sizeof demonstration_needs;

const unsigned char demonstration_requests[] = {
#embed "data/requests.jsonl"
};
const unsigned long demonstration_requests_size = sizeof demonstration_requests;

const unsigned char demonstration_accounts[] = {
#embed "data/accounts.json"
};
const unsigned long demonstration_accounts_size = sizeof demonstration_accounts;

const unsigned char demonstration_taken_in[] = {
#embed "data/taken-in.jsonl"
};
const unsigned long demonstration_taken_in_size = sizeof demonstration_taken_in;

const unsigned char demonstration_strategy_2019[] = {
#embed "data/strategy-2019.html"
};
const unsigned long demonstration_strategy_2019_size = sizeof demonstration_strategy_2019;

const unsigned char demonstration_strategy_2026[] = {
#embed "data/strategy-2026.html"
};
const unsigned long demonstration_strategy_2026_size = sizeof demonstration_strategy_2026;
