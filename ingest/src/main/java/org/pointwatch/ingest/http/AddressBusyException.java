// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.net.UnknownHostException;
import java.time.Instant;

/** The address is somebody else's turn: nothing was dialled. An exception because the client's resolver knows no other way. */
final class AddressBusyException extends UnknownHostException {
    private static final long serialVersionUID = 1;

    private final Instant until;

    AddressBusyException(String host, Instant until) {
        super(host + " shares an address that is being asked");
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
