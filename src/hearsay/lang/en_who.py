"""English: words that tell whom a figure counts, and what the count rests on. Kinds of words, never parties."""

from collections.abc import Mapping

from .tables import Who, bag


def _by_value(**values: str) -> Mapping[str, str]:
    """Word -> value, from value = "word|word"; "_" in a value is a blank."""
    return {word: value.replace("_", " ") for value, words in values.items() for word in words.split("|")}


WHO = Who(
    statuses=_by_value(
        combatant="soldier|soldiers|troop|troops|serviceman|servicemen|servicewoman|servicewomen|fighter|fighters|rebel|rebels|"
        "insurgent|insurgents|gunman|gunmen|terrorist|terrorists|extremist|extremists|militant|militants|guerrilla|guerrillas|"
        "combatant|combatants|militiaman|militiamen|commando|commandos|paratrooper|paratroopers|reservist|reservists|conscript|"
        "conscripts|infantryman|infantrymen|jihadist|jihadists|attacker|attackers|assailant|assailants|bomber|bombers|sniper|"
        "snipers|marine|marines|airman|airmen|mercenary|mercenaries|enemy|jawan|jawans|bandit|bandits|forces|military|army|"
        "armed|own men|own fighters",
        civilian="civilian|civilians|non-combatant|non-combatants|noncombatant|noncombatants|"
        "villager|villagers|resident|residents|"
        "inhabitant|inhabitants|townspeople|bystander|bystanders|passer-by|passers-by|pedestrian|pedestrians|shopper|shoppers|"
        "worshipper|worshippers|mourner|mourners|pilgrim|pilgrims|patient|patients|farmer|farmers|herder|herders|trader|traders|"
        "vendor|vendors|shopkeeper|shopkeepers|miner|miners|fisherman|fishermen|pupil|pupils|student|students|schoolchildren|"
        "schoolboy|schoolboys|schoolgirl|schoolgirls|teacher|teachers|journalist|journalists|reporter|reporters|refugee|refugees",
    ),
    ages=_by_value(
        child="child|children|boy|boys|girl|girls|kid|kids|baby|babies|infant|infants|toddler|toddlers|teenager|teenagers|minor|"
        "minors|pupil|pupils|schoolchild|schoolchildren|schoolboy|schoolboys|schoolgirl|schoolgirls|newborn|newborns|orphan|"
        "orphans|underage",
        adult="adult|adults|man|men|woman|women",
        elderly="elderly|pensioner|pensioners|aged",
    ),
    sexes=_by_value(
        female="woman|women|girl|girls|schoolgirl|schoolgirls|mother|mothers|daughter|daughters|sister|sisters|wife|wives|female|"
        "policewoman|policewomen|servicewoman|servicewomen|aunt|aunts|niece|nieces|widow|widows",
        male="man|men|boy|boys|schoolboy|schoolboys|father|fathers|son|sons|brother|brothers|husband|husbands|male|uncle|uncles|"
        "nephew|nephews",
    ),
    roles=_by_value(
        medic="doctor|doctors|nurse|nurses|medic|medics|paramedic|paramedics|health worker|health workers|healthcare|"
        "health personnel|medical|surgeon|surgeons|medical staff",
        journalist="journalist|journalists|reporter|reporters|cameraman|cameramen|photographer|photographers|correspondent|"
        "correspondents|media worker|media workers",
        aid_worker="aid worker|aid workers|aid-workers|relief worker|relief workers|humanitarian|humanitarians|aid staff|"
        "relief staff",
        police="police|policeman|policemen|policewoman|policewomen|police officer|police officers|gendarme|gendarmes|constable|"
        "constables",
        rescuer="rescuer|rescuers|firefighter|firefighters|rescue worker|rescue workers",
        teacher="teacher|teachers|headmaster|headmasters|schoolteacher|schoolteachers|lecturer|lecturers|professor|professors",
        pupil="pupil|pupils|student|students|schoolchildren|schoolboy|schoolboys|schoolgirl|schoolgirls",
        prisoner="prisoner|prisoners|detainee|detainees|inmate|inmates|captive|captives",
        hostage="hostage|hostages",
        refugee="refugee|refugees|migrant|migrants|displaced",
        peacekeeper="peacekeeper|peacekeepers",
        cleric="priest|priests|nun|nuns|monk|monks|imam|imams|cleric|clerics|pastor|pastors|preacher|preachers",
        official="official|officials|politician|politicians|mayor|mayors|lawmaker|lawmakers|councillor|councillors",
        driver="driver|drivers",
        commander="commander|commanders|general|generals|colonel|colonels",
        officer="officer|officers",
        lawyer="lawyer|lawyers",
    ),
    units=_by_value(family="family|families|household|households", couple="couple|couples"),
    generic=bag(
        "people person persons others other souls soul individuals individual victims victim lives life bodies body corpses "
        "corpse "
        "dead deaths death casualties casualty fatalities fatality names name members member humans ones those remains martyrs "
        "martyr  losses loss citizens locals local"
    ),
    ignored=bag(
        "the a an of from in at by and or its his her their our my all some more many least own who whom which that were "
        "was are is "
        "had has have been being to for on with including among them killed wounded injured identified fully reported missing "
        "unidentified further another additional only about around nearly young old innocent unarmed registered"
    ),
    ends=bag("of from in at by who whom which that on with to for near belonging"),
    singulars={
        "men": "man",
        "people": "person",
        "children": "child",
        "wives": "wife",
        "lives": "life",
        "wolves": "wolf",
        "staff": "staff",
        "police": "police",
        "troops": "troop",
        "forces": "force",
    },
    plural_ends=(
        ("ies", "y"),
        ("sses", "ss"),
        ("xes", "x"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("men", "man"),
        ("ss", "ss"),
        ("us", "us"),
        ("s", ""),
    ),
    bases=_by_value(
        identified="identified|fully identified|identified by name|by name|named dead|whose names|with names|names are known|"
        "whose identity|whose identities",
        brought_to_hospitals="brought to hospital|brought to hospitals|brought to the hospital|reached hospital|"
        "reached hospitals|"
        "bodies received|received the bodies|counted at the gate|counted in the morgue|morgue|mortuary|arrived at hospital|"
        "arrived at hospitals",
        all_reported="all reported|all reports|all those reported|every report|reports included|including media reports|"
        "unconfirmed reports included",
        under_rubble="under the rubble|under rubble|beneath the rubble|beneath rubble",
        estimated="estimate|estimates|estimated|extrapolated|a survey|model",
        confirmed="confirmed deaths|confirmed dead|confirmed by|verified",
    ),
    earlier=(
        "from",
        "from an earlier",
        "from an initial",
        "earlier",
        "previously",
        "initially",
        "at first",
        "first reported",
        "had reported",
        "had spoken of",
        "had put it at",
        "had given",
        "instead of",
        "down from",
        "up from",
        "spoke of",
        "more than twice the",
    ),
    own=bag("its their our his her own my lost loses lose losing"),
    striking=bag("killed wounded injured captured destroyed eliminated neutralised neutralized detained arrested killing"),
    speaking=bag("it they we i he she"),
    losing=bag("lost loses lose losing"),
    bodies=bag("army ministry defence defense general staff command health office authorities government of interior forces"),
    others=bag("enemy enemies enemy's hostile"),
    vague={
        "dozens": (12, 120),
        "dozen": (12, 120),
        "scores": (20, 200),
        "hundreds": (100, 1000),
        "thousands": (1000, 10000),
        "several": (3, 12),
        "few": (2, 10),
        "handful": (2, 10),
        "many": (3, 1000),
        "some": (2, 1000),
        "numerous": (3, 1000),
        "tens": (10, 100),
    },
    titles=bag(
        "the a an mr mrs ms dr doctor colonel general captain major lieutenant president minister spokesman spokeswoman "
        "spokesperson director head of its own"
    ),
    ordinary=bag(
        "the a an and or but nor so if then than that this these those there here it its he she they them his her their we "
        "us our i "
        "you your who whom whose which what when where why how of in on at by for from to into onto over under with without "
        "within "
        "about against between among after before since until during through across up down out off as is are was were be been "
        "being am do does did done have has had having will would shall should can could may might must not no never none "
        "any some "
        "all each every both either neither one two other another such own same very too also only just even still yet "
        "already more "
        "most less least much many few now again once"
    ),
    negations=bag("not no never nobody none neither nor without untrue false lie hoax fabrication deny denies denied denying"),
    hedges=bag(
        "may might could possibly perhaps partly partially allegedly apparently likely probably unless only almost nearly "
        "some part parts "
        "reportedly if"
    ),
    stems=(
        ("'s", ""),
        ("’s", ""),
        ("ies", "i"),
        ("ied", "i"),
        ("sses", "ss"),
        ("ings", ""),
        ("ing", ""),
        ("edly", ""),
        ("ed", ""),
        ("es", ""),
        ("s", ""),
        ("y", "i"),
        ("e", ""),
    ),
    alike=_by_value(
        kill="dead|death|di|died|deaths|fatal|slain|murder|martyr|los|lost|loss",
        wound="injur|hurt|wounded|injury",
        shell="shelling|bombard|bombardment",
        destroi="destroyed|demolish|raz|flatten|destruction",
        attack="assault|strik|struck|raid",
        hit="hit",
        fli="flew|flown|fly",
        blow="blew|blown",
        hold="held",
        find="found",
        run="ran",
        leav="left",
        breach="break|brok|broken",
        giv="gave|given",
        fir="fire",
        tak="captur|seiz|took|taken",
        releas="fre|freed",
        fighter="militant|insurgent|rebel|gunm|gunman|gunmen|combatant",
        soldier="servicem|serviceman|servicemen|troop|conscript",
        children="child",
        peopl="person|civilian",
    ),
    passive=bag("by"),
)
