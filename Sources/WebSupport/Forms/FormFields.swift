extension Form {
    /// The hidden field that ties a form to its browser.
    public static let tokenField = "form-token"
    /// The hidden field by which a form sent twice counts once.
    public static let keyField = "form-key"

    /// The one-time key of this form; `nil` when it is missing or not one of ours. The one who carries the form out claims it.
    public var key: String? { Token(typed(Self.keyField)).map(\.text) }

    /// What the person typed: without our hidden fields.
    var withoutOurFields: Form {
        var form = self
        form.fields[Self.tokenField] = nil
        form.fields[Self.keyField] = nil
        return form
    }
}

extension WebState {
    /// The hidden fields that every form of ours begins with.
    /// - Parameter key: The key of a form shown again, so that it still counts once; a new one otherwise.
    public func formFields(for scope: String, key: String? = nil) -> HTML {
        """
        <input type="hidden" name="\(Form.tokenField)" value="\(formToken(for: scope))">\
        <input type="hidden" name="\(Form.keyField)" value="\(key ?? Token.random().text)">
        """
    }
}
