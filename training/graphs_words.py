"""The words of questions about a curve, as data: ``{v}`` is its letter, ``{a}`` a number, ``{c}`` its name."""

from __future__ import annotations

from training.phrasing import tailed
from training.wordings import phrases

SLOTS = {
    "curve": phrases("the curve|the curve|the graph|the graph of {c}|the function|the graph of the function|{c}|y"),
    "line": tailed(
        """|||in the form y = mx + c|, giving your answer in the form y = mx + c|in slope-intercept form|
        . Give your answer in the form y = mx + b|, giving {f} in terms of {v}|
        . Write your answer in slope-intercept form|. Write it as y = mx + b"""
    ),
    "point": tailed(
        """at the point ({a}, {b})|at the point ({a}, {b})|at ({a}, {b})|at the point P({a}, {b})|
        at the given point ({a}, {b})|at the point with coordinates ({a}, {b})|through the point ({a}, {b}) on it"""
    ),
    "at": tailed(
        """at {v} = {a}|at {v} = {a}|at the point where {v} = {a}|when {v} = {a}|at {v}_0 = {a}|where {v} = {a}|
        at the point on the curve where {v} = {a}|at the point with {v}-coordinate {a}"""
    ),
    "eq": phrases("the equation|an equation|the equation|equation"),
    "over": tailed(
        """from {v} = {a} to {v} = {b}|between {v} = {a} and {v} = {b}|on the interval [{a}, {b}]|
        over the interval [{a}, {b}]|for {a} <= {v} <= {b}|for {a} \\le {v} \\le {b}|, {a} \\le {v} \\le {b}|
        on [{a}, {b}]|over the interval {a} \\le {v} \\le {b}|on the closed interval [{a}, {b}]"""
    ),
    "printed": tailed("on the given interval|on the given interval|over the interval|over the indicated interval"),
    "axis": phrases("{v}-axis|{v}-axis|horizontal axis"),
    "turned": phrases(
        "rotated|rotated|revolved|rotated through 360°|rotated through 2\\pi|rotated through 360 degrees|turned"
    ),
}
TANGENT = phrases(
    """<find> <eq> of the tangent<point><line>|<find> <eq> of the tangent line<point><line>|
    <find> <eq> of the tangent line to <curve><point><line>|<find> <eq> of the tangent to <curve><point><line>|
    find the tangent line<point><line>|determine the tangent to <curve><point>|
    determine an equation for the line tangent to <curve><point><line>|
    write <eq> of the line tangent to <curve><point><line>|
    the point ({a}, {b}) lies on the curve. Find the tangent there|
    what is the equation of the tangent<point>?|tangent line<point>|find the line that touches <curve><point>|
    <find> <eq> of the tangent to <curve><at><line>|determine the equation of the tangent<at>"""
)
TANGENT_PRINTED = phrases(
    """<find> <eq> of the tangent line to the curve at the given point<line>|find the tangent line at the given point|
    <find> <eq> of the tangent to the graph at the indicated point<line>|find the tangent at the point given"""
)
SLOPE_PRINTED = phrases(
    """find the slope of the graph of the function at the given point|find the slope of the tangent at the given point|
    find the gradient of the curve at the given point|find the slope of the curve at the indicated point"""
)
APPROXIMATION = {
    "1": phrases(
        """find the linear approximation of {c} at {v} = {a}|find the linearization of {c} at {v} = {a}|
        find the linearization L({v}) of the function at a = {a}|find the linear approximation at a = {a}|
        linearise {c} about {v} = {a}|linearize the function about {v} = {a}|find the linearization at {v} = {a}|
        find the best linear approximation near {v} = {a}|find the first-order approximation about {v} = {a}"""
    ),
    "2": phrases(
        """find the quadratic approximation at {v} = {a}|find the quadratic approximation of {c} at {v} = {a}|
        find the quadratic approximation of the function near {v} = {a}|
        find the second-order approximation at {v} = {a}|
        find the second-order Taylor approximation about {v} = {a}|quadratic approximation at {v} = {a}"""
    ),
}
AT_PRINTED = {
    "1": phrases("find the linearization L({v}) of the function at a|find the linear approximation of {c} at a"),
    "2": phrases("find the quadratic approximation of the function at a|find the quadratic approximation of {c} at a"),
}
NORMAL = phrases(
    """<find> <eq> of the normal<point><line>|<find> <eq> of the normal line<point><line>|
    <find> <eq> of the normal to <curve><point><line>|<find> <eq> of the normal line to <curve><point><line>|
    <find> <eq> of the normal<at><line>|<find> <eq> of the normal line<at><line>|normal line<at>|
    <find> <eq> of the normal to <curve><at><line>|<find> <eq> of the normal line to <curve><at><line>|
    find the line perpendicular to the tangent<at><line>|write down <eq> of the normal<at><line>|
    find the normal to <curve><at><line>|what is the equation of the normal line<at>?"""
)
TURNING = phrases(
    """find the coordinates of the stationary points|find the coordinates of the turning point|
    find the coordinates of the stationary points of <curve>|find the coordinates of the turning points of <curve>|
    find the coordinates of the vertex|find the coordinates of the vertex of the parabola|
    find the stationary points, giving both coordinates|determine the coordinates of all stationary points|
    work out the coordinates of the turning point|calculate the coordinates of the stationary point|
    find both coordinates of each critical point|give the coordinates of the minimum and maximum points|
    find the coordinates of the turning point of <curve>|find the coordinates of the minimum point|
    find the coordinates of the points on <curve> where the gradient is zero|
    find the points ({v}, y) at which the tangent is horizontal|determine the coordinates of the extreme points"""
)
EXTREME = {
    "low": phrases(
        """find the minimum value of the function|find the minimum value of {c}|what is the minimum value?|
        find the minimum value of the quadratic function|find the least value of {c}|the minimum value is|
        determine the least value of the function|calculate the minimum value|what is the smallest value of {c}?|
        find the absolute minimum value of the function|minimum value of {c}|find the minimum of the function value"""
    ),
    "high": phrases(
        """find the maximum value of the function|find the maximum value of {c}|what is the maximum value?|
        find the maximum value of the quadratic function|find the greatest value of {c}|the maximum value is|
        determine the greatest value of the function|calculate the maximum value|what is the largest value of {c}?|
        what is the maximum height reached?|find the maximum height|what is the maximum height reached by the ball?|
        find the maximum height of the ball|the maximum value of the function is|how high does the ball go?|
        a ball is thrown upwards and its height is given. Find the greatest height|find the maximum profit"""
    ),
}
BOTH_SIGNS = phrases(
    """find the intervals on which {c} is increasing or decreasing|find the intervals of increase and decrease|
    find the open intervals on which {c} is increasing or decreasing|
    determine where {c} increases and where it decreases|
    find where <curve> is increasing and where it is decreasing|on which intervals is {c} increasing, and decreasing?|
    find the intervals of monotonicity|study the monotonicity of the function|intervals of increase and decrease"""
)
CONCAVE = phrases(
    """find the intervals of concavity|find where <curve> is concave up and where it is concave down|
    find the intervals on which {c} is concave up or concave down|discuss the concavity of <curve>|
    determine the open intervals on which the graph is concave upward or concave downward"""
)
PARTS = {
    "critical rising": phrases(
        """find the critical numbers and the intervals on which {c} is increasing|
        find the critical points and determine where {c} is increasing|
        find the critical numbers and the open intervals on which {c} is increasing|
        (a) Find the critical numbers of {c}. (b) Find the interval(s) on which {c} is increasing|
        find the stationary points and the intervals where the function increases"""
    ),
    "critical falling": phrases(
        """find the critical numbers and the intervals on which {c} is decreasing|
        find the critical points and determine the intervals where {c} is decreasing|
        (a) Find the critical points. (b) Find where {c} is decreasing"""
    ),
    "critical concave": phrases(
        """find the critical numbers and the intervals on which {c} is concave up|
        (a) Find the critical numbers of {c}. (b) Find the interval(s) on which {c} is concave up"""
    ),
}
INTERCEPTS = phrases(
    """find the x- and y-intercepts of the graph|find the {v}-intercepts and the y-intercept|
    find all intercepts of <curve>|find the points where <curve> meets the axes|find the {v}- and y-intercepts|
    where does <curve> cross the axes? Give the {v}-values first, then the y-value|find the intercepts"""
)
LENGTH = phrases(
    """find the length of the curve<over>|find the arc length of <curve><over>|find the exact length of the curve<over>|
    calculate the arc length<over>|determine the length of the arc<over>|how long is the curve<over>?|
    find the length of the arc of <curve><over>|compute the arc length of the graph<over>|arc length<over>"""
)
SHELL = phrases(
    """find the volume when the region under <curve><over> is <turned> about the y-axis|
    use the shell method to find the volume when the region under <curve><over> is revolved about the y-axis|
    the region under <curve><over> is <turned> about the y-axis. Find the volume|
    use cylindrical shells to find the volume about the y-axis<over>"""
)
DISK = phrases(
    """the region under <curve><over> is <turned> about the {v}-axis. Find the volume of the solid|
    find the volume when the region bounded by <curve>, {v} = {a} and {v} = {b} is <turned> about the {v}-axis|
    use the disk method to find the volume of revolution about the {v}-axis<over>|
    the region bounded by the curve and the lines {v} = {a} and {v} = {b} is <turned>. Find the volume generated|
    find the volume of revolution about the <axis><over>|
    find the volume obtained by rotating <curve> about the {v}-axis<over>"""
)
MEAN = phrases(
    """find the average value of {c}<over>|find the mean value of {c}<over>|
    find the average value of the function<over>|
    what is the mean value of {c}<over>?|determine the mean value of the voltage<over>|find the average current<over>|
    calculate the mean value of the signal<over>|find the average value f_ave of the function<over>|
    find the mean value<over>|average value of {c}<over>"""
)
PARALLEL = phrases(
    """at what value of {v} is the tangent parallel to the line y = {k}{v} {s} {b}?|
    find the {v}-coordinates of the points where the tangent is parallel to y = {k}{v} {s} {b}|
    for which {v} is the tangent line parallel to the line y = {k}{v} {s} {b}?|
    find all {v} at which <curve> has a tangent parallel to y = {k}{v} {s} {b}|find {v} if the gradient is {k}|
    at which {v} is the slope equal to {k}?|find where the rate of change equals {k}|
    find the values of {v} for which the slope of the tangent line is {k}"""
)
AREA = phrases(
    """find the area between the curves|find the area enclosed by the curves|find the area of the region between them|
    find the area of the region enclosed by the two graphs|find the area of the region bounded by the graphs|
    sketch the region enclosed by the given curves and find its area|calculate the area of the enclosed region|
    the two graphs enclose a region. Find its area|determine the area of the finite region bounded by the two curves|
    find the area enclosed between the curves {e}|determine the area of the region between the graphs of {e}|
    the line and the curve enclose a region. Find its area|calculate the area of the region bounded by {e}|
    set up and evaluate the integral for the area of the region bounded by the graphs|
    find the area of the region bounded by {e}|find the area of the region enclosed by {e}|
    {e} enclose a region. Find its area"""
)
CURVE_POINTS = phrases(
    """find the points of intersection|find the coordinates of the points of intersection|
    find the points of intersection of the two curves|where do the graphs meet?|
    find the coordinates of the points where the line meets the curve|find all points of intersection of the graphs|
    find the coordinates of the points of intersection of the line and the curve|determine where the curves intersect|
    find the points where {e} intersect|at which points do the graphs of {e} meet?"""
)
