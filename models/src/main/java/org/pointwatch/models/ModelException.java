// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.models;

import org.jspecify.annotations.Nullable;

/** A configured model that cannot be used; the message names the key, the file and the mend. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelException(String key, String problem) {
        this(key, problem, null);
    }

    public ModelException(String key, String problem, @Nullable Throwable cause) {
        super(key + ": " + problem, cause);
    }
}
