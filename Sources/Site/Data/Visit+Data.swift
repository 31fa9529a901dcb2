internal import Exchange
internal import Localisation

extension Visit {
    /// The name of a list.
    func title(of kind: PublicKind) -> String {
        switch kind {
        case .organisation: words("record.organisations")
        case .provider: words("provider.all")
        case .opportunity: words("opportunity.all")
        case .practice: words("practice.all")
        case .hub: words("hub.all")
        case .need: words("record.needs")
        case .request: words("record.requests")
        case .resource: words("resource.all")
        case .partnership: words("partnership.all")
        case .event: words("event.all")
        case .project: words("project.all")
        }
    }

    func lead(of kind: PublicKind) -> String {
        switch kind {
        case .organisation: words("record.organisations-lead")
        case .provider: words("provider.lead")
        case .opportunity: words("opportunity.lead")
        case .practice: words("practice.lead")
        case .hub: words("hub.lead")
        case .need: words("record.needs-lead")
        case .request: words("record.requests-lead")
        case .resource: words("resource.lead")
        case .partnership: words("partnership.lead")
        case .event: words("event.lead")
        case .project: words("project.lead")
        }
    }

    func name(of ending: DataFile.Ending) -> String {
        switch ending {
        case .csv: words("data.name-csv")
        case .xlsx: words("data.name-xlsx")
        case .json: words("data.name-json")
        case .atom: words("data.name-atom")
        case .ics: words("data.name-ics")
        case .bib: words("data.name-bib")
        case .ris: words("data.name-ris")
        case .jsonld: words("data.name-jsonld")
        }
    }
}
