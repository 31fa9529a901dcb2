/// What the partners agreed to do.
public struct Plan: Paper {
    public static let kind = PaperKind.plan

    public var request: RequestID
    public var text: LocalizedText
    public var starts: CalendarDay?
    public var ends: CalendarDay?
    /// No money from outside is needed: the plan can start as it is.
    public var needsNoFunding: Bool

    public init(
        request: RequestID, text: LocalizedText, starts: CalendarDay? = nil, ends: CalendarDay? = nil,
        needsNoFunding: Bool = false
    ) {
        self.request = request
        self.text = text
        self.starts = starts
        self.ends = ends
        self.needsNoFunding = needsNoFunding
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(text, "text", upTo: 20_000)
        check.order(starts, ends, "ends")
        return check.problems
    }
}

/// Money or help in kind that somebody promises for a plan.
public struct Pledge: Paper {
    public static let kind = PaperKind.pledge

    public var request: RequestID
    public var organisation: OrganisationID
    /// Nil: help in kind.
    public var amount: Money?
    public var text: LocalizedText

    public init(request: RequestID, organisation: OrganisationID, amount: Money?, text: LocalizedText = LocalizedText())
    {
        self.request = request
        self.organisation = organisation
        self.amount = amount
        self.text = text
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.money(amount, "amount")
        if amount == nil { check.text(text, "text", upTo: 3000) } else { check.optionalText(text, "text", upTo: 3000) }
        return check.problems
    }
}

/// How the work goes, or how it ended.
public struct Report: Paper {
    public static let kind = PaperKind.report

    public enum Stage: String, Codable, CaseIterable, Sendable { case progress, final }

    public var request: RequestID
    public var stage: Stage
    public var text: LocalizedText
    public var whatDidNotWork: LocalizedText

    public init(request: RequestID, stage: Stage, text: LocalizedText, whatDidNotWork: LocalizedText = LocalizedText())
    {
        self.request = request
        self.stage = stage
        self.text = text
        self.whatDidNotWork = whatDidNotWork
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(text, "text", upTo: 20_000)
        check.optionalText(whatDidNotWork, "whatDidNotWork", upTo: 8000)
        return check.problems
    }
}
