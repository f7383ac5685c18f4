// SPDX-License-Identifier: Apache-2.0
/** Addresses as identity: one spelling for each, and the registrable domain behind it. */
@NullMarked
package org.pointwatch.ingest.url;

import org.jspecify.annotations.NullMarked;
