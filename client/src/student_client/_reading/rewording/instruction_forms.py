"""The instructions that ask for another form of one expression, each with the usual words for it."""

from __future__ import annotations

from .instruction_parts import ADDITION, ROOTS, SINE, SPLIT

_LAWS = r"(?:the )?(?:(?:rules|laws|properties) of (?:logarithms|logs)|(?:log|logarithm) (?:rules|laws|properties))"
_FULLY = r"(?: fully| completely| as (?:much|far) as (?:possible|you can))?"

FORMS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "number",
        "Factor into primes",
        (
            r"(?:factor(?:i[sz]e)?|decompose|split(?: up)?|break(?: up| down)?|resolve|separate)(?: <it>)?(?: up| down"
            r"| out)? (?:in)?to (?:(?:its|an?|the|product|of|powers) )*primes?(?: factors?| numbers?| powers?)?",
            r"prime[- ]factori[sz]e(?: <it>)?",
            r"<find>(?:product of (?:its )?)?prime[- ](?:factori[sz]ation|factors|factor decomposition|number"
            r" decomposition|decomposition|power (?:decomposition|factori[sz]ation)|factor form)<of>",
            r"<write>(?: <it>)? (?:as|in|into) (?:(?:an?|the|product|of|form|its|powers|index|using) )+primes?(?:"
            r" factors?| numbers?| powers?)?(?: form)?",
            r"which primes multiply to(?: give)? <it>",
        ),
    ),
    (
        "numbers",
        "Find the greatest common divisor",
        (
            r"<find>(?:(?:greatest|highest|largest|biggest) common (?:divisor|factor|measure)|gcd|hcf|gcf|"
            r"g\.c\.d\.|h\.c\.f\.)<of>",
            r"<find>(?:greatest|largest|biggest|highest) (?:positive |whole )?(?:number|integer|divisor|factor)(?:"
            r" that| which|,)? (?:divid(?:es|ing)|common to|goes into|is a (?:factor|divisor) of)(?: exactly| evenly)?"
            r"(?: into)?(?: (?:all|both|each|of|them))*(?: <it>)?",
        ),
    ),
    (
        "numbers",
        "Find the least common multiple",
        (
            r"<find>(?:(?:least|lowest|smallest) common multiple|lcm|l\.c\.m\.)<of>",
            r"<find>(?:smallest|least|lowest) (?:positive |whole )*(?:number|integer|multiple)(?: that| which|,)?(?:"
            r" is)? (?:divisible by|a multiple of|common to)(?: (?:all|both|each|of|them))*(?: <it>)?",
        ),
    ),
    (
        "single",
        "Expand using the addition formula",
        (
            rf"<write>(?: <it>)? (?:in terms of|as|using|with|by means of|through|in)(?: only)? {SINE} of single"
            rf" angles?(?: only)?",
            rf"<do> {ADDITION} (?:to|and) (?:expand|write out)(?: out)?(?: <it>)?",
            rf"(?:expand|write out)(?: <it>)? (?:using|with|by|by means of) {ADDITION}",
            r"<write>(?: <it>)? (?:in terms of|using|with|as)(?: only)? sin\(?[ (]?<v>\)? and cos\(?[ "
            r"(]?<v>\)?(?: only| alone)?",
        ),
    ),
    (
        "reciprocal",
        "Write in terms of sines and cosines",
        (
            r"<write>(?: <it>)? (?:in terms of|as|using|with|by means of|through|in)(?: only)?"
            rf" {SINE.replace('|functions', '')}(?: only| alone)?",
            r"<write>(?: <it>)? (?:in terms of|using|with|as)(?: only)? sin\(?[ (]?<v>\)? and cos\(?[ "
            r"(]?<v>\)?(?: only| alone)?",
            r"(?:get rid of|eliminate|remove|replace) (?:the |all )*(?:tangents?|secants?|cosecants?|cotangents?)(?:"
            r"(?:,| and|, and) (?:tangents?|secants?|cosecants?|cotangents?))* (?:in favou?r of|by|using|by using"
            r"|with) sines? and cosines?",
        ),
    ),
    (
        "algebra",
        "Write as a single fraction",
        (
            r"<write>(?: <it>)? (?:over|with|to|onto|on|using|under)(?: (?:an?|the|one))?(?: (?:single|same|least"
            r"|lowest))* (?:common )?denominator",
            r"(?:combine|join|merge|collect|put|bring|add|unite)(?: <it>)?(?: together)? (?:over|in|into|to|onto|as"
            r"|under)(?: (?:an?|the|one))?(?: (?:single|same|least|lowest|common))* (?:denominator|fraction|quotient)",
        ),
    ),
    (
        "rooted",
        "Simplify",
        (
            r"(?:simplify|combine|reduce|collect)(?: the)? (?:square roots|radicals|surds|roots)(?: in(?: <it>)?)?",
            r"<write>(?: <it>)? (?:as|in|to|into)(?: an?)? (?:single|simplest|simplified|one) (?:surd|radical|root)"
            r"(?: form)?",
        ),
    ),
    ("quotient", "Simplify", ()),
    ("algebra", "Add", (r"add(?: up)?(?: the| these)? fractions(?: (?:in|of)(?: <it>)?)?",)),
    ("algebra", "Subtract", ()),
    (
        "polynomial",
        "Expand",
        (
            r"(?:work|multiply|write|open|expand|carry|take)(?: (?:out|away|up))? the (?:brackets?|parenthes[ie]s"
            r"|product|multiplication|binomial)(?: (?:in|of|from)(?: <it>| [a-z])?)?(?: out)?",
            r"(?:remove|open|clear|eliminate|drop|dissolve|undo|get rid of)(?: all)?(?: the)? (?:brackets?"
            r"|parenthes[ie]s)(?: (?:in|of|from)(?: <it>)?)?",
            r"(?:write|put|express|give)(?: <it>)? in standard (?:polynomial )?form",
            r"(?:turn|convert|change|transform) (?:the|this) product (?:in)?to a sum",
            r"(?:multiply|write|expand)(?: <it>)? out(?: in full)?",
            r"what(?: do)?(?: you| we| i)? get (?:when|if|after) (?:you |we |i )?(?:multiply(?:ing)?|"
            r"expand(?:ing)?)(?: <it>)?(?: out)?",
        ),
    ),
    ("squared", "Expand", (r"(?:multiply|write|open|expand)(?: out)? the (?:square|power)(?: out)?",)),
    ("cubed", "Expand", ()),
    (
        "algebra",
        "Factor",
        (
            r"which product (?:equals|is equal to|is|gives|makes) <it>",
            r"factor(?:i[sz]e)? (?:the|my|our) (?:characteristic polynomial|derivative i (?:got|found|have|obtained))",
            r"(?:take out|pull out|extract|factor out)(?: (?:an?|the|all|any))* (?:greatest |highest |largest )?common"
            r" factors?(?: (?:of|in|from)(?: <it>)?)?(?: and factor)?",
            r"(?:split|break|decompose|separate|resolve)(?: <it>)?(?: up| down)? (?:in)?to (?:its )?factors",
        ),
    ),
    (
        "quotient",
        "Write in partial fractions",
        (
            rf"{SPLIT}(?: <it>)? (?:in|into|as|to|using|with|by|by means of|through)(?: (?:an?|the|its|sum of|form of"
            r"|method of))* (?:simpler |simple )?partial fractions?(?: form)?(?: decomposition| expansion)?",
            r"<do> (?:the )?(?:method of )?partial fractions? (?:to|and) (?:decompose|split(?: up)?|break (?:up|down)"
            r"|rewrite|expand|write|express|separate|resolve)(?: <it>)?(?: up| down)?",
            r"<find>partial[- ]fractions? (?:decomposition|expansion|form|representation|resolution|split)<of>",
            r"<find>partial fractions<of>",
        ),
    ),
    (
        "quotient",
        "Find the quotient and the remainder",
        (
            r"(?:do |carry out |perform |use )?(?:the )?(?:polynomial|algebraic|synthetic)(?: long)? division(?: "
            r"(?:on|of)(?: <it>)?)?",
            r"divide(?: <it>)?(?: (?:out|through))?,? (?:and )?(?:giv|stat|find|writ|not|show|determin)(?:e|ing) "
            r"(?:both )?the quotient and (?:the )?remainder",
            r"<find>quotient and (?:the )?remainder(?: (?:of|for|from|in|after)(?: (?:the|this|polynomial|"
            r"long))*(?: division| <it>)?)?",
        ),
    ),
    (
        "square",
        "Complete the square",
        (
            r"complet(?:e|ing) the square(?: (?:of|in|for|on)(?: <it>)?)?",
            r"<write>(?: <it>)? (?:in|into|to)(?: its)? (?:completed?|complete)[- ]squared? form",
            r"<write>(?: <it>)? (?:in|into|to)(?: its)? vertex form",
            r"(?:rewrite|write|express|put|transform)(?: <it>)? by completing the square",
            r"(?:by completing the square,? )?<write>(?: <it>)? (?:in|into|as|to)(?: the)?(?: form)? \$?<square>\$?",
        ),
    ),
    (
        "complex",
        "Write in the form a + bi",
        (
            r"<write>(?: <it>)? (?:as|in|into|to)(?: (?:the|form|of|an?|standard|cartesian|rectangular|algebraic"
            r"|form,))* \$?(?:a ?\+ ?b ?i|a ?\+ ?i ?b|x ?\+ ?i ?y|x ?\+ ?y ?i|u ?\+ ?i ?v|c ?\+ ?d ?i)\$?(?: form)?",
        ),
    ),
    (
        "rooted",
        "Rationalize the denominator",
        (
            r"<write>(?: <it>)? (?:with|having|so that it has|using) (?:an?|the) (?:rational|integer|whole number"
            r"|root-free|surd-free) denominator",
            r"(?:remove|clear|eliminate|get rid of|move|take|free|drop|avoid|kill|clear away) (?:the |all |any"
            rf" )*{ROOTS} (?:from|in|out of|of|within|at) the (?:denominator|bottom)(?: <of>)?",
            r"rationali[sz]e(?: <it>)?",
        ),
    ),
    (
        "logarithm",
        "Expand the logarithm",
        (
            rf"expand{_FULLY}(?: (?:the|this|following|given))*(?: (?:log|logarithm|logarithmic expression)s?){_FULLY}",
            rf"(?:<do> )?{_LAWS}(?:,| to)* (?:to )?(?:expand|split(?: up)?|separate|write out)(?: <it>)?{_FULLY}",
            rf"(?:expand|split up|break up|separate)(?: <it>)?{_FULLY}(?: up)? (?:using|with|by|via) {_LAWS}",
            r"<write>(?: <it>)? (?:as|in terms of)(?: (?:an?|the|sums?|differences?|or|and|of|simple|simpler|separate"
            r"|individual))+ (?:logarithms|logs)",
        ),
    ),
)
"""What must be printed, the usual words, and the patterns that say the same."""
