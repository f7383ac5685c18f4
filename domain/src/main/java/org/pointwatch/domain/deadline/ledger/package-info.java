// SPDX-License-Identifier: Apache-2.0

/**
 * The ledger of deadlines: what articles say of them, walked by (event time, article id), makes one object of each
 * real-world deadline. A function of the set of statements and of the clock; what arrives first decides nothing.
 */
@NullMarked
package org.pointwatch.domain.deadline.ledger;

import org.jspecify.annotations.NullMarked;
