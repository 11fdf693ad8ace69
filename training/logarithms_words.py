"""The words of logarithms, roots, trigonometric forms and collecting, as data; see phrasing.py."""

from __future__ import annotations

from training.phrasing import tailed
from training.wordings import phrases

SLOTS = {
    "write": phrases("write|write|express|rewrite"),
    "it": tailed(
        """the expression|the expression|the following|the following expression|this|this expression|
        the given expression"""
    ),
    "logarithm": phrases(
        """the logarithm|the logarithm|the logarithm|the logarithmic expression|the expression|
        the following logarithm|the logarithmic expression"""
    ),
    "far": tailed("""|as much as possible|completely|fully|as far as possible"""),
    "laws": phrases(
        """the properties of logarithms|the laws of logarithms|the properties of logarithms|log laws|
        the rules of logarithms|properties of logarithms|laws of logarithms|logarithm laws"""
    ),
    "join": phrases("""condense|condense|combine|simplify"""),
    "one": phrases("""a single logarithm|a single logarithm|a single logarithm"""),
    "denominator": phrases(
        """the denominator|the denominator|the denominator|the denominator|the denominator of the fraction|
        the denominator of the expression|the denominator of the following|the denominator of this fraction"""
    ),
    "rationalize": phrases("""rationalize|rationalize|rationalise|rationalise"""),
    "only": tailed("""|only"""),
    "formula": phrases(
        """the addition formula|the addition formulas|the angle addition formula|the sum formula|addition formulas|
        angle addition formulas|the compound angle formula|compound angle formulas|sum and difference formulas"""
    ),
    "double": phrases(
        """double angle formulas|the double angle formula|double-angle formulas|a double angle formula|
        the double-angle formula|the double angle formulas|double angle identities"""
    ),
}
EXPAND = phrases(
    """expand <logarithm><far>|expand <logarithm><far>|expand <logarithm><far>|expand <logarithm><far>|
    expand <logarithm>|expand <logarithm>|expand the logarithm|use <laws> to expand <logarithm><far>|
    use <laws> to expand <logarithm>|use <laws> to expand the expression|expand using <laws>|expand using <laws>|
    <write><it> as a sum or difference of logarithms|<write><it> as a sum of logarithms|expand the log|
    <write> as a sum or difference of logarithms|expand <logarithm> using <laws>|
    apply <laws> to expand the expression|use <laws> to write<it> as a sum or difference of logarithms"""
)
POSITIVE = (
    ". Assume all variables are positive",
    ". Assume all variables are positive",
    ". Assume that all variables are positive",
    ". Assume all variables are positive",
    ", assuming all variables are positive",
    ". Assume all variables represent positive real numbers",
    ". All variables are positive",
    ". Assume {g}",
    ", where {u} {be} positive",
    " for positive {u}",
)
JOIN = phrases(
    """write as <one>|write as <one>|write<it> as <one>|write<it> as <one>|<write><it> as <one>|<write><it> as <one>|
    <write> as <one>|condense the expression|condense<it>|condense the logarithms|condense into <one>|
    <join><it> into <one>|condense the expression to <one>|combine into <one>|express as <one>|express<it> as <one>|
    use <laws> to write<it> as <one>|use <laws> to condense the expression|use <laws> to combine into <one>|
    condense the logarithmic expression|combine the logarithms|condense|use <laws> to rewrite<it> as <one>|
    condense the expression to the logarithm of a single quantity"""
)
RATIONALIZE = phrases(
    """<rationalize> <denominator>|<rationalize> <denominator>|<rationalize> <denominator>|
    <rationalize> <denominator>|<rationalize> <denominator> and simplify|<rationalize> <denominator> and simplify|
    <rationalize> the denominator and simplify|simplify by rationalizing the denominator|
    simplify by rationalising the denominator|write<it> with a rational denominator|
    remove the root from the denominator|rewrite without a root in the denominator|
    <rationalize> <denominator>, simplifying your answer|simplify, rationalizing the denominator|
    <rationalize> the denominator of each expression|get rid of the root in the denominator|
    <rationalize> <denominator> and give the answer in simplest form"""
)
RATIONALIZE_REMARKS = phrases(
    """. Simplify your answer|. Give your answer in simplest form|. Simplify fully|
    , giving your answer in its simplest form|. Leave your answer in surd form"""
)
SINCOS = phrases(
    """write in terms of sine and cosine<only>|write in terms of sine and cosine|
    <write><it> in terms of sine and cosine|<write><it> in terms of sine and cosine<only>|
    <write><it> in terms of sines and cosines|express<it> in terms of sine and cosine|
    rewrite in terms of sine and cosine<only>|write in terms of sin {v} and cos {v}<only>|
    <write><it> using only sines and cosines|rewrite everything in terms of sine and cosine|
    <write> in terms of sines and cosines"""
)
TRIG_REMARKS = phrases(""". Do not use a calculator""")
ADDITION = phrases(
    """expand using <formula>|expand using <formula>|expand using <formula>|use <formula> to expand|
    use <formula> to expand the expression|expand<it> using <formula>|expand<it> with <formula>|
    expand the trigonometric expression|expand the trigonometric function|use <formula> to expand<it>|
    expand using trigonometric identities|expand with the addition theorem|
    write as sines and cosines of single angles|use <formula> to rewrite<it>"""
)
MULTIPLE = phrases(
    """expand using <double>|expand using <double>|expand using <double>|use <double> to expand|
    use <double> to rewrite<it>|express in terms of sin {v} and cos {v}|
    use <double> to rewrite<it> in terms of sin {v} and cos {v}|<write><it> in terms of functions of {v}|
    write in terms of functions of {v}|expand the trigonometric function|use <double> to write<it> in terms of {v}|
    use <double> to expand the expression"""
)
COLLECT = phrases(
    """collect terms in {v}|collect terms in {v}|collect the terms in {v}|collect like powers of {v}|
    collect like powers of {v}|collect powers of {v}|collect the powers of {v}|collect in powers of {v}|
    collect like terms in {v}|arrange in powers of {v}|group terms by powers of {v}"""
)
