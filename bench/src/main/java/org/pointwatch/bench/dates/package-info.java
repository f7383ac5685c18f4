// SPDX-License-Identifier: Apache-2.0
/** What reading dates costs, and how a kept library reads the same lines. */
@NullMarked
package org.pointwatch.bench.dates;

import org.jspecify.annotations.NullMarked;
