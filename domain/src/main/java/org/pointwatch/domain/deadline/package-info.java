// SPDX-License-Identifier: Apache-2.0

/** Deadlines of the negotiation: the sentence that sets, moves or denies one, and the one object behind many such sentences. */
@NullMarked
package org.pointwatch.domain.deadline;

import org.jspecify.annotations.NullMarked;
