"""Everyday English, which carries no mathematics: things, people, places, deeds, feelings, school and the web.

The words were chosen by hand, topic by topic. A word that counts, orders, compares, measures, limits, denies, or says
how something begins or ends is in no list: "twice", "last", "biggest", "speed", "only", "never", "start".
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from ..respelling import lexicon
from .story_words import MEASURED, QUANTITIES

_NOUNS = """
    accident accountant acid actor actress advert advertisement advice advisor agency agent agriculture aid aircraft
    airline airship album algae alien alley ally almond ambulance analyst anchor angel anger ankle anniversary antenna
    antibiotic antidote apartment app apparatus appetite applause appliance appointment architect archive arena
    armchair army aroma art article ash asphalt assembly asset assistant asteroid astronaut astronomer atmosphere atom
    attic attitude auction audience aunt author avenue avocado award axe baby backpack backyard bacon badge bakery
    balcony ballet bandage banker bankruptcy banner barn barrier basement basin bay bead beaker bean bear beard beaver
    bedroom beef beekeeper beer bell belt bench berry beverage bicyclist billboard billionaire binder biology birthday
    blackboard blade blanket blast blaze blizzard blood blossom blouse blueberry bodybuilder bolt bomb bone bonfire
    boot booth border boss botanist boulder boulevard bouquet boxer bracelet brain brake brass breakfast breath brewery
    bricklayer bride broadcast brochure bronze broom broth bubble budget buffalo buffet bug bungalow bungee buoy bureau
    burger burglar burner bush businessman businesswoman butcher butter button cab cabbage cabin cabinet cactus
    caffeine cage calcium calf camel camera camp campfire campground campus canal canary cancer candidate candy cane
    canteen canvas canyon cape captain caravan caretaker cargo carnival carousel carpet carriage carrot cartoon casino
    castle caterer catering caterpillar cathedral caution celebration celery cement cemetery cereal ceremony champagne
    champion channel chapel charity chart cheese cheetah chef chemist cherry chess chick chief chimney chip chlorine
    choir cholesterol chord chorus cider cigarette cinema circus citizen civilization clan clay cleaner clerk client
    climate climber clinic closet cloth clothes clothing clover club coach cockroach cocoa coconut cod coil collar
    colleague collector colour color comedian comedy comet comic committee community compass competition competitor
    complaint composer compost concert conductor conference congress conservatory consultant consumer contestant
    contractor conveyor cooler copier cord cork cornflakes correspondence cosmetics costume cottage couch council
    counselor countryside coupon courier courtyard cousin cowboy crab cracker crash crater crayon cream creature creek
    cricket crime criminal crocodile crowd crown cruise crumb crystal cucumber cupboard currency curtain cushion
    custard cyclone dairy daisy dancer darkness dart dashboard dealer debris debt deck decoration deed defender dentist
    deposit designer desert dessert detective detergent device dew diamond diary diesel diet digger dinner dinosaur
    diploma director dirt disaster disease dishwasher disinfectant district dock document doll donation donkey donor
    dorm dormitory dough doughnut donut dove dragon drama drawer dream dress drill drink drizzle drought drum drummer
    dryer duck dust dustbin dwarf dynamo eagle ear earphone earthquake earthworm easel ecologist ecology ecosystem
    editor editorial elbow electrician electricity electron elephant elevator embankment emergency emission emperor
    employee employer employment enemy enterprise entertainment entrance entrepreneur envelope environment enzyme
    epidemic equipment escalator escape essay estate evaporation exhaust exhibition expedition expert explosion export
    eyeball eye fabric facility fairground fairy faith falcon fan fare farmhand farmland fashion fax feather fee fellow
    ferret fertilizer fertiliser fever fiction fig finance finger firefighter fireplace firewood fisherman fishery
    fishing fitness flag flame flagpole flamingo flashlight flat fleet flock flood flour flute foam fog folder folk
    footballer footpath forecast forehead forester forge fork fort fortress fortune foster freezer freight freshman
    fridge frisbee frost fry fun fund funeral fur fuse gadget galaxy gallery gambler gang gangster garbage gardening
    garlic garment gasoline gauge gear gelatin gem gene generator genius gentleman geologist germ ghost giant gift
    giraffe girlfriend boyfriend glove glue goal goalkeeper goat god goggles goldfish golfer goose gorilla gossip
    government governor grain grandchild granddaughter grandfather grandma grandmother grandpa grandparent grandson
    granite grape grapefruit grasshopper gravel grave grease greenhouse grill grocer grocery grove guard guardian
    guidebook guitar gum guy gym gymnast habitat hail hair haircut hairdresser hall halloween ham hamburger hamlet
    hamster hand handbag handball handkerchief handle handrail hangar hare hat hawk hay hayfield headline headphone
    headquarters health heart heater heather heaven hedge hedgehog heel helium helmet hen herb herd hero heron herring
    highway hiker hiking hippo hippopotamus hive hobby hockey hoist holder hole hood hoof hook hoop hornet horseback
    hose hostel hostess hotdog household housewife housing hover hub hurdle hurricane husband hut hydrant hydrogen
    iceberg icecream icicle illness immigrant import incense industry infant infection inflation influenza inhabitant
    ink inn inspector institute institution instrument insulation insulin insurance intern invader invention inventor
    inventory investor iodine ivy jail jam jaw jazz jeans jeep jelly jellyfish jewel jeweller jewelry job jogging joke
    journalist joy judge juggler jumper jungle junior junk jury karate kayak keeper ketchup keyboard keychain kidney
    kindergarten king kingdom kid kiosk kiwi knee knife knight knob knot koala lab laboratory laborer labourer lace lad
    lamb lamppost landing landlord landmark landscape lane language lantern laser lass laundry lava lawnmower lawyer
    leaflet leak leather leek leg legend leisure lemon lender lens leopard letterbox lettuce librarian lid lifeguard
    lighter lightning lily lime limestone limousine lion lip literature loan loaf lobby lobster lock locomotive lodge
    logger lollipop lord lorry lottery lotus lounge luck luggage lumber lunch lung machinery mafia magic magician magma
    magnet mailbox mailman mall mammal mango mansion manure marathon marble mare marina marriage marsh marshmallow
    mason massage mat mate mattress mayor mayonnaise mechanic medal melody melon member memory menu merchant mercury
    meteor meteorite metro microbe microphone microscope microwave migration millionaire miner mineral minister minivan
    mint miracle mirror missile mission mist mixer mixture mob moisture mold mould mole monastery monitor monk monkey
    monster monument mood mop mortgage mosque mosquito moss motel moth motorist motorway mousetrap mouth movie mud
    muffin mug municipality murder murderer muscle mushroom musician mustard mystery nanny napkin nation nature navy
    neck necklace nectar needle neighbourhood neighborhood neon nephew nerve nest net newborn news newsagent newsletter
    nickel niece nightingale nitrogen noise noodle nose notebook novel novelist nursery nut nylon oak oar oasis oat
    oatmeal obstacle ocean octopus office officer olive omelette onion opera operator orchard orchestra orchid ore
    organism organist organization organisation ostrich outfit outlet outskirts owl oyster ozone pack package packet
    paddle padlock palace palm pan pancake panda panel panic panther pants papaya paperback paperclip parade paradise
    parasite parcel parking parliament parrot parsley partner party passport pasta paste pastry pasture pavement
    pavilion paw pea peach peacock peanut pear pearl pebble pedestrian peel pelican penguin penicillin peninsula
    pension pensioner pepper perfume permit pest pesticide pet petal pharmacist pharmacy philosopher photographer
    phosphorus physician physicist pianist piano pickle picnic pie pig pigeon piglet pigment pillow pillowcase pin pine
    pineapple pioneer pirate pizza thesis pistachio pistol pitcher pizzeria plankton plantation plaster platform
    playground plaza plough plug plum plumber plumbing plywood poacher pocket poem poet poetry police policeman
    policewoman politician politics poll pollen polymer pony popcorn popsicle porcelain porch port porter portrait
    postage postcard postman pot potassium potter pottery poultry poverty powder prairie prank prayer preacher preserve
    president press pretzel pride priest prince princess prison prisoner prize producer profession programmer promotion
    propeller property prosecutor protein protest provider provincial psychologist psychology pub publisher pudding
    puddle puff pulley pumpkin punch puncture pupil puppet puppy purse puzzle pyjamas quarry quarterback queen queue
    quilt racetrack racing racket radar radiator radish railroad rainbow raincoat rainfall rainforest raisin ranch
    rancher ranger raspberry rat raven reactor reader realtor rebel receipt receiver reception recipe recorder
    recording recruit recycling reef referee refreshments refrigerator refugee regiment reindeer religion rent rental
    reporter reptile republic resident resort restroom retirement revolver rhino ribbon rider rifle rink riverbank
    roadside robber robbery robin robot rodent rooftop rookie rooster rose rowboat rower royalty rug rugby ruin rumor
    rumour runway rust sack saddle saint salad salesman salesperson saleswoman saloon salsa sanctuary sandal sandbox
    sandcastle sandpit sardine sauce saucepan saucer sauna sausage saxophone scaffold scarecrow scarf scenery scent
    scholarship schoolboy schoolchildren schoolgirl schoolyard scooter scoreboard scout scrap screen screw screwdriver
    sculptor sculpture seabed seagull seal sealion seaside seaweed secretary security sedan sediment seedling seesaw
    semester senator sensor servant settlement settler sewage sewer shack shade shadow shampoo shark shed sheep shelf
    shelter shepherd sherbet shield shipment shipyard shirtmaker shooter shopkeeper shopper shopping shore shortage
    shotgun shovel shower shrimp shuttle sibling sickness sidewalk silk silo singer sink siren skate skating ski skiing
    skin skull skunk skydiver skyscraper slab slave sled sledge sleigh sleeper sleeve slide slime slipper slogan
    smartphone smell smile smith smog smoke smoker smoothie snack snail snake snorkel snowball snowboard snowboarder
    snowflake snowman snowplow soccer society sock soda sodium sofa software soldier soloist soybean spacecraft spade
    spaghetti spark sparrow spear spectator speech speedboat spice spider spinach sponge sponsor spoon sportsman spouse
    sprinkler spruce spy squad squid stable stair staircase stall stamp starfish startup station stationery
    statistician steak steamboat stereo stew steward stewardess sticker stomach stool stopwatch storage storekeeper
    stove stranger straw strawberry stream street streetcar streetlight stretcher stroller stuntman submarine suburb
    subway sugarcane suit sunflower sunglasses sunlight sunrise sunset sunshine supermarket supper supplier surfer
    surfboard surgeon surgery swamp swan sweater sweatshirt sweetcorn swimmer sword syrup tablecloth tablet tail tailor
    talent tango tanker tape tar target tart taxicab taxpayer teammate teapot tear technician technology teen teenager
    teeth tooth tent terrace territory terrorist textile thanksgiving theft thermometer thermostat thief thumb thunder
    thunderstorm tide tie tigress tile tin tinfoil toad toaster tobacco toddler toe toilet toll tomato tomb tongue
    toolbox toothbrush toothpaste torch tornado tortoise toothpick tourism tournament towel townhouse toymaker tractor
    trader tradesman traffic trailer trainee trainer tram trampoline transit trap trash traveler traveller tray
    treasure treasurer treat treaty tribe tricycle trolley trombone trophy trousers trout trumpet trunk tsunami tub
    tugboat tuna tunnel turbine turkey turtle tutor twig typewriter typist umpire uncle underground underwear unicorn
    uniform uranium urchin usher vacancy vaccine vacuum valley valve van vanilla vault vegetable vegetarian veil vendor
    venue veranda vet veterinarian victim victory video videogame villa vine vinegar vineyard violin violinist vitamin
    vodka volcano volleyball volunteer voter waffle waiter waitress wallet wallpaper walnut wardrobe warehouse warrior
    wasp waste watchmaker watchman watchtower watercolour waterfall watering watermelon waterway wax weapon weather web
    website wedding weed weightlifter welder whaler wheelbarrow wheelchair whip whisky whistle widow wife wildlife
    willow windmill windscreen windshield wing winner wisdom witch witness wizard wolf woodland woodpecker woodwork
    workbench workman workplace workshop worm wreck wrench wrestler wrist writer yacht yogurt youngster zebra zookeeper
