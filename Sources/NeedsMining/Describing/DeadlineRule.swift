/// The year by which something is to be there, in the ways the six languages say it.
enum DeadlineRule {
    /// What may stand before the year, folded to small letters; the longest first.
    private static let before = [
        "by the end of", "no later than", "by the year", "before", "until", "by", "d'ici à", "d’ici à", "d'ici",
        "d’ici",
        "avant fin", "avant", "d'ici fin", "à l'horizon", "à l’horizon", "jusqu'en", "au plus tard en",
        "a más tardar en",
        "antes de", "para el año", "para", "hasta", "al año", "к концу", "не позднее", "до конца", "до", "к",
        "بحلول نهاية عام", "بحلول عام", "بحلول", "قبل عام", "قبل نهاية عام", "حتى عام", "في موعد أقصاه عام", "到", "在",
        "至",
        "截至", "于",
    ].sorted { $0.count > $1.count }
    /// In Chinese only what stands after the year makes it a deadline.
    private static let afterChinese = ["年之前", "年前", "年底前", "年以前", "年末", "年，", "年,", "年实现", "年"]

    static func deadline(in text: String) -> NeedDeadline? {
        let characters = Array(text)
        var place = 0
        while place + 4 <= characters.count {
            guard let year = year(characters, place) else {
                place += 1
                continue
            }
            if let words = words(characters, place) { return NeedDeadline(year: year, words: words) }
            place += 4
        }
        return nil
    }

    /// 2000 to 2099, in the digits of any script, with no digit beside it.
    private static func year(_ text: [Character], _ place: Int) -> Int? {
        let digits = text[place..<place + 4].compactMap(\.wholeNumberValue)
        guard digits.count == 4, digits[0] == 2, digits[1] == 0 else { return nil }
        if place > 0, text[place - 1].isNumber { return nil }
        if place + 4 < text.count, text[place + 4].isNumber { return nil }
        return digits.reduce(0) { $0 * 10 + $1 }
    }

    private static func words(_ text: [Character], _ place: Int) -> String? {
        let lead = String(text[max(0, place - 24)..<place])
        let small = lead.lowercased()
        let after = String(text[(place + 4)..<min(text.count, place + 8)])
        for words in before {
            let isChinese = words.unicodeScalars.first.map { $0.value >= 0x4E00 && $0.value < 0xA000 } ?? false
            let ending = isChinese ? words : words + " "
            guard small.hasSuffix(ending) else { continue }
            if isChinese {
                guard afterChinese.contains(where: after.hasPrefix) else { continue }
                if words == "在" || words == "于", !after.hasPrefix("年之前") && !after.hasPrefix("年前") { continue }
            } else if let previous = small.dropLast(ending.count).last, previous.isLetter {
                continue
            }
            let tail = isChinese ? String(after.prefix { "年之底前以末".contains($0) }) : ""
            return String(lead.suffix(ending.count)) + String(text[place..<place + 4]) + tail
        }
        return nil
    }
}
