"""English: what became of people where no plain verb of harm tells it: what they did not do again, where they lie, what they
lost, under what they are. Families of phrases: "[a/b] [c/d]" stands for all four, "~go:went:gone" for all ways of never going."""

from collections.abc import Iterator, Mapping
from itertools import product

from ..model import Measure

_DID = "did not|will not|will never|could not|cannot|didn't|has yet to|have yet to"
_HAS = "not|never|not yet"

_KILLED = {
    "intransitive": (
        "~wake:woke:woken|~wake up:woke up:woken up|~get up:got up:got up|~rise again:rose again:risen again|"
        "~survive:survived:survived|~come round:came round:come round|~regain consciousness:regained consciousness:regained "
        "consciousness|~come out alive:came out alive:come out alive|~get out alive:got out alive:got out alive|"
        "~reach hospital alive:reached hospital alive:reached hospital alive|~last the night:lasted the night:lasted the night|"
        "~see the morning:saw the morning:seen the morning|[could not/cannot/could no longer] be [saved/revived/resuscitated]|"
        "~live through the night:lived through the night:lived through the night|"
        "[lie/lay/lies/lying] [dead/dead in/in coffins/in graves/in a mass grave/in the cemetery/under sheets]|"
        "did not live|had not lived|not lived|stopped breathing|drew [their/his/her] last breath|met a violent end|"
        "met [their/his/her] end|lost the fight for life|[gone/went] to [their graves/his grave/her grave]|died at their posts|"
        "paid with their blood|paid the ultimate price|fell [victim/prey] to|came [home in boxes/back in coffins]|"
        "[drop/dropped/fell] dead|[starve/freeze/bleed/burn/choke] to death|lose [his/her] life|laid down [his/her] life|"
        "lay down their lives|meet their deaths|took their last breath"
    ),
    "adjective": (
        "in [the grave/a grave/graves/a mass grave/mass graves/body bags/a shroud/the ground/the earth/the cemetery/"
        "the graveyard/"
        "the churchyard]|[under/beneath/below] the [earth/soil/turf/sod]|"
        "[under/beneath] [a sheet/sheets/white sheets/a white sheet/a blanket/blankets/sacking/a shroud/a tarpaulin/a carpet/"
        "carpets/a coat/coats/a flag/flags]|"
        "beyond [help/saving/rescue]|past [help/saving]|dead on arrival|stiff|stone dead|on the slab"
    ),
    "verb": (
        "[put/laid/lowered/placed] [in/into/under] the [earth/ground/grave]|[committed/given/returned] to the [earth/ground/sea]|"
        "[put/laid/lowered/placed] [into graves/into a grave/in graves/in a mass grave/in coffins/into coffins]|"
        "[brought/carried/pulled/dug/taken/lifted/dragged/found/fished] [in dead/out stiff/in stiff/out lifeless/feet first/"
        "up dead]|"
        "sent to [their graves/his grave/her grave/their deaths/their death/his death/her death]|"
        "shot [from behind/in the back of the head/through the heart/through the neck/in the neck/in the temple/at close range/"
        "at point-blank range/on the spot/without trial/in cold blood]|"
        "[claimed/claims/took/takes/taken/cost/costs/ended/claiming/taking] [the life of/the lives of]|made an end of|"
        "disposed of|"
        "[done/did] away with|rendered harmless|interred|cremated|closed the eyes of|laid out [in/on/under]|bayoneted|speared|"
        "impaled|throttled|butchered|machine-gunned|machinegunned|incinerated|immolated|vaporised|vaporized|annihilated|"
        "felled by|fished [from/out of]|recovered from the [ashes/rubble/ruins/river/sea/water/wreck/wreckage/mine/pit/lake/"
        "well/mud]|"
        "[sent/put/stood] before a firing squad|[carried/borne] to [the grave/their graves/the cemetery]|battered to death|"
        "scythed down|torn limb from limb|crushed under|found [hanged/drowned/murdered/strangled/shot]|put out of their misery"
    ),
    "noun": "burials|drownings|hangings|lynchings|beheadings|poisonings",
    "base": "graves|grave|burial|funerals|funeral|tombs",
    "toll": "tolls|death tolls|list of the dead|list of dead|list of those killed|roll of the dead",
}
_LIMBS = "leg/arm/hand/foot/knee/thigh/shoulder/hip/ankle/wrist/elbow/shin/calf/finger/toe/heel/forearm/collarbone/rib/jaw/nose"
_INJURED = {
    "intransitive": (
        "~walk again:walked again:walked again|~see again:saw again:seen again|~hear again:heard again:heard again|"
        f"[broke/broken/fractured/dislocated/sprained] [a/his/her] [{_LIMBS}]|"
        "[broke/fractured] [both legs/both arms/their legs/their arms/ribs/bones]|lost [consciousness/blood]|"
        "[coughing/spitting/vomiting] blood|came back wounded|[came away/escaped] with [burns/cuts/bruises/minor injuries]|"
        "[undergone/undergoing/had] surgery|had operations|"
        "[needed/required] [stitches/surgery/hospital treatment/medical treatment]|[ended up in/went to] hospital|limp|limps|"
        "[go/went/going] blind"
    ),
    "adjective": (
        "in [beds/bandages/plaster/traction/the field hospital/a field hospital/the hospitals/a hospital/clinics/the clinic/"
        "agony/"
        "stable condition/a stable condition/hospital beds/the emergency room/the emergency ward/the burns unit/the burns ward]|"
        "on [crutches/drips/a drip/ventilators/a ventilator]|under [gauze/the knife]|semi-conscious|"
        "[short of/minus] [a leg/an arm/a hand/a foot/an eye/a finger/two fingers/three fingers]|"
        "[blind/deaf] [in one eye/in both eyes/in one ear/in both ears/for life]"
    ),
    "verb": (
        "[hit/struck/shot/wounded/injured/cut/stabbed/knifed/grazed] in [the/his/her] "
        "[leg/legs/arm/arms/hand/hands/foot/feet/knee/knees/thigh/shoulder/hip/ankle/wrist/elbow/calf/back/stomach/side]|"
        "[hit/struck/wounded/cut/grazed/injured] in the [head/face/chest/neck/eye/eyes]|"
        "[hit/struck/wounded/injured/cut] by [a sniper/snipers/fragments/debris/flying glass/glass/a stray bullet/stray bullets/"
        "a splinter/splinters/shell splinters/shots/a shot/rubber bullets]|"
        "[taken/rushed/brought/carried/admitted/flown/sent/driven/evacuated/transferred/referred/moved] to "
        "[hospitals/a hospital/clinics/a clinic/the clinic/the infirmary/the field hospital/a field hospital/intensive care]|"
        "[taken/brought/carried/rushed] [in/out/off/away/down] on stretchers|bruised|mangled|lamed|deafened|bloodied|gashed|"
        "slashed|"
        "paralysed|paralyzed|flogged|whipped|caned|pistol-whipped|tear-gassed|teargassed|overcome by [smoke/gas/fumes]|"
        "operated on|bandaged|[stitched/patched] up|stretchered [out/off/away]|bitten|trampled|intubated|roughed up|treated"
    ),
    "suffered": (
        "[a broken/a fractured/a shattered/a crushed/a dislocated/a sprained/a smashed/no/no right/no left] "
        "[leg/arm/hand/foot/hip/ankle/shoulder/knee/wrist/elbow/pelvis/thigh/finger/jaw/nose/rib/skull/legs/hands/feet/arms]|"
        "[broken/fractured/crushed/shattered/smashed/severed] [legs/arms/hands/feet/ribs/hips/limbs/bones]|"
        "[a bullet/glass/splinters/a splinter] in|internal injuries|bites|[severe/serious/minor/third-degree/"
        "second-degree] burns|"
        "[gas/smoke] poisoning|hypothermia|[multiple/light/serious/minor/slight/grave/severe/head/facial/eye] [injuries/wounds]|"
        "a [gunshot/chest/stomach/flesh] wound|[gunshot/bullet] injuries|a [head/leg/arm/back] injury|injuries|burst eardrums|"
        "shock"
    ),
    "noun": "amputations|amputees|stretchers|burns|woundings|stabbings|fractures",
}
_UNKNOWN = "there is no trace/there is no sign/there has been no sign/there has been no news/there was no trace/there is no news"
_MISSING = {
    "intransitive": (
        "~report back:reported back:reported back|~turn up:turned up:turned up|~reappear:reappeared:reappeared|"
        "~answer the roll:answered the roll:answered the roll|~answer roll call:answered roll call:answered roll call|"
        "[could not/cannot/can not/can no longer/could no longer] be [traced/located/found/accounted for]|"
        "never [arrived/reached home]|fell out of contact|[dropped out of/dropped from] sight|"
        "not [been located/been in touch/made contact/come home]|"
        f"whom [{_UNKNOWN}/nothing is known/nothing has been heard]|[fate/whereabouts] [is/are/remain/remains] unknown"
    ),
    "adjective": ("not found|never found|out of contact|without trace|still [looked for/searched for]|on no list"),
    "verb": (
        "[nobody/no one] [has/had] [heard from/heard of/seen since/seen again/traced]|"
        "lost [contact/touch] with|contact was lost with|"
        "no [trace/sign/news/word] [of/from]|no [trace/sign] was found of"
    ),
}


def spelt_out(family: str) -> Iterator[str]:
    """The phrases of a family."""
    for row in family.split("|"):
        if row.startswith("~"):
            base, past, done = row[1:].split(":")
            yield from (f"{did} {base}" for did in _DID.split("|"))
            yield from (f"{has} {done}" for has in _HAS.split("|"))
            yield f"never {past}"
        else:
            yield from _alternatives(row)


def _alternatives(row: str) -> Iterator[str]:
    """The phrases that a row with alternatives in brackets stands for."""
    pieces = [piece.split("/") for piece in row.replace("]", "[").split("[")]
    yield from (" ".join("".join(chosen).split()) for chosen in product(*pieces))


def phrases(families: Mapping[Measure, Mapping[str, str]]) -> dict[tuple[Measure, str], tuple[str, ...]]:
    """Measure and form -> phrases that tell of it."""
    return {(measure, form): tuple(spelt_out(rows)) for measure, forms in families.items() for form, rows in forms.items()}


FATES = phrases({Measure.KILLED: _KILLED, Measure.INJURED: _INJURED, Measure.MISSING: _MISSING})
"""What became of the body: dead, hurt, not heard of."""
