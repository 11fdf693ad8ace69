"""The words of an objective: the verifier's vocabulary, as tables.

A phrase is written without "the", which may stand anywhere in it. Its places: ``{v}`` is a variable of the
problem or another letter of its expression, ``{f}`` the name of its function, ``{p}`` a point such as ``-1/2``,
``{n}`` a point that is not a letter, ``{l}`` a letter that the problem does not have; ``d{v}`` is ``dx``. The longest
phrase wins. A word that is neither here nor an everyday word is refused, never guessed: "extrema" are not always zeros
of the derivative, so they are not here.

A meaning is the tools in the order in which they run, each with the person's word for it after a colon;
a semicolon separates two questions.
"""

from __future__ import annotations

VERBS: dict[str, str] = {
    "integrate": """integrate|integrating|antidifferentiate|anti-differentiate|antidifferentiating|solve integral|
        undo derivative|undo differentiation|reverse differentiation|integrate d{v}|do integral""",
    "differentiate": """differentiate|differentiate quotient|differentiating|derive|derivate|
        find how it changes with {v}|how does it change with {v}|how fast does it change|how steep is|
        differentiate partially|partially differentiate|take d/d{v}""",
    "differentiate differentiate": "differentiate twice|twice differentiate|derive twice|differentiate derivative",
    "differentiate solve": """set derivative equal to zero and solve|set derivative to zero and solve|
        set first derivative equal to zero and solve|set derivative equal to 0 and solve|
        equate derivative to zero and solve|differentiate and set equal to zero""",
    "solve": """solve|solving|solve simultaneously|solve for unknown|find unknown|equation solving|solve this equation|
        solve quadratic""",
    "solve:specified": """solve for indicated variable|solve for specified variable|solve for given variable|
        solve formula for indicated variable|solve formula for specified variable|
        solve equation for indicated variable|solve equation for specified variable""",
    "solve:zeros": """set to zero and solve|set equal to zero and solve|set it equal to zero and solve|
        set equal to 0 and solve|equate to zero and solve|set it to zero and solve|set = 0 and solve""",
    "simplify": """simplify|simplifying|perform indicated operation|perform indicated operations|
        perform operation|perform operations|perform indicated operation and simplify|
        perform indicated operations and simplify|perform operations and simplify|divide and simplify|reduce|tidy up|
        clean up|
        tidy this up|clean this up|tidy it up|simplify sum|
        simplify difference|simplify quotient|simplify power|simplify sum of polynomials|combine like terms|
        collect like terms|combining like terms|collecting like terms|cancel common factors|cancel down|make simpler|
        make it simpler|make this simpler|write more simply|write as simply as possible|reduce to lowest terms|
        reduce to simplest form|reduce to its lowest terms|write in simplest form|express in simplest form|
        rewrite in simplest form|put in simplest form|put into simplest form|bring to its simplest form|
        bring to simplest form|write in its simplest form|express in its simplest form|express in lowest terms|
        write in lowest terms|what does this simplify to|can this be simplified|give in simplest form|
        leave in simplest form|simplify fraction|simplify radical|shorten|combine terms""",
    "simplify:sum": "add|adding",
    "simplify:difference": "subtract|subtracting",
    "simplify:quotient": "divide",
    "simplify:single": """write as a single fraction|express as a single fraction|write as one fraction|
        write your answer as a single fraction|combine into a single fraction|rewrite as a single fraction|
        combine into one fraction|express as one fraction|add and simplify|subtract and simplify""",
    "simplify:condense": """condense|combine logarithms|write as a single logarithm|express as a single logarithm|
        condense into a single logarithm|condense to a single logarithm|combine into a single logarithm|
        condense logarithmic expression|condense expression to a single logarithm""",
    "simplify:rationalized": """rationalise denominator|rationalize denominator|rationalise denominator and simplify|
        rationalize denominator and simplify|rationalise and simplify|rationalize and simplify|
        rationalizing denominator|
        rationalising denominator""",
    "expand": """expand|expanding|multiply out|multiplying out|expand out|distribute|distributing|expand and simplify|
        expand and collect like terms|expand and combine like terms|multiply out and simplify|
        multiply out and collect like terms|multiply and simplify|multiply|multiply these|multiply through|
        multiply factors|multiply brackets|multiply binomials|multiply polynomials|remove brackets|remove parentheses|
        remove all brackets|removing brackets|open brackets|open up brackets|clear brackets|clear parentheses|
        get rid of brackets|get rid of parentheses|write without brackets|rewrite without brackets|
        write without parentheses|rewrite without parentheses|without brackets|without parentheses|
        write as a polynomial|express as a polynomial|rewrite as a polynomial|write in expanded form|
        express in expanded form|rewrite in expanded form|express as a sum of terms|write as a sum of terms|foil|
        foil out|multiply everything out|multiply this out|multiply it out|expand this out|expand it out|
        write as a polynomial in standard form|express as a polynomial in standard form|multiply all out|
        carry out multiplication|perform multiplication|use distributive law on|use distributive property on|
        apply distributive law to|apply distributive property to|what do you get when you multiply out|
        what do you get when you multiply this out|write out in full|expand square|expand cube|expand power|
        expand product|expand binomial|expand brackets|expand parentheses|expand each bracket""",
    "factor": """factor|factoring|factorise|factorize|factorising|factorizing|factor out|factor polynomial|
        split into factors|break into factors|decompose into factors|resolve into factors|express in factored form|
        write in factored form|
        put in factored form|rewrite in factored form|put into factored form|bring into factored form|
        write in factorised form|rewrite in factorised form|write in factorized form|express in factorised form|
        take out common factor|take out common factors|take out greatest common factor|
        take out a common factor|pull out common factor|pull out common factors|factor out common factor|
        factor out common factors|factor out greatest common factor|factor out gcf|take out gcf|factorise out|
        factor quadratic|factor trinomial|factor by grouping|factorise by grouping|
        factor difference of squares|factor difference of two squares|factorise difference of two squares|
        factor sum of cubes|factor difference of cubes|factor sum of two cubes|factor difference of two cubes|
        factor over rationals|factor over integers|factor over rational numbers|what does this factor into|
        how does this factor""",
    "factor:product": """write as a product of factors|write as a product|rewrite as a product|
        express as a product of factors|rewrite as a product of factors|express as a product|write as product|
        express as product|write as a product of its factors|turn into a product|turn sum into a product""",
    "factor:linear": """write as a product of linear factors|express as a product of linear factors|
        split into linear factors|decompose into linear factors|factor into linear factors|
        factorise into linear factors|factorize into linear factors|resolve into linear factors""",
    "factor:primes": """write as a product of primes|write as a product of prime factors|
        express as a product of primes|express as a product of prime factors|write as a product of its prime factors|
        express as a product of its prime factors|factor into primes|factorise into primes|factorize into primes|
        prime factorise|prime factorize|factor into prime factors|write as a product of prime numbers|
        express as a product of prime numbers""",
    "limit": """take limit|what happens|where is this heading|which value is approached|where does it go|
        what value does it approach|what does it approach|what does this approach|where does it tend|
        what does it tend to|what does this tend to|what value does function approach|
        what value does expression approach|which value does expression approach|which value does function approach|
        what does the expression tend to|what does the function approach""",
}
"""Imperatives: an operation that "and" joins to them is applied to their result."""

