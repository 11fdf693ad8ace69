"""Ordinary words: they carry no mathematics, so that an objective may use them freely.

What counts, orders, compares, denies or chooses is not here: "number", "first", "more", "not", "or", "except".
"""

from __future__ import annotations

ASK = """find|compute|calculate|determine|work out|give|obtain|get|state|what is|what are|what's|show|take|write down|
    look for|figure out|tell me|show me|report|identify|locate|list|provide|write|i need|finding|calculating|
    computing|name|what will be|what would be|evaluate|evaluation|evaluating|evaluated|evaluation of|give me|get me|
    find out|search for|establish|present|supply"""
"""Words that ask for a thing."""

PROCESS = frozenset({"evaluate", "evaluation", "evaluating", "evaluated"})
"""Those that may also go on with the thing before: "differentiate and evaluate …"."""

PUT = """substitute|substitution|substituting|plug|plug in|plugging|plugging in|put|put in|insert|inserting|set|
    setting|let|sub|sub in|letting|putting|send|replace"""
"""Verbs that come with a point."""

WHEN = """at|when|if|into|as|where|whenever|at given point|at point|at indicated point|at specified point|
    at given value"""
"""What comes with a point, or is not understood."""

POSSESSIVES = "its|their"
"""What belongs to the thing before, or to the function."""

NEUTRAL = """algebraically|all|an|any|are|as far as possible|as far as you can|as much as you can|as much as possible|
    as fully as possible|be|been|below|below here|both|this holds|it holds|equation holds|this is true|it is true|
    equation is true|brackets|by|can|can you|carefully|carry out|completely|perform|could|could you|curve|directly|do|
    do it|does|each|each of|equation|exact|exactly|exercise|expression|expressions|following|for|for me|form|formula|
    fraction|from|fully|function|functions|given|hand|help|help me|here|here is|how do i|how do you|how can i|
    how would you|how to|in|in full|i want to|i want|i have to|i need to|i need help to|i would like to|i'd like to|
    is|it|it's|item|itself|kindly|law|let's|let us|line|me|my|need|need to|needs|now|on|once|our|out|parabola|please|
    point|points|polynomial|quadratic|cubic|trinomial|binomial|term|terms|problem|question|quickly|radical|result|
    start|start by|starting by|begin by|beginning with|step by step|task|term by term|that|the|these|this|those|to|
    trying to|try to|unknown|use|using|utilize|apply|applying|employ|by applying|by using|value|values|via|want|we|
    we want to|we need to|what|which|who|with|with care|with help of|will|would|work this out|you|you get|you should|
    your|your task|your task is to|thank you|thanks|ok|okay|hi|hello|dear|rational function|rational expression|
    algebraic expression|trigonometric expression|trigonometric equation|trigonometric function|exponential equation|
    exponential function|logarithmic equation|logarithmic function|linear equation|rational equation|radical equation|
    radical expression|algebraic fraction|cubic equation|quadratic equation|polynomial equation|quadratic function|
    quadratic expression|quadratic polynomial|polynomial function|complex fraction|compound fraction|quartic|
    composite function|literal equation|absolute value equation|perfect square trinomial|giving an exact answer|
    giving exact answers|or show that it diverges|or state that it diverges|equations|easy|hard|little|quick|clear|
    clearly|neatly|nicely|properly|
    correctly|thoroughly|detailed|complete|answer|your answer|what you get|final answer|your final answer|that answer|
    your result|your answers|answers|solution steps|show your work|show your working|show all work|show your steps|
    show all steps|show all your work|show working|show work|explain|explain your steps|check your answer|
    give an exact answer|give exact answer|leave your answer in exact form|in exact form|exact form|exact value|
    exact values|no decimals|if it exists|if possible|if they exist|if any|where possible|whenever possible|
    when possible|by hand|without a calculator|without calculator|without using a calculator|without using calculator|
    do not forget constant|don't forget constant|do not forget constant of integration|
    include constant of integration|don't forget constant of integration|omit constant|ignore constant|
    remember constant|homework|for homework|exam|textbook|class|every|each term|each term separately|separately|
    needed|required|resulting|indicated|requested|above|that satisfy equation|that satisfies equation|
    satisfying equation|which satisfy equation|that satisfy this|that make this true|that make equation true|height|
    voltage|temperature|population|volume|y-value|y-coordinate|{v}-value|{v}-values|{v}-coordinate|{v}-coordinates|
    function value|steps|working|show steps|with steps|someone|trig equation|trig expression|trig function|
    linear factors of|using any method|by any method|with any method|rest are constants|
    all other letters are constants|other letters are constants|everything else is constant|
    treat other letters as constants|treating other letters as constants|other variables are constants|
    check for extraneous solutions|check for extraneous roots|discard extraneous solutions|check your solutions|
    discard any extraneous solutions|check your answers|check your solution|constant can be dropped|
    assume denominators are not zero|assume denominators are nonzero|leave your answer unsimplified|do not simplify|
    don't simplify|do not simplify your answer|you do not need to simplify|no need to simplify|you need not simplify|
    you need not simplify your answer|you do not need to simplify your answer|book|teacher|student|students|people|
    today|tomorrow|soon|really|just|simply|actually|basically|also please|kind|sure|good|nice|great|done|make|makes|
    made|come|comes|go|going|see|know|think|try|trying|seems|has|have|having|had|was|were|being|am|us|they|them|he|
    she|his|her|there|therefore|so|because|since|hence|thus|while|about this|should|shall|must|may|might|stuck|
    i'm stuck|i am stuck|understand|learn|learning|practice|practise|exercise for|above expression|above function|
    above equation|expression above|function above|equation above|listed|shown|described|stated|provided|written|
    posed|(|)|[|]|"|`"""
"""Words and phrases that change nothing."""
