// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

/**
 * A text of a dossier file.
 *
 * @param field it is the value of, or one of the values of
 * @param index among them, -1 if there can be only one
 */
record Entry(String field, int index, YamlNode.Text node) {
    String path() {
        return index < 0 ? field : field + "[" + index + "]";
    }

    /** The path of a field beside this one. */
    String beside(String key) {
        return field.substring(0, field.lastIndexOf('.') + 1) + key;
    }

    String value() {
        return node.value();
    }

    Place place() {
        return node.place();
    }

    void problem(Problems problems, String problem, String mend) {
        problems.add(place(), path(), problem, mend);
    }

    void missing(Problems problems, String problem, String mend) {
        problems.addMissing(place(), path(), problem, mend);
    }
}
