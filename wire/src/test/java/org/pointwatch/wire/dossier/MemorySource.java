// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.util.Map;

/** Includes out of a map. */
record MemorySource(Map<String, String> files) implements DossierSource {
    @Override
    public Answer find(String from, String include) {
        var yaml = files.get(include);
        return yaml == null ? new Unreadable("no file '" + include + "'", "name another") : new Text(include, yaml);
    }
}
