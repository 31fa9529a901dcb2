extension Form {
    /// The field as a text: line ends as `\n`, without blanks around and without control characters.
    /// A missing field is an empty text, as browsers leave out what was not filled in.
    /// Throws `repeatedField` when it came more than once.
    public func text(_ name: String) throws(WebProblem) -> String {
        let values = fields[name, default: []]
        guard values.count <= 1 else { throw WebProblem(.repeatedField, field: name, form: self) }
        return values.first.map(Self.tidied) ?? ""
    }

    /// The same, but `nil` when nothing was filled in.
    public func optionalText(_ name: String) throws(WebProblem) -> String? {
        let value = try text(name)
        return value.isEmpty ? nil : value
    }

    /// All values of a field that may be chosen several times, without the blank ones.
    public func all(_ name: String) -> [String] {
        fields[name, default: []].map(Self.tidied).filter { !$0.isEmpty }
    }

    /// The field as a whole number; `nil` when nothing was filled in. Digits of any script count, and the blanks and
    /// apostrophes people group digits with are passed over; commas and points are not, because they mean different
    /// things to different people. Throws `notANumber`, also for what does not fit an `Int`.
    public func integer(_ name: String) throws(WebProblem) -> Int? {
        let value = try text(name)
        if value.isEmpty { return nil }
        guard let number = Self.integer(value) else { throw WebProblem(.notANumber, field: name, form: self) }
        return number
    }

    /// Whether a box was ticked (`on`, as browsers send it, or `true`, `yes`, `1`).
    public func flag(_ name: String) -> Bool {
        all(name).contains { ["on", "true", "yes", "1"].contains($0.lowercased()) }
    }

    /// The file of this field; `nil` when none was chosen. Throws `repeatedField`.
    public func file(_ name: String) throws(WebProblem) -> File? {
        let chosen = files[name, default: []]
        guard chosen.count <= 1 else { throw WebProblem(.repeatedField, field: name, form: self) }
        return chosen.first
    }

    /// The same for a form whose files lie on disk.
    public func upload(_ name: String) throws(WebProblem) -> Upload? {
        let chosen = uploads[name, default: []]
        guard chosen.count <= 1 else { throw WebProblem(.repeatedField, field: name, form: self) }
        return chosen.first
    }

    /// What was typed, to fill the field again. Of a field that came several times, the first.
    public func typed(_ name: String) -> String { fields[name]?.first ?? "" }

    /// Whether this value was chosen, to tick the box again.
    public func has(_ value: String, in name: String) -> Bool { fields[name, default: []].contains(value) }

    static func tidied(_ value: String) -> String {
        var scalars = String.UnicodeScalarView()
        var followsReturn = false
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\r": scalars.append("\n")
            case "\n": if !followsReturn { scalars.append("\n") }
            case "\t": scalars.append(scalar)
            default: if scalar.properties.generalCategory != .control { scalars.append(scalar) }
            }
            followsReturn = scalar == "\r"
        }
        guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[start...end])
    }

    private static func integer(_ value: String) -> Int? {
        var digits = ""
        for scalar in value.unicodeScalars {
            if scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue {
                digits.append(String(Int(digit)))
            } else if digits.isEmpty, scalar == "-" || scalar == "\u{2212}" || scalar == "+" {
                digits.append(scalar == "+" ? "+" : "-")
            } else if scalar.properties.generalCategory == .spaceSeparator || scalar == "'" || scalar == "\u{2019}" {
                continue
            } else {
                return nil
            }
        }
        return Int(digits)
    }
}
