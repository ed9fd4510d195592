"""English: words of harm, and of those whom it befalls. Kinds of words only, never parties or people."""

from ..model import Measure
from .figure_tables import Harm, Trigger
from .tables import bag

_VERBS = {
    Measure.KILLED: "killed|murdered|slain|slaughtered|massacred|executed|assassinated|beheaded|lynched|"
    "martyred|shot dead|"
    "gunned down|hacked to death|beaten to death|stabbed to death|burned to death|burnt to death|burned alive|"
    "burnt alive|put to death|crushed to death|wiped out|liquidated|buried|neutralised|neutralized|"
    "eliminated|electrocuted|"
    "mowed down|mown down|clubbed to death|mauled to death|riddled with bullets|riddled with bullet wounds|"
    "riddled with bullet holes|tortured to death|trampled to death|"
    "shot to death|fatally shot|to death|fatally stabbed|hanged|blown up|strangled|decapitated|shot and killed",
    Measure.INJURED: "injured|wounded|hurt|maimed|hospitalised|hospitalized|shot and wounded|shot and injured",
    Measure.DETAINED: "detained|arrested|captured|imprisoned|jailed|rounded up|taken prisoner|"
    "taken into custody|interned|"
    "nabbed|apprehended",
    Measure.DISPLACED: "displaced|uprooted|evacuated|driven from their homes|forced from their homes|made homeless|"
    "forced to flee|forced to leave|internally displaced",
    Measure.ABDUCTED: "abducted|kidnapped|taken hostage|seized as hostages|snatched|forcibly disappeared|taken captive",
    Measure.HELD: "held hostage|held captive|being held|still held|held|kept in captivity",
    Measure.RELEASED: "released|freed|set free|liberated|rescued",
    Measure.TRAPPED: "trapped|stranded|buried under|buried alive|buried beneath|pinned",
    Measure.DESTROYED: "destroyed|demolished|razed|flattened|levelled|leveled|burned down|burnt down|torched|damaged|"
    "shot down|downed|gutted|burned|burnt|ruined|torn down|knocked down",
}
_BASES = {
    Measure.KILLED: "kill kills killing murder murders murdering slaughtering massacring executing execute executes "
    "beheading beheads slaughters massacres assassinates assassinating bury buries burying",
    Measure.INJURED: "injure injures injuring wound wounds wounding hurts hurting maims maiming",
    Measure.DETAINED: "detain detains detaining arrest arrests arresting capture captures capturing",
    Measure.DISPLACED: "displace displaces displacing uproot uproots uprooting",
    Measure.ABDUCTED: "abduct abducts abducting kidnap kidnaps kidnapping",
    Measure.HELD: "holding hold holds",
    Measure.RELEASED: "free frees freeing release releases releasing rescuing rescues",
    Measure.TRAPPED: "trap traps trapping",
    Measure.DESTROYED: "destroy destroys destroying demolishing damaging downing razing flattening",
}
_INTRANSITIVE = {
    Measure.KILLED: "gave their lives|gave his life|gave her life|died|die|dies|dying|perished|perish|"
    "drowned|succumbed|lost their lives|lost his life|"
    "lost her life|"
    "lose their lives|losing their lives|starved to death|froze to death|bled to death|burned to death|"
    "met their deaths|"
    "suffocated",
    Measure.DISPLACED: "left the town|left the village|left the city|left their villages|fled|flee|flees|"
    "fleeing|became homeless|left their homes|abandoned their homes",
    Measure.MISSING: "not been seen since|not been seen|not been heard from|disappeared|vanished|"
    "went missing|gone missing|go missing",
    Measure.INJURED: "suffered injuries|sustained injuries|"
    "sustained gunshot wounds|suffered gunshot wounds|sustained serious injuries|"
    "suffered burns|suffered serious injuries|suffered minor injuries|sustained minor injuries|"
    "sustained various injuries|suffered wounds|were treated|escaped with injuries|sustained various degrees of injuries|"
    "sustained varying degrees of injuries|suffered varying degrees of injuries|sustained severe injuries|"
    "sustained bullet wounds|sustained bullet injuries|suffered bullet injuries|sustained gunshot injuries|sustained minor burns|"
    "survived with injuries|left with injuries|suffered bullet wounds|sustained critical injuries|suffered critical injuries|"
    "sustained wounds|sustained burns|suffered severe injuries|suffered gunshot injuries",
    Measure.HELD: "in captivity",
}
_ADJECTIVES = {
    Measure.KILLED: "dead|lifeless|fallen",
    Measure.INJURED: "in critical condition|in hospital|in the hospital|being treated|receiving treatment",
    Measure.MISSING: "missing|unaccounted for",
    Measure.DISPLACED: "homeless",
    Measure.ABDUCTED: "hostage|captive",
    Measure.HELD: "in captivity",
    Measure.TRAPPED: "under the rubble|under rubble|beneath the rubble|under debris|under the debris|beneath rubble",
    Measure.DETAINED: "under arrest|in custody|in detention|behind bars|in prison|in jail|prisoner",
    Measure.OTHER: "out of action",
    Measure.STARVED: "starving|malnourished",
}
_NOUNS = {
    Measure.KILLED: "deaths death fatalities fatality remains bodies body corpses corpse lives murders loss losses "
    "killings execution executions assassination assassinations slaughter massacre martyrs dead",
    Measure.INJURED: "injuries wounded injured",
    Measure.OTHER: "casualties casualty",
    Measure.DETAINED: "arrests arrest detention detainees",
    Measure.ABDUCTED: "abductions abduction kidnappings kidnapping",
    Measure.DISPLACED: "displacement displacements evacuation evacuees",
    Measure.RELEASED: "release",
    Measure.MISSING: "disappearance disappearances",
}
_TOLLS = {
    Measure.KILLED: "death toll|death total|total of deaths|total of dead|number of people who were killed|"
    "number of those who died|"
    "number of people who died|death tally|tally of dead|tally of deaths|deaths toll|"
    "toll|number of dead|number of deaths|number of people killed|"
    "number killed|"
    "number of fatalities|number of those killed|body count|number of martyrs|number of civilians killed|"
    "number of victims|"
    "number of the dead|number of their dead|number of its dead|number of his dead|count of people killed|"
    "count of dead|count of the dead|count of those killed|losses|death count",
    Measure.INJURED: "number of wounded|number of injured|number of those wounded|number of people injured|"
    "injury toll|"
    "number of the wounded|number of the injured|number of their wounded|number of their injured|"
    "number of its wounded|number of its injured|number of his wounded|number of his injured",
    Measure.DISPLACED: "number of displaced|number of people displaced|number of displaced people",
    Measure.MISSING: "number of missing",
    Measure.OTHER: "casualty toll|number of casualties",
}
_WEAK = (
    "total|tally|count|figure|losses there|own losses|acknowledges|acknowledged|acknowledge|admits to|"
    "admitted to|admit to|admits|"
    "admitted|concedes|conceded|claims|claimed|speaks of|spoke of|speak of|settled on|counted|registered|"
    "reported|confirmed|"
    "confirms|loss of|losses of|the loss of"
)
"""Words after which a bare number may be one of the harm told of before ("the army admits to 31")."""
_PERSONS = (
    "people persons person civilians men women children boys girls kids teenagers youths youngsters babies infants "
    "toddlers "
    "adults elders residents villagers inhabitants townspeople citizens nationals foreigners locals passers-by "
    "bystanders "
    "pedestrians passengers worshippers pilgrims mourners protesters protestors demonstrators students pupils "
    "schoolchildren "
    "schoolgirls schoolboys teachers professors lecturers workers labourers laborers miners farmers herders "
    "herdsmen fishermen "
    "traders shopkeepers vendors drivers shoppers guests patients doctors nurses medics paramedics rescuers "
    "firefighters "
    "journalists reporters cameramen photographers lawyers judges officials politicians lawmakers councillors "
    "activists "
    "volunteers aid-workers staff staffers employees colleagues contractors engineers peacekeepers soldiers troops "
    "servicemen "
    "servicewomen conscripts recruits officers policemen policewomen police guards bodyguards militants fighters "
    "rebels "
    "insurgents gunmen terrorists extremists jihadists militiamen guerrillas combatants attackers assailants "
    "bombers snipers "
    "commandos marines sailors pilots airmen paratroopers reservists veterans mercenaries captives prisoners "
    "hostages inmates "
    "detainees suspects refugees migrants returnees families households relatives brothers sisters sons daughters "
    "nephews nieces uncles aunts grandsons granddaughters wives parents "
    "grandchildren cousins siblings members victims survivors priests nuns monks imams clerics pastors chiefs "
    "leaders commanders "
    "generals colonels personnel crew crewmen crewmembers tourists travellers travelers visitors occupants others "
    "souls "
    "figures agents operatives spies informants supporters followers leaders settlers tribesmen elders minors "
    "orphans "
    "individuals humans compatriots youth mothers fathers widows couples friends neighbours neighbors athletes "
    "players "
    "musicians singers dancers candidates voters traffickers smugglers bandits pirates robbers vigilantes cadets "
    "rangers "
    "custodians cooks cleaners chairmen heads "
    "gendarmes constables jawans infantrymen newborns indigenes worshipers legislators headmen executives "
    "preachers aides assistants gendarmes loyalists recruits defectors deserters loggers hunters ranchers fishers "
    "cattle-herders casualties fatalities martyrs bodies corpses lives"
)
_PERSON = (
    "person civilian man woman child boy girl baby infant toddler teenager youth elder resident villager citizen "
    "national "
    "foreigner passer-by bystander pedestrian passenger worshipper protester protestor demonstrator student pupil "
    "schoolboy "
    "schoolgirl teacher professor lecturer worker labourer laborer miner farmer herder herdsman fisherman trader "
    "shopkeeper "
    "vendor driver patient doctor nurse medic paramedic rescuer firefighter journalist reporter cameraman "
    "photographer lawyer "
    "judge official politician lawmaker councillor councilor activist volunteer employee colleague contractor "
    "engineer "
    "peacekeeper soldier serviceman conscript recruit officer policeman policewoman constable guard bodyguard "
    "militant fighter "
    "rebel insurgent gunman terrorist militiaman combatant attacker bomber commando marine sailor pilot prisoner "
    "hostage inmate "
    "detainee suspect refugee migrant relative brother sister son daughter wife husband mother father parent "
    "cousin priest nun "
    "monk imam cleric pastor bishop chief leader commander general colonel captain major tourist traveller visitor "
    "agent "
    "operative spy informant supporter settler minor orphan individual mayor governor minister prosecutor "
    "candidate chairman "
    "chairwoman chairperson manager delegate campaigner figure imam ruler landlord businessman businesswoman "
    "interpreter translator singer musician blogger writer poet editor correspondent "
    "schoolteacher headmaster principal vigilante ranger cadet uncle aunt nephew niece grandmother grandfather "
    "granddaughter "
    "grandson grandchild victim survivor sergeant member legislator headman executive indigene preacher evangelist "
    "worshiper head ally scholar shepherd trader aide adviser friend partner companion bodyguard neighbour "
    "neighbor classmate registrar magistrate "
    "accountant dissident cleric hunter pharmacist advisor deputy boss kingpin trafficker assistant spokesman "
    "spokeswoman spokesperson collector clerk muezzin girlfriend boyfriend fiancee lover stepson stepdaughter "
    "sheikh sheik mullah rabbi emir sultan prince princess king queen president premier vaccinator "
    "representative director provost dean rector inspector superintendent treasurer councilman councilwoman congressman "
    "congresswoman academic scientist midwife surgeon dentist economist novelist broadcaster presenter anchor anchorman "
    "cartoonist footballer athlete butcher baker tailor carpenter mechanic barber goldsmith grocer porter peasant opponent "
    "in-law son-in-law brother-in-law father-in-law lieutenant mp senator ambassador diplomat cook cleaner "
    "secretary"
)
_OBJECTS = (
    "houses homes buildings apartments flats shops schools hospitals mosques churches temples bridges vehicles "
    "cars buses tanks "
    "aircraft planes helicopters drones missiles rockets villages towns settlements farms tents warehouses ships "
    "boats vessels "
    "huts structures shelters factories clinics positions posts bases tunnels launchers trucks house home building "
    "school "
    "hospital church mosque centres centers stores ambulances weapons rifles phones sites targets dwellings kiosks "
    "granaries cows cow goats sheep cattle camels donkeys horses livestock animals dogs motorcycles "
    "motorbikes bikes trees crops fields jets warplanes munitions shells bombs mines"
)

