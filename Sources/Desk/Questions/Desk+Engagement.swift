import Catalogue
public import Cooperation
import Foundation
public import Matching

/// Whom to look for and where, with everybody who was asked so far.
public struct EngagementList: Sendable {
    public struct Row: Sendable {
        public var sought: Sought
        /// Those who were asked to fill this gap, the newest first.
        public var prospects: [Prospect]

        /// Nobody was asked yet, or nobody who may still come.
        public var isOpen: Bool { !prospects.contains { $0.appointment != nil || $0.declined == nil } }
    }

    /// Where it is needed most first.
    public var rows: [Row]
    /// All who were asked, the newest first.
    public var prospects: [Prospect]
}

extension Desk {
    /// For the help desk and administrators.
    public func engagement(for viewer: Viewer) async throws(DeskError) -> EngagementList {
        guard viewer.may(.engage) else { throw viewer.isSignedIn ? .refused(Deed.engage.rawValue) : .signInFirst }
        let day = today
        let prospects = try await asking { try await catalogue.prospects() }
        let sought = await offTheLoop { [index] in index.sought(on: day) }
        return EngagementList(
            rows: sought.map { sought in
                EngagementList.Row(
                    sought: sought,
                    prospects: prospects.filter {
                        $0.engagement.region == sought.region && $0.engagement.subject == sought.subject
                    })
            }, prospects: prospects)
    }
}
