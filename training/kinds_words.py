"""The words of questions that a word answers, as data; ``{c}`` is the function, ``{v}`` its letter."""

from __future__ import annotations

from training.phrasing import tailed
from training.wordings import phrases

SLOTS = {
    "series": phrases("the series|the series|the series|this series|the following series|the infinite series|it"),
    "goes": phrases(
        """converges or diverges|converges or diverges|is convergent or divergent|converges|diverges|
        converges absolutely, converges conditionally, or diverges|
        is absolutely convergent, conditionally convergent or divergent|
        is convergent|converges absolutely or conditionally|is absolutely convergent|is conditionally convergent"""
    ),
    "by": tailed(
        """|||||using the ratio test|by the comparison test|using the root test|using the integral test|
        by the limit comparison test|using the alternating series test|with the ratio test|by the p-series test"""
    ),
    "tell": phrases("determine|determine|decide|state|find out|check|tell|say|test|establish|identify"),
    "if": phrases("whether|whether|if"),
    "fn": phrases("the function|the function|{c}|{c}({v})|this function|the function {c}|the given function|it"),
    "how": tailed("|||||algebraically|by calculation|. Justify your answer|. Give a reason|and explain why"),
    "point": phrases("stationary point|stationary point|critical point|turning point|critical number"),
    "at": tailed("at {v} = {p}|at {v} = {p}|at {v} = {p}|when {v} = {p}|where {v} = {p}|with {v} = {p}"),
    "kinds": phrases(
        """a local maximum, a local minimum, or neither|a maximum or a minimum|a maximum, a minimum or neither|
        a maximum, a minimum or a point of inflection|a local maximum or a local minimum|
        a relative maximum, a relative minimum, or neither|a maximum or minimum point|
        a maximum, minimum or point of inflexion"""
    ),
}
PARITY = phrases(
    """<tell> <if> <fn> is even, odd, or neither<how>|<tell> <if> <fn> is even, odd or neither<how>|
    <tell> <if> <fn> is even, odd, or neither|<tell> <if> <fn> is even or odd<how>|is <fn> even, odd, or neither?|
    is <fn> even or odd?|<tell> <if> <fn> is odd or even|
    <tell> <if> <fn> is an even function, an odd function or neither|
    classify <fn> as even, odd, or neither|classify the function as even, odd or neither even nor odd|
    <tell> the parity of <fn>|find the parity of the function|even, odd or neither?|is it even, odd or neither?|
    is the function even?|is <fn> odd?|is <fn> an even function?|is <fn> an odd function?|parity of the function|
    what is the parity of <fn>?|even or odd?|<tell> algebraically <if> <fn> is even, odd, or neither|
    say <if> the function {c} is even, odd or neither of these|
    what kind of symmetry does <fn> have: even, odd or none?"""
)
STATIONARY = phrases(
    """<tell> the nature of the <point><at>|<tell> the nature of the <point><at>|find the nature of the <point><at>|
    <tell> <if> the <point><at> is <kinds>|classify the <point><at>|classify the <point><at> as <kinds>|
    <tell> the type of the <point><at>|is the <point><at> <kinds>?|
    use the second derivative test to classify the <point><at>|
    <tell> the nature of the <point><at><how>|find the type of the <point> of <fn><at>|
    <tell> <if> {c} has <kinds><at>|does {c} have <kinds><at>?|what is the nature of the <point><at>?|
    <fn> has a <point><at>. <tell> its nature|there is a <point><at>. Is it <kinds>?|
    use the first derivative test to <tell> <if> the <point><at> is <kinds>|
    the curve has a <point><at>. Determine its nature|what kind of <point> is there<at>?"""
)
ALONE = phrases(
    """<tell> the nature of the <point>|find the nature of the <point>|classify the <point>|is the vertex <kinds>?|
    <tell> <if> the <point> is <kinds>|what is the nature of the <point> of <fn>?|<tell> the nature of its <point>|
    <tell> <if> the vertex is <kinds>|<tell> <if> <fn> has <kinds>"""
)
CONVERGENCE = phrases(
    """<tell> <if> <series> <goes><by>|<tell> <if> <series> <goes>|<tell> <if> <series> <goes>|
    does <series> converge?|does <series> converge or diverge?|is <series> convergent?|
    is <series> convergent or divergent?|
    test <series> for convergence<by>|test <series> for absolute convergence|check the convergence of <series><by>|
    use the ratio test to determine whether <series> converges|investigate the convergence of <series>|
    use the comparison test to determine whether <series> converges or diverges|convergence of the series|
    use the integral test to determine whether <series> is convergent or divergent|test for convergence or divergence|
    use the alternating series test to determine whether <series> converges|discuss the convergence of <series>|
    does <series> converge absolutely, conditionally, or not at all?|converges or diverges?|
    study the convergence of <series>|
    classify <series> as absolutely convergent, conditionally convergent, or divergent|does this converge?"""
)