NOUNS: dict[str, str] = {
    "integrate": """integral|integrals|integration|antiderivative|anti-derivative|antiderivatives|antidifferentiation|
        primitive|primitive function|general antiderivative|most general antiderivative|general integral|
        integral d{v}|a function whose derivative is this|function whose derivative is this|
        what function has this derivative|which function has this derivative""",
    "integrate:indefinite": "indefinite integral|general indefinite integral",
    "integrate:definite": "definite integral|improper integral",
    "integrate:area": """area under curve|area under graph|area of region under curve|area of region under graph|
        area under the curve y|area under function|area under it""",
    "differentiate": """derivative|derivatives of following|derivatives of following functions|
        derivative of following functions|
        first derivative|1st derivative|first-order derivative|differentiation|
        derivative function|slope|slope function|tangent slope|slope of tangent|slope of a tangent|
        slope of tangent line|gradient of tangent|gradient of tangent line|steepness|rate of change|
        instantaneous rate of change|differential coefficient|partial derivative|first partial derivative|d/d{v}|
        d{f}/d{v}|{f} prime|{f}'|\\frac{d}{d{v}}|\\frac{d{f}}{d{v}}|\\partial/\\partial {v}|
        \\partial {f}/\\partial {v}|∂{f}/∂{v}|∂/∂{v}|\\frac{\\partial}{\\partial {v}}|
        \\frac{\\partial {f}}{\\partial {v}}""",
    "differentiate:velocity": "velocity|velocity function|instantaneous velocity",
    "differentiate:acceleration differentiate": "acceleration|acceleration function|instantaneous acceleration",
    "differentiate:mixed differentiate:mixed": """mixed partial derivative|mixed second partial derivative|
        mixed second-order partial derivative|second mixed partial derivative""",
    "differentiate:gradient": "gradient|gradient function",
    "differentiate:each": "partial derivatives|first partial derivatives|first-order partial derivatives",
    "differentiate differentiate": """second derivative|2nd derivative|second-order derivative|derivative of order 2|
        derivative twice|d^2{f}/d{v}^2|d^2/d{v}^2|{f} double prime|{f}''|derivative of derivative|
        \\frac{d^2{f}}{d{v}^2}|\\frac{d^2}{d{v}^2}|second partial derivative|derivative of first derivative""",
    "differentiate differentiate differentiate": """third derivative|3rd derivative|third-order derivative|{f}'''|
        derivative of order 3|derivative three times|d^3{f}/d{v}^3|d^3/d{v}^3|\\frac{d^3{f}}{d{v}^3}|
        {f} triple prime""",
    "differentiate differentiate differentiate differentiate": """fourth derivative|4th derivative|
        fourth-order derivative|derivative of order 4|d^4{f}/d{v}^4|d^4/d{v}^4|\\frac{d^4{f}}{d{v}^4}""",
    "differentiate; differentiate differentiate": """first and second derivatives|first and second derivative|
        first two derivatives|1st and 2nd derivatives|first and second order derivatives|
        first derivative and second derivative""",
    "differentiate differentiate; differentiate differentiate differentiate": "second and third derivatives",
    "differentiate; differentiate differentiate; differentiate differentiate differentiate": """
        first three derivatives|first, second and third derivatives|first, second, and third derivatives""",
    "differentiate solve:critical": "critical points|critical numbers|critical values|critical point|critical number",
    "differentiate solve:stationary": """stationary points|stationary point|
        {v}-values of stationary points""",
    "differentiate solve": """where is derivative zero|where derivative is zero|where slope is zero|
        where is slope zero|where is tangent horizontal|where is tangent line horizontal|where tangent is horizontal|
        where tangent line is horizontal|where is gradient zero|where gradient is zero|
        points with a horizontal tangent|points where tangent is horizontal|points where derivative is zero|
        zeros of derivative|zeroes of derivative|roots of derivative|zeros of first derivative|
        where is derivative equal to zero|where does derivative vanish|where derivative vanishes|
        where is rate of change zero""",
    "solve": """solution|solutions|solution set|general solution|particular solution|exact solutions|exact solution|
        values of {v}|
        all values of {v}|value of unknown""",
    "solve:zeros": """root|roots|zero|zeros|zeroes|exact roots|
        exact zeros|where is it zero|where it is zero|when is it zero|when does this vanish|where does it vanish|
        where does this vanish|where is it equal to zero|where is function zero|where function is zero|
        where is {f} zero|where is expression zero|where function equals zero|where expression equals zero|
        where {f} equals zero|where it equals zero|where is function equal to zero|where function is equal to zero""",
    "solve:zeros+intercept": """x-intercepts|x-intercept|{v}-intercepts|{v}-intercept|
        where does graph cross {v}-axis|where does graph cross x-axis|where does curve cross {v}-axis|
        where does parabola cross {v}-axis|where does function cross {v}-axis|where does graph meet {v}-axis|
        where does it cross {v}-axis|where does curve meet {v}-axis|where does graph intersect {v}-axis|
        where graph crosses {v}-axis|where graph meets {v}-axis|where curve crosses {v}-axis|
        where it crosses {v}-axis|where parabola crosses {v}-axis|where does line cross {v}-axis""",
    "solve:zeros+real": "real roots|real zeros|real zeroes|real root|real zero",
    "solve:real": "real solutions|real solution|real values of {v}|real-valued solutions",
    "solve:zeros+complex": """complex roots|complex zeros|complex zeroes|real and complex roots|
        real and complex zeros|complex and real roots|real or complex roots""",
    "solve:complex": "complex solutions|real and complex solutions|real or complex solutions|complex solution",
    "simplify": """simplification|simplest form|simplified form|reduced form|lowest terms|
        simplest equivalent expression|simplified expression|simplified version|simplest possible form""",
    "expand": """expansion|full expansion|expanded form|expanded version|expanded expression|polynomial form|
        polynomial in expanded form""",
    "expand:multiplied": "product",
    "factor:factors": "factors",
    "factor": """factorization|factorisation|factored form|factorised form|factorized form|
        complete factorization|complete factorisation|full factorization|full factorisation|factored expression|
        factorised expression""",
    "factor:linear": "linear factors",
    "factor:primes": """prime factors|prime factorization|prime factorisation|prime factor decomposition|
        prime decomposition""",
    "limit": """limit|limits|lim|limiting value|limit value|behaviour|behavior|end behaviour|end behavior|
        two-sided limit|infinite limit""",
    "limit:+": "right-hand limit|right hand limit|right-sided limit|right limit|limit from above|limit from right",
    "limit:-": "left-hand limit|left hand limit|left-sided limit|left limit|limit from below|limit from left",
}
"""Things to find: two of them joined by "and" are two questions."""
NOUNS |= {
    " ".join(["differentiate"] * order): f"{word} derivative|{order}th derivative|derivative of order {order}"
    for order, word in enumerate(("fifth", "sixth", "seventh", "eighth"), start=5)
}

