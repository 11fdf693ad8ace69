"""The words of Laplace transforms, as data; ``{e}`` is a formula such as L{f(t)}."""

from __future__ import annotations

from training.phrasing import tailed
from training.wordings import phrases

SLOTS = {
    "of": tailed(
        """|||of the function|of the function|of {c}({v})|of {c}({v})|of the following function|of the given function|
        of {c}|of this function"""
    ),
    "how": tailed(
        """|||||using a table|using the table of transforms|from the definition|using the definition|by using linearity|
        , where {u} > 0|for {u} > 0"""
    ),
    "back": tailed("""|||||using partial fractions|by completing the square|using a table|with the help of a table"""),
}
LAPLACE = phrases(
    """<find> the Laplace transform<of>|<find> the Laplace transform<of>|<find> the Laplace transform<of>|
    <find> the Laplace transform<of><how>|Laplace transform|Laplace transform<of>|laplace transform|
    take the Laplace transform<of>|
    what is the Laplace transform<of>?|find {e}|find {e}|compute {e}|determine {e}|evaluate {e}|
    find the Laplace transform {e}|
    find the Laplace transform F({u}) of {c}({v})|find the Laplace transform of {c}({v}) in terms of {u}|
    compute the unilateral Laplace transform<of>|find F({u}), the Laplace transform of {c}({v})|
    transform the function to the {u}-domain|use the definition to find the Laplace transform<of>|
    work out the Laplace transform<of>|find the one-sided Laplace transform of the signal"""
)
INVERSE = phrases(
    """<find> the inverse Laplace transform<of>|<find> the inverse Laplace transform<of>|inverse Laplace transform|
    <find> the inverse Laplace transform<of><back>|<find> the inverse Laplace transform<back>|inverse laplace|
    what is the inverse Laplace transform<of>?|find {e}|find {e}|compute {e}|determine {e}|evaluate {e}|
    find the function whose Laplace transform is given|find the function f({u}) whose Laplace transform is F({v})|
    invert the Laplace transform|find f({u}) if its Laplace transform is F({v})|take the inverse Laplace transform|
    find f({u}), the inverse Laplace transform of F({v})|work out the inverse Laplace transform<of><back>|
    find the inverse transform and give it as a function of {u}|find the inverse Laplace transform {e}"""
)
NOTED = phrases(
    """find|evaluate|compute|determine|calculate|find the transform|work out|find the Laplace transform|
    evaluate the transform"""
)
NOTED_INVERSE = phrases(
    """find|evaluate|compute|determine|calculate|find the inverse transform|work out|find the inverse Laplace transform|
    find the inverse Laplace transform"""
)
