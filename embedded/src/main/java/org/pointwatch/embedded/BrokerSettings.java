// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the embedded broker keeps its data and listens.
 *
 * @param directory its own directory, made at the first start
 * @param host address to listen on; there is no password, so anything but loopback opens the broker to that network
 * @param port 0 for any free one, which is remembered in the directory and tried first at the next start
 * @param advertisedHost name under which clients are told to come back, null for {@code host}; needed for 0.0.0.0
 */
public record BrokerSettings(Path directory, String host, int port, @Nullable String advertisedHost) {

    public BrokerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("broker port " + port + " is outside 0..65535");
        }
        if (advertisedHost == null && Address.isEverywhere(host)) {
            throw new IllegalArgumentException("a broker on " + host + " listens everywhere and cannot advertise that:"
                    + " name the advertised host under which clients reach it");
        }
    }

    /** For this machine alone, on any free port. */
    public static BrokerSettings in(Path directory) {
        return new BrokerSettings(directory, Address.LOOPBACK, 0, null);
    }

    public BrokerSettings withPort(int other) {
        return new BrokerSettings(directory, host, other, advertisedHost);
    }

    public BrokerSettings listeningOn(String otherHost, String otherAdvertisedHost) {
        return new BrokerSettings(directory, otherHost, port, otherAdvertisedHost);
    }
}
