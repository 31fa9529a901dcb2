public import Cooperation
public import Foundation

/// A letter to be written about what is new and fits what a person watches. The words are the post room's.
public struct NewsLetter: Sendable {
    public struct Item: Sendable {
        public var news: AlertNews
        /// Of the new record, as its author wrote it.
        public var title: LocalizedText
        /// Of what it fits: the offer or request watched; nil where that may not stand in a letter.
        public var watched: LocalizedText?
    }

    public var recipient: Filed<Account>
    /// The best fit first.
    public var items: [Item]
    /// So many more stand on her page.
    public var more: Int
    /// The record of the earlier attempt, where there was one.
    public var bulletin: Filed<Bulletin>?
}

/// When people are told of news. Times in seconds.
public struct NewsRules: Sendable {
    /// So long it is waited for more after the first, so that one letter tells of all.
    public var gather: TimeInterval
    /// The least time between two letters to one person.
    public var pause: TimeInterval
    /// What is older is no news any more.
    public var oldest: TimeInterval
    /// Records in one letter.
    public var most: Int
    /// How often it is looked for news.
    public var interval: TimeInterval

    public init(
        gather: TimeInterval = 3600, pause: TimeInterval = 22 * 3600, oldest: TimeInterval = 14 * 86_400,
        most: Int = 10,
        interval: TimeInterval = 600
    ) {
        self.gather = gather
        self.pause = pause
        self.oldest = oldest
        self.most = min(most, Bulletin.mostRecords)
        self.interval = interval
    }
}
