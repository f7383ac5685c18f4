// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.util.Set;

/** A host as it was configured, and a port. */
record Address(String host, int port) {

    static final String LOOPBACK = "127.0.0.1";

    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "*");

    static boolean isEverywhere(String host) {
        return EVERYWHERE.contains(host);
    }

    /** Where this machine itself reaches the listener. */
    Address local() {
        return isEverywhere(host) ? new Address(LOOPBACK, port) : this;
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
