internal import WebSupport

extension Field {
    /// A file to be chosen. What was chosen cannot be shown again: browsers do not allow it, so the hint has to say so.
    /// - Parameter types: endings and media types, as `accept` has them.
    /// - Parameter most: the largest file that is taken, in bytes, and what to say of a larger one before it is sent.
    func file(types: String, most: (bytes: Int, said: String)? = nil) -> HTML {
        """
        <div\(classes: ["field": true, "wrong": problem != nil])><label for="\(id)">\(label)\(optional)</label>\
        \(explanation)<input type="file" id="\(id)" name="\(name)" accept="\(types)"\
        \(attribute: "data-most-bytes", most.map { String($0.bytes) })\(attribute: "data-too-large", most?.said)\
        \(attribute: "aria-describedby", describedBy(limited: false))\
        \(attribute: "aria-invalid", problem == nil ? nil : "true")></div>
        """
    }
}
