// SPDX-License-Identifier: Apache-2.0
/** From articles to counts: one file tells the topology, thin processors stand around functions of the domain. */
@NullMarked
package org.pointwatch.streams;

import org.jspecify.annotations.NullMarked;
