// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.http;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.jspecify.annotations.Nullable;

/** What the server gave us last time to tell our copy by. */
record Validators(@Nullable String etag, @Nullable String lastModified) {
    boolean any() {
        return etag != null || lastModified != null;
    }

    void addTo(HttpGet request) {
        if (etag != null) {
            request.setHeader("If-None-Match", etag);
        }
        if (lastModified != null) {
            request.setHeader("If-Modified-Since", lastModified);
        }
    }
}
