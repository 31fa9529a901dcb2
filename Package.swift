// swift-tools-version: 6.2
import PackageDescription

// The house, from the ground up. Arrows only point down; `make build` refuses an import that is not declared here.
// See ARCHITECTURE.md for what each room is for.

let package = Package(
    name: "biobridge",
    products: [.executable(name: "biobridge", targets: ["biobridge"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // C libraries of Debian, each behind a module map or a thin shim.
        .systemLibrary(name: "CCurl", path: "Sources/C/CCurl", pkgConfig: "libcurl"),
        .systemLibrary(name: "CQRCode", path: "Sources/C/CQRCode", pkgConfig: "libqrencode"),
        .systemLibrary(name: "CSodium", path: "Sources/C/CSodium", pkgConfig: "libsodium"),
        .systemLibrary(name: "CStemmer", path: "Sources/C/CStemmer"),
        .systemLibrary(name: "CUnicode", path: "Sources/C/CUnicode"),
        .systemLibrary(name: "CXlsxWriter", path: "Sources/C/CXlsxWriter", pkgConfig: "xlsxwriter"),
        .systemLibrary(name: "CSandbox", path: "Sources/C/CSandbox"),
        .systemLibrary(name: "CZip", path: "Sources/C/CZip", pkgConfig: "libzip"),
        .systemLibrary(name: "CZlib", path: "Sources/C/CZlib", pkgConfig: "zlib"),
        .target(
            name: "CLanguageDetector", path: "Sources/C/CLanguageDetector", linkerSettings: [.linkedLibrary("cld2")]),
        .target(name: "CMemory", path: "Sources/C/CMemory"),
        // Optimised in debug builds too: unoptimised, these loops are forty times slower.
        .target(
            name: "CVectorKernels", path: "Sources/C/CVectorKernels", cSettings: [.unsafeFlags(["-O2"])]),
        .target(
            name: "CSearchKernels", path: "Sources/C/CSearchKernels", cSettings: [.unsafeFlags(["-O2"])]),
        // Pages of SQLite files held against their checksums as they are read.
        .target(
            name: "CSealedPages", dependencies: ["CSearchKernels"], path: "Sources/C/CSealedPages",
            cSettings: [.unsafeFlags(["-O2"])], linkerSettings: [.linkedLibrary("sqlite3")]),

        .target(
            name: "CNeedKernels", path: "Sources/C/CNeedKernels", cSettings: [.unsafeFlags(["-O2"])]),

        // Data files, compiled into the program as bytes (`#embed`), so that one file is the whole product.
        .target(name: "AccountFiles", path: "Sources/Files/AccountFiles", exclude: ["data"]),
        .target(name: "VocabularyFiles", path: "Sources/Files/VocabularyFiles", exclude: ["data"]),
        .target(name: "LocalisationFiles", path: "Sources/Files/LocalisationFiles", exclude: ["messages"]),
        .target(name: "NeedsMiningFiles", path: "Sources/Files/NeedsMiningFiles", exclude: ["data"]),
        .target(name: "DemonstrationFiles", path: "Sources/Files/DemonstrationFiles", exclude: ["data"]),
        .target(name: "SiteFiles", path: "Sources/Files/SiteFiles", exclude: ["assets"]),

        // The modules.
        .target(name: "TextAnalysis", dependencies: ["CStemmer", "CUnicode", "CLanguageDetector"]),
        .target(name: "Sheets", dependencies: ["CXlsxWriter", "CZip"]),
        // Documents of strangers, read in a child process.
        .target(name: "Documents", dependencies: ["TextAnalysis", "Sheets", "CSandbox", "CZip"]),
        .target(name: "SentenceVectors", dependencies: ["CVectorKernels", "CSodium"]),
        .target(name: "Vocabulary", dependencies: ["TextAnalysis", "VocabularyFiles"]),
        .target(name: "Localisation", dependencies: ["TextAnalysis", "CUnicode", "LocalisationFiles"]),
        .target(name: "Cooperation", dependencies: ["TextAnalysis", "Vocabulary"]),
        // Needs as sheets: the template to fill in offline, and the matrix to take home.
        .target(
            name: "NeedSheets",
            dependencies: ["TextAnalysis", "Sheets", "Vocabulary", "Localisation", "Cooperation"]),
        .target(name: "SearchIndex", dependencies: ["TextAnalysis", "CMemory", "CSearchKernels"]),
        .target(
            name: "Matching",
            dependencies: ["TextAnalysis", "SentenceVectors", "Vocabulary", "Cooperation", "SearchIndex"]),
        // Needs that documents state.
        .target(
            name: "NeedsMining",
            dependencies: [
                "TextAnalysis", "Documents", "SentenceVectors", "Vocabulary", "Matching", "NeedsMiningFiles",
                "CNeedKernels",
            ]),
        .target(
            name: "Ledger",
            dependencies: [
                "CSodium", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .target(
            name: "Catalogue",
            dependencies: [
                "TextAnalysis", "Vocabulary", "Cooperation", "Ledger", "CMemory", "CSealedPages",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .target(
            name: "Desk",
            dependencies: [
                "TextAnalysis", "SentenceVectors", "Vocabulary", "Localisation", "Cooperation", "SearchIndex",
                "Matching",
                "Documents", "NeedsMining", "Ledger", "Catalogue", "AccountFiles",
                "CSodium",
            ]),
        // Real institutions, calls and needs with stories told through the desk, for `make demo` and for tests.
        .target(
            name: "Demonstration",
            dependencies: [
                "TextAnalysis", "Vocabulary", "Cooperation", "Ledger", "Catalogue", "Desk", "DemonstrationFiles",
            ]),
        // libcurl, made ready once for all who speak through it.
        .target(name: "CurlSupport", dependencies: ["CCurl"]),
        // What leaves the house for other programs, and what comes in from them.
        .target(
            name: "Exchange",
            dependencies: [
                "TextAnalysis", "Sheets", "Vocabulary", "Cooperation", "Catalogue", "Desk", "CurlSupport", "CSodium",
            ]),
        .target(
            name: "Postroom",
            dependencies: [
                "TextAnalysis", "Vocabulary", "Localisation", "Cooperation", "Ledger", "Catalogue", "Desk",
                "CCurl", "CurlSupport",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        .target(
            name: "WebSupport",
            dependencies: [
                "CSodium", "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        .target(
            name: "Site",
            dependencies: [
                "TextAnalysis", "Sheets", "Vocabulary", "Localisation", "Cooperation", "NeedSheets", "Matching",
                "Documents", "Catalogue", "Desk", "Exchange", "WebSupport", "CQRCode",
                "SiteFiles",
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        .executableTarget(
            name: "biobridge",
            dependencies: [
                "TextAnalysis", "SentenceVectors", "Vocabulary", "Localisation", "Cooperation", "SearchIndex",
                "Matching", "NeedSheets", "Documents", "NeedsMining",
                "Ledger", "Catalogue", "Desk", "Exchange", "Postroom", "Demonstration", "WebSupport", "Site",
                "CMemory",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),

        // Helpers of tests: a program that writes to a ledger until it is killed; an in-process web client.
        // Other programs, run beside tests.
        .target(name: "Programs", dependencies: ["CSandbox"], path: "Tests/Support/Programs"),
        .executableTarget(name: "ledger-writer", dependencies: ["Ledger"], path: "Tests/Support/LedgerWriter"),
        .target(
            name: "WebTesting",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ], path: "Tests/Support/WebTesting"),

        .target(
            name: "Rehearsal",
            dependencies: [
                "Desk", "Documents", "NeedsMining", "Catalogue", "Ledger", "Cooperation", "Vocabulary", "TextAnalysis",
            ],
            path: "Tests/Support/Rehearsal"),

        .testTarget(name: "TextAnalysisTests", dependencies: ["TextAnalysis"]),
        .testTarget(name: "SheetsTests", dependencies: ["Sheets"]),
        // Documents of all formats, damaged: for tests of their reader and of the way in.
        .target(name: "DocumentMutation", path: "Tests/Support/DocumentMutation"),
        .testTarget(
            name: "DocumentsTests",
            dependencies: ["Documents", "DocumentMutation", "TextAnalysis", "Programs", "biobridge"]),
        .testTarget(
            name: "NeedsMiningTests", dependencies: ["NeedsMining", "Documents", "Vocabulary", "TextAnalysis"]),
        .testTarget(name: "SentenceVectorsTests", dependencies: ["SentenceVectors"]),
        .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary", "TextAnalysis"]),
        .testTarget(name: "LocalisationTests", dependencies: ["Localisation", "TextAnalysis"]),
        .testTarget(name: "CooperationTests", dependencies: ["Cooperation", "Vocabulary", "TextAnalysis"]),
        .testTarget(
            name: "NeedSheetsTests",
            dependencies: ["NeedSheets", "Sheets", "Cooperation", "Localisation", "Vocabulary", "TextAnalysis"]),
        .testTarget(name: "SearchIndexTests", dependencies: ["SearchIndex", "TextAnalysis", "CSearchKernels"]),
        .testTarget(
            name: "MatchingTests",
            dependencies: ["Matching", "Cooperation", "Vocabulary", "SearchIndex", "TextAnalysis"]),
        .testTarget(
            name: "LedgerTests",
            dependencies: ["Ledger", "Programs", "ledger-writer", .product(name: "GRDB", package: "GRDB.swift")]),
        .testTarget(
            name: "DeskTests",
            dependencies: [
                "Rehearsal", "Documents", "NeedsMining", "Desk", "Matching", "Catalogue", "Ledger", "Cooperation",
                "Vocabulary",
                "TextAnalysis",
            ]),
        .testTarget(
            name: "ExchangeTests",
            dependencies: [
                "Exchange", "CurlSupport", "Rehearsal", "Desk", "Catalogue", "Ledger", "Cooperation", "Vocabulary",
                "TextAnalysis",
            ]),
        .testTarget(
            name: "DemonstrationTests",
            dependencies: [
                "Demonstration", "Desk", "Catalogue", "Ledger", "Cooperation", "Vocabulary", "TextAnalysis",
            ]),
        .testTarget(
            name: "PostroomTests",
            dependencies: [
                "Postroom", "Programs", "Rehearsal", "Desk", "Catalogue", "Ledger", "Cooperation", "Localisation",
                "Vocabulary",
                "TextAnalysis",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        .testTarget(
            name: "WebSupportTests",
            dependencies: [
                "WebSupport", "WebTesting",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Exchange", "Site", "Sheets", "NeedSheets", "WebSupport", "WebTesting", "Rehearsal", "Demonstration",
                "Desk", "Documents", "DocumentMutation",
                "Matching", "Catalogue",
                "Ledger", "Cooperation",
                "Vocabulary",
                "Localisation",
                "TextAnalysis",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ], exclude: ["Golden"]),
        .testTarget(name: "CommandTests", dependencies: ["Programs", "biobridge"]),
    ],
    cxxLanguageStandard: .cxx17
)

// One rule for all Swift of this house: language mode 6 with the features that are coming anyway.
for target in package.targets
where target.type != .system && !target.name.hasPrefix("C") && !target.name.hasSuffix("Files") {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}

// A few tests with what they stand on and nothing else, for builds with a sanitizer: names of targets with spaces between.
if let part = Context.environment["BIOBRIDGE_PART"] {
    var wanted = part.split(separator: " ").map(String.init)
    var kept: Set<String> = []
    while let name = wanted.popLast() {
        guard kept.insert(name).inserted else { continue }
        for dependency in package.targets.first(where: { $0.name == name })?.dependencies ?? [] {
            if case .byNameItem(let below, _) = dependency { wanted.append(below) }
        }
    }
    package.targets.removeAll { !kept.contains($0.name) }
    package.products.removeAll()
}
