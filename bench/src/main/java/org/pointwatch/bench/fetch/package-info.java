// SPDX-License-Identifier: Apache-2.0
/** What polling finds and costs: rhythms in a simulation, and the fetch role against servers of its own on loopback. */
@NullMarked
package org.pointwatch.bench.fetch;

import org.jspecify.annotations.NullMarked;
