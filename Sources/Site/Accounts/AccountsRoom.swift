/// Everything about a person's own account, and about the people of a country.
enum AccountsRoom {
    static func add(to routes: Routes) {
        JoinPages.add(to: routes)
        LinkPage.add(to: routes)
        CodePage.add(to: routes)
        AccountPage.add(to: routes)
        SecretPages.add(to: routes)
        SecondFactorPage.add(to: routes)
        CountryPeoplePage.add(to: routes)
    }
}
