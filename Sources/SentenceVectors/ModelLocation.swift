public import Foundation

/// Where the model file may be. Everything else of the program works without it.
public enum ModelLocation {
    /// The file's name, as `tools/make-model` writes it.
    public static let fileName = "sentence-encoder.bin"

    /// The environment variable that names the folder with the model, or the file itself.
    public static let variable = "BIOBRIDGE_MODEL"

    /// The first model file found: named by the environment, then in the caller's folders in order. Nil where there is none.
    ///
    /// A variable that names nothing readable is not passed over in silence: its path is returned, and opening it fails.
    public static func find(
        in folders: [URL] = [], environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> URL? {
        if let path = environment[variable], !path.isEmpty {
            let named = URL(fileURLWithPath: path)
            let inside = named.appendingPathComponent(fileName)
            return exists(inside) ? inside : named
        }
        return folders.map { $0.appendingPathComponent(fileName) }.first(where: exists)
    }

    private static func exists(_ url: URL) -> Bool {
        FileManager.default.fileExists(atPath: url.path)
    }
}
