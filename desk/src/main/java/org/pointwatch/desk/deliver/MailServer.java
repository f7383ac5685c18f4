// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import org.jspecify.annotations.Nullable;

/**
 * The SMTP server that takes our mail.
 *
 * @param from mailbox that it comes from
 * @param user null if the server asks for none
 */
public record MailServer(
        String host, int port, Security security, String from, @Nullable String user, @Nullable String password) {
    /** How the connection is kept from others; the server's certificate must be that of its name. */
    public enum Security {
        /** Begins in the open and refuses to go on if the server cannot encrypt. */
        STARTTLS,
        TLS,
        /** For a server on this machine. */
        NONE
    }

    /** Without the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