_TRIGGERS = (
    {
        tuple(phrase.split()): Trigger(measure, form)
        for form, table, mark in (
            ("noun", _NOUNS, " "),
            ("verb", _VERBS, "|"),
            ("base", _BASES, " "),
            ("intransitive", _INTRANSITIVE, "|"),
            ("adjective", _ADJECTIVES, "|"),
            ("toll", _TOLLS, "|"),
            ("lose", {Measure.KILLED: "lost loses losing lose"}, " "),
        )
        for measure, phrases in table.items()
        for phrase in phrases.split(mark)
    }
    | {("dead",): Trigger(Measure.KILLED, "adjective"), ("wounded",): Trigger(Measure.INJURED, "verb")}
    | {("injured",): Trigger(Measure.INJURED, "verb")}
)

_PARTS = frozenset(
    tuple(phrase.split())
    for phrase in (
        "including|among them|of them|of whom|of these|of those|among whom|of which|included|includes|"
        "among the dead were|among the dead was|among the dead are|among those killed were|"
        "among those killed was|"
        "among the victims were|among the victims are|among the victims was|among the killed were|"
        "the dead included|"
        "among the wounded were|among the injured were|among the wounded are|among the dead|the victims include|"
        "the dead include|the victims included|of the dead|of the victims|of those killed|of the wounded|"
        "of the injured|"
        "of the total|of this number|of that number|among the wounded was|them|counting|include|among these|"
        "among those"
    ).split("|")
)

