// SPDX-License-Identifier: Apache-2.0
/**
 * What a desk is told, once: deadlines that are set, changed, near or passed, figures that contradict those known, and
 * targets that are covered far more, far less or in another tone than they usually are. Facts, what was told before and the
 * clock go in, alerts and what to remember come out.
 */
@NullMarked
package org.pointwatch.domain.alert;

import org.jspecify.annotations.NullMarked;
