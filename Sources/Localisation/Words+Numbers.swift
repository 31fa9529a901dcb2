public import Foundation
internal import TextAnalysis

// Numbers are written by Foundation's ICU data. Arabic uses the digits 0 to 9: the Arabic pages of the Convention do
// (none of the sentences in our sample of 1,913 writes ٠ to ٩, 364 write 0 to 9), codes and dates of forms do, and one
// kind of digit on a page is easier to compare and to copy.
extension Words {
    /// Foundation's locale for this language. English is written the United Nations' way: British, day before month.
    public var locale: Locale { Locale(identifier: localeIdentifier) }

    var localeIdentifier: String {
        switch language {
        case .arabic: "ar-u-nu-latn"
        case .chinese: "zh-Hans"
        case .english: "en-GB"
        case .french, .russian, .spanish: language.code
        }
    }

    /// A whole number with the language's grouping: 12,400 or 12 400.
    public func number(_ value: Int) -> String {
        // All six languages write these alike, and lists are full of them.
        (0..<1000).contains(value) ? String(value) : value.formatted(.number.locale(locale))
    }

    /// A number with at most so many digits behind the decimal sign.
    public func number(_ value: Double, digits: Int) -> String {
        value.formatted(.number.locale(locale).precision(.fractionLength(0...max(0, digits))))
    }

    /// A share from 0 to 1 as a percentage without decimals.
    public func percent(_ share: Double) -> String {
        share.formatted(.percent.locale(locale).precision(.fractionLength(0)))
    }

    /// An amount with its currency's code of ISO 4217, which no two countries share as they do "$". Cents are shown where
    /// there are any.
    public func money(_ amount: Decimal, currency: String) -> String {
        var copy = amount
        var whole = Decimal()
        NSDecimalRound(&whole, &copy, 0, .plain)
        let style = Decimal.FormatStyle.Currency(code: currency, locale: locale).presentation(.isoCode)
        return amount.formatted(whole == amount ? style.precision(.fractionLength(0)) : style)
    }

    /// The size of a file, in units of a thousand bytes.
    public func size(ofBytes bytes: Int) -> String {
        let units: [MessageKey] = [
            "common.size-bytes", "common.size-kilobytes", "common.size-megabytes", "common.size-gigabytes",
        ]
        var value = Double(max(0, bytes))
        var unit = 0
        while value >= 1000 && unit < units.count - 1 {
            value /= 1000
            unit += 1
        }
        return self(units[unit], ["number": number(value, digits: value < 10 && unit > 0 ? 1 : 0)])
    }

    /// The name of a language, given its code of ISO 639, in this language.
    public func name(ofLanguage code: String) -> String? { locale.localizedString(forLanguageCode: code) }
}
