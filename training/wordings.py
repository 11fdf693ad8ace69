"""The words of objectives, as data. A phrase that is listed twice is twice as likely."""

from __future__ import annotations


def phrases(text: str) -> tuple[str, ...]:
    """Split at bars; line breaks after a bar do not count."""
    return tuple(part.lstrip("\n ") for part in text.split("|"))


def tails(text: str) -> tuple[str, ...]:
    """As phrases, each with a space in front unless it is empty or begins with a sign."""
    return tuple(part if part[:1] in ("", ":", ",", ".") else f" {part}" for part in phrases(text))


VERBS = {
    "integrate": phrases(
        """integrate|integrate|integrate|antidifferentiate|integrate by parts|integrate by substitution|
        integrate using partial fractions|integrate with a substitution|antidifferentiate|
        find an antiderivative for|integrate directly|integrate term by term|take the integral of|
        take the antiderivative of"""
    ),
    "differentiate": phrases(
        """differentiate|differentiate|differentiate|derive|take the derivative of|take the first derivative of|
        differentiate using the product rule|differentiate once|use the quotient rule to find the derivative of|
        use the product rule on|find the derivative by the chain rule of|use the chain rule to differentiate|
        differentiate by the quotient rule"""
    ),
    "solve": phrases(
        """solve|solve|solve|solve algebraically|solve by factoring|solve using the quadratic formula|
        solve exactly|find the exact solutions of|set to zero and solve|use the quadratic formula|
        solve by completing the square|solve by substitution|find the exact roots of|solve for the unknown in"""
    ),
    "simplify": phrases(
        """simplify|simplify|simplify|reduce|tidy up|clean up|condense|combine like terms in|collect like terms in|
        simplify fully|simplify completely|cancel common factors in|simplify as much as possible|
        reduce to lowest terms|rewrite in simplest form|put in simplest form|write more simply|
        bring to its simplest form|simplify the fraction|express in lowest terms|write as a single fraction|
        combine into one fraction|make simpler|rationalise and simplify|simplify using trig identities|
        simplify using the laws of logarithms|simplify by cancelling|simplify the radical|add the fractions in|
        simplify the sum|shorten|write as simply as possible|combine the terms in|cancel down"""
    ),
    "expand": phrases(
        """expand|expand|expand|multiply out|multiply out|expand out|expand fully|expand completely|distribute|
        expand the brackets in|remove the brackets in|remove the parentheses from|open the brackets|
        clear the brackets|write as a polynomial|write in expanded form|expand and simplify|
        expand and collect like terms|expand the product|multiply the factors|multiply|expand the parentheses|
        get rid of the brackets|write without brackets|FOIL|express as a sum of terms|rewrite without brackets|
        rewrite without parentheses|expand the square|expand the cube|expand the power|expand each bracket|
        work out the brackets in|write as a sum|multiply through|expand this out|carry out the multiplication in|
        use the distributive law on|expand the binomial"""
    ),
    "factor": phrases(
        """factor|factor|factor|factorise|factorize|factor completely|factorise fully|factorize completely|
        factor out|write as a product of factors|write as a product|split into factors|express in factored form|
        put in factored form|break into factors|take out the common factor in|factor the polynomial|
        factor the quadratic|factor the trinomial|decompose into factors|express as a product of factors|
        resolve into factors|factor the difference of squares|pull out the common factors of|
        rewrite in factorised form|rewrite as a product|factor over the integers|factor over the rationals|
        take out common factors|take out the greatest common factor|factor as far as possible|factor by grouping|
        factor the sum of cubes|factorise by grouping|put into factored form|bring into factored form|
        turn into a product|find a common factor in"""
    ),
}
"""Verbs before an object: "differentiate the function"."""
NOUNS = {
    "integrate": phrases(
        """integral|integral|antiderivative|antiderivative|indefinite integral|indefinite integral|primitive|
        primitive function|general antiderivative|most general antiderivative|anti-derivative"""
    ),
    "differentiate": phrases(
        """derivative|derivative|derivative|first derivative|derivative function|gradient function|slope function|
        rate of change|differential coefficient|1st derivative"""
    ),
    "solve": phrases(
        """roots|roots|zeros|zeros|zeroes|solutions|solutions|solution|solution set|root|x-intercepts|
        real and complex roots|exact solutions|values of {v}|zero|{v}-intercepts"""
    ),
    "simplify": phrases("""simplest form|simplified form|simplification|reduced form|simplest equivalent expression"""),
    "expand": phrases("""expansion|expanded form|expanded version|full expansion|product|polynomial form"""),
    "factor": phrases(
        """factorization|factorisation|factored form|factors|factorised form|complete factorization|prime factors"""
    ),
    "limit": phrases("""limit|limit|limit|limiting value|lim"""),
}
"""Nouns after "find the"."""
SPECIAL = {
    "integrate": phrases(
        """find a function whose derivative is this|integration|perform the integration|carry out the integration|
        solve the integral|do the integral|integral d{v}|integrate d{v}|evaluate the integral|
        compute this integral|what function has this derivative?|undo the derivative|find a function F with F' = f|
        find F such that F' = f|what is the antiderivative F?|find F({v})|give an antiderivative|
        use substitution to integrate|integration by parts|find y if dy/d{v} is this|find y given dy/d{v}|
        find f given f'({v})|which function has this derivative?|reverse the differentiation|
        get the position from the velocity|find the velocity by integrating over {v}|find the original function|
        integrate over {v}|integrate each term|integrate the product|integrate to get the charge|
        find F({v}) such that F'({v}) = f({v})|the energy is its integral over {v}|
        find the work as an integral over {v}"""
    ),
    "differentiate": phrases(
        """d/d{v}|d/d{v}|dy/d{v}|find dy/d{v}|f'({v})|find f'({v})|find f prime|y'|find y'|compute y'|
        differentiation|take d/d{v}|df/d{v}|compute f'({v})|what is f'({v})?|calculate dy/d{v}|chain rule|
        product rule|derivate|how does it change with {v}?|determine f'({v})|find the derivative f'({v})|
        find the velocity|find its velocity|velocity as a function of {v}|marginal cost|
        find the marginal cost in {v}|rate of change as a function of {v}|
        slope of the tangent as a function of {v}|find dP/d{v}|ds/d{v}|dA/d{v}|find dV/d{v}|calculate d/d{v}|
        partial derivative with respect to {v}|partial derivative in {v}|differentiate to get the velocity|
        differentiate in {v} to get the current|how fast does it change?|power rule|use the power rule|
        differentiate this composition of functions|differentiate the product|differentiate the quotient"""
    ),
    "solve": phrases(
        """solve for {v}|solve for {v}|solve for {v}|find {v}|find all {v}|{v} = ?|what is {v}?|determine {v}|
        find all values of {v}|for which {v} is this true?|for what values of {v} does this hold?|isolate {v}|
        make {v} the subject|make {v} the subject of the formula|find the value of {v}|find the values of {v}|
        find the unknown {v}|solve the formula for {v}|transpose for {v}|change the subject to {v}|give {v}|{v}|
        rearrange for {v}|solve in {v}|where is it zero?|find {v} such that this holds|
        express {v} from the equation|which values of {v} satisfy the equation?|solve w.r.t. {v}|get {v}|
        calculate {v}|solve the equation for {v}|solve the quadratic|solve the quadratic equation|
        where does the graph cross the {v}-axis?|when does this vanish?|equation solving|find every solution|
        find all real solutions|work out {v}|solve for {v}, the rest are constants|rearrange to get {v}|
        rearrange the formula for {v}|rearrange the law for {v}|{v} as a function of the others|
        write {v} in terms of the others|when does it hit the ground? Solve for {v}|where is the function zero?|
        set to zero and find {v}|set this derivative to zero and solve|solve the cubic|solve the rational equation|
        solve the exponential equation|solve the trigonometric equation|solve the linear equation|
        solve the logarithmic equation|give both roots|give all solutions|which {v} makes this true?|
        what must {v} be?|at what {v}?|how large is {v}?|solve h = 0 for {v}|find every {v}"""
    ),
    "simplify": phrases(
        """simplify this as far as you can|make it simpler|simplification|what does this simplify to?|
        simplest form please|can this be simplified?|rationalise the denominator|apply trig identities to simplify|
        simplify the radical|combine into a single fraction|write over a common denominator|cancel what you can|
        simplify the compound fraction|simplify the complex fraction|simplify the difference quotient|
        multiply and simplify the fractions|divide and simplify|use the laws of exponents|combine the logarithms|
        as short as possible|simplify the trigonometric expression|subtract the fractions|
        equivalent resistance in simplest form"""
    ),
    "expand": phrases(
        """expansion|what do you get when you multiply out?|multiply these|remove all brackets|
        what is the product?|write out the square|write out in full|write the polynomial in standard form|
        turn the product into a sum|write out the product|standard form|without parentheses please"""
    ),
    "factor": phrases(
        """factorization|factorisation|factoring|what are the factors?|factor by grouping|common factor|
        difference of squares|what does this factor into?|turn the sum into a product|which product equals this?|
        write in the form (x - a)(x - b)|factor as a quadratic|pull out the common factor|take {v} out|
        pull out {v}|factor the characteristic polynomial|put in brackets|split into linear factors|
        find the linear factors|write the quadratic as a product of brackets|factor the derivative I got|
        factor as a quadratic in cos"""
    ),
}
"""Whole sentences."""
FIND = phrases(
    """find|find|find|compute|calculate|determine|evaluate|work out|give|obtain|get|state|what is|what is|I need|
    show|take|write down|look for|what's|figure out|tell me|show me|report"""
)
"""Verbs that go with a noun."""
OBJECTS = tails(
    """|||||the expression|the following|the following expression|this|this expression|it|the function|
    this function|the given function|the given expression|f({v})|y|f|the expression below|with care|:|
    the polynomial|the following function|the term|what is given"""
)
"""Objects of verbs."""
OF = tails(
    """||||of|of the function|of the following|of the expression|of this|of f|of y|of f({v})|of this function|
    of the given function|of the following expression|of the polynomial|for this|for the function|below|here"""
)
"""Objects of nouns."""
WRT = tails(
    """with respect to {v}|with respect to {v}|w.r.t. {v}|wrt {v}|in {v}|for {v}|in terms of {v}|, variable {v}|
    with regard to {v}|by {v}|relative to {v}|over {v}|(variable {v})|w.r.t {v}"""
)
"""Names of a variable."""
NEUTRAL = phrases(
    """evaluate|compute|find|calculate|work out|determine|evaluate this|compute this|do it|work this out|
    find the value|evaluate the expression|compute the expression|what is this?|calculate the following|
    evaluate the following"""
)
"""Objectives that rely on the notation."""
POLITE = phrases(
    """please |can you |could you |now |help me |I want to |how do I |let's |try to |we want to |your task: |
    task: |exercise: |you should |quickly |question: """
)
"""Beginnings."""
POINTS = phrases(
    """{v} = {p}|{v} = {p}|{v} = {p}|{v}={p}|{v}={p}|{v} equals {p}|{v} equal to {p}|the point {v} = {p}|{p}|
    {v} ={p}|the point {p}|{v} is {p}|{v}: {p}"""
)
"""Words for a point."""
EVALUATE = phrases(
    """evaluate at {at}|evaluate at {at}|evaluate at {at}|evaluate for {at}|evaluate when {at}|evaluate if {at}|
    value at {at}|value for {at}|value when {at}|find the value at {at}|find the value when {at}|
    what is the value at {at}?|what is the value when {at}?|calculate the value for {at}|compute at {at}|
    compute the value at {at}|find its value at {at}|substitute {e}|substitute {e}|
    substitute {e} into the expression|substitute {v} by {p}|substitute {p} for {v}|plug in {e}|
    plug {e} into the expression|plug {p} in for {v}|put {e}|put {e} in|set {e}|let {e}|replace {v} with {p}|
    replace {v} by {p}|insert {e}|given {e}, find the value|if {e}, what is the value?|{e}|at {e}|for {e}|when {e}|
    work out the value when {at}|find y when {e}|what is y when {e}?|evaluate the expression for {e}|
    evaluation at {at}|evaluate the function at {at}|evaluate where {at}|substitution {e}|sub in {e}|sub {e}|
    determine the value at {at}|evaluate using {e}|calculate for {e}|calculate at {at}|
    the value of the function at {at}|evaluate with {e}|find the value of the expression when {e}|
    what do you get for {e}?|use {e}|work out the expression for {e}|swap {v} for {p}|find the area when {e}|
    find the voltage when {e}|height at {at}|how much is it for {e}?|ordinate at {at}|y-value at {at}|
    check by substituting {e}|work it out with {e}|numerical value for {e}|substitute {e} and give a number|
    value of f at {at}|energy for {e}|what does it cost for {e}?|the height when {e}|check your answer with {e}"""
)
"""Evaluation at a point, ``{at}`` as in POINTS and ``{e}`` an equation."""
BOTH = phrases(
    """evaluate at {e} and {f}|evaluate at {e}, {f}|evaluate with {e}, {f}|plug in {e} and {f}|
    substitute {e} and {f}|substitute {e}, {f}|find the value when {e} and {f}|let {e} and {f}|
    evaluate for {e} and {f}|{e} and {f}|{e}, {f}|find the energy for {e} and {f}|
    find the voltage when {e} and {f}|what is it when {e} and {f}?|use {e} and {f}"""
)
"""Evaluation of two letters."""
CALLS = phrases(
    """f({p})|f({p})|find f({p})|find f({p})|evaluate f({p})|compute f({p})|what is f({p})?|calculate f({p})|
    determine f({p})|work out f({p})|get f({p})|value of f({p})"""
)
"""Evaluation as a call."""
APPROACH = tails(
    r"""as {v} approaches {p}|as {v} approaches {p}|as {v} tends to {p}|as {v} goes to {p}|as {v} -> {p}|
    as {v} → {p}|when {v} approaches {p}|for {v} -> {p}|at {v} = {p}|at {v}={p}|when {v} goes to {p}|as {v}->{p}|
    for {v} → {p}|as {v} gets close to {p}|for {v} to {p}|{v}->{p}|{v} -> {p}|at {p}|for {v} going to {p}|
    when {v} tends to {p}|for {v} tending to {p}|as {v} nears {p}|as {v} \to {p}|for {v} approaching {p}|
    with {v} → {p}|near {v} = {p}"""
)
"""Words for a limit's point."""
FAR = tails(
    """at infinity|as {v} grows without bound|as {v} becomes very large|as {v} gets large|for large {v}|
    as {v} increases without bound"""
)
"""Words for infinity."""
TENDS = phrases(
    """what does it approach{as_}?|where does it tend{as_}?|what happens{as_}?|what value does it approach{as_}?|
    which value is approached{as_}?|behaviour{as_}|where is this heading{as_}?|
    what does the expression tend to{as_}?|lim{as_}|take the limit{as_}|end behaviour{as_}|long-run value{as_}|
    long-term value{as_}|horizontal asymptote{as_}|find the asymptote{as_}|does it settle{as_}? Limit|
    does the limit exist{as_}?|terminal value{as_}|where does it go{as_}?"""
)
"""Sentences that ask for a limit."""
SECOND = phrases(
    """second derivative|second derivative|find the second derivative|find the second derivative|
    compute the second derivative|differentiate twice|differentiate twice|f''({v})|find f''({v})|find y''|
    d^2y/d{v}^2|find d^2y/d{v}^2|d^2/d{v}^2|second-order derivative|2nd derivative|
    the second derivative with respect to {v}|take the derivative twice|differentiate two times|
    derivative of the derivative|differentiate and then differentiate again|what is the second derivative?|
    calculate the second derivative of the function|derivative of order 2|differentiate the derivative|
    second derivative wrt {v}|determine the second derivative|derive twice|find f double prime|twice differentiate|
    acceleration|find the acceleration|find the acceleration from the position|acceleration as a function of {v}|
    determine y'' for the curve|find s''({v})|concavity: second derivative"""
)
THIRD = phrases(
    """third derivative|find the third derivative|differentiate three times|f'''({v})|d^3y/d{v}^3|3rd derivative|
    compute the third derivative|take the derivative three times|find y'''|what is the third derivative?|
    the third-order derivative"""
)
SLOPE = phrases(
    """slope at {at}|slope at {at}|find the slope at {at}|gradient at {at}|find the gradient at {at}|
    derivative at {at}|derivative at {at}|find the derivative at {at}|evaluate the derivative at {at}|f'({p})|
    find f'({p})|compute f'({p})|slope of the tangent at {at}|find the slope of the tangent line at {at}|
    instantaneous rate of change at {at}|rate of change at {at}|rate of change when {e}|slope of the curve at {at}|
    gradient of the curve at {at}|what is the slope at {at}?|what is f'({p})?|value of the derivative at {at}|
    find the gradient of the curve when {e}|steepness at {at}|slope of the graph when {e}|tangent slope at {at}|
    dy/d{v} at {at}|compute the derivative at {at}|gradient when {e}|slope where {e}|
    how steep is the curve at {at}?|evaluate f'({v}) at {at}|velocity at {at}|find the velocity at {at}|
    differentiate, then put in {e}|marginal cost at {at}|differentiate and evaluate at {at}|
    how fast does it change at {at}?"""
)
CRITICAL = phrases(
    """critical points|find the critical points|stationary points|find the stationary points|turning points|
    where is the derivative zero?|find where the derivative is zero|set the derivative equal to zero and solve|
    find the {v}-values of the stationary points|differentiate, then solve for {v}|solve f'({v}) = 0|
    find the critical numbers|where is the slope zero?|find the extrema|critical values|
    find the zeros of the derivative|roots of the derivative|where is the tangent horizontal?|
    where is the velocity zero?|candidates for maxima and minima|find the maxima and minima"""
)
TWO_ANSWERS = {
    "values": phrases(
        """find f({p}) and f({q})|find f({p}) and f({q})|evaluate f({p}) and f({q})|compute f({p}) and f({q})|
        evaluate at {v} = {p} and at {v} = {q}|evaluate at {v} = {p} and {v} = {q}|calculate f({p}), f({q})|
        find the values at {v} = {p} and {v} = {q}|find the value when {v} = {p} and when {v} = {q}|
        what are f({p}) and f({q})?"""
    ),
    "derivatives": phrases(
        """find the velocity and the acceleration|find the velocity and acceleration at time {v}|
        find the velocity and acceleration functions|find the first and second derivatives|find f'({v}) and f''({v})|
        compute the first and the second derivative|find dy/d{v} and d^2y/d{v}^2"""
    ),
    "ends": phrases(
        r"""find the limits as {v} \to \infty and as {v} \to -\infty|find the limits at infinity and at minus infinity|
        find the limit as {v} tends to infinity and as {v} tends to minus infinity|
        limits as {v} -> oo and as {v} -> -oo"""
    ),
    "factor": phrases(
        """factor the polynomial and find its roots|factorise and find the roots|factor and find the zeros|
        factorise the expression and find its zeros|find the factors and the zeros"""
    ),
}
"""Two questions, whose answers come in this order."""
