"""English: words and phrases of harm, and how each governs a number; words of inclusion."""

from ..model import Measure
from .en_captures import CAPTURES, NO_HARM
from .en_fates import FATES
from .figure_tables import Trigger

_VERBS = {
    Measure.KILLED: "killed|murdered|slain|slaughtered|massacred|executed|assassinated|beheaded|lynched|"
    "martyred|shot dead|"
    "gunned down|hacked to death|beaten to death|stabbed to death|burned to death|burnt to death|burned alive|"
    "burnt alive|put to death|mourned|crushed to death|wiped out|liquidated|buried|neutralised|neutralized|"
    "eliminated|electrocuted|"
    "mowed down|mown down|clubbed to death|mauled to death|riddled with bullets|riddled with bullet wounds|"
    "riddled with bullet holes|tortured to death|trampled to death|"
    "shot to death|fatally shot|to death|fatally stabbed|hanged|blown up|strangled|decapitated|shot and killed|shot|"
    "cut down|struck dead|poisoned|"
    "put out of action",
    Measure.INJURED: "injured|wounded|hurt|maimed|hospitalised|hospitalized|shot and wounded|shot and injured|beaten|"
    "beaten up|tortured|blinded|scalded|mutilated|concussed|shot in the hand|shot in the leg|shot in the arm|"
    "shot in the foot|shot in the shoulder|shot in the back|shot in the stomach|shot in the thigh|shot in the knee",
    Measure.DETAINED: "detained|arrested|captured|imprisoned|jailed|rounded up|taken prisoner|"
    "taken into custody|interned|"
    "nabbed|apprehended|locked up|led away|handed to the magistrate|handed over to the police|taken captive",
    Measure.DISPLACED: "displaced|uprooted|evacuated|driven from their homes|forced from their homes|made homeless|"
    "forced to flee|forced to leave|internally displaced",
    Measure.ABDUCTED: "abducted|kidnapped|taken hostage|seized as hostages|snatched|forcibly disappeared|"
    "carried off|dragged away|taken from their|taken from his|taken from her|taken hostages",
    Measure.HELD: "held hostage|held captive|being held|still held|held|kept in captivity",
    Measure.RELEASED: "released|freed|set free|liberated|rescued|let go|sent home|exchanged|pardoned|handed back|"
    "allowed to go home|allowed to leave|let out",
    Measure.TRAPPED: "trapped|stranded|buried under|buried alive|buried beneath|pinned|stuck|cut off|marooned",
    Measure.DESTROYED: "destroyed|demolished|razed|flattened|levelled|leveled|burned down|burnt down|torched|"
    "shot down|downed|gutted|burned|burnt|ruined|torn down|knocked down|burned out|"
    "burnt out|sunk|wrecked|swept away|smashed|shelled to rubble|put out of service",
    Measure.OTHER: "damaged|killed or wounded|wounded or killed|killed or injured",
}
_MORE_VERBS = {
    Measure.KILLED: "exterminated|asphyxiated|smothered|done to death|blown to pieces|blown apart|torn to pieces|torn apart|"
    "cut to pieces|picked off|finished off|put to the sword|struck down|knifed to death|kicked to death|shot in the head|"
    "shot through the head|stoned to death|bludgeoned to death|killed outright|burned to death in|laid to rest|slew|"
    "brought out dead|pulled out dead|dug out dead|brought back dead|left for dead|crushed to death|extinguished|"
    "put against a wall|stood against a wall|lined up and shot|gassed|cut in half|garrotted|laid in the ground",
    Measure.INJURED: "stabbed|knifed|clubbed|bludgeoned|battered|crippled|disfigured|badly burned|severely burned|burned on|"
    "burned about|badly burnt|severely burnt|slightly burned|hit by a bullet|hit by bullets|hit by shrapnel|hit by gunfire|"
    "hit by splinters|struck by a bullet|struck by shrapnel|taken to hospital|taken to the hospital|rushed to hospital|"
    "rushed to the hospital|brought to hospital|carried to hospital|admitted to hospital|flown to hospital|treated for|"
    "beaten unconscious|burned by|shot at and wounded|peppered with shrapnel|grazed|lacerated|gassed and blinded|manhandled",
    Measure.DETAINED: "seized|picked up|hauled in|hauled off|hauled away|taken in for questioning|brought in for questioning|"
    "held for questioning|led off|marched off|marched away|put in chains|put behind bars|thrown into prison|thrown in jail|"
    "remanded|placed under arrest|put under arrest|taken into detention|thrown in prison|thrown into jail|swept up|"
    "fetched from|"
    "pulled from their beds|dragged from their beds|taken alive|taken prisoners|made prisoner|took prisoner|"
    "taken off in irons|threw in jail|threw into prison|"
    "led away in handcuffs|driven off in trucks|clapped in irons",
    Measure.ABDUCTED: "taken away|took away|taken at gunpoint|led away at gunpoint|marched away at gunpoint|spirited away|"
    "whisked away|bundled into|driven away|dragged off|dragged from|dragged out of|carried away|taken from|"
    "took hostage|took off with|made off with|taken by force|waylaid|taken off",
    Measure.RELEASED: "put ashore|set ashore|sent back|repatriated|swapped|turned loose|let loose|allowed home|"
    "allowed to return|"
    "returned to their families|handed to the red cross|handed over to the red cross|set at liberty|given their freedom|"
    "released on bail|sent on their way|flown home|brought home|reunited with|let off",
    Measure.DISPLACED: "drove out|drove away|drove from|driven out|driven from|driven from home|driven out of|chased from|"
    "chased out of|forced out|forced out of|"
    "forced from|turned out of their homes|burned out of|bombed out|shelled out of|left homeless|rendered homeless|"
    "moved to shelters|taken to shelters|housed in schools|put up in schools|driven up|driven into|chased away|relocated|"
    "expelled from their homes|turned out|put out of their homes|moved out of",
    Measure.TRAPPED: "encircled|besieged|snowed in|walled in|sealed in|entombed|shut in|caught inside|locked inside|bottled up|"
    "surrounded|cut off from",
    Measure.HELD: "being kept|still kept|kept prisoner|kept captive|kept hostage|kept as hostages|kept in chains|"
    "kept under guard|"
    "still in the hands of|in the hands of",
    Measure.DESTROYED: "blew up|blowing up|burned to the ground|burnt to the ground|reduced to rubble|reduced to ashes|"
    "put to the torch|knocked out|brought down|pulled down|toppled|felled|dynamited|bulldozed|scuttled|sent to the bottom|"
    "laid waste|shelled flat|blown to bits|blasted|crushed|written off|holed|buried under|wiped off the map|sank",
    Measure.OTHER: "harmed|set on fire|set fire to|set alight|set ablaze|bombed|looted|ransacked|mauled",
}
_BASES = {
    Measure.KILLED: "kill kills killing murder murders murdering mourns mourning slaughtering massacring executing "
    "execute executes drowning "
    "beheading beheads slaughters massacres assassinates assassinating bury buries burying",
    Measure.INJURED: "injure injures injuring wound wounds wounding hurts hurting maims maiming",
    Measure.DETAINED: "detain detains detaining arrest arrests arresting capture captures capturing",
    Measure.DISPLACED: "displace displaces displacing uproot uproots uprooting",
    Measure.ABDUCTED: "abduct abducts abducting kidnap kidnaps kidnapping",
    Measure.HELD: "holding hold holds",
    Measure.RELEASED: "free frees freeing release releases releasing rescuing rescues",
    Measure.TRAPPED: "trap traps trapping",
    Measure.DESTROYED: "destroy destroys destroying demolishing downing razing flattening sinking wrecking",
    Measure.OTHER: "damage damages damaging",
}
_MORE_BASES = {
    Measure.KILLED: "slay slays slaying drown drowns drowned exterminate exterminates eliminating eliminate eliminates "
    "liquidate liquidates liquidating lynch lynches lynching hang hangs hanging strangle strangling electrocuting "
    "poisoning decapitating neutralizing neutralising assassinated executing behead",
    Measure.INJURED: "beat beats stab stabs stabbing hurt maim cripples crippling burning scalding blinding beating mutilating "
    "disfiguring torturing tortures tortured",
    Measure.DETAINED: "seize seizes seizing imprison imprisons imprisoning jailing interning apprehending apprehends nabbing",
    Measure.DISPLACED: "evacuate evacuates evacuating driving expelling",
    Measure.ABDUCTED: "abduct snatch snatches snatching kidnaps",
    Measure.RELEASED: "liberate liberates liberating pardons pardoning repatriate repatriates repatriating exchanging",
    Measure.TRAPPED: "stranding besieging encircling entombing",
    Measure.DESTROYED: "demolish demolishes wrecks torching burn burns gutting smashing levelling leveling razes flattens "
    "toppling felling dynamiting crushing",
    Measure.OTHER: "bombing looting",
}
_INTRANSITIVE = {
    Measure.KILLED: "gave their lives|gave his life|gave her life|given their lives|given his life|given her life|"
    "give their lives|"
    "laid down their lives|fell|lost their life|loses their lives|paid with their lives|paid with his life|froze|"
    "become martyrs|became martyrs|fell in battle|did not survive|died|die|dies|dying|perished|perish|"
    "drowned|succumbed|lost their lives|lost his life|"
    "lost her life|"
    "lose their lives|losing their lives|starved to death|froze to death|bled to death|burned to death|"
    "met their deaths|"
    "suffocated",
    Measure.DISPLACED: "lost their homes|lost their houses|lost their home|left their houses|left their farms|"
    "left their fields|"
    "left the town|sleep in schools|sleeping in schools|live in tents|living in tents|sheltering in|sought shelter|"
    "sought refuge|taken refuge|taken shelter|sleep in the open|sleeping in the open|camp in the open|"
    "left the town|left the village|left the city|left their villages|fled|flee|flees|"
    "fleeing|became homeless|left their homes|abandoned their homes",
    Measure.MISSING: "not been seen since|not been seen|not been heard from|disappeared|vanished|"
    "went missing|gone missing|go missing|not reported for duty|not returned",
    Measure.INJURED: "suffered injuries|sustained injuries|"
    "sustained gunshot wounds|suffered gunshot wounds|sustained serious injuries|"
    "suffered burns|suffered serious injuries|suffered minor injuries|sustained minor injuries|"
    "sustained various injuries|suffered wounds|were treated|escaped with injuries|sustained various degrees of injuries|"
    "sustained varying degrees of injuries|suffered varying degrees of injuries|sustained severe injuries|"
    "sustained bullet wounds|sustained bullet injuries|suffered bullet injuries|sustained gunshot injuries|"
    "sustained minor burns|"
    "survived with injuries|left with injuries|suffered bullet wounds|sustained critical injuries|suffered critical injuries|"
    "sustained wounds|sustained burns|suffered severe injuries|suffered gunshot injuries",
    Measure.HELD: "in captivity",
    Measure.DETAINED: "surrendered|laid down their arms|laid down arms|gave themselves up|turned themselves in",
    Measure.RELEASED: "came home|come home|returned home",
}
_MORE_INTRANSITIVE = {
    Measure.KILLED: "perishes|perishing|hanged themselves|hanged himself|hanged herself|took their own lives|took his own life|"
    "took her own life|killed themselves|killed himself|shot himself|went down with|gone down with|burned in|burnt in|lay dead|"
    "lie dead|lies dead|will not come home|will not return|will never return|will never come home|never came home|"
    "never came back|did not come back|did not come home|did not return|did not make it|breathed their last|breathed his last|"
    "passed away|expired|met their death|met his death|met her death|found their deaths|bled out|choked to death|choked|"
    "died of their wounds|died of wounds|died of his wounds|died of her wounds|came home in coffins|lie in the morgue|"
    "lay in the morgue|lie in the mortuary|lay in the mortuary|remained on the field|stayed on the field|"
    "lie under the earth|lie buried|lay buried|burst into flames with|made the supreme sacrifice|sacrificed their lives|"
    "did not live to see|drowns|succumbs|succumb|succumbing",
    Measure.MISSING: "not been found|not yet been found|never been found|not been traced|not seen again|never seen again|"
    "failed to return|not come back|never been seen again|not been heard of|not been accounted for|not been recovered|"
    "not answered the roll|did not answer the roll|disappear|disappears|vanish|vanishes|cannot be found|could not be found|"
    "not turned up|have yet to be found|has yet to be found|not reappeared",
    Measure.INJURED: "lost an eye|lost a leg|lost an arm|lost a hand|lost a foot|lost both legs|lost limbs|lost their legs|"
    "lost his leg|lost her leg|lost his arm|lost his sight|lost their sight|lost a finger|broke an arm|broken an arm|"
    "broke a leg|"
    "broken a leg|broke his arm|broke his leg|broke her arm|broke her leg|had his arm broken|had his leg broken|"
    "had her arm broken|fighting for their lives|fighting for his life|fighting for her life|escaped with burns|"
    "escaped with wounds|underwent surgery|needed surgery|needed treatment|required treatment|received treatment|"
    "recovering from|suffered fractures|suffered a wound|suffered a gunshot wound|came away with wounds|were stitched",
    Measure.DISPLACED: "moved out|sleep among|sleep in|sleeping in|slept in|camp in|camping in|camped in|"
    "sheltering|seeking shelter|seeking refuge|taking shelter|taking refuge|took shelter|took refuge|took to the hills|"
    "took to the roads|taken to the roads|taken to the hills|left the villages|left the district|left the area|"
    "left the islands|"
    "left their village|left their town|left the valley|left home|ran from their homes|escaped to|living in barns|"
    "live in barns|"
    "living in camps|live in camps|lives in camps|have left",
    Measure.RELEASED: "gone home|went home|go home|goes home|comes home|walked free|walk free|walked out|"
    "regained their freedom|"
    "regained his freedom|regained her freedom|reached home|back home|back with their families",
    Measure.DETAINED: "gave himself up|gave herself up|surrender|surrendering|turned himself in",
    Measure.DESTROYED: "up in flames|went up in flames|gone up in flames|go up in flames|burned out|collapsed|"
    "went to the bottom|"
    "gone to the bottom|went down|caved in|are gone|is gone|were gone|lie in ruins|lay in ruins",
    Measure.STARVED: "starved|starve|starves|gone hungry|going hungry|go hungry",
    Measure.TRAPPED: "unable to leave|unable to get out|cannot leave|cannot get out|could not get out|could not leave",
    Measure.HELD: "remain in captivity",
}
_MORE_ADJECTIVES = {
    Measure.KILLED: "in the morgue|in the mortuary|in a morgue|in a mortuary|in coffins|in their graves|in shrouds|"
    "no longer alive",
    Measure.INJURED: "on stretchers|on a stretcher|in intensive care|under treatment|in surgery|in a coma|"
    "on the operating table|"
    "in a serious condition|in grave condition|in a grave condition|in the infirmary|in the wards|in sickbeds|unconscious|"
    "in hospitals|in field hospitals|bleeding",
    Measure.MISSING: "untraced|not accounted for|overdue|lost at sea|lost without trace|still being sought|still sought|"
    "not yet found|nowhere to be found|whereabouts unknown",
    Measure.DETAINED: "in its custody|in their custody|in our custody|in his custody|in irons|in chains|under guard|"
    "in the cells|in cells|under lock and key|in handcuffs|in the stockade|"
    "under detention|in pre-trial detention|in police hands",
    Measure.HELD: "in our hands|in their hands|in its hands|in enemy hands|in rebel hands|in guerrilla hands|in army hands|"
    "in government hands|in militia hands|in council hands|in hostile hands|in foreign hands|in separatist hands|"
    "as prisoners|as human shields|in captors'",
    Measure.RELEASED: "at liberty|free again|back at home",
    Measure.TRAPPED: "under siege|under the snow|under snow|under the collapsed|under the ruins|underground|under the wreckage|"
    "behind the rubble|inside the wreck|beneath the snow|in the wreckage",
    Measure.DISPLACED: "without a roof|without shelter|on the roads|without homes|in tents|in emergency shelters",
    Measure.DESTROYED: "in ruins|in ashes|beyond repair|beyond use|uninhabitable|unusable",
    Measure.STARVED: "hungry|without food|starving to death",
    Measure.OTHER: "on fire|in flames|ablaze|alight",
}
_ADJECTIVES = {
    Measure.KILLED: "dead|lifeless|fallen",
    Measure.INJURED: "in critical condition|in a critical condition|in serious condition|in hospital|in the hospital|"
    "being treated|receiving treatment",
    Measure.MISSING: "missing|unaccounted for",
    Measure.DISPLACED: "homeless",
    Measure.ABDUCTED: "hostage|captive|as hostages|as hostage|as captives",
    Measure.HELD: "in captivity",
    Measure.TRAPPED: "under the rubble|under rubble|beneath the rubble|under debris|under the debris|beneath rubble|"
    "without supplies",
    Measure.DETAINED: "under arrest|in custody|in detention|behind bars|in prison|in jail|prisoner",
    Measure.OTHER: "out of action|dead and wounded|dead or missing|dead or wounded|dead or injured|dead and injured",
    Measure.STARVED: "starving|malnourished",
}
_NOUNS = {
    Measure.KILLED: "deaths death fatalities fatality remains bodies body corpses corpse coffins lives murders loss losses "
    "killings execution executions assassination assassinations slaughter massacre martyrs dead",
    Measure.INJURED: "injuries wounded injured",
    Measure.OTHER: "casualties casualty",
    Measure.DETAINED: "arrests arrest detention detainees",
    Measure.ABDUCTED: "abductions abduction kidnappings kidnapping",
    Measure.DISPLACED: "displacement displacements evacuation evacuees",
    Measure.RELEASED: "release",
    Measure.MISSING: "disappearance disappearances",
    Measure.DESTROYED: "destruction",
}
_WOUNDS = (
    "wounds|burns|fractures|broken bones|broken teeth|broken ribs|bruises|concussion|a broken leg|a broken arm|"
    "leg wounds|head wounds|chest wounds|abdominal wounds|bullet wounds|gunshot wounds|shrapnel wounds|knife wounds|"
    "frostbite|smoke inhalation|a broken jaw|a broken nose|a broken wrist|a broken hand|broken limbs|a fractured skull|"
    "a broken collarbone|a fractured arm|a fractured leg|cuts|shrapnel in|bullets in|bullet holes|blast injuries|"
    "spinal injuries|"
    "stab wounds|burn wounds|head injuries|leg injuries|chest injuries|a leg wound|a head wound|a bullet wound|an arm wound"
)
"""Wounds that somebody has, suffers, or is brought in with."""
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
WEAK = (
    "total|tally|count|figure|losses there|own losses|acknowledges|acknowledged|acknowledge|admits to|"
    "admitted to|admit to|admits|"
    "admitted|concedes|conceded|claims|claimed|speaks of|spoke of|speak of|settled on|counted|registered|"
    "reported|confirmed|"
    "confirms|loss of|losses of|the loss of|said|says|say|number at|number as|total as|figure of|figure at|claim of|"
    "estimate of|estimate at|toll of|toll at|stands at|stood at|stand at|number|numbers|numbered|sticks to|stick to|stuck to|"
    "put it at|puts it at|puts them at|counts|recorded|records|registers|tally of|total of|gives|gave|against|"
    "lowered from|raised from|revised from|corrected from|"
    "estimate from|figure from|number from|toll from|count from|total from|compared with|compared to|up from|"
    "down from|of at least|lies between :|lies at|talks of|talk of|talked of|"
    "prints|printed|print|put|puts|put it|wrote|write|writes|tells me|tells us|told me|told us|tell me|tell us|tells him|"
    "told him|"
    "told her|lists|listed|list|mentions|mentioned|mention|names|named|reports|report|confirm|acknowledging|admitting|claiming|"
    "conceding|shows|showed|show|found|finds|find|estimates|estimated|estimate|guesses|guessed|reckons|reckoned|reckon|"
    "insists on|"
    "insisted on|insist on|holds to|held to|hold to|keeps to|kept to|keep to|maintains|maintained|maintain|quoted|quotes|quote|"
    "cites|cited|cite|heard|hears|hear|knows of|know of|knew of|believes|believed|thinks|thought|expects|expected|had only|"
    "has only|have only|has now|there were|there are|there had been|there was|it was|they were|she counted|he counted|"
    "published|broadcast|gave out|gives out|came up with|arrived at|arrives at|came to|comes to|amounts to|amounted to|"
    "rose to|fell to|climbed to|went up to|stays at|stayed at|remains at|remained at|remain at|counted only|saw|seen|have seen|"
    "has seen|another number|different figure|another figure|not|makes it|made it|make it|as low as|as high as|the number is|"
    "the figure is|the count is|number is|figure is|count is|the answer is|the answer was|stands by|stood by|stand by|say|saying|"
    "announces|announced|announce|declares|declared|state|states|stated|insists|insisted|accounts for|account for|accounted for|"
    "accept|accepts|accepted|allows|allowed|raised it to|raises it to|puts it nearer|nearer to|closer to|number to|count to|"
    "figure to|it to|fears|feared|fear|tells of|told of|tell of|knew of only|claims of|count of|assertion of|rather than|"
    "instead of|it is|that makes|making it|makes|made it|came down to|went down to|revised it to|list has|list had|list holds|"
    "list held|list names|list shows|list stood at|list stands at|list gives|list of|register has|register holds|register lists|"
    "register shows|board shows|board says|own count from|own count to|own count at|own figure at|verified|documented|"
    "has verified|has documented|could confirm|can confirm|can confirm only|dropped to|grown to|grew to|swollen to|shrunk to|"
    "shrank to|cut it to|corrected it to|corrected to|changed to|wavered between|varies between|anywhere between"
)
"""Words after which a bare number may be one of the harm told of before ("the army admits to 31")."""
TRIGGERS = (
    {tuple(phrase.split()): Trigger(Measure.OTHER, "none") for phrase in NO_HARM}
    | {tuple(phrase.split()): Trigger(measure, form) for (measure, form), told in (FATES | CAPTURES).items() for phrase in told}
    | {
        tuple(phrase.split()): Trigger(measure, form)
        for form, table, mark in (
            ("verb", _MORE_VERBS, "|"),
            ("base", _MORE_BASES, " "),
            ("intransitive", _MORE_INTRANSITIVE, "|"),
            ("adjective", _MORE_ADJECTIVES, "|"),
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
    | {tuple(phrase.split()): Trigger(Measure.INJURED, "suffered") for phrase in _WOUNDS.split("|")}
)
"""Every word and phrase of harm."""

PARTS = frozenset(
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
        "made up of|consisting of|comprising|composed of|therein|among them are|among them were|among them was|"
        "among the dead are|among the dead is|reportedly included|also included|includes"
        "|"
        "among those|including those of|including that of|among these were|among these was|among whom were|among whom was|"
        "among which were|the victims being|one of whom"
    ).split("|")
)
"""Words before a number that make it a part of an earlier one."""
