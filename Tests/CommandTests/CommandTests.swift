import Foundation
import Testing

@Suite(.serialized) struct CommandTests {
    @Test(arguments: [
        [], ["serve"], ["demo"], ["match"], ["search"], ["account", "add"], ["ledger", "verify"], ["ledger", "stats"],
        ["catalogue", "rebuild"], ["backup"], ["restore"], ["duties"], ["rehearse", "year"], ["post"],
        ["bench", "ledger"],
    ])
    func everyCommandExplainsItself(_ command: [String]) async throws {
        let answer = try await Program.run(command + ["--help"])
        #expect(answer.status == 0)
        #expect(answer.output.contains("OVERVIEW:") && answer.output.contains("USAGE: biobridge"))
    }

    @Test(arguments: [
        ["serve"], ["nonsense"], ["serve", "--data", "x", "--port", "99999999"],
        ["duties", "--data", "x", "--at", "tomorrow"],
        ["match", "--data", "x"], ["ledger", "verify"],
        ["serve", "--data", "x", "--mail-server", "smtp://mail.example.org"],
        [
            "serve", "--data", "x", "--mail-server", "smtp-plain://mail.example.org", "--mail-from", "a@example.org",
            "--base-address", "https://example.org",
        ],
        ["serve", "--data", "x", "--mail-from", "nobody"], ["serve", "--data", "x", "--base-address", "example.org"],
    ])
    func wrongUseIsSaidAndHasItsOwnExitCode(_ arguments: [String]) async throws {
        let answer = try await Program.run(arguments)
        #expect(answer.status == 64)
        #expect(answer.errors.contains("Error:"))
    }

    @Test func anEmptyFolderIsNoNode() async throws {
        try await withFolder { folder in
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let answer = try await Program.run("ledger", "verify", "--data", folder.path)
            #expect(answer.status == 1 && !answer.errors.isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test func aYearIsRehearsedAndLeavesNothingBehind() async throws {
        let answer = try await Program.run("rehearse", "year", "--members", "20", "--practices", "12", "--json")
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.output.contains("\"faults\" : ["))
        #expect(answer.output.contains("\"records\" : 20") && answer.output.contains("\"records\" : 12"))
        #expect(try await Program.run("rehearse", "year", "--members", "20", "--practices", "21").status == 64)
    }

    @Test func aNodeFromItsFirstDayToItsRestore() async throws {
        try await withFolder { folder in
            let data = folder.appending(path: "node").path
            #expect(try await Program.run("demo", "--data", data).status == 0)
            #expect(try await Program.run("demo", "--data", data).status == 1)
            let verified = try await Program.run("ledger", "verify", "--data", data, "--json")
            #expect(verified.status == 0 && verified.output.contains("\"clean\" : true"))
            let added = try await Program.run(
                "account", "add", "--data", data, "--name", "A", "--email", "a@example.org", "--role", "helpDesk",
                input: "a long password\n")
            #expect(added.status == 0 && added.output.hasPrefix("account-"))
            let again = try await Program.run(
                "account", "add", "--data", data, "--name", "A", "--email", "A@example.org", input: "a long password\n")
            #expect(again.status == 1 && again.errors.contains("email"))

            let backup = folder.appending(path: "backup").path
            #expect(try await Program.run("backup", "--data", data, "--to", backup).status == 0)
            #expect(try await Program.run("backup", "--data", data, "--to", backup).status == 1)
            let beside = try await Program.run("backup", "--data", data, "--to", data + "/backup")
            #expect(beside.status == 1 && beside.errors.contains("outside"))
            let before = try await Program.run("ledger", "stats", "--data", data)
            let year = try await Program.run("duties", "--data", data, "--at", "2100-01-01")
            #expect(year.status == 0 && !year.output.hasPrefix("0 done"))
            let elsewhere = folder.appending(path: "mistyped")
            for command in [["duties"], ["links"], ["harvest", "run"]] {
                let refused = try await Program.run(command + ["--data", elsewhere.path])
                #expect(refused.status == 1 && refused.errors.contains("holds no ledger"), "\(command)")
            }
            #expect(!FileManager.default.fileExists(atPath: elsewhere.path), "a mistyped folder is not made")
            let repeated = try await Program.run("duties", "--data", data, "--at", "2100-01-01")
            #expect(repeated.output == "0 done\n")
            #expect(try await Program.run("restore", backup, "--data", data).status == 0)
            #expect(try await Program.run("ledger", "stats", "--data", data).output == before.output)

            var broken = try Data(contentsOf: URL(filePath: backup))
            broken.replaceSubrange(broken.count / 2..<broken.count / 2 + 4000, with: Data(repeating: 7, count: 4000))
            try broken.write(to: URL(filePath: backup))
            #expect(try await Program.run("restore", backup, "--data", data).status == 1)
            #expect(try await Program.run("ledger", "stats", "--data", data).output == before.output)
        }
    }
}
