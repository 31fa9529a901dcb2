internal import Cooperation
internal import Desk
internal import Foundation
internal import Logging

extension PostOffice {
    /// Passes on the letters of exchanges that are due. Stops where the mail server cannot be spoken to.
    func sendRelays(_ round: inout Round) async throws(DeskError) {
        guard writer.exchange != nil else { return }
        for letter in try await desk.relaysToSend(rules: rules) where !Task.isCancelled {
            guard let relay = try await desk.begin(letter) else { continue }
            let delivery: Delivery
            if let message = writer.message(letter, as: relay) {
                delivery = await transport.deliver(
                    Mail(number: message.number, from: message.from, to: message.to, content: message.content))
            } else {
                delivery = .refused("address")
            }
            try await desk.finish(relay, with: delivery, rules: rules)
            // The log names letters by their number, never people.
            logger.log(
                level: delivery == .sent ? .info : .warning, "relay",
                metadata: [
                    "relay": "\(relay.id)", "delivery": "\(delivery)", "attempt": "\(relay.body.attempt)",
                ])
            if delivery == .sent { round.sent += 1 } else { round.notSent += 1 }
            if case .unreachable = delivery {
                round.isServerUnreachable = true
                return
            }
        }
    }
}
