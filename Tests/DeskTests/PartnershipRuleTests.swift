import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite("Who writes a partnership may revise it, and who may not write it may not revise it")
struct PartnershipRuleTests {
    @Test func oneRuleForBoth() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let partnership = Partnership(
            form: .cooperation, title: LocalizedText("Compter ensemble", in: .french),
            summary: LocalizedText("Deux pays comptent.", in: .french), organisations: [cast.institute],
            countries: [cast.benin], subjects: [try #require(SubjectID("CBD-SUBJECT-PA"))])
        await #expect(throws: DeskError.refused("writePartnership")) {
            try await desk.write(partnership, by: cast.requester)
        }
        let id = try await desk.write(partnership, by: cast.provider)
        func filed() async throws -> Filed<Partnership> { try await desk.record(id) }
        #expect(desk.mayRevise(try await filed(), cast.provider))
        // The focal point of one of its countries could write one, but this one is another's paper.
        #expect(!desk.mayRevise(try await filed(), cast.focalPoint))
        await #expect(throws: DeskError.refused("partnership")) {
            try await desk.write(partnership, as: id, from: 1, by: cast.focalPoint)
        }
        // Who wrote it and speaks for the institution no more is shown no button, and is refused.
        let former = Viewer(account: try #require(cast.provider.account), grants: [])
        #expect(!desk.mayRevise(try await filed(), former))
        await #expect(throws: DeskError.refused("writePartnership")) {
            try await desk.write(partnership, as: id, from: 1, by: former)
        }
        var more = partnership
        more.title = LocalizedText("Compter ensemble chaque année", in: .french)
        try await desk.write(more, as: id, from: 1, by: cast.provider)
        #expect(try await filed().body.title[.french] == "Compter ensemble chaque année")
        try await stage.strike()
    }
}
