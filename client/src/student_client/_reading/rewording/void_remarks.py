"""Remarks that say nothing of the question: how the work is shown, which calculator is allowed, what is defined."""

from __future__ import annotations

import re

VOID = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"this (?:is|was|one is) (?:my |the )?(?:question|problem|exercise|number|part|no\.?|q) ?\d+[a-z]?(?: (?:from"
        r"|of|in|on) (?:my|the|our|a|this|last) (?:(?:homework|worksheet|exam|test|book|textbook|class|course"
        r"|assignment|problem|set|sheet|past|paper|quiz|year|week|math|maths)[ ']?s? ?)+)?",
        r"(?:in this question,? )?(?:you (?:must|should|need to|are required to) )?(?:show|give)(?:ing)? (?:detailed"
        r"|clear|full|all|your|every|each|the|any) (?:(?:stages?|steps?|lines?) of )?(?:your |the )?(?:reasoning"
        r"|workings?|work|method|steps?|stages?|calculations?)(?: (?:clearly|in full|fully))?",
        r"(?:give (?:a )?)?(?:justify|justifying|explain|explaining) (?:your |the |each |all )?(?:answers?"
        r"|reasoning|steps?|working|method|work)",
        r"(?:solutions|answers|methods) (?:relying|based|that rely|which rely)(?: entirely| solely| only)? on"
        r" (?:calculator technology|a calculator|calculators|graphical methods"
        r"|trial and error)(?: or [a-z ]+)? (?:are|will) not (?:be )?(?:acceptable|accepted)",
        r"(?:without|not) using (?:a |your )?calculators?(?: and| or)? (?:showing|show) (?:each|every|all|your"
        r"|the|full|clear) (?:(?:stages?|steps?) of )?(?:your )?(?:working|work|steps?|stages?)",
        r"(?:please )?(?:don't|do not) worry about (?:the |any )?(?:domains?|constants?|convergence|units"
        r"|rigou?r)(?: issues| of integration| problems)?",
        r"(?:show|showing|include|including|write|explain)(?: (?:me|us|all|every|each|of|your|the|full|detailed"
        r"|clear))* (?:working|work|steps?|workings|reasoning|method|calculations?)(?: (?:clearly|out|in detail|please"
        r"|carefully))*",
        r"(?:do not|don't|you (?:must|may|should) not|without|no) (?:us(?:e|ing) )?(?:of )?(?:a |your |any |the"
        r" )?calculators?(?: (?:in|for|on) this (?:question|part|problem|exercise))?(?: (?:is|are) allowed)?",
        r"(?:a |your )?calculators? (?:is|are|may|can|must|should)(?: not)? (?:be )?(?:allowed|permitted|used"
        r"|required|needed)",
        r"(?:give |with |use |want |need )*(?:the )?exact (?:values?|answers?|form)(?: only)?(?:,? (?:no|not"
        r"|without) (?:a )?(?:decimals?|decimal"
        r" approximations?|calculators?))*(?:,? please)?|no decimals?(?: approximations?)?(?:,? please)?",
        r"(?:they|it|some|these)(?: may| might| could| can) (?:be|not be) (?:complex|real|imaginary|negative|repeated)",
        r"(?:with|giving|stating)(?: full| clear)? (?:reasons?|justification|explanations?)(?: for (?:your|each"
        r"|the) answers?)?",
        r"show that you (?:have )?(?:checked|verified|tested) (?:your|the|each) (?:answers?|solutions?|work|results?)",
        r"(?:can|could|would) (?:someone|anyone|you|anybody|somebody) (?:please )?(?:walk me through (?:it"
        r"|this)|help(?: me)?(?: out)?|explain(?: it| this)?|show me)",
        r"(?:is|are) there (?:a|any|some)(?: (?:quick|easy|easier|nice|good|clever))? (?:tricks?|ways?|shortcuts?"
        r"|methods?)(?: (?:with|using|to use) (?:the |a )?(?:double angle|half angle|chain|product|quotient|power"
        r"|substitution|trig|pythagorean)(?: (?:formulas?|rules?|identity|identities))?|(?: to do| for) (?:this|it))?",
        r"(?:do not|don't) use (?:a |an |any )?(?:graphical|numerical|trial[- ]and[- ]error|calculator)(?: methods?)?",
        r"set (?:each|every|both|the) (?:factors?|brackets?) (?:equal )?to (?:zero|0)",
        r"assum(?:e|ing)(?: that)? (?:no|none of the|the|all) denominators? (?:is|are|equals?)(?: not)? (?:zero"
        r"|0|nonzero|non-zero)",
        r"assum(?:e|ing)(?: that)? (?:the|all) (?:expressions?|fractions?|functions?) (?:is|are) (?:well[- ])?defined",
        r"(?:remember|recall|note)(?: that)? (?:a |the )?(?:logarithms?|logs?|square roots?)(?: (?:is|are))? (?:only"
        r" )?defined (?:only )?for (?:positive|non-?negative) (?:numbers|arguments|values)(?: only)?",
    )
)
"""Whole sentences, or what is between two commas."""
