"""English: captivity, flight, burial alive and ruin where no plain verb tells of them, and phrases that only look like harm."""

from ..model import Measure
from .en_fates import phrases, spelt_out

_WEAPONS = "their weapons/their arms/their rifles/their guns/his weapon/his rifle/weapons"
_DETAINED = {
    "intransitive": (
        "[raised/put up/held up/threw up] [their hands/his hands/her hands/their arms]|"
        f"[threw down/laid down/handed in/handed over/gave up/dropped/downed/turned in] [{_WEAPONS}]|"
        "[went/fell/gone] into captivity|fell into our hands|[came/come] out with their hands up|raised the white flag|hands "
        "[up/raised/on heads/on their heads]|"
        "[give/turn] themselves [up/in]"
    ),
    "adjective": (
        "in [a cell/cells/police cells/the dungeons/dungeons/a dungeon/prisons/jails/the prison/the jail/labour camps/"
        "labor camps/"
        "penal camps/prison camps/internment/internment camps/solitary/solitary confinement/shackles/fetters/the lock-up/"
        "pretrial detention/pre-trial custody/preventive detention/military custody/police custody/the guardhouse/the brig/"
        "our jails/our prisons/its jails/its prisons/their jails/their prisons/enemy jails/enemy prisons]|on [remand/death row]|"
        "awaiting [trial/sentence/sentencing/a court-martial/court-martial/execution]"
    ),
    "verb": (
        "[sent/taken/brought/marched/led/dragged/hauled/driven/moved/transferred/delivered/committed] to "
        "[prison/jail/the cells/the police station/a police station/labour camps/a labour camp/a prison/a detention centre]|"
        "[flung/cast/tossed/thrown/put/clapped/kept] [in jail/in prison/into prison/in a cell/in cells/into cells/in the cells/"
        "in shackles/in detention/in custody/behind bars]|[handed/turned/given] over to [the authorities/police/the court]|"
        "[brought in/held] for [interrogation/questioning/clarification/identification]|"
        "handcuffed|cuffed|shackled|manacled|chained|incarcerated|corralled|kettled|caught [red-handed/trying]|made prisoners|"
        "fetched [down from/out of]|[pulled/dragged] from their homes|hauled [before/from/out of]|"
        "brought before [a judge/a court/the court]|[made/forced] to kneel|locked [away/in cells]|frogmarched|"
        "bundled off to prison|re-arrested|rearrested|taken under guard"
    ),
}
_HELD = {
    "adjective": (
        "in [our/their/its/his] [cellars/camps]|in [enemy camps/enemy captivity/rebel captivity/the hands of the enemy/"
        "kidnappers' hands/the kidnappers' hands/captors' hands]|under our roof|as bargaining chips"
    ),
    "verb": (
        "[kept/held] as [prisoners/human shields/hostages]|kept in [a cellar/cellars/captivity]|"
        "held [for ransom/to ransom/at gunpoint]|chained to a [wall/radiator]"
    ),
}
_ABDUCTED = {
    "verb": (
        "[led/marched/carried/taken/dragged/driven/hauled] [into the forest/into the bush/into the jungle/into the hills/"
        "into the dark/into the night/into the mountains/into the woods/off at gunpoint/away by force/off by force]|"
        "[forced/shoved/pushed/hustled/thrown/dragged/pulled/loaded/bundled] into [a car/a van/a truck/a lorry/a jeep/a boat/"
        "cars/"
        "vans/trucks/a bus/buses]|carted off|bundled [off/out of]|plucked from|grabbed from|press-ganged|"
        "pressed into [service/the ranks]|forcibly [recruited/conscripted]|taken as [hostages/hostage]|made to disappear|"
        "seized at gunpoint|[spirited/whisked] off|kidnaped|trafficked|lifted from"
    ),
    "noun": "kidnapings|abductees",
}
_RELEASED = {
    "verb": (
        "[handed/given/returned/sent] [back to/over to/to] [their families/their fathers/their parents/their mothers/his family/"
        "her family]|[exchanged/swapped/traded/freed in exchange/bartered] for|ransomed|bought free|bailed|amnestied|paroled|"
        "unchained|[sent/turned] free|allowed [out/to walk/to cross]|given back|discharged from prison|freed on bail|let go free"
    ),
    "adjective": (
        "[back/home] with [his/her/their]|home again|safely home|back [home/alive/unharmed/safely]|out of [prison/jail]"
    ),
    "intransitive": (
        "walked [home/out of prison/out of jail]|set foot on free|left [prison/jail/captivity]|"
        "[came out of/returned from/came back from/emerged from] captivity|made it home|got home"
    ),
}
_DISPLACED = {
    "adjective": (
        "under [canvas/tarpaulins/plastic sheeting/plastic sheets]|without [a home/roofs/a roof over their heads]|on the move|"
        "in [makeshift shelters/makeshift camps/reception centres/transit camps/collective centres/temporary shelters/shelters/"
        "refugee camps/displacement camps/the open air]"
    ),
    "intransitive": (
        "[fled/flee/fleeing/ran/escaped] [their homes/for their lives/across the border/across the river/"
        "over the border]|"
        "[sleep/sleeping/slept/sleeps/live/living/lived/camp/camping/stay/staying/stayed] [under canvas/under tarpaulins/"
        "under plastic/under trees/under bridges/on floors/on the floor/on the streets/in the streets/rough/with relatives/"
        "with host families/in schools/in churches/in mosques/in sheds/in cars/in the fields/in the forest/in the woods/"
        "in cellars/"
        "in caves/in the open]|[streamed/poured] [out of/into/across/over]|packed up and left|lost [their roofs/everything]|"
        "left [everything/behind their homes]|crossed the border to safety|[sought/seeking] [safety/asylum]|[crossed/cross/"
        "crossing] [into/over to/the border/the frontier]|"
        "took to [the woods/the forest/their boats]|moved in with relatives|became refugees"
    ),
    "verb": (
        "bombed out of|flooded [out/out of]|smoked out|evicted|deported|expelled|resettled|rehoused|[moved/taken] to safety|"
        "ordered [out of/to leave]|[put up/housed] in tents|sheltered in|[accommodated/lodged] in|driven over the border|"
        "burned out of their homes|[forced/driven] off their land|forced [over/across] the border|[moved/taken] to camps"
    ),
    "noun": "evictions|deportations|deportees|expulsions",
}
_TRAPPED = {
    "adjective": (
        "[under/beneath/below/inside/behind/in] the [rubble/ruins/debris/wreckage]|[under/beneath/below] the [stones/stone/"
        "concrete/"
        "slab/slabs/masonry/rock/rocks/rockfall/beams/bricks/roof/avalanche/landslide/ceiling/floors/building/buildings/house/"
        "wall/walls/girders/timbers/collapsed/fallen/lift/stairs/mud]|"
        "[under/beneath/below] [rubble/ruins/debris/wreckage/stones/concrete/slabs/masonry/bricks/beams/mud]|"
        "still [below/underground/under/beneath/down the pit]|behind the fall|[in/inside] the burning|"
        "below ground"
    ),
    "intransitive": (
        "~come up:came up:come up|[could not/cannot/can not] be [dug out/pulled out/brought out/evacuated/got out]|"
        "[find/found/had/have] no way out|[waiting/waited] to be [dug out/rescued]|[await/awaiting/waiting for] rescue"
    ),
    "verb": (
        "hemmed in|buried by|caught [under/below]|locked in|barricaded in|holed up in|boxed in|blockaded|immured|shut up in|"
        "jammed in"
    ),
}
_DESTROYED = {
    "verb": (
        "[burned/burnt/reduced/shelled/bombed/blown/smashed/shot/torn/hacked/blasted/pounded] to [ashes/cinders/the ground/ruins/"
        "pieces/bits/dust/rubble/splinters/matchwood]|"
        "[gutted/consumed/devoured/destroyed/claimed/swallowed] by [fire/flames/the flames/the fire/the flood]|"
        "[fed/given/lost] to [the flames/the fire/fire]|washed away|swept off|carried away by the flood|[laid/left] in ruins|"
        "put [beyond use/out of commission]|immobilised|immobilized|smashed up|pulverised|pulverized|obliterated|eradicated|"
        "capsized|sent to the seabed|ripped apart|blown off|[rendered/made] unusable|broken up|burned through|"
        "turned [to ash/to rubble/into rubble]|hacked down"
    ),
    "intransitive": (
        "[burned/burnt] to [the ground/ashes]|[went/gone] up in smoke|[lie/lay/lies] in [ashes/ruins]|turned to ash|"
        "no longer [stand/stands]|foundered|sink|sinks"
    ),
}
_OTHER = {
    "verb": (
        "defused|made safe|cleared of|deactivated|vandalised|vandalized|defaced|riddled with holes|pillaged|plundered|robbed of|"
        "put out of use|dented|scorched|singed|hit by [shells/a shell/rockets/a rocket/artillery]|strafed"
    ),
}
CAPTURES = phrases(
    {
        Measure.DETAINED: _DETAINED,
        Measure.HELD: _HELD,
        Measure.ABDUCTED: _ABDUCTED,
        Measure.RELEASED: _RELEASED,
        Measure.DISPLACED: _DISPLACED,
        Measure.TRAPPED: _TRAPPED,
        Measure.DESTROYED: _DESTROYED,
        Measure.OTHER: _OTHER,
    }
)
"""What became of freedom, home and things."""

