// SPDX-License-Identifier: Apache-2.0
/**
 * What the desk shows, rebuilt in memory from the output topics: counts are sums of coverage buckets, outlets are counted
 * distinct again from the findings, and both are a function of each key's newest value, whatever the order of arrival
 * across keys.
 */
@NullMarked
package org.pointwatch.desk.view;

import org.jspecify.annotations.NullMarked;
