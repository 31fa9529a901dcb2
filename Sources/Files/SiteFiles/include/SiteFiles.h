// The style sheet and the one script of the site, compiled in.
#pragma once

extern const unsigned char site_style[];
extern const unsigned long site_style_size;
extern const unsigned char site_script[];
extern const unsigned long site_script_size;

static inline const void *site_style_bytes(void) { return site_style; }
static inline const void *site_script_bytes(void) { return site_script; }
