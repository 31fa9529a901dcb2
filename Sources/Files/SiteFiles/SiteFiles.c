#pragma clang diagnostic ignored "-Wc23-extensions"
#include "SiteFiles.h"

const unsigned char site_style[] = {
#embed "assets/site.css"
};
const unsigned long site_style_size = sizeof site_style;

const unsigned char site_script[] = {
#embed "assets/site.js"
};
const unsigned long site_script_size = sizeof site_script;
