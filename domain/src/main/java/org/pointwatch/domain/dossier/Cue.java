// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.dossier;

/** Kinds of words that tell whether a country's name means a party or a place. */
public enum Cue {
    /** Prepositions after which a name is a place: in, near, inside. */
    PLACE,
    /** Prepositions after which a name is a party: with, by, against. */
    PARTY,
    /** Prepositions that leave it open (to, from, on, for): a party if a {@link #DEAL} word stands before. */
    OPEN,
    /** Of: a party if an {@link #OFFICE} word stands before. */
    OF,
    /** Verbs that a party is the subject of: said, would, rejected. */
    ACT,
    /** Verbs that a party is the object of: urged, told, pressed. */
    ASK,
    /** Words of dealing: presented, pressure, guarantees. */
    DEAL,
    /** Words of travel: flew, trip. */
    MOVE,
    /** Nouns of those who act for a party: officials, delegation. */
    OFFICE,
    /** Nouns of what a party makes, told by an adjective ("US plan", but not "Ukraine plan"): plan, draft, input. */
    WORK,
    /** Participles behind a hyphen: backed, led, drafted. */
    MADE,
    /** Nouns that make a possessive a place: capital, region, border. */
    GROUND,
    /** Words that end an office: former, ex. */
    FORMER,
    /** Words that join a list: and, or. */
    AND,
    /** Words that may stand between: the, also, senior. */
    SKIP
}
