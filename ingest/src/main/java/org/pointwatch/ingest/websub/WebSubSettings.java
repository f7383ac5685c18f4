// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.websub;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Whether hubs may tell us that a feed has something new.
 *
 * @param callback address under which hubs reach the listener, without a slash at its end; null switches all of it off
 * @param listen where the listener is, behind the operator's proxy
 * @param largest bytes of a message that are read to check its signature
 */
public record WebSubSettings(@Nullable String callback, InetSocketAddress listen, int largest) {
    public static final WebSubSettings OFF =
            new WebSubSettings(null, new InetSocketAddress("127.0.0.1", 8090), 10 << 20);

    public WebSubSettings with(String address, InetSocketAddress where) {
        var end = address.endsWith("/") ? address.length() - 1 : address.length();
        return new WebSubSettings(address.substring(0, end), where, largest);
    }

    public boolean on() {
        return callback != null;
    }
}
