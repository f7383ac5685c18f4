// SPDX-License-Identifier: Apache-2.0
/**
 * The desk: a web page and an HTTP API on loopback, fed from the output topics. {@link org.pointwatch.desk.Desk} is the
 * role; {@code Guard} decides who may ask, {@code Router} what is asked, {@code LiveTable} who hears of changes.
 */
@NullMarked
package org.pointwatch.desk;

import org.jspecify.annotations.NullMarked;