HARM = Harm(
    triggers=_TRIGGERS,
    heads=frozenset(phrase[0] for phrase in _TRIGGERS),
    longest=max(map(len, [*_TRIGGERS, *_PARTS])),
    vague_nouns=bag("victims"),
    weak=frozenset(tuple(phrase.split()) for phrase in _WEAK.split("|")),
    people="people",
    predicates=bag("prisoner hostage captive"),
    not_adverbs=bag("family elderly assembly supply daily only italy friendly fly ally rally bully july monopoly weekly"),
    adverb="ly",
    quotes=frozenset("\"”’»'"),
    superlatives=bag("largest biggest deadliest worst heaviest bloodiest first highest greatest fiercest most longest"),
    occasions=bag(
        "murders killings execution executions assassination assassinations slaughter massacre arrests abductions "
        "kidnappings disappearances"
    ),
    lives=bag("lives"),
    losing=bag("lost claimed claiming claim claims cost costing took taken taking lose losing loss"),
    persons=bag(_PERSONS),
    person=bag(_PERSON),
    agents=("er", "or", "ist", "ian", "man", "woman", "ant", "eer", "yst"),
    participles=("ing", "ed"),
    pronouns=bag("him"),
    no_agents=bag(
        "further another whether neither either together rather however remainder altogether "
        "number order power tower letter river border paper computer container water winter summer quarter matter "
        "murder danger "
        "corner weather factor sector tractor motor error terror door floor war car bar list helicopter cruiser "
        "trailer bomber "
        "convoy mortar newspaper center master disaster counter encounter manner corridor behavior interior "
        "bulldozer transformer restaurant plant giant grant ship freighter tanker carrier fighter-bomber"
    ),
    objects=bag(_OBJECTS),
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
        "lost began took gave made got sought needed needing"
    ),
    be=bag(
        "discovered was were been be being is are am get got gets getting remain remains remained remaining left lay lying "
        "found declared pronounced reported confirmed feared believed presumed considered listed went become "
        "became turned "
        "thought counted among"
    ),
    infinitive=bag("to"),
    manner=bag("to"),
    days=bag("monday tuesday wednesday thursday friday saturday sunday"),
    light=bag(
        "also still already now later reportedly either all both instantly immediately seriously critically "
        "severely badly "
        "slightly lightly fatally gravely subsequently previously then so far to those the currently initially "
        "confirmed "
        "officially brutally allegedly apparently accidentally deliberately each themselves mortally either as "
        "just only "
        "dozens not never no n’t n't yet least has have had having monday tuesday wednesday thursday friday "
        "saturday sunday morning afternoon evening night yesterday today overnight who"
    ),
    prepositions=bag(
        "of in at on by from to with without into near under over during against across inside outside around "
        "along amid "
        "among through per aboard between behind beside beyond within"
    ),
    breaks=bag("he she they it we you while when after before but because although though as whereas until if unless where"),
    relatives=bag("who which that whom"),
    groups=bag("family group crowd team convoy gang total"),
    bare=bag("another"),
    joins=bag("and or plus & nor"),
    singles=bag("a an another the his her their"),
    not_one=bag("first second third fourth fifth sixth seventh eighth ninth tenth last only same next latest"),
    known=bag("the"),
    together=bag("with alongside"),
    along=bag("along together"),
    definite=bag("the his her its their our a an this that these those another him them us me themselves himself"),
    toll_links=bag(
        "from of to at is was reached reaches reaching exceeded exceeds passed hit hits as : topped tops surpassed by"
    ),
    parts=_PARTS,
    part_starts=frozenset(phrase[0] for phrase in _PARTS),
    among=bag("among"),
    part_heads=bag("including included includes include among them whom these those counting"),
    part_of=bag("them whom these those which"),
    of=bag("of"),
    others=bag("others"),
    replaced=bag("others other more additional further another in as"),
    hypothetical=bag("would could might can may should must to will shall"),
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
    event=bag(
        "attacks strikes airstrikes explosions raids bombings shelling shelled bombed attack strike "
        "airstrike blast explosion bombing raid ambush crash shooting incident assault massacre bomb "
        "bomber "
        "missile rocket drone stampede fire collapse gunmen gunman mortar shell grenade mine landmine stormed "
        "opened rammed "
        "detonated collapsed hit struck exploded raided attacked ambushed fired protest demonstration riot exchange "
        "firefight earthquake flood landslide shipwreck"
    ),
    process=bag("clashes fighting battles bombardment violence hostilities riots offensive battle"),
    place_nouns=bag("city town village province district region governorate neighbourhood neighborhood area camp port state"),
    place_words=bag("in at near outside around"),
    forcing=bag("forced forcing forces force drove driving compelled compelling prompted prompting caused causing made obliged"),
)
