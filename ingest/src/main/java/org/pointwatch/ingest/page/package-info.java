// SPDX-License-Identifier: Apache-2.0
/**
 * The pages behind feed entries: asked for after the feeds and never before them, as robots.txt allows, each host in its
 * own time. What cannot be read leaves the article as its feed told it.
 */
@NullMarked
package org.pointwatch.ingest.page;

import org.jspecify.annotations.NullMarked;
