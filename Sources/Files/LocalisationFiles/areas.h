// The areas of the message catalogues. A new area is one line here and one file in each of the six folders of
// `messages/` (at first `{}`); a file that is missing stops the build.
#embed FILE(common) END
#embed FILE(home) END
#embed FILE(account) END
#embed FILE(request) END
#embed FILE(position) END
#embed FILE(desk) END
#embed FILE(provider) END
#embed FILE(opportunity) END
#embed FILE(practice) END
#embed FILE(country) END
#embed FILE(search) END
#embed FILE(errors) END
#embed FILE(problems) END
#embed FILE(mail) END
#embed FILE(nav) END
#embed FILE(done) END
#embed FILE(hub) END
#embed FILE(figures) END
#embed FILE(about) END
#embed FILE(work) END
#embed FILE(record) END
#embed FILE(reason) END
#embed FILE(state) END
#embed FILE(components) END
#embed FILE(fit) END
#embed FILE(gaps) END
