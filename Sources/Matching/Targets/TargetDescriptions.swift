import Vocabulary

/// What each target and goal of the Kunming-Montreal framework is about, in our own words after decision 15/4, annex,
/// sections G and H: for finding the target a text belongs to. The labels of `Vocabulary` are added to these.
enum TargetDescriptions {
    static let all: [(aim: FrameworkAim?, sentences: [String])] = [
        (
            .target(1),
            [
                "All areas are under participatory, integrated and biodiversity-inclusive spatial planning.",
                "Change in the use of land, inland water and sea is managed.",
                "The loss of areas of high importance for biodiversity and of intact ecosystems is brought "
                    + "close to zero.",
            ]
        ),
        (
            .target(2),
            [
                "Degraded terrestrial, inland water, marine and coastal ecosystems are restored.",
                "Ecosystem restoration brings back functions, integrity and connectivity.",
            ]
        ),
        (
            .target(3),
            [
                "Protected areas and other effective area-based conservation measures conserve land, inland "
                    + "waters and seas.",
                "Networks of protected areas are well connected, equitably governed and effectively managed.",
                "Thirty per cent of the planet is conserved.",
            ]
        ),
        (
            .target(4),
            [
                "Extinction of threatened species is halted and species recover.",
                "Genetic diversity within populations of wild and domesticated species is maintained.",
                "Human-wildlife interactions and conflict are managed; in situ and ex situ conservation.",
            ]
        ),
        (
            .target(5),
            [
                "Harvesting and trade of wild species are sustainable, safe and legal.",
                "Overexploitation and illegal trade in wildlife are prevented; spread of pathogens is reduced.",
                "Laws regulate trade in wild species.",
            ]
        ),
        (
            .target(6),
            [
                "Introduction and establishment of invasive alien species are prevented.",
                "Invasive alien species are controlled or eradicated; their pathways are managed.",
            ]
        ),
        (
            .target(7),
            [
                "Pollution from all sources is reduced to levels not harmful to biodiversity.",
                "Excess nutrients, pesticides, hazardous chemicals and plastic pollution are reduced.",
            ]
        ),
        (
            .target(8),
            [
                "Impacts of climate change and ocean acidification on biodiversity are minimised.",
                "Resilience of biodiversity is increased by mitigation, adaptation and disaster risk "
                    + "reduction, nature-based solutions and ecosystem-based approaches.",
            ]
        ),
        (
            .target(9),
            [
                "Wild species are managed and used sustainably, with benefits for people, above all the "
                    + "vulnerable and those who depend on biodiversity.",
                "Sustainable customary use by indigenous peoples and local communities is protected.",
                "Social, economic and environmental benefits of wild species for relevant groups of people.",
            ]
        ),
        (
            .target(10),
            [
                "Areas under agriculture, aquaculture, fisheries and forestry are managed sustainably.",
                "Productive systems use biodiversity-friendly practices such as agroecology and sustainable "
                    + "intensification; food security.",
            ]
        ),
        (
            .target(11),
            [
                "Nature's contributions to people and ecosystem functions and services are restored, "
                    + "maintained and enhanced.",
                "Regulation of air, water and climate, soil health, pollination, and protection from natural hazards.",
            ]
        ),
        (
            .target(12),
            [
                "Green and blue spaces in urban and densely populated areas grow in area, quality, "
                    + "connectivity and access.",
                "Biodiversity-inclusive urban planning for human health and well-being in cities.",
            ]
        ),
        (
            .target(13),
            [
                "Benefits from the utilisation of genetic resources, digital sequence information and "
                    + "associated traditional knowledge are shared fairly and equitably.",
                "Legal, policy, administrative and capacity-building measures for access and benefit-sharing; "
                    + "monetary and non-monetary benefits.",
            ]
        ),
        (
            .target(14),
            [
                "Biodiversity and its multiple values are integrated into policies, regulations, planning, "
                    + "development processes and poverty eradication strategies.",
                "Mainstreaming across all levels of government and all sectors; environmental impact "
                    + "assessment and national accounting.",
                "Public and private activities, fiscal and financial flows are aligned with the goals and "
                    + "targets of the framework.",
            ]
        ),
        (
            .target(15),
            [
                "Business, transnational companies and financial institutions assess, disclose and reduce "
                    + "their risks and negative impacts on biodiversity.",
                "Companies inform consumers and report on compliance; sustainable production.",
            ]
        ),
        (
            .target(16),
            [
                "People are enabled to make sustainable consumption choices.",
                "Education, information, food waste, overconsumption and waste generation; global footprint "
                    + "of consumption.",
            ]
        ),
        (
            .target(17),
            [
                "Biosafety measures and measures for the handling of biotechnology and distribution of its "
                    + "benefits are set out.",
                "Risk assessment and use and release of living modified organisms; safe transfer and "
                    + "handling; biosafety information.",
                "Participation in biotechnological research and access to the results of biotechnology.",
            ]
        ),
        (
            .target(18),
            [
                "Incentives and subsidies harmful for biodiversity are identified, eliminated, phased out or "
                    + "reformed.",
                "Positive incentives for conservation and sustainable use are scaled up.",
            ]
        ),
        (
            .target(19),
            [
                "Financial resources from all sources are increased for biodiversity.",
                "International finance, domestic resource mobilisation, private finance, blended finance and "
                    + "national biodiversity finance plans.",
                "Innovative schemes such as payment for ecosystem services and green bonds.",
            ]
        ),
        (
            .target(20),
            [
                "Capacity-building and development, access to and transfer of technology, and innovation are "
                    + "strengthened.",
                "Technical and scientific cooperation, South-South, North-South and triangular cooperation.",
                "Joint technology development and joint scientific research programmes; scientific research "
                    + "and monitoring capabilities.",
                "All take part in capacity-building and development for conservation and sustainable use.",
            ]
        ),
        (
            .target(21),
            [
                "Data, information and knowledge are available and accessible to decision makers, "
                    + "practitioners and the public.",
                "Awareness, education, monitoring, research and knowledge management; traditional knowledge "
                    + "with free, prior and informed consent.",
            ]
        ),
        (
            .target(22),
            [
                "Full, equitable, inclusive, effective and gender-responsive representation and participation "
                    + "in decision-making.",
                "Access to justice and to information related to biodiversity.",
                "Cultures and rights over lands, territories, resources and traditional knowledge of "
                    + "indigenous peoples and local communities, women and girls, children and youth and persons "
                    + "with disabilities.",
                "Policy and legislative frameworks protect environmental human rights defenders.",
            ]
        ),
        (
            .target(23),
            [
                "Gender equality and a gender-responsive approach in implementing the framework.",
                "Women and girls have equal rights and access to land and resources, and full, informed "
                    + "participation and leadership at all levels of action, engagement, policy and "
                    + "decision-making.",
                "Sex-disaggregated data and differential impacts on women and men.",
            ]
        ),
        (
            .goal(.a),
            [
                "Integrity, connectivity and resilience of all ecosystems are maintained, enhanced or "
                    + "restored, and the area of natural ecosystems grows.",
                "Extinction rate and risk of species are reduced; genetic diversity and adaptive potential "
                    + "are safeguarded.",
            ]
        ),
        (
            .goal(.b),
            [
                "Biodiversity is sustainably used and managed, and nature's contributions to people, "
                    + "including ecosystem functions and services, are valued, maintained, enhanced and restored.",
                "Sustainable development is supported for the benefit of present and future generations.",
            ]
        ),
        (
            .goal(.c),
            [
                "Monetary and non-monetary benefits from the utilisation of genetic resources, digital "
                    + "sequence information and traditional knowledge are shared and substantially increased."
            ]
        ),
        (
            .goal(.d),
            [
                "Adequate means of implementation, financial resources, capacity-building, cooperation and "
                    + "technology are secured and accessible to all Parties.",
                "The biodiversity finance gap is closed.",
            ]
        ),
    ]
}
