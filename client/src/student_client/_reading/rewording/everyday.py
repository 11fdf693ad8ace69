"""Ordinary words: they carry no mathematics, so that an objective may use them freely.

Words that count, order, compare, deny or choose are not here: "number", "first", "more", "not", "or", "except".
"""

from __future__ import annotations

ASK = """find|compute|calculate|determine|work out|give|obtain|get|state|what is|what are|what's|show|take|write down|
    look for|figure out|tell me|show me|report|identify|locate|list|provide|write|i need|finding|calculating|
    computing|name|what will be|what would be|evaluate|evaluation|evaluating|evaluated|evaluation of|give me|get me|
    find out|search for|establish|present|supply"""
"""Words that ask for a thing."""

PUT = """substitute|substitution|substituting|plug|plug in|plugging|plugging in|put|put in|insert|inserting|set|
    setting|let|sub|sub in|letting|putting|send|replace"""
"""Verbs that come with a point."""

WHEN = """at|when|if|into|as|where|whenever|at given point|at point|at indicated point|at specified point|
    at given value"""
"""Words that need a point, or are not understood."""

POSSESSIVES = "its|their"
"""Words that refer to the thing before, or to the function."""

NEUTRAL = """algebraically|all|an|any|as far as possible|as far as you can|as much as you can|
    as much as possible|as fully as possible|be|been|below|below here|both|this holds|it holds|equation holds|
    this is true|it is true|equation is true|brackets|can|can you|carefully|carry out|completely|perform|could|
    could you|directly|do|do it|does|each|each of|exact|exactly|exercise|following|for me|form|fully|hand|help|
    help me|here|how do i|how do you|how can i|how would you|how to|i want to|i want|i have to|i need to|
    i need help to|i would like to|i'd like to|it|it's|item|itself|kindly|law|let's|let us|me|my|need|need to|
    needs|now|once|our|out|please|problem|question|quickly|result|start|start by|starting by|begin by|
    beginning with|step by step|task|term by term|the|these|this|those|trying to|try to|unknown|want|we|
    we want to|we need to|what|which|who|with care|will|would|work this out|you|you get|you should|your|your task|
    your task is to|thank you|thanks|ok|okay|hi|hello|dear|giving an exact answer|giving exact answers|
    in interval notation|using interval notation|give your answer in interval notation|simultaneously|
    write your answer in interval notation|express your answer in interval notation|
        write solution in interval notation|
    giving your answer in interval notation|express solution in interval notation|write answer in interval notation|
    give solution in interval notation|as an interval|as intervals|using set notation|in set notation|by elimination|
    using elimination|by elimination method|using substitution or elimination|algebraically|
assume all variables are positive|assume that all variables are positive|assume variables are positive|
    assuming all variables are positive|assume all variables represent positive real numbers|
    assume that all variables represent positive real numbers|assume that variables represent positive real numbers|
    where all variables are positive|assume all variables represent positive numbers|
    assume that all variables represent positive numbers|all variables are positive|
    all variables represent positive real numbers|assume that variables are positive|
    assume all letters are positive|assume that all letters are positive|assuming all letters are positive|
    all letters are positive|assume letters are positive|assume all letters represent positive numbers|
    assume that all letters represent positive numbers|assuming that all variables are positive|
    assuming all variables represent positive real numbers|assume that variables represent positive numbers|
    or show that it diverges|or state that it diverges|if it converges, find its value|if it converges, find its sum|
    if it converges, evaluate it|if it is convergent, evaluate it|if it is convergent, find its sum|
    if convergent, find its sum|if convergent, find its value|easy|hard|little|quick|clear|clearly|neatly|nicely|
    properly|correctly|thoroughly|detailed|complete|answer|your answer|what you get|final answer|
    your final answer|that answer|your result|your answers|answers|solution steps|show your work|
    show your working|show all work|show your steps|show all steps|show all your work|show working|show work|
    explain|explain your steps|check your answer|give an exact answer|give exact answer|
    leave your answer in exact form|in exact form|exact form|no decimals|if it exists|if possible|if they exist|
    if any|where possible|whenever possible|when possible|by hand|without a calculator|without calculator|
    without using a calculator|without using calculator|do not forget constant|don't forget constant|
    do not forget constant of integration|include constant of integration|don't forget constant of integration|
    omit constant|ignore constant|remember constant|homework|for homework|exam|textbook|class|every|each term|
    each term separately|separately|needed|required|resulting|indicated|requested|above|that satisfy equation|
    that satisfies equation|satisfying equation|which satisfy equation|that satisfy this|that make this true|
    that make equation true|steps|working|show steps|with steps|someone|using any method|by any method|
    with any method|rest are constants|all other letters are constants|other letters are constants|
    everything else is constant|treat other letters as constants|treating other letters as constants|
    other variables are constants|check for extraneous solutions|check for extraneous roots|
    discard extraneous solutions|check your solutions|discard any extraneous solutions|check your answers|
    check your solution|constant can be dropped|assume denominators are not zero|assume denominators are nonzero|
    leave your answer unsimplified|do not simplify|don't simplify|do not simplify your answer|
    you do not need to simplify|no need to simplify|you need not simplify|you need not simplify your answer|
    you do not need to simplify your answer|book|teacher|student|students|people|today|tomorrow|soon|really|just|
    simply|actually|basically|also please|kind|sure|done|make|makes|made|come|comes|go|going|see|
    know|think|try|trying|seems|was|were|being|am|us|they|them|he|she|his|her|therefore|so|because|since|hence|
    thus|while|about this|should|shall|must|may|might|stuck|i'm stuck|i am stuck|understand|learn|learning|
    practice|practise|exercise for|(|)|[|]|"|`|in full|
    such that this holds|is this true|does this hold|
    giving your answer in exact form|giving your answers in exact form|giving answers in exact form|as exact values|
    giving your answer as an exact value|giving your answers as exact values|leave answers in exact form|
    leaving your answer in exact form|leaving your answer in terms of pi|leave your answer in terms of pi|
    giving your answer in terms of pi|leaving your answer in terms of \\pi|leave your answer in terms of \\pi|
    giving your answer in terms of \\pi|leaving your answer in terms of π|leave your answer in terms of π|
    giving your answer in terms of π|check by differentiation|check by differentiating|
    check your answer by differentiation|check your answer by differentiating|giving your answer|giving your answers|
    give your answer|give your answers|is it true|does it hold|is equation true|does equation hold"""
