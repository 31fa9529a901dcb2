import Cooperation
import TextAnalysis
import Vocabulary

/// Our own form of a record: everything a public record has, in all its languages, by the codes of the published lists.
/// `schema` is its grammar.
public struct OwnFormat {
    static let namespace = "urn:biobridge:record:1"
    public static let schemaPath = "/oai/record-1.xsd"

    private let publisher: Publisher

    init(_ publisher: Publisher) { self.publisher = publisher }

    func write(_ record: PublicRecord, _ xml: inout XMLWriter) {
        let attributes: KeyValuePairs<String, String?> = [
            "xmlns": Self.namespace, "xmlns:xsi": OAIProvider.schemaInstance,
            "xsi:schemaLocation": Self.namespace + " " + publisher.address(path: Self.schemaPath),
            "kind": record.kind.rawValue, "id": record.key, "address": publisher.lasting(record.key),
            "revision": String(record.revision), "changed": Moments.seconds(record.changed),
            "type": record.type.isEmpty ? nil : record.type,
        ]
        xml.element("record", attributes) { xml in
            write("title", record.title, &xml)
            write("summary", record.summary, &xml)
            for party in record.parties {
                xml.element("party", ["id": party.key]) { write("name", party.name, &$0) }
            }
            for author in record.authors { xml.element("author", text: author) }
            if !record.publisher.isEmpty { xml.element("publisher", text: record.publisher) }
            if !record.acronym.isEmpty { xml.element("acronym", text: record.acronym) }
            if !record.city.isEmpty { xml.element("city", text: record.city) }
            if record.isEverywhere { xml.empty("everywhere") }
            for country in record.countries { xml.element("country", text: country.description) }
            for subject in record.subjects { xml.element("subject", text: subject.description) }
            for target in record.targets { xml.element("target", text: target.description) }
            for type in record.assistance { xml.element("assistance", text: type.description) }
            for language in record.languages { xml.element("language", text: language.description) }
            if let year = record.year { xml.element("year", text: String(year)) }
            if let issued = record.issued { xml.element("issued", text: issued.description) }
            if let deadline = record.deadline { xml.element("deadline", text: deadline.description) }
            if let starts = record.starts { xml.element("starts", text: starts.description) }
            if let ends = record.ends { xml.element("ends", text: ends.description) }
            if let doi = record.doi { xml.element("doi", text: doi.description) }
            if let ror = record.ror { xml.element("ror", text: ror.description) }
            if !record.rights.isEmpty { xml.element("rights", text: record.rights) }
            for link in record.links {
                xml.element("link", ["href": link.address], text: link.title)
            }
            for key in record.related { xml.element("related", text: key) }
            if let origin = record.origin {
                xml.element("source", ["href": origin.address.isEmpty ? nil : origin.address], text: origin.name)
            }
        }
    }

    private func write(_ name: String, _ text: LocalizedText, _ xml: inout XMLWriter) {
        for language in text.languages {
            guard let version = text.versions[language] else { continue }
            xml.element(name, ["xml:lang": language.code, "origin": version.origin.rawValue], text: version.text)
        }
    }

    /// XML Schema 1.0.
    public static let schema = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="\(namespace)" targetNamespace="\(namespace)"
            elementFormDefault="qualified">
          <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="http://www.w3.org/2001/xml.xsd"/>
          <xs:annotation><xs:documentation xml:lang="en">A public record of a node of Bio-Bridge. Countries are codes of ISO
            3166-1 (and EU), languages of BCP 47, subjects and targets those of the clearing-house of the Convention on
            Biological Diversity; days are of the Gregorian calendar, moments of Greenwich.</xs:documentation></xs:annotation>
          <xs:element name="record">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="title" type="text" maxOccurs="6" minOccurs="0"/>
                <xs:element name="summary" type="text" maxOccurs="6" minOccurs="0"/>
                <xs:element name="party" minOccurs="0" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:sequence><xs:element name="name" type="text" maxOccurs="6" minOccurs="0"/></xs:sequence>
                    <xs:attribute name="id" type="xs:NCName" use="required"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="author" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
                <xs:element name="publisher" type="xs:string" minOccurs="0"/>
                <xs:element name="acronym" type="xs:string" minOccurs="0"/>
                <xs:element name="city" type="xs:string" minOccurs="0"/>
                <xs:element name="everywhere" minOccurs="0"><xs:complexType/></xs:element>
                <xs:element name="country" type="xs:NCName" minOccurs="0" maxOccurs="unbounded"/>
                <xs:element name="subject" type="xs:NCName" minOccurs="0" maxOccurs="unbounded"/>
                <xs:element name="target" type="xs:NCName" minOccurs="0" maxOccurs="unbounded"/>
                <xs:element name="assistance" type="xs:NMTOKEN" minOccurs="0" maxOccurs="unbounded"/>
                <xs:element name="language" type="xs:language" minOccurs="0" maxOccurs="unbounded"/>
                <xs:element name="year" type="xs:integer" minOccurs="0"/>
                <xs:element name="issued" type="xs:date" minOccurs="0"/>
                <xs:element name="deadline" type="xs:date" minOccurs="0"/>
                <xs:element name="starts" type="xs:date" minOccurs="0"/>
                <xs:element name="ends" type="xs:date" minOccurs="0"/>
                <xs:element name="doi" type="xs:string" minOccurs="0"/>
                <xs:element name="ror" type="xs:string" minOccurs="0"/>
                <xs:element name="rights" type="xs:string" minOccurs="0"/>
                <xs:element name="link" type="reference" minOccurs="0" maxOccurs="unbounded"/>
                <xs:element name="related" type="xs:NCName" minOccurs="0" maxOccurs="unbounded"/>
                <xs:element name="source" type="reference" minOccurs="0"/>
              </xs:sequence>
              <xs:attribute name="kind" use="required">
                <xs:simpleType><xs:restriction base="xs:NMTOKEN">
        \(PublicKind.allCases.map { "          <xs:enumeration value=\"\($0.rawValue)\"/>" }.joined(separator: "\n"))
                </xs:restriction></xs:simpleType>
              </xs:attribute>
              <xs:attribute name="id" type="xs:NCName" use="required"/>
              <xs:attribute name="address" type="xs:anyURI" use="required"/>
              <xs:attribute name="revision" type="xs:positiveInteger" use="required"/>
              <xs:attribute name="changed" type="xs:dateTime" use="required"/>
              <xs:attribute name="type" type="xs:string"/>
            </xs:complexType>
          </xs:element>
          <xs:complexType name="text"><xs:simpleContent><xs:extension base="xs:string">
            <xs:attribute ref="xml:lang" use="required"/>
            <xs:attribute name="origin" use="required"><xs:simpleType><xs:restriction base="xs:NMTOKEN">
              <xs:enumeration value="written"/><xs:enumeration value="humanTranslation"/>
              <xs:enumeration value="machineTranslation"/>
            </xs:restriction></xs:simpleType></xs:attribute>
          </xs:extension></xs:simpleContent></xs:complexType>
          <xs:complexType name="reference"><xs:simpleContent><xs:extension base="xs:string">
            <xs:attribute name="href" type="xs:anyURI"/>
          </xs:extension></xs:simpleContent></xs:complexType>
        </xs:schema>

        """
}
