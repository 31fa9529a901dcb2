/// The pages in which people act.
enum WorkPages {
    static func add(to routes: Routes) {
        DraftPage.add(to: routes)
        RequestPage.add(to: routes)
        WorkPage.add(to: routes)
        CountryDeskPage.add(to: routes)
        QueuePage.add(to: routes)
        CasePage.add(to: routes)
        IntroductionPage.add(to: routes)
        ByLetterPage.add(to: routes)
        PromotionPages.add(to: routes)
        FundingPage.add(to: routes)
        EnquiryPages.add(to: routes)
        HistoryPages.add(to: routes)
        SilentPage.add(to: routes)
        WorkloadPage.add(to: routes)
        WordingPages.add(to: routes)
        MergesPage.add(to: routes)
    }
}
