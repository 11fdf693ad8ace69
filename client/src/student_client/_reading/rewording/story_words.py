"""Words of everyday stories around a problem, which carry no mathematics: things, people, places, what they do.

The choice was made by hand along a list of the most frequent English words. Words that count, order, compare, limit or
say how something begins are not here: "per", "each", "half", "initial", "starts", "rest", "empty", "total", "rate".
"""

from __future__ import annotations

import re

_PEOPLE = """
    adult adults anna alex alice amy anne artist athlete baker bank ben bob boy boys brother builder buyer carpenter
    carlos chef child children company companies firm firms maker scientists biologist researcher researchers cook
    crew customer customers cyclist dad daughter david diver doctor driver emma engineer einstein newton hooke ohm
    boyle family farmer father fisherman friend gardener girl girls guest human humans jack jane james jogger john
    julia juan kate kim lady liam lucy man manager manufacturer maria mark mary mike mother mum mom neighbour
    neighbor nina nurse olivia owner paul parent parents passenger patient patients people person peter pilot player
    players pupil pupils retailer runner sailor sam sara sarah scientist seller skater skier someone student
    students sue swimmer teacher team teenager tim tom tourist trader visitor visitors walker woman women worker
    workers
"""
_THINGS = """
    pile heap poured blood bloodstream cooling heating right-angled sides lengths angles diagram figure sketch
    picture surface ruler rulers orders dimensions object planting present shows come body block game games ride
    rides fall falls fallen taps tap pipes aeroplane air airplane airport alcohol aluminium aluminum animal animals
    ant ants apple apples aquarium arch arrow bacteria bacterium bag bags bakery ball balloon balls bananas bar
    barrel baseball basket basketball bat bath bathtub battery beach beam bed bee bees beetle bicycle bike bird
    birds biscuits boat book books bottle bottles bowl box boxes branch bread brick bridge bucket building buildings
    bulb bullet bus buses business butterfly cable cafe café cake cakes candle candles cannon canoe car carbon card
    cards cars cart cat cattle cave ceiling cell cells chain chair chairs chemical chicken chocolate church circuit
    city clay cliff clock cloud coal coast coffee coffees coin coins colony computer computers concrete container
    cookies copper corn cottage cotton country court cow cows crane crate crop cup cups current cylinder dam deer
    desk disc disk dog dolphin door drone drug ducks dye earth egg eggs elevator engine factory fans farm fence
    ferry field fields film fire fireworks fish fishes flea flask flight floor flower flowers flu fly food football
    forest fountain fox foxes frog fruit fuel furniture garage garden gas gate glacier glass gold golf goods grass
    greenhouse ground gun hammer harbour harbor helicopter hill home honey horse hospital hotel house houses ice
    insect insects iron island jacket jar jet juice jug kangaroo kettle kitchen kite ladder lake lamp lamps land
    laptop lawn leaf leaves lemonade library lift light lighthouse line lines liquid lizard log machine machines
    magazine market material meadow meal medicine medication metal mice milk mine mobile money moon motor motorbike
    motorcycle mountain mouse museum music nail newspaper oil olives oven orange oranges orbit oxygen paint paper
    parachute park parachutist particle particles path pen pencil pencils pendulum pens petrol phone phones piece
    pill pipe pizza plane planet plant plants plastic plate playground poison pollutant pollution pond pool porch
    post posters potato power predator prey printer projectile pump rabbit rabbits radio railway rain raindrop ramp
    restaurant rice river road rock rocket roof room rooms roller coaster rope rubber salmon salt sand sandwich
    sandwiches satellite school sea seat seats seed seeds sheet shell ship shirt shirts shoe shoes shop shops silver
    skateboard sky snow soap soil song sound soup space spaceship spring squirrel stadium stage statue steam steel
    stick stone store storm string sugar suitcase sun swing table tables tank taxi tea teas telephone television
    tennis theatre theater ticket tickets tiger timber toast tower town toy toys track train trains tree trees truck
    trucks tunnel tyre tire umbrella van vase vehicle vehicles village virus wagon wall wasps water wave well whale
    wheat wheel wind window wine wire wolves wood wool yard yeast yoghurt zoo account bill budget radioactive decay
    motion physics chemistry biology economics engineering geometry gravity substance isotope sample capacitor dish
    culture tissue fluid air-filled computer-game concert course election exam experiment fair festival holiday
    investment journey lesson match medium project race recipe reaction sale sales seminar service shift show sport
    stock stocks survey test trip vacation voyage winter summer autumn day night morning afternoon evening curve
    circle parabola plot rectangle square triangle box-shaped cube sphere cone patch photo photograph frame poster
"""
_DOES = """
    cools warms decays grows shrinks spins flew rolled cooled warmed relates relating controls appears switched
    turned leans leaning describes describe applied arrives attached bakes belongs blows boils bounces bought
    bouncing breaks brings brought built burns buys called carries carry carrying catches caught charges climbs come
    comes contains cooks costs cost covers cycles cycling delivers dives diving draws drinks drives driving driven
    eats enters fired flies flows flowing floats flying found gets goes going happens heats hits held holds injected
    invested jumps kept kicked kicks kills land lands launched leaves left lies lives living loses made makes
    manufactured manufactures moves moving needs observed oscillates oscillating owns paid paints passes pays
    planned plans planted played plays poured produced produces pulled pulls pushed puts rides rises rolls rolling
    rents runs running sails sees sells selling sent serves shoots skates slides sliding sold spreads stands stays
    stored studied studies studying swims swinging swings takes taken producing making finds depends depend
    estimated thought known talks tastes threw throws thrown told tossed travels travelling traveling turns uses
    used using visits walks walking washed watches wears weighs works worn inhabits modelling modeling investigates
    models measures measured
"""
_LIKE = """
    big black blue bright brown busy certain circular clean clear cold common cool curved dark deep different dry
    elastic electric fast fresh frictionless good great green heavy high horizontal horizontally hot hungry
    imaginary ideal industrial large late light little local long low metal modern narrow natural new nice old open
    orange plain plastic poor popular pretty private public quiet rainy real-life red rich rectangular round
    spherical cylindrical conical rubber rural sharp shallow short sick simple slow small smooth soft solid steep
    still straight strong sunny sweet tall thick thin tiny tropical typical upward upwards vertical vertically warm
    wet white wide wild windy wooden yellow young downward downwards away along against across around through inside
    outside under near above below behind beside off out up down into onto towards toward over here there quickly
    slowly gently
"""
_GLUE = """
    a an the of to in on at by for with from as its it his her their this that these those which who whose and is
    are was were be been being has have had he she they them we our my i you your can may will would so such also
    while during given described modelled modeled represented shown defined expressed approximated determined
    written stated provided follows following formula formulas formulae function functions equation equations
    expression rule model law relation relationship system graph letter letters variable variables quantity
    quantities value number amount denote denotes denoted represent represents stand stands mean means measured let
    suppose consider time some gives give leads lead satisfies satisfy obtained obtain found connected related where
    each-other respectively situation problem information data
"""
_QUANTITY_WORDS = (
    "height position displacement distance temperature population volume area cost profit revenue price mass weight"
    " depth length width amount concentration charge voltage pressure energy intensity level size radius number value"
    " period resistance force density frequency demand supply salary wage balance brightness angle side edge"
)
QUANTITIES = frozenset(_QUANTITY_WORDS.split())
"""Quantities that a formula gives, and a question names again."""
_UNITS = """
    metre metres meter meters centimetre centimetres centimeter centimeters millimetre millimetres kilometre
    kilometres kilometer kilometers mile miles feet inch inches yard yards seconds minutes hours days week weeks
    month months year years gram grams gramme grammes kilogram kilograms kilogrammes tonne tonnes litre litres liter
    liters millilitres milliliters gallon gallons pound pounds dollar dollars euro euros cents pence penny newton
    newtons volt volts ampere amperes amps watt watts joule joules celsius fahrenheit kelvin cm mm km kg ml ft hr
    hrs units unit items people
"""
PEOPLE = frozenset(_PEOPLE.split())
"""People, who are rarely what a formula is about."""
UNITS = frozenset(_UNITS.split())
"""Units, which say nothing of a formula whose letters have them."""
_TWICE_MEANT = "square cube sphere cone triangle power current different same still left needs over under log"
"""Words that mean something else in mathematics."""
MEASURED = (frozenset(f"{_PEOPLE} {_THINGS}".split()) | QUANTITIES) - {
    "number",
    "value",
    "amount",
    "curve",
    "line",
    "lines",
}
"""Words of things and quantities, whose letters may stand for what is never negative."""
STORY = (
    frozenset(f"{_PEOPLE} {_THINGS} {_DOES} {_LIKE} {_GLUE}".split()) | QUANTITIES | {f"{one}s" for one in QUANTITIES}
) - set(_TWICE_MEANT.split())
"""Words of a sentence that only tells a story."""
_EQUATED = """
    sum difference product two three four five numbers number more less than twice times half double triple added
    older younger longer wider taller shorter increased decreased subtracted multiplied divided age ages old
    perimeter together total equal equals plus minus - % by and is was sides
"""
EQUATED = frozenset(_EQUATED.split())
"""Words of a sentence that says a printed equation in words, beside the other words of a story."""
COMPARED = re.compile(
    r"\b(?:above|below|over|under|beyond) (?:that|those|the (?:temperature|average|normal|room))\b|\brelative to\b",
    re.IGNORECASE,
)
"""Words for a quantity that is counted from another one."""
