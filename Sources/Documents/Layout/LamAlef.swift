/// Arabic lam and alef are one shape in most fonts, and poppler turns the two letters of that shape round where it turns a line:
/// `الأنواع` comes out as `األنواع`, `لا توجد` as `ال توجد`. Here they come back into their order.
///
/// Where a turned pair cannot be told from the article or from other words, what is written stays, but for common words of plans.
enum LamAlef {
    /// Does nothing to a document that does not show the fault.
    static func mended(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        guard isTurned(scalars) else { return text }
        var out = String.UnicodeScalarView()
        var word: [Unicode.Scalar] = []
        for scalar in scalars {
            if isLetter(scalar) {
                word.append(scalar)
            } else {
                out.append(contentsOf: mended(word))
                word = []
                out.append(scalar)
            }
        }
        out.append(contentsOf: mended(word))
        return String(out)
    }

    /// Two alefs in a row, which no Arabic word has, are more than the pairs that are in order.
    private static func isTurned(_ scalars: [Unicode.Scalar]) -> Bool {
        var turned = 0
        var whole = 0
        for place in scalars.indices.dropFirst(2) {
            if scalars[place] == lam, alefs.contains(scalars[place - 1]), alefs.contains(scalars[place - 2]) {
                turned += 1
            }
            if scalars[place] != alef, alefs.contains(scalars[place]), scalars[place - 1] == lam,
                scalars[place - 2] == alef
            {
                whole += 1
            }
        }
        return turned > whole
    }

    private static let alef: Unicode.Scalar = "ا"
    private static let lam: Unicode.Scalar = "ل"
    private static let alefs: Set<Unicode.Scalar> = ["ا", "أ", "إ", "آ"]
    private static let starts: Set<Unicode.Scalar> = ["و", "ف", "ب", "ك", "ل"]

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { (0x621...0x652).contains(scalar.value) }

    private static func mended(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard word.count > 1 else { return word }
        var word = word
        var place = 0
        while place + 1 < word.count {
            if word[place + 1] == lam, alefs.contains(word[place]), isTurned(word, place) {
                word.swapAt(place, place + 1)
                place += 1
            }
            place += 1
        }
        return word
    }

    private static func isTurned(_ word: [Unicode.Scalar], _ place: Int) -> Bool {
        if place > 0, alefs.contains(word[place - 1]) { return true }
        let written = string(word[...])
        let rest = string(word[place...])
        let isAtStart = place == 0 || (place == 1 && (word[0] == "و" || word[0] == "ف"))
        if word[place] != alef {
            if place > 0, word[place - 1] == lam { return !rest.hasPrefix("ألمان") }
            return isAtStart && !realStarts.contains { rest.hasPrefix($0) }
        }
        // The word for no, alone.
        if rest == "ال" { return isAtStart || written == "بال" }
        var turned = word
        turned.swapAt(place, place + 1)
        let start = place + 2 > word.count ? "" : string(turned[place...])
        let article = word[..<place].count <= 2 && word[..<place].allSatisfy { starts.contains($0) }
        if article { return turnedStarts.contains { start.hasPrefix($0) } }
        if pluralEnds.contains(rest), !realPlurals.contains(written) { return true }
        let whole = string(turned[...])
        return stems.contains { whole.contains($0) && !written.contains($0) }
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    /// Words that begin with an alef and a lam of their own.
    private static let realStarts = [
        "إلى", "إلي", "إلغ", "إلز", "إلق", "إلح", "إلك", "إله", "إلم", "إلخ", "ألف", "ألم", "ألب", "ألو", "ألع", "ألي",
        "ألق",
        "ألز", "ألح", "آلي", "آلة", "آلت",
    ]
    /// With the preposition before a verbal noun, where the article would stand before no such letters.
    private static let turnedStarts = [
        "لاستخ", "لاستع", "لاستد", "لاستص", "لاستك", "لاستغ", "لاستر", "لاستث", "لاستح", "لاتفاق", "لاتخاذ", "لاتصال",
        "لاستيراد", "لاحقا", "لازمة", "لاستيك",
    ]
    private static let pluralEnds: Set = ["الت", "التها", "التهم", "الته", "التنا"]
    private static let realPlurals: Set = ["قالت", "زالت", "حالت", "نالت", "مازالت", "وقالت"]

    /// Of words with lam and alef inside that turned round are no words, or hardly any of a plan.
    private static let stems = [
        "خلال", "بلاد", "سلام", "سلاحف", "سلاح", "سلاسل", "سلال", "ملائم", "ملاءم", "ثلاثين", "ثلاثون", "علاقات",
        "العلاقة",
        "علاوة", "ختلاف", "ائتلاف", "إتلاف", "الفلاح", "فلاحي", "فلاحة", "إصلاح", "ستصلاح", "إبلاغ", "إعلام", "إعلان",
        "ولايات",
        "ولاية", "ستقلال", "ستغلال", "احتلال", "ختلال", "ملاحظ", "دولار", "ملايين", "ميلاد", "ستهلاك", "متلاك", "إطلاق",
        "انطلاق", "طلاع", "ضطلاع", "شلال", "ظلال", "زلازل", "تلال", "هؤلاء", "دلالة", "أخلاق", "أعلاف", "أسلاف",
        "أعلاه",
        "إجلاء", "ملابس", "ملاذ", "ملاجئ", "تلاش", "أولا", "فضلا", "قليلا", "طويلا", "عاجلا", "كاملا", "شاملا", "بديلا",
        "دليلا", "مستقبلا", "ممثلا", "معدلا", "غلاف", "ملاريا",
    ]
}
