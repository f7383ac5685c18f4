// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

/** Kinds of words that tell a deadline of the negotiation from other dates, and what is said of it. */
public enum DeadlineCue {
    /** Nouns that name one: deadline, ultimatum. */
    DEADLINE,
    /** Verbs that set one: sets, issued, imposed. */
    SET,
    /** Verbs that leave somebody time: gave, granted; in the end of a passive as well. */
    GIVE,
    /** Verbs of having time: has, have. */
    HAVE,
    /** Words of duty, whose subject is bound: must, has to, is to. */
    MUST,
    /** Verbs of demand, whose object is bound: wants, asked, told. */
    DEMAND,
    /** What is to be done by then: answer, sign, decide. */
    ANSWER,
    /** Verbs of its end, also to come: expires, runs out. */
    EXPIRE,
    /** It was known before: reiterated, still, insists. */
    REPEAT,
    /** It is another day now, said with a deadline beside it: extended, postponed. */
    MOVE,
    /** The same without one: instead of, three more days. */
    SHIFT,
    /** It binds less: could be extended, not set in stone. */
    SOFTEN,
    /** It binds less, unless the same sentence sets it: not his final offer. */
    HINT,
    /** There is none, or it cannot be met: no longer, does not expect, out of the question. */
    DENY,
    /** Negations, close to a deadline: no, any. */
    NEGATION,
    /** There is none any more, said with a deadline beside it: dropped, abandoned. */
    DROP,
    /** It is over: expired, came and went. */
    PASS,
    /** The plan speaks, not a party: under the plan, obliges, after signing. */
    TERM,
    /** What takes place on a day: meeting, summit, arrives. */
    EVENT,
    /** It is still to come: will, is due to. */
    AHEAD,
    /** Words of the negotiation: plan, proposal, truce, talks. */
    TALKS,
    /** Business of others that has deadlines too: tax, strike. */
    OTHER
}
