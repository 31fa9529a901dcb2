public import Cooperation
public import Desk
internal import Foundation
public import TextAnalysis
public import WebSupport

extension Site {
    /// The acts a letter asks its reader for, each with the address below the site's own where she confirms it without
    /// signing in. Empty for letters that ask for none.
    public static func acts(
        of letter: PostedLetter, in language: Language, key: SecretKey
    ) -> [(stance: Position.Stance, path: String)] {
        guard letter.addressee == .focalPoint else { return [] }
        switch letter.occasion {
        case .windowOpened, .reminder, .nudged, .questionAnswered: break
        default: return []
        }
        let end = letter.expectation.due?.endEverywhere ?? letter.at.addingTimeInterval(30 * 86_400)
        return [Position.Stance.endorsement, .question, .objection].map { stance in
            let token = ActToken(
                account: letter.recipient.id, request: letter.request, stance: stance, turn: letter.turn,
                expires: Int(end.timeIntervalSince1970))
            let path = SitePath(.byLetter).with(ByLetterPage.field, token.text(signedWith: key))
            return (stance, path.address(in: language))
        }
    }
}
