// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import org.jspecify.annotations.Nullable;

/** A target and what people call it. */
record Listed(String target, String title, @Nullable String number) {
    /** A target that the dossier does not (or no longer) name. */
    static Listed unnamed(String target) {
        return new Listed(target, target.substring(target.indexOf(':') + 1), null);
    }

    String id() {
        return target.substring(target.indexOf(':') + 1);
    }

    String kind() {
        var colon = target.indexOf(':');
        return colon < 0 ? target : target.substring(0, colon);
    }
}
