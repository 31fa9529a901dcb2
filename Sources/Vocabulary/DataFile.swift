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
