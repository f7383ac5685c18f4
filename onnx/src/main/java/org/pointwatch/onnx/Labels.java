// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pointwatch.domain.sentiment.Label;
import org.pointwatch.models.ModelException;

import static org.pointwatch.models.ModelSettings.LABELS_KEY;

/**
 * What each output of a model says.
 *
 * @param values by output
 */
record Labels(List<Label> values) {
    private static final String BY_NAME = "LABEL_0=negative, LABEL_1=neutral, LABEL_2=positive";
    private static final String BY_PLACE = "0=negative, 1=neutral, 2=positive";

    /**
     * @param names of the outputs in order, as the model's own file gives them; empty if it gives none
     * @param mapping of the user: names, or places counted from 0, to what they say; empty for none
     */
    static Labels of(ModelFiles files, List<String> names, String mapping) {
        var said = read(mapping);
        var outputs = names.isEmpty() ? places(files, said) : names;
        var values = new ArrayList<Label>();
        var used = new ArrayList<String>();
        for (var name : outputs) {
            var key = said.containsKey(name) ? name : Integer.toString(values.size());
            used.add(key);
            values.add(value(files, name, said.getOrDefault(key, name)));
        }
        said.keySet().removeAll(used);
        if (!said.isEmpty()) {
            throw new ModelException(
                    LABELS_KEY, said.keySet() + " are no labels of " + files.config() + ", it has " + outputs);
        }
        var labels = new Labels(List.copyOf(values));
        labels.requireBothSides(files, outputs);
        return labels;
    }

    int count() {
        return values.size();
    }

    private static Map<String, String> read(String mapping) {
        var said = new LinkedHashMap<String, String>();
        for (var pair : mapping.isBlank() ? new String[0] : mapping.split(",", -1)) {
            var equals = pair.lastIndexOf('=');
            var name = equals < 0 ? "" : pair.substring(0, equals).strip();
            if (name.isEmpty()) {
                throw new ModelException(LABELS_KEY, "'" + pair.strip() + "' is not label=meaning: write " + BY_NAME);
            }
            if (said.put(name, pair.substring(equals + 1).strip()) != null) {
                throw new ModelException(LABELS_KEY, name + " stands there twice: keep one");
            }
        }
        return said;
    }

    private static List<String> places(ModelFiles files, Map<String, String> said) {
        var places = new ArrayList<String>();
        for (var i = 0; i < Math.max(1, said.size()); i++) {
            var place = Integer.toString(i);
            if (!said.containsKey(place)) {
                throw new ModelException(
                        LABELS_KEY,
                        "what output " + i + " means is unknown, and " + files.config()
                                + " gives the outputs no names (id2label): set them by place, such as " + BY_PLACE);
            }
            places.add(place);
        }
        return places;
    }

    private static Label value(ModelFiles files, String name, String meaning) {
        var value = Polarity.of(meaning);
        if (value == null) {
            var where = meaning.equals(name) ? name + " of " + files.config() : name + "=" + meaning;
            throw new ModelException(
                    LABELS_KEY,
                    "the label " + where + " is not understood: set each label to " + Polarity.EXPECTED + ", such as "
                            + BY_NAME);
        }
        return value;
    }

    private void requireBothSides(ModelFiles files, List<String> outputs) {
        if (!values.contains(Label.NEGATIVE) || !values.contains(Label.POSITIVE)) {
            throw new ModelException(
                    LABELS_KEY,
                    "among the labels " + outputs + " of " + files.model()
                            + " there must be a negative and a positive one: set what each says");
        }
    }
}