NO_HARM = tuple(
    spelt_out(
        "[fell/fall/falls/falling/fallen] [ill/asleep/behind/short/silent/back/by/from/in love/in line/below/apart/through/out/"
        "off/"
        "into line]|[held/hold/holds/holding] [talks/a meeting/meetings/elections/a rally/rallies/a press conference/positions/"
        "a vigil/services/a service/hands/hearings/protests/a protest/out/office/posts/seats/shares/passports/degrees/banners/"
        "flags/"
        "their ground/firm/on]|[lost/lose/loses/losing] [their jobs/his job/her job/their seats/his seat/her seat/their way/"
        "his way/"
        "hope/interest/patience/ground/their livelihoods/their savings/the election/count/track]|"
        "[released/release/releases/releasing] [a statement/figures/a report/data/footage/a video/pictures/photographs/a list/"
        "names/"
        "statements]|[seized/seize/seizes/seizing/captured/capture/captures] [power/control/the town/the village/the city/"
        "the bridge/the hill/the initiative/ground/territory]|"
        "[treated/treat/were treated/was treated/being treated] [well/as/like/with respect/badly/fairly/with contempt/kindly/"
        "unfairly/equally]|"
        "buried [the hatchet/their differences]|shot [footage/video/pictures]|[died/die] down|died away|free [of/to/"
        "from]|"
        "burned [effigies/tyres/flags]|missing link|dead [end/heat/of night/letter/calm]"
    )
)
"""Phrases that only look like harm."""
