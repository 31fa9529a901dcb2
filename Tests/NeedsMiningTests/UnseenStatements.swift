import TextAnalysis
import Vocabulary

/// Statements of our own, in the manner of national plans: thirty needs and thirty others, each in six languages. Nothing is
/// learned from them. `a` and `b` were written before the cues and weights of decision 80, which were mended with their mistakes
/// in view; `c` and `d` after them, and were judged once.
struct UnseenStatement {
    var meaning: String
    var isNeed: Bool
    var kind: NeedKind?
    var language: Language
    var text: String

    static let all: [UnseenStatement] = table.split(separator: "\n").map { line in
        let cells = line.split(separator: "\t").map(String.init)
        guard cells.count == 5, let language = Language(rawValue: cells[3]) else {
            preconditionFailure("unseen statement: \(line)")
        }
        return UnseenStatement(
            meaning: cells[0], isNeed: cells[1] == "need", kind: NeedKind(rawValue: cells[2]), language: language,
            text: cells[4])
    }

    private static let table = """
        a01	need	technology	en	Most protected areas operate without GPS units, radios or vehicles suited to the terrain.
        a01	need	technology	fr	La plupart des aires protégées fonctionnent sans GPS, sans radios et sans véhicules adaptés au terrain.
        a01	need	technology	es	La mayoría de las áreas protegidas operan sin equipos de GPS, radios ni vehículos adecuados para el terreno.
        a01	need	technology	ru	Большинство охраняемых территорий работает без навигаторов, радиостанций и вездеходного транспорта.
        a01	need	technology	ar	تعمل معظم المناطق المحمية بدون أجهزة تحديد المواقع أو أجهزة اتصال لاسلكية أو مركبات ملائمة لطبيعة الأرض.
        a01	need	technology	zh	大多数保护区缺少定位仪、对讲机和适合当地地形的车辆。
        a02	need	technology	en	Modern molecular tools for detecting invasive species remain out of reach for national laboratories.
        a02	need	technology	fr	Les outils moléculaires modernes de détection des espèces envahissantes restent hors de portée des laboratoires nationaux.
        a02	need	technology	es	Las herramientas moleculares modernas para detectar especies invasoras siguen fuera del alcance de los laboratorios nacionales.
        a02	need	technology	ru	Современные молекулярные методы выявления инвазивных видов остаются недоступными для национальных лабораторий.
        a02	need	technology	ar	لا تزال الأدوات الجزيئية الحديثة للكشف عن الأنواع الغازية بعيدة عن متناول المختبرات الوطنية.
        a02	need	technology	zh	国内实验室仍无法使用现代分子技术检测外来入侵物种。
        a03	need	capacity	en	There is a shortage of qualified personnel for managing marine protected areas, particularly at the provincial level.
        a03	need	capacity	fr	On constate une pénurie de personnel qualifié pour la gestion des aires marines protégées, en particulier au niveau provincial.
        a03	need	capacity	es	Existe un déficit de personal calificado para la gestión de las áreas marinas protegidas, sobre todo en las provincias.
        a03	need	capacity	ru	Наблюдается дефицит квалифицированных кадров для управления морскими охраняемыми районами, особенно в провинциях.
        a03	need	capacity	ar	هناك نقص في الكوادر المؤهلة لإدارة المناطق البحرية المحمية، ولا سيما على مستوى المحافظات.
        a03	need	capacity	zh	海洋保护区管理方面的合格人员短缺，省一级尤为突出。
        a04	need	capacity	en	Training programmes for local authorities on integrating biodiversity into land-use planning need to be developed.
        a04	need	capacity	fr	Il importe de mettre en place, à l'intention des collectivités territoriales, des programmes de formation à l'intégration de la biodiversité dans l'aménagement du territoire.
        a04	need	capacity	es	Es menester diseñar programas de capacitación para que los gobiernos locales integren la biodiversidad en el ordenamiento territorial.
        a04	need	capacity	ru	Для органов местного самоуправления необходимо разработать программы обучения по учёту биоразнообразия при планировании землепользования.
        a04	need	capacity	ar	من الضروري إعداد برامج تدريبية للسلطات المحلية حول دمج التنوع البيولوجي في تخطيط استخدام الأراضي.
        a04	need	capacity	zh	有必要为地方主管部门制定将生物多样性纳入土地利用规划的培训方案。
        a05	need	capacity	en	Negotiators in charge of access and benefit-sharing have little experience in drafting mutually agreed terms.
        a05	need	capacity	fr	Les négociateurs chargés de l'accès et du partage des avantages ont peu d'expérience dans la rédaction de conditions convenues d'un commun accord.
        a05	need	capacity	es	Los negociadores encargados del acceso y la participación en los beneficios tienen poca experiencia en redactar condiciones mutuamente acordadas.
        a05	need	capacity	ru	У переговорщиков по вопросам доступа и совместного использования выгод мало опыта в составлении взаимосогласованных условий.
        a05	need	capacity	ar	لا يملك المفاوضون المعنيون بالحصول وتقاسم المنافع خبرة كافية في صياغة الشروط المتفق عليها بصورة متبادلة.
        a05	need	capacity	zh	负责获取和惠益分享的谈判人员在起草共同商定条件方面经验很少。
        a06	need	finance	en	Implementation of the strategy depends on external resources, as the national budget covers only 18 per cent of the estimated cost.
        a06	need	finance	fr	La mise en œuvre de la stratégie dépend de la mobilisation de ressources extérieures, le budget de l'État ne couvrant que 18 % du coût estimé.
        a06	need	finance	es	La ejecución de la estrategia depende de recursos externos, ya que el presupuesto nacional cubre apenas el 18 % del costo estimado.
        a06	need	finance	ru	Осуществление стратегии зависит от внешних ресурсов, так как государственный бюджет покрывает лишь 18 % расчётной стоимости.
        a06	need	finance	ar	يتوقف تنفيذ الاستراتيجية على تعبئة موارد خارجية، إذ لا تغطي الموازنة العامة سوى 18 في المائة من التكلفة التقديرية.
        a06	need	finance	zh	战略的实施有赖于外部资源，国家预算仅能满足估算费用的18%。
        a07	need	finance	en	The lack of sustainable financing mechanisms jeopardizes the continuity of conservation programmes.
        a07	need	finance	fr	L'absence de mécanismes de financement durable compromet la continuité des programmes de conservation.
        a07	need	finance	es	La ausencia de mecanismos de financiamiento sostenible pone en riesgo la continuidad de los programas de conservación.
        a07	need	finance	ru	Отсутствие механизмов устойчивого финансирования ставит под угрозу продолжение природоохранных программ.
        a07	need	finance	ar	يهدد غياب آليات التمويل المستدام استمرارية برامج الصون.
        a07	need	finance	zh	由于缺乏可持续的筹资机制，保护项目难以为继。
        a08	need	information	en	Data on the distribution of threatened species are fragmentary and not accessible to decision makers.
        a08	need	information	fr	Les données sur la répartition des espèces menacées sont parcellaires et peu accessibles aux décideurs.
        a08	need	information	es	Los datos sobre la distribución de las especies amenazadas son fragmentarios y no están al alcance de los responsables de las decisiones.
        a08	need	information	ru	Данные о распространении угрожаемых видов отрывочны и недоступны лицам, принимающим решения.
        a08	need	information	ar	البيانات المتعلقة بتوزيع الأنواع المهددة مجزأة ولا يستطيع صناع القرار الوصول إليها.
        a08	need	information	zh	受威胁物种分布数据零散，决策者难以获取。
        a09	need	information	en	A national clearing-house mechanism has yet to be set up so that institutions can share their data.
        a09	need	information	fr	Il reste à créer un centre d'échange national permettant aux institutions de partager leurs données.
        a09	need	information	es	Aún está pendiente la creación de un mecanismo nacional de intercambio de información para que las instituciones compartan sus datos.
        a09	need	information	ru	Национальный механизм обмена информацией, позволяющий учреждениям делиться данными, ещё предстоит создать.
        a09	need	information	ar	لم تُنشأ بعد آلية وطنية لتبادل المعلومات تتيح للمؤسسات تقاسم بياناتها.
        a09	need	information	zh	国家信息交换所尚未建立，各机构的数据无法共享。
        a10	need	information	en	Low public awareness of the value of biodiversity is one of the reasons for its continued degradation.
        a10	need	information	fr	La faible sensibilisation de la population à la valeur de la biodiversité est l'une des causes de sa dégradation.
        a10	need	information	es	El bajo nivel de conciencia de la población sobre el valor de la biodiversidad es una de las causas de su degradación.
        a10	need	information	ru	Низкая осведомлённость населения о ценности биоразнообразия является одной из причин его деградации.
        a10	need	information	ar	يعد تدني الوعي العام بقيمة التنوع البيولوجي أحد أسباب استمرار تدهوره.
        a10	need	information	zh	公众对生物多样性价值的认识不高，是其持续退化的原因之一。
        a11	need	institutional	en	Overlapping mandates among ministries and poor enforcement of environmental laws undermine the protection of wetlands.
        a11	need	institutional	fr	Le chevauchement des compétences entre ministères et la faible application des lois environnementales fragilisent la protection des zones humides.
        a11	need	institutional	es	La superposición de competencias entre ministerios y la débil aplicación de las leyes ambientales socavan la protección de los humedales.
        a11	need	institutional	ru	Дублирование полномочий министерств и слабое исполнение природоохранных законов подрывают охрану водно-болотных угодий.
        a11	need	institutional	ar	يؤدي تداخل الاختصاصات بين الوزارات وضعف تطبيق القوانين البيئية إلى إضعاف حماية الأراضي الرطبة.
        a11	need	institutional	zh	部委职责重叠、环境执法不力，削弱了对湿地的保护。
        a12	need	institutional	en	The legal framework on biosafety should be completed and brought into line with the Cartagena Protocol.
        a12	need	institutional	fr	Le cadre juridique relatif à la biosécurité devrait être complété et mis en conformité avec le Protocole de Cartagena.
        a12	need	institutional	es	El marco jurídico de la seguridad de la biotecnología debería completarse y armonizarse con el Protocolo de Cartagena.
        a12	need	institutional	ru	Правовую базу по биобезопасности следует доработать и привести в соответствие с Картахенским протоколом.
        a12	need	institutional	ar	ينبغي استكمال الإطار القانوني للسلامة الأحيائية ومواءمته مع بروتوكول قرطاجنة.
        a12	need	institutional	zh	生物安全法律框架有待完善，并应与《卡塔赫纳议定书》接轨。
        a13	need	research	en	It is necessary to carry out in-depth studies on the impact of pesticides on pollinators.
        a13	need	research	fr	Il est nécessaire de mener des études approfondies sur l'impact des pesticides sur les pollinisateurs.
        a13	need	research	es	Es necesario realizar estudios exhaustivos sobre el impacto de los plaguicidas en los polinizadores.
        a13	need	research	ru	Необходимо провести углублённые исследования воздействия пестицидов на опылителей.
        a13	need	research	ar	ثمة حاجة ماسة إلى إجراء دراسات معمقة عن تأثير المبيدات على الملقحات.
        a13	need	research	zh	需要就农药对传粉昆虫的影响开展深入研究。
        a14	need	barrier	en	Insecurity in the border regions prevents monitoring teams from carrying out field missions.
        a14	need	barrier	fr	L'insécurité dans les régions frontalières empêche les équipes de suivi d'effectuer des missions de terrain.
        a14	need	barrier	es	La inseguridad en las zonas fronterizas impide que los equipos de seguimiento realicen misiones de campo.
        a14	need	barrier	ru	Небезопасная обстановка в приграничных районах не позволяет группам мониторинга выезжать на места.
        a14	need	barrier	ar	تحول الأوضاع الأمنية في المناطق الحدودية دون قيام فرق الرصد بالزيارات الميدانية.
        a14	need	barrier	zh	边境地区局势不安全，监测队伍无法开展实地工作。
        a15	need	barrier	en	The main constraints met in implementing the previous plan were the turnover of staff and the absence of political will.
        a15	need	barrier	fr	Les principales contraintes rencontrées lors de l'exécution du plan précédent ont été la rotation du personnel et le manque de volonté politique.
        a15	need	barrier	es	Las principales limitaciones en la ejecución del plan anterior fueron la rotación de personal y la falta de voluntad política.
        a15	need	barrier	ru	Главными трудностями при выполнении предыдущего плана были текучесть кадров и отсутствие политической воли.
        a15	need	barrier	ar	من أبرز المعوقات التي واجهت تنفيذ الخطة السابقة كثرة تنقل الموظفين وغياب الإرادة السياسية.
        a15	need	barrier	zh	上一期计划执行中的主要制约因素是人员流动频繁和缺乏政治意愿。
        b01	other	-	en	The country is a Party to the Cartagena Protocol and ratified the Nagoya Protocol in 2014.
        b01	other	-	fr	Le pays est Partie au Protocole de Cartagena et a ratifié le Protocole de Nagoya en 2014.
        b01	other	-	es	El país es Parte en el Protocolo de Cartagena y ratificó el Protocolo de Nagoya en 2014.
        b01	other	-	ru	Страна является Стороной Картахенского протокола и в 2014 году ратифицировала Нагойский протокол.
        b01	other	-	ar	الدولة طرف في بروتوكول قرطاجنة وصدقت على بروتوكول ناغويا في عام 2014.
        b01	other	-	zh	我国是《卡塔赫纳议定书》缔约方，并于2014年批准了《名古屋议定书》。
        b02	other	-	en	The national territory covers 475,440 km2 and is divided into ten administrative regions.
        b02	other	-	fr	Le territoire national couvre 475 440 km2 et se divise en dix régions administratives.
        b02	other	-	es	El territorio nacional tiene una superficie de 475.440 km2 y se divide en diez regiones administrativas.
        b02	other	-	ru	Территория страны занимает 475 440 кв. км и делится на десять административных регионов.
        b02	other	-	ar	تبلغ مساحة البلاد 475440 كيلومترا مربعا وتنقسم إلى عشر مناطق إدارية.
        b02	other	-	zh	国土面积47.5万平方公里，分为十个行政区。
        b03	other	-	en	By 2030, at least 30 per cent of terrestrial and marine areas will be effectively conserved.
        b03	other	-	fr	D'ici à 2030, au moins 30 % des zones terrestres et marines seront conservées de manière efficace.
        b03	other	-	es	Para 2030, al menos el 30 % de las zonas terrestres y marinas se conservarán de manera eficaz.
        b03	other	-	ru	К 2030 году не менее 30 % наземных и морских районов будут эффективно сохраняться.
        b03	other	-	ar	بحلول عام 2030، سيجري حفظ 30 في المائة على الأقل من المناطق البرية والبحرية حفظا فعالا.
        b03	other	-	zh	到2030年，至少30%的陆地和海洋区域得到有效保护。
        b04	other	-	en	This chapter describes the state of forest ecosystems and the pressures they are under.
        b04	other	-	fr	Ce chapitre décrit l'état des écosystèmes forestiers et les pressions qu'ils subissent.
        b04	other	-	es	En este capítulo se describe el estado de los ecosistemas forestales y las presiones a las que están sometidos.
        b04	other	-	ru	В настоящей главе описано состояние лесных экосистем и испытываемые ими нагрузки.
        b04	other	-	ar	يتناول هذا الفصل حالة النظم الإيكولوجية للغابات والضغوط التي تتعرض لها.
        b04	other	-	zh	本章介绍森林生态系统的现状及其面临的压力。
        b05	other	-	en	The Ministry of Environment coordinates the implementation of the Convention at the national level.
        b05	other	-	fr	Le ministère de l'Environnement assure la coordination de la mise en œuvre de la Convention au niveau national.
        b05	other	-	es	El Ministerio del Ambiente coordina la aplicación del Convenio a nivel nacional.
        b05	other	-	ru	Министерство окружающей среды координирует осуществление Конвенции на национальном уровне.
        b05	other	-	ar	تتولى وزارة البيئة تنسيق تنفيذ الاتفاقية على المستوى الوطني.
        b05	other	-	zh	生态环境部门负责在国家一级协调《公约》的履行工作。
        b06	other	-	en	The forest area decreased by 2.3 per cent between 2010 and 2020 as a result of agricultural expansion.
        b06	other	-	fr	La superficie forestière a diminué de 2,3 % entre 2010 et 2020 sous l'effet de l'expansion agricole.
        b06	other	-	es	La superficie forestal disminuyó un 2,3 % entre 2010 y 2020 a causa de la expansión agrícola.
        b06	other	-	ru	Площадь лесов сократилась на 2,3 % с 2010 по 2020 год вследствие расширения сельскохозяйственных земель.
        b06	other	-	ar	انخفضت مساحة الغابات بنسبة 2.3 في المائة بين عامي 2010 و2020 نتيجة التوسع الزراعي.
        b06	other	-	zh	受农业扩张影响，2010年至2020年森林面积减少了2.3%。
        b07	other	-	en	Some 320 rangers were trained between 2018 and 2022 with support from the Global Environment Facility.
        b07	other	-	fr	Quelque 320 écogardes ont été formés entre 2018 et 2022 avec l'appui du Fonds pour l'environnement mondial.
        b07	other	-	es	Unos 320 guardaparques fueron capacitados entre 2018 y 2022 con apoyo del Fondo para el Medio Ambiente Mundial.
        b07	other	-	ru	С 2018 по 2022 год при поддержке Глобального экологического фонда прошли обучение около 320 инспекторов.
        b07	other	-	ar	تلقى نحو 320 حارسا تدريبا بين عامي 2018 و2022 بدعم من مرفق البيئة العالمية.
        b07	other	-	zh	在全球环境基金支持下，2018年至2022年共培训了约320名巡护员。
        b08	other	-	en	A monitoring system for coral reefs has been running at four sites since 2015.
        b08	other	-	fr	Un système de suivi des récifs coralliens fonctionne depuis 2015 sur quatre sites.
        b08	other	-	es	Desde 2015 funciona un sistema de seguimiento de los arrecifes de coral en cuatro sitios.
        b08	other	-	ru	С 2015 года на четырёх участках действует система мониторинга коралловых рифов.
        b08	other	-	ar	يعمل نظام لرصد الشعاب المرجانية في أربعة مواقع منذ عام 2015.
        b08	other	-	zh	自2015年起，珊瑚礁监测系统在四个站点投入运行。
        b09	other	-	en	Mangroves protect the coast from storms and serve as nurseries for fish.
        b09	other	-	fr	Les mangroves protègent le littoral des tempêtes et servent de nourriceries aux poissons.
        b09	other	-	es	Los manglares protegen la costa de las tormentas y sirven de criadero para los peces.
        b09	other	-	ru	Мангровые заросли защищают берег от штормов и служат местом нагула молоди рыб.
        b09	other	-	ar	تحمي أشجار المانغروف السواحل من العواصف وتشكل مواقع حضانة للأسماك.
        b09	other	-	zh	红树林保护海岸免受风暴侵袭，也是鱼类的育幼场。
        b10	other	-	en	The law on protected areas sets penalties for illegal hunting.
        b10	other	-	fr	La loi sur les aires protégées fixe les sanctions applicables à la chasse illégale.
        b10	other	-	es	La ley de áreas protegidas establece sanciones para la caza ilegal.
        b10	other	-	ru	Закон об охраняемых территориях устанавливает наказания за незаконную охоту.
        b10	other	-	ar	يحدد قانون المناطق المحمية العقوبات على الصيد غير المشروع.
        b10	other	-	zh	《自然保护区法》规定了对非法狩猎的处罚。
        b11	other	-	en	Tourism contributed 6.4 per cent of gross domestic product in 2019.
        b11	other	-	fr	Le tourisme a contribué à hauteur de 6,4 % au produit intérieur brut en 2019.
        b11	other	-	es	El turismo aportó el 6,4 % del producto interno bruto en 2019.
        b11	other	-	ru	В 2019 году на туризм приходилось 6,4 % валового внутреннего продукта.
        b11	other	-	ar	أسهمت السياحة بنسبة 6.4 في المائة من الناتج المحلي الإجمالي في عام 2019.
        b11	other	-	zh	2019年旅游业占国内生产总值的6.4%。
        b12	other	-	en	The strategy was prepared through a participatory process involving 240 representatives of civil society.
        b12	other	-	fr	La stratégie a été élaborée selon une démarche participative associant 240 représentants de la société civile.
        b12	other	-	es	La estrategia se elaboró mediante un proceso participativo con 240 representantes de la sociedad civil.
        b12	other	-	ru	Стратегия подготовлена при участии 240 представителей гражданского общества.
        b12	other	-	ar	أُعدت الاستراتيجية من خلال عملية تشاركية ضمت 240 ممثلا للمجتمع المدني.
        b12	other	-	zh	本战略通过参与式进程编制，240名民间社会代表参与其中。
        b13	other	-	en	Local communities collect honey, medicinal plants and firewood in the buffer zone.
        b13	other	-	fr	Les communautés locales récoltent du miel, des plantes médicinales et du bois de feu dans la zone tampon.
        b13	other	-	es	Las comunidades locales recolectan miel, plantas medicinales y leña en la zona de amortiguamiento.
        b13	other	-	ru	Местные общины собирают в буферной зоне мёд, лекарственные растения и дрова.
        b13	other	-	ar	تجمع المجتمعات المحلية العسل والنباتات الطبية والحطب في المنطقة العازلة.
        b13	other	-	zh	当地社区在缓冲区内采集蜂蜜、药用植物和薪柴。
        b14	other	-	en	The budget of the programme amounted to 4.2 million dollars, 90 per cent of which was spent.
        b14	other	-	fr	Le budget du programme s'est élevé à 4,2 millions de dollars, dont 90 % ont été dépensés.
        b14	other	-	es	El presupuesto del programa ascendió a 4,2 millones de dólares, de los cuales se ejecutó el 90 %.
        b14	other	-	ru	Бюджет программы составил 4,2 млн долларов, из которых израсходовано 90 %.
        b14	other	-	ar	بلغت ميزانية البرنامج 4.2 مليون دولار أُنفق منها 90 في المائة.
        b14	other	-	zh	该项目预算为420万美元，已支出90%。
        b15	other	-	en	The national herbarium holds 80,000 specimens, and its database is open to researchers.
        b15	other	-	fr	L'herbier national conserve 80 000 spécimens et sa base de données est ouverte aux chercheurs.
        b15	other	-	es	El herbario nacional alberga 80.000 ejemplares y su base de datos está abierta a los investigadores.
        b15	other	-	ru	В национальном гербарии хранится 80 000 образцов, его база данных открыта для исследователей.
        b15	other	-	ar	تضم المعشبة الوطنية 80 ألف عينة، وقاعدة بياناتها متاحة للباحثين.
        b15	other	-	zh	国家标本馆藏有8万份标本，其数据库对研究人员开放。
        c01	need	technology	en	Laboratory infrastructure for testing genetically modified organisms is rudimentary, and reagents have to be imported.
        c01	need	technology	fr	L'infrastructure de laboratoire pour l'analyse des organismes génétiquement modifiés est rudimentaire et les réactifs doivent être importés.
        c01	need	technology	es	La infraestructura de laboratorio para analizar organismos genéticamente modificados es rudimentaria y los reactivos deben importarse.
        c01	need	technology	ru	Лабораторная база для анализа генетически изменённых организмов примитивна, реактивы приходится ввозить из-за рубежа.
        c01	need	technology	ar	البنية التحتية للمختبرات اللازمة لفحص الكائنات المحورة وراثيا بدائية، ويتم استيراد الكواشف من الخارج.
        c01	need	technology	zh	转基因生物检测的实验室条件简陋，试剂依靠进口。
        c02	need	technology	en	The ministry intends to purchase an early warning system for forest fires once funds become available.
        c02	need	technology	fr	L'acquisition d'un système d'alerte précoce aux feux de forêt constitue un besoin pressant du ministère.
        c02	need	technology	es	El ministerio necesita adquirir un sistema de alerta temprana de incendios forestales.
        c02	need	technology	ru	Министерству нужна система раннего предупреждения о лесных пожарах.
        c02	need	technology	ar	تبرز الحاجة إلى نظام للإنذار المبكر بحرائق الغابات لدى الوزارة.
        c02	need	technology	zh	林业主管部门急需建立森林火灾预警系统。
        c03	need	capacity	en	The number of taxonomists is dwindling, and young graduates are not attracted to the profession.
        c03	need	capacity	fr	Le nombre de taxonomistes diminue et la relève n'est pas assurée.
        c03	need	capacity	es	El número de taxónomos disminuye y no hay relevo generacional.
        c03	need	capacity	ru	Число систематиков сокращается, молодые выпускники не идут в профессию.
        c03	need	capacity	ar	يتناقص عدد علماء التصنيف ولا يقبل الخريجون الشباب على هذه المهنة.
        c03	need	capacity	zh	分类学家人数日益减少，后继乏人。
        c04	need	capacity	en	Border inspection staff are unfamiliar with the provisions of CITES.
        c04	need	capacity	fr	Les agents des postes frontières maîtrisent mal les dispositions de la CITES.
        c04	need	capacity	es	El personal de los puestos fronterizos desconoce las disposiciones de la CITES.
        c04	need	capacity	ru	Сотрудники пограничных пунктов плохо знакомы с положениями СИТЕС.
        c04	need	capacity	ar	لا يلم موظفو المنافذ الحدودية بأحكام اتفاقية التجارة الدولية بالأنواع المهددة بالانقراض.
        c04	need	capacity	zh	口岸检查人员不熟悉《濒危野生动植物种国际贸易公约》的规定。
        c05	need	capacity	en	Institutional and individual capacities for mainstreaming gender in conservation need reinforcement.
        c05	need	capacity	fr	Les capacités institutionnelles et individuelles en matière de prise en compte du genre dans la conservation sont à renforcer.
        c05	need	capacity	es	Es preciso reforzar las capacidades institucionales e individuales para incorporar la perspectiva de género en la conservación.
        c05	need	capacity	ru	Требуется укрепить институциональный и кадровый потенциал для учёта гендерных аспектов в охране природы.
        c05	need	capacity	ar	يتعين تعزيز القدرات المؤسسية والفردية لإدماج المنظور الجنساني في أعمال الصون.
        c05	need	capacity	zh	在保护工作中纳入性别平等视角的机构和个人能力有待加强。
        c06	need	finance	en	State funding for biodiversity has stagnated since 2012 and does not meet the requirements of the strategy.
        c06	need	finance	fr	Les crédits publics consacrés à la biodiversité stagnent depuis 2012 et ne répondent pas aux exigences de la stratégie.
        c06	need	finance	es	El gasto público en biodiversidad está estancado desde 2012 y no responde a las exigencias de la estrategia.
        c06	need	finance	ru	Государственное финансирование биоразнообразия не растёт с 2012 года и не отвечает требованиям стратегии.
        c06	need	finance	ar	ظل الإنفاق الحكومي على التنوع البيولوجي جامدا منذ عام 2012 ولا يفي بمتطلبات الاستراتيجية.
        c06	need	finance	zh	2012年以来国家对生物多样性的投入停滞不前，满足不了战略的要求。
        c07	need	finance	en	Additional and predictable financial resources from developed country Parties are indispensable for reaching the targets.
        c07	need	finance	fr	Des ressources financières additionnelles et prévisibles des pays développés Parties sont indispensables pour atteindre les objectifs.
        c07	need	finance	es	Para alcanzar las metas son indispensables recursos financieros adicionales y previsibles de los países desarrollados.
        c07	need	finance	ru	Для достижения целей необходимы дополнительные и предсказуемые финансовые ресурсы развитых стран.
        c07	need	finance	ar	لا غنى عن موارد مالية إضافية يمكن التنبؤ بها من البلدان المتقدمة لبلوغ الغايات.
        c07	need	finance	zh	实现各项目标离不开发达国家缔约方提供的额外、可预测的资金。
        c08	need	information	en	Baseline information on groundwater ecosystems is absent in most provinces.
        c08	need	information	fr	Les données de référence sur les écosystèmes souterrains font défaut dans la plupart des provinces.
        c08	need	information	es	En la mayoría de las provincias no se dispone de información de base sobre los ecosistemas subterráneos.
        c08	need	information	ru	В большинстве провинций отсутствуют исходные сведения об экосистемах подземных вод.
        c08	need	information	ar	تنعدم المعلومات الأساسية عن النظم الإيكولوجية للمياه الجوفية في معظم المحافظات.
        c08	need	information	zh	多数省份没有地下水生态系统的本底资料。
        c09	need	information	en	Traditional knowledge is disappearing with the elders, as it has not been documented.
        c09	need	information	fr	Les savoirs traditionnels disparaissent avec les anciens faute d'avoir été consignés.
        c09	need	information	es	Los conocimientos tradicionales desaparecen con los ancianos porque no han sido documentados.
        c09	need	information	ru	Традиционные знания исчезают вместе со старшим поколением, поскольку не были записаны.
        c09	need	information	ar	تندثر المعارف التقليدية برحيل كبار السن لأنها لم توثق.
        c09	need	information	zh	传统知识未经记录，正随着老一辈人的离去而消失。
        c10	need	information	en	Decision makers and the media should be better informed about ecosystem services.
        c10	need	information	fr	Les décideurs et les médias devraient être mieux informés des services écosystémiques.
        c10	need	information	es	Los responsables de las decisiones y los medios de comunicación deberían estar mejor informados sobre los servicios de los ecosistemas.
        c10	need	information	ru	Лица, принимающие решения, и СМИ должны быть лучше осведомлены об экосистемных услугах.
        c10	need	information	ar	من الضروري زيادة إطلاع صناع القرار ووسائل الإعلام على خدمات النظم الإيكولوجية.
        c10	need	information	zh	应提高决策者和媒体对生态系统服务的认识。
        c11	need	institutional	en	There is no inter-ministerial committee to steer the implementation of the Nagoya Protocol.
        c11	need	institutional	fr	Il n'existe pas de comité interministériel chargé de piloter l'application du Protocole de Nagoya.
        c11	need	institutional	es	No existe un comité interministerial que oriente la aplicación del Protocolo de Nagoya.
        c11	need	institutional	ru	Межведомственный комитет по осуществлению Нагойского протокола отсутствует.
        c11	need	institutional	ar	لا توجد لجنة وزارية مشتركة للإشراف على تنفيذ بروتوكول ناغويا.
        c11	need	institutional	zh	尚未成立推动《名古屋议定书》实施的部际委员会。
        c12	need	institutional	en	Current legislation does not cover the marine genetic resources of the exclusive economic zone.
        c12	need	institutional	fr	La législation en vigueur ne prend pas en compte les ressources génétiques marines de la zone économique exclusive.
        c12	need	institutional	es	La legislación vigente no contempla los recursos genéticos marinos de la zona económica exclusiva.
        c12	need	institutional	ru	Действующее законодательство не распространяется на морские генетические ресурсы исключительной экономической зоны.
        c12	need	institutional	ar	لا تشمل التشريعات السارية الموارد الجينية البحرية في المنطقة الاقتصادية الخالصة.
        c12	need	institutional	zh	现行法律未涵盖专属经济区的海洋遗传资源。
        c13	need	research	en	Knowledge of the ecology of migratory bats is poor, and targeted research programmes should be launched.
        c13	need	research	fr	L'écologie des chauves-souris migratrices est mal connue et des programmes de recherche ciblés devraient être lancés.
        c13	need	research	es	Se sabe poco de la ecología de los murciélagos migratorios y convendría poner en marcha programas de investigación específicos.
        c13	need	research	ru	Экология перелётных рукокрылых изучена слабо, следует начать целевые исследовательские программы.
        c13	need	research	ar	المعرفة بإيكولوجيا الخفافيش المهاجرة ضئيلة وينبغي إطلاق برامج بحثية موجهة.
        c13	need	research	zh	对迁徙蝙蝠生态的了解甚少，应启动专项研究。
        c14	need	barrier	en	Difficult access to remote mountain areas limits the frequency of surveys.
        c14	need	barrier	fr	L'accès difficile aux zones de montagne reculées limite la fréquence des relevés.
        c14	need	barrier	es	El difícil acceso a las zonas montañosas remotas limita la frecuencia de los muestreos.
        c14	need	barrier	ru	Труднодоступность горных районов ограничивает частоту обследований.
        c14	need	barrier	ar	تحد صعوبة الوصول إلى المناطق الجبلية النائية من تواتر المسوح.
        c14	need	barrier	zh	偏远山区交通不便，限制了调查频次。
        c15	need	barrier	en	Progress was held back by political instability and by the economic sanctions.
        c15	need	barrier	fr	L'instabilité politique et les sanctions économiques ont freiné les progrès.
        c15	need	barrier	es	La inestabilidad política y las sanciones económicas frenaron los avances.
        c15	need	barrier	ru	Прогресс сдерживали политическая нестабильность и экономические санкции.
        c15	need	barrier	ar	أعاق عدم الاستقرار السياسي والعقوبات الاقتصادية إحراز التقدم.
        c15	need	barrier	zh	政治动荡和经济制裁阻碍了工作进展。
        d01	other	-	en	The fifth national report was submitted to the Secretariat in March 2014.
        d01	other	-	fr	Le cinquième rapport national a été transmis au Secrétariat en mars 2014.
        d01	other	-	es	El quinto informe nacional se presentó a la Secretaría en marzo de 2014.
        d01	other	-	ru	Пятый национальный доклад был представлен в Секретариат в марте 2014 года.
        d01	other	-	ar	قُدم التقرير الوطني الخامس إلى الأمانة في مارس 2014.
        d01	other	-	zh	第五次国家报告已于2014年3月提交秘书处。
        d02	other	-	en	The flora includes 3,210 vascular plants, of which 214 are endemic.
        d02	other	-	fr	La flore compte 3 210 plantes vasculaires, dont 214 endémiques.
        d02	other	-	es	La flora comprende 3.210 plantas vasculares, de las cuales 214 son endémicas.
        d02	other	-	ru	Флора насчитывает 3210 видов сосудистых растений, из них 214 эндемичны.
        d02	other	-	ar	تضم النباتات 3210 أنواع من النباتات الوعائية، منها 214 نوعا متوطنا.
        d02	other	-	zh	维管植物共3210种，其中特有种214种。
        d03	other	-	en	The vision of the strategy is a society living in harmony with nature by 2050.
        d03	other	-	fr	La vision de la stratégie est celle d'une société vivant en harmonie avec la nature d'ici à 2050.
        d03	other	-	es	La visión de la estrategia es una sociedad que viva en armonía con la naturaleza para 2050.
        d03	other	-	ru	Видение стратегии — общество, живущее к 2050 году в гармонии с природой.
        d03	other	-	ar	تتمثل رؤية الاستراتيجية في مجتمع يعيش في وئام مع الطبيعة بحلول عام 2050.
        d03	other	-	zh	战略愿景是到2050年建成与自然和谐共生的社会。
        d04	other	-	en	Table 3 lists the indicators, the responsible institutions and the sources of data.
        d04	other	-	fr	Le tableau 3 énumère les indicateurs, les institutions responsables et les sources de données.
        d04	other	-	es	En el cuadro 3 figuran los indicadores, las instituciones responsables y las fuentes de datos.
        d04	other	-	ru	В таблице 3 перечислены показатели, ответственные учреждения и источники данных.
        d04	other	-	ar	يورد الجدول 3 المؤشرات والمؤسسات المسؤولة ومصادر البيانات.
        d04	other	-	zh	表3列出了各项指标、负责机构和数据来源。
        d05	other	-	en	The Forest Research Institute conducts trials with drought-tolerant tree species.
        d05	other	-	fr	L'Institut de recherche forestière conduit des essais avec des essences tolérant la sécheresse.
        d05	other	-	es	El Instituto de Investigación Forestal realiza ensayos con especies arbóreas tolerantes a la sequía.
        d05	other	-	ru	Институт леса проводит опыты с засухоустойчивыми породами деревьев.
        d05	other	-	ar	يجري معهد بحوث الغابات تجارب على أنواع من الأشجار المتحملة للجفاف.
        d05	other	-	zh	林业研究所正在进行耐旱树种试验。
        d06	other	-	en	Under the project, 1,500 hectares of degraded land were restored and 40 wells dug.
        d06	other	-	fr	Dans le cadre du projet, 1 500 hectares de terres dégradées ont été restaurés et 40 puits creusés.
        d06	other	-	es	En el marco del proyecto se restauraron 1.500 hectáreas de tierras degradadas y se excavaron 40 pozos.
        d06	other	-	ru	В рамках проекта восстановлено 1500 гектаров деградированных земель и вырыто 40 колодцев.
        d06	other	-	ar	في إطار المشروع، استُصلح 1500 هكتار من الأراضي المتدهورة وحُفرت 40 بئرا.
        d06	other	-	zh	项目恢复退化土地1500公顷，打井40眼。
        d07	other	-	en	Overgrazing is the main cause of desertification in the south.
        d07	other	-	fr	Le surpâturage est la principale cause de la désertification dans le sud.
        d07	other	-	es	El sobrepastoreo es la causa principal de la desertificación en el sur.
        d07	other	-	ru	Перевыпас — главная причина опустынивания на юге.
        d07	other	-	ar	الرعي الجائر هو السبب الرئيسي للتصحر في الجنوب.
        d07	other	-	zh	过度放牧是南部荒漠化的主要原因。
        d08	other	-	en	The population was estimated at 12.6 million in 2020, 54 per cent of whom live in towns.
        d08	other	-	fr	La population était estimée à 12,6 millions en 2020, dont 54 % en milieu urbain.
        d08	other	-	es	En 2020 la población se estimaba en 12,6 millones de habitantes, el 54 % de ellos urbanos.
        d08	other	-	ru	В 2020 году население составляло 12,6 млн человек, 54 % из них — горожане.
        d08	other	-	ar	قُدر عدد السكان بنحو 12.6 مليون نسمة في عام 2020، يعيش 54 في المائة منهم في المدن.
        d08	other	-	zh	2020年人口约1260万，其中54%居住在城镇。
        d09	other	-	en	The agency publishes an annual report and maintains a website in two languages.
        d09	other	-	fr	L'agence publie un rapport annuel et tient un site web en deux langues.
        d09	other	-	es	La agencia publica un informe anual y mantiene un sitio web en dos idiomas.
        d09	other	-	ru	Агентство публикует ежегодный доклад и ведёт сайт на двух языках.
        d09	other	-	ar	تصدر الهيئة تقريرا سنويا ولديها موقع إلكتروني بلغتين.
        d09	other	-	zh	该局每年发布报告，并设有双语网站。
        d10	other	-	en	Hunting of waterfowl is prohibited from March to August.
        d10	other	-	fr	La chasse au gibier d'eau est interdite de mars à août.
        d10	other	-	es	La caza de aves acuáticas está prohibida de marzo a agosto.
        d10	other	-	ru	Охота на водоплавающую дичь запрещена с марта по август.
        d10	other	-	ar	يحظر صيد الطيور المائية من مارس إلى أغسطس.
        d10	other	-	zh	三月至八月禁止猎捕水禽。
        d11	other	-	en	The seed bank conserves 24,000 accessions of wheat, barley and lentils.
        d11	other	-	fr	La banque de semences conserve 24 000 accessions de blé, d'orge et de lentilles.
        d11	other	-	es	El banco de semillas conserva 24.000 muestras de trigo, cebada y lentejas.
        d11	other	-	ru	Семенной банк хранит 24 000 образцов пшеницы, ячменя и чечевицы.
        d11	other	-	ar	يحفظ مصرف البذور 24 ألف مدخل من القمح والشعير والعدس.
        d11	other	-	zh	种子库保存小麦、大麦和小扁豆种质2.4万份。
        d12	other	-	en	Community forestry began in 1993 and now involves 1.8 million households.
        d12	other	-	fr	La foresterie communautaire a débuté en 1993 et concerne aujourd'hui 1,8 million de ménages.
        d12	other	-	es	La silvicultura comunitaria comenzó en 1993 y hoy abarca a 1,8 millones de hogares.
        d12	other	-	ru	Общинное лесное хозяйство существует с 1993 года и объединяет 1,8 млн домохозяйств.
        d12	other	-	ar	بدأت الحراجة المجتمعية في عام 1993 وتشارك فيها الآن 1.8 مليون أسرة.
        d12	other	-	zh	社区林业始于1993年，目前有180万户参与。
        d13	other	-	en	Reefs generate income from tourism and feed coastal villages.
        d13	other	-	fr	Les récifs procurent des revenus touristiques et nourrissent les villages côtiers.
        d13	other	-	es	Los arrecifes generan ingresos por turismo y alimentan a las aldeas costeras.
        d13	other	-	ru	Рифы приносят доход от туризма и кормят прибрежные деревни.
        d13	other	-	ar	تدر الشعاب المرجانية دخلا من السياحة وتغذي القرى الساحلية.
        d13	other	-	zh	珊瑚礁带来旅游收入，也为沿海村庄提供食物。
        d14	other	-	en	The Government has adopted a regulation on environmental impact assessment, in force since January.
        d14	other	-	fr	Le Gouvernement a adopté un règlement sur l'étude d'impact environnemental, en vigueur depuis janvier.
        d14	other	-	es	El Gobierno ha adoptado un reglamento de evaluación del impacto ambiental, en vigor desde enero.
        d14	other	-	ru	Правительство приняло положение об оценке воздействия на окружающую среду, действующее с января.
        d14	other	-	ar	اعتمدت الحكومة لائحة لتقييم الأثر البيئي دخلت حيز النفاذ في يناير.
        d14	other	-	zh	政府颁布了环境影响评价条例，自1月起施行。
        d15	other	-	en	Two training centres offer courses in beekeeping and ecotourism to young people.
        d15	other	-	fr	Deux centres proposent aux jeunes des cours d'apiculture et d'écotourisme.
        d15	other	-	es	Dos centros ofrecen a los jóvenes cursos de apicultura y ecoturismo.
        d15	other	-	ru	Два учебных центра проводят для молодёжи курсы пчеловодства и экотуризма.
        d15	other	-	ar	يقدم مركزان دورات للشباب في تربية النحل والسياحة البيئية.
        d15	other	-	zh	两个培训中心为青年开设养蜂和生态旅游课程。
        """
}
