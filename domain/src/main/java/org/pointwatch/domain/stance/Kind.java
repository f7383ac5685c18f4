// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

/** What words can be in a sentence that tells a position; one bit each. */
final class Kind {
    /** Wants it: demands, insists on. */
    static final int WISH = 1;

    /** Takes it: accepts, agrees to, supports. */
    static final int ASSENT = 1 << 1;

    /** Is ready for it: willing to. */
    static final int READY = 1 << 2;

    /** Does not want it: rejects, refuses to. */
    static final int AGAINST = 1 << 3;

    /** Turns what follows: does not. */
    static final int NOT = 1 << 4;

    /** Turns what follows, and is a position without a verb of position as well: will never. */
    static final int WILL_NOT = 1 << 5;

    /** Asks for it in somebody's words: must, needs. */
    static final int MUST = 1 << 6;

    /** There can be no such thing, in somebody's words. */
    static final int NO_SUCH = 1 << 7;

    /** A position only with a condition: would, could, open to. */
    static final int MAYBE = 1 << 8;

    /** Said of it: unacceptable. */
    static final int BAD = 1 << 9;

    /** Said of it: acceptable, essential. */
    static final int GOOD = 1 << 10;

    /** Has a thing and a word for it as objects: called, considers. */
    static final int CALLS = 1 << 11;

    /** Somebody's: demand for, support for. */
    static final int NOUN_FOR = 1 << 12;

    /** Somebody's: rejection of. */
    static final int NOUN_AGAINST = 1 << 13;

    /** Takes away what is named behind it: ban, give up. */
    static final int NEGATOR = 1 << 14;

    /** Opens a condition. */
    static final int IF = 1 << 15;

    /** Opens one that a refusal has: until, unless. */
    static final int UNTIL = 1 << 16;

    /** Leaves it open: may, is expected to. */
    static final int WEAK = 1 << 17;

    /** Of the past: had. */
    static final int HAD = 1 << 18;

    /** Stands between a subject and its verb: has, also. */
    static final int BETWEEN = 1 << 19;

    /** Says that it is not so, or asks: denied, asked. */
    static final int DENY = 1 << 20;

    /** Not the thing but talk of it: talks on, to discuss. */
    static final int TALK = 1 << 21;

    /** What lays things down and is nobody: the plan, the draft. */
    static final int PAPER = 1 << 22;

    /** Tells of what is: is, had. */
    static final int FACT = 1 << 23;

    /** Opens another clause behind a comma: but, while. */
    static final int CONTRAST = 1 << 24;

    static final int FIRST_PERSON = 1 << 25;
    static final int THIRD_PERSON = 1 << 26;

    /** Speaks for the party before it: officials, leaders. */
    static final int BODY = 1 << 27;

    /** What a name stands behind that is no subject, or of what somebody else says: of, with, believes. */
    static final int PREPOSITION = 1 << 28;

    /** Not the thing but word of it: reports, claims. */
    static final int RUMOUR = 1 << 29;

    /** Joins a second verb to a subject: and. */
    static final int JOINS = 1 << 30;

    /** Makes a passive of a verb behind it: be. */
    static final int BE = 1 << 31;

    /** Wherever a position can begin. */
    static final int OPERATOR = WISH
            | ASSENT
            | READY
            | AGAINST
            | NOT
            | WILL_NOT
            | MUST
            | NO_SUCH
            | MAYBE
            | BAD
            | GOOD
            | NOUN_FOR
            | NOUN_AGAINST;

    static final int NEGATIVE = AGAINST | NOT | WILL_NOT | NO_SUCH | BAD | NOUN_AGAINST;

    private Kind() {}
}
