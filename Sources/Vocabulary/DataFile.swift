import Foundation
import VocabularyFiles

/// A compiled-in data file.
struct DataFile {
    let name: String
    let bytes: UnsafeRawPointer?
    let size: UInt

    static var countries: DataFile {
        DataFile(name: "countries", bytes: vocabulary_countries_bytes(), size: vocabulary_countries_size)
    }
    static var countryGroups: DataFile {
        DataFile(name: "country-groups", bytes: vocabulary_country_groups_bytes(), size: vocabulary_country_groups_size)
    }
    static var countryNames: DataFile {
        DataFile(name: "country-names", bytes: vocabulary_country_names_bytes(), size: vocabulary_country_names_size)
    }
    static var places: DataFile {
        DataFile(name: "places", bytes: vocabulary_places_bytes(), size: vocabulary_places_size)
    }
    static var forms: DataFile {
        DataFile(name: "forms", bytes: vocabulary_forms_bytes(), size: vocabulary_forms_size)
    }
    static var subjects: DataFile {
        DataFile(name: "subjects", bytes: vocabulary_subjects_bytes(), size: vocabulary_subjects_size)
    }
    static var targets: DataFile {
        DataFile(name: "targets", bytes: vocabulary_targets_bytes(), size: vocabulary_targets_size)
    }
    static var aims: DataFile {
        DataFile(name: "aims", bytes: vocabulary_aims_bytes(), size: vocabulary_aims_size)
    }
    static var assistanceTypes: DataFile {
        DataFile(
            name: "assistance-types", bytes: vocabulary_assistance_types_bytes(), size: vocabulary_assistance_types_size
        )
    }
    static var definitions: DataFile {
        DataFile(name: "definitions", bytes: vocabulary_definitions_bytes(), size: vocabulary_definitions_size)
    }
    static var needHeadings: DataFile {
        DataFile(name: "need-headings", bytes: vocabulary_need_headings_bytes(), size: vocabulary_need_headings_size)
    }
    static var needs: DataFile {
        DataFile(name: "needs", bytes: vocabulary_needs_bytes(), size: vocabulary_needs_size)
    }
    static var articulationCues: DataFile {
        DataFile(
            name: "articulation-cues", bytes: vocabulary_articulation_cues_bytes(),
            size: vocabulary_articulation_cues_size)
    }
    static var thesaurusNature: DataFile {
        DataFile(
            name: "thesaurus/nature", bytes: vocabulary_thesaurus_nature_bytes(), size: vocabulary_thesaurus_nature_size
        )
    }
    static var thesaurusCooperation: DataFile {
        DataFile(
            name: "thesaurus/cooperation", bytes: vocabulary_thesaurus_cooperation_bytes(),
            size: vocabulary_thesaurus_cooperation_size)
    }

    static var thesaurusEveryday: DataFile {
        DataFile(
            name: "thesaurus/everyday", bytes: vocabulary_thesaurus_everyday_bytes(),
            size: vocabulary_thesaurus_everyday_size)
    }

    func contents() throws -> Data {
        guard let bytes else { throw damaged("no bytes") }
        return Data(bytes: bytes, count: Int(size))
    }

    /// The file as JSON of the given shape.
    func decode<Shape: Decodable>(_ shape: Shape.Type) throws -> Shape {
        do {
            return try JSONDecoder().decode(shape, from: contents())
        } catch let error as VocabularyError {
            throw error
        } catch {
            throw damaged("\(error)")
        }
    }

    func damaged(_ reason: String) -> VocabularyError {
        .damagedList(name: name, reason: reason)
    }
}
