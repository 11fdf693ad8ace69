"""Questions about a function that stands for nothing else, as data; ``{c}`` is its letter, ``{F}`` all of it."""

from __future__ import annotations

from training.wordings import phrases

PURE_QUESTIONS: dict[tuple[str, str], tuple[str, ...]] = {
    ("derivative", "pure"): phrases(
        """find {c}'({v})|find {c}'({v})|find d{c}/d{v}|find the derivative|differentiate it|find its derivative|
        find the derivative of {c}|differentiate {c} with respect to {v}|determine {c}'({v})|work out d{c}/d{v}|
        write down {c}'({v})|find the gradient function|compute the derivative|I need the derivative of {F}|
        I need d{c}/d{v} for {F}|what is the derivative of {F}?|find \\frac{d{c}}{d{v}}|
        find an expression for {c}'({v})|how do I differentiate {F}|differentiate {F}|find the derivative of {F}"""
    ),
    ("slope", "pure"): phrases(
        """find {c}'({a})|find {c}'({a})|what is {c}'({a})?|find the gradient at {v} = {a}|
        find the slope at {v} = {a}|find the gradient of the curve at the point where {v} = {a}|
        find the slope of the tangent at {v} = {a}|find the value of d{c}/d{v} when {v} = {a}|
        find the rate of change at {v} = {a}|find the value of the derivative at {v} = {a}|
        work out the gradient when {v} = {a}|calculate {c}'({a})|find the instantaneous rate of change at {v} = {a}|
        evaluate {c}'({a})|how steep is it at {v} = {a}?"""
    ),
    ("second", "pure"): phrases(
        """find {c}''({v})|find the second derivative|determine {c}''({v})|find d^2{c}/d{v}^2|
        work out the second derivative|find \\frac{d^2{c}}{d{v}^2}|differentiate twice|
        what is the second derivative of {F}?|find its second derivative"""
    ),
    ("second at", "pure"): phrases(
        """find {c}''({a})|find the value of {c}''({a})|calculate {c}''({a})|find the second derivative at {v} = {a}|
        evaluate the second derivative when {v} = {a}"""
    ),
    ("value", "pure"): phrases(
        """find {c}({a})|find {c}({a})|what is {c}({a})?|evaluate {c}({a})|find the value of {c} when {v} = {a}|
        calculate {c}({a})|find its value at {v} = {a}|work out {c}({a})|find the y-coordinate where {v} = {a}|
        find the y-coordinate of the point where {v} = {a}|determine the value at {v} = {a}"""
    ),
    ("turning", "pure"): phrases(
        """find the {v}-coordinates of the stationary points|find the stationary points|find the critical points|
        find the {v}-coordinate of the turning point|for which {v} does the curve have a horizontal tangent?|
        for which values of {v} does it have a horizontal tangent?|find the critical numbers|
        find the turning points|at which values of {v} is the tangent horizontal?|
        find the values of {v} for which {c}'({v}) = 0|find where the gradient is zero|
        find the values of {v} at the maximum and minimum points|it has one turning point. Find its {v}-coordinate|
        find the {v}-values of the local extrema|find the {v}-coordinates of the points where the gradient is zero|
        for what values of {v} is the derivative zero?"""
    ),
    ("inflection", "pure"): phrases(
        """find the {v}-coordinate of the point of inflection|find the points of inflection|
        find the inflection points|where is the second derivative zero?|
        find the {v}-coordinates of the points of inflection|find the values of {v} for which {c}''({v}) = 0|
        find the {v}-values of the inflection points"""
    ),
    ("zero", "pure"): phrases(
        """find the zeros|for what value of {v} is {c}({v}) = 0?|find all {v} for which {c}({v}) = 0|find its roots|
        find where it crosses the {v}-axis|where does the graph cross the {v}-axis?|find the {v}-intercepts|
        where does the graph of {F} meet the {v}-axis?|solve {c}({v}) = 0|find the zeros of {c}|
        for which {v} is it zero?"""
    ),
    ("equals", "pure"): phrases(
        """find all {v} for which {c}({v}) = {a}|solve {c}({v}) = {a}|find {v} if {c}({v}) = {a}|
        for which {v} is {c}({v}) = {a}?|find the values of {v} for which {c} = {a}|
        for what value of {v} is {c} equal to {a}?|find {v} when {c} = {a}|
        find the value of {v} such that {c}({v}) = {a}"""
    ),
    ("integral", "pure"): phrases(
        """integrate it|find its antiderivative|find the indefinite integral|find the integral|integrate {c}({v})|
        find an antiderivative of {c}|find \\int {c}({v}) d{v}|what is the indefinite integral of {F}?|
        integrate {F}|find the general antiderivative F({v})|find the integral of {F}|
        what is the antiderivative of {F}?"""
    ),
    ("area", "pure"): phrases(
        """find the area under the curve from {v} = {a} to {v} = {b}|
        find the area between the curve and the {v}-axis from {v} = {a} to {v} = {b}|integrate from {a} to {b}|
        find the integral from {a} to {b}|find the area under the graph between {v} = {a} and {v} = {b}|
        find \\int_{a}^{b} {c}({v}) d{v}|evaluate the integral of {c} from {a} to {b}|
        find the area of the region bounded by the curve, the {v}-axis, {v} = {a} and {v} = {b}|
        find the area enclosed by the curve, the {v}-axis and the lines {v} = {a} and {v} = {b}"""
    ),
    ("slope equals", "pure"): phrases(
        """find the {v}-coordinates of the points where the gradient is {a}|
        at which points is the gradient equal to {a}?|find the values of {v} for which {c}'({v}) = {a}|
        find all points where the curve has gradient {a}|
        at what values of {v} is the tangent parallel to a line with slope {a}?|find {v} if {c}'({v}) = {a}"""
    ),
    ("total area", "pure"): phrases(
        """find the total area between the curve and the {v}-axis from {v} = {a} to {v} = {b}|
        find the total area enclosed between the graph and the {v}-axis for {a} <= {v} <= {b}"""
    ),
    ("mean", "pure"): phrases(
        """find the average value of {c} on the interval [{a}, {b}]|
        find the mean value of the function from {v} = {a} to {v} = {b}|find the average value on [{a}, {b}]|
        what is the average value between {v} = {a} and {v} = {b}?|find the mean value over the interval [{a}, {b}]|
        find the average value of the function over [{a}, {b}]"""
    ),
    ("volume", "pure"): phrases(
        """find the volume when the region under the curve from {v} = {a} to {v} = {b} is rotated about the {v}-axis|
        the region under the curve from {v} = {a} to {v} = {b} is rotated about the {v}-axis. Find its volume|
        find the volume of revolution about the {v}-axis between {v} = {a} and {v} = {b}|
        the curve between {v} = {a} and {v} = {b} is rotated through 360 degrees about the {v}-axis. Find the volume|
        find the volume of the solid of revolution when it is rotated about the {v}-axis from {v} = {a} to {v} = {b}"""
    ),
    ("average", "pure"): phrases(
        """find the average rate of change over the interval [{a}, {b}]|
        find the average rate of change from {v} = {a} to {v} = {b}|
        find the average rate of change of {c} on [{a}, {b}]|
        what is the average rate of change between {v} = {a} and {v} = {b}?|
        find the slope of the secant line through {v} = {a} and {v} = {b}"""
    ),
    ("tangent", "pure"): phrases(
        """find the equation of the tangent at the point where {v} = {a}|find the tangent line at {v} = {a}|
        find the equation of the tangent to the curve at {v} = {a}|
        write down the equation of the tangent to the graph at {v} = {a}|
        find the equation of the tangent line when {v} = {a}|
        what is the equation of the tangent to {F} at {v} = {a}?|find the linear approximation at {v} = {a}|
        find the linearization at a = {a}|give the tangent at {v} = {a} in the form y = mx + c|
        determine an equation of the line tangent to the graph at {v} = {a}"""
    ),
    ("normal slope", "pure"): phrases(
        """find the gradient of the normal at {v} = {a}|find the gradient of the normal to the curve at {v} = {a}|
        what is the gradient of the normal at the point where {v} = {a}?|
        find the slope of the normal line at {v} = {a}|
        the gradient of the normal to the curve at {v} = {a} is required. Find it"""
    ),
    ("both", "pure"): phrases(
        """find the first and second derivatives|find {c}'({v}) and {c}''({v})|
        find both the first and the second derivative|find d{c}/d{v} and d^2{c}/d{v}^2|
        find the first two derivatives|compute {c}' and {c}''"""
    ),
    ("derivative and value", "pure"): phrases(
        """find {c}'({v}) and {c}'({a})|find the derivative and its value at {v} = {a}|
        find {c}'({v}) and hence {c}'({a})|differentiate {c}, and find {c}'({a})|
        find {c}'({v}) and evaluate it at {v} = {a}"""
    ),
    ("increasing", "pure"): phrases(
        """find where it is increasing|find the intervals on which {c} is increasing|
        for which {v} is {c} increasing?|find the set of values of {v} for which {c} is increasing|
        on which intervals is the function increasing?|find the values of {v} for which {c}'({v}) > 0|
        determine where {c} increases"""
    ),
    ("decreasing", "pure"): phrases(
        """find where it is decreasing|find the intervals on which {c} is decreasing|
        for which {v} is {c} decreasing?|find the set of values of {v} for which {c} is decreasing|
        on which intervals is the function decreasing?|find the values of {v} for which {c}'({v}) < 0"""
    ),
    ("positive", "pure"): phrases(
        """for which {v} is {c}({v}) > 0?|find the values of {v} for which {c}({v}) > 0|
        for which {v} is it positive?|find where the graph lies above the {v}-axis|
        find the set of values of {v} for which {c} is positive"""
    ),
    ("negative", "pure"): phrases(
        """for which {v} is {c}({v}) < 0?|find the values of {v} for which {c}({v}) < 0|
        for which {v} is it negative?|find where the graph lies below the {v}-axis|
        find the set of values of {v} for which {c} is negative"""
    ),
    ("at least", "pure"): phrases(
        """for which {v} is {c}({v}) at least {a}?|find the values of {v} for which {c}({v}) \\ge {a}|
        when is {c} at least {a}?|for which {v} is {c}({v}) >= {a}?"""
    ),
    ("far", "pure"): phrases(
        """find the horizontal asymptote|find its limit as {v} tends to infinity|
        what happens as {v} tends to infinity?|find the limit of {c} as {v} approaches infinity|
        find the horizontal asymptote of the graph|what does {c}({v}) approach as {v} goes to infinity?|
        what value does {c} approach as {v} becomes large?"""
    ),
    ("inverse", "pure"): phrases(
        """find {c}^{-1}({v})|find the inverse function|find the inverse of {c}|find an expression for {c}^{-1}({v})|
        show that {c} is invertible and find its inverse|find its inverse|state {c}^{-1}({v})|
        find a formula for {c}^{-1}({v})"""
    ),
    ("series", "pure"): phrases(
        """find the Maclaurin series up to the term in {v}^{a}|find its Maclaurin polynomial of degree {a}|
        expand it in ascending powers of {v} up to and including the term in {v}^{a}|
        find the Taylor polynomial of degree {a} at {v} = 0|find the Maclaurin expansion of {c} up to {v}^{a}"""
    ),
    ("definition", "pure"): phrases(
        """use the limit definition of the derivative to find {c}'({v})|differentiate from first principles|
        find the derivative from first principles|use the definition of the derivative to find {c}'({v})|
        find {c}'({v}) using the definition of the derivative|find the derivative using the limit definition|
        use first principles to find the derivative|find {c}'({v}) by first principles"""
    ),
    ("quotient", "pure"): phrases(
        """find and simplify the difference quotient|simplify the difference quotient ({c}({v}+h) - {c}({v}))/h|
        find and simplify ({c}({v}+h) - {c}({v}))/h|find the difference quotient \\frac{{c}({v}+h)-{c}({v})}{h}|
        find the difference quotient and simplify it|compute and simplify the difference quotient of {c}"""
    ),
    ("remainder", "pure"): phrases(
        """find the remainder when it is divided by {v} - {a}|
        use the remainder theorem to find the remainder on division by {v} - {a}|
        find the remainder when the polynomial is divided by ({v} - {a})|
        use the remainder theorem to find the remainder when {c}({v}) is divided by {v} - {a}|
        what is the remainder when the polynomial is divided by {v} - {a}?"""
    ),
}
