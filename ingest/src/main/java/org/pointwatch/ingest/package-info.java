// SPDX-License-Identifier: Apache-2.0
/** The fetch role: which feed is due, what its document says that is new, and how both reach Kafka in one transaction. */
@NullMarked
package org.pointwatch.ingest;

import org.jspecify.annotations.NullMarked;
