// SPDX-License-Identifier: Apache-2.0
/**
 * When a feed is asked again and what its server may be believed: pure functions of what was seen, without a clock, chance
 * or network of their own, so that days can be simulated in seconds.
 */
@NullMarked
package org.pointwatch.ingest.poll;

import org.jspecify.annotations.NullMarked;