METHODS: dict[str, str] = {
    "integrate": """by parts|by parts twice|using integration by parts twice|integration by parts|
        using integration by parts|by partial fractions|using partial fractions|with partial fractions|
        using partial fraction decomposition|u-substitution|by partial fraction decomposition|using u-substitution|
        by u-substitution|with u-substitution|using trigonometric substitution|using trig substitution|
        using a trigonometric substitution|by trigonometric substitution|use substitution to|reverse chain rule|
        using reverse chain rule|with a substitution|using a suitable substitution|by inspection|
        using fundamental theorem of calculus|use fundamental theorem of calculus""",
    "differentiate": """chain rule|product rule|quotient rule|power rule|sum rule|logarithmic differentiation|
        product and chain rules|product rule and chain rule|chain and product rules|quotient and chain rules|
        from first principles|by first principles|using first principles|using definition of derivative|
        using limit definition|using limit definition of derivative|from definition|using definition|by definition|
        using rules of differentiation|using differentiation rules""",
    "solve": """quadratic formula|completing square|by factoring|by factorising|by factorizing|by factorisation|
        by factorization|using factoring|using factorisation|null factor law|zero product property|
        zero-product property|square root property|square root method|by taking square roots|
        by extracting square roots|by isolating {v}|by isolating variable|by taking logarithms|by completing square""",
    "limit": """l'hopital's rule|l'hopital rule|l'hospital's rule|by l'hopital|lhopital's rule|l'hopitals rule|
        direct substitution|by direct substitution|squeeze theorem""",
    "simplify": """laws of exponents|rules of exponents|properties of exponents|laws of indices|exponent rules|
        trig identities|
        trigonometric identities|pythagorean identity|by cancelling|by canceling|by collecting like terms|
        by combining like terms|apply trig identities to""",
    "simplify:condense": """laws of logarithms|log rules|log laws|logarithm rules|properties of logarithms|
        rules of logarithms|logarithm laws""",
    "simplify:rationalized": """by rationalising|by rationalizing|by rationalising denominator|
        by rationalizing denominator""",
    "expand": """by expanding|by multiplying out|by expanding first|distributive law|distributive property|
        binomial theorem|pascal's triangle|foil method|by distributing|by expanding brackets""",
    "factor": """by grouping|difference of squares|difference of two squares|sum of cubes|difference of cubes|
        trial and error|by taking out common factor""",
    "": """implicit differentiation|by implicit differentiation|using implicit differentiation|
        by substitution|substitution method|by simplifying first|by simplifying|using substitution|
        algebraic methods""",
}
"""Methods, by the tool that they name if nothing else does."""

