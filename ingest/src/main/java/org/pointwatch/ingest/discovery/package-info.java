// SPDX-License-Identifier: Apache-2.0
/** Where the feeds of a site are, as its pages say. */
@NullMarked
package org.pointwatch.ingest.discovery;

import org.jspecify.annotations.NullMarked;
