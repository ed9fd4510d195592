"""English: words that tell the kind of a source. Kinds of words, never parties."""

from .en_offices import FEMALE, GIVEN, MALE, MASTHEADS, ON_DUTY, PRESSMEN, PUBLISHING, SAME_OFFICE, TRADE_ENDS, TRADES
from .tables import Sources

SOURCES = Sources(
    first=frozenset("i we me us my our myself ourselves".split()),
    singular=frozenset("he she his her him himself herself".split()),
    plural=frozenset("they their them themselves".split()),
    neuter=frozenset("it its itself this".split()),
    relative=frozenset("who which that whose whom".split()),
    anonymous=frozenset(
        "source sources insider insiders someone somebody account accounts informant informants user poster commenter "
        "kidnapper kidnappers abductor abductors hijacker hijackers perpetrator perpetrators rumour rumours rumor rumors".split()
    ),
    unnamed=frozenset("unnamed anonymous anonymity unidentified undisclosed condition speaking identified named".split()),
    roles=frozenset(
        "spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons spokeswomen official officials "
        "minister ministers president commander commanders officer officers general generals chief chiefs leader "
        "leaders deputy deputies head heads director directors secretary governor mayor ambassador ambassadors envoy "
        "envoys diplomat diplomats senator senators lawmaker lawmakers mp mps legislator legislators prosecutor "
        "prosecutors judge judges lawyer lawyers aide aides adviser advisers advisor advisors representative "
        "representatives member members colonel captain doctor doctors medic medics surgeon coordinator coordinators "
        "manager managers correspondent correspondents reporter reporters journalist journalists policeman soldier "
        "soldiers fighter fighters negotiator negotiators premier chairman chairwoman chair commissioner administrator "
        "administrators inspector attorney professor conscript candidate nominee pilot pilots investigator "
        "investigators delegate delegates paramedic paramedics orderly nurse teacher priest imam owner author prelate "
        "clergyman monsignor parliamentarian parliamentarians authors writers writer worker harbour-master master mate "
        "skipper strategist pollster campaigner staffer staffers sergeant sergeants lieutenant lieutenants corporal "
        "corporals major majors admiral admirals brigadier marshal commandant commandants engineer engineers dentist "
        "clerk clerks magistrate magistrates mediator mediators broker brokers linguist linguists divers monitors "
        "functionary functionaries bishop bishops archbishop cardinal rabbi sheikh sheriff detective detectives "
        "firefighter firefighters spy congressman congressmen councillor councillors dignitary undersecretary consul "
        "rector dean lecturer physician physicians politician politicians presidents governors mayors secretaries "
        "editor editors vice-president technician technicians pathologist pathologists economist historian researcher "
        "scientist geologist biologist guard speaker mediator rector provost commodore prior abbot canon pastor vicar "
        "monarch king queen regent sheriff".split()
    )
    | TRADES
    | ON_DUTY,
    collective=frozenset(
        "witness witnesses eyewitness eyewitnesses resident residents analyst analysts expert experts observer "
        "observers critic critics people person man woman men women villagers villager survivor survivors activist "
        "activists relatives relative family families neighbours neighbors neighbour neighbor supporters supporter "
        "voters voter opponents protesters protester demonstrators students refugees displaced civilians locals "
        "researchers scientists historians economists many some others most everyone everybody public users democrats "
        "republicans conservatives liberals americans friends friend colleagues mother father brother sister son "
        "daughter wife husband shopkeeper farmer farmers workers worker rescuers volunteers "
        "volunteer caller callers boy boys girl girls widow widows docker dockers trader traders reader readers "
        "customer customers child children fisherman fishermen ferryman boatman rower rowers tenant "
        "tenants listener listeners businessman businessmen peasant peasants farmhand shepherd shepherds herder herders "
        "migrant migrants deserter deserters refugee tourist tourists pilgrim pilgrims prisoner detainee hostage hostages "
        "captive captives"
        "deckhand sailor sailors youth teenager pupil pupils cousin uncle aunt nephew niece grandmother grandfather "
        "daughters sons brothers sisters traitors rioters personnel landlords elders schoolmaster guerrillas gunmen "
        " passengers passenger miller passers-by patients prisoners detainees victims parents youths crowd".split()
    ),
    documents=frozenset(
        "statement statements report reports communique communiqué document documents bulletin letter letters memo "
        "email emails poll polls survey surveys study studies records record video footage photograph photographs "
        "images data figures transcript filing filings complaint indictment lawsuit article articles release leaflet "
        "leaflets resolution text message messages book post tweet notice dispatch decree ruling verdict constitution "
        "treaty cable transcripts audit review analysis editorial advertisement ad law order plan website log tally "
        "count update register registers list lists census legislation bill books version logs declaration announcement "
        "information summary passage page pages logbook logbooks memorandum memoranda diary diaries map maps chart certificate "
        "manifest dossier file files archive archives database ledger ledgers minutes photo photos picture pictures clip clips "
        "recording recordings tape image inscription poster placard timetable timeline testimony affidavit".split()
    ),
    media=frozenset(
        "tv television radio channel agency newspaper daily weekly magazine news press media broadcaster station "
        "network times post tribune herald gazette journal outlet outlets website site newsroom wire monitor "
        "broadcasting courier telegraph chronicle observer dispatch mail reuters afp ap bbc cnn newspapers blog podcast "
        "paper newswire fm observatory-news correspondent telegram evening voice messenger papers channels sentinel "
        "standard newscast program programme periodical publication agencies".split()
    ),
    bodies=frozenset(
        "ministry army government military police parliament administration authority council group movement party "
        "militia organisation organization agency commission committee office department forces force command guard "
        "union court brigade brigades navy coalition alliance front embassy presidency company bank university hospital "
        "service rebels regime state opposition campaign team board congress senate house centre center institute fund "
        "foundation association mission bureau cabinet secretariat directorate junta faction federation city staff "
        "authorities hall guild gang church community cross crescent troops battalion battalions regiment corps unit "
        "units railway railways rectorate prefecture infirmary checkpoint enemy clique trust councils committees "
        "assemblies ministries governments firms companies universities hospitals schools banks embassies missions directorates "
        "delegations cantons partners organs squadron units platoon division garrison concern firm enterprise corporation "
        "consulate gendarmerie municipality"
        "laboratory delegation leadership admiralty school clinic column organizations groups patrol mafia cartel squad "
        "squads legislature air-force side sides parties assembly civil-defence columns rescue-service".split()
    ),
    hosts=frozenset(
        "reporter announcer newsreader newscaster commentator narrator interviewer host presenter question questioner "
        "moderator studio anchor journalist correspondent".split()
    ),
    dispatches=frozenset("report reporting dispatch correspondent correspondents reporter newsman newsmen journalist".split()),
    articles=frozenset("the a an this that these those his her their its our my one".split()),
    indefinite=frozenset("a an one another some".split()),
    singles=frozenset({"one", "another"}),
    links=frozenset(
        "for of from in at with by on to near who whose which that , ( close within inside among speaking familiar".split()
    ),
    behalf=frozenset("for of to from by close".split()),
    told=frozenset("tell inform notify brief say assure remind warn speak".split()),
    interviews=frozenset(
        "interview interviews remarks statement statements comments comment conversation email message call briefing "
        "communique telephone".split()
    ),
    talks=frozenset("interview interviewed interviews".split()),
    carriers=frozenset("citing quoting quoted cited reported carried published broadcast aired relayed by".split()),
    citing=frozenset("citing quoting having invoking attributing".split()),
    having=frozenset({"having"}),
    outward=frozenset("by with to on in via through over".split()),
    obtained=frozenset("seen obtained reviewed leaked shown given".split()),
    participles=("ing", "named", "called"),
    lesser=frozenset("vice deputy under assistant former acting".split()),
    inserts=frozenset("begin end recording video excerpt excerpts continues text passage word words indistinct omitted".split()),
    people=frozenset("man woman".split()),
    person_endings=("er", "or", "man", "woman", "ist", "ian", "ant", "ent", "ee", "eur"),
    serving=frozenset("to for".split()),
    media_sorts=(
        frozenset("tv television radio channel station broadcaster broadcasting network fm".split()),
        frozenset("newspaper paper daily weekly magazine times post tribune herald gazette journal courier".split()),
        frozenset("agency wire newswire".split()),
        frozenset("website site blog podcast".split()),
    ),
    pairs=frozenset({"and"}),
    addressing=frozenset("to with on".split()),
    toward=frozenset("by with to on in for".split()),
    ends=frozenset(
        "that on in at by after before during while when from as to for and but who which late early monday tuesday "
        "wednesday thursday friday saturday sunday yesterday today".split()
    ),
    second=frozenset("you your".split()),
    definite=frozenset({"the"}),
    near=frozenset({"this"}),
    within=frozenset("in at near inside outside across around within into".split()),
    translated=frozenset("translation translated".split()),
    offices=frozenset("ministry committee council directorate commission guild union association federation".split()),
    issued=frozenset(
        "statement statements report reports communique communiqué bulletin letter note notice release message text "
        "document dispatch information announcement declaration leaflet summary".split()
    ),
    generic=frozenset(
        "officer official leader politician diplomat functionary dignitary spokesman spokeswoman spokesperson "
        "representative delegate chief guest prelate clergyman commander".split()
    ),
    titled=frozenset(
        "minister president general colonel captain major admiral mayor governor ambassador secretary chairman director "
        "envoy mediator negotiator speaker prefect premier chancellor provost rector dean bishop archbishop commissioner "
        "coordinator prosecutor lawmaker senator monarch king queen chairwoman monsignor abbot prior registrar "
        "judge chief legislator lawmaker lawyer doctor".split()
    ),
    tinges=frozenset("military army police government guerrilla rebel political senior".split()),
    groups=frozenset("group organisation organization movement company body party committee front".split()),
    former=frozenset("former ex onetime retired".split()),
    few=frozenset("two three".split()),
    witnesses=frozenset(
        "witnesses eyewitnesses residents analysts experts observers critics villagers survivors activists".split()
    ),
    serving_as=frozenset("experts observers monitors analysts investigators scientists technicians researchers".split()),
    many=frozenset("some many several most others both few all three four five six".split()),
    versions=frozenset("version post edition update headline story".split()),
    earlier=frozenset("earlier previous first".split()),
    who=frozenset("who whom".split()),
    by=frozenset({"by"}),
    selves=frozenset("himself herself itself themselves".split()),
    mastheads=MASTHEADS,
    publishing=PUBLISHING,
    pressmen=PRESSMEN,
    given=GIVEN,
    male=MALE,
    female=FEMALE,
    same_office=SAME_OFFICE,
    trade_ends=TRADE_ENDS,
    hearsay=frozenset("reports accounts information versions stories".split()),
    withheld=frozenset("close familiar knowledge name names".split()),
    press=frozenset("reporters journalists press media newsmen audience crowd parliament congress lawmakers".split()),
)
