"""English: words that tell names from other capitalised words. Kinds of words only, never parties or people."""

from .en_offices import FORMS
from .tables import Names, bag

NAMES = Names(
    titles=bag(
        "mr mrs ms miss dr prof professor sir lord lady dame president vice-president premier chancellor minister "
        "secretary senator congressman congresswoman representative governor mayor deputy ambassador envoy general "
        "gen lieutenant lt colonel col major maj captain capt sergeant sgt corporal cpl private brigadier brig "
        "admiral adm commander cmdr marshal commandant chief king queen prince princess sheikh sheik imam rabbi pope "
        "bishop archbishop father sister brother rev reverend judge justice prosecutor attorney spokesman spokeswoman "
        "spokesperson director chairman chairwoman chair leader coordinator commissioner correspondent reporter "
        "journalist analyst officer detective inspector lawmaker mp rep sen gov hon emir sultan coach "
        "msgr monsignor fr reverend prelate"
    )
    | FORMS,
    weak_titles=bag("dean earl duke baron guru lama baker shepherd miner foreman farmer pilot primate canon"),
    title_links=bag("prime foreign defence defense interior health deputy vice acting former first lt maj brig"),
    institutions=bag(
        "ministry department army navy force forces brigade brigades battalion regiment division guard guards corps "
        "command militia police gendarmerie council authority agency office bureau commission committee parliament "
        "assembly senate congress government cabinet administration court tribunal union league alliance coalition "
        "front party movement organisation organization association society federation institute institution "
        "university college school hospital foundation fund bank group company corporation network observatory centre "
        "center service services news times post radio television tv press mission red-cross crescent cross "
        "directorate staff embassy consulate secretariat board chamber house legion fleet squadron unit intelligence "
        "resistance initiative watch monitor syndicate lines railways railway airlines airways shipping works industries "
        "holdings partners physicians jurists doctors relief rights trust pool guild brotherhood sisterhood consortium "
        "cooperative hospice witness rectorate prefecture museum library cantons canton assemblies committees"
    ),
    bodies=bag(
        "ministry army navy forces brigade brigades battalion regiment guard militia police government parliament "
        "authorities military troops council administration presidency coalition embassy rebels command cabinet air- "
        "force intelligence"
    ),
    particles=bag("de del della der den di da dos du la le van von bin ibn bint al el ul ben ter ten abu"),
    links=bag("of for"),
    common=bag(
        "a an the this that these those his her its their our my your he she it they we you i who what when where why "
        "how which and but or nor so yet if as at by for from in into of off on onto out over per since than then to "
        "under until up upon via with within without about above across after against along among around before "
        "behind below beneath beside between beyond despite down during except inside like near outside past through "
        "throughout toward towards unlike yes no not only also even just still again once here there now today "
        "yesterday tomorrow tonight meanwhile however moreover therefore thus although though while because whereas "
        "unless whether either neither both each every all any some many most much more few several another other "
        "others such same one two three four five six seven eight nine ten eleven twelve dozens scores hundreds "
        "thousands millions half nearly almost roughly approximately earlier later last next first second third "
        "following according asked had has have is are was were be been do does did will would can could may might "
        "must shall should let there's it's that's he's she's they're we're i'm don't none nobody nothing everyone "
        "everything monday tuesday wednesday thursday friday saturday sunday january february march april june july "
        "august september october november december jan feb mar apr jun jul aug sep sept oct nov dec local officials "
        "witnesses residents police authorities medics rescuers troops soldiers civilians people gunmen militants "
        "rebels fighters sources analysts experts critics reporters doctors reports least overnight breaking updated "
        "update read watch photo video image credit live exclusive opinion editorial advertisement"
    ),
    reporting=bag(
        "said says told added wrote asked replied explained insisted warned noted announced claimed stated confirmed "
        "denied reported declared admitted argued accused alleged maintained tweeted posted testified acknowledged"
    ),
    places_after=bag("in at near from to into around outside inside across toward towards through over"),
    articles=bag("a an the his her its their"),
    relatives=bag("who whose whom"),
    at_office=bag("to in at for"),
    styled=bag("the so-called self-styled self-proclaimed"),
    parties=bag(
        "rebels militants insurgents terrorists separatists resistance occupiers invaders guerrillas mercenaries jihadists "
        "extremists loyalists partisans militiamen aggressors liberators regime junta enemy occupation forces troops army "
        "militia militias fighters authorities gangs"
    ),
    weak_parties=bag("forces troops army fighters authorities gangs militia militias occupation"),
    party_words=bag(
        "occupation occupying enemy resistance rebel regime government separatist insurgent terrorist coalition invading "
        "loyalist militant jihadist opposition pro-government anti-government armed freedom puppet liberation allied mercenary"
    ),
)
