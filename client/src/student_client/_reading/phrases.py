"""The words in which an objective may ask: the verifier's own vocabulary, one table.

A phrase stands for the tools to run, in order. ``{v}`` is any of the problem's variables. An objective is
understood only where every word of it is in the tables; the longest phrase wins. What is not here is
undecided, never guessed: "extrema" are not always where the derivative is zero, so they are not here.
"""

from __future__ import annotations

TOOLS: dict[str, str] = {
    "integrate": """integrate|integrating|integration|integral|antiderivative|anti-derivative|antidifferentiate|
        antidifferentiation|primitive|primitive function|indefinite integral|general antiderivative|
        most general antiderivative|integral d{v}|integrate d{v}|solve the integral|definite integral|
        area under the curve|undo the derivative|find a function whose derivative is this|
        what function has this derivative""",
    "differentiate": """differentiate|differentiating|differentiation|derivative|derive|derivate|
        first derivative|1st derivative|
        derivative function|derivative f'({v})|gradient|gradient function|slope|slope function|tangent slope|
        slope of the tangent|slope of the tangent line|steepness|how steep is|rate of change|
        instantaneous rate of change|differential coefficient|d/d{v}|dy/d{v}|df/d{v}|f prime|y'|
        how does it change with {v}|find the derivative f'({v})""",
    "differentiate differentiate": """second derivative|2nd derivative|second-order derivative|
        derivative of order 2|differentiate twice|
        derive twice|twice differentiate|derivative twice|differentiate two times|y''|d^2y/d{v}^2|d^2/d{v}^2|
        f double prime|derivative of the derivative|differentiate the derivative""",
    "differentiate differentiate differentiate": """third derivative|3rd derivative|third-order derivative|y'''|
        derivative of order 3|differentiate three times|
        derivative three times|d^3y/d{v}^3|d^3/d{v}^3""",
    "differentiate solve": """critical points|critical numbers|critical values|stationary points|
        where is the derivative zero|
        where the derivative is zero|where is the slope zero|where is the tangent horizontal|
        set the derivative equal to zero and solve|{v}-values of the stationary points|zeros of the derivative|
        roots of the derivative""",
    "solve": """solve|solve by factoring|solve for the unknown|solution|solutions|solution set|root|roots|zero|
        zeros|zeroes|
        x-intercepts|{v}-intercepts|equation solving|real and complex roots|exact solutions|set to zero and solve|
        where is it zero|when does this vanish|where does the graph cross the {v}-axis|values of {v}|
        every solution|where is it equal to zero""",
    "simplify": """simplify|simplifying|simplification|simplest form|simplified form|reduced form|reduce|
        tidy up|clean up|
        condense|combine like terms|collect like terms|cancel common factors|lowest terms|reduce to lowest terms|
        rewrite in simplest form|put in simplest form|write more simply|make simpler|make it simpler|
        bring to its simplest form|express in lowest terms|simplest equivalent expression|
        simplify as much as possible|simplify as far as possible|simplify this as far as you can|
        what does this simplify to|can this be simplified|apply trig identities to simplify|simplest form please|
        simplify the fraction|simplify the radical""",
    "expand": """expand|expanding|expansion|full expansion|expanded form|expanded version|multiply out|
        expand out|distribute|
        expand the brackets|expand the parentheses|expand the product|expand the binomial|expand the power|
        remove the brackets|
        remove the parentheses|remove all brackets|open the brackets|clear the brackets|get rid of the brackets|
        write without brackets|rewrite without brackets|rewrite without parentheses|
        write as a polynomial|polynomial form|foil|multiply|multiply these|
        multiply the factors|product|express as a sum of terms|write in expanded form|carry out the multiplication|
        use the distributive law on|expand and simplify|expand and collect like terms|
        what do you get when you multiply out""",
    "factor": """factor|factors|factoring|factorise|factorize|factorising|factorizing|factorization|factorisation|
        factored form|factorised form|factorized form|complete factorization|prime factors|factor out|
        write as a product of factors|write as a product|rewrite as a product|express as a product of factors|
        split into factors|break into factors|decompose into factors|resolve into factors|express in factored form|
        put in factored form|put into factored form|turn into a product|rewrite in factorised form|
        take out the common factor|take out common factors|
        pull out the common factors|
        factor the polynomial|factor the quadratic|factor the trinomial|factor the difference of squares|
        factor by grouping|what does this factor into|factor over the rationals|factor over the integers|
        factor the sum of cubes""",
    "limit": """limit|limits|lim|limiting value|limit value|behaviour|what happens|where is this heading|
        which value is approached|what value does it approach|what does it approach|where does it tend|
        what does the expression tend to""",
}
"""Verbs, nouns and sentences that name what to do."""

HINTS: dict[str, str] = {
    "integrate": """integration by parts|by parts|partial fractions|by substitution|with a substitution|
        use substitution to""",
    "differentiate": "chain rule|product rule|quotient rule|power rule",
    "solve": "solve the quadratic|quadratic formula|is this true|does this hold|such that this holds",
    "factor": "common factor|difference of squares",
}
"""Methods. They name the operation only where nothing else does."""

SOLVE_FOR = """solve for {v}|find the unknown {v}|
    solve in {v}|find {v}|find all {v}|find all values of {v}|find the value of {v}|{v} = ?|
        what is {v}|determine {v}|isolate {v}|make {v} the subject|make {v} the subject of the formula|
        solve the formula for {v}|rearrange for {v}|transpose for {v}|
        get {v}|calculate {v}|work out {v}|for which {v}|for which {v} is it zero|for what values of {v}|
        which values of {v} satisfy|express {v} from|solve w.r.t. {v}"""
"""Phrases that name solve and its variable at once."""

FORMS: dict[str, str] = {
    "simplify": "simplified|reduced|in simplest form",
    "expand": "expanded|in expanded form|multiplied out",
    "factor": "factored|factorised|factorized|in factored form",
}
"""Adjectives: "the derivative, factored" is differentiated first, "the factored derivative" too."""

RESPECT = "with respect to|with regard to|in terms of|relative to|w.r.t.|w.r.t|wrt|variable|over|for|in|by"
"""What stands before the variable of an integral, a derivative, or an equation."""

SEPARATORS = """then|and then|and|and afterwards|afterwards|and finally|finally|after that|next|before you|
    &|+|->|,|;|.|:"""

NEUTRAL = """a|again|algebraically|all|an|are|answer|as far as possible|
        as much as possible|at the given point|at the point|be|below|by|
        brackets|calculate|can|can you|carefully|carry out|completely|compute|could|could you|curve|determine|
        directly|do|
        do it|does|equation|evaluate|evaluation|exact|exactly|exercise|expression|f|figure out|find|first|following|
        for|for me|for the|for this|form|fraction|from|fully|function|g|get|give|given|graph|h|help|here|how|i|in|
        i need|i want to|it|its|let's|look for|me|need|now|obtain|on|once|out|perform|please|point|polynomial|problem|
        quadratic|question|quickly|report|result|show|show me|start by|state|step by step|take|task|tell me|term|
        term by term|that|the|the point|the unknown|this|to|try to|use|using|value|want|we|we want to|what|what is|
        what is given|given|what you get|what's|where|with|with care|work out|work this out|write down|y|you|
        you get|you should|your|your answer|your task|= 0|?|!|(|)|the expression"""
"""Words that change nothing."""

POINTED = """substitute|substitution|plug|plug in|put|insert|set|let|sub|sub in|
    at|when|if|into"""
"""Words that come with a point, such as ``x = 2``; without one they are not understood."""
