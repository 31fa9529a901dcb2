internal import WebSupport

/// The papers of a dossier, oldest first: who did what, when, and its text where one may read it.
struct PaperEntry {
    let title: String
    let author: String
    let date: String
    /// As `datetime` reads it.
    let machineDate: String
    var text = HTML()

    func html() -> HTML {
        """
        <li><h3>\(title)</h3><p>\(bdi: author) · <time datetime="\(machineDate)">\(date)</time></p>\(text)</li>
        """
    }
}

func papers(_ entries: [PaperEntry]) -> HTML { "<ol class=\"papers\">\(entries.map { $0.html() })</ol>" }

/// A message of a conversation.
struct Letter {
    let author: String
    let role: String
    let date: String
    let machineDate: String
    let text: UserText
    /// Written by the reader.
    var isMine = false

    func html() -> HTML {
        """
        <li><article class="letter\(if: isMine, " mine")"><header><span><b>\(bdi: author)</b> · \(role)</span>\
        <time class="quiet" datetime="\(machineDate)">\(date)</time></header>\(text.html())</article></li>
        """
    }
}

func thread(_ letters: [Letter]) -> HTML { "<ol class=\"thread\">\(letters.map { $0.html() })</ol>" }
