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
    }
}