"""
_DEEDS = """
    abandon absorb abuse accompany ache act adopt adore advise admire afford alarm allot amaze amuse annoy apologize
    apologise appeal argue arrest arrive ask assemble assist attack attend attract award bail bake ban bang bark bathe
    battle beg behave bet belong blame bleed bless blink blow blush boast bob boil book borrow bother bounce bowl
    breathe breed brew broadcast brush build bully bump burn bury buy buzz call camp care carve cast celebrate charm
    chase chat cheat cheer chew chop claw clean climb cling coast code collapse collide comb comfort complain compete
    confess congratulate construct consult cook cope cough crack crash crawl creep cruise crush cry cycle damage dance
    dare deceive decorate deliver deposit deserve design desire destroy dig dine dip disagree disappear disappoint
    discuss dislike dive donate doze drag drain dream dress drift drill drink drip drive drop drown drum dry dump dust
    dwell dye earn eat embark embarrass emigrate employ encourage enjoy enter entertain escape evaporate excavate
    excite exhale exhaust explode explore export fall feed feel ferment fetch fight fish flap flash flee float flood
    flow flush fly forget forgive freeze frighten fry gallop gamble gather gaze giggle glance glide glow glue gossip
    grab greet grieve grill grin grip groan grow growl guard guess guide hammer hang happen harm harvest hatch hate
    haul heal hear heat help hesitate hide hike hire hiss hit hope hover hug hum hunt hurry hurt import impress inflate
    inhale inject injure insist inspect inspire install interrupt introduce invade invent invest invite iron irrigate
    jog joke juggle jump kick kidnap kill kiss kneel knit knock know labour lack land laugh launch leak lean leap leave
    lend lick listen litter live load lock look lose love lurk mail manufacture march marry melt mess migrate mine moan
    moor mop mourn mow mumble murder nag nail nap nod obey observe offend offer orbit overflow overhear own pack paddle
    paint park participate paste pat pause pay pedal peck peel peep perform pick pilot pitch plan plant play plead
    plough plow plunge poke polish pollute pop pour practise practice praise pray preach prefer prepare pretend prevent
    print program promise protest punch punish purchase push race rain rattle refuel refund refuse regret rejoice relax
    rely remind rent repair replant rescue reside resign retail retire return revise ride ring rinse rise rob roam
    roast roll row rub ruin run rush rust sack sail save scare scatter scoop scratch scream screech scrub sell send
    serve sew shake shampoo shave shelter shine ship shiver shoot shop shout shovel shower shrug sigh sing sip sit
    skate ski skid skip sleep slide sling slip smash smell smile smoke snatch sneeze sniff snore snow soak sob spend
    spill spin splash spoil sponsor spray sprint squeak squeal stain stare stay steal steer sting stir stitch store
    strap stray stretch strike stroke stroll struggle study stumble stun succeed suck suffer suggest sunbathe support
    surf surprise surrender survive suspect swallow sway swear sweat sweep swell swim swing tame tap taste teach tease
    telephone tempt thank think thaw threaten throw thrive tickle tilt tidy tie tour tow trade train trap travel treat
    tremble trick trickle trip trot trouble trust try tug tumble type unload unlock unpack untie upload download use
    vanish visit vote wail wait wake walk wander want warm warn wash watch water wave wear weave weep weld whine whip
    whisper whistle wink wish wonder work worry wrap wreck wrestle yawn yell zip zoom
