internal import ArgumentParser

/// The program: server, command line and library of the job in one.
@main
struct BioBridge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "biobridge",
        abstract: "Brings countries' needs in biodiversity together with those who can answer them.",
        discussion: """
            A node keeps everything in one folder, given by --data. `biobridge demo --data DIR` fills one with demonstration
            data; `biobridge serve --data DIR` serves it.

            Exit codes: 0 done, 1 not done (the reason is on standard error), 64 wrong use.
            """,
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, DemoCommand.self,
            MatchCommand.self, MineCommand.self, SearchCommand.self, ThesaurusCommand.self,
            MatrixCommand.self,
            AccountCommand.self, LedgerCommand.self, CatalogueCommand.self,
            BackupCommand.self, RestoreCommand.self, DutiesCommand.self, RehearseCommand.self, PostCommand.self,
            BenchCommand.self, EvalCommand.self, ExportCommand.self, ImportCommand.self, HarvestCommand.self,
            LinksCommand.self,
            TrainCommand.self, ReadDocumentCommand.self,
        ])
}
