"""The words of systems of equations, as data; see phrasing.py. ``{u}`` is the list of unknowns."""

from __future__ import annotations

from training.phrasing import tailed
from training.wordings import phrases

SLOTS = {
    "set": phrases(
        """the system|the system|the system of equations|the system of equations|the system of equations|this system|
        this system of equations|the following system|the following system of equations|the simultaneous equations|
        the simultaneous equations|these simultaneous equations|the following simultaneous equations|
        the pair of equations|the equations|these equations|the following equations|the given system|
        the given equations|the equations below|the system below|a system of equations|
        these equations simultaneously"""
    ),
    "for": tailed("""|||for {u}|for {u}|for {u}|in {u}|for the unknowns {u}"""),
    "by": tailed(
        """||by substitution|by elimination|using substitution|using elimination|by the substitution method|
        by the elimination method|using the method of substitution|using the method of elimination|using any method|
        algebraically|by addition|, by any method you like|exactly|by hand"""
    ),
    "linear": phrases(
        """the system of linear equations|the linear system|the system of linear equations|the linear equations|
        this system of linear equations|the following system of linear equations|the pair of linear equations|
        this linear system|the following linear system|the simultaneous linear equations"""
    ),
    "row": tailed(
        """|by elimination|using Gaussian elimination|by Gaussian elimination|using row reduction|by row reduction|
        using matrices|using Cramer's rule|by substitution|using the inverse matrix method|by elimination|
        using Gauss-Jordan elimination|using an augmented matrix"""
    ),
    "meet": phrases("""meet|intersect|intersect|cross|cross each other"""),
    "curves": phrases(
        """the curves|the two curves|the graphs|the two graphs|the line and the curve|the line and the curve|
        the curve and the line|the graphs of the equations|the given curves|the following curves|both curves"""
    ),
}
GENERAL = phrases(
    """solve <set><for>|solve <set><for>|solve <set><for>|solve <set><for>|solve <set><by>|solve <set><by>|
    solve <set>|solve|solve for {u}|solve for {u}|solve for {u}|find {u}|find {u}|find {u}|determine {u}|work out {u}|
    find the values of {u}|find the values of {u}|find all solutions of <set>|find all solutions to <set>|
    find the solution of <set>|find the solution set of <set>|find every solution of <set>|solve simultaneously|
    solve simultaneously<for>|solve <set> simultaneously|what are {u}?|what are the values of {u}?|
    what is the solution of <set>?|system of equations|simultaneous equations|solve this for {u}|
    determine the values of {u}|calculate the values of {u}|use substitution to solve <set>|
    use elimination to solve <set>|solve both equations for {u}|find {u} if|given these equations, find {u}|
    how do I solve <set>?|find the solutions of <set><for>|determine all solutions of <set>|
    <find> the solution to <set>"""
)
LINEAR = phrases(
    """solve <linear><for>|solve <linear><row>|solve <linear><row>|solve <linear><row>|solve <linear>|
    find the solution of <linear>|find the point of intersection of the lines|find where the two lines intersect|
    find the intersection of the two lines|where do the lines <meet>?|use elimination to solve <linear>|
    use Cramer's rule to solve <linear>|solve by elimination|solve by substitution|solve using matrices|
    determine the solution of <linear>|use the elimination method|
    find the coordinates of the point of intersection of the lines|solve <linear>, if possible|
    determine {u} from <linear>|solve the system graphically or algebraically"""
)
THREE = phrases(
    """solve <linear><for>|solve <linear><row>|solve <linear><row>|solve <linear><row>|solve <linear>|
    find the solution of <linear>|use Gaussian elimination to solve <linear>|use Cramer's rule to solve <linear>|
    solve the 3x3 system|solve by Gaussian elimination|solve by row reduction|determine {u} from <linear>|
    find {u} by elimination"""
)
CURVES = phrases(
    """find the points of intersection of <curves>|find the points of intersection of <curves>|
    find the points where <curves> <meet>|find where <curves> <meet>|where do <curves> <meet>?|
    find the coordinates of the points where <curves> <meet>|find all points of intersection|
    find the intersection points of <curves>|solve the nonlinear system|solve the nonlinear system of equations|
    find all real and complex solutions of <set>|determine the points of intersection of <curves>|
    solve the system of nonlinear equations<for>|find all solutions of the nonlinear system|points of intersection"""
)
REMARKS = phrases(
    """. Give your answer as an ordered pair|. Give your answers as coordinates|. Give exact values|
    . Find both values|. Give all solutions|. Check your solution|. Give your answers as fractions|
    . Leave your answer in exact form"""
)
