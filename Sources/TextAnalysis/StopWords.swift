/// Words too common to find anything by. Our own lists: function words only, so no subject is ever silenced.
public enum StopWords {
    /// The folded stop words of a language.
    public static func of(_ language: Language) -> Set<String> {
        switch language {
        case .arabic: arabic
        case .chinese: chinese
        case .english: english
        case .french: french
        case .russian: russian
        case .spanish: spanish
        }
    }

    static let ofLatinScript = english.union(french).union(spanish)

    private static func list(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: \.isWhitespace).map { Folding.fold(String($0)) })
    }

    private static let english = list(
        """
        a about above across after again against all also although among an and any are as at be because been before being
        below between both but by can cannot could did do does doing down during each either etc every few for from further
        had has have having he her here hers him his how however i if in into is it its itself just let may me might more
        most much must my neither no nor not of off on once only onto or other our ours out over own per same shall she
        should since so some such than that the their theirs them themselves then there therefore these they this those
        through thus to too toward towards under until up upon us very via was we were what when where whether which while
        who whom whose why will with within without would yet you your yours dont doesnt isnt arent cant wont
        """)

    private static let french = list(
        """
        a à afin ai aient ainsi alors après as au aucun aucune aussi autre autres aux avaient avait avant avec avez avoir avons
        ayant c car ce ceci cela celle celles celui cependant ces cet cette ceux chaque chez ci comme comment contre d dans de
        depuis des dès donc dont du durant elle elles en encore entre es est et étaient était étant etc être eu eux fait fut
        furent ici il ils j je jusque l la là laquelle le lequel les lesquelles lesquels leur leurs lors lorsque lui m ma mais
        me même mêmes mes moi moins mon n ne ni non nos notre nous on ont ou où par parce pas pendant peu peut peuvent plus
        pour pourquoi puis puisque qu quand que quel quelle quelles quels qui quoi s sa sans se selon sera seront ses si sien
        soit son sont sous sur t ta tandis te tel telle telles tels tes toi ton tous tout toute toutes très tu un une vers
        via voici voilà vos votre vous y afin
        """)

    private static let spanish = list(
        """
        a al algo algún alguna algunas alguno algunos ante antes aquel aquella aquellas aquello aquellos aquí así aún aunque
        bajo bien cada como cómo con contra cual cuál cuales cualquier cuando cuándo cuyo cuya cuyos cuyas de del desde donde
        dónde dos durante e el él ella ellas ello ellos en entre era eran es esa esas ese eso esos esta está estaba están
        estas este esto estos etc fue fueron ha haber había habían han hasta hay he la las le les lo los más me mediante mi
        mientras mis mucha muchas mucho muchos muy ni no nos nosotros nuestra nuestras nuestro nuestros o os otra otras otro
        otros para pero poco por porque pues puede pueden que qué quien quién quienes se sea sean según ser será serán si sí
        sido siendo sin sino sobre solo sólo son su sus tal tales también tampoco tan tanto te tener tiene tienen toda todas
        todavía todo todos tras tu tus u un una unas uno unos usted ustedes y ya yo
        """)

    private static let russian = list(
        """
        а без более бы был была были было быть в вам вас весь во вот все всё всего всех вы где да даже для до его ее её если
        есть еще ещё же за здесь и из или им их к как какая какие какой ко когда которая которого которой которое которые
        который которых кто ли либо между меня мне мы на над нам нас не него нее неё нет ни них но ну о об обо однако он она
        они оно от ото очень перед по под после потому при про с сам свои своих свой своего своей своими себя со так также
        такие такой там те тем то того тоже той только том ту ты у уже чего чем через что чтобы эта эти этих это этого этой
        этом этот этим этому эту я
        """)

    private static let arabic = list(
        """
        في من إلى على عن مع هذا هذه ذلك تلك التي الذي الذين اللذين اللتين اللاتي هو هي هم هن أن إن أنه أنها إنه إنها كان كانت
        يكون تكون كما لا لم لن ما ماذا متى أين كيف أو أم ثم قد لقد كل بعض غير بين بعد قبل عند عندما حتى حيث إذا إذ لكن بل منذ
        خلال حول لدى أي أيضا فقط نحو ضد دون سوى مثل له لها لهم به بها بهم فيه فيها فيهم منه منها منهم عليه عليها عليهم إليه
        إليها عنه عنها وفي ومن وإلى وعلى وعن ومع وهذا وهذه وذلك والتي والذي وهو وهي وهم وأن وإن وكان وكانت ولا ولم ولن وما
        أو كذلك وكذلك بما وبما مما لما كلا وقد ولكن هناك هنا هؤلاء أولئك نحن أنا أنت أنتم ليس ليست و
        """)

    private static let chinese = list(
        """
        的 了 和 与 及 或 在 是 有 为 对 从 到 以 于 而 但 也 都 就 不 这 那 其 之 等 被 把 让 向 由 所 并 且 个 我 你 他 她
        它 我们 你们 他们 她们 它们 这个 那个 这些 那些 因为 所以 但是 如果 以及 并且 或者 而且 可以 已经 还 还是 就是 不是
        没有 什么 怎么 如何 以便 为了 关于 对于 由于 通过 进行 其中 其他 一个 一些 一种 各 每 该 此 则 将 会 能 要 又 很 更
        最 吗 呢 吧 啊 着 过 地 得 上 下 中 里 内 时
        """)
}
