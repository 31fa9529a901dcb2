"""Plans of our own, one in each of the six languages, made into PDFs by Chromium: what a national strategy may say, in our words.

Each page holds sentences that state a need and sentences that do not. `needs` are words by which a stated need is known again.
"""

PLANS = {
    "en": {
        "title": "Plan for nature",
        "pages": [
            ["The country lies between the sea and the mountains.",
             "Rangers lack the skills to survey large mammals, and training in camera trapping is urgently needed.",
             "The national park was founded in 1974."],
            ["There is a lack of financial resources to manage protected areas.",
             "Most visitors come in spring."],
        ],
        "needs": ["training in camera trapping", "lack of financial resources"],
    },
    "fr": {
        "title": "Plan pour la nature",
        "pages": [
            ["Le pays s’étend entre la mer et les montagnes.",
             "Les gardes manquent de compétences pour suivre la faune ; il est nécessaire de renforcer leurs capacités par la formation.",
             "Le parc national a été créé en 1974."],
            ["Le manque de ressources financières entrave la gestion des aires protégées.",
             "La plupart des visiteurs viennent au printemps."],
        ],
        "needs": ["renforcer leurs capacités", "manque de ressources financières"],
    },
    "es": {
        "title": "Plan para la naturaleza",
        "pages": [
            ["El país se extiende entre el mar y las montañas.",
             "Los guardaparques carecen de capacidades técnicas; se necesita formación en el seguimiento de la fauna.",
             "El parque nacional se fundó en 1974."],
            ["La falta de recursos financieros dificulta la gestión de las áreas protegidas.",
             "La mayoría de los visitantes llega en primavera."],
        ],
        "needs": ["se necesita formación", "falta de recursos financieros"],
    },
    "ar": {
        "title": "خطة من أجل الطبيعة",
        "pages": [
            ["يقع البلد بين البحر والجبال.",
             "يفتقر حراس المحميات إلى المهارات، وهناك حاجة ماسة إلى التدريب على رصد الحيوانات البرية.",
             "تأسست الحديقة الوطنية في عام 1974."],
            ["يعيق نقص الموارد المالية إدارة المناطق المحمية.",
             "يأتي معظم الزوار في الربيع."],
        ],
        "needs": ["حاجة ماسة إلى التدريب", "نقص الموارد المالية"],
    },
    "ru": {
        "title": "План для природы",
        "pages": [
            ["Страна лежит между морем и горами.",
             "Инспекторам не хватает навыков; необходимо обучение методам учёта крупных млекопитающих.",
             "Национальный парк основан в 1974 году."],
            ["Недостаток финансовых ресурсов мешает управлению охраняемыми территориями.",
             "Большинство посетителей приезжает весной."],
        ],
        "needs": ["необходимо обучение", "Недостаток финансовых ресурсов"],
    },
    "zh": {
        "title": "自然保护计划",
        "pages": [
            ["该国位于海洋与山脉之间。",
             "护林员缺乏监测大型哺乳动物的技能，迫切需要开展培训。",
             "国家公园建于1974年。"],
            ["由于缺乏资金，保护区的管理难以开展。",
             "大多数游客在春季到访。"],
        ],
        "needs": ["迫切需要开展培训", "缺乏资金"],
    },
}


def html(language, plan):
    """The plan as a page for printing, one section on each sheet."""
    direction = "rtl" if language == "ar" else "ltr"
    pages = "".join(
        "<section>" + "".join(f"<p>{line}</p>" for line in lines) + "</section>" for lines in plan["pages"]
    )
    return (
        f"<!DOCTYPE html><html lang='{language}' dir='{direction}'><meta charset='utf-8'><title>{plan['title']}</title>"
        "<style>body{font:14pt 'Noto Sans','Noto Naskh Arabic','Noto Sans CJK SC',sans-serif;line-height:1.7}"
        "section{break-after:page}section:last-child{break-after:auto}</style>"
        f"<h1>{plan['title']}</h1>{pages}</html>"
    )


def text_html(text, title):
    """A plain text as a page for printing."""
    body = text.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f"<!DOCTYPE html><html lang='en'><meta charset='utf-8'><title>{title}</title>"
        f"<style>pre{{font:9pt monospace;white-space:pre-wrap}}</style><pre>{body}</pre></html>"
    )


def pdf(browser, content, path):
    """Prints a page to a PDF file; only a headless Chromium does that."""
    page = browser.new_page()
    page.set_content(content)
    page.pdf(path=path, format="A4", margin={"top": "20mm", "bottom": "20mm", "left": "20mm", "right": "20mm"})
    page.close()
    return path
