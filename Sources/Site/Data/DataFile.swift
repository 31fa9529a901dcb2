internal import Exchange

/// A file in which a list or a record can be had, by its name in the address: `practices.csv`, `practice-01hx….bib`.
struct DataFile: Hashable, Sendable {
    enum Ending: String, CaseIterable, Sendable { case csv, xlsx, json, atom, ics, bib, ris, jsonld }

    enum Subject: Hashable, Sendable {
        case list(PublicKind)
        case record(String)
    }

    let subject: Subject
    let ending: Ending

    /// Nil for what is no file here.
    init?(_ name: String) {
        guard let dot = name.lastIndex(of: "."), let ending = Ending(rawValue: String(name[name.index(after: dot)...]))
        else { return nil }
        self.ending = ending
        let stem = String(name[..<dot])
        if let kind = PublicKind(plural: stem) {
            subject = .list(kind)
            guard DataFile.endings(ofList: kind).contains(ending) else { return nil }
        } else if let kind = PublicKind(key: stem), SitePath.record(stem) != nil {
            subject = .record(stem)
            guard DataFile.endings(ofRecord: kind).contains(ending) else { return nil }
        } else {
            return nil
        }
    }

    static func endings(ofList kind: PublicKind) -> [Ending] {
        [.csv, .xlsx, .json, .atom] + (kind.hasDates ? [.ics] : [])
            + (PublicKind.library.contains(kind) ? [.bib, .ris] : [])
    }

    static func endings(ofRecord kind: PublicKind) -> [Ending] {
        [.jsonld] + (kind.hasDates ? [.ics] : []) + (PublicKind.library.contains(kind) ? [.bib, .ris] : [])
    }
}

extension PublicKind {
    /// Whether its days belong into a calendar.
    var hasDates: Bool { self == .opportunity || self == .event }

    var route: SiteRoute {
        switch self {
        case .organisation: .organisations
        case .provider: .providers
        case .opportunity: .opportunities
        case .practice: .practices
        case .hub: .hubs
        case .need: .needs
        case .request: .requests
        case .resource: .resources
        case .partnership: .partnerships
        case .event: .events
        case .project: .projects
        }
    }
}
