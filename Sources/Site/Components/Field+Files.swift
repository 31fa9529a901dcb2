internal import WebSupport

extension Field {
    /// A file to be chosen. What was chosen cannot be shown again: browsers do not allow it, so the hint has to say so.
    /// - Parameter types: endings and media types, as `accept` has them.
    func file(types: String) -> HTML {
        """
        <div\(classes: ["field": true, "wrong": problem != nil])><label for="\(id)">\(label)\(optional)</label>\
        \(explanation)<input type="file" id="\(id)" name="\(name)" accept="\(types)"\
        \(attribute: "aria-describedby", describedBy(limited: false))\
        \(attribute: "aria-invalid", problem == nil ? nil : "true")></div>
        """
    }
}