"""
_LIKE = """
    able absurd accidental active actual adventurous afraid aggressive aging alive allergic alone amateur ambitious
    ancient angry annual anonymous antique anxious apparent artificial asleep athletic atomic attractive available avid
    awake awesome awful awkward bald bare beautiful beloved bitter blank blind blond bored boring brave brick bright
    brilliant broke broken brutal bumpy calm careful careless casual cautious charming cheap cheerful chemical chilly
    civil classic clever clumsy coastal colorful colourful comfortable commercial concrete confident conscious cosy
    cozy crazy creative creepy crisp crowded cruel crunchy cultural curious cute damaged damp dangerous dead deaf dear
    decent delicate delicious delighted desperate dirty disappointed dizzy domestic dreadful dry dull dumb dusty eager
    early eastern economic edible educational elderly electrical electronic elegant enormous enthusiastic environmental
    excellent exciting exhausted exotic expensive experienced experimental famous fancy fantastic favorite favourite
    federal ferocious fertile financial fluffy foggy foolish foreign fortunate frail fragile frantic friendly
    frightened frosty frozen frustrated frustrating funny furious fussy generous genetic gentle genuine glad global
    gloomy glorious golden gorgeous graceful graceless grateful greedy grumpy guilty hairy handsome handy happy harmful
    harmless healthy helpful helpless historic historical hollow homeless honest horrible hostile huge humble humid
    hungry icy ill illegal immense important impressed impressive incredible indoor industrial inexpensive infamous
    innocent intelligent international itchy jealous jolly joyful juicy keen kind lazy leafy legal lively lonely loose
    lost loud lovely loyal lucky luxurious mad magic magical magnetic magnificent married marvelous massive mechanical
    medical medieval melted mental messy mighty mild military mobile modest moist monthly muddy municipal muscular
    musical mysterious nasty national naughty nearby neat nervous noisy northern nuclear numb nutritious obedient obese
    obvious official organic outdoor outgoing outstanding overweight painful painless pale panicked parked patient
    peaceful personal plump polite political polluted populated popular portable powerful practical precious pregnant
    prehistoric private professional proud puny puzzled quaint quick raw recent reckless recreational recycled reliable
    religious remote retired ripe risky robust romantic rotten rough rude rusty sad safe salty sandy satisfied scared
    scary scenic secret selfish serious severe shaky shiny shocked shocking shy silent silly sincere skilled skinny
    sleepy slender slim slippery sloppy smart smelly snowy sober social solar sore sour southern spare special spicy
    spoiled sporty stale starving steady steep sticky stormy strange striped strict stubborn stuck stunning stupid
    sturdy stylish successful sudden sunken sunny superb surprised suspicious sweaty sweet swift talented tame tasty
    technical tempting tender terrible terrific thirsty thoughtful thrilled tidy tired toasted tough toxic traditional
    tragic tricky troubled twisted ugly unaware unbelievable uncomfortable underwater unemployed unexpected unfair
    unfortunate unhappy unhealthy unlucky unpleasant unusual upset upstairs downstairs urban urgent useful useless
    vacant vain valuable vast verbal vicious victorious violent vivid volcanic wary wasteful watchful watery weak
    wealthy weary weird western whimsical wicked widespread windy wise wonderful wooden woolen woollen worried
    worthless worthy wounded yearly weekly yummy
