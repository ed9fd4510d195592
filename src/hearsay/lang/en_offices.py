"""English: offices, ranks and trades by which a source is called, and the words in front of names. Kinds only, never people."""

from .tables import bag

TRADES = bag(
    "accountant acrobat actor actress adjuster agronomist anaesthetist anchorman apothecary apprentice archivist artillerist "
    "artilleryman assistant astronomer auctioneer baker banker barber barman barmaid baritone bargeman beekeeper blacksmith "
    "boatbuilder boatswain bodyguard bookbinder bookkeeper bookseller bosun bottler brewer bricklayer builder bursar butcher "
    "butler cabman caretaker carpenter carter cashier caterer chairperson chamberlain chambermaid chandler chaplain chauffeur "
    "chef chemist choirmaster cleaner coachman cobbler collector comptroller conductor confectioner constable controller "
    "cook cooper coppersmith coroner coxswain craftsman curator cutler dealer dispatcher distiller ditcher doorkeeper "
    "doorman draughtsman dressmaker druggist dyer electrician embalmer epidemiologist examiner farrier ferrymaster "
    "firefighter fireman fishmonger fitter florist forager foreman forester forewoman founder furrier gamekeeper gardener "
    "gatekeeper gaoler geographer glazier glover goldsmith governess gravedigger grave-digger greengrocer grocer "
    "groundskeeper groundsman gun-layer gunsmith haberdasher hairdresser handler hangman harbourmaster harvester headmaster "
    "headmistress headteacher healer herbalist herald hotelier housekeeper hydrologist imam inkeeper innkeeper "
    "instructor intern interpreter ironmonger jailer janitor jeweller joiner jurist keeper knacker laundress lawman "
    "lecturer liaison librarian lifeguard lighthouse-keeper lightkeeper lineman linesman lithographer lockkeeper "
    "locksmith machinist maid maltster masseur mason matron mechanic messenger meteorologist midwife miller milliner "
    "mortician moulder muezzin musician narrator naturalist notary nurseryman nurse optician organist paediatrician painter "
    "paramedic pastor pathologist patrolman pharmacist photographer piper planner plasterer plumber pointsman porter "
    "postman postmaster postmistress potter prefect presser principal printer proctor provost psychiatrist psychologist "
    "publican quarryman quartermaster radiographer radiologist ranger receptionist registrar repairman rescuer restorer "
    "retailer roofer sacristan saddler salesman saleswoman sawyer schoolteacher sculptor seamstress seismologist "
    "servant sexton shipwright shoemaker shunter sign-painter signaller signalman silversmith smith solicitor "
    "stationmaster steward stewardess stockbroker stonemason storekeeper storeman superintendent supervisor surveyor "
    "switchman tailor tanner taxidermist teacher telegraphist telegrapher teller therapist tiler tinsmith toolmaker "
    "toxicologist translator treasurer trooper tuner tutor typist undertaker upholsterer urologist valet vendor verger "
    "veterinarian vet vicar vintner virologist vulcanologist waiter waitress warden warder watchmaker watchman "
    "weaver welder wheelwright whaler winding-man winder woodcutter zoologist captor sentry"
)
"""Singular nouns for somebody at a post or in a trade: one of them is known by it."""
ON_DUTY = bag(
    "nurses guards drivers gunners scouts sentries sentinels handlers gravediggers grave-diggers captains skippers prefects "
    "warders jailers patrolmen watchmen constables troopers signalmen dispatchers conductors controllers crew crews captors "
    "commissioners superintendents instructors examiners coroners curators registrars wardens stewards firemen "
    "principals headmasters headmistresses headteachers chaplains consuls interpreters quartermasters bodyguards surveyors "
    "aircrew gun-crews marshals rectors deans inspectors heads bosses chairmen liaisons supervisors crewmen "
    "coxswains liaison staff-officers prefects provosts treasurers"
)
"""Plural nouns for people at a post: they speak from it, and not as one of the people."""
TRADE_ENDS = ("master", "mistress", "keeper", "smith", "wright", "monger")
"""Endings of nouns for somebody at a post or in a trade."""
FORMS = bag(
    "provost rector dean speaker prefect commodore mediator warden prior prioress abbot abbess canon deacon pastor vicar "
    "chaplain cardinal patriarch mufti ayatollah mullah cleric elder comrade citizen constable superintendent sheriff "
    "ensign midshipman trooper gunner corporals bombardier warrant rear-admiral vice-admiral air-marshal wing-commander "
    "sub-lieutenant cadet surgeon physician nurse matron midwife engineer advocate barrister notary registrar curator "
    "headmaster headmistress principal lecturer economist historian editor columnist skipper bosun harbourmaster "
    "negotiator rapporteur ombudsman ombudswoman undersecretary adviser advisor aide delegate councillor councilman "
    "councilwoman alderman chamberlain regent duke duchess baron baroness countess viscount earl emperor empress tsar "
    "consul nuncio magistrate coroner procurator bailiff agitator activist dissident defector militant ringleader "
    "strongman warlord pathologist seismologist geologist teacher schoolteacher schoolmaster lawyer farmer fisherman shepherd "
    "baker shopkeeper driver pilot miner docker widow villager resident survivor eyewitness witness student "
    "congressmember parliamentarian legislator lawmaker assemblyman assemblywoman trooper paramedic firefighter foreman "
    "spokesperson vice-chairman vice-chancellor vice-premier secretary-general undersecretary-general presidentelect "
    "president-elect minister-president attorney-general brigadier-general major-general lieutenant-general "
    "colonel-general lieutenant-colonel lance-corporal superior mayoress cantor archdeacon archimandrite metropolitan "
    "primate pontiff lama guru swami"
)
"""Words in front of a person's name beside those that `Names.titles` spells out."""
MASTHEADS = bag(
    "signal mirror star sun globe echo express mercury argus beacon banner clarion bugle examiner inquirer enquirer relay "
    "guardian spectator advertiser recorder reporter newsline despatch telex bulletin today online bell gong"
)
"""Last words of the names that papers, stations and sites give themselves."""
PUBLISHING = bag(
    "prints printed carries carried publishes published broadcasts airs aired reprints reprinted relays relayed quotes "
    "splashes editorialises editorializes headlines serialises"
)
"""What media do and persons hardly ever: whose name stands before such a verb is a medium."""
PRESSMEN = bag("reporter reporters correspondent correspondents newsroom readers viewers listeners website editorial editorials")
"""Nouns behind a possessive name that show that it is a medium's."""
GIVEN = bag(
    "grace mark rose hope will bill frank faith joy may june april august dawn pat sue rob jack art don ray max drew chase "
    "grant dean earl pearl ruby lily daisy ivy olive heather hazel violet robin jay guy gene dale glen lance miles rusty rich "
    "victor nick peter jimmy harry rod ward sandy penny ginger iris summer chance angel christian"
)
"""Common words that are also first names."""
MALE = bag(
    "he him his himself man men boy father brother son husband uncle nephew grandfather grandson king prince duke baron "
    "emperor mr sir lord monk abbot imam sheikh priest spokesman chairman congressman policeman fisherman ferryman "
    "businessman watchman foreman headmaster waiter actor widower shepherd nobleman gentleman clergyman boyfriend "
    "stepfather stepson"
)
FEMALE = bag(
    "she her hers herself woman women girl mother sister daughter wife aunt niece grandmother granddaughter queen princess "
    "duchess baroness empress mrs ms miss lady dame nun abbess matron spokeswoman chairwoman congresswoman policewoman "
    "businesswoman headmistress schoolmistress waitress actress widow midwife seamstress stewardess girlfriend "
    "stepmother stepdaughter bride postmistress"
)
"""Nouns and pronouns that tell whether somebody is "he" or "she"."""
SAME_OFFICE = (
    bag("priest clergyman father reverend rev fr pastor vicar canon prior monsignor msgr chaplain curate cleric"),
    bag("doctor dr physician surgeon medic"),
    bag("monarch sovereign king queen emperor empress emir sultan"),
    bag("bishop prelate archbishop cardinal"),
    bag("premier prime"),
    bag("professor prof academic lecturer"),
    bag("officer general colonel major captain lieutenant brigadier commander sergeant commodore admiral gen col maj capt lt"),
    bag("envoy mediator ambassador negotiator"),
    bag("legislator lawmaker senator congressman deputy parliamentarian mp councillor"),
    bag("journalist reporter correspondent editor"),
)
"""Offices that are called by one another's names."""
