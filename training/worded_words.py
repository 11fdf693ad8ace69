"""The sentences of problems in words, as data: what a function stands for, and the questions about it."""

from __future__ import annotations

from dataclasses import dataclass

from training.worded_questions import PURE_QUESTIONS
from training.wordings import phrases


@dataclass(frozen=True)
class World:
    """What a function stands for: the kind of questions, its letters ("" is any), and sentences with ``{F}`` or not."""

    kind: str
    letter: str
    variable: str
    sentences: tuple[str, ...]


PURE = phrases(
    """Given {F},|Given that {F},|Let {F}.|Let {F}.|If {F},|The function {c} is defined by {F}.|
    Consider the function {F}.|Suppose {F}.|For the function {F},|The curve C has equation {F}.|
    A curve has the equation {F}.|The curve is given by {F}.|For the curve {F},|A function is given by {F}.|
    Take {F}.|Here {F}.|The function is given below.|Let {c} be the function below.|
    The equation of a curve is given.|A curve is given by the equation below.|For the given function,|
    I am given {F} and|We have {F}.|Suppose that {F}.|The graph of {F} is drawn.|Consider the curve below.|
    A function f is defined as follows.|Look at {F}.|The function {F} is given.|You are given the function {F}.|
    Assume {F}.|For {F},|With {F},|When {F},"""
)
MOTION = phrases(
    """A particle moves along a line so that its position at time t is {F}.|
    The position of a particle is given by {F}.|The displacement of a particle is {F} metres after t seconds.|
    A particle moves in a straight line with displacement {F}.|
    The position of an object at time t seconds is {F} metres.|A car's distance after t seconds is {F} metres.|
    The position of a particle at time t is given below.|A particle moves along the x-axis with the position given.|
    An object moves so that {F}, in metres and seconds.|A body moves in a straight line and {F}.|
    A particle's displacement in metres at time t seconds is given below."""
)
THROWN = phrases(
    """A ball is thrown upwards and its height after t seconds is {F}.|A stone's height is {F}, in metres.|
    The height of a ball, in metres, after t seconds is given by {F}.|
    A rocket's height t seconds after launch is {F} feet.|The height of a stone thrown vertically upward is {F}.|
    A ball is kicked; its height in metres is {F}.|The height of a projectile is given below.|
    An object is thrown from a building; its height after t seconds is {F}."""
)
GROWN = phrases(
    """A population is modelled by {F}.|The number of bacteria after t hours is {F}.|
    The population of a town is given by {F}.|A culture of bacteria grows so that {F}.|
    The number of fish in a lake after t years is {F}.|The population after t years is given."""
)
WARM = phrases(
    """The temperature of a cup of tea after t minutes is {F}.|The temperature of a room at time t is given by {F}.|
    A drink cools so that {F}, in degrees.|
    The temperature, in °C, t minutes after it is made is given by the formula."""
)
TANK = phrases(
    """The volume of water in a tank after t minutes is {F} litres.|Water drains from a tank so that {F}.|
    The volume in a container at time t is {F}.|The volume of a balloon after t seconds is {F} cubic centimetres."""
)
COST = phrases(
    """The cost of producing x items is {F} dollars.|A company's cost function is {F}.|The cost function is {F}.|
    The total cost, in dollars, of making x units is given by {F}.|The revenue from selling x units is {F}.|
    A firm's profit from x units is {F}.|The cost function is given below."""
)
RATE = phrases(
    """A particle moves with velocity {F} m/s.|The velocity of a particle at time t seconds is {F}.|
    A particle moves in a straight line with velocity {F}.|
    The velocity of an object is given by {F} metres per second.|Its velocity at time t is given below."""
)
FLOW = phrases(
    """Water flows into a tank at a rate of {F} litres per minute.|
    Oil leaks from a tank at a rate of {F} litres per hour.|A population grows at the rate {F} per year.|
    Water is pumped at a rate of {F} gallons per minute."""
)
SHAPE = phrases(
    """The area of a circle of radius r is {F}.|The volume of a sphere of radius r is {F}.|The surface area is {F}.|
    The area of a square of side r is {F}.|The volume of a cylinder is {F}.|Consider a circle with {F}."""
)
WORLDS = (
    *(World("pure", "", "", PURE) for _ in range(14)),
    *(World("motion", letter, "t", MOTION) for letter in "sssx"),
    *(World("thrown", letter, "t", THROWN) for letter in "hhs"),
    *(World("grown", letter, "t", GROWN) for letter in "PN"),
    World("warm", "T", "t", WARM),
    World("tank", "V", "t", TANK),
    *(World("cost", letter, "x", COST) for letter in "CR"),
    *(World("rate", "v", "t", RATE) for _ in range(2)),
    World("flow", "r", "t", FLOW),
    *(World("shape", letter, "r", SHAPE) for letter in "AV"),
)
_GROWTH = phrases(
    """find the rate of change when t = {a}|how fast is it changing when t = {a}?|find the rate of change at t = {a}|
    at what rate is it changing after {a} minutes?|determine the rate at which it is changing when t = {a}|
    find the instantaneous rate of change at t = {a}|how fast is it growing when t = {a}?|find {c}'({a})|
    find its rate of growth at t = {a}|how quickly is it increasing after {a} hours?|
    what is the rate of growth when t = {a}?"""
)
_AFTER = phrases(
    """find {c}({a})|find its value when t = {a}|what is it when t = {a}?|how many are there after {a} hours?|
    what is the temperature after {a} minutes?|how much is left after {a} minutes?|find the value at t = {a}|
    what was it at t = {a}?|find the value of {c} when t = {a}"""
)
_WHEN = phrases(
    """when does it reach {a}?|after how long will it be {a}?|find t when {c} = {a}|at what time is {c} = {a}?|
    how long does it take to reach {a}?|find the time at which it equals {a}|when is it equal to {a}?"""
)
_DERIVED = phrases("""find the rate of change|find the rate of change with respect to time|find {c}'({v})|
find d{c}/d{v}""")
QUESTIONS: dict[tuple[str, str], tuple[str, ...]] = PURE_QUESTIONS | {
    ("derivative", "motion"): phrases(
        """find its velocity|find the velocity at time t|find an expression for the velocity|
        find the velocity function|find the velocity of the particle at time t|find d{c}/dt|
        write down an expression for the velocity"""
    ),
    ("slope", "motion"): phrases(
        """find its velocity at t = {a}|find its velocity when t = {a}|find the velocity after {a} seconds|
        what is its velocity at time t = {a}?|find the velocity of the particle at t = {a}|
        how fast is it moving at t = {a}?|find the instantaneous velocity at t = {a}|
        find the velocity when t = {a} seconds|what is the velocity after {a} seconds?"""
    ),
    ("second", "motion"): phrases(
        """find its acceleration|find the acceleration at time t|find an expression for the acceleration|
        find the acceleration of the particle as a function of t|find the acceleration function"""
    ),
    ("second at", "motion"): phrases(
        """find its acceleration at t = {a}|find the acceleration when t = {a}|
        find the acceleration after {a} seconds|what is its acceleration at time t = {a}?|
        what is the acceleration of the particle after {a} seconds?"""
    ),
    ("turning", "motion"): phrases(
        """when is it at rest?|when is the particle at rest?|find the times when the particle is at rest|
        when does it stop?|at what times is the velocity zero?|
        find the values of t for which the particle is instantaneously at rest|
        at what time does it change direction?|find when its velocity is zero"""
    ),
    ("value", "motion"): phrases(
        """find its position at t = {a}|where is it when t = {a}?|find {c}({a})|
        find its displacement after {a} seconds|how far is it after {a} seconds?|find the displacement when t = {a}"""
    ),
    ("zero", "motion"): phrases("""when is it at the origin?|find the times when its displacement is zero|
    when is {c} = 0?"""),
    ("average", "motion"): phrases(
        """find its average velocity from t = {a} to t = {b}|find the average velocity over the interval [{a}, {b}]|
        what is the average velocity between t = {a} and t = {b}?"""
    ),
    ("slope", "thrown"): phrases(
        """find its velocity at t = {a}|find its velocity after {a} seconds|how fast is it moving when t = {a}?|
        what is its velocity after {a} seconds?|find the velocity of the ball when t = {a}"""
    ),
    ("turning", "thrown"): phrases(
        """when does it reach its highest point?|at what time does it reach its maximum height?|when is it highest?|
        find the time at which it reaches its greatest height|after how many seconds is it at its highest point?"""
    ),
    ("zero", "thrown"): phrases(
        """when does it hit the ground?|when does it hit the ground again?|when does it land?|
        at what time does it reach the ground?|how long is it in the air?|
        after how many seconds does it hit the ground?|when is its height zero?"""
    ),
    ("value", "thrown"): phrases(
        """how high is it after {a} seconds?|find its height after {a} seconds|find its height when t = {a}|
        what is its height at t = {a}?"""
    ),
    ("equals", "thrown"): phrases(
        """when is it {a} metres high?|when is its height {a}?|at what times is it {a} metres above the ground?|
        find the times at which its height is {a} metres|after how many seconds is its height {a} feet?"""
    ),
    ("derivative", "cost"): phrases(
        """find the marginal cost|find the marginal cost function|find {c}'(x)|find the marginal revenue|
        find the marginal profit"""
    ),
    ("slope", "cost"): phrases(
        """find the marginal cost when {a} units are produced|find the marginal cost at x = {a}|
        find the marginal revenue at x = {a}|what is the marginal cost when x = {a}?|
        find the marginal profit when {a} units are sold"""
    ),
    ("value", "cost"): phrases("""find {c}({a})|what does it cost to make {a} items?|find the cost of {a} units|
    find its value for x = {a}"""),
    ("turning", "cost"): phrases(
        """for which x is it at its maximum?|find the number of units that maximizes it|
        for what value of x is the cost least?"""
    ),
    ("during", "rate"): phrases(
        """find its displacement over the first {a} seconds|find the displacement in the first {a} seconds|
        how far does it travel in the first {a} seconds?|find the change in its position from t = 0 to t = {a}|
        find the distance travelled in the first {a} seconds, if it does not turn back|
        find the displacement from t = 0 to t = {a}"""
    ),
    ("distance", "rate"): phrases(
        """find the total distance travelled in the first {a} seconds|
        find the total distance it travels from t = 0 to t = {a}|
        how far does it travel in total during the first {a} seconds?|
        find the total distance travelled from t = 0 to t = {a}"""
    ),
    ("derivative", "rate"): phrases("""find its acceleration|find the acceleration at time t|
    find the acceleration of the particle"""),
    ("slope", "rate"): phrases(
        """find its acceleration at t = {a}|find the acceleration when t = {a}|
        find the acceleration after {a} seconds|what is the acceleration at t = {a}?"""
    ),
    ("zero", "rate"): phrases("""when is it at rest?|when is the velocity zero?|
    find the times when the particle is at rest"""),
    ("area", "rate"): phrases(
        """find its displacement from t = {a} to t = {b}|find the displacement between t = {a} and t = {b}|
        find the change in its position from t = {a} to t = {b}"""
    ),
    ("positive", "rate"): phrases("""when is the velocity positive?|for which t is it moving to the right?|
    for which values of t is the velocity positive?"""),
    ("during", "flow"): phrases(
        """how much water enters during the first {a} minutes?|how much flows in the first {a} hours?|
        find the total amount during the first {a} minutes|find the total change from t = 0 to t = {a}"""
    ),
    ("area", "flow"): phrases("""how much is it from t = {a} to t = {b}?|
    find the total change between t = {a} and t = {b}"""),
    ("slope", "shape"): phrases(
        """find its rate of change with respect to r when r = {a}|
        how fast is it changing with respect to r when r = {a}?|
        find the rate of change with respect to the radius when r = {a} cm|
        how fast does it change with the radius when r = {a}?"""
    ),
    ("derivative", "shape"): phrases("""find its rate of change with respect to r|find d{c}/dr|
    find the rate of change with respect to the radius"""),
    ("value", "shape"): phrases("""find its value when r = {a}|find {c} when r = {a}"""),
    ("equals", "shape"): phrases("""find r if {c} = {a}|find r when {c} = {a}|for which r is it {a}?"""),
}
for _kind in ("grown", "warm", "tank"):
    for _question, _texts in (("slope", _GROWTH), ("value", _AFTER), ("equals", _WHEN), ("derivative", _DERIVED)):
        QUESTIONS[_question, _kind] = _texts
ASKED_IN = {kind: [q for q, k in QUESTIONS if k == kind] for kind in {world.kind for world in WORLDS}}
ASKED_IN["pure"] += [
    "derivative",
    "slope",
    "slope",
    "turning",
    "turning",
    "tangent",
    "area",
    "value",
    "zero",
    "integral",
]
"""The questions of each kind; a question that is listed twice is twice as likely."""
EXTREMUM = phrases(
    """Find the {low} value of the function.|Find the {low} value of f({v}).|
    What is the {low} value of the function?|Find the {least} value of the function.|
    Determine the {low} value of the quadratic function.|Find the {low} value.|
    Use calculus to find the {low} value of the function.|The function has a {low}. Find its value."""
)
ROOT = phrases(
    """Find {k} if x = {a} is a root of the equation.|x = {a} is a root. Find {k}.|
    Find the value of {k} if {a} is a root.|Given that x = {a} is a solution, find {k}.|
    Find {k} such that x = {a} is a zero of the polynomial.|
    Given that x = {a} is a root of the equation, find the value of the constant {k}.|
    For which {k} is x = {a} a solution?"""
)