"""
_IRREGULAR = """
    ate eaten became become been blew blown bought brought built burnt came caught chose chosen crept cut did done
    drank drunk drawn drove driven fed fell fallen felt flew flown forgot forgotten fought froze frozen gave given gone
    went grew grown had heard hid hidden held hung kept knelt knew known laid lay leapt learnt left lent lit lost made
    met men women children geese mice people paid ran rang ridden rode risen rose sang sung sat saw seen sent sewn
    shaken shook shone shot slept slid sold spent spoke spoken spun stole stolen stood stuck stung swam swept swore
    swum swung taught thought threw thrown thrived told took taken woke woken wore worn won wept wound wrote written
    bred fled dug dealt swollen sprang spilt spoilt wolves knives leaves lives wives loaves shelves thieves calves
"""
_TALK = """
    aaah aargh absolutely actually afaik ah aha alas amigos arghh argh asap atm aw awesome basically bc bcs bcuz brb
    bro bros btw bump bye cause cheers comeback coz crap cuz damn dang dude duh dunno eek eh em emm err etcetera ew ffs
    fr frankly freaking frickin fyi gah geez gonna goodness gosh gotta grr guyz haha hahaha hehe heh hella hellooo
    helloo heya hiii hii hmm hmmm holy honestly hooray huge huh idc idek idk ikr imho imo indeed innit irl jeez jk
    kinda lemme lmao lmk lol lolol luckily mate meh mhm mmm mods mood nah naively nerd newbies nope nvm obvs oh oi omg
    oof ooh oops op ouch peeps phew plss plsss plzz ppl prof profs prolly rlly rn seriously sheesh sidenote sigh smh
    sooo soo sorta sup surely tbf tbh thankfully thanx thnks thnx tho thru tldr tmrw tmr totally trynna tryna ty tyvm
    ugh ughh uh uhh uhm um umm unfortunately urgently vibes wanna wassup wb welp whatcha whatever wherever whoa whoops
    woohoo wow wtf xd xoxo xx xxx ya yall yay yeah yep yes yikes yo yup yw youtuber tutoring tiktok insta instagram
    facebook twitter whatsapp telegram snapchat zoom teams moodle canvas blackboard webassign mymathlab chegg quizlet
    coursera edx udemy duolingo geogebra maple mathematica matlab python excel chatbot gpt claude gemini copilot laptop
    wifi internet android iphone sat act gre gmat ap ib gcse igcse abitur baccalaureate baccalauréat bac calc calc1
    calc2 calc3 precalc trig stats chem bio econ eng engineering cs uni highschool hs freshman sophomore junior senior
    grad undergrad undergraduate postgrad graduate alevel a-level alevels olevel o-level jee neet mcat faculty dept
    department professor's lecturer's teacher's recitation tutorial handout slides slide whiteboard blackboards
    syllabus midterms retake resit resubmission makeup prep prepping revising cramming cram crammed studyguide
    worksheet worksheets warm-up warmup starter plenary bellwork doodle notes notebook binder assignment's homework's
    grade grades grading graded rubric january february march april may june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday mondays fridays christmas easter halloween
    thanksgiving america american britain british england english scotland wales ireland irish france french germany
    german italy italian spain spanish india indian china chinese japan japanese russia russian canada canadian
    australia australian mexico mexican brazil africa african europe european asia asian london paris berlin rome
    madrid moscow tokyo boston chicago texas california florida york adam ahmed alan ali andrew anthony carl chris
    claire dan daniel danny edward elena elizabeth emily eric ethan eva fatima frank george grace hannah harry helen
    ian isaac jacob jake jason jean jeff jenny jim joe jose joseph karen keith ken kevin laura leo lisa lucas luis max
    maya megan mia michael miguel mohammed nathan nick noah omar oscar pedro priya rachel raj richard robert rosa ruby
    ruth ryan sofia sophie steve susan thomas tina tony victor wendy will zoe
