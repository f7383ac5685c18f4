// SPDX-License-Identifier: Apache-2.0
/**
 * A TCP proxy for tests: stands between a client and a server and does to their connections what networks do, at a moment
 * that the test chooses.
 */
@NullMarked
package org.pointwatch.testkit.proxy;

import org.jspecify.annotations.NullMarked;
