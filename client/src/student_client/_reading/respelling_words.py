"""Words for :mod:`student_client._reading.respelling`: other words that a misspelt word could be.

None is in the vocabulary of questions. A misspelt word is not corrected if one of these is as near as the known word.
"""

from __future__ import annotations

_FURTHER = """
    absolutely added amplitude argument asymptote asymptotes average concave concavity conditionally conjugate
    converge convergence converges convex cosecant cosine cotangent count counting cubed decrease decreases
    decreasing degrees derived determinants difference differences discriminant distinct diverge divergence diverges
    divided eigenvalue eigenvector eigenvectors even extrema extremum greater hyperbolic imaginary increase
    increases increasing inflection integer integrand intersect intersection intersections inverses invertible
    irrational larger largest maxima maximal maximise maximize maximum median minima minimal minimise minimize
    minimum modulus multiplied nonnegative oblique orthogonal parabola parabolas parallel percent percentage period
    periodic perpendicular plot powers product products quotients radians ratio rational reciprocal repeated secant
    sketch slant smaller smallest squared subtract subtracted sums symmetric tangents touch touches undefined
    vertical
"""
FURTHER = frozenset(_FURTHER.split())
"""Words of mathematics that sentences know, or that nobody knows but a misspelt word could be."""
_ENGLISH = """
    abound absolutes absume accelerations addiction additions addling aerage afterward afterwords aground aiding
    amplitudes angel approacher approximations arguments arranged arranger arranges assumed assumer assumes assure
    assuring audition avenage averaged averager averages backet become becomed beginnings behaviors bellow bene bonds
    booth brachet bracken bracker brocket brockets calculated calculates calculators calculatory calculous caliculate
    calyculate calyculus cancels cancer canel cannel cantel cantered cantred carcel carves centerer centrad centre
    centrex chance chancel chances chane chang changa changed changer changers changos characteristics charge charges
    chian cleanly cloned closen closers closes closet closter clover cloyed cloyer coefficients coelect collectings
    collects collet combination combined combiner combines combing comines comminations commons commot commute
    commuting compete competed competing complected completer completes complexed composita compositae composites
    compote compounds computed computer computes concaved concaver concert conclave condensed condenser condenses
    conine conjugata conjugatae conjugated conjugates connex constanta constat contex convect convent converged
    convergences convergency converse converses converts convey coordinated cooser corine corrects corves cosecants
    cosies cosiness cosses cotangents courting covert crosnes crosse crossed crosser crossest cures curies curses
    curtes curved curver curvet curvets daer decease deceases deceasing decima decomposed decomposer decomposes
    decompositions decreased decree decrees definitions degrease degreed delinition demain deprivate deprivative
    deprive deprived derailed deride derided derivatize deriver derives describe describer describes descried detailer
    detained determined determiner determines devergence devisor differentia differentiae differentials differentiated
    differentiates differentiations digit digitus directs direst disard discards discinct discord discriminants
    distributed distributee distributer distributes diverged divergences divergency diverse dividend divider divides
    divine divined divisions divisors divisory doable domaine domains donee donne dose doubled doubler doubles doublet
    doubly doudle dripped drive drooped dropper eighths eights eighty eliminations eluate employe employs empress
    equated equates equivalents evacuate evacuated evacuating evacuation evaluates evaluations exercised exerciser
    exercises exits exorcise expander expands expansions expend expended expending explains extremal extreme faction
    factions facto factorials factories factorist factorizations factorizes factory faitor fallowing fats fautor
    fending fenite fictor figured figurer figurers figury filed filite findings fining finity finking fixure
    followings forge forged forger forges forgets forgot forlet formulae formular formule forpet forset fourths fouth
    fractious friction frictions froom froth fundamentals funding genera generale generall generals geometrid gest
    gibing givings gradients grater greaser greaten greeter greta groping groupings grousing grouting gyving hading
    haling halving happen haring hating hawing haying hazing headings headring healing heaping hearing heating heaving
    heeding heer heigh herding hight hightest hilding hiving holdings holing homeworks homogenous hooding hording
    horizontals hospitals hypergolic identifies ignored ignorer ignores improver included includer includes incluse
    increased increaser increate indicate indicates indice indics indicted indicts indies indites induces inert
    infection infinito infinity inflections infliction initials insect insection inserts inset insetting insolate
    inspections integrands integrant integrated integrates integrations interject interjection interjections internal
    internals internection intersects intersert interset intervale inventible inversed invert invertile inverting
    investible irrationals isolated isolates juts keeling keening kindle kingly kinkly laager lager lagger langer
    larder largen larges largess larget larker lasted lateral laving leading leafing leaking leaning leaping leasing
    leavings lengths lengthy letter lettern lettings liberal lien liens lifted lilted limitings linea lineal lineary
    liner linne lisped listee listel listen lister listred literals litoral litters littler lobate locale located
    locater locates lorate lowset lusted macing maclurin magnitudes makings manny marking masking mating matric
    matrice matris matrixes maxim maximist maximite maximized maximizer maximizes maxims maximums maximus maxing
    maying meaking medan media mediad medial medians mediant medias medimn medina melian mesian mete metes methol
    midian miking minim minimism minimite minimized minimizer minimizes minims minimums minimus minium misima modules
    moore moost mots multiples multiplet multiplex multiplications multiplier multiplies multipole muts natation
    nearly needer needled negatived negativer negatives nettly nextly nicery nicety nodation nonhero nonhomogenous
    noration notations novation numbed nutation oaky obliqued obliques obtains ordinar orthogonial paces paints
    palaces papulation parabolae parabole parallels parenthesis pari parial partials particulars pascals paschal
    pascual passible patrial patting peaces pease peopled peopler peoples peoplet percentaged percentages percents
    percept perfecta perfecti perfecto perfects performs periods periotic pernod perpendiculars perscent petting
    piercent pints pitting placed placer placers placet placus plages plaices planes plates pleas pleased pleaser
    pleases plowers plunging poculation pointy pokers polers polt populations posers positives possibles possibly
    potting powders practic practiced practicer practices practick practico practised practises practive prats prease
    precent prefect preform prerent presents preset prevent previde prices prides pries primed primer primers
    primitiae primitives primps primus principes principle principled prints prizes problems produce produces
    productus propertied propertius protide provider provides provine pugging punting puttying quadratics quantic
    quartics quartzic questions radial radials radian radiant radicals radicel rally rationale rationales rationalism
    rationalist rationalized rationalizer rationalizes realty rearly rearranged rearranger rearranges reciprocals
    reducer reduces reduct redue reest regally regards regian regin regions regrading reguard reheated reilly relace
    relatives relove remainders remainer remembers reminder remote removed remover removes renard renverse repace
    repealed repeater repented replaced replacer replaces replane replate replaying reports repost repot represents
    requester require requirer requires requited resalt reseated resect resole resolved resolver resolves resort
    respects respelt resuit results retainder retard retarding retort rets revere reveres reverie revers reversed
    reverser reverses reversi reverso revolve reward rewarding rewove rewriter rewrites rewrote roost roto roundel
    rounder salar salving sampler sated satisfied satisfier scala scalare scalars scalary scaler scant sealch searce
    seated seating secants seconde secondo seconds sectant secund sejant separably separatedly sequenced sequencer
    sequences sequency seres serie serifs serines serins serves settings settling sevenths seventy shingle shorted
    shortens shorter shotten simper simple simpless simplex simplifications simplifier simplifies simplist simplity
    simuler sindle singe singled singler singles singlet singly sitting skated sketchy slated smallen smalter smarting
    smeller sned solation soling soloing someones songle spaller sparable sparch specifier specifies spetch spilt
    squame squarer squarest squark squary squeege squeezed squeezer squeezes squeezy squire squired squires staged
    staked staled staller standards starch stared staring starling starring started startling starving staten stater
    states stating stationery statued staved stayed steepiness steeps stetch stetting storting stupent subjects
    subnect subsect substituted substituter substitutes substitutions subtracter subtracts suer suitably summations
    supple surject swingle synthetics systems tacking tailor takin takings takins talking taming tanking tanks taping
    taring tasking taxing teache teachers teachery teaches teather teicher temperatures tensing tenting textbooks
    thanes theorems there therefor thinks thorough though throuch tiddy tingent tiple toady toking tomorrows torches
    touched toucher toying trail transposed transposer transposes transprose treacher treading trending triangled
    triangler triangles trifle tringle trinomials triole tripe tripel tripled triples triplet triplex triply trippe
    tripple troating trough truing trun tying tyking undefied undefiled undefine understands unknowns unrefined
    utilized utilizer utilizes vales valses valuer valuers valved valves vanished vanisher vanist variably varnish
    varnishes veery versions verticals verticil victor victors volage voltages volumed volumes volute vortex vortical
    weer whencever wheneer wherever whetter whither whitten whuther wording workings worming writhen writter zeroed
"""
ENGLISH = frozenset(_ENGLISH.split())
"""English words that are one edit away from a word of mathematics."""
_NAME_WORDS = """
    euler newton simpson riemann cramer rolle lagrange vieta horner wolfram desmos
    fonction inversa primitiva derivata deriv
"""
NAMES = frozenset(_NAME_WORDS.split())
"""Names, and words of other languages and programs."""
USUAL = {
    "limt": "limit",
    "slove": "solve",
    "eual": "equal",
    "teh": "the",
    "comlete": "complete",
    "simplfy": "simplify",
    "touchs": "touches",
    "expnd": "expand",
    "squre": "square",
}
"""Usual misspellings to which other words are as near as the right one."""
