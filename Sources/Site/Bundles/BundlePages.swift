internal import Cooperation
internal import Desk
internal import Exchange
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// A write-shop goes home: its bundle is written where it was held, looked at and taken in at home.
struct BundlePages {
    let pending = PendingFiles<ShopBundle>()

    static func add(to routes: Routes) {
        let pages = BundlePages()
        routes.get(.writeShopBundle) { _, context, visit, desk in
            let id = try context.pathParameter("id") { WriteShopID(own: $0) }
            let bundle = try await desk.bundle(of: id, for: visit.viewer)
            let data = try BundleFile.write(bundle) { desk.seal(bundleEnding: $0) }
            return .download(
                Array(data), name: "write-shop-\(id.own)-\(visit.today).bundle", type: "application/octet-stream")
        }
        routes.get(.bundles) { _, _, visit, desk in
            _ = try await desk.writeShops(of: visit.viewer)
            return BundleForm(visit: visit, problem: nil).page()
        }
        routes.post(.bundles, limits: .files) { form, _, visit, desk in try await pages.rehearse(form, visit, desk) }
        routes.post(.bundleTakingIn) { form, _, visit, desk in try await pages.carryOut(form, visit, desk) }
    }

    private func rehearse(_ form: Form, _ visit: Visit, _ desk: Desk) async throws -> Response {
        _ = try await desk.writeShops(of: visit.viewer)
        guard let account = visit.viewer.account else { throw DeskError.signInFirst }
        guard let file = try form.file("file"), !file.data.isEmpty else {
            return BundleForm(visit: visit, problem: visit.words("intake.error-file")).page()
        }
        do {
            let bundle = try BundleFile.read(file.data)
            let report = try await desk.rehearse(bundle, by: visit.viewer)
            let name = pending.keep(bundle, for: account, at: visit.now)
            return BundleReportView(visit: visit, bundle: bundle, report: report, name: name).page()
        } catch let fault as BundleFault {
            return BundleForm(visit: visit, problem: visit.sentence(fault)).page()
        }
    }

    private func carryOut(_ form: Form, _ visit: Visit, _ desk: Desk) async throws -> Response {
        _ = try await desk.writeShops(of: visit.viewer)
        let name = form.typed("name")
        guard let bundle = pending.find(name, of: visit.viewer.account, at: visit.now) else {
            return BundleForm(visit: visit, problem: visit.words("intake.error-forgotten")).page()
        }
        let report = try await desk.rehearse(bundle, by: visit.viewer)
        guard report.isNodeKnown || form.flag("compared") else {
            let view = BundleReportView(
                visit: visit, bundle: bundle, report: report, name: name,
                problem: visit.words("bundle.error-compared"))
            return view.page()
        }
        let obstacle = try await takeIn(bundle, once: form.key, visit, desk)
        if obstacle != nil {
            return BundleReportView(visit: visit, bundle: bundle, report: report, name: name).page()
        }
        return try visit.seeOther(.writeShop(bundle.shop), done: Done.bundleTaken.rawValue)
    }

    /// What is in the way; nil where it was taken in, by this press of the button or the first.
    private func takeIn(
        _ bundle: ShopBundle, once key: String?, _ visit: Visit, _ desk: Desk
    ) async throws(DeskError) -> BundleReport.Obstacle? {
        do {
            return try await desk.takeIn(bundle, by: visit.viewer, once: key).obstacle
        } catch {
            guard case .alreadyDone = error else { throw error }
            return nil
        }
    }
}

extension Visit {
    func sentence(_ fault: BundleFault) -> String {
        func line(_ number: Int) -> String { words.number(number) }
        return switch fault {
        case .notABundle: words("bundle.fault-not-a-bundle")
        case .otherVersion(let version): words("bundle.fault-other-version", ["version": line(version)])
        case .tooLarge(let most): words("bundle.fault-too-large", ["most": line(most)])
        case .changed(let place): words("bundle.fault-changed", ["line": line(place)])
        case .outOfOrder(let place, let found):
            words("bundle.fault-out-of-order", ["line": line(place), "found": line(found)])
        case .cutOff: words("bundle.fault-cut-off")
        case .wrongSeal: words("bundle.fault-wrong-seal")
        case .unreadable(let place): words("bundle.fault-unreadable", ["line": line(place)])
        }
    }
}