SOLVE_FOR = """solve for {v}|solve for all {v}|solve for all values of {v}|solve for all real values of {v}|
    find unknown {v}|solve in {v}|solve w.r.t. {v}|solve with respect to {v}|find {v}|
    find all {v}|find every {v}|find all values of {v}|find value of {v}|find values of {v}|find all real {v}|
    find all real numbers {v}|find all real numbers {v} such that|find all real values of {v}|find real values of {v}|
    find all real values of {v} such that|at which {v}|at what {v}|at what value of {v}|at what values of {v}|
    at which values of {v}|{v} = ?|find value or values of {v}|find value(s) of {v}|what is {v}|what is value of {v}|
    what are values of {v}|determine {v}|determine value of {v}|determine values of {v}|isolate {v}|make {v} subject|
    make {v} subject of formula|make {v} subject of equation|solve formula for {v}|solve equation for {v}|
    solve this for {v}|solve it for {v}|solve this equation for {v}|solve following equation for {v}|
    solve following for {v}|solve quadratic for {v}|solve given equation for {v}|rearrange for {v}|
    rearrange to get {v}|rearrange to make {v} subject|rearrange formula for {v}|rearrange equation for {v}|
    rearrange to find {v}|transpose for {v}|transpose to make {v} subject|get {v}|calculate {v}|
    calculate value of {v}|calculate values of {v}|work out {v}|work out value of {v}|compute {v}|for which {v}|
    for which {v} is it zero|for what {v}|for what value of {v}|for what values of {v}|for which values of {v}|
    for which value of {v}|which values of {v} satisfy|which value of {v} satisfies|what value of {v} satisfies|
    what values of {v} satisfy|express {v} from|change subject to {v}|find {v} such that|find all {v} such that|
    find all values of {v} such that|find value of {v} such that|find values of {v} such that|
    find all values of {v} for which|find values of {v} for which|find value of {v} for which|find {v} if|
    which {v} satisfy|which {v} satisfies|what {v} satisfies|what must {v} be|which {v} makes this true|
    find {v} given that|solve in terms of other letters for {v}"""
"""Phrases that name solve and its variable at once."""

IN_TERMS = """express {v} in terms of {v}|write {v} in terms of {v}|find {v} in terms of {v}|give {v} in terms of {v}|
    express {v} as a function of {v}|write {v} as a function of {v}|find {v} as a function of {v}|
    solve for {v} in terms of {v}|make {v} subject in terms of {v}|solve equation for {v} in terms of {v}|
    get {v} in terms of {v}|solve this for {v} in terms of {v}|rearrange to give {v} in terms of {v}"""
"""Phrases that name solve, its variable, and a letter that remains."""

FORMS: dict[str, str] = {
    "simplify": """simplified|reduced|in simplest form|in its simplest form|in lowest terms|in simplified form|
        fully simplified""",
    "expand": "expanded|in expanded form|multiplied out|fully expanded",
    "factor": "factored|factorised|factorized|in factored form|in factorised form|in factorized form|fully factored",
}
"""Adjectives: both "the derivative, factored" and "the factored derivative" are differentiated first."""