"""


_BEARING_WORDS = """
    base bases basing mean means meaning meaned even evens evening odd odds odder round rounds rounded rounding point
    points pointed power powers root roots rooted square squares squared squaring cube cubes cubed triangle rectangle
    sphere cone sector arc angle side sides edge face line lines lining plane planes curve curves ring field group set
    sets order orders ordered ordering series term terms factor factors product products sum sums total part parts half
    third thirds quarter quarters second seconds double triple pair pairs dozen single least most more less fewer same
    equal equals like unlike likely lesser few little lot lots much many none nothing only just except without but not
    no nor never neither either both each every any all some other others another rest ends end ended ending starts
    start started starting begins begin began beginning stop stops stopped last lasts lasted lasting first final
    finally initial initially until till before after then next previous back again still already yet high higher long
    longer short shorter large small big deep wide tall fast slow quick speed velocity rate rates height length width
    depth distance weight mass time times age ages cost costs price amount number level size profit open closed bounded
    interval range domain image limit limits approach approaches zero unit units degree degrees normal normally tangent
    secant log logs exact exactly approximately near nearly close closely closest about over under above below within
    outside inside between from to by per up down positive negative real complex rational natural naturally imaginary
    prime primes ascend descend increase decrease maximum minimum max min top bottom peak left right inverse reverse
    opposite reciprocal perfect constant variable fraction decimal digit digits percent percentage ratio proportion
    average median mode variance probability chance chances random density work force tension area volume perimeter
    circumference radius diameter hypotenuse diagonal vertex center centre axis graph graphed plot plotted exist exists
    existing find finds match differ different differs difference distinct unique repeated repeat repeats multiple
    multiply divided divide share shares sharing split splits minus plus take takes taken add adds replace replaced
    change changes changed changing turn turns turned meet meets met cross crosses crossed touch touches cut cuts hit
    hits leave leaves reach reaches land lands landed fall falls stand fit fits ever always once twice if when whenever
    where which what whose who how why whether assume suppose let given ignore ignored omit skip skips skipped avoid
    avoided exclude include included including keep keeps kept hold holds held column columns row rows matrix vector
    vectors space spaces rank null kernel sequence table tables raise raised rise rises rising drop drops dropped
    stretch stretches stretched stretching axes mirror mirrors shift shifts pitch spin spins chord chords grad grads
    monthly yearly weekly annual
