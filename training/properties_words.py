"""The words of further questions that a word answers, as data; see properties.py."""

from __future__ import annotations

from training.phrasing import tailed
from training.wordings import phrases

SLOTS = {
    "tell": phrases("determine|determine|decide|state|find out|check|tell|say|test|establish|show"),
    "if": phrases("whether|whether|if"),
    "eq": tailed("||of the equation|of the quadratic equation|of the quadratic|of this equation|of the given equation"),
    "disc": tailed("||||using the discriminant|by using the discriminant|from the discriminant|. Do not solve it"),
    "fn": phrases("the function|the function|{c}|{c}({v})|this function|the given function"),
    "seq": phrases("the sequence|the sequence|this sequence|the given sequence|the sequence a_{v}"),
    "st": phrases("the statement|the statement|the following statement|this statement|the equation|the claim"),
    "mat": phrases("the matrix|the matrix {m}|{m}|this matrix|the given matrix|the following matrix"),
    "vecs": phrases("the vectors|the vectors|these vectors|the given vectors|the following vectors|the vectors {p}"),
}
ROOTS = phrases(
    """<find> the nature of the roots<eq><disc>|<tell> the nature of the roots<eq>|<tell> the nature of its roots<disc>|
    use the discriminant to determine the nature of the roots<eq>|describe the nature of the roots<eq><disc>|
    find the discriminant and determine the nature of the roots|how many real roots does the equation have?|
    <tell> the number and type of the solutions<eq>|describe the number and type of solutions<eq><disc>|
    what is the nature of the roots<eq>?|<tell> the type of roots<eq>|
    without solving, state the nature of the roots<eq>|
    does the quadratic equation have two real roots, one or none?|nature of the roots|
    use the discriminant to find the number and nature of the solutions<eq>"""
)
MONOTONICITY = phrases(
    """<tell> <if> <seq> is increasing, decreasing or not monotonic|<tell> <if> <seq> is increasing or decreasing|
    is <seq> increasing or decreasing?|is <seq> increasing?|is <seq> decreasing?|is <seq> monotonic?|
    <tell> <if> <seq> is monotonic|<tell> <if> <seq> is increasing, decreasing, or neither|
    is <seq> increasing, decreasing or neither?|<tell> <if> <seq> is monotone increasing or monotone decreasing|
    <tell> <if> <seq> is strictly increasing, strictly decreasing or not monotonic|
    investigate the monotonicity of <seq>|study the monotonicity of <seq>"""
)
CONTINUITY = phrases(
    """is <fn> continuous at {v} = {p}?|is <fn> continuous at {v} = {p}?|<tell> <if> <fn> is continuous at {v} = {p}|
    <tell> <if> <fn> is continuous at {v} = {p}. Justify your answer|is <fn> continuous or discontinuous at {v} = {p}?|
    <tell> <if> <fn> is continuous at the point {v} = {p}|check the continuity of <fn> at {v} = {p}|
    discuss the continuity of <fn> at {v} = {p}|is there a discontinuity at {v} = {p}?|
    examine the continuity of the function at {v} = {p}|test <fn> for continuity at {v} = {p}"""
)
TRUTH = phrases(
    """true or false?|true or false|true or false: |is <st> true or false?|<tell> <if> <st> is true or false|
    <tell> <if> <st> is true|is this true?|is this correct?|is <st> correct?|is <st> true?|is it true?|
    decide if the following is true or false|state whether the statement is true or false. Give a reason"""
)
SOLUTION = phrases(
    """<tell> <if> {v} = {p} is a solution of the equation|is {v} = {p} a solution of the equation?|
    <tell> <if> {v} = {p} is a solution|is {p} a solution of the equation?|
    <tell> <if> {p} is a solution of the equation|
    is {v} = {p} a solution?|<tell> <if> {v} = {p} is a root of the equation|is {v} = {p} a root of the equation?|
    <tell> <if> {p} is a solution of the given equation or not|does {v} = {p} satisfy the equation?"""
)
SATISFIES = phrases(
    """<tell> <if> {v} = {p} is a solution of the inequality|is {p} a solution of the inequality?|
    is {v} = {p} a solution of the inequality?|<tell> <if> {p} is a solution of the inequality|
    does {v} = {p} satisfy the inequality?"""
)
PRIMALITY = phrases(
    """is {p} a prime number?|is {p} prime?|is {p} prime or composite?|<tell> <if> {p} is prime|is it prime?|
    <tell> <if> {p} is prime or composite|<tell> <if> {p} is a prime number|
    <tell> <if> the number is prime or composite|
    is the number prime?|is this number prime or composite?|prime or composite?|<tell> <if> the number is prime|
    <tell> <if> the number is prime, composite or neither|is the number {p} a prime or a composite number?"""
)
INVERTIBILITY = phrases(
    """is <mat> invertible?|is <mat> invertible?|<tell> <if> <mat> is invertible|<tell> <if> <mat> is invertible|
    is <mat> singular?|<tell> <if> <mat> is singular or nonsingular|<tell> <if> <mat> has an inverse|
    does <mat> have an inverse?|is <mat> singular or non-singular?|<tell> <if> <mat> is invertible or singular|
    use the determinant to decide whether <mat> is invertible|<tell> <if> <mat> is nonsingular|can <mat> be inverted?"""
)
INDEPENDENCE = phrases(
    """are <vecs> linearly independent?|are <vecs> linearly independent?|are <vecs> linearly dependent?|
    <tell> <if> <vecs> are linearly independent|<tell> <if> <vecs> are linearly independent or dependent|
    <tell> <if> <vecs> are linearly dependent|<tell> <if> <vecs> form a linearly independent set|
    are <vecs> linearly independent or linearly dependent?|do <vecs> form a linearly independent set?|
    test <vecs> for linear independence|check <if> <vecs> are linearly independent or not"""
)
COLUMNS = phrases(
    """are the columns of <mat> linearly independent?|<tell> <if> the columns of <mat> are linearly independent|
    <tell> <if> the columns of <mat> form a linearly independent set|do the columns of <mat> form an independent set?|
    <tell> <if> the columns of <mat> are linearly dependent|are the columns of <mat> linearly dependent?"""
)
DIRECTION = phrases(
    """<tell> <if> <vecs> are orthogonal, parallel, or neither|<tell> <if> <vecs> are orthogonal, parallel or neither|
    are <vecs> orthogonal, parallel, or neither?|are <vecs> orthogonal?|are <vecs> parallel?|are <vecs> perpendicular?|
    <tell> <if> <vecs> are perpendicular|<tell> <if> <vecs> are orthogonal|<tell> <if> <vecs> are parallel|
    <tell> <if> <vecs> are parallel, perpendicular or neither|are <vecs> perpendicular to each other?"""
)
RISING = phrases(
    """is <fn> increasing or decreasing at {v} = {p}?|<tell> <if> <fn> is increasing or decreasing at {v} = {p}|
    is <fn> increasing at {v} = {p}?|is <fn> decreasing at {v} = {p}?|<tell> <if> <fn> is increasing at {v} = {p}|
    is {c} increasing, decreasing or neither at {v} = {p}?|<tell> <if> {c} is increasing or decreasing when {v} = {p}|
    does <fn> increase or decrease at {v} = {p}?|is the graph rising or falling at {v} = {p}?"""
)
BENT = phrases(
    """<tell> <if> the graph is concave up or concave down at {v} = {p}|
    is <fn> concave up or concave down at {v} = {p}?|
    <tell> <if> <fn> is concave up or down at {v} = {p}|<find> the concavity of {c} at {v} = {p}|
    is the graph of {c} concave up at {v} = {p}?|is the curve concave upward or concave downward at {v} = {p}?|
    is {c} convex or concave at {v} = {p}?|<tell> the concavity at {v} = {p}"""
)
GAP = phrases(
    """classify the discontinuity of {c} at {v} = {p}|classify the discontinuity at {v} = {p}|
    classify the discontinuity at {v} = {p} as removable, jump or infinite|
    <tell> the type of discontinuity at {v} = {p}|
    is the discontinuity at {v} = {p} removable or infinite?|what kind of discontinuity does {c} have at {v} = {p}?|
    <tell> <if> the discontinuity at {v} = {p} is removable|is the discontinuity at {v} = {p} removable?|
    find the type of the discontinuity of {c} at {v} = {p}|is there a hole or an asymptote at {v} = {p}?"""
)
RATIONALITY = phrases(
    """<tell> <if> the number is rational or irrational|is the number rational or irrational?|is it rational?|
    is this number rational or irrational?|<tell> <if> it is rational or irrational|is the number irrational?|
    is {p} rational or irrational?|<tell> <if> the expression is rational|rational or irrational?|is {p} rational?|
    <tell> <if> the value is a rational number or an irrational number"""
)
SOLVABILITY = phrases(
    """<tell> <if> the system has no solution, one solution, or infinitely many solutions|
    how many solutions does the system have?|how many solutions does the system of equations have?|
    does the system have no solution, one solution or infinitely many solutions?|
    <tell> the number of solutions of the system|
    <tell> <if> the system has a unique solution or infinitely many solutions|
    <tell> <if> the linear system has one solution, no solution or infinitely many|is the system consistent?|
    without solving, <tell> how many solutions the system has|how many solutions does this linear system have?"""
)
LINES = phrases(
    """are the lines parallel, perpendicular, or neither?|<tell> <if> the lines are parallel, perpendicular, or neither|
    are the two lines parallel, perpendicular or neither?|are the lines parallel?|are the lines perpendicular?|
    <tell> <if> the two lines are parallel or perpendicular|<tell> <if> the lines are perpendicular|
    <tell> <if> the given lines are parallel, perpendicular or neither of these|
    are the two lines parallel or perpendicular to each other?"""
)
CONIC = phrases(
    """identify the conic|identify the conic section|classify the conic|classify the conic section|name the conic|
    identify the type of conic section|what type of conic section is it?|what kind of conic is this?|
    identify the conic as a circle, an ellipse, a parabola or a hyperbola|identify the curve|
    classify the graph of the equation as a circle, a parabola, an ellipse, or a hyperbola|
    <tell> <if> the graph of the equation is a circle, ellipse, parabola or hyperbola|
    identify the graph of the equation|
    which conic section does the equation describe?|<tell> the type of the conic section"""
)
