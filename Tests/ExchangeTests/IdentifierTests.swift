import Cooperation
import Testing

@Suite("Identifiers with check digits")
struct IdentifierTests {
    @Test(
        "a ROR identifier is read bare or as an address",
        arguments: ["05gq02987", "https://ror.org/02mhbdp94", "ror.org/03YRM5C26"])
    func ror(text: String) throws {
        let ror = try #require(RORIdentifier(text))
        #expect(ror.address == "https://ror.org/" + ror.description)
        #expect(RORIdentifier(ror.address) == ror)
    }

    @Test("every single wrong sign of a ROR identifier is noticed")
    func wrongROR() {
        let right = Array("05gq02987")
        let signs = Array("0123456789abcdefghjkmnpqrstvwxyz")
        for place in 1..<right.count {
            for sign in signs where sign != right[place] {
                var wrong = right
                wrong[place] = sign
                #expect(RORIdentifier(String(wrong)) == nil, "\(String(wrong))")
            }
        }
        for text in ["", "05gq0298", "05gq029870", "15gq02987", "05gqo2987", "https://ror.org/"] {
            #expect(RORIdentifier(text) == nil, "\(text)")
        }
    }

    @Test("an ORCID is read with and without hyphens; X stands for ten")
    func orcid() {
        #expect(ORCIDIdentifier("0000-0002-1825-0097")?.description == "0000-0002-1825-0097")
        #expect(ORCIDIdentifier("https://orcid.org/0000-0002-1694-233X")?.description == "0000-0002-1694-233X")
        #expect(ORCIDIdentifier("000000021694233x")?.address == "https://orcid.org/0000-0002-1694-233X")
        for text in ["0000-0002-1825-0098", "0000-0002-1694-2330", "0000-0002-1825-009", "", "abcd"] {
            #expect(ORCIDIdentifier(text) == nil, "\(text)")
        }
    }

    @Test("a DOI is one whatever it is wrapped in")
    func doi() {
        for text in ["10.1000/182", "doi:10.1000/182", "https://doi.org/10.1000/182", "http://dx.doi.org/10.1000/182"] {
            #expect(DOI(text)?.description == "10.1000/182", "\(text)")
        }
        #expect(DOI("10.1016/J.BIOCON.2020.1") == DOI("10.1016/j.biocon.2020.1"))
        for text in ["", "11.1000/182", "10.1000", "10./x", "10.1000/ x", "10.1000/<x>"] {
            #expect(DOI(text) == nil, "\(text)")
        }
    }
}
