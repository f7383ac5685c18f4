// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.net;

import java.net.UnknownHostException;

/** A name leads where nothing is dialled. */
public final class RefusedAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1;

    public RefusedAddressException(String message) {
        super(message);
    }
}