"""
BEARING = frozenset(_BEARING_WORDS.split())
"""Words that the lists' endings would make, or that name a thing in them, and that may bear mathematics."""


def _noun(stem: str) -> set[str]:
    if stem.endswith(("s", "x", "z", "ch", "sh", "o")):
        return {stem, f"{stem}es", f"{stem}s"}
    return {stem, f"{stem[:-1]}ies" if stem.endswith("y") else f"{stem}s", f"{stem}s"}


def _deed(stem: str) -> set[str]:
    if stem.endswith("e"):
        return {stem, f"{stem}s", f"{stem}d", f"{stem[:-1]}ing"}
    if stem.endswith("y"):
        return {*_noun(stem), f"{stem[:-1]}ied", f"{stem}ed", f"{stem}ing"}
    doubled = {f"{stem}{stem[-1]}{end}" for end in ("ed", "ing")}
    return {*_noun(stem), f"{stem}ed", f"{stem}ing", *doubled}


def _quality(stem: str) -> set[str]:
    return {stem, f"{stem[:-1]}ily" if stem.endswith("y") else f"{stem}ly"}


@cache
def everyday() -> frozenset[str]:
    """Return everyday words in small letters, with their regular endings; none is of the reader's vocabulary."""
    kinds: tuple[tuple[str, Callable[[str], set[str]]], ...] = ((_NOUNS, _noun), (_DEEDS, _deed), (_LIKE, _quality))
    made = {form for words, forms in kinds for stem in words.split() for form in forms(stem)}
    told = set(f"{_IRREGULAR} {_TALK}".split()) | (MEASURED - QUANTITIES)
    return frozenset(made | told) - lexicon() - BEARING


@cache
def beside(words: frozenset[str]) -> frozenset[str]:
    """Return a list of words and the everyday ones, made once for each list."""
    return words | everyday()
