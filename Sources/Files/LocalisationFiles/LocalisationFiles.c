// The message catalogues as bytes: for each language its JSON files one after the other, each ended by the separator 0x1E.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "LocalisationFiles.h"

#define QUOTED(path) #path
#define END suffix(, 0x1E, )

#define FILE(area) QUOTED(messages/ar/area.json)
const unsigned char messages_ar[] = {
#include "areas.h"
};
const unsigned long messages_ar_size = sizeof messages_ar;
#undef FILE

#define FILE(area) QUOTED(messages/zh/area.json)
const unsigned char messages_zh[] = {
#include "areas.h"
};
const unsigned long messages_zh_size = sizeof messages_zh;
#undef FILE

#define FILE(area) QUOTED(messages/en/area.json)
const unsigned char messages_en[] = {
#include "areas.h"
};
const unsigned long messages_en_size = sizeof messages_en;
#undef FILE

#define FILE(area) QUOTED(messages/fr/area.json)
const unsigned char messages_fr[] = {
#include "areas.h"
};
const unsigned long messages_fr_size = sizeof messages_fr;
#undef FILE

#define FILE(area) QUOTED(messages/ru/area.json)
const unsigned char messages_ru[] = {
#include "areas.h"
};
const unsigned long messages_ru_size = sizeof messages_ru;
#undef FILE

#define FILE(area) QUOTED(messages/es/area.json)
const unsigned char messages_es[] = {
#include "areas.h"
};
const unsigned long messages_es_size = sizeof messages_es;
#undef FILE
