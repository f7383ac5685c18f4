// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The desk's own address in what leaves it, such as feeds and briefs.
 *
 * @param address as the settings have it, with a slash at its end; null where they have none
 */
record Home(@Nullable String address) {
    /** What the settings say; else the address as this reader knows it, whose Host the guard has let pass. */
    String of(Request request) {
        return address == null
                ? HttpURI.build(request.getHttpURI()).path("/").query(null).asString()
                : address;
    }
}
