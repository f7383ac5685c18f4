// SPDX-License-Identifier: Apache-2.0
/**
 * WebSub: hubs that tell when a feed has something new. Off unless the operator names a public address; a message is never
 * content, only a reason to poll earlier.
 */
@NullMarked
package org.pointwatch.ingest.websub;

import org.jspecify.annotations.NullMarked;
