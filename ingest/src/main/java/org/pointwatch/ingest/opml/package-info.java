// SPDX-License-Identifier: Apache-2.0
/** Lists of feeds as people exchange them. */
@NullMarked
package org.pointwatch.ingest.opml;

import org.jspecify.annotations.NullMarked;
