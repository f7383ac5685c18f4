// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.quote;

/** What a word can be in a sentence that attributes words to somebody; one bit each. */
final class SpeechKind {
    /** Tells of a clause even without "that": said, says. */
    static final int SAY = 1;

    /** Tells of one behind "that", or before a quotation: warned, insisted. */
    static final int REPORT = 1 << 1;

    /** Goes on with the speaker of the sentence: adding, noting. */
    static final int ADDING = 1 << 2;

    /** Gives a thing a name, which is somebody's words if it is long: called, described. */
    static final int NAMING = 1 << 3;

    /** May stand between a subject and its verb: has, also, later. */
    static final int BETWEEN = 1 << 4;

    static final int HE = 1 << 5;
    static final int SHE = 1 << 6;
    static final int THEY = 1 << 7;

    /** Opens the clause that is told. */
    static final int THAT = 1 << 8;

    /** What says things and is nobody: plan, draft, poll. */
    static final int PAPER = 1 << 9;

    static final int PREPOSITION = 1 << 10;

    /** Monday, today, night. */
    static final int TIME = 1 << 11;

    /** Takes the one who is told: told reporters. */
    static final int TELL = 1 << 12;

    /** Makes a passive of a verb behind it: is, was, been. */
    static final int BE = 1 << 13;

    /** Opens a clause: the, it, no. */
    static final int OPENER = 1 << 14;

    /** Stands in a clause: would, was. */
    static final int FINITE = 1 << 15;

    /** Opens a sentence whose first part is nobody's words: after, when, asked. */
    static final int ASIDE = 1 << 16;

    /** Joins a second verb to the same subject: and, but. */
    static final int JOINS = 1 << 17;

    /** What a verb of saying may have as its object without there being words: nothing, so. */
    static final int NO_WORDS = 1 << 18;

    /** What stands before a title: titled, film. */
    static final int TITLED = 1 << 19;

    /** Any verb that attributes words. */
    static final int VERB = SAY | REPORT | ADDING;

    static final int PRONOUN = HE | SHE | THEY;

    private SpeechKind() {}
}
