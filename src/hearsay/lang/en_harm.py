"""English: the words about harm and those whom it befalls. Kinds of words only, never parties."""

from ..model import Measure
from .en_people import OBJECTS, PERSON, PERSONS
from .en_triggers import PARTS, TRIGGERS, WEAK
from .figure_tables import Harm
from .tables import bag

HARM = Harm(
    triggers=TRIGGERS,
    heads=frozenset(phrase[0] for phrase in TRIGGERS),
    longest=max(map(len, [*TRIGGERS, *PARTS])),
    vague_nouns=bag("victims"),
    victims=bag("victim victims"),
    weak=frozenset(tuple(phrase.split()) for phrase in WEAK.split("|")),
    counting=frozenset(
        tuple(phrase.split())
        for phrase in "stands at|stood at|stand at|counts|number is|figure is|toll is|count is|number was|total as|"
        "number as|number at|list has|list had|list holds|list held|list names|list shows|register has|register holds|"
        "register lists|list stands at|list stood at".split("|")
    ),
    fillers=bag("now only just still already even merely exactly precisely some perhaps maybe instead"),
    both={
        word: measure
        for measure, words in {
            Measure.INJURED: "burned burnt burning burns burn hit holed mauled",
            Measure.KILLED: "blown blew blowing crushed crushing lost blasted torn cut buried wiped went gone gassed",
        }.items()
        for word in words.split()
    },
    numbering=bag("number numbers numbered numbering total totals totalled totaled"),
    naming=bag("named called identified known"),
    ordinals=bag("first second third fourth fifth sixth seventh eighth ninth tenth other"),
    ones=bag("one 1 no"),
    nobody=bag("nobody none no-one nil nought naught"),
    twos=bag("both"),
    besides=frozenset(
        tuple(phrase.split())
        for phrase in "besides|as well as|in addition to|along with|together with|apart from|not counting|, as well as|"
        "beside".split("|")
    ),
    elsewhere=bag("elsewhere unplaced unlocated unidentified"),
    agents_before=bag("by citing quoting"),
    group_nouns={
        word: measure
        for measure, words in {
            Measure.KILLED: "dead losses deaths killed fatalities martyrs fallen",
            Measure.INJURED: "wounded injured",
            Measure.OTHER: "casualties",
            Measure.MISSING: "missing",
            Measure.DETAINED: "detained detainees prisoners",
            Measure.DISPLACED: "displaced",
        }.items()
        for word in words.split()
    },
    tallies=bag("number total toll tally count figure"),
    having=bag("has have had having with suffered suffers sustained received bore bearing"),
    maiming=bag("lost lose loses losing broke fractured smashed crushed dislocated sprained"),
    limbs=bag(
        "leg legs arm arms hand hands foot feet eye eyes ear ears finger fingers toe toes thumb thumbs limb limbs knee knees "
        "hip hips nose jaw teeth tooth rib ribs skull shoulder shoulders ankle ankles wrist wrists elbow elbows thigh thighs "
        "bones "
        "sight hearing eyesight eyelids scalp lung kidney spleen heel heels"
    ),
    severed=bag(
        "off away amputated severed broken crushed shattered missing torn burned burnt mangled ripped gone smashed fractured "
        "badly "
        "shot pierced splintered no"
    ),
    previous=bag("previous previously last prior earlier preceding"),
    group_links=bag(
        "from at number numbers numbered numbering is are was were as to reached reach total totalled totaled stand stands"
    ),
    contrasts=bag("but not against instead rather"),
    but="but",
    movement=bag("from"),
    after_bare=bag("last this since yesterday today earlier later more dead"),
    opening=frozenset("\"“‘«'"),
    people="people",
    custody=bag(
        "charge charges trial prison prisons jail jails custody cell cells court courts sheds warrant police lawyer lawyers"
    ),
    captives=bag("hostages hostage prisoner prisoners captive captives"),
    onto="on",
    predicates=bag("prisoner hostage captive"),
    not_adverbs=bag("family elderly assembly supply daily only italy friendly fly ally rally bully july monopoly weekly"),
    adverb="ly",
    quotes=frozenset("\"”’»'"),
    superlatives=bag("largest biggest deadliest worst heaviest bloodiest first highest greatest fiercest most longest"),
    occasions=bag(
        "murders killings execution executions assassination assassinations slaughter massacre arrests abductions "
        "kidnappings disappearances"
    ),
    plain_nouns=bag("arrests losses murders"),
    lives=bag("lives"),
    losing=bag("lost claimed claiming claim claims cost costing took taken taking lose losing loss"),
    persons=bag(PERSONS),
    person=bag(PERSON),
    agents=("er", "or", "ist", "ian", "ican", "man", "woman", "ant", "eer", "yst"),
    participles=("ing", "ed"),
    attributes=bag("retired armed unarmed masked disgraced exiled respected noted united acting ruling leading visiting wanted"),
    pronouns=bag("him"),
    no_agents=bag(
        "further another whether neither either together rather however remainder altogether "
        "ladder shutter drawer hammer boiler cover gutter rafter timber copper silver leather feather finger shoulder powder "
        "folder holder poster banner trigger chapter register charter dagger razor mirror anchor sensor reactor radiator "
        "elevator "
        "escalator detector projector slipper supper dinner offer answer prayer calendar shower cracker filter cluster "
        "pelican number order power tower letter river border paper computer container water winter summer quarter matter "
        "murder danger "
        "corner weather factor sector tractor motor error terror door floor war car bar list helicopter cruiser "
        "trailer bomber "
        "convoy mortar newspaper center master disaster counter encounter manner corridor behavior interior "
        "bulldozer transformer restaurant plant giant grant ship freighter tanker carrier fighter-bomber"
    ),
    objects=bag(OBJECTS),
    stops=bag(
        "of in at on by from to with without into near under over after before during since as for than that which "
        "who whom "
        "whose when where while because if but and or nor is are was were be been being has have had do does did "
        "will would "
        "can could may might must should shall not also still already it he she they we i you this these those "
        "there their "
        "his her its our the a an including among between through against across inside outside around along amid "
        "about "
        "until till per via upon off out up down then so yet just only even later earlier today yesterday tonight "
        "monday "
        "tuesday wednesday thursday friday saturday sunday january february march april june july august september "
        "october "
        "november december overnight early late plus both all some any each including injuring killing wounding "
        "leaving "
        "said says told saying remain remained remains were went came left found reported confirmed feared "
        "believed presumed "
        "lost began took gave made got sought needed needing elsewhere now puts put gives lists claims claimed"
    ),
    be=bag(
        "discovered lie lies sit sits sitting sat was were been be being is are am get got gets getting remain remains "
        "remained remaining left lay "
        "lying "
        "found declared pronounced reported confirmed feared believed presumed considered listed went become "
        "became turned "
        "thought counted among"
    ),
    infinitive=bag("to"),
    manner=bag("to"),
    days=bag("monday tuesday wednesday thursday friday saturday sunday"),
    light=bag(
        "again meanwhile also still already now later reportedly either all both instantly immediately seriously critically "
        "severely badly "
        "slightly lightly fatally gravely subsequently previously then so far to those the currently initially "
        "confirmed "
        "officially brutally allegedly apparently accidentally deliberately each themselves mortally either as "
        "just only "
        "dozens not never no n’t n't yet least has have had having monday tuesday wednesday thursday friday "
        "saturday sunday morning afternoon evening night yesterday today overnight who himself herself"
    ),
    prepositions=bag(
        "of in at on by from to with without into near under over during against across inside outside around "
        "along amid "
        "among through per aboard between behind beside beyond within"
    ),
    breaks=bag("he she they it we you while when after before but because although though as whereas until if unless where"),
    fighters=bag(
        "soldier soldiers troop troops fighter fighters rebel rebels guerrillas guerrilla militiamen insurgents militants "
        "gunmen commandos marines paratroopers reinforcements recruits conscripts"
    ),
    subjects=bag("i we they he she it you nobody somebody someone"),
    relatives=bag("who which that whom"),
    groups=bag(
        "family group crowd team convoy gang total crew household party squad patrol garrison busload boatload carload "
        "truckload lorryload band column class"
    ),
    bare=bag("another"),
    joins=bag("and or plus & nor"),
    singles=bag("a an another the his her their its our my"),
    not_one=bag("first second third fourth fifth sixth seventh eighth ninth tenth last only same next latest"),
    known=bag("the"),
    known_many=bag("the these those all"),
    together=bag("with alongside"),
    along=bag("along together"),
    definite=bag("the his her its their our a an this that these those another him them us me themselves himself"),
    toll_links=bag(
        "from of to at is was reached reaches reaching exceeded exceeds passed hit hits as : topped tops surpassed by"
    ),
    parts=PARTS,
    part_starts=frozenset(phrase[0] for phrase in PARTS),
    among=bag("among"),
    part_heads=bag(
        "therein comprising consisting composed including included includes include among them whom these those counting"
    ),
    part_of=bag("them whom these those which"),
    of=bag("of"),
    others=bag("others"),
    replaced=bag("others other more additional further another in as"),
    possible=bag("may might"),
    foretelling=bag("will"),
    hypothetical=bag("would could might can may should must to will shall be"),
    negations=bag("not never n't n’t didn't didn’t wasn't wasn’t weren't weren’t"),
    denials=bag("denied denies denying deny rejected rejects refuted refutes dismissed"),
    modalities={
        "feared": "feared",
        "fear": "feared",
        "fears": "feared",
        "presumed": "presumed",
        "believed": "presumed",
        "thought": "presumed",
        "assumed": "presumed",
        "expected": "expected",
        "will": "expected",
    },
    reporting=bag(
        "said says say told tells added wrote reported reports announced stated confirmed claimed denied declared "
        "admitted "
        "acknowledged noted tweeted posted statement briefing insisted warned interview speech saying"
    ),
    taking=bag("took broke came went held fought sank fell rose led made struck hit left lost won met ran set"),
    telling=bag(
        "demanded learned learnt confirmation published called condemned asked urged expressed issued appealed report version "
        "revealed disclosed posted released-statement recalled explained conceded remarked described promised showed met "
        "interviewed quoted cited request investigate listed put estimate estimated headline headlines list"
    ),
    lasting=bag("for"),
    sequence=bag("after before"),
    unknown=bag("a an"),
    perfect=bag("has have"),
    present=bag("is are remain remains"),
    cumulative=frozenset(
        tuple(phrase.split())
        for phrase in (
            "so far|to date|in the war|during the war|in the conflict|during the conflict|until now|thus far|"
            "running total|"
            "throughout the war|of the war|total death toll|overall death toll|cumulative|bringing the total|"
            "nationwide"
        ).split("|")
    ),
    totals=frozenset(
        tuple(phrase.split()) for phrase in "in total|in all|overall|altogether|a total of|the total|total number".split("|")
    ),
    periods=frozenset(
        tuple(phrase.split())
        for phrase in (
            "in the week|in this week|during this time|during this period|in this period|in the same period|in that period|"
            "in the month|during the week|in the reporting period|during the reporting period|in the period|over the period|"
            "in the reporting week|during the reporting week|the week ending|the week to|in the reporting month|under review|"
            "in the quarter|in the reporting quarter"
        ).split("|")
    ),
    standing=frozenset({("as", "of"), ("as", "at")}),
    still=bag("still"),
    registering=bag("registered recorded documented verified listed counted confirmed collected received logged"),
    owners=bag("its their our his her own"),
    event=bag(
        "attacks strikes airstrikes explosions raids bombings shelling shelled bombed attack strike "
        "airstrike blast explosion bombing raid ambush crash shooting incident assault massacre bomb "
        "bomber "
        "missile rocket drone stampede fire collapse gunmen gunman mortar shell grenade mine landmine stormed "
        "opened rammed "
        "detonated collapsed hit struck exploded raided attacked ambushed fired protest demonstration riot exchange "
        "firefight earthquake flood landslide shipwreck"
    ),
    process=bag(
        "clashes fighting battles bombardment violence hostilities riots offensive battle skirmishes confrontations "
        "combat combats offensives"
    ),
    place_nouns=bag(
        "city town village province district region governorate neighbourhood neighborhood area camp port state department "
        "township municipality hamlet canton community county suburb ward island islands valley settlement commune"
    ),
    landscapes=bag(
        "plateau delta valley peninsula pass strait channel river lake bridge highway road campus harbour harbor "
        "hospital square market province "
        "department district region hills mountains island islands forest desert coast ward sector quarter crossing gates "
        "sluice "
        "tunnel portals portal viaduct slopes slope sanatorium headquarters residence prison barracks station quay mole pier "
        "depot mine quarry dam airport airfield port neighborhood suburb plaza avenue street estate ranch shelter clinic"
    ),
    directions=bag("northern southern eastern western central downtown greater upper lower outer inner nearby neighboring"),
    dwellers=bag("residents inhabitants villagers citizens townspeople people streets outskirts piers centre center"),
    targets=bag("on of against"),
    leaving=bag("from"),
    time_words=bag(
        "today yesterday tonight overnight this last late early on monday tuesday wednesday thursday friday saturday sunday"
    ),
    resting=frozenset(
        (pair.split()[0], pair.split()[1])
        for pair in "confirmed by|verified by|identified by|documented by|certified by|counting dead|attested by|backed by".split(
            "|"
        )
    ),
    bodies=bag(
        "department departments municipality neighborhoods neighbourhoods highway road street avenue airport brigade battalion "
        "group gang family front army university college institute company foundation club team movement party cartel newspaper"
    ),
    place_words=bag("in at near outside around"),
    place_prepositions=bag("off above on inside under below beneath beyond"),
    forcing=bag("forced forcing forces force drove driving compelled compelling prompted prompting caused causing made obliged"),
)
