// SPDX-License-Identifier: Apache-2.0
/** What it costs: a load that looks like a day of news, and the whole pipeline measured beside a bare pass-through. */
@NullMarked
package org.pointwatch.bench;

import org.jspecify.annotations.NullMarked;
