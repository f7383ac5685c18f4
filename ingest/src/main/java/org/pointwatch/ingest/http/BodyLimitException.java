// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import java.io.IOException;

/** A body that is larger, slower or packed in another way than we take. */
final class BodyLimitException extends IOException {
    private static final long serialVersionUID = 1;

    BodyLimitException(String message) {
        super(message);
    }
}
