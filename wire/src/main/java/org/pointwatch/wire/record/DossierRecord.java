// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.record;

/**
 * A dossier in force.
 *
 * @param id also the key
 * @param version label and content hash
 * @param yaml the dossier file, includes resolved
 */
public record DossierRecord(String id, String version, String label, String hash, String yaml) {}
