// SPDX-License-Identifier: Apache-2.0
/** One polite, bounded GET: what is asked, which addresses may be dialled, and what came back. */
@NullMarked
package org.pointwatch.ingest.http;

import org.jspecify.annotations.NullMarked;
