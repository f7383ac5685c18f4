// SPDX-License-Identifier: Apache-2.0
/** Bytes of any quality to a feed's entries as clean plain text; bounded in size, depth and time. */
@NullMarked
package org.pointwatch.ingest.parse;

import org.jspecify.annotations.NullMarked;
