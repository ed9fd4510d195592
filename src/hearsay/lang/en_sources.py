"""English: words that tell the kind of a source. Kinds of words, never parties."""

from .tables import Sources

SOURCES = Sources(
    first=frozenset("i we me us my our myself ourselves".split()),
    singular=frozenset("he she his her him himself herself".split()),
    plural=frozenset("they their them themselves".split()),
    neuter=frozenset("it its itself this".split()),
    relative=frozenset("who which that whose whom".split()),
    anonymous=frozenset("source sources insider insiders".split()),
    unnamed=frozenset("unnamed anonymous anonymity unidentified undisclosed condition speaking identified named".split()),
    roles=frozenset(
        "spokesman spokeswoman spokesperson spokesmen spokespeople official officials minister ministers president "
        "commander commanders officer officers general generals chief chiefs leader leaders deputy deputies "
        "head heads "
        "director directors secretary governor mayor ambassador ambassadors envoy envoys diplomat diplomats senator "
        "senators lawmaker lawmakers mp mps legislator legislators prosecutor prosecutors judge judges lawyer "
        "lawyers "
        "aide aides adviser advisers advisor advisors representative representatives member members colonel captain "
        "doctor doctors medic medics surgeon coordinator coordinators manager managers correspondent correspondents "
        "reporter reporters journalist journalists policeman soldier soldiers fighter fighters negotiator "
        "negotiators "
        "premier chairman chairwoman chair commissioner administrator administrators inspector attorney "
        "professor deserter conscript "
        "candidate nominee pilot pilots investigator investigators negotiators delegate delegates "
        "paramedic paramedics orderly nurse teacher priest imam owner author writer "
        "strategist pollster campaigner staffer staffers".split()
    ),
    collective=frozenset(
        "witness witnesses eyewitness eyewitnesses resident residents analyst analysts expert experts "
        "observer observers "
        "critic critics people person man woman men women villagers villager survivor survivors activist activists "
        "relatives relative family families neighbours neighbors neighbour neighbor supporters supporter "
        "voters voter "
        "opponents protesters protester demonstrators students refugees displaced civilians locals "
        "researchers scientists "
        "historians economists many some others most everyone everybody public users democrats republicans "
        "conservatives "
        "liberals americans friends friend colleagues mother father brother sister son daughter wife husband "
        "shopkeeper "
        "farmer farmers driver drivers workers worker rescuers rescuer volunteers volunteer caller callers "
        "miller passers-by patients prisoners detainees victims parents youths crowd group".split()
    ),
    documents=frozenset(
        "statement statements report reports communique communiqué document documents bulletin letter letters "
        "memo email "
        "emails poll polls survey surveys study studies records record video footage photograph photographs images "
        "data figures transcript filing filings complaint indictment lawsuit article articles release leaflet "
        "leaflets "
        "resolution text message messages book post tweet notice dispatch cable transcripts audit review analysis "
        "editorial advertisement ad law order plan website log tally count update register registers list "
        "lists census records".split()
    ),
    media=frozenset(
        "tv television radio channel agency newspaper daily weekly magazine news press media broadcaster "
        "station network "
        "times post tribune herald gazette journal outlet outlets website site newsroom wire monitor "
        "broadcasting courier "
        "telegraph chronicle observer dispatch mail reuters afp ap bbc cnn newspapers blog podcast paper newswire fm "
        "observatory-news correspondent telegram".split()
    ),
    bodies=frozenset(
        "ministry army government military police parliament administration authority council group movement party "
        "militia organisation organization agency commission committee office department forces force command "
        "guard union "
        "court brigade brigades navy coalition alliance front embassy presidency company bank university hospital "
        "service rebels regime state opposition campaign team board congress senate house centre center "
        "institute fund "
        "foundation association mission bureau cabinet secretariat directorate junta faction federation city "
        "staff authority authorities hall committee guild gang "
        "side sides group parties assembly civil-defence columns column rescue-service".split()
    ),
    hosts=frozenset("reporter interviewer host presenter question questioner moderator studio anchor journalist".split()),
    articles=frozenset("the a an this that these those his her their its our my one".split()),
    indefinite=frozenset("a an one another some".split()),
    singles=frozenset({"one", "another"}),
    links=frozenset(
        "for of from in at with by on to near who whose which that , ( close within inside among speaking "
        "familiar".split()
    ),
    behalf=frozenset("for of to from by close".split()),
    told=frozenset("tell inform notify brief say assure remind warn speak".split()),
    interviews=frozenset(
        "interview interviews remarks statement statements comments comment conversation email message call briefing "
        "communique telephone".split()
    ),
    carriers=frozenset("citing quoting quoted cited reported carried published broadcast aired relayed by".split()),
    toward=frozenset("by with to on in for".split()),
    ends=frozenset(
        "that on in at by after before during while when from as to for and but who which late early "
        "monday tuesday wednesday thursday friday saturday sunday yesterday today".split()
    ),
    press=frozenset("reporters journalists press media newsmen audience crowd parliament congress lawmakers".split()),
)
