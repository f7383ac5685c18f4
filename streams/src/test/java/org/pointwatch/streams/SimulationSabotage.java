// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.streams;

/** What is broken on purpose, to show that the simulator sees it. */
enum SimulationSabotage {
    NONE,
    /** No transactions: what is stored and sent stays, whatever becomes of the offsets. */
    AT_LEAST_ONCE,
    /** One delta on the way to its coverage is lost. */
    LOST_DELTA,
    /** The first delta that takes something back is lost. */
    LOST_REVERSAL,
    /** The first delta that changes nothing but sentiments is lost. */
    LOST_SENTIMENT,
    /** One article's statements about deadlines are lost on their way. */
    LOST_STATEMENTS,
    /** Nobody hears that an article says nothing of a deadline any more. */
    LOST_RETRACTIONS,
    /** What one article says of where an actor stands is lost on its way. */
    LOST_STANDS,
    /** Nobody hears that an article says no more where an actor stands. */
    LOST_WITHDRAWALS,
    /** One article hears of no earlier text. */
    LOST_MATCHES,
    /** Nobody is asked for the articles that a vetoed outlet has already. */
    LOST_VISITS,
    /** Who lost its tasks may commit all the same. */
    NO_FENCE,
    /** What an open transaction sent is read by others. */
    READ_UNCOMMITTED,
    /** A commit leaves the stores as they were. */
    LOST_STATE
}