"""Words and phrases without an effect."""

QUANTITIES = {
    "value": """value|values|exact value|exact values""",
    "named": """height|voltage|temperature|population|volume|y-value|y-coordinate|function value|y-values|
    y-coordinates|function values|heights""",
    "object": """function|functions|curve|expression|expressions|polynomial|quadratic|cubic|trinomial|binomial|
    formula|fraction|radical|parabola|quartic|rational function|rational expression|algebraic expression|
    trigonometric expression|trigonometric function|exponential function|logarithmic function|radical expression|
    algebraic fraction|quadratic function|quadratic expression|quadratic polynomial|polynomial function|
    complex fraction|compound fraction|composite function|perfect square trinomial|trig expression|trig function|
    above expression|above function|expression above|function above|factorial expression""",
    "point": "point|points",
    "other": """matrix|matrices|vector|vectors|differential equation|initial value problem|initial-value problem|ode|
        ordinary differential equation|separable differential equation|linear differential equation|
        first-order differential equation|second-order differential equation|first order differential equation|
        second order differential equation|homogeneous differential equation|
        nonhomogeneous differential equation|first-order linear differential equation|
        second-order linear differential equation|nonhomogeneous equation|homogeneous equation|separable equation|
        inequality|inequalities|double inequality|
        compound inequality|absolute value inequality|quadratic inequality|
        linear inequality|rational inequality|polynomial inequality|system|system of equations|
        system of linear equations|linear system|simultaneous equations|system of two equations|nonlinear system|
        simultaneous linear equations|pair of simultaneous equations|pair of equations|following system|
        system of nonlinear equations|
        equation|line|term|terms|equations|trigonometric equation|exponential equation|logarithmic equation|
    linear equation|rational equation|radical equation|cubic equation|quadratic equation|polynomial equation|
    literal equation|absolute value equation|trig equation|above equation|equation above|graph|curves|lines|
    polynomials""",
    "coordinate": """{v}-value|{v}-values|{v}-coordinate|{v}-coordinates""",
}
"""Mathematical nouns that no tool produces: if they are asked for, they are a separate question."""

LINKS = """for|in|on|to|use|using|utilize|apply|applying|employ|by|via|by applying|by using|with help of|that"""
"""Words before the object of an operation."""

SOURCES = """given|from|has|have|having|had|shown|described|stated|provided|written|listed|posed|with|
    this is|that is|it is|is it|is this|these are|those are|here are|this was|here is|here's"""
"""Words beside a thing that is given, and not asked."""

IS = "is|are"
"""Words that describe the thing before."""
