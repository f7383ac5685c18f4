// SPDX-License-Identifier: Apache-2.0

/**
 * The ledger of stances: what articles say of an actor and a point, walked by (event time, article id), makes one latest
 * stance and its history. A function of the set of statements; what arrives first decides nothing.
 */
@NullMarked
package org.pointwatch.domain.stance.ledger;

import org.jspecify.annotations.NullMarked;
