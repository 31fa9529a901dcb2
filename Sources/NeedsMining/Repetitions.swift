/// Puts what is said several times together.
enum Repetitions {
    static func joined(_ needs: [PotentialNeed]) -> [PotentialNeed] {
        var result: [PotentialNeed] = []
        var places: [NeedFingerprint: Int] = [:]
        for need in needs {
            if let place = places[need.id] {
                result[place].passages += need.passages
            } else {
                places[need.id] = result.count
                result.append(need)
            }
        }
        return result
    }
}
